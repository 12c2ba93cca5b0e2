"""``dateline watch`` as a user types it, with a pipeline that codes nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from helpers.badserver import Site, answer, page, serving
from helpers.samples import CODER, RECORD

from dateline import cli
from dateline.cli import base
from dateline.records import Record, Report


class _Pipeline:
    """Gives the sample's events to every report."""

    coder = CODER

    def run(self, reports: Iterable[Report]) -> Iterator[Record]:
        for report in reports:
            yield Record(report, self.coder, events=() if report.not_coded else RECORD.events)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(base, "load_pipeline", lambda _parser, _own: _Pipeline())
    monkeypatch.setenv("DATELINE_DATABASE_URL", str(tmp_path / "store.sqlite"))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        items = "".join(f"<item><title>{n}</title><link>/{n}</link></item>" for n in ("one", "two"))
        made.routes |= {
            "/": answer(b"<!DOCTYPE html><html><head><title>Harbour</title><link rel=alternate type='application/rss+xml' href=/feed>"
                        b"<link rel=alternate type='application/atom+xml' href=/comments></head></html>"),
            "/feed": answer(f"<rss version='2.0'><channel><title>Harbour News</title>{items}</channel></rss>".encode()),
            "/one": page("One"), "/two": page("Two"),
        }  # fmt: skip
        yield made


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli.main, ["watch", *map(str, args)])


def asked(site: Site, *args: str | Path) -> Result:
    return run(*args, "--allow-host", site.host, "--pace", "0")


def test_from_a_page_to_events(site: Site) -> None:
    added = asked(site, "add", site.url("/"))
    assert (added.exit_code, added.stdout) == (
        0,
        (
            f"added: Harbour News: {site.url('/feed')} (RSS feed with 2 pages, linked by the page Harbour (which also links "
            f"{site.url('/comments')}))\n"
        ),
    )
    assert "next: dateline watch run --once" in added.stderr
    assert "[new]" in run("list").stdout
    first = asked(site, "run", "--once")
    assert first.exit_code == 0
    assert first.stdout.startswith("1 feed looked at: 2 reports kept, 10 events; kept in ")
    assert "Harbour News: 2 reports kept, 10 events; next look " in first.stderr
    second = asked(site, "run", "--once")
    assert (second.exit_code, second.stderr) == (0, "")
    assert second.stdout.startswith("0 feeds looked at: 0 reports kept")
    third = asked(site, "run", "--once", "--all")
    assert "Harbour News: nothing new" in third.stderr
    shown = run("list")
    assert shown.exit_code == 0
    assert "Harbour News  [ok]" in shown.stdout
    assert "2 pages kept, 0 waiting, 0 given up; last success 20" in shown.stdout
    row = json.loads(run("list", "--json").stdout)
    assert (row["state"], row["form"], row["pages"]) == (
        "ok",
        "RSS",
        {"kept": 2, "waiting": 0, "failed": 0},
    )


def test_nothing_watched() -> None:
    shown = run("list")
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr == "nothing is watched yet: dateline watch add https://host/feed\n"
    once = run("run", "--once")
    assert once.exit_code == 0
    assert "nothing is watched yet" in once.stderr


