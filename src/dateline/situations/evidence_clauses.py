"""Clauses in the words of the question that no act was coded in, read by their grammar."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.knowledge.questions import Asking, questions
from dateline.ledger.reading import holding_claims
from dateline.ledger.same import TOWN
from dateline.parse.protocol import Parser
from dateline.records import Claim, Report, Sentence, SentenceRef, Span, Token
from dateline.records.answer import EvidenceLine
from dateline.records.incident import Citation
from dateline.situations.evidence_claims import in_days, stem_of
from dateline.situations.evidence_facts import Told, facts, quoted_span, written
from dateline.situations.evidence_fit import about, mentioned, sort_of
from dateline.situations.evidence_fits import Fits, fits
from dateline.situations.evidence_moods import mood_of, stance_of, subject_of
from dateline.situations.evidence_near import BACK, act_stems, sentences
from dateline.situations.question_parts import Drawn, Named, Question
from dateline.situations.question_words import matched

#: Sentences that are parsed for one question at most.
MOST = 60
_SEVERAL = 2
#: Verbs that tell an act only with the words around them.
_GENERAL = (
    "take",
    "hold",
    "fall",
    "control",
    "make",
    "begin",
    "end",
    "have",
    "give",
    "go",
    "run",
    "claim",
    "gun",
)
#: Clauses that add to a sentence what its main act need not be about.
_ADDED = frozenset({"relcl", "appos", "advcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause of a report: the sentence, its act's token, and where the text of the report begins in it."""

    told: Told
    s: Sentence
    act: Token
    shift: int

    @property
    def span(self) -> Span:
        """The act's words in the report."""
        return Span(self.act.start + self.shift, self.act.end + self.shift)


def clauses(
    question: Question, told: Sequence[Told], cited: Iterable[tuple[int, Span]], parser: Parser
) -> Iterator[Drawn]:
    """Evidence from sentences that no line cites yet.

    Args:
        question: what is asked.
        told: the reports.
        cited: keys of reports with stretches that lines cite already.
        parser: the parser; only sentences that hold the names and a word of the act are parsed.
    """
    named = any(n.kind != "thing" for n in question.names)
    if not question.asks or not named or question.slot in {"said", "act"} or question.denial:
        return
    taken = list(cited)
    found = [
        (one, span) for one in told if in_days(question, one) for span in sentences(one.record)
        if not any(k == one.source.key and c.touches(span) for k, c in taken)
        and _may_tell(question, one, span) and not _coded(question, one, span)
    ][:MOST]  # fmt: skip
    reports = [
        Report(f"s{n}", "", _text(one, span), language="en") for n, (one, span) in enumerate(found)
    ]
    for (one, span), parsed in zip(found, parser.parse(reports), strict=True):
        shift = span.start + len(_raw(one, span)) - len(_raw(one, span).lstrip())
        for s in parsed.sentences:
            drawn = _read(question, one, s, shift)
            if drawn is not None:
                yield drawn
                break


def _coded(question: Question, one: Told, span: Span) -> bool:
    """Whether the coder found such an act in a sentence, or a day outside of those asked: then it was weighed."""
    first, last = question.first_day or "", question.last_day or "9999"
    for when in one.record.dates:
        if (
            span.holds(when.span)
            and when.start
            and when.end
            and not (when.start <= last and when.end >= first)
        ):
            return True
    return any(
        span.touches(f.span)
        and sort_of(f, question.asks, question.rows) == "asked"
        and not _open(fits(question, f))
        for f in facts(one)
        if f.relation is None and f.outer is None
    )


def _open(found: Fits) -> bool:
    """Whether a coded act is by those asked about, then, but not to whom: its clause may tell more than was coded."""
    return bool(found.actor) and found.day is not False


def _raw(one: Told, span: Span) -> str:
    return one.record.report.text[span.start : span.end]


def _text(one: Told, span: Span) -> str:
    return _raw(one, span).strip()


def _may_tell(question: Question, one: Told, span: Span) -> bool:
    """Whether a sentence names whom and where the question names, and has a word of its act."""
    for name in (*question.recipients, *question.places):
        if not _told(name, one, span, (span,)):
            return False
    whole = (Span(0, len(one.record.report.text)),)
    if question.actors and not any(mentioned(n, one.record, whole) for n in question.actors):
        return False
    stems = {stem_of(w) for a in question.asks for p in a.patterns for place in p for w in place}
    stems |= act_stems(question.asks)
    return bool({stem_of(w) for w in _text(one, span).replace("-", " ").split()} & stems)


def _told(name: Named, one: Told, sentence: Span, where: Sequence[Span]) -> bool:
    """Whether some words name somebody or some place, or the sentences before tell it where this one names no other."""
    if mentioned(name, one.record, where) or _country_of(name, one):
        return True
    if (not name.somewhere and name.kind != "thing") or mentioned(name, one.record, (sentence,)):
        return False
    words = one.record.report.text[sentence.start : sentence.end].casefold().split()
    others = "capital" in words or any(
        sentence.holds(p.span) and p.use == "literal" and p.precision in TOWN
        for p in one.record.places
    )
    before = [s for s in sentences(one.record) if s.start < sentence.start][-BACK:]
    return not others and mentioned(name, one.record, before)


def _country_of(name: Named, one: Told) -> bool:
    return name.kind == "country" and name.country == about(one.record)


def _read(question: Question, one: Told, s: Sentence, shift: int) -> Drawn | None:
    act = _act(question, s)
    if act is None or not _own_words(question, s):
        return None
    if question.slot == "count" and not any(t.pos == "NUM" for t in s.tokens):
        return None
    clause = _Clause(one, s, act, shift)
    if not _sides(question, clause):
        return None
    return _drawn(question, clause)


