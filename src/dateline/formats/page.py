"""The page a person reads: events by day, what is next, claims, relations, places."""

from collections.abc import Iterator

from rich.text import Text

from dateline.formats.screen import UNREVIEWED, Line, clean, line, painted, quoted, section
from dateline.formats.weighing_page import headline_lines, tension_lines
from dateline.formats.wording import (
    ACTS,
    NOBODY,
    RELATIONS,
    STATUSES,
    date_words,
    day_words,
    figures,
    kind_words,
    names,
    short,
    sides,
)
from dateline.records import Claim, Event, Place, Record, Relation, Report

_FROM = {
    "given": "as given",
    "page": "from the page",
    "url": "from its address",
    "dateline": "from the dateline",
    "text": "from the text",
}
_STYLES = {"denied": "red", "negated": "red", "alleged": "yellow", "hypothetical": "yellow"}
#: Characters of a quoted sentence, and of a claim.
_QUOTE, _CLAIM = 220, 300
_MARKS = "\u201c\u201d\u2018\u2019\"'"
_NO_DAY = "Day not told"
_BACKGROUND = "Background"


def render(record: Record, width: int = 100, *, colour: bool = False) -> str:
    """The page of one record.

    Args:
        record: a coded report.
        width: columns of the terminal; kept between 40 and 200.
        colour: whether to use colours.

    Returns:
        Lines of text that end with a line end.
    """
    return painted(_lines(record), width, colour=colour)


def _lines(record: Record) -> Iterator[Line]:
    yield from top(record.report)
    if record.report.not_coded:
        yield from section("Not coded", [line(record.report.not_coded, "", 2)])
        return
    if record.headline:
        yield from section("Headline", headline_lines(record.headline))
    shown = [e for e in record.events if e.relevant]
    ahead = sorted((e for e in shown if _ahead(e, record.report)), key=_due)
    yield from section("Events", _events([e for e in shown if e.status != "planned"], record))
    numbers = _numbers(record)
    yield from section("What is next", (row for e in ahead for row in _next(e, numbers[e.id])))
    yield from section(
        "Claims", (row for c in record.claims for row in _claim(c, record.report.text))
    )
    tensions = (row for t in record.tensions for row in tension_lines(t))
    yield from section("Tensions, left standing", tensions)
    yield from section("Relations", map(_relation, record.relations))
    yield from section("Places", _places(record.places))
    ordinary = len(record.events) - len(shown)
    if not record.events:
        yield from section("Events", [line("none found", "dim", 2)])
    if ordinary:
        noun = "event" if ordinary == 1 else "events"
        yield line("", "", 0)
        yield line(
            f"{ordinary} ordinary {noun} (crime, accident, sport, business) left out here", "dim", 0
        )


def top(report: Report) -> Iterator[Line]:
    """Title, day, origin, and that nobody has reviewed it."""
    yield line(report.title or short(report.text, _QUOTE) or report.input, "bold", 0)
    day = "date unknown"
    if report.published:
        origin = _FROM.get(str(report.published_from), "as given")
        day = f"published {day_words(report.published)} ({origin})"
    parts = [day, report.publisher, report.url or report.input]
    yield line(" \u00b7 ".join(p for p in parts if p), "", 0)
    yield line(UNREVIEWED, "italic", 0)


def _events(events: list[Event], record: Record) -> Iterator[Line]:
    groups: dict[tuple[int, str, str], list[Event]] = {}
    for event in events:
        groups.setdefault(_day(event), []).append(event)
    claims = {claim.id: claim for claim in record.claims}
    numbers = _numbers(record)
    for order in sorted(groups):
        yield line(order[2], "bold", 1)
        for event in groups[order]:
            yield from _event(event, claims, numbers[event.id])


def _numbers(record: Record) -> dict[str, int]:
    """The number by which `dateline explain` knows an event: its place in the text."""
    return {event.id: n for n, event in enumerate(record.events, 1)}


def _due(event: Event) -> tuple[bool, str]:
    """Sorting key of what is next: known days first."""
    when = (event.of or event).date or event.date
    return (when is None or not when.start, (when.start or "") if when else "")


def _day(event: Event) -> tuple[int, str, str]:
    """Sorting key and words of the day: known days, then days not told, then background."""
    when = event.date
    if event.status == "historical":
        return 2, "", _BACKGROUND
    if when is None:
        return 1, "", _NO_DAY
    start = when.start or when.end
    return (0, start, date_words(when)) if start else (1, when.text, date_words(when))


