"""When two sides, places or days are the same."""

import pytest

from dateline.scoring.coding import Days, Party
from dateline.scoring.sides import days_agree, names_agree, parties_agree, sides_agree

REBELS = Party(("rebels",), "COD", ("REB",))
ARMY = Party(("army",), "COD", ("MIL",))
CHAD = Party(("Chad",), "TCD")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the rebels", "rebels", True),
        ("M23 rebels", "rebels", True),  # 2 * 1 / 3
        ("Chad's army", "the army of Chad", True),
        ("Abéché", "Abeche", True),
        ("rebels", "government", False),
        ("foreign minister of Mali", "Mali", False),  # 2 * 1 / 5
        ("the", "the", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert names_agree([one], [other]) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (REBELS, Party(("M23 fighters",), "COD", ("REB",)), True),
        (REBELS, Party(("M23 fighters",), "RWA", ("REB",)), False),
        (REBELS, ARMY, False),
        (CHAD, Party(("ministry",), "TCD", ("GOV",)), True),
        (CHAD, Party(("army",), "TCD", ("MIL",)), False),
        (Party((), "COD"), ARMY, True),
        (Party(("gunmen",)), Party(("attackers",)), False),
    ],
)
def test_parties(one: Party, other: Party, same: bool) -> None:
    assert parties_agree(one, other) is same
    assert parties_agree(other, one) is same


def test_sides_need_half_of_the_parties() -> None:
    assert sides_agree([], [])
    assert not sides_agree([REBELS], [])
    assert sides_agree([REBELS], [REBELS, ARMY, CHAD])
    assert not sides_agree([REBELS], [REBELS, ARMY, CHAD, Party(("x",))])


@pytest.mark.parametrize(
    ("gold", "coded", "same"),
    [
        (Days("2024-05-01", "2024-05-01"), Days("2024-05-01", "2024-05-01"), True),
        (Days("2024-05-01", "2024-05-31"), Days("2024-05-01", "2024-05-01"), False),
        (Days("2024-05-01", "2024-05-31"), Days("2024-05-01", None), True),
        (Days("2024-05-01", None), Days(None, "2024-05-01"), False),
        (Days("2024-05-01", "2024-05-01"), None, False),
    ],
)
def test_days(gold: Days, coded: Days | None, same: bool) -> None:
    assert days_agree(gold, coded) is same
