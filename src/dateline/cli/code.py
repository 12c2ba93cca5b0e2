"""``dateline code`` and ``dateline explain``: reports in, records out, and why."""

import os
import shutil
import sys
from contextlib import nullcontext
from typing import Any

import click

from dateline.cli import base
from dateline.cli.progress import Progress, Run, progress
from dateline.errors import UsageError
from dateline.formats.explain import explain as explanation
from dateline.formats.explain import has_event
from dateline.formats.writers import FORMATS, Screen, Writer


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--format", "shape", type=click.Choice(FORMATS), help="Default: page, or json in a pipe."
)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write there instead.")
@click.option("--rejects", type=click.Path(dir_okay=False), help="Set-asides, as JSON Lines.")
@base.shared
def code(inputs: tuple[str, ...], shape: str | None, as_json: bool, **options: Any) -> None:
    """Code reports: .txt, .html or .jsonl files, folders, URLs, or - for standard input.

    Exit status: 0 all coded, 3 some set aside or not coded, 2 unusable arguments, 1 failure.
    """
    if as_json and shape not in {None, "json"}:
        msg = f"--json and --format {shape} contradict each other: give one of them"
        raise UsageError(msg)
    own = base.own_actors(options["actor_files"])
    found = base.reader(inputs, **base.reading(options))
    bar = progress(inputs)
    output, rejects = options["output"], options["rejects"]
    with base.opened(output) as stream, base.opened(rejects) if rejects else nullcontext() as aside:
        terminal = output is None and sys.stdout.isatty()
        shape = "json" if as_json else shape or ("page" if terminal else "json")
        writer = Writer(stream, shape, screen(terminal))
        run = Run(bar, aside)
        for record in base.coded(run.reports(found), options["parser"], own):
            bar.clear()
            writer.write(record)
            run.done(record)
    bar.finish()
    sys.exit(base.SOME_LEFT if run.left else base.ALL_CODED)


@click.command()
@click.argument("file")
@click.argument("event", required=False)
@base.shared
def explain(file: str, event: str | None, **options: Any) -> None:
    """Show why the events of FILE (or one EVENT: its id or number) were coded as they were."""
    run = Run(Progress(None, shown=False), None)
    own = base.own_actors(options["actor_files"])
    found = base.reader((file,), **base.reading(options))
    known: list[str] = []
    seen = event is None
    for record in base.coded(run.reports(found), options["parser"], own):
        if event is None or has_event(record, event):
            click.echo(explanation(record, event))
            seen = True
        known.extend(e.id for e in record.events)
        run.done(record)
    if not seen:
        msg = f"no event {event!r} in {file}; its events: {', '.join(known) or 'none'}"
        raise UsageError(msg)
    sys.exit(base.SOME_LEFT if run.left else base.ALL_CODED)


def screen(terminal: bool) -> Screen:
    """Width of the reader's terminal, and whether to use colours there."""
    width = shutil.get_terminal_size((100, 40)).columns
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(width, colour)
