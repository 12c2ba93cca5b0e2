"""Saved questions, and what is new about one, for people."""

from collections.abc import Iterator

from dateline.formats.incident_words import incident_words, voices_words
from dateline.formats.screen import UNREVIEWED, Line, line, painted, quoted
from dateline.formats.wording import STATUSES, kind_words
from dateline.records.incident import Citation, Incident
from dateline.records.situation import Brief, Situation

#: A day before all days: everything is new since then.
_EVER = "0001-01-01"
#: Quotes of one incident.
_QUOTES = 2


def question_words(situation: Situation) -> str:
    """The question in a line: "by or to Rebels, Q79; in or of YEM; ASSAULT; since 2026-01-01"."""
    parts = [
        _listed("by or to ", situation.actors),
        _listed("in or of ", situation.countries),
        _listed("at ", situation.places),
        _listed("", situation.types),
        f"since {situation.since}" if situation.since else "",
        f"until {situation.until}" if situation.until else "",
        f"words: {situation.words}" if situation.words else "",
    ]
    return "; ".join(filter(None, parts)) or "everything in the store"


def render_list(situations: tuple[Situation, ...], width: int, *, colour: bool) -> str:
    """All saved questions."""
    return painted((row for s in situations for row in _listed_rows(s)), width, colour=colour)


def render_show(brief: Brief, width: int, *, colour: bool) -> str:
    """One question and what the store has on it, counted."""
    return painted(_show(brief), width, colour=colour)


def render_new(brief: Brief, width: int, *, colour: bool) -> str:
    """What came since the last look: incidents, then those told of again."""
    return painted(_new(brief), width, colour=colour)


def _listed_rows(situation: Situation) -> Iterator[Line]:
    yield line(situation.name, "bold", 0)
    yield line(question_words(situation), "", 2)
    yield line(f"last look: {_moment(situation.looked)}", "dim", 2)


def _show(brief: Brief) -> Iterator[Line]:
    yield from _listed_rows(brief.situation)
    count = sum(count for _, count in brief.types)
    if not count:
        yield line("nothing in the store fits yet", "", 2)
        return
    days = f", {brief.first_day} to {brief.last_day}" if brief.first_day else ""
    told = f"{count:,} incident{'s' * (count != 1)} in {voices_words(brief.outlets, brief.reports)}{days}"
    yield line(told, "", 2)
    for name, number in brief.types:
        yield line(f"{number:>7,} {kind_words(name, ())}", "", 2)
    if brief.curve.alert:
        yield line(brief.curve.alert, "bold", 2)
    if brief.new_since:
        yield line(f"new since the last look: {len(brief.new):,}", "", 2)
    yield line(f"the whole page: dateline brief {_argument(brief.situation.name)}", "dim", 2)


def _new(brief: Brief) -> Iterator[Line]:
    by_id = {incident.id: incident for incident in brief.incidents}
    first = brief.situation.looked is None and (brief.new_since or "") <= _EVER
    since = "so far: this is the first look" if first else f"since {_moment(brief.new_since)}"
    count = len(brief.new)
    yield line(
        f"{brief.situation.name}: {count:,} new incident{'s' * (count != 1)} {since}", "bold", 0
    )
    shown = [by_id[ident] for ident in brief.new if ident in by_id]
    for incident in shown:
        yield from _incident(incident)
    if count > len(shown):
        yield line("", "", 0)
        yield line(f"and {count - len(shown):,} older ones", "", 0)
    again = [by_id[ident] for ident in brief.updated if ident in by_id]
    if again:
        yield line("", "", 0)
        yield line("told of again", "bold", 0)
        for incident in again:
            yield line(incident_words(incident), "", 2)
    if shown:
        yield line("", "", 0)
        yield line(UNREVIEWED, "dim", 0)


def _incident(incident: Incident) -> Iterator[Line]:
    yield line("", "", 0)
    yield line(incident_words(incident), "", 2)
    for told in incident.told[:_QUOTES]:
        yield line(_cited(told.cite), "dim", 4)


def _cited(cite: Citation) -> str:
    source = cite.source
    status = STATUSES.get(cite.status)
    said = f" ({status})" if status else ""
    said += f" according to {cite.speaker}" if cite.speaker else ""
    judged = ", corrected by a person" if cite.by_person else ""
    where = ", ".join(
        filter(None, (source.publisher or source.outlet, source.published, source.url))
    )
    return f"{quoted(cite.quote)}{said}: {where}{judged}"


def _listed(before: str, values: tuple[str, ...]) -> str:
    return f"{before}{', '.join(values)}" if values else ""


def _moment(moment: str | None) -> str:
    """A moment to the minute; a day as it is."""
    return (
        "never"
        if moment is None
        else moment[:16].replace("T", " ") + (" UTC" if "T" in moment else "")
    )


def _argument(name: str) -> str:
    return name if name.isalnum() else f'"{name}"'
