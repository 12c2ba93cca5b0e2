"""Events: who did what to whom, when, where, and how sure the text is."""

from dataclasses import dataclass, field

from dateline.records.mention import DateExpression, Participant, Place
from dateline.records.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class SentenceRef:
    """The sentence that holds an event, claim or relation."""

    index: int
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Instrument:
    """A weapon or means, with its words; ``kind`` is the mode it speaks for, or ``other``."""

    text: str
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Magnitude:
    """Figures as ``(low, high)``; an open side is None ("at least 12" is ``(12, None)``)."""

    killed: tuple[int | None, int | None] | None = None
    injured: tuple[int | None, int | None] | None = None
    arrested: tuple[int | None, int | None] | None = None
    displaced: tuple[int | None, int | None] | None = None
    crowd: tuple[int | None, int | None] | None = None
    spans: tuple[tuple[str, Span], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether no figure was found."""
        return not self.spans


@dataclass(frozen=True, slots=True)
class Act:
    """The act beneath another act: what is promised, threatened, refused, demanded or alleged."""

    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None
    date: DateExpression | None
    magnitude: Magnitude
    trigger: Evidence
    of: "Act | None" = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose word it is: the claim, and its speaker (None when only implied)."""

    claim: str
    speaker: Participant | None


@dataclass(frozen=True, slots=True)
class Why:
    """What decided: lexicon entries in the order of use, operators, rejected alternatives, notes.

    ``commitment`` holds the steps by which the event's commitment was reckoned, first to last.
    """

    entries: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    commitment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One coded event; the fields are those of the record's contract."""

    id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int
    goldstein: float | None
    intensity: float | None
    status: str
    relevant: bool
    of: Act | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    instruments: tuple[Instrument, ...]
    place: Place | None
    date: DateExpression | None
    magnitude: Magnitude
    attribution: Attribution | None
    commitment: float
    sentence: SentenceRef
    trigger: Evidence
    confidence: float
    why: Why = field(default_factory=Why)
