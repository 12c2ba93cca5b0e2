"""What stands between two place names: a comma, "in", a list, a possessive."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.resolve.place_mentions import Mention
from dateline.resolve.place_signs import ENOUGH, LABELS

#: Neighbours in a list of places are places.
LISTED = 1.3
#: More when the list is called one of towns or the like, or two stand before.
CALLED, SECOND = 1.0, 0.7
#: Who vouches is so much over the threshold.
VOUCHING = 0.3
_COMMA = re.compile(r"^\s*,\s*(?:in\s+)?(?:the\s+)?$")
_LIST = re.compile(r"^\s*(?:,|,?\s*(?:and|or|&))\s+(?:the\s+|in\s+|at\s+|near\s+)?$")
_IN = re.compile(r"^\s+in\s+(?:the\s+)?$")
_DEMONYM_TOWN = re.compile(
    r"^\s+(?:[\w-]+\s+){0,2}(?:town|city|village|capital|port|province|region)\s+(?:of\s+)?$"
)
_POSSESSIVE = re.compile(r"^['\u2019]s\s+(?:[\w-]+\s+){0,2}(?:of\s+)?$")


def lift_lists(text: str, mentions: Sequence[Mention]) -> None:
    """In "Bor, Malakal and Pibor" a certain place vouches for the names beside it, two more so."""
    sure = [m.sign >= ENOUGH + VOUCHING and not m.demonym for m in mentions]
    vouchers = 0
    for n, (a, b) in enumerate(pairwise(mentions)):
        if a.demonym or b.demonym or not _LIST.match(text[a.span.end : b.span.start]):
            vouchers = 0
            continue
        vouchers = vouchers + 1 if sure[n] else 0
        if sure[n] and not sure[n + 1]:
            b.sign += _listed(b) + (CALLED if a.kinds else 0.0) + (SECOND if vouchers > 1 else 0.0)
            sure[n + 1] = b.sign >= ENOUGH
        elif sure[n + 1] and not sure[n]:
            a.sign += _listed(a)


def _listed(mention: Mention) -> float:
    """A list of places also takes back most of what a wrong label cost."""
    if mention.inside:
        return LISTED
    return LISTED + 0.6 * max(0.0, -LABELS.get(mention.label, 0.0)) - mention.doubted


def comma_pairs(text: str, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Neighbours joined by a comma ("Paris, Texas")."""
    return [
        (a, b)
        for a, b in pairwise(mentions)
        if _COMMA.match(text[a.span.end : b.span.start]) and not a.demonym and not b.demonym
    ]


def holders_of(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Position of a mention -> position of one that the text says it lies in."""
    found: dict[int, int] = {}
    for n, (a, b) in enumerate(pairwise(mentions)):
        gap = text[a.span.end : b.span.start]
        if a.demonym and not b.demonym and _DEMONYM_TOWN.match(gap):
            found[n + 1] = n
        if a.demonym or b.demonym:
            continue
        if (_COMMA.match(gap) and not _listed_units(text, mentions, n)) or _IN.match(gap):
            found.setdefault(n, n + 1)
        elif _POSSESSIVE.match(gap):
            found.setdefault(n + 1, n)
    return found


def stated(text: str, mentions: Sequence[Mention], holders: dict[int, int]) -> set[int]:
    """Mentions whose container stands after a comma and cannot be the next item of a list."""
    found = set()
    for inner, outer in holders.items():
        if outer != inner + 1 or not _unit(mentions[outer]):
            continue
        if not _COMMA.match(_gap(text, mentions, inner)):
            continue
        if not any(_LIST.match(_gap(text, mentions, n)) for n in (inner - 1, outer)):
            found.add(inner)
    return found


def _gap(text: str, mentions: Sequence[Mention], n: int) -> str:
    """The text between mention ``n`` and the next; a full stop at the ends."""
    if not 0 <= n < len(mentions) - 1:
        return "."
    return text[mentions[n].span.end : mentions[n + 1].span.start]


def _listed_units(text: str, mentions: Sequence[Mention], n: int) -> bool:
    """Whether mention ``n`` and the next are a list of provinces, not a town in one."""
    around = [m for m in mentions[max(0, n - 1) : n + 3] if not m.demonym]
    pairs = [(a, b) for a, b in pairwise(around) if _LIST.match(text[a.span.end : b.span.start])]
    units = [m for pair in pairs for m in pair if not _unit(m)]
    return len(pairs) > 1 and not units


def _unit(mention: Mention) -> bool:
    """Whether the name is a country's or, as its own, a province's."""
    return mention.country is not None or any(
        e.kind == "admin1" and primary for e, primary in mention.options[:3]
    )


def peers(text: str, mentions: Sequence[Mention]) -> dict[int, list[int]]:
    """Positions of mentions -> those beside them in a list, of the same kind as a rule."""
    found: dict[int, list[int]] = {}
    for n, (a, b) in enumerate(pairwise(mentions)):
        if a.demonym or b.demonym or not _LIST.match(text[a.span.end : b.span.start]):
            continue
        found.setdefault(n, []).append(n + 1)
        found.setdefault(n + 1, []).append(n)
    return found
