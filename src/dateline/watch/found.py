"""What a look at a feed finds, whatever its format."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from dateline.errors import InputError
from dateline.intake.published import iso_day
from dateline.store.feed_items import Listed
from dateline.store.feeds import stamp

#: Pages that are taken from one feed or sitemap at one look.
MAX_ITEMS = 5_000
#: Nothing is older than the web, and no clock is more than a day ahead.
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How often a feed wants to be asked: seconds between two looks; hours (UTC) and week days (Monday 0) without."""

    pause: int | None = None
    hours: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A feed, sitemap, index of sitemaps, or a web page that links feeds.

    ``kind`` is ``feed``, ``sitemap``, ``index`` or ``page``; ``form`` is what people call it ("RSS", "Atom").
    ``links`` are addresses with the moment of their last change: sitemaps of an index, feeds of a page.
    ``notes`` say what was left out.
    """

    kind: str
    form: str
    title: str | None = None
    items: tuple[Listed, ...] = ()
    links: tuple[tuple[str, str | None], ...] = ()
    wishes: Wishes = Wishes()
    notes: tuple[str, ...] = ()


def moment_of(text: str | None) -> str | None:
    """A moment as feeds write it (W3C or ISO form, a day alone too), as the store writes it; None where it is none."""
    if not text:
        return None
    plain = text.strip()
    try:
        found = datetime.fromisoformat(plain)
    except ValueError:
        return None
    return sane(found if found.tzinfo else found.replace(tzinfo=UTC))


def on_its_day(moment: str | None, written: object) -> str | None:
    """A moment of publication, moved to the day as its publisher wrote it where that is another in UTC.

    Args:
        moment: as the store writes it, or None.
        written: the feed's own words for it.
    """
    try:
        day = iso_day(written)
    except InputError:
        return moment
    if not moment or not day or day == moment[:10]:
        return moment
    return f"{day}T23:59:59.999999Z" if day < moment else f"{day}T00:00:00.000000Z"


def sane(found: datetime) -> str | None:
    """A moment that can be meant, else None: not before the web, not in the future."""
    try:
        if not _OLDEST <= found <= datetime.now(UTC) + _AHEAD:
            return None
        return stamp(found)
    except (ValueError, OverflowError):
        return None


def web_address(base: str, link: object) -> str | None:
    """A link as an absolute address without its fragment; None where it is no page of the web."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        found = urljoin(base, link.strip()).split("#", 1)[0]
        parts = urlsplit(found)
    except ValueError:
        return None
    return (
        found
        if parts.scheme in {"http", "https"} and parts.hostname and found.isprintable()
        else None
    )


def one_line(words: object, most: int = 300) -> str | None:
    """Words on one line without control characters, or None."""
    if not isinstance(words, str):
        return None
    plain = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(plain.split())[:most] or None
