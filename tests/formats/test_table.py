"""Events as a table."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from helpers.samples import ADEN, EMPTY, RECORD, SHELLING

from dateline.formats.table import COLUMNS, header, row, table_rows
from dateline.records import Record


def _rows(record: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(header() + "".join(table_rows(record)))))


def test_one_event_a_row() -> None:
    rows = _rows(RECORD)
    assert [r["event_id"] for r in rows] == [e.id for e in RECORD.events]
    assert [r["status"] for r in rows] == ["actual", "denied", "actual", "planned", "actual"]
    assert len(row(RECORD, SHELLING)) == len(COLUMNS) == len(set(COLUMNS))


def test_cells() -> None:
    shelling, _, promise, planned, ordinary = _rows(RECORD)
    assert shelling["actor_name"] == "Rebels"
    assert shelling["recipient_sectors"] == "LAB+CVL"
    assert (shelling["killed_low"], shelling["killed_high"]) == ("12", "")
    assert (shelling["lat"], shelling["lon"]) == ("12.78", "45.04")
    assert shelling["goldstein"] == "-10.0"
    assert shelling["according_to"] == "mayor of Aden"
    assert promise["of_type"] == "AID"
    assert promise["of_date_start"] == "2019-04-09"
    assert (planned["date_start"], planned["date_edtf"]) == ("", "XXXX-04-09")
    assert ordinary["relevant"] == "false"


@pytest.mark.parametrize("precision", ["admin1", "country", None])
def test_areas_have_no_point(precision: str | None) -> None:
    event = replace(SHELLING, place=replace(ADEN, precision=precision))
    (found,) = _rows(replace(RECORD, events=(event,)))
    assert (found["lat"], found["lon"]) == ("", "")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\n=x"])
def test_no_cell_runs_as_a_formula(cell: str) -> None:
    report = replace(RECORD.report, title=cell)
    (first, *_) = _rows(replace(RECORD, report=report))
    assert not first["title"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.strip() in first["title"]


def test_no_events_no_rows() -> None:
    assert list(table_rows(EMPTY)) == []
