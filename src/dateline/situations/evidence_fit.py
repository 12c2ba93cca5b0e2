"""How an act fits what a question asks: whose act, towards whom, where, on which day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.knowledge.actors import pieces
from dateline.knowledge.countries import Countries
from dateline.knowledge.questions import ActRow, Asking, questions
from dateline.ledger.same import STATE, telling, word_stem
from dateline.records import Actor, Participant, Place, Record, Span
from dateline.situations.evidence_facts import Fact
from dateline.situations.question_parts import Named, Question

SAME, FOR_IT, LINKED = 3, 2, 1
#: Sectors by which a described somebody ("the army", "rebels") may be a named body.
_ROLES = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "SEP", "SPY"})
#: A description may go on with whose people they are.
_OF = re.compile(
    r"\s+(?:of|from|loyal to|allied to|allied with|belonging to)\s+(?:the\s+)?(.+)", re.S
)
_REACH = 80
#: Words before a thing among which its owner stands.
_NEAR_WORDS = 3
#: How many times more often a report names its own country's places than any other's.
_CLEAR = 1.5
#: A report tells of its own day and the days just before.
_NEAR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Fit:
    """How one part fits: ``level`` 3 the same, 2 acts for it or lies in it, 1 only linked, 0 not, None not told."""

    level: int | None
    note: str = ""


def sort_of(fact: Fact, asks: Sequence[Asking], rows: Sequence[ActRow]) -> str | None:
    """``asked``, ``wider``, ``opposite``, ``near``, or None where the act is of another kind."""
    if any(_is_act(fact, a) for a in asks) or any(_row_fits(fact, r) for r in rows):
        return "asked"
    for asking in asks:
        if any(_row_fits(fact, r) for r in asking.wider):
            return "wider"
        table = questions()
        if any(_is_act(fact, table.act(other)) for other in asking.opposite):
            return "opposite"
        if any(_is_act(fact, table.act(other)) for other in asking.near):
            return "near"
    return None


def _is_act(fact: Fact, asking: Asking) -> bool:
    if fact.relation is not None:
        return fact.relation.kind in asking.relations
    return any(_row_fits(fact, r) for r in asking.acts)


def _row_fits(fact: Fact, row: ActRow) -> bool:
    if fact.type != row.type:
        return False
    if row.modes and not row.modes & set(fact.modes):
        return False
    if row.cameo and not (fact.cameo or "").startswith(row.cameo):
        return False
    if row.contexts and not row.contexts & set(fact.contexts):
        return False
    if row.figure and row.figure not in fact.figures:
        return False
    if row.recipient and not any(row.recipient & set(p.actor.sectors) for p in fact.recipients):
        return False
    if row.trigger:
        told = {word_stem(questions().lemma(w)) for w in fact.trigger.replace("-", " ").split()}
        return bool(told & {word_stem(w) for w in row.trigger})
    return True


def told_fit(wanted: Sequence[Named], sides: Sequence[Participant], fact: Fact) -> Fit:
    """As ``side_fit``, with what follows a description too ("rebels of the Azawad Front")."""
    things = [n for n in wanted if n.kind == "thing"]
    if things:
        return _best([_thing(n, fact) for n in things])
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


def _best(found: Sequence[Fit]) -> Fit:
    return max(found, key=lambda f: -1 if f.level is None else f.level)


def _thing(name: Named, fact: Fact) -> Fit:
    """Whether the act's sentence speaks of a thing, and of the right people's."""
    return _thing_in(name, fact.sentence.text)


def _thing_in(name: Named, text: str) -> Fit:
    words = pieces(text)
    stems = [word_stem(w) for w in words]
    heads = {word_stem(h) for h in name.heads}
    at = [n for n, stem in enumerate(stems) if stem in heads]
    if not at:
        return Fit(None, f"\u201c{name.text}\u201d is not told in it")
    if not name.forms:
        return Fit(FOR_IT)
    before = [" ".join(words[max(0, n - _NEAR_WORDS) : n]) for n in at]
    if any(form in b for b in before for form in name.forms):
        return Fit(FOR_IT)
    others = any(Countries.load().by_name(w.title()) for b in before for w in b.split())
    return Fit(0 if others else None, "whose it was is not told in it")


def side_fit(wanted: Sequence[Named], sides: Sequence[Participant]) -> Fit:
    """How those told fit those asked for; any one of them is enough."""
    if not sides:
        return Fit(None)
    best = Fit(0)
    for name in wanted:
        for who in sides:
            found = actor_fit(name, who)
            if (found.level or 0) > (best.level or 0):
                best = found
    return best


def actor_fit(name: Named, who: Participant) -> Fit:
    """How one told fits one asked for."""
    actor = who.actor
    if name.kind in {"place", "region"}:
        return _at_place(name, actor)
    if name.kind == "country":
        return _state(name, actor)
    if _lands_differ(name, actor):
        return Fit(0)
    if name.kind == "group":
        return _group(name, actor, who.text)
    same = name.wikidata is not None and name.wikidata == actor.wikidata
    if same or name.forms & _forms(actor) or _initials(name, actor):
        return Fit(SAME)
    if name.kind == "person":
        return _person(name, actor)
    mine, theirs = telling(name.name), telling(actor.name)
    if actor.kind != "country" and mine and theirs and (mine <= theirs or theirs <= mine):
        return Fit(SAME if mine == theirs else FOR_IT, f"told of {actor.name}")
    return Fit(0)


def _forms(actor: Actor) -> frozenset[str]:
    """Names of an actor in lower case; words of small letters ("the country") are no names."""
    return frozenset(
        " ".join(pieces(f)) for f in (actor.name, *actor.aliases) if any(c.isupper() for c in f)
    )


def _initials(name: Named, actor: Actor) -> bool:
    short, long = sorted((name.text, actor.name), key=len)
    words = [w for w in long.replace("-", " ").split() if w[0].isupper()]
    return len(short) > 2 and short.isupper() and "".join(w[0] for w in words).upper() == short  # noqa: PLR2004


def _lands_differ(name: Named, actor: Actor) -> bool:
    return bool(name.country and actor.country and name.country != actor.country)


def _of_state(actor: Actor) -> bool:
    return actor.kind == "country" or bool(set(actor.sectors) & (STATE | {"LEG"}))


def _state(name: Named, actor: Actor) -> Fit:
    if not actor.country or actor.country != name.country:
        return Fit(0)
    if actor.kind == "country":
        return Fit(SAME)
    if _of_state(actor) and not set(actor.sectors) & {"REB", "OPP", "SEP"}:
        return Fit(FOR_IT, f"told of {actor.name}, of the state of {name.name}")
    return Fit(0, f"told of {actor.name}")


def _person(name: Named, actor: Actor) -> Fit:
    last = name.name.split()[-1].casefold()
    if actor.kind == "person":
        theirs = actor.name.split()[-1].casefold()
        one = len(name.name.split()) == 1 or len(actor.name.split()) == 1
        if last == theirs and one:
            return Fit(SAME)
    elif actor.kind in {"organisation", "group"} and last in telling(actor.name):
        return Fit(FOR_IT, f"told of {actor.name}")
    if (
        name.country
        and actor.country == name.country
        and _of_state(actor)
        and set(name.sectors) & STATE
    ):
        return Fit(LINKED, f"told of {actor.name}; the report does not say that it was {name.name}")
    return Fit(0)


def _group(name: Named, actor: Actor, text: str | None) -> Fit:
    words = {w for form in (actor.name, text or "") for w in _words(form)}
    if name.heads & words:
        return Fit(SAME)
    if name.country and actor.kind == "country" and actor.country == name.country:
        return Fit(FOR_IT, f"told of {actor.name}")
    mine = _sectors_of(name)
    if mine & set(actor.sectors) and actor.kind != "country":
        return Fit(FOR_IT, f"told of {actor.name}")
    return Fit(0)


def _sectors_of(name: Named) -> frozenset[str]:
    return frozenset(name.sectors) & _ROLES


def _words(form: str) -> list[str]:
    return [
        w.strip("\u2019'.,").casefold().removesuffix("'s").removesuffix("\u2019s")
        for w in form.split()
    ]


def _at_place(name: Named, actor: Actor) -> Fit:
    """A place that is asked about, and somebody or something told: the place as an actor, or of its country."""
    if name.region is not None:
        if actor.country in name.region.countries:
            return Fit(FOR_IT, "")
        if actor.country in name.region.also:
            return Fit(FOR_IT, f"some count {actor.country} to the {name.name}")
        return Fit(0)
    named = {" ".join(pieces(actor.name))}
    return (
        Fit(SAME) if name.forms & named and actor.kind in {"place", "thing", "country"} else Fit(0)
    )


def place_fit(name: Named, fact: Fact) -> Fit:
    """Whether an act took place where a question asks."""
    if name.region is not None:
        return _in_region(name, fact)
    sides = side_fit((name,), fact.recipients)
    if fact.place is not None and fact.place.name is not None:
        level = _same_place(name, fact.place)
        if level:
            return Fit(level)
        if fact.place.precision in {"exact", "near"} or fact.place.country != name.country:
            return sides if sides.level == SAME else Fit(0, f"told of {fact.place.name}")
    if sides.level:
        return sides
    there = [p for p in fact.told.record.places if p.name and fact.sentence.span.holds(p.span)]
    if any(_same_place(name, p) and p.use == "literal" for p in there):
        return Fit(FOR_IT, f"its sentence names {name.name}")
    if any(p.precision in {"exact", "near"} and p.use == "literal" for p in there):
        return Fit(0, "its sentence names another place")
    if name.kind != "country" and _worded(name, fact.sentence.text):
        return Fit(FOR_IT, f"its sentence names {name.name}")
    if name.kind == "country" and fact.place is None and about(fact.told.record) == name.country:
        return Fit(FOR_IT, f"the report is about {name.name}")
    return Fit(None)


def about(record: Record) -> str | None:
    """The country that most of a report's places are in, where no other comes near."""
    lands = [p.country for p in record.places if p.country]
    lands += [a.country for a in record.actors for _ in a.mentions if a.country]
    most = max(sorted(set(lands)), key=lands.count, default=None)
    others = max((lands.count(c) for c in set(lands) - {most}), default=0)
    return most if most is not None and lands.count(most) > others * _CLEAR else None


