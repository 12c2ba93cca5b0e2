"""Servers that do everything wrong: each costs a clear line, a little time and a little memory, and nothing else."""

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import pytest
from helpers.badserver import Site, answer, moved, page, serving

from dateline.errors import FetchError
from dateline.intake.fetch import Answer, Manner, fetch, request
from dateline.intake.guard import Allowance
from dateline.intake.transport import StoppedError

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def get(site: Site, path: str = "/", **changes: object) -> Answer:
    given = {
        "allowance": Allowance(hosts=frozenset({site.host})),
        "idle": 0.6,
        "whole": 1.5,
        **changes,
    }
    return request(site.url(path), Manner(**given))  # type: ignore[arg-type]


def fault(site: Site, path: str = "/", **changes: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(site, path, **changes)
    return caught.value


def test_never_answers(site: Site) -> None:
    site.routes["/"] = site.silence
    began = time.monotonic()
    found = fault(site)
    assert "no answer within" in str(found)
    assert not found.lasting
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize(
    ("head", "part"),
    [(HEAD + b"\r\n", b"<p>"), (b"", b"H"), (HEAD, b"X-Slow: y\r\n"), (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n")],
    ids=["body", "status line", "headers", "chunks"],
)  # fmt: skip
def test_drips(site: Site, head: bytes, part: bytes) -> None:
    """A byte now and then keeps no connection open beyond the time for the whole page."""
    site.routes["/"] = site.drip(head, part, 0.1)
    began = time.monotonic()
    assert str(fault(site, idle=5.0)).startswith(
        ("the page takes longer than 2 seconds", "cannot be fetched")
    )
    assert time.monotonic() - began < 3.0


def test_stops_when_told(site: Site) -> None:
    site.routes["/"] = site.drip(HEAD + b"\r\n", b"<p>", 0.05)
    until = time.monotonic() + 0.4
    with pytest.raises(StoppedError):
        get(site, idle=20.0, whole=20.0, stopped=lambda: time.monotonic() > until)
    assert time.monotonic() - until < 2.0


def test_closes_in_the_middle(site: Site) -> None:
    site.routes["/"] = HEAD + b"Content-Length: 1000\r\n\r\n<p>half"
    assert "cannot be fetched" in str(fault(site))


def test_content_length_too_short(site: Site) -> None:
    site.routes["/"] = HEAD + b"Content-Length: 4\r\n\r\n<p>more than that"
    assert get(site).data == b"<p>m"


@pytest.mark.parametrize("length", [b"-1", b"many", b"5, 7", b"9" * 40])
def test_content_length_that_is_none(site: Site, length: bytes) -> None:
    site.routes["/"] = HEAD + b"Content-Length: " + length + b"\r\n\r\n<p>x</p>"
    assert "cannot be fetched" in str(fault(site))


@pytest.mark.parametrize(
    "junk",
    [b"", b"\x00\x01\x02\x03\r\n\r\n", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 banana\r\n\r\n", b"<html>no head</html>"],
)  # fmt: skip
def test_no_http(site: Site, junk: bytes) -> None:
    site.routes["/"] = junk
    assert "cannot be fetched" in str(fault(site))


@pytest.mark.parametrize(
    "chunks",
    [b"zz\r\nabc\r\n0\r\n\r\n", b"ffffffffffffffffffff\r\nabc", b"5\r\nab", b"-3\r\nabc\r\n"],
)
def test_chunked_garbage(site: Site, chunks: bytes) -> None:
    site.routes["/"] = HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunks
    assert "cannot be fetched" in str(fault(site))


def test_header_bomb(site: Site) -> None:
    site.routes["/"] = HEAD + b"X-Long: " + b"a" * 3_000_000 + b"\r\n\r\n<p>x</p>"
    assert "cannot be fetched" in str(fault(site))


def test_many_headers(site: Site) -> None:
    site.routes["/"] = HEAD + b"X-Many: a\r\n" * 200_000 + b"\r\n<p>x</p>"
    assert "cannot be fetched" in str(fault(site))


def test_huge_body(site: Site) -> None:
    site.routes["/"] = site.drip(HEAD + b"\r\n", b"a" * 100_000, 0.0)
    found = fault(site, most=1_000_000, whole=20.0)
    assert "larger than 1 MB" in str(found)
    assert found.lasting


@pytest.mark.parametrize(
    "pack",
    [gzip.compress, zlib.compress, lambda d: gzip.compress(d[: len(d) // 2]) * 2],
    ids=["gzip", "deflate", "two members"],
)
def test_gzip_bomb(site: Site, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(b"\0" * 60_000_000)
    assert len(packed) < 200_000
    site.routes["/"] = answer(packed, Content_Encoding="gzip")
    tracemalloc.start()
    found = fault(site, most=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than 1 MB unpacked" in str(found)
    assert peak < 10_000_000


def test_a_bomb_in_a_bomb(site: Site) -> None:
    site.routes["/"] = answer(
        gzip.compress(gzip.compress(b"\0" * 60_000_000)), Content_Encoding="gzip, gzip"
    )
    assert "larger than 1 MB unpacked" in str(fault(site, most=1_000_000))
    site.routes["/"] = answer(b"x", Content_Encoding=", ".join(["gzip"] * 50))
    assert "packed 50 times over" in str(fault(site))


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "GZIP"])
def test_packed_pages(site: Site, coding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    bare = raw.compress(b"<p>plain</p>") + raw.flush()
    forms = (
        [zlib.compress(b"<p>plain</p>"), bare]
        if coding == "deflate"
        else [gzip.compress(b"<p>plain</p>")]
    )
    for packed in forms:
        site.routes["/"] = answer(packed, Content_Encoding=coding)
        assert get(site).data == b"<p>plain</p>"


@pytest.mark.parametrize(
    ("body", "coding", "words"),
    [
        (b"<p>not packed</p>", "gzip", "damaged where it was packed"),
        (gzip.compress(b"a" * 5000)[:-20], "gzip", "breaks off in the middle"),
        (b"\x0b\x02\x80", "br", "packed as 'br'"),
    ],
)
def test_packed_wrongly(site: Site, body: bytes, coding: str, words: str) -> None:
    site.routes["/"] = answer(body, Content_Encoding=coding)
    assert words in str(fault(site))


def test_redirects_without_end(site: Site) -> None:
    for number in range(20):
        site.routes[f"/{number}"] = moved(f"/{number + 1}")
    assert "more than 5 redirects" in str(fault(site, "/0"))
    assert len(site.asked) == 6


def test_a_redirect_in_a_circle(site: Site) -> None:
    site.routes["/a"], site.routes["/b"] = moved("/b"), moved("/a")
    assert "more than 5 redirects" in str(fault(site, "/a"))


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("file:///etc/passwd", "no usable address"),
        ("ftp://harbour.example/x", "no usable address"),
        ("javascript:alert(1)", "no usable address"),
        ("http://169.254.169.254/latest/", "private network"),
        ("http://[::ffff:10.0.0.1]/", "private network"),
        ("http://127.0.0.1:22/", "port 22"),
        ("http://127.0.0.1/", "private network"),
        ("http://ana:secret@harbour.example/", "user name or password"),
        ("//[", "no address"),
    ],
)
def test_redirects_are_checked_anew(site: Site, target: str, words: str) -> None:
    site.routes["/"] = moved(target)
    found = fault(site)
    assert words in str(found)
    assert found.lasting
    assert site.asked == ["/"]


def test_a_redirect_without_a_target(site: Site) -> None:
    site.routes["/"] = answer(b"", status="302 Found")
    assert get(site).status == 302
    with pytest.raises(FetchError, match="answers 302 Found"):
        fetch(site.url("/"), allow_private=True)


def test_no_cookie_is_carried_on(site: Site) -> None:
    site.routes["/"] = answer(
        b"", status="302 Found", Location="/next", Set_Cookie="track=me; Path=/"
    )
    site.routes["/next"] = page("Next")
    get(site)
    assert "cookie" not in site.headers["/next"]


def test_no_proxy_or_password_of_the_environment(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    site.routes["/"] = page("Direct")
    assert get(site).status == 200
    assert "authorization" not in site.headers["/"]


def test_errors_are_not_read(site: Site) -> None:
    site.routes["/"] = site.drip(
        b"HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n", b"x", 0.05
    )
    began = time.monotonic()
    assert get(site, whole=20.0).status == 500
    assert time.monotonic() - began < 2.0


def test_resets(site: Site) -> None:
    def reset(link: socket.socket) -> None:
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")

    site.routes["/"] = reset
    assert "cannot be fetched" in str(fault(site))
