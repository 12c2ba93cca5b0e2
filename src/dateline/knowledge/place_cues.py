"""Words that show whether a name is a place, and which; the countries as places."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.countries import Countries
from dateline.knowledge.files import load_json
from dateline.knowledge.gazetteer import Entry


@dataclass(frozen=True, slots=True)
class PlaceCues:
    """Compiled from knowledge/places/cues.yml, which explains each part.

    ``abbreviations`` maps a form to the ``id`` of its province and whether it may stand alone;
    ``countries`` holds every country as a gazetteer entry, with a negative ``id``.
    """

    types: dict[str, tuple[str, ...]]
    prepositions: dict[str, float]
    demonyms: dict[str, str]
    abbreviations: dict[str, tuple[int, bool]]
    titles: frozenset[str]
    doubtful: frozenset[str]
    never: frozenset[str]
    teams: frozenset[str]
    bodies: frozenset[str]
    after: frozenset[str]
    not_before: frozenset[str]
    before_types: frozenset[str]
    directions: frozenset[str]
    verbs: frozenset[str]
    taken: frozenset[str]
    forces: frozenset[str]
    countries: dict[str, Entry]

    @classmethod
    def load(cls) -> "PlaceCues":
        """The compiled cues, read once per process."""
        return _load()


@cache
def _load() -> PlaceCues:
    data = load_json("places.json")
    return PlaceCues(
        types={word: tuple(kinds) for word, kinds in data["types"].items()},
        prepositions=data["prepositions"],
        demonyms=data["demonyms"],
        abbreviations={
            form: (number, alone) for form, (number, alone) in data["abbreviations"].items()
        },
        titles=frozenset(data["titles"]),
        doubtful=frozenset(data["doubtful"]),
        never=frozenset(data["never"]),
        teams=frozenset(data["teams"]),
        bodies=frozenset(data["bodies"]),
        after=frozenset(data["after"]),
        not_before=frozenset(data["not_before"]),
        before_types=frozenset(data["before_types"]),
        directions=frozenset(data["directions"]),
        verbs=frozenset(data["verbs"]),
        taken=frozenset(data["taken"]),
        forces=frozenset(data["forces"]),
        countries=_countries(data["countries"]),
    )


def _countries(figures: dict[str, list[int]]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for number, country in enumerate(Countries.load(), 1):
        gid, population = figures.get(country.alpha3, [0, 0])
        found[country.alpha3] = Entry(
            -number, gid or None, country.name, country.alpha3, "country",
            country.lat, country.lon, population, 0, 0,
        )  # fmt: skip
    return found
