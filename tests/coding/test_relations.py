"""Status and attribution of relations; the patterns are in test_relations_examples.py."""

import pytest
from helpers.casts import SmallCast

from dateline.coding.claims import find_claims
from dateline.coding.relation_checks import fitting_kind
from dateline.coding.relation_parts import Tie
from dateline.coding.relations import find_relations
from dateline.records import Actor, Participant, Place, Relation, Span

pytestmark = pytest.mark.model


def relations(text: str) -> tuple[Relation, ...]:
    from helpers.parsed import parse_one

    parsed = parse_one(text)
    cast = SmallCast(parsed)
    return find_relations(parsed, cast, (), find_claims(parsed, cast, ()))


def brief(text: str) -> list[tuple[str, str, str, str]]:
    found = []
    for r in relations(text):
        other = r.object.actor.name if isinstance(r.object, Participant) else r.object.text
        found.append((r.kind, r.subject.actor.name, other, r.status))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya backs the militia.", "actual"),
        ("Kenya does not back the militia.", "negated"),
        ("Kenya has denied backing the militia.", "denied"),
        ("Kenya said that it does not back the militia.", "denied"),
        ("Uganda accused Kenya of backing the militia.", "alleged"),
    ],
)
def test_status(text, wanted):
    found = [r for r in brief(text) if r[0] == "backs"]
    assert [(r[1], r[3]) for r in found] == [("Kenya", wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya could back the militia.",
        "Asked if Kenya backs the militia, he left.",
        "Kenya considered backing the militia.",
        "Does Kenya back the militia?",
        "Kenya promised to back the militia.",
        "Striker Paul Otieno backs the plan.",
        "The coach said Kenya would fight hard.",
    ],
)
def test_what_is_open_is_no_relation(text):
    assert [r for r in brief(text) if r[0] in {"backs", "opposes"}] == []


def test_former_leader_is_history():
    assert ("leads", "Paul Otieno", "union", "historical") in brief(
        "Former union leader Paul Otieno was arrested."
    )


def test_deputy_leads_nothing():
    assert brief("Deputy union leader Paul Otieno was arrested.") == []


def test_attributed_to_the_claim_it_stands_in():
    (relation,) = (
        r for r in relations("The ministry said Kenya backs the militia.") if r.kind == "backs"
    )
    assert relation.attribution is not None
    assert relation.attribution.speaker is not None
    assert relation.attribution.speaker.text == "The ministry"


def test_said_twice_is_one_relation():
    found = brief("Kenya backs the militia. Kenya backs the militia.")
    assert found == [("backs", "Kenya", "militia", "actual")]


def test_the_capital_is_the_place_the_report_names():
    text = "Crowds filled the capital, Lusaka. The capital is the seat of the council."
    assert ("based_in", "council", "Lusaka", "actual") in brief(text)


def test_span_covers_both_sides_and_the_word():
    text = "General Paul Otieno, who runs the militia, fled."
    (relation,) = (r for r in relations(text) if r.kind == "leads")
    assert text[relation.span.start : relation.span.end] == "Otieno, who runs the militia"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Opposition leader Anna Berg of Uganda was arrested.", ("leads", "Anna Berg", "Uganda")),
        ("Senate Majority Leader Tom Hale spoke.", ("leads", "Tom Hale", "Senate")),
        ("Kenya's eastern commander Paul Otieno left.", ("leads", "Paul Otieno", "Kenya")),
        ("The rise in households led by Anna Berg is small.", ("leads", "Anna Berg", "households")),
        ("The Nairobi-based president spoke.", ("based_in", "president", "Nairobi")),
    ],
)
def test_no_such_relation(text, wanted):
    assert wanted not in [found[:3] for found in brief(text)]


@pytest.mark.parametrize(("kind", "wanted"), [("organisation", "controls"), ("person", "leads")])
def test_body_that_runs_a_place_controls_it(kind, wanted):
    from helpers.parsed import parse_one

    parsed = parse_one("Ode runs Nairobi.")
    tie = Tie(parsed.sentences[0], "leads", (0,), (2,), 1, 1, "body", form="verb")
    ruler = Participant(Actor("a-1", "Ode", kind=kind), "Ode", Span(0, 3))
    assert fitting_kind(tie, ruler, Place("Nairobi", Span(9, 16), name="Nairobi")) == wanted


def test_state_that_was_is_history():
    found = brief("General Paul Otieno, who led the militia, fled.")
    assert [f[3] for f in found if f[0] == "leads"] == ["historical"]


def test_rival_and_ally():
    assert "opposes" in {f[0] for f in brief("The militia, a rival of the army, left the town.")}
    assert ("backs", "Kenya", "Uganda", "actual") in brief("Kenya, an ally of Uganda, sent troops.")


def test_secretary_general_leads():
    found = brief("Paul Otieno, secretary-general of the union, spoke.")
    assert ("leads", "Paul Otieno", "union", "actual") in found


def test_game_gives_no_relation():
    text = "Union president Paul Otieno praised the goalkeeper after the 2-1 win in the cup final."
    assert brief(text) == []
