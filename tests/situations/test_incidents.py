"""Many records in, incidents out."""

import random
from typing import Any

from helpers.reports import ARMY, LONG, act, corpus, record, shelling

from dateline.records import Incident
from dateline.situations.incidents import merge
from dateline.situations.prints import outlet_of


def the_shelling(records: list[dict[str, Any]]) -> Incident:
    """The incident told by most."""
    return max(merge(records), key=lambda i: len(i.told))


def test_an_act_told_by_two_outlets_is_one_incident() -> None:
    found = the_shelling([shelling("post", killed=[12, 12]), shelling("gazette", killed=[15, 15])])
    assert len(found.told) == 2
    assert found.outlets == 2
    assert found.figures["killed"] == (12, 15)
    assert [(d.kind, d.says) for d in found.disputes] == [("counts", "killed: 12 and 15")]
    assert found.bonds[0].reasons
    assert set(found.main) == {0, 1}


def test_an_open_figure_stays_open() -> None:
    found = the_shelling(
        [shelling("post", killed=[15, None]), shelling("gazette", killed=[12, 12])]
    )
    assert found.figures["killed"] == (12, None)


def test_a_denial_is_a_dispute_and_no_second_incident() -> None:
    denied = shelling("gazette", status="denied", speaker="the rebels")
    found = the_shelling([shelling("post"), denied])
    assert found.status == "actual"
    assert [(d.kind, d.says) for d in found.disputes] == [("denied", "denied by the rebels")]


def test_two_doers_of_one_act_are_a_dispute() -> None:
    words = "Rebels shelled the harbour of Aden on Friday. " + LONG
    records = [
        shelling("post", words=words),
        shelling("gazette", words=words.replace("Rebels", "Troops"), by=[ARMY]),
    ]
    found = the_shelling(records)
    assert [d.says for d in found.disputes if d.kind == "actor"] == ["by Yemen or by rebels"]


def test_copies_of_one_text_are_one_voice() -> None:
    words = f"Rebels shelled the harbour of Aden on Friday. {LONG}"
    copied = [shelling(name, words=words) for name in ("post", "gazette", "herald")]
    found = the_shelling([*copied, shelling("courier")])
    assert len(found.sources) == 4
    assert found.outlets == 2
    assert sum(s.copy_of is not None for s in found.sources) == 2


def test_a_quarter_of_a_text_is_no_copy() -> None:
    records = [shelling("post", words=f"Rebels shelled Aden. {LONG}"), shelling("gazette")]
    assert all(s.copy_of is None for s in the_shelling(records).sources)


def test_every_event_is_in_exactly_one_incident() -> None:
    records = corpus(random.Random(3))
    told = [(t.cite.source.key, t.cite.event) for i in merge(records) for t in i.told]
    assert sorted(told) == sorted((n, e["id"]) for n, r in enumerate(records) for e in r["events"])


def test_quotes_are_the_words_at_their_spans() -> None:
    records = [record("post", [act(f"Rebels shelled Aden. {LONG} " * 3, "shelled", by=["rebels"])])]
    for incident in merge(records):
        for told in incident.told:
            text = records[told.cite.source.key]["report"]["text"]
            assert told.cite.quote == text[told.cite.span.start : told.cite.span.end]
            assert "shelled" in told.cite.quote
            assert len(told.cite.quote) <= 280


def test_the_order_of_arrival_changes_nothing() -> None:
    records = corpus(random.Random(5))
    wanted = _shape(merge(records), records)
    for seed in range(8):
        mixed = records[:]
        random.Random(seed).shuffle(mixed)
        assert _shape(merge(mixed), mixed) == wanted


def test_reports_without_any_act_are_one_matter_by_their_words() -> None:
    one, other = record("post", [], more=LONG), record("gazette", [], more=LONG + " Rain fell.")
    (found,) = merge([one, other])
    assert found.type is None
    assert [s.publisher for s in found.also] == ["post", "gazette"]


def test_nothing_in_nothing_out() -> None:
    assert merge([]) == ()
    assert merge([record("post", [])]) == ()


def _shape(found: tuple[Incident, ...], records: list[dict[str, Any]]) -> set[Any]:
    def ident(key: int) -> str:
        return str(records[key]["report"]["id"])

    return {
        (
            i.id, i.status, i.first_day, i.outlets, tuple(sorted(ident(k) for k in i.main)),
            tuple(t.cite.event for t in i.told), tuple(sorted(i.figures.items())),
            tuple(d.says for d in i.disputes),
        )
        for i in found
    }  # fmt: skip


def test_whose_voice_a_report_is() -> None:
    line = {"agency": "Northern Wire", "place": None, "date": None, "end": 0}
    own = {"id": "r-0123456789ab", "input": "/somewhere/page.html"}
    assert outlet_of({**own, "dateline": line, "publisher": "The Post"}) == "northern wire"
    assert outlet_of({**own, "publisher": "The  Post"}) == "the post"
    assert outlet_of({**own, "url": "https://www.post.example/1"}) == "post.example"
    assert outlet_of({**own, "url": "http://[bad"}) == "page.html"
    assert outlet_of({"id": "7", "input": "lines.jsonl:7"}) == "report 7"
