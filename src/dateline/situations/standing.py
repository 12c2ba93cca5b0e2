"""Standing facts as several reports tell them: one line for one fact by one source with one status."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.records.situation import RelationLine
from dateline.situations.quoting import Quoting
from dateline.store.keys import folded
from dateline.store.told import RelationRow


class Fact(NamedTuple):
    """What reports that agree on a fact say, the oldest first."""

    subject: str
    object: str
    rows: tuple[RelationRow, ...]


def together(rows: Iterable[RelationRow]) -> list[Fact]:
    """Rows of one kind, sides, status and speaker, together; in the order in which each was told last, newest first."""
    found: dict[tuple[str | None, ...], list[RelationRow]] = {}
    for row in rows:
        if row.subject and row.object:
            sides = row.subject_folded, row.object_folded
            key = (row.kind, *sides, row.status or "actual", folded(row.speaker))
            found.setdefault(key, []).append(row)
    facts = [
        Fact(str(some[0].subject), str(some[0].object), tuple(some)) for some in found.values()
    ]
    return sorted(facts, key=_last, reverse=True)


def relation_line(fact: Fact, quoting: Quoting) -> RelationLine:
    """The fact with the words of the first and of the last report that tells it."""
    first, last = fact.rows[0], fact.rows[-1]
    told = [first] if first.report == last.report else [first, last]
    days = sorted(row.day for row in fact.rows if row.day)
    status = first.status or "actual"
    return RelationLine(
        kind=first.kind,
        subject=fact.subject,
        object=fact.object,
        status=status,
        speaker=first.speaker,
        since=days[0] if days else None,
        last=days[-1] if days else None,
        cites=tuple(
            quoting.cite(
                row.report, row.sentence, (row.start, row.end), status=status, speaker=row.speaker
            )
            for row in told
        ),
    )


def reports_of(facts: Sequence[Fact]) -> set[int]:
    """The reports that the lines of some facts cite."""
    return {row.report for fact in facts for row in (fact.rows[0], fact.rows[-1])}


def _last(fact: Fact) -> tuple[str, str, str, str]:
    return (fact.rows[-1].day or "", fact.rows[0].kind, fact.object, fact.subject)
