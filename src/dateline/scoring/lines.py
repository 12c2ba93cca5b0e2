"""JSON Lines: the simple format, or dateline's own records."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError
from dateline.scoring.coding import Coding, Fault
from dateline.scoring.fields import days_of, event_of


def read_lines(data: bytes) -> tuple[tuple[Coding, ...], tuple[Fault, ...]]:
    """Codings of a file, one a line, and the lines that could not be used."""
    found: dict[str, tuple[int, Coding]] = {}
    faults = []
    for number, line in _lines(data):
        try:
            coding = coding_of(_object(line))
        except InputError as fault:
            faults.append(Fault(number, str(fault)))
            continue
        if coding.id in found:
            reason = f"id {coding.id!r} stands on line {found[coding.id][0]} already: give another"
            faults.append(Fault(number, reason))
            continue
        found[coding.id] = (number, coding)
    return tuple(coding for _, coding in found.values()), tuple(faults)


def coding_of(row: dict[str, Any]) -> Coding:
    """The coding of one report.

    Args:
        row: an object of the simple format or of a record.

    Raises:
        InputError: a field is missing or does not hold what it should.
    """
    report = row.get("report")
    head = report if isinstance(report, dict) else row
    ident = head.get("id")
    if isinstance(ident, bool) or not isinstance(ident, str | int) or not str(ident).strip():
        msg = 'has no id: give every report a field "id", the same in both files'
        raise InputError(msg)
    events = row.get("events")
    if not isinstance(events, list):
        msg = 'has no list of events: give "events": [...], or [] where nothing happened'
        raise InputError(msg)
    text, reason = head.get("text"), head.get("not_coded")
    return Coding(
        id=str(ident).strip(),
        events=tuple(event_of(e) for e in events),
        text=text if isinstance(text, str) and text.strip() else None,
        date=_day(head),
        not_coded=str(reason) if reason else None,
    )


def _day(head: dict[str, Any]) -> str | None:
    """The day of publication; both the simple format's and the record's name for it are taken."""
    days = days_of(head.get("date") or head.get("published"))
    if days is not None and days.start != days.end:
        msg = "the report's date is no single day: write it as YYYY-MM-DD"
        raise InputError(msg)
    return days.start if days else None


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield number, line


def _object(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except UnicodeDecodeError as cause:
        msg = "is not UTF-8: save the file as UTF-8"
        raise InputError(msg) from cause
    except (ValueError, RecursionError) as cause:
        msg = "is not valid JSON: put one whole JSON object on each line"
        raise InputError(msg) from cause
    if not isinstance(row, dict):
        msg = 'is no JSON object: write {"id": ..., "events": [...]}'
        raise InputError(msg)
    return row
