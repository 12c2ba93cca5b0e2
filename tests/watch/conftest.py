"""A site, a store, and rounds over them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers.badserver import Site, answer, serving

from dateline.intake.fetch import Manner
from dateline.intake.guard import Allowance
from dateline.records import Report
from dateline.store.feeds import Feed
from dateline.store.store import Store
from dateline.watch.archive import Archive
from dateline.watch.fetcher import Fetcher
from dateline.watch.rounds import Means, Rounds, Tally, Visit
from dateline.watch.words import visit_lines


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server without pages."""
    with serving() as made:
        yield made


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(str(tmp_path / "store.sqlite")) as made:
        yield made


@dataclass
class Watch:
    """A site that is watched; ``coded`` are the texts that were coded, ``lines`` what was told."""

    site: Site
    store: Store
    coded: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    pages: int = 50
    jobs: int = 2
    stopped: Callable[[], bool] = lambda: False
    fail: Exception | None = None

    def fetcher(self, archive: Archive | None = None, **changes: object) -> Fetcher:
        """Asks this site and no other."""
        given = {"idle": 0.7, "whole": 2.0, "stopped": self.stopped, **changes}
        manner = Manner(Allowance(hosts=frozenset({self.site.host})), **given)  # type: ignore[arg-type]
        return Fetcher(manner, pace=0.0, keeper=archive)

    def add(self, path: str = "/feed", **changes: object) -> Feed:
        """Watch a path of the site."""
        given = {"title": None, "every": None, "since": None, **changes}
        address = self.site.url(path) if path.startswith(("/feed", "/map")) else path
        kind = "folder" if address == path else "feed"
        return self.store.add_feed(address, kind, path, **given)  # type: ignore[arg-type]

    def run(
        self, *, force: bool = True, fetcher: Fetcher | None = None, **changes: object
    ) -> Tally:
        """One round over everything, or what is due."""
        means = Means(
            self.store,
            fetcher or self.fetcher(**changes),
            self.code,
            self.tell,
            self.stopped,
            self.jobs,
            self.pages,
        )
        from dateline.store.keys import now

        feeds = (
            [f for f in self.store.feeds() if f.state == "watched"]
            if force
            else self.store.due_feeds(now())
        )
        return Rounds(means).run(feeds, force=force)

    def code(self, key: int, report: Report) -> int:
        assert self.store.report(key) is not None
        if self.fail:
            raise self.fail
        self.coded.append(report.text)
        return 2

    def tell(self, visit: Visit) -> None:
        self.visits.append(visit)
        self.lines.extend(visit_lines(visit))

    def feed(self, path: str = "/feed") -> Feed:
        """The feed of a name, as the store has it."""
        return next(f for f in self.store.feeds() if f.name == path)

    def said(self) -> str:
        """Everything told since the last time it was asked for."""
        told = "\n".join(self.lines)
        self.lines.clear()
        return told


@pytest.fixture
def watch(site: Site, kept: Store) -> Watch:
    """Nothing is watched yet."""
    return Watch(site, kept)


def rss(*items: str, head: str = "") -> bytes:
    """An answer with a feed of pages (paths, or whole items)."""
    made = "".join(
        i if i.startswith("<") else f"<item><title>{i}</title><link>{i}</link></item>"
        for i in items
    )
    return answer(
        f"<rss version='2.0'><channel><title>News</title>{head}{made}</channel></rss>".encode(),
        "application/rss+xml",
    )
