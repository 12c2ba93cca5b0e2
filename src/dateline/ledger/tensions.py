"""Tensions inside one report: two places that do not go together, both shown, none preferred; few rather than many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.ledger.count_tensions import count_tensions
from dateline.ledger.same import same_side
from dateline.ledger.truce_tensions import truce_tensions
from dateline.ledger.word_tensions import word_tensions
from dateline.records import (
    Claim,
    Event,
    Evidence,
    Participant,
    Place,
    Relation,
    Report,
    Tension,
    TensionSide,
    content_id,
)

#: Relations by which two subjects are one side.
_JOINED = frozenset({"part_of", "member_of", "leads", "speaks_for"})


@dataclass(frozen=True, slots=True)
class Told:
    """What tensions are looked for in: a report with its events, claims and relations."""

    report: Report
    events: Sequence[Event]
    claims: Sequence[Claim]
    relations: Sequence[Relation]


def find_tensions(told: Told) -> tuple[Tension, ...]:
    """Every tension of a report, in the order of their first sides."""
    found = [
        *word_tensions(told.report, told.events, told.claims, told.relations),
        *_control(told),
        *count_tensions(told.report, told.events),
        *truce_tensions(told.report, told.events, told.claims),
    ]
    unlike = {(t.kind, t.sides[0].evidence.span, t.sides[1].evidence.span): t for t in found}
    return tuple(sorted(unlike.values(), key=lambda t: t.sides[0].evidence.span))


def _control(told: Told) -> Iterator[Tension]:
    """A government that has its seat where another holds control."""
    seats = [r for r in told.relations if r.kind == "based_in" and _governs(r.subject)]
    holds = [r for r in told.relations if r.kind == "controls"]
    for seat in seats:
        for hold in holds:
            if _unsure(seat) or _unsure(hold) or not _one_place(seat.object, hold.object):
                continue
            if same_side(seat.subject.actor, hold.subject.actor) or _joined(seat, hold, told):
                continue
            where = _name(seat.object)
            yield Tension(
                content_id("t", told.report.id, "control", tuple(seat.span), tuple(hold.span)),
                "control", "control.seat",
                f"one has its seat in {where}, another controls {where}",
                (_side(seat), _side(hold)),
            )  # fmt: skip
            break


def _governs(who: Participant) -> bool:
    return "GOV" in who.actor.sectors and who.actor.kind == "organisation"


def _unsure(relation: Relation) -> bool:
    return relation.status not in {"actual", "alleged"}


def _joined(seat: Relation, hold: Relation, told: Told) -> bool:
    """Whether the report itself says that the one belongs to the other, or acts for it."""
    ids = {seat.subject.actor.id, hold.subject.actor.id}
    return any(
        r.kind in {*_JOINED, "backs"}
        and isinstance(r.object, Participant)
        and {r.subject.actor.id, r.object.actor.id} == ids
        for r in told.relations
    )


def _one_place(a: Participant | Place, b: Participant | Place) -> bool:
    if _kind(a) == "country" or _kind(b) == "country":
        return False  # "controls parts of the country" is no seat
    return _name(a).casefold() == _name(b).casefold()


def _kind(thing: Participant | Place) -> str | None:
    return thing.kind if isinstance(thing, Place) else thing.actor.kind


def _name(thing: Participant | Place) -> str:
    return (thing.name or thing.text) if isinstance(thing, Place) else thing.actor.name


def _side(relation: Relation) -> TensionSide:
    start, end = relation.span
    shift = relation.sentence.span.start
    words = relation.sentence.text[start - shift : end - shift]
    by = relation.attribution.speaker if relation.attribution else None
    return TensionSide(Evidence(words, relation.span), by)
