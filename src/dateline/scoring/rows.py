"""CSV and TSV with a header, one event a row; the CSV that dateline writes is read too."""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Protocol

from dateline.errors import InputError, UsageError
from dateline.scoring.coding import CodedEvent, Coding, Fault, Party
from dateline.scoring.fields import confidence_of, days_of, party, status_of, type_of

_SIDE = ("", "_country", "_sectors")
COLUMNS = (
    *("id", "type", "status", "modes"),
    *(f"{side}{part}" for side in ("actor", "recipient") for part in _SIDE),
    *("place", "date", "date_end", "optional", "relevant", "confidence", "text", "published"),
)
#: Names of dateline's own CSV.
_SAME = {
    "report_id": "id",
    "event_type": "type",
    "actor_name": "actor",
    "recipient_name": "recipient",
    "date_start": "date",
}
_SEVERAL = re.compile(r"[|;]")
_YES, _NO = {"true", "yes", "1", "x"}, {"", "false", "no", "0"}


def read_rows(
    text: str, name: str
) -> tuple[tuple[Coding, ...], tuple[Fault, ...], tuple[str, ...]]:
    """Codings of a table, the rows that could not be used, and notes.

    Rows with one id are one report; a row with an id and no type is a report without events.

    Args:
        text: the whole table.
        name: the file's name, for messages.

    Raises:
        UsageError: the header lacks ``id`` or ``type``.
    """
    head = text.split("\n", 1)[0]
    table = csv.reader(StringIO(text, newline=""), delimiter="\t" if "\t" in head else ",")
    lines = _cells(table, name)
    columns, notes = _header(next(lines)[1], name)
    reports: dict[str, _Report] = {}
    faults = []
    for number, cells in lines:
        row = {c: v.strip() for c, v in zip(columns, cells, strict=False) if c}
        if not any(row.values()):
            continue
        try:
            _add(reports, row)
        except InputError as fault:
            faults.append(Fault(number, str(fault)))
    return tuple(r.coding() for r in reports.values()), tuple(faults), notes


class _Table(Protocol):
    """What is used of a reader of the csv module."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


class _Report:
    """Rows of one report, as they come in."""

    def __init__(self, ident: str) -> None:
        self.id = ident
        self.events: list[CodedEvent] = []
        self.text: str | None = None
        self.date: str | None = None

    def coding(self) -> Coding:
        return Coding(self.id, tuple(self.events), self.text, self.date)


def _cells(table: "_Table", name: str) -> Iterator[tuple[int, list[str]]]:
    """Rows of a table, each with the number of its first line."""
    number = 1
    try:
        for cells in table:
            yield number, cells
            number = table.line_num + 1
    except csv.Error as cause:
        msg = f"{name} line {number} cannot be read as a table ({cause}): mend its quotes, or give JSON Lines"
        raise UsageError(msg) from cause


def _header(cells: list[str], name: str) -> tuple[list[str | None], tuple[str, ...]]:
    plain = [c.strip().lower() for c in cells]
    named = [_SAME.get(c, c) for c in plain]
    for column in ("id", "type"):
        if column not in named:
            msg = f"{name}: the first line names no column {column!r}: it needs id and type, and may have {_rest()}"
            raise UsageError(msg)
    own = "report_id" in plain
    strange = [c for c in named if c and c not in COLUMNS]
    notes = () if own or not strange else (f"columns not read: {', '.join(strange)}",)
    return [c if c in COLUMNS else None for c in named], notes


def _rest() -> str:
    return ", ".join(c for c in COLUMNS if c not in {"id", "type"})


def _add(reports: dict[str, _Report], row: Mapping[str, str]) -> None:
    ident = row.get("id", "")
    if not ident:
        msg = "has no id: give every row the id of its report"
        raise InputError(msg)
    event = _event(row) if row.get("type") else None
    days = days_of(row.get("published"))
    report = reports.setdefault(ident, _Report(ident))
    report.text = report.text or row.get("text") or None
    report.date = report.date or (days.start if days else None)
    if event:
        report.events.append(event)


def _event(row: Mapping[str, str]) -> CodedEvent:
    return CodedEvent(
        type=type_of(row["type"]),
        status=status_of(row.get("status")),
        modes=_several(row.get("modes")),
        actors=_side(row, "actor"),
        recipients=_side(row, "recipient"),
        place=(row["place"],) if row.get("place") else (),
        date=days_of("/".join(d for d in (row.get("date"), row.get("date_end")) if d)),
        optional=_flag(row, "optional", default=False),
        relevant=_flag(row, "relevant", default=True),
        confidence=confidence_of(row.get("confidence")),
    )


def _side(row: Mapping[str, str], side: str) -> tuple[Party, ...]:
    """The parties of a side; several are joined by | in each of its columns alike."""
    names, countries, sectors = (_SEVERAL.split(row.get(f"{side}{part}", "")) for part in _SIDE)
    found = []
    for i in range(max(len(names), len(countries))):
        told = tuple(re.split(r"[+, ]+", _at(sectors, i)))
        who = party((_at(names, i),), _at(countries, i), told)
        if who:
            found.append(who)
    return tuple(found)


def _at(cells: list[str], i: int) -> str:
    return cells[i].strip() if i < len(cells) else ""


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in _SEVERAL.split(cell or "") if part.strip())


def _flag(row: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = row.get(name, "").lower()
    if value and value not in _YES | _NO:
        msg = f"{name} is {value!r}: write true or false"
        raise InputError(msg)
    return value in _YES if value else default
