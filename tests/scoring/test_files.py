"""Codings are read as meant, and what cannot be used is told by its line."""

import io
import json
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.scoring.coding import CodedEvent, Days, Loaded, Party
from dateline.scoring.files import read_codings

EVENT = {"type": "assault", "actors": [{"text": "rebels", "country": "COD", "sectors": ["REB"]}]}


def read(tmp_path: Path, text: str | bytes) -> Loaded:
    path = tmp_path / "codings"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_codings(str(path))


def test_simple_lines(tmp_path: Path) -> None:
    rows = [
        {"id": 7, "text": "Rebels ...", "date": "2024-05-02", "events": [EVENT]},
        {"id": "b", "events": []},
    ]
    loaded = read(tmp_path, "\n\n".join(json.dumps(r) for r in rows))
    first, second = loaded.codings
    assert (first.id, first.date, first.text) == ("7", "2024-05-02", "Rebels ...")
    assert first.events == (CodedEvent("ASSAULT", actors=(Party(("rebels",), "COD", ("REB",)),)),)
    assert second.events == ()
    assert loaded.faults == ()


def test_names_alone_and_intervals_will_do(tmp_path: Path) -> None:
    event = {
        "type": "AID",
        "actors": ["Oxfam"],
        "place": "Goma",
        "date": "2024-02/2024-03",
        "optional": True,
    }
    (coding,) = read(tmp_path, json.dumps({"id": "a", "events": [event]})).codings
    (found,) = coding.events
    assert found.actors == (Party(("Oxfam",)),)
    assert found.date == Days("2024-02-01", "2024-03-31")
    assert (found.place, found.optional) == (("Goma",), True)


def test_records(tmp_path: Path) -> None:
    place = {"text": "40 km east of Abeche", "name": None, "relation": {"of": "Abeche"}}
    event = {
        **EVENT, "status": "alleged", "relevant": False, "confidence": 0.8, "recipients": [],
        "actors": [{"text": "The ministry", "name": "interior ministry", "aliases": ["MOI"], "country": "TCD", "sectors": ["GOV"]}],
        "place": place, "date": {"text": "May", "start": "2024-05-01", "end": "2024-05-31"},
    }  # fmt: skip
    report = {"id": "r", "text": "T.", "published": "2024-06-01", "not_coded": None}
    (coding,) = read(tmp_path, json.dumps({"report": report, "events": [event]})).codings
    (found,) = coding.events
    assert coding.date == "2024-06-01"
    assert (found.status, found.relevant, found.confidence) == ("alleged", False, 0.8)
    assert found.actors[0].names == ("The ministry", "interior ministry", "MOI")
    assert "Abeche" in found.place
    assert found.date == Days("2024-05-01", "2024-05-31")
    assert coding.kept(everything=False) == ()


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("{", "not valid JSON"),
        ("[1]", "no JSON object"),
        ({"events": []}, "no id"),
        ({"id": True, "events": []}, "no id"),
        ({"id": "x"}, "no list of events"),
        ({"id": "a", "events": []}, "stands on line 1 already"),
        ({"id": "x", "events": ["AID"]}, "no object"),
        ({"id": "x", "events": [{"status": "actual"}]}, "no type"),
        ({"id": "x", "events": [{"type": "AID", "status": "real"}]}, "unknown status 'real'"),
        ({"id": "x", "events": [{"type": "AID", "actor": "Oxfam"}]}, 'write "actors"'),
        ({"id": "x", "events": [{"type": "AID", "actors": "Oxfam"}]}, "is no list"),
        ({"id": "x", "events": [{"type": "AID", "actors": [{}]}]}, "neither"),
        ({"id": "x", "events": [{"type": "AID", "date": "2024-02-30"}]}, "no day"),
        ({"id": "x", "events": [{"type": "AID", "date": "Monday"}]}, "no day"),
        ({"id": "x", "events": [{"type": "AID", "confidence": 7}]}, "from 0 to 1"),
        ({"id": "x", "events": [{"type": "AID", "optional": "no"}]}, "true or false"),
        ({"id": "x", "date": "2024", "events": []}, "no single day"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_used(tmp_path: Path, row: object, word: str) -> None:
    line = row if isinstance(row, str) else json.dumps(row)
    loaded = read(tmp_path, '{"id": "a", "events": []}\n' + line + '\n{"id": "b", "events": []}')
    (fault,) = loaded.faults
    assert fault.line == 2
    assert word in fault.reason
    assert [c.id for c in loaded.codings] == ["a", "b"]


@pytest.mark.parametrize("comma", [",", "\t"])
def test_table(tmp_path: Path, comma: str) -> None:
    rows = [
        "id,type,status,actor,actor_country,recipient,recipient_country,place,date,note",
        "r1,ASSAULT,,rebels|militia,COD|RWA,army,COD,Goma,2024-05-01,why",
        "r1,AID,planned,,UNO,,,,,",
        "r2,,,,,,,,,",
        ",AID,,,,,,,,",
        "r3,AID,so so,,,,,,,",
    ]
    loaded = read(tmp_path, "\ufeff" + "\r\n".join(rows).replace(",", comma))
    one, two = loaded.codings
    assault, aid = one.events
    assert assault.actors == (Party(("rebels",), "COD"), Party(("militia",), "RWA"))
    assert assault.date == Days("2024-05-01", "2024-05-01")
    assert (aid.status, aid.actors) == ("planned", (Party((), "UNO"),))
    assert (two.id, two.events) == ("r2", ())
    assert [f.line for f in loaded.faults] == [5, 6]
    assert loaded.notes == ("columns not read: note",)


def test_a_cell_of_several_lines_keeps_the_count(tmp_path: Path) -> None:
    loaded = read(tmp_path, 'id,type,text\na,AID,"two\nlines"\n,AID,\n')
    assert loaded.codings[0].text == "two\nlines"
    assert [f.line for f in loaded.faults] == [4]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "holds no report"),
        ("{}\n", "line 1 has no id"),
        ("id,kind\n1,2\n", "no column 'type'"),
        ("id,type\n", "holds no report"),
        (b"id,type\n\xff,AID\n", "not UTF-8"),
        ("id,type\na," + "x" * 200_000, "line 2 cannot be read"),
    ],
)
def test_unusable_files(tmp_path: Path, text: str | bytes, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        read(tmp_path, text)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_codings("nowhere.jsonl")


def test_standard_input() -> None:
    loaded = read_codings("-", io.BytesIO(b'{"id": "a", "events": []}'))
    assert loaded.name == "standard input"
    assert loaded.codings[0].id == "a"
