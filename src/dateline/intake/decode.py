"""Bytes to text: byte order marks, declared character sets, UTF-8, and what old systems wrote."""

import codecs
import re

from charset_normalizer import from_bytes

from dateline.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
#: Bytes that open files which are no text, whatever their name says.
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
#: Share of control characters above which bytes are no text.
_NOISE = 0.02
#: Share of bytes outside ASCII up to which English in a Western code page is assumed.
_WESTERN = 0.05
_ASCII_END = 0x80
#: Bytes below which nothing can be said about their width.
_WIDE_BYTES = 4


def decode(data: bytes, declared: str | None = None) -> str:
    r"""Text of a file or page.

    Args:
        data: the bytes.
        declared: a character set named from outside (an HTTP header).

    Returns:
        The text, line ends as ``\n``.

    Raises:
        InputError: the bytes are no text.
    """
    for mark, name in _BINARY:
        if data.startswith(mark):
            msg = f"is {name}, not text: convert it to .txt or .html first"
            raise InputError(msg)
    text = _decode(data, declared)
    sample = text[:100_000]
    if sample and len(_CONTROL.findall(sample)) > _NOISE * len(sample):
        msg = "is no text (binary data or an unknown encoding): save it as UTF-8 text"
        raise InputError(msg)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decode(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    foreign = sum(b >= _ASCII_END for b in data)
    if broken * 4 < foreign:  # nearly all multi-byte characters are whole: damaged UTF-8
        return lenient
    named = declared or _declared(data)
    if named:
        try:
            return data.decode(named)
        except (LookupError, UnicodeDecodeError):
            pass
    return _guess(data, foreign)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every second byte."""
    head = data[:2000]
    if len(head) >= _WIDE_BYTES and b"\x00" in head:
        half = len(head) // 2
        if head[1::2].count(0) > 0.7 * half:
            return "utf-16-le"
        if head[0::2].count(0) > 0.7 * half:
            return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4000])
    name = match.group(1).decode("ascii").lower() if match else None
    # Pages that say Latin-1 mean Windows-1252, as every browser reads them.
    return "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else name


def _guess(data: bytes, foreign: int) -> str:
    if foreign > _WESTERN * len(data):
        best = from_bytes(data[:50_000]).best()
        if best is not None:
            return data.decode(best.encoding, "replace")
    return data.decode("cp1252", "replace")
