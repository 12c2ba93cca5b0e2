"""Cutting a report's text into the pieces that the parser reads one by one."""

import re

from dateline.records import Report, Span

#: A paragraph longer than this is cut at a sentence end, so that no page can exhaust memory.
LONGEST = 5_000
#: Mean line length above which a lone line break ends a paragraph instead of wrapping a line.
WRAP_WIDTH = 100

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
            pieces.append(block)
    return [
        part
        for piece in pieces
        for part in _shorten(text, piece)
        if text[part.start : part.end].strip()
    ]


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
