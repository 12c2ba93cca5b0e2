"""A record as the JSON object of the contract, field by field."""

import json

from dateline.formats.parts_json import (
    Json,
    actor_dict,
    evidence_dict,
    participant_dict,
)
from dateline.formats.weighing_json import headline_dict, tension_dict
from dateline.records import (
    Act,
    Attribution,
    Claim,
    Coder,
    DateExpression,
    Event,
    Magnitude,
    Participant,
    Place,
    Record,
    Relation,
    Report,
    SentenceRef,
)

FIGURES = ("killed", "injured", "arrested", "displaced", "crowd")


def json_line(record: Record) -> str:
    """One line of JSON Lines, without its line end; it can always be written as UTF-8."""
    found = record_dict(record)
    line = json.dumps(found, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair in the text: escapes keep it as it is
        return json.dumps(found)
    return line


def record_dict(record: Record) -> Json:
    """The object of one report: only dicts, lists, strings, numbers, booleans and None."""
    return {
        "report": _report(record),
        "headline": headline_dict(record.headline) if record.headline else None,
        "actors": [
            {**actor_dict(a), "mentions": [list(s) for s in a.mentions]} for a in record.actors
        ],
        "places": [_place(p) for p in record.places],
        "dates": [_date(d) for d in record.dates],
        "events": [_event(e) for e in record.events],
        "claims": [_claim(c) for c in record.claims],
        "relations": [_relation(r) for r in record.relations],
        "tensions": [tension_dict(t) for t in record.tensions],
    }


def report_dict(report: Report) -> Json:
    """The ``report`` of the contract's object, as it is before a coder has seen it."""
    line = report.dateline
    return {
        "id": report.id,
        "input": report.input,
        "title": report.title,
        "text": report.text,
        "url": report.url,
        "publisher": report.publisher,
        "dateline": {"place": line.place, "date": line.date, "agency": line.agency, "end": line.end}
        if line
        else None,
        "published": report.published,
        "published_from": report.published_from,
        "language": report.language,
        "not_coded": report.not_coded,
        "left_out": list(report.left_out),
    }


def coder_dict(coder: Coder) -> Json:
    """The versions of a coder."""
    return {
        "dateline": coder.dateline,
        "parser": coder.parser,
        "lexicon": coder.lexicon,
        "models": list(coder.models),
    }


def _report(record: Record) -> Json:
    return {**report_dict(record.report), "coder": coder_dict(record.coder)}


def _participants(sides: tuple[Participant, ...]) -> list[Json]:
    return [participant_dict(p) for p in sides]


def _place(place: Place) -> Json:
    offset = place.relation
    return {
        "text": place.text,
        "span": list(place.span),
        "name": place.name,
        "country": place.country,
        "country_name": place.country_name,
        "admin1": place.admin1,
        "kind": place.kind,
        "use": place.use,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "precision": place.precision,
        "relation": {"distance_km": offset.distance_km, "bearing": offset.bearing, "of": offset.of}
        if offset
        else None,
        "candidates": [
            {
                "name": c.name,
                "country": c.country,
                "admin1": c.admin1,
                "lat": c.lat,
                "lon": c.lon,
                "geonameid": c.geonameid,
                "score": c.score,
            }
            for c in place.candidates
        ],
        "reason": place.reason,
    }


def _date(date: DateExpression) -> Json:
    return {
        "text": date.text,
        "span": list(date.span),
        "type": date.type,
        "value": date.value,
        "start": date.start,
        "end": date.end,
        "edtf": date.edtf,
        "basis": date.basis,
    }


def _figures(magnitude: Magnitude) -> Json:
    """The figures the text gives, and where each stands."""
    known = {name: getattr(magnitude, name) for name in FIGURES}
    spans: dict[str, list[list[int]]] = {}
    for name, span in magnitude.spans:
        spans.setdefault(name, []).append(list(span))
    return {
        "magnitude": {name: list(pair) for name, pair in known.items() if pair is not None},
        "magnitude_spans": spans,
    }


def _core(act: Act | Event) -> Json:
    """The fields that an event shares with the act beneath it."""
    return {
        "actors": _participants(act.actors),
        "recipients": _participants(act.recipients),
        "place": _place(act.place) if act.place else None,
        "date": _date(act.date) if act.date else None,
        **_figures(act.magnitude),
        "trigger": evidence_dict(act.trigger),
    }


def _act(act: Act | None) -> Json | None:
    if act is None:
        return None
    kind = {"type": act.type, "modes": list(act.modes), "contexts": list(act.contexts)}
    return {**kind, **_core(act), "of": _act(act.of)}


def _event(event: Event) -> Json:
    why = event.why
    return {
        "id": event.id,
        "type": event.type,
        "modes": list(event.modes),
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "goldstein": event.goldstein,
        "intensity": event.intensity,
        "status": event.status,
        "relevant": event.relevant,
        "of": _act(event.of),
        **_core(event),
        "instruments": [
            {"text": i.text, "span": list(i.span), "kind": i.kind} for i in event.instruments
        ],
        "attribution": _attribution(event.attribution),
        "commitment": event.commitment,
        "sentence": _sentence(event.sentence),
        "confidence": event.confidence,
        "why": {
            "entries": list(why.entries),
            "operators": list(why.operators),
            "rejected": list(why.rejected),
            "notes": list(why.notes),
            "commitment": list(why.commitment),
        },
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "speaker": participant_dict(claim.speaker) if claim.speaker else None,
        "speakers": _participants(claim.speakers),
        "act": claim.act,
        "cue": evidence_dict(claim.cue),
        "content": {"text": claim.content.text, "spans": [list(s) for s in claim.content.spans]},
        "direct": claim.direct,
        "audience": evidence_dict(claim.audience) if claim.audience else None,
        "medium": evidence_dict(claim.medium) if claim.medium else None,
        "date": _date(claim.date) if claim.date else None,
        "events": list(claim.events),
        "stance": [{"event": s.event, "stance": s.stance} for s in claim.stance],
        "sentence": _sentence(claim.sentence),
    }


def _relation(relation: Relation) -> Json:
    other = relation.object
    return {
        "kind": relation.kind,
        "subject": participant_dict(relation.subject),
        "object": _place(other) if isinstance(other, Place) else participant_dict(other),
        "status": relation.status,
        "attribution": _attribution(relation.attribution),
        "span": list(relation.span),
        "sentence": _sentence(relation.sentence),
    }


def _attribution(attribution: Attribution | None) -> Json | None:
    if attribution is None:
        return None
    speaker = participant_dict(attribution.speaker) if attribution.speaker else None
    return {"claim": attribution.claim, "speaker": speaker}


def _sentence(sentence: SentenceRef) -> Json:
    return {"index": sentence.index, "text": sentence.text, "span": list(sentence.span)}
