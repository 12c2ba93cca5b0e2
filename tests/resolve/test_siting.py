"""Where acts took place, on sentences of our own."""

from functools import cache

import pytest
from helpers.parsed import parse_one

from dateline.records import Place
from dateline.resolve.places import PlaceResolver
from dateline.resolve.siting import place_for

pytestmark = pytest.mark.model


@cache
def resolver() -> PlaceResolver:
    return PlaceResolver()


def sited(text: str, word: str) -> Place | None:
    parsed = parse_one(text)
    places = resolver().resolve(parsed)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.text == word:
                found = place_for(sentence, token.i, places)
                if found is not None:
                    assert text[found.span.start : found.span.end] == found.text
                return found
    pytest.fail(f"no word {word!r}")


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        ("Troops loyal to the general captured the town of Gharyan, some 50 km south of Tripoli.", "captured", "Gharyan"),
        ("Rebels in Libya are marching on the capital, Tripoli.", "marching", "Tripoli"),
        ("The rebel soldiers began to retreat from the town of Sake in Congo.", "retreat", "Sake"),
        ("In Cairo, a bomb killed six people outside a church.", "killed", "Cairo"),
        ("Speaking in Paris, the minister said rebels had shelled the village of Binnish in Syria.", "shelled", "Binnish"),
        ("Moscow denied that its jets bombed a market in Idlib.", "bombed", "Idlib"),
        ("Libyan police arrested four men in Misrata, Libya.", "arrested", "Misrata"),
        ("They kept a week-long occupation of Bukavu in Congo.", "occupation", "Bukavu"),
        ("Dozens died in an air strike on Sanaa, officials in Riyadh said.", "died", "Sanaa"),
        ("Dozens died in an air strike on Sanaa, officials in Riyadh said.", "strike", "Sanaa"),
        ("Aleppo fell in December after Syrian troops stormed it.", "fell", "Aleppo"),
        ("Mosul was shelled for hours.", "shelled", "Mosul"),
        ("Gunmen attacked a convoy near Goma and killed two drivers in Congo.", "killed", "Goma"),
        ("They launched attacks on Saturday, taking the town of Sake which is close to Goma.", "taking", "Sake"),
        ("Fighting erupted in Kirkuk, where Kurdish fighters clashed with militias.", "clashed", "Kirkuk"),
        ("The two sides signed a deal in the Nigerian capital Abuja on May 5.", "signed", "Abuja"),
        ("Two bombs killed six police officers in Giza's Haram district.", "killed", "Giza"),
        ("Police fired tear gas at protesters in the Iranian city of Shiraz.", "fired", "Shiraz"),
        ("The blast in Kabul hit a school.", "hit", "Kabul"),
        ("Rebels held Sake. A shell killed two in the town's northern district.", "killed", "the town"),
        ("The United States sent 200 soldiers to Niger.", "sent", "Niger"),
        ("Russia said Ukraine had attacked Belgorod with drones.", "attacked", "Belgorod"),
    ],
)  # fmt: skip
def test_the_act_is_where_the_grammar_puts_it(text: str, act: str, place: str) -> None:
    found = sited(text, act)
    assert found is not None
    assert found.text == place


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Speaking in Paris, the minister said rebels had shelled a hospital.", "shelled"),
        ("Moscow denied the charge.", "denied"),
        ("Turkish police arrested two men.", "arrested"),
        ("Officials in Riyadh said that two soldiers were killed.", "killed"),
    ],
)
def test_no_place_is_made_up(text: str, act: str) -> None:
    assert sited(text, act) is None


@pytest.mark.parametrize(
    ("text", "act", "phrase", "near"),
    [
        ("The army shelled positions 50 km south of Tripoli.", "shelled", "50 km south of Tripoli", (32.44, 13.19)),
        ("A mine killed two about 20 miles north-west of Maiduguri.", "killed", "20 miles north-west of Maiduguri", (12.05, 12.95)),
    ],
)  # fmt: skip
def test_a_distance_gives_a_point(
    text: str, act: str, phrase: str, near: tuple[float, float]
) -> None:
    place = sited(text, act)
    assert place is not None
    assert (place.text, place.precision, place.geonameid) == (phrase, "near", None)
    assert place.relation is not None
    assert place.lat == pytest.approx(near[0], abs=0.02)
    assert place.lon == pytest.approx(near[1], abs=0.02)


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled positions several kilometres south of Tripoli.",
        "The army shelled positions 50 km from Tripoli.",
        "The army shelled positions 50 km south of Libya.",
    ],
)
def test_a_vague_distance_gives_no_point(text: str) -> None:
    place = sited(text, "shelled")
    assert place is None or place.relation is None


def test_the_capital_stands_for_the_one_the_report_means() -> None:
    found = sited(
        "Libya is tense. His forces, who hold Tripoli, will march on the capital next.", "march"
    )
    assert found is not None
    assert (found.name, found.text, found.use) == ("Tripoli", "the capital", "literal")


def test_the_town_stands_for_the_last_one_named() -> None:
    found = sited("Rebels entered Sake on Monday. They shot three men in the town.", "shot")
    assert found is not None
    assert (found.name, found.text) == ("Sake", "the town")


def test_a_position_outside_the_sentence_has_no_place() -> None:
    parsed = parse_one("Bombs fell on Kyiv.")
    assert place_for(parsed.sentences[0], 99, resolver().resolve(parsed)) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Envoys left Sake on Monday. Rebels shelled the town.", "Sake"),
        ("Envoys left Sake on Monday. Rebels shelled the town of Qwertal.", None),
        ("Envoys left Quito on Monday. Rebels shelled the village.", None),
        ("Envoys left Quito on Monday. Rebels shelled the city.", "Quito"),
        ("LIMA/QUITO - Rebels shelled the city on Monday.", None),
    ],
)
def test_what_the_town_takes_up(text: str, place: str | None) -> None:
    found = sited(text, "shelled")
    assert (found.name if found else None) == place
