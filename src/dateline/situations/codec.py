"""Sketches and prints as JSON for the store, and back."""

from typing import Any

from dateline.records import Actor, Place, Span
from dateline.situations.prints import Print
from dateline.situations.sketch import Sketch

Json = dict[str, Any]
_PLACE = (
    "name",
    "country",
    "country_name",
    "admin1",
    "kind",
    "lat",
    "lon",
    "geonameid",
    "precision",
)
#: Fields that JSON holds as they are.
_PLAIN = (
    *("event", "type", "status", "relevant", "day", "published", "beneath", "ahead", "index"),
    *("quote", "speaker", "denied_by", "by_person", "intensity"),
)


def sketch_json(sketch: Sketch) -> Json:
    """A sketch as JSON; what is empty is left out."""
    found = {name: getattr(sketch, name) for name in _PLAIN}
    found |= {
        "modes": sorted(sketch.modes),
        "towns": sorted(sketch.towns),
        "stems": sorted(sketch.stems),
        "doers": [_actor_json(a) for a in sketch.doers],
        "done_to": [_actor_json(a) for a in sketch.done_to],
        "place": [getattr(sketch.place, n) for n in _PLACE] if sketch.place else None,
        "days": sketch.days,
        "figures": dict(sketch.figures),
        "span": sketch.span,
    }
    return {k: v for k, v in found.items() if v not in (None, "", [], {})}


def sketch_from(report: int, found: Json) -> Sketch:
    """The sketch that ``sketch_json`` was given."""
    days, place = found.get("days"), found.get("place")
    return Sketch(
        report=report,
        event=found["event"],
        type=found["type"],
        modes=frozenset(found.get("modes") or ()),
        status=found["status"],
        relevant=bool(found.get("relevant")),
        doers=tuple(_actor(a) for a in found.get("doers") or ()),
        done_to=tuple(_actor(a) for a in found.get("done_to") or ()),
        place=Place("", Span(0, 0), **dict(zip(_PLACE, place, strict=True))) if place else None,
        towns=frozenset(found.get("towns") or ()),
        days=(days[0], days[1]) if days else None,
        day=found.get("day"),
        published=found.get("published"),
        figures={n: (v[0], v[1]) for n, v in (found.get("figures") or {}).items()},
        stems=frozenset(found.get("stems") or ()),
        beneath=found.get("beneath"),
        ahead=found.get("ahead"),
        index=found.get("index") or 0,
        quote=found.get("quote") or "",
        span=Span(*found.get("span", (0, 0))),
        speaker=found.get("speaker"),
        denied_by=found.get("denied_by"),
        by_person=bool(found.get("by_person")),
        intensity=found.get("intensity"),
    )


def _actor_json(actor: Actor) -> list[object]:
    sectors, aliases = list(actor.sectors), list(actor.aliases[:6])
    return [actor.id, actor.name, aliases, actor.country, sectors, actor.code, actor.kind, actor.wikidata]  # fmt: skip


def _actor(found: list[Any]) -> Actor:
    ident, name, aliases, country, sectors, code, kind, wikidata = found
    return Actor(ident, name, tuple(aliases), country, tuple(sectors), code, kind, wikidata)


def print_json(made: Print) -> Json:
    """A print as JSON."""
    return {
        "id": made.id, "outlet": made.outlet, "published": made.published, "terms": made.terms,
        "sketch": sorted(made.sketch), "words": made.words, "towns": list(made.towns),
        "lead": sorted(made.lead), "days": sorted(made.days),
    }  # fmt: skip


def print_from(report: int, found: Json) -> Print:
    """The print that ``print_json`` was given."""
    return Print(
        report, found["id"], found["outlet"], found["published"], found["terms"],
        frozenset(found["sketch"]), found["words"], tuple(found["towns"]), frozenset(found["lead"]),
        frozenset(found["days"]),
    )  # fmt: skip
