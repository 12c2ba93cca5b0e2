"""Writing records one by one, in the format asked for."""

from dataclasses import dataclass
from typing import BinaryIO

from dateline.formats.page import render
from dateline.formats.table import header, table_rows
from dateline.formats.to_json import json_line
from dateline.records import Record

FORMATS = ("json", "csv", "page")


@dataclass(frozen=True, slots=True)
class Screen:
    """Columns of the reader's terminal, and whether it shows colours."""

    width: int = 100
    colour: bool = False


class Writer:
    """Writes each record at once and flushes, so that a reader at the other end need not wait."""

    def __init__(self, stream: BinaryIO, name: str, screen: Screen) -> None:
        """Begin the output.

        Args:
            stream: where to write UTF-8.
            name: ``json``, ``csv`` or ``page``.
            screen: for the page.
        """
        self._stream = stream
        self._name = name
        self._screen = screen
        if name == "csv":
            self._put(header())

    def write(self, record: Record) -> None:
        """Write one record."""
        self._put(self._shaped(record))

    def _shaped(self, record: Record) -> str:
        if self._name == "csv":
            return "".join(table_rows(record))
        if self._name == "page":
            return f"{render(record, self._screen.width, colour=self._screen.colour)}\n"
        return f"{json_line(record)}\n"

    def _put(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))
        self._stream.flush()
