"""Inputs to reports, one at a time: files, folders, JSON Lines, pages, URLs, standard input."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError, UsageError
from dateline.intake.assemble import Raw, assemble
from dateline.intake.decode import decode
from dateline.intake.fetch import fetch
from dateline.intake.jsonl import Line, lines, read_line
from dateline.intake.limits import MAX_BYTES, megabytes
from dateline.intake.plain import read_plain
from dateline.intake.published import iso_day
from dateline.intake.setaside import SetAside
from dateline.records import Report

STDIN = "-"
LINES = frozenset({".jsonl", ".ndjson"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_KNOWN = LINES | _PAGES | {".txt", ".text", ".warc"}
ARCHIVES = (".warc", ".warc.gz")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
#: How much of a file is looked at to tell JSON Lines from text.
_HEAD = 4096

Found = Iterator[Report | SetAside]


def read(
    inputs: Sequence[str],
    *,
    date: str | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Found:
    """Reports of the inputs, in order, one at a time.

    A folder gives its .txt, .html, .jsonl and .warc files and those of the folders in it, in name order;
    hidden files and other kinds are passed over.  A file of another kind named outright is read by
    its content.

    Args:
        inputs: paths, URLs, or ``-`` for standard input.
        date: ISO publication day of every input that does not bring its own.
        allow_private: whether URLs may point into the own network.
        stdin: what ``-`` reads; the process's standard input by default.

    Returns:
        An iterator of reports; for an input that cannot be read it gives a ``SetAside`` with the
        reason.

    Raises:
        UsageError: ``date`` is no date (at once, before anything is read).
    """
    if date is not None:
        try:
            date = iso_day(date)
        except InputError as cause:
            msg = f"date {date!r} is no date: write it as 2019-04-05"
            raise UsageError(msg) from cause
    return _read_all(tuple(inputs), date, allow_private, stdin)


def _read_all(
    inputs: tuple[str, ...], date: str | None, allow_private: bool, stdin: BinaryIO | None
) -> Found:
    for name in inputs:
        if re.match("https?://", name, re.IGNORECASE):
            yield _one(name, lambda name=name: _url(name, allow_private), date)  # type: ignore[misc]
        elif name == STDIN:
            yield from _stdin(stdin or sys.stdin.buffer, date)
        else:
            yield from _path(name, date)


def _one(name: str, load: Callable[[], Raw], date: str | None) -> Report | SetAside:
    """One report, or the reason why there is none."""
    try:
        return assemble(load(), date)
    except InputError as cause:
        return SetAside(name, str(cause))
    except (OSError, ValueError) as cause:
        return SetAside(name, _why(cause))


def _why(cause: Exception) -> str:
    if isinstance(cause, FileNotFoundError):
        return "does not exist: check the path"
    if isinstance(cause, PermissionError):
        return "may not be read: check its permissions"
    detail = (cause.strerror if isinstance(cause, OSError) else None) or " ".join(
        str(cause).split()
    )
    return f"cannot be read ({detail}): check the path"


def _path(name: str, date: str | None) -> Found:
    try:
        path = Path(name)
        if not path.is_dir():
            yield from _file(path, name, date)
            return
        files = readable_files(path)
    except (OSError, ValueError) as cause:
        yield SetAside(name, _why(cause))
        return
    if not files:
        yield SetAside(
            name, "holds no .txt, .html, .jsonl or .warc file: name the files, or convert them"
        )
    for file in files:
        yield from _file(file, str(file), date)


def readable_files(folder: Path) -> list[Path]:
    """Readable files below a folder in name order, hidden ones and links to folders left out."""
    found: list[Path] = []
    for entry in sorted(folder.iterdir(), key=lambda p: p.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                found.extend(readable_files(entry))
        elif entry.suffix.lower() in _KNOWN or entry.name.lower().endswith(ARCHIVES):
            found.append(entry)
    return found


def _file(path: Path, name: str, date: str | None) -> Found:
    suffix = path.suffix.lower()
    if path.name.lower().endswith(ARCHIVES):
        yield from _archive(path, name, date)
        return
    try:
        if suffix in LINES or (suffix not in _KNOWN and _JSON.match(_head(path))):
            with path.open("rb") as stream:
                yield from _lines(lines(stream), name, date)
            return
    except (OSError, ValueError) as cause:
        yield SetAside(name, _why(cause))
        return
    yield _one(name, lambda: _raw(_bytes(path), name, page=suffix in _PAGES), date)


def _archive(path: Path, name: str, date: str | None) -> Found:
    from dateline.intake.warc import read_archive  # noqa: PLC0415  (only archives need it)

    try:
        for found in read_archive(path, name):
            if isinstance(found, SetAside):
                yield found
                continue
            # The day of capture says where the page was found, not when it was published.
            when = f" (captured {found.captured})" if found.captured else ""
            where = Place(f"{name}:{found.offset}{when}", found.url, found.media, found.charset)
            yield page_report(found.data, where, date)
    except OSError as cause:
        yield SetAside(name, _why(cause))


def _head(path: Path) -> bytes:
    if not path.is_file():  # a pipe cannot be read twice
        return b""
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        return _limited(stream)


def _limited(stream: BinaryIO, first: bytes = b"") -> bytes:
    data = first + stream.read(MAX_BYTES + 1 - len(first))
    if len(data) > MAX_BYTES:
        msg = (
            f"is larger than {megabytes(MAX_BYTES)}: split it into reports (one JSON object a line)"
        )
        raise InputError(msg)
    return data


def _stdin(stream: BinaryIO, date: str | None) -> Found:
    skipped = 0
    while (first := stream.readline(MAX_BYTES + 1)) and not first.strip():
        skipped += 1
    if _JSON.match(first):
        yield from _lines(lines(stream, first, skipped), STDIN, date)
    else:
        yield _one(STDIN, lambda: _raw(_limited(stream, first), STDIN), date)


def _lines(found: Iterator[Line], name: str, date: str | None) -> Found:
    any_line = False
    for line in found:
        any_line = True
        where = f"{name}:{line.number}"
        yield _one(where, lambda line=line, where=where: read_line(line, where), date)  # type: ignore[misc]
    if not any_line:
        yield SetAside(name, "is empty: give it a report")


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes came from: name of the input, final address, media type and character set as declared."""

    name: str
    url: str
    media: str = "text/html"
    charset: str | None = None