def test_own_network_only_when_meant(site: Site) -> None:
    refused = run("add", site.url("/feed"))
    assert refused.exit_code == 3
    assert refused.stderr == (
        f"not added: {site.url('/feed')}: port {site.port} is neither 80 nor 443: use --allow-private-hosts if that is meant\n"
    )
    assert site.asked == []
    assert run("add", site.url("/feed"), "--allow-private-hosts", "--pace", "0").exit_code == 0
    left = run("run", "--once")
    assert left.exit_code == 3
    assert "Harbour News: port" in left.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("add",), "Missing argument"), (("add", "nowhere/at/all"), "does not exist: give a URL, a folder, or an OPML file"),
        (("add", ".", "--every", "soon"), "--every 'soon' is no time from 1m to 30d"), (("add", ".", "--since", "May"), "--since 'May' is no day"),
        (("add", ".", "..", "--name", "x"), "--name is for one feed"), (("remove", "x"), "no feed is called 'x': nothing is watched yet"),
        (("run", "--once", "--only", "x"), "no feed is called 'x'"), (("add", ".", "--allow-host", "http://x/"), "is no host: give it as"),
        (("run", "--jobs", "0"), "Invalid value"),
    ],
)  # fmt: skip
def test_unusable_arguments(args: tuple[str, ...], words: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize("source", ["ftp://harbour.example/", "file:///etc/passwd"])
def test_other_addresses(source: str) -> None:
    done = run("add", source)
    assert done.exit_code == 3
    assert "is no usable address" in done.stderr


def test_twice(site: Site) -> None:
    asked(site, "add", site.url("/feed"))
    again = asked(site, "add", site.url("/"))
    assert again.exit_code == 2
    assert again.stderr == f"dateline: {site.url('/feed')} is watched already, as 'Harbour News'\n"
    site.routes["/other"] = site.routes["/feed"]
    assert "added: Harbour News 2:" in asked(site, "add", site.url("/other")).stdout


def test_what_holds_no_feed(site: Site) -> None:
    done = asked(site, "add", site.url("/one"), site.url("/none"))
    assert done.exit_code == 3
    assert f"not added: {site.url('/one')}: is a web page that links no feed" in done.stderr
    assert f"not added: {site.url('/none')}: the server answers 404 Not Found" in done.stderr


def test_opml_in_and_out(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        f'<opml><body><outline text="A" xmlUrl="{site.url("/feed")}"/><outline text="Bad" xmlUrl="{site.url("/bad")}"/>'
        '<outline text="File" xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    assert run("add", path).stdout.count("added: ") == 2
    (tmp_path / "folder").mkdir()
    run("add", tmp_path / "folder")
    out = run("list", "--opml", tmp_path / "out.opml")
    assert "2 feeds in" in out.stderr
    assert "1 folders have no address on the web" in out.stderr
    for name in ("A", "Bad"):
        assert run("remove", name).exit_code == 0
    assert run("add", tmp_path / "out.opml").exit_code == 0
    done = asked(site, "run", "--once", "--no-code")
    assert done.exit_code == 3
    assert "3 feeds looked at: 2 reports kept, 0 events; 1 failed" in done.stdout
    assert "Bad: the server answers 404 Not Found; next look " in done.stderr
    shown = run("list")
    assert shown.exit_code == 3
    assert "Bad  [failing]" in shown.stdout
    assert "the server answers 404 Not Found" in shown.stdout
    twice = run("add", tmp_path / "out.opml")
    assert (twice.exit_code, twice.stderr.count("is watched already")) == (3, 2)


def test_a_folder_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Police arrested three men in Lagos on Monday.")
    assert run("add", folder, "--every", "2h").stdout == f"added: reports: {folder} (folder)\n"
    assert "every 2h" in run("list").stdout
    assert "1 report kept, 5 events" in run("run", "--once").stdout
    assert run("remove", folder).exit_code == 0
    assert run("list").stdout == ""


def test_escapes_of_a_feed_do_not_reach_the_terminal(site: Site) -> None:
    evil = "<rss version='2.0'><channel><title>Red &#27;[31m \x1b]0;x\x07</title><item><link>/\x1b[2J</link></item></channel></rss>"
    site.routes["/evil"] = answer(evil.encode())
    done = asked(site, "add", site.url("/evil"))
    assert "\x1b" not in done.output
    assert "\x07" not in done.output
    asked(site, "run", "--once")
    assert "\x1b" not in run("list").output


DAEMON = """
import sys
from dateline.cli import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_daemon_stops_cleanly(site: Site, number: int) -> None:
    site.routes["/slow"] = site.silence
    asked(site, "add", site.url("/feed"))
    site.routes["/feed"] = answer(
        b"<rss version='2.0'><channel><item><link>/one</link></item><item><link>/slow</link></item></channel></rss>"
    )
    words = ["watch", "run", "--no-code", "--allow-host", site.host, "--pace", "0"]
    running = subprocess.Popen(
        [sys.executable, "-c", DAEMON, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )
    until = time.monotonic() + 20
    while "/slow" not in site.asked and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.3)
    running.send_signal(number)
    _, told = running.communicate(timeout=15)
    assert running.returncode == 0
    assert "watching 1 feed; Ctrl-C ends it" in told
    assert "stopping after the page in hand" in told
    assert told.rstrip().endswith("stopped")
    assert "Traceback" not in told
    row = json.loads(run("list", "--json").stdout)
    assert row["pages"] == {"kept": 1, "waiting": 1, "failed": 0}
