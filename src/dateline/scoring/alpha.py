"""Krippendorff's alpha for nominal data."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

#: Coders without whom a unit says nothing of agreement.
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Alpha:
    """Agreement over units.

    ``alpha`` is None where every value is the same: then nothing tells agreement from habit. ``agreed`` is the
    observed agreement, from 0 to 1; None where no unit has two values. ``units`` are those with two values
    or more, ``values`` the values in them.
    """

    alpha: float | None
    agreed: float | None
    units: int
    values: int


def alpha(units: Iterable[Sequence[Hashable | None]]) -> Alpha:
    """Krippendorff's alpha, nominal metric, any number of coders, missing values allowed.

    With the coincidence matrix ``o[c][k]``: for every unit with ``m`` values (``m >= 2``; others are left
    out) each ordered pair of values of two different coders adds ``1 / (m - 1)``. ``n_c`` is the sum of row
    ``c``, ``n`` the sum of all. Then

        alpha = 1 - D_o / D_e
              = 1 - (n - 1) * sum(o[c][k], c != k) / sum(n_c * n_k, c != k)

    after Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). 1 is perfect agreement,
    0 what chance would give, below 0 systematic disagreement.

    Args:
        units: of each unit the value every coder gave it, None where a coder gave none.
    """
    sums: Counter[Hashable] = Counter()
    same = 0.0
    pairable = 0
    for unit in units:
        counts = Counter(value for value in unit if value is not None)
        size = counts.total()
        if size < _PAIR:
            continue
        pairable += 1
        sums.update(counts)
        same += sum(c * (c - 1) for c in counts.values()) / (size - 1)
    n = sums.total()
    if not n:
        return Alpha(None, None, 0, 0)
    chance = n * n - sum(c * c for c in sums.values())
    value = 1 - (n - 1) * (n - same) / chance if chance else None
    return Alpha(value, same / n, pairable, n)
