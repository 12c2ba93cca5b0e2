"""The JSON object of the contract."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from helpers.samples import EMPTY, RECORD, TEXT
from hypothesis import given
from hypothesis import strategies as st

from dateline.formats.to_json import json_line, record_dict

if TYPE_CHECKING:
    from dateline.records import Record

ACTOR = {"id", "name", "aliases", "country", "sectors", "code", "kind", "wikidata"}
PLACE = {
    *("text", "span", "name", "country", "country_name", "admin1", "kind", "use", "lat", "lon"),
    *("geonameid", "precision", "relation", "candidates", "reason"),
}
DATE = {"text", "span", "type", "value", "start", "end", "edtf", "basis"}
CORE = {
    *("type", "modes", "contexts", "actors", "recipients", "place", "date", "magnitude"),
    *("magnitude_spans", "trigger", "of"),
}
EVENT = CORE | {
    *("id", "cameo", "quad", "goldstein", "intensity", "status", "relevant", "instruments"),
    *("attribution", "commitment", "sentence", "confidence", "why"),
}
CLAIM = {
    *("id", "speaker", "speakers", "act", "cue", "content", "direct", "audience", "medium", "date"),
    *("events", "stance", "sentence"),
}
RELATION = {"kind", "subject", "object", "status", "attribution", "span", "sentence"}
REPORT = {
    *("id", "input", "title", "text", "url", "publisher", "dateline", "published"),
    *("published_from", "language", "not_coded", "left_out", "coder"),
}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)


def test_fields_of_the_contract() -> None:
    found = record_dict(RECORD)
    assert list(found) == [
        *("report", "headline", "actors", "places", "dates", "events", "claims", "relations"),
        "tensions",
    ]
    assert found["headline"] is None
    assert set(found["report"]) == REPORT
    assert set(found["report"]["coder"]) == {"dateline", "parser", "lexicon", "models"}
    assert {frozenset(a) for a in found["actors"]} == {frozenset(ACTOR | {"mentions"})}
    assert {frozenset(p) for p in found["places"]} == {frozenset(PLACE)}
    assert {frozenset(d) for d in found["dates"]} == {frozenset(DATE)}
    assert {frozenset(e) for e in found["events"]} == {frozenset(EVENT)}
    assert {frozenset(c) for c in found["claims"]} == {frozenset(CLAIM)}
    assert {frozenset(r) for r in found["relations"]} == {frozenset(RELATION)}
    assert set(found["events"][2]["of"]) == CORE


def test_values() -> None:
    event = record_dict(RECORD)["events"][0]
    assert event["magnitude"] == {"killed": [12, None]}
    start = TEXT.index("at least 12")
    assert event["magnitude_spans"] == {"killed": [[start, start + 11]]}
    assert "inferred" not in event["actors"][0]
    assert event["recipients"][0]["inferred"] is True
    assert "mentions" not in event["actors"][0]
    assert event["attribution"]["claim"] == "c-mayor"
    assert event["attribution"]["speaker"]["name"] == "mayor of Aden"
    assert event["why"]["entries"] == ["assault.shell.v1"]
    relation = record_dict(RECORD)["relations"][1]
    assert (relation["object"]["name"], relation["object"]["text"]) == ("Aden", "Aden")


def test_every_text_is_the_slice_its_span_names() -> None:
    checked = 0
    for found in _objects(record_dict(RECORD)):
        span, text = found.get("span"), found.get("text")
        if span and text and found["text"] != "Karvel":
            assert TEXT[span[0] : span[1]] == text
            checked += 1
    assert checked > 30


def test_report_that_was_not_coded() -> None:
    found = record_dict(EMPTY)
    assert found["report"]["not_coded"] == "the text is in German, not in English"
    assert found["report"]["dateline"] is None
    lists = ("actors", "places", "dates", "events", "claims", "relations")
    assert [found[name] for name in lists] == [[]] * len(lists)


def test_line_is_one_line_and_keeps_letters() -> None:
    line = json_line(RECORD)
    assert "\n" not in line
    assert "\u201cWe never" in line
    assert json.loads(line) == record_dict(RECORD)


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_text_goes_there_and_back(text: str) -> None:
    record: Record = replace(RECORD, report=replace(RECORD.report, text=text, title=text))
    line = json_line(record)
    assert json.loads(line.encode("utf-8")) == record_dict(record)
    assert len(line.split("\n")) == 1


def test_half_a_surrogate_pair() -> None:
    record = replace(RECORD, report=replace(RECORD.report, text="A \ud800 B"))
    line = json_line(record)
    assert json.loads(line.encode("utf-8"))["report"]["text"] == "A \ud800 B"
