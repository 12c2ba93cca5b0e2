"""The grammar of a clause: which word tells the act, and whether those asked about stand on their sides of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.countries import Countries
from dateline.knowledge.questions import Asking, questions
from dateline.ledger.same import TOWN
from dateline.records import Sentence, Span, Token
from dateline.situations.evidence_claims import stem_of
from dateline.situations.evidence_facts import Told
from dateline.situations.evidence_fit import about, mentioned
from dateline.situations.evidence_moods import mood_of
from dateline.situations.evidence_near import BACK, act_stems, sentences
from dateline.situations.evidence_subjects import subject_of
from dateline.situations.question_parts import Named, Question
from dateline.situations.question_words import matched

SEVERAL = 2
#: Verbs that tell an act only with the words around them.
_GENERAL = (
    *("take", "hold", "fall", "control", "make", "begin", "end", "have", "give", "go", "run"),
    *("claim", "gun"),
)
#: Words that stand for somebody told before.
_PRONOUNS = frozenset({"him", "her", "it", "them", "one", "both", "he", "she", "they"})
#: Clauses that add to a sentence what its main act need not be about.
_ADDED = frozenset({"relcl", "appos", "advcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a report: the sentence, its act's token, and where the text of the report begins in it."""

    told: Told
    s: Sentence
    act: Token
    shift: int

    @property
    def span(self) -> Span:
        """The act's words in the report."""
        return Span(self.act.start + self.shift, self.act.end + self.shift)


def act_of(question: Question, s: Sentence, before: str = "") -> Token | None:
    """The word that tells the act: of the pattern with most words, a verb before a noun."""
    asks: Sequence[Asking] = question.asks
    free = [t for t in s.tokens if t.pos in {"VERB", "NOUN", "ADP", "ADV", "ADJ", "AUX"}]
    hits = [
        hit for a in asks for p in a.patterns if "@place" not in p[-1] and (hit := matched(p, free))
    ] or _with_pronoun(asks, s, free, before)
    hits += [
        hit for a in asks for p in a.patterns if "@place" in p[-1] and (hit := matched(p[:-1], free))
    ]  # fmt: skip
    if any(a.outer for a in asks):  # "call for" is not "want": only the question's own word
        own = {stem_of(w) for w in question.words}
        hits = [h for h in hits if len(h) >= SEVERAL or any(stem_of(t.text) in own for t in h)]
    verbs = [h for h in hits if any(t.pos == "VERB" for t in h)]
    best = max(verbs or hits, key=len, default=None)
    if best is None:
        return _by_its_kind(question, free)
    return next((t for pos in ("VERB", "NOUN") for t in best if t.pos == pos), None)


def _with_pronoun(
    asks: Sequence[Asking], s: Sentence, free: Sequence[Token], before: str
) -> list[tuple[Token, ...]]:
    """Verbs of patterns whose noun is told just before and stands here as "it" ("accused them of having broken it")."""
    if not any(t.lower in {"it", "this", "them"} for t in s.tokens):
        return []
    told = {stem_of(w) for w in before.split()}
    found = []
    for pattern in (p for a in asks for p in a.patterns if len(p) == SEVERAL):
        for verb, noun in (pattern, pattern[::-1]):
            hit = matched((verb,), [t for t in free if t.pos == "VERB"])
            if hit and {stem_of(w) for w in noun} & told:
                found.append(hit)
    return found


def _by_its_kind(question: Question, free: Sequence[Token]) -> Token | None:
    """A verb for the same kind of act as the one word of the question ("struck" for "bombed")."""
    asks = question.asks
    if len(question.words) != 1 or question.slot in {"actor", "recipient"}:
        return None
    if any(a.loose or a.outer or a.id == "words" for a in asks):
        return None
    stems = act_stems(asks) - {stem_of(w) for w in _GENERAL}
    return next((t for t in free if t.pos == "VERB" and stem_of(t.text) in stems), None)


