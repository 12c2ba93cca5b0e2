"""Capitals put back where a text has none, or nothing else: old wires, scraped pages.

Only for the parser's eyes: every character keeps its place, and the record quotes the text as it stands.
"""

import re
from collections.abc import Callable
from functools import cache

from dateline.knowledge.files import load_json

#: Letters that a text needs before its case says anything.
ENOUGH = 40
#: Share of capitals from which a text counts as written in capitals, and under which as without.
SHOUTED, FLAT = 0.9, 0.003
#: An unknown word of at most this many letters in brackets is an acronym.
ACRONYM = 6
#: Endings taken off a word before it is looked up, and what may stand there instead.
ENDINGS = (
    ("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""),
    ("ing", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("est", ""), ("ness", ""),
)  # fmt: skip
DOUBLED = 2
#: Words that only begin names.
PARTICLES = frozenset({"el", "los", "las", "san", "abu", "bin"})
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*\n\s*|[\"\u201c]\s*)$")


def caseless(text: str) -> bool:
    """Whether a text is written in capitals only, or without any."""
    letters = _LETTER.findall(text)
    if len(letters) < ENOUGH:
        return False
    share = sum(map(str.isupper, letters)) / len(letters)
    return not FLAT < share < SHOUTED


def restored(text: str, plain: Callable[[str], bool]) -> str:
    """The text with capitals at sentences and names; as long as it was, character by character.

    Args:
        text: a text for which :func:`caseless` holds.
        plain: whether a lower-case word is plain English, in its base form.
    """
    low = _lowered(text)
    pieces: list[str] = []
    at = 0
    for match in _WORD.finditer(low):
        pieces.append(low[at : match.start()])
        pieces.append(_word(low, match, plain))
        at = match.end()
    return "".join([*pieces, low[at:]])


def _word(low: str, match: re.Match[str], plain: Callable[[str], bool]) -> str:
    word = match.group()
    sure, likely = _names()
    name = sure.get(word) or likely.get(word)
    if name is None and word in PARTICLES and low[match.end() :][:1] == " ":
        name = word.capitalize()
    if name is None and not _known(word, plain):
        name = _unknown(low, match)
    if name is not None and len(name) == len(word):
        return name
    return _capital(word) if _START.search(low[: match.start()][-6:]) else word


def _capital(word: str) -> str:
    """A word with a capital, unless that would take more room (the sharp s)."""
    first = word[:1].upper()
    return first + word[1:] if len(first) == 1 else word


def _unknown(low: str, match: re.Match[str]) -> str:
    """A word that nobody knows is a name; between brackets, if it is short, an acronym."""
    word = match.group()
    bracketed = (
        low[match.start() - 1 : match.start()] == "(" and low[match.end() : match.end() + 1] == ")"
    )
    return word.upper() if bracketed and len(word) <= ACRONYM else word.capitalize()


@cache
def _stems(word: str) -> tuple[str, ...]:
    found = []
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)] + instead
            found.append(stem)
            if ending in {"ed", "ing"} and stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return tuple(found)


def _known(word: str, plain: Callable[[str], bool]) -> bool:
    return len(word) <= DOUBLED or any(plain(stem) for stem in _stems(word))


def _lowered(text: str) -> str:
    """Lower case, but for the few letters whose lower case is longer."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    data: dict[str, dict[str, str]] = load_json("case.json")
    return data["sure"], data["likely"]
