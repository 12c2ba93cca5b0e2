"""Incidents as JSON Lines: the fields that the scorers read, and with them why and according to whom."""

import json
from dataclasses import asdict

from dateline.formats.parts_json import Json
from dateline.records import Citation, Incident, Party, Site, Source


def incident_line(incident: Incident) -> str:
    """One line of JSON Lines, without its line end; it can always be written as UTF-8."""
    found = incident_dict(incident)
    line = json.dumps(found, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(found)
    return line


def incident_dict(incident: Incident) -> Json:
    """An incident; ``events`` in the order of ``bonds`` and ``disputes``, whose numbers are places among them."""
    main = set(incident.main)
    return {
        "id": incident.id,
        "type": incident.type,
        "modes": list(incident.modes),
        "status": incident.status,
        "relevant": incident.relevant,
        "actors": [party_dict(p) for p in incident.actors],
        "recipients": [party_dict(p) for p in incident.recipients],
        "place": site_dict(incident.site) if incident.site else None,
        "date": {"start": incident.first_day, "end": incident.last_day}
        if incident.first_day
        else None,
        "magnitude": {name: list(figure) for name, figure in incident.figures.items()},
        "intensity": incident.intensity,
        "outlets": incident.outlets,
        "reports": [
            {**source_dict(s, incident.sources), "main": s.key in main} for s in incident.sources
        ],
        "events": [
            {
                "event": told.cite.event,
                **citation_dict(told.cite),
                "date": {"start": told.first_day, "end": told.last_day} if told.first_day else None,
                "magnitude": {name: list(figure) for name, figure in told.figures.items()},
            }
            for told in incident.told
        ],
        "bonds": [asdict(bond) for bond in incident.bonds],
        "disputes": [asdict(dispute) for dispute in incident.disputes],
    }


def citation_dict(cite: Citation) -> Json:
    """The words that something rests on, and whose they are."""
    return {
        "report": cite.source.id,
        "quote": cite.quote,
        "span": list(cite.span),
        "status": cite.status,
        "speaker": cite.speaker,
        "denied_by": cite.denied_by,
        "by_person": cite.by_person,
    }


def source_dict(source: Source, others: tuple[Source, ...] = ()) -> Json:
    """A report as what cites it shows it; ``copy_of`` is the other's id where it is among ``others``."""
    first = next((s.id for s in others if s.key == source.copy_of), None)
    return {
        "id": source.id, "title": source.title, "url": source.url, "publisher": source.publisher,
        "published": source.published, "outlet": source.outlet,
        "copy": source.copy_of is not None, "copy_of": first,
    }  # fmt: skip


def party_dict(party: Party) -> Json:
    """One side."""
    return {
        "name": party.name, "forms": list(party.forms), "country": party.country, "code": party.code,
        "sectors": list(party.sectors), "kind": party.kind, "wikidata": party.wikidata,
    }  # fmt: skip


def site_dict(site: Site) -> Json:
    """A place; no point where the text gives none."""
    return asdict(site)
