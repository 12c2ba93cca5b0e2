"""Leaving page furniture out: reply forms, share buttons, menus, credits."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import load_json

_EDGE = " \t\u00a0.:;,!?*()[]{}|\u2022\u00b7\u2013\u2014-_\u2026\u00bb\u00ab>\u203a\"'"
_PROSE = re.compile(r"[.!?][\"'\u201d\u2019)]*\s*$")
#: Longest line that is looked up, in characters.
_LONGEST = 420
#: Words of a line with a full stop that make it prose.
_PROSE_WORDS = 6
#: Lines of prose before which a reply form or comment heading does not end the text.
_BEFORE_TAIL = 2
_BLOCK_LINES = 12


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Lines kept, and the words of those left out."""

    lines: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    exact: dict[str, str]
    wild: tuple[tuple[str, re.Pattern[str]], ...]


def strip_furniture(lines: list[str]) -> Cleaned:
    """Leave out the lines that are no part of a report.

    Args:
        lines: the text's lines or paragraphs, in order; blank ones are kept.

    Returns:
        What remains and what was left out.
    """
    kept: list[str] = []
    out: list[str] = []
    prose, block = 0, 0
    total, seen = sum(map(len, lines)), 0
    for at, line in enumerate(lines):
        seen += len(line)
        is_prose = bool(_PROSE.search(line)) and len(line.split()) >= _PROSE_WORDS
        kind = kind_of(line)
        if kind == "tail" and (prose >= _BEFORE_TAIL or (prose and seen > total // 2)):
            out.extend(rest.strip() for rest in lines[at:] if rest.strip())
            break
        block = _BLOCK_LINES if kind == "block" and prose else 0 if is_prose else max(block - 1, 0)
        if kind or (block and line.strip()):
            out.append(line.strip())
            continue
        prose += is_prose
        kept.append(line)
    return Cleaned(tuple(kept), tuple(out))


def kind_of(line: str) -> str | None:
    """``line``, ``block`` or ``tail`` for a line of furniture, None for anything else."""
    if len(line) > _LONGEST:
        return None
    plain = _plain(line)
    if not plain:
        return None
    patterns = _patterns()
    found = patterns.exact.get(plain)
    if found:
        return found
    return next((kind for kind, pattern in patterns.wild if pattern.fullmatch(plain)), None)


def _plain(line: str) -> str:
    return " ".join(line.lower().replace("\u2019", "'").split()).strip(_EDGE)


@cache
def _patterns() -> _Patterns:
    exact: dict[str, str] = {}
    wild: dict[str, list[str]] = {}
    for kind, words in load_json("intake.json")["furniture"]:
        if set(words) & set("*@#"):
            wild.setdefault(kind, []).append(_regex(words))
        else:
            exact[_plain(words)] = kind
    return _Patterns(exact, tuple((k, re.compile("|".join(v))) for k, v in wild.items()))


def _regex(words: str) -> str:
    # Punctuation may follow any word: "read more: ...", "image source, ...".
    text = re.escape(words.strip("()")).replace(r"\ ", r"[^\w\s]* [^\w\s]*")
    for mark, meaning in (
        (r"\*\*", ".{1,400}"),
        (r"\*", ".{1,60}"),
        ("@", r"(?=.{0,60}\d).{1,60}"),
        (r"\#", r"\d[\d,.]*"),
    ):
        text = text.replace(mark, meaning)
    return text
