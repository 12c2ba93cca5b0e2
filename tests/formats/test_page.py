"""The page a person reads."""

from dataclasses import replace

import pytest
from helpers.samples import DENIED, EMPTY, FRIDAY, PLANNED, PROMISE, RECORD, SHELLING
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dateline.formats.page import render
from dateline.records import Record


def _flat(record: Record, width: int = 120) -> str:
    return " ".join(render(record, width).split())


def test_what_it_tells() -> None:
    page = _flat(RECORD)
    for words in (
        "Rebels Shell Harbour",
        "published Friday 5 April 2019 (as given) \u00b7 The Harbour Times",
        "machine-coded, unreviewed",
        "Friday 5 April 2019 1. Rebels > [dockers]: attacks (heavy weapons)",
        "in Aden, Yemen \u00b7 at least 12 killed \u00b7 according to mayor of Aden",
        "Day not told 2. [denied] [Rebels]: attacks",
        "Egypt: agrees or promises \u2014 about: Egypt: gives aid (medical)",
        "WHAT IS NEXT 3. Tuesday 9 April 2019: Egypt: gives aid (medical)",
        "April 9 (year not told): somebody > Egypt: meets or talks in Aden, Yemen",
        "Rebels denied: \u201cWe never fired on the harbour,\u201d",
        "mayor of Aden said: Rebels shelled the harbour of Aden",
        "[alleged] Rebels: opposes mayor of Aden",
        "Rebels: is based in Aden",
        "Aden, Yemen (12.78, 45.04)",
        "Karvel: not found (not in the gazetteer)",
        "1 ordinary event (crime, accident, sport, business) left out here",
    ):
        assert words in page


def test_order_of_days() -> None:
    early = replace(SHELLING, id="e-0", date=replace(FRIDAY, start="2019-04-01", end="2019-04-01"))
    past = replace(SHELLING, id="e-9", status="historical")
    page = _flat(replace(RECORD, events=(DENIED, past, SHELLING, early)))
    order = [
        page.index(x)
        for x in ("1 April 2019 4. Rebels", "5 April 2019 3. Rebels", "Day not told", "Background")
    ]
    assert order == sorted(order)


def test_planned_events_stand_once() -> None:
    assert _flat(replace(RECORD, events=(PLANNED,))).count("meets or talks") == 1


@pytest.mark.parametrize(
    ("published", "ahead"), [("2019-04-05", True), ("2019-04-20", False), (None, True)]
)
def test_promises_ahead(published: str | None, ahead: bool) -> None:
    report = replace(RECORD.report, published=published)
    page = _flat(replace(RECORD, report=report, events=(PROMISE,)))
    assert ("WHAT IS NEXT" in page) is ahead
    assert ("date unknown" in page) is (published is None)


def test_claim_quoted_in_part() -> None:
    claim = replace(RECORD.claims[0], direct=True)
    page = _flat(replace(RECORD, claims=(claim,)))
    assert "mayor of Aden said: Rebels shelled the harbour of Aden RELATIONS" in page


def test_not_coded() -> None:
    page = _flat(EMPTY)
    assert "NOT CODED the text is in German, not in English" in page
    assert "EVENTS" not in page


@pytest.mark.parametrize("width", [10, 60, 80, 200, 1000])
def test_width_and_no_colour(width: int) -> None:
    page = render(RECORD, width)
    assert max(cell_len(line) for line in page.split("\n")) <= min(max(width, 40), 200)
    assert "\x1b" not in page


def test_colour() -> None:
    assert "\x1b[" in render(RECORD, 80, colour=True)


@given(st.text(alphabet=st.characters(codec=None), max_size=80))
def test_any_text(text: str) -> None:
    report = replace(RECORD.report, text=text, title=text, publisher=text)
    page = render(replace(RECORD, report=report), 80)
    page.encode("utf-8")
    assert all(c.isprintable() or c == "\n" for c in page)
