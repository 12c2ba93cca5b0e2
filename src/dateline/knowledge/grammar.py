"""Closed lists of grammar that the frames need: control verbs, charge verbs, act nouns."""

from dataclasses import dataclass, field
from functools import cache

from dateline.knowledge.files import load_json


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists from ``knowledge/lexicon/en/grammar.yml``, lemmas in lower case."""

    object_control: frozenset[str]
    charge_verbs: frozenset[str]
    act_nouns: frozenset[str]
    transparent: frozenset[str]
    joining: frozenset[str] = frozenset()
    settling: frozenset[str] = frozenset()
    responsible: frozenset[str] = frozenset()
    charging: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    friendly: frozenset[str] = frozenset()
    stative: frozenset[str] = frozenset()
    mishaps: frozenset[str] = frozenset()
    topical: frozenset[str] = frozenset()
    unproven: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    tough: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    rulings: frozenset[str] = frozenset()
    decreeing: frozenset[str] = frozenset()
    accusing: frozenset[str] = frozenset()
    remembering: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    nearing: frozenset[str] = frozenset()
    pledging: frozenset[str] = frozenset()
    befalling: frozenset[str] = frozenset()
    obeying: frozenset[str] = frozenset()
    covering: frozenset[str] = frozenset()
    hedges: dict[str, str] = field(default_factory=dict)
    noun_moods: dict[str, str] = field(default_factory=dict)


@cache
def load_grammar() -> Grammar:
    """The lists, read once."""
    raw = load_json("lexicon.json")["grammar"]
    lists = {k: frozenset(words) for k, words in raw.items() if not isinstance(words, dict)}
    return Grammar(**lists, hedges=_by_word(raw["hedges"]), noun_moods=_by_word(raw["noun_moods"]))


def _by_word(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in lists.items() for word in words}