def _worded(name: Named, text: str) -> bool:
    words = f" {' '.join(pieces(text))} "
    return any(f" {form} " in words for form in name.forms)


def _same_place(name: Named, place: Place) -> int:
    if name.kind == "country":
        return SAME if place.country == name.country else 0
    forms = {" ".join(pieces(f)) for f in (place.name or "", place.text)}
    if not name.forms & forms:
        within = name.forms & {" ".join(pieces(place.admin1 or ""))}
        return FOR_IT if within else 0
    return SAME if not name.country or not place.country or place.country == name.country else 0


def _in_region(name: Named, fact: Fact) -> Fit:
    region = name.region
    if region is None:
        return Fit(None)
    lands = [fact.place.country] if fact.place and fact.place.country else []
    lands += [p.actor.country for p in fact.recipients if p.actor.country]
    for land in lands:
        if land in region.countries:
            return Fit(FOR_IT, f"in the {region.name}")
        if land in region.also:
            return Fit(FOR_IT, f"{land} is counted to the {region.name} by some")
    return Fit(0) if lands else Fit(None)


def day_fit(question: Question, fact: Fact) -> Fit:
    """Whether an act falls into the days asked for; one without a day counts by its report's."""
    if question.first_day is None and question.last_day is None:
        return Fit(SAME)
    first, last = question.first_day or "0001-01-01", question.last_day or "9999-12-31"
    start, end = fact.first_day or fact.last_day, fact.last_day or fact.first_day
    if start is not None and end is not None:
        return Fit(SAME if start <= last and end >= first else 0, "on another day")
    published = fact.told.source.published
    if published is None or fact.status in {"historical", "planned", "hypothetical"}:
        return Fit(None)
    if published < first:
        return Fit(0, "told before those days")
    if published <= later(last):
        return Fit(FOR_IT, f"day not told; the report is of {published}")
    return Fit(None)


def later(day: str) -> str:
    """The last day on which a report still tells of a day."""
    try:
        return (date.fromisoformat(day) + _NEAR).isoformat()
    except (ValueError, OverflowError):
        return day


def mentioned(name: Named, record: Record, spans: Sequence[Span]) -> bool:
    """Whether some stretches of a report speak of somebody or some place, by name or by who is meant there."""
    if name.kind == "thing":
        return any(_thing_in(name, record.report.text[s.start : s.end]).level for s in spans)
    for actor in record.actors:
        here = any(s.holds(m) for s in spans for m in actor.mentions)
        if here and (actor_fit(name, Participant(actor, None, None)).level or 0) >= FOR_IT:
            return True
    if any(_is_there(name, p) for p in record.places if any(s.holds(p.span) for s in spans)):
        return True
    return any(_worded(name, record.report.text[s.start : s.end]) for s in spans)


def _is_there(name: Named, place: Place) -> bool:
    if name.region is not None:
        return place.country in name.region.countries | name.region.also
    return place.name is not None and bool(_same_place(name, place))
