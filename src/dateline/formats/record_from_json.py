"""A record back from the JSON object of the contract."""

from typing import cast

from dateline.formats.from_json import report_of
from dateline.formats.parts_json import Json
from dateline.records import (
    Act,
    Actor,
    Attribution,
    Claim,
    Coder,
    DateExpression,
    Event,
    Evidence,
    Magnitude,
    Participant,
    Place,
    Record,
    Relation,
    SentenceRef,
    Span,
)
from dateline.records.claim import Content, Stance
from dateline.records.event import Instrument, Why
from dateline.records.mention import PlaceOffset


def record_of(found: Json) -> Record:
    """The record that ``to_json.record_dict`` was given, without its headline, tensions and runners-up of places.

    Args:
        found: one object of the contract; what is added beside its fields is not read.

    Raises:
        KeyError: a field of the contract is missing.
    """
    coder = found["report"].get("coder") or {}
    return Record(
        report_of(found["report"]),
        Coder(
            coder.get("dateline", ""), coder.get("parser", ""), coder.get("lexicon", ""),
            tuple(coder.get("models") or ()),
        ),
        tuple(_actor(a) for a in found["actors"]),
        tuple(_place(p) for p in found["places"]),
        tuple(_date(d) for d in found["dates"]),
        tuple(_event(e) for e in found["events"]),
        tuple(_claim(c) for c in found["claims"]),
        tuple(_relation(r) for r in found["relations"]),
    )  # fmt: skip


def _span(pair: object) -> Span:
    start, end = cast("tuple[int, int]", pair)
    return Span(start, end)


def _evidence(found: Json) -> Evidence:
    return Evidence(found["text"], _span(found["span"]))


def _actor(found: Json) -> Actor:
    return Actor(
        found["id"], found["name"], tuple(found.get("aliases") or ()), found.get("country"),
        tuple(found.get("sectors") or ()), found.get("code"), found.get("kind") or "thing",
        found.get("wikidata"), tuple(_span(s) for s in found.get("mentions") or ()),
    )  # fmt: skip


def _participant(found: Json) -> Participant:
    span = found.get("span")
    return Participant(
        _actor(found), found.get("text"), _span(span) if span else None, bool(found.get("inferred"))
    )


def _sides(found: list[Json] | None) -> tuple[Participant, ...]:
    return tuple(_participant(p) for p in found or ())


def _place(found: Json) -> Place:
    offset = found.get("relation")
    return Place(
        found["text"], _span(found["span"]), found.get("name"), found.get("country"),
        found.get("country_name"), found.get("admin1"), found.get("kind"),
        found.get("use") or "literal", found.get("lat"), found.get("lon"), found.get("geonameid"),
        found.get("precision"),
        PlaceOffset(offset["distance_km"], offset["bearing"], offset["of"]) if offset else None,
        (), found.get("reason"),
    )  # fmt: skip


def _date(found: Json) -> DateExpression:
    return DateExpression(
        found["text"], _span(found["span"]), found["type"], found.get("value"), found.get("start"),
        found.get("end"), found.get("edtf"), found.get("basis") or "",
    )  # fmt: skip


def _magnitude(found: Json) -> Magnitude:
    figures = {name: tuple(pair) for name, pair in (found.get("magnitude") or {}).items()}
    where = found.get("magnitude_spans") or {}
    spans = tuple((name, _span(s)) for name, some in where.items() for s in some)
    return Magnitude(**figures, spans=spans)


def _act(found: Json | None) -> Act | None:
    if not found:
        return None
    return Act(
        found["type"], tuple(found["modes"]), tuple(found["contexts"]), _sides(found["actors"]),
        _sides(found["recipients"]), _place(found["place"]) if found.get("place") else None,
        _date(found["date"]) if found.get("date") else None, _magnitude(found),
        _evidence(found["trigger"]), _act(found.get("of")),
    )  # fmt: skip


def _attribution(found: Json | None) -> Attribution | None:
    if not found:
        return None
    speaker = found.get("speaker")
    return Attribution(found["claim"], _participant(speaker) if speaker else None)


def _sentence(found: Json) -> SentenceRef:
    return SentenceRef(found["index"], found["text"], _span(found["span"]))


def _event(found: Json) -> Event:
    why = found.get("why") or {}
    lists = ("entries", "operators", "rejected", "notes", "commitment")
    return Event(
        found["id"], found["type"], tuple(found["modes"]), tuple(found["contexts"]),
        found.get("cameo"), found.get("quad") or 0, found.get("goldstein"), found.get("intensity"),
        found["status"], bool(found["relevant"]), _act(found.get("of")), _sides(found["actors"]),
        _sides(found["recipients"]),
        tuple(Instrument(i["text"], _span(i["span"]), i["kind"]) for i in found["instruments"]),
        _place(found["place"]) if found.get("place") else None,
        _date(found["date"]) if found.get("date") else None, _magnitude(found),
        _attribution(found.get("attribution")), found.get("commitment") or 0.0,
        _sentence(found["sentence"]), _evidence(found["trigger"]), found.get("confidence") or 0.0,
        Why(**{name: tuple(why.get(name) or ()) for name in lists}),
    )  # fmt: skip


def _claim(found: Json) -> Claim:
    speaker, content = found.get("speaker"), found["content"]
    audience, medium = found.get("audience"), found.get("medium")
    return Claim(
        found["id"], _participant(speaker) if speaker else None, _sides(found.get("speakers")),
        found["act"], _evidence(found["cue"]),
        Content(content["text"], tuple(_span(s) for s in content["spans"])), bool(found["direct"]),
        _evidence(audience) if audience else None, _evidence(medium) if medium else None,
        _date(found["date"]) if found.get("date") else None, tuple(found["events"]),
        tuple(Stance(s["event"], s["stance"]) for s in found["stance"]), _sentence(found["sentence"]),
    )  # fmt: skip


def _relation(found: Json) -> Relation:
    other = found["object"]
    made = _place(other) if "geonameid" in other else _participant(other)
    return Relation(
        found["kind"], _participant(found["subject"]), made, found["status"],
        _attribution(found.get("attribution")), _span(found["span"]), _sentence(found["sentence"]),
    )  # fmt: skip
