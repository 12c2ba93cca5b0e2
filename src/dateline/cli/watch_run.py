"""``dateline watch run``: once for cron, or until it is told to stop."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.progress import Progress, visible
from dateline.cli.watch import asking, fetcher_of
from dateline.formats.to_json import coder_dict, record_dict
from dateline.knowledge.user_actors import Loaded
from dateline.records import Report

if TYPE_CHECKING:
    from dateline.store.feeds import Feed
    from dateline.store.store import Store
    from dateline.watch.archive import Archive
    from dateline.watch.rounds import Rounds, Tally, Visit

#: Seconds after which the daemon looks again whether something was added.
_LOOK = 15.0
_SIGNALS = ("SIGINT", "SIGTERM")


@click.command()
@click.option("--once", is_flag=True, help="Look at what is due, then end: for cron.")
@click.option("--all", "everything", is_flag=True, help="Look at every feed now, due or not.")
@click.option(
    "--only", multiple=True, metavar="NAME", help="Only this one. May be given more than once."
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=4, show_default=True, help="Feeds at once."
)
@click.option(
    "--pages", type=click.IntRange(1, 5000), default=50, show_default=True,
    help="Most pages of one feed in one round.",
)  # fmt: skip
@click.option("--no-code", is_flag=True, help="Keep reports, do not code them.")
@click.option(
    "--warc",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Keep every fetched page there as WARC.",
)
@click.option("--parser", default=base.DEFAULT_PARSER, show_default=True, help="spaCy pipeline.")
@base.actors_option
@base.db_option
@asking
def run(once: bool, everything: bool, only: tuple[str, ...], **options: Any) -> None:
    """Look at what is watched, fetch new pages, keep and code them; until Ctrl-C, or --once.

    A feed or page that fails is told, tried again later, and stops no other. A second Ctrl-C ends at once.
    Exit status: 0 all well or stopped, 3 (--once) some feeds or pages failed or were not coded, 2 unusable
    arguments, 1 failure.
    """
    from dateline.watch.rounds import Means, Rounds  # noqa: PLC0415

    own = base.own_actors(options["actor_files"])
    bar = Progress(None, shown=sys.stderr.isatty())
    with (
        base.open_store(options["db"]) as store,
        _archive(options["warc"]) as kept,
        _stopping() as stop,
    ):
        wanted = _keys(store, only)
        if not store.feeds():
            click.echo("nothing is watched yet: dateline watch add https://host/feed", err=True)
        code = None if options["no_code"] else _Coder(store, bar, options["parser"], own)
        fetcher = fetcher_of(options, stopped=stop.is_set, keeper=kept)
        tell = _Teller(bar, clock=not once)
        means = Means(
            store,
            fetcher,
            code,
            tell.visit,
            stop.is_set,
            jobs=options["jobs"],
            pages=options["pages"],
        )
        watching = _Watching(store, Rounds(means), wanted, stop)
        if once:
            tally = watching.once(everything=everything)
            bar.finish()
            _sum(tally, store.address, stopped=stop.is_set())
            sys.exit(base.SOME_LEFT if tally.left and not stop.is_set() else base.ALL_CODED)
        tell.line(f"watching {_feeds(len(watching.mine()))}; Ctrl-C ends it")
        watching.forever(everything=everything)
        tell.line("stopped")


def _feeds(number: int) -> str:
    from dateline.watch.words import counted  # noqa: PLC0415

    return counted(number, "feed")


def _keys(store: "Store", only: Sequence[str]) -> set[int] | None:
    from dateline.watch.adding import named  # noqa: PLC0415

    there = store.feeds()
    return {named(there, name).key for name in only} if only else None


class _Watching:
    """Which feeds have their turn."""

    def __init__(
        self, store: "Store", rounds: "Rounds", wanted: set[int] | None, stop: Event
    ) -> None:
        self._store, self._rounds, self._wanted, self._stop = store, rounds, wanted, stop

    def mine(self) -> "list[Feed]":
        """The feeds of this run."""
        return [f for f in self._store.feeds() if self._mine(f) and f.state == "watched"]

    def once(self, *, everything: bool) -> "Tally":
        """One round."""
        feeds = self.mine() if everything else self._due()
        return self._rounds.run(feeds, force=everything)

    def forever(self, *, everything: bool) -> None:
        """Round after round until the run shall end."""
        if everything:
            self.once(everything=True)
        while not self._stop.is_set():
            feeds = self._due()
            if feeds:
                self._rounds.run(feeds)
            else:
                self._stop.wait(self._pause())

    def _mine(self, feed: "Feed") -> bool:
        return self._wanted is None or feed.key in self._wanted

    def _due(self) -> "list[Feed]":
        from dateline.store.keys import now  # noqa: PLC0415

        moment = now()
        due = self._store.due_feeds(moment)
        return [f for f in due if self._mine(f) and not (f.held_until and f.held_until > moment)]

    def _pause(self) -> float:
        """Seconds until something may be due."""
        due = self._store.next_due()
        if due is None:
            return _LOOK
        left = (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds()
        return min(max(left, 1.0), _LOOK)


class _Coder:
    """Codes a report of the store and keeps the record."""

    def __init__(self, store: "Store", bar: Progress, parser: str, own: Sequence[Loaded]) -> None:
        self._store, self._bar, self._parser, self._own = store, bar, parser, own

    @cached_property
    def _pipeline(self) -> base.Coder:
        """Loaded only once there is a page: that takes seconds."""
        return base.load_pipeline(self._parser, self._own)

    def __call__(self, key: int, report: Report) -> int:
        """Code it, unless this coder has; the number of events."""
        events = 0
        if self._store.needs_coding(key, coder_dict(self._pipeline.coder)):
            for record in self._pipeline.run([report]):
                made = record_dict(record)
                self._store.add_record(made, seen=False)
                events += len(made["events"])
        self._bar.step(report.text.count(" ") + 1)
        return events


class _Teller:
    """Lines on standard error, with the time of day where the run has no end."""

    def __init__(self, bar: Progress, *, clock: bool) -> None:
        self._bar, self._clock = bar, clock

    def visit(self, visit: "Visit") -> None:
        """A feed had its turn."""
        from dateline.watch.words import visit_lines  # noqa: PLC0415

        if not visit.looked and not visit.kept and not visit.told and not visit.busy:
            return
        for line in visit_lines(visit):
            self.line(line)

    def line(self, words: str) -> None:
        """One line."""
        self._bar.clear()
        when = f"{datetime.now().astimezone():%H:%M:%S} " if self._clock else ""
        click.echo(f"{when}{visible(words)}", err=True)


def _sum(tally: "Tally", address: str, *, stopped: bool) -> None:
    from dateline.watch.words import counted  # noqa: PLC0415

    left = f"; {tally.left:,} failed or not coded" if tally.left else ""
    end = "stopped: " if stopped else ""
    click.echo(
        f"{end}{counted(tally.feeds, 'feed')} looked at: {counted(tally.kept, 'report')} kept, "
        f"{counted(tally.events, 'event')}{left}; kept in {visible(address)}"
    )


@contextmanager
def _opened(folder: Path) -> "Iterator[Archive]":
    from dateline.watch.archive import Archive  # noqa: PLC0415

    made = Archive(folder)
    try:
        yield made
    finally:
        made.close()


def _archive(folder: Path | None) -> "AbstractContextManager[Archive | None]":
    return _opened(folder) if folder else nullcontext()


@contextmanager
def _stopping() -> Iterator[Event]:
    """Set by the first signal to end; the second one ends as if there were nobody to catch it."""
    stop = Event()
    before: dict[signal.Signals, Any] = {}

    def end(number: int, _: object) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])
        click.echo("stopping after the page in hand", err=True)

    for name in _SIGNALS:
        number = getattr(signal, name)
        before[number] = signal.signal(number, end)
    try:
        yield stop
    finally:
        for number, old in before.items():
            signal.signal(number, old)
