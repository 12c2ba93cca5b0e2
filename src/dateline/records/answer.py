"""A question in plain words and what the reports give as evidence; never a verdict."""

from dataclasses import dataclass

from dateline.records.incident import Citation, Party
from dateline.records.text import Span


@dataclass(frozen=True, slots=True)
class Understood:
    """How a question was read.

    ``form`` is ``whether`` (did, is, has ...), ``who``, ``whom``, ``what``, ``where``, ``when``, ``how many``,
    ``control`` (who holds a place), or ``search`` when it could not be parsed (``why_not`` says so and what to do).
    ``actors`` and ``recipients`` are the names understood, ``types`` the PLOVER types of acts that would make it true,
    ``words`` the question's own words for them; ``places`` and the days bound it.
    ``presupposes`` are words that take something for granted ("another") and what that is.
    ``unknown`` are names of the question that no report and no table knows.
    """

    question: str
    form: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    places: tuple[str, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    types: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    presupposes: tuple[tuple[str, str], ...] = ()
    unknown: tuple[tuple[str, Span], ...] = ()
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One line of evidence.

    ``side`` is ``for``, ``against``, ``context`` (near it, but neither), ``open`` (planned, possible, feared) or
    ``found`` (answers a who, where, when, how many; or a plain search result).  ``says`` is a neutral line in our
    words that keeps "could", "denied", "apparently"; ``stance`` what the speaker does (``told`` in the report's own
    voice, ``claims``, ``accuses``, ``denies``, ``promises``, ``plans`` ...).
    ``day`` is the act's, else None.  ``why`` says why it counts on this side.
    """

    side: str
    says: str
    stance: str
    day: str | None
    cite: Citation
    why: str
    more: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence near the question that was not read as evidence; ``has`` are the names and words it shares with it."""

    cite: Citation
    has: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The evidence, and what is missing.

    ``established`` is ``asserted`` (a report's own voice tells it), ``attributed``, ``disputed``, ``denied`` or
    ``not established``, always "by these reports"; None for questions that ask for no yes or no.  ``not_reported``
    are plain lines on what the question asks and dateline did not find told.  ``passages`` are sentences near the
    question for the reader's own eyes: on no side, counted nowhere.
    """

    understood: Understood
    established: str | None
    lines: tuple[EvidenceLine, ...]
    not_reported: tuple[str, ...]
    reports: int
    passages: tuple[Passage, ...] = ()
