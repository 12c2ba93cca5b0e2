"""How far a noun phrase reaches."""

from dateline.records import Sentence

#: Dependents to the left that belong to the phrase.
LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
        "nounmod",
        "preconj",
    }
)
#: Prepositions before a day, which no name begins with.
DAY_OF = frozenset({"on", "in", "since", "by", "until", "from"})
#: Prepositions whose phrase says which people are meant.
BELONGS = frozenset(
    {"of", "in", "from", "at", "near", "throughout", "across", "within", "around", "inside", "on"}
)


def left_edge(sentence: Sentence, head: int) -> int:
    """First token of the phrase headed by ``head``."""
    first = head
    for child in sentence.children[head]:
        if child < head and sentence.tokens[child].dep in LEFT:
            first = min(first, _leftmost(sentence, child, head))
    while first < head and sentence.tokens[first].tag in ("``", "''", ",", "-LRB-", "CC"):
        first += 1
    return _behind_day(sentence, first, head)


def _behind_day(sentence: Sentence, first: int, head: int) -> int:
    """Past a day that the parser took into the phrase: "On Friday General Burhan", "in mid-October rebel forces"."""
    if first == 0 or sentence.tokens[first - 1].lower not in DAY_OF:
        return first
    at = first
    while at < head and sentence.tokens[at].ent == "DATE":
        at += 1
    return at


def _leftmost(sentence: Sentence, i: int, _stop: int) -> int:
    first = i
    for child in sentence.children[i]:
        if child < first:
            first = min(first, _leftmost(sentence, child, i))
    return first


def objects(
    sentence: Sentence, head: int, prepositions: frozenset[str] = BELONGS
) -> list[tuple[str, int]]:
    """Objects of the prepositions that hang on ``head``: (preposition, object), in text order."""
    found: list[tuple[str, int]] = []
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.dep == "prep" and token.lower in prepositions:
            found.extend(
                (token.lower, i)
                for i in sentence.children[child]
                if sentence.tokens[i].dep == "pobj"
            )
    return found


def done_there(sentence: Sentence, head: int, obj: int) -> bool:
    """Whether a phrase tells where something was done, not whose the people are.

    So in "signed with a faction in the Nigerian capital".
    """
    t = sentence.tokens[head]
    if t.dep not in ("pobj", "dobj"):
        return False
    children = [sentence.tokens[c].lower for c in sentence.children[head]]
    return ("a" in children or "an" in children or "some" in children) and "capital" in (
        sentence.tokens[obj].lower,
        *(sentence.tokens[c].lower for c in sentence.children[obj]),
    )


def conjuncts(sentence: Sentence, head: int) -> list[int]:
    """Heads coordinated with ``head``, those of conjuncts included, in text order."""
    found: list[int] = []
    for child in sentence.children[head]:
        if sentence.tokens[child].dep == "conj":
            found.append(child)
            found.extend(conjuncts(sentence, child))
    return found


def first_conjunct(sentence: Sentence, i: int) -> int:
    """The head at which a chain of conjuncts begins."""
    seen = 0
    while (
        sentence.tokens[i].dep == "conj"
        and sentence.tokens[i].head != i
        and seen < len(sentence.tokens)
    ):
        i = sentence.tokens[i].head
        seen += 1
    return i
