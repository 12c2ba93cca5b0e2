"""Text and the things that point into it: spans, evidence, tokens, sentences.

All offsets are characters of ``Report.text``, end exclusive.  The text never changes after intake.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of characters in the report's text."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """Exact words of the report: ``text == report.text[span.start:span.end]``."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word as the parser saw it.

    ``i`` and ``head`` are positions inside the sentence (the root is its own head); ``start`` and
    ``end`` are characters of the report.  ``pos`` is the universal tag, ``tag`` the Penn tag,
    ``dep`` the ClearNLP dependency label, ``ent`` the entity label or ``""``.
    """

    i: int
    text: str
    lower: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    ent_begins: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; ``index`` counts through the report, ``paragraph`` its paragraphs."""

    index: int
    paragraph: int
    text: str
    span: Span
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(repr=False)

    @property
    def root(self) -> int:
        """Position of the head of the first tree of the sentence."""
        return next((t.i for t in self.tokens if t.head == t.i), 0)

    def subtree(self, i: int) -> list[int]:
        """Positions of ``i`` and everything below it, in text order."""
        found, stack = [i], [i]
        while stack:
            for child in self.children[stack.pop()]:
                found.append(child)
                stack.append(child)
        return sorted(found)

    def edge(self, i: int) -> tuple[int, int]:
        """First and last position of the subtree of ``i``."""
        below = self.subtree(i)
        return below[0], below[-1]

    def cover(self, first: int, last: int) -> Span:
        """Characters from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def words(self, first: int, last: int) -> str:
        """The exact words from token ``first`` to token ``last``, both included."""
        return self.text[
            self.tokens[first].start - self.span.start : self.tokens[last].end - self.span.start
        ]

    def evidence(self, first: int, last: int) -> Evidence:
        """``words`` and ``cover`` together."""
        return Evidence(self.words(first, last), self.cover(first, last))
