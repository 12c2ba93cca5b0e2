"""The pairing is the best there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from dateline.scoring.assignment import best_pairs

TABLES = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=1, max_size=5)
)


def test_the_greedy_choice_is_not_the_best() -> None:
    assert best_pairs([[9, 8], [8, 0]]) == [(0, 1), (1, 0)]


def test_what_does_not_fit_stays_alone() -> None:
    assert best_pairs([[0, 0], [0, 3]]) == [(1, 1)]
    assert best_pairs([]) == []
    assert best_pairs([[]]) == []


@given(TABLES)
def test_total_is_that_of_trying_everything(weights: list[list[int]]) -> None:
    rows, columns = len(weights), len(weights[0])
    found = best_pairs(weights)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    if rows <= columns:
        tries = [
            sum(weights[i][j] for i, j in enumerate(p)) for p in permutations(range(columns), rows)
        ]
    else:
        tries = [
            sum(weights[i][j] for j, i in enumerate(p)) for p in permutations(range(rows), columns)
        ]
    assert sum(weights[i][j] for i, j in found) == max(tries)
