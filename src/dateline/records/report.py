"""A report: one news text and where it came from."""

from dataclasses import dataclass

from dateline.records.text import Sentence


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line such as "TRIPOLI, April 5 (Reuters) -" says, in its own words.

    ``date`` is the wording as it stands ("April 5"), or None; ``end`` is the offset at which the
    story itself begins, so that the parser need not read the line.
    """

    place: str | None
    date: str | None
    agency: str | None
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report after intake.  ``text`` never changes from here on.

    ``published`` is an ISO date or None and is never guessed; ``published_from`` is ``given``,
    ``page``, ``url``, ``dateline``, ``text`` or None.  ``not_coded`` gives the reason when a report was read
    but cannot be coded (another language, no sentence).
    ``left_out`` holds the words of the input that are no part of the report (page furniture, another report's lines).
    """

    id: str
    input: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    not_coded: str | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """A report with its sentences."""

    report: Report
    sentences: tuple[Sentence, ...]
    parser: str
