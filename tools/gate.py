"""The accuracy gate: score dateline on the gold sets beside the project, hold it to the floors.

    gate.py                 measure and compare; exit status 1 when a figure is worse than its floor
    gate.py --update        then write the floors anew from what was measured, never a worse one
    gate.py --update --allow-regression     ... also worse ones
    gate.py --only NAME     only the measurements whose name begins like this

Floors stand in evaluation/floors.json.  A figure that should not fall has a `min`, one that should
not rise a `max`; `goal` is for the reader.  The gold files are not part of the project; their hashes
are, so that a figure is never compared with one measured on other rows.
"""

import argparse
import contextlib
import hashlib
import json
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "evaluation" / "floors.json"
COMMAND = f"{shlex.quote(str(ROOT / '.venv' / 'bin' / 'dateline'))} code --json"
#: Room between a measured figure and its floor: parsers and processors differ in the last digits.
SLACK = 0.005
Figures = dict[str, dict[str, float]]
Floors = dict[str, dict[str, Any]]
#: The article whose figures are held one by one.
REFERENCE = ("haftar-2019", "2019-04-05")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of a scorer: its name, the gold files it reads, its arguments."""

    name: str
    gold: str
    arguments: tuple[str, ...]

    @property
    def files(self) -> list[Path]:
        """The gold files, in name order."""
        return sorted((SHARED / "gold").glob(self.gold))


MEASUREMENTS = (
    Measurement("reference", f"article/{REFERENCE[0]}.*", ()),
    Measurement("articles", "article/*", ("articles.py",)),
    *(
        Measurement(name, f"events/{name}/dev.jsonl", ("measure.py", name, "{gold}", "--json"))
        for name in ("plover_gsr", "plv", "cameo_multi")
    ),
    *(
        Measurement(name, f"text/{name}/dev.jsonl", ("measure.py", name, "{gold}", "--json"))
        for name in ("trnews", "gwn", "geovirus", "tempeval3", "meantime_time")
    ),
    Measurement(
        "gvc_incidents",
        "text/gvc_incidents/dev.jsonl",
        ("measure.py", "gvc_incidents", "{gold}", "--json"),
    ),
    *(
        Measurement(f"pages_{name}", f"pages/{name}/dev.jsonl", ("pages.py", name, "{gold}"))
        for name in ("aeb", "htmldate")
    ),
)


def main() -> int:
    """Measure, compare, report."""
    parser = argparse.ArgumentParser(description="The accuracy gate.")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    if not (SHARED / "gold").is_dir():
        print("Accuracy gate skipped: no gold sets beside the project.")
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    chosen = [m for m in MEASUREMENTS if m.name.startswith(args.only)]
    measured = {m.name: figures(m) for m in chosen}
    hashes = {m.name: sha256(m.files) for m in chosen}
    wrong = compare(floors, measured, hashes)
    if args.update:
        raised = update(floors, measured, hashes, regress=args.allow_regression)
        FLOORS.write_text(json.dumps(raised, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"Floors written to {FLOORS.relative_to(ROOT)}")
    return 1 if wrong else 0


def figures(m: Measurement) -> dict[str, float]:
    """Run one scorer.

    Raises:
        SystemExit: the scorer failed; its last words are printed.
    """
    print(f"measuring {m.name} ...", flush=True)
    if m.name == "reference":
        return reference()
    script, *rest = (a.format(gold=m.files[0]) if "{" in a else a for a in m.arguments)
    own = COMMAND.replace(" code ", " incidents ") if m.name == "gvc_incidents" else COMMAND
    command = f"{own} -" if script == "measure.py" else own  # that one writes to its input
    told = run([sys.executable, str(SHARED / "score" / script), *rest, "--command", command])
    return as_json(told) if "--json" in rest else as_lines(told)


def reference() -> dict[str, float]:
    """The reference article, with its date and without."""
    name, day = REFERENCE
    folder = SHARED / "gold" / "article"
    gold, scorer = folder / f"{name}.gold.json", SHARED / "score" / "score_article.py"
    command = [*shlex.split(COMMAND), str(folder / f"{name}.txt")]
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "record.json"
        path.write_text(run([*command, "--date", day]), encoding="utf-8")
        told = run([sys.executable, str(scorer), str(gold), str(path), "--json"])
    undated = json.loads(run(command))
    return {
        **as_json(told),
        "date_invented": float(undated["report"]["published"] is not None),
        "dates_with_invented_year": with_year(undated),
    }


def with_year(record: dict[str, Any]) -> float:
    """How many dates of an undated report got a year that stands nowhere in its text."""
    text = record["report"]["text"]
    years = {str(d["start"])[:4] for d in record["dates"] if d["start"]}
    return float(sum(year not in text for year in years))


def run(command: list[str]) -> str:
    """Standard output of a command; exit status 3 (something set aside) is no failure."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)}\nended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def as_json(told: str) -> dict[str, float]:
    """Numbers of a scorer's JSON object."""
    found = json.loads(told)
    return {k: float(v) for k, v in found.items() if isinstance(v, int | float)}


