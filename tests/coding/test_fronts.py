"""What one party to a fight tells of the other is its charge; who only watches informs."""

import pytest

from dateline.coding.fronts import fronts
from dateline.pipeline import Pipeline
from dateline.records import (
    Actor,
    Event,
    Evidence,
    Magnitude,
    Participant,
    Report,
    SentenceRef,
    Span,
)


def side(name: str, country: str | None, sectors: tuple[str, ...] = (), kind: str = "group"):
    return Participant(Actor(f"a-{name}", name, country=country, sectors=sectors, kind=kind), name, None)  # fmt: skip


PERU = side("Peru", "PER", (), "country")
ECUADOR = side("Ecuador", "ECU", (), "country")
PERU_ARMY = side("Peru's army", "PER", ("MIL",), "organisation")
ECUADOR_TROOPS = side("Ecuadorean troops", "ECU", ("MIL",))
POLICE = side("Peru's police", "PER", ("COP",), "organisation")
REBELS = side("rebels", "PER", ("REB",))
VILLAGE = side("a village", "PER", (), "place")
AREA = side("Transnistria", "MDA", ("PRE",), "organisation")
MOLDOVA = side("Moldova", "MDA", (), "country")


def event(actors, recipients=(), kind="ASSAULT", status="actual"):
    return Event(
        id="e", type=kind, modes=(), contexts=(), cameo=None, quad=4, goldstein=None, intensity=None, status=status,
        relevant=True, of=None, actors=tuple(actors), recipients=tuple(recipients), instruments=(), place=None,
        date=None, magnitude=Magnitude(), attribution=None, commitment=1.0,
        sentence=SentenceRef(0, "x", Span(0, 1)), trigger=Evidence("x", Span(0, 1)), confidence=0.8,
    )  # fmt: skip


SHELLING = event([ECUADOR_TROOPS])


@pytest.mark.parametrize(
    ("told", "speaker", "wanted"),
    [
        ([event([PERU, ECUADOR])], PERU, True),
        ([event([PERU], [ECUADOR], "ACCUSE")], PERU, True),
        ([event([ECUADOR], [VILLAGE])], PERU_ARMY, True),
        ([event([PERU, ECUADOR])], POLICE, False),
        ([event([PERU, ECUADOR])], None, False),
        ([event([PERU, ECUADOR], status="negated")], PERU, False),
        ([event([PERU, ECUADOR], kind="CONSULT")], PERU, False),
        ([event([PERU, ECUADOR])], ECUADOR, False),
        ([], PERU, False),
    ],
)
def test_who_is_across_the_line(told, speaker, wanted) -> None:
    assert fronts(told).across(SHELLING, speaker) is wanted


def test_an_army_and_the_rebels_of_its_country() -> None:
    assert fronts([]).across(event([REBELS]), PERU_ARMY)
    assert not fronts([]).across(event([REBELS]), POLICE)
    assert not fronts([]).across(event([REBELS], kind="MOBILIZE"), PERU_ARMY)


def test_an_area_of_disputed_standing_is_no_party_with_the_state() -> None:
    told = fronts([event([AREA, MOLDOVA])])
    assert told.across(event([MOLDOVA]), AREA)
    assert told.across(event([AREA]), MOLDOVA)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        (
            "Ecuador accused Peru of firing first. Ecuador said Peruvian aircraft had bombed a bridge.",
            "bombed",
            "alleged",
        ),
        (
            "Ecuador accused Peru of firing first. The UN mission said Peruvian aircraft had bombed a bridge.",
            "bombed",
            "actual",
        ),
        (
            "Ecuador accused Peru of firing first. Peru said its aircraft had bombed a bridge.",
            "bombed",
            "actual",
        ),
        ("The army said rebels had shelled the town of Goma.", "shelled", "alleged"),
        ("Doctors said rebels had shelled the town of Goma.", "shelled", "actual"),
        ("Rebels shelled the town of Goma, the army said.", "shelled", "alleged"),
    ],
)
def test_status_by_who_tells(pipeline: Pipeline, text: str, trigger: str, wanted: str) -> None:
    (record,) = pipeline.run([Report("r", "-", text, published="2021-05-04")])
    assert [e.status for e in record.events if e.trigger.text == trigger] == [wanted]