def _own_words(question: Question, s: Sentence) -> bool:
    """Where the question tells its act in several words, whether the sentence has one of its nouns or the like."""
    told = {stem_of(t.text) for t in s.tokens}
    if any(a.outer for a in question.asks):
        names = {stem_of(w) for n in question.names for w in n.text.split()}
        matter = {stem_of(w) for w in question.content} - names
        matter -= {stem_of(w) for w in question.words}
        return not matter or bool(matter & told)
    if len(question.words) < _SEVERAL:
        return True
    wanted = {stem_of(w) for w in question.words}
    wanted |= {
        stem_of(w)
        for group in questions().same
        for w in group
        if group & {x.casefold() for x in question.words}
    }
    return len(wanted & told) >= 1 and (
        question.asks[0].id != "words" or len(wanted & told) >= _SEVERAL
    )


def _act(question: Question, s: Sentence) -> Token | None:
    """The word that tells the act: of the pattern with most words, a verb before a noun."""
    asks: Sequence[Asking] = question.asks
    free = [t for t in s.tokens if t.pos in {"VERB", "NOUN", "ADP", "ADV", "ADJ", "AUX"}]
    hits = [
        hit for a in asks for p in a.patterns if "@place" not in p[-1] and (hit := matched(p, free))
    ]
    hits += [
        hit for a in asks for p in a.patterns if "@place" in p[-1] and (hit := matched(p[:-1], free))
    ]  # fmt: skip
    if any(a.outer for a in asks):  # "call for" is not "want": only the question's own word
        own = {stem_of(w) for w in question.words}
        hits = [h for h in hits if len(h) >= _SEVERAL or any(stem_of(t.text) in own for t in h)]
    verbs = [h for h in hits if any(t.pos == "VERB" for t in h)]
    best = max(verbs or hits, key=len, default=None)
    if best is None:
        return _by_its_kind(question, free)
    return next((t for pos in ("VERB", "NOUN") for t in best if t.pos == pos), None)


def _by_its_kind(question: Question, free: Sequence[Token]) -> Token | None:
    """A verb for the same kind of act as the one word of the question ("struck" for "bombed")."""
    asks = question.asks
    if len(question.words) != 1 or question.slot in {"actor", "recipient"}:
        return None
    if any(a.loose or a.outer or a.id == "words" for a in asks):
        return None
    stems = act_stems(asks) - {stem_of(w) for w in _GENERAL}
    return next((t for t in free if t.pos == "VERB" and stem_of(t.text) in stems), None)


def _sides(question: Question, clause: _Clause) -> bool:
    """Whether those asked about stand on their sides of the act: doers in its subject, the others behind it."""
    s, act = clause.s, clause.act
    subject = subject_of(s, act.i)
    passive = any(s.tokens[c].dep in {"nsubjpass", "auxpass"} for c in s.children[act.i])
    whole = (Span(s.tokens[0].start + clause.shift, s.tokens[-1].end + clause.shift),)
    inside = _spans(clause, subject)
    aside = _aside(s, act)
    outside = _spans(
        clause, [t.i for t in s.tokens if t.i not in aside and t.i not in set(subject)]
    )
    doers, done_to = (outside, inside) if passive else (inside, outside)
    record = clause.told.record
    agentless = passive and not any(s.tokens[c].dep == "agent" for c in s.children[act.i])
    doer = not question.actors or any(mentioned(n, record, doers) for n in question.actors)
    if not doer and (not agentless or mood_of(s, act) != "open"):
        return False
    for name in question.recipients:
        where = whole if name.kind == "thing" else done_to
        if act.pos == "NOUN":
            where = _spans(clause, sorted({*s.subtree(act.i), *subject}))
        if not _told(name, clause.told, whole[0], where):
            return False
    return question.slot is not None or bool(
        question.actors or question.recipients or question.places
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


def _spans(clause: _Clause, tokens: Sequence[int]) -> tuple[Span, ...]:
    """Runs of tokens as stretches of the report."""
    runs: list[list[int]] = []
    for n in tokens:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    t = clause.s.tokens
    return tuple(Span(t[r[0]].start + clause.shift, t[r[-1]].end + clause.shift) for r in runs)


def _drawn(question: Question, clause: _Clause) -> Drawn | None:
    mood = mood_of(clause.s, clause.act)
    claim = next(holding_claims(clause.told.record, clause.span), None)
    side, stance = stance_of(mood, claim)
    if side == "against" and question.slot is not None and question.form != "control":
        return None
    if side in {"for", "against"} and question.slot is not None:
        side = "found"
    if side == "for" and question.unread:
        side = "context"
    by = written(claim.speaker) if claim is not None and claim.speaker is not None else None
    words = clause.act.text
    voice = f"Told in these words by {by}" if by else "Told in these words"
    status = {"not": "denied" if claim else "negated", "open": "planned"}.get(mood, "actual")
    says = f"{voice}{_HEDGE[mood]}: \u201c{words}\u201d"
    cite = _cited(clause, claim, status, by)
    return Drawn(
        EvidenceLine(
            side,
            says,
            stance,
            None,
            cite,
            "a clause in the question's words; no act was coded in it",
        )
    )


_HEDGE = {"done": "", "open": ", not as done", "not": ", as not so"}


def _cited(clause: _Clause, claim: Claim | None, status: str, by: str | None) -> Citation:
    text = clause.told.record.report.text
    whole = Span(clause.s.tokens[0].start + clause.shift, clause.s.tokens[-1].end + clause.shift)
    ref = SentenceRef(0, text[whole.start : whole.end], whole)
    span = quoted_span(ref, (clause.span,))
    name = by if claim is not None else None
    return Citation(
        clause.told.source,
        text[span.start : span.end],
        span,
        status,
        name,
        None,
        claim.id if claim else None,
    )
