"""What is compared: a report's events as one coder, machine or person, wrote them down."""

from dataclasses import dataclass

#: The status of what counts as fact.
ACTUAL = "actual"
STATUSES = (ACTUAL, "historical", "planned", "hypothetical", "alleged", "denied", "negated")


@dataclass(frozen=True, slots=True)
class Party:
    """One actor or recipient: every name it goes by, its country and sectors, most telling first."""

    names: tuple[str, ...]
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, ISO; None where it is not said."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One event of a coding.

    ``place`` holds every name of the place and is empty where none is given. An ``optional`` event of a
    gold may be coded or not: neither counts. ``confidence`` is the coder's own, from 0 to 1.
    """

    type: str
    status: str = ACTUAL
    modes: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: tuple[str, ...] = ()
    date: Days | None = None
    optional: bool = False
    relevant: bool = True
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """The events of one report; ``not_coded`` says why a coder left it alone."""

    id: str
    events: tuple[CodedEvent, ...] = ()
    text: str | None = None
    date: str | None = None
    not_coded: str | None = None

    def kept(self, *, everything: bool) -> tuple[CodedEvent, ...]:
        """The events that are compared: all of them, or the facts (actual and relevant)."""
        if everything:
            return self.events
        return tuple(e for e in self.events if e.status == ACTUAL and e.relevant)


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that could not be used, from 1, and the reason."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file of codings, in its own order; what was left out; what a user should know besides."""

    name: str
    codings: tuple[Coding, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