def sides_fit(question: Question, clause: Clause) -> bool:
    """Whether those asked about stand on their sides of the act: doers in its subject, the others behind it."""
    s, act = clause.s, clause.act
    subject = subject_of(s, act.i)
    passive = any(s.tokens[c].dep in {"nsubjpass", "auxpass"} for c in s.children[act.i])
    whole = (Span(s.tokens[0].start + clause.shift, s.tokens[-1].end + clause.shift),)
    inside = _spans(clause, subject)
    aside = _aside(s, act)
    own = {t.i for t in s.tokens if t.tag == "PRP$"}  # "accuses, for its part": its is no victim
    outside = _spans(
        clause, [t.i for t in s.tokens if t.i not in aside | own and t.i not in set(subject)]
    )
    doers, done_to = (_spans(clause, _by(s, act)), inside) if passive else (inside, outside)
    record = clause.told.record
    agentless = passive and not any(s.tokens[c].dep == "agent" for c in s.children[act.i])
    doer = not question.actors or any(mentioned(n, record, doers) for n in question.actors)
    if not doer and (not agentless or mood_of(s, act) != "open"):
        return False
    for name in question.recipients:
        where = whole if name.kind == "thing" else done_to
        if act.pos == "NOUN":
            where = _spans(clause, sorted({*s.subtree(act.i), *subject}))
        if not told_or_before(question, name, clause.told, whole[0], where):
            return False
    return question.slot is not None or bool(
        question.actors or question.recipients or question.places
    )


def _by(s: Sentence, act: Token) -> list[int]:
    """Tokens of the by-phrase of a passive: who did it; a speaker outside of it did not."""
    return sorted(
        {
            i
            for c in s.children[act.i]
            if s.tokens[c].dep == "agent" or s.tokens[c].lower == "by"
            for i in s.subtree(c)
        }
    )


def _aside(s: Sentence, act: Token) -> set[int]:
    """Tokens of clauses that hang on something else than the act and only add to it."""
    found: set[int] = set()
    for t in s.tokens:
        marked = any(s.tokens[c].dep in {"mark", "advmod"} for c in s.children[t.i])
        if t.dep in _ADDED and t.i != act.i and (t.dep != "advcl" or marked):
            below = s.subtree(t.i)
            if act.i not in below:
                found.update(below)
    return found


def _spans(clause: Clause, tokens: Sequence[int]) -> tuple[Span, ...]:
    """Runs of tokens as stretches of the report."""
    runs: list[list[int]] = []
    for n in tokens:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    t = clause.s.tokens
    return tuple(Span(t[r[0]].start + clause.shift, t[r[-1]].end + clause.shift) for r in runs)


def told_or_before(
    question: Question, name: Named, one: Told, sentence: Span, where: Sequence[Span]
) -> bool:
    """Whether some words name somebody or some place, or the sentences before tell it where this one names no other."""
    if mentioned(name, one.record, where) or _country_of(name, one):
        return True
    if mentioned(name, one.record, (sentence,)):
        return False
    if name.kind == "group" and name.country is None and _headed(name, one, sentence):
        return True
    before = [s for s in sentences(one.record) if s.start < sentence.start][-BACK:]
    if not name.somewhere and name.kind != "thing":
        own = one.record.report.text[sentence.start : sentence.end].split()
        told = {w.strip(".,;:").casefold() for w in own}
        return bool(told & _PRONOUNS) and mentioned(name, one.record, before)
    words = one.record.report.text[sentence.start : sentence.end].casefold().split()
    if "capital" in words:
        return _is_capital(name)
    others = any(
        sentence.holds(p.span) and p.use == "literal" and p.precision in TOWN
        and not any(mentioned(n, one.record, (p.span,)) for n in question.places)
        for p in one.record.places
    )  # fmt: skip
    if others:
        return False
    text = " ".join(one.record.report.text[s.start : s.end] for s in before).casefold()
    return mentioned(name, one.record, before) or (" the capital" in text and _is_capital(name))


def _headed(name: Named, one: Told, sentence: Span) -> bool:
    """Whether a sentence has a noun for the same unnamed people ("contractors" for "mercenaries")."""
    words = {stem_of(w) for w in one.record.report.text[sentence.start : sentence.end].split()}
    heads = name.heads.union(*(g for g in questions().same if g & name.heads))
    return bool({stem_of(h) for h in heads} & words)


def _is_capital(name: Named) -> bool:
    """Whether a place is the capital of its country, so that "the capital" may be it."""
    country = Countries.load().get(name.country or "")
    return country is not None and (country.capital or "").casefold() in name.forms


def _country_of(name: Named, one: Told) -> bool:
    return name.kind == "country" and name.country == about(one.record)
