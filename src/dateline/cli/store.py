"""``dateline store``: reports in, kept with their records."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from itertools import batched, chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from dateline.cli import base
from dateline.cli.progress import Progress, Run, progress, visible
from dateline.errors import InputError, UsageError
from dateline.formats.from_json import report_of
from dateline.formats.to_json import coder_dict, record_dict, report_dict
from dateline.knowledge.user_actors import Loaded
from dateline.records import Report

if TYPE_CHECKING:
    from dateline.store.store import Store

#: Records in one transaction of ``--coded``.
_HUNDRED = 100


@click.command()
@click.argument("inputs", metavar="[INPUT...]", nargs=-1)
@click.option(
    "--coded", is_flag=True, help="INPUT holds records (dateline code --json): no coding."
)
@click.option(
    "--recode", is_flag=True, help="Code also what the store holds uncoded or by an older coder."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a report, as it is kept.")
@click.option("--rejects", type=click.Path(dir_okay=False), help="Set-asides, as JSON Lines.")
@base.db_option
@base.shared
def store(inputs: tuple[str, ...], coded: bool, recode: bool, **options: Any) -> None:
    """Keep reports and their records: INPUT as for dateline code.

    A report is kept before it is coded, and coded unless this coder has done so before; it may be stopped at any
    moment and run again. The same text is kept once; a page that changed gets a new version.

    Exit status: 0 all kept and coded, 3 some set aside or not coded, 2 unusable arguments, 1 failure.
    """
    if not inputs and not recode:
        msg = "give an INPUT to keep, or --recode to code again what the store holds"
        raise UsageError(msg)
    if coded and recode:
        msg = "--coded and --recode contradict each other: give one of them"
        raise UsageError(msg)
    own = base.own_actors(options["actor_files"])
    base.day(options["date"])
    rejects = base.opened(options["rejects"]) if options["rejects"] else nullcontext()
    with base.open_store(options["db"]) as kept, rejects as aside:
        bar = (
            progress(inputs) if inputs and not coded else Progress(None, shown=sys.stderr.isatty())
        )
        run = Run(bar, aside)
        tally = _Tally(kept, run, as_json=options["as_json"])
        if coded:
            for path in inputs:
                _keep_records(kept, path, run, tally)
        else:
            coder = _Coder(kept, run, tally, options["parser"], own)
            if inputs:
                coder.code(coder.fresh(base.reader(inputs, **base.reading(options))))
            if recode:
                coder.code(coder.old())
        bar.finish()
        base.merged(kept)
        tally.tell()
    sys.exit(base.SOME_LEFT if run.left else base.ALL_CODED)


class _Tally:
    """What became of everything, as it becomes it and in the end."""

    def __init__(self, kept: "Store", run: Run, *, as_json: bool) -> None:
        self._kept, self._run, self._as_json = kept, run, as_json
        self._count: dict[str, int] = {}

    def report(self, outcome: str) -> None:
        """A report was kept."""
        self._count[outcome] = self._count.get(outcome, 0) + 1

    def record(self, report: dict[str, Any], key: int, kept: str, record: str, events: int) -> None:
        """A report and its record are kept for good."""
        self._count["coded"] = self._count.get("coded", 0) + (record != "kept")
        self._count["events"] = self._count.get("events", 0) + (events if record != "kept" else 0)
        if self._as_json:
            row = {
                "report": key, "id": report.get("id"), "input": report.get("input"), "outcome": kept,
                "record": record, "events": events, "not_coded": report.get("not_coded"),
            }  # fmt: skip
            self._run.progress.clear()
            click.echo(json.dumps(row))

    def tell(self) -> None:
        """One line in the end, where no program reads."""
        if self._as_json:
            return
        n = {k: self._count.get(k, 0) for k in ("new", "version", "known", "coded", "events")}
        total = n["new"] + n["version"] + n["known"]
        click.echo(
            f"{total:,} reports: {n['new']:,} new, {n['version']:,} changed, {n['known']:,} known; "
            f"{n['coded']:,} coded, {n['events']:,} events; kept in {visible(self._kept.address)}"
        )


class _Coder:
    """Keeps each report, has it coded where that is wanted, keeps the record."""

    def __init__(
        self, kept: "Store", run: Run, tally: _Tally, parser: str, own: Sequence[Loaded]
    ) -> None:
        self._kept, self._run, self._tally = kept, run, tally
        self._parser, self._own = parser, own
        self._outcomes: dict[int, str] = {}
        self._asked: list[tuple[int, str]] = []

    @cached_property
    def _pipeline(self) -> base.Coder:
        """Loaded only once there is a report: that takes seconds."""
        return base.load_pipeline(self._parser, self._own)

    def fresh(self, found: Iterator[Any]) -> Iterator[Report]:
        """Reports that were read, kept, and shall be coded."""
        seen = set()
        for report in self._run.reports(found):
            made = report_dict(report)
            stored = self._kept.add_report(made)
            self._tally.report(stored.outcome)
            wanted = self._kept.needs_coding(stored.key, coder_dict(self._pipeline.coder))
            if wanted and stored.key not in seen:
                seen.add(stored.key)
                self._asked.append((stored.key, stored.outcome))
                yield self._as_kept(report, stored.key, stored.outcome)
            else:
                self._tally.record(made, stored.key, stored.outcome, "kept", 0)
                self._run.progress.step(report.text.count(" ") + 1)

    def _as_kept(self, report: Report, key: int, outcome: str) -> Report:
        """The report, with the day that it is known by where it came without one."""
        kept = self._kept.report(key) if outcome == "known" and not report.published else None
        return report_of(kept) if kept else report

    def old(self) -> Iterator[Report]:
        """Reports of the store that shall be coded."""
        for key, report in self._kept.waiting(coder_dict(self._pipeline.coder)):
            self._asked.append((key, "known"))
            yield report_of(report)

    def code(self, reports: Iterator[Report]) -> None:
        """Code them and keep the records, each at once."""
        first = next(reports, None)
        if first is None:
            return
        for number, record in enumerate(self._pipeline.run(chain([first], reports))):
            made = record_dict(record)
            key, outcome = self._asked[number]
            done = self._kept.add_record(made, seen=False)
            self._tally.record(made["report"], key, outcome, done.outcome, len(made["events"]))
            self._run.done(record)
        self._asked.clear()


def _keep_records(kept: "Store", path: str, run: Run, tally: _Tally) -> None:
    """Keep the records of a file of JSON Lines."""
    with _lines(path) as stream:
        for some in batched(_records(path, stream, run), _HUNDRED):
            for record, done in zip(some, kept.add_records(some), strict=True):
                report, events = record["report"], len(record["events"])
                tally.report(done.report.outcome)
                tally.record(report, done.report.key, done.report.outcome, done.outcome, events)
                run.left += report.get("not_coded") is not None
                run.progress.step(report["text"].count(" ") + 1)


def _records(path: str, stream: BinaryIO, run: Run) -> Iterator[dict[str, Any]]:
    """The records of a file; a line that is none is set aside."""
    from dateline.store.write import check_record  # noqa: PLC0415  (see base.open_store)

    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            check_record(record)
        except InputError as fault:
            run.aside(f"{path}:{number}", str(fault))
        except (ValueError, RecursionError) as fault:
            run.aside(f"{path}:{number}", f"is no JSON ({fault}): leave it out or mend it")
        else:
            yield record


def _lines(path: str) -> AbstractContextManager[BinaryIO]:
    if path == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(path).open("rb")
    except OSError as fault:
        msg = f"{path} cannot be read ({fault.strerror})"
        raise UsageError(msg) from fault
