"""The fields of an event, read from JSON: dateline's own record and the simple format use the same names."""

import re
from calendar import monthrange
from datetime import date as Date  # noqa: N812  (dates of events are called date)
from typing import Any

from dateline.errors import InputError
from dateline.scoring.coding import ACTUAL, STATUSES, CodedEvent, Days, Party

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
#: Columns of the table format that are lists in JSON; a slip that would otherwise lose a side.
_SLIPS = {"actor": "actors", "recipient": "recipients", "mode": "modes"}


def event_of(row: object) -> CodedEvent:
    """One event.

    Args:
        row: an object with at least ``type``.

    Raises:
        InputError: a field does not hold what it should.
    """
    if not isinstance(row, dict):
        msg = 'an event is no object: write {"type": "ASSAULT", ...}'
        raise InputError(msg)
    for slip, name in _SLIPS.items():
        if slip in row and name not in row:
            msg = f'an event has "{slip}": write "{name}": [...]'
            raise InputError(msg)
    return CodedEvent(
        type=type_of(row.get("type")),
        status=status_of(row.get("status")),
        modes=tuple(str(m) for m in _list(row, "modes")),
        actors=tuple(_party(p) for p in _list(row, "actors")),
        recipients=tuple(_party(p) for p in _list(row, "recipients")),
        place=_place(row.get("place")),
        date=days_of(row.get("date")),
        optional=_flag(row, "optional", default=False),
        relevant=_flag(row, "relevant", default=True),
        confidence=confidence_of(row.get("confidence")),
    )


def type_of(value: object) -> str:
    """An event type in capitals."""
    if not isinstance(value, str) or not value.strip():
        msg = 'an event has no type: give "type", such as "ASSAULT"'
        raise InputError(msg)
    return value.strip().upper()


def status_of(value: object) -> str:
    """A status of the contract; ``actual`` where none is given."""
    if value is None or value == "":
        return ACTUAL
    status = str(value).strip().lower()
    if status not in STATUSES:
        msg = f"unknown status {value!r}: one of {', '.join(STATUSES)}"
        raise InputError(msg)
    return status


def days_of(value: object) -> Days | None:
    """The days of "2024-05-01", "2024-05", "2024", "2024-05-01/2024-05-03" or of a record's date."""
    if value is None or value == "":
        return None
    if isinstance(value, dict):
        start, end = value.get("start"), value.get("end")
        return Days(start and str(start), end and str(end)) if start or end else None
    parts = [_span(part.strip(), value) for part in str(value).split("/")]
    return Days(parts[0][0], parts[-1][1])


def confidence_of(value: object) -> float | None:
    """A confidence from 0 to 1; None where none is given."""
    if value is None or value == "":
        return None
    try:
        number = float(str(value))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        msg = f"confidence {value!r} is no number from 0 to 1"
        raise InputError(msg)
    return number


def party(names: tuple[Any, ...], country: object, sectors: tuple[str, ...]) -> Party | None:
    """A side's party; None where nothing is told of it."""
    told = tuple(dict.fromkeys(str(n).strip() for n in names if n and str(n).strip()))
    code = str(country).strip().upper() if country else ""
    if not told and not code:
        return None
    return Party(told, code or None, tuple(s.strip().upper() for s in sectors if s.strip()))


def _party(row: object) -> Party:
    if isinstance(row, str):
        found = party((row,), None, ())
    elif isinstance(row, dict):
        sectors = tuple(str(s) for s in _list(row, "sectors"))
        names = (row.get("text"), row.get("name"), *_list(row, "aliases"))
        found = party(names, row.get("country"), sectors)
    else:
        found = None
    if found is None:
        msg = 'an actor or recipient has neither "text" nor "country": give one of them'
        raise InputError(msg)
    return found


def _place(value: object) -> tuple[str, ...]:
    """Names of a place; of "40 km east of Goma" also Goma."""
    if isinstance(value, dict):
        near = value.get("relation")
        of = near.get("of") if isinstance(near, dict) else None
        names = (value.get("name"), value.get("text"), of)
    else:
        names = (value, None, None)
    return tuple(dict.fromkeys(str(n) for n in names if n and str(n).strip()))


def _span(text: str, whole: object) -> tuple[str, str]:
    """First and last day of a year, month or day."""
    found = _DAY.fullmatch(text)
    year, month, day = (int(g) if g else None for g in found.groups()) if found else (None,) * 3
    try:
        first = Date(year or 0, month or 1, day or 1)
    except ValueError as cause:  # the year 0 of what is no date at all is none, too
        msg = f"date {whole!r} is no day: write 2024-05-01, 2024-05, 2024 or 2024-05-01/2024-05-03"
        raise InputError(msg) from cause
    last_month = month or 12
    last_day = day or monthrange(first.year, last_month)[1]
    return first.isoformat(), Date(first.year, last_month, last_day).isoformat()


def _list(row: dict[str, Any], name: str) -> list[Any]:
    value = row.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        msg = f'"{name}" is no list: write "{name}": [...]'
        raise InputError(msg)
    return value


def _flag(row: dict[str, Any], name: str, *, default: bool) -> bool:
    value = row.get(name, default)
    if not isinstance(value, bool):
        msg = f'"{name}" is {value!r}: write true or false'
        raise InputError(msg)
    return value
