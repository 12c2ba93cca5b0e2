"""The store as a page about a situation reads it: every incident in outline, those shown whole."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from dateline.records import Incident, Source
from dateline.situations.gather import gather
from dateline.situations.outline import Outline, outlines
from dateline.situations.sketch import Sketch, sketches
from dateline.situations.stored import incidents_of
from dateline.store.keys import ROOM
from dateline.store.moment import Moment
from dateline.store.query import EventQuery
from dateline.store.store import Store

Json = dict[str, Any]


class Cites(Protocol):
    """Whoever knows the reports."""

    def sources(self, keys: Collection[int]) -> Mapping[int, Source]:
        """Some of them by key."""


class Reader:
    """The incidents of a store at one moment."""

    def __init__(self, store: Store, moment: Moment, cites: Cites) -> None:
        """Read ``store`` as it is at ``moment``; ``cites`` tells of reports."""
        self._store, self._moment, self._cites = store, moment, cites
        self._records: dict[int, Json] = {}

    def outlines(self, wanted: EventQuery, *, ahead_from: str | None = None) -> list[Outline]:
        """Every incident with an event that is wanted, the oldest first."""
        return outlines(self._moment.events(wanted, ahead_from=ahead_from))

    def incidents(self, some: Sequence[Outline]) -> dict[int, Incident]:
        """Some of them whole, by key; what is not merged yet, each event for itself."""
        kept = incidents_of(self._store, [o.key for o in some])
        by_id = {incident.id: incident for incident in kept}
        found = {o.key: by_id[o.id] for o in some if o.id in by_id}
        return found | self._loose([o for o in some if o.key not in found])

    def _loose(self, some: Sequence[Outline]) -> dict[int, Incident]:
        reports = {event // ROOM for outline in some for event, _ in outline.told}
        sources = self._cites.sources(reports)
        found = {key: self._sketches(key) for key in reports}
        return {
            outline.key: gather(
                [found[event // ROOM][ident] for event, ident in outline.told], sources
            )
            for outline in some
        }

    def event(self, report: int, ident: str) -> Json | None:
        """One event of the contract as it stands."""
        return next((e for e in self._record(report)["events"] if e["id"] == ident), None)

    def report(self, key: int) -> Json:
        """The report of a record, with its text."""
        report: Json = self._record(key)["report"]
        return report

    def _sketches(self, report: int) -> dict[str, Sketch]:
        return {s.event: s for s in sketches(report, self._record(report))}

    def _record(self, report: int) -> Json:
        if report not in self._records:
            record = self._moment.record(report) or {}
            self._records[report] = record | {"events": [*map(_whole, record["events"])]}
        return self._records[report]


def _whole(event: Json) -> Json:
    """An event of the contract; one that a person added may lack its sentence or the place of its words."""
    nowhere = {"index": 0, "text": "", "span": [0, 0]}
    trigger = event["trigger"] if event["trigger"].get("span") else nowhere
    sentence = event.get("sentence") or {}
    return {**event, "trigger": trigger, "sentence": sentence if sentence.get("span") else trigger}
