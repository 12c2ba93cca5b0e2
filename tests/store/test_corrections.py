"""A person's word stands above the coder's, which is kept beside it."""

from copy import deepcopy
from typing import Any

import pytest
from helpers.stored import SAMPLE, record

from dateline.errors import UsageError
from dateline.store.query import EventQuery
from dateline.store.standing import Judgement
from dateline.store.store import Store

EVERY = EventQuery(statuses=("actual", "denied", "planned", "alleged"), relevant_only=False)
SHELLING = SAMPLE["events"][0]
MILDER = {**SHELLING, "type": "THREATEN", "cameo": "138"}
WHO = "Ana Perez"


def types(store: Store) -> list[str]:
    return [e.type for e in store.events(EVERY)]


def by_id(found: dict[str, Any] | None, ident: str) -> dict[str, Any]:
    assert found is not None
    return next(e for e in found["events"] if e["id"] == ident)


def _without(some: list[str], one: str) -> list[str]:
    left = list(some)
    left.remove(one)
    return left


@pytest.fixture
def key(store: Store) -> int:
    return store.add_record(SAMPLE).report.key


def replaced(key: int, **more: Any) -> Judgement:
    return Judgement(key, "event", "replace", WHO, SHELLING["id"], MILDER, **more)


def test_replaced(store: Store, key: int) -> None:
    before = types(store)
    made = store.correct(replaced(key, note="a warning shot"))
    assert sorted(types(store)) == sorted([*_without(before, "ASSAULT"), "THREATEN"])
    told = by_id(store.record(key), SHELLING["id"])
    assert told["type"] == "THREATEN"
    assert {k: told["corrected"][k] for k in ("by", "note", "action")} == {
        "by": WHO, "note": "a warning shot", "action": "replace",
    }  # fmt: skip
    assert [e.correction for e in store.events(EVERY) if e.type == "THREATEN"] == [made]
    assert store.record(key, corrected=False) == SAMPLE
    assert store.corrections(key)[0].overruled == SHELLING
    assert store.check().faults == ()


def test_rejected_and_added(store: Store, key: int) -> None:
    store.correct(Judgement(key, "event", "reject", WHO, SHELLING["id"]))
    store.correct(Judgement(key, "event", "add", WHO, json={**MILDER, "type": "PROTEST"}))
    assert "PROTEST" in types(store)
    assert SHELLING["id"] not in [e["id"] for e in (store.record(key) or {})["events"]]
    claim = SAMPLE["claims"][0]
    store.correct(Judgement(key, "claim", "reject", WHO, claim["id"]))
    assert claim["id"] not in [c["id"] for c in (store.record(key) or {})["claims"]]


def test_the_latest_word_counts_and_can_be_taken_back(store: Store, key: int) -> None:
    first = store.correct(replaced(key))
    last = store.correct(
        Judgement(key, "event", "replace", "Ben", SHELLING["id"], {**SHELLING, "type": "PROTEST"})
    )
    assert by_id(store.record(key), SHELLING["id"])["type"] == "PROTEST"
    store.withdraw(last)
    assert by_id(store.record(key), SHELLING["id"])["type"] == "THREATEN"
    store.withdraw(first)
    assert store.record(key) == SAMPLE
    assert len(store.corrections(key)) == 2
    with pytest.raises(UsageError):
        store.withdraw(first)


def test_it_outlives_a_newer_coder(store: Store, key: int) -> None:
    store.correct(replaced(key))
    assert store.add_record(record(coder="0.2.0")).outcome == "replaced"
    assert by_id(store.record(key), SHELLING["id"])["type"] == "THREATEN"
    assert (
        types(store).count("ASSAULT") == [e["type"] for e in SAMPLE["events"]].count("ASSAULT") - 1
    )
    assert store.check().faults == ()


def test_it_outlives_a_coder_that_cuts_the_act_differently(store: Store, key: int) -> None:
    store.correct(replaced(key))
    newer = record(coder="0.2.0")
    newer["events"][0] |= {"id": "e-other", "type": "MOBILIZE"}
    store.add_record(newer)
    assert "MOBILIZE" not in types(store)
    assert "THREATEN" in types(store)
    elsewhere = deepcopy(newer)
    elsewhere["report"]["coder"]["dateline"] = "0.3.0"
    start, end = SHELLING["trigger"]["span"]
    elsewhere["events"][0]["trigger"]["span"] = [end + 1, end + 1 + end - start]
    store.add_record(elsewhere)
    assert "MOBILIZE" in types(store)


@pytest.mark.parametrize(
    "said",
    [
        {"target": "e-none", "json": MILDER},
        {"action": "reject", "json": MILDER},
        {"json": None},
        {"json": {"type": "THREATEN"}},
        {"kind": "relation", "json": MILDER},
        {"person": " ", "json": MILDER},
    ],
    ids=["no target", "reject with", "replace without", "no event", "no kind", "nobody"],
)
def test_what_does_not_hold_together_is_refused(
    store: Store, key: int, said: dict[str, Any]
) -> None:
    fields = {"kind": "event", "action": "replace", "person": WHO, "target": SHELLING["id"]}
    with pytest.raises(UsageError):
        store.correct(Judgement(report=key, **(fields | said)))
    assert store.record(key) == SAMPLE
