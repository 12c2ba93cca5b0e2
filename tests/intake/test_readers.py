"""Every kind of input, good and bad."""

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.intake import limits, readers
from dateline.intake.readers import read
from dateline.intake.setaside import SetAside
from dateline.records import Report, content_id

STORY = "Rebels took the harbour of Aden on Friday, the mayor said."


def _one(*inputs: str, date: str | None = None) -> Report:
    (found,) = read(inputs, date=date)
    assert isinstance(found, Report)
    return found


def _aside(*inputs: str) -> SetAside:
    (found,) = read(inputs)
    assert isinstance(found, SetAside)
    assert "\n" not in found.reason
    return found


def test_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Harbour Taken\n\nADEN, Yemen, April 5 (AP) -- {STORY}\n", encoding="utf-8")
    report = _one(str(path), date="2019-04-05")
    assert report.input == str(path)
    assert report.title == "Harbour Taken"
    assert report.dateline is not None
    assert report.text[report.dateline.end :] == STORY
    assert (report.published, report.published_from) == ("2019-04-05", "given")
    assert report.id == content_id("r", report.text)
    assert (report.language, report.not_coded) == ("en", None)


def test_json_lines_text_is_not_changed(tmp_path: Path) -> None:
    text = f"  Harbour Taken\r\n\r\n\tADEN (AP) -- {STORY} \ud800 \n\nLeave a Reply\n"
    rows = [
        {
            "id": "one",
            "text": text,
            "published": "2019-04-04",
            "title": "T",
            "url": "u",
            "publisher": "p",
        },
        {"id": 7, "text": STORY},
        {"text": STORY, "title": 5},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n\n".join(map(json.dumps, rows)), encoding="utf-8")
    first, second, third = read([str(path)], date="2019-04-09")
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert isinstance(third, Report)
    assert first.text == text
    assert (first.id, first.title, first.url, first.publisher) == ("one", "T", "u", "p")
    assert (first.published, first.published_from) == ("2019-04-04", "given")
    assert (second.id, second.published, second.input) == ("7", "2019-04-09", f"{path}:3")
    assert third.id == content_id("r", STORY)
    assert third.title is None


def test_own_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [f"ADEN, 5 April 2019 (AP) -- {STORY}", f"ADEN, April 5 (AP) -- {STORY}"]
    path.write_text("\n".join(json.dumps({"text": t}) for t in rows), encoding="utf-8")
    full, partial = read([str(path)])
    assert isinstance(full, Report)
    assert isinstance(partial, Report)
    assert (full.published, full.published_from) == ("2019-04-05", "dateline")
    assert (partial.published, partial.published_from) == (None, None)
    line = tmp_path / "b.txt"
    line.write_text(f"Published: 5 April 2019\n\n{STORY}", encoding="utf-8")
    report = _one(str(line))
    assert (report.published, report.published_from) == ("2019-04-05", "text")


def test_bad_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        b'{"text": "' + STORY.encode() + b'"}',
        b'{"text": "',
        b'["text"]',
        b'{"id": "x"}',
        b'{"text": 5}',
        b'{"text": "  "}',
        b'{"text": "\xff"}',
        b'{"text": "' + STORY.encode() + b'", "published": "soon"}',
        b"[" * 20_000,
        b'{"text": "' + STORY.encode() + b'"}',
    ]
    path.write_bytes(b"\n".join(lines))
    found = list(read([str(path)]))
    assert [type(x) for x in found] == [Report, *[SetAside] * 8, Report]
    reasons = [(x.input, x.reason) for x in found if isinstance(x, SetAside)]
    assert [name for name, _ in reasons] == [f"{path}:{n}" for n in range(2, 10)]
    for (_, reason), words in zip(
        reasons,
        [
            "not valid JSON",
            "no JSON object",
            "no text",
            "no text",
            "empty text",
            "not UTF-8",
            "'soon' is no date",
            "JSON",
        ],
        strict=False,
    ):
        assert words in reason


def test_folder_in_name_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.jsonl", ".hidden.txt", "notes.pdf", "z.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": STORY}) if "json" in name else STORY, encoding="utf-8")
    names = [Path(x.input).name for x in read([str(tmp_path)])]
    assert names == ["a.html", "b.txt", "c.jsonl:1", "z.TXT"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("b.txt", b" \n ", "is empty"),
        ("a.jsonl", b"", "is empty"),
        ("a.html", b"", "is empty"),
        ("c.txt", b"\x00\x01\x02\xff" * 99, "is no text"),
        ("d.txt", b"%PDF-1.7", "is a PDF"),
    ],
)
def test_unreadable_files(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    aside = _aside(str(path))
    assert aside.input == str(path)
    assert reason in aside.reason


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    assert "does not exist" in _aside(str(tmp_path / "none.txt")).reason
    assert "does not exist" in _aside(str(tmp_path / "none.jsonl")).reason
    assert "holds no .txt" in _aside(str(tmp_path)).reason
    assert "cannot be read" in _aside("a\x00b").reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    assert "permissions" in _aside(str(path)).reason


def test_large_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 1000)
    monkeypatch.setattr("dateline.intake.jsonl.MAX_BYTES", 1000)
    text, rows = tmp_path / "a.txt", tmp_path / "a.jsonl"
    text.write_text(STORY * 50, encoding="utf-8")
    rows.write_text(
        "\n".join(json.dumps({"text": t}) for t in (STORY, STORY * 50, STORY)), encoding="utf-8"
    )
    assert "is larger than" in _aside(str(text)).reason
    found = list(read([str(rows)]))
    assert [type(x) for x in found] == [Report, SetAside, Report]
    assert [x.input for x in found] == [f"{rows}:{n}" for n in (1, 2, 3)]


