"""Which addresses may be fetched: http and https on their own ports, hosts of the public internet only.

The host is resolved once, all its addresses are judged, and the connection goes to one of those very addresses: a
name cannot point somewhere else between check and use.
"""

import ipaddress
import socket
import threading
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from dateline.errors import FetchError

PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_HELP = "is no usable address: write it as https://host/path"
_MEANT = "use --allow-private-hosts if that is meant"
#: IPv4 addresses in IPv6 clothes: the last four bytes are what a gateway would connect to.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE = ipaddress.IPv6Network("::/96")
#: Prefixes for one's own network whatever ``is_global`` says: local NAT64, site-local.
_LOCAL = (ipaddress.IPv6Network("64:ff9b:1::/48"), ipaddress.IPv6Network("fec0::/10"))

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is let through beside public hosts on ports 80 and 443.

    ``private``: every host and port.  ``hosts``: names as they stand in URLs, ``intranet.example`` for its ordinary
    ports, ``intranet.example:8080`` for that one.
    """

    private: bool = False
    hosts: frozenset[str] = frozenset()

    def covers(self, host: str, port: int) -> bool:
        """Whether this host and port may be asked wherever it is."""
        named = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        plain = port in PORTS.values() and host in self.hosts
        return self.private or plain or named in self.hosts


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be fetched and the numbers that its host has; ``host`` is in ASCII, without brackets."""

    url: str
    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]


def admit(url: str, allowance: Allowance, *, patience: float) -> Target:
    """A URL after every check, its host resolved.

    Args:
        url: whatever was given or redirected to.
        allowance: what is let through beside public hosts.
        patience: seconds the resolver may take.

    Raises:
        FetchError: it may not be fetched, or its host cannot be found.
    """
    scheme, host, port = _parts(url)
    if port not in PORTS.values() and not allowance.covers(host, port):
        msg = f"port {port} is neither 80 nor 443: {_MEANT}"
        raise FetchError(msg, lasting=True)
    found = _resolved(host, port, patience)
    if not allowance.covers(host, port) and not (found and all(map(is_public, found))):
        msg = f"host {host!r} is on a private network: {_MEANT}"
        raise FetchError(msg, lasting=True)
    return Target(url, scheme, host, port, tuple(found))


def is_public(address: str) -> bool:
    """Whether a number belongs to the public internet, IPv4 in IPv6 clothes judged by what it leads to."""
    try:
        found = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if "%" in address or any(found in net for net in _LOCAL if net.version == found.version):
        return False
    if isinstance(found, ipaddress.IPv6Address) and (inner := _embedded(found)):
        return all(map(_global, inner))
    return _global(found)


def _global(address: Address) -> bool:
    odd = address.is_multicast or address.is_unspecified or address.is_loopback
    return address.is_global and not odd and not address.is_reserved and not address.is_link_local


def _embedded(address: ipaddress.IPv6Address) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses inside: mapped, 6to4, Teredo (server and client), NAT64, compatible."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _NAT64 or address in _COMPATIBLE:
        return (ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF),)
    return ()


def _parts(url: str) -> tuple[str, str, int]:
    """Scheme, host in ASCII and port of a URL.

    Raises:
        FetchError: it is no http or https address, or carries a password.
    """
    parts, port = _split(url)
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not parts.hostname:
        raise FetchError(_HELP, lasting=True)
    if parts.username is not None or parts.password is not None:
        msg = "carries a user name or password: leave them out, or save the page and give the file"
        raise FetchError(msg, lasting=True)
    return scheme, _ascii(parts.hostname), PORTS[scheme] if port is None else port


def _split(url: str) -> tuple[SplitResult, int | None]:
    if len(url) > _LONGEST or not url.isprintable():
        raise FetchError(_HELP, lasting=True)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as cause:
        raise FetchError(_HELP, lasting=True) from cause
    return parts, port


def _ascii(host: str) -> str:
    """A host's name as resolvers and certificates know it."""
    plain = host.rstrip(".").lower()
    if plain.isascii():
        return plain
    import idna  # noqa: PLC0415  (only foreign names need it)

    try:
        return idna.encode(plain, uts46=True).decode("ascii")
    except idna.IDNAError as cause:
        raise FetchError(_HELP, lasting=True) from cause


def _resolved(host: str, port: int, patience: float) -> list[str]:
    """The host's numbers; the system's resolver knows no time limit, so a thread asks it."""
    found: list[list[str] | BaseException] = []

    def ask() -> None:
        try:
            found.append(resolve(host, port))
        except (OSError, UnicodeError) as cause:
            found.append(cause)

    asking = threading.Thread(target=ask, daemon=True, name="resolver")
    asking.start()
    asking.join(max(patience, 0.0))
    if not found:
        msg = (
            f"host {host!r} cannot be found (the resolver does not answer): is the machine offline?"
        )
        raise FetchError(msg)
    (first,) = found
    if isinstance(first, BaseException):
        msg = f"host {host!r} cannot be found: check the address, or whether the machine is offline"
        raise FetchError(msg) from first
    return first


def resolve(host: str, port: int) -> list[str]:
    """Every number of a host, in the resolver's order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))
