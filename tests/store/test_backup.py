"""Backups, restores and checks; a backup of either database fills the other."""

import sqlite3
from pathlib import Path

import pytest
from helpers.stored import SAMPLE, record
from sqlalchemy import text

from dateline.errors import StoreError, UsageError
from dateline.store.engine import writing
from dateline.store.query import EventQuery
from dateline.store.standing import Judgement
from dateline.store.store import Store

ODD = "Rebels \x00 shelled \ud800 the harbour."


@pytest.fixture
def full(store: Store) -> Store:
    store.add_record(SAMPLE)
    store.add_record(record(2, text=ODD))
    store.add_report(SAMPLE["report"] | {"text": "Another version."})
    store.correct(Judgement(1, "event", "reject", "Ana", "e-shelling"))
    store.publish("report", "1")
    return store


def everything(store: Store) -> list[object]:
    """All that can be asked, to be compared; hits in no order, which the databases see differently."""
    return [
        store.counts(),
        [store.record(k) for k in (1, 2)],
        store.events(EventQuery()),
        store.versions(1),
        store.corrections(1),
        {hit.report: hit for hit in store.search("harbour")},
    ]


def test_there_and_back(full: Store, tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    counts = full.backup(path)
    assert counts == full.counts()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kept.sqlite"]
    assert path.stat().st_mode & 0o077 == 0
    with Store(str(tmp_path / "other.sqlite")) as other:
        other.restore(path)
        assert everything(full) == everything(other)
        assert other.check().faults == ()
        full.add_record(record(3))
        full.restore(path, replace=True)
        assert everything(full) == everything(other)
    assert full.check().faults == ()
    assert full.add_record(record(4)).report.outcome == "new"  # counters go on behind what came


def test_a_restore_throws_nothing_away_unasked(full: Store, tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    full.backup(path)
    full.add_record(record(3))
    with pytest.raises(UsageError, match="--replace"):
        full.restore(path)
    assert full.counts()["records"] == 3


@pytest.mark.parametrize("content", [b"", b"no database at all" * 400, None])
def test_a_file_that_is_no_backup_leaves_the_store_as_it_is(
    full: Store, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "bad.sqlite"
    if content is None:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE reports (x)")
        other.close()
    else:
        path.write_bytes(content)
    before = full.counts()
    with pytest.raises(StoreError, match=r"no backup|not a database"):
        full.restore(path, replace=True)
    with pytest.raises(UsageError, match="no file"):
        full.restore(tmp_path / "none.sqlite", replace=True)
    assert full.counts() == before


def test_a_backup_replaces_no_file(full: Store, tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("mine")
    with pytest.raises(UsageError, match="already"):
        full.backup(path)
    with pytest.raises(UsageError, match="written"):
        full.backup(tmp_path / "none" / "kept.sqlite")
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE reports SET text = 'other' WHERE key = 1", "not the one that was stored"),
        ("DELETE FROM versions WHERE report = 1", "no document holds it"),
        ("DELETE FROM events", "events in its record and 0"),
        ("DELETE FROM events", "rows of event_terms belong to nothing"),
        ("UPDATE claims SET standing = false", "claims in its record"),
        ("DELETE FROM records WHERE report = 1", "but no record"),
    ],
)  # fmt: skip
def test_a_check_finds_what_is_wrong(store: Store, damage: str, told: str) -> None:
    store.add_record(SAMPLE)
    with writing(store._engine) as connection:
        for command in damage.split("; "):
            connection.execute(text(command))
    assert any(told in fault for fault in store.check().faults)


def test_a_check_finds_what_search_lost(store: Store) -> None:
    store.add_record(SAMPLE)
    with writing(store._engine) as connection:
        if connection.dialect.name == "sqlite":
            command = "INSERT INTO report_words (report_words) VALUES ('delete-all')"
        else:
            command = "DELETE FROM report_words"
        connection.execute(text(command))
    assert store.check().faults == ("report 1: is not in the full-text index",)
