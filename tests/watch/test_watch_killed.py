"""A run that is killed at any moment has lost nothing that it told of; the next one goes on."""

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from helpers.badserver import Site, page
from helpers.watching import rss

from dateline.store.feeds import stamp
from dateline.store.store import Store

PAGES = 60
MAIN = "from dateline.cli import main; main()"


def test_killed_in_a_loop(site: Site, kept: Store, tmp_path: Path) -> None:
    names = [f"/{n}" for n in range(PAGES)]
    site.routes |= {"/feed": rss(*names), **{name: page(name) for name in names}}
    feed = kept.add_feed(site.url("/feed"), "feed", "Harbour", title=None, every=None, since=None)
    words = ["watch", "run", "--no-code", "--allow-host", site.host, "--pace", "0"]
    env = {**os.environ, "DATELINE_DATABASE_URL": str(tmp_path / "store.sqlite")}
    reports = 0
    for goal in (1, 8, 20):
        running = subprocess.Popen(
            [sys.executable, "-c", MAIN, *words], env=env, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + 30
        while len(site.pages) < goal and time.monotonic() < until:
            time.sleep(0.005)
        running.kill()
        running.wait()
        found = kept.check()
        assert found.faults == ()
        done = kept.item_counts().get(feed.key, {}).get("kept", 0)
        assert reports <= done <= found.counts["reports"]
        reports = done
        # Two minutes later the feed is free again.
        (held,) = kept.feeds()
        assert (held.held_until or "") < stamp(datetime.now(UTC) + timedelta(minutes=2, seconds=1))
        kept.note_feed(feed.key, {"held_until": "2000-01-01T00:00:00.000000Z"})
    last = subprocess.run(
        [sys.executable, "-c", MAIN, *words, "--once", "--pages", str(PAGES)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert last.returncode == 0, last.stderr
    assert kept.item_counts() == {feed.key: {"kept": PAGES}}
    assert kept.counts()["reports"] == PAGES
    assert set(site.pages) == {"/feed", *names}
    assert len(site.pages) < PAGES + 1 + 3 * 25  # what was kept is not fetched again
