"""Names to places: cities, provinces, districts, regions, waters and bases, from one SQLite file.

The file is built by tools/builders/places.py and opened read-only.  Countries are not in it; they
are in ``dateline.knowledge.countries``.
"""

import sqlite3
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dateline.knowledge.files import data_path

FILE = "gazetteer.sqlite"
#: Kinds of place, in the order of their numbers in the file.
KINDS = ("city", "admin1", "admin2", "region", "water", "facility", "quarter")

#: Places of one name that are looked at, most populous first.
MOST = 30
_CACHED = 30_000
#: Words that names spell in two ways.
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
#: Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "ß": "ss",
        "þ": "th", "ə": "a", "ħ": "h", "ŋ": "n", "ƙ": "k", "ɓ": "b", "ɗ": "d", "'": None,
        "\u2019": None, "\u2018": None, "`": None, "\u02bb": None, "\u02bc": None, "\u02bf": None,
        "\u02be": None, "\u00b4": None, "\u2032": None, "\u02b9": None, ".": None,
    }
)  # fmt: skip
_VOWELS = frozenset("aeiouywh")
#: Sounds that transliterations write in several ways, longest first.
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"), ("ph", "f"),
    ("zh", "j"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k"), ("v", "w"), ("z", "s"),
    ("x", "s"), ("g", "k"),
)  # fmt: skip
#: So many consonants tell names apart.
TELLING = 3
_ARTICLES = frozenset({"al", "el", "as", "ash", "at", "ad", "ar", "az", "an"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    ``country`` is alpha-3, several joined by spaces for regions across borders, empty for oceans;
    ``kind`` one of ``KINDS``; ``admin1`` and ``admin2`` the ``id`` of the entries that hold it (0
    where unknown); ``population`` an estimate, for regions a weight of the same order.
    """

    id: int
    geonameid: int | None
    name: str
    country: str
    kind: str
    lat: float
    lon: float
    population: int
    admin1: int
    admin2: int


class Gazetteer:
    """Look-up of places by name; every answer is remembered."""

    def __init__(self, path: str) -> None:
        """Open a compiled gazetteer read-only.

        Args:
            path: the SQLite file.
        """
        self._db = sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self.lookup = lru_cache(_CACHED)(self._lookup)
        self.entry = lru_cache(_CACHED)(self._entry)

    @classmethod
    def load(cls) -> "Gazetteer":
        """The gazetteer that was built for this installation, opened once per process.

        Raises:
            KnowledgeError: it has not been built.
        """
        return _load()

    def _lookup(self, key: str) -> tuple[tuple[Entry, bool], ...]:
        """Places of this folded name, most populous first, each with whether it is its own name.

        Args:
            key: a name as ``fold`` gives it.
        """
        row = self._db.execute("SELECT refs FROM names WHERE key = ?", (key,)).fetchone()
        return self._entries(row[0]) if row else ()

    def _entries(self, blob: bytes) -> tuple[tuple[Entry, bool], ...]:
        refs = array("I")
        refs.frombytes(blob)
        own = {ref >> 1: bool(ref & 1) for ref in refs[:MOST]}
        numbers = ",".join(map(str, own))
        query = f"SELECT * FROM places WHERE id IN ({numbers}) ORDER BY id"  # noqa: S608  (numbers)
        rows = self._db.execute(query)
        return tuple((_made(row), own[row[0]]) for row in rows)

    def _entry(self, number: int) -> Entry | None:
        """The place with this ``id``."""
        row = self._db.execute("SELECT * FROM places WHERE id = ?", (number,)).fetchone()
        return _made(row) if row else None

    def alike(self, key: str, country: str) -> tuple[Entry, ...]:
        """Places of one country whose name sounds like this one (see ``skeleton``)."""
        sound = skeleton(key)
        if not sound:
            return ()
        query = "SELECT refs FROM sounds WHERE key = ?"
        row = self._db.execute(query, (f"{country}:{sound}",)).fetchone()
        return tuple(entry for entry, _ in self._entries(row[0])) if row else ()


def _made(row: tuple[Any, ...]) -> Entry:
    number, gid, name, country, kind, lat, lon, population, admin1, admin2 = row
    return Entry(
        number, gid or None, name, country, KINDS[kind], lat / 1e5, lon / 1e5, population,
        admin1, admin2,
    )  # fmt: skip


@cache
def _load() -> Gazetteer:
    return Gazetteer(str(data_path(FILE)))


@lru_cache(_CACHED)
def fold(name: str) -> str:
    """A name as the gazetteer keys it: lower case, no accents, one space between words."""
    low = name.lower()
    if low.isascii():
        plain = low.replace("'", "").replace(".", "").replace("`", "")
    else:
        split = unicodedata.normalize("NFKD", low.translate(_LETTERS))
        plain = "".join(c for c in split if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return " ".join(_SHORT.get(w, w) for w in words)


def skeleton(key: str) -> str:
    """The consonants of a folded name, variant spellings of one sound made alike.

    The Arabic article is left off; names with under three consonants keep their vowels, since too
    much would sound alike otherwise.

    Args:
        key: a name as ``fold`` gives it.
    """
    words = key.split()
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    joined = "".join(words)
    if not joined.isascii():
        return ""
    for written, sound in _SOUNDS:
        joined = joined.replace(written, sound)
    bones = _squeeze(c for c in joined if c not in _VOWELS)
    if len(bones) >= TELLING:
        return bones
    return _squeeze(c for c in joined.replace("y", "i") if c not in "hw")


def _squeeze(letters: Iterable[str]) -> str:
    kept: list[str] = []
    for letter in letters:
        if not kept or kept[-1] != letter:
            kept.append(letter)
    return "".join(kept)
