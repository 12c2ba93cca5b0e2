"""The headline against the body."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers.samples import CLAIM_REBELS, REPORT, words

from dateline.knowledge.ledger import presupposing
from dateline.ledger.headline import kind_of, support_of
from dateline.records import Ground, Headline, Report

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Is Lima closing its ports?", "question"),
        ("\u201cWill they ever leave?\u201d", "question"),
        ("\u2018We stay\u2019, dockers say", "quotation"),
        ('"We stay"', "quotation"),
        ("Dockers call strike \u2018illegal\u2019", "statement"),
        ("Rebels' leader quits", "statement"),
        ("'Peace talks' collapse in Lima as envoys leave", "statement"),
        ("", "statement"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def ground(side: str, how: str, link: str = "") -> Ground:
    return Ground("e-1", side, how, CLAIM_REBELS.speaker, words("shelled"), link)


@pytest.mark.parametrize(
    ("grounds", "support"),
    [
        ([], "not established"),
        ([ground("for", "told")], "asserted"),
        ([ground("for", "told"), ground("against", "denied")], "asserted"),
        ([ground("for", "named source")], "asserted"),
        ([ground("for", "claimed")], "attributed"),
        ([ground("for", "claimed"), ground("against", "denied")], "denied"),
        ([ground("for", "open")], "not established"),
        ([ground("against", "denied", "only the base ties them")], "not established"),
    ],
)
def test_support(grounds: list[Ground], support: str) -> None:
    assert support_of(grounds) == support


@pytest.mark.model
def test_floors_on_our_headlines(pipeline: Any) -> None:
    import headlines

    found = headlines.figures(pipeline)
    assert found["headlines"] >= 60
    assert found["kind"] == 1.0
    assert found["support"] >= 0.9
    assert found["by"] >= 0.98
    assert found["unmentioned"] >= 0.98
    assert found["presupposes"] >= 0.98
    assert found["asserted_wrongly"] <= 1
    later = headlines.figures(pipeline, "later")
    assert later["support"] >= 0.7
    assert later["asserted_wrongly"] == 0


def weighed(
    pipeline: Any, title: str, text: str = "The ministry opened an office on Monday."
) -> Headline:
    report = replace(REPORT, id="h", title=title, text=text, dateline=None, published="2024-05-15")
    (record,) = pipeline.run([report])
    found: Headline = record.headline
    return found


def examples() -> Iterator[tuple[str, str, bool]]:
    import yaml

    rows = yaml.safe_load(
        (ROOT / "knowledge" / "ledger" / "presuppositions.yml").read_text(encoding="utf-8")
    )
    for row in rows:
        yield from ((row["id"], text, True) for text in row["examples"])
        yield from ((row["id"], text, False) for text in row.get("not", ()))


@pytest.mark.model
@pytest.mark.parametrize(("entry", "title", "hit"), list(examples()))
def test_examples_of_what_is_taken_for_granted(
    pipeline: Any, entry: str, title: str, *, hit: bool
) -> None:
    found = [p.entry for p in weighed(pipeline, title).presupposed]
    assert (entry in found) is hit


def test_every_entry_has_words() -> None:
    assert all(t.words and "{it}" in t.asks for t in presupposing().triggers)


@pytest.mark.model
def test_a_name_that_the_base_ties_to_a_denial_establishes_nothing(pipeline: Any) -> None:
    found = weighed(
        pipeline,
        "Is Macron planning another power grab in Chad?",
        "France denied supporting the general who is marching on the capital of Chad.",
    )
    assert (found.kind, found.support) == ("question", "not established")
    assert [u.text for u in found.unmentioned] == ["Macron"]
    (against,) = found.grounds
    assert (against.side, against.how) == ("against", "denied")
    assert "FRA" in against.link
    (taken,) = found.presupposed
    assert (taken.word, taken.told) == ("another", None)


@pytest.mark.model
def test_spans_of_evidence_are_of_the_body_and_spans_of_words_of_the_headline(
    pipeline: Any,
) -> None:
    title, text = (
        "Another bomb explodes in Bogota",
        "A bomb went off in Bogota on Monday. One killed two last year.",
    )
    found = weighed(pipeline, title, text)
    assert all(g.evidence.text == text[slice(*g.evidence.span)] for g in found.grounds)
    assert all(p.word == title[slice(*p.at)] for p in found.presupposed)


@pytest.mark.model
@pytest.mark.parametrize(
    "title",
    [
        "",
        " ",
        "?",
        "\u201c",
        "\ud800",
        "Another",
        "Again again again",
        "second " * 400,
        "\u202eabc",
        "\n",
    ],
)
def test_odd_headlines_do_no_harm(pipeline: Any, title: str) -> None:
    report = Report(
        "odd", "odd", "Rebels shelled the port of Aden on Friday.", title=title, language="en"
    )
    (record,) = pipeline.run([report])
    assert record.report.not_coded is None
    assert record.events
    assert (record.headline is None) is (not title.strip())


@pytest.mark.model
def test_each_report_keeps_its_own_headline(pipeline: Any) -> None:
    texts = ["Rebels shelled the port of Aden.", "", "Kenya expelled the envoy of Chad."]
    reports = [
        Report(str(n), "x", text, title=title, language="en", not_coded=None if text else "empty")
        for n, (text, title) in enumerate(zip(texts, ["First", "Second", None], strict=True))
    ]
    found = list(pipeline.run(reports))
    assert [r.report.id for r in found] == ["0", "1", "2"]
    assert [r.headline.text if r.headline else None for r in found] == ["First", None, None]
