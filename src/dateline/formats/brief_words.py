"""Neutral sentences about incidents, relations, claims: from coded fields only, no word of status dropped."""

from collections.abc import Iterable, Sequence

from dateline.formats.brief_names import (
    capital,
    country_name,
    listed,
    many_people,
    named,
    parties,
    ranged,
    short_day,
    site_words,
    with_article,
)
from dateline.formats.brief_phrases import inflected, phrase
from dateline.formats.screen import clean
from dateline.formats.wording import ACTS, RELATIONS
from dateline.records.incident import Incident, Party, Site
from dateline.records.situation import ClaimLine, RelationLine, Situation

#: One word for a status, as badges show it; facts have none, and of what is planned the sentence itself says so.
LABELS = {
    "planned": "",
    "hypothetical": "not certain",
    "alleged": "alleged",
    "denied": "denied",
    "negated": "did not happen",
    "historical": "background",
}
DISPUTES = {
    "denied": "denied",
    "counts": "figures differ",
    "actor": "doer disputed",
    "place": "place disputed",
    "day": "day disputed",
}
_RELATIONS = {**RELATIONS, "took": "took"}
_RELATIONS_OF_MANY = {
    "leads": "lead",
    "speaks_for": "speak for",
    "member_of": "are members of",
    "backs": "back",
    "opposes": "oppose",
    "controls": "control",
    "based_in": "are based in",
    "part_of": "are part of",
    "took": "took",
}


def sentence(incident: Incident) -> str:
    """An incident in one sentence without its full stop; what the sources only allege is told as that."""
    if incident.type is None:
        return "Reports of one matter in which no act was coded"
    doers, voices = _doers(incident), _speakers(incident)
    place = _in(incident.site)
    if doers is None:
        return capital(_nameless(incident, place) + _according(voices, incident))
    with_place = f"{place}" if place else ""

    def act(form: str) -> str:
        return f"{_act(incident, form)}{with_place}"

    status = incident.status
    if status == "denied":
        denier = listed(voices) if voices else "Somebody"
        return capital(f"{denier} denied that {doers} {act('past')}")
    if status == "negated":
        told = f"{doers} did not {act('base')}"
    elif status == "alleged":
        told = f"{doers} {_be(incident.actors)} said to have {act('participle')}"
    elif status == "planned":
        told = f"planned: {doers} to {act('base')}"
    elif status == "hypothetical":
        told = (
            f"{doers} could have {act('participle')}"
            if _past(incident)
            else f"{doers} could {act('base')}"
        )
    elif status in {"actual", "historical"}:
        told = f"{doers} {act('past')}"
    else:
        told = f"{clean(status)}: {doers} {act('past')}"
    return capital(told + _according(voices, incident))


def _doers(incident: Incident) -> str | None:
    """Who acted; a counted crowd where nobody is named; None where nobody is known."""
    if incident.actors:
        return parties(incident.actors)
    crowd = incident.figures.get("crowd")
    if incident.type == "PROTEST" and crowd and crowd != (None, None):
        return f"{ranged(crowd)} people"
    return None


def _act(incident: Incident, form: str) -> str:
    found = phrase(incident.type or "", incident.modes)
    if incident.recipients:
        return inflected(found.toward, form).replace("{}", parties(incident.recipients))
    held = incident.figures.get("arrested")
    if "people" in found.bare and held and held != (None, None):
        return inflected(found.toward, form).replace("{}", f"{ranged(held)} people")
    return inflected(found.bare, form)


def _nameless(incident: Incident, place: str) -> str:
    """A sentence about an act whose doer no report names."""
    found = phrase(incident.type or "", incident.modes)
    whom = f" {found.link} {parties(incident.recipients)}" if incident.recipients else ""
    act = f"{found.noun}{whom}{place}"
    told = {
        "denied": "it was denied that there was {}",
        "negated": "there was not, it is told, {}",
        "alleged": "there is said to have been {}",
        "planned": "planned: {}",
        "hypothetical": "there could have been {}" if _past(incident) else "there could be {}",
    }.get(incident.status, "{}")
    return f"{told.replace('{}', act)} (by whom is not told)"


def _according(voices: Sequence[str], incident: Incident) -> str:
    """Whose word it is, where no report tells it in its own voice."""
    if not voices or (incident.status == "denied" and incident.actors):
        return ""
    if incident.status == "denied":
        return f"; {listed(voices)} denied it"
    return f", according to {listed(voices)}"


def _speakers(incident: Incident) -> list[str]:
    """Speakers of the tellings that have the incident's own status; none if a report tells it itself."""
    told = [t.cite for t in incident.told if t.cite.status == incident.status]
    if incident.status != "denied" and any(c.speaker is None for c in told):
        return []
    return list(dict.fromkeys(with_article(c.speaker) for c in told if c.speaker))


def _past(incident: Incident) -> bool:
    """Whether the day of an act had come when it was reported."""
    day = incident.last_day or incident.first_day
    told = [t.cite.source.published for t in incident.told if t.cite.source.published]
    return day is not None and bool(told) and day <= min(told)


def _be(people: Sequence[Party]) -> str:
    if len(people) != 1:
        return "are"
    party = people[0]
    return "are" if party.kind in {"group", "organisation"} and many_people(party.name) else "is"


def _in(site: Site | None) -> str:
    words = site_words(site)
    if not words:
        return ""
    return f" {words}" if words.startswith("near ") else f" in {words}"


def relation_words(line: RelationLine) -> str:
    """A standing fact: "The council is said to control the port, according to X"."""
    known = _RELATIONS_OF_MANY if many_people(line.subject) else _RELATIONS
    verb = known.get(line.kind) or clean(line.kind).replace("_", " ")
    one, other = with_article(line.subject), with_article(line.object)
    speaker = with_article(line.speaker) if line.speaker else "somebody"
    by = f", according to {speaker}" if line.speaker else ""
    whole = f"{one} {verb} {other}"
    told = {
        "denied": f"{speaker} denied that {whole}",
        "alleged": f"it is alleged that {whole}{by}",
        "hypothetical": f"it could be that {whole}{by}",
        "planned": f"planned: {whole}{by}",
        "negated": f"it is not so, it is told, that {whole}{by}",
        "historical": f"formerly: {whole}{by}",
    }.get(line.status, f"{whole}{by}")
    return capital(told)


def since_words(line: RelationLine) -> str:
    """When a standing fact was told first and last."""
    if line.since and line.last and line.since != line.last:
        return f"told first {short_day(line.since)}, last {short_day(line.last)}"
    day = line.since or line.last
    return f"told {short_day(day)}" if day else ""


def claim_words(line: ClaimLine) -> str:
    """Who said what; the content is the report's words for it."""
    content = " ".join(clean(line.content).split())
    return capital(
        f"{with_article(line.speaker)} {ACTS.get(line.act, named(line.act))}: {content or '(no words kept)'}"
    )


def asked_words(situation: Situation) -> str:
    """What the situation asks for, in one line."""
    parts: Iterable[tuple[str, str]] = (
        ("actors", ", ".join(map(named, situation.actors))),
        ("countries", ", ".join(country_name(c) or named(c) for c in situation.countries)),
        ("places", ", ".join(map(named, situation.places))),
        ("kinds of act", ", ".join(named(t).lower() for t in situation.types)),
        ("words", named(situation.words) if situation.words else ""),
        ("from", short_day(situation.since) if situation.since else ""),
        ("until", short_day(situation.until) if situation.until else ""),
    )
    return "; ".join(f"{name}: {words}" for name, words in parts if words)
