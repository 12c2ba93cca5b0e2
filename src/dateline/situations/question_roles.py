"""Who stands in which role in the statement made of a question, and on which days."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.questions import Asking, questions
from dateline.records import DateExpression, Sentence, Span, Token
from dateline.situations.question_names import Names
from dateline.situations.question_parts import Named

Spotted = tuple[Named, tuple[Token, ...]]
_AT = frozenset(
    {"in", "at", "near", "inside", "across", "around", "outside", "within", "throughout"}
)
_TOWARDS = frozenset({"of", "between", "with", "to", "on", "against", "from", "for"})
#: Nouns for anybody at all.
_ANYBODY = frozenset({"people", "person", "country", "state", "side", "party", "anyone", "anybody"})
#: Acts that are done in a place rather than to a state.
_PHYSICAL = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "PROTEST"})
#: Roles of nouns that an act is done to, and nouns that say nothing of what it is.
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass"})
_VAGUE = frozenset(
    (
        *(
            "thing",
            "place",
            "time",
            "side",
            "way",
            "fact",
            "part",
            "role",
            "town",
            "city",
            "village",
        ),
        *("area", "region", "control", "power", "people", "country", "state", "end", "war", "day"),
        *(
            "week",
            "month",
            "year",
            "effect",
            "anyone",
            "anybody",
            "truce",
            "ceasefire",
            "talk",
            "election",
            "use",
            "force",
            "member",
        ),
    )
)
_TIMES = frozenset({"day", "week", "month", "hour", "start", "beginning", "end", "year", "time"})
_BOUNDS = frozenset({"since", "after", "before", "until"})
#: Offices that are held over a place.
_OFFICES = frozenset(
    {"governor", "mayor", "prefect", "emir", "sultan", "commander", "head", "leader", "bishop"}
)
#: Nouns for what is called by where it was held.
_EVENTS = frozenset({"conference", "summit", "talk", "meeting", "negotiation"})
#: What may stand between a preposition and the name that hangs on it.
_BETWEEN = frozenset({"DT", "CC", "JJ", "PRP$", "POS", "CD", ",", "NNP", "NNPS"})


def joined(s: Sentence, named: Sequence[Spotted]) -> list[Spotted]:
    """The names with "the foreign minister of Egypt" taken for one."""
    made: list[Spotted] = []
    for name, tokens in named:
        last = made[-1] if made else None
        if last is not None and _belongs(s, last, name, tokens):
            whole = replace(last[0], country=name.country)
            whole = whole if name.kind in {"country", "capital"} else name
            made[-1] = (whole, (*last[1], *tokens))
        else:
            made.append((name, tokens))
    return made


def things(
    s: Sentence, tokens: Sequence[Token], named: Sequence[Spotted], used: set[int], text: str
) -> list[Spotted]:
    """Things that the act is done to ("the market", "a Russian helicopter"): nouns that name nobody."""
    taken = {t.i for _, some in named for t in some}
    found: list[Spotted] = []
    for t in tokens:
        plain = t.tag in {"NN", "NNS"} and t.dep in _OBJECTS and t.lemma.lower() not in _VAGUE
        own_thing = t.i and s.tokens[t.i - 1].tag == "PRP$"
        if not plain or own_thing or _dates(s, t) or t.i in used or t.i in taken:
            continue
        own = questions().alike(t.lower) | {t.lemma.lower()}
        own = own.union(*(group for group in questions().same if own & group))
        land = next(
            (n for n, some in named if some[-1].i in s.children[t.i] and some[-1].i + 1 >= t.i - 1), None
        )  # fmt: skip
        at = max(text.casefold().find(t.lower), 0)
        span = Span(at, at + len(t.text))
        forms = land.forms if land is not None else frozenset[str]()
        country = land.country if land is not None else None
        found.append((Named(t.text, t.text, span, "thing", country, heads=own, forms=forms), (t,)))
    return found


def _dates(s: Sentence, t: Token) -> bool:
    """Whether a noun only tells when: "in the first days of the fighting"."""
    of = s.tokens[t.head]
    return of.lower == "of" and s.tokens[of.head].lemma.lower() in _TIMES


def means(name: Named, tokens: Sequence[Token], used: set[int], asks: Sequence[Asking]) -> Named:
    """Somebody whom the act's own words hold ("send Syrian fighters") as what it is done with, not to."""
    moved = tokens[-1].dep == "dobj" and any("MOBILIZE" in a.types[:1] for a in asks)
    if name.kind != "group" or not (moved or tokens[-1].i in used):
        return name
    own = frozenset({" ".join(name.text.casefold().split()[:-1])}) - {""}
    return replace(name, kind="thing", forms=own)


def bounded(s: Sentence, named: Sequence[Spotted]) -> tuple[list[Spotted], tuple[str, ...]]:
    """The names without those that tell when ("after the Moscow truce") or describe a thing; the former's words."""
    kept: list[Spotted] = []
    unread: list[str] = []
    things_at = {some[0].i for n, some in named if n.kind == "thing"}
    for name, tokens in named:
        last = tokens[-1]
        if name.kind != "thing" and last.head in things_at and last.dep in {"amod", "compound"}:
            continue
        head = s.tokens[last.head] if last.dep in {"compound", "amod", "poss"} else last
        ruler = s.tokens[head.head]
        if ruler.lower in _BOUNDS and ruler.dep == "prep":
            unread.append(s.words(ruler.i, head.i))
        elif (
            ruler.dep == "prep"
            and s.tokens[ruler.head].dep == "acl"
            and s.tokens[ruler.head].tag == "VBN"
        ):
            unread.append(s.words(ruler.head, head.i))
        else:
            kept.append((name, tokens))
    return kept, tuple(dict.fromkeys(unread))


