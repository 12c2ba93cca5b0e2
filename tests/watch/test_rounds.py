"""Rounds over a real server: pages kept once, failures told, nothing stopped by anybody's fault."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.badserver import PAGE, answer, moved, page

from dateline.errors import KnowledgeError, StoreError
from dateline.store.feeds import stamp
from dateline.watch.words import state
from watch.conftest import Watch, rss


def hours(due: str | None) -> float:
    assert due
    return (datetime.fromisoformat(due) - datetime.now(UTC)).total_seconds() / 3600


def test_pages_are_kept_and_coded_once(watch: Watch) -> None:
    watch.add()
    watch.site.routes |= {"/feed": rss("/one", "/two"), "/one": page("One"), "/two": page("Two")}
    first = watch.run()
    assert (first.feeds, first.kept, first.events, first.left) == (1, 2, 4, 0)
    assert watch.said().startswith("/feed: 2 reports kept, 4 events; next look ")
    again = watch.run()
    assert (again.feeds, again.kept, again.left) == (1, 0, 0)
    assert watch.site.pages.count("/one") == watch.site.pages.count("/two") == 1
    assert len(watch.coded) == 2
    assert watch.said().startswith("/feed: nothing new; next look ")
    assert state(watch.feed()) == "ok"
    assert watch.store.check().faults == ()


def test_only_what_is_due(watch: Watch) -> None:
    watch.add()
    watch.site.routes |= {"/feed": rss("/one"), "/one": page("One")}
    assert watch.run(force=False).feeds == 1
    assert watch.run(force=False).feeds == 0
    assert watch.site.pages.count("/feed") == 1


def test_what_did_not_change_is_not_sent_again(watch: Watch) -> None:
    watch.add()
    whole = rss("/one").replace(
        b"\r\n", b'\r\nETag: "a1"\r\nLast-Modified: Fri, 05 Apr 2019 10:00:00 GMT\r\n', 1
    )
    watch.site.routes |= {
        "/feed": [whole, answer(b"", status="304 Not Modified")],
        "/one": page("One"),
    }
    watch.run()
    assert watch.run().left == 0
    asked = watch.site.headers["/feed"]
    assert asked["if-none-match"] == '"a1"'
    assert asked["if-modified-since"] == "Fri, 05 Apr 2019 10:00:00 GMT"
    assert watch.feed().etag == '"a1"'


def test_not_modified_though_not_asked(watch: Watch) -> None:
    watch.add()
    watch.site.routes["/feed"] = answer(b"", status="304 Not Modified")
    assert watch.run().left == 1
    assert "304 Not Modified" in watch.said()


@pytest.mark.parametrize("validator", ['"a\x01"', "caf\u00e9", ""])
def test_odd_validators_are_not_sent_back(watch: Watch, validator: str) -> None:
    feed = watch.add()
    watch.store.note_feed(feed.key, {"etag": validator})
    watch.site.routes["/feed"] = rss()
    assert watch.run().left == 0
    assert "if-none-match" not in watch.site.headers["/feed"]


def test_a_changed_page_is_a_new_version(watch: Watch) -> None:
    watch.add("/map")
    entry = "<urlset><url><loc>/one</loc><lastmod>{}</lastmod></url></urlset>"
    old, new = (
        stamp(datetime.now(UTC) - timedelta(days=2)),
        stamp(datetime.now(UTC) + timedelta(minutes=5)),
    )
    watch.site.routes |= {
        "/map": [answer(entry.format(old).encode()), answer(entry.format(old).encode()), answer(entry.format(new).encode())],
        "/one": [page("One"), page("One, with more")],
    }  # fmt: skip
    assert [watch.run().kept for _ in range(3)] == [1, 0, 0]  # changed, but fetched a moment ago
    (item,) = watch.store.waiting_items(1, "9999", 10)
    watch.store.item_failed(item, "x", stamp(datetime.now(UTC)))
    assert watch.run().kept == 1
    assert "(1 of them changed)" in watch.said()
    assert [v.number for v in watch.store.versions(1)] == [1, 2]


def test_the_feeds_day_stands_where_the_page_has_none(watch: Watch) -> None:
    watch.add()
    dated = answer(
        (PAGE % (b"B", b"B")).replace(
            b"<title>", b'<meta property="article:published_time" content="2019-04-01"><title>'
        )
    )
    given = "<item><link>{}</link><pubDate>Fri, 05 Apr 2019 10:00:00 GMT</pubDate></item>"
    watch.site.routes |= {
        "/feed": rss(given.format("/a"), given.format("/b")),
        "/a": page("A"),
        "/b": dated,
    }
    watch.run()
    found = {
        r["title"]: (r["published"], r["published_from"])
        for k in (1, 2)
        if (r := watch.store.report(k))
    }
    assert found == {"A": ("2019-04-05", "given"), "B": ("2019-04-01", "page")}


def test_a_page_that_fails_is_tried_again_and_given_up(watch: Watch) -> None:
    feed = watch.add()
    watch.site.routes |= {"/feed": rss("/gone", "/fine"), "/fine": page("Fine")}
    waits = []
    for _ in range(5):
        tally = watch.run()
        assert tally.left == 1
        for item in watch.store.waiting_items(feed.key, "9999", 10):
            waits.append(item.tries)
            watch.store._set(item, {"due": stamp(datetime.now(UTC))})
    assert waits == [1, 2, 3, 4]
    assert watch.site.pages.count("/gone") == 5
    assert "given up: " in watch.said()
    assert watch.run().left == 0
    assert watch.store.item_counts()[feed.key] == {"kept": 1, "failed": 1}
    assert watch.store.failed_items(feed.key, 5)[0][1] == "the server answers 404 Not Found"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (answer(b"%PDF-1.7 x", "application/pdf"), "is application/pdf, no page to read"),
        (answer(b"\x89PNG\r\n\x1a\n\0\0", "text/html"), "is an image"),
        (answer(b""), "is empty"),
        (answer(b"no", status="403 Forbidden"), "403 Forbidden"),
        (moved("http://10.0.0.1/"), "private network"),
    ],
)
def test_what_will_not_get_better_is_given_up_at_once(
    watch: Watch, sent: bytes, words: str
) -> None:
    watch.add()
    watch.site.routes |= {"/feed": rss("/bad", "/fine"), "/bad": sent, "/fine": page("Fine")}
    assert (watch.run().kept, watch.run().left) == (1, 0)
    told = watch.said()
    assert f"given up: {watch.site.url('/bad')}: " in told
    assert words in told


def whole(link: str) -> str:
    text = "Rebels took the harbour of Aden on Friday, the mayor said. " * 12
    return (
        f"<item><title>Taken</title><link>{link}</link><content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<![CDATA[<p>{text}</p>]]></content:encoded></item>"
    )


def test_the_feeds_own_text_where_the_page_cannot_be_had(watch: Watch) -> None:
    feed = watch.add()
    watch.site.routes |= {
        "/feed": rss(whole("/paid")),
        "/paid": answer(b"pay", status="402 Payment Required"),
    }
    tally = watch.run()
    assert (tally.kept, tally.left) == (1, 0)
    report = watch.store.report(1)
    assert report
    assert report["text"].startswith("Rebels took the harbour")
    assert (report["title"], report["url"]) == ("Taken", watch.site.url("/paid"))
    assert "the text is the feed's own" in watch.said()
    assert "402 Payment Required" in watch.store.failed_items(feed.key, 1)[0][1]


def test_the_feeds_own_text_is_the_last_resort(watch: Watch) -> None:
    watch.add()
    watch.site.routes |= {
        "/feed": rss(whole("/late")),
        "/late": [answer(b"", status="500 Oops"), page("Late")],
    }
    assert watch.run().kept == 0
    (item,) = watch.store.waiting_items(1, "9999", 10)
    watch.store._set(item, {"due": stamp(datetime.now(UTC))})
    assert watch.run().kept == 1
    report = watch.store.report(1)
    assert report
    assert report["text"].startswith("Police arrested")


def test_a_page_without_a_sentence(watch: Watch) -> None:
    watch.add()
    watch.site.routes |= {
        "/feed": rss(whole("/empty")),
        "/empty": answer(b"<html><body><div id=app></div></body></html>"),
    }
    assert watch.run().kept == 1
    report = watch.store.report(1)
    assert report
    assert report["text"].startswith("Rebels took")


def test_a_page_in_another_language_is_kept_and_told(watch: Watch) -> None:
    watch.add()
    text = (
        b"<html><body><p>"
        + "La police a arr\u00eat\u00e9 trois hommes lundi apr\u00e8s une longue recherche dans le port de la ville. ".encode()
        * 4
        + b"</p></body></html>"
    )
    watch.site.routes |= {"/feed": rss("/fr"), "/fr": answer(text, "text/html; charset=utf-8")}
    tally = watch.run()
    assert (tally.kept, tally.left) == (1, 1)
    assert "not coded: the text is in French" in watch.said()


@pytest.mark.parametrize("status", [301, 308])
def test_moved_for_good_is_noted(watch: Watch, status: int) -> None:
    watch.add()
    watch.site.routes |= {
        "/feed": moved("/feed2", status),
        "/feed2": rss("/one"),
        "/one": page("One"),
    }
    assert watch.run().kept == 1
    assert f"has moved for good to {watch.site.url('/feed2')}" in watch.said()
    watch.run()
    assert watch.site.pages.count("/feed") == 1
    assert watch.feed().address == watch.site.url("/feed")


@pytest.mark.parametrize("chain", [[302], [301, 302], [302, 301]])
def test_moved_for_now_is_not(watch: Watch, chain: list[int]) -> None:
    watch.add()
    watch.site.routes |= {
        f"/feed{n or ''}": moved(f"/feed{n + 1}", status) for n, status in enumerate(chain)
    }
    watch.site.routes[f"/feed{len(chain)}"] = rss()
    watch.run()
    assert watch.feed().moved_to is None


def test_gone_for_good_is_not_asked_any_more(watch: Watch) -> None:
    watch.add()
    watch.site.routes["/feed"] = answer(b"", status="410 Gone")
    assert watch.run().left == 1
    assert "watched no longer" in watch.said()
    assert state(watch.feed()) == "gone"
    assert watch.run().feeds == 0
    assert watch.store.next_due() is None


@pytest.mark.parametrize(
    ("told", "least", "most"), [("7200", 1.9, 2.1), ("999999999", 47, 49), ("x", 0.9, 1.1)]
)
def test_a_server_that_asks_for_a_pause_gets_it(
    watch: Watch, told: str, least: float, most: float
) -> None:
    watch.add()
    watch.site.routes["/feed"] = answer(b"", status="429 Slow Down", Retry_After=told)
    watch.run()
    assert least < hours(watch.feed().due) < most
    assert state(watch.feed()) == "failing"


def test_pages_of_a_server_that_asks_for_a_pause_wait(watch: Watch) -> None:
    watch.add()
    watch.site.routes |= {
        "/feed": rss("/a", "/b", "/c"),
        **dict.fromkeys(("/a", "/b", "/c"), answer(b"", status="503 Busy", Retry_After="600")),
    }
    fetcher = watch.fetcher()
    watch.run(fetcher=fetcher)
    assert len(watch.site.pages) == 2
    assert "other pages wait for the next round" in watch.said()
    watch.run(fetcher=fetcher)
    assert len(watch.site.pages) == 2  # not even asked
    assert "asked to be left alone" in watch.said()


def test_failures_in_a_row(watch: Watch) -> None:
    watch.add()
    watch.site.routes["/feed"] = [
        answer(b"", status="500 Oops"),
        answer(b"", status="500 Oops"),
        rss(),
    ]
    dues = []
    for _ in range(2):
        watch.run()
        dues.append(hours(watch.feed().due))
    assert dues == pytest.approx([1, 2], abs=0.1)
    assert watch.feed().failures == 2
    watch.run()
    assert (watch.feed().failures, watch.feed().error) == (0, None)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (answer(b""), "is empty"),
        (
            answer(
                b"<!DOCTYPE html><html><link rel=alternate type=application/rss+xml href=/x></html>"
            ),
            "is a web page, not a feed; it links http",
        ),
        (answer(b"<!DOCTYPE html><html><body>Welcome</body></html>"), "is a web page, not a feed"),
        (answer(b"\x00\x01\x02"), "is no feed, sitemap or web page"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss>", "cannot be fetched"),
        (b"", "cannot be fetched"),
        (moved("file:///etc/passwd"), "no usable address"),
    ],
)
def test_a_dead_feed_does_not_stop_the_others(watch: Watch, sent: bytes, words: str) -> None:
    watch.add("/feed/bad")
    watch.add()
    watch.site.routes |= {"/feed/bad": sent, "/feed": rss("/one"), "/one": page("One")}
    tally = watch.run()
    assert (tally.feeds, tally.kept, tally.left) == (2, 1, 1)
    assert words in (watch.feed("/feed/bad").error or "")
    assert f"/feed/bad: {watch.feed('/feed/bad').error}" in watch.said()


def test_a_silent_feed_costs_only_its_own_time(watch: Watch) -> None:
    watch.add("/feed/slow")
    watch.add()
    watch.site.routes |= {
        "/feed/slow": watch.site.silence,
        "/feed": rss("/one"),
        "/one": page("One"),
    }
    began = time.monotonic()
    assert watch.run().kept == 1
    assert time.monotonic() - began < 4
    assert "no answer within" in (watch.feed("/feed/slow").error or "")


def test_what_is_too_much_waits_for_the_next_round(watch: Watch) -> None:
    watch.add()
    watch.pages = 3
    watch.site.routes |= {
        "/feed": rss(*(f"/{n}" for n in range(5))),
        **{f"/{n}": page(f"N{n}") for n in range(5)},
    }
    assert watch.run().kept == 3
    assert "2 pages wait for the next round" in watch.said()
    assert watch.run(force=False).kept == 2
    assert watch.site.pages.count("/feed") == 1


def test_a_page_of_two_feeds_is_fetched_once(watch: Watch) -> None:
    watch.add("/feed/a")
    watch.add("/feed/b")
    watch.jobs = 1
    watch.site.routes |= {"/feed/a": rss("/one"), "/feed/b": rss("/one"), "/one": page("One")}
    assert watch.run().kept == 1
    assert watch.site.pages.count("/one") == 1


def test_a_page_that_the_store_has_is_not_fetched(watch: Watch) -> None:
    watch.store.add_report({"id": "x", "text": "Known.", "url": watch.site.url("/one")})
    watch.add()
    watch.site.routes |= {"/feed": rss("/one#part")}
    assert watch.run().left == 0
    assert watch.site.pages == ["/feed"]


def test_since(watch: Watch) -> None:
    watch.add("/map", since="2019-04-05")
    entries = "".join(
        f"<url><loc>/{d}</loc><lastmod>{d}</lastmod></url>" for d in ("2019-04-04", "2019-04-05")
    )
    watch.site.routes |= {
        "/map": answer(f"<urlset>{entries}</urlset>".encode()),
        "/2019-04-05": page("New"),
    }
    assert watch.run().kept == 1
    assert "1 pages from before 2019-04-05 are left out" in watch.said()


def test_an_index_of_sitemaps(watch: Watch) -> None:
    watch.add("/map")
    entry = "<sitemap><loc>/{0}.xml</loc><lastmod>2019-04-0{0}</lastmod></sitemap>"
    index = "".join(map(entry.format, (1, 2, 3)))
    watch.site.routes |= {
        "/map": answer(f"<sitemapindex>{index}</sitemapindex>".encode()), "/1.xml": answer(b"<urlset><url><loc>/a</loc></url></urlset>"),
        "/2.xml": answer(b"junk"), "/3.xml": answer(b"<urlset><url><loc>/b</loc></url></urlset>"), "/a": page("A"), "/b": page("B"),
    }  # fmt: skip
    assert watch.run().kept == 2
    assert f"its sitemap {watch.site.url('/2.xml')}: is no feed" in watch.said()
    before = list(watch.site.pages)
    watch.run()
    assert watch.site.pages[len(before) :] == [
        "/map",
        "/2.xml",
    ]  # what did not change is not asked for


def test_a_folder(watch: Watch, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    story = folder / "deep" / "one.txt"
    story.write_text("Police arrested three men in Lagos on Monday. They had hidden arms.")
    (folder / "bad.html").write_bytes(b"%PDF-1.7")
    (folder / "two.jsonl").write_text(
        '{"text": "Rebels took the harbour of Aden on Friday, the mayor said."}\nno json\n'
    )
    watch.add(str(folder))
    tally = watch.run()
    assert (tally.kept, tally.left) == (2, 2)
    told = watch.said()
    assert "bad.html: is a PDF" in told
    assert "two.jsonl:2: is not valid JSON" in told
    assert watch.run().kept == 0
    story.write_text("Police arrested four men in Lagos on Monday. They had hidden arms.")
    import os

    later = time.time() + 7200
    os.utime(story, (later, later))
    watch.run()
    for item in watch.store.waiting_items(1, "9999", 10):
        watch.store._set(item, {"due": stamp(datetime.now(UTC))})
    assert watch.run().kept == 1
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    folder.rmdir()
    assert watch.run().left == 1
    assert "is it still there?" in watch.said()


def test_another_run_has_the_feed(watch: Watch) -> None:
    feed = watch.add()
    watch.site.routes["/feed"] = rss()
    assert watch.store.hold_feed(
        feed.key, "another", stamp(datetime.now(UTC) + timedelta(minutes=5))
    )
    assert watch.run().feeds == 0
    assert "another run is looking at it" in watch.said()
    assert watch.site.asked == []
    watch.store.release_feed(feed.key, "another")
    assert watch.run().feeds == 1
    assert watch.feed().held_until is None


def test_a_run_that_died_does_not_hold_a_feed_for_ever(watch: Watch) -> None:
    feed = watch.add()
    watch.site.routes["/feed"] = rss()
    watch.store.hold_feed(feed.key, "dead", stamp(datetime.now(UTC) - timedelta(seconds=1)))
    assert watch.run().feeds == 1


@pytest.mark.parametrize(
    "fault", [KnowledgeError("the lexicon is damaged"), StoreError("disk full")]
)
def test_what_is_nobodys_page_ends_the_run(watch: Watch, fault: Exception) -> None:
    for n in range(6):
        watch.add(f"/feed/{n}")
        watch.site.routes |= {
            f"/feed/{n}": rss(*(f"/{n}/{m}" for m in range(9))),
            **{f"/{n}/{m}": page(f"{n} {m}") for m in range(9)},
        }
    watch.fail = fault
    began = time.monotonic()
    with pytest.raises(type(fault)):
        watch.run()
    assert time.monotonic() - began < 10
    assert watch.store.counts()["reports"] == 1


def test_a_stop_drops_what_is_in_hand(watch: Watch) -> None:
    watch.add()
    watch.site.routes |= {
        "/feed": rss("/a", "/b"),
        "/a": watch.site.silence,
        "/b": watch.site.silence,
    }
    until = time.monotonic() + 0.6
    watch.stopped = lambda: time.monotonic() > until
    watch.run(idle=20.0, whole=20.0)
    assert time.monotonic() - until < 2
    assert watch.store.count_waiting(1, stamp(datetime.now(UTC))) == 2
    assert watch.feed().held_until is None


def test_removed_while_it_is_looked_at(watch: Watch) -> None:
    feed = watch.add()
    assert watch.store.note_feed(99, {"error": None}) == 0
    watch.store.remove_feed(feed.key)
    assert watch.store.feeds() == ()


def test_every_page_as_warc(watch: Watch, tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    from dateline.intake.readers import read
    from dateline.watch.archive import Archive

    watch.add()
    slow = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGE % (b"Two", b"Two"), b""))
    )
    watch.site.routes |= {
        "/feed": rss("/one?x=1", "/two", "/none"),
        "/one?x=1": page("One"),
        "/two": slow,
    }
    archive = Archive(tmp_path / "warc", most=500)
    watch.run(archive=archive)
    archive.close()
    files = sorted((tmp_path / "warc").iterdir())
    assert len(files) == 3
    kinds, urls = [], []
    for file in files:
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                kinds.append(record.rec_type)
                urls.append(record.rec_headers.get_header("WARC-Target-URI"))
                body = record.content_stream().read()
                if record.rec_type == "response":
                    assert record.http_headers.get_header("Content-Length") == str(len(body))
                    assert record.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"
                if record.rec_type == "request" and urls[-1].endswith("x=1"):
                    assert record.http_headers.protocol == "GET"
                    assert record.http_headers.statusline == "/one?x=1 HTTP/1.1"
    assert kinds == ["warcinfo", "response", "request"] * 3
    found = [r for r in read([str(tmp_path / "warc")]) if not hasattr(r, "reason")]
    assert sorted(r.title for r in found) == ["One", "Two"]  # type: ignore[union-attr]
