"""Which of a sentence's dates is the day of which act, by syntax alone.

The rules, in the order of their weight.  A date belongs to the act headed by a word when

1. it hangs on that word, directly or by prepositions ("attacked on Friday", "Friday's attack");
2. it hangs on a noun below that word, with no other verb between ("took the town on Friday");
3. the word is a noun, and a verb that only says that it takes place has the date: the verb whose
   subject or object it is ("talks begin on Monday", "held a rally on Friday"), or that of its own
   clause ("the blast that killed ten on Sunday", "protests starting in May");
4. the word is a verb that shares another's day: two joined verbs of one tense, a participle of
   consequence ("took the town on Monday, killing ten"), a clause with "when", an infinitive below
   "began" and the like, the clause about a dated noun ("Friday's march in which two were injured").

The date of a verb of speech is never that of what is said: "police said on Friday that ten had
died" gives None for the deaths.  Durations and sets are no days, unless the report's day bounds
them ("over the past week").  "Since 2011" and "until Monday" bound an act and are not its day;
"after Friday's attack" gives the attack its day, not the verb above.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.calendar import context_words
from dateline.records import DateExpression, Sentence, Span, Token
from dateline.resolve.time.tense import tense_at

_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN", "PRON")
#: Words between a date and what it hangs on.
_PASSED = frozenset({"ADP", "SCONJ", "PART", "ADV", "NUM", "DET", "PUNCT"})
#: "Until Monday" and "since 2011" bound an act; "after Friday's attack" dates another one.
_BOUNDS = frozenset({"since", "until", "till", "before", "after"})
_APART = _BOUNDS | {"ahead", "following", "despite", "about", "over", "against", "amid"}
_LONGEST_CLIMB = 30
_JOINTS = {"to": "from", "until": "from", "till": "from", "through": "from", "and": "between"}


def date_for(
    sentence: Sentence, token_index: int, dates: Sequence[DateExpression]
) -> DateExpression | None:
    """The date of the act headed by a token, or None when the sentence gives none.

    Args:
        sentence: the sentence of the act.
        token_index: position of the act's head in the sentence, a verb or a noun ("attack").
        dates: all dates of the report.

    Returns:
        One of ``dates``; or, for "from May 3 to June 1", one expression that spans both.
    """
    here = [d for d in dates if sentence.span.holds(d.span) and _is_day(d)]
    if not here:
        return None
    owners = [(d, owner) for d in here if (owner := _owner(sentence, d)) is not None]
    for rule in (_own, _below, _of_event_noun, _shared):
        found = rule(sentence, token_index, owners)
        if found:
            return _with_other_end(sentence, found, here)
    return None


type _Owned = Sequence[tuple[DateExpression, int]]


def _is_day(date: DateExpression) -> bool:
    if date.type in ("DATE", "TIME"):
        return date.value is not None and not date.value.endswith("_REF")
    return date.type == "DURATION" and date.start is not None


def _owner(sentence: Sentence, date: DateExpression) -> int | None:
    """The verb, noun or adjective that a date hangs on."""
    inside = {t.i for t in sentence.tokens if t.start < date.span.end and date.span.start < t.end}
    top = next((i for i in sorted(inside) if sentence.tokens[i].head not in inside), None)
    if top is None:
        return None
    if (
        sentence.tokens[top].dep == "npadvmod"
        and min(inside) > 0
        and _set_apart(sentence, min(inside) - 1)
    ):
        return min(inside) - 1
    at = top
    for _ in range(_LONGEST_CLIMB):
        token = sentence.tokens[at]
        if token.head == at:
            return None
        at = token.head
        above = sentence.tokens[at]
        if above.lower in _BOUNDS:
            return None
        if above.pos not in _PASSED and above.ent not in ("DATE", "TIME"):
            return at
    return None


def _set_apart(sentence: Sentence, i: int) -> bool:
    """Whether a token is a noun below "ahead of", "after": the date right behind is its own."""
    token = sentence.tokens[i]
    if token.pos not in _NOUNS:
        return False
    for _ in range(_LONGEST_CLIMB):
        if token.lower in _APART:
            return True
        if token.head == token.i or token.pos in _VERBS:
            return False
        token = sentence.tokens[token.head]
    return False


def _own(sentence: Sentence, at: int, owners: _Owned) -> DateExpression | None:
    """Rule 1; the helping verb's date is its main verb's."""
    same = {at} | {
        c
        for c in sentence.children[at]
        if sentence.tokens[c].dep in ("aux", "auxpass", "acomp", "prt")
    }
    return _nearest(sentence, at, (d for d, owner in owners if owner in same))


def _below(sentence: Sentence, at: int, owners: _Owned) -> DateExpression | None:
    """Rule 2."""
    token = sentence.tokens[at]
    reached = ((d, owner) for d, owner in owners if _reaches(sentence, owner, at))
    if token.pos in _VERBS and (_speaks(token) or token.lemma not in context_words("occurring")):
        return _nearest(sentence, at, (d for d, owner in reached if not _names(sentence, d, owner)))
    return _nearest(sentence, at, (d for d, _ in reached))


def _names(sentence: Sentence, date: DateExpression, owner: int) -> bool:
    """Whether a date only says which thing is meant ("Tuesday's attack was planned abroad")."""
    top = next((t for t in sentence.tokens if t.start >= date.span.start and t.head == owner), None)
    return top is not None and top.dep in ("poss", "compound", "nmod", "amod", "nummod")


def _reaches(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the way up from ``low`` meets ``high`` before a verb or a noun with its own day."""
    token = sentence.tokens[low]
    for _ in range(_LONGEST_CLIMB):
        if token.i == high:
            return True
        if (
            token.head == token.i
            or token.pos in _VERBS
            or token.lower in _APART
            or (sentence.tokens[high].pos in _VERBS and _held(sentence, token, high))
        ):
            return False
        token = sentence.tokens[token.head]
    return False


