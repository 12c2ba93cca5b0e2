"""What becomes of a page: a report in the store, coded; or a note why not, and when it is tried again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape

from dateline.errors import FetchError, InputError
from dateline.formats.to_json import report_dict
from dateline.intake.fetch import Answer
from dateline.intake.readers import Place, page_report, read
from dateline.intake.setaside import SetAside
from dateline.records import Report
from dateline.store.feed_items import FeedItem
from dateline.store.feeds import stamp
from dateline.store.store import Store
from dateline.watch.found import one_line
from dateline.watch.schedule import SETTLED, page_again

_PAGES = frozenset(
    {"text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"}
)
_FEED = "the page could not be had ({why}); the text is the feed's own"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a page: ``new``, ``version``, ``known``, ``left`` (given up) or ``later``; ``told`` for a person.

    ``uncoded`` counts its reports that cannot be coded, and parts of a file that are no report.
    """

    outcome: str
    events: int = 0
    uncoded: int = 0
    told: str | None = None


class Keeping:
    """Turns what was fetched into reports and keeps them; for one thread."""

    def __init__(self, store: Store, code: Callable[[int, Report], int] | None) -> None:
        """Take the store, and what codes a report that is kept (see ``Rounds``)."""
        self._store, self._code = store, code

    def page(self, item: FeedItem, answer: Answer) -> Kept:
        """Keep a fetched page."""
        media = answer.media if "content-type" in answer.headers else "text/html"
        if media not in _PAGES:
            fault = FetchError(f"is {one_line(media, 60)}, no page to read", lasting=True)
            return self.failed(item, fault)
        place = Place(item.address, answer.url, media, answer.charset)
        found = page_report(answer.data, place, _day(item))
        if isinstance(found, SetAside):
            return self.failed(item, FetchError(found.reason, lasting=True))
        if found.not_coded and item.body and (own := self._own_text(item)) and not own.not_coded:
            return self._kept(item, [own], "feed", _FEED.format(why=found.not_coded))
        return self._kept(item, [found], "page", None)

    def file(self, item: FeedItem) -> Kept:
        """Keep the reports of a file."""
        found = list(read([item.address]))
        reports = [one for one in found if isinstance(one, Report)]
        bad = [f"{one.input}: {one.reason}" for one in found if isinstance(one, SetAside)]
        if not reports:
            return self.failed(item, FetchError(bad[0] if bad else "holds no report", lasting=True))
        more = f" (and {len(bad) - 1:,} more)" if len(bad) > 1 else ""
        done = self._kept(item, reports, "page", f"{bad[0]}{more}" if bad else None)
        return replace(done, uncoded=done.uncoded + len(bad))

    def known(self, item: FeedItem, report: int) -> Kept:
        """Note that the store has the page already, as new as the feed says."""
        self._store.item_kept(item, report, "store", _later())
        return Kept("known")

    def failed(self, item: FeedItem, fault: FetchError) -> Kept:
        """Note why a page could not be had; the feed's own text takes its place where there is one."""
        moment = datetime.now(UTC)
        again = None if fault.lasting else page_again(moment, item.tries + 1, fault.wait)
        if again is None and item.body and (own := self._own_text(item)):
            return self._kept(item, [own], "feed", _FEED.format(why=fault))
        self._store.item_failed(item, str(fault), None if again is None else stamp(again))
        if again is None:
            return Kept("left", told=f"given up: {item.address}: {fault}")
        when = again.astimezone().strftime("%H:%M")
        return Kept("later", told=f"to be tried again at {when}: {item.address}: {fault}")

    def _kept(
        self, item: FeedItem, reports: Iterable[Report], source: str, remark: str | None
    ) -> Kept:
        outcome, events, key, why = "known", 0, 0, list[str]()
        for report in reports:
            stored = self._store.add_report(report_dict(report))
            key = stored.key
            outcome = stored.outcome if outcome == "known" else outcome
            if report.not_coded:
                why.append(f"not coded: {report.not_coded}")
            if self._code is not None:
                events += self._code(key, report)
        remark = "; ".join(filter(None, (remark, *why[:1]))) or None
        self._store.item_kept(item, key, source, _later(), remark)
        return Kept(outcome, events, len(why), f"{item.address}: {remark}" if remark else None)

    def _own_text(self, item: FeedItem) -> Report | None:
        """The report that the feed itself carries."""
        title = f"<title>{escape(item.title)}</title>" if item.title else ""
        body = f"<html><head>{title}</head><body><article>{item.body}</article></body></html>"
        place = Place(item.address, item.address, charset="utf-8")
        found = page_report(body.encode("utf-8", "replace"), place, _day(item))
        return found if isinstance(found, Report) and found.text.strip() else None


def _day(item: FeedItem) -> str | None:
    """The day on which the feed says that a page was published; for pages that do not say it themselves."""
    return item.published[:10] if item.published else None


def _later() -> str:
    return stamp(datetime.now(UTC) + timedelta(seconds=SETTLED))


def fault_of(cause: InputError) -> FetchError:
    """Any fault of an input as one of fetching."""
    return cause if isinstance(cause, FetchError) else FetchError(str(cause), lasting=True)
