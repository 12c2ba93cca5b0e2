"""Fetching pages, against a server on this machine."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dateline.errors import InputError
from dateline.intake import guard
from dateline.intake.fetch import fetch
from dateline.intake.readers import read
from dateline.records import Report

PAGE = b"<html><body><p>Police arrested three men in Lagos on Monday.</p></body></html>"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(301)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/out":
            self.send_response(302)
            self.send_header("Location", "ftp://harbour.example/x")
            self.end_headers()
        elif self.path.startswith("/page"):
            self._send(PAGE, "text/html; charset=utf-8")
        elif self.path == "/packed":
            self._send(gzip.compress(PAGE), "text/html", "gzip")
        elif self.path == "/bomb":
            self._send(gzip.compress(b"a" * 11_000_000), "text/html", "gzip")
        else:
            self.send_error(404)

    def _send(self, data: bytes, media: str, coding: str = "") -> None:
        self.send_response(200)
        self.send_header("Content-Type", media)
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = HTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/page", "/moved", "/packed", "/page/caf\u00e9?x=a b"])
def test_page(server: str, path: str) -> None:
    found = fetch(server + path, allow_private=True)
    assert found.data == PAGE
    assert found.media == "text/html"


def test_redirect_gives_the_final_address(server: str) -> None:
    assert fetch(f"{server}/moved", allow_private=True).url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "answers 404 Not Found: check the address"),
        ("/loop", "more than 5 redirects"),
        ("/out", "no usable address"),
        ("/bomb", "larger than 10 MB"),
    ],
)
def test_refusals(server: str, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        fetch(server + path, allow_private=True)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]/", "http://10.1.2.3/", "http://169.254.169.254/"]
)
def test_private_hosts_are_refused(url: str) -> None:
    with pytest.raises(InputError, match="private network: use --allow-private-hosts"):
        fetch(url)


@pytest.mark.parametrize(
    "url", ["http://", "https:///x", "http://[1/", "http://h:99999/", "gopher://h/"]
)
def test_unusable_addresses(url: str) -> None:
    with pytest.raises(InputError, match="no usable address"):
        fetch(url)


def test_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> object:
        raise OSError(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(guard.socket, "getaddrinfo", fail)
    with pytest.raises(InputError, match=r"'harbour\.example' cannot be found.*offline"):
        fetch("http://harbour.example/")


def test_no_answer() -> None:
    with pytest.raises(InputError, match=r"cannot be fetched \("):
        fetch("http://127.0.0.1:1/", allow_private=True)


def test_a_url_is_read(server: str) -> None:
    (report,) = read([f"{server}/page"], allow_private=True)
    assert isinstance(report, Report)
    assert report.text == "Police arrested three men in Lagos on Monday."
    assert report.url == report.input == f"{server}/page"
