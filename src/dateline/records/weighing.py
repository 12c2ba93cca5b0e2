"""What follows from a record: the headline against the body, and tensions inside one report."""

from dataclasses import dataclass

from dateline.records.mention import Actor, Participant
from dateline.records.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class Ground:
    """Something in the body that speaks for or against the headline.

    ``id``: event or claim, "" where neither was coded.  ``side``: ``for`` or ``against``.  ``how``: ``told``
    (the report's own voice), ``named source`` (somebody whom the headline itself names as its source says or
    denies it), ``claimed``, ``denied``, ``open`` (planned, possible).  ``by``: whose word it is.
    ``link``: what only the actor base knows and this ground rests on, else "".
    """

    id: str
    side: str
    how: str
    by: Participant | None
    evidence: Evidence
    link: str = ""


@dataclass(frozen=True, slots=True)
class Unmentioned:
    """A name of the headline that the body never mentions; ``at`` are characters of the headline."""

    text: str
    at: Span
    actor: Actor | None


@dataclass(frozen=True, slots=True)
class Presupposition:
    """What a word of the headline takes for granted; ``told`` are words of the body that tell it, else None.

    ``entry`` is the id in knowledge/ledger/presuppositions.yml, ``at`` characters of the headline.
    """

    entry: str
    word: str
    at: Span
    asks: str
    told: Evidence | None


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline against the body.

    ``kind``: ``statement``, ``question``, ``quotation``.  ``support``: ``asserted``, ``attributed``,
    ``denied``, ``not established``.  Never a judgement whether it is true.
    """

    text: str
    kind: str
    support: str
    grounds: tuple[Ground, ...] = ()
    unmentioned: tuple[Unmentioned, ...] = ()
    presupposed: tuple[Presupposition, ...] = ()


@dataclass(frozen=True, slots=True)
class TensionSide:
    """One side of a tension: its words, whose they are (None: the report's own), and what was coded there."""

    evidence: Evidence
    by: Participant | None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tension:
    """Two places of one report that do not go together; nothing says which of them holds.

    ``kind``: ``words``, ``control``, ``counts``, ``ceasefire``.  ``entry`` names the rule.
    """

    id: str
    kind: str
    entry: str
    says: str
    sides: tuple[TensionSide, TensionSide]
