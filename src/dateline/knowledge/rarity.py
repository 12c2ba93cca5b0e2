"""How rare words are in news of politics and conflict: one fixed table, so that nothing rests on what else was read."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import load_json

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|\d+")


def words(text: str) -> list[str]:
    """The words and numbers of a text in small letters, possessive endings off."""
    return [w.casefold().replace("\u2019", "'").removesuffix("'s") for w in _WORD.findall(text)]


@dataclass(frozen=True, slots=True)
class Rarity:
    """Inverse document frequencies; ``unknown`` is that of a word the table has not."""

    known: dict[str, float]
    unknown: float

    @staticmethod
    @cache
    def load() -> "Rarity":
        """The compiled table."""
        found = load_json("rarity.json")
        return Rarity(found["words"], found["unknown"])

    def of(self, word: str) -> float:
        """How rare a word is: 0 for one in every sentence, about 10 for one never seen."""
        return self.known.get(word, self.unknown)
