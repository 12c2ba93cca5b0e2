"""``dateline brief``: the page about a situation."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import base
from dateline.cli.code import screen
from dateline.errors import UsageError
from dateline.formats.brief_json import brief_line
from dateline.formats.brief_markdown import brief_markdown
from dateline.formats.brief_page import render_brief

if TYPE_CHECKING:
    from dateline.knowledge.outline import Outline
    from dateline.records.situation import Brief

FORMATS = ("page", "markdown", "html", "json")
_ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".txt": "page",
}


@click.command()
@click.argument("situation")
@click.option(
    "--format", "shape", type=click.Choice(FORMATS),
    help="Default: page on a terminal, markdown in a pipe, with -o what the file's ending says.",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write there instead.")
@click.option("--since", metavar="DAY", help="What counts as new. Default: since the last look.")
@click.option(
    "--outline",
    metavar="FILE",
    help="Land and borders of the map, as GeoJSON, instead of the bundled ones.",
)
@base.db_option
def brief(
    situation: str,
    shape: str | None,
    output: str | None,
    since: str | None,
    outline: str | None,
    db: str | None,
) -> None:
    """Write the page about SITUATION: what happened, where, when, by which reports, what is disputed, what is ahead.

    Every sentence cites the words of a report. The HTML is one file that loads nothing.

    Exit status: 0 written, 3 nothing was found, 2 unusable arguments, 1 failure.
    """
    terminal = output is None and sys.stdout.isatty()
    wanted = shape_of(shape, output, terminal=terminal)
    day = base.day(since, "--since")
    if outline is not None and wanted != "html":
        msg = f"--outline is for the map of --format html, not {wanted}"
        raise UsageError(msg)
    own = _outline(outline)
    with base.open_store(db, create=False) as store:
        from dateline.situations.brief import make_brief  # noqa: PLC0415  (see base.open_store)

        asked = store.situation(situation)
        base.merged(store)
        made = make_brief(store, asked, now=datetime.now(UTC), since=day)
    text = _drawn(made, wanted, own, terminal=terminal)
    with base.opened(output) as stream:
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()
    sys.exit(base.ALL_CODED if made.incidents else base.SOME_LEFT)


def shape_of(shape: str | None, output: str | None, *, terminal: bool) -> str:
    """The format: as asked, else by the ending of the file, else by who reads.

    Raises:
        UsageError: the file's ending names no format.
    """
    if shape is not None:
        return shape
    if output is None:
        return "page" if terminal else "markdown"
    ending = Path(output).suffix.lower()
    if ending not in _ENDINGS:
        msg = f"-o {output}: its ending names no format: use {', '.join(_ENDINGS)} or give --format"
        raise UsageError(msg)
    return _ENDINGS[ending]


def _outline(path: str | None) -> "Outline | None":
    from dateline.knowledge.outline import read_outline  # noqa: PLC0415  (only the map needs it)

    return read_outline(path) if path else None


def _drawn(made: "Brief", shape: str, own: "Outline | None", *, terminal: bool) -> str:
    """The brief in the format asked for; each is imported only when it is wanted."""
    if shape == "html":
        from dateline.formats.brief_html import brief_html  # noqa: PLC0415  (a template engine)

        return brief_html(made, own)
    if shape == "json":
        return f"{brief_line(made)}\n"
    if shape == "markdown":
        return brief_markdown(made)
    seen = screen(terminal)
    return render_brief(made, seen.width, colour=seen.colour)
