"""Questions by columns and by words, the same on both databases."""

import pytest
from helpers.stored import SAMPLE, record

from dateline.errors import UsageError
from dateline.store.query import EventQuery
from dateline.store.store import Store

EVERY = ("actual", "denied", "planned", "historical")


@pytest.fixture
def store(store: Store) -> Store:
    other = record(2, published="2019-06-01", title="Second thoughts")
    other["events"][0]["place"] |= {"name": "M\u00e1laga", "country": "ESP"}
    other["events"][0]["date"] |= {"start": "2019-05-30", "end": "2019-06-03"}
    other["report"]["text"] = (
        "The dockers\u2019 strike in M\u00e1laga went on; al-Jadida was quiet."
    )
    list(store.add_records([SAMPLE, other]))
    return store


def ids(store: Store, **wanted: object) -> list[tuple[int, str]]:
    return [(e.report, e.id) for e in store.events(EventQuery(**wanted))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [(2, "e-shelling"), (2, "e-promise"), (1, "e-shelling"), (1, "e-promise")]),
        ({"actors": ("REBELS",)}, [(2, "e-shelling"), (1, "e-shelling")]),
        ({"actors": ("Q79",)}, [(2, "e-promise"), (1, "e-promise")]),
        ({"countries": ("ESP",)}, [(2, "e-shelling")]),
        ({"countries": ("EGY", "ESP")}, [(2, "e-shelling"), (2, "e-promise"), (1, "e-promise")]),
        ({"places": ("malaga",)}, [(2, "e-shelling")]),
        ({"types": ("AGREE",)}, [(2, "e-promise"), (1, "e-promise")]),
        ({"until": "2019-04-30"}, [(1, "e-shelling"), (1, "e-promise")]),
        ({"since": "2019-06-02"}, [(2, "e-shelling")]),
        ({"since": "2019-06-04"}, []),
        ({"words": "strike"}, [(2, "e-shelling"), (2, "e-promise")]),
        ({"statuses": ("denied",)}, [(2, "e-denied"), (1, "e-denied")]),
        ({"stored_since": "9999"}, []),
        ({"types": ("AGREE",), "countries": ("ESP",)}, []),
    ],
    ids=str,
)
def test_events(store: Store, wanted: dict[str, object], found: list[tuple[int, str]]) -> None:
    assert sorted(ids(store, **wanted)) == sorted(found)


def test_an_event_has_its_columns(store: Store) -> None:
    (event,) = store.events(EventQuery(until="2019-04-30", types=("ASSAULT",)))
    assert event.modes == ("heavy-weapons",)
    assert (event.day, event.place, event.place_country) == ("2019-04-05", "Aden", "YEM")
    assert event.figures == {"killed": (12, None)}
    assert [(a.name, a.inferred) for a in event.recipients] == [("dockers", True)]
    assert SAMPLE["report"]["text"][slice(*event.span or ())] == "shelled"
    assert event.speaker == "mayor of Aden"


def test_the_newest_day_comes_first_and_no_more_than_asked(store: Store) -> None:
    days = [e.day or "" for e in store.events(EventQuery(statuses=EVERY))]
    assert days == sorted(days, reverse=True)
    assert len(store.events(EventQuery(), limit=2)) == 2


def test_days_actors_ahead(store: Store) -> None:
    found = store.days(EventQuery())
    assert [(d.day, d.events) for d in found] == [
        ("2019-04-05", 2), ("2019-05-30", 1), ("2019-06-01", 1),
    ]  # fmt: skip
    assert found[0].intensity == pytest.approx(-9.0 + 2.5)
    counted = [(a.name, a.as_actor, a.as_recipient) for a in store.actors(EventQuery())]
    assert counted == [("dockers", 0, 2), ("Egypt", 2, 0), ("Rebels", 2, 0)]
    ahead = store.ahead(EventQuery(until="2019-04-30"), "2019-04-06")
    assert [(e.type, e.ahead_type, e.ahead_day) for e in ahead] == [("AGREE", "AID", "2019-04-09")]
    assert not store.ahead(EventQuery(), "2019-04-10")


def test_claims_and_relations(store: Store) -> None:
    found = store.claims(EventQuery(statuses=("denied",), until="2019-04-30"))
    assert [(c.act, c.speaker, c.direct, c.events) for c in found] == [
        ("deny", "Rebels", True, (("e-denied", None),))
    ]
    (mine, *_) = store.claims(EventQuery(until="2019-04-30"))
    assert mine.events == (("e-shelling", "affirms"),)
    based = store.relations(["based_in"], ["ADEN"])
    assert [(r.report, r.subject, r.object, r.of_place) for r in based] == [
        (2, "Rebels", "Aden", True), (1, "Rebels", "Aden", True),
    ]  # fmt: skip
    assert not store.relations(["controls"], ["ADEN"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("strikes", {2}),
        ("MALAGA", {2}),
        ("docker", {1, 2}),
        ("docker -malaga", {1}),
        ("harbour shelled", {1}),
        ('"the harbour of Aden"', {1}),
        ('"Aden of harbour"', set()),
        ("al-Jadida", {2}),
        ("the", {1, 2}),
        ("thoughts", {2}),
        ('unfinished "phrase', set()),
        ("harbour AND NOT * ( ' \\ :", set()),
        ("ship:* & |", {1}),
    ],
)
def test_search(store: Store, words: str, found: set[int]) -> None:
    assert {f.report for f in store.search(words)} == found


def test_a_title_counts_more_than_the_text(store: Store) -> None:
    store.add_report(record(3, title="Nothing", text="A second of silence, one of many.")["report"])
    assert [f.report for f in store.search("second")] == [2, 3]


def test_what_a_search_shows(store: Store) -> None:
    (hit,) = store.search("strike")
    assert (hit.title, hit.published, hit.publisher) == (
        "Second thoughts", "2019-06-01", "The Harbour Times",
    )  # fmt: skip
    assert hit.address == "https://harbour.example/2"
    assert "strike in M\u00e1laga" in hit.excerpt


@pytest.mark.parametrize("words", ["", "- -", '""', "-strike"])
def test_nothing_to_look_for(store: Store, words: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        store.search(words)
