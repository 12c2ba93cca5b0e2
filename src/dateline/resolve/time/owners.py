"""What a date hangs on: the parser's word, and where the parser is known to err, a better one."""

from collections.abc import Sequence

from dateline.knowledge.calendar import context_words
from dateline.records import DateExpression, Sentence, Token
from dateline.resolve.time.counted import Counted
from dateline.resolve.time.event_nouns import is_event

VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON")
#: How a date says which thing is meant ("Tuesday's attack", "the 2011 war").
NAMING = ("poss", "compound", "nmod", "amod", "nummod")
#: Words between a date and what it hangs on.
_PASSED = frozenset({"ADP", "SCONJ", "PART", "ADV", "NUM", "DET", "PUNCT"})
#: "Until Monday" and "since 2011" bound an act; "after Friday's attack" dates another one.
_BOUNDS = frozenset({"since", "until", "till", "before", "after"})
APART = _BOUNDS | {"ahead", "following", "despite", "about", "over", "against", "amid"}
#: Prepositions that lead from a verb to another act: "jailed for a murder in 2013".
_TO_ANOTHER = frozenset(
    {"for", "over", "into", "after", "following", "since", "about", "regarding", "concerning"}
)
#: After a verb of the courts these do too: "convicted of", "charged with", "arrested in".
_TO_A_CRIME = _TO_ANOTHER | {"of", "with", "in", "to", "from"}
_CLIMB = 30


def owner_of(
    sentence: Sentence,
    date: DateExpression,
    counts: Sequence[Counted],
    before: Sequence[tuple[DateExpression, int]],
) -> int | None:
    """The verb, noun or adjective that a date hangs on.

    Args:
        sentence: the sentence of the date.
        date: one of its dates.
        counts: its counted times.
        before: the dates before this one, with what they hang on.
    """
    inside = [t.i for t in sentence.tokens if t.start < date.span.end and date.span.start < t.end]
    top = next((i for i in inside if sentence.tokens[i].head not in inside), None)
    if top is None:
        return None
    first = inside[0]
    if sentence.tokens[top].dep == "npadvmod" and first > 0 and _set_apart(sentence, first - 1):
        return first - 1
    found, joint = _climb(sentence, top)
    if found is None:
        return None
    naming = sentence.tokens[top].dep in NAMING
    if naming and joint is None:
        return _opening(sentence, found, first)
    found = _out_of_clause(sentence, found, first, counts)
    found = _of_subject(sentence, found, first, inside[-1])
    if joint is not None and (scheduled := _scheduled(sentence, found, joint)) is not None:
        return scheduled
    second = any(other == found for _, other in before)
    return _of_other_act(sentence, found, first, exact=is_exact(date) or second)


def _climb(sentence: Sentence, top: int) -> tuple[int | None, int | None]:
    """The first word above a date that can have one, and the preposition passed last."""
    at, joint = top, None
    for _ in range(_CLIMB):
        token = sentence.tokens[at]
        if token.head == at:
            return None, joint
        at = token.head
        above = sentence.tokens[at]
        if above.lower in _BOUNDS:
            return None, joint
        if above.pos not in _PASSED and above.ent not in ("DATE", "TIME"):
            return at, joint
        if above.pos == "ADP":
            joint = at
    return None, joint


def _opening(sentence: Sentence, found: int, first: int) -> int:
    """As in "In 2000 armed men held the port": no count of men, but the verb's year."""
    before = sentence.tokens[first - 1] if first > 0 else None
    opens = before is not None and before.lower == "in" and before.i == 0
    if not opens or is_event(sentence.tokens[found]):
        return found
    return next((i for i in path_up(sentence, found) if _is_verb(sentence, i)), found)


def _set_apart(sentence: Sentence, i: int) -> bool:
    """Whether a token is a noun below "ahead of", "after": the date right behind is its own."""
    token = sentence.tokens[i]
    if token.pos not in NOUNS:
        return False
    for _ in range(_CLIMB):
        if token.lower in APART:
            return True
        if token.head == token.i or token.pos in VERBS:
            return False
        token = sentence.tokens[token.head]
    return False