def test_too_many_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits.MAX_CHARS >= 1_000_000
    monkeypatch.setattr("dateline.intake.assemble.MAX_CHARS", 40)
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    assert "split it" in _aside(str(path)).reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("123 456\n\n7,8", "no sentence"),
        ("Home | About | Contact", "no sentence"),
        (
            "Die Regierung hat am Montag neue Gesetze f\u00fcr die Polizei beschlossen.",
            "German, not in English",
        ),
        (
            (
                "\u0412\u043e\u0435\u043d\u043d\u044b\u0435 \u0432\u043e\u0448\u043b\u0438 "
                "\u0432 \u0433\u043e\u0440\u043e\u0434."
            ),
            "Russian, not in English",
        ),
    ],
)
def test_read_but_not_coded(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": text}), encoding="utf-8")
    report = _one(str(path))
    assert report.text == text
    assert reason in str(report.not_coded)


def test_content_tells_the_kind(tmp_path: Path) -> None:
    page, rows, plain = tmp_path / "page.txt", tmp_path / "rows", tmp_path / "plain.md"
    page.write_text(f"<!DOCTYPE html><html><body><p>{STORY}</p></body></html>", encoding="utf-8")
    rows.write_text(json.dumps({"id": "x", "text": STORY}), encoding="utf-8")
    plain.write_text("{The mayor} " + STORY, encoding="utf-8")
    assert _one(str(page)).text == STORY
    assert _one(str(rows)).id == "x"
    assert _one(str(plain)).text == "{The mayor} " + STORY


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (f"\n{STORY}\n".encode(), [STORY]),
        (f'\n\n{{"text": "{STORY}"}}\n{{"text": "{STORY} B."}}'.encode(), [STORY, f"{STORY} B."]),
        (f"<html><body><p>{STORY}</p></body></html>".encode(), [STORY]),
    ],
)
def test_standard_input(data: bytes, texts: list[str]) -> None:
    found = list(read(["-"], stdin=io.BytesIO(data)))
    assert [x.text for x in found if isinstance(x, Report)] == texts


def test_standard_input_names_lines() -> None:
    found = list(read(["-"], stdin=io.BytesIO(b'\n{"text": "' + STORY.encode() + b'"}\n{"x": 1}')))
    assert [x.input for x in found] == ["-:2", "-:3"]


def test_standard_input_empty() -> None:
    (found,) = read(["-"], stdin=io.BytesIO(b""))
    assert isinstance(found, SetAside)


def test_json_lines_are_read_as_they_come() -> None:
    class Slow(io.RawIOBase):
        """Counts the lines asked for."""

        count = 0

        def readable(self) -> bool:
            return True

        def readline(self, _size: int | None = -1, /) -> bytes:
            self.count += 1
            return b'{"text": "' + STORY.encode() + b'"}\n' if self.count < 1000 else b""

    stream = Slow()
    found = read(["-"], stdin=stream)  # type: ignore[arg-type]
    next(found)
    assert stream.count <= 2


@pytest.mark.parametrize("date", ["soon", "2019-02-30", "5/4/2019"])
def test_unusable_date(date: str) -> None:
    with pytest.raises(UsageError, match="write it as 2019-04-05"):
        read(["a.txt"], date=date)


def test_same_bytes_same_report(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    assert _one(str(path)) == _one(str(path))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_on_standard_input(data: bytes) -> None:
    for found in read(["-"], stdin=io.BytesIO(data)):
        if isinstance(found, Report):
            assert found.dateline is None or 0 < found.dateline.end < len(found.text)
        else:
            assert "\n" not in found.reason


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["id", "text", "title", "published", "x"]),
            st.text(max_size=80) | st.none() | st.integers(),
            max_size=4,
        ),
        max_size=4,
    )
)
def test_any_rows(rows: list[dict[str, object]]) -> None:
    data = "\n".join(json.dumps(row) for row in rows).encode()
    found = list(read(["-"], stdin=io.BytesIO(b'{"text": "x"}\n' + data)))
    assert len(found) == len(rows) + 1
    for row, item in zip(rows, found[1:], strict=True):
        if isinstance(item, Report):
            assert item.text == row["text"]
