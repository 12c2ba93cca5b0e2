"""Incidents in the store: the same as if all had come at once, whatever comes, goes or is ruled."""

import random
from typing import Any

import pytest
from helpers.reports import act, corpus, record, shelling
from sqlalchemy import select

from dateline.errors import UsageError
from dateline.records import Incident
from dateline.situations.incidents import merge
from dateline.situations.keeping import keep
from dateline.situations.stored import incidents_of, stored_incidents
from dateline.store.engine import reading
from dateline.store.query import EventQuery
from dateline.store.schema import tellings
from dateline.store.standing import Judgement
from dateline.store.store import Store

Json = dict[str, Any]


def everything(store: Store) -> tuple[Incident, ...]:
    """All incidents that the store holds."""
    with reading(store._engine) as connection:
        keys = list(connection.execute(select(tellings.c.incident).distinct()).scalars())
    return incidents_of(store, keys)


def shape(found: tuple[Incident, ...]) -> set[Any]:
    """What must be alike, whatever the keys."""
    return {
        (
            i.id, i.status, i.outlets, tuple(sorted(s.id for s in i.sources if s.key in i.main)),
            tuple(t.cite.event for t in i.told), tuple(d.says for d in i.disputes),
        )
        for i in found
        if i.type
    }  # fmt: skip


@pytest.mark.parametrize("at_once", [1, 7, 1000])
def test_report_by_report_gives_what_all_at_once_gives(store: Store, at_once: int) -> None:
    records = corpus(random.Random(5))
    wanted = shape(merge(records))
    random.Random(at_once).shuffle(records)
    for start in range(0, len(records), at_once):
        list(store.add_records(records[start : start + at_once]))
        keep(store)
    assert shape(everything(store)) == wanted
    assert store.check().faults == ()


def test_a_newer_coding_takes_the_place_of_the_old(store: Store) -> None:
    records = corpus(random.Random(6))
    list(store.add_records(records))
    keep(store)
    newer = [_recoded(r) for r in records[::3]]
    list(store.add_records(newer))
    keep(store)
    by_id = {r["report"]["id"]: r for r in (*records, *newer)}
    assert shape(everything(store)) == shape(merge(list(by_id.values())))


def test_a_rejected_event_is_in_no_incident(store: Store) -> None:
    done = list(store.add_records([shelling("post"), shelling("gazette"), shelling("herald")]))
    keep(store)
    (found,) = everything(store)
    lead = found.told[0].cite
    store.correct(Judgement(lead.source.key, "event", "reject", "Ana", str(lead.event)))
    keep(store)
    (left,) = everything(store)
    assert len(left.told) == 2
    assert lead.event not in {t.cite.event for t in left.told}
    assert len(done) == 3


def test_a_person_splits_and_takes_it_back(store: Store) -> None:
    list(store.add_records([shelling("post"), shelling("gazette")]))
    keep(store)
    (found,) = everything(store)
    one, other = ((t.cite.source.key, str(t.cite.event)) for t in found.told)
    key = store.rule("split", one, other, "Ana", "two barrages")
    keep(store)
    assert len(everything(store)) == 2
    store.withdraw_ruling(key)
    keep(store)
    assert len(everything(store)) == 1
    assert [r.withdrawn is None for r in store.rulings()] == [False]


def test_a_person_joins_what_looks_like_two(store: Store) -> None:
    list(store.add_records([shelling("post"), shelling("gazette", town="Mukalla")]))
    keep(store)
    apart = everything(store)
    assert len(apart) == 2
    one, other = ((i.told[0].cite.source.key, str(i.told[0].cite.event)) for i in apart)
    store.rule("join", one, other, "Ana")
    keep(store)
    (found,) = everything(store)
    assert [b.by for b in found.bonds] == ["Ana"]
    assert "place" in {d.kind for d in found.disputes}


def test_a_ruling_outlives_a_new_coding(store: Store) -> None:
    records = [shelling("post"), shelling("gazette", town="Mukalla")]
    list(store.add_records(records))
    keep(store)
    one, other = ((i.told[0].cite.source.key, str(i.told[0].cite.event)) for i in everything(store))
    store.rule("join", one, other, "Ana")
    list(store.add_records([_recoded(r, drop=False) for r in records]))
    keep(store)
    assert len(everything(store)) == 1


