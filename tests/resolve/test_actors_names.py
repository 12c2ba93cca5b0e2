"""Spellings of one name, short forms, acronyms."""

import pytest
from resolve.name_pairs import DIFFERENT, SAME

from dateline.knowledge.actors import ActorBase
from dateline.resolve.who.names import (
    acronym_of,
    one_name,
    same_person,
    same_word,
    short_for,
    skeleton,
)

#: What the lists of pairs must reach.
FOUND, FALSE = 68, 5


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


def test_spellings_of_one_name_are_found(base: ActorBase) -> None:
    missed = [pair for pair in SAME if not one_name(base, *pair)]
    assert len(SAME) >= 60
    assert len(SAME) - len(missed) >= FOUND, missed


def test_names_that_only_look_alike_are_kept_apart(base: ActorBase) -> None:
    false = [pair for pair in DIFFERENT if one_name(base, *pair)]
    assert len(DIFFERENT) >= 120
    assert len(false) <= FALSE, false


@pytest.mark.parametrize(
    ("a", "b"), [("Peskov", "Pskov"), ("Taliban", "Talabani"), ("Netanyahu", "Netanya")]
)
def test_known_traps(base: ActorBase, a: str, b: str) -> None:
    assert not one_name(base, a, b)


@pytest.mark.parametrize("pair", SAME[:20])
def test_the_relation_is_symmetric(pair: tuple[str, str]) -> None:
    assert same_person(*pair) == same_person(*reversed(pair))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("haftar", "hifter", True),
        ("misarata", "misrata", True),
        ("peskov", "pskov", False),
        ("castro", "castor", False),
        ("bush", "bosh", False),
        ("morsi", "mursi", True),
        ("", "", True),
    ],
)
def test_words(a: str, b: str, same: bool) -> None:
    assert same_word(a, b) is same


def test_skeleton_joins_sounds_that_transliterations_mix_up() -> None:
    assert skeleton("qaddafi") == skeleton("gadhafi") == skeleton("kadhafi")


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Peskov", "Dmitry Peskov", True),
        ("Saddam", "Saddam Hussein", True),
        ("Kim", "Kim Jong Un", True),
        ("al-Bashir", "Omar Hassan al-Bashir", True),
        ("Hassan", "Omar Hassan al-Bashir", False),
        ("Dmitry Peskov", "Peskov", False),
    ],
)
def test_short_forms(short: str, full: str, fits: bool) -> None:
    assert short_for(short, full) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("NEC", "National Elections Commission", True),
        ("MDC", "Movement for Democratic Change", True),
        ("U.N.", "United Nations", True),
        ("FARC", "Revolutionary Armed Forces of Colombia", False),
        ("A", "Army", False),
    ],
)
def test_acronyms(short: str, full: str, fits: bool) -> None:
    assert acronym_of(short, full) is fits
