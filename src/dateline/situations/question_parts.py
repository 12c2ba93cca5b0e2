"""What a question is made of, before anything is looked for."""

from dataclasses import dataclass

from dateline.knowledge.questions import ActRow, Asking, Region
from dateline.records import Span
from dateline.records.answer import EvidenceLine


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or some place that a question names.

    ``forms`` are its names in lower case, as ``pieces`` joined by spaces; ``heads`` the nouns that describe unnamed
    people ("rebels") and those for the same people.  ``kind`` as of actors, or ``place``, ``region``.
    ``bodies`` are names of what a person leads, no states, as the reports tell it.
    ``holders`` are names of who holds the office that a description names, by the actor base.
    ``known`` is false when neither the tables nor the reports have it.
    """

    text: str
    name: str
    span: Span
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    forms: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    region: Region | None = None
    known: bool = True
    bodies: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()

    @property
    def somewhere(self) -> bool:
        """Whether it can be where something happens."""
        return self.kind in {"place", "region", "country"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of evidence, and whether it is about those asked for; only a link between names may tie it to them."""

    line: EvidenceLine
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read.

    ``form`` as in ``Understood``; ``slot`` is what is asked for: ``actor``, ``recipient``, ``place``, ``day``,
    ``count``, ``times``, ``act``, ``said`` or None.  ``asks`` are the acts by table, ``rows`` those that only the
    coder knows, ``words`` the question's own for them; ``inner`` are the words of what is charged, promised or
    refused in it.  ``carrier``: the question ties the doer loosely to the act; ``denial``: it asks whether somebody
    denied it; ``ahead``: it asks about what is to come.  ``topic`` are stems of what was said.  ``unread`` are
    words that bound it and that could not be read, ``bounds`` those that were, and as which days.  ``content`` are
    its words for a plain search; ``predicate`` the noun that something is asked to have been.
    """

    text: str
    form: str
    day: str | None
    slot: str | None = None
    asks: tuple[Asking, ...] = ()
    rows: tuple[ActRow, ...] = ()
    words: tuple[str, ...] = ()
    carrier: bool = False
    denial: bool = False
    ahead: bool = False
    actors: tuple[Named, ...] = ()
    recipients: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    topic: frozenset[str] = frozenset()
    presupposes: tuple[tuple[str, str], ...] = ()
    slot_word: str = ""
    why_not: str | None = None
    content: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    bounds: tuple[tuple[str, str], ...] = ()
    inner: tuple[str, ...] = ()
    predicate: str = ""

    @property
    def mutual(self) -> bool:
        """Whether either side may be named first."""
        return any(a.mutual for a in self.asks)

    @property
    def names(self) -> tuple[Named, ...]:
        """Everybody and every place named, in the question's order."""
        found = (*self.actors, *self.recipients, *self.places)
        return tuple(dict.fromkeys(sorted(found, key=lambda n: n.span)))
