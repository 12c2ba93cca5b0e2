"""Closed lists of grammar that the frames need: control verbs, charge verbs, act nouns."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import load_json


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists from ``knowledge/lexicon/en/grammar.yml``, lemmas in lower case."""

    object_control: frozenset[str]
    charge_verbs: frozenset[str]
    act_nouns: frozenset[str]
    transparent: frozenset[str]


@cache
def load_grammar() -> Grammar:
    """The lists, read once."""
    raw = load_json("lexicon.json")["grammar"]
    return Grammar(**{k: frozenset(raw[k]) for k in Grammar.__slots__})
