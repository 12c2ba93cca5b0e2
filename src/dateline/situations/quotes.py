"""Short quotes: the words of a report around what was coded, never a whole article."""

from dateline.records import Span

#: Longest quote, in characters.
LONGEST = 280
_BLANK = " \t\r\n\u00a0"


def quote_of(text: str, sentence: Span, words: Span) -> tuple[str, Span]:
    """The sentence, or so much of it around ``words`` as a quote may be long, cut between words.

    Args:
        text: the report's.
        sentence: its span.
        words: those that must be in it; what lies outside the text is left out.

    Returns:
        The quote and its span; the quote is exactly the text there.
    """
    start, end = min(sentence.start, len(text)), min(sentence.end, len(text))
    if end - start > LONGEST:
        words = Span(min(words.start, end), min(words.end, end))
        room = max(0, LONGEST - (words.end - words.start))
        end_of = end
        start = max(sentence.start, words.start - room // 2)
        end = min(end_of, max(start + LONGEST, words.end))
        start = max(sentence.start, min(start, end - LONGEST))
        while start > sentence.start and start < words.start and text[start - 1] not in _BLANK:
            start += 1
        while end < end_of and end > words.end and text[end] not in _BLANK:
            end -= 1
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return text[start:end], Span(start, end)
