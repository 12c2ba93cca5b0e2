"""What is watched and what a round came to, in words and as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from dateline.store.feed_items import FAILED, KEPT, WAITING
from dateline.store.feeds import GONE, Feed
from dateline.store.keys import Json
from dateline.watch.rounds import Visit

#: Lines about single pages that one feed may have in one round.
_TOLD = 10


def clock(moment: str | None) -> str:
    """A moment as a person's own clock has it, to the minute."""
    if not moment:
        return "never"
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def state(feed: Feed) -> str:
    """``new``, ``ok``, ``failing`` or ``gone``."""
    if feed.state == GONE:
        return GONE
    if feed.failures:
        return "failing"
    return "ok" if feed.succeeded else "new"


def card(
    feed: Feed, counts: Mapping[str, int], remarks: Sequence[tuple[str, str]] = ()
) -> list[str]:
    """A feed in a few lines."""
    kept, waiting, failed = (counts.get(name, 0) for name in (KEPT, WAITING, FAILED))
    pages = f"{kept:,} pages kept, {waiting:,} waiting, {failed:,} given up"
    form = feed.hints.get("form") or feed.kind
    every = f", every {every_words(feed.every)}" if feed.every else ""
    since = f", since {feed.since}" if feed.since else ""
    lines = [
        f"{feed.name}  [{state(feed)}]",
        f"  {feed.address} ({form}{every}{since})",
    ]
    if feed.moved_to:
        lines.append(f"  moved for good to {feed.moved_to}")
    due = "not looked at any more" if feed.state == GONE else f"next look {clock(feed.due)}"
    lines.append(f"  {pages}; last success {clock(feed.succeeded)}; {due}")
    if feed.error:
        times = f", {feed.failures} times in a row" if feed.failures > 1 else ""
        lines.append(f"  error ({clock(feed.tried)}{times}): {feed.error}")
    if feed.note:
        lines.append(f"  {feed.note}")
    lines.extend(f"  {page}: {words}" for page, words in remarks)
    return lines


def row(feed: Feed, counts: Mapping[str, int], failed: Sequence[tuple[str, str]]) -> Json:
    """A feed as a JSON object."""
    hidden = {"key", "hints", "held_until", "state", "etag", "modified"}
    found = {k: v for k, v in asdict(feed).items() if k not in hidden}
    pages = {name: counts.get(name, 0) for name in (KEPT, WAITING, FAILED)}
    return {
        "name": found.pop("name"), "address": found.pop("address"), "state": state(feed),
        "form": feed.hints.get("form"), **found, "pages": pages,
        "remarks": [{"page": page, "says": words} for page, words in failed],
    }  # fmt: skip


def every_words(seconds: int) -> str:
    """For example ``30m``, ``2h``, ``1d``."""
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def visit_lines(visit: Visit) -> list[str]:
    """What a feed's turn came to."""
    name = visit.feed.name
    if visit.busy:
        return [f"{name}: another run is looking at it"]
    done = _done(visit)
    if visit.error:
        head = f"{name}: {visit.error}"
        head += f" ({done})" if visit.kept else ""
    else:
        head = f"{name}: {done}"
    if visit.due and "watched no longer" not in (visit.error or ""):
        head += f"; next look {clock(visit.due)}"
    told = list(dict.fromkeys(visit.told))
    more = (
        [f"and {len(told) - _TOLD:,} more: dateline watch list --json"] if len(told) > _TOLD else []
    )
    return [head, *(f"  {line}" for line in (*told[:_TOLD], *more))]


def _done(visit: Visit) -> str:
    if not visit.kept:
        return "nothing new"
    changed = f" ({visit.changed:,} of them changed)" if visit.changed else ""
    return f"{counted(visit.kept, 'report')} kept{changed}, {counted(visit.events, 'event')}"


def counted(number: int, noun: str) -> str:
    """For example "1 event", "2 events"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
