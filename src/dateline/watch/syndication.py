"""RSS, Atom and JSON feeds, from bytes alone; the only module that knows feedparser."""

import json
import re
import warnings
from calendar import timegm
from datetime import UTC, datetime
from typing import Any

import feedparser

from dateline.errors import InputError
from dateline.store.feed_items import Listed
from dateline.watch.found import (
    MAX_ITEMS,
    Document,
    Wishes,
    moment_of,
    on_its_day,
    one_line,
    sane,
    web_address,
)

_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_ROOT = re.compile(rb"<((?:[\w.-]+:)?(?:rss|rdf|feed))[\s>]", re.IGNORECASE)
_SKIP = re.compile(rb"<skip(Hours|Days)\b[^>]*>(.{0,4000}?)</skip\1\s*>", re.IGNORECASE | re.DOTALL)
_PART = re.compile(rb"<(?:hour|day)\b[^>]*>\s*([A-Za-z0-9]{1,10})\s*<", re.IGNORECASE)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {
    "hourly": 3600,
    "daily": 86_400,
    "weekly": 604_800,
    "monthly": 2_592_000,
    "yearly": 31_536_000,
}
_MINUTE = 60
_HOURS = 24
#: Characters from which on a feed's own content counts as the whole text: of a field made for it, of a description.
_WHOLE, _LONG = 500, 1_500


def read_syndicated(data: bytes, url: str, media: str) -> Document | None:
    """An RSS or Atom feed in some bytes, or None where there is none.

    Args:
        data: unpacked.
        url: where they came from, for links that are relative.
        media: the ``Content-Type`` as declared, with its character set.

    Raises:
        InputError: it looks like one but cannot be read.
    """
    short, cut = _shortened(data)
    # A feed that arrives as HTML by its header is one all the same.
    headers = {"content-location": url, "content-type": media}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = feedparser.parse(
                short, response_headers=headers, resolve_relative_uris=False, sanitize_html=False
            )
        except Exception as cause:  # feeds are broken in more ways than a list of errors can hold
            msg = f"is a feed that cannot be read ({type(cause).__name__})"
            raise InputError(msg) from cause
    if not found.get("version") and not found.entries:
        return None
    notes = (
        (f"the feed names more than {MAX_ITEMS:,} pages: the first {MAX_ITEMS:,} are taken",)
        if cut
        else ()
    )
    atom = str(found.get("version")).startswith("atom")
    form = "Atom" if atom else "RSS"
    read = (_item(entry, url, atom=atom) for entry in reversed(found.entries))
    items = {one.address: one for one in read if one is not None}
    title = one_line(found.feed.get("title"))
    return Document(
        "feed", form, title, tuple(reversed(items.values())), (), _wishes(found.feed, data), notes
    )


def _shortened(data: bytes) -> tuple[bytes, bool]:
    """The feed with its first pages only: a third of a millisecond each is too much for a hundred thousand."""
    for count, end in enumerate(_END.finditer(data), 1):
        if count == MAX_ITEMS and _END.search(data, end.end()):
            root = _ROOT.search(data, 0, 10_000)
            name = root[1] if root else b"rss"
            closing = b"</channel></" if name.lower() == b"rss" else b"</"
            return data[: end.end()] + closing + name + b">", True
    return data, False


def _item(entry: Any, url: str, *, atom: bool) -> Listed | None:
    """What an entry names; None where that is no page."""
    link = entry.get("feedburner_origlink") or entry.get("link")
    address = web_address(url, link)
    if address is None and not link:
        address = web_address(url, entry.get("id")) if "://" in str(entry.get("id")) else None
    if address is None:
        return None
    published, updated = _moment(entry, "published"), _moment(entry, "updated")
    written = dict.get(entry, "published")
    if not atom and published is None:
        # RSS knows no change; what feedparser calls so is dc:date, the day of publication.
        published, written = updated, dict.get(entry, "updated")
    day = on_its_day(published, written)
    return Listed(address, one_line(entry.get("title")), day, updated, _body(entry))


def _moment(entry: Any, name: str) -> str | None:
    # dict's own: feedparser's would give the day of publication for that of the last change.
    parts = dict.get(entry, f"{name}_parsed")
    try:
        return sane(datetime.fromtimestamp(timegm(parts), UTC)) if parts else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _body(entry: Any) -> str | None:
    """The whole text, where the feed carries it."""
    whole = [str(c.get("value") or "") for c in entry.get("content") or ()]
    best = max(whole, key=len, default="")
    if len(best) >= _WHOLE:
        return best
    told = str(entry.get("summary") or "")
    return told if len(told) >= _LONG else None


def _wishes(feed: Any, data: bytes) -> Wishes:
    pauses = []
    ttl = str(feed.get("ttl") or "").strip()
    if ttl.isascii() and ttl.isdigit():
        pauses.append(int(ttl[:9]) * _MINUTE)
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    often = str(feed.get("sy_updatefrequency") or "1").strip()
    if period:
        pauses.append(
            period // max(int(often[:4]) if often.isascii() and often.isdigit() else 1, 1)
        )
    hours, days = set[int](), set[int]()
    for kind, inner in _SKIP.findall(data[:200_000]):
        for word in (w.decode().lower() for w in _PART.findall(inner)):
            if kind.lower() == b"hours" and word.isdigit() and int(word) <= _HOURS:
                hours.add(int(word) % _HOURS)
            elif word in _DAYS:
                days.add(_DAYS.index(word))
    return Wishes(max(pauses, default=None), tuple(sorted(hours)), tuple(sorted(days)))


def read_json_feed(data: bytes, url: str) -> Document | None:
    """A JSON Feed in some bytes, or None where there is none.

    Raises:
        InputError: it says it is one but has no list of items.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or "jsonfeed.org/version/" not in str(found.get("version")):
        return None
    entries = found.get("items")
    if not isinstance(entries, list):
        msg = 'is a JSON feed without a list "items"'
        raise InputError(msg)
    cut = len(entries) > MAX_ITEMS
    notes = (
        (f"the feed names {len(entries):,} pages: the first {MAX_ITEMS:,} are taken",)
        if cut
        else ()
    )
    items = [_json_item(e, url) for e in entries[:MAX_ITEMS] if isinstance(e, dict)]
    return Document(
        "feed",
        "JSON",
        one_line(found.get("title")),
        tuple(i for i in items if i is not None),
        notes=notes,
    )


def _json_item(entry: dict[str, Any], url: str) -> Listed | None:
    address = web_address(url, entry.get("url") or entry.get("external_url"))
    if address is None and "://" in str(entry.get("id")):
        address = web_address(url, entry.get("id"))
    if address is None:
        return None
    body = entry.get("content_html") or entry.get("content_text")
    whole = body if isinstance(body, str) and len(body) >= _WHOLE else None
    published = on_its_day(_told(entry.get("date_published")), entry.get("date_published"))
    updated = _told(entry.get("date_modified"))
    return Listed(address, one_line(entry.get("title")), published, updated, whole)


def _told(value: object) -> str | None:
    return moment_of(value) if isinstance(value, str) else None
