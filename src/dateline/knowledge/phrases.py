"""Words and phrases of a list, found in a text: as a big alternation of them would, at a fraction of its cost."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"\w+")


class Lowered(NamedTuple):
    """A text made ready once for several lists of phrases: in lower case, and its words."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Lowered":
        """Make a text ready."""
        low = text.lower()
        return cls(low, frozenset(_WORD.findall(low)))


class Phrases:
    """A list of phrases, each also with a plural ``s``, compared without regard to case.

    Of several that begin at one word the longest counts, and what follows it is read from its end.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        """Index the phrases by their first word."""
        self._index: dict[str, list[str]] = {}
        for phrase in sorted({p.lower() for p in phrases}, key=lambda p: (-len(p), p)):
            first = _WORD.match(phrase)
            if first is None:
                msg = f"phrase {phrase!r} does not begin with a word"
                raise ValueError(msg)
            plural = [first[0] + "s"] if first[0] == phrase else []
            for word in [first[0], *plural]:
                self._index.setdefault(word, []).append(phrase)

    def find(self, text: str | Lowered) -> list[str]:
        """The phrases in the text, in its order, in lower case and without the plural ``s``."""
        low, words = text if isinstance(text, Lowered) else Lowered.of(text)
        if self._index.keys().isdisjoint(words):
            return []
        found: list[str] = []
        free = 0
        for word in _WORD.finditer(low):
            if word[0] not in self._index or word.start() < free:
                continue
            for phrase in self._index[word[0]]:
                end = _end(low, word.start(), phrase)
                if end:
                    found.append(phrase)
                    free = end
                    break
        return found

    def within(self, text: str | Lowered) -> bool:
        """Whether the text holds any of the phrases."""
        return bool(self.find(text))


def _end(low: str, start: int, phrase: str) -> int:
    """Where the phrase ends that begins at ``start``; 0 where it does not stand."""
    if not low.startswith(phrase, start):
        return 0
    end = start + len(phrase)
    if low[end : end + 1] == "s" and not _inside(low, end + 1):
        return end + 1
    return 0 if _inside(low, end) else end


def _inside(low: str, end: int) -> bool:
    """Whether the character at ``end`` carries on the word before it."""
    return end < len(low) and (low[end].isalnum() or low[end] == "_")
