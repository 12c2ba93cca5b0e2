"""``dateline claims``: the ledger of one or several reports: who says what, who denies it."""

import sys
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.code import screen
from dateline.cli.progress import Run, progress
from dateline.formats.across_page import render_across
from dateline.formats.ledger_json import across_line, ledger_line
from dateline.formats.ledger_page import render_ledger

if TYPE_CHECKING:
    from dateline.records import Record


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of a page.")
@base.shared
def claims(inputs: tuple[str, ...], as_json: bool, **options: Any) -> None:
    """Show who says what: claims, denials beside what they deny, tensions, the headline.

    INPUT is as for dateline code. Given several reports, also where they agree, contradict each
    other, or are silent. Nothing here says which of them is true.

    Exit status: 0 all coded, 3 some set aside or not coded, 2 unusable arguments, 1 failure.
    """
    own = base.own_actors(options["actor_files"])
    found = base.reader(inputs, **base.reading(options))
    bar = progress(inputs)
    run = Run(bar, None)
    seen = screen(sys.stdout.isatty())
    kept: list[Record] = []
    for record in base.coded(run.reports(found), options["parser"], own):
        bar.clear()
        if as_json:
            _put(f"{ledger_line(record)}\n")
        else:
            _put(f"{render_ledger(record, seen.width, colour=seen.colour)}\n")
        if record.report.not_coded is None:
            kept.append(record)
        run.done(record)
    if len(kept) > 1:
        made = (
            f"{across_line(kept)}\n"
            if as_json
            else render_across(kept, seen.width, colour=seen.colour)
        )
        _put(made)
    bar.finish()
    sys.exit(base.SOME_LEFT if run.left else base.ALL_CODED)


def _put(words: str) -> None:
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
