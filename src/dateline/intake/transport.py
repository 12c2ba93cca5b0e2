"""httpx2 over one pinned address, with a clock that no slow server outlasts; imported only to fetch."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore2
import httpx2

from dateline.intake.guard import Target

type SocketOption = tuple[Any, ...]
#: Seconds between two looks at whether the run shall stop.
_BEAT = 0.5


class StoppedError(Exception):
    """The run shall end: the page in hand is dropped."""


@dataclass(frozen=True, slots=True)
class Clock:
    """When a page must be there.

    ``deadline`` on ``time.monotonic``; ``idle`` are the seconds without a byte after which a server counts as silent.
    """

    deadline: float
    idle: float
    stopped: Callable[[], bool]

    def left(self) -> float:
        """Seconds left.

        Raises:
            StoppedError: the run shall end.
            httpcore2.ReadTimeout: there are none.
        """
        if self.stopped():
            raise StoppedError
        left = self.deadline - time.monotonic()
        if left <= 0:
            msg = "too slow"
            raise httpcore2.ReadTimeout(msg)
        return left


class _TimedStream(httpcore2.NetworkStream):
    """A connection whose every wait counts against the clock, however the bytes drip."""

    def __init__(self, inner: httpcore2.NetworkStream, clock: Clock) -> None:
        self._inner, self._clock = inner, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes, as soon as there are any."""
        del timeout  # the clock's own counts
        silent = time.monotonic() + self._clock.idle
        while True:
            wait = min(self._clock.left(), _BEAT)
            try:
                return self._inner.read(max_bytes, wait)
            except httpcore2.ReadTimeout:
                if time.monotonic() > silent:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send."""
        del timeout
        self._inner.write(buffer, min(self._clock.left(), self._clock.idle))

    def close(self) -> None:
        """Hang up."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Encrypt; the certificate is checked against the host's name, not the number that is connected to."""
        del timeout
        wait = min(self._clock.left(), self._clock.idle)
        return _TimedStream(self._inner.start_tls(ssl_context, server_hostname, wait), self._clock)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._inner.get_extra_info(info)


class _PinnedBackend(httpcore2.NetworkBackend):
    """Connects to the numbers that were checked, whatever the name stands for by now."""

    def __init__(self, target: Target, clock: Clock) -> None:
        self._target, self._clock = target, clock
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first number that answers."""
        del timeout, local_address
        if port != self._target.port or host.strip("[]").rstrip(".").lower() != self._target.host:
            msg = f"{host}:{port} was not checked"
            raise httpcore2.ConnectError(msg)
        fault: Exception = httpcore2.ConnectError("the host has no address")
        for address in self._target.addresses:
            wait = min(self._clock.left(), self._clock.idle)
            try:
                made = self._inner.connect_tcp(address, port, wait, None, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as cause:
                fault = cause
            else:
                return _TimedStream(made, self._clock)
        raise fault


class PinnedTransport(httpx2.BaseTransport):
    """What httpx2 sends a request through: one connection, to the target's own numbers, closed afterwards."""

    def __init__(self, target: Target, clock: Clock) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=_context() if target.scheme == "https" else None,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=_PinnedBackend(target, clock),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; its answer's body is still to be read.

        Raises:
            httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError: as they are called.
        """
        url = request.url
        sent = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        got = self._pool.handle_request(sent)
        stream = _Body(got.stream)
        return httpx2.Response(
            got.status, headers=got.headers, stream=stream, extensions=got.extensions
        )

    def close(self) -> None:
        """Hang up."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        self._inner.close()


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


def why(cause: Exception, idle: float) -> str:
    """A connection's fault in words."""
    if isinstance(cause, httpcore2.TimeoutException):
        return f"no answer within {idle:.0f} seconds"
    inner = cause.__cause__ or cause.__context__
    if isinstance(inner, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {inner.verify_message}"
    if isinstance(inner, socket.gaierror | OSError) and inner.strerror:
        return inner.strerror
    return " ".join(str(cause).split()) or type(cause).__name__
