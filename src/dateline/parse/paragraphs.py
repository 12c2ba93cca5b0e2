"""Cutting a report's text into the pieces that the parser reads one by one."""

import re

from dateline.records import Report, Span

#: A paragraph longer than this is cut at a sentence end, so that no page can exhaust memory.
LONGEST = 5_000
#: Mean line length above which a lone line break ends a paragraph instead of wrapping a line.
WRAP_WIDTH = 100

#: A line of at most this many words without a final stop is a headline inside the text.
HEADLINE_WORDS = 12

#: "12:30 GMT - " before an entry of a live page.
_STAMP = re.compile(
    r"\s*\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?\s*)?(?:GMT|UTC|BST|CET|EST|EDT|ET|local time)?\s*[-\u2013\u2014:|]\s+"
)
_BULLET = re.compile(r"\s*[-*\u2022\u25cf\u2013\u2014]\s+\S")
_BLANK = re.compile(r"\n[ \t\r\u00a0]*\n\s*")
_LINE = re.compile(r"\n")
_CUT = re.compile(r"[.!?][\"'\u2019\u201d)]*\s+")


def paragraphs(report: Report) -> list[Span]:
    """Spans of the report's paragraphs, without its dateline header and without blank ones."""
    text = report.text
    start = report.dateline.end if report.dateline else 0
    pieces: list[Span] = []
    for block in _split(text, Span(start, len(text)), _BLANK):
        lines = text.count("\n", block.start, block.end) + 1
        if lines > 1 and (block.end - block.start) / lines >= WRAP_WIDTH:
            pieces.extend(_split(text, block, _LINE))
        else:
            pieces.extend(_headline_apart(text, block))
    pieces = [_without_stamp(text, p) for p in pieces]
    return [
        part
        for piece in pieces
        for part in _shorten(text, piece)
        if text[part.start : part.end].strip()
    ]


def _headline_apart(text: str, block: Span) -> list[Span]:
    """A short first line without a final stop, before a line that starts anew, stands by itself."""
    cut = text.find("\n", block.start, block.end)
    if cut < 0:
        return [block]
    if _BULLET.match(text, block.start, block.end) or _BULLET.match(text, cut + 1, block.end):
        return _split(text, block, _LINE)
    line, rest = text[block.start : cut].strip(), text[cut + 1 : block.end].lstrip()
    short = 0 < len(line.split()) <= HEADLINE_WORDS and line[-1].isalnum()
    if short and rest[:1].isupper() and len(rest) > len(line):
        return [Span(block.start, cut), Span(cut + 1, block.end)]
    return [block]


def _without_stamp(text: str, piece: Span) -> Span:
    stamp = _STAMP.match(text, piece.start, piece.end)
    return Span(stamp.end(), piece.end) if stamp else piece


def _split(text: str, span: Span, mark: re.Pattern[str]) -> list[Span]:
    found, at = [], span.start
    for match in mark.finditer(text, span.start, span.end):
        found.append(Span(at, match.start()))
        at = match.end()
    found.append(Span(at, span.end))
    return [s for s in found if s.end > s.start]


def _shorten(text: str, span: Span) -> list[Span]:
    parts, at = [], span.start
    while span.end - at > LONGEST:
        cuts = [m.end() for m in _CUT.finditer(text, at + LONGEST // 2, at + LONGEST)]
        space = text.rfind(" ", at + LONGEST // 2, at + LONGEST)
        cut = cuts[-1] if cuts else space + 1 if space > 0 else at + LONGEST
        parts.append(Span(at, cut))
        at = cut
    parts.append(Span(at, span.end))
    return parts
