"""Known names in a sentence: countries, their people and capitals, names of the actor base."""

from dataclasses import dataclass

from dateline.knowledge.actors import ActorBase, ActorEntry, Known, pieces
from dateline.records import Sentence, Token
from dateline.resolve.who.mention import OTHERS

#: Small words that a name may begin with.
BEGIN = frozenset({"al", "el", "ash", "as", "an", "ansar", "bin", "de"})
#: Capitalised words that are acronyms only where the rest is not in capitals too.
WORDS = frozenset(
    {
        "WHO",
        "US",
        "IS",
        "IT",
        "AS",
        "AN",
        "ARE",
        "CAN",
        "ALL",
        "AID",
        "AND",
        "NOT",
        "ACT",
        "MAY",
        "PM",
        "PLO",
    }
    - {"PLO"}
)

#: Acronyms up to this length are shared by bodies of several countries.
LOCAL = 4
PARTISAN = frozenset({"PTY", "OPP", "LAB", "SOC", "REB", "PRM", "LEG"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name: token positions, both included, and what it stands for."""

    first: int
    last: int
    known: Known
    short: bool = False


def scan(sentence: Sentence, base: ActorBase) -> dict[int, Hit]:
    """Longest known names from left to right, by every token position they cover."""
    words, owners, upper = _words(sentence.tokens)
    lower_case = sentence.text.islower()
    shouting = sentence.text.isupper() and len(words) > 1
    found: dict[int, Hit] = {}
    at = 0
    while at < len(words):
        token = sentence.tokens[owners[at]]
        step = 1
        if token.text[0].isupper() or lower_case or token.lower in BEGIN:
            hit = base.longest(words, upper, at)
            if hit and _fits(sentence, owners[at], owners[at + hit[0] - 1], shouting):
                step = hit[0]
                made = Hit(owners[at], owners[at + step - 1], hit[1], _acronym(token, hit[1]))
                for i in range(made.first, made.last + 1):
                    found[i] = made
        at += step
    return found


def _acronym(token: Token, known: Known) -> bool:
    return bool(known.entries) and is_short(token.text)


def at_home(hits: dict[int, Hit], lands: frozenset[str]) -> dict[int, Hit]:
    """The hits without acronyms of parties and unions of countries that the report never names."""
    return {
        i: hit
        for i, hit in hits.items()
        if not (hit.first == hit.last and hit.short and not _any_home(hit, lands))
    }


def _any_home(hit: Hit, lands: frozenset[str]) -> bool:
    return any(is_home(entry, lands) for entry in hit.known.entries)


def is_short(form: str) -> bool:
    """Whether a form is an acronym that bodies of several countries may share."""
    return form.isupper() and len(form.replace(".", "")) <= LOCAL


def is_home(entry: ActorEntry, lands: frozenset[str]) -> bool:
    """Whether a party, union or rebel group may be meant by its acronym: its country is named."""
    term = entry.terms[0]
    if term.country in OTHERS or not set(term.sectors) & PARTISAN:
        return True
    return term.country in lands


def _words(tokens: tuple[Token, ...]) -> tuple[list[str], list[int], list[bool]]:
    words: list[str] = []
    owners: list[int] = []
    upper: list[bool] = []
    for t in tokens:
        if t.text.isalpha() and t.text.isascii():
            parts: tuple[str, ...] = (t.lower,)
        elif t.tag in ("POS", "HYPH") or t.pos == "PUNCT":
            continue
        else:
            parts = pieces(t.text)
        for part in parts:
            words.append(part)
            owners.append(t.i)
            upper.append(t.text.isupper())
    return words, owners, upper


def _other_states(tokens: tuple[Token, ...], i: int) -> bool:
    """Member States, the Gulf States."""
    return i > 0 and tokens[i - 1].text[0].isupper() and tokens[i - 1].lower != "the"


def _fits(sentence: Sentence, first: int, last: int, shouting: bool) -> bool:
    """No acronym that is a plain word, no name that begins or ends inside a token's middle."""
    tokens = sentence.tokens
    if first == last and tokens[first].lower == "states" and _other_states(tokens, first):
        return False
    if shouting and first == last and tokens[first].text in WORDS:
        return False
    return first == last or tokens[last].text[0].isalnum()
