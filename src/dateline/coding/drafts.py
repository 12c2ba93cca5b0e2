"""What coding works with before it becomes an event: drafts, and the surroundings they inherit."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from dateline.coding.frames import Frame


class Env(NamedTuple):
    """What stands above a predicate and decides the standing of the act.

    ``speaker`` holds the heads whose word it is, ``said`` the verb of saying; ``under`` says that an
    operator composes the act into another, ``past`` that it is remembered from long ago; ``told``: a clause that takes
    the act for granted, whatever the words above it say.
    """

    denied: bool = False
    negated: bool = False
    alleged: bool = False
    hypothetical: bool = False
    planned: bool = False
    under: bool = False
    past: bool = False
    told: bool = False
    speaker: tuple[int, ...] = ()
    said: int | None = None
    operators: tuple[str, ...] = ()

    def also(self, **changes: Any) -> "Env":
        """A copy with changes."""
        return self._replace(**changes)

    def status(self) -> str:
        """The status these surroundings give an act."""
        for name in ("denied", "negated", "hypothetical", "alleged", "planned"):
            if getattr(self, name):
                return name
        return "historical" if self.past else "actual"


@dataclass(frozen=True, slots=True)
class Draft:
    """One act as found, all positions token numbers of its sentence.

    ``actors`` and ``recipients`` are heads of noun phrases, ``trigger`` first and last token;
    ``doubted``: the model takes it for no political act; ``refused``: a negation is part of its word ("not budge").
    ``carrier`` is the verb that an act noun leans on ("reiterated its refusal on Sunday"), whose day
    and place are the act's too.
    ``tolls`` are verbs of other clauses that tell what the act led to ("four died when police opened fire").
    """

    head: int
    trigger: tuple[int, int]
    type: str
    modes: tuple[str, ...]
    cameo: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    env: Env
    entries: tuple[str, ...]
    rejected: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    objects: tuple[int, ...] = ()
    frame: Frame | None = None
    of: "Draft | None" = None
    nominal: bool = False
    status: str = "actual"
    doubted: bool = False
    refused: bool = False
    carrier: int | None = None
    tolls: tuple[int, ...] = ()
