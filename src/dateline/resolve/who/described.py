"""Descriptions: what a noun phrase without a name says about whom it means."""

from dateline.knowledge.actors import AgentNoun, words
from dateline.records import Sentence, Token
from dateline.resolve.who.belong import belong
from dateline.resolve.who.mention import OTHERS, OWN, Mention
from dateline.resolve.who.phrases import objects
from dateline.resolve.who.roles import body_sectors, own_countries, sectors_of
from dateline.resolve.who.runs import View

DEFINITE = frozenset({"the", "this", "these", "that", "those", "both"})
#: Endings of nouns for people that no list holds whole.
PEOPLE = ("ists", "ians", "crats", "men", "women")
PERSON = ("ist", "ian", "crat", "man", "woman")
SHORTEST = 6
#: Nouns that take no country from the body before them ("a NATO member").
OUTSIDE = frozenset({"member", "ally", "partner", "candidate", "member state"})
#: Distance of an adverb from the participle behind a hyphen ("internationally-recognised").
AFTER_HYPHEN = 2
_BY_ENDING = frozenset({"weak", "domestic", "ending"})
OBJECTS = frozenset({"thing", "place", "country"})


#: Bodies that every state has one of.
COLLECTIVE = frozenset({"police", "army", "navy", "military", "intelligence", "gendarmerie"})


def described(
    view: View, token: Token, found: tuple[int, AgentNoun] | None, date: str | None
) -> Mention | None:
    """The mention that a noun heads, None when the noun stands for nobody."""
    found = found or by_ending(token)
    if found is None:
        return None
    sentence = view.sentence
    size, noun = found
    first = view.edge(token.i)
    made = Mention(
        sentence.index,
        token.i,
        first,
        token.i,
        "description",
        noun.kind,
        agent=noun,
        roles=(noun.noun,),
        plural=noun.plural or (noun.kind == "group" and token.tag in ("NNS", "NNPS")),
    )
    start = max(first, word_back(sentence, token.i, size))
    made.sectors, made.weak = noun.sectors, False
    if noun.kind not in OBJECTS:
        inside, before = body_sectors(view, first, start, date)
        made.sectors, made.weak = sectors_of(view.base, noun, before, inside)
    made.gender = gender(noun)
    _determine(sentence, made, start)
    _name(sentence, made, start)
    _countries(view, made, start, date)
    if noun.noun in words("gatherings") and _of_many(view, token.i):
        made.kind = "measure"
    belong(view, made)
    return made


def _of_many(view: View, head: int) -> bool:
    """Whether a gathering is of people: "a group of diplomats"."""
    for _, obj in objects(view.sentence, head, frozenset({"of"})):
        found = view.noun(obj)
        if found and found[1].plural and found[1].kind == "group":
            return True
    return False


def gender(noun: AgentNoun) -> str:
    """``m``, ``f`` or nothing, as the noun tells."""
    return "m" if "m" in noun.flags else "f" if "f" in noun.flags else ""


def word_back(sentence: Sentence, head: int, size: int) -> int:
    """Where a noun of ``size`` words that ends at ``head`` begins, hyphens not counted."""
    at, left = head, size - 1
    while left > 0 and at > 0:
        at -= 1
        left -= sentence.tokens[at].text != "-"
    return at


def by_ending(token: Token) -> tuple[int, AgentNoun] | None:
    """A noun for people that only its ending gives away."""
    word = token.lower
    if token.pos != "NOUN" or len(word) < SHORTEST or word in words("not_people"):
        return None
    if word.endswith(PEOPLE) and token.tag == "NNS":
        return 1, AgentNoun(word, "group", ("CVL",), True, _BY_ENDING)
    if word.endswith(PERSON) and token.tag == "NN":
        return 1, AgentNoun(word, "person", ("CVL",), False, _BY_ENDING)
    return None


def _determine(sentence: Sentence, made: Mention, start: int) -> None:
    """Determiner, possessor, number words and distinguishing modifiers."""
    told: set[str] = set()
    for t in sentence.tokens[made.first : made.head]:
        if t.dep == "poss" and t.head == made.head:
            made.owner, made.definite = t.i, True
        if t.lower in DEFINITE and t.pos in ("DET", "PRON"):
            made.definite = True
        elif t.lower in words("indefinite"):
            made.indefinite = True
        if t.dep == "nummod" or t.tag == "CD":
            made.counted = True
        if t.i < start and t.pos in ("NOUN", "ADJ", "PROPN", "VERB") and t.tag != "PRP$":
            told.update(() if _size(sentence, t) else (t.lower,))
    made.modifiers = frozenset(told)


def _size(sentence: Sentence, token: Token) -> bool:
    """Whether a word only tells how many sit in a body: "15-member", "five-nation"."""
    number, _, noun = token.lower.rpartition("-")
    if number:
        return noun in words("sizes")
    before = sentence.tokens[max(0, token.i - AFTER_HYPHEN) : token.i]
    return (
        token.lower in words("sizes")
        and len(before) == AFTER_HYPHEN
        and before[1].text == "-"
        and (before[0].tag == "CD" or before[0].text.isdigit())
    )


def _name(sentence: Sentence, made: Mention, start: int) -> None:
    """The description without determiner, possessor and "at least"."""
    tokens = sentence.tokens
    begin = made.first
    while begin < start and _drops(tokens[begin], made):
        begin += 1
    if made.owner is not None and begin <= made.owner < start:
        begin = made.owner + 1
        begin += begin < start and tokens[begin].tag == "POS"
    made.name = sentence.words(begin, made.head)
    made.name_first, made.name_last = begin, made.head


def _drops(token: Token, made: Mention) -> bool:
    """Words at the front that are no part of a described actor's name."""
    if (
        token.pos in ("DET", "PUNCT", "ADP", "CCONJ")
        or token.dep in ("quantmod", "predet")
        or (token.dep == "advmod" and token.head - token.i != AFTER_HYPHEN)
    ):
        return True
    return token.lower in words("indefinite") and token.pos != "NUM" and not made.owner


def _countries(view: View, made: Mention, start: int, date: str | None) -> None:
    begin = made.first if made.owner is None else made.owner + 1
    found = own_countries(view, begin, start, date)
    if made.agent is not None and made.agent.noun in OUTSIDE:
        found = tuple(c for c in found if c not in OTHERS)
    if found:
        made.country, made.rank = found[0], OWN
    elif _of_nations(made):
        made.country, made.rank = "IGO", OWN
    several = made.plural or _bodies_of_several(view, made, begin, start)
    made.countries = found if several else found[:1]


def _bodies_of_several(view: View, made: Mention, begin: int, start: int) -> bool:
    """Whether a noun of a body stands for one of each nation: "Croatian and Bosnian police"."""
    tokens = view.sentence.tokens
    collective = made.kind == "organisation" and tokens[made.head].lower in COLLECTIVE
    joined = any(t.lower == "and" for t in tokens[begin:start])
    return collective and joined and not any(t.lower in {"a", "an"} for t in tokens[begin:start])


def _of_nations(made: Mention) -> bool:
    """A force that several nations send, by its own words: "a regional peacekeeping force"."""
    if made.agent is None or "MIL" not in made.sectors or made.owner is not None:
        return False
    noun = made.agent.noun.replace(" ", "-")
    sent = noun in words("of-nations-forces")
    return sent and bool(
        made.modifiers & words("of-many-nations") or noun.startswith("multinational")
    )
