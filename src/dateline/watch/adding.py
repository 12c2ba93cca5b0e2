"""Something to watch: what it is, what it shall be called."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dateline.errors import FetchError, InputError, UsageError
from dateline.intake.limits import MAX_BYTES, megabytes
from dateline.store.feeds import Feed
from dateline.watch.fetcher import Fetcher
from dateline.watch.found import Document, one_line
from dateline.watch.look import FOLDER, document_of, moved_for_good
from dateline.watch.markup import is_opml, read_opml

FEED, SITEMAP = "feed", "sitemap"
_WEB = ("http://", "https://")
_HELP = "give a URL, a folder, or an OPML file"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that can be watched: address, kind, title, and what a person is told about how it was found."""

    address: str
    kind: str
    title: str
    told: str


def find(source: str, fetcher: Fetcher) -> list[Wanted]:
    """What a source stands for: one feed, sitemap or folder; every feed of an OPML file.

    Args:
        source: a URL, a folder, or an OPML file.
        fetcher: asks for a URL.

    Raises:
        UsageError: there is no such file or folder.
        InputError: it cannot be fetched, or holds nothing that can be watched.
    """
    if source.lower().startswith(_WEB):
        return [_web(source, fetcher)]
    if "://" in source:
        msg = "is no usable address: write it as https://host/path"
        raise FetchError(msg, lasting=True)
    path = Path(source).expanduser()
    try:
        if path.is_dir():
            whole = str(path.resolve())
            return [Wanted(whole, FOLDER, path.resolve().name or whole, "folder")]
        if not path.is_file():
            msg = f"{source} does not exist: {_HELP}"
            raise UsageError(msg)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        msg = f"{source} cannot be read: {_HELP}"
        raise UsageError(msg) from fault
    return _opml(data)


def _opml(data: bytes) -> list[Wanted]:
    if len(data) > MAX_BYTES:
        msg = f"is larger than {megabytes(MAX_BYTES)}: that is no list of feeds"
        raise InputError(msg)
    if not is_opml(data):
        msg = f"is no OPML file: {_HELP}"
        raise InputError(msg)
    found = [(a, t) for a, t in read_opml(data) if a.lower().startswith(_WEB)]
    if not found:
        msg = "names no feed: an OPML file has outlines with xmlUrl"
        raise InputError(msg)
    return [Wanted(a, FEED, t or _host(a), "from OPML, not looked at yet") for a, t in found]


def _web(url: str, fetcher: Fetcher) -> Wanted:
    answer = fetcher.feed(url)
    found = document_of(answer)
    told = ""
    if found.kind == "page":
        if not found.links:
            msg = "is a web page that links no feed: give the address of its feed or sitemap"
            raise InputError(msg)
        page, links = found.title or answer.url, [address for address, _ in found.links]
        url = links[0]
        answer = fetcher.feed(url)
        found = document_of(answer)
        told = f", linked by the page {page}"
        if len(links) > 1:
            told += f" (which also links {', '.join(links[1:4])})"
        if found.kind == "page":
            msg = f"links {url} as its feed, which is none"
            raise InputError(msg)
    kind = FEED if found.kind == "feed" else SITEMAP
    address = moved_for_good(answer) or url
    return Wanted(address, kind, found.title or _host(address), f"{_contents(found)}{told}")


def _contents(found: Document) -> str:
    if found.kind == "index":
        return f"sitemap index of {_count(len(found.links), 'sitemap')}"
    form = "sitemap" if found.kind == "sitemap" else f"{found.form} feed"
    return f"{form} with {_count(len(found.items), 'page')}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def free_name(title: str, taken: set[str]) -> str:
    """A name for a feed that no other has."""
    plain = one_line(title, 80) or "feed"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain} {number}"
    return name


def named(feeds: tuple[Feed, ...], name: str) -> Feed:
    """The feed of a name or address.

    Raises:
        UsageError: there is none.
    """
    for feed in feeds:
        if name.casefold() == feed.name.casefold() or name in {feed.address, feed.moved_to}:
            return feed
    folder = str(Path(name).expanduser().resolve()) if name and "://" not in name else None
    for feed in feeds:
        if feed.kind == FOLDER and feed.address == folder:
            return feed
    names = ", ".join(repr(feed.name) for feed in feeds[:5]) or "nothing is watched yet"
    more = f" and {len(feeds) - 5:,} more" if len(feeds) > 5 else ""  # noqa: PLR2004
    msg = (
        f"no feed is called {name!r}: watched are {names}{more}"
        if feeds
        else f"no feed is called {name!r}: {names}"
    )
    raise UsageError(msg)
