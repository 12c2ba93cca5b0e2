"""When two spellings are one name: keys, consonant skeletons and the guards around them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.knowledge.actors import ActorBase, ActorEntry, pieces, words

#: Articles and particles inside Arabic names; they carry nothing that tells names apart.
PARTICLES = frozenset(
    {"al", "el", "ul", "as", "ash", "an", "ar", "at", "az", "ad", "ed", "es", "er"}
)
#: Family links before a family name.
LINKS = frozenset(
    {"bin", "ben", "ibn", "bint", "abu", "de", "da", "do", "dos", "del", "della", "di", "la", "le"}
    | {"van", "von", "der", "den", "mac", "mc", "st", "san", "santa", "ter", "du"}
)
SON = frozenset({"bin", "ben", "ibn", "bint"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "vi", "xvi", "xiv", "ll"})
#: Skeletons this long are telling by themselves; shorter ones leave less room.
LONG, SHORT = 4, 3
#: Words shorter than this have one spelling.
LEAST = 4
_TWO = "mr"

_SOUNDS = tuple(
    (re.compile(sound), letter)
    for sound, letter in (
        (r"h$", ""),
        (r"tsch|tch|tsh|sch|sh|ch|ck(?=[ei])|c(?=[eiy])|c$", "s"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"ck|q|k|c", "g"),
        (r"x", "gs"),
        (r"dzh|dj|zh|j", "j"),
        (r"ts|tz|dz", "z"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
    )
)
_PARTS = re.compile(r"([^aeiouy])|([aeiouy]+)")
#: First names with one meaning and many spellings.
_FIRST = {
    "abdul": "abdel",
    "abd": "abdel",
    "abdal": "abdel",
    "umar": "omar",
    "usama": "osama",
    "usman": "osman",
}


@lru_cache(maxsize=20_000)
def sounds(word: str) -> tuple[str, tuple[str, ...]]:
    """Consonants of a lower-case word in classes that transliterations mix up, and what is between.

    Returns:
        The skeleton of n letters, and n + 1 vowel groups before, between and after them.
    """
    for sound, letter in _SOUNDS:
        word = sound.sub(letter, word)
    bones, between = "", [""]
    for consonant, vowel in _PARTS.findall(word):
        if consonant:
            bones += consonant
            between.append("")
        else:
            between[-1] = vowel.replace("y", "i")
    return bones, tuple(between)


def skeleton(word: str) -> str:
    """Consonants of a lower-case word in classes that transliterations mix up."""
    return sounds(word)[0]


def _colour(group: str) -> str:
    """Class of a vowel group: back, front or open."""
    return "o" if set(group) & {"o", "u"} else "i" if set(group) <= {"e", "i"} else "a"


@lru_cache(maxsize=20_000)
def same_word(a: str, b: str) -> bool:
    """Whether two lower-case words may be spellings of one name."""
    if a == b:
        return True
    bones, left = sounds(a)
    other, right = sounds(b)
    if bones != other or min(len(a), len(b)) < LEAST:
        return False
    if len(bones) < SHORT:
        return left == right
    return min(len(a), len(b)) > LEAST and _near(left, right, len(bones))


def _near(left: tuple[str, ...], right: tuple[str, ...], size: int) -> bool:
    """Vowels agree: back ones always, front and open ones but for one (two in long words)."""
    soft = added = 0
    for at, (a, b) in enumerate(zip(left, right, strict=True)):
        if a == b:
            continue
        if at == size > LONG:
            continue
        if not a or not b:
            if at in (0, 1, size):
                return False
            added += 1
        elif _colour(a) != _colour(b):
            if "o" in (_colour(a), _colour(b)):
                return False
            soft += 1
    return soft <= (2 if size >= LONG else 1) and added <= (1 if size >= LONG else 0)


@lru_cache(maxsize=20_000)
def name_key(name: str) -> tuple[str, ...]:
    """Words of a person's name without particles and suffixes, unless nothing else remains."""
    found = pieces(name)
    kept = tuple(w for w in found if w not in PARTICLES and w not in SUFFIXES)
    return kept or found


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: last names alike, and first names, if both have any.

    A single word matches a last name only; see :func:`short_for` for first names.
    """
    left, right = name_key(a), name_key(b)
    if not left or not right:
        return False
    if len(left) != len(right) and same_word("".join(left), "".join(right)):
        return True
    if not same_word(left[-1], right[-1]):
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    return _first_names(left[:-1], right[:-1])


def _first_names(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    first, second = _FIRST.get(a[0], a[0]), _FIRST.get(b[0], b[0])
    if same_word(first, second) or (first[0] == second[0] and _alike(first, second)):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    links = LINKS & (set(a) | set(b))
    return bool(links) and len(a) == 1 and len(b) == 1


def _alike(a: str, b: str) -> bool:
    """First names need less: the last name has spoken already."""
    bones, left = sounds(a)
    other, right = sounds(b)
    if bones != other or len(bones) < len(_TWO):
        return False
    return sum(bool(x) for x in left) == sum(bool(y) for y in right) and len(left) > len(_TWO)


def short_for(short: str, full: str) -> bool:
    """Whether a short form begins or ends a full name: "Saddam", "Kim", "Dos Santos"."""
    left, right = name_key(short), name_key(full)
    if not left or len(left) >= len(right) or right[-len(left) - 1] in SON:
        return False
    if all(same_word(x, y) for x, y in zip(left, right[-len(left) :], strict=True)):
        return True
    return left == right[: len(left)]


def acronym_of(short: str, full: str) -> bool:
    """Whether ``short`` is made of the initials of ``full``, with or without its small words."""
    letters = [c for c in short.lower() if c.isalnum()]
    full_words = pieces(full)
    if len(letters) <= 1 or len(full_words) <= 1:
        return False
    for kept in (full_words, tuple(w for w in full_words if w not in _SMALL)):
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


def _subsequence(letters: list[str], initials: list[str], found: tuple[str, ...]) -> bool:
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
    return len(found) >= len(letters)


def one_name(base: ActorBase, a: str, b: str) -> bool:
    """Whether two spellings may be one name, by the base or else by their bones.

    Args:
        base: names known to be one, or known to be two.
        a: one spelling.
        b: another.

    Returns:
        True when the base files both under one entry, or when they sound alike, the base does not
        know both, and neither is known from a country that writes Latin letters.
    """
    left, right = _known(base, a), _known(base, b)
    if left & right:
        return True
    if left and right:
        return False
    if name_key(a) != name_key(b) and any(
        not varies(base.entries[i] for i in known if i in base.entries) for known in (left, right)
    ):
        return False
    return same_person(a, b)


def _known(base: ActorBase, name: str) -> set[str]:
    found = {e.id for e in base.named(name)}
    key = name_key(name)
    if not found and len(key) == 1:
        found = {e.id for e in base.surname(key[0])}
    country = base.countries.by_name(name)
    return found | {f"country {country.alpha3} {country.kind}"} if country else found


def varies(entries: Iterable[ActorEntry]) -> bool:
    """Whether the names of these entries are transliterated, so that spellings differ."""
    terms = [t for e in entries for t in e.terms]
    return not terms or any((t.country or "").lower() in words("transliterated") for t in terms)
