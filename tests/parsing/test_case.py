"""Capitals put back for the parser: every character keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.parse.case import caseless, restored

PLAIN = frozenset(
    [
        "army",
        "attack",
        "police",
        "shoot",
        "soldier",
        "village",
        "near",
        "kill",
        "the",
        "in",
        "of",
        "say",
        "and",
        "town",
        "three",
    ]
)


def back(text: str) -> str:
    return restored(text, PLAIN.__contains__)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("THE ARMY ATTACKED A VILLAGE NEAR THE TOWN OF SANTA ANA YESTERDAY.", True),
        ("police shot two men in the old town of ahmedabad on friday evening", True),
        ("The army attacked a village near the town of Santa Ana yesterday.", False),
        ("UN TEAM", False),
        ("", False),
        ("12345 67890 12345 67890 12345 67890 12345 67890", False),
    ],
)
def test_caseless(text: str, is_so: bool) -> None:
    assert caseless(text) is is_so


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "THE ARMY ATTACKED SANTA ANA IN EL SALVADOR.",
            "The army attacked Santa Ana in El Salvador.",
        ),
        ("police in gujarat killed three. the army", "Police in Gujarat killed three. The army"),
        ("SOLDIERS OF THE (FMLN) NEAR SAN VICENTE", "Soldiers of the (FMLN) near San Vicente"),
        ("THE ZANDARO ARMY", "The Zandaro army"),
    ],
)
def test_restored(text: str, want: str) -> None:
    assert back(text) == want


@given(st.text(max_size=200))
def test_nothing_moves(text: str) -> None:
    found = back(text)
    assert len(found) == len(text)


@pytest.mark.parametrize(
    "text", ["\u00df", "\u00df. \u00dfa", "\u0130", "\u01c6 a", "\ufb01n", "\u1e9e"]
)
def test_letters_whose_capitals_are_longer_stay(text: str) -> None:
    assert len(back(text)) == len(text)
