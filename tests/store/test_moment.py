"""What a situation's page reads is the same on both databases."""

from datetime import UTC, datetime

from situations.made import WAR, war

from dateline.formats.brief_json import brief_dict
from dateline.records.situation import Situation
from dateline.situations.brief import make_brief
from dateline.situations.keeping import keep
from dateline.store.query import EventQuery
from dateline.store.standing import Judgement
from dateline.store.store import Store
from dateline.store.told import Asked

NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)


def test_the_whole_page(store: Store) -> None:
    list(store.add_records(war(n, f"{WAR} Number {n}.") for n in range(1, 4)))
    store.correct(Judgement(2, "event", "reject", "Ana", "e-taking"))
    for merged in (False, True):
        if merged:
            keep(store)
        for asked in (
            Situation("s", countries=("YEM", "OMN")),
            Situation("s", words="harbour", since="2026-01-01", until="2026-12-31"),
            Situation("s", actors=("rebels", "Q842"), types=("ASSAULT", "AGREE")),
        ):
            brief = make_brief(store, asked, now=NOW, since="2020-01-01")
            assert dict(brief.types) == (
                {"ASSAULT": 2, "AGREE": 1} if merged else {"ASSAULT": 5, "AGREE": 3}
            )
            assert (brief.reports, brief.reviewed, len(brief.new)) == (
                3,
                1,
                sum(n for _, n in brief.types),
            )
            assert {(r.kind, r.object) for r in brief.control} == {
                ("took", "Mocha"),
                ("controls", "Taiz"),
            }
            assert [c.act for c in brief.claims] == ["deny"]
            assert {a.day for a in brief.ahead} == {"2026-04"}
            assert [(p.site.name, len(p.incidents)) for p in brief.points] == [
                ("Mocha", 2 if merged else 5)
            ]
            assert {r["id"] for r in brief_dict(brief)["reports"]} == {"own-1", "own-2", "own-3"}


def test_an_incident_counts_once_for_its_actors(store: Store) -> None:
    list(store.add_records(war(n, f"{WAR} Number {n}.") for n in range(1, 4)))
    keep(store)
    brief = make_brief(store, Situation("s"), now=NOW)
    assert [(a.party.name, a.did, a.received) for a in brief.actors] == [
        ("Rebels", 2, 0),
        ("Oman", 1, 0),
    ]
    shelling = next(i for i in brief.incidents if i.first_day == "2026-03-02")
    assert len({t.cite.source.key for t in shelling.told}) == 3
    assert [(d.day, d.incidents) for d in brief.curve.days] == [
        ("2026-03-02", 1),
        ("2026-03-03", 0),
        ("2026-03-04", 1),
    ]


def test_names_that_are_there(store: Store) -> None:
    store.add_record(war())
    rebels = (store.record(1) or {})["events"][0]["actors"][0]
    some = war(2, f"{WAR} Two.") | {
        "actors": [{**rebels, "mentions": []}],
        "places": [{**war()["events"][0]["place"]}],
    }
    store.add_record(some)
    with store.moment() as moment:
        assert moment.has_actor("REBELS")
        assert not moment.has_actor("reb")
        assert moment.names_with("reb") == ("Rebels",)
        assert moment.names_with("r_b") == ()
        assert moment.has_place("mocha")
        assert moment.places_with("och") == ("Mocha",)
        assert moment.items_of("Rebels") == ()


def test_standing_facts_by_names_countries_days_words(store: Store) -> None:
    store.add_record(war())
    with store.moment() as moment:

        def found(asked: Asked, wanted: EventQuery | None = None) -> int:
            return len(moment.relations(["controls"], asked, wanted))

        assert found(Asked()) == found(Asked(("ARMY",))) == found(Asked(("taiz",), ("YEM",))) == 1
        assert found(Asked(("Mocha",))) == found(Asked((), ("OMN",))) == 0
        assert found(Asked(since="2026-03-05", until="2026-03-05", words="harbour")) == 1
        assert found(Asked(since="2026-03-06")) == found(Asked(words="nowhere")) == 0
        assert found(Asked(), EventQuery()) == 1
        assert found(Asked(), EventQuery(types=("PROTEST",))) == 0
