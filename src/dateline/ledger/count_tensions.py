"""Two counts of the same people by two voices."""

from collections.abc import Iterator, Sequence

from dateline.ledger.same import EMPTY, days_apart, days_meet, places_agree, places_differ, telling
from dateline.records import (
    Event,
    Evidence,
    Participant,
    Report,
    Span,
    Tension,
    TensionSide,
    content_id,
)

FIGURES = ("killed", "injured", "arrested", "displaced", "crowd")
Range = tuple[int | None, int | None]
#: Kinds of those who can be counted among the dead.
PEOPLE = frozenset({"person", "group"})
#: Nouns that may be anybody.
ANYBODY = frozenset(
    {"people", "person", "casualty", "dead", "death", "victim", "life", "live", "body", "bodie"}
)


def count_tensions(report: Report, events: Sequence[Event]) -> Iterator[Tension]:
    """Pairs of events with figures that exclude each other, given by different voices."""
    for name in FIGURES:
        counted = [e for e in events if getattr(e.magnitude, name) is not None]
        for n, one in enumerate(counted):
            for other in counted[n + 1 :]:
                if counts_clash(one, other, name) and _voices_differ(one, other):
                    yield Tension(
                        content_id("t", report.id, "counts", name, one.id, other.id),
                        "counts", f"counts.{name}", f"two counts ({name})",
                        (_side(one, name, report), _side(other, name, report)),
                    )  # fmt: skip


def counts_clash(one: Event, other: Event, name: str) -> bool:
    """Whether two events of a report, at one place and time, give figures of one people that exclude each other."""
    if not figures_clash(one, other, name) or one.type != other.type:
        return False
    if days_apart(one.date, other.date) or places_differ(one.place, other.place):
        return False
    if one.sentence.index == other.sentence.index and one.attribution == other.attribution:
        return False
    near = places_agree(one.place, other.place) or days_meet(one.date, other.date)
    return near or _plain_follow(one, other)


def figures_clash(one: Event, other: Event, name: str) -> bool:
    """Whether two tellings of one act give figures of the same people that exclude each other."""
    a, b = getattr(one.magnitude, name), getattr(other.magnitude, name)
    if a is None or b is None or not _disjoint(a, b):
        return False
    return _same_people(one.recipients, other.recipients)


def _plain_follow(one: Event, other: Event) -> bool:
    """Whether the later one brings neither a day nor a place, nor a doer, of its own: it speaks on of the same."""
    return other.date is None and other.place is None and (not other.actors or not one.actors)


def _disjoint(a: Range, b: Range) -> bool:
    (a_low, a_high), (b_low, b_high) = a, b
    return (a_high is not None and b_low is not None and a_high < b_low) or (
        b_high is not None and a_low is not None and b_high < a_low
    )


def _same_people(a: Sequence[Participant], b: Sequence[Participant]) -> bool:
    """Whether the counted may be the same: the same noun, or none that tells them apart on either side."""
    mine, theirs = _nouns(a), _nouns(b)
    return mine == theirs


def _nouns(people: Sequence[Participant]) -> set[str]:
    found: set[str] = set()
    for p in people:
        if p.actor.kind not in PEOPLE:
            continue  # a market or a convoy is hit, not counted
        words = [w for w in p.actor.name.split() if w.casefold() not in EMPTY]
        found |= telling(words[-1]) - ANYBODY if words and not words[-1].isdigit() else set()
    return found


def _voices_differ(one: Event, other: Event) -> bool:
    a, b = one.attribution, other.attribution
    if a is None or b is None:
        return (a is None) != (b is None)
    if a.speaker is None or b.speaker is None:
        return a.claim != b.claim
    return a.speaker.actor.id != b.speaker.actor.id


def _side(event: Event, name: str, report: Report) -> TensionSide:
    spans = [s for key, s in event.magnitude.spans if key == name]
    span = (
        Span(min(s.start for s in spans), max(s.end for s in spans))
        if spans
        else event.trigger.span
    )
    span = Span(min(span.start, event.trigger.span.start), max(span.end, event.trigger.span.end))
    by = event.attribution.speaker if event.attribution else None
    return TensionSide(Evidence(report.text[span.start : span.end], span), by, (event.id,))
