"""Actor and agent files of PETRARCH and TABARI, read line by line.

The format::

    KHALIFA_HAFTAR_ [LBYREB 20140501-20190101] [LBYMIL >20190101]  ; a comment
    +FIELD_MARSHAL_HAFTAR_
    SECURITY_FORCES
        [~MIL]
    OFFICIAL {OFFICIALDOM} [~GOV]
    !MINIST! = MINISTER, MINISTERS, MINISTRY
    FOREIGN_!MINIST! [~GOV]

``_`` stands for a space, at the end for "exactly so"; without it the form is a stem.  ``+`` adds a synonym of the
line above.  Codes stand on the line or indented below it, with ``start-end``, ``>start`` or ``<end`` as YYMMDD or
YYYYMMDD.  ``~`` marks an agent, a noun whose country comes from the words around it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import product

#: Two-digit years up to this one belong to this century.
_PIVOT = 30
#: The code that tells not to code.
NOTHING = "---"
_COMMENT = re.compile(r"\s*[;#].*$")
_CODE = re.compile(r"\[([^\[\]]*)\]")
_SET = re.compile(r"![^!\s]+!")
_PLURAL = re.compile(r"\{([^{}]*)\}")
_GROUPS = re.compile(r"~?(?:[A-Za-z]{3})+~?|---")
_SIX, _EIGHT = 6, 8


@dataclass(frozen=True, slots=True)
class Fault:
    """A line, or a part of one, that could not be used: its number, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code and the days it holds for (ISO dates; an open side is ``""``)."""

    code: str
    start: str = ""
    end: str = ""


@dataclass(slots=True)
class Block:
    """One entry of the file: its forms (with the trailing ``_`` of exact ones), plurals, codes."""

    line: int
    forms: list[str] = field(default_factory=list)
    plurals: list[str] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    wrong: bool = False


def blocks(lines: Iterable[str]) -> tuple[list[Block], list[Fault]]:
    """Read a file.

    Args:
        lines: its lines.

    Returns:
        The entries in the order of the file, and what could not be read.
    """
    reader = _Reader()
    for number, line in enumerate(lines, 1):
        reader.line(number, line)
    found = []
    for block in reader.found:
        if not block.codes and block.wrong:
            continue
        if not block.codes:
            reader.faults.append(Fault(block.line, f"{block.forms[0]!r} has no code: left out"))
        else:
            found.append(block)
    return found, sorted(reader.faults, key=lambda f: f.line)


class _Reader:
    """What has been read so far."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.faults: list[Fault] = []
        self.sets: dict[str, list[str]] = {}
        self.open = False

    def line(self, number: int, raw: str) -> None:
        text = _COMMENT.sub("", raw.rstrip("\n"))
        words = text.strip()
        if not words or words.startswith("<"):
            return
        if "=" in words and _SET.match(words):
            name, _, members = words.partition("=")
            self.sets[name.strip()] = [m.strip() for m in members.split(",") if m.strip()]
            return
        head = _CODE.sub("", words).strip()
        if not head:
            self._more(number, words)
        elif head.startswith("+"):
            self._synonym(number, head[1:].strip(), words)
        else:
            self._entry(number, head, words)

    def _entry(self, number: int, head: str, words: str) -> None:
        plurals = [p.strip() for p in _PLURAL.findall(head)]
        forms = self._forms(number, _PLURAL.sub("", head).strip())
        self.open = bool(forms)
        if not forms:
            return
        self.found.append(Block(number, forms, [p for p in plurals if p]))
        self._codes(number, words)

    def _more(self, number: int, words: str) -> None:
        if self.open:
            self._codes(number, words)
        else:
            self.faults.append(Fault(number, "a code without a name above it: left out"))

    def _synonym(self, number: int, head: str, words: str) -> None:
        if not self.open:
            self.faults.append(Fault(number, "a synonym without a name above it: left out"))
            return
        self.found[-1].forms.extend(self._forms(number, head))
        self._codes(number, words)

    def _forms(self, number: int, head: str) -> list[str]:
        """The forms of a pattern, its sets written out."""
        if not re.search(r"[^\W_]", head):
            self.faults.append(Fault(number, f"{head!r} is no name: left out"))
            return []
        if "[" in head or "]" in head:
            self.faults.append(Fault(number, "a bracket that is not closed: left out"))
            return []
        names = _SET.findall(head)
        unknown = [n for n in names if n not in self.sets]
        if unknown:
            self.faults.append(Fault(number, f"the set {unknown[0]} is not defined: left out"))
            return []
        rest = _SET.split(head)
        return [
            "".join(part + word for part, word in zip(rest, (*chosen, ""), strict=True))
            for chosen in product(*(self.sets[n] for n in names))
        ]

    def _codes(self, number: int, words: str) -> None:
        for inside in _CODE.findall(words):
            try:
                self.found[-1].codes.append(_code(inside.strip()))
            except ValueError as fault:
                self.found[-1].wrong = True
                self.faults.append(Fault(number, f"[{inside}]: {fault}: left out"))


def _code(inside: str) -> Code:
    """A bracket's inside: "LBYMIL", "LBYMIL >20140501", "LBYMIL 140501-190101".

    Raises:
        ValueError: it is no code, or its dates are none.
    """
    code, *rest = inside.split(None, 1) if inside else ("",)
    if "/" in code:
        msg = "two codes in one bracket; write two entries"
        raise ValueError(msg)
    if not _GROUPS.fullmatch(code):
        msg = "no code in groups of three letters"
        raise ValueError(msg)
    when = "".join(rest).replace(" ", "")
    if not when:
        return Code(code)
    if when[0] == ">":
        return Code(code, start=_day(when[1:]))
    if when[0] == "<":
        return Code(code, end=_day(when[1:]))
    start, dash, end = when.partition("-")
    if not dash:
        msg = f"{when!r} is no span of dates"
        raise ValueError(msg)
    found = Code(code, _day(start), _day(end))
    if found.start > found.end:
        msg = "ends before it begins"
        raise ValueError(msg)
    return found


def _day(digits: str) -> str:
    if not digits.isdigit() or len(digits) not in (_SIX, _EIGHT):
        msg = f"{digits!r} is no date (YYMMDD or YYYYMMDD)"
        raise ValueError(msg)
    if len(digits) == _SIX:
        digits = ("20" if int(digits[:2]) <= _PIVOT else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError as fault:
        msg = f"{digits} is no day of the calendar"
        raise ValueError(msg) from fault
