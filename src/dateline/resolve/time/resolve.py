"""From a reading to the calendar: which Friday, which August, which year."""

from dateline.resolve.time import of_calendar, of_report
from dateline.resolve.time.choice import Anchor, Resolved, resolve
from dateline.resolve.time.readings import Reading

#: The modules that teach ``resolve`` its kinds of reading when they are loaded.
KINDS = (of_calendar, of_report)


def within_calendar(reading: Reading, anchor: Anchor) -> Resolved | None:
    """``resolve``, with None for what lies before year 1 or after year 9999."""
    try:
        return resolve(reading, anchor)
    except (ValueError, OverflowError):
        return None
