"""Which act the words of a question ask for, by the table of questions."""

from collections.abc import Sequence

from dateline.knowledge.questions import Asking, Pattern, questions
from dateline.ledger.same import word_stem
from dateline.records import Sentence, Token

#: Words that tell no act.
_EMPTY = frozenset(
    (
        *(
            "be",
            "have",
            "do",
            "will",
            "there",
            "people",
            "person",
            "thing",
            "side",
            "place",
            "time",
        ),
        *("get", "go", "make", "town", "city", "country", "state"),
    )
)
#: A word shorter than this agrees with another only as it stands.
_STEMMED = 5
#: What it counts that the act is the statement's verb, is told by a verb, or stands in the subject alone.
_MAIN, _VERB, _SUBJECT = 0.6, 0.2, -0.3


def best_asking(
    free: Sequence[Token], root: int, subject: int, *, carried: bool
) -> tuple[tuple[Asking, ...], tuple[Token, ...], tuple[Token, ...]]:
    """The entry of the table that most words agree with, those words, and the words of an act within it.

    Args:
        free: words of the statement that are no names and no dates.
        root: position of the statement's verb.
        subject: where the subject ends.
        carried: whether a word such as "behind" ties the doer to the act, so that a noun tells it.
    """
    found: list[tuple[float, Asking, tuple[Token, ...]]] = []
    for asking in questions().acts:
        for pattern in asking.patterns:
            hit = matched(pattern, free)
            if hit is not None:
                found.append((_score(hit, root, subject, carried=carried), asking, hit))
    if not found:
        return (), (), ()
    backing = [f for f in found if f[1].id == "q.back" and any(t.i == root for t in f[2])]
    best = max(backing or found, key=lambda f: f[0])  # "helped them take the town"
    outer = [f for f in found if f[1].outer and any(t.i == root for t in f[2])]
    if outer and not carried:
        head = max(outer, key=lambda f: f[0])
        rest = [f for f in found if not set(f[2]) & set(head[2]) and all(t.i > root for t in f[2])]
        inner = max(rest, key=lambda f: f[0])[2] if rest else ()
        return (head[1],), head[2], inner
    return (best[1],), best[2], ()


def _score(hit: Sequence[Token], root: int, subject: int, *, carried: bool) -> float:
    score = len(hit) + _MAIN * any(t.i == root for t in hit)
    score += _SUBJECT * all(t.i < subject for t in hit)
    return score + (0 if carried else _VERB * any(t.pos == "VERB" for t in hit))


def loosely_tied(free: Sequence[Token]) -> bool:
    """Whether a word such as "behind" or "involved" ties the doer to the act."""
    return any(
        matched(pattern, free) is not None
        for carrier in questions().carriers
        if carrier.loose
        for pattern in carrier.patterns
    )


def in_words(words: Sequence[str]) -> Asking:
    """An act by the very words that tell it."""
    places = tuple(frozenset({w.lower(), questions().lemma(w)}) for w in words)
    return Asking("words", (places,), "in these very words", (), (), frozenset(), (), (),
                  mutual=False, loose=False, claims=frozenset(), outer=False, example="")  # fmt: skip


def matched(pattern: Pattern, tokens: Sequence[Token]) -> tuple[Token, ...] | None:
    """One token for each place of a pattern, each another one, or None."""
    found: list[Token] = []
    for place in pattern:
        stems = {word_stem(w) for w in place}
        hit = next((t for t in tokens if t not in found and _is_one(t, place, stems)), None)
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


def _is_one(t: Token, place: frozenset[str], stems: set[str]) -> bool:
    if {t.lemma.lower(), t.lower, questions().lemma(t.lower)} & place:
        return True
    return len(t.lower) >= _STEMMED and word_stem(t.lower) in stems


def tabled(s: Sentence) -> bool:
    """Whether the table has the verb of a statement."""
    root = s.tokens[s.root]
    forms = {root.lemma.lower(), root.lower}
    return any(forms & place for a in questions().acts for p in a.patterns for place in p)


def _forms(t: Token) -> frozenset[str]:
    """A word's forms, and words for the same thing."""
    own = frozenset({questions().lemma(t.lower), t.lemma.lower(), t.lower})
    return own.union(*(group for group in questions().same if own & group))


def worded(free: Sequence[Token], root: int) -> tuple[Asking, ...]:
    """For words that the table does not have: an act by these very words, to be found only where a report has them."""
    verb = next((t for t in free if t.i == root), None)
    nouns = [t for t in free if t.pos == "NOUN" and t.i > root and t.lemma.lower() not in _EMPTY]
    told = [verb] if verb is not None and verb.lemma.lower() not in _EMPTY else []
    words = [*told, *nouns[: 2 - len(told)]]
    if not words:
        return ()
    places = tuple(_forms(t) for t in words)
    return (
        Asking("words", (places,), "in these very words", (), (), frozenset(), (), (),
               mutual=False, loose=False, claims=frozenset(), outer=False, example=""),
    )  # fmt: skip
