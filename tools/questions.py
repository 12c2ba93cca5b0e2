"""Figures on evaluation/questions: is the evidence found, on the right side, and nothing on it that is not there.

questions.py [--set first|second|third] [--part NAME] [--show] [--coded FILE]

Expected evidence is found when a line of its side cites words that overlap it, in its report or in a copy that has
the same words.  A line is unsupported when it cites what stands under ``never`` of its question, or is for or against
in an answer that calls more established than the reports do.  With --show what is missed is printed too, of
the open parts: whoever tunes does not read the others.  ``shown`` adds what stands on the page without being read as
evidence: on another side, or as a passage near the question.
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dateline.cli import main as dateline

_ROOT = Path(__file__).resolve().parent.parent
_QUESTIONS = _ROOT / "evaluation" / "questions"
#: Questions and the reports that they are put to, by set.
SETS = {
    "first": (_QUESTIONS / "questions.jsonl", _ROOT / "examples" / "reports" / "reports.jsonl"),
    "second": (_QUESTIONS / "second" / "questions.jsonl", _QUESTIONS / "second" / "reports.jsonl"),
    "third": (_QUESTIONS / "third" / "questions.jsonl", _QUESTIONS / "third" / "reports.jsonl"),
}
#: How much each value claims; ``attributed`` where a denial stands beside it says more than the reports do.
STRENGTH = {"not established": 0, "denied": 1, "disputed": 2, "attributed": 3, "asserted": 4}
Row = dict[str, Any]
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of evidence: its side, what it says, and every place (report, start, end) that it cites."""

    side: str
    says: str
    cites: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: how the question was read, what counts as established, the lines, the passages on no side."""

    form: str
    established: str | None
    lines: tuple[Line, ...]
    passages: tuple[Line, ...] = ()


def rows(part: str, chosen: str = "first") -> list[Row]:
    """The questions of one part of a set."""
    found = map(json.loads, SETS[chosen][0].read_text(encoding="utf-8").splitlines())
    return [row for row in found if row["part"] == part]


@cache
def texts() -> dict[str, str]:
    """The texts of all reports by id; the sets share none."""
    lines = (
        line for _, file in SETS.values() for line in file.read_text(encoding="utf-8").splitlines()
    )
    return {row["id"]: row["text"] for row in map(json.loads, lines)}


def command(*arguments: str) -> str:
    """What the command writes to its standard output; all of them run in this process."""
    ran = CliRunner().invoke(dateline, arguments)
    if ran.exit_code not in {0, 3}:
        msg = f"dateline {arguments[0]}: {ran.output.strip()[-500:]}"
        raise SystemExit(msg)
    return ran.stdout


def answer_lines(question: str, date: str, records: Path) -> Given:
    """The one door to what is measured: the answer to a question asked on a day, from a file of coded records."""
    told = json.loads(command("ask", question, "--coded", str(records), "--date", date, "--json"))
    return Given(
        (told.get("understood") or {}).get("form", ""),
        told["established"],
        tuple(Line(one["side"], one["says"], tuple(_cites(one))) for one in told["lines"]),
        tuple(Line("near", "", tuple(_cites(one))) for one in told["passages"]),
    )


def _cites(line: Row) -> Iterator[Place]:
    for cite in (line["cite"], *line.get("more", [])):
        source = cite.get("report", cite.get("source"))
        start, end = cite["span"]
        yield (source["id"] if isinstance(source, dict) else str(source)), start, end


def known_on(coded: Path, date: str, folder: Path) -> Path:
    """The records of the reports that were published by a day, in a file of their own."""
    kept = folder / f"{date}.jsonl"
    if not kept.exists():
        lines = coded.read_text(encoding="utf-8").splitlines(keepends=True)
        old = (line for line in lines if json.loads(line)["report"]["published"] <= date)
        kept.write_text("".join(old), encoding="utf-8")
    return kept


def places(item: Row) -> list[Place]:
    """Where the words of an item stand: in its report, and in copies of it; a whole report where it has no words."""
    if item["words"] is None:
        return [(item["report"], 0, len(texts()[item["report"]]))]
    found = ((name, text.find(item["words"])) for name, text in texts().items())
    return [(name, at, at + len(item["words"])) for name, at in found if at >= 0]


def touches(line: Line, item: Row) -> bool:
    """Whether a line is on the side of an item (any, where it names none) and cites words that overlap it."""
    side = item.get("side", line.side)
    on_side = line.side in ([side] if isinstance(side, str) else side)
    where = places(item)
    return on_side and any(
        c[0] == p[0] and c[1] < p[2] and p[1] < c[2] for c in line.cites for p in where
    )


def too_strong(row: Row, given: Given) -> bool:
    """Whether an answer calls more established than is expected."""
    allowed = _values(row["established"])
    if given.established is None or not allowed:
        return False
    return STRENGTH[given.established] > max(STRENGTH[value] for value in allowed)


def _values(wanted: str | list[str] | None) -> list[str]:
    if wanted is None:
        return []
    return [wanted] if isinstance(wanted, str) else wanted


def unsupported(row: Row, given: Given) -> list[Line]:
    """The lines that say what the reports do not: see the head of this file."""
    strong = too_strong(row, given)
    return [
        line
        for line in given.lines
        if (strong and line.side in {"for", "against"})
        or (
            any(touches(line, item) for item in row["never"])
            and not any(touches(line, item) for item in row["expects"])
        )
    ]


def missed(row: Row, given: Given) -> list[Row]:
    """The expected evidence that no line gives."""
    return [w for w in row["expects"] if not any(touches(line, w) for line in given.lines)]


def shown(row: Row, given: Given) -> int:
    """How much of the expected evidence stands on the page at all, on whatever side or none."""
    on_page = (*given.lines, *given.passages)
    words = ({k: v for k, v in item.items() if k != "side"} for item in row["expects"])
    return sum(any(touches(line, item) for line in on_page) for item in words)


def established_right(row: Row, given: Given) -> bool:
    """Whether the value is one of those expected (None for questions that ask for no yes or no)."""
    wanted = _values(row["established"])
    return given.established in wanted if wanted else given.established is None


def counts(row: Row, given: Given) -> Counter[str]:
    """What one question adds to the figures."""
    return Counter(
        questions=1,
        expected=len(row["expects"]),
        found=len(row["expects"]) - len(missed(row, given)),
        shown=shown(row, given),
        lines=len(given.lines),
        unsupported=len(unsupported(row, given)),
        established=established_right(row, given),
        form=given.form == row["form"],
    )


def figures(count: Counter[str]) -> dict[str, float]:
    """Shares, out of counts; ``lines`` and ``unsupported`` stay numbers."""
    return {
        "questions": count["questions"],
        "expected": count["expected"],
        "found": round(count["found"] / max(1, count["expected"]), 3),
        "shown": round(count["shown"] / max(1, count["expected"]), 3),
        "lines": count["lines"],
        "unsupported": count["unsupported"],
        "established": round(count["established"] / max(1, count["questions"]), 3),
        "form": round(count["form"] / max(1, count["questions"]), 3),
    }


def show(row: Row, given: Given) -> None:
    """Print what an answer misses and what it should not say."""
    wrong = unsupported(row, given)
    lost = missed(row, given)
    right = established_right(row, given)
    if not wrong and not lost and right and given.form == row["form"]:
        return
    print(f"\n{row['id']} {row['question']} ({row['date']})")
    if given.form != row["form"]:
        print(f"  form {given.form!r}, should be {row['form']!r}")
    if not right:
        print(f"  established {given.established!r}, should be {row['established']!r}")
    for item in lost:
        print(f"  missed {item['side']}: {item['report']} {item['words']!r}")
    for line in wrong:
        print(f"  unsupported {line.side}: {line.says} {line.cites[:1]}")


def measured(part: str, chosen: str, coded: Path) -> Iterator[tuple[Row, Given]]:
    """Each question of a part with its answer, from the reports that were published by its day."""
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(part, chosen):
            records = known_on(coded, row["date"], Path(folder))
            yield row, answer_lines(row["question"], row["date"], records)


def tables(answered: Iterable[tuple[Row, Given]], *, tell: bool) -> dict[str, Counter[str]]:
    """Counts over all questions and by form."""
    found: dict[str, Counter[str]] = {"all": Counter()}
    for row, given in answered:
        if tell and row["part"] == "open":
            show(row, given)
        for key in ("all", row["form"]):
            found.setdefault(key, Counter()).update(counts(row, given))
    return found


def _given(arguments: Sequence[str], option: str, default: str) -> str:
    return arguments[arguments.index(option) + 1] if option in arguments else default


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    chosen = _given(arguments, "--set", "first")
    part = _given(arguments, "--part", "third" if chosen == "third" else "open")
    with tempfile.TemporaryDirectory() as folder:
        coded = Path(folder) / "coded.jsonl"
        if "--coded" in arguments:
            coded = Path(arguments[arguments.index("--coded") + 1])
        else:
            coded.write_text(command("code", "--json", str(SETS[chosen][1])), encoding="utf-8")
        found = tables(measured(part, chosen, coded), tell="--show" in arguments)
    for key, count in found.items():
        print(f"{part} {key}: {figures(count)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
