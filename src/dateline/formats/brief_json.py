"""The page about a situation as JSON: short quotes with their spans and links, never a report's text."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from dateline.formats.incident_json import (
    citation_dict,
    incident_dict,
    party_dict,
    site_dict,
    source_dict,
)
from dateline.formats.parts_json import Json
from dateline.formats.screen import UNREVIEWED
from dateline.records.incident import Source
from dateline.records.situation import (
    ActorLine,
    AheadLine,
    Brief,
    ClaimLine,
    Curve,
    RelationLine,
    Situation,
)

_QUESTION = ("actors", "countries", "places", "types", "since", "until", "words")


def brief_line(brief: Brief) -> str:
    """The page on one line, without its line end; it can always be written as UTF-8."""
    return dumped(brief_dict(brief))


def dumped(found: Json) -> str:
    """JSON on one line."""
    line = json.dumps(found, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair in a text
        return json.dumps(found)
    return line


def situation_dict(situation: Situation) -> Json:
    """The saved question."""
    asked = {name: getattr(situation, name) for name in _QUESTION}
    plain = {name: list(v) if isinstance(v, tuple) else v for name, v in asked.items()}
    return {"name": situation.name, **plain, "made": situation.made, "looked": situation.looked}


def brief_dict(brief: Brief) -> Json:
    """The page; citations name reports by ids of ``reports``."""
    return {
        "situation": situation_dict(brief.situation),
        "made": brief.made,
        "coder": brief.coder,
        "review": UNREVIEWED if not brief.reviewed else "machine-coded, in part reviewed",
        "counts": {
            "reports": brief.reports, "outlets": brief.outlets, "reviewed": brief.reviewed,
            "incidents": sum(count for _, count in brief.types), "left_out": brief.left_out,
        },
        "days": {"start": brief.first_day, "end": brief.last_day},
        "types": dict(brief.types),
        "new": {"since": brief.new_since, "incidents": list(brief.new), "updated": list(brief.updated)},
        "incidents": [incident_dict(i) for i in brief.incidents],
        "actors": [_actor(line) for line in brief.actors],
        "control": [_relation(line) for line in brief.control],
        "ahead": [_ahead(line) for line in brief.ahead],
        "claims": [_claim(line) for line in brief.claims],
        "curve": curve_dict(brief.curve),
        "points": [{"place": site_dict(p.site), "incidents": list(p.incidents)} for p in brief.points],
        "unplaced": [{"country": name or None, "incidents": count} for name, count in brief.unplaced],
        "reports": [source_dict(source) for source in sources(brief)],
    }  # fmt: skip


def curve_dict(curve: Curve) -> Json:
    """The curve with its usual range and changes."""
    return {
        "days": [asdict(day) for day in curve.days],
        "changes": [asdict(change) for change in curve.changes],
        "alert": curve.alert,
        "undated": curve.undated,
        "earlier": curve.earlier,
    }


def sources(brief: Brief) -> tuple[Source, ...]:
    """Every report that the page cites, once, by key."""
    found = {source.key: source for source in _cited(brief)}
    return tuple(found[key] for key in sorted(found))


def _cited(brief: Brief) -> Iterator[Source]:
    for incident in (*brief.incidents, *(line.incident for line in brief.ahead)):
        yield from incident.sources
    for relation in (*brief.control, *(r for actor in brief.actors for r in actor.relations)):
        yield from (cite.source for cite in relation.cites)
    yield from (claim.cite.source for claim in brief.claims)


def _actor(line: ActorLine) -> Json:
    told = [_relation(relation) for relation in line.relations]
    return {
        **party_dict(line.party),
        "did": line.did,
        "received": line.received,
        "relations": told,
    }


def _relation(line: RelationLine) -> Json:
    return {
        "kind": line.kind, "subject": line.subject, "object": line.object, "status": line.status,
        "speaker": line.speaker, "since": line.since, "last": line.last,
        "cites": [citation_dict(cite) for cite in line.cites],
    }  # fmt: skip


def _ahead(line: AheadLine) -> Json:
    return {"day": line.day, "type": line.type, "incident": incident_dict(line.incident)}


def _claim(line: ClaimLine) -> Json:
    return {
        "speaker": line.speaker, "country": line.speaker_country, "act": line.act, "content": line.content,
        "day": line.day, "about": list(line.about), **citation_dict(line.cite),
    }  # fmt: skip
