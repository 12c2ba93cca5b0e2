"""Which tokens belong to a name, and the key under which a name is looked up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.actors import pieces
from dateline.records import Place, Record, Token

#: Tags of words that can stand in a name or describe somebody.
_NOMINAL = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "CD", "POS", "HYPH", "NFP", "VBN", "VBG"})
#: Letters in which spellings of one name end differently, and letters without them that tell a name.
_VOWELS, _TELLING = "aeiouy", 4
_DOUBLED = re.compile(r"(.)\1+")
_JOINTS = frozenset({"of", "al", "el", "bin", "ibn", "de", "da", "del", "la", "-", "'", "\u2019"})
#: Words with a capital in a question that name nobody.
_NO_NAME = frozenset(
    (
        *("i", "who", "what", "when", "where", "which", "whom", "how", "why", "the", "a", "an"),
        *("some", "many", "somebody", "something", "there", "any", "will"),
    )
)
_SMALL = frozenset({"DT", "PRP", "PRP$", "WP", "WDT", "WRB", "MD", "CC", "EX", "TO"})


def spelled_alike(word: str, form: str) -> bool:
    """Whether a word and a name's key are two spellings of a name ("Shushi", "shusha"; "Wattia", "al watiya")."""
    mine, theirs = _plain(key_of(word)), _plain(form)
    return len(theirs) >= _TELLING - 1 and mine == theirs


def _plain(key: str) -> str:
    """A name's key without article, doubled letters and its last vowels, y as i."""
    last = key.rsplit(maxsplit=1)[-1] if key.split() else ""
    whole = last if key.split()[:-1] in ([], ["al"], ["el"]) else key
    return _DOUBLED.sub(r"\1", whole.replace("y", "i")).rstrip(_VOWELS)


def as_asked(token: Token, question: str) -> Token:
    """A token as the question spells it: only the statement gave its first word a capital."""
    if token.i or f" {token.text}" in question or f" {token.lower}" not in question:
        return token
    return replace(token, text=token.lower)


def nominal(token: Token) -> bool:
    """Whether a token can stand in a description; a participle only where it describes."""
    return token.tag in _NOMINAL and (token.tag not in {"VBN", "VBG"} or token.dep == "amod")


def capital(token: Token) -> bool:
    """Whether a token is written as a name is; "The" at the beginning is not."""
    if token.lower in _NO_NAME or token.tag in _SMALL:
        return False
    return token.text[:1].isupper() or (token.text[:1].isdigit() and token.text[-1:].isupper())


def goes_on(tokens: Sequence[Token], n: int) -> bool:
    """Whether a name goes on at a token."""
    if capital(tokens[n]):
        return tokens[n - 1].end >= tokens[n].start - 1
    while n < len(tokens) and tokens[n].lower in _JOINTS:
        n += 1
        if n < len(tokens) and capital(tokens[n]):
            return True
    return False


def text_of(tokens: Sequence[Token]) -> str:
    """The words of tokens with the blanks that stood between them."""
    made = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        gap = " " if before is not None and before.end < token.start else ""
        made += gap + token.text
    return made


def bare(text: str) -> str:
    """A name in small letters, without its article."""
    return text.casefold().removeprefix("the ")


def key_of(text: str) -> str:
    """The key of a name: its words in small letters, without accents, dots and hyphens."""
    return " ".join(pieces(text))


def led(record: Record) -> Iterator[tuple[str, set[str]]]:
    """Who leads which body, by the keys of their names; states and governments are no body of one man."""
    for relation in record.relations:
        body = relation.object
        if relation.kind != "leads" or relation.status != "actual" or isinstance(body, Place):
            continue
        if body.actor.kind == "organisation" and "GOV" not in body.actor.sectors:
            names = (body.actor.name, *body.actor.aliases)
            yield key_of(relation.subject.actor.name), {key_of(f) for f in names if f[:1].isupper()}
