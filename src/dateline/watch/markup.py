"""Sitemaps, OPML and web pages that link feeds, read with lxml: no entities, no network, no giant trees."""

import io
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from dateline.errors import InputError
from dateline.store.feed_items import Listed
from dateline.watch.found import MAX_ITEMS, Document, moment_of, on_its_day, one_line, web_address

FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
)
_SITEMAP = re.compile(rb"<(?:[\w.-]+:)?(urlset|sitemapindex)[\s>]", re.IGNORECASE)
_OPML = re.compile(rb"<opml[\s>]", re.IGNORECASE)
_HEAD = 20_000
#: Sitemaps of one index, outlines of one OPML file.
_MAPS, _OUTLINES = 1_000, 10_000


def is_sitemap(data: bytes) -> bool:
    """Whether some bytes begin as a sitemap or an index of them does."""
    return _SITEMAP.search(data, 0, _HEAD) is not None


def read_sitemap(data: bytes, url: str) -> Document:
    """A sitemap, or an index of sitemaps.

    Raises:
        InputError: nothing of it can be read.
    """
    index, notes = False, list[str]()
    found: list[tuple[str, str | None, str | None, str | None]] = []
    try:
        for element in _elements(data):
            index = index or _name(element) == "sitemap"
            one = _entry(element, url)
            if one:
                found.append(one)
            element.clear()
    except (etree.LxmlError, ValueError) as cause:  # ValueError: names that are no text
        if not found:
            msg = f"is a sitemap that cannot be read ({' '.join(str(cause).split())[:120]})"
            raise InputError(msg) from cause
        notes.append(f"the sitemap is broken behind its first {len(found):,} pages")
    found.sort(key=lambda one: one[1] or "", reverse=True)
    if index:
        links = tuple((a, changed) for a, changed, _, _ in found[:_MAPS])
        if len(found) > _MAPS:
            notes.append(f"the index names {len(found):,} sitemaps: the newest {_MAPS:,} are taken")
        return Document("index", "sitemap index", links=links, notes=tuple(notes))
    if len(found) > MAX_ITEMS:
        notes.append(f"the sitemap names {len(found):,} pages: the newest {MAX_ITEMS:,} are taken")
    items = {a: Listed(a, title, day, changed) for a, changed, title, day in found[:MAX_ITEMS]}
    return Document("sitemap", "sitemap", items=tuple(items.values()), notes=tuple(notes))


def _elements(data: bytes) -> Iterator[Any]:
    walk = etree.iterparse(
        io.BytesIO(data), events=("end",), tag=("{*}url", "{*}sitemap"), resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False, recover=True,
    )  # fmt: skip
    for _, element in walk:
        yield element


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _entry(element: Any, url: str) -> tuple[str, str | None, str | None, str | None] | None:
    """Address, moment of the last change, title and day of publication of a sitemap's entry."""
    told: dict[str, str] = {}
    for part in element.iter():
        name = _name(part)
        if name in {"loc", "lastmod", "publication_date", "title"} and part.text:
            told.setdefault(name, part.text.strip())
    address = web_address(url, told.get("loc"))
    if address is None:
        return None
    day = told.get("publication_date")
    published = on_its_day(moment_of(day), day)
    return address, moment_of(told.get("lastmod")), one_line(told.get("title")), published


def read_links(data: bytes, url: str, charset: str | None) -> Document | None:
    """The feeds that a web page links, or None where it is no web page."""
    try:
        tree = html.document_fromstring(
            data, parser=html.HTMLParser(encoding=charset, no_network=True)
        )
    except (etree.LxmlError, ValueError, LookupError):
        return None
    base = url
    for element in tree.iter("base"):
        base = web_address(url, element.get("href")) or url
        break
    links = dict[str, None]()
    for element in tree.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        media = (element.get("type") or "").split(";")[0].strip().lower()
        address = web_address(base, element.get("href"))
        if "alternate" in rel and media in FEED_TYPES and address:
            links[address] = None
    title = one_line(tree.findtext(".//title"))
    return Document("page", "web page", title, links=tuple((link, None) for link in links))


def is_opml(data: bytes) -> bool:
    """Whether some bytes begin as OPML does."""
    return _OPML.search(data, 0, _HEAD) is not None


def read_opml(data: bytes) -> tuple[tuple[str, str | None], ...]:
    """Feeds of an OPML file: address and title, each once, in its order.

    Raises:
        InputError: it cannot be read.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as cause:
        msg = f"is no OPML ({' '.join(str(cause).split())[:120]})"
        raise InputError(msg) from cause
    if root is None:
        msg = "is no OPML: it holds nothing"
        raise InputError(msg)
    found: dict[str, str | None] = {}
    for outline in root.iter("outline"):
        told = {k.lower(): v for k, v in outline.attrib.items()}
        address = told.get("xmlurl", "").strip()
        if address and len(found) < _OUTLINES:
            found.setdefault(address, one_line(told.get("title") or told.get("text")))
    return tuple(found.items())


def write_opml(found: list[tuple[str, str, str]]) -> bytes:
    """Feeds as OPML 2.0.

    Args:
        found: name, kind and address of each.
    """
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Feeds watched by dateline"
    body = etree.SubElement(root, "body")
    for name, kind, address in found:
        plain = _xml(name)
        etree.SubElement(
            body,
            "outline",
            text=plain,
            title=plain,
            type="rss" if kind == "feed" else kind,
            xmlUrl=_xml(address),
        )
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def _xml(words: str) -> str:
    """Words that XML can hold."""
    return "".join(c if c.isprintable() else " " for c in words).encode("utf-8", "replace").decode()
