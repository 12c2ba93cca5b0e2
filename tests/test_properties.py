"""Whatever text comes in, a record comes out: nothing is raised, every span fits, and coding again changes nothing."""

import io
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.formats.to_json import json_line, record_dict
from dateline.intake.readers import read
from dateline.records import Report

pytestmark = pytest.mark.model

FRAGMENTS = (
    "TRIPOLI, April 5 (Reuters) - ", "Gunmen attacked a convoy", "12 to 15 soldiers", "50 km south of Gao", "at least", "on Monday",
    "the interior ministry said", "denied that", "accused Chad of", "refused to lift the curfew", "\"We will never leave,\"", "he said.",
    "Egypt and the UAE", "which backs the army", "who", "Police arrested", "tear gas", ",", ".", "\n\n", "\n", " ", "-", "\u2014", "\u201c", "\u201d", "'",
    "if", "not", "and", "the", "April 14-16", "last year", "in 2011", "next week", "talks", "were held", "was overthrown", "The", "U.N.",
    "Mr.", "1,000,000,000", "0", "99999999999999999999", "February 30", "http://example.org", "\u200b", "\u202e", "\ufeff", "\U0001f600", "\u0645\u0635\u0631", "\x00",
    "(", ")", "[", "<b>", "&amp;", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Menu", "Be First to Comment", "Leave a Reply",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)
ANY = st.text(st.characters(), max_size=200)  # every code point, lone surrogates too
TEXTS = st.one_of(NEWS, GLUED, ANY, st.tuples(NEWS, ANY, NEWS).map("".join))
DAYS = st.one_of(st.none(), st.dates().map(lambda d: d.isoformat()))
STORIES = (
    "Rebels shelled the town of Kaya on Monday, killing at least 12 people. The army denied that it had lost control of the town.",
    "Peru accused Bolivia of breaking the border treaty. Bolivia's foreign ministry rejected the charge.",
    'The president will travel to Hanoi on May 3. "We want peace," his spokesman said.',
    "Police arrested 30 students in Tunis.",
)

some = settings(
    max_examples=120,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
few = settings(some, max_examples=15)


def report(text: str, *, name: str = "r", published: str | None = None) -> Report:
    return Report(
        name,
        "test",
        text,
        published=published,
        published_from="given" if published else None,
        language="en",
    )


def walk(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def check_spans(made: dict[str, Any]) -> None:
    text = made["report"]["text"]
    assert "internal error" not in (made["report"]["not_coded"] or "")
    for node in walk(made):
        for start, end in [*filter(None, [node.get("span")]), *(node.get("spans") or [])]:
            assert 0 <= start <= end <= len(text), node
        if node.get("span") and "text" in node:
            start, end = node["span"]
            assert node["text"] == text[start:end], node
    for claim in made["claims"]:
        parts = [text[a:b] for a, b in claim["content"]["spans"]]
        assert claim["content"]["text"] == " ".join(parts)


def check_links(made: dict[str, Any]) -> None:
    events = [e["id"] for e in made["events"]]
    claims = [c["id"] for c in made["claims"]]
    assert len(events) == len(set(events)), "two events with one id"
    assert len(claims) == len(set(claims)), "two claims with one id"
    for claim in made["claims"]:
        assert set(claim["events"]) <= set(events)
        assert {s["event"] for s in claim["stance"]} <= set(events)
    for event in made["events"]:
        assert event["attribution"] is None or event["attribution"]["claim"] in claims
        assert 0 <= event["confidence"] <= 1
        assert 0 <= event["commitment"] <= 1
    for date in made["dates"]:
        if date["start"] and date["end"]:
            assert date["start"] <= date["end"]


@some
@given(text=TEXTS, day=DAYS)
@example(text="", day=None)
@example(text=" \n\n\t", day="2024-02-29")
@example(text="\ud800 attacked \udfff", day="0001-01-01")
@example(text="He said that " * 800, day="9999-12-31")
@example(text='"He said" ' * 1500, day=None)
@example(text="Gunmen attacked Gao and " * 600, day=None)
@example(text="the president of " * 1500, day=None)
@example(text='"' * 500, day=None)
@example(text="((((" * 200 + "Gunmen attacked Gao.", day=None)
def test_any_text_gives_a_sound_record(pipeline: Any, text: str, day: str | None) -> None:
    (record,) = pipeline.run([report(text, published=day)])
    made = record_dict(record)
    assert made["report"]["text"] == text
    check_spans(made)
    check_links(made)
    assert json.loads(json_line(record)) == made


@few
@given(text=TEXTS, day=DAYS)
def test_coding_twice_gives_the_same_bytes(pipeline: Any, text: str, day: str | None) -> None:
    first, second = (
        [json_line(r) for r in pipeline.run([report(text, published=day)])] for _ in range(2)
    )
    assert first == second


@few
@given(
    texts=st.lists(st.one_of(st.sampled_from(STORIES), NEWS), min_size=2, max_size=5),
    seed=st.integers(0, 9),
)
def test_order_of_reports_does_not_matter(pipeline: Any, texts: list[str], seed: int) -> None:
    reports = [report(text, name=str(i), published="2024-05-15") for i, text in enumerate(texts)]
    shuffled = reports[:]
    random.Random(seed).shuffle(shuffled)
    told = {r.report.id: json_line(r) for r in pipeline.run(reports)}
    again = {r.report.id: json_line(r) for r in pipeline.run(shuffled)}
    assert told == again
    alone = {r.id: json_line(next(iter(pipeline.run([r])))) for r in reports}
    assert told == alone


@few
@given(
    data=st.one_of(st.binary(max_size=400), TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")))
)
@example(data=b'{"id": 1, "text": "Mali accused Niger."}\n{"id": ')
@example(data=b"\xff\xfe\x00\x00")
@example(data=b"<html><body><p>Mali accused Niger of arming rebels.</p><script>")
def test_any_bytes_are_read_or_set_aside(pipeline: Any, data: bytes) -> None:
    found = list(read(["-"], stdin=io.BytesIO(data)))
    reports = [r for r in found if isinstance(r, Report)]
    for aside in found:
        if not isinstance(aside, Report):
            assert aside.reason
    for record in pipeline.run(reports):
        check_spans(record_dict(record))


@pytest.mark.parametrize("story", STORIES)
def test_windows_line_ends_and_odd_blanks_move_no_span(
    code: Callable[..., dict[str, Any]], story: str
) -> None:
    for text in (
        story.replace(". ", ".\r\n\r\n"),
        story.replace(" ", "\u00a0"),
        "\ufeff" + story,
        story.replace('"', "\u201c"),
    ):
        check_spans(code(text))


def test_other_processes_give_the_same_bytes() -> None:
    """Sets and dictionaries are ordered anew by every process; records must not be."""
    folder = Path(__file__).parent / "golden"
    told = []
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [Path(sys.executable).with_name("dateline"), "code", "--json", str(folder)],
            capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        told.append(done.stdout)
    assert told[0].count(b"\n") >= 4
    assert told[0] == told[1] == told[2]
