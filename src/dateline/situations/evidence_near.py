"""Charges that do not name again what they are about: the sentences before them tell it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from dateline.knowledge.questions import Asking, questions
from dateline.ledger.same import TOWN
from dateline.records import Claim, Event, Record, Span
from dateline.records.answer import EvidenceLine
from dateline.situations.evidence_claims import claim_line, in_days, stem_of
from dateline.situations.evidence_facts import Fact, Told, cited_event, written
from dateline.situations.evidence_fit import mentioned, sort_of
from dateline.situations.evidence_linked import linked_fit
from dateline.situations.evidence_who import FOR_IT, Fit
from dateline.situations.question_parts import Drawn, Question

#: Sentences back that "the attack" or "it" may point to.
BACK = 3
#: Sentences back that a denial by the one asked about may point to, where the act itself stands there.
FAR = 6
#: Characters of a charge within which it names whom it charges.
_ACCUSED = 60
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?=\S)[^\n.!?]*)*[.!?]*[\u201d\u2019\"')]*")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|No)\.$")
#: A verb with a pronoun for its object.
_IT = re.compile(r"[A-Za-z]+(?: \w+)? (?:it|them|this|that)\b")
_NOTE = "what it is about is told just before"


class Scene:
    """One report as a row of sentences, and which of them tell of the act asked about where it is asked."""

    def __init__(self, question: Question, told: Told) -> None:
        """Look at a report with a question in mind."""
        self._question, self._told = question, told
        self._record = told.record
        inner = {stem_of(w) for w in question.inner}
        told_of = [
            a for a in questions().acts
            if any(len(p) == 1 and inner & {stem_of(w) for w in p[0]} for p in a.patterns)
        ]  # fmt: skip
        self._stems = act_stems(told_of if inner else question.asks) | inner

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The report's sentences; a line ends one too."""
        return sentences(self._record)

    @cached_property
    def topics(self) -> tuple[bool, ...]:
        """Of each sentence: whether it names all to whom and where, and has a word of the act."""
        return tuple(self._names(s) and self._act(s) for s in self.sentences)

    def at(self, span: Span) -> int | None:
        """The number of the sentence in which some words begin."""
        return next(
            (n for n, s in enumerate(self.sentences) if s.start <= span.start < s.end), None
        )

    def told_before(self, span: Span, back: int = BACK) -> bool:
        """Whether the sentences just before some words, or their own, tell of the act asked about."""
        here = self.at(span)
        if here is None:
            return False
        for n in range(here, max(-1, here - back - 1), -1):
            if self.topics[n]:
                return True
            if back == BACK and self._elsewhere(self.sentences[n]):
                return False
        return False

    def named_before(self, span: Span) -> bool:
        """Whether one of the sentences just before some words names all to whom and where."""
        here = self.at(span)
        return here is not None and any(
            self._names(s) for s in self.sentences[max(0, here - BACK) : here]
        )

    def _names(self, span: Span) -> bool:
        names = (*self._question.recipients, *self._question.places)
        targets = [n for n in names if n.kind != "thing"] or names
        if not targets:
            return False
        text = self._record.report.text
        lands = [n for n in targets if n.somewhere]
        bodies = [n for n in targets if not n.somewhere and n in self._question.recipients]
        wanted = [*lands, *bodies] if bodies and self._question.places else lands or targets
        return all(mentioned(n, self._record, (span,)) for n in wanted) and not any(
            _started(f, text[span.start : span.end]) for n in lands for f in n.forms
        )

    def _act(self, span: Span) -> bool:
        words = self._record.report.text[span.start : span.end].replace("-", " ").split()
        return bool({stem_of(w) for w in words} & self._stems)

    def _elsewhere(self, span: Span) -> bool:
        """Whether a sentence is about another town."""
        there = [
            p for p in self._record.places
            if span.holds(p.span) and p.precision in TOWN and p.use == "literal"
        ]  # fmt: skip
        return bool(there) and not self._names(span)


def _started(form: str, text: str) -> bool:
    """Whether a sentence names a place only as where something came from."""
    low = " ".join(text.casefold().split())
    return low.count(f"from {form}") == low.count(form) > 0


def act_stems(asks: Sequence[Asking]) -> frozenset[str]:
    """Stems of words that tell an act, its whole type's where the question names no more than that."""
    table = questions()
    bare = {r.type for a in asks for r in a.acts if r == replace(r, modes=frozenset(), cameo=None, trigger=(),
            contexts=frozenset(), figure=None, recipient=frozenset())}  # fmt: skip
    alike = [a for a in table.acts if {r.type for r in a.acts} <= bare and a.acts]
    found: set[str] = set()
    for asking in (*asks, *alike):
        found |= {w for p in asking.patterns if len(p) == 1 for w in p[0]}
        found |= {w for r in (*asking.acts, *asking.wider) for w in r.trigger}
    return frozenset(stem_of(w) for w in found if w != "@place")


