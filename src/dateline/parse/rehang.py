"""A sentence's tree with some of its tokens changed."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.records import Sentence, Token


def rehung(sentence: Sentence, changed: Mapping[int, Token]) -> Sentence:
    """The sentence with other tokens at some positions, and who hangs below whom counted anew.

    Args:
        sentence: a parsed sentence.
        changed: the new tokens by position; their heads are positions in the same sentence.
    """
    tokens = tuple(changed.get(t.i, t) for t in sentence.tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            below[t.head].append(t.i)
    return replace(sentence, tokens=tokens, children=tuple(map(tuple, below)))
