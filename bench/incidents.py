"""Speed of incidents: how long one report takes to be merged into those that the store holds, and how that grows.

    incidents.py [--db ADDRESS] [--reports 20000] [--single 200]

The synthetic records of ``store.py``: five events each, three years of days, but with texts that are as unlike as those of the
news: four reports a story, forty stories a crisis, and each story and crisis with names of its own.  (Two reports of
the sample in examples/reports share words of weight 0 in the middle and .13 at the ninetieth of a hundred pairs; these
here about the same.)  At each step the last reports are merged one by one, each in a transaction of its own, as a
watched feed brings them; the others in batches, as ``dateline store`` does.
"""

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from store import EVENTS, STEPS, record, settle, verdict

from dateline.situations.keeping import keep
from dateline.situations.stored import stored_incidents
from dateline.store.query import EventQuery
from dateline.store.store import Store

STORY, CRISIS = 4, 160
SYLLABLES = (
    "ba",
    "dor",
    "kel",
    "mi",
    "zan",
    "tu",
    "ro",
    "shi",
    "gal",
    "ne",
    "vor",
    "pa",
    "lim",
    "su",
    "het",
)


def told(chance: random.Random, number: int) -> dict[str, Any]:
    """One record with the words of its story and crisis."""
    made = record(chance, number)
    names = [*_names(f"s{number // STORY}", 18), *_names(f"c{number // CRISIS}", 10)]
    plain = made["report"]["text"].split()[:40]
    chance.shuffle(names)
    made["report"]["text"] = " ".join(plain + [f"{n} {chance.choice(plain)}" for n in names])
    return made


def _names(seed: str, count: int) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choice(SYLLABLES) for _ in range(3)).title() for _ in range(count)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Benchmark dateline's incidents.")
    parser.add_argument("--db", help="address of an empty store")
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--single", type=int, default=200)
    args = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(args.db or f"{folder}/store.sqlite") as store,
    ):
        run(store, args.reports, args.single)
        if not args.db:
            size = Path(f"{folder}/store.sqlite").stat().st_size
            print(f"{size / 1e6:.0f} MB, {size / args.reports / 1e3:.1f} kB a report")


def run(store: Store, total: int, single: int) -> None:
    """Fill the store step by step; at each, merge some reports one by one."""
    kind = store.address.split(":", maxsplit=1)[0] if "://" in store.address else "sqlite"
    print(
        f"{kind}: {total:,} reports, {EVENTS} events each; {single} merged one by one at each step"
    )
    chance, done, slow = random.Random(7), 0, 0.0
    for share in STEPS:
        goal = int(total * share)
        for _ in store.add_records(told(chance, n) for n in range(done, goal - single)):
            pass
        began = time.perf_counter()
        keep(store)
        bulk = time.perf_counter() - began
        settle(store)
        took = []
        for number in range(goal - single, goal):
            for _ in store.add_records([told(chance, number)]):
                pass
            began = time.perf_counter()
            keep(store, most=1)
            took.append(time.perf_counter() - began)
        took.sort()
        slow = took[int(len(took) * 0.95)]
        began = time.perf_counter()
        found = stored_incidents(
            store, EventQuery(countries=("ALX",), since="2024-06-01"), limit=100
        )
        read = time.perf_counter() - began
        print(
            f"{goal * EVENTS:>9,} events   merged: {(goal - single - done) / bulk:5.0f} reports/s in batches"
            f"   one by one: median {statistics.median(took) * 1e3:3.0f} ms, p95 {slow * 1e3:3.0f} ms, "
            f"slowest {took[-1] * 1e3:3.0f} ms   {len(found)} incidents read in {read * 1e3:3.0f} ms"
        )
        done = goal
    verdict("merge", slow, at_least=False)


if __name__ == "__main__":
    main()