def _held(sentence: Sentence, noun: Token, verb: int) -> bool:
    """Whether a noun is an event of its own and the verb does not just say that it takes place."""
    lemma = sentence.tokens[verb].lemma
    return noun.lemma in context_words("schedulable") and lemma not in context_words("occurring")


def _of_event_noun(sentence: Sentence, at: int, owners: _Owned) -> DateExpression | None:
    """Rule 3."""
    token = sentence.tokens[at]
    if token.pos not in _NOUNS:
        return None
    verbs = [
        c
        for c in sentence.children[at]
        if sentence.tokens[c].dep in ("relcl", "acl") and not _speaks(sentence.tokens[c])
    ]
    verbs.extend(_starts(sentence, token))
    head = sentence.tokens[token.head]
    if (
        token.dep in ("nsubj", "nsubjpass", "dobj")
        and head.pos in _VERBS
        and head.lemma in context_words("occurring")
    ):
        verbs.append(head.i)
    for verb in verbs:
        found = _own(sentence, verb, owners) or _below(sentence, verb, owners)
        if found:
            return found
    return None


def _starts(sentence: Sentence, noun: Token) -> Iterator[int]:
    """Participles behind a noun that say when it begins, wherever the parser hung them."""
    for token in sentence.tokens[noun.i + 1 : noun.i + 4]:
        if token.tag == "VBG" and token.lemma in ("begin", "start"):
            yield token.i


def _shared(sentence: Sentence, at: int, owners: _Owned) -> DateExpression | None:
    """Rule 4."""
    token = sentence.tokens[at]
    if token.pos not in _VERBS:
        return None
    for other in _partners(sentence, token):
        found = _own(sentence, other, owners) or _below(sentence, other, owners)
        if found:
            return found
    return None


