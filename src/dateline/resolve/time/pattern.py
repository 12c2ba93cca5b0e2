"""The pattern language of the grammar's rules, translated to regular expressions over codes.

A pattern is a row of classes (``MONTH``), literal words (``last``) and macros, with the signs ``(
) | ? * +``; a part that the reader needs is named, ``(m:MONTH)``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.resolve.time.words import Alphabet

_SIGN = re.compile(r"\((?:\w+:)?|[)|?*+]|[A-Z][A-Z0-9_]*|[a-z][a-z0-9]*|\S")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern as a regular expression, and the codes with which a match can begin."""

    regex: re.Pattern[str]
    starts: frozenset[str]


def expand(pattern: str, macros: Mapping[str, str]) -> list[str]:
    """Signs of a pattern, macros put in place."""
    signs: list[str] = []
    for sign in _SIGN.findall(pattern):
        signs.extend(["(", *expand(macros[sign], macros), ")"] if sign in macros else [sign])
    return signs


def literals(signs: list[str]) -> set[str]:
    """The literal words of a pattern."""
    return {sign for sign in signs if sign[0].islower()}


def translate(signs: list[str], alphabet: Alphabet) -> Compiled:
    """Compile a pattern's signs."""
    out = []
    for sign in signs:
        if sign.startswith("("):
            out.append(f"(?P<{sign[1:-1]}>" if len(sign) > 1 else "(?:")
        else:
            out.append(alphabet.charset(sign) if sign[0].isalpha() else sign)
    starts, _, _ = _choice(signs, 0, alphabet)
    return Compiled(re.compile("".join(out)), frozenset(starts))


def _choice(signs: list[str], at: int, alphabet: Alphabet) -> tuple[set[str], bool, int]:
    """First codes of the alternatives from ``at`` on; may they be empty; where they end."""
    starts, empty = set[str](), False
    while True:
        first, none, at = _row(signs, at, alphabet)
        starts |= first
        empty |= none
        if at >= len(signs) or signs[at] == ")":
            return starts, empty, at
        at += 1


def _row(signs: list[str], at: int, alphabet: Alphabet) -> tuple[set[str], bool, int]:
    starts, empty = set[str](), True
    while at < len(signs) and signs[at] not in ")|":
        if signs[at].startswith("("):
            first, none, at = _choice(signs, at + 1, alphabet)
        else:
            first, none = alphabet.codes(signs[at]), False
        at += 1
        if at < len(signs) and signs[at] in "?*+":
            none |= signs[at] != "+"
            at += 1
        if empty:
            starts |= first
        empty &= none
    return starts, empty, at
