"""Feeds, sitemaps, OPML: what is read out of bytes, and what broken or hostile ones do not do."""

import gzip
import time
import urllib.request
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.watch.detect import read_document
from dateline.watch.found import MAX_ITEMS, Document, moment_of
from dateline.watch.markup import is_opml, read_opml, write_opml

URL = "https://harbour.example/news/feed.xml"
LONG = "Police arrested three men in Lagos on Monday. " * 20


def read(text: str | bytes, media: str = "application/xml") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_document(data, URL, media, None)


def rss(items: str, head: str = "", start: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f"{start}<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>Harbour News</title>{head}{items}</channel></rss>"


def item(link: str, more: str = "", title: str = "A story") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def addresses(found: Document) -> list[str]:
    return [one.address for one in found.items]


def test_rss() -> None:
    day = "<pubDate>Fri, 05 Apr 2019 10:11:12 +0200</pubDate>"
    found = read(
        rss(item("https://harbour.example/1", day) + item("/2#top") + item("../3?x=1&amp;y=2"))
    )
    assert (found.kind, found.form, found.title) == ("feed", "RSS", "Harbour News")
    assert addresses(found) == [
        "https://harbour.example/1", "https://harbour.example/2", "https://harbour.example/3?x=1&y=2",
    ]  # fmt: skip
    first = found.items[0]
    assert (first.published, first.updated) == ("2019-04-05T08:11:12.000000Z", None)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 05 Apr 2019 00:30:00 +0200", "2019-04-05"), ("Fri, 05 Apr 2019 23:30:00 -0500", "2019-04-05"),
        ("2019-04-05T00:30:00+02:00", "2019-04-05"), ("Fri, 05 Apr 2019 12:00:00 GMT", "2019-04-05"),
    ],
)  # fmt: skip
def test_the_day_is_the_publishers_own(written: str, day: str) -> None:
    """Half past midnight in Rome is the day before in UTC."""
    found = read(rss(item("/1", f"<pubDate>{written}</pubDate>"))).items[0].published
    assert found
    assert found[:10] == day


def test_atom_with_its_whole_text() -> None:
    found = read(
        f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/"><title>T</title>
        <entry><title>One</title><link href="one"/><published>2019-04-05T10:00:00Z</published>
        <updated>2019-04-06T10:00:00Z</updated><content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"""
    )
    (one,) = found.items
    assert (found.form, one.address) == ("Atom", "https://base.example/a/one")
    assert (one.published, one.updated) == (
        "2019-04-05T10:00:00.000000Z",
        "2019-04-06T10:00:00.000000Z",
    )
    assert one.body == f"<p>{LONG}</p>".replace(" </p>", " </p>")


def test_a_change_is_no_publication() -> None:
    atom = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/1"/><updated>2019-04-05T10:00:00Z</updated></entry></feed>'
    )
    (one,) = atom.items
    assert (one.published, one.updated) == (None, "2019-04-05T10:00:00.000000Z")
    told = "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2019-04-05T10:00:00Z</dc:date>"
    assert read(rss(item("/1", told))).items[0].published == "2019-04-05T10:00:00.000000Z"


def test_json_feed() -> None:
    found = read(
        '{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1", "url": "/one", '
        '"date_published": "2019-04-05T10:00:00+02:00"}, {"id": "https://harbour.example/two"}, {"id": "3"}, 7]}'
    )
    assert (found.form, addresses(found)) == (
        "JSON",
        ["https://harbour.example/one", "https://harbour.example/two"],
    )
    assert found.items[0].published == "2019-04-05T08:00:00.000000Z"


def test_sitemap_newest_first_and_news() -> None:
    found = read(
        """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://harbour.example/old</loc><lastmod>2019-04-05</lastmod></url>
        <url><loc> https://harbour.example/new </loc><lastmod>2019-04-06T10:00:00+02:00</lastmod>
        <n:news><n:publication_date>2019-04-04</n:publication_date><n:title>New</n:title></n:news></url>
        <url><loc>ftp://harbour.example/x</loc></url></urlset>"""
    )
    assert addresses(found) == ["https://harbour.example/new", "https://harbour.example/old"]
    first = found.items[0]
    assert (first.title, first.published, first.updated) == (
        "New", "2019-04-04T00:00:00.000000Z", "2019-04-06T08:00:00.000000Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    "odd", ["<tp://[>x", "<&#xD800;g>x", "<x:y:z>", "<loc>/2</loc", "&nosuch;"]
)
def test_a_broken_sitemap_gives_what_is_there(odd: str) -> None:
    found = read(f"<urlset><url><loc>/1</loc></url><url>{odd}</url></urlset>")
    assert "https://harbour.example/1" in addresses(found)


