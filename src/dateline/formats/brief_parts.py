"""What a brief is made of when it is laid out, the same for every output."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.formats.brief_notes import Note


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words without a full stop, their status (``""`` for what is told as fact), the numbers of their notes.

    ``more`` counts tellings beyond the notes; ``under`` are lines that the same notes bear.
    """

    text: str
    notes: tuple[int, ...]
    label: str = ""
    new: bool = False
    more: int = 0
    when: str = ""
    under: tuple[str, ...] = ()
    disputes: tuple["Sentence", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under one heading, a day mostly; the title may be empty."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; ``left`` counts what was left out because no words bear it."""

    key: str
    title: str
    groups: tuple[Group, ...]
    lead: str = ""
    left: int = 0
    empty: str = ""

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in order."""
        return (s for group in self.groups for s in group.sentences)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page in words; ``glance`` pairs a number with what it counts."""

    title: str
    asked: str
    period: str
    made: str
    badge: str
    rests: str
    alert: Sentence | None
    glance: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    actors: tuple[tuple[str, int, int], ...]
    types: tuple[tuple[str, int], ...]
    unplaced: tuple[tuple[str, int], ...]
    left_out: int

    def section(self, key: str) -> Section:
        """A section by its key."""
        return next(s for s in self.sections if s.key == key)