def _event(event: Event, claims: dict[str, Claim], number: int) -> Iterator[Line]:
    head = Text(f"{number}. ")
    label = STATUSES.get(event.status)
    if label and event.status != "historical":
        head.append(f"[{label}] ", _STYLES.get(event.status, "magenta"))
    head.append(clean(sides(event.actors, event.recipients)), "bold")
    head.append(clean(f": {kind_words(event.type, event.modes)}"))
    if event.of:
        beneath = kind_words(event.of.type, event.of.modes)
        head.append(
            clean(f" \u2014 about: {sides(event.of.actors, event.of.recipients)}: {beneath}")
        )
    yield head, 2
    details = [place_words(event.place), figures(event.magnitude), _according(event, claims)]
    if event.status == "historical" and event.date:
        details.insert(0, date_words(event.date))
    if any(details):
        yield line(" \u00b7 ".join(d for d in details if d), "", 4)
    start = event.trigger.span.start - event.sentence.span.start
    end = event.trigger.span.end - event.sentence.span.start
    yield line(quoted(short(event.sentence.text, _QUOTE, (start, end))), "dim", 4)


def _according(event: Event, claims: dict[str, Claim]) -> str:
    if event.attribution is None:
        return ""
    speaker = event.attribution.speaker
    claim = claims.get(event.attribution.claim)
    if speaker is None and claim is not None:
        speaker = claim.speaker
    return f"according to {speaker.actor.name if speaker else 'a source not named'}"


def place_words(place: Place | None) -> str:
    """Where: "in Abuja, Nigeria", "40 km east of Abeche, Chad"; empty without a place."""
    if place is None:
        return ""
    name = place.name or place.text
    country = place.country_name or place.country
    where = name if place.precision == "near" and place.relation else f"in {name}"
    return f"{where}, {country}" if country and country != name else where


def _ahead(event: Event, report: Report) -> bool:
    """Planned, or a commitment whose act has a day that is not before publication."""
    if event.status == "planned":
        return True
    when = event.of.date if event.of and event.status == "actual" else None
    if when is None:
        return False
    return not report.published or not when.start or (when.end or when.start) > report.published


def _next(event: Event, number: int) -> Iterator[Line]:
    act = event.of or event
    when = act.date or event.date
    words = (
        f"{number}. {date_words(when) if when else _NO_DAY}: {sides(act.actors, act.recipients)}"
    )
    place = place_words(act.place or event.place)
    told = f"{words}: {kind_words(act.type, act.modes)}{f' {place}' if place else ''}"
    yield line(told, "", 2)
    yield line(quoted(short(event.sentence.text, _QUOTE)), "dim", 4)


def _claim(claim: Claim, text: str) -> Iterator[Line]:
    speakers = names(claim.speakers or ((claim.speaker,) if claim.speaker else ())) or NOBODY
    content = short(claim.content.text, _CLAIM)
    start = claim.content.spans[0].start if claim.content.spans else 0
    # Quotation marks only where the report has them: a claim may be quoted in part.
    if claim.direct and (content[:1] in _MARKS or text[:start][-1:] in tuple(_MARKS)):
        content = f"\u201c{content.strip(_MARKS + ' ')}\u201d"
    head = Text(clean(speakers), "bold")
    head.append(clean(f" {ACTS.get(claim.act, claim.act)}: {content}"))
    yield head, 2


def _relation(relation: Relation) -> Line:
    other = relation.object
    name = (other.name or other.text) if isinstance(other, Place) else other.actor.name
    label = STATUSES.get(relation.status)
    words = RELATIONS.get(relation.kind, relation.kind)
    told = f"{f'[{label}] ' if label else ''}{relation.subject.actor.name}: {words} {name}"
    return line(told, "", 2)


def _places(places: tuple[Place, ...]) -> Iterator[Line]:
    told: dict[str, None] = {}
    for place in places:
        if place.use != "literal":
            continue
        if place.name is None:
            told.setdefault(f"{place.text}: not found ({place.reason or 'unknown'})")
            continue
        words = place_words(place).removeprefix("in ")
        if place.precision in {"exact", "near"} and place.lat is not None and place.lon is not None:
            words = f"{words} ({place.lat:.2f}, {place.lon:.2f})"
        told.setdefault(words)
    for words in told:
        yield line(words, "", 2)
