"""What the report itself hangs behind words that are reported: ", as rescuers dug", ", two days after ..."."""

from collections.abc import Sequence

from dateline.coding.claim_parts import is_comma, is_mark
from dateline.coding.claim_quotes import Piece, holds
from dateline.records import Sentence

_DIRECT = {"as", "while", "when", "after", "amid", "following", "before", "ahead"}
_COUNTED = {"after", "before"}
_UNITS = {"second", "minute", "hour", "day", "week", "month", "year", "moment", "night", "decade"}
#: Words of a counted time before "after" ("less than two days after").
_LONGEST = 6


def reported(s: Sentence, v: int, tokens: Sequence[int], parts: Sequence[Piece]) -> list[int]:
    """The reported tokens without a clause of time that trails behind the verb, after a comma.

    Such a clause is the report's own ("said the bridge was safe, as cranes cleared the road"); quoted
    words are the speaker's and stay.

    Args:
        s: the sentence.
        v: the reporting verb.
        tokens: what is reported, in text order.
        parts: the quotations that touch the sentence.
    """
    if not tokens or tokens[-1] < v:
        return list(tokens)
    for at, i in enumerate(tokens):
        apart = i > v and (is_comma(s, i - 1) or _closes_quote(s, i - 1, parts))
        unquoted = apart and _opens(s, i) and holds(parts, i) is None
        if unquoted and _runs_out(s, i, tokens[at:]):
            return list(tokens[:at])
    return list(tokens)


def _closes_quote(s: Sentence, i: int, parts: Sequence[Piece]) -> bool:
    """Whether a token is the mark behind a quotation."""
    return is_mark(s, i) and any(p.last == i - 1 for p in parts)


def _opens(s: Sentence, i: int) -> bool:
    """Whether a clause of time begins with this token."""
    token = s.tokens[i]
    if token.lower in _DIRECT:
        return token.lower != "as" or not _manner(s, i)
    for k in range(i, min(i + _LONGEST, len(s.tokens) - 1)):
        if s.tokens[k].lemma.lower() in _UNITS:
            return s.tokens[k + 1].lower in _COUNTED
        if s.tokens[k].pos not in {"NUM", "DET", "ADV", "ADJ", "ADP", "SCONJ"}:
            return False
    return False


def _manner(s: Sentence, i: int) -> bool:
    """Whether "as" compares or names a role ("as well", "as part of")."""
    above = s.tokens[s.tokens[i].head]
    return s.tokens[i].dep != "mark" or above.pos not in {"VERB", "AUX"}


def _runs_out(s: Sentence, i: int, rest: Sequence[int]) -> bool:
    """Whether the clause that begins at ``i`` reaches the end of what is reported."""
    top = i
    for _ in range(len(s.tokens)):
        above = s.tokens[top].head
        if above == top or s.edge(above)[0] < i:
            break
        top = above
    return s.edge(top)[1] >= rest[-1] - 1
