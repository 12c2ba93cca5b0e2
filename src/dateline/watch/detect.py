"""Some bytes from an address: what they are, by what they hold and not by what their server says."""

import re

from dateline.errors import InputError
from dateline.intake.limits import MAX_BYTES
from dateline.intake.unpack import GZIP, inflated
from dateline.watch.found import Document
from dateline.watch.markup import is_sitemap, read_links, read_sitemap
from dateline.watch.syndication import read_json_feed, read_syndicated

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARK = b"\xef\xbb\xbf"
#: What feeds begin with; other text is not shown to a parser that finds something in everything.
_FEED = re.compile(rb"<(?:[\w.-]+:)?(?:rss|rdf|feed|channel)[\s>]", re.IGNORECASE)
_HEAD = 20_000
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


def read_document(data: bytes, url: str, media: str, charset: str | None) -> Document:
    """The feed, sitemap or page.

    Args:
        data: as fetched; a sitemap may be packed once more.
        url: where it came from.
        media: ``Content-Type`` as declared.
        charset: its character set, if that is declared.

    Raises:
        InputError: it is none of them, empty, or broken beyond reading.
    """
    if data.startswith(GZIP):
        data = inflated(data, MAX_BYTES)
    plain = data.removeprefix(_MARK).lstrip()
    if not plain:
        msg = "is empty"
        raise InputError(msg)
    found: Document | None = None
    if plain.startswith(b"{"):
        found = read_json_feed(plain, url)
    elif _PAGE.match(plain):
        found = read_links(data, url, charset)
    elif is_sitemap(plain):
        return read_sitemap(plain, url)
    elif _FEED.search(plain, 0, _HEAD) or data.startswith(_WIDE):
        found = read_syndicated(data, url, media)
    if found is None:
        msg = "is no feed, sitemap or web page"
        raise InputError(msg)
    return found
