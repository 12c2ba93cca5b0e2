"""A name that may be a place, and where such names begin and end."""

from dataclasses import dataclass, field

from dateline.knowledge.countries import CountryName
from dateline.knowledge.gazetteer import Entry
from dateline.records import Sentence, Span, Token

#: Tokens a name may have, and characters.
LONGEST = 6
WIDEST = 70
#: Lower-case words inside names ("Rio de Janeiro", "Isle of Man").
LINKS = frozenset({
    "of", "the", "au", "aux", "a", "lez", "les", "sous", "de", "del", "la", "le", "el", "al",
    "es", "and",
    "do", "da", "dos", "du", "des", "di", "upon", "on", "sur", "san", "am", "an", "der", "den",
    "in", "ez",
    "ed", "as", "-", "'s", "\u2019s", "ar", "az", "ash", "at", "i", "y", "e", "&", "bin", "van",
    "en", "na",
    "nad",
})  # fmt: skip
ARTICLES = frozenset({"al", "el", "ash", "as", "az", "ar", "at", "ad", "ed", "es", "ez", "an"})
POSSESSIVE = frozenset({"'s", "\u2019s"})
#: Lower-case words that may end a name ("Niger river").
TAILS = frozenset({"river", "sea", "islands", "island", "peninsula", "strait", "valley"})


@dataclass(slots=True)
class Mention:
    """A run of words that may name a place, with what is known of it so far.

    ``first`` and ``last`` are token positions in ``sentence`` (None for the dateline header);
    ``country`` is set for names of countries and peoples; ``capital`` is the country whose capital
    bears the name; ``options`` are gazetteer entries, each with whether the name is its own;
    ``kinds`` those that a type word beside it calls for; ``inside`` says that it is
    part of a longer name; ``sign`` how much speaks for a place at all.
    """

    sentence: Sentence | None
    first: int
    last: int
    span: Span
    text: str
    key: str
    country: CountryName | None = None
    options: list[tuple[Entry, bool]] = field(default_factory=list)
    demonym: bool = False
    seat: bool = False
    capital: str = ""
    label: str = ""
    kinds: tuple[str, ...] = ()
    inside: bool = False
    sign: float = 0.0
    header: bool = False
    doubted: float = 0.0


def continues(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a name that no list knows goes on at token ``i``."""
    token, before = tokens[i], tokens[i - 1]
    if token.ent:
        return token.ent == before.ent and not token.ent_begins
    hyphen = token.text == "-" and token.start == before.end
    return not before.ent and (hyphen or (token.pos == "PROPN" and token.text[:1].isupper()))


def opens(tokens: tuple[Token, ...], i: int, *, lower: bool) -> bool:
    """Whether a name may begin at token ``i``."""
    token = tokens[i]
    head = token.text[:1]
    if head.isupper():
        return True
    if lower:
        return token.pos == "PROPN" or token.ent in {"GPE", "LOC", "NORP"}
    return (
        token.lower in ARTICLES
        and i + 2 < len(tokens)
        and tokens[i + 1].text == "-"
        and tokens[i + 2].text[:1].isupper()
    )


def ends(tokens: tuple[Token, ...], first: int, *, lower: bool) -> list[int]:
    """Positions at which a name that begins at ``first`` may end, farthest first."""
    ends: list[int] = []
    for i in range(first, min(first + LONGEST, len(tokens))):
        token = tokens[i]
        if token.lower in POSSESSIVE:
            continue
        if any(c.isupper() for c in token.text) or (lower and token.pos == "PROPN"):
            ends.append(i)
        elif i == first or token.lower in LINKS:
            continue
        elif token.lower in TAILS:
            ends.append(i)
            break
        else:
            break
    return ends[::-1]


def label_of(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The parser's label, if one entity covers the whole name."""
    label = tokens[first].ent
    if all(t.ent == label for t in tokens[first : last + 1]):
        return label
    labels = {t.ent for t in tokens[first : last + 1]} - {""}
    return labels.pop() if len(labels) == 1 else ""
