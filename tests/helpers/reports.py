"""Records made by hand for tests of many reports: each act by its sentence, sides, town, day and figures."""

import random
from typing import Any

from dateline.records import content_id

Json = dict[str, Any]
LONG = (
    "Smoke rose over the container terminal while cranes stood still and the crews of two grain freighters waited "
    "beyond the breakwater for a tug that nobody sent before dusk."
)
TOWNS = {
    "Aden": (12.78, 45.03, "YEM"),
    "Mukalla": (14.54, 49.12, "YEM"),
    "Taiz": (13.57, 44.02, "YEM"),
    "Lahij": (13.06, 44.88, "YEM"),
}


def actor(name: str, country: str | None = "YEM", kind: str = "group", **more: Any) -> Json:
    """One side."""
    base = {"id": content_id("a", name), "name": name, "aliases": [], "country": country}
    return {**base, "sectors": [], "code": None, "kind": kind, "wikidata": None, **more}


def act(sentence: str, trigger: str, **told: Any) -> Json:
    """What one sentence tells; ``told``: ``type``, ``by``, ``to``, ``town``, ``day``, figures, ``status``, ``speaker``."""
    return {"sentence": sentence, "trigger": trigger, **told}


def record(
    ident: str, acts: list[Json], published: str | None = "2024-03-02", **report: Any
) -> Json:
    """A record whose text is the acts' sentences, then ``more``."""
    text = " ".join([a["sentence"] for a in acts] + [report.pop("more", "")]).strip()
    places, events, at = [], [], 0
    for index, told in enumerate(acts):
        span = [at, at + len(told["sentence"])]
        at = span[1] + 1
        events.append(_event(ident, index, told, span))
        places += [
            _place(town, span[0] + told["sentence"].index(town))
            for town in TOWNS
            if town in told["sentence"]
        ]
    return {
        "report": {
            "id": ident, "input": ident, "title": None, "text": text, "url": None, "publisher": ident,
            "dateline": None, "published": published, "published_from": "given", "language": "en",
            "not_coded": None, "left_out": [],
            "coder": {"dateline": "0.1.0", "parser": "p", "lexicon": "l", "models": []}, **report,
        },
        "headline": None, "actors": [], "places": places, "dates": [], "events": events, "claims": [],
        "relations": [], "tensions": [],
    }  # fmt: skip


def _event(ident: str, index: int, told: Json, span: list[int]) -> Json:
    start = span[0] + told["sentence"].index(told["trigger"])
    day = told.get("day")
    figures = ("killed", "injured", "arrested", "displaced", "crowd")
    speaker = told.get("speaker")
    return {
        "id": content_id("e", ident, index), "type": told.get("type", "ASSAULT"),
        "modes": told.get("modes", []), "contexts": [], "cameo": "190", "quad": 4, "goldstein": -10.0,
        "intensity": told.get("intensity", -9.0), "status": told.get("status", "actual"),
        "relevant": told.get("relevant", True), "of": told.get("of"),
        "actors": [_side(a, span) for a in told.get("by", [])],
        "recipients": [_side(a, span) for a in told.get("to", [])], "instruments": [],
        "place": _place(told["town"], span[0]) if told.get("town") else None,
        "date": {"text": day, "span": span, "type": "DATE", "value": day, "start": day, "end": day,
                 "edtf": day, "basis": "absolute"} if day else None,
        "magnitude": {n: told.get(n) for n in figures},
        "attribution": {"claim": "c-1", "speaker": actor(speaker)} if speaker else None,
        "commitment": 1.0, "sentence": {"index": index, "text": told["sentence"], "span": span},
        "trigger": {"text": told["trigger"], "span": [start, start + len(told["trigger"])]},
        "confidence": 0.9, "why": {},
    }  # fmt: skip


def _side(who: Json | str, span: list[int]) -> Json:
    made = actor(who) if isinstance(who, str) else who
    return {**made, "text": made["name"], "span": [span[0], span[0] + 1]}


def _place(town: str, at: int) -> Json:
    lat, lon, country = TOWNS[town]
    return {
        "text": town, "span": [at, at + len(town)], "name": town, "country": country,
        "country_name": "Yemen", "admin1": town, "kind": "city", "use": "literal", "lat": lat,
        "lon": lon, "geonameid": 1, "precision": "exact",
    }  # fmt: skip


REBELS, ARMY = actor("rebels"), actor("Yemen", "YEM", "country")


def shelling(ident: str, **changed: Any) -> Json:
    """A record with one act: rebels shell the harbour of Aden on 1 March; ``changed`` as for ``act``, ``published``."""
    published = changed.pop("published", "2024-03-02")
    told = {
        "by": [REBELS],
        "to": [actor("dockers", None)],
        "town": "Aden",
        "day": "2024-03-01",
    } | changed
    words = told.pop(
        "words",
        f"Rebels shelled the harbour of {told['town'] or 'the city'} on Friday, says {ident}.",
    )
    return record(ident, [act(words, "shelled", **told)], published)


def corpus(chance: random.Random) -> list[Json]:
    """Reports of a few acts told in many ways, copies among them."""
    made = []
    for number in range(40):
        told: Json = {
            "town": chance.choice(("Aden", "Mukalla", None)),
            "day": chance.choice(("2024-03-01", "2024-03-02", "2024-03-05", None)),
            "by": chance.choice(([], ["rebels"], [ARMY], [actor("gunmen", None)])),
            "status": chance.choice(("actual", "actual", "denied", "planned")),
            "killed": chance.choice((None, [3, 3], [4, None], [40, 40])),
        }
        words = (
            {"words": f"Men shelled it. {LONG} ({number})"}
            if number % 5 == 0 and told["town"] is None
            else {}
        )
        day = chance.choice(("2024-03-02", "2024-03-03", "2024-03-06", None))
        made.append(shelling(f"r{number:02}", published=day, **told, **words))
    return made
