"""Whether ``commitment`` means what it says: a reliability table on our own batteries.

commitment.py [--sealed]     the open parts, or the sealed ones, which are only counted

Each marked act that dateline finds is put into a bucket by its commitment; beside it stands what was marked: the
text tells it as fact (actual, historical), leaves it open (alleged, hypothetical, planned), has it denied, or says
that it did not happen.  The expected value counts these 1, 0.5, 0.25 and 0.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline
from dateline.records import Event, Report

FOLDER = Path(__file__).resolve().parent.parent / "evaluation"
GRADES = {
    "actual": 1.0, "historical": 1.0, "alleged": 0.5, "hypothetical": 0.5, "planned": 0.5,
    "denied": 0.25, "negated": 0.0,
}  # fmt: skip
#: Lower edges of the buckets.
EDGES = (0.0, 0.1, 0.3, 0.48, 0.51, 0.6, 0.8, 0.9, 0.96)
Pair = tuple[float, str]
Row = dict[str, Any]


def rows_of(path: Path, part: str) -> list[Row]:
    """The lines of one part of a file; the others are passed over."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["part"] == part]


def pairs(pipeline: Pipeline, part: str = "open") -> Iterator[Pair]:
    """Commitment and marked status of every marked act that was found."""
    rows = [
        *rows_of(FOLDER / "batteries" / "status.jsonl", part),
        *rows_of(FOLDER / "denials" / "denials.jsonl", part),
    ]
    reports = (
        Report(r["id"], "-", r["text"], published=r.get("date"), language="en") for r in rows
    )
    for row, record in zip(rows, pipeline.run(reports), strict=True):
        wanted = row["expect"] if "expect" in row else row["events"]
        for want in wanted:
            found = None if want.get("in_of") else _found(want, row["text"], record.events)
            if found is not None:
                yield found.commitment, want["status"]


def _found(want: Row, text: str, events: tuple[Event, ...]) -> Event | None:
    start = want["trigger_span"][0] if "trigger_span" in want else text.find(want["trigger"])
    end = start + len(want["trigger"])
    near = [
        e
        for e in events
        if start >= 0 and e.trigger.span.start < end and start < e.trigger.span.end
    ]
    return next((e for e in near if e.type == want["type"]), None)


def table(found: list[Pair]) -> list[Row]:
    """One row a bucket: edges, acts, mean commitment, expected value, shares."""
    made = []
    for n, low in enumerate(EDGES):
        high = EDGES[n + 1] if n + 1 < len(EDGES) else 1.01
        inside = [(c, s) for c, s in found if low <= c < high]
        if not inside:
            continue
        size = len(inside)

        def share(*names: str, inside: list[Pair] = inside, size: int = size) -> float:
            return round(sum(s in names for _, s in inside) / size, 2)

        made.append(
            {
                "low": low, "high": min(high, 1.0), "acts": size,
                "commitment": round(sum(c for c, _ in inside) / size, 2),
                "expected": round(sum(GRADES[s] for _, s in inside) / size, 2),
                "fact": share("actual", "historical"),
                "open": share("alleged", "hypothetical", "planned"),
                "denied": share("denied"), "not": share("negated"),
            }
        )  # fmt: skip
    return made


def error(rows: list[Row]) -> float:
    """Mean distance of commitment from the expected value, over all acts."""
    acts = sum(r["acts"] for r in rows)
    return round(sum(r["acts"] * abs(r["commitment"] - r["expected"]) for r in rows) / acts, 3)


def main() -> int:
    """Print the table as it stands in docs/claims.md."""
    part = "sealed" if "--sealed" in sys.argv[1:] else "open"
    rows = table(list(pairs(Pipeline(), part)))
    print("| commitment | acts | mean | expected | fact | open | denied | did not happen |")
    print("|---|---|---|---|---|---|---|---|")
    for r in rows:
        shares = " | ".join(
            f"{r[k]:.2f}" for k in ("commitment", "expected", "fact", "open", "denied", "not")
        )
        print(f"| {r['low']:.2f} to {r['high']:.2f} | {r['acts']} | {shares} |")
    print("\nmean distance", error(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
