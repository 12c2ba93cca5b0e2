"""A round: every feed that is due is looked at, its new pages are fetched, kept and coded."""

import os
import queue
import secrets
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event, Lock

from dateline.errors import DatelineError, FetchError, InputError
from dateline.intake.fetch import Answer
from dateline.intake.transport import StoppedError
from dateline.records import Report
from dateline.store.feed_items import FeedItem
from dateline.store.feeds import Feed, stamp
from dateline.store.store import Store
from dateline.watch.fetcher import Fetcher
from dateline.watch.keeping import Keeping, Kept, fault_of
from dateline.watch.look import FOLDER, look_at

#: Pages of one feed that one round fetches; the others wait for the next.
PAGES = 50
#: How long a feed is held; each page prolongs it.
_HOLD = timedelta(minutes=15)
#: Pages that may wait to be read and coded.
_WAITING = 16
_BEAT = 0.2
#: Answers after which a server is left alone for this round.
_AWAY = frozenset({429, 503})

#: What a page's fetch gave: the page, why there is none, the report that the store has; None for a file of a folder.
type Got = Answer | FetchError | int | None
Code = Callable[[int, Report], int]


@dataclass(slots=True)
class Visit:
    """One feed in one round, and what it came to.

    ``told`` are lines for a person; ``kept`` counts new reports (``changed``: of those the new versions), ``left``
    pages given up, ``retried`` pages to be tried again, ``busy`` is true where another process has the feed.
    """

    feed: Feed
    busy: bool = False
    looked: bool = False
    error: str | None = None
    told: list[str] = field(default_factory=list)
    kept: int = 0
    changed: int = 0
    events: int = 0
    left: int = 0
    retried: int = 0
    due: str | None = None

    def add(self, done: Kept) -> None:
        """Count a page."""
        self.kept += done.outcome in {"new", "version"}
        self.changed += done.outcome == "version"
        self.events += done.events
        self.left += (done.outcome == "left") + done.uncoded
        self.retried += done.outcome == "later"
        if done.told:
            self.told.append(done.told)


@dataclass(slots=True)
class Tally:
    """What a round came to: reports kept, events coded; ``left`` counts feeds and pages that failed."""

    feeds: int = 0
    kept: int = 0
    events: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Means:
    """What a round works with.

    ``code`` codes a kept report (its key, the report), keeps the record and gives the number of events, 0 where this
    coder has coded it before; None to keep only.  ``tell`` is called with every feed when it is done.  ``stopped``
    says whether the run shall end.  ``jobs`` feeds are looked at at once; ``pages`` of one are fetched at most.
    """

    store: Store
    fetcher: Fetcher
    code: Code | None
    tell: Callable[[Visit], None]
    stopped: Callable[[], bool]
    jobs: int = 4
    pages: int = PAGES


type Item = tuple[Visit, FeedItem | None, Got | DatelineError]


