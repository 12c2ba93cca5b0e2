"""Rules over coded words; at each place the longest wins whose reader accepts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.resolve.time.pattern import expand, literals, translate
from dateline.resolve.time.readings import Reading
from dateline.resolve.time.words import Alphabet, Words


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match: words ``first`` to ``last`` (exclusive); named parts as such pairs."""

    words: Words
    first: int
    last: int
    parts: Mapping[str, tuple[int, int]]
    values: Mapping[str, Mapping[str, Any]]

    def has(self, name: str) -> bool:
        """Whether a part was there."""
        return name in self.parts

    def text(self, name: str) -> str:
        """First word of a part in lower case; "" when it was not there."""
        return self.words.at(self.parts[name][0]) if name in self.parts else ""

    def all(self, name: str) -> list[str]:
        """The words of a part in lower case."""
        first, last = self.parts.get(name, (0, 0))
        return [self.words.at(k) for k in range(first, last)]

    def value(self, name: str, kind: str) -> Any:
        """What the compiled words say of a part's first word under a class; None when nothing."""
        return self.values.get(self.text(name), {}).get(kind)

    def raw(self, name: str) -> str:
        """First word of a part as it stands."""
        return self.words.raw(self.parts[name][0]) if name in self.parts else ""

    def before(self, n: int = 1) -> str:
        """The n-th word before the match, lower case."""
        return self.words.at(self.first - n)

    def after(self, n: int = 0) -> str:
        """The n-th word behind the match, lower case; 0 is the next."""
        return self.words.at(self.last + n)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading and the words ``first`` to ``last`` (exclusive) it was read from."""

    reading: Reading
    words: Words
    first: int
    last: int

    @property
    def start(self) -> int:
        """First character."""
        return self.words.spans[self.first][0]

    @property
    def end(self) -> int:
        """Character behind the last."""
        return self.words.spans[self.last - 1][1]


type Read = Callable[[Hit], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and the reader that says what its words mean, or None when they are no date."""

    pattern: str
    read: Read


class Grammar:
    """Rules compiled against their alphabet."""

    def __init__(self, rules: Sequence[Rule], macros: Mapping[str, str]) -> None:
        """Compile every rule.

        Args:
            rules: earlier ones win among matches of one length.
            macros: name -> pattern put in its place.
        """
        rows = [expand(rule.pattern, macros) for rule in rules]
        self._alphabet = Alphabet(sorted(set[str]().union(*map(literals, rows))))
        self._by_code: dict[str, list[tuple[re.Pattern[str], Read]]] = {}
        for row, rule in zip(rows, rules, strict=True):
            compiled = translate(row, self._alphabet)
            for code in compiled.starts:
                self._by_code.setdefault(code, []).append((compiled.regex, rule.read))
        self._start = re.compile(f"[{''.join(sorted(self._by_code))}]")
        self._any: dict[str, re.Pattern[str]] = {}

    def scan(self, text: str) -> Iterator[Found]:
        """Every time expression of a text, in order, none overlapping another."""
        words = self._alphabet.encode(text)
        at = 0
        while match := self._start.search(words.codes, at):
            found = self._longest(words, match.start())
            if found:
                yield found
            at = found.last if found else match.end()

    def _longest(self, words: Words, at: int) -> Found | None:
        code = words.codes[at]
        if not self._some(code).match(words.codes, at):
            return None
        rules = self._by_code[code]
        matches = [(m, read) for regex, read in rules if (m := regex.match(words.codes, at))]
        matches.sort(key=lambda pair: -pair[0].end())
        for match, read in matches:
            parts = {name: match.span(name) for name in match.groupdict() if match.start(name) >= 0}
            reading = read(Hit(words, at, match.end(), parts, self._alphabet.values))
            if (
                reading is not None
            ):  # "from" and "between" say where a range begins and are no part of it
                return Found(reading, words, parts.get("lead", (at, at))[1], match.end())
        return None

    def _some(self, code: str) -> re.Pattern[str]:
        """All rules that begin with a code as one expression: most places match none."""
        found = self._any.get(code)
        if found is None:
            source = "|".join(_plain(regex) for regex, _ in self._by_code[code])
            found = self._any[code] = re.compile(source)
        return found


def _plain(regex: re.Pattern[str]) -> str:
    """A pattern's source without the names of its groups, so that several fit into one."""
    return re.sub(r"\?P<\w+>", "?:", regex.pattern)
