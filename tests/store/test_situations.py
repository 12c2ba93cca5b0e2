"""Saved questions, the same on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import text

from dateline.errors import UsageError
from dateline.records.situation import Situation
from dateline.store.engine import writing
from dateline.store.store import Store

FULL = Situation(
    "Aden harbour",
    actors=("Rebels", "Q79"),
    countries=("YEM",),
    places=("Aden",),
    types=("ASSAULT", "AGREE"),
    since="2019-04-01",
    until="2019-04-30",
    words='harbour "hospital ship" -strike',
)


def question(situation: Situation) -> tuple[object, ...]:
    names = ("name", "actors", "countries", "places", "types", "since", "until", "words")
    return tuple(getattr(situation, n) for n in names)


def test_a_question_comes_back_as_it_was(store: Store) -> None:
    kept = store.add_situation(FULL)
    assert question(kept) == question(FULL)
    assert kept.made is not None
    assert kept.looked is None
    assert store.situation("ADEN  Harbour") == kept
    assert store.situations() == (kept,)


def test_they_come_by_name(store: Store) -> None:
    for name in ("b", "\u00c4", "C"):
        store.add_situation(Situation(name))
    assert [s.name for s in store.situations()] == ["\u00c4", "b", "C"]


def test_one_of_a_name(store: Store) -> None:
    store.add_situation(Situation("M\u00e1laga"))
    with pytest.raises(UsageError, match="'M\u00e1laga' already"):
        store.add_situation(Situation("MALAGA"))
    store.remove_situation("malaga")
    assert store.situations() == ()
    with pytest.raises(UsageError, match="no situation 'malaga': dateline situation add"):
        store.situation("malaga")
    store.add_situation(Situation("Aden"))
    with pytest.raises(UsageError, match="no situation 'malaga': there are 'Aden'"):
        store.looked("malaga")


def test_a_look_moves_forward_only(store: Store) -> None:
    store.add_situation(Situation("Aden"))
    assert store.looked("aden", "2026-03-05T08:00:00.000000Z").looked == (
        "2026-03-05T08:00:00.000000Z"
    )
    assert store.looked("aden", "2026-03-04T08:00:00.000000Z").looked == (
        "2026-03-05T08:00:00.000000Z"
    )
    assert store.situation("Aden").looked == "2026-03-05T08:00:00.000000Z"
    assert (store.looked("Aden").looked or "") > "2026-03-05T08:00:00.000000Z"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (Situation("  "), "no name"),
        (Situation("a\nb"), "no name"),
        (Situation("x" * 101), "no name"),
        (Situation("a", actors=("--",)), "'--' names nothing"),
        (Situation("a", since="yesterday"), "'yesterday' is no day"),
        (Situation("a", until="2026-02-30"), "'2026-02-30' is no day"),
        (Situation("a", since="2026-03-02", until="2026-03-01"), "no day lies between"),
        (Situation("a", words="-strike"), "no word to look for"),
    ],
    ids=range(8),
)
def test_what_cannot_be_asked_is_refused(store: Store, wrong: Situation, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        store.add_situation(wrong)
    assert store.situations() == ()


def test_a_backup_has_them_and_a_restore_loses_none_unasked(store: Store, tmp_path: Path) -> None:
    kept = store.add_situation(FULL)
    path = tmp_path / "kept.sqlite"
    assert store.backup(path)["situations"] == 1
    with pytest.raises(UsageError, match="holds situations: --replace"):
        store.restore(path)
    store.add_situation(Situation("another"))
    store.restore(path, replace=True)
    assert store.situations() == (kept,)


@pytest.mark.parametrize("broken", ["[]", '{"since": "x"}', "nothing", '{"lies": 1}'])
def test_a_check_finds_one_that_cannot_be_asked(store: Store, broken: str) -> None:
    store.add_situation(Situation("Aden"))
    assert store.check().faults == ()
    with writing(store._engine) as connection:
        connection.execute(text("UPDATE situations SET json = :json"), {"json": broken})
    (fault,) = store.check().faults
    assert fault.startswith("situation 'Aden': cannot be asked")
