"""How often the change points of a situation's curve are right: made-up days with a known jump, or with none.

    changes.py [--series 200]

Prints, for days without a jump, the share of series in which one is found (normal values, rare acts, quiet weekends, days that
take after the day before), by length; and for days with one, how often it is found, and alone and within a day of its place.
"""

import argparse
import sys
from collections.abc import Callable

import numpy as np

from dateline.situations.changes import Series, change_points

LENGTHS = (60, 365, 1_096)
WEEK, WEEKEND = 7, 2
Make = Callable[[np.random.Generator, int], Series]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure change points.")
    parser.add_argument("--series", type=int, default=200)
    count = parser.parse_args().series
    print(f"no jump: found in so many of {count} series of {', '.join(map(str, LENGTHS))} days")
    for name, make in QUIET.items():
        shares = [false(make, size, count) for size in LENGTHS]
        print(f"  {name:28}" + "".join(f"{share:8.3f}" for share in shares))
    print(f"a jump after 80 of 120 days: found; alone and within a day ({count} series)")
    for name, make in JUMPS.items():
        print(f"  {name:28}" + "".join(f"{share:8.3f}" for share in right(make, count)))
    return 0


def false(make: Make, size: int, count: int) -> float:
    """The share of series in which a change is found that is not there."""
    chance = np.random.default_rng(1)
    return sum(bool(change_points(make(chance, size))) for _ in range(count)) / count


def right(make: Make, count: int, size: int = 120) -> tuple[float, float]:
    """The shares of series in which a change is found, and in which it is the only one and well placed."""
    chance = np.random.default_rng(2)
    found = [change_points(make(chance, size)) for _ in range(count)]
    placed = [len(f) == 1 and abs(f[0] - size * 2 // 3) <= 1 for f in found]
    return sum(map(bool, found)) / count, sum(placed) / count


def _normal(chance: np.random.Generator, size: int) -> Series:
    return chance.normal(size=size)


def _rare(chance: np.random.Generator, size: int) -> Series:
    return -7.0 * chance.poisson(0.3, size)


def _weekends(chance: np.random.Generator, size: int) -> Series:
    return chance.normal(size=size) - 1.0 * (np.arange(size) % WEEK < WEEKEND)


def _alike(chance: np.random.Generator, size: int) -> Series:
    made = chance.normal(size=size)
    for day in range(1, size):
        made[day] += 0.3 * made[day - 1]
    return made


def _jump(by: float) -> Make:
    return lambda chance, size: chance.normal(size=size) + by * (np.arange(size) >= size * 2 // 3)


def _oftener(chance: np.random.Generator, size: int) -> Series:
    return -7.0 * chance.poisson(np.where(np.arange(size) >= size * 2 // 3, 0.8, 0.2))


QUIET: dict[str, Make] = {
    "normal": _normal, "0.3 acts a day": _rare, "quiet weekends": _weekends, "autocorrelation 0.3": _alike,
}  # fmt: skip
JUMPS: dict[str, Make] = {
    "6 deviations": _jump(6.0), "1.5 deviations": _jump(1.5), "0.2 to 0.8 acts a day": _oftener,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
