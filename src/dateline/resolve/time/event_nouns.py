"""Nouns that are acts with a day of their own: attack, torture, trial."""

from functools import cache

from dateline.knowledge.calendar import context_words
from dateline.knowledge.lexicon import load_lexicon
from dateline.records import Token

_NOUNS = ("NOUN", "PROPN")
#: Types whose nouns name something that happens on a day; "aid" and "promise" need not.
_TYPES = frozenset(
    {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "CONSULT", "SANCTION", "RETREAT", "COOPERATE"}
)


def is_event(token: Token) -> bool:
    """Whether a word is a noun of the event lexicon, or a crime."""
    return token.pos in _NOUNS and _happens(token.lemma)


def is_weapon(token: Token) -> bool:
    """Whether a word is a weapon that is thrown, dropped or fired."""
    if token.pos not in _NOUNS:
        return False
    classes = load_lexicon().noun_classes.get(token.lemma, ())
    return "weapon" in classes and ("projectile" in classes or "explosive" in classes)


@cache
def _happens(lemma: str) -> bool:
    if lemma in context_words("no_events"):
        return False
    lexicon = load_lexicon()
    return "crime" in lexicon.noun_classes.get(lemma, ()) or any(
        entry.type in _TYPES for entry in lexicon.nouns(lemma)
    )
