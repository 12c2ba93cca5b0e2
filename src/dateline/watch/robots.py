"""What a site's robots.txt asks of those who come by themselves (RFC 9309); the only module that knows protego."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from dateline.errors import FetchError
from dateline.intake.fetch import Answer, status_words

#: What dateline is called in robots.txt.
NAME = "dateline"
#: Seconds that rules are kept, and that a site is left alone whose rules cannot be had.
_KEPT, _AWAY = 86_400.0, 600.0
#: Bytes of a robots.txt that are read.
_READ = 500 * 1024
_WRAPPED = re.compile(r"cannot be fetched \((.+)\)")
_OK, _TOO_MANY, _ERRORS = 200, 429, 500
#: The longest pause between two requests that a site is granted, in seconds.
_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class _Rules:
    """``fault`` is why there are none and nothing may be fetched; no ``found`` and no fault: everything may."""

    until: float
    found: Protego | None = None
    fault: str | None = None


class Robots:
    """The rules of every site that was asked, for a day."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        """Take what fetches a URL.

        Args:
            ask: gives the answer whatever its status; raises ``FetchError`` without one.
        """
        self._ask = ask
        self._lock = threading.Lock()
        self._sites: dict[str, _Rules] = {}

    def admit(self, url: str) -> float:
        """The pause in seconds that the site asks for; 0 without a wish.

        Raises:
            FetchError: the site does not want this page to be fetched, or its rules cannot be had.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}".lower()
        rules = self._rules(site)
        if rules.fault is not None:
            msg = f"robots.txt of {parts.hostname} cannot be had ({rules.fault}): nothing is fetched there"
            raise FetchError(msg)
        if rules.found is None:
            return 0.0
        if not rules.found.can_fetch(url, NAME):
            msg = f"robots.txt of {parts.hostname} does not want it fetched"
            raise FetchError(msg, lasting=True)
        delay = rules.found.crawl_delay(NAME) or 0.0
        return min(delay, _DELAY) if delay > 0 else 0.0  # what is no number is no wish

    def _rules(self, site: str) -> _Rules:
        with self._lock:
            there = self._sites.get(site)
        if there is None or there.until < time.monotonic():
            there = self._fetched(site)
            with self._lock:
                self._sites[site] = there
        return there

    def _fetched(self, site: str) -> _Rules:
        now = time.monotonic()
        try:
            answer = self._ask(f"{site}/robots.txt")
        except FetchError as fault:
            words = str(fault).split(": ", 1)[0]
            inner = _WRAPPED.fullmatch(words)
            return _Rules(now + _AWAY, fault=inner[1] if inner else words)
        if answer.status == _OK:
            return _Rules(now + _KEPT, _parsed(answer.data[:_READ]))
        if answer.status >= _ERRORS or answer.status == _TOO_MANY:
            return _Rules(now + _AWAY, fault=status_words(answer.status))
        return _Rules(now + _KEPT)


def _parsed(data: bytes) -> Protego | None:
    try:
        return Protego.parse(data.decode("utf-8-sig", "replace").replace("\x00", ""))
    except (
        ValueError,
        TypeError,
        IndexError,
        RecursionError,
    ):  # rules that cannot be read are none
        return None
