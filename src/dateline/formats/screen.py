"""Lines of a terminal page: indented, wrapped, with or without colour, never moving the reader's cursor."""

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

NARROWEST, WIDEST = 40, 200
UNREVIEWED = "machine-coded, unreviewed"
Line = tuple[Text, int]
#: Marks that keep a name written from right to left apart from its neighbours; a terminal sorts that out itself.
_ISOLATES = "\u2066\u2067\u2068\u2069"


def painted(lines: Iterable[Line], width: int, *, colour: bool) -> str:
    """The lines as text that ends with a line end.

    Args:
        lines: words and their indent in columns; empty words make an empty line.
        width: columns of the terminal; kept between 40 and 200.
        colour: whether to use colours.
    """
    out = StringIO()
    console = Console(
        file=out, width=min(max(width, NARROWEST), WIDEST),
        force_terminal=colour, no_color=not colour, color_system="standard" if colour else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False, soft_wrap=False,
    )  # fmt: skip
    for text, indent in lines:
        console.print(Padding(text, (0, 0, 0, indent), expand=False) if text else "")
    return "\n".join(line.rstrip() for line in printable(out.getvalue()).split("\n"))


def section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    """A heading and its lines, or nothing where there are no lines."""
    started = False
    for found in lines:
        if not started:
            yield line("", "", 0)
            yield line(title.upper(), "bold cyan", 0)
            started = True
        yield found


def line(words: str, style: str, indent: int) -> Line:
    """One line of words in one style."""
    return Text(clean(words), style), indent


def clean(words: str) -> str:
    """One line without control characters: a report must not move the reader's cursor."""
    return "".join(c if c.isprintable() else "" if c in _ISOLATES else " " for c in words)


def printable(page: str) -> str:
    """The page without halves of surrogate pairs."""
    return page.encode("utf-8", "replace").decode("utf-8")


def quoted(words: str) -> str:
    """Words in quotation marks, unless they have their own."""
    return words if set(words) & set('\u201c\u201d"') else f"\u201c{words}\u201d"
