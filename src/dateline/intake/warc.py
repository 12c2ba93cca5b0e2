"""Web archives (WARC): every page that one holds, with its address; the only module here that knows warcio."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from dateline.errors import InputError
from dateline.intake.limits import MAX_BYTES, megabytes
from dateline.intake.setaside import SetAside
from dateline.intake.unpack import unpacked

SUFFIXES = (".warc", ".warc.gz")
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
#: Most bytes of all lines (headers) of one record; a bomb has more.
_LINES = 1_000_000
#: How a record begins, packed and plain: where reading goes on after a broken one.
_BEGINNINGS = (b"\x1f\x8b\x08", b"WARC/1.")
_STEP = 1 << 20
_HELP = "the records behind it are read on"
_FAULTS = (
    ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, zlib.error, AttributeError,
    TypeError, UnicodeError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Archived:
    """A page of an archive: where its record begins, address, ISO day of capture, media type, character set, bytes."""

    offset: int
    url: str
    captured: str | None
    media: str
    charset: str | None
    data: bytes


class _BrokenError(Exception):
    """Nothing more can be read from here."""


class _Reader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's own, but with a limit on lines, and a damaged member is an error instead of a line on the screen."""

    lines = 0

    def readline(self, length: int | None = None) -> bytes:
        left = _LINES - self.lines
        if left <= 0:
            msg = f"its headers are longer than {megabytes(_LINES)}"
            raise _BrokenError(msg)
        line: bytes = super().readline(min(length, left) if length else left)
        self.lines += len(line)
        return line

    def _decompress(self, data: bytes) -> bytes:
        if self.decompressor and data and self.num_block_read:
            try:
                done: bytes = self.decompressor.decompress(data)
            except zlib.error as cause:
                msg = "it is damaged where it was packed"
                raise _BrokenError(msg) from cause
            return done
        first: bytes = super()._decompress(data)
        return first


class _Records(ArchiveIterator):  # type: ignore[misc]
    INC_RECORD = ""  # warcio writes this to the screen; ``err_count`` tells as much

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        self.reader = _Reader(self.fh)


def read_archive(path: Path, name: str) -> Iterator[Archived | SetAside]:
    """Pages of an archive in their order; answers that are no page (images, errors, redirects) are passed over.

    Args:
        path: a ``.warc`` or ``.warc.gz`` file.
        name: what it is called in messages.

    Yields:
        Pages; for a record that cannot be read a ``SetAside`` with its offset, and reading goes on behind it.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        start: int | None = 0
        count = 0
        while start is not None:
            stream.seek(start)
            records = _Records(stream)
            try:
                for item in _pages(records, name):
                    count += 1
                    yield item
            except (_BrokenError, *_FAULTS) as cause:
                where = max(start, records.offset)
                words = str(cause) if isinstance(cause, _BrokenError) else "no record begins there"
                count += 1
                yield SetAside(f"{name}:{where}", f"cannot be read ({words}): {_HELP}")
                start = _next(stream, where + 1)
            else:
                start = None
    if not count:
        yield SetAside(
            name, "holds no page: an archive needs response records of HTML or plain text"
        )


def _pages(records: _Records, name: str) -> Iterator[Archived | SetAside]:
    while True:
        records.reader.lines = 0
        faults = records.err_count
        try:
            record = next(records)
        except StopIteration:
            _refuse_rest(records)
            return
        if records.err_count > faults:
            msg = "a record is longer or shorter than it says"
            raise _BrokenError(msg)
        offset = records.offset
        try:
            page = _page(record, offset)
        except InputError as cause:
            yield SetAside(f"{name}:{offset}", str(cause))
        else:
            if page is not None:
                yield page
        _drain(record.raw_stream)


def _refuse_rest(records: _Records) -> None:
    """A record that ends within its headers is no end that warcio tells of.

    Raises:
        _BrokenError: there is something behind the last record.
    """
    records.fh.seek(records.offset)
    if records.fh.read(_STEP).strip():
        msg = "it breaks off before its end"
        raise _BrokenError(msg)


def _drain(stream: object) -> None:
    """Read what is left of a record.

    Raises:
        _BrokenError: there is less than it said.
    """
    while stream.read(_STEP):  # type: ignore[attr-defined]
        pass
    if getattr(stream, "limit", 0) > 0:
        msg = "it breaks off before its end"
        raise _BrokenError(msg)


def _page(record: object, offset: int) -> Archived | None:
    """The page of a record, or None where it is something else.

    Raises:
        InputError: it is too large, cut off, or damaged.
    """
    kind, told = record.rec_type, record.rec_headers  # type: ignore[attr-defined]
    url = told.get_header("WARC-Target-URI") or told.get_header("uri")
    http = record.http_headers  # type: ignore[attr-defined]
    if kind not in {"response", "resource"} or not url or not url.startswith(("http:", "https:")):
        return None
    if http is not None and http.get_statuscode() != "200":
        return None
    plain = http.get_header("Content-Type") if http else record.content_type  # type: ignore[attr-defined]
    media, _, rest = (plain or "").partition(";")
    media = media.strip().lower()
    if media not in _PAGES:
        return None
    when = told.get_header("WARC-Date") or told.get_header("archive-date") or ""
    charset = rest.lower().partition("charset=")[2].strip(" \"';") or None
    return Archived(offset, url, _day(when), media, charset, _body(record))


def _body(record: object) -> bytes:
    stream, http = record.raw_stream, record.http_headers  # type: ignore[attr-defined]
    raw: bytes = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        msg = f"is larger than {megabytes(MAX_BYTES)}: take the article out of it"
        raise InputError(msg)
    _drain(stream)
    if http is None:
        return raw
    if (http.get_header("Transfer-Encoding") or "").lower() == "chunked":
        raw = ChunkedDataReader(io.BytesIO(raw)).read()
    # Some archivers unpack a page and leave the header as it was.
    try:
        return unpacked(raw, http.get_header("Content-Encoding") or "", MAX_BYTES)
    except InputError:
        if raw.lstrip()[:1] == b"<":
            return raw
        raise


def _day(when: str) -> str | None:
    """The day of ``2019-04-05T10:11:12Z`` or ``20190405101112``."""
    figures = "".join(c for c in when if c.isdigit())[:8]
    return (
        f"{figures[:4]}-{figures[4:6]}-{figures[6:]}" if len(figures) == len("20190405") else None
    )


def _next(stream: BinaryIO, start: int) -> int | None:
    """Where the next record may begin, or None."""
    stream.seek(start)
    at, kept = start, b""
    while chunk := stream.read(_STEP):
        window = kept + chunk
        hits = [hit for mark in _BEGINNINGS if (hit := window.find(mark)) >= 0]
        if hits:
            return at - len(kept) + min(hits)
        at += len(chunk)
        kept = window[-len(_BEGINNINGS[1]) :]
    return None
