"""Towns that were taken, where an event's own words say so: never inferred from fighting there."""

import re
from collections.abc import Iterator

from dateline.knowledge.ledger import Taking, taking
from dateline.situations.reading import Json, Reader
from dateline.store.keys import folded
from dateline.store.moment import Moment
from dateline.store.query import EventQuery
from dateline.store.told import RelationRow

TOOK = "took"
#: Events looked at one by one: the newest.
_LOOKED_AT = 100
_WORDS = re.compile(r"\s+(?:[^\W\d_][\w'\u2019-]*\s+)*")
_SHORT, _LONG = 2, 6
_CONTROL = "control"


def taken(moment: Moment, reader: Reader, wanted: EventQuery) -> list[RelationRow]:
    """Who took which town, a row for each of those who did, of the events wanted."""
    known = taking()
    found: list[RelationRow] = []
    for report, ident in moment.takings(wanted, known.words)[-_LOOKED_AT:]:
        event, told = reader.event(report, ident), reader.report(report)
        if event and names_town(event, told["text"], known):
            found += _rows(report, event, told.get("published"))
    return found


def names_town(event: Json, text: str, known: Taking) -> bool:
    """Whether the place of an event is what its words say was taken, and not only where something was.

    Args:
        event: of the contract.
        text: of its report.
        known: the words for it.
    """
    decided = (event.get("why") or {}).get("entries") or ()
    place, words = event.get("place") or {}, event["trigger"].get("span")
    if not known.entries & set(decided) or not words or not place.get("span"):
        return False
    (start, end), (first, last) = words, place["span"]
    if end <= first:
        return _behind(text[end:first], known)
    return last <= start and _before(text[last:start], known)


def _behind(between: str, known: Taking) -> bool:
    """Captured [the port city of] Aden; without an "of" there is room for an article and an adjective."""
    if not _WORDS.fullmatch(between):
        return False
    words = between.lower().split()
    if "of" not in words:
        return len(words) <= _SHORT and not set(words) & _PREPOSITIONS
    ofs = [n for n, word in enumerate(words) if word == "of"]
    plain = {*known.towns, _CONTROL}
    named = all(n == 0 or words[n - 1] in plain for n in ofs)
    return named and len(words) <= _LONG and not set(words) & _PREPOSITIONS


_PREPOSITIONS = frozenset(
    {"in", "near", "at", "outside", "from", "on", "around", "to", "by", "with", "and", "inside"}
)


def _before(between: str, known: Taking) -> bool:
    words = between.lower().split()
    return bool(words) and set(words) <= known.before


def _rows(report: int, event: Json, day: str | None) -> Iterator[RelationRow]:
    place, words = event["place"], event["trigger"]["span"]
    speaker = ((event.get("attribution") or {}).get("speaker") or {}).get("name")
    for actor in event.get("actors") or ():
        yield RelationRow(
            report, TOOK, event["status"], actor["name"], folded(actor["name"]), place.get("name"),
            folded(place.get("name")), place.get("country"), speaker, event["sentence"].get("text"),
            words[0], words[1], day,
        )  # fmt: skip
