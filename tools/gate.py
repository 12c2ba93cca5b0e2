"""The accuracy gate: score dateline on the gold sets beside the project and hold it to evaluation/floors.json.

    gate.py                        measure and compare; exit status 1 when a figure is worse than its floor
    gate.py --update               afterwards write the floors anew from what was measured, but never a worse one
    gate.py --update --allow-regression    ... also worse ones
    gate.py --only NAME            only the measurements whose name begins like this

A floor that should not be lower is a `min`, one that should not be higher a `max`.  The gold files themselves are not part of
the project; their hashes are, so that a figure is never compared with one measured on other rows.
"""

import argparse
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
    told = run([sys.executable, str(SHARED / "score" / script), *rest, "--command", COMMAND])
    return as_json(told) if "--json" in rest else as_lines(told)


def reference() -> dict[str, float]:
    """The reference article, with its date and without."""
    name, day = REFERENCE
    folder = SHARED / "gold" / "article"
    record = run([*shlex.split(COMMAND), "--date", day, str(folder / f"{name}.txt")])
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "record.json"
        path.write_text(record, encoding="utf-8")
        scorer = SHARED / "score" / "score_article.py"
        told = run([sys.executable, str(scorer), str(folder / f"{name}.gold.json"), str(path), "--json"])
    undated = json.loads(run([*shlex.split(COMMAND), str(folder / f"{name}.txt")]))
    invented = undated["report"]["published"] is not None
    return {**as_json(told), "date_invented": float(invented), "dates_with_invented_year": with_year(undated)}


def with_year(record: dict[str, Any]) -> float:
    """How many dates of an undated report got a year that stands nowhere in their words or in the text."""
    text = record["report"]["text"]
    years = {str(d["start"])[:4] for d in record["dates"] if d["start"]}
    return float(sum(year not in text for year in years))


def run(command: list[str]) -> str:
    """Standard output of a command; dateline's exit status 3 (something set aside) is no failure."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
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
        words = line.split()
        if len(words) == 2:
            try:
                found[words[0]] = float(words[1])
            except ValueError:
                continue
    return found


def sha256(paths: list[Path]) -> str:
    """One hash over the files' contents."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def compare(
    floors: dict[str, Any], measured: dict[str, dict[str, float]], hashes: dict[str, str]
) -> list[str]:
    """Print every figure beside its floor; the names of those that fell below."""
    wrong, held = [], 0
    print(f"{'figure':42} {'measured':>9}  {'floor':>9}  {'goal':>7}")
    for name, values in measured.items():
        entry = floors.get(name, {})
        if entry.get("gold_sha256", hashes[name]) != hashes[name]:
            print(f"{name}: the gold files are not those the floors were measured on; run with --update")
            wrong.append(name)
            continue
        for figure, limit in entry.get("figures", {}).items():
            value = values.get(figure)
            good = value is not None and limit.get("min", value) <= value <= limit.get("max", value)
            held += good
            if not good:
                wrong.append(f"{name}.{figure}")
            bound = limit.get("min", limit.get("max"))
            shown = "missing" if value is None else f"{value:.4g}"
            mark = "" if good else "   WORSE THAN ITS FLOOR"
            print(f"{name + '.' + figure:42} {shown:>9}  {bound!s:>9}  {limit.get('goal', ''):>7}{mark}")
    print(f"gate: {held} passed, {len(wrong)} failed")
    return wrong


def update(
    floors: dict[str, Any], measured: dict[str, dict[str, float]], hashes: dict[str, str], *, regress: bool
) -> dict[str, Any]:
    """New floors from what was measured; a floor moves only the better way unless ``regress``."""
    for name, values in measured.items():
        entry = floors.setdefault(name, {"figures": {}})
        renewed = entry.get("gold_sha256") != hashes[name]
        entry["gold_sha256"] = hashes[name]
        for figure, limit in entry["figures"].items():
            value = values.get(figure)
            if value is None:
                continue
            side, room, better = ("min", -SLACK, max) if "min" in limit else ("max", SLACK, min)
            if value == int(value) and abs(value) != 1.0:
                room = 0.0
            new = round(value + room, 4)
            limit[side] = new if regress or renewed or limit[side] is None else better(limit[side], new)
    return floors


if __name__ == "__main__":
    sys.exit(main())
