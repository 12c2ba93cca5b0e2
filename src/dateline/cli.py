"""The command line: arguments in, calls, exit status out."""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO, Any, BinaryIO, Protocol

import click

from dateline import __version__
from dateline.errors import DatelineError, UsageError
from dateline.formats.explain import explain as explanation
from dateline.formats.explain import has_event
from dateline.formats.writers import FORMATS, Screen, Writer
from dateline.intake.setaside import SetAside
from dateline.records import Record, Report

ALL_CODED, FAILURE, UNUSABLE, SOME_LEFT = 0, 1, 2, 3
DEFAULT_PARSER = "en_core_web_md"
#: Seconds before progress shows, and between two updates.
_PATIENCE, _BEAT = 2.0, 0.5
_TRACE = "DATELINE_TRACEBACK"


class Coder(Protocol):
    """What the command line needs of the pipeline."""

    def run(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Code a stream of reports, in order."""


class _Stop(click.ClickException):
    """A failure told in one line; exit status 1."""

    exit_code = FAILURE

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"dateline: {self.message}", file=file, err=file is None)


class _Refusal(_Stop):
    """Arguments that cannot be used, told in one line; exit status 2."""

    exit_code = UNUSABLE


class _Group(click.Group):
    """Turns dateline's own errors into one line and the exit status of the contract."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise _Refusal(str(error)) from error
        except DatelineError as error:
            raise _Stop(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get(_TRACE):
                raise
            msg = f"stopped by {type(error).__name__}: {error} (set {_TRACE}=1 to see where)"
            raise _Stop(msg) from error


def load_pipeline(parser: str) -> Coder:
    """The pipeline, imported only now: ``--help`` need not wait for it."""
    from dateline.pipeline import Pipeline  # noqa: PLC0415

    return Pipeline(parser)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline", message="%(prog)s %(version)s")
def main() -> None:
    """Read news reports and keep the record: who did what to whom, according to whom."""


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    options = (
        click.option("--date", metavar="DAY", help="Publication day of inputs without their own."),
        click.option("--parser", default=DEFAULT_PARSER, show_default=True, help="spaCy pipeline."),
        click.option("--allow-private-hosts", is_flag=True, help="Fetch from the own network too."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@main.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--format", "shape", type=click.Choice(FORMATS), help="Default: page, or json in a pipe."
)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write there instead.")
@click.option("--rejects", type=click.Path(dir_okay=False), help="Set-asides, as JSON Lines.")
@_shared
def code(inputs: tuple[str, ...], shape: str | None, as_json: bool, **options: Any) -> None:
    """Code reports: .txt, .html or .jsonl files, folders, URLs, or - for standard input.

    Exit status: 0 all coded, 3 some set aside or not coded, 2 unusable arguments, 1 failure.
    """
    if as_json and shape not in {None, "json"}:
        msg = f"--json and --format {shape} contradict each other: give one of them"
        raise UsageError(msg)
    found = _reader(inputs, **_reading(options))
    progress = _progress(inputs)
    output, rejects = options["output"], options["rejects"]
    with _opened(output) as stream, _opened(rejects) if rejects else nullcontext() as aside:
        terminal = output is None and sys.stdout.isatty()
        shape = "json" if as_json else shape or ("page" if terminal else "json")
        writer = Writer(stream, shape, _screen(terminal))
        run = _Run(progress, aside)
        for record in _coded(run.reports(found), options["parser"]):
            progress.clear()
            writer.write(record)
            run.done(record)
    progress.finish()
    sys.exit(SOME_LEFT if run.left else ALL_CODED)


@main.command()
@click.argument("file")
@click.argument("event", required=False)
@_shared
def explain(file: str, event: str | None, **options: Any) -> None:
    """Show why the events of FILE (or one EVENT: its id or number) were coded as they were."""
    run = _Run(_Progress(None, shown=False), None)
    found = _reader((file,), **_reading(options))
    known: list[str] = []
    seen = event is None
    for record in _coded(run.reports(found), options["parser"]):
        if event is None or has_event(record, event):
            click.echo(explanation(record, event))
            seen = True
        known.extend(e.id for e in record.events)
        run.done(record)
    if not seen:
        msg = f"no event {event!r} in {file}; its events: {', '.join(known) or 'none'}"
        raise UsageError(msg)
    sys.exit(SOME_LEFT if run.left else ALL_CODED)


def _reading(options: dict[str, Any]) -> dict[str, Any]:
    return {"date": options["date"], "allow_private": options["allow_private_hosts"]}


def _reader(inputs: tuple[str, ...], **options: Any) -> Iterator[Report | SetAside]:
    from dateline.intake.readers import read  # noqa: PLC0415  (half a second that --help need not pay)

    return read(inputs, **options)


def _coded(reports: Iterator[Report], parser: str) -> Iterator[Record]:
    """Records of the reports; the parser is loaded only once there is a report to read."""
    first = next(reports, None)
    if first is not None:
        yield from load_pipeline(parser).run(chain([first], reports))


def _opened(path: str | None) -> AbstractContextManager[BinaryIO]:
    if path is None:
        return nullcontext(sys.stdout.buffer)
    try:
        return Path(path).open("wb")
    except OSError as error:
        msg = f"{path} cannot be written ({error.strerror}): give another place"
        raise UsageError(msg) from error


def _screen(terminal: bool) -> Screen:
    width = shutil.get_terminal_size((100, 40)).columns
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(width, colour)


def _progress(inputs: tuple[str, ...]) -> "_Progress":
    if not sys.stderr.isatty():
        return _Progress(None, shown=False)
    from dateline.intake.readers import expected  # noqa: PLC0415

    return _Progress(expected(inputs), shown=True)


@dataclass(slots=True)
class _Progress:
    """Rate and time left on standard error, once the work has taken a while."""

    total: int | None
    shown: bool
    count: int = 0
    words: int = 0
    began: float = field(default_factory=time.monotonic)
    last: float = 0.0
    drawn: bool = False

    def step(self, words: int) -> None:
        """One report more, of so many words."""
        self.count += 1
        self.words += words
        now = time.monotonic()
        if self.shown and now - self.began > _PATIENCE and now - self.last > _BEAT:
            self.last = now
            self.drawn = True
            click.echo(f"\r\x1b[K{self.line(now - self.began)}", nl=False, err=True)

    def line(self, seconds: float) -> str:
        """For example "120 of 2,000 reports, 14 a second, 9,800 words a second, 2:14 left"."""
        rate = self.count / seconds
        of = f" of {self.total:,}" if self.total else ""
        words = self.words / seconds
        told = f"{self.count:,}{of} reports, {rate:,.1f} a second, {words:,.0f} words a second"
        if not self.total or self.total <= self.count:
            return told
        left = int((self.total - self.count) / rate)
        return f"{told}, {left // 60}:{left % 60:02d} left"

    def clear(self) -> None:
        """Take the line away before something else is written."""
        if self.drawn:
            click.echo("\r\x1b[K", nl=False, err=True)
            self.drawn = False

    def finish(self) -> None:
        """Take the line away and, after long work, say what it came to."""
        self.clear()
        seconds = time.monotonic() - self.began
        if self.shown and seconds > _PATIENCE and self.count > 1:
            done = _Progress(None, shown=False, count=self.count, words=self.words)
            click.echo(f"{done.line(seconds)} ({seconds:.0f} s)", err=True)


@dataclass(slots=True)
class _Run:
    """What goes through one run, and what is left by the way."""

    progress: _Progress
    rejects: BinaryIO | None
    left: int = 0

    def reports(self, found: Iterable[Report | SetAside]) -> Iterator[Report]:
        """The reports among what was read; set-asides are told as they come."""
        for item in found:
            if isinstance(item, Report):
                yield item
                continue
            self.left += 1
            self.progress.clear()
            click.echo(f"set aside: {_visible(item.input)}: {_visible(item.reason)}", err=True)
            if self.rejects:
                row = json.dumps({"input": item.input, "reason": item.reason})
                self.rejects.write(f"{row}\n".encode())
                self.rejects.flush()

    def done(self, record: Record) -> None:
        """Count a record."""
        self.left += record.report.not_coded is not None
        self.progress.step(record.report.text.count(" ") + 1)


def _visible(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words).encode("utf-8", "replace").decode()
