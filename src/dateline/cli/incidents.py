"""``dateline incidents``: the same act in several reports, told once."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from dateline.cli import base
from dateline.cli.code import screen
from dateline.cli.progress import Run, progress
from dateline.errors import UsageError
from dateline.formats.incident_json import incident_line
from dateline.formats.incident_page import render_incidents
from dateline.formats.to_json import record_dict


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines, one incident a line.")
@click.option("--coded", is_flag=True, help="INPUT holds records (dateline code --json).")
@click.option("--all", "everything", is_flag=True, help="On the page also what is not political.")
@base.shared
def incidents(
    inputs: tuple[str, ...], as_json: bool, coded: bool, everything: bool, **options: Any
) -> None:
    """Find the same act in several reports: who reports it, ranges of figures, what is disputed.

    INPUT is as for dateline code. Copies of one text count as one outlet. The result is the same in
    whatever order the reports come.

    Exit status: 0 all coded, 3 some set aside or not coded, 2 unusable arguments, 1 failure.
    """
    from dateline.situations.incidents import merge  # noqa: PLC0415  (see base.load_pipeline)

    bar = progress(inputs)
    run = Run(bar, None)
    found = list(_kept(inputs, run) if coded else _coded(inputs, run, options))
    bar.finish()
    merged = merge(found)
    if as_json:
        for incident in merged:
            _put(f"{incident_line(incident)}\n")
    else:
        seen = screen(sys.stdout.isatty())
        shown = [i for i in merged if i.relevant or everything]
        left = len(merged) - len(shown)
        _put(render_incidents(shown, seen.width, left_out=left, colour=seen.colour))
    sys.exit(base.SOME_LEFT if run.left else base.ALL_CODED)


def _coded(inputs: tuple[str, ...], run: Run, options: dict[str, Any]) -> Iterator[dict[str, Any]]:
    own = base.own_actors(options["actor_files"])
    base.day(options["date"])
    found = base.reader(inputs, **base.reading(options))
    for record in base.coded(run.reports(found), options["parser"], own):
        run.done(record)
        yield record_dict(record)


def _kept(inputs: tuple[str, ...], run: Run) -> Iterator[dict[str, Any]]:
    for path in inputs:
        yield from records_in(path, run)


def records_in(path: str, run: Run) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON Lines ("-": standard input); a line that is none is set aside.

    Raises:
        UsageError: the file cannot be read.
    """
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as fault:
        msg = f"{path} cannot be read ({fault.strerror})"
        raise UsageError(msg) from fault
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as fault:
            run.aside(f"{path}:{number}", f"is no JSON ({fault}): leave it out or mend it")
            continue
        if not isinstance(record, dict) or "events" not in record or "report" not in record:
            run.aside(f"{path}:{number}", "is no record: dateline code --json writes them")
            continue
        run.progress.step(str(record["report"].get("text") or "").count(" ") + 1)
        yield record


def _put(words: str) -> None:
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
