"""A web server on loopback that does what a test tells it to, however wrong."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Sends = Callable[[socket.socket], None]
type Route = bytes | Sends | list[bytes]

PAGE = (
    b"<html><head><title>%s</title></head><body><article><h1>%s</h1><p>Police arrested three men in Lagos on Monday "
    b"after a long search of the harbour. The men had hidden arms, a police spokesman said.</p></article></body></html>"
)


def page(title: str) -> bytes:
    """An answer with an article of that title."""
    return answer(PAGE % (title.encode(), title.encode()), "text/html; charset=utf-8")


def answer(body: bytes, media: str = "text/html", status: str = "200 OK", **headers: str) -> bytes:
    """A well-made answer; ``_`` in a header's name stands for a hyphen."""
    told = {
        "Content-Type": media,
        "Content-Length": str(len(body)),
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    lines = "".join(f"{k}: {v}\r\n" for k, v in told.items() if v)
    return f"HTTP/1.1 {status}\r\n{lines}Connection: close\r\n\r\n".encode() + body


def moved(target: str, status: int = 302) -> bytes:
    """A redirect."""
    return answer(b"", status=f"{status} Moved", Location=target)


class Site:
    """Routes by path: bytes to send, or what does the sending; a list is used up from the front but for its last.

    ``asked`` holds every request's path, ``headers`` its lines by path (the last request's).
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.headers: dict[str, dict[str, str]] = {}
        self.over = threading.Event()

    @property
    def host(self) -> str:
        """What an allowance names."""
        return f"127.0.0.1:{self.port}"

    @property
    def pages(self) -> list[str]:
        """What was asked for but for robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://{self.host}{path}"

    def drip(self, head: bytes, part: bytes, pause: float, most: int = 1000) -> Sends:
        """Sends a head, then a little again and again."""

        def send(link: socket.socket) -> None:
            link.sendall(head)
            for _ in range(most):
                if self.over.wait(pause):
                    return
                link.sendall(part)

        return send

    def silence(self, link: socket.socket) -> None:
        """Send nothing until the test is over."""
        del link
        self.over.wait(30)

    def serve(self, link: socket.socket) -> None:
        """One request."""
        with link, contextlib.suppress(OSError):
            data = b""
            while b"\r\n\r\n" not in data:
                more = link.recv(65_536)
                if not more:
                    return
                data += more
            first, *rest = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            path = first.split(" ")[1]
            self.asked.append(path)
            self.headers[path] = {
                k.lower(): v for k, _, v in (line.partition(": ") for line in rest)
            }
            route = self.routes.get(path, answer(b"", status="404 Not Found"))
            if isinstance(route, list):
                route = route.pop(0) if len(route) > 1 else route[0]
            if callable(route):
                route(link)
            else:
                link.sendall(route)


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port, until the block ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    site = Site(listening.getsockname()[1])
    threads: list[threading.Thread] = []

    def accept() -> None:
        while not site.over.is_set():
            try:
                link, _ = listening.accept()
            except OSError:
                return
            made = threading.Thread(target=site.serve, args=(link,), daemon=True)
            made.start()
            threads.append(made)

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield site
    finally:
        site.over.set()
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join(5)
        for thread in threads:
            thread.join(5)
