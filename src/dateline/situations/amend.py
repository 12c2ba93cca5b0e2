"""What a person sets of an event or claim, checked against the ontology and put into its JSON."""

import re
from collections.abc import Callable, Mapping
from datetime import date as Date  # noqa: N812  (the field is called date)
from typing import Any

from dateline.errors import UsageError
from dateline.knowledge.countries import Countries
from dateline.knowledge.lexicon import load_lexicon
from dateline.knowledge.ontology import ACTS, STATUSES, modes_by_type
from dateline.records import content_id
from dateline.store.keys import Json, folded
from dateline.store.schema import FIGURES

NONE = "none"
_RANGE = re.compile(r"(\d{1,9})?(-)?(\d{1,9})?")
#: Set first, whatever the order on the command line: modes and codes hang on the type.
_FIRST = ("type", "modes")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def amended(kind: str, old: Json, record: Json, settings: Mapping[str, str]) -> Json:
    """The event or claim as it shall stand.

    Args:
        kind: ``event`` or ``claim``.
        old: as it stands.
        record: its report's record, in which names are looked up first.
        settings: what is set, by field, as somebody types it.

    Raises:
        UsageError: a field or value that cannot be, with those that can.
    """
    setters = _SETTERS[kind]
    if unknown := [name for name in settings if name not in setters]:
        msg = f"{unknown[0]!r} cannot be set of an {kind}; these can: {', '.join(setters)}"
        raise UsageError(msg)
    new = dict(old)
    for name in sorted(
        settings, key=lambda n: (n not in _FIRST, _FIRST.index(n) if n in _FIRST else 0)
    ):
        setters[name](new, settings[name].strip(), record)
    return new


def added(record: Json, words: str, settings: Mapping[str, str]) -> Json:
    """An event that the coder did not find.

    Args:
        record: of its report.
        words: of the text, which show it.
        settings: ``type`` at least.

    Raises:
        UsageError: the words are not in the text, or something set cannot be.
    """
    text = record["report"]["text"]
    start = text.find(words) if words.strip() else -1
    if start < 0:
        msg = f"the report does not say {words!r}: give words of its text that show the event"
        raise UsageError(msg)
    if "type" not in settings:
        msg = f"an event needs a type: --set type= one of {', '.join(modes_by_type())}"
        raise UsageError(msg)
    span = [start, start + len(words)]
    bare: Json = {
        "id": content_id("e", record["report"].get("id"), span), "type": settings["type"], "modes": [], "contexts": [],
        "cameo": None, "quad": None, "goldstein": None, "intensity": None, "status": "actual", "relevant": True,
        "of": None, "actors": [], "recipients": [], "place": None, "date": None, "magnitude": {},
        "magnitude_spans": {}, "trigger": {"text": words, "span": span}, "instruments": [], "attribution": None,
        "commitment": None, "sentence": _sentence(record, span), "confidence": None,
        "why": {"entries": [], "operators": [], "rejected": [], "notes": ["added by a person"], "commitment": []},
    }  # fmt: skip
    return amended("event", bare, record, settings)


def _sentence(record: Json, span: list[int]) -> Json:
    """The sentence of the words: one that the record has, else cut at stops and ends of lines."""
    for item in (*record["events"], *record["claims"]):
        known: Json | None = item.get("sentence")
        if known and known["span"][0] <= span[0] and span[1] <= known["span"][1]:
            return known
    text, start = record["report"]["text"], 0
    for stop in _SENTENCE.finditer(text):
        if stop.start() >= span[1]:
            return {
                "index": None,
                "text": text[start : stop.start()],
                "span": [start, stop.start()],
            }
        if stop.end() <= span[0]:
            start = stop.end()
    return {"index": None, "text": text[start:].rstrip(), "span": [start, len(text.rstrip())]}


def _type(new: Json, value: str, _: Json) -> None:
    kind = _one_of("type", value.upper(), tuple(modes_by_type()))
    lexicon = load_lexicon()
    new["type"], new["cameo"] = kind, lexicon.generic[kind]
    new["modes"] = [m for m in new.get("modes") or () if m in modes_by_type()[kind]]
    new["quad"], new["goldstein"] = lexicon.quad(kind), lexicon.goldstein(new["cameo"])
    new["intensity"] = lexicon.intensity(kind, tuple(new["modes"]))


def _modes(new: Json, value: str, _: Json) -> None:
    known = modes_by_type().get(new["type"], ())
    some = [] if value == NONE else [m for m in re.split(r"[,;\s]+", value) if m]
    if some and not known:
        msg = f"{new['type']} has no modes: --set modes={NONE}"
        raise UsageError(msg)
    new["modes"] = [_one_of(f"mode of {new['type']}", m, known) for m in some]
    new["intensity"] = load_lexicon().intensity(new["type"], tuple(new["modes"]))


def _status(new: Json, value: str, _: Json) -> None:
    new["status"] = _one_of("status", value, STATUSES)


