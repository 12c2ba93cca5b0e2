"""Incidents as a terminal page: each with who reports it, in which words, and what is disputed."""

from collections.abc import Iterator, Sequence

from dateline.formats.incident_words import incident_words, voices_words
from dateline.formats.screen import UNREVIEWED, Line, line, painted, quoted
from dateline.formats.wording import STATUSES, day_words, short
from dateline.records import Bond, Incident, Source, Told

_QUOTE = 150
#: Tellings shown of one incident, and incidents of one page; --json has them all.
_TELLINGS, _INCIDENTS = 6, 60


def render_incidents(
    incidents: Sequence[Incident], width: int = 100, *, left_out: int = 0, colour: bool = False
) -> str:
    """The page; those told by several reports first, then by day.

    Args:
        incidents: any number.
        width: columns of the terminal.
        left_out: incidents without a political, armed or state side that are not shown.
        colour: whether to use colours.
    """
    return painted(_lines(incidents, left_out), width, colour=colour)


def render_incident(incident: Incident, width: int = 100, *, colour: bool = False) -> str:
    """One incident with every telling and the reasons; see ``render_incidents``."""
    unreviewed = not any(t.cite.by_person for t in incident.told)
    head = [line(UNREVIEWED, "italic", 0)] if unreviewed else []
    return painted([*head, *incident_lines(incident, whole=True)], width, colour=colour)


def _lines(incidents: Sequence[Incident], left_out: int) -> Iterator[Line]:
    reports = {s.key for i in incidents for s in i.sources}
    several = [i for i in incidents if len(i.sources) > 1]
    single = [i for i in incidents if len(i.sources) == 1]
    counts = (
        f"{len(incidents)} incidents in {len(reports)} reports, {len(several)} in more than one"
    )
    yield line(counts.upper(), "bold", 0)
    yield line(UNREVIEWED, "italic", 0)
    for incident in (several + single)[:_INCIDENTS]:
        yield line("", "", 0)
        yield from incident_lines(incident)
    if len(incidents) > _INCIDENTS:
        yield line("", "", 0)
        yield line(f"and {len(incidents) - _INCIDENTS} more (--json has them all)", "dim", 0)
    if left_out:
        yield line("", "", 0)
        words = (
            f"{left_out} of ordinary crime, accidents, sport or business left out: --all shows them"
        )
        yield line(words, "dim", 0)


def incident_lines(incident: Incident, *, whole: bool = False) -> Iterator[Line]:
    """One incident; ``whole`` with every telling and why they are held for one."""
    yield line(incident_words(incident), "bold", 0)
    yield line(
        f"{voices_words(incident.outlets, len(incident.sources))} \u00b7 {incident.id}", "dim", 2
    )
    for dispute in incident.disputes:
        yield line(f"disputed: {dispute.says}", "yellow", 2)
    shown = incident.told if whole else incident.told[:_TELLINGS]
    for n, told in enumerate(shown):
        number = f"({n + 1}) {told.cite.event} " if whole else ""
        yield line(number + _telling(told), "", 4)
        if whole:
            yield from (line(_bond(b), "dim", 8) for b in incident.bonds if b.second == n)
    if len(incident.told) > len(shown):
        yield line(f"and {len(incident.told) - len(shown)} more tellings", "dim", 4)
    for source in incident.also:
        yield line(f"{_source(source)}: about it, no act coded", "dim", 4)


def _telling(told: Told) -> str:
    cite = told.cite
    way = STATUSES.get(cite.status)
    if cite.status == "denied" and cite.denied_by:
        way = f"denied by {cite.denied_by}"
    by = f", said by {cite.speaker}" if cite.speaker and cite.speaker != cite.denied_by else ""
    way = f" ({way}{by})" if way else f" ({by[2:]})" if by else ""
    person = " [corrected by a person]" if cite.by_person else ""
    return f"{_source(cite.source)}{way}{person}: {quoted(short(cite.quote, _QUOTE))}"


def _bond(bond: Bond) -> str:
    if bond.by:
        return f"joined by {bond.by}"
    why = "; ".join(bond.reasons) or "the reports are alike"
    return f"held for the act of ({bond.first + 1}), {bond.score:.2f}: {why}"


def _source(source: Source) -> str:
    name = source.publisher or source.outlet
    day = f", {day_words(source.published)}" if source.published else ""
    return f"{name}{day}{' (a copy)' if source.copy_of is not None else ''}"
