"""Where the act headed by a word took place, by syntax alone."""

from collections.abc import Sequence

from dateline.records import Place, Sentence

LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "on", "into", "to", "towards", "toward", "inside", "across", "from", "over"})


def place_for(sentence: Sentence, token_index: int, places: Sequence[Place]) -> Place | None:
    """The place of the act headed by a token, or None."""
    here = [p for p in places if sentence.span.holds(p.span) and p.use == "literal"]
    if not here:
        return None
    for c in sentence.children[token_index]:
        if sentence.tokens[c].dep == "prep" and sentence.tokens[c].lower in LOCATIVE:
            first, last = sentence.edge(c)
            span = sentence.cover(first, last)
            found = [p for p in here if span.holds(p.span)]
            if found:
                return found[0]
    return None
