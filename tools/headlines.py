"""Figures on the headlines of evaluation/headlines: kind, support, speaker, names, what is taken for granted.

headlines.py [--misses]     --misses prints every headline that is not right in all of them
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline
from dateline.records import Headline, Report

FOLDER = Path(__file__).resolve().parent.parent / "evaluation" / "headlines"
ASKED = ("kind", "support", "by", "unmentioned", "presupposes")
Row = dict[str, Any]


def rows(part: str) -> list[Row]:
    """The headlines of one part, with their bodies and what is expected of each."""
    lines = (FOLDER / "headlines.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["part"] == part]


def weighed(pipeline: Pipeline, found: list[Row]) -> Iterator[tuple[Row, Headline]]:
    """Each row with what dateline makes of its headline."""
    reports = (
        Report(r["id"], "-", r["text"], title=r["title"], published=r["date"], language="en")
        for r in found
    )
    for row, record in zip(found, pipeline.run(reports), strict=True):
        assert record.headline is not None, record.report.not_coded  # noqa: S101
        yield row, record.headline


def faults(row: Row, found: Headline) -> list[str]:
    """Which of the five asked things are wrong."""
    want = row["expect"]
    by = " ".join(g.by.actor.name + " " + (g.by.text or "") for g in found.grounds if g.by).lower()
    missing = " ".join(u.text for u in found.unmentioned)
    untold = sorted(p.word.lower() for p in found.presupposed if p.told is None)
    told = sorted(p.word.lower() for p in found.presupposed if p.told is not None)
    right = (
        want["kind"] == found.kind,
        want["support"] == found.support,
        found.support != want["support"] or all(name.lower() in by for name in want["by"]),
        bool(found.unmentioned) == bool(want["unmentioned"])
        and all(name in missing for name in want["unmentioned"]),
        untold == sorted(w.lower() for w in want["untold"])
        and told == sorted(w.lower() for w in want["told"]),
    )
    return [name for name, fine in zip(ASKED, right, strict=True) if not fine]


def figures(pipeline: Pipeline, part: str = "first", *, tell: bool = False) -> dict[str, float]:
    """Shares of headlines right in each of the asked things, and the graver errors of support counted."""
    found = rows(part)
    wrong = dict.fromkeys(ASKED, 0)
    grave = 0
    for row, headline in weighed(pipeline, found):
        missed = faults(row, headline)
        for name in missed:
            wrong[name] += 1
        stronger = headline.support == "asserted" and row["expect"]["support"] != "asserted"
        grave += stronger
        if missed and tell:
            grounds = [(g.side, g.how, g.by and g.by.actor.name) for g in headline.grounds]
            said = [(p.entry, p.word, p.told and p.told.text) for p in headline.presupposed]
            names = [u.text for u in headline.unmentioned]
            print(row["id"], missed, "|", row["title"], "|", row["expect"]["support"], "->", headline.support,
                  grounds, names, said)  # fmt: skip
    shares = {name: round(1 - n / len(found), 3) for name, n in wrong.items()}
    return {"headlines": len(found), **shares, "asserted_wrongly": grave}


if __name__ == "__main__":
    coder = Pipeline()
    for name in ("first", "later"):
        print(name, figures(coder, name, tell="--misses" in sys.argv[1:]))