def as_lines(told: str) -> dict[str, float]:
    """Numbers of lines that hold a name and a figure."""
    found: dict[str, float] = {}
    for line in told.splitlines():
        name, _, figure = line.partition(" ")
        with contextlib.suppress(ValueError):
            found[name] = float(figure)
    return found


def sha256(paths: list[Path]) -> str:
    """One hash over the files' contents."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def compare(floors: Floors, measured: Figures, hashes: dict[str, str]) -> list[str]:
    """Print every figure beside its floor; the names of those that fell below."""
    wrong, held = [], 0
    print(f"{'figure':42} {'measured':>9}  {'floor':>9}  {'goal':>7}")
    for name, values in measured.items():
        entry = floors.get(name, {})
        if entry.get("gold_sha256", hashes[name]) != hashes[name]:
            print(f"{name}: other gold files than those the floors were measured on (--update)")
            wrong.append(name)
            continue
        for figure, limit in entry.get("figures", {}).items():
            good = print_figure(f"{name}.{figure}", values.get(figure), limit)
            held += good
            wrong += [] if good else [f"{name}.{figure}"]
    print(f"gate: {held} passed, {len(wrong)} failed")
    return wrong


def print_figure(name: str, value: float | None, limit: dict[str, float]) -> bool:
    """One line of the table; whether the figure keeps its floor."""
    good = value is not None and limit.get("min", value) <= value <= limit.get("max", value)
    bound = limit.get("min", limit.get("max"))
    shown = "missing" if value is None else f"{value:.4g}"
    mark = "" if good else "   WORSE THAN ITS FLOOR"
    print(f"{name:42} {shown:>9}  {bound!s:>9}  {limit.get('goal', ''):>7}{mark}")
    return good


def update(floors: Floors, measured: Figures, hashes: dict[str, str], *, regress: bool) -> Floors:
    """New floors from what was measured; one moves only the better way unless ``regress``."""
    for name, values in measured.items():
        entry = floors.setdefault(name, {"figures": {}})
        anew = regress or entry.get("gold_sha256", hashes[name]) != hashes[name]
        entry["gold_sha256"] = hashes[name]
        for figure, limit in entry["figures"].items():
            if figure in values:
                side = "min" if "min" in limit else "max"
                new = floor_for(values[figure], side, count=limit.get("count", False))
                better = max if side == "min" else min
                limit[side] = new if anew else better(limit[side], new)
    return floors


def floor_for(value: float, side: str, *, count: bool) -> float:
    """A floor a little on the safe side of a share; a count is held as it is."""
    if count:
        return value
    return round(value - SLACK if side == "min" else value + SLACK, 4)


if __name__ == "__main__":
    sys.exit(main())
