"""Incidents in the store, report by report: the same ones as if all had come at once, in whatever order they come."""

from collections.abc import Callable

from dateline.situations.chief import chief_act
from dateline.situations.kept_acts import Acts, Node, node_of
from dateline.situations.kept_matters import Matter
from dateline.situations.prints import print_of
from dateline.situations.sketch import sketches
from dateline.store.desk import Desk
from dateline.store.store import Store

type Tell = Callable[[int, str], None]
#: Reports in one transaction.
_BATCH = 20


def keep(store: Store, *, most: int | None = None, told: Tell = lambda _report, _why: None) -> int:
    """Merge what is not merged yet: new reports, newly coded or corrected ones, what people ruled.

    Args:
        store: it is written to, some reports a transaction; killed between two, nothing is lost.
        most: reports to merge at most; None for all.
        told: is told the key of a report whose record cannot be read, and why; it is in no incident then.

    Returns:
        How many reports were merged.
    """
    done = 0
    while most is None or done < most:
        with store.desk() as desk:
            some = desk.waiting(min(_BATCH, most - done) if most else _BATCH)
            for report in some:
                _take(desk, report, told)
            if not some:
                _hang_loose(desk)
                return done
        done += len(some)
    return done


def _take(desk: Desk, report: int, told: Tell) -> None:
    """Merge a report that has a record and is not merged yet."""
    record, keys = desk.record(report)
    try:
        found = list(sketches(report, record))
        made = print_of(report, record)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        told(report, f"its record is not as it should be ({fault!r}): code it again")
        found = []
        made = print_of(
            report, {"report": {**record["report"]}, "actors": [], "places": [], "dates": []}
        )
    chief = chief_act(found, record["report"].get("title"))
    own = [Node.new(keys[s.event], s, chief=s is chief) for s in found]
    matter = Matter(desk, made, chief)
    matter.put()
    if own:
        Acts(desk, own, matter.alike).hang()


def _hang_loose(desk: Desk) -> None:
    """Hang anew what hung on something that is gone, or was ruled upon."""
    reports, events = desk.loose()
    for hung in desk.prints(reports):
        Matter.of(desk, hung).hang_anew(hung)
    for node in map(node_of, desk.tellings(events)):
        alike = {}
        for hung in desk.prints([node.sketch.report]):
            alike = Matter.of(desk, hung).alike
        Acts(desk, [node], alike).hang(own_only=True)
