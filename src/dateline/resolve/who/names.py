"""When two spellings are one name: keys, consonant skeletons and the guards around them."""

import re
from functools import lru_cache

from dateline.knowledge.actors import pieces

#: Articles and particles inside Arabic names; they carry nothing that tells names apart.
PARTICLES = frozenset(
    {"al", "el", "ul", "as", "ash", "an", "ar", "at", "az", "ad", "ed", "es", "er"}
)
#: Family links before a family name.
LINKS = frozenset(
    {"bin", "ben", "ibn", "bint", "abu", "de", "da", "do", "dos", "del", "della", "di", "la", "le"}
    | {"van", "von", "der", "den", "mac", "mc", "st", "san", "santa", "ter", "du"}
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "vi", "xvi", "xiv", "ll"})
#: Skeletons this long are telling by themselves; shorter ones need agreeing vowels.
LONG = 4

_SOUNDS = tuple(
    (re.compile(sound), letter)
    for sound, letter in (
        (r"tch|tsch|tsh", "c"),
        (r"sch|sh|ch", "s"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"ck|q|k|g|c(?=[aou])", "g"),
        (r"x", "gs"),
        (r"dzh|dj|zh|j", "j"),
        (r"ts|tz", "z"),
        (r"w", "v"),
    )
)
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Consonants of a lower-case word in classes that transliterations mix up."""
    for sound, letter in _SOUNDS:
        word = sound.sub(letter, word)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", word))


@lru_cache(maxsize=20_000)
def vowels(word: str) -> str:
    """Vowel groups of a word in three classes: front, back, open."""
    found = []
    for group in _VOWELS.findall(word):
        letter = "o" if set(group) & set("ou") else "i" if set(group) <= set("eiy") else "a"
        found.append(letter)
    return "".join(found)


@lru_cache(maxsize=20_000)
def same_word(a: str, b: str) -> bool:
    """Whether two lower-case words may be spellings of one name."""
    if a == b:
        return True
    if len(a) < LONG or len(b) < LONG or abs(len(a) - len(b)) >= LONG:
        return False
    bones = skeleton(a)
    if bones != skeleton(b) or len(bones) <= 1:
        return False
    if len(bones) >= LONG:
        return abs(len(vowels(a)) - len(vowels(b))) <= 1 and a[0] in b[0] + _kin(b[0])
    return vowels(a) == vowels(b)


def _kin(letter: str) -> str:
    """First letters that transliterations swap."""
    for group in ("gkqch", "aeiou", "jzy", "vwbf", "tzsc", "dz"):
        if letter in group:
            return group
    return letter


@lru_cache(maxsize=20_000)
def name_key(name: str) -> tuple[str, ...]:
    """Words of a person's name without particles and suffixes, unless nothing else remains."""
    words = pieces(name)
    kept = tuple(w for w in words if w not in PARTICLES and w not in SUFFIXES)
    return kept or words


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: last names alike, and first names, if both have any.

    A single word matches a last name only; see :func:`short_for` for first names.
    """
    left, right = name_key(a), name_key(b)
    if not left or not right or not same_word(left[-1], right[-1]):
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    return _first_names(left[:-1], right[:-1])


def _first_names(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    first, second = a[0], b[0]
    if same_word(first, second):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    links = LINKS & (set(a) | set(b))
    return bool(links) and len(a) == 1 and len(b) == 1


def short_for(short: str, full: str) -> bool:
    """Whether a short form begins or ends a full name: "Saddam", "Kim", "Dos Santos"."""
    left, right = name_key(short), name_key(full)
    if not left or len(left) >= len(right):
        return False
    if all(same_word(x, y) for x, y in zip(left, right[-len(left) :], strict=True)):
        return True
    return left == right[: len(left)]


def acronym_of(short: str, full: str) -> bool:
    """Whether ``short`` is made of the initials of ``full``, with or without its small words."""
    letters = [c for c in short.lower() if c.isalnum()]
    words = pieces(full)
    if len(letters) <= 1 or len(words) <= 1:
        return False
    for kept in (words, tuple(w for w in words if w not in _SMALL)):
        initials = [w[0] for w in kept]
        if initials == letters or (
            len(letters) >= LONG - 1 and _subsequence(letters, initials, kept)
        ):
            return True
    return False


_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "in",
        "to",
        "on",
        "a",
        "de",
        "du",
        "la",
        "le",
        "des",
        "et",
        "pour",
        "s",
    }
)


def _subsequence(letters: list[str], initials: list[str], words: tuple[str, ...]) -> bool:
    """Initials in order, at most one of them missing and the first one there."""
    if letters[0] != initials[0] or abs(len(initials) - len(letters)) > 1:
        return False
    at = 0
    for letter in letters:
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at == len(initials):
            return False
        at += 1
    return len(words) >= len(letters)
