"""PLOVER contexts of an act, from the CAMEO code and the words of its sentence."""

import re
from functools import cache

from dateline.coding.drafts import Draft
from dateline.knowledge.lexicon import Lexicon, load_lexicon

#: Most contexts an event keeps; the code's own first.
MOST = 4


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """One pattern over all context words, and the contexts each word speaks for."""
    by_word: dict[str, list[str]] = {}
    for context, words in load_lexicon().contexts.items():
        for word in words:
            by_word.setdefault(word, []).append(context)
    body = "|".join(re.escape(w) for w in sorted(by_word, key=len, reverse=True))
    return re.compile(rf"\b({body})s?\b", re.IGNORECASE), by_word


def contexts_heard(text: str) -> list[str]:
    """Contexts that words of a text speak for, those with most words first."""
    pattern, by_word = _pattern()
    counts: dict[str, int] = {}
    for word in pattern.findall(text):
        for context in by_word.get(word.lower(), ()):
            counts[context] = counts.get(context, 0) + 1
    return sorted(counts, key=lambda c: (-counts[c], c))


def contexts_of(draft: Draft, heard: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Contexts, most telling first: the CAMEO code's own, then those heard in the sentence."""
    own = list(lexicon.cameo.get(draft.cameo or "", {}).get("contexts", ()))
    own += [m for m in draft.modes if m in {"cyber", "misinformation"}]
    return tuple(dict.fromkeys([*own, *heard]))[:MOST]
