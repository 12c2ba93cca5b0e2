"""Krippendorff's alpha, on values worked out by hand."""

import pytest

from dateline.scoring.alpha import alpha


def test_two_coders_binary() -> None:
    """Ten units, four of them split: 1 - 19 * 4 / (14 * 6) = .095."""
    one, other = "0100000010", "1110010000"
    found = alpha(zip(one, other, strict=True))
    assert found.alpha == pytest.approx(1 - 19 * 8 / (2 * 14 * 6))
    assert found.alpha == pytest.approx(0.095, abs=0.0005)
    assert found.agreed == pytest.approx(0.6)
    assert (found.units, found.values) == (10, 20)


def test_two_coders_five_values() -> None:
    """Twelve units, three split; n = 24, values 4, 6, 6, 6, 2: (23 * 18 - 104) / (24 * 23 - 104) = .692."""
    found = alpha(zip("aabbdcccedda", "babbbccceddd", strict=True))
    assert found.alpha == pytest.approx((23 * 18 - 104) / (24 * 23 - 104))
    assert found.alpha == pytest.approx(0.692, abs=0.0005)


def test_four_coders_with_missing_values() -> None:
    """The last unit has one value only and says nothing; 40 values are left; alpha = .743."""
    coders = ("123321412...", "1233224125.3", ".33323422" + "51.", "123324412" + "51.")
    units = [[None if v == "." else v for v in unit] for unit in zip(*coders, strict=True)]
    found = alpha(units)
    assert found.alpha == pytest.approx(0.743, abs=0.0005)
    assert (found.units, found.values) == (11, 40)


@pytest.mark.parametrize(
    ("units", "value", "agreed"),
    [
        ([(1, 1), (0, 0)], 1.0, 1.0),
        ([(1, 0), (0, 1)], -0.5, 0.0),  # n = 4, D_o = 1, D_e = 8 / 12
        ([(1, 1), (1, 1)], None, 1.0),
        ([(1, None), (None, 0)], None, None),
        ([], None, None),
    ],
)
def test_edges(
    units: list[tuple[int | None, ...]], value: float | None, agreed: float | None
) -> None:
    found = alpha(units)
    assert found.alpha == (None if value is None else pytest.approx(value))
    assert found.agreed == agreed


def test_a_third_coder_weighs_by_pairs() -> None:
    """Units (1,1,0) and (0,0,0): o_11 = 1, o_00 = 1 + 3, n_1 = 2, n_0 = 4; 1 - 5 * 2 / (2 * 2 * 4) = .375."""
    assert alpha([(1, 1, 0), (0, 0, 0)]).alpha == pytest.approx(0.375)
