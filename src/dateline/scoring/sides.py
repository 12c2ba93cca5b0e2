"""When two codings name the same side, place or day."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from dateline.scoring.assignment import best_pairs
from dateline.scoring.coding import Days, Party

#: Share of common words from which two names are one, and of common parties from which two sides are.
ENOUGH = 0.5
_ARTICLES = {"the", "a", "an"}
_WORD = re.compile(r"\w+")
#: A state without a sector is its government.
_STATE = "GOV"


@lru_cache(maxsize=65_536)
def words(name: str) -> frozenset[str]:
    """Words of a name without articles, accents and possessive endings, in small letters."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("\u2019", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    found = _WORD.findall(re.sub(r"'s?\b", " ", plain))
    return frozenset(w for w in found if w not in _ARTICLES)


def names_agree(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether any two names share words: Dice of at least .5."""
    return any(_dice(words(a), words(b)) >= ENOUGH for a in ours for b in theirs)


def parties_agree(one: Party, other: Party) -> bool:
    """Whether two parties are one: their names share words, or country and main sector are the same.

    A country without a sector is its government; a party of which only the country is told is
    whoever has that country.
    """
    if names_agree(one.names, other.names):
        return True
    if not one.country or one.country != other.country:
        return False
    bare = any(not p.names and not p.sectors for p in (one, other))
    return bare or _main(one) == _main(other)


def sides_agree(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether two sides are one: both empty, or at least half of the parties are common to both."""
    if not ours or not theirs:
        return not ours and not theirs
    return common(ours, theirs) * 2 / (len(ours) + len(theirs)) >= ENOUGH


def common(ours: Sequence[Party], theirs: Sequence[Party]) -> int:
    """How many parties two sides share, paired one to one."""
    return len(best_pairs([[int(parties_agree(a, b)) for b in theirs] for a in ours]))


def days_agree(gold: Days, coded: Days | None) -> bool:
    """Whether two dates are the same days; an end that is not told is no difference."""
    if coded is None:
        return False
    pairs = ((gold.start, coded.start), (gold.end, coded.end))
    told = [(a, b) for a, b in pairs if a and b]
    return bool(told) and all(a == b for a, b in told)


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _main(party: Party) -> str:
    return party.sectors[0] if party.sectors else _STATE
