"""From noun-phrase heads to participants, looking inside the phrase where its head is no actor."""

from dateline.coding.meaning import ACTORS, Meaning
from dateline.coding.tree import children, conjuncts
from dateline.records import Participant, Sentence

#: Prepositions through which a phrase that is no actor still names one ("policy of France", "camp in Chad").
INSIDE = ("of", "by", "in", "for", "from", "between", "with", "against", "on", "at", "to", "over")
#: How far into a phrase its actor is sought ("policy of the government of Chad").
DEEPEST = 3
#: Adjectives of stance whose nationality is not the actor's ("anti-Russian", "Saudi-led" is handled by the resolver).
HYPHENS = frozenset({"anti", "pro", "non"})


def participants(
    heads: tuple[int, ...],
    sentence: Sentence,
    meaning: Meaning,
    *,
    things: bool = False,
    judged: bool = False,
    about: bool = True,
) -> tuple[Participant, ...]:
    """Participants of several heads, each entity once, in order.

    Args:
        heads: noun-phrase heads.
        sentence: their sentence.
        meaning: who they stand for.
        things: whether objects and places may be participants (targets of violence).
        about: whether a phrase with "over" may name them: not of an arrest ("a butcher over the murder of a deputy").
        judged: whether the phrases tell what somebody condemns or praises: its victims are not addressed.
    """
    found: dict[str, Participant] = {}
    for h in heads:
        victims = meaning.suffering(h) if judged else frozenset()
        victims |= frozenset() if about else frozenset({"over"})
        for p in _of(h, sentence, meaning, things=things, without=victims):
            found.setdefault(p.actor.id, p)
    return tuple(found.values())


def _of(
    h: int,
    sentence: Sentence,
    meaning: Meaning,
    *,
    things: bool,
    depth: int = 0,
    without: frozenset[str] = frozenset(),
) -> tuple[Participant, ...]:
    own = meaning.participants(h)
    real = tuple(p for p in own if p.actor.kind in ACTORS)
    if real:
        return real
    if depth < DEEPEST:
        through = frozenset(INSIDE) - without
        owners = [x for p in children(sentence, h, "poss") for x in conjuncts(sentence, p)]
        inside = [x for p in children(sentence, h, "prep") if sentence.tokens[p].lower in through
                  for o in children(sentence, p, "pobj") for x in conjuncts(sentence, o)
                  if not at_sea(meaning, x)]  # fmt: skip
        before = [c for c in sentence.children[h] if c < h and sentence.tokens[c].dep in {"amod", "compound", "nmod"}
                  and sentence.tokens[c].lower not in HYPHENS]  # fmt: skip
        before = [
            x for c in before for x in conjuncts(sentence, c) if x < h
        ]  # "French and Egyptian jets"
        # "a Chilean helicopter over Peru" is Chile's
        known = things and any(p.actor.country for p in own)
        for group in (owners, before) if known else (owners, before, inside):
            found = [
                p for x in group for p in _of(x, sentence, meaning, things=False, depth=depth + 1)
            ]
            if found:
                return tuple(found)
    return own if things else ()


def at_sea(meaning: Meaning, h: int) -> bool:
    """A gulf, strait or sea is where something lies, and nobody's."""
    place = meaning.place(h)
    return place is not None and place.kind == "water"
