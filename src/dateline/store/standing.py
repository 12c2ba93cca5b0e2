"""What stands: the coder's findings with people's corrections above them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.store.keys import HALF, Json


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of one event or claim of one report.

    ``report`` is the report's key; ``kind`` ``event`` or ``claim``; ``action`` ``replace``, ``reject`` or ``add``;
    ``person`` who says so; ``target`` the id spoken of (not for ``add``); ``json`` the event or claim that shall
    stand (not for ``reject``); ``note`` why.
    """

    report: int
    kind: str
    action: str
    person: str
    target: str = ""
    json: Json | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Correction(Judgement):
    """A judgement as it is kept.

    ``overruled`` is what the person saw there (None for ``add``); ``made`` and ``withdrawn`` are moments.
    """

    key: int = 0
    overruled: Json | None = None
    made: str = ""
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An event or claim, whether it stands, and the correction it comes from (None: the coder's)."""

    place: int
    json: Json
    standing: bool
    correction: int | None = None


def items(coded: Sequence[Json], corrections: Iterable[Correction]) -> tuple[Item, ...]:
    """Everything said of one report in one list, what stands and what was overruled.

    A newer coder may cut an act differently, so that its id changes; then whatever it finds at the words
    that the person judged is overruled too.

    Args:
        coded: the coder's list, in order.
        corrections: people's, for this list, in the order they were made; withdrawn ones count for nothing.

    Returns:
        The coder's items in their order, then people's.
    """
    found = [Item(place, json, standing=True) for place, json in enumerate(coded)]
    place = HALF
    for correction in corrections:
        if correction.withdrawn:
            continue
        hit = _overruled(found, correction)
        found = [
            Item(i.place, i.json, i.standing and n not in hit, i.correction)
            for n, i in enumerate(found)
        ]
        if correction.json is not None:
            found.append(Item(place, correction.json, standing=True, correction=correction.key))
            place += 1
    return tuple(found)


def signed(item: Item, by_key: dict[int, Correction]) -> Json:
    """The object as it goes out: with who corrected it, when somebody did."""
    if item.correction is None:
        return item.json
    made = by_key[item.correction]
    told = {"by": made.person, "at": made.made, "note": made.note, "action": made.action}
    return {**item.json, "corrected": told}


def _overruled(found: Sequence[Item], correction: Correction) -> set[int]:
    named = {n for n, i in enumerate(found) if i.json.get("id") == correction.target}
    if named or correction.overruled is None:
        return named
    judged = _words(correction.overruled)
    return {
        n
        for n, i in enumerate(found)
        if i.correction is None and judged and _overlap(_words(i.json), judged)
    }


def _words(item: Json) -> tuple[int, int] | None:
    """Where the words stand that show the item: an event's trigger, a claim's cue."""
    span = (item.get("trigger") or item.get("cue") or {}).get("span")
    return (span[0], span[1]) if span else None


def _overlap(one: tuple[int, int] | None, other: tuple[int, int]) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]
