"""Everything reports tell, one by one: acts with their voice, relations, claims; each can be cited."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.records import (
    Act,
    Claim,
    Event,
    Participant,
    Place,
    Record,
    Relation,
    Report,
    SentenceRef,
    Span,
)
from dateline.records.incident import Citation, Source

#: Characters of a quotation at most; a longer sentence is cut where a clause ends.
QUOTE = 240
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
        "their",
        "its",
        "our",
        "who",
        "this",
        "that",
    }
)
_CLAUSE = re.compile(
    r"[;:\u2014\u2013]\s|, (?=(?:and|but|while|which|who|although|though|whereas|after|as|when)\b)|, "
)


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its record and where it is from."""

    source: Source
    record: Record


@dataclass(frozen=True, slots=True)
class Fact:
    """An act as one report tells it: an event, the act beneath it, or a standing relation as an act.

    ``carried``: the sentences before it tell the place or victim that it does not name.
    ``outer`` is the event around an act beneath (the promise of it, the threat, the refusal), else None.
    """

    told: Told
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    status: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None
    first_day: str | None
    last_day: str | None
    figures: tuple[str, ...]
    trigger: str
    span: Span
    sentence: SentenceRef
    speaker: Participant | None
    claim: Claim | None
    event: Event | None = None
    outer: Event | None = None
    relation: Relation | None = None
    carried: bool = False

    @property
    def ordinary(self) -> bool:
        """Whether it is coded as ordinary crime, accident, sport or business; only a question about it asks for it."""
        return self.event is not None and not self.event.relevant and self.status != "denied"

    @property
    def own_voice(self) -> bool:
        """Whether the report itself tells it."""
        return self.claim is None and self.speaker is None


def source_of(report: Report, key: int, *, publisher: str | None = None) -> Source:
    """The report as what cites it shows it; the outlet is its publisher, else its host, else the report itself."""
    name = publisher or report.publisher
    host = urlsplit(report.url).hostname if report.url else None
    return Source(
        key, report.id, report.title, report.url, name, report.published, name or host or report.id
    )


def facts(told: Told) -> Iterator[Fact]:
    """The acts of one report, those beneath others and its relations too, in reading order."""
    claims = {c.id: c for c in told.record.claims}
    for event in told.record.events:
        yield _event(told, event, claims)
        beneath = event.of
        while beneath is not None:
            yield _beneath(told, event, beneath, claims)
            beneath = beneath.of
    for relation in told.record.relations:
        yield _relation(told, relation, claims)


def _event(told: Told, event: Event, claims: Mapping[str, Claim]) -> Fact:
    claim = claims.get(event.attribution.claim) if event.attribution else None
    speaker = event.attribution.speaker if event.attribution else None
    return Fact(
        told, event.type, event.modes, event.contexts, event.cameo, event.status, event.actors,
        event.recipients, event.place, event.date.start if event.date else None,
        event.date.end if event.date else None, _figures(event), event.trigger.text,
        event.trigger.span, event.sentence, speaker or (claim.speaker if claim else None), claim, event,
    )  # fmt: skip


def _beneath(told: Told, event: Event, act: Act, claims: Mapping[str, Claim]) -> Fact:
    claim = claims.get(event.attribution.claim) if event.attribution else None
    return Fact(
        told, act.type, act.modes, act.contexts, None, "planned", act.actors or event.actors,
        act.recipients, act.place or event.place, act.date.start if act.date else None,
        act.date.end if act.date else None, _figures(act), act.trigger.text, act.trigger.span,
        event.sentence, claim.speaker if claim else None, claim, event, event,
    )  # fmt: skip


def _relation(told: Told, relation: Relation, claims: Mapping[str, Claim]) -> Fact:
    given = relation.attribution
    claim = claims.get(given.claim) if given else None
    other = relation.object
    return Fact(
        told, "", (), (), None, relation.status, (relation.subject,),
        () if isinstance(other, Place) else (other,), other if isinstance(other, Place) else None,
        None, None, (), relation.kind, relation.span, relation.sentence,
        (given.speaker if given else None) or (claim.speaker if claim else None), claim, relation=relation,
    )  # fmt: skip


def _figures(act: Act | Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, _ in act.magnitude.spans))


def cited(fact: Fact) -> Citation:
    """The words of the report that a fact rests on: its sentence, or the clauses of a long one around the act."""
    span = quoted_span(fact.sentence, (fact.span, *((fact.claim.cue.span,) if fact.claim else ())))
    text = fact.told.record.report.text
    return Citation(
        fact.told.source, text[span.start : span.end], span, fact.status,
        fact.speaker.actor.name if fact.speaker else None, fact.event.id if fact.event else None,
        fact.claim.id if fact.claim else None,
    )  # fmt: skip


def written(who: Participant) -> str:
    """How the report writes somebody, where that is a name; else the record's name, in brackets where only implied."""
    text = " ".join((who.text or "").split())
    named = any(w[:1].isupper() for w in text.split()) and text.casefold() not in _PRONOUNS
    name = text if named else who.actor.name
    return f"[{name}]" if who.inferred else name


def cited_event(told: Told, event: Event, status: str, speaker: str | None) -> Citation:
    """The words of a report that hold an event, with another status or speaker than its own."""
    span = quoted_span(event.sentence, (event.trigger.span,))
    text = told.record.report.text
    return Citation(told.source, text[span.start : span.end], span, status, speaker, event.id)


def cited_claim(told: Told, claim: Claim, status: str = "actual") -> Citation:
    """The words of a report that hold a claim."""
    span = quoted_span(claim.sentence, (claim.cue.span, *claim.content.spans[:1]))
    text = told.record.report.text
    name = claim.speaker.actor.name if claim.speaker else None
    return Citation(told.source, text[span.start : span.end], span, status, name, None, claim.id)


def quoted_span(sentence: SentenceRef, around: Iterable[Span]) -> Span:
    """The sentence, or where it is too long the stretch between clause ends that holds what matters in it."""
    whole = sentence.span
    if len(sentence.text) <= QUOTE:
        return whole
    inside = [s for s in around if whole.start <= s.start < whole.end]
    if not inside:
        return whole
    first = min(s.start for s in inside) - whole.start
    last = min(max(s.end for s in inside), whole.end) - whole.start
    starts = [0, *(m.end() for m in _CLAUSE.finditer(sentence.text) if m.end() <= first)]
    ends = [m.start() for m in _CLAUSE.finditer(sentence.text) if m.start() >= last]
    ends.append(len(sentence.text))
    start, end = starts[-1], ends[0]
    while True:  # as many clauses as there is room for
        wider = [(s, end) for s in starts[-2:-1] if end - s <= QUOTE]
        wider += [(start, e) for e in ends[1:2] if e - start <= QUOTE]
        if not wider:
            return Span(whole.start + start, whole.start + end)
        start, end = wider[0]
        starts = [s for s in starts if s <= start]
        ends = [e for e in ends if e >= end]
