"""How firmly the text commits to each act: a product read off a table, with its steps."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.ledger import Factor, Firmness, firmness
from dateline.records import Claim, Event, Participant, Span

INFORMS = frozenset({"COP", "MED", "JRN", "JUD", "UNO", "NGO", "IGO", "SOC"})
PARTIES = frozenset({"GOV", "MIL", "REB", "SPY", "PRM", "OPP", "PTY"})
#: What is not yet done; the words of its clause say how firmly it stands.
AHEAD = frozenset({"planned"})
#: Told as done; for every other status whose word it is stands in the status itself.
DONE = frozenset({"actual", "historical"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|['\u2019]ll")
#: Where a clause ends, for want of a better sign in plain text.
_BREAK = re.compile(r"[;:\u2014\u2013]|, (?:but|and|while|which|who|although|though|whereas)\b")


def with_commitment(events: Sequence[Event], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """The events with ``commitment`` reckoned anew and its steps in ``why.commitment``.

    Args:
        events: of one report, linked with its claims.
        claims: of the same report.
    """
    table, told = firmness(), {c.id: c for c in claims}
    return tuple(_reckoned(event, table, told) for event in events)


def _reckoned(event: Event, table: Firmness, told: Mapping[str, Claim]) -> Event:
    steps = [(f"status.{event.status}", table.status[event.status])]
    if event.status != "negated":
        steps += _source(event, table, told)
    if event.status not in {"negated", "denied"}:
        steps += _words(event, table)
    value = 1.0
    for _, factor in steps:
        value *= factor
    shown = tuple(f"{name} {factor:g}" for name, factor in steps if factor != 1.0)
    why = replace(event.why, commitment=shown)
    return replace(event, commitment=round(min(1.0, max(0.0, value)), 2), why=why)


def _source(event: Event, table: Firmness, told: Mapping[str, Claim]) -> list[tuple[str, float]]:
    """Whose word the act is, by what act of speech, and how many voices stand around that."""
    if event.attribution is None:
        return [("source.report", table.sources["report"])]
    claim = told.get(event.attribution.claim)
    speaker = event.attribution.speaker
    steps = []
    if event.status in DONE:
        kind = _kind(event, speaker)
        steps.append((f"source.{kind}", table.sources[kind]))
    if claim is not None:
        if event.status in DONE:
            steps.append((f"act.{claim.act}", table.acts[claim.act]))
        around = sum(_around(claim, other) for other in told.values())
        steps += [("link", table.link)] * around
    return steps


def _kind(event: Event, speaker: Participant | None) -> str:
    if speaker is None or (speaker.text or "").lower() in {"sources", "reports", "a source"}:
        return "unnamed"
    actor = speaker.actor
    if any(p.actor.id == actor.id for p in event.actors):
        return "own"
    if {*actor.sectors, actor.country or ""} & INFORMS:
        return "informs"
    return "official" if actor.kind == "country" or set(actor.sectors) & PARTIES else "other"


def _around(claim: Claim, other: Claim) -> bool:
    """Whether another claim, of another speaker, holds this one."""
    if other.id == claim.id or other.speaker is None or claim.speaker is None:
        return False
    if other.speaker.actor.id == claim.speaker.actor.id:
        return False
    return any(span.holds(claim.cue.span) for span in other.content.spans)


def _words(event: Event, table: Firmness) -> list[tuple[str, float]]:
    """Hedges and, for what lies ahead, the words that say how firmly it is planned."""
    if event.status in {"alleged", "hypothetical"}:
        found = _weakest(table.hedges, _clause(event))
        return [found] if found else []
    if event.status in AHEAD:
        plan = _weakest(table.plans, _clause(event))
        return [plan] if plan else []
    found = _weakest(table.hedges, _near(event))
    return [found] if found else []


def _weakest(rows: Sequence[Factor], words: frozenset[str]) -> tuple[str, float] | None:
    hits = [(row.id, row.factor) for row in rows if row.words & words]
    return min(hits, key=lambda hit: (hit[1], hit[0]), default=None)


def _clause(event: Event) -> frozenset[str]:
    """Words of the stretch of the sentence around the trigger, in lower case."""
    text, (start, end) = event.sentence.text, _within(event)
    first = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    broken = _BREAK.search(text, end)
    last = broken.start() if broken else len(text)
    return frozenset(m[0].lower() for m in _WORD.finditer(text, first, last))


#: Words before the trigger among which a hedge belongs to it.
_REACH = 3


def _near(event: Event) -> frozenset[str]:
    """The few words before the trigger; the trigger itself may be a hedge that is the act ("alleged")."""
    before = _WORD.findall(event.sentence.text, 0, _within(event).start)
    return frozenset(word.lower() for word in before[-_REACH:])


def _within(event: Event) -> Span:
    shift = event.sentence.span.start
    size = len(event.sentence.text)
    start = min(max(event.trigger.span.start - shift, 0), size)
    return Span(start, min(max(event.trigger.span.end - shift, start), size))
