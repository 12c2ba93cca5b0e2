"""Denials that answer what a report told just before: "denies this", "rejected the reports", "had no part in it"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.knowledge.questions import questions
from dateline.ledger.same import TOWN
from dateline.records import Claim, Participant, Record, Span
from dateline.situations.evidence_claims import claim_line, in_days, stem_of
from dateline.situations.evidence_facts import Fact, Told
from dateline.situations.evidence_fit import mentioned, sort_of
from dateline.situations.evidence_fits import DENIED, fits
from dateline.situations.evidence_linked import linked_fit
from dateline.situations.evidence_near import BACK, FAR, Scene, act_stems
from dateline.situations.evidence_who import FOR_IT, LINKED, Fit, side_fit, thing_in
from dateline.situations.question_parts import Drawn, Question

#: Words of a denial at most that may stand for an act told before.
_SHORT = 11
#: Words of a denial that is no more than "it" or "called it untrue".
_BARE = 3
#: Words for what others have said.
_CHARGES = frozenset(
    {
        "claim",
        "claims",
        "report",
        "reports",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "charge",
        "charges",
    }
)
#: Words for having had to do with it.
_INVOLVED = frozenset(
    {"responsibility", "involvement", "part", "role", "nothing", "hand", "involved", "responsible"}
)
_IT = frozenset({"it", "this", "that"})
#: A denial whose object is the sentence before it.
_THIS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?) (?:this|it|that)\b", re.I
)
#: Several charges at once: all that was told before may be meant.
_PLURAL = frozenset({"accusations", "allegations", "charges", "claims", "reports"})
_NOTE = "what it is about is told just before"
Spots = Mapping[int, Sequence[Span]]


def denials(
    question: Question, told: Iterable[Told], drawn: Iterable[Drawn], every: Iterable[Fact]
) -> Iterator[Drawn]:
    """Denials of what other lines tell.

    Args:
        question: what is asked.
        told: the reports.
        drawn: the lines found so far; what is for the question in a report is what a denial behind it may be of.
        every: all that the reports tell; an act as asked whose doer is not told may be what is denied too.
    """
    if not question.asks or question.slot not in {None, "actor"}:
        return
    spots = _spots(question, drawn, every)
    for one in told:
        if not in_days(question, one):
            continue
        scene = Scene(question, one)
        for claim in one.record.claims:
            if claim.act == "deny":
                yield from _denial(question, one, claim, scene, spots.get(one.source.key, ()))


def _spots(question: Question, drawn: Iterable[Drawn], every: Iterable[Fact]) -> Spots:
    spots: dict[int, list[Span]] = {}
    for line in (d.line for d in drawn if d.line.side in {"for", "found"}):
        for cite in (line.cite, *line.more):
            spots.setdefault(cite.source.key, []).append(cite.span)
    for fact in every:
        if fact.status in DENIED or sort_of(fact, question.asks, question.rows) != "asked":
            continue
        found = fits(question, fact)
        if found.rest and found.actor is not False:
            spots.setdefault(fact.told.source.key, []).append(fact.sentence.span)
    return spots


def _denial(
    question: Question, one: Told, claim: Claim, scene: Scene, spots: Sequence[Span]
) -> Iterator[Drawn]:
    speaker = _speaker(question, one, claim)
    answered = _answers(claim, scene, spots, _far(question, claim)) or _same_thing(
        question, claim, spots
    )
    if not answered and not _by_its_words(question, one, claim, scene, speaker):
        return
    if not speaker.level:
        if not answered:
            return
        speaker = Fit(LINKED, "denied by another than the one asked about")
    firm = (speaker.level or 0) >= FOR_IT
    side = "for" if question.denial else "against"
    note = "; ".join(filter(None, (speaker.note, _NOTE)))
    why = ("a denial of what is asked", Fit(speaker.level, note))
    yield Drawn(claim_line(one, claim, side, why, "denies", "denied"), firm)


def _speaker(question: Question, one: Told, claim: Claim) -> Fit:
    voices = claim.speakers or ((claim.speaker,) if claim.speaker else ())
    return linked_fit(question.actors, voices, one.record) if question.actors else Fit(FOR_IT)


def _far(question: Question, claim: Claim) -> int:
    """Sentences back that a denial may answer: more for who speaks for the country of the one asked about."""
    lands = {n.country for n in question.actors if n.country}
    return FAR if claim.speaker is not None and claim.speaker.actor.country in lands else BACK


def _answers(claim: Claim, scene: Scene, spots: Sequence[Span], far: int) -> bool:
    """Whether what is denied is a line for the question: the words it points back to, or a charge just before."""
    here = scene.at(claim.cue.span)
    if here is None or any(s.touches(scene.sentences[here]) for s in spots):
        return False
    back = [s for s in claim.content.spans if not scene.sentences[here].touches(s)]
    several = bool(_PLURAL & {w.strip(".,").casefold() for w in claim.sentence.text.split()})
    if back and not several:
        just = scene.sentences[here - 1] if here and _THIS.search(claim.sentence.text) else None
        return any(b.touches(s) for b in (*back, *([just] if just else ())) for s in spots)
    if not several and not _points(claim):
        return False
    told = set(_words(claim))
    back_ = (
        far if several or told & _CHARGES else BACK if told & (questions().anaphors - _IT) else 1
    )
    before = Span(scene.sentences[max(0, here - back_)].start, scene.sentences[here].start)
    return any(before.touches(s) for s in spots)


def _same_thing(question: Question, claim: Claim, spots: Sequence[Span]) -> bool:
    """Whether a denial speaks of the very thing that a line before it tells of ("new jets had been delivered")."""
    before = any(s.end <= claim.cue.span.start for s in spots)
    things = [n for n in question.names if n.kind == "thing"]
    heads = {
        h for n in question.actors if n.kind == "group" for h in n.heads
    }  # "it had any troops"
    return before and (
        any((thing_in(n, claim.content.text).level or 0) >= FOR_IT for n in things)
        or bool(heads & set(_words(claim)))
    )


def _points(claim: Claim) -> bool:
    """Whether a denial is of something told before ("this", "the strike") rather than of an act that it names."""
    words = _words(claim)
    bare = len(words) <= _BARE and bool(set(words) & _IT)
    nouns = set(words) & (questions().anaphors - _IT | _CHARGES)
    return bare or (len(words) <= _SHORT and bool(nouns))


def _by_its_words(question: Question, one: Told, claim: Claim, scene: Scene, speaker: Fit) -> bool:
    """Whether somebody asked about, or tied to them, denies an act as asked of a place or victim told before."""
    words = _words(claim)
    own = (speaker.level or 0) >= FOR_IT
    if own and question.carrier and _names_all(question, one, claim):
        return True
    words = words[:_SHORT] if own and set(words) & _INVOLVED else words
    if not speaker.level or len(words) > _SHORT or not (question.recipients or question.places):
        return False
    involved = own and bool(set(words) & _INVOLVED) and not _another_act(question, words)
    if not involved and not {stem_of(w) for w in words} & act_stems(question.asks):
        return False
    if _other_doer(question, one.record, claim) or _other_town(one.record, claim, question):
        return False
    back = FAR if question.actors and own else BACK
    return scene.told_before(claim.cue.span, back)


def _names_all(question: Question, one: Told, claim: Claim) -> bool:
    """Whether a denial names all that a question asks of."""
    told = {stem_of(w) for w in claim.content.text.split()}
    return bool(question.recipients) and all(
        mentioned(n, one.record, claim.content.spans) or bool({stem_of(h) for h in n.heads} & told)
        for n in (*question.recipients, *question.places)
    )


def _another_act(question: Question, words: Sequence[str]) -> bool:
    """Whether "responsibility for the strike" is denied where quite another act is asked about."""
    if any(a.loose for a in question.asks) or question.predicate:
        return True
    every = {stem_of(w) for a in questions().acts for p in a.patterns if len(p) == 1 for w in p[0]}
    own = act_stems(question.asks) | {stem_of(w) for w in _INVOLVED}
    return bool({stem_of(w) for w in words} & every - own)


def _words(claim: Claim) -> list[str]:
    return [w.strip(".,'\u2019\u201d\"").casefold() for w in claim.content.text.split()]


def _other_doer(question: Question, record: Record, claim: Claim) -> bool:
    """Whether a denial is about what somebody else did or is to do."""
    if not question.actors:
        return False
    spans = claim.content.spans
    inside = [a for a in record.actors if any(s.holds(m) for s in spans for m in a.mentions)]
    named = [
        Participant(a, None, None) for a in inside if a.country and any(c.isupper() for c in a.name)
    ]
    known = (*question.actors, *question.recipients, *question.places)
    return any((side_fit(known, (p,)).level or 0) < FOR_IT for p in named)


def _other_town(record: Record, claim: Claim, question: Question) -> bool:
    spans = claim.content.spans
    towns = [
        p for p in record.places
        if p.precision in TOWN and p.use == "literal" and any(s.holds(p.span) for s in spans)
    ]  # fmt: skip
    asked = (*question.recipients, *question.places)
    return bool(towns) and not any(mentioned(n, record, spans) for n in asked)
