"""Weighed facts as lines: one line an act, with every report that tells it."""

from collections.abc import Iterable, Sequence

from dateline.formats.wording import NOBODY, RELATIONS
from dateline.ledger.same import same_act, same_side
from dateline.records import Participant, Place
from dateline.records.answer import EvidenceLine
from dateline.situations.evidence_facts import Fact, cited, written
from dateline.situations.evidence_sides import Weighed
from dateline.situations.question_parts import Drawn

#: Lines of one side at most; what is context only is cut shorter.
MOST, CONTEXT = 40, 6
_ORDER = {"told": 0, "told as background": 1, "says": 2, "claims": 3, "accuses": 4}


def lines(weighed: Iterable[Weighed]) -> tuple[Drawn, ...]:
    """One line an act and side, the report's own voice first, then by day and report."""
    groups: list[list[Weighed]] = []
    for one in sorted(weighed, key=_rank):
        home = next((g for g in groups if g[0].side == one.side and _same(g[0], one)), None)
        if home is None:
            groups.append([one])
        elif all(_spot(w) != _spot(one) for w in home):
            home.append(one)
    made: list[Drawn] = []
    count: dict[str, int] = {}
    for group in groups:
        side = group[0].side
        count[side] = count.get(side, 0) + 1
        if count[side] <= (CONTEXT if side == "context" else MOST):
            made.append(Drawn(_line(group), any(w.firm for w in group)))
    return tuple(made)


def _rank(one: Weighed) -> tuple[bool, int, bool, str, int, int]:
    fact = one.fact
    day = fact.first_day or fact.told.source.published or "9999"
    return (
        not one.firm, _ORDER.get(one.stance, 5), fact.relation is not None, day, fact.told.source.key,
        fact.span.start,
    )  # fmt: skip


def _spot(one: Weighed) -> tuple[int, int]:
    return one.fact.told.source.key, one.fact.sentence.index


def _same(a: Weighed, b: Weighed) -> bool:
    """Whether two facts are one act on one side: at one spot, or told alike by two reports in the same way."""
    if _spot(a) == _spot(b):
        return _one_act(a.fact, b.fact)
    if (a.stance in {"told", "says"}) != (b.stance in {"told", "says"}):
        return False
    x, y = a.fact, b.fact
    if x.relation and y.relation:
        return x.trigger == y.trigger and _sides_same(x, y) and _place_name(x) == _place_name(y)
    if x.event is None or y.event is None or x.outer or y.outer:
        return False
    if x.speaker and y.speaker and not same_side(x.speaker.actor, y.speaker.actor):
        return False
    return same_act(x.event, y.event)


def _one_act(x: Fact, y: Fact) -> bool:
    """Whether two facts of one sentence are the same to a reader."""
    return (
        _sides_same(x, y)
        or x.relation is not None
        or y.relation is not None
        or bool(x.outer or y.outer)
    )


def _sides_same(x: Fact, y: Fact) -> bool:
    return [p.actor.name for p in x.actors] == [p.actor.name for p in y.actors] and [
        p.actor.name for p in x.recipients
    ] == [p.actor.name for p in y.recipients]


def _place_name(fact: Fact) -> str | None:
    return fact.place.name if fact.place else None


def _line(group: Sequence[Weighed]) -> EvidenceLine:
    first = group[0]
    more = tuple(cited(w.fact) for w in group[1:])
    return EvidenceLine(
        first.side,
        says(first),
        first.stance,
        first.fact.first_day,
        cited(first.fact),
        first.why,
        more,
    )


#: How a voice stands to an act, before "by": passive, so that it holds for one speaker and for many.
_WAYS = {
    "says": "Said by", "says it was another": "Said by", "claims": "Claimed by",
    "accuses": "Charged by", "denies": "Denied by",
    "promises": "Promised, not done, by", "threatens": "Threatened, not done, by",
    "asks for it": "Asked for, not done, by", "refuses": "Refused by",
    "plans": "Told as planned, not done, by", "holds possible": "Held possible by",
}  # fmt: skip
_LEADS = {
    "told as not done": "Told as not done", "sees no sign of it": "No sign of it",
    "told as planned": "Planned, not done",
    "told as possible": "Possible, not told as a fact", "told as background": "Background",
}  # fmt: skip


def says(one: Weighed) -> str:
    """The act by its sides and the report's own word for it, with the voice and all that makes it less than a fact."""
    fact = one.fact
    act = _act(fact)
    if fact.outer is not None:
        return f"{_WAYS.get(one.stance, 'Said by')} {_sides(fact.outer.actors, ())}: {act}"
    if one.stance in _WAYS:
        who = written(fact.speaker) if fact.speaker else "a source not named"
        return f"{_WAYS[one.stance]} {who}: {act}"
    lead = _LEADS.get(one.stance)
    return f"{lead}: {act}" if lead else act


def _sides(actors: Sequence[Participant], recipients: Sequence[Participant]) -> str:
    left = ", ".join(dict.fromkeys(map(written, actors))) or NOBODY
    right = ", ".join(dict.fromkeys(map(written, recipients)))
    return f"{left} > {right}" if right else left


def _act(fact: Fact) -> str:
    if fact.relation is not None:
        other = fact.relation.object
        name = (other.name or other.text) if isinstance(other, Place) else written(other)
        return (
            f"{written(fact.relation.subject)}: {RELATIONS.get(fact.trigger, fact.trigger)} {name}"
        )
    words = f"{_sides(fact.actors, fact.recipients)}: \u201c{fact.trigger}\u201d"
    where = _place_name(fact)
    return f"{words}, {where}" if where else words
