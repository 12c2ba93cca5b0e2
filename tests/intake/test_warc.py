"""Web archives as input, whole and broken."""

import gzip
import io
import tracemalloc
from pathlib import Path

import pytest
from helpers.badserver import PAGE
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.intake.expected import expected
from dateline.intake.readers import read
from dateline.intake.setaside import SetAside
from dateline.records import Report

DAY = "2019-04-05T10:11:12Z"


def record(
    writer: WARCWriter,
    name: str,
    body: bytes | None = None,
    status: str = "200 OK",
    kind: str = "response",
    **headers: str,
) -> None:
    told = {
        "Content-Type": "text/html; charset=utf-8",
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    body = PAGE % (name.encode(), name.encode()) if body is None else body
    http = (
        StatusAndHeaders(status, list(told.items()), protocol="HTTP/1.1")
        if kind == "response"
        else None
    )
    made = writer.create_warc_record(
        f"https://harbour.example/{name}", kind, payload=io.BytesIO(body), length=len(body), http_headers=http,
        warc_headers_dict={"WARC-Date": DAY}, warc_content_type="" if http else "text/html",
    )  # fmt: skip
    writer.write_record(made)


def archive(path: Path, *, packed: bool = True) -> WARCWriter:
    stream = path.open("wb", buffering=0)
    writer = WARCWriter(stream, gzip=packed)
    writer.write_record(writer.create_warcinfo_record(path.name, {"software": "a test"}))
    return writer


def names(path: Path) -> list[str]:
    """Titles of reports, reasons of set-asides."""
    return [
        r.title or "" if isinstance(r, Report) else f"{r.input}: {r.reason}"
        for r in read([str(path)])
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_with_address_and_day_of_capture(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    writer = archive(path, packed=packed)
    record(writer, "one")
    record(writer, "two", gzip.compress(PAGE % (b"two", b"two")), Content_Encoding="gzip")
    record(writer, "three", b"6\r\n<html>\r\n5\r\n<p>A \r\n0\r\n\r\n", Transfer_Encoding="chunked")
    record(writer, "four", kind="resource")
    writer.out.close()
    found = list(read([str(tmp_path)]))
    assert [r.url for r in found if isinstance(r, Report)] == [
        f"https://harbour.example/{n}" for n in ("one", "two", "three", "four")
    ]
    first = found[0]
    assert isinstance(first, Report)
    assert first.input.endswith(" (captured 2019-04-05)")
    assert first.published is None
    assert expected([str(path)]) == 1


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    writer = archive(tmp_path / "crawl.warc.gz")
    record(writer, "image", b"\x89PNG", Content_Type="image/png")
    record(writer, "gone", status="404 Not Found")
    record(writer, "moved", status="301 Moved", Location="/x")
    writer.out.close()
    (only,) = read([str(tmp_path / "crawl.warc.gz")])
    assert isinstance(only, SetAside)
    assert "holds no page" in only.reason


@pytest.mark.parametrize("packed", [True, False])
def test_a_broken_record_is_set_aside_and_reading_goes_on(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    writer = archive(path, packed=packed)
    record(writer, "one")
    middle = path.stat().st_size
    record(writer, "two")
    record(writer, "three")
    writer.out.close()
    data = bytearray(path.read_bytes())
    if packed:
        data[middle + 40] ^= 0xFF
    else:
        data[middle:] = bytes(data[middle:]).replace(b"Content-Length: ", b"Content-Length: 9", 1)
    path.write_bytes(data)
    first, *broken, last = names(path)
    assert (first, last) == ("one", "three")
    assert any(f"{path}:{middle}: cannot be read" in line for line in broken)
    assert "two" not in broken


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("missing", [3, 150, 400])
def test_a_file_that_breaks_off(tmp_path: Path, packed: bool, missing: int) -> None:
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    writer = archive(path, packed=packed)
    record(writer, "one")
    middle = path.stat().st_size
    record(writer, "two")
    writer.out.close()
    path.write_bytes(path.read_bytes()[:-missing])
    first, *rest = names(path)
    assert first == "one"
    if missing == 3:  # only the blank line or the check sum behind it is gone
        assert rest == ["two"]
    else:
        assert rest[0].startswith(f"{path}:{middle}: cannot be read")


def test_no_archive_at_all(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"no archive\n" * 100)
    (only,) = read([str(path)])
    assert isinstance(only, SetAside)
    path.write_bytes(b"")
    (only,) = read([str(path)])
    assert isinstance(only, SetAside)
    missing = next(iter(read([str(tmp_path / "none.warc.gz")])))
    assert isinstance(missing, SetAside)
    assert "does not exist" in missing.reason


def test_bombs(tmp_path: Path) -> None:
    """A line without end, headers without end, a page of 100 MB packed twice: none is held in memory."""
    path = tmp_path / "crawl.warc.gz"
    writer = archive(path)
    record(writer, "page", gzip.compress(b"<p>" + b"\0" * 100_000_000), Content_Encoding="gzip")
    record(writer, "plain", b"<p>" + b"a" * 30_000_000)
    writer.out.write(gzip.compress(b"\0" * 100_000_000))
    writer.out.write(gzip.compress(b"WARC/1.0\r\n" + b"X-Many: a\r\n" * 5_000_000))
    record(writer, "last")
    writer.out.close()
    tracemalloc.start()
    found = names(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found[-1] == "last"
    assert "larger than 10 MB" in found[0]
    assert "larger than 10 MB" in found[1]
    assert "its headers are longer than 1 MB" in " ".join(found[2:-1])
    assert peak < 100_000_000


def test_a_page_unpacked_but_called_packed(tmp_path: Path) -> None:
    writer = archive(tmp_path / "crawl.warc.gz")
    record(writer, "one", Content_Encoding="gzip")
    writer.out.close()
    assert names(tmp_path / "crawl.warc.gz") == ["one"]
