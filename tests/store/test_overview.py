"""The page in one go: the same answers as part by part, on both databases."""

import random

import pytest
from helpers.stored import SAMPLE, record

from dateline.store.query import ActorCount, EventQuery
from dateline.store.standing import Judgement
from dateline.store.store import Store

AHEAD = "2019-04-01"


def several(number: int, chance: random.Random) -> dict[str, object]:
    """A report with other days, sides and places, now and then two on one side."""
    made = record(number, published=f"2019-{chance.randint(1, 12):02}-10", title=f"Report {number}")
    people = [
        {**SAMPLE["actors"][0], "id": f"a-{n}", "name": f"Band {n}", "country": land, "wikidata": None, "text": "x", "span": [0, 1]}
        for n, land in ((1, "YEM"), (2, "YEM"), (3, "EGY"), (4, None))
    ]  # fmt: skip
    for event in made["events"]:
        event["actors"] = chance.sample(people, chance.randint(0, 2))
        event["recipients"] = chance.sample(people, chance.randint(0, 2))
        event["date"] = None if chance.random() < 0.5 else event["date"]
    return made


@pytest.fixture
def full(store: Store) -> Store:
    chance = random.Random(3)
    list(store.add_records([SAMPLE, *(several(n, chance) for n in range(2, 40))]))
    return store


QUESTIONS = (
    EventQuery(),
    EventQuery(countries=("YEM", "EGY")),
    EventQuery(countries=("EGY",), types=("ASSAULT", "AGREE")),
    EventQuery(actors=("band 1", "Band 3"), countries=("YEM",)),
    EventQuery(words="ship", since="2019-03-01", until="2019-09-01"),
    EventQuery(actors=("Band 4",), words="harbour", relevant_only=False),
    EventQuery(places=("Aden",), statuses=("actual", "planned")),
    EventQuery(actors=("nobody",)),
    EventQuery(words="ship", countries=("YEM", "EGY"), since="2019-02-01"),
    EventQuery(actors=("Band 1", "Band 2", "Band 3", "Band 4", "dockers"), types=("ASSAULT",)),
    EventQuery(actors=("Band 1", "Band 2", "band 1"), places=("Aden",), stored_since="2020"),
)


@pytest.mark.parametrize("wanted", QUESTIONS, ids=str)
@pytest.mark.parametrize("limit", [3, 100])
def test_one_page_is_its_parts(full: Store, wanted: EventQuery, limit: int) -> None:
    page = full.overview(wanted, ahead_from=AHEAD, limit=limit, actors=limit)
    assert page.events == full.events(wanted, limit=limit)
    assert page.days == full.days(wanted)
    assert page.actors == full.actors(wanted, limit=limit)
    assert page.claims == full.claims(wanted, limit=limit)
    assert all(e.ahead_day and e.ahead_day >= AHEAD for e in page.ahead)


@pytest.mark.parametrize("wanted", QUESTIONS, ids=str)
def test_counts_are_those_of_the_events(full: Store, wanted: EventQuery) -> None:
    events = full.events(wanted, limit=10_000)
    assert len({e.key for e in events}) == len(events)
    days: dict[str, int] = {}
    sides: dict[tuple[str, str | None], list[int]] = {}
    for event in events:
        if event.day:
            days[event.day] = days.get(event.day, 0) + 1
        for place, side in enumerate((event.actors, event.recipients)):
            for who in side:
                sides.setdefault((who.name.casefold(), who.country), [0, 0])[place] += 1
    assert {d.day: d.events for d in full.days(wanted)} == days
    found = full.actors(wanted, limit=1_000)
    assert {(a.name.casefold(), a.country): [a.as_actor, a.as_recipient] for a in found} == sides
    totals = [a.as_actor + a.as_recipient for a in found]
    assert totals == sorted(totals, reverse=True)
    assert found[:2] == full.actors(wanted, limit=2)


def test_more_is_wanted_than_a_statement_takes(full: Store) -> None:
    page = full.overview(EventQuery(), ahead_from=AHEAD, limit=50_000)
    assert page.events == full.events(EventQuery(), limit=50_000)


def test_what_has_no_day_comes_last(store: Store) -> None:
    undated = record(2, published=None)
    for event in undated["events"]:
        event["date"] = None
    list(store.add_records([SAMPLE, undated]))
    for wanted in (EventQuery(), EventQuery(countries=("YEM",))):
        page = store.overview(wanted, ahead_from=AHEAD)
        days = [event.day for event in page.events]
        assert None in days
        assert days == sorted(days, key=lambda day: day or "", reverse=True)
        assert page.events == store.events(wanted)
        assert all(day.day for day in page.days)


def test_a_correction_changes_the_counts(store: Store) -> None:
    key = store.add_record(SAMPLE).report.key
    assert ActorCount("Rebels", "YEM", 1, 0) in store.actors(EventQuery())
    store.correct(Judgement(key, "event", "reject", "Ana", "e-shelling"))
    assert "Rebels" not in [a.name for a in store.actors(EventQuery())]
    assert store.check().faults == ()
