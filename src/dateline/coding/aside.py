"""Sentences that are about a game: what is beaten, attacked and threatened there is no event."""

import re
from functools import cache

from dateline.knowledge.files import load_json
from dateline.knowledge.phrases import Phrases
from dateline.records import ParsedReport

#: Share of sport words in a report above which all of it is about sport.
DENSE = 1 / 45
#: Distinct sport words that a report needs before density counts.
DISTINCT = 4
#: Distinct words of conflict that make a report about one.
CONFLICT = 3
#: Distinct sport words that make a single sentence one about sport.
ALONE = 2
#: "4-1" beside a word of play is a result.
SCORE = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])")
GAME = re.compile(
    r"\b(?:match|game|win|won|beat|beaten|lost|defeat|draw|drew|group|final|goals?|side|title|cup|league)\b",
    re.IGNORECASE,
)


@cache
def _words(topic: str) -> Phrases:
    return Phrases(load_json("topics.json")[topic])


def criminal(text: str) -> bool:
    """Whether a sentence speaks of ordinary crime (robbery, homicide, drunken driving)."""
    return _words("crime").within(text)


def warring(parsed: ParsedReport) -> bool:
    """Whether a report is about an armed or political conflict."""
    words = _words("conflict")
    return len({w for s in parsed.sentences for w in words.find(s.text)}) >= CONFLICT


def accidental(parsed: ParsedReport) -> bool:
    """Whether a report tells of an accident: a leak, a crash, a collapse."""
    return any(_words("accident").within(s.text) for s in parsed.sentences)


def sporting(parsed: ParsedReport) -> frozenset[int]:
    """Indices of the sentences about a game or a work of fiction; all of them when the report is about one."""
    everything = frozenset(s.index for s in parsed.sentences)
    if _about(parsed, "culture"):
        return everything
    if _about(parsed, "sport"):
        return everything
    words, fiction = _words("sport"), _words("fiction")
    return frozenset(
        s.index
        for s in parsed.sentences
        if len(set(words.find(s.text))) >= ALONE
        or (SCORE.search(s.text) and GAME.search(s.text))
        or fiction.within(s.text)
    )


def _about(parsed: ParsedReport, topic: str) -> bool:
    """Whether a report is dense with the words of a topic."""
    words = _words(topic)
    hits = [set(words.find(s.text)) for s in parsed.sentences]
    distinct = set().union(*hits) if hits else set()
    length = sum(len(s.tokens) for s in parsed.sentences) or 1
    return len(distinct) >= DISTINCT and sum(map(len, hits)) / length >= DENSE