def page_report(data: bytes, place: Place, date: str | None = None) -> Report | SetAside:
    """The report in a page that somebody else fetched.

    Args:
        data: its bytes, unpacked.
        place: where they came from.
        date: ISO publication day for a page that does not tell its own.
    """
    page = place.media != "text/plain"
    return _one(
        place.name,
        lambda: _raw(data, place.name, page=page, url=place.url, charset=place.charset),
        date,
    )


def _url(url: str, allow_private: bool) -> Raw:
    page = fetch(url, allow_private=allow_private)
    return _raw(page.data, url, page=page.media != "text/plain", url=page.url, charset=page.charset)


def _raw(
    data: bytes,
    name: str,
    *,
    page: bool = False,
    url: str | None = None,
    charset: str | None = None,
) -> Raw:
    """The report in the bytes of a page or a plain text file."""
    if not data.strip():
        msg = "is empty: give it a report"
        raise InputError(msg)
    content = decode(data, charset)
    if page or _HTML.match(content):
        from dateline.intake.extract import read_page  # noqa: PLC0415  (slow; only pages need it)

        found = read_page(content, url)
        article, url = found.article, found.url
    else:
        found, article = None, read_plain(content)
    return Raw(
        input=name,
        text=article.text,
        title=article.title,
        url=url,
        publisher=found.publisher if found else None,
        own_day=article.published if found else None,
        own_from=found.day_from if found else None,
        line_day=None if found else article.published,
        left_out=article.left_out,
    )
