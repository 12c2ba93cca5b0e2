"""One look at one feed: what it names now, and when it is due again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from dateline.errors import FetchError, InputError
from dateline.intake.fetch import Answer
from dateline.intake.readers import readable_files
from dateline.store.feed_items import Listed
from dateline.store.feeds import GONE, Feed, stamp
from dateline.store.keys import Json
from dateline.watch.detect import read_document
from dateline.watch.fetcher import Fetcher
from dateline.watch.found import MAX_ITEMS, Document, Wishes
from dateline.watch.schedule import after_failure, max_age, next_look

FOLDER = "folder"
_FOR_GOOD = frozenset({301, 308})
#: Sitemaps of one index that are fetched at one look.
_MAPS = 20

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Look:
    """What a look came to: columns of the feed to change, the pages it names, lines to tell, and what failed."""

    changes: Json
    listed: tuple[Listed, ...] = ()
    told: tuple[str, ...] = ()
    error: str | None = None


def look_at(feed: Feed, fetcher: Fetcher) -> Look:
    """Look at a feed.

    Raises:
        StoppedError: the run shall end; nothing is to be noted.
    """
    moment = datetime.now(UTC)
    try:
        seen = _folder(feed) if feed.kind == FOLDER else _web(feed, fetcher, moment)
    except InputError as fault:
        return _failed(feed, fault, moment)
    good = {
        "tried": stamp(moment), "succeeded": stamp(moment), "error": None, "failures": 0, "note": None,
    }  # fmt: skip
    due = {"due": stamp(next_look(moment, feed.every, Wishes(), None))}
    listed = tuple(one for one in seen.listed if not _too_old(one, feed.since))
    left = len(seen.listed) - len(listed)
    told = (
        *seen.told,
        *([f"{left:,} pages from before {feed.since} are left out"] if left else ()),
    )
    return replace(seen, changes={**good, **due, **seen.changes}, listed=listed, told=told)


def _failed(feed: Feed, fault: InputError, moment: datetime) -> Look:
    wait = fault.wait if isinstance(fault, FetchError) else None
    failures = feed.failures + 1
    due = after_failure(moment, feed.every, failures, wait)
    words = str(fault)
    changes: Json = {
        "tried": stamp(moment),
        "error": words,
        "failures": failures,
        "due": stamp(due),
    }
    if isinstance(fault, FetchError) and fault.status == HTTPStatus.GONE:
        words = "its server says that it is gone for good (410): it is watched no longer"
        changes |= {"state": GONE, "error": words}
    return Look(changes, error=words)


def _too_old(one: Listed, since: str | None) -> bool:
    when = max(one.updated or "", one.published or "")
    return bool(since and when and when[:10] < since)


def _folder(feed: Feed) -> Look:
    """The readable files of a folder; a file's last change stands for a page's."""
    folder = Path(feed.address)
    try:
        files = readable_files(folder)
        listed = [_file(file) for file in files[:MAX_ITEMS]]
    except OSError as fault:
        msg = f"the folder cannot be read ({fault.strerror}): is it still there?"
        raise InputError(msg) from fault
    told: tuple[str, ...] = ()
    if len(files) > MAX_ITEMS:
        told = (
            f"the folder holds {len(files):,} files: the first {MAX_ITEMS:,} are read; use dateline store for all",
        )
    return Look({}, tuple(listed), told)


def _file(path: Path) -> Listed:
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Listed(str(path), updated=stamp(changed))


def _web(feed: Feed, fetcher: Fetcher, moment: datetime) -> Look:
    answer = fetcher.feed(feed.moved_to or feed.address, feed.etag, feed.modified)
    wishes = _wishes_of(feed.hints)
    age = max_age(answer.headers)
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return Look({"due": stamp(next_look(moment, feed.every, wishes, age))})
    found = document_of(answer)
    if found.kind == "page":
        other = f"; it links {found.links[0][0]}" if found.links else ""
        msg = f"is a web page, not a feed{other}"
        raise InputError(msg)
    hints: Json = {
        "pause": found.wishes.pause, "hours": found.wishes.hours, "days": found.wishes.days, "form": found.form,
    }  # fmt: skip
    listed, told = found.items, found.notes
    if found.kind == "index":
        listed, more, hints["maps"] = _sitemaps(found, feed, fetcher)
        told = (*told, *more)
    changes = {
        "etag": answer.headers.get("etag"), "modified": answer.headers.get("last-modified"), "hints": hints,
        "title": found.title or feed.title, "note": "; ".join(told) or None,
        "due": stamp(next_look(moment, feed.every, found.wishes, age)),
    }  # fmt: skip
    if moved := moved_for_good(answer):
        changes["moved_to"] = moved
        told = (*told, f"has moved for good to {moved}: it is asked there from now on")
    return Look(changes, listed, told)


def document_of(answer: Answer) -> Document:
    """What an answer holds.

    Raises:
        InputError: nothing that can be watched.
    """
    media = answer.headers.get("content-type", "")
    return read_document(answer.data, answer.url, media, answer.charset)


def moved_for_good(answer: Answer) -> str | None:
    """Where a feed is now, if every redirect on the way was a lasting one."""
    lasting = answer.moves and all(status in _FOR_GOOD for status, _ in answer.moves)
    return answer.url if lasting else None


def _wishes_of(hints: Json) -> Wishes:
    return Wishes(
        hints.get("pause"), tuple(hints.get("hours") or ()), tuple(hints.get("days") or ())
    )


def _sitemaps(
    found: Document, feed: Feed, fetcher: Fetcher
) -> tuple[tuple[Listed, ...], tuple[str, ...], dict[str, str | None]]:
    """Pages of the sitemaps of an index that changed, what to tell, and which were seen in which state."""
    before: dict[str, str | None] = feed.hints.get("maps") or {}
    changed = [
        (a, when) for a, when in found.links if a not in before or (when and when != before[a])
    ]
    old = [(a, when) for a, when in changed if feed.since and when and when[:10] < feed.since]
    fresh = [one for one in changed if one not in old]
    listed: dict[str, Listed] = {}
    told = []
    seen = {a: when for a, when in before.items() if a in dict(found.links)} | dict(old)
    for address, when in fresh[:_MAPS]:
        try:
            inner = document_of(fetcher.feed(address))
        except InputError as fault:
            told.append(f"its sitemap {address}: {fault}")
            continue
        if inner.kind != "sitemap":
            told.append(f"its sitemap {address} is none ({inner.form})")
        told.extend(inner.notes)
        listed |= {one.address: one for one in inner.items}
        seen[address] = when
    if len(fresh) > _MAPS:
        told.append(f"{len(fresh) - _MAPS:,} of its sitemaps wait for the next look")
    newest = sorted(
        listed.values(), key=lambda one: one.updated or one.published or "", reverse=True
    )
    return tuple(newest[:MAX_ITEMS]), tuple(told), seen
