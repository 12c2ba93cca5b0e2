"""Who holds which town, by which source: as reports say it, never as we infer it."""

from dateline.records.situation import RelationLine
from dateline.situations.quoting import Quoting
from dateline.situations.reading import Reader
from dateline.situations.standing import relation_line, reports_of, together
from dateline.situations.takings import taken
from dateline.store.moment import Moment
from dateline.store.query import EventQuery
from dateline.store.told import Asked

#: Lines at most; of every place the newest come first.
_LINES = 30


def control_lines(
    moment: Moment,
    reader: Reader,
    quoting: Quoting,
    asked: Asked,
    wanted: EventQuery,
    *,
    lands: frozenset[str],
) -> tuple[RelationLine, ...]:
    """Lines of kind ``controls`` (a report says who holds a place) and ``took`` (a report tells that somebody took it).

    Args:
        moment: to ask.
        reader: of records.
        quoting: for the words.
        asked: the situation's actors, places and countries.
        wanted: its events; a report of one may tell who holds a town of the same ``lands``.
        lands: alpha-3 of the countries where its events are.
    """
    rows = moment.relations(["controls"], asked) if asked.names or asked.countries else []
    rows += moment.relations(["controls"], Asked(), wanted, lands) if lands else []
    held = together([*dict.fromkeys(rows), *taken(moment, reader, wanted)])
    towns = {town: n for n, town in enumerate(dict.fromkeys(fact.object for fact in held))}
    some = sorted(held[:_LINES], key=lambda fact: towns[fact.object])
    quoting.load(reports_of(some))
    return tuple(relation_line(fact, quoting) for fact in some)
