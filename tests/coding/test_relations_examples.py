"""Every example in knowledge/cues/relations.yml gives its relation; every counter-example gives none of that kind."""

from pathlib import Path

import pytest
import yaml
from helpers.casts import SmallCast

from dateline.coding.claims import find_claims
from dateline.coding.relations import find_relations
from dateline.records import ParsedReport, Participant, Place, Relation, Span

RELATIONS = Path(__file__).parents[2] / "knowledge" / "cues" / "relations.yml"
DEMONYMS = {"Kenyan": "Kenya"}


def _entries() -> tuple[list[tuple[str, str, dict[str, str]]], list[tuple[str, str, str]]]:
    raw = yaml.safe_load(RELATIONS.read_text(encoding="utf-8"))["entries"]
    good = [(e["id"], e["kind"], x) for e in raw for x in e["examples"]]
    bad = [(e["id"], e["kind"], x) for e in raw for x in e.get("not", [])]
    return good, bad


GOOD, BAD = _entries()


def _relations(parsed: ParsedReport) -> tuple[Relation, ...]:
    places = tuple(
        Place(t.text, Span(t.start, t.end), DEMONYMS[t.text], "KEN", kind="country", use="demonym")
        for s in parsed.sentences
        for t in s.tokens
        if t.text in DEMONYMS
    )
    cast = SmallCast(parsed)
    return find_relations(parsed, cast, places, find_claims(parsed, cast, ()))


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Relation, ...]]:
    from helpers.parsed import parse_all

    texts = [x["text"] for _, _, x in GOOD] + [text for _, _, text in BAD]
    return {text: _relations(p) for text, p in zip(texts, parse_all(texts), strict=True)}


def _words(side: Participant | Place) -> str:
    return side.actor.name if isinstance(side, Participant) else side.name or side.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("entry", "kind", "example"), GOOD, ids=lambda x: x if isinstance(x, str) else None
)
def test_example_gives_its_relation(found, entry, kind, example):
    mine = [(r.kind, _words(r.subject), _words(r.object), r.status) for r in found[example["text"]]]
    wanted = example["subject"].lower(), example["object"].lower()
    hits = [
        m
        for m in mine
        if m[0] == kind and m[1].lower().endswith(wanted[0]) and m[2].lower().endswith(wanted[1])
    ]
    assert hits, (entry, mine)
    assert all(h[3] == "actual" for h in hits)


@pytest.mark.model
@pytest.mark.parametrize(("entry", "kind", "text"), BAD)
def test_counter_example_gives_no_fact(found, entry, kind, text):
    assert [r for r in found[text] if r.kind == kind and r.status == "actual"] == [], entry
