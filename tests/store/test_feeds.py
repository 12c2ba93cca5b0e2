"""Feeds and the pages they name, in both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.store.feed_items import FeedItem, Listed
from dateline.store.feeds import Feed, stamp
from dateline.store.keys import now
from dateline.store.store import Store

LATER = "2999-01-01T00:00:00.000000Z"


def ahead(**span: float) -> str:
    return stamp(datetime.now(UTC) + timedelta(**span))


def add(store: Store, name: str = "Harbour", **changes: object) -> Feed:
    given = {"title": None, "every": 1800, "since": None, **changes}
    return store.add_feed(f"https://{name.lower()}.example/feed", "feed", name, **given)  # type: ignore[arg-type]


def waiting(store: Store, feed: Feed) -> list[str]:
    return [i.address.rsplit("/", 1)[1] for i in store.waiting_items(feed.key, LATER, 100)]


def listed(name: str, **more: str) -> Listed:
    return Listed(f"https://harbour.example/{name}", **more)


def first(store: Store, feed: Feed) -> FeedItem:
    return store.waiting_items(feed.key, LATER, 1)[0]


def test_a_feed_is_watched_once(store: Store) -> None:
    feed = add(store, every=600, since="2019-04-05")
    assert store.feeds() == (feed,)
    assert (feed.every, feed.since, feed.state, feed.failures, feed.hints) == (
        600,
        "2019-04-05",
        "watched",
        0,
        {},
    )
    with pytest.raises(
        UsageError, match=r"https://harbour\.example/feed is watched already, as 'Harbour'"
    ):
        add(store)
    with pytest.raises(
        UsageError, match=r"'HARBOUR' is what https://harbour\.example/feed is called"
    ):
        store.add_feed("https://b.example/", "feed", "HARBOUR", title=None, every=None, since=None)


def test_removed_with_its_pages(store: Store) -> None:
    feed = add(store)
    store.note_feed(feed.key, {}, [listed("a")])
    report = store.add_report({"id": "a", "text": "A."})
    store.item_kept(first(store, feed), report.key, "page", now())
    store.remove_feed(feed.key)
    assert (store.feeds(), store.counts()["feed items"], store.counts()["reports"]) == ((), 0, 1)


def test_what_a_look_changes(store: Store) -> None:
    feed = add(store)
    changes = {
        "etag": '"x"',
        "hints": {"pause": 60, "hours": [1]},
        "error": "odd \x00 \ud800 words",
        "due": LATER,
    }
    assert store.note_feed(feed.key, changes) == 0
    (found,) = store.feeds()
    assert (found.etag, found.hints) == ('"x"', {"pause": 60, "hours": [1]})
    assert found.error == "odd \ufffd \ufffd words"


def test_new_pages_changed_pages_known_pages(store: Store) -> None:
    feed = add(store)
    old = "2019-04-05T00:00:00.000000Z"
    assert store.note_feed(feed.key, {}, [listed("a"), listed("b", updated=old), listed("a")]) == 2
    assert store.note_feed(feed.key, {}, [listed("a"), listed("b", updated=old)]) == 0
    report = store.add_report({"id": "a", "text": "A."}).key
    for item in store.waiting_items(feed.key, LATER, 9):
        store.item_kept(item, report, "page", ahead(hours=-1))
    assert waiting(store, feed) == []
    again = [
        listed("a", published=old),
        listed("b", updated="2019-04-06T00:00:00.000000Z"),
        listed("c"),
    ]
    assert store.note_feed(feed.key, {}, again) == 2
    assert sorted(waiting(store, feed)) == ["b", "c"]


def test_a_page_that_changes_all_the_time_is_fetched_once_an_hour(store: Store) -> None:
    feed = add(store)
    store.note_feed(feed.key, {}, [listed("a")])
    store.item_kept(
        first(store, feed), store.add_report({"id": "a", "text": "A."}).key, "page", ahead(hours=1)
    )
    store.note_feed(feed.key, {}, [listed("a", updated=ahead(minutes=1))])
    assert store.waiting_items(feed.key, now(), 9) == ()
    assert len(store.waiting_items(feed.key, ahead(hours=2), 9)) == 1


def test_what_the_store_has_is_not_fetched(store: Store) -> None:
    page = {"id": "a", "text": "A.", "url": "https://harbour.example/a"}
    report = store.add_report(page).key
    feed, other = add(store), add(store, "Other")
    assert store.note_feed(feed.key, {}, [listed("a"), listed("b", updated=ahead(minutes=-5))]) == 1
    store.item_kept(first(store, feed), report, "page", now())
    assert store.note_feed(other.key, {}, [listed("a"), listed("b"), listed("c")]) == 1
    newer = Listed(page["url"], updated=ahead(minutes=5))
    third = add(store, "Third")
    assert store.note_feed(third.key, {}, [newer]) == 1
    assert store.known_page(first(store, third)) is None
    assert store.item_counts() == {1: {"kept": 2}, 2: {"kept": 2, "waiting": 1}, 3: {"waiting": 1}}


def test_two_feeds_one_page(store: Store) -> None:
    feed, other = add(store), add(store, "Other")
    for one in (feed, other):
        store.note_feed(one.key, {}, [listed("a")])
    store.item_kept(
        first(store, feed), store.add_report({"id": "a", "text": "A."}).key, "page", now()
    )
    assert waiting(store, other) == []


def test_failures_and_their_words(store: Store) -> None:
    feed = add(store)
    store.note_feed(feed.key, {}, [listed("a", body="<p>whole</p>")])
    item = first(store, feed)
    assert (item.tries, item.body) == (0, "<p>whole</p>")
    store.item_failed(item, "no answer", ahead(minutes=10))
    assert (store.waiting_items(feed.key, now(), 9), first(store, feed).tries) == ((), 1)
    store.item_failed(first(store, feed), "gone", None)
    assert (waiting(store, feed), store.failed_items(feed.key, 9)) == (
        [],
        (("https://harbour.example/a", "gone"),),
    )


def test_the_newest_pages_first(store: Store) -> None:
    feed = add(store)
    store.note_feed(
        feed.key,
        {},
        [
            listed("a", published="2019-04-05"),
            listed("b", updated="2019-04-07"),
            listed("c", published="2019-04-06"),
        ],
    )
    assert waiting(store, feed) == ["b", "c", "a"]
    assert store.count_waiting(feed.key, now()) == 3


def test_due(store: Store) -> None:
    soon, later, pages = (add(store, name) for name in ("Soon", "Later", "Pages"))
    gone = add(store, "Gone")
    store.note_feed(gone.key, {"state": "gone"}, [listed("g")])
    store.note_feed(later.key, {"due": ahead(hours=1)})
    store.note_feed(pages.key, {"due": ahead(hours=2)}, [listed("p")])
    assert [f.name for f in store.due_feeds(now())] == ["Soon", "Pages"]
    store.note_feed(soon.key, {"due": ahead(hours=3)})
    store.item_failed(first(store, pages), "x", due := ahead(minutes=30))
    assert store.next_due() == due
    assert store.due_feeds(now()) == ()


def test_one_holds_a_feed_at_a_time(store: Store) -> None:
    feed = add(store)
    with ThreadPoolExecutor(4) as pool:
        held = list(
            pool.map(lambda n: store.hold_feed(feed.key, f"run {n}", ahead(minutes=5)), range(4))
        )
    assert sum(h is not None for h in held) == 1
    store.release_feed(feed.key, "nobody")
    assert store.hold_feed(feed.key, "nobody", ahead(minutes=5)) is None
    winner = next(n for n, h in enumerate(held) if h)
    assert store.hold_feed(feed.key, f"run {winner}", ahead(seconds=-1))  # its own, prolonged
    assert store.hold_feed(feed.key, "nobody", ahead(minutes=5))  # and that has run out
    assert store.hold_feed(99, "nobody", LATER) is None


def test_many_pages(store: Store) -> None:
    feed = add(store)
    many = [listed(str(n), title=f"T{n}") for n in range(12_000)]
    assert store.note_feed(feed.key, {}, many) == 12_000
    assert store.note_feed(feed.key, {}, many) == 0


def test_backup_and_restore(store: Store, tmp_path: Path) -> None:
    feed = add(store)
    report = store.add_report({"id": "a", "text": "A."}).key
    store.note_feed(feed.key, {"etag": "x"}, [listed("a"), listed("b")])
    store.item_kept(first(store, feed), report, "page", now())
    feeds, counts = store.feeds(), store.item_counts()
    store.backup(tmp_path / "copy.sqlite")
    with pytest.raises(UsageError, match="holds reports: --replace"):
        store.restore(tmp_path / "copy.sqlite")
    store.restore(tmp_path / "copy.sqlite", replace=True)
    assert (store.feeds(), store.item_counts()) == (feeds, counts)
    assert store.check().faults == ()
    assert add(store, "Next").key > feed.key


def test_feeds_alone_are_not_thrown_away(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "empty.sqlite")
    add(store)
    with pytest.raises(UsageError, match="holds feeds: --replace"):
        store.restore(tmp_path / "empty.sqlite")
