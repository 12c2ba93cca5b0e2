"""Tensions inside one report: each kind, and its near misses."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

PEACE = (
    "The general urged his men to enter the port of Sabra peacefully. The dockers' militia vowed to fight the general. "
    '"We are at war," the militia said.'
)
COUNTS = (
    "Gunmen attacked a market in Kano on Monday, killing 12 people, police said. "
    "A hospital doctor said that gunmen had killed 19 people at the market in Kano on Monday."
)
TRUCE = "The Sudanese army said it was observing the ceasefire. The army shelled the market of Omdurman on Tuesday, residents said."
SEAT = "The unity government, based in Aden, called for help. Militias control Aden."
CALM = "The governor said the town was calm. Residents reported heavy gunfire in the town through the night."


@pytest.mark.parametrize(
    ("text", "entry", "sides"),
    [
        (PEACE, "words.peaceful_war", [("peacefully", "general"), ("at war", "militia")]),
        (COUNTS, "counts.killed", [("12", "police"), ("19", "doctor")]),
        (TRUCE, "ceasefire.attack", [("observing", "Sudanese army"), ("shelled", "residents")]),
        (SEAT, "control.seat", [("based in Aden", None), ("control Aden", None)]),
        (
            CALM,
            "words.calm_fighting",
            [("town was calm", "governor"), ("heavy gunfire", "Residents")],
        ),
    ],
)
def test_found(
    code: Callable[..., dict[str, Any]], text: str, entry: str, sides: list[tuple[str, str | None]]
) -> None:
    (found,) = code(text)["tensions"]
    assert found["entry"] == entry
    for side, (words, who) in zip(found["sides"], sides, strict=True):
        assert words in side["text"]
        assert side["text"] == text[slice(*side["span"])]
        assert (who in side["by"]["name"]) if who else side["by"] is None


@pytest.mark.parametrize(
    "text",
    [
        # words: the report's own voice, another matter, another time, turned round
        "The demonstrators marched peacefully. In 1990 the two countries were at war.",
        "Mali's president said the election had ended peacefully. Norway declared war on plastic, its environment minister said.",
        "The governor said calm had returned after heavy fighting in the town.",
        PEACE.replace("peacefully", "but not peacefully").replace(
            "to enter the port of Sabra but", "to act"
        ),
        # counts: other people, another place, figures that go together, one voice
        "Police said 12 soldiers were killed in an attack on a base in Diffa on Monday. A doctor said 3 civilians were killed in the attack in Diffa on Monday.",
        "Gunmen attacked a market in Kano on Monday, killing 12 people, police said. Gunmen killed 3 people in Jos on Sunday, a doctor said.",
        COUNTS.replace("12 people", "at least 12 people"),
        COUNTS.replace("A hospital doctor said", "The police said"),
        # ceasefire: only called for, broken by others, broken off
        TRUCE.replace("said it was observing the", "called for a"),
        TRUCE.replace("The army shelled", "Rebels shelled"),
        TRUCE.replace("was observing the ceasefire", "had ended the ceasefire"),
        # control: another town, the same side, part of the country
        SEAT.replace("control Aden", "control Taiz"),
        "The unity government, based in Aden, called for help. The unity government controls Aden.",
    ],
)
def test_not_found(code: Callable[..., dict[str, Any]], text: str) -> None:
    assert code(text)["tensions"] == []