def _act(new: Json, value: str, _: Json) -> None:
    new["act"] = _one_of("act", value, ACTS)


def _relevant(new: Json, value: str, _: Json) -> None:
    new["relevant"] = _one_of("value of relevant", value, ("yes", "no")) == "yes"


def _direct(new: Json, value: str, _: Json) -> None:
    new["direct"] = _one_of("value of direct", value, ("yes", "no")) == "yes"


def _place(new: Json, value: str, record: Json) -> None:
    """A place that the report names, else a name with its country ("Adre, TCD") or alone; no point is made up."""
    if value == NONE:
        new["place"] = None
        return
    for place in record["places"]:
        if folded(value) in (folded(place.get("name")), folded(place.get("text"))):
            new["place"] = dict(place)
            return
    name, comma, code = value.rpartition(",")
    known = Countries.load().get(code.strip().upper()) if comma else None
    if comma and known is None:
        msg = f"{code.strip()!r} is no country: give the place as NAME, ALPHA-3 (Adre, TCD)"
        raise UsageError(msg)
    unknown: Json = dict.fromkeys(
        ("span", "admin1", "kind", "lat", "lon", "geonameid", "relation", "reason")
    )
    land = code.strip().upper() if comma else None
    new["place"] = unknown | {
        "text": name.strip() if comma else value, "name": name.strip() if comma else value, "country": land,
        "country_name": known.name if known else None, "use": "literal", "precision": None, "candidates": [],
    }  # fmt: skip


def _date(new: Json, value: str, _: Json) -> None:
    if value == NONE:
        new["date"] = None
        return
    start, _slash, end = value.partition("/")
    try:
        days = [Date.fromisoformat(d).isoformat() for d in (start, end or start)]
    except ValueError as fault:
        msg = f"{value!r} is no day: give YYYY-MM-DD, or two with / between them"
        raise UsageError(msg) from fault
    if days[0] > days[1]:
        msg = f"{value!r} ends before it begins"
        raise UsageError(msg)
    edtf = days[0] if days[0] == days[1] else "/".join(days)
    new["date"] = {
        "text": value, "span": None, "type": "DATE", "value": edtf, "start": days[0], "end": days[1], "edtf": edtf,
        "basis": "set by a person",
    }  # fmt: skip


def _sides(name: str) -> Callable[[Json, str, Json], None]:
    def change(new: Json, value: str, record: Json) -> None:
        some = [] if value == NONE else [w.strip() for w in value.split(";") if w.strip()]
        new[name] = [_who(w, record) for w in some]

    return change


def _speaker(new: Json, value: str, record: Json) -> None:
    new["speaker"] = None if value == NONE else _who(value, record)
    new["speakers"] = [] if new["speaker"] is None else [new["speaker"]]


def _who(value: str, record: Json) -> Json:
    """An actor of the report by name, other name or id; else the name alone: nothing is made up about them."""
    wanted = folded(value)
    for actor in record["actors"]:
        names = [
            actor["name"],
            *(actor.get("aliases") or ()),
            actor.get("wikidata"),
            actor.get("id"),
        ]
        if wanted in map(folded, names):
            kept = {k: v for k, v in actor.items() if k != "mentions"}
            return {**kept, "text": None, "span": None}
    bare: Json = dict.fromkeys(("id", "country", "code", "kind", "wikidata", "text", "span"))
    return {**bare, "name": value, "aliases": [], "sectors": []}


def _figure(name: str) -> Callable[[Json, str, Json], None]:
    def change(new: Json, value: str, _: Json) -> None:
        left = {k: v for k, v in (new.get("magnitude") or {}).items() if k != name}
        if value != NONE:
            left[name] = _range(name, value)
        new["magnitude"] = left
        spans = new.get("magnitude_spans") or {}
        new["magnitude_spans"] = {k: v for k, v in spans.items() if k != name}

    return change


def _range(name: str, value: str) -> list[int | None]:
    hit = _RANGE.fullmatch(value)
    if hit is None or not (hit[1] or hit[3]):
        msg = f"{value!r} is no figure for {name}: give 12, 12-15, 12- (at least) or -15 (at most)"
        raise UsageError(msg)
    low, high = (None if part is None else int(part) for part in (hit[1], hit[3]))
    found = [low, high] if hit[2] else [low, low]
    if low is not None and high is not None and low > high:
        msg = f"{value!r} ends before it begins"
        raise UsageError(msg)
    return found


def _one_of(what: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        msg = f"{value!r} is no {what}; these are: {', '.join(known)}"
        raise UsageError(msg)
    return value


_SETTERS: dict[str, dict[str, Callable[[Json, str, Any], None]]] = {
    "event": {
        "type": _type, "modes": _modes, "status": _status, "actors": _sides("actors"),
        "recipients": _sides("recipients"), "place": _place, "date": _date, "relevant": _relevant,
        **{name: _figure(name) for name in FIGURES},
    },
    "claim": {"act": _act, "speaker": _speaker, "date": _date, "direct": _direct},
}  # fmt: skip
