"""The pages that feeds name: which are new, which changed, which the store has already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, update

from dateline.store.keys import Json, address_hash, holdable, now
from dateline.store.reports import insert_rows
from dateline.store.schema import documents, feed_items, versions

#: Hashes in one statement.
_CHUNK = 5_000
#: States of the pages that feeds name.
WAITING, KEPT, FAILED = "waiting", "kept", "failed"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as a feed names it; ``body`` is HTML where the feed carries the whole text."""

    address: str
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    body: str | None = None

    @property
    def hash(self) -> str:
        """What it is known by."""
        return address_hash(self.address)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A page that waits to be fetched; ``tries`` have failed before."""

    feed: int
    hash: str
    address: str
    title: str | None
    published: str | None
    updated: str | None
    body: str | None
    tries: int


def parts(listed: Sequence[Listed]) -> Iterator[dict[str, Listed]]:
    """Pages by hash, as many at a time as a statement can take."""
    whole = {one.hash: one for one in listed}
    keys = list(whole)
    for start in range(0, len(keys), _CHUNK):
        yield {k: whole[k] for k in keys[start : start + _CHUNK]}


def note(connection: Connection, feed: int, listed: dict[str, Listed]) -> int:
    """Note that a feed names pages; how many of them are to be fetched that were not so before."""
    moment = now()
    mine = feed_items.c.feed == feed, feed_items.c.hash.in_(sorted(listed))
    there = {row.hash: row for row in connection.execute(select(feed_items).where(*mine))}
    if there:
        connection.execute(update(feed_items).where(*mine).values(last_seen=moment))
    changed = [h for h, row in there.items() if _newer(listed[h], row)]
    for digest in changed:
        found, row = listed[digest], there[digest]
        again = {
            "state": WAITING, "updated": found.updated, "published": found.published or row.published,
            "title": found.title or row.title, "body": found.body, "tries": 0, "error": None,
            "due": max(row.due or moment, moment),
        }  # fmt: skip
        which = feed_items.c.feed == feed, feed_items.c.hash == digest
        connection.execute(update(feed_items).where(*which).values(holdable(again)))
    fresh = {h: one for h, one in listed.items() if h not in there}
    held = known(connection, {h: one.updated for h, one in fresh.items()}, but=feed)
    places = {digest: place for place, digest in enumerate(listed)}
    rows = [
        {**_row(feed, one, held.get(h), moment), "place": places[h]} for h, one in fresh.items()
    ]
    insert_rows(connection, feed_items, rows)
    return len(changed) + len(fresh) - len(held)


def _newer(found: Listed, row: Any) -> bool:
    """Whether a feed says that a page changed since it was fetched."""
    return (
        row.state != WAITING
        and found.updated is not None
        and found.updated > (row.updated or row.first_seen)
    )


def _row(feed: int, one: Listed, report: int | None, moment: str) -> Json:
    known = report is not None
    return holdable({
        "feed": feed, "hash": one.hash, "address": one.address, "state": KEPT if known else WAITING,
        "first_seen": moment, "last_seen": moment, "title": one.title, "published": one.published,
        "updated": one.updated, "body": None if known else one.body, "error": None,
        "source": "store" if known else None, "due": moment, "tries": 0, "report": report,
    })  # fmt: skip


def known(connection: Connection, wanted: dict[str, str | None], *, but: int) -> dict[str, int]:
    """Reports of pages that the store has as new as wanted (by hash: the moment of the last change, if told)."""
    hashes = sorted(wanted)
    seen = versions.c.last_seen.label("seen"), versions.c.report
    own = select(documents.c.hash, *seen).join(versions).where(documents.c.hash.in_(hashes))
    kept = feed_items.c.hash.in_(hashes), feed_items.c.state == KEPT, feed_items.c.feed != but
    when = func.coalesce(feed_items.c.updated, feed_items.c.first_seen).label("seen")
    others = select(feed_items.c.hash, when, feed_items.c.report).where(*kept)
    found: dict[str, tuple[str, int]] = {}
    for query in (own, others):
        for digest, moment, report in connection.execute(query):
            if report is not None and (wanted[digest] or "") <= moment:
                found[digest] = max(found.get(digest, ("", 0)), (moment, report))
    return {digest: report for digest, (_, report) in found.items()}
