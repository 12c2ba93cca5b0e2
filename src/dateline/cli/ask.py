"""``dateline ask``: what reports give as evidence on a question."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.code import screen
from dateline.cli.progress import Run, progress
from dateline.errors import DatelineError, UsageError
from dateline.formats.answer_json import answer_line
from dateline.formats.answer_page import render_answer

if TYPE_CHECKING:
    from dateline.knowledge.user_actors import Loaded
    from dateline.pipeline import Pipeline
    from dateline.records import Record
    from dateline.records.answer import Answer
    from dateline.situations.question_reading import QuestionReader

#: Columns of a page at most: longer lines are hard to read.
_WIDTH = 80


@click.command()
@click.argument("question")
@click.argument("inputs", metavar="[INPUT...]", nargs=-1)
@click.option(
    "--coded", is_flag=True, help="INPUT holds records (dateline code --json): no coding."
)
@click.option("--situation", metavar="NAME", help="Ask only what this saved situation holds.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a page.")
@base.db_option
@base.shared
def ask(
    question: str,
    inputs: tuple[str, ...],
    coded: bool,
    situation: str | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Show what reports give for and against QUESTION, each line with its words.

    INPUT is as for dateline code; without it the store is asked. Nothing here says what is true:
    it says who tells, claims or denies what. Days such as "last week" count from --date, else
    from the newest report.

    Exit status: 0 something was found, 3 nothing or some reports left out, 2 unusable arguments, 1 failure.
    """
    if not any(c.isalnum() for c in question):
        msg = "the question is empty: ask, say, 'Did Chad close the border?'"
        raise UsageError(msg)
    if inputs and situation is not None:
        msg = "--situation asks the store: leave out the INPUT, or --situation"
        raise UsageError(msg)
    day = base.day(options["date"])
    own = base.own_actors(options["actor_files"])
    pipeline, reader = _readers(options["parser"], own)
    if inputs:
        from dateline.situations.ask import answer, told_of  # noqa: PLC0415  (needs the coder)

        run = Run(progress(inputs), None)
        found_records = _coded(inputs, run) if coded else _read(inputs, run, pipeline, options)
        records = [r for r in found_records if r.report.not_coded is None]
        run.progress.finish()
        found, left = answer(question, told_of(records), reader, day), run.left > 0
    else:
        from dateline.situations.ask_store import answer_from_store  # noqa: PLC0415

        with base.open_store(options["db"], create=False) as store:
            within = store.situation(situation) if situation is not None else None
            found, left = answer_from_store(question, store, reader, day, within), False
    _show(found, as_json=as_json)
    sys.exit(base.SOME_LEFT if left or not found.lines else base.ALL_CODED)


def _readers(parser: str, own: Sequence["Loaded"]) -> tuple["Pipeline", "QuestionReader"]:
    """The coder, and what reads questions with the same parser."""
    with base.unswept():
        from dateline.knowledge.actors import ActorBase  # noqa: PLC0415  (see base.load_pipeline)
        from dateline.knowledge.user_actors import joined  # noqa: PLC0415
        from dateline.parse.spacy_parser import SpacyParser  # noqa: PLC0415
        from dateline.pipeline import Pipeline  # noqa: PLC0415
        from dateline.situations.question_reading import QuestionReader  # noqa: PLC0415

        loaded = SpacyParser(parser)
        pipeline = Pipeline(parser=loaded, own=own)
        actors = ActorBase.load(own=joined(own)) if own else ActorBase.load()
        return pipeline, QuestionReader(loaded, pipeline, actors)


def _read(
    inputs: tuple[str, ...], run: Run, pipeline: "Pipeline", options: dict[str, Any]
) -> Iterator["Record"]:
    """The inputs, read and coded."""
    found = base.reader(inputs, **base.reading(options))
    for record in pipeline.run(run.reports(found)):
        run.done(record)
        yield record


def _coded(inputs: tuple[str, ...], run: Run) -> Iterator["Record"]:
    """Records of files of JSON Lines; a line that is none is set aside."""
    from dateline.formats.record_from_json import record_of  # noqa: PLC0415
    from dateline.store.write import check_record  # noqa: PLC0415  (see base.open_store)

    for path in inputs:
        for number, line in enumerate(_lines(path), 1):
            try:
                made = json.loads(line)
                check_record(made)
                record = record_of(made)
            except (DatelineError, ValueError, KeyError, TypeError, RecursionError) as fault:
                run.aside(
                    f"{path}:{number}", f"is no record ({fault}): make it with dateline code --json"
                )
                continue
            run.done(record)
            yield record


def _lines(path: str) -> list[bytes]:
    """The lines of a file or of standard input that are not empty."""
    try:
        found = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as fault:
        msg = f"{path} cannot be read ({fault.strerror})"
        raise UsageError(msg) from fault
    return [line for line in found.splitlines() if line.strip()]


def _show(found: "Answer", *, as_json: bool) -> None:
    seen = screen(sys.stdout.isatty())
    made = (
        f"{answer_line(found)}\n"
        if as_json
        else render_answer(found, min(seen.width, _WIDTH), colour=seen.colour)
    )
    sys.stdout.buffer.write(made.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
