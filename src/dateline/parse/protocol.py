"""What dateline asks of a parser."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline.records import ParsedReport, Report


class Parser(Protocol):
    """Anything that turns reports into parsed reports, in the same order."""

    @property
    def name(self) -> str:
        """Name and version, kept in every record."""

    def parse(self, reports: Iterable[Report]) -> Iterator[ParsedReport]:
        """Parse a stream; holds no more than a batch of paragraphs at a time."""
