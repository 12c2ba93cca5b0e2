"""What is kept, once, and by whom it is replaced."""

from threading import Thread
from typing import Any

import pytest
from helpers.stored import SAMPLE, record

from dateline.errors import InputError
from dateline.store.store import Store

ODD = "Rebels \x00 shelled \ud800 the \U0001f6a2 harbour of Aden."


def test_a_record_comes_back_as_it_went_in(store: Store) -> None:
    (done,) = store.add_records([SAMPLE])
    assert (done.report.outcome, done.outcome) == ("new", "new")
    assert store.record(done.report.key) == SAMPLE
    assert store.check().faults == ()


def test_text_that_no_database_can_hold_comes_back_exactly(store: Store) -> None:
    made = record(text=ODD, title="\x00", id="\ud800")
    key = store.add_record(made).report.key
    assert store.record(key) == made
    assert (store.report(key) or {})["text"] == ODD
    assert [f.report for f in store.search("harbour")] == [key]
    assert store.check().faults == ()


def test_the_same_report_is_stored_once(store: Store) -> None:
    first = store.add_report(SAMPLE["report"])
    again = store.add_report(SAMPLE["report"])
    assert (first.outcome, again.outcome) == ("new", "known")
    assert first.key == again.key
    assert store.counts()["reports"] == 1


def test_the_same_text_on_two_pages_is_one_report_in_two_documents(store: Store) -> None:
    one = store.add_report(SAMPLE["report"])
    copied = SAMPLE["report"] | {"url": "https://gazette.example/9", "publisher": "Gazette"}
    two = store.add_report(copied)
    assert (one.key, two.outcome) == (two.key, "known")
    found = store.versions(one.key)
    assert [v.publisher for v in found] == ["The Harbour Times", "Gazette"]
    assert [v.number for v in found] == [1, 1]


def test_a_changed_page_is_a_new_version_beside_the_old_one(store: Store) -> None:
    old = store.add_report(SAMPLE["report"])
    new = store.add_report(SAMPLE["report"] | {"text": "The mayor corrected himself."})
    back = store.add_report(SAMPLE["report"])
    assert (old.outcome, new.outcome, back.outcome) == ("new", "version", "known")
    assert [(v.report, v.number) for v in store.versions(new.key)] == [(old.key, 1), (new.key, 2)]
    assert (store.report(old.key) or {})["text"] == SAMPLE["report"]["text"]


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("0.1.0", "0.2.0", "replaced"),
        ("0.9.0", "0.10.0", "replaced"),
        ("0.2.0", "0.1.0", "kept"),
        ("0.2.0", "0.2.0", "kept"),
        ("1.0rc1", "1.0", "replaced"),
        ("1.0", "1.0rc1", "kept"),
    ],
    ids=str,
)
def test_only_a_newer_coder_replaces(store: Store, first: str, second: str, outcome: str) -> None:
    key = store.add_record(record(coder=first)).report.key
    other = record(coder=second)
    other["events"] = other["events"][:1]
    assert store.add_record(other).outcome == outcome
    kept = store.record(key) or {}
    assert len(kept["events"]) == (1 if outcome == "replaced" else len(SAMPLE["events"]))
    assert store.check().faults == ()


def test_of_two_coders_of_one_version_the_later_met_is_newer_for_ever(store: Store) -> None:
    old, new = record(), record()
    new["report"]["coder"] |= {"lexicon": "another"}
    assert [d.outcome for d in store.add_records([old, new, old, new])] == [
        "new", "replaced", "kept", "kept",
    ]  # fmt: skip


def test_what_needs_coding(store: Store) -> None:
    coder = SAMPLE["report"]["coder"]
    newer = coder | {"dateline": "0.3.0"}
    bare = store.add_report(SAMPLE["report"])
    assert store.needs_coding(bare.key, coder)
    assert [key for key, _ in store.waiting(coder)] == [bare.key]
    assert store.counts()["not coded yet"] == 1
    store.add_record(SAMPLE, seen=False)
    assert not store.needs_coding(bare.key, coder)
    assert store.needs_coding(bare.key, newer)
    assert not list(store.waiting(coder))
    ((key, report),) = store.waiting(newer)
    assert (key, report["text"]) == (bare.key, SAMPLE["report"]["text"])


def test_coding_is_no_second_sight_of_a_report(store: Store) -> None:
    key = store.add_report(SAMPLE["report"]).key
    before = store.versions(key)
    store.add_record(SAMPLE, seen=False)
    assert store.versions(key) == before
    store.add_record(SAMPLE)
    assert store.versions(key)[0].last_seen > before[0].last_seen


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.pop("events"),
        lambda r: r["report"].pop("coder"),
        lambda r: r["report"].pop("text"),
        lambda r: r["events"][0].pop("type"),
        lambda r: r["claims"].append("words"),
    ],
    ids=["no events", "no coder", "no text", "no type", "no claim"],
)
def test_what_is_no_record_is_refused_and_leaves_nothing(store: Store, spoil: Any) -> None:
    bad = record(2)
    spoil(bad)
    with pytest.raises(InputError, match="is no record"):
        list(store.add_records([SAMPLE, bad]))
    assert not any(store.counts().values())


def test_threads_write_at_once(store: Store) -> None:
    def write(first: int) -> None:
        for number in range(first, first + 5):
            store.add_record(record(number % 7))

    threads = [Thread(target=write, args=(n * 5,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.counts()["reports"] == 7
    assert store.check().faults == ()


def test_pages_have_random_ids(store: Store) -> None:
    one, other = store.publish("report", "1"), store.publish("report", "2")
    assert len(one) == 22
    assert one != other
    assert store.publish("report", "1") == one
    store.withdraw_page(one)
    page = store.page(one)
    assert page is not None
    assert page.withdrawn
    assert store.publish("report", "1") != one
    assert store.page("guess") is None
