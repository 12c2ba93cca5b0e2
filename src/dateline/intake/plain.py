"""Plain text files: headline, byline and date lines apart, furniture and foreign tails left out."""

import re
from dataclasses import dataclass

from dateline.intake.datelines import find_dateline
from dateline.intake.foreign import foreign_tail
from dateline.intake.furniture import strip_furniture
from dateline.intake.published import line_day

_BYLINE = re.compile(
    r"by [a-z][\w.'\u2019-]+(?: (?:[a-z][\w.'\u2019-]*|,))*(?:, [a-z][\w ]{2,30})?",
    re.IGNORECASE,
)
_NO_HEADLINE_END = (
    ".",
    ":",
    ";",
    ",",
    "-",
    "\u2014",
    "\u2013",
    "_",
    '."',
    ".\u201d",
    ".'",
    ".\u2019",
)
_GAPS = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")
#: Words of a headline.
_SHORTEST, _LONGEST = 2, 25
#: Lines at the top among which headline, byline and date stand.
_TOP = 8


@dataclass(frozen=True, slots=True)
class Article:
    """What a file or page holds: the report's text, and what was told apart from it.

    ``published`` is the ISO day a line of its own gives; ``left_out`` the words that are no part of
    the report.
    """

    text: str
    title: str | None = None
    published: str | None = None
    left_out: tuple[str, ...] = ()


def read_plain(content: str) -> Article:
    r"""The report in a plain text file.

    Args:
        content: the file's text, line ends as ``\n``.

    Returns:
        Title, text and publication line; ``text`` may be empty.
    """
    lines = [line.rstrip() for line in content.expandtabs(4).split("\n")]
    lines, published, out = _top(lines)
    cleaned = strip_furniture(lines)
    text = _GAPS.sub("\n\n", "\n".join(cleaned.lines)).strip()
    title, text, between = _headline(text)
    left_out = [*out, *between, *cleaned.left_out]
    tail = foreign_tail(text)
    if tail is not None:
        left_out.append(text[tail:].strip())
        text = text[:tail].rstrip()
    return Article(text, title, published, tuple(left_out))


def _top(lines: list[str]) -> tuple[list[str], str | None, list[str]]:
    """Date and byline lines at the top of the file, taken out."""
    published: str | None = None
    out: list[str] = []
    kept: list[str] = []
    seen = 0
    for line in lines:
        seen += bool(line.strip())
        if line.strip() and seen <= _TOP:
            day = line_day(line)
            if day or (len(line.split()) <= _TOP and _BYLINE.fullmatch(line.strip())):
                published = published or day
                out.append(line.strip())
                continue
        kept.append(line)
    return kept, published, out


def _headline(text: str) -> tuple[str | None, str, list[str]]:
    """The headline that opens a text, the text without it, and lines between the two."""
    header = find_dateline(text)
    if header and header.headline:
        first, last = header.headline
        title, *between = text[first:last].splitlines()
        return (
            _title(title),
            text[last:].lstrip(),
            [line.strip() for line in between if line.strip()],
        )
    line, _, rest = text.partition("\n")
    words = len(line.split())
    blank = not rest.split("\n", 1)[0].strip()
    is_title = _SHORTEST <= words <= _LONGEST and not line.rstrip().endswith(_NO_HEADLINE_END)
    if header or not rest.strip() or not blank or not is_title or "." not in rest:
        return None, text, []
    return _title(line), rest.lstrip(), []


def _title(words: str) -> str:
    plain = " ".join(words.split())
    return plain[:-1] if plain.endswith(".") and not plain.endswith("..") else plain
