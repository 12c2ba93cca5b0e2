"""The best way to pair two lists one to one (Kuhn and Munkres' Hungarian method, exact)."""

from collections.abc import Sequence
from math import inf

Pairs = list[tuple[int, int]]


def best_pairs(weights: Sequence[Sequence[int]]) -> Pairs:
    """Pairs of row and column with the greatest total weight; pairs without weight are left out.

    Args:
        weights: how well each row and column fit, 0 or more; all rows of one length.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) <= len(weights[0]):
        found = _assign(weights)
    else:
        turned = list(zip(*weights, strict=True))
        found = [(row, column) for column, row in _assign(turned)]
    return sorted((i, j) for i, j in found if weights[i][j] > 0)


def _assign(weights: Sequence[Sequence[int]]) -> Pairs:
    """A column for every row; at least as many columns as rows. Row and column 0 are helpers."""
    rows, columns = len(weights), len(weights[0])
    lift_row, lift_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        slack, seen = [inf] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            seen[column] = True
            here, step, nearest = owner[column], inf, 0
            for j in range(1, columns + 1):
                if seen[j]:
                    continue
                cost = -weights[here - 1][j - 1] - lift_row[here] - lift_column[j]
                if cost < slack[j]:
                    slack[j], came_from[j] = cost, column
                if slack[j] < step:
                    step, nearest = slack[j], j
            for j in range(columns + 1):
                if seen[j]:
                    lift_row[owner[j]] += step
                    lift_column[j] -= step
                else:
                    slack[j] -= step
            column = nearest
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return [(owner[j] - 1, j - 1) for j in range(1, columns + 1) if owner[j]]