def _partners(sentence: Sentence, verb: Token) -> Iterator[int]:
    """Words whose date a verb shares, nearest first."""
    if _shares_head(sentence, verb):
        yield verb.head
    children = [sentence.tokens[c] for c in sentence.children[verb.i]]
    for child in children:
        if child.dep == "advcl" and _when(sentence, child) and not _speaks(verb):
            yield child.i
    if verb.dep == "conj":
        return
    for child in children:
        joined = child.dep == "conj" and child.pos in _VERBS
        if joined and not _has_subject(sentence, child) and _same_tense(sentence, child, verb):
            yield child.i


def _shares_head(sentence: Sentence, verb: Token) -> bool:
    """Whether the date of what a verb hangs on is its own too."""
    head = sentence.tokens[verb.head]
    if verb.dep in ("relcl", "acl"):
        return head.pos in _NOUNS
    if head.pos not in _VERBS:
        return False
    if verb.dep == "conj":
        return _same_tense(sentence, verb, head)
    if verb.dep == "xcomp":
        return head.lemma in context_words("fulfilled")
    consequence = verb.tag == "VBG" and not _marked(sentence, verb)
    return verb.dep == "advcl" and not _speaks(head) and (consequence or _when(sentence, verb))


def _when(sentence: Sentence, verb: Token) -> bool:
    return any(
        sentence.tokens[c].lower in ("when", "while", "as") for c in sentence.children[verb.i]
    )


def _marked(sentence: Sentence, verb: Token) -> bool:
    """Whether a conjunction sets the clause apart ("after taking the town")."""
    return any(
        sentence.tokens[c].dep in ("mark", "advmod") and sentence.tokens[c].pos in ("SCONJ", "ADP")
        for c in sentence.children[verb.i]
    )


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return any(sentence.tokens[c].dep in ("nsubj", "nsubjpass") for c in sentence.children[verb.i])


def _same_tense(sentence: Sentence, a: Token, b: Token) -> bool:
    if _speaks(a) != _speaks(b):
        return False
    if a.tag == b.tag:
        return True
    below_a, below_b = (next(iter(sentence.children[t.i]), None) for t in (a, b))
    return (
        below_a is not None
        and below_b is not None
        and tense_at(sentence, below_a) == tense_at(sentence, below_b)
    )


def _speaks(token: Token) -> bool:
    return token.lemma in context_words("speaking")


def _nearest(sentence: Sentence, at: int, found: Iterator[DateExpression]) -> DateExpression | None:
    """The closest in characters; behind the word wins over before it."""
    token = sentence.tokens[at]

    def distance(date: DateExpression) -> int:
        return (
            date.span.start - token.end
            if date.span.start >= token.end
            else token.start - date.span.end + 1
        )

    return min(found, key=distance, default=None)


def _with_other_end(
    sentence: Sentence, date: DateExpression, dates: Sequence[DateExpression]
) -> DateExpression:
    """As in "From A to B" and "between A and B": both ends as one expression."""
    for first, last in itertools.pairwise(dates):
        if date not in (first, last):
            continue
        text, shift = sentence.text, sentence.span.start
        joint = text[first.span.end - shift : last.span.start - shift].strip().lower()
        lead = text[: first.span.start - shift].rstrip().lower()
        if joint in _JOINTS and lead.endswith(_JOINTS[joint]):
            return _join(sentence, first, last)
    return date


def _join(sentence: Sentence, first: DateExpression, last: DateExpression) -> DateExpression:
    span = Span(first.span.start, last.span.end)
    known = first.start is not None and last.end is not None and first.start <= last.end
    return replace(
        first,
        text=sentence.text[span.start - sentence.span.start : span.end - sentence.span.start],
        span=span,
        value=f"{first.value}/{last.value}",
        start=first.start if known else None,
        end=last.end if known else None,
        edtf=f"{first.edtf}/{last.edtf}" if first.edtf and last.edtf else None,
    )
