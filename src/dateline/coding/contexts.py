"""PLOVER contexts of an act, from the CAMEO code and the words of its sentence."""

import re
from functools import cache

from dateline.coding.drafts import Draft
from dateline.knowledge.lexicon import Lexicon, load_lexicon
from dateline.records import Sentence

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


def contexts_of(draft: Draft, sentence: Sentence, lexicon: Lexicon) -> tuple[str, ...]:
    """Contexts, most telling first: the CAMEO code's, then the sentence's by number of words."""
    own = list(lexicon.cameo.get(draft.cameo or "", {}).get("contexts", ()))
    own += [m for m in draft.modes if m in {"cyber", "misinformation"}]
    pattern, by_word = _pattern()
    counts: dict[str, int] = {}
    for word in pattern.findall(sentence.text):
        for context in by_word.get(word.lower(), ()):
            counts[context] = counts.get(context, 0) + 1
    heard = sorted(counts, key=lambda c: (-counts[c], c))
    return tuple(dict.fromkeys([*own, *heard]))[:MOST]
