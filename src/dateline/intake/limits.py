"""How large an input may be; beyond, it is set aside instead of filling the memory."""

#: Bytes of one page, one text file or one line of JSON Lines.
MAX_BYTES = 10_000_000
#: Characters of one report's text: about 170,000 words, a long book.
MAX_CHARS = 1_000_000


def megabytes(size: int) -> str:
    """``size`` bytes in words."""
    return f"{size / 1_000_000:.0f} MB"