def _belongs(s: Sentence, last: Spotted, name: Named, tokens: Sequence[Token]) -> bool:
    head = last[1][-1].lemma.lower()
    described = last[0].kind == "group" and last[0].country is None
    described = described and (name.kind != "place" or head in _OFFICES)
    between = [t for t in s.tokens[last[1][-1].i + 1 : tokens[0].i] if t.tag != "DT"]
    return described and [t.lower for t in between] == ["of"]


def spent(s: Sentence, name: Named, tokens: Sequence[Token], used: set[int]) -> bool:
    """Whether an unnamed somebody is part of the act's own words ("send troops"), the doer's own, or anybody."""
    if name.kind != "group" or name.country is not None:
        return False
    before = s.tokens[tokens[0].i - 1] if tokens[0].i else None
    own = before is not None and before.tag == "PRP$"
    return own or tokens[-1].i in used or tokens[-1].lemma.lower() in _ANYBODY


def roles(
    s: Sentence, named: Sequence[Spotted], subject: int, asks: Sequence[Asking], names: Names
) -> dict[str, tuple[Named, ...]]:
    """Names by role: ``actor``, ``recipient``, ``place``.

    Args:
        s: the statement.
        named: its names with their tokens.
        subject: where its subject ends.
        asks: the act, which tells whether a capital is a town or the state.
        names: what knows towns and states.
    """
    passive = any(t.dep in {"nsubjpass", "auxpass"} for t in s.tokens)
    physical = {t for a in asks for t in a.types} & _PHYSICAL
    found: dict[str, list[Named]] = {"actor": [], "recipient": [], "place": []}
    for name, tokens in named:
        role = _role(s, name, tokens, subject, asks, passive=passive)
        meant = name
        if name.kind == "capital":
            where = role == "place" or (role == "recipient" and bool(physical))
            meant = names.town(name) if where else names.state(name)
        found[role].append(meant)
    if s.tokens[s.root].lemma == "be" and _under(s) and found["actor"] and not found["place"]:
        found["actor"], found["recipient"] = found["recipient"], found["actor"]
    return {role: tuple(some) for role, some in found.items()}


def _under(s: Sentence) -> bool:
    """Such as "is under Azerbaijani control": the subject is what is held."""
    return any(t.lower == "under" for t in s.tokens) and any(t.lemma == "control" for t in s.tokens)


def _role(
    s: Sentence, name: Named, tokens: Sequence[Token], subject: int, asks: Sequence[Asking], *, passive: bool
) -> str:  # fmt: skip
    first, after = tokens[0], tokens[-1].i + 1
    preposition = _preposition(s, first, subject)
    if preposition == "by":
        return "actor"
    if any(a.outer for a in asks) and name.kind == "place":
        return "place"
    if name.kind in {"place", "capital"} and _describes_event(s, tokens[-1]):
        return "place"  # "the Berlin conference"
    if preposition in _AT and (name.somewhere or name.kind == "capital"):
        return "place"
    if first.i >= subject or preposition in _TOWARDS:
        return "recipient"
    if after < len(s.tokens) and s.tokens[after].tag == "POS":
        return "actor"
    return "recipient" if passive else "actor"


def _describes_event(s: Sentence, token: Token) -> bool:
    """Whether a name stands before a noun for a meeting or an accord."""
    return (
        token.dep in {"compound", "nmod", "amod"} and s.tokens[token.head].lemma.lower() in _EVENTS
    )


def _preposition(s: Sentence, token: Token, subject: int) -> str:
    """The preposition that a name hangs on, through "and" and nouns before it."""
    n = token.i - 1
    while n >= (subject if token.i >= subject else 0):
        t = s.tokens[n]
        if t.tag in {"IN", "TO"} or t.lower in _AT:
            return t.lower
        if t.tag not in _BETWEEN and t.dep != "compound":
            return ""
        n -= 1
    return ""


def days(s: Sentence, dates: Sequence[DateExpression]) -> tuple[str | None, str | None]:
    """First and last day that a question is bounded by (ISO, inclusive); None where it is open."""
    first: str | None = None
    last: str | None = None
    for found in dates:
        start, end = found.start or found.end, found.end or found.start
        if start is None or end is None:
            continue
        before = _word_before(s, found)
        if before in {
            "since",
            "of",
        }:  # "the truce of 10 November": what is asked came then or later
            first = start
        elif before == "after":
            first = _shift(end, 1)
        elif before in {"before", "until"}:
            last = _shift(start, -1 if before == "before" else 0)
        elif first is None and last is None:
            first, last = start, end
        else:  # "between 3 March and 5 March"
            last = end
    return first, last


def _word_before(s: Sentence, found: DateExpression) -> str:
    own = found.text.split()[0].lower()
    if own in _BOUNDS:
        return own
    inside = [t for t in s.tokens if t.end <= found.span.start and t.tag != "DT"]
    return inside[-1].lower if inside else ""


def _shift(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
