"""How an act fits what a question asks: which act, where, on which day; and who or what some words name."""

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.knowledge.actors import pieces
from dateline.knowledge.countries import Countries
from dateline.knowledge.questions import ActRow, Asking, questions
from dateline.ledger.same import TOWN, word_stem
from dateline.records import Participant, Place, Record, Span
from dateline.situations.evidence_facts import Fact
from dateline.situations.evidence_who import FOR_IT, SAME, Fit, actor_fit, side_fit, thing_in
from dateline.situations.question_parts import Named, Question

#: Places of a country at least that a report must name to be about it.
_FEWEST = 2
#: A report tells of its own day and the days just before.
_NEAR = timedelta(days=3)
#: Characters before an act's sentence in which what was in force is told.
_BEFORE = 260


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
    return (not row.after or _just_after(fact, row.after)) and _triggered(fact, row)


def _triggered(fact: Fact, row: ActRow) -> bool:
    """Whether an act is told by one of the words that a row asks for."""
    if row.trigger:
        told = {word_stem(questions().lemma(w)) for w in fact.trigger.replace("-", " ").split()}
        return bool(told & {word_stem(w) for w in row.trigger})
    return True


def _just_after(fact: Fact, nouns: frozenset[str]) -> bool:
    """Whether an act's sentence, or the two before it, tells that something ("the truce") is in force or broken."""
    text, end = fact.told.record.report.text, fact.sentence.span.end
    before = text[max(0, fact.sentence.span.start - _BEFORE) : end].casefold()
    told = {w.strip(".,;:'\u2019\u201d\u201c\"") for w in before.replace("-", " ").split()}
    return bool(told & nouns) and bool(told & questions().in_force)


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
    return _unplaced(
        name, fact, elsewhere=any(p.precision in TOWN and p.use == "literal" for p in there)
    )


def _unplaced(name: Named, fact: Fact, *, elsewhere: bool) -> Fit:
    """Where an act is told without a place, and its sentence names no resolved place that is asked about."""
    if elsewhere:
        return Fit(0, "its sentence names another place")
    if name.kind != "country" and _worded(name, fact.sentence.text):
        return Fit(FOR_IT, f"its sentence names {name.name}")
    if name.kind == "country" and fact.place is None and about(fact.told.record) == name.country:
        return Fit(FOR_IT, f"the report is about {name.name}")
    return Fit(None)


def about(record: Record) -> str | None:
    """The country that more of a report's places are in than in any other, at least two."""
    lands = [p.country for p in record.places if p.country]
    count = sorted(((lands.count(c), c) for c in set(lands)), reverse=True)
    if not count or count[0][0] < _FEWEST or (len(count) > 1 and count[1][0] == count[0][0]):
        return None
    return count[0][1]


def _worded(name: Named, text: str) -> bool:
    words = f" {' '.join(pieces(text))} "
    return any(f" {form} " in words for form in name.forms)


def _same_place(name: Named, place: Place) -> int:
    if name.kind == "country":
        return SAME if place.country == name.country else 0
    forms = {" ".join(pieces(f)) for f in (place.name or "", place.text)}
    if not name.forms & forms:
        return (
            0  # a province often bears its capital's name: "in Kidal" is no village of the province
        )
    return SAME if not name.country or not place.country or place.country == name.country else 0


def _in_region(name: Named, fact: Fact) -> Fit:
    region = name.region
    if region is None:
        return Fit(None)
    lands = [fact.place.country] if fact.place and fact.place.country else []
    lands += [p.actor.country for p in fact.recipients if p.actor.country]
    for land in filter(None, lands):
        if land in region.countries:
            return Fit(FOR_IT, f"in the {region.name}")
        if land in region.also:
            country = Countries.load().get(land)
            name_ = country.name if country else land
            return Fit(FOR_IT, f"some count {name_} to the {region.name}")
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
        return any(thing_in(name, record.report.text[s.start : s.end]).level for s in spans)
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