def is_exact(date: DateExpression) -> bool:
    """Whether a date is no day near the report: "in 2013", "on March 3", not "on Friday"."""
    return any(c.isdigit() for c in date.text) or (
        date.type == "DATE" and date.start is not None and date.start != date.end
    )


def _out_of_clause(sentence: Sentence, found: int, first: int, counts: Sequence[Counted]) -> int:
    """A date before "two days after" is the main verb's, one in the clause behind the clause's."""
    for counted in counts:
        if first > counted.act > found and found < counted.first:
            return counted.act if sentence.tokens[first - 2].text != "," else found
        if first >= counted.first:
            continue
        path = path_up(sentence, found)
        if counted.act in path:
            act = sentence.tokens[counted.act]
            above = next((i for i in path_up(sentence, act.head) if _is_verb(sentence, i)), None)
            return found if above is None or above == counted.act else above
    return found


def _is_verb(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].pos in VERBS


def path_up(sentence: Sentence, i: int) -> list[int]:
    """A token and the tokens above it."""
    path = [i]
    while len(path) < _CLIMB and sentence.tokens[path[-1]].head not in path:
        path.append(sentence.tokens[path[-1]].head)
    return path


def _of_subject(sentence: Sentence, found: int, first: int, last: int) -> int:
    """As in "A court in Lima on Monday jailed": between subject and verb it is the verb's."""
    if sentence.tokens[found].pos not in NOUNS or found > first:
        return found
    behind = (t for t in sentence.tokens[last + 1 :] if t.pos not in ("ADV", "AUX", "PART"))
    verb = next(behind, None)
    if verb is None or verb.pos != "VERB":
        return found
    path = path_up(sentence, found)
    for i in path:
        token = sentence.tokens[i]
        if token.pos in VERBS or is_event(token):
            return found
        if token.dep in ("nsubj", "nsubjpass") and token.head == verb.i:
            return verb.i
    return found


def _scheduled(sentence: Sentence, verb: int, joint: int) -> int | None:
    """As in "called a strike for Tuesday": the day of what is called."""
    token, word = sentence.tokens[verb], sentence.tokens[joint].lower
    if token.pos != "VERB" or word not in ("for", "from") or sentence.tokens[joint].head != verb:
        return None
    if not any(token.lemma in context_words(k) for k in ("scheduling", "planning", "calling")):
        return None
    objects = (c for c in sentence.children[verb] if sentence.tokens[c].dep == "dobj")
    return next((c for c in objects if sentence.tokens[c].pos in NOUNS and c < joint), None)


def _of_other_act(sentence: Sentence, found: int, first: int, *, exact: bool) -> int:
    """As in "jailed him for the torture of a man in 2013": the last act before the date.

    A near day at the end ("arrested two men over the attack on Friday") stays with the word that
    the parser chose, unless that has a day already.
    """
    above = sentence.tokens[found]
    if found >= first:
        return found
    passes = _TO_A_CRIME if above.lemma in context_words("judicial") else _TO_ANOTHER
    for token in reversed(sentence.tokens[found + 1 : first]):
        if token.pos == "VERB" and token.dep != "pcomp" and not _names_noun(token):
            return found
        leads = _leads(sentence, token, found)
        if leads == "since" and token.dep == "pobj":
            return token.i
        if exact and _is_act(token) and (leads in passes or (leads and _holds_act(above))):
            return token.i
    return found


def _holds_act(token: Token) -> bool:
    """Whether a noun is no act itself ("their role in the raid in 2016")."""
    return token.pos in NOUNS and not is_event(token)


def _names_noun(token: Token) -> bool:
    return token.dep in ("amod", "compound")


def _is_act(token: Token) -> bool:
    return (token.dep == "pcomp" and token.tag == "VBG") or (
        token.dep in ("pobj", "conj") and is_event(token)
    )


def _leads(sentence: Sentence, token: Token, high: int) -> str:
    """The preposition right below ``high`` on the way up from a token; "" when a verb stands in."""
    below = token
    for _ in range(_CLIMB):
        above = sentence.tokens[below.head]
        if above.i == high:
            return below.lower if below.pos in ("ADP", "SCONJ", "VERB") else ""
        if above.i == below.i or (above.pos in VERBS and above.dep != "pcomp"):
            return ""
        below = above
    return ""
