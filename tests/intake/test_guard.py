"""Which addresses are let through, and that the connection goes to the one that was checked."""

import socket
import ssl
import subprocess
import threading
from pathlib import Path
from shutil import which

import pytest
from helpers.badserver import answer, serving

from dateline.errors import FetchError
from dateline.intake import guard, transport
from dateline.intake.fetch import Manner, request
from dateline.intake.guard import Allowance, admit, is_public

PUBLIC = "93.184.215.14"


def refused(url: str, allowance: Allowance | None = None) -> FetchError:
    with pytest.raises(FetchError) as caught:
        admit(url, allowance or Allowance(), patience=5)
    return caught.value


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
        "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "64:ff9b:1::808:808", "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::1", "2001:db8::1", "no number",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [PUBLIC, "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"],
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://harbour.example/", "gopher://harbour.example/", "javascript:alert(1)", "//x", "",
        "http://", "http://[::1", "http://harbour.example:99999/", "http://harbour.example/\r\nX: y", "http://a\x00b/",
        "http://harbour.example/" + "a" * 5000, "http://\u2100.example\ud800/",
    ],
)  # fmt: skip
def test_no_address_of_the_web(url: str) -> None:
    found = refused(url)
    assert "is no usable address" in str(found)
    assert found.lasting


@pytest.mark.parametrize(
    "url", ["http://ana:secret@harbour.example/", "http://ana@harbour.example/"]
)
def test_no_passwords(url: str) -> None:
    found = refused(url)
    assert "user name or password" in str(found)
    assert "secret" not in str(found)


def test_only_the_ordinary_ports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "resolve", lambda *_: [PUBLIC])
    assert "port 8080 is neither 80 nor 443" in str(refused("http://harbour.example:8080/"))
    assert admit("http://harbour.example/", Allowance(), patience=5).port == 80
    allowed = Allowance(hosts=frozenset({"harbour.example:8080"}))
    assert admit("http://harbour.example:8080/", allowed, patience=5).addresses == (PUBLIC,)


@pytest.mark.parametrize(
    "found", [[PUBLIC, "10.0.0.1"], ["10.0.0.1", PUBLIC], [PUBLIC, "::1"], ["::ffff:10.0.0.1"], []]
)
def test_one_private_number_is_enough(monkeypatch: pytest.MonkeyPatch, found: list[str]) -> None:
    monkeypatch.setattr(guard, "resolve", lambda *_: found)
    assert "private network" in str(refused("http://harbour.example/"))


@pytest.mark.parametrize("host", ["127.1", "0x7f.1", "2130706433", "017700000001", "localhost"])
def test_odd_spellings_of_loopback(host: str) -> None:
    assert str(refused(f"http://{host}/")).startswith("host ")


def test_allowed_hosts_are_those_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "resolve", lambda *_: ["10.0.0.1"])
    allowed = Allowance(hosts=frozenset({"wiki.intranet"}))
    assert admit("http://WIKI.intranet./", allowed, patience=5).host == "wiki.intranet"
    assert "private network" in str(refused("http://mail.intranet/", allowed))
    assert "port 8080" in str(refused("http://wiki.intranet:8080/", allowed))


def test_a_resolver_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(guard, "resolve", lambda *_: [PUBLIC] * over.wait(20))
    with pytest.raises(FetchError, match="the resolver does not answer"):
        admit("http://harbour.example/", Allowance(), patience=0.2)
    over.set()


def test_a_name_that_changes_its_mind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rebinding: the second answer of the resolver would lead elsewhere, and nobody asks for it."""
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    asked: list[str] = []
    real = socket.getaddrinfo

    def numbers_only(host: str, *rest: object, **named: object) -> object:
        asked.append(str(host))
        return real(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(guard, "resolve", lambda *_: answers.pop(0))
    monkeypatch.setattr(socket, "getaddrinfo", numbers_only)
    with serving() as site:
        site.routes["/"] = answer(b"<p>here</p>")
        name = f"harbour.example:{site.port}"
        got = request(f"http://{name}/", Manner(Allowance(hosts=frozenset({name}))))
        assert (got.data, got.peer) == (b"<p>here</p>", "127.0.0.1")
        assert site.headers["/"]["host"] == name
    assert answers == [["127.0.0.2"]]
    assert "harbour.example" not in asked


@pytest.mark.parametrize(
    "host", ["harbour.example.", "HARBOUR.example", "b\u00fccher.example", "xn--bcher-kva.example"]
)
def test_one_host_in_many_spellings(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    """What is checked and what is connected to are the same host, however it is written."""
    monkeypatch.setattr(guard, "resolve", lambda *_: ["127.0.0.1"])
    with serving() as site:
        site.routes["/"] = answer(b"<p>here</p>")
        names = ("harbour.example", "xn--bcher-kva.example")
        allowed = Allowance(hosts=frozenset(f"{name}:{site.port}" for name in names))
        assert request(f"http://{host}:{site.port}/", Manner(allowed)).status == 200


def test_ipv6(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def refuse(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        asked.append(address)
        raise OSError(111, "refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(FetchError, match="cannot be fetched"):
        request("http://[2606:4700::1111]/", Manner())
    assert asked == [("2606:4700::1111", 80)]


def test_the_next_number_where_one_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "resolve", lambda *_: ["::1", "127.0.0.1"])
    with serving() as site:
        site.routes["/"] = answer(b"<p>here</p>")
        name = f"harbour.example:{site.port}"
        got = request(f"http://{name}/", Manner(Allowance(hosts=frozenset({name}))))
        assert got.peer == "127.0.0.1"


def _certificate(folder: Path) -> Path:
    path = folder / "both.pem"
    subprocess.run(
        [str(which("openssl")), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "key.pem", "-out", folder / "cert.pem",
         "-days", "2", "-subj", "/CN=harbour.example", "-addext", "subjectAltName=DNS:harbour.example"],
        check=True, capture_output=True,
    )  # fmt: skip
    path.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return path


@pytest.mark.skipif(which("openssl") is None, reason="no openssl to make a certificate")
def test_the_certificate_is_the_names_not_the_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pem = _certificate(tmp_path)
    inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    inside.load_cert_chain(pem)
    named: list[str | None] = []
    inside.sni_callback = lambda _link, name, _context: named.append(name)
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]

    def serve() -> None:
        for _ in range(2):
            link, _ = listening.accept()
            try:
                with inside.wrap_socket(link, server_side=True) as secure:
                    secure.recv(65_536)
                    secure.sendall(answer(b"<p>safe</p>"))
            except OSError:
                link.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))
    monkeypatch.setattr(transport, "_context", lambda: trusting)
    monkeypatch.setattr(guard, "resolve", lambda *_: ["127.0.0.1"])
    hosts = frozenset({f"harbour.example:{port}", f"other.example:{port}"})
    manner = Manner(Allowance(hosts=hosts))
    assert request(f"https://harbour.example:{port}/", manner).data == b"<p>safe</p>"
    with pytest.raises(FetchError, match="certificate is not valid"):
        request(f"https://other.example:{port}/", manner)
    assert named == ["harbour.example", "other.example"]
    thread.join(5)
    listening.close()
