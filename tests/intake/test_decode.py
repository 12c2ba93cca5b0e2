"""Bytes to text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.intake.decode import decode

TEXT = "The caf\u00e9 owner\u2019s son \u2014 a soldier \u2014 was killed."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == TEXT


def test_declared() -> None:
    russian = (
        "".join(map(chr, [0x412, 0x43E, 0x439, 0x441, 0x43A, 0x430])) + " \u0432 \u0433\u043e\u0440"
    )
    page = f'<html><meta charset="windows-1251"><p>{russian}</p>'
    assert russian in decode(page.encode("cp1251"))
    assert decode(russian.encode("koi8-r"), "koi8-r") == russian


def test_utf8_with_a_wrong_declaration() -> None:
    page = f'<meta charset="iso-8859-1"><p>{TEXT}</p>'
    assert TEXT in decode(page.encode())


def test_damaged_utf8() -> None:
    data = (TEXT * 3).encode() + b"\xe2\x80 and more"
    assert decode(data).startswith(TEXT)


def test_line_ends() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 rest", "is a PDF, not text: convert it"),
        (b"\x89PNG\r\n\x1a\n", "is an image"),
        (bytes(range(256)) * 4, "is no text"),
        (b"\x00\x01\x02\x03" * 50, "is no text"),
    ],
)
def test_binary(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    try:
        text = decode(data)
    except InputError:
        return
    assert "\x00" not in text
