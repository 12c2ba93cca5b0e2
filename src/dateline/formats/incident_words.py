"""An incident in a line: sides, kind, place, day, figures, how firmly it is told and by how many."""

from dateline.formats.wording import (
    NOBODY,
    STATUSES,
    day_words,
    kind_words,
    range_words,
)
from dateline.records import Incident, Party, Range

_FIGURES = {
    "killed": "killed",
    "injured": "injured",
    "arrested": "arrested",
    "displaced": "displaced",
    "crowd": "people",
}
UNCODED = "reports of one matter in which no act was coded"


def incident_words(incident: Incident) -> str:
    """Such as "Turkey > Libya: moves forces, Misrata, Friday 3 January 2020"."""
    if incident.type is None:
        return UNCODED
    left, right = party_names(incident.actors) or NOBODY, party_names(incident.recipients)
    words = f"{left} > {right}: " if right else f"{left}: "
    words += kind_words(incident.type, incident.modes[:2])
    status = STATUSES.get(incident.status)
    words += f" ({status})" if status else ""
    words += f", {place_words(incident)}" if incident.site else ""
    when = days_words(incident.first_day, incident.last_day)
    words += f", {when}" if when else ""
    counted = figure_words(incident.figures)
    return words + (f"; {counted}" if counted else "")


def party_names(parties: tuple[Party, ...], most: int = 3) -> str:
    """Names of one side; more than ``most`` are counted."""
    shown = ", ".join(p.name for p in parties[:most])
    return f"{shown} and {len(parties) - most} more" if len(parties) > most else shown


def place_words(incident: Incident) -> str:
    """The place with its country's code; empty without one."""
    site = incident.site
    if site is None:
        return ""
    plain = site.precision == "country" or not site.country
    return site.name if plain else f"{site.name} ({site.country})"


def days_words(first: str | None, last: str | None) -> str:
    """One day or two in words; empty when unknown."""
    if not first:
        return ""
    if not last or last == first:
        return day_words(first)
    return f"{day_words(first)} to {day_words(last)}"


def figure_words(figures: dict[str, Range]) -> str:
    """Figures as "12 to 15 killed, at least 30 injured"."""
    return ", ".join(
        f"{range_words(*figures[name])} {word}"
        for name, word in _FIGURES.items()
        if name in figures
    )


def voices_words(outlets: int, reports: int) -> str:
    """How many tell it: "2 outlets, 3 reports"."""
    return f"{outlets} outlet{'s' * (outlets != 1)}, {reports} report{'s' * (reports != 1)}"
