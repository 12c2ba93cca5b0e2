"""PLOVER contexts of an act, from the CAMEO code and the words of its sentence."""

from functools import cache

from dateline.coding.drafts import Draft
from dateline.knowledge.lexicon import Lexicon, load_lexicon
from dateline.knowledge.phrases import Phrases

#: Most contexts an event keeps; the code's own first.
MOST = 4


@cache
def _words() -> tuple[Phrases, dict[str, list[str]]]:
    """All context words, and the contexts each speaks for."""
    by_word: dict[str, list[str]] = {}
    for context, words in load_lexicon().contexts.items():
        for word in words:
            by_word.setdefault(word.lower(), []).append(context)
    return Phrases(by_word), by_word


def contexts_heard(text: str) -> list[str]:
    """Contexts that words of a text speak for, those with most words first."""
    phrases, by_word = _words()
    counts: dict[str, int] = {}
    for word in phrases.find(text):
        for context in by_word[word]:
            counts[context] = counts.get(context, 0) + 1
    return sorted(counts, key=lambda c: (-counts[c], c))


def contexts_of(draft: Draft, heard: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Contexts, most telling first: the CAMEO code's own, then those heard in the sentence."""
    own = list(lexicon.cameo.get(draft.cameo or "", {}).get("contexts", ()))
    own += [m for m in draft.modes if m in {"cyber", "misinformation"}]
    return tuple(dict.fromkeys([*own, *heard]))[:MOST]
