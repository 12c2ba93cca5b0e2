"""Names that people type, as the store knows them: countries, types of act, actors, places."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.errors import UsageError
from dateline.formats.wording import TYPES
from dateline.knowledge.actors import ActorBase
from dateline.knowledge.countries import NOT_STATES, Countries
from dateline.knowledge.gazetteer import Gazetteer, fold

if TYPE_CHECKING:
    from dateline.store.moment import Moment

_ITEM = re.compile(r"[Qq][1-9]\d*")
#: Names that one note tells.
_TOLD = 5
_SHORTEST = 3


def country_code(given: str) -> str:
    """The alpha-3 code of a country given by name, people or code; capitals do not count.

    Raises:
        UsageError: it is none.
    """
    known = Countries.load()
    code = given.strip().upper()
    if known.get(code) or code in NOT_STATES:
        return code
    forms = (given, given.title(), given.upper())  # "turkey" and "us" are words besides
    found = next((f for form in forms if (f := known.by_name(form, any_case=True))), None)
    if found is None or found.kind not in {"name", "demonym", "weak"}:
        town = found is not None and found.kind == "capital"
        help_ = (
            "it is a town: give it with --place"
            if town
            else "give its name in English or its code, as YEM"
        )
        msg = f"{given!r} is no country: {help_}"
        raise UsageError(msg)
    return found.own or found.alpha3


def type_name(given: str) -> str:
    """A PLOVER type in any capitals.

    Raises:
        UsageError: it is none.
    """
    name = given.strip().upper()
    if name not in TYPES:
        msg = f"{given!r} is no type of act: give one of {', '.join(sorted(TYPES))}"
        raise UsageError(msg)
    return name


def said_of_actors(moment: "Moment", given: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """Actors as a question names them, and notes on those that the store does not know.

    A name that has one Wikidata id in the store's records goes with that id, so that its other names are found too.
    """
    names: dict[str, None] = {}
    notes: list[str] = []
    for name in given:
        if _ITEM.fullmatch(name.strip()):
            names[name.strip().upper()] = None
            continue
        names[name] = None
        if moment.has_actor(name):
            names |= dict.fromkeys(moment.items_of(name))
            notes += _more(moment, name, given)
        else:
            notes.append(_unknown_actor(moment, name))
    return tuple(names), notes


def _more(moment: "Moment", name: str, given: Sequence[str]) -> list[str]:
    """A note on longer names that the question does not ask for."""
    asked = {g.casefold() for g in given}
    if len(name) < _SHORTEST:
        return []
    sought = name.casefold().removesuffix("s")  # "Houthi forces" beside "Houthis"
    near = [n for n in moment.names_with(sought, limit=2 * _TOLD) if n.casefold() not in asked]
    if not near:
        return []
    told = ", ".join(map(repr, near[:_TOLD]))
    return [
        f"{name!r} finds that name only; the store has {told} too: add what you mean with --actor"
    ]


def said_of_places(
    moment: "Moment", given: Sequence[str], countries: Sequence[str]
) -> tuple[tuple[str, ...], list[str]]:
    """Places as a question names them, and notes on those that nothing knows.

    Records call a place by its name in the gazetteer: that goes with the name given, where it is another.
    """
    names: dict[str, None] = {}
    notes: list[str] = []
    for name in given:
        names[name] = None
        if moment.has_place(name):
            continue
        called = moment.place_names(name) or _in_gazetteer(name, countries)
        names |= dict.fromkeys(called)
        if not called:
            near = moment.places_with(name) if len(name) >= _SHORTEST else ()
            notes.append(_note("place", name, near, "--place"))
    return tuple(names), notes


def _in_gazetteer(name: str, countries: Sequence[str]) -> tuple[str, ...]:
    """What the gazetteer calls the greatest place of a name, in some countries where these are given."""
    found = Gazetteer.load().lookup(fold(name))
    inside = [e for e, _ in found if not countries or set(e.country.split()) & set(countries)]
    greatest = max(inside, key=lambda e: (e.population, -e.id), default=None)
    return (greatest.name,) if greatest else ()


def _unknown_actor(moment: "Moment", name: str) -> str:
    """What the store has instead: names that hold it, or other names by which the actor base knows it."""
    near = dict.fromkeys(moment.names_with(name)) if len(name) >= _SHORTEST else {}
    near |= dict.fromkeys(n for n in _others(name) if moment.has_actor(n))
    return _note("actor", name, tuple(near)[:_TOLD], "--actor")


def _others(name: str) -> Iterator[str]:
    from dateline.resolve.lookup import look_up  # noqa: PLC0415  (not needed where every name is known)

    base = ActorBase.load()
    found = look_up(base, name)
    for match in found.matches:
        yield from (match.entry.name, *match.entry.aliases)
    country = base.countries.get(found.country.alpha3) if found.country else None
    if country:
        yield country.name


def _note(what: str, name: str, near: Sequence[str], option: str) -> str:
    if not near:
        return f"no record in the store has the {what} {name!r} yet; the question is kept and will find it"
    told = ", ".join(map(repr, near))
    return f"no record in the store has the {what} {name!r}; the store has {told}: give one with {option}"
