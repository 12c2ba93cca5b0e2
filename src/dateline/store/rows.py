"""The rows that a record's lists become; every row can be made anew from the JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.store.keys import Json, folded, item_key, term
from dateline.store.schema import FIGURES
from dateline.store.standing import Item

Rows = dict[str, list[Json]]
_LARGEST = 2**31 - 1


def part_rows(report: int, record: Json) -> Rows:
    """Rows of what the coder alone says: actors, places, dates, relations.

    Args:
        report: the report's key.
        record: the contract's object, holdable by a database.

    Returns:
        Rows by table.
    """
    published = record["report"].get("published")
    return {
        "actors": [_actor(report, nr, a) for nr, a in enumerate(record["actors"])],
        "places": [
            {"report": report, "nr": nr, "text": p.get("text"), "use": p.get("use"), **_point(p)}
            for nr, p in enumerate(record["places"])
        ],
        "dates": [_date(report, nr, d) for nr, d in enumerate(record["dates"])],
        "relations": [
            _relation(report, nr, r, published) for nr, r in enumerate(record["relations"])
        ],
    }


def event_rows(report: int, published: str | None, items: Sequence[Item]) -> Rows:
    """Rows of events with their sides; ``published`` is the day of those without one of their own."""
    rows: Rows = {"events": [], "event_actors": [], "event_terms": []}
    for item in items:
        key = item_key(report, item.place)
        event = {**_judged(report, key, item), **_event(item.json, published)}
        sides = [
            row
            for side, name in (("actor", "actors"), ("recipient", "recipients"))
            for row in _sides(key, side, item.json.get(name) or [])
        ]
        rows["events"].append(event)
        rows["event_actors"] += sides
        if item.standing:
            rows["event_terms"] += _terms(event, sides)
    return rows


def _terms(event: Json, sides: list[Json]) -> list[Json]:
    """Everything a standing event is found by, once each."""
    found = [("land", event["place_country"]), ("place", event["place_folded"])]
    for who in sides:
        found += [("land", who["country"]), ("name", who["folded"]), ("id", who["wikidata"])]
    shared = {name: event[name] for name in ("type", "status", "relevant", "intensity", "parties")}
    lasted = event["last_day"] if event["last_day"] != event["day"] else None
    shared |= {"event": event["key"], "day": event["day"] or "", "last_day": lasted}
    terms = dict.fromkeys(term(kind, value) for kind, value in found if value)
    return [{"term": term, **shared} for term in terms]


def claim_rows(
    report: int, published: str | None, items: Sequence[Item], events: Sequence[Json]
) -> Rows:
    """Rows of claims and of the events they are about; ``events`` are the report's rows of events."""
    rows: Rows = {"claims": [], "claim_events": []}
    keys = {e["id"]: e["key"] for e in events if e["standing"]}
    for item in items:
        key = item_key(report, item.place)
        rows["claims"].append({**_judged(report, key, item), **_claim(item.json, published)})
        stances = {s["event"]: s["stance"] for s in item.json.get("stance") or []}
        about = dict.fromkeys([*(item.json.get("events") or []), *stances])
        rows["claim_events"] += [
            {"claim": key, "nr": nr, "event": e, "event_key": keys.get(e), "stance": stances.get(e)}
            for nr, e in enumerate(about)
        ]
    return rows


def _judged(report: int, key: int, item: Item) -> Json:
    return {
        "key": key, "report": report, "id": item.json["id"],
        "standing": item.standing, "correction": item.correction,
    }  # fmt: skip


def _event(event: Json, published: str | None) -> Json:
    date = event.get("date") or {}
    ahead_type, ahead_day = _ahead(event)
    attribution = event.get("attribution") or {}
    return {
        "type": event["type"], "status": event["status"], "modes": _words(event.get("modes")),
        "contexts": _words(event.get("contexts")), "cameo": event.get("cameo"), "quad": event.get("quad"),
        "goldstein": event.get("goldstein"), "intensity": event.get("intensity"),
        "relevant": bool(event.get("relevant", True)),
        "first_day": date.get("start"), "last_day": date.get("end"),
        "day": date.get("start") or date.get("end") or published,
        "ahead_type": ahead_type, "ahead_day": ahead_day,
        **_point(event.get("place") or {}), **_figures(event.get("magnitude") or {}),
        "speaker": (attribution.get("speaker") or {}).get("name"), "claim": attribution.get("claim"),
        **_said(event, event.get("trigger") or {}), "trigger": (event.get("trigger") or {}).get("text"),
        "confidence": event.get("confidence"), "commitment": event.get("commitment"),
        "parties": "",  # known once the sides have their numbers
    }  # fmt: skip


