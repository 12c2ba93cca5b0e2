"""How far a run is, on standard error; and what it leaves by the way."""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import click

from dateline.intake.setaside import SetAside
from dateline.records import Record, Report

#: Seconds before progress shows, and between two updates.
_PATIENCE, _BEAT = 2.0, 0.5


def progress(inputs: tuple[str, ...]) -> "Progress":
    """Progress over some inputs, shown only where somebody watches."""
    if not sys.stderr.isatty():
        return Progress(None, shown=False)
    from dateline.intake.expected import expected  # noqa: PLC0415

    return Progress(expected(inputs), shown=True)


@dataclass(slots=True)
class Progress:
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
            done = Progress(None, shown=False, count=self.count, words=self.words)
            click.echo(f"{done.line(seconds)} ({seconds:.0f} s)", err=True)


@dataclass(slots=True)
class Run:
    """What goes through one run, and what is left by the way."""

    progress: Progress
    rejects: BinaryIO | None
    left: int = 0

    def reports(self, found: Iterable[Report | SetAside]) -> Iterator[Report]:
        """The reports among what was read; set-asides are told as they come."""
        for item in found:
            if isinstance(item, Report):
                yield item
                continue
            self.aside(item.input, item.reason)

    def aside(self, name: str, reason: str) -> None:
        """Tell of an input that is left out, and why."""
        self.left += 1
        self.progress.clear()
        click.echo(f"set aside: {visible(name)}: {visible(reason)}", err=True)
        if self.rejects:
            row = json.dumps({"input": name, "reason": reason})
            self.rejects.write(f"{row}\n".encode())
            self.rejects.flush()

    def done(self, record: Record) -> None:
        """Count a record."""
        if record.report.not_coded is not None:
            self.left += 1
            self.progress.clear()
            told = f"{visible(record.report.input)}: {visible(record.report.not_coded)}"
            click.echo(f"not coded: {told}", err=True)
        self.progress.step(record.report.text.count(" ") + 1)


def visible(words: str) -> str:
    """Words of an input made safe for a terminal."""
    return "".join(c if c.isprintable() else " " for c in words).encode("utf-8", "replace").decode()
