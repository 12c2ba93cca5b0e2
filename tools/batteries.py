"""Figures on the batteries of evaluation/batteries.

batteries.py [--sealed] [--misses]     --misses prints every open sentence that fails
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline
from dateline.records import Event, Record, Report

FOLDER = Path(__file__).resolve().parent.parent / "evaluation" / "batteries"
Row = dict[str, Any]


def rows(name: str, part: str) -> list[Row]:
    """The sentences of one part of a battery."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["part"] == part]


def coded(pipeline: Pipeline, found: list[Row]) -> Iterator[tuple[Row, Record]]:
    """Each row with its record."""
    reports = (Report(r["id"], "-", r["text"], published=r.get("date")) for r in found)
    return zip(found, pipeline.run(reports), strict=True)


def _several(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _at(event: Event, words: Iterable[str], text: str) -> bool:
    span = event.trigger.span
    found = ((text.find(w), len(w)) for w in words)
    return any(at >= 0 and span.start < at + size and at < span.end for at, size in found)


def faults(row: Row, record: Record) -> list[str]:
    """What is wrong in the record of a status sentence: "missed", "wrong" and "present", one a fault."""
    found: list[str] = []
    for want in row["expect"]:
        types = {want["type"], *_several(want.get("alt_type"))}
        wanted = {want["status"], *_several(want.get("alt"))}
        events = [e for e in record.events if e.type in types]
        triggers = [want["trigger"], *_several(want.get("alt_trigger"))]
        near = [e for e in events if _at(e, triggers, row["text"])] or events
        if not near:
            found.append("missed")
        elif not any(e.status in wanted for e in near):
            found.append("wrong")
    for kind, status in row.get("absent", []):
        if any(e.type == kind and e.status == status for e in record.events):
            found.append("present")
    return found


def status_figures(pipeline: Pipeline, part: str, *, tell: bool = False) -> dict[str, float]:
    """Shares of acts with the right status, of found acts, and of forbidden facts that are absent."""
    count: Counter[str] = Counter()
    for row, record in coded(pipeline, rows("status", part)):
        wrong = faults(row, record)
        count.update(wrong)
        count["acts"] += len(row["expect"])
        count["forbidden"] += len(row.get("absent", []))
        if wrong and tell:
            print(", ".join(wrong), "|", row["id"], row["text"])
    found = count["acts"] - count["missed"]
    return {
        "acts": count["acts"],
        "acts_right": round((found - count["wrong"]) / count["acts"], 3),
        "status_right_of_found": round((found - count["wrong"]) / found, 3),
        "forbidden_absent": round(1 - count["present"] / count["forbidden"], 3),
    }


def alarm_figures(pipeline: Pipeline, part: str, *, tell: bool = False) -> dict[str, float]:
    """Share of sentences without politics that give an actual, relevant event."""
    found = rows("alarms", part)
    false = 0
    for row, record in coded(pipeline, found):
        events = [e for e in record.events if e.status == "actual" and e.relevant]
        false += bool(events)
        if events and tell:
            print("alarm |", row["id"], row["text"], [(e.type, e.trigger.text) for e in events])
    return {"sentences": len(found), "false_alarms": round(false / len(found), 3)}


def main(arguments: list[str]) -> int:
    """Print the figures."""
    part = "sealed" if "--sealed" in arguments else "open"
    tell = "--misses" in arguments and part == "open"
    pipeline = Pipeline()
    print("status", part, status_figures(pipeline, part, tell=tell))
    print("alarms", part, alarm_figures(pipeline, part, tell=tell))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