def sentences(record: Record) -> tuple[Span, ...]:
    """A report's sentences by its full stops, which is enough to say which stands before which."""
    text, line = record.report.text, record.report.dateline
    found: list[Span] = []
    for match in _SENTENCE.finditer(text, line.end if line else 0):
        joined = bool(found) and _ABBREVIATED.search(text, found[-1].start, found[-1].end)
        if joined and text[found[-1].end : match.start()].strip(" ") == "":
            found[-1] = Span(found[-1].start, match.end())
        elif match[0].strip():
            found.append(Span(match.start(), match.end()))
    return tuple(found)


def carried(question: Question, told: Sequence[Told], every: Iterable[Fact]) -> list[Fact]:
    """The facts, those marked whose place or victim the sentences before them tell."""
    scenes = {t.source.key: Scene(question, t) for t in told}
    about = any(a.outer for a in question.asks) and not question.places
    if not question.places and not question.recipients:
        return list(every)

    def before(fact: Fact) -> bool:
        scene = scenes[fact.told.source.key]
        if about:  # "turned it down": of the act within it only what a pronoun stands for
            return bool(
                _IT.match(fact.told.record.report.text, fact.span.start)
            ) and scene.named_before(fact.span)
        return scene.told_before(fact.span) or (
            _definite(question, fact) and scene.named_before(fact.span)
        )

    return [
        replace(f, carried=True)
        if sort_of(f, question.asks, question.rows) == "asked" and before(f)
        else f
        for f in every
    ]


def _definite(question: Question, fact: Fact) -> bool:
    """Whether an act's sentence speaks of "the base" that is asked about by its name."""
    words = [w.strip(".,;:").casefold() for w in fact.sentence.text.split()]
    heads = {h for n in question.recipients if n.kind == "thing" and n.forms for h in n.heads}
    return any(a == "the" and b in heads for a, b in pairwise(words))


def near(question: Question, told: Iterable[Told]) -> Iterator[Drawn]:
    """Charges of the act asked about that name neither it nor the place again."""
    if not question.asks or not (question.recipients or question.places):
        return
    for one in told:
        if not in_days(question, one):
            continue
        scene = Scene(question, one)
        for event in one.record.events if question.slot in {None, "actor"} else ():
            if event.type == "ACCUSE" and "allege" in event.modes and event.of is None:
                yield from _charge(question, one, event, scene)
        for claim in one.record.claims if question.slot in {None, "actor"} else ():
            if claim.act == "accuse":
                yield from _accusation(question, one, claim, scene)


def _charge(question: Question, one: Told, event: Event, scene: Scene) -> Iterator[Drawn]:
    accused = (
        linked_fit(question.actors, event.recipients, one.record)
        if question.actors
        else Fit(FOR_IT)
    )
    if (accused.level or 0) < FOR_IT or not _violent(question):
        return
    if question.denial or not event.recipients or not scene.told_before(event.trigger.span):
        return
    who = _accuser(event)
    says = f"Charged by {who}: {written(event.recipients[0])}, \u201c{event.trigger.text}\u201d"
    why = "; ".join(filter(None, ("a charge of what is asked", accused.note, _NOTE)))
    cite = cited_event(one, event, "alleged", who)
    side = "for" if question.slot is None else "found"
    yield Drawn(EvidenceLine(side, says, "accuses", None, cite, why))


def _accusation(question: Question, one: Told, claim: Claim, scene: Scene) -> Iterator[Drawn]:
    """A charge that is told only by its words."""
    coded = {e.sentence.index for e in one.record.events if e.type == "ACCUSE"}
    if question.denial or not question.actors or claim.sentence.index in coded:
        return
    if not _violent(question) or _other_town(one.record, claim, question):
        return
    first = Span(claim.content.spans[0].start, claim.content.spans[0].start + _ACCUSED)
    accused = [n for n in question.actors if mentioned(n, one.record, (first,))]
    if accused and scene.told_before(claim.cue.span):
        side = "for" if question.slot is None else "found"
        why = ("a charge of what is asked", Fit(FOR_IT, _NOTE))
        yield Drawn(claim_line(one, claim, side, why, "accuses", "alleged"))


def _accuser(event: Event) -> str:
    """Who charges; where only unnamed people were coded and the report names whose word it is, that one."""
    speaker = event.attribution.speaker if event.attribution else None
    first = event.actors[0] if event.actors else speaker
    if first is not None and speaker is not None and "CVL" in first.actor.sectors:
        first = speaker
    return written(first) if first is not None else "a source not named"


def _violent(question: Question) -> bool:
    """Whether what is asked is an attack, which "the attack" or a bare charge may stand for."""
    return bool(question.asks) and all(set(a.types) == {"ASSAULT"} for a in question.asks)


def _other_town(record: Record, claim: Claim, question: Question) -> bool:
    spans = claim.content.spans
    towns = [
        p for p in record.places
        if p.precision in TOWN and p.use == "literal" and any(s.holds(p.span) for s in spans)
    ]  # fmt: skip
    asked = (*question.recipients, *question.places)
    return bool(towns) and not any(mentioned(n, record, spans) for n in asked)
