"""Fetching a page: http and https, public hosts only unless asked, with limits on time and size.

The host is resolved once and the connection goes to that very address, so that a name cannot point
somewhere else between check and use.  Redirects are followed by hand and checked anew.  Proxies of
the environment are not used.
"""

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

from dateline.errors import InputError
from dateline.intake.limits import MAX_BYTES, megabytes

TIMEOUT_S = 20.0
#: Longest time for a whole page, redirects included.
DEADLINE_S = 60.0
REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: final address, media type, declared character set, bytes."""

    url: str
    media: str
    charset: str | None
    data: bytes


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """Get a page.

    Args:
        url: http or https.
        allow_private: whether hosts of the own network may be asked.

    Returns:
        The page.

    Raises:
        InputError: the host cannot be reached or may not be asked, the answer is an error, too
            large or too slow.
    """
    deadline = time.monotonic() + DEADLINE_S
    for _ in range(REDIRECTS + 1):
        status, headers, data = _get(url, allow_private=allow_private, deadline=deadline)
        target = headers.get("Location")
        if status in _MOVED and target:
            url = urljoin(url, target)
            continue
        if status != http.client.OK:
            reason = f"{status} {http.client.responses.get(status, '')}".rstrip()
            msg = f"the server answers {reason}: check the address, or save the page, give the file"
            raise InputError(msg)
        return Fetched(url, headers.get_content_type(), headers.get_content_charset(), data)
    msg = f"more than {REDIRECTS} redirects: give the page's final address"
    raise InputError(msg)


def _get(
    url: str, *, allow_private: bool, deadline: float
) -> tuple[int, http.client.HTTPMessage, bytes]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as cause:
        msg = "is no usable address: write it as https://host/path"
        raise InputError(msg) from cause
    if parts.scheme not in {"http", "https"} or not host:
        msg = "is no usable address: write it as https://host/path"
        raise InputError(msg)
    secure = parts.scheme == "https"
    port = port or (443 if secure else 80)
    address = _address(host, port, allow_private=allow_private)
    connection = _connection(host, port, address, secure=secure)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET", _quoted(path), headers=_headers())
        answer = connection.getresponse()
        data = _body(answer, deadline) if answer.status == http.client.OK else b""
    except (OSError, http.client.HTTPException, ValueError) as cause:
        msg = f"cannot be fetched ({_why(cause)}): check the address and the connection"
        raise InputError(msg) from cause
    else:
        return answer.status, answer.headers, data
    finally:
        connection.close()


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"dateline/{version('dateline')}",
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _address(host: str, port: int, *, allow_private: bool) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as cause:
        msg = f"host {host!r} cannot be found: check the address, or whether the machine is offline"
        raise InputError(msg) from cause
    addresses = [str(info[4][0]) for info in found]
    if not allow_private:
        closed = [a for a in addresses if not ipaddress.ip_address(a.split("%")[0]).is_global]
        if closed or not addresses:
            msg = (
                f"host {host!r} is on a private network: use --allow-private-hosts if that is meant"
            )
            raise InputError(msg)
    return addresses[0]


def _connection(host: str, port: int, address: str, *, secure: bool) -> http.client.HTTPConnection:
    connection: http.client.HTTPConnection
    if secure:
        connection = http.client.HTTPSConnection(
            host, port, timeout=TIMEOUT_S, context=ssl.create_default_context()
        )
    else:
        connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT_S)

    def connect(_: object, timeout: float = TIMEOUT_S, *_rest: object) -> socket.socket:
        return socket.create_connection((address, port), timeout)

    # http.client opens its socket through this attribute; the name stays for the certificate and
    # the Host line.
    setattr(connection, "_create_connection", connect)  # noqa: B010
    return connection


def _body(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    coding = (answer.headers.get("Content-Encoding") or "").lower()
    unpack = zlib.decompressobj(wbits=47) if coding in {"gzip", "x-gzip", "deflate"} else None
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read(65_536):
        if unpack:
            chunk = unpack.decompress(chunk, MAX_BYTES + 1)
        parts.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            msg = f"the page is larger than {megabytes(MAX_BYTES)}: save it as text, give the file"
            raise InputError(msg)
        if time.monotonic() > deadline:
            msg = f"the page takes longer than {DEADLINE_S:.0f} seconds: try again later"
            raise InputError(msg)
    return b"".join(parts)


def _quoted(path: str) -> str:
    return "".join(
        c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in path
    )


def _why(cause: Exception) -> str:
    if isinstance(cause, TimeoutError):
        return f"no answer within {TIMEOUT_S:.0f} seconds"
    text = " ".join(str(cause).split())
    return text or type(cause).__name__
