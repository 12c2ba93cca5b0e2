"""JSON Lines: one report a line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from dateline.errors import InputError
from dateline.intake.assemble import Raw
from dateline.intake.limits import MAX_BYTES, megabytes
from dateline.intake.published import iso_day

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, from 1; ``data`` is None where it was too long and skipped."""

    number: int
    data: bytes | None


def lines(stream: BinaryIO, first: bytes = b"", skipped: int = 0) -> Iterator[Line]:
    """Lines of a stream that are not blank, one at a time.

    Args:
        stream: the rest of the file.
        first: bytes already read, up to and with a line end.
        skipped: lines read before ``first``.

    Yields:
        Each line; never more than ``MAX_BYTES`` of it are held.
    """
    number = skipped
    while True:
        data = first or stream.readline(MAX_BYTES + 1)
        first = b""
        if not data:
            return
        number += 1
        if len(data) > MAX_BYTES and not data.endswith(b"\n"):
            while (more := stream.readline(MAX_BYTES)) and not more.endswith(b"\n"):
                pass
            yield Line(number, None)
            continue
        data = data.removeprefix(_BOM) if number == 1 else data
        if data.strip():
            yield Line(number, data)


def read_line(line: Line, name: str) -> Raw:
    """The report on a line.

    Args:
        line: from ``lines``.
        name: the file's name, as it stands in ``report.input``.

    Returns:
        The report's parts; the text is not changed.

    Raises:
        InputError: the line is no JSON object with a text, or its date is no date.
    """
    row = _object(line)
    text = row.get("text")
    if not isinstance(text, str):
        msg = 'has no text: give every line a field "text"'
        raise InputError(msg)
    if not text.strip():
        msg = 'has an empty text: fill in its field "text" or leave the line out'
        raise InputError(msg)
    day = iso_day(row.get("published"))
    ident = row.get("id")
    return Raw(
        input=name,
        text=text,
        id=str(ident) if isinstance(ident, str | int) and str(ident).strip() else None,
        title=_words(row.get("title")),
        url=_words(row.get("url")),
        publisher=_words(row.get("publisher")),
        own_day=day,
        own_from="given" if day else None,
    )


def _object(line: Line) -> dict[str, object]:
    if line.data is None:
        msg = f"is longer than {megabytes(MAX_BYTES)}: split it into reports"
        raise InputError(msg)
    try:
        row = json.loads(line.data)
    except UnicodeDecodeError as cause:
        msg = "is not UTF-8: save the file as UTF-8"
        raise InputError(msg) from cause
    except ValueError as cause:
        where = f" at column {cause.colno}" if isinstance(cause, json.JSONDecodeError) else ""
        msg = f"is not valid JSON{where}: put one whole JSON object on each line"
        raise InputError(msg) from cause
    except RecursionError as cause:
        msg = 'is nested too deeply: give a flat JSON object with a field "text"'
        raise InputError(msg) from cause
    if not isinstance(row, dict):
        msg = 'is no JSON object: write it as {"id": ..., "text": ...}'
        raise InputError(msg)
    return cast("dict[str, object]", row)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
