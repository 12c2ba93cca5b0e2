"""A question put to the store: reports are looked for by the names, places and kinds of act understood."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.errors import UsageError
from dateline.formats.record_from_json import record_of
from dateline.records.answer import Answer
from dateline.records.situation import Situation
from dateline.situations.ask import answer
from dateline.situations.evidence_facts import Told, source_of
from dateline.situations.question_parts import Named, Question
from dateline.situations.question_reading import QuestionReader
from dateline.store.query import EventQuery
from dateline.store.store import Store

#: Reports whose records are read at most, and events looked at for each name.
REPORTS, EVENTS = 120, 400
_ALL = ("actual", "historical", "planned", "hypothetical", "alleged", "denied", "negated")


def answer_from_store(
    text: str,
    store: Store,
    reader: QuestionReader,
    day: str | None = None,
    within: Situation | None = None,
) -> Answer:
    """Ask the whole store, or one situation of it.

    Args:
        text: the question.
        store: the store.
        reader: what reads questions.
        day: the day of asking (ISO); else that of the newest report that is found.
        within: only events that this situation asks for are looked at.
    """
    first = reader.read(text, day or _newest_day(store))
    keys = _reports(first, store, within)
    told = tuple(_told(store, keys))
    asked_on = day or _newest_day(store) or None
    return answer(text, told, reader, asked_on)


def _reports(question: Question, store: Store, within: Situation | None) -> list[int]:
    """Keys of the reports that fit most of the question, at most ``REPORTS``."""
    count: Counter[int] = Counter()
    for name in question.names:
        found = {e.report for e in store.events(_query(name, within), limit=EVENTS)}
        count.update(found | _worded(store, (name.text,)))
        count.update(
            r.report
            for r in store.relations(_kinds(question), sorted({name.name, name.text}), limit=EVENTS)
        )
    if question.form == "search" or not question.names:
        count.update(_worded(store, question.content))
        count.update(key for word in question.content for key in _worded(store, (word,)))
    if within is not None:
        inside = {e.report for e in store.events(_bounds(within), limit=10_000)}
        count = Counter({k: n for k, n in count.items() if k in inside})
    best = sorted(count, key=lambda k: (-count[k], -k))
    return sorted(best[:REPORTS])


def _kinds(question: Question) -> Sequence[str]:
    kinds = {k for a in question.asks for k in a.relations}
    return sorted(kinds) or ["backs", "controls", "leads"]


def _query(name: Named, within: Situation | None) -> EventQuery:
    every = EventQuery(
        statuses=_ALL, relevant_only=False, since=within.since if within else None,
        until=within.until if within else None,
    )  # fmt: skip
    if name.region is not None:
        lands = tuple(sorted(name.region.countries | name.region.also))
        return replace(every, countries=lands)
    if name.kind == "country" and name.country:
        return replace(every, countries=(name.country,))
    if name.kind == "place":
        return replace(every, places=tuple(dict.fromkeys((name.name, name.text))))
    ids = (name.wikidata,) if name.wikidata else ()
    forms = dict.fromkeys((name.name, name.text, *sorted(name.forms), *ids))
    return replace(every, actors=tuple(forms))


def _bounds(within: Situation) -> EventQuery:
    return EventQuery(
        actors=within.actors, countries=within.countries, places=within.places, types=within.types,
        statuses=_ALL, since=within.since, until=within.until, words=within.words, relevant_only=False,
    )  # fmt: skip


def _worded(store: Store, words: Iterable[str]) -> set[int]:
    query = " ".join(f'"{w}"' for w in words if any(c.isalnum() for c in w))
    try:
        return {f.report for f in store.search(query, limit=50)} if query else set()
    except UsageError:
        return set()


def _told(store: Store, keys: Sequence[int]) -> Iterable[Told]:
    for key in keys:
        found = store.record(key)
        if found is None or found["report"].get("not_coded"):
            continue
        record = record_of(found)
        versions = [v for v in store.versions(key) if v.report == key]
        publisher = next((v.publisher for v in versions if v.publisher), None)
        yield Told(source_of(record.report, key, publisher=publisher), record)


def _newest_day(store: Store) -> str | None:
    """The day of the newest event's report; what "last week" counts from when nobody gave a day."""
    newest = store.events(EventQuery(statuses=_ALL, relevant_only=False), limit=1)
    report = store.report(newest[0].report) if newest else None
    return report.get("published") if report else None