def _claim(claim: Json, published: str | None) -> Json:
    speaker, date = claim.get("speaker") or {}, claim.get("date") or {}
    return {
        "act": claim["act"], "speaker": speaker.get("name"), "speaker_folded": folded(speaker.get("name")),
        "speaker_country": speaker.get("country"), "speaker_wikidata": speaker.get("wikidata"),
        "content": (claim.get("content") or {}).get("text"), "direct": bool(claim.get("direct")),
        "day": date.get("start") or date.get("end") or published,
        **_said(claim, claim.get("cue") or {}),
    }  # fmt: skip


def _said(item: Json, words: Json) -> Json:
    """The sentence, and where in the text the words are that show it."""
    start, end = words.get("span") or (None, None)
    return {"sentence": (item.get("sentence") or {}).get("text"), "start": start, "end": end}


def _ahead(event: Json) -> tuple[str | None, str | None]:
    """The day of the act that is planned, promised, threatened ...: the event's own, else the nearest beneath it."""
    if event["status"] == "planned" and (event.get("date") or {}).get("start"):
        return event["type"], event["date"]["start"]
    act = event.get("of")
    while act:
        if (act.get("date") or {}).get("start"):
            return act["type"], act["date"]["start"]
        act = act.get("of")
    return None, None


def _figures(magnitude: Json) -> Json:
    found: Json = {}
    for name in FIGURES:
        low, high = magnitude.get(name) or (None, None)
        found[f"{name}_low"], found[f"{name}_high"] = _bounded(low), _bounded(high)
    return found


def _bounded(figure: Any) -> int | None:
    """A figure that a column can hold; nobody counts more than two thousand million of anything here."""
    return None if figure is None else max(-_LARGEST, min(int(figure), _LARGEST))


def _sides(event: int, side: str, found: list[Json]) -> Iterator[Json]:
    for nr, who in enumerate(found):
        yield {
            "event": event, "side": side, "nr": nr, **_entity(who),
            "text": who.get("text"), "inferred": bool(who.get("inferred")),
        }  # fmt: skip


def _entity(actor: Json) -> Json:
    name = str(actor["name"])
    return {
        "name": name, "folded": folded(name), "country": actor.get("country"), "code": actor.get("code"),
        "kind": actor.get("kind"), "sectors": _words(actor.get("sectors")), "wikidata": actor.get("wikidata"),
    }  # fmt: skip


def _actor(report: int, nr: int, actor: Json) -> Json:
    mentions = len(actor.get("mentions") or [])
    return {
        "report": report,
        "nr": nr,
        "id": actor.get("id") or "",
        **_entity(actor),
        "mentions": mentions,
    }


def _date(report: int, nr: int, date: Json) -> Json:
    found = {name: date.get(name) for name in ("text", "type", "value", "edtf")}
    days = {"first_day": date.get("start"), "last_day": date.get("end")}
    return {"report": report, "nr": nr, **found, **days}


def _point(place: Json) -> Json:
    name = place.get("name") or place.get("text")
    return {
        "place": name, "place_folded": folded(name), "place_country": place.get("country"),
        "admin1": place.get("admin1"), "place_kind": place.get("kind"), "lat": place.get("lat"),
        "lon": place.get("lon"), "geonameid": place.get("geonameid"), "precision": place.get("precision"),
    }  # fmt: skip


def _relation(report: int, nr: int, relation: Json, published: str | None) -> Json:
    subject, other = relation.get("subject") or {}, relation.get("object") or {}
    speaker = ((relation.get("attribution") or {}).get("speaker") or {}).get("name")
    named = other.get("name") or other.get("text")
    return {
        "report": report, "nr": nr, "kind": relation["kind"], "status": relation.get("status"),
        "subject": subject.get("name"), "subject_folded": folded(subject.get("name")),
        "subject_country": subject.get("country"), "object": named, "object_folded": folded(named),
        "object_country": other.get("country"), "of_place": "precision" in other, "speaker": speaker,
        **_said(relation, relation), "day": published,
    }  # fmt: skip


def _words(found: Sequence[str] | None) -> str | None:
    return " ".join(found) if found else None
