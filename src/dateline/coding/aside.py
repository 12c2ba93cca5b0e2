"""Sentences that are about a game: what is beaten, attacked and threatened there is no event."""

import re
from functools import cache

from dateline.knowledge.files import load_json
from dateline.knowledge.phrases import Lowered, Phrases
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
    texts = [Lowered.of(s.text) for s in parsed.sentences]
    sport = [set(_words("sport").find(text)) for text in texts]
    culture = [set(_words("culture").find(text)) for text in texts]
    length = sum(len(s.tokens) for s in parsed.sentences) or 1
    if _dense(culture, length) or _dense(sport, length):
        return frozenset(s.index for s in parsed.sentences)
    fiction = _words("fiction")
    return frozenset(
        s.index
        for s, text, words in zip(parsed.sentences, texts, sport, strict=True)
        if len(words) >= ALONE
        or (SCORE.search(s.text) and GAME.search(s.text))
        or fiction.within(text)
    )


def _dense(hits: list[set[str]], length: int) -> bool:
    """Whether a report of so many words is dense with the words of a topic, given sentence by sentence."""
    distinct = set[str]().union(*hits)
    return len(distinct) >= DISTINCT and sum(map(len, hits)) / length >= DENSE