class Rounds:
    """Looks at feeds, several at once, and hands every page to the one thread that reads and codes."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._keeping = Keeping(means.store, means.code)
        self._holder = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._over = Event()
        self._begun: set[str] = set()
        self._lock = Lock()
        self._line: queue.Queue[Item] = queue.Queue(_WAITING)

    def run(self, feeds: Sequence[Feed], *, force: bool = False) -> Tally:
        """Look at feeds; one that another process looks at is passed over.

        Args:
            feeds: in the order in which they are begun.
            force: look at them though they are not due.

        Raises:
            DatelineError: the store or the coder fails; what was kept stays kept.
        """
        tally = Tally()
        self._over.clear()
        self._begun.clear()
        with ThreadPoolExecutor(max(1, min(self._means.jobs, len(feeds)))) as pool:
            for feed in feeds:
                pool.submit(self._visit, feed, force=force)
            try:
                for _ in feeds:
                    self._until_done(tally)
            finally:
                self._over.set()
        return tally

    def _until_done(self, tally: Tally) -> None:
        """Keep pages as they come, until one feed is done."""
        while True:
            visit, item, got = self._line.get()
            if item is not None:
                if not self._means.stopped():
                    self._keep(visit, item, got)
                continue
            if isinstance(got, DatelineError):
                raise got
            if not visit.busy:
                self._means.store.release_feed(visit.feed.key, self._holder)
            tally.feeds += visit.looked
            tally.kept += visit.kept
            tally.events += visit.events
            tally.left += visit.left + visit.retried + (visit.error is not None)
            self._means.tell(visit)
            return

    def _keep(self, visit: Visit, item: FeedItem, got: Got | DatelineError) -> None:
        self._hold(visit.feed)
        if isinstance(got, FetchError):
            done = self._keeping.failed(item, got)
        elif isinstance(got, int):
            done = self._keeping.known(item, got)
        elif isinstance(got, Answer):
            done = self._kept(item, got)
        else:
            done = self._kept(item, None)
        visit.add(done)

    def _kept(self, item: FeedItem, answer: Answer | None) -> Kept:
        try:
            return self._keeping.file(item) if answer is None else self._keeping.page(item, answer)
        except InputError as cause:
            return self._keeping.failed(item, fault_of(cause))

    def _hold(self, feed: Feed) -> Feed | None:
        until = stamp(datetime.now(UTC) + _HOLD)
        return self._means.store.hold_feed(feed.key, self._holder, until)

    def _visit(self, feed: Feed, *, force: bool) -> None:
        """One feed, in a thread of its own: the look, then its pages, each put in line."""
        visit = Visit(feed)
        fault: DatelineError | None = None
        try:
            for item, got in self._fetched(visit, force=force):
                self._put((visit, item, got))
        except StoppedError:
            pass
        except DatelineError as cause:
            fault = cause
        except Exception as cause:  # noqa: BLE001  (a thread's fault must reach the one who waits for it)
            fault = DatelineError(f"{feed.name}: stopped by {type(cause).__name__}: {cause}")
        self._put((visit, None, fault))

    def _put(self, item: Item) -> None:
        """Put something in line, unless nobody takes it any more."""
        while not self._over.is_set():
            try:
                self._line.put(item, timeout=_BEAT)
            except queue.Full:
                continue
            return

    def _fetched(self, visit: Visit, *, force: bool) -> Iterator[tuple[FeedItem, Got]]:
        means, moment = self._means, stamp(datetime.now(UTC))
        if means.stopped():
            return
        held = self._hold(visit.feed)
        visit.busy = held is None
        if held is None:
            return
        visit.due = held.due
        if force or held.due <= moment:
            self._look(visit, held)
        moment = stamp(datetime.now(UTC))
        items = means.store.waiting_items(held.key, moment, means.pages)
        left = means.store.count_waiting(held.key, moment) - len(items)
        if left > 0:
            visit.told.append(f"{left:,} pages wait for the next round")
        for item in items:
            if means.stopped() or self._over.is_set():
                return
            if not self._begin(item.hash):
                continue  # another feed names it too; what comes of it is noted for both
            got = self._got(held, item)
            yield item, got
            if isinstance(got, FetchError) and got.status in _AWAY:
                visit.told.append(f"{got}: its other pages wait for the next round")
                return

    def _begin(self, page: str) -> bool:
        """Whether nobody has begun with a page in this round."""
        with self._lock:
            first = page not in self._begun
            self._begun.add(page)
        return first

    def _look(self, visit: Visit, feed: Feed) -> None:
        seen = look_at(feed, self._means.fetcher)
        self._means.store.note_feed(feed.key, seen.changes, seen.listed)
        visit.looked, visit.error = True, seen.error
        visit.told.extend(seen.told)
        visit.due = seen.changes.get("due")

    def _got(self, feed: Feed, item: FeedItem) -> Got:
        if feed.kind == FOLDER:
            return None
        known = self._means.store.known_page(item)
        if known is not None:
            return known
        try:
            return self._means.fetcher.page(item.address)
        except FetchError as fault:
            return fault
