"""Where the level of a daily series changes: an exact split into stretches, by ranks.

Each day becomes its rank among all days (equal days share the middle rank), so that one wild day counts no more than
the first or last rank, a factor changes nothing, and days with no acts are as good as others. A split costs the squares
of the ranks about the means of their stretches, in units of what ranks without ties vary, and ``_PENALTY`` times
ln(days) a change; the cheapest split of all is found (optimal partitioning, Jackson et al. 2005; the cost is that of
the Kruskal-Wallis test).  Ranks tell well whether there is a change, less well where; so each change is then moved to
the day that the values themselves ask for: least absolute distance from the medians of both sides.
"""

import numpy as np
from numpy.typing import NDArray

#: Days a stretch lasts at least: a week, so that no weekday makes a change of its own.
SHORTEST = 7
#: As the modified Bayesian criterion of Zhang and Siegmund (2007) asks for a change of mean.
_PENALTY = 3.0
Series = NDArray[np.float64]


def change_points(values: Series) -> tuple[int, ...]:
    """Positions at which another level begins, ascending.

    Args:
        values: one value a day, in order, without gaps.

    Returns:
        Positions between ``SHORTEST`` and the length less ``SHORTEST``; none where there is one level.
    """
    if len(values) < 2 * SHORTEST or values.min() == values.max():
        return ()
    found = _split(_standard_ranks(values))
    edges = [0, *found, len(values)]
    for n in range(1, len(edges) - 1):
        edges[n] = _placed(values, edges[n - 1], edges[n], edges[n + 1])
    return tuple(edges[1:-1])


def _standard_ranks(values: Series) -> Series:
    """Middle ranks about nought, in units of the deviation that as many ranks without ties have."""
    _, which, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    middle = last - (count - 1) / 2
    size = len(values)
    scale = np.sqrt((size * size - 1) / 12)
    ranks: Series = (middle[which] - (size + 1) / 2) / scale
    return ranks


def _split(values: Series) -> list[int]:
    """The cheapest split, every one considered; of equally cheap ones the one with the earliest last change."""
    size = len(values)
    sums = np.concatenate(([0.0], np.cumsum(values)))
    each = _PENALTY * np.log(size)
    best = np.full(size + 1, np.inf)
    best[0] = -each
    came = np.zeros(size + 1, dtype=np.int64)
    for end in range(SHORTEST, size + 1):
        begins = np.arange(0, end - SHORTEST + 1)
        # The squares themselves are the same for every split: only what the means take off differs.
        cost = best[begins] + each - (sums[end] - sums[begins]) ** 2 / (end - begins)
        at = int(np.argmin(cost))
        best[end], came[end] = cost[at], at
    found: list[int] = []
    at = int(came[size])
    while at > 0:
        found.append(at)
        at = int(came[at])
    return found[::-1]


def _placed(values: Series, first: int, change: int, last: int) -> int:
    """The best place of one change between its neighbours; where it stands, unless another is better."""
    left, right = np.median(values[first:change]), np.median(values[change:last])
    begins = np.arange(first + SHORTEST, last - SHORTEST + 1)
    gain = np.concatenate(([0.0], np.cumsum(abs(values - left) - abs(values - right))))
    cost = gain[begins]
    at = int(np.argmin(cost))
    slack = 1e-9 * (1.0 + float(np.abs(values[first:last]).sum()))
    return change if gain[change] - cost[at] <= slack else int(begins[at])
