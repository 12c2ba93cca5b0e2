"""The headline against the body: what is for and against it, what it takes for granted."""

import re
from collections.abc import Sequence

from dateline.ledger.event_grounds import event_grounds
from dateline.ledger.naming import described, unmentioned
from dateline.ledger.presuppose import presuppositions
from dateline.ledger.quoted_grounds import quoted_grounds
from dateline.ledger.reading import Reading
from dateline.ledger.related import related_denials
from dateline.ledger.word_grounds import word_grounds
from dateline.records import Ground, Headline, Unmentioned

_QUOTED = re.compile(
    r"\u201c([^\u201d]+)\u201d|\"([^\"]+)\"|(?<!\w)\u2018(.+?)\u2019(?!\w)|(?<!\w)'(.+?)'(?!\w)"
)
#: Share of a headline's letters in quotation marks that makes it a quotation.
_MOSTLY = 0.6
NOT_ESTABLISHED = "not established"


def weigh_headline(title: Reading, body: Reading) -> Headline:
    """Compare a headline with the body of its report.

    Args:
        title: the headline, parsed and coded as a text of its own.
        body: the report without its headline.

    Returns:
        Kind, support and their grounds; ``support`` never says true or false.
    """
    text = title.parsed.report.text
    kind = kind_of(text)
    missing = unmentioned(title, body)
    grounds = _unlike(
        (*quoted_grounds(_quotations(text), title, body), *event_grounds(title, body))
    )
    if not grounds and not any(_doer(u, title) for u in missing):
        grounds = word_grounds(title, body)
    if not grounds:
        grounds = related_denials(missing, body)
    if any(
        g.side == "for" and g.how != "open" for g in grounds
    ):  # told in other words: "envoy", "ambassador"
        missing = tuple(u for u in missing if u.actor is None or not described(u.actor, title))
    return Headline(text, kind, support_of(grounds), grounds, missing, presuppositions(title, body))


def kind_of(text: str) -> str:
    """``question``, ``quotation`` or ``statement``."""
    plain = text.strip()
    if plain.rstrip("\u201d\"'\u2019 ").endswith("?"):
        return "question"
    first = _QUOTED.match(plain)
    if first is None:
        return "statement"
    whole = sum(len(words) for words in _quotations(plain)) >= _MOSTLY * len(plain)
    told = plain[first.end() :].lstrip()[:1] in set(",:-\u2013\u2014") or first[0][-2:-1] in set(
        ",.!"
    )
    return "quotation" if whole or told else "statement"


def support_of(grounds: Sequence[Ground]) -> str:
    """The contract's word for all grounds together; what rests on the actor base alone establishes nothing."""
    plain = [g for g in grounds if not g.link]
    ways = {(g.side, g.how) for g in plain}
    if ways & {("for", "told"), ("for", "named source")}:
        return "asserted"
    if ("against", "denied") in ways:
        return "denied"
    if ("for", "claimed") in ways:
        return "attributed"
    return NOT_ESTABLISHED


def _quotations(text: str) -> list[str]:
    return [next(g for g in m.groups() if g) for m in _QUOTED.finditer(text)]


def _unlike(grounds: Sequence[Ground]) -> tuple[Ground, ...]:
    """Each piece of evidence once."""
    kept: dict[tuple[str, object], Ground] = {}
    for ground in grounds:
        kept.setdefault((ground.id, ground.evidence.span), ground)
    return tuple(kept.values())


def _doer(name: Unmentioned, title: Reading) -> bool:
    """Whether a name that the body lacks stands before the headline's verb: what is told is of others."""
    verbs = [t.start for s in title.sentences for t in s.tokens if t.pos == "VERB"]
    return not verbs or name.at.start < verbs[0] or name.actor is not None
