"""Fetching a page: the guard's hosts only, redirects by hand, limits on time and size.

Everything that dateline fetches goes through ``request``.  Proxies and passwords of the environment are not used, no
cookie is sent, a connection serves one request.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dateline.errors import FetchError
from dateline.intake.guard import Allowance, Target, admit
from dateline.intake.limits import MAX_BYTES, megabytes
from dateline.intake.unpack import unpacked

if TYPE_CHECKING:
    import httpx2

    from dateline.intake.transport import Clock

AGENT = f"dateline/{version('dateline')}"
PAGES = "text/html,application/xhtml+xml,text/plain;q=0.8"
#: Seconds without a byte, and for a whole page, redirects included.
TIMEOUT_S, DEADLINE_S = 20.0, 60.0
REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})


_PUBLIC = Allowance()


def _nothing(_: str) -> None:
    """What comes before a request where nobody asks for anything."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Manner:
    """How to fetch: what is let through, most bytes and seconds, what to do before each request, when to stop.

    ``before`` is called with every URL that is about to be asked, redirects too; what it raises ends the fetch.
    """

    allowance: Allowance = _PUBLIC
    most: int = MAX_BYTES
    idle: float = TIMEOUT_S
    whole: float = DEADLINE_S
    before: Callable[[str], None] = _nothing
    stopped: Callable[[], bool] = _never


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: final address, status, headers (names small), body unpacked.

    ``moves`` are the redirects on the way, (status, address asked).  ``raw`` is the body as sent, ``sent`` and
    ``got`` the headers of the last request and its answer in their order, ``peer`` the number that was connected to.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes
    moves: tuple[tuple[int, str], ...] = ()
    raw: bytes = b""
    sent: tuple[tuple[str, str], ...] = ()
    got: tuple[tuple[str, str], ...] = ()
    peer: str = ""

    @property
    def media(self) -> str:
        """The media type, ``text/plain`` where none is told."""
        return _typed(self.headers).get_content_type()

    @property
    def charset(self) -> str | None:
        """The declared character set."""
        return _typed(self.headers).get_content_charset()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: final address, media type, declared character set, bytes."""

    url: str
    media: str
    charset: str | None
    data: bytes


@dataclass(slots=True)
class _Fetch:
    """One fetch under way."""

    manner: Manner
    clock: "Clock"
    headers: dict[str, str]
    moves: list[tuple[int, str]] = field(default_factory=list)


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """Get a page.

    Args:
        url: http or https.
        allow_private: whether hosts of the own network may be asked.

    Returns:
        The page.

    Raises:
        FetchError: the host cannot be reached or may not be asked, the answer is an error, too
            large or too slow.
    """
    answer = request(url, Manner(Allowance(private=allow_private)))
    if answer.status != HTTPStatus.OK:
        raise refusal(answer)
    return Fetched(answer.url, answer.media, answer.charset, answer.data)


def request(url: str, manner: Manner, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask for a page and follow redirects, whatever the last answer's status is.

    Args:
        url: whatever was given.
        manner: how to fetch.
        headers: more of them, or others than ``Accept`` for pages.

    Raises:
        FetchError: as ``fetch``, but for the status.
    """
    from dateline.intake.transport import Clock  # noqa: PLC0415  (httpx2: a tenth of a second)

    clock = Clock(time.monotonic() + manner.whole, manner.idle, manner.stopped)
    asked = {"Accept": PAGES, **(headers or {})}
    under_way = _Fetch(manner, clock, asked)
    for _ in range(REDIRECTS + 1):
        answer = _ask(url, under_way)
        target = answer.headers.get("location")
        if answer.status not in _MOVED or not target:
            return answer
        under_way.moves.append((answer.status, url))
        url = _joined(url, target)
    msg = f"more than {REDIRECTS} redirects: give the page's final address"
    raise FetchError(msg, lasting=True)


def refusal(answer: Answer) -> FetchError:
    """An answer that is no page, in words; not lasting where the server may think better of it."""
    msg = f"{status_words(answer.status)}: check the address, or save the page, give the file"
    passing = answer.status in _PASSING or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return FetchError(msg, lasting=not passing, status=answer.status)


