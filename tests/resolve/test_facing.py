"""Nobody is given the country of the other side; forces of several nations are nobody's alone."""

import pytest
from helpers.parsed import parse_one

from dateline.knowledge.actors import ActorBase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.resolve.actors import resolve_actors
from dateline.resolve.places import PlaceResolver

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def known() -> tuple[PlaceResolver, ActorBase]:
    return PlaceResolver(Gazetteer.load()), ActorBase.load()


def country(known: tuple[PlaceResolver, ActorBase], text: str, word: str) -> str | None:
    parsed = parse_one(text)
    places, base = known
    cast = resolve_actors(parsed, places.resolve(parsed), base)
    (sentence,) = parsed.sentences
    head = next(t.i for t in sentence.tokens if t.text == word)
    (found,) = cast.at(0, head)
    return found.actor.country


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The foreign minister met the Kenyan president.", "minister", None),
        ("The prime minister accused Turkey of shelling villages.", "minister", None),
        ("Zandara's emir visited Turkey.", "emir", None),
        ("The minister is flying to Ankara on Sunday.", "minister", None),
        ("The minister met police in Ankara on Sunday.", "minister", "TUR"),
        ("Police arrested three Kenyan students.", "Police", "KEN"),
        ("Mali's army took the town of Masisi from rebels.", "rebels", "MLI"),
        ("A regional peacekeeping force entered Liberia.", "force", "IGO"),
        ("West African peacekeepers entered Liberia.", "peacekeepers", "IGO"),
        ("Kenyan peacekeepers entered Liberia.", "peacekeepers", "KEN"),
        ("Ghana began an offensive against ethnic Ewe rebels.", "rebels", "GHA"),
        ("Israel closed crossings in Gaza, a military spokesman announced.", "spokesman", "ISR"),
        (
            "Rebels shelled Juba, killing ten people, relief officials in Nairobi said.",
            "people",
            "SSD",
        ),
    ],
)
def test_country(
    known: tuple[PlaceResolver, ActorBase], text: str, word: str, code: str | None
) -> None:
    assert country(known, text, word) == code
