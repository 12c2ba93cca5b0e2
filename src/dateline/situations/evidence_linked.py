"""Whether those told stand for those asked about: spokesmen, own forces, leaders, the one such body of a report."""

import re
from collections.abc import Sequence

from dateline.knowledge.actors import pieces
from dateline.records import Participant, Place, Record
from dateline.situations.evidence_facts import Fact
from dateline.situations.evidence_who import (
    FOR_IT,
    Fit,
    actor_fit,
    best,
    of_others,
    side_fit,
    thing_in,
)
from dateline.situations.question_parts import Named

#: A description may go on with whose people they are.
_OF = re.compile(
    r"(?:\s*\([^)]*\))?\s+(?:of|from|loyal to|allied to|allied with|belonging to)\s+(?:the\s+)?(.+)",
    re.S,
)
_REACH = 80
#: Nouns for those who speak or act for a body or a leader.
_SERVANTS = frozenset(
    (
        *("spokesman", "spokeswoman", "spokesperson", "representative", "official", "officer"),
        *("adviser", "aide", "commander", "army", "forces", "troops", "soldiers", "fighters"),
    )
)
#: Words by which an armed body is told again, and sectors of such bodies.
_ARMED = frozenset(
    (
        *(
            "rebels",
            "rebel",
            "paramilitaries",
            "paramilitary",
            "militia",
            "militiamen",
            "militants",
        ),
        *("insurgents", "jihadists", "group", "movement", "fighters", "guerrillas"),
    )
)

_BODIES = frozenset({"REB", "PRM", "UAF", "SEP"})


def told_fit(wanted: Sequence[Named], sides: Sequence[Participant], fact: Fact) -> Fit:
    """As ``side_fit``, with what follows a description too ("rebels of the Azawad Front")."""
    things = [n for n in wanted if n.kind == "thing"]
    if things:
        return best([_thing(n, fact) for n in things])
    found = linked_fit(wanted, sides, fact.told.record)
    if found.level is None or found.level >= FOR_IT:
        return found
    text = fact.told.record.report.text
    for who in sides:
        behind = _OF.match(text[who.span.end : who.span.end + _REACH]) if who.span else None
        after = " ".join(pieces(behind[1])) if behind else ""
        if any(after == f or after.startswith(f"{f} ") for n in wanted for f in n.forms):
            return Fit(FOR_IT, f"told of {who.text} of that name")
    return found


def linked_fit(wanted: Sequence[Named], sides: Sequence[Participant], record: Record) -> Fit:
    """As ``side_fit``, with spokesmen and with bodies (no states) that somebody leads, as the report tells it."""
    found = side_fit(wanted, sides)
    if found.level is None or found.level >= FOR_IT:
        return found
    for who in sides:
        if (
            _speaks_for(wanted, who)
            or _belongs(wanted, who, record)
            or _only_one(wanted, who, record)
        ):
            return Fit(FOR_IT, f"told of {' '.join((who.text or '').split())}")
    mine = {p.actor.id for p in sides}
    for relation in record.relations:
        other = relation.object
        if isinstance(other, Place) or relation.status != "actual":
            continue
        if relation.kind == "speaks_for" and relation.subject.actor.id in mine:
            beyond, note = other, f"{relation.subject.actor.name} speaks for {other.actor.name}"
        elif relation.kind == "leads" and other.actor.id in mine and other.actor.kind != "country":
            beyond, note = (
                relation.subject,
                f"{other.actor.name} is led by {relation.subject.actor.name}",
            )
            if "GOV" in other.actor.sectors:
                continue
        else:
            continue
        if (side_fit(wanted, (beyond,)).level or 0) >= FOR_IT:
            return Fit(FOR_IT, note)
    return found


def _thing(name: Named, fact: Fact) -> Fit:
    """Whether the act's sentence speaks of a thing, and of the right people's."""
    return thing_in(name, fact.sentence.text)


def _speaks_for(wanted: Sequence[Named], who: Participant) -> bool:
    """Whether somebody unnamed is described as one who speaks or acts for a name ("a spokesman for the LNA")."""
    told = pieces(who.text or "")
    if not set(told) & _SERVANTS or any(c.isupper() for c in who.actor.name):
        return False
    line = f" {' '.join(told)} "
    return any(
        f" {link} {form} " in line
        for n in wanted
        if n.kind in {"organisation", "group", "person"}
        for form in n.forms
        for link in ("for", "for the", "of", "of the", "from the")
    ) or any(
        line.startswith((f" {form} s ", f" {form} "))
        for n in wanted
        if n.kind in {"organisation", "person"}
        for form in n.forms
    )


def _only_one(wanted: Sequence[Named], who: Participant, record: Record) -> bool:
    """Whether "the rebels" or "the paramilitary group" stands for the one such body that the report names."""
    text = " ".join(pieces(who.text or ""))
    if who.actor.kind not in {"group", "organisation"} or not text.startswith(("the ", "its ")):
        return False
    if not set(text.split()) & _ARMED or any(c.isupper() for c in who.actor.name):
        return False
    bodies = [
        a for a in record.actors
        if a.kind == "organisation" and set(a.sectors) & _BODIES and any(c.isupper() for c in a.name)
        and a.country == who.actor.country
    ]  # fmt: skip
    names = {a.name for a in bodies}
    return (
        len(names) == 1
        and (side_fit(wanted, (Participant(bodies[0], None, None),)).level or 0) >= FOR_IT
    )


def _belongs(wanted: Sequence[Named], who: Participant, record: Record) -> bool:
    """Whether somebody unnamed is told as one asked about's own ("its forces", "whose troops")."""
    if who.span is None or who.inferred or not set(pieces(who.text or "")) & _SERVANTS:
        return False
    wanted = [n for n in wanted if n.kind != "group" or not of_others(n, who.actor, who.text)]
    head = who.span.end - len((who.text or "").split()[-1])
    owners = [
        a for a in record.actors
        if a.id != who.actor.id and any(who.span.holds(m) and m.end <= head for m in a.mentions)
    ]  # fmt: skip
    return any(
        (actor_fit(n, Participant(a, None, None)).level or 0) >= FOR_IT
        for n in wanted
        for a in owners
    )
