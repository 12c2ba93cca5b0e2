"""Quotations in the text: where each begins and ends, apostrophes and nested marks left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import ParsedReport, Span

#: One run of quote marks; LaTeX pairs count as one mark.
_MARK = re.compile("``|''|[\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019'`]")
_DOUBLE_OPEN = {"\u201c", "\u201e", "\u00ab", "``"}
_DOUBLE_CLOSE = {"\u201d", "\u00bb"}
_DOUBLE_EITHER = {'"', "''"}
_BEFORE_OPEN = set(" \t\r\n\u00a0([{-\u2013\u2014/\u2026") | {'"', "\u201c", "\u2018", "'", "`"}
_CLIPPED = re.compile(r"(?:\d\ds|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation, at most a paragraph long.

    ``outer`` has the marks, ``inner`` has not; ``closed`` is False where the paragraph (or a new
    opening mark) cuts it off, so that the next quotation goes on with the same words.
    """

    outer: Span
    inner: Span
    closed: bool


def find_quotes(parsed: ParsedReport) -> tuple[Quote, ...]:
    """All outermost quotations of a report, in text order."""
    text = parsed.report.text
    found: list[Quote] = []
    for block in _blocks(parsed):
        found.extend(quotes_in(text, block))
    return tuple(found)


def _blocks(parsed: ParsedReport) -> list[Span]:
    """Spans of the paragraphs that hold sentences."""
    blocks: list[tuple[int, Span]] = []
    for s in parsed.sentences:
        if blocks and blocks[-1][0] == s.paragraph:
            blocks[-1] = (s.paragraph, Span(blocks[-1][1].start, s.span.end))
        else:
            blocks.append((s.paragraph, s.span))
    return [span for _, span in blocks]


def quotes_in(text: str, block: Span) -> list[Quote]:
    """Quotations of one paragraph.

    Args:
        text: the report's text.
        block: the paragraph's characters.
    """
    marks = list(_MARK.finditer(text, block.start, block.end))
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    for n, mark in enumerate(marks):
        if opened is None:
            if _may_open(text, mark, block) and _is_paired(text, marks, n, block):
                opened = mark
        elif _closes(text, opened, mark, marks[n + 1 :], block):
            found.append(
                _quote(opened.start(), opened.end(), mark.start(), mark.end(), closed=True)
            )
            opened = None
        elif _reopens(text, opened, mark, block):
            cut = _rstrip(text, mark.start())
            found.append(_quote(opened.start(), opened.end(), cut, cut, closed=False))
            opened = mark
    if opened is not None:
        found.append(_quote(opened.start(), opened.end(), block.end, block.end, closed=False))
    return [q for q in found if q.inner.end > q.inner.start]


def _quote(start: int, inner: int, inner_end: int, end: int, *, closed: bool) -> Quote:
    return Quote(Span(start, end), Span(inner, max(inner, inner_end)), closed)


def _rstrip(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def _is_double(mark: str) -> bool:
    return mark in _DOUBLE_OPEN or mark in _DOUBLE_CLOSE or mark in _DOUBLE_EITHER


def _may_open(text: str, mark: re.Match[str], block: Span) -> bool:
    """Whether this mark can begin a quotation."""
    sign = mark.group()
    if sign in _DOUBLE_OPEN:
        return True
    if sign in _DOUBLE_CLOSE:
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    if before not in _BEFORE_OPEN or after.isspace():
        return False
    if _is_double(sign):
        return True
    return sign != "\u2019" and not _CLIPPED.match(text, mark.end(), block.end)


def _is_paired(text: str, marks: Sequence[re.Match[str]], n: int, block: Span) -> bool:
    """Whether an opening mark has its close; double marks may run on to the next paragraph."""
    mark = marks[n]
    if _is_double(mark.group()):
        return True
    if mark.group() == "\u2018" and not text[block.start : mark.start()].strip():
        return True
    return any(
        _closes(text, mark, m, marks[k:], block) for k, m in enumerate(marks[n + 1 : n + 40], n + 2)
    )


def _closes(
    text: str,
    opened: re.Match[str],
    mark: re.Match[str],
    rest: Sequence[re.Match[str]],
    block: Span,
) -> bool:
    """Whether a mark ends the quotation that is open."""
    first, sign = opened.group(), mark.group()
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < block.end else " "
    if _is_double(first):
        if sign in _DOUBLE_CLOSE:
            return first not in _DOUBLE_EITHER or not before.isspace()
        return sign in _DOUBLE_EITHER and (not before.isspace() or after.isspace())
    if sign not in {"'", "\u2019"} or before.isspace() or after.isalnum():
        return False
    plural = before == "s" and after == " " and text[mark.end() + 1 : mark.end() + 2].islower()
    return not plural or not any(_plain_close(text, m, block) for m in rest[:6])


def _plain_close(text: str, mark: re.Match[str], block: Span) -> bool:
    """A single mark that surely closes: after punctuation or before it."""
    if mark.group() not in {"'", "\u2019"}:
        return False
    after = text[mark.end()] if mark.end() < block.end else " "
    return text[mark.start() - 1] in ",.!?" or after in ",.;:!?"


def _reopens(text: str, opened: re.Match[str], mark: re.Match[str], block: Span) -> bool:
    """A second opening mark of the same sort: the paragraph break between the two was lost."""
    first, sign = opened.group(), mark.group()
    same = sign == first if _is_double(first) else sign == "\u2018" == first
    return same and sign not in _DOUBLE_CLOSE and _may_open(text, mark, block)
