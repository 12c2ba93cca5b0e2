"""Neutral sentences about incidents, relations, claims: from coded fields only, no word of status dropped."""

from collections.abc import Iterable, Sequence
from datetime import date

from dateline.formats.brief_phrases import DEFINITE, inflected, phrase
from dateline.formats.screen import clean
from dateline.formats.wording import ACTS, RELATIONS, day_words, range_words
from dateline.knowledge.countries import NOT_STATES, Countries
from dateline.records.incident import Incident, Party, Range, Site
from dateline.records.situation import ClaimLine, RelationLine, Situation

#: What a figure counts, and its name before a colon.
FIGURES = ("killed", "injured", "arrested", "displaced", "crowd")
_FIGURE_WORDS = {"arrested": "detained", "crowd": "people there"}
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
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MANY = {"police", "people", "troops", "forces", "militia", "military police", "rebels"}
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
_NAME = 90
_SHOWN_NAMES = 4


def sentence(incident: Incident) -> str:
    """An incident in one sentence without its full stop; what the sources only allege is told as that."""
    if incident.type is None:
        return "Reports of one matter in which no act was coded"
    doers, voices = _doers(incident), _speakers(incident)
    place = _in(incident.site)
    if doers is None:
        return _capital(_nameless(incident, place) + _according(voices, incident))
    with_place = f"{place}" if place else ""

    def act(form: str) -> str:
        return f"{_act(incident, form)}{with_place}"

    status = incident.status
    if status == "denied":
        denier = listed(voices) if voices else "Somebody"
        return _capital(f"{denier} denied that {doers} {act('past')}")
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
    return _capital(told + _according(voices, incident))


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
    return "are" if party.kind in {"group", "organisation"} and _many(party.name) else "is"


def _many(name: str | None) -> bool:
    """Whether a name is one of many people, by its last word: "rebels", "police", "Armed Forces"."""
    last = named(name).lower().split()[-1]
    return last in _MANY or (last.endswith("s") and not last.endswith(("ss", "us", "is", "as")))


def parties(people: Sequence[Party]) -> str:
    """Names of one side: "Chad and Sudan"; of many the first few and how many more."""
    return listed(list(dict.fromkeys(with_article(p.name) for p in people)))


def with_article(name: str | None) -> str:
    """A name as it stands in a sentence: "the African Union", "the Ministry of Defence", but "Chad", "traders"."""
    words = named(name)
    head = words.lower().partition(" of ")[0].partition(" for ")[0].split()[-1:]
    lone = (
        " " not in words
        and not words.islower()
        and words.lower() not in {"netherlands", "philippines", "gambia"}
    )
    if (
        not head
        or head[0] not in DEFINITE
        or lone
        or words.lower().startswith(("the ", "a ", "an "))
    ):
        return words
    return f"the {words}"


def listed(names: Sequence[str], most: int = _SHOWN_NAMES) -> str:
    """ "A", "A and B", "A, B and C", "A, B, C, D and 3 others"."""
    shown, left = list(names[:most]), len(names) - most
    if left > 0:
        shown.append(f"{left:,} {'other' if left == 1 else 'others'}")
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else "".join(shown)


def named(name: str | None) -> str:
    """A name on one line, without control characters, cut where it is very long."""
    words = " ".join(clean(name or "").split()) or "somebody not named"
    return words if len(words) <= _NAME else f"{words[: _NAME - 1].rstrip()}\u2026"


def country_name(code: str | None) -> str | None:
    """A country by its name; codes that are no country are left out."""
    if not code or code in NOT_STATES:
        return None
    found = Countries.load().get(code)
    return found.name if found else named(code)


def site_words(site: Site | None) -> str:
    """Where, without "in": "Abeche, Chad"; empty without a place."""
    if site is None:
        return ""
    name, country = named(site.name), country_name(site.country)
    where = f"near {name}" if site.precision == "near" and not name.startswith("near ") else name
    return where if country is None or country == name else f"{where}, {country}"


def _in(site: Site | None) -> str:
    words = site_words(site)
    if not words:
        return ""
    return f" {words}" if words.startswith("near ") else f" in {words}"


def ranged(pair: Range) -> str:
    """A figure: "12", "12 to 15", "at least 12", "at most 5"."""
    return range_words(*pair)


def figure_words(figures: dict[str, Range]) -> str:
    """The figures as "killed: 12 to 15, injured: at least 30"; empty where there are none."""
    found = [
        (n, figures[n]) for n in (*FIGURES, *sorted(set(figures) - set(FIGURES))) if n in figures
    ]
    return ", ".join(
        f"{_FIGURE_WORDS.get(n, named(n))}: {ranged(pair)}"
        for n, pair in found
        if pair != (None, None)
    )


def days_words(first: str | None, last: str | None) -> str:
    """One day ("Friday 5 April 2019") or an interval ("30 March to 5 April 2019"); "Day not told" without either."""
    days = list(dict.fromkeys(d for d in (first, last) if d))
    if not days:
        return "Day not told"
    if len(days) == 1:
        return day_words(named(days[0]))
    start, end = short_day(days[0]).split(), short_day(days[1]).split()
    if len(start) == len(end) == len("d m y".split()):
        same = 2 if start[1:] == end[1:] else 1 if start[2] == end[2] else 0
        start = start[: len(start) - same]
    return f"{' '.join(start)} to {' '.join(end)}"


def stretch_words(day: str) -> str:
    """A day ahead as close as it is told: a day, a month ("March 2026") or a stretch ("... to ...")."""
    first, _, last = day.partition("/")
    if last:
        return f"{stretch_words(first)} to {stretch_words(last)}"
    if len(day) == len("2026-03") and date_known(f"{day}-01"):
        return short_day(f"{day}-01").partition(" ")[2]
    return day_words(named(day))


def date_known(day: str) -> bool:
    """Whether words are an ISO day."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def counted(n: int, noun: str, many: str | None = None) -> str:
    """ "two outlets", "1,200 reports"."""
    words = _NUMBERS[n] if 0 <= n < len(_NUMBERS) else f"{n:,}"
    return f"{words} {noun if n == 1 else many or f'{noun}s'}"


def relation_words(line: RelationLine) -> str:
    """A standing fact: "The council is said to control the port, according to X"."""
    known = _RELATIONS_OF_MANY if _many(line.subject) else _RELATIONS
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
    return _capital(told)


def since_words(line: RelationLine) -> str:
    """When a standing fact was told first and last."""
    if line.since and line.last and line.since != line.last:
        return f"told first {short_day(line.since)}, last {short_day(line.last)}"
    day = line.since or line.last
    return f"told {short_day(day)}" if day else ""


def claim_words(line: ClaimLine) -> str:
    """Who said what; the content is the report's words for it."""
    content = " ".join(clean(line.content).split())
    return _capital(
        f"{with_article(line.speaker)} {ACTS.get(line.act, named(line.act))}: {content or '(no words kept)'}"
    )


def short_day(day: str | None) -> str:
    """An ISO day as "5 April 2019"; anything else as it stands."""
    if not day:
        return "day not told"
    return day_words(day).partition(" ")[2] if date_known(day) else named(day)


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


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
