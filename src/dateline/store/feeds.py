"""What is watched: feeds, the pages they name, and who is looking at them right now."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, or_, select, update

from dateline.errors import UsageError
from dateline.store.engine import reading, writing
from dateline.store.feed_items import FAILED, KEPT, WAITING, FeedItem, Listed, known, note, parts
from dateline.store.keys import Json, address_hash, dumps, holdable, now
from dateline.store.schema import feed_items, feeds

#: States of feeds.
WATCHED, GONE = "watched", "gone"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. Moments are ISO text in UTC; ``every`` is in seconds, None for what the feed itself asks.

    ``kind`` is ``feed``, ``sitemap`` or ``folder``; ``state`` is ``watched`` or ``gone``; ``moved_to`` is where it is
    fetched from since its server moved it for good.  ``hints`` are the feed's own wishes, ``failures`` those in a row.
    """

    key: int
    address: str
    kind: str
    name: str
    state: str
    added: str
    due: str
    title: str | None
    moved_to: str | None
    since: str | None
    every: int | None
    etag: str | None
    modified: str | None
    hints: Json
    tried: str | None
    succeeded: str | None
    error: str | None
    note: str | None
    failures: int
    held_until: str | None


def stamp(moment: datetime) -> str:
    """A moment as the store writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Feeds:
    """What a store keeps of feeds; each method is one transaction."""

    _engine: Engine

    def add_feed(
        self,
        address: str,
        kind: str,
        name: str,
        *,
        title: str | None,
        every: int | None,
        since: str | None,
    ) -> Feed:
        """Watch a feed from now on.

        Raises:
            UsageError: it is watched already, or another has that name.
        """
        digest, moment = address_hash(address), now()
        row = {
            "hash": digest, "address": address, "kind": kind, "name": name, "state": WATCHED, "added": moment,
            "due": moment, "title": title, "every": every, "since": since, "failures": 0, "hints": "{}",
        }  # fmt: skip
        with writing(self._engine) as connection:
            _refuse_known(connection, address, name)
            connection.execute(feeds.insert().values(holdable(row)))
            made = connection.execute(select(feeds).where(feeds.c.hash == digest)).one()
            return _feed(made)

    def remove_feed(self, key: int) -> None:
        """Watch it no longer; its reports stay."""
        with writing(self._engine) as connection:
            connection.execute(delete(feed_items).where(feed_items.c.feed == key))
            connection.execute(delete(feeds).where(feeds.c.key == key))

    def feeds(self) -> tuple[Feed, ...]:
        """All of them, by name."""
        with reading(self._engine) as connection:
            found = connection.execute(
                select(feeds).order_by(func.lower(feeds.c.name), feeds.c.key)
            )
            return tuple(map(_feed, found))

    def item_counts(self) -> dict[int, dict[str, int]]:
        """By feed and state: how many pages."""
        both = feed_items.c.feed, feed_items.c.state
        query = select(*both, func.count()).group_by(*both)
        found: dict[int, dict[str, int]] = {}
        with reading(self._engine) as connection:
            for feed, state, count in connection.execute(query):
                found.setdefault(feed, {})[state] = count
        return found

    def failed_items(self, key: int, limit: int) -> tuple[tuple[str, str], ...]:
        """Address and error of pages that were given up, or failed at the last try, the latest first."""
        bad = feed_items.c.error.is_not(None), feed_items.c.feed == key
        query = select(feed_items.c.address, feed_items.c.error).where(*bad)
        order = feed_items.c.last_seen.desc(), feed_items.c.hash
        with reading(self._engine) as connection:
            return tuple((a, e) for a, e in connection.execute(query.order_by(*order).limit(limit)))

    def due_feeds(self, moment: str) -> tuple[Feed, ...]:
        """Feeds to look at: their time has come, or that of a page they name; the longest due first."""
        open_ = feed_items.c.state == WAITING, feed_items.c.due <= moment
        pages = select(feed_items.c.feed).where(*open_)
        due = feeds.c.state == WATCHED, or_(feeds.c.due <= moment, feeds.c.key.in_(pages))
        with reading(self._engine) as connection:
            query = select(feeds).where(*due).order_by(feeds.c.due, feeds.c.key)
            return tuple(map(_feed, connection.execute(query)))

    def next_due(self) -> str | None:
        """When the next feed or page is due."""
        with reading(self._engine) as connection:
            feed = connection.execute(
                select(func.min(feeds.c.due)).where(feeds.c.state == WATCHED)
            ).scalar()
            live = select(feeds.c.key).where(feeds.c.state == WATCHED)
            waiting = feed_items.c.state == WAITING, feed_items.c.feed.in_(live)
            page = connection.execute(select(func.min(feed_items.c.due)).where(*waiting)).scalar()
            return min((d for d in (feed, page) if d), default=None)

    def hold_feed(self, key: int, holder: str, until: str) -> Feed | None:
        """Take a feed for oneself until a moment, or prolong that; None where another process has it."""
        with writing(self._engine) as connection:
            row = connection.execute(select(feeds).where(feeds.c.key == key)).first()
            if row is None or (row.holder not in {None, holder} and row.held_until > now()):
                return None
            connection.execute(
                update(feeds).where(feeds.c.key == key).values(holder=holder, held_until=until)
            )
            return _feed(row)

    def release_feed(self, key: int, holder: str) -> None:
        """Let others have it."""
        mine = feeds.c.key == key, feeds.c.holder == holder
        with writing(self._engine) as connection:
            connection.execute(update(feeds).where(*mine).values(holder=None, held_until=None))

    def note_feed(self, key: int, changes: Json, listed: Sequence[Listed] = ()) -> int:
        """Note what a look at a feed gave, and the pages it names, together.

        Args:
            key: the feed.
            changes: columns of ``feeds``; ``hints`` as an object.
            listed: the pages, each once.

        Returns:
            How many of them are to be fetched that were not so before: new ones, and ones that changed.
        """
        row = {k: dumps(v) if k == "hints" else v for k, v in changes.items()}
        with writing(self._engine) as connection:
            there = connection.execute(select(feeds.c.key).where(feeds.c.key == key)).scalar()
            if there is None:  # removed while it was looked at
                return 0
            if row:
                connection.execute(update(feeds).where(feeds.c.key == key).values(holdable(row)))
            return sum(note(connection, key, part) for part in parts(listed))

    def waiting_items(self, key: int, moment: str, limit: int) -> tuple[FeedItem, ...]:
        """Pages of a feed to be fetched now, the newest first, then as the feed has them."""
        mine = feed_items.c.feed == key, feed_items.c.state == WAITING, feed_items.c.due <= moment
        when = func.coalesce(feed_items.c.updated, feed_items.c.published, feed_items.c.first_seen)
        names = FeedItem.__dataclass_fields__
        order = when.desc(), feed_items.c.place, feed_items.c.hash
        query = select(feed_items).where(*mine).order_by(*order).limit(limit)
        with reading(self._engine) as connection:
            rows = connection.execute(query)
            return tuple(FeedItem(**{n: getattr(row, n) for n in names}) for row in rows)

    def count_waiting(self, key: int, moment: str) -> int:
        """How many pages of a feed are to be fetched now."""
        mine = feed_items.c.feed == key, feed_items.c.state == WAITING, feed_items.c.due <= moment
        with reading(self._engine) as connection:
            query = select(func.count()).select_from(feed_items).where(*mine)
            return int(connection.execute(query).scalar_one())

    def known_page(self, item: FeedItem) -> int | None:
        """The report of a page that is in the store as new as a feed says it is."""
        with reading(self._engine) as connection:
            found = known(connection, {item.hash: item.updated}, but=item.feed)
            return found.get(item.hash)

    def item_kept(
        self, item: FeedItem, report: int, source: str, again: str, remark: str | None = None
    ) -> None:
        """A page is in the store.

        Args:
            item: the page.
            report: its report.
            source: ``page``, ``feed`` (the feed's own text) or ``store`` (it was there before).
            again: before this moment it need not be fetched again, whatever the feed says.
            remark: what there is to say of it.
        """
        done = {
            "state": KEPT, "report": report, "source": source, "due": again, "error": remark, "body": None, "tries": 0,
        }  # fmt: skip
        self._set(item, done)
        if source != "feed":
            self._settle(item, report)

    def _settle(self, item: FeedItem, report: int) -> None:
        """What is kept need not be fetched for another feed that names it."""
        same = feed_items.c.hash == item.hash, feed_items.c.feed != item.feed
        due = feed_items.c.state == WAITING, func.coalesce(feed_items.c.updated, "") <= now()
        kept = {"state": KEPT, "report": report, "source": "store", "error": None, "body": None}
        with writing(self._engine) as connection:
            connection.execute(update(feed_items).where(*same, *due).values(kept))

    def item_failed(self, item: FeedItem, error: str, due: str | None) -> None:
        """A page could not be fetched: it is tried again at a moment, or given up (None)."""
        left = {"error": error, "tries": item.tries + 1, "due": due}
        gone = {"state": FAILED, "body": None} if due is None else {}
        self._set(item, {**left, **gone})

    def _set(self, item: FeedItem, values: Json) -> None:
        which = feed_items.c.feed == item.feed, feed_items.c.hash == item.hash
        with writing(self._engine) as connection:
            connection.execute(update(feed_items).where(*which).values(holdable(values)))


def _refuse_known(connection: Connection, address: str, name: str) -> None:
    same = select(feeds.c.name).where(feeds.c.hash == address_hash(address))
    if (there := connection.execute(same).scalar()) is not None:
        msg = f"{address} is watched already, as {there!r}"
        raise UsageError(msg)
    called = select(feeds.c.address).where(func.lower(feeds.c.name) == name.lower())
    if (there := connection.execute(called).scalar()) is not None:
        msg = f"{name!r} is what {there} is called: give another --name"
        raise UsageError(msg)


def _feed(row: Any) -> Feed:
    values = {n: getattr(row, n) for n in Feed.__dataclass_fields__}
    return Feed(**{**values, "hints": json.loads(row.hints or "{}")})
