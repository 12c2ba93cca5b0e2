"""What the words of a phrase say about sector, country and role."""

from collections.abc import Sequence

from dateline.knowledge.actors import ActorBase, ActorEntry, AgentNoun, Known
from dateline.resolve.who.runs import View

#: Participles after a hyphen that make the country before them the actor's own.
GIVES = frozenset(
    {
        "led",
        "based",
        "born",
        "flagged",
        "registered",
        "owned",
        "run",
        "commanded",
        "made",
        "built",
        "speaking",
        "majority",
    }
)
#: Nouns that do the same to the name before the hyphen.
GIVEN_AWAY = frozenset({"ally", "friendly"})
#: Prefixes that make it somebody else's.
AGAINST = frozenset({"anti", "pro", "non"})
#: Sectors whose holders are an elite once they have left.
OFFICES = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "PTY", "REB"})
#: Words that make a people's name an ethnic group, which tells no country.
ETHNIC = frozenset({"ethnic", "fellow"})


def sectors_of(
    base: ActorBase, agent: AgentNoun, before: Sequence[str], inside: Sequence[str] = ()
) -> tuple[tuple[str, ...], bool]:
    """Sectors of a noun with the words before it.

    Returns:
        The sectors, most telling first, and whether they are weak (anything else outdoes them).
    """
    own = tuple(s for s in agent.sectors if s != "UNK")
    weak = "weak" in agent.flags
    first: list[str] = []
    fill: list[str] = []
    for word in reversed(before):
        sectors, effect = base.modifiers.get(word) or _noun_sectors(base, word)
        if "ELI" in sectors and not {*own, *inside} & OFFICES:
            continue  # a former minister is somebody, a former partner is not
        if effect == "replace":
            return (sectors, False) if own != ("REB",) else ((*sectors, *own), False)
        (first if effect == "first" else fill).extend(
            s for s in sectors if s not in first and s not in fill
        )
    if inside:
        if weak or not own:
            return tuple(inside), False
        first.extend(s for s in inside if s == "REB" and s not in first)
    if first:
        return _unique((*first, *(() if weak else own))), False
    if fill and (weak or not own):
        return tuple(fill), False
    return own, weak


def _noun_sectors(base: ActorBase, word: str) -> tuple[tuple[str, ...], str]:
    found = base.noun((), word)
    if (
        not found
        or "weak" in found[1].flags
        or found[1].kind in ("thing", "place", "country", "none")
    ):
        return (), "fill"
    return tuple(s for s in found[1].sectors if s != "UNK"), "fill"


def _unique(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _inside(view: View, at: int, stop: int) -> Known | None:
    """The known name around a token, if it ends before ``stop`` and is no part of a person's."""
    hit = view.hits.get(at)
    if hit is None or hit.last >= stop or not counts(view, hit.first, hit.last):
        return None
    run = view.runs.get(at)
    if run is not None and run.last < stop and not run.country and not run.entries:
        return None
    return hit.known


def body_sectors(
    view: View, first: int, stop: int, date: str | None
) -> tuple[tuple[str, ...], list[str]]:
    """Sectors of the known bodies among a phrase's modifiers, and its other words in lower case."""
    found: list[str] = []
    words: list[str] = []
    for i in range(first, stop):
        token = view.sentence.tokens[i]
        known = _inside(view, i, stop)
        if known and known.entries:
            term = known.entries[0].term(date) or known.entries[0].terms[0]
            found.extend(s for s in term.sectors if s not in found)
        elif known and known.country and known.country.sector:
            if known.country.area:
                continue  # whose it is, which is told with the country; not what it is
            found.append(known.country.sector)
        elif token.text != "-":
            words.append(token.lower.rstrip("."))
    return tuple(dict.fromkeys(found)), words


def own_countries(view: View, first: int, stop: int, date: str | None) -> tuple[str, ...]:
    """Countries of the names among a phrase's own modifiers, in text order.

    ``first`` to ``stop`` (left out) are the tokens before the noun, without possessors.
    """
    found: list[str] = []
    for i in range(first, stop):
        known = _inside(view, i, stop)
        if known is None:
            continue
        code = known.country.side if known.country else _entry_country(known.entries, date)
        if code and code not in found:
            found.append(code)
    return tuple(found)


def _entry_country(entries: Sequence[ActorEntry], date: str | None) -> str | None:
    return (entries[0].term(date) or entries[0].terms[0]).country if entries else None


def counts(view: View, first: int, last: int) -> bool:
    """Whether a name before a noun says whose the noun is; possessors are told apart elsewhere."""
    tokens = view.sentence.tokens
    owner = last + 1 < len(tokens) and tokens[last + 1].tag == "POS"
    return not owner and bears(view, first, last)


def bears(view: View, first: int, last: int) -> bool:
    """Whether a name speaks for itself: not "ethnic X", "anti-X", "X-backed"."""
    tokens = view.sentence.tokens
    if first > 0 and tokens[first - 1].lower in ETHNIC:
        return False
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].lower in AGAINST:
        return False
    if last + 2 >= len(tokens) or tokens[last + 1].text != "-":
        return True
    word = tokens[last + 2]
    if word.tag in ("VBN", "VBD", "JJ", "VBG"):
        return word.lower in GIVES
    return word.lower not in GIVEN_AWAY
