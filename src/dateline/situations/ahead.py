"""Dates ahead: what is planned, promised, threatened or due, by the days that the texts give."""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dateline.records.situation import AheadLine
from dateline.situations.outline import Outline, outlines
from dateline.situations.reading import Reader
from dateline.store.outline import EventLine

Json = dict[str, Any]
_MONTH, _YEAR = len("2026-03"), len("2026")


def ahead_lines(lines: Sequence[EventLine], reader: Reader, *, limit: int) -> tuple[AheadLine, ...]:
    """Incidents with a day to come, the nearest first.

    Args:
        lines: their events, each with the day ahead.
        reader: of the incidents.
        limit: how many at most.
    """
    by_key = {line.key: line for line in lines}
    found = sorted(((_due(o, by_key), o) for o in outlines(lines)), key=lambda pair: pair[0].order)
    some = [(due, o) for due, o in found[:limit]]
    whole = reader.incidents([o for _, o in some])
    made = []
    for due, outline in some:
        event = reader.event(due.line.report, due.line.id)
        day = when(event) if event else None
        made.append(AheadLine(day or due.day, due.type, whole[outline.key]))
    return tuple(made)


class _Due:
    """The day ahead that most tellings of an incident give, and one that gives it."""

    def __init__(self, line: EventLine) -> None:
        self.line = line
        self.day, self.type = str(line.ahead_day), str(line.ahead_type)
        self.order = self.day, line.key


def _due(outline: Outline, lines: dict[int, EventLine]) -> _Due:
    told = [lines[key] for key, _ in outline.told]
    days = Counter(str(line.ahead_day) for line in told)
    best = min(days, key=lambda d: (-days[d], d))
    return _Due(next(line for line in told if line.ahead_day == best))


def when(event: Json) -> str | None:
    """The day ahead of an event of the contract, no closer than the text has it.

    An ISO day; "2026-03" for a month, "2026" for a year, "2026-03-02/2026-03-08" for other stretches; None without one.
    """
    if event["status"] == "planned" and (date := _days(event)):
        return date
    act = event.get("of")
    while act:
        if date := _days(act):
            return date
        act = act.get("of")
    return None


def _days(act: Json) -> str | None:
    date = act.get("date") or {}
    first, last = date.get("start"), date.get("end")
    if not first or not last or first == last:
        return first or None
    if (first, last) == (f"{first[:_YEAR]}-01-01", f"{first[:_YEAR]}-12-31"):
        return str(first[:_YEAR])
    month = first[:_MONTH]
    if first == f"{month}-01" and last == f"{month}-{_length(month):02d}":
        return str(month)
    return f"{first}/{last}"


def _length(month: str) -> int:
    try:
        return monthrange(int(month[:_YEAR]), int(month[_YEAR + 1 :]))[1]
    except ValueError:
        return 0
