"""What each part of the coder is worth: figures on the development sets with one part switched off at a time.

ablation.py [SET ...]     plover_gsr and plv by default; needs ../shared
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from dateline.coding.interpret import Interpreter
from dateline.coding.sides import Sides
from dateline.formats.to_json import record_dict
from dateline.pipeline import Pipeline
from dateline.records import Record, Report

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
KEPT = {
    "plover_gsr": ("type_found", "all_three", "precision", "strange_recipients"),
    "plv": ("macro_f1", "quad_accuracy"),
    "cameo_multi": ("relevant_f1", "relevant_false_alarm_rate"),
}
Coding = Callable[[Pipeline, list[Report]], list[Record]]


def _plain(pipeline: Pipeline, reports: list[Report]) -> list[Record]:
    return list(pipeline.run(reports))


def _all_actual(pipeline: Pipeline, reports: list[Report]) -> list[Record]:
    return [
        replace(r, events=tuple(replace(e, status="actual") for e in r.events))
        for r in pipeline.run(reports)
    ]


@contextmanager
def _without(target: type, name: str, instead: Any) -> Iterator[None]:
    with mock.patch.object(target, name, instead):
        yield


def figures(name: str, pipeline: Pipeline, code: Coding) -> dict[str, float]:
    """The scorer's figures of one set."""
    gold = SHARED / "gold" / "events" / name / "dev.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    reports = [Report(r["id"], "-", r["text"], published=r.get("date")) for r in rows]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(record_dict(r)) + "\n" for r in code(pipeline, reports))
        out.flush()
        command = [sys.executable, str(SHARED / "score" / "measure.py"), name, str(gold)]
        command += ["--records", out.name, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return {key: round(found[key], 3) for key in KEPT[name]}


def main(names: list[str]) -> int:
    """Print one line for each part."""
    full, alone = Pipeline(), Pipeline(model=False)
    for name in names or ["plover_gsr", "plv"]:
        print(f"{name:12} everything   {figures(name, full, _plain)}")
        print(f"{name:12} no model     {figures(name, alone, _plain)}")
        with _without(Interpreter, "_operator", lambda _self, frame: (None, frame)):
            print(f"{name:12} no operators {figures(name, full, _plain)}")
        with _without(Sides, "_inferred", lambda _self, *_a, **_k: ()):
            print(f"{name:12} no inferred sides {figures(name, full, _plain)}")
        print(f"{name:12} no status    {figures(name, full, _all_actual)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
