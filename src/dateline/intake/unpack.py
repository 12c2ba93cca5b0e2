"""Compressed bytes, unpacked up to a limit: a few kilobytes can hold gigabytes."""

import zlib

from dateline.errors import FetchError
from dateline.intake.limits import megabytes

GZIP = b"\x1f\x8b"
_PLAIN = frozenset({"", "identity", "none"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


def unpacked(data: bytes, coding: str, limit: int) -> bytes:
    """The bytes as they were before ``Content-Encoding``.

    Args:
        data: as it came.
        coding: the header's value; several codings are undone from the last to the first.
        limit: most bytes that may come out.

    Raises:
        FetchError: more would come out, the bytes are damaged, or the coding is none that was asked for.
    """
    names = [name.strip().lower() for name in coding.split(",")]
    if len(names) > 2:  # noqa: PLR2004  (nobody packs a page three times)
        msg = f"is packed {len(names)} times over: save the page and give the file"
        raise FetchError(msg, lasting=True)
    for name in reversed(names):
        if name in _PLAIN:
            continue
        if name not in _PACKED:
            msg = f"comes packed as {name[:20]!r}, which was not asked for: save the page and give the file"
            raise FetchError(msg, lasting=True)
        data = inflated(data, limit)
    return data


def inflated(data: bytes, limit: int) -> bytes:
    """Gzip (of one or several members) or deflate, with or without its header; raises as ``unpacked``."""
    parts: list[bytes] = []
    size = 0
    while data:
        machine = zlib.decompressobj(wbits=_bits(data))
        try:
            part = machine.decompress(data, limit + 1 - size)
        except zlib.error as cause:
            if parts:  # what follows a whole member is padding
                break
            msg = "is damaged where it was packed: try again later"
            raise FetchError(msg) from cause
        size += len(part)
        if size > limit:
            msg = f"is larger than {megabytes(limit)} unpacked: save it as text, give the file"
            raise FetchError(msg, lasting=True)
        parts.append(part)
        if not machine.eof:
            msg = "breaks off in the middle: try again later"
            raise FetchError(msg)
        data = machine.unused_data
    return b"".join(parts)


def _bits(data: bytes) -> int:
    """How zlib is told what it reads: gzip, deflate as the standard has it, deflate as some servers send it."""
    if data.startswith(GZIP):
        return 31
    zlib_header = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0  # noqa: PLR2004
    return 15 if zlib_header else -15
