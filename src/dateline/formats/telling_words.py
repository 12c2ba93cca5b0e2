"""An act, and one voice on it, in a line each."""

from dateline.formats.page import place_words
from dateline.formats.screen import Line, line, quoted
from dateline.formats.weighing_page import span_words, voice
from dateline.formats.wording import date_words, figures, kind_words, short, sides
from dateline.ledger.acts import Telling
from dateline.records import Event

_QUOTE = 140
_STYLES = {"denies": "red", "doubts": "yellow", "affirms": ""}
#: How a voice stands to an act, by the act's status there: the report's own, and a speaker's.
_WAYS = {
    "actual": ("told by", "said by"),
    "historical": ("told as background by", "said as background by"),
    "planned": ("told as planned by", "said as planned by"),
    "alleged": ("told as a charge by", "charged by"),
    "hypothetical": ("told as possible by", "held possible by"),
    "denied": ("told as denied by", "denied by"),
    "negated": ("told as not done by", "denied by"),
}


def act_words(event: Event) -> str:
    """Sides, kind, what it is about, place and day of an act."""
    words = f"{sides(event.actors, event.recipients)}: {kind_words(event.type, event.modes)}"
    if event.of:
        beneath = kind_words(event.of.type, event.of.modes)
        words += f", about: {sides(event.of.actors, event.of.recipients)}: {beneath}"
    where = place_words(event.place)
    words += f", {where}" if where else ""
    return words + (f", {date_words(event.date)}" if event.date else "")


def telling_line(telling: Telling, where: str) -> Line:
    """One voice on an act: how it stands to it, its words, their place, how firmly the text commits.

    Args:
        telling: the voice.
        where: name of the report, where there are several.
    """
    event = telling.event
    way = _WAYS[event.status][telling.by is not None]
    words = quoted(short(telling.evidence.text, _QUOTE))
    told_figures = figures(event.magnitude)
    counted = f" ({told_figures})" if told_figures else ""
    told = f"{way} {voice(telling.by)}{counted}: {words} {span_words(telling.evidence.span)}"
    firm = f"commitment {event.commitment:.2f}"
    return line(f"{where}{told} \u00b7 {firm}", _STYLES[telling.stance], 4)
