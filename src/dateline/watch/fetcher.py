"""The one who asks servers: by robots.txt, at each host's pace, only what changed."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Protocol
from urllib.parse import urlsplit

from dateline.errors import FetchError
from dateline.intake.fetch import PAGES, Answer, Manner, refusal, request, status_words
from dateline.intake.guard import admit
from dateline.intake.transport import StoppedError
from dateline.watch.robots import Robots
from dateline.watch.schedule import retry_after

FEEDS = (
    "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,"
    "text/html;q=0.5,*/*;q=0.1"
)
#: Seconds between two requests to one host.
PACE = 2.0
#: Seconds between two looks at whether the run shall end.
_BEAT = 0.25
#: The longest part of a Retry-After for which a host is left alone without a question.
_CLOSED = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


class Keeper(Protocol):
    """Keeps what was fetched, as it was."""

    def keep(self, answer: Answer) -> None:
        """Keep one answer with its request."""


class Fetcher:
    """Fetches for as many threads as want it."""

    def __init__(self, manner: Manner, *, pace: float = PACE, keeper: Keeper | None = None) -> None:
        """Set how.

        Args:
            manner: what is let through, limits, and when to stop.
            pace: seconds between two requests to one host; a site's own wish stands where it is longer.
            keeper: what keeps every page.
        """
        self._manner, self._pace, self._keeper = manner, pace, keeper
        self._robots = Robots(lambda url: request(url, manner, {"Accept": "text/plain,*/*;q=0.1"}))
        self._moved = replace(manner, before=self._before_move)
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._closed: dict[str, float] = {}
        self._asked = threading.local()

    def page(self, url: str) -> Answer:
        """A page.

        Raises:
            FetchError: there is none, or it may not be fetched; ``wait`` and ``status`` as the server says.
            StoppedError: the run shall end.
        """
        return self._get(url, {"Accept": PAGES})

    def feed(self, url: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """A feed, or an answer of status 304 where it is still as it was.

        Args:
            url: its address.
            etag: the validator of the last answer.
            modified: its ``Last-Modified``.

        Raises:
            FetchError, StoppedError: as ``page``.
        """
        headers = {"Accept": FEEDS}
        if etag and etag.isascii() and etag.isprintable():
            headers["If-None-Match"] = etag
        if modified and modified.isascii() and modified.isprintable():
            headers["If-Modified-Since"] = modified
        return self._get(url, headers)

    def _get(self, url: str, headers: dict[str, str]) -> Answer:
        admit(
            url, self._manner.allowance, patience=self._manner.idle
        )  # before its robots.txt is asked for
        host = _host(url)
        self._refuse_closed(host)
        self._asked.first = url
        self._wait(host, max(self._robots.admit(url), self._pace))
        answer = request(url, self._moved, headers)
        if answer.status == HTTPStatus.OK:
            if self._keeper:
                self._keeper.keep(answer)
            return answer
        if answer.status == HTTPStatus.NOT_MODIFIED and len(headers) > 1:
            return answer
        wait = retry_after(answer.headers, datetime.now(UTC))
        if answer.status in _CLOSED and wait:
            with self._lock:
                self._closed[host] = time.monotonic() + wait
        lasting = refusal(answer).lasting
        raise FetchError(
            status_words(answer.status), lasting=lasting, status=answer.status, wait=wait
        )

    def _before_move(self, url: str) -> None:
        """Robots rules hold for where a redirect leads too; the first address was looked up before the clock ran."""
        if url != self._asked.first:
            self._robots.admit(url)

    def _refuse_closed(self, host: str) -> None:
        with self._lock:
            left = self._closed.get(host, 0.0) - time.monotonic()
        if left > 0:
            msg = f"{host} asked to be left alone for {left:.0f} seconds more"
            raise FetchError(msg, wait=left)

    def _wait(self, host: str, pause: float) -> None:
        """Wait for this host's turn."""
        with self._lock:
            turn = max(time.monotonic(), self._next.get(host, 0.0))
            self._next[host] = turn + pause
        pausing(turn - time.monotonic(), self._manner.stopped)


def pausing(seconds: float, stopped: Callable[[], bool]) -> None:
    """Wait, unless the run shall end.

    Raises:
        StoppedError: it shall.
    """
    until = time.monotonic() + seconds
    while not stopped():
        left = until - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, _BEAT))
    raise StoppedError


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url