def test_a_sitemap_whose_names_are_no_text() -> None:
    with pytest.raises(InputError, match="sitemap that cannot be read"):
        read("<urlset xmlns='http://x&#xD800;/'><url><loc>/1</loc></url></urlset>")


def test_index_of_sitemaps_packed() -> None:
    xml = "<sitemapindex><sitemap><loc>/a.xml.gz</loc><lastmod>2019-04-05</lastmod></sitemap></sitemapindex>"
    found = read(gzip.compress(xml.encode()), "application/gzip")
    assert (found.kind, found.links) == (
        "index", (("https://harbour.example/a.xml.gz", "2019-04-05T00:00:00.000000Z"),),
    )  # fmt: skip


def test_a_packed_bomb() -> None:
    with pytest.raises(InputError, match="larger than 10 MB unpacked"):
        read(gzip.compress(b"<urlset>" + b" " * 50_000_000))


def test_a_page_that_links_its_feeds() -> None:
    found = read(
        "<!DOCTYPE html><html><head><title>Harbour</title><base href='/deep/'>"
        "<link rel='alternate' type='application/rss+xml' href='feed'><link rel=alternate hreflang=fr href=/fr>"
        "<link rel='stylesheet' type='application/rss+xml' href=no><link rel=alternate type=application/atom+xml href=javascript:x>"
        "</head></html>",
        "text/html",
    )
    assert (found.kind, found.links) == ("page", (("https://harbour.example/deep/feed", None),))


@pytest.mark.parametrize(
    "media", ["text/html", "text/plain", "application/octet-stream", "", "nonsense"]
)
def test_the_server_may_call_a_feed_what_it_likes(media: str) -> None:
    assert addresses(read(rss(item("/1")), media)) == ["https://harbour.example/1"]


@pytest.mark.parametrize(
    ("text", "encoding", "media"),
    [
        ("Caf\u00e9", "iso-8859-1", "application/xml; charset=iso-8859-1"),
        ("Caf\u00e9", "utf-8", "application/xml; charset=us-ascii"),
        ("Caf\u00e9", "utf-8", "application/xml; charset=no-such-thing"),
        ("Caf\u00e9", "utf-16", "application/xml"),
    ],
)
def test_character_sets(text: str, encoding: str, media: str) -> None:
    start = f'<?xml version="1.0" encoding="{encoding}"?>'
    found = read(rss(item("/1", title=text), start=start).encode(encoding), media)
    assert found.items[0].title == text


@pytest.mark.parametrize(
    "text",
    [
        rss(item("/1") + item("/2"))[:-23], rss(item("/1", "<b>never closed") + item("/2")),
        rss(item("/1", "&nosuch; & <x:y>") + item("/2")), rss(item("/1") + "\x00\x01" + item("/2")),
        "\ufeff  \n" + rss(item("/1") + item("/2")), rss(item("/1") + item("/2") + item("/1")),
    ],
    ids=["cut", "open tag", "entities", "null bytes", "mark and blanks", "twice"],
)  # fmt: skip
def test_broken_feeds_give_what_is_there(text: str) -> None:
    assert set(addresses(read(text))) == {"https://harbour.example/1", "https://harbour.example/2"}


def test_the_same_guid_for_two_pages() -> None:
    found = read(rss(item("/1", "<guid>x</guid>") + item("/2", "<guid>x</guid>")))
    assert len(found.items) == 2


@pytest.mark.parametrize(
    "link",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@b.example",
        "http://[",
        "data:text/html,x",
    ],
)
def test_links_that_are_no_pages(link: str) -> None:
    assert addresses(read(rss(item(link) + item("/2")))) == ["https://harbour.example/2"]


@pytest.mark.parametrize(
    "day",
    [
        "Fri, 05 Apr 2999 10:00:00 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "yesterday",
        "",
        "Thu, 01 Jan 1970 00:00:00 GMT",
    ],
)
def test_absurd_days_are_none(day: str) -> None:
    (one,) = read(rss(item("/1", f"<pubDate>{day}</pubDate>"))).items
    assert one.published is None


@pytest.mark.parametrize(
    "day", ["9999-12-31T23:59:59-14:00", "0001-01-01", "2999-01-01", "x", None, "2019-13-01"]
)
def test_absurd_moments_are_none(day: str | None) -> None:
    assert moment_of(day) is None


def test_a_hundred_thousand_items() -> None:
    """Reading them all would take half a minute."""
    data = rss("".join(item(f"/{n}") for n in range(100_000)))
    began = time.monotonic()
    found = read(data)
    assert time.monotonic() - began < 15
    assert len(found.items) == MAX_ITEMS
    assert addresses(found)[-1] == f"https://harbour.example/{MAX_ITEMS - 1}"
    assert found.notes == (
        f"the feed names more than {MAX_ITEMS:,} pages: the first {MAX_ITEMS:,} are taken",
    )