def status_words(status: int) -> str:
    """For example "the server answers 404 Not Found"."""
    try:
        return f"the server answers {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"the server answers {status}"


#: A page may be announced before it is there, or its reader be asked to slow down.
_PASSING = frozenset({404, 408, 409, 421, 423, 425, 429})


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as cause:
        msg = "the server redirects to something that is no address"
        raise FetchError(msg, lasting=True) from cause


def _ask(url: str, under_way: _Fetch) -> Answer:
    """One request to one checked address."""
    import httpcore2  # noqa: PLC0415
    import httpx2  # noqa: PLC0415

    manner, clock = under_way.manner, under_way.clock
    target = admit(
        url, manner.allowance, patience=min(manner.idle, clock.deadline - time.monotonic())
    )
    manner.before(url)
    try:
        return _exchange(target, under_way)
    except (httpcore2.TimeoutException, httpx2.TimeoutException) as cause:
        raise _late(cause, under_way) from cause
    except (
        httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ConnectionNotAvailable,
        httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, ValueError,
    ) as cause:  # fmt: skip
        from dateline.intake.transport import why  # noqa: PLC0415

        words = why(cause, manner.idle)
        msg = f"cannot be fetched ({words}): check the address and the connection"
        raise FetchError(msg) from cause


def _late(cause: Exception, under_way: _Fetch) -> FetchError:
    from dateline.intake.transport import why  # noqa: PLC0415

    manner = under_way.manner
    if time.monotonic() >= under_way.clock.deadline:
        return FetchError(f"the page takes longer than {manner.whole:.0f} seconds: try again later")
    words = why(cause, manner.idle)
    return FetchError(f"cannot be fetched ({words}): check the address and the connection")


def _exchange(target: Target, under_way: _Fetch) -> Answer:
    import httpx2  # noqa: PLC0415

    from dateline.intake.transport import PinnedTransport  # noqa: PLC0415

    # A client of its own for each request: no cookie, no connection, no password is carried on.
    with (
        httpx2.Client(
            transport=PinnedTransport(target, under_way.clock), trust_env=False
        ) as client,
        client.stream("GET", target.url, headers=_headers(under_way), timeout=None) as got,
    ):
        peer = _peer(got)  # while there is a connection
        raw = _body(got, under_way.manner.most)
        headers = {k.lower(): v for k, v in got.headers.items()}
        return Answer(
            url=target.url.split("#", 1)[0],
            status=got.status_code,
            headers=headers,
            data=unpacked(raw, headers.get("content-encoding", ""), under_way.manner.most) if raw else b"",
            moves=tuple(under_way.moves),
            raw=raw,
            sent=_plain(got.request.headers),
            got=_plain(got.headers),
            peer=peer,
        )  # fmt: skip


def _headers(under_way: _Fetch) -> dict[str, str]:
    return {
        "User-Agent": AGENT,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
        **under_way.headers,
    }


def _peer(got: "httpx2.Response") -> str:
    """The number that was connected to."""
    stream = got.extensions.get("network_stream")
    try:
        address = stream.get_extra_info("server_addr") if stream else None
    except OSError:  # it hung up already
        return ""
    return str(address[0]) if address else ""


def _plain(headers: "httpx2.Headers") -> tuple[tuple[str, str], ...]:
    return tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in headers.raw)


def _body(got: "httpx2.Response", most: int) -> bytes:
    """The body of a page, as sent; nobody reads the words that come with a redirect or an error."""
    if got.status_code != HTTPStatus.OK:
        return b""
    parts: list[bytes] = []
    size = 0
    for chunk in got.iter_raw():
        parts.append(chunk)
        size += len(chunk)
        if size > most:
            msg = f"the page is larger than {megabytes(most)}: save it as text, give the file"
            raise FetchError(msg, lasting=True)
    return b"".join(parts)


def _typed(headers: Mapping[str, str]) -> Message:
    told = Message()
    told["content-type"] = headers.get("content-type", "")
    return told