def test_a_ruling_needs_two_events_and_somebody(store: Store) -> None:
    key = next(store.add_records([shelling("post")])).report.key
    with pytest.raises(UsageError, match="two events"):
        store.rule("split", (key, "e-1"), (key, "e-1"), "Ana")
    with pytest.raises(UsageError, match="the name"):
        store.rule("split", (key, "e-1"), (key, "e-2"), " ")
    with pytest.raises(UsageError, match="no ruling"):
        store.withdraw_ruling(99)


def test_incidents_are_asked_for_like_events(store: Store) -> None:
    list(
        store.add_records([shelling("post"), shelling("gazette"), shelling("herald", town="Taiz")])
    )
    keep(store)
    (found,) = stored_incidents(store, EventQuery(places=("aden",)))
    assert found.site is not None
    assert found.site.name == "Aden"
    assert len(found.told) == 2
    assert stored_incidents(store, EventQuery(places=("Sanaa",))) == ()


def test_a_telling_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    list(store.add_records([shelling("post")]))
    keep(store)
    (found,) = everything(store)
    ident = str(found.told[0].cite.event)
    assert store.telling(ident[:9])[1] == ident
    with pytest.raises(UsageError, match="no event"):
        store.telling("e-zzzz")


def test_incidents_survive_a_backup(store: Store, tmp_path: Any) -> None:
    list(store.add_records([shelling("post"), shelling("gazette")]))
    keep(store)
    one, other = ((t.cite.source.key, str(t.cite.event)) for t in everything(store)[0].told)
    store.rule("split", one, other, "Ana")
    keep(store)
    wanted = shape(everything(store))
    store.backup(tmp_path / "copy.sqlite")
    with Store(str(tmp_path / "other.sqlite")) as other_store:
        other_store.restore(tmp_path / "copy.sqlite")
        keep(other_store)
        assert shape(everything(other_store)) == wanted


def _recoded(made: Json, *, drop: bool = True) -> Json:
    newer = {**made, "report": {**made["report"]}, "events": [dict(e) for e in made["events"]]}
    newer["report"]["coder"] = {**made["report"]["coder"], "dateline": "0.2.0"}
    if drop:
        for event in newer["events"]:
            event["status"] = "actual"
    return newer


def test_a_record_with_spans_outside_its_text_stops_nothing(store: Store) -> None:
    odd = shelling("post")
    odd["report"]["text"] = "Cut."
    broken = shelling("herald")
    del broken["events"][0]["sentence"]["span"]
    list(store.add_records([odd, broken, shelling("gazette")]))
    said: list[tuple[int, str]] = []
    keep(store, told=lambda report, why: said.append((report, why)))
    assert [report for report, _ in said] == [2]
    assert {t.cite.source.id for i in everything(store) for t in i.told} == {"post", "gazette"}
    assert store.unread() == 0


def test_the_first_telling_may_be_of_a_report_about_something_else(store: Store) -> None:
    march = act(
        "Some 4,000 teachers marched through Mukalla on Friday for unpaid wages and blocked the bridge for hours.",
        "marched", type="PROTEST", by=["teachers"], town="Mukalla", day="2024-03-01", crowd=[4000, 4000],
    )  # fmt: skip
    aside = act(
        "Rebels shelled Aden on Friday.", "shelled", by=["rebels"], to=["dockers"], town="Aden",
        day="2024-03-01", killed=[3, 3],
    )  # fmt: skip
    other = act(
        "Shells hit Aden; a grain silo and two tugs burned all night beside the customs pier.", "hit",
        to=["dockers"], town="Aden", day="2024-03-01",
    )  # fmt: skip
    waiting = "Classes had been cancelled since winter and nobody knew when pay would come. " * 6
    filler = act(
        f"Parents waited at the gates. {waiting}".strip(), "waited", type="CONSULT", by=["parents"]
    )
    records = [record("teachers", [march, filler, aside]), record("port", [other])]
    list(store.add_records(records))
    keep(store)
    found = everything(store)
    assert shape(found) == shape(merge(records))
    (shells,) = (i for i in found if i.type == "ASSAULT")
    assert shells.told[0].cite.source.id == "teachers"
    assert [s.id for s in shells.sources if s.key in shells.main] == ["port"]