def test_a_giant_sitemap_keeps_the_newest() -> None:
    entries = "".join(
        f"<url><loc>/{n}</loc><lastmod>2019-04-05T10:00:{n % 60:02d}Z</lastmod></url>"
        for n in range(60_000)
    )
    found = read(f"<urlset>{entries}</urlset>")
    assert len(found.items) == MAX_ITEMS
    assert found.items[-1].updated == "2019-04-05T10:00:55.000000Z"
    assert "60,000 pages" in found.notes[0]


SECRET = "the secret"  # noqa: S105
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "{}">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "{}"><!ENTITY c "{}"><!ENTITY d "{}"><!ENTITY e "{}">]>'.format(
    *(f"&{n};" * 100 for n in "abcd")
)


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file that no document may pull in; nothing may be asked for on the network either."""

    def refuse(*_: object, **__: object) -> object:
        msg = "a document made the parser ask the network"
        raise AssertionError(msg)

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", refuse)
    path = tmp_path / "secret"
    path.write_text(SECRET)
    return path.as_uri()


@pytest.mark.parametrize("declared", [XXE, LAUGHS])
@pytest.mark.parametrize("kind", ["rss", "sitemap", "opml"])
def test_entities_are_not_followed(outside: str, declared: str, kind: str) -> None:
    head = '<?xml version="1.0"?>' + declared.replace("{}", outside)
    if kind == "rss":
        found = repr(read(rss(item("/1", "<description>&e;</description>", "&e;"), start=head)))
    elif kind == "sitemap":
        found = repr(
            read(f"{head}<urlset><url><loc>/1&e;</loc></url><url><loc>/2</loc></url></urlset>")
        )
    else:
        found = repr(
            read_opml(
                f'{head}<opml><body><outline xmlUrl="https://a.example/" text="&e;"/></body></opml>'.encode()
            )
        )
    assert SECRET not in found
    assert "haha" * 3 not in found
    assert len(found) < 5_000


@pytest.mark.parametrize(
    "data",
    [b"", b"  \n ", b"\xff\xd8\xff\xe0 a picture", b"%PDF-1.7", b"{}", b'{"version": 1}', b"[1]", b"just words", b"\x00" * 100, b"<note>x</note>"],
)  # fmt: skip
def test_no_feed(data: bytes) -> None:
    with pytest.raises(InputError, match=r"is empty|is no feed, sitemap or web page"):
        read(data)


def test_deep_nesting() -> None:
    for text in (
        rss("<a>" * 50_000),
        "<urlset>" + "<url>" * 50_000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
    ):
        try:
            found = read(text)
        except InputError:
            continue
        assert not found.items


@pytest.mark.parametrize(
    ("head", "pause"),
    [
        ("<ttl>90</ttl>", 5400), ("<ttl>soon</ttl>", None), ("<ttl>-5</ttl>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", 86_400), ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 3600),
    ],
)  # fmt: skip
def test_pauses_that_feeds_wish(head: str, pause: int | None) -> None:
    assert read(rss(item("/1"), head)).wishes.pause == pause


def test_hours_and_days_that_feeds_wish() -> None:
    head = "<skipHours><hour>0</hour><hour> 23 </hour><hour>24</hour><hour>77</hour></skipHours><skipDays><day>Sunday</day><day>Noday</day></skipDays>"
    wishes = read(rss(item("/1"), head)).wishes
    assert (wishes.hours, wishes.days) == ((0, 23), (6,))


def test_opml_there_and_back() -> None:
    told = [
        ("Harbour & <News>", "feed", "https://harbour.example/feed?a=1&b=2"),
        ("B\x00", "sitemap", "https://b.example/s.xml"),
    ]
    made = write_opml(told)
    assert is_opml(made)
    assert read_opml(made) == (
        ("https://harbour.example/feed?a=1&b=2", "Harbour & <News>"), ("https://b.example/s.xml", "B"),
    )  # fmt: skip


def test_opml_as_others_write_it() -> None:
    found = read_opml(
        b'<opml version="1.0"><body><outline text="Folder"><outline text="A" XMLURL="https://a.example/"/>'
        b'<outline title="B" xmlurl="https://b.example/"/></outline><outline text="none"/><outline xmlUrl="https://a.example/"/>'
    )
    assert found == (("https://a.example/", "A"), ("https://b.example/", "B"))
    with pytest.raises(InputError, match="is no OPML"):
        read_opml(b"")
