"""Where a coding differs from the gold, report by report: what a coder wants to look at."""

from collections.abc import Iterator
from typing import Any

from dateline.scoring.coding import CodedEvent, Party
from dateline.scoring.score import Judged, Score

#: Words for what became of an event.
_MISSED, _WRONG, _OTHER, _PARTLY = "missed", "wrong", "mistaken", "differs"
_Difference = tuple[str, CodedEvent | None, CodedEvent | None, tuple[str, ...]]


def differences(score: Score) -> str:
    """Lines of text: missed, wrong, coded as another type, and right in type with other fields wrong."""
    lines = ["DIFFERENCES"]
    for report in score.judged:
        found = [line for each in _found(report) for line in _lines(each)]
        lines += [report.id, *found] if found else []
    return "\n".join(lines if len(lines) > 1 else ["DIFFERENCES", "none"]) + "\n"


def difference_rows(score: Score) -> list[dict[str, Any]]:
    """The same as JSON objects, one a difference."""
    return [
        {
            "id": report.id,
            "kind": kind,
            "gold": _row(gold),
            "coded": _row(coded),
            "fields": list(fields),
        }
        for report in score.judged
        for kind, gold, coded, fields in _found(report)
    ]


def _found(report: Judged) -> Iterator[_Difference]:
    for gold in report.missed:
        yield _MISSED, gold, None, ()
    for coded in report.wrong:
        yield _WRONG, None, coded, ()
    for gold, coded in report.crossed:
        fields = tuple(f for f in ("type", "status") if getattr(gold, f) != getattr(coded, f))
        yield _OTHER, gold, coded, fields
    for pair in report.matched.hits:
        if pair.faults:
            yield _PARTLY, pair.gold, pair.coded, pair.faults


def _lines(found: _Difference) -> Iterator[str]:
    kind, gold, coded, fields = found
    what = f"{kind} ({', '.join(fields)})" if fields else kind
    if gold and coded:
        yield f"  {what}"
        yield f"    gold   {_told(gold)}"
        yield f"    coded  {_told(coded)}"
    elif event := gold or coded:
        yield f"  {what:8} {_told(event)}"


def _told(event: CodedEvent) -> str:
    """Such as "ASSAULT (alleged): rebels > army · Goma · 2024-05-01"."""
    status = "" if event.status == "actual" else f" ({event.status})"
    sides = f"{_side(event.actors)} > {_side(event.recipients)}"
    days = (event.date.start, event.date.end) if event.date else ()
    date = " to ".join(dict.fromkeys(day for day in days if day))
    more = (*event.place[:1], date, ", ".join(event.modes))
    parts = (f"{event.type}{status}: {sides}", *more)
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _side(parties: tuple[Party, ...]) -> str:
    return ", ".join((p.names or (p.country or "?",))[0] for p in parties) or "-"


def _row(event: CodedEvent | None) -> dict[str, Any] | None:
    if event is None:
        return None
    return {
        "type": event.type,
        "status": event.status,
        "modes": list(event.modes),
        "actors": [_party(p) for p in event.actors],
        "recipients": [_party(p) for p in event.recipients],
        "place": event.place[0] if event.place else None,
        "date": [event.date.start, event.date.end] if event.date else None,
        "confidence": event.confidence,
    }


def _party(party: Party) -> dict[str, Any]:
    text = party.names[0] if party.names else None
    return {"text": text, "country": party.country, "sectors": list(party.sectors)}
