"""Events as a table: one event a row, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterator
from io import StringIO

from dateline.formats.to_json import FIGURES
from dateline.records import DateExpression, Event, Participant, Place, Record

Cell = str | int | float | None
#: Places known at least to the town; larger areas have no point.
POINTS = frozenset({"exact", "near"})
#: A cell that begins so would be run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t")
_SEVERAL = "; "

_SIDE = ("name", "country", "sectors", "code", "text")
COLUMNS: tuple[str, ...] = (
    *("report_id", "input", "url", "publisher", "title", "published", "event_id", "status"),
    *("relevant", "event_type", "modes", "contexts", "cameo", "quad", "goldstein", "intensity"),
    *("date_start", "date_end", "date_edtf", "date_text"),
    *(f"actor_{part}" for part in _SIDE),
    *(f"recipient_{part}" for part in _SIDE),
    *("place", "place_text", "admin1", "country", "place_precision", "lat", "lon", "geonameid"),
    *(f"{figure}_{side}" for figure in FIGURES for side in ("low", "high")),
    *("instruments", "of_type", "of_modes", "of_actor_name", "of_recipient_name"),
    *("of_date_start", "of_date_end", "according_to", "claim_id", "commitment", "confidence"),
    *("sentence", "trigger", "trigger_start", "trigger_end", "coder"),
)


def header() -> str:
    """The line of column names, with its line end."""
    return csv_line(COLUMNS)


def table_rows(record: Record) -> Iterator[str]:
    """Rows of one record, each with its line end; a text that looks like a formula gets a '."""
    for event in record.events:
        yield csv_line([safe(cell) for cell in row(record, event)])


def row(record: Record, event: Event) -> tuple[Cell, ...]:
    """Cells of one event, in the order of ``COLUMNS``."""
    report, of, speaker = record.report, event.of, event.attribution
    start, end = event.trigger.span
    return (
        report.id, report.input, report.url, report.publisher, report.title, report.published,
        event.id, event.status, str(event.relevant).lower(), event.type, _join(event.modes),
        _join(event.contexts), event.cameo, event.quad, event.goldstein, event.intensity,
        *_day(event.date), event.date.edtf if event.date else None,
        event.date.text if event.date else None,
        *_side(event.actors), *_side(event.recipients), *_where(event.place),
        *(edge for name in FIGURES for edge in getattr(event.magnitude, name) or (None, None)),
        _join(tuple(i.text for i in event.instruments)),
        of.type if of else None, _join(of.modes) if of else None,
        _names(of.actors) if of else None, _names(of.recipients) if of else None,
        *_day(of.date if of else None),
        speaker.speaker.actor.name if speaker and speaker.speaker else None,
        speaker.claim if speaker else None, event.commitment, event.confidence,
        event.sentence.text, event.trigger.text, start, end,
        f"dateline {record.coder.dateline}; {record.coder.parser}; lexicon {record.coder.lexicon}",
    )  # fmt: skip


def _side(people: tuple[Participant, ...]) -> tuple[Cell, ...]:
    return (
        _names(people),
        _join(tuple(p.actor.country or "" for p in people)),
        _join(tuple("+".join(p.actor.sectors) for p in people)),
        _join(tuple(p.actor.code or "" for p in people)),
        _join(tuple(p.text or "" for p in people)),
    )


def _names(people: tuple[Participant, ...]) -> str | None:
    return _join(tuple(p.actor.name for p in people))


def _where(place: Place | None) -> tuple[Cell, ...]:
    if place is None:
        return (None,) * 8
    point = (place.lat, place.lon) if place.precision in POINTS else (None, None)
    named = (place.name, place.text, place.admin1, place.country, place.precision)
    return (*named, *point, place.geonameid)


def _day(date: DateExpression | None) -> tuple[Cell, Cell]:
    return (date.start, date.end) if date else (None, None)


def _join(words: tuple[str, ...]) -> str | None:
    return _SEVERAL.join(words) if any(words) else None


def safe(cell: Cell) -> Cell:
    """A cell on one line that no spreadsheet takes for a formula."""
    if not isinstance(cell, str):
        return cell
    plain = cell.replace("\r", " ").replace("\n", " ")
    return f"'{plain}" if plain.lstrip(" ").startswith(_FORMULA) else plain


def csv_line(cells: "tuple[Cell, ...] | list[Cell]") -> str:
    """Cells as a line of CSV, with its line end."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
