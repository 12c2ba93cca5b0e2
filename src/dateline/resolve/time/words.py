"""Text cut into words, each with a one-character code: grammar rules are regular expressions.

Two words have the same code when they belong to the same classes of the grammar; every word that
the grammar does not know has the code ``OTHER``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dateline.knowledge.calendar import time_words

OTHER = "\ue000"
_FIRST_CODE = 0xE001
_LONGEST_NUMBER = 9

#: Order matters: the longest forms of a number first.
_WORD = re.compile(
    r"""(?P<ampm>[AaPp]\.\ ?[Mm]\b\.?) | (?P<oclock>o['\u2019]clock\b) | (?P<word>[^\W\d_]\w*) |
(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])) |
(?P<dmy>\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)\d{4}\b | \d{1,2}/\d{1,2}/\d\d\b |
\d{4}/\d{1,2}/\d{1,2}\b) | (?P<slash>\d{1,2}/\d{1,2}\b) |
(?P<clock>\d{1,2}:\d\d(?::\d\d)?\b(?![:.]\d)) | (?P<point>\d{1,2}\.\d\d\b(?![.%]|\d)) |
(?P<junk>\d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+\.\d+ | \d+:\d+ | \d+/\d+ ) |
(?P<ord>\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)\b) | (?P<decade>(?:1[0-9]|20)\d0['\u2019]?s\b |
['\u2019]?\d0['\u2019]?s\b) | (?P<yy>['\u2019\u2018`]\d\d\b(?!['\u2019])) | (?P<num>\d+) |
(?P<poss>['\u2019][sS]\b) | (?P<stop>\n[^\S\n]*\n\s*) | (?P<mark>[^\w\s])
""",
    re.VERBOSE,
)
_MARKS = {
    **dict.fromkeys("-\u2010\u2011\u2013\u2014\u2212", "DASH"),
    **dict.fromkeys("'\u2019", "QUOTE"),
    ",": "COMMA", ".": "DOT", "/": "SLASH", "(": "LP", ")": "RP",
}  # fmt: skip
_SHAPES = {
    "iso": "ISO", "dmy": "DMY", "slash": "SLASHED", "clock": "CLOCK", "point": "POINT", "yy": "YY",
    "decade": "DECADE", "ord": "ORD", "ampm": "AMPM", "oclock": "OCLOCK", "poss": "POSS",
}  # fmt: skip
_AMPM_WORDS = ("am", "pm")
_CLOCK_HOURS, _MONTH_DAYS, _MONTHS = 24, 31, 12
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: ``codes[k]`` is the code of the k-th, ``spans[k]`` its place in ``text``."""

    text: str
    codes: str
    spans: list[tuple[int, int]] = field(repr=False)

    def at(self, k: int) -> str:
        """The k-th word in lower case; "" outside the text."""
        return self.raw(k).lower()

    def raw(self, k: int) -> str:
        """The k-th word as it stands; "" outside the text."""
        return self.text[slice(*self.spans[k])] if 0 <= k < len(self.spans) else ""

    def glued(self, k: int) -> bool:
        """Whether nothing stands between word ``k - 1`` and word ``k``."""
        return 0 < k < len(self.spans) and self.spans[k - 1][1] == self.spans[k][0]


class Alphabet:
    """Codes of words, given the classes and the literal words that the rules of a grammar name."""

    def __init__(self, literals: Iterable[str]) -> None:
        """Take the compiled words of time and the literals of the rules."""
        self.values: dict[str, dict[str, Any]] = {
            word: dict(row) for word, row in time_words().items()
        }
        for word in literals:
            self.values.setdefault(word, {})["=" + word] = word
        for word in _AMPM_WORDS:
            self.values.setdefault(word, {})["AMPM"] = word
        self._signatures: dict[frozenset[str], str] = {}
        self._codes = {word: self._code(row) for word, row in self.values.items()}
        self._codes |= {str(n): self._code(_small(n)) for n in range(100)}
        self._codes |= {f"0{n}": self._code(_small(n)) for n in range(10)}
        self._marks = {mark: self._code([name]) for mark, name in _MARKS.items()}
        self._shapes = {shape: self._code([name]) for shape, name in _SHAPES.items()}
        self._shapes["stop"] = self._code(["STOP"])
        self._year = self._code(["YEAR", "HHMM", "NUM"])
        self._hhmm = self._code(["HHMM", "NUM"])
        self._number = self._code(["NUM"])

    def _code(self, classes: Iterable[str]) -> str:
        key = frozenset(classes)
        return self._signatures.setdefault(key, chr(_FIRST_CODE + len(self._signatures)))

    def codes(self, name: str) -> set[str]:
        """Codes of the words of a class (upper case), or of one literal word."""
        key = name if name.isupper() else "=" + name
        return {code for classes, code in self._signatures.items() if key in classes}

    def charset(self, name: str) -> str:
        """Regular expression for a class (upper case) or one literal word."""
        codes = self.codes(name)
        return f"[{''.join(sorted(codes))}]" if codes else r"(?!)"

    def encode(self, text: str) -> Words:
        """Cut a text into words."""
        codes: list[str] = []
        spans: list[tuple[int, int]] = []
        known, shapes = self._codes.get, self._shapes
        for match in _WORD.finditer(text):
            kind = match.lastgroup
            if kind == "word":
                codes.append(known(match.group().lower(), OTHER))
            elif kind == "mark":
                codes.append(self._marks.get(match.group(), OTHER))
            elif kind == "num":
                codes.append(self._number_code(match.group()))
            elif kind in shapes:
                codes.append(shapes[kind])
            else:
                codes.append(self._number if kind == "junk" else OTHER)
            spans.append(match.span())
        return Words(text, "".join(codes), spans)

    def _number_code(self, digits: str) -> str:
        found = self._codes.get(digits)
        if found:
            return found
        if not digits.isascii():
            return OTHER
        if len(digits) == 4:  # noqa: PLR2004
            return self._year if _FIRST_YEAR <= int(digits) <= _LAST_YEAR else self._hhmm
        return self._number if len(digits) <= _LONGEST_NUMBER else OTHER


def _small(n: int) -> list[str]:
    classes = ["NUM", "NUM2"]
    if 1 <= n <= _MONTH_DAYS:
        classes.append("DNUM")
    if n <= _CLOCK_HOURS:
        classes.append("HOUR")
    return classes
