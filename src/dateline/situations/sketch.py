"""What of an event decides whether another event is the same act: small enough to be held for a million of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.ledger.same import TOWN, word_stem
from dateline.records import Actor, Place, Range, Span
from dateline.situations.quotes import quote_of

Json = dict[str, Any]
FIGURES = ("killed", "injured", "arrested", "displaced", "crowd")
#: Acts told in these ways can be one act; a plan is not its carrying out.
MOODS = {
    "actual": "done", "alleged": "done", "denied": "done", "negated": "done",
    "planned": "ahead", "hypothetical": "open", "historical": "past",
}  # fmt: skip
_SHORT = 3
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Sketch:
    """One event of one report.

    ``report`` is the report's key, ``event`` the event's id; ``days`` the act's first and last day (ISO) or None;
    ``published`` the report's day, ``day`` the act's or else the report's.  ``towns`` are those its sentence names.
    ``stems`` of the words that tell it.  ``beneath`` is the type of the act it is about; ``ahead`` the day to come of
    what is planned or promised.  ``index`` is its sentence's.  ``quote``, ``span``, ``speaker``, ``denied_by``
    and ``by_person`` are what a citation of it shows.
    """

    report: int
    event: str
    type: str
    modes: frozenset[str]
    status: str
    relevant: bool
    doers: tuple[Actor, ...]
    done_to: tuple[Actor, ...]
    place: Place | None
    towns: frozenset[str]
    days: tuple[str, str] | None
    day: str | None
    published: str | None
    figures: Mapping[str, Range] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()
    beneath: str | None = None
    ahead: str | None = None
    index: int = 0
    quote: str = ""
    span: Span = _NOWHERE
    speaker: str | None = None
    denied_by: str | None = None
    by_person: bool = False
    intensity: float | None = None

    @property
    def mood(self) -> str:
        """``done``, ``ahead``, ``open`` or ``past``."""
        return MOODS.get(self.status, "open")

    @property
    def rank(self) -> int:
        """How much this telling says: it leads those that say less."""
        town = self.place is not None and self.place.precision in TOWN
        said = (
            2 * bool(self.doers), 2 * bool(self.done_to), 2 * town, self.days is not None,
            bool(self.figures), self.status == "actual",
        )  # fmt: skip
        return sum(said)


def sketches(key: int, record: Json) -> Iterator[Sketch]:
    """The sketches of a record's events, in their order.

    Args:
        key: of the report, in the store or in the input.
        record: an object of the contract, with ``report.text``.
    """
    towns = [
        (p["name"], p["span"][0])
        for p in record["places"]
        if p.get("name") and p.get("precision") in TOWN
    ]
    deniers = _deniers(record)
    for event in record["events"]:
        yield _sketch(key, event, record["report"], towns, deniers)


def _deniers(record: Json) -> dict[str, str]:
    """Who denies an event, by its id: the first who does."""
    found: dict[str, str] = {}
    for claim in record.get("claims") or ():
        name = (claim.get("speaker") or {}).get("name")
        for stance in claim.get("stance") or ():
            if name and stance.get("stance") == "denies":
                found.setdefault(stance["event"], name)
    return found


def _sketch(
    key: int,
    event: Json,
    report: Json,
    towns: Sequence[tuple[str, int]],
    deniers: Mapping[str, str],
) -> Sketch:
    sentence = Span(*event["sentence"]["span"])
    words = Span(*(event.get("trigger") or event["sentence"])["span"])
    quote, span = quote_of(report["text"], sentence, words)
    figures, date = event.get("magnitude") or {}, event.get("date") or {}
    return Sketch(
        report=key,
        event=event["id"],
        type=event["type"],
        modes=frozenset(event.get("modes") or ()),
        status=event["status"],
        relevant=bool(event.get("relevant", True)),
        doers=tuple(actor_of(a) for a in event.get("actors") or ()),
        done_to=tuple(actor_of(a) for a in event.get("recipients") or ()),
        place=place_of(event.get("place")),
        towns=frozenset(name for name, at in towns if sentence.start <= at < sentence.end),
        days=_days(event),
        day=date.get("start") or date.get("end") or report.get("published"),
        published=report.get("published"),
        figures={n: (v[0], v[1]) for n in FIGURES if (v := figures.get(n))},
        stems=_stems((event.get("trigger") or {}).get("text") or ""),
        beneath=(event.get("of") or {}).get("type"),
        ahead=_ahead(event),
        index=event["sentence"].get("index") or 0,
        quote=quote,
        span=span,
        speaker=((event.get("attribution") or {}).get("speaker") or {}).get("name"),
        denied_by=deniers.get(event["id"]) if event["status"] == "denied" else None,
        by_person="corrected" in event,
        intensity=event.get("intensity"),
    )


def _days(event: Json) -> tuple[str, str] | None:
    date = event.get("date") or {}
    first, last = date.get("start"), date.get("end")
    return (first, last) if first and last else None


def _ahead(event: Json) -> str | None:
    """The day of what is planned, promised, threatened ...: the act's own, else the nearest beneath it."""
    days = _days(event)
    if event["status"] == "planned" and days:
        return days[0]
    beneath = event.get("of")
    while beneath:
        if days := _days(beneath):
            return days[0]
        beneath = beneath.get("of")
    return None


def actor_of(found: Json) -> Actor:
    """An actor or participant of the contract; the span does not matter here."""
    return Actor(
        id=str(found.get("id") or ""),
        name=str(found["name"]),
        aliases=tuple(found.get("aliases") or ()),
        country=found.get("country"),
        sectors=tuple(found.get("sectors") or ()),
        code=found.get("code"),
        kind=found.get("kind") or "thing",
        wikidata=found.get("wikidata"),
    )


def place_of(found: Json | None) -> Place | None:
    """A place of the contract that is resolved; else None."""
    if not found or not found.get("name"):
        return None
    names = ("name", "country", "country_name", "admin1", "kind", "lat", "lon", "geonameid")
    kept: Json = {n: found.get(n) for n in (*names, "precision")}
    return Place(text=found.get("text") or "", span=_NOWHERE, **kept)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word_stem(w) for w in words.split() if len(w) > _SHORT)
