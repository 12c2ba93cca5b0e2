"""The page about a situation, from a store with records made by hand."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from situations.made import WAR, actor, claim, days, event, evidence, place, record, war

from dateline.formats.brief_json import brief_line
from dateline.records import Citation
from dateline.records.situation import Brief, Situation
from dateline.situations.brief import INCIDENTS, make_brief, situation_curve
from dateline.store.standing import Judgement
from dateline.store.store import Store

NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)
YEMEN = Situation("Yemen", countries=("YEM", "OMN"))


def cites(found: Any) -> Iterator[Citation]:
    """Every citation anywhere on a page."""
    if isinstance(found, Citation):
        yield found
    elif isinstance(found, tuple):
        for part in found:
            yield from cites(part)
    elif hasattr(found, "__dataclass_fields__"):
        for name in found.__dataclass_fields__:
            yield from cites(getattr(found, name))


def page(store: Store, situation: Situation = YEMEN, **more: Any) -> Brief:
    return make_brief(store, situation, now=NOW, **more)


def test_an_empty_store_has_an_empty_page(store: Store) -> None:
    brief = page(store)
    assert (brief.incidents, brief.claims, brief.curve.days, brief.reports) == ((), (), (), 0)
    assert brief.first_day is None
    json.loads(brief_line(brief))


def test_a_page_has_everything(store: Store) -> None:
    store.add_record(war())
    brief = page(store)
    told = [(i.type, i.status, i.first_day) for i in brief.incidents]
    assert told == [
        ("ASSAULT", "actual", "2026-03-02"), ("ASSAULT", "actual", "2026-03-04"), ("AGREE", "actual", None),
    ]  # fmt: skip
    assert brief.types == (("ASSAULT", 2), ("AGREE", 1))
    assert (brief.reports, brief.outlets, brief.reviewed, brief.left_out) == (1, 1, 0, 0)
    assert (brief.first_day, brief.last_day) == ("2026-03-02", "2026-03-04")
    assert [(a.party.name, a.did, a.received) for a in brief.actors] == [
        ("Rebels", 2, 0),
        ("Oman", 1, 0),
    ]
    assert [(a.day, a.type, a.incident.type) for a in brief.ahead] == [
        ("2026-04", "CONSULT", "AGREE")
    ]
    assert [(c.speaker, c.act, c.cite.status, c.about) for c in brief.claims] == [
        ("Rebels", "deny", "denied", ())
    ]
    assert [(p.site.name, len(p.incidents)) for p in brief.points] == [("Mocha", 2)]
    assert brief.unplaced == (("", 1),)
    assert [(d.day, d.intensity) for d in brief.curve.days] == [
        ("2026-03-02", -9.0),
        ("2026-03-03", 0.0),
        ("2026-03-04", -9.0),
    ]
    assert brief.curve.undated == 1
    assert brief.incidents[0].figures == {"killed": (12, None)}
    json.loads(brief_line(brief))


def test_who_holds_what_is_what_a_report_says(store: Store) -> None:
    store.add_record(war())
    lines = {
        (r.kind, r.subject, r.object, r.status, r.speaker, r.since) for r in page(store).control
    }
    assert lines == {
        ("took", "Rebels", "Mocha", "actual", None, "2026-03-05"),
        ("controls", "army", "Taiz", "actual", "governor", "2026-03-05"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels captured the airport of Mocha.",
        "The rebels captured soldiers near Mocha.",
        "The rebels captured two villages outside the city of Mocha.",
        "The rebels captured a general, Mocha residents said.",
    ],
)
def test_what_took_no_town_is_no_taking(store: Store, sentence: str) -> None:
    made = event(
        "e-1",
        sentence,
        sentence,
        "captured",
        actors=[actor(sentence, "rebels")],
        place=place(sentence, "Mocha"),
    )
    store.add_record(
        record(1, sentence, events=[made | {"why": {"entries": ["assault.capture.v.2"]}}])
    )
    assert page(store).control == ()


@pytest.mark.parametrize(
    "sentence",
    ["The rebels captured Mocha.", "The rebels captured the strategic port city of Mocha.", "Mocha was captured by the rebels."],
)  # fmt: skip
def test_a_town_that_was_taken(store: Store, sentence: str) -> None:
    made = event(
        "e-1",
        sentence,
        sentence,
        "captured",
        actors=[actor(sentence, "rebels")],
        place=place(sentence, "Mocha"),
    )
    store.add_record(record(1, sentence, events=[made]))
    assert page(store).control == ()  # no entry of the lexicon said so
    store.add_record(record(1, sentence, events=[made | {"why": {"entries": ["assault.capture.v.2"]}}]) | {
        "report": record(1, sentence)["report"] | {"coder": {"dateline": "0.2.0", "parser": "p", "lexicon": "l", "models": []}}
    })  # fmt: skip
    assert [(r.kind, r.object) for r in page(store).control] == [("took", "Mocha")]


def test_every_quote_is_the_text_at_its_span(store: Store) -> None:
    """With blanks, line ends and long sentences before the words, and letters that take two places elsewhere."""
    chance = random.Random(2)
    texts = {}
    for number in range(1, 30):
        some = [
            "\U0001f600 A line.\n\n" * chance.randrange(3),
            "Many words stand here, " * chance.randrange(30),
        ]
        chance.shuffle(some)
        text = "".join(some) + WAR + " " + "And more." * chance.randrange(40)
        texts[f"own-{number}"] = text
        store.add_record(war(number, text))
    found = list(cites(page(store)))
    assert len(found) > 100
    for cite in found:
        assert cite.quote == texts[cite.source.id][slice(*cite.span)]
        assert 0 < len(cite.quote) <= 300


def test_a_sentence_that_is_not_in_the_text_is_not_quoted(store: Store) -> None:
    made = war()
    made["claims"][0]["sentence"]["text"] = "Words that a person put there."
    made["relations"][0]["sentence"]["text"] = "And others."
    store.add_record(made)
    brief = page(store)
    for cite in cites((brief.claims, brief.control)):
        assert cite.quote in WAR
        assert cite.quote


def test_the_report_day_is_no_day_of_an_act(store: Store) -> None:
    text = "Rebels shelled Mocha. Rebels shelled Mocha again in March. Rebels will shell Mocha on Friday."
    some = [
        event(f"e-{n}", text, text, "shelled", actors=[actor(text, "Rebels")], date=date)
        for n, date in enumerate([None, days("2026-03-01", "2026-03-31"), days("2026-03-06"), days("2026-03-04", "2026-03-05")])
    ]  # fmt: skip
    store.add_record(record(1, text, published="2026-03-05", events=some))
    curve = situation_curve(store, YEMEN, now=NOW)
    assert [(d.day, d.incidents) for d in curve.days] == [("2026-03-04", 1)]
    assert curve.undated == 3


def test_what_is_new_goes_by_when_it_came(store: Store) -> None:
    store.add_record(war(1))
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    other = "Rebels shelled Taiz years ago."
    store.add_record(record(2, other, "2020-01-01", events=[
        event("e-old", other, other, "shelled", actors=[actor(other, "Rebels")], date=days("2019-01-01")),
    ]))  # fmt: skip
    brief = page(store, since=moment)
    by_id = {i.id: i for i in brief.incidents}
    assert [by_id[i].told[0].cite.event for i in brief.new] == ["e-old"]
    assert brief.new_since == moment
    assert page(store).new_since is None
    store.add_situation(YEMEN)
    store.looked("Yemen", moment)
    assert page(store, store.situation("Yemen")).new == brief.new


def test_what_is_new_is_shown_where_there_is_too_much(store: Store) -> None:
    text, some = "Rebels shelled Mocha.", []
    for n in range(INCIDENTS + 20):
        made = event(
            f"e-{n}",
            text,
            text,
            "shelled",
            actors=[actor(text, "Rebels")],
            date=days(f"2025-{n % 9 + 1:02d}-11"),
        )
        some.append(record(n, f"{text} Number {n}.", f"2025-12-{n % 28 + 1:02d}", events=[made]))
    list(store.add_records(some))
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    store.add_record(record(900, f"{text} Long ago.", "2025-12-30", events=[
        event("e-old", text, text, "shelled", actors=[actor(text, "Rebels")], date=days("2024-01-01")),
    ]))  # fmt: skip
    brief = page(store, since=moment)
    assert len(brief.incidents) == INCIDENTS
    assert brief.left_out == 21
    assert brief.incidents[0].told[0].cite.event == "e-old"
    assert sum(n for _, n in brief.types) == INCIDENTS + 21
    shown = [i.first_day for i in brief.incidents]
    assert shown == sorted(shown)  # type: ignore[type-var]


def test_a_correction_is_shown(store: Store) -> None:
    store.add_record(war())
    shelling = next(e for e in (store.record(1) or {})["events"] if e["id"] == "e-shelling")
    store.correct(
        Judgement(1, "event", "replace", "Ana", "e-shelling", shelling | {"type": "COERCE"})
    )
    store.correct(Judgement(1, "event", "reject", "Ana", "e-taking"))
    brief = page(store)
    assert brief.types == (("AGREE", 1), ("COERCE", 1))
    assert brief.reviewed == 2
    by_type = {i.type: i for i in brief.incidents}
    assert by_type["COERCE"].told[0].cite.by_person
    assert not by_type["AGREE"].told[0].cite.by_person
    assert [r.kind for r in brief.control] == ["controls"]


def test_an_event_that_a_person_added_without_a_span(store: Store) -> None:
    store.add_record(war())
    added = {
        "type": "PROTEST",
        "status": "actual",
        "trigger": {"text": "march"},
        "actors": [],
        "intensity": -5.0,
    }
    added |= {
        "place": {"name": "Mocha", "country": "YEM", "precision": "exact", "lat": 1.0, "lon": 2.0}
    }
    added |= {"date": {"start": "soon", "end": None}}
    store.correct(Judgement(1, "event", "add", "Ana", json=added))
    brief = page(store)
    (mine,) = (i for i in brief.incidents if i.type == "PROTEST")
    assert mine.told[0].cite.by_person
    assert brief.curve.undated == 2


@pytest.mark.parametrize(
    ("situation", "types"),
    [
        (Situation("s", types=("AGREE",)), {"AGREE"}),
        (Situation("s", actors=("rebels",)), {"ASSAULT"}),
        (Situation("s", actors=("Q842",)), {"AGREE"}),
        (Situation("s", places=("mocha",)), {"ASSAULT"}),
        (Situation("s", words="harbour"), {"ASSAULT", "AGREE"}),
        (Situation("s", words="nowhere"), set()),
        (Situation("s", until="2026-03-01"), set()),
        (Situation("s", actors=("rebels",), types=("AGREE",)), set()),
        (Situation("s"), {"ASSAULT", "AGREE"}),
    ],
    ids=range(9),
)
def test_a_question_is_asked_as_it_was_put(
    store: Store, situation: Situation, types: set[str]
) -> None:
    store.add_record(war())
    assert {name for name, _ in page(store, situation).types} == types


def test_dates_ahead_go_by_the_day_of_asking(store: Store) -> None:
    store.add_record(war())
    late = datetime(2026, 4, 2, tzinfo=UTC)
    assert make_brief(store, YEMEN, now=late).ahead == ()
    over = Situation("s", countries=("OMN",), until="2026-03-06")
    assert page(store, over).ahead == ()
    assert len(page(store, Situation("s", countries=("OMN",), until="2026-03-07")).ahead) == 1


def test_a_copy_repeats_no_claim(store: Store) -> None:
    store.add_record(war(1))
    store.add_record(war(2, WAR + " Printed again."))
    assert [(c.speaker, c.act, c.cite.source.id) for c in page(store).claims] == [
        ("Rebels", "deny", "own-1")
    ]
    assert [r.kind for r in page(store).control] == ["took", "controls"]
    (_, held) = page(store).control
    assert [c.source.id for c in held.cites] == ["own-1", "own-2"]


def test_claims_of_an_actor_are_there_without_an_act(store: Store) -> None:
    text = "The rebels denied the report."
    said = claim("c-1", text, text, "denied", "deny", "the report")
    lone = record(1, text, claims=[said]) | {"actors": [{**said["speaker"], "mentions": []}]}
    store.add_record(lone)
    (line,) = page(store, Situation("s", actors=("Rebels",))).claims
    assert (line.cite.status, line.cite.quote) == ("denied", text)
    assert page(store).claims == ()


def test_the_same_bytes_whatever_the_order(store: Store, tmp_path: Any) -> None:
    made = [war(n, WAR + f" Number {n}.") for n in range(1, 6)]
    for one in made:
        store.add_record(one)
    lines = []
    with Store(str(tmp_path / "other.sqlite")) as other:
        for one in reversed(made):
            other.add_record(one)
        for some in (store, other):
            brief = page(some)
            lines.append(
                [(i.id, i.type, i.first_day) for i in sorted(brief.incidents, key=lambda i: i.id)]
            )
            lines.append([brief.types, brief.points, brief.unplaced, brief.curve])
    assert lines[:2] == lines[2:]
    assert brief_line(page(store)) == brief_line(page(store))


def test_evidence_is_where_it_says() -> None:
    assert evidence("ab ab", "ab")["span"] == [0, 2]
