"""What is known by a name: entries of the actor base and countries, and by what way they were found."""

from dataclasses import dataclass

from dateline.knowledge.actors import ActorBase, ActorEntry, pieces
from dateline.knowledge.countries import CountryName
from dateline.resolve.who.names import name_key, same_person, skeleton, varies
from dateline.resolve.who.recognise import by_bones


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, and why a name finds it."""

    entry: ActorEntry
    why: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """Everything a name finds: entries, best first, and the country it may stand for."""

    matches: tuple[Match, ...]
    country: CountryName | None


def look_up(base: ActorBase, name: str) -> Lookup:
    """Find a name in the base: as it is spelled, as a last name, and by its sound.

    Args:
        base: the base, with the user's own actors if there are any.
        name: a name in any spelling.
    """
    found: dict[str, Match] = {}
    for entry in base.named(name):
        main = pieces(entry.name) == pieces(name)
        found[entry.id] = Match(entry, "its name" if main else "one of its other names")
    key = name_key(name)
    for entry in base.surname(key[-1]) if len(key) == 1 else ():
        found.setdefault(entry.id, Match(entry, "its last name"))
    for match in _alike(base, name, key):
        found.setdefault(match.entry.id, match)
    return Lookup(tuple(found.values()), base.countries.by_name(name))


def holders(base: ActorBase, country: str, role: str, date: str) -> list[ActorEntry]:
    """Who held an office of a country on a day (ISO), by the base.

    Args:
        base: the actor base.
        country: code of the country.
        role: the office, lower case, as the base words it ("president", "foreign minister").
        date: ISO date.
    """
    found = []
    for entry in base.entries.values():
        term = entry.term(date)
        if term and term.country == country and role in term.roles and term.valid_from:
            found.append(entry)
    return found


def office(base: ActorBase, phrase: str) -> str | None:
    """The office that a phrase names ("President of Egypt", "the Libyan foreign minister")."""
    told = phrase.lower().split()
    told = told[: told.index("of")] if "of" in told else told
    for at in range(len(told), 0, -1):
        found = base.noun(told[: at - 1], told[at - 1])
        if found and found[1].kind == "person":
            return found[1].noun
    return None


def _alike(base: ActorBase, name: str, key: tuple[str, ...]) -> list[Match]:
    """People whose names sound alike and are written in Latin letters from other scripts."""
    made = []
    for entry in by_bones(base).get(skeleton(key[-1]), ()) if key else ():
        forms = [f for f in (entry.name, *entry.aliases) if same_person(f, name)]
        if forms and varies([entry]):
            made.append(Match(entry, f"sounds like {forms[0]!r}"))
    return made
