"""Which countries and provinces a report is about, by the places chosen so far."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.knowledge.gazetteer import Entry
from dateline.resolve.place_mentions import Mention

#: Votes of a name for its country, by what it is.
VOTE = {"country": 1.0, "demonym": 0.6, "header": 1.5, "place": 0.7}
REPEAT = 0.15
#: A share not worth counting.
SMALL = 0.1


@dataclass(slots=True)
class Choice:
    """The places of one mention, best first, each with a share of certainty (they add up to 1).

    ``support`` is the share of the report's other places that lie in the country of the best one,
    ``others`` how much those weigh together; ``linked`` that the text says what holds
    it, ``listed`` that it stands in a list of its kind, ``misheld`` that it does not lie where the text puts it.
    """

    mention: Mention
    ranked: list[tuple[Entry, bool, float]] = field(default_factory=list)
    support: float = 0.0
    others: float = 0.0
    linked: bool = False
    listed: bool = False
    misheld: bool = False

    @property
    def best(self) -> Entry | None:
        """The place chosen."""
        return self.ranked[0][0] if self.ranked else None

    @property
    def certainty(self) -> float:
        """Share of the place chosen."""
        return self.ranked[0][2] if self.ranked else 0.0


@dataclass(slots=True)
class Votes:
    """Weight of each country and province, in all and by the name that gave it."""

    country: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    province: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    own_country: dict[str, dict[str, float]] = field(default_factory=dict)
    own_province: dict[str, dict[int, float]] = field(default_factory=dict)

    def without(self, key: str) -> "Others":
        """The votes of all other names."""
        own = self.own_country.get(key, {})
        total = sum(self.country.values()) - sum(own.values())
        return Others(self, own, self.own_province.get(key, {}), max(total, 0.0))


@dataclass(frozen=True, slots=True)
class Others:
    """Votes of every name but one."""

    votes: Votes
    own: dict[str, float]
    own_province: dict[int, float]
    total: float

    def country(self, codes: str) -> float:
        """Largest share of any of the countries, given as codes joined by spaces."""
        if self.total <= 0 or not codes:
            return 0.0
        table, own = self.votes.country, self.own
        weight = max(table.get(c, 0.0) - own.get(c, 0.0) for c in codes.split())
        return max(weight, 0.0) / self.total

    def province(self, number: int) -> float:
        """Share of a province."""
        if self.total <= 0 or not number:
            return 0.0
        weight = self.votes.province.get(number, 0.0) - self.own_province.get(number, 0.0)
        return max(weight, 0.0) / self.total


def count(choices: Sequence[Choice]) -> Votes:
    """Votes of every choice; a name's repeats count little."""
    votes = Votes()
    seen: set[tuple[str, str]] = set()
    for choice in choices:
        mention = choice.mention
        what = "header" if mention.header else "demonym" if mention.demonym else "place"
        own = votes.own_country.setdefault(mention.key, {})
        own_province = votes.own_province.setdefault(mention.key, {})
        for entry, _, share in choice.ranked[:4]:
            if share < SMALL:
                break
            weight = (
                share * VOTE["country" if what == "place" and entry.kind == "country" else what]
            )
            if (mention.key, entry.country) in seen:
                weight *= REPEAT
            places = entry.country.split()
            for country in places:
                votes.country[country] += weight / len(places)
                own[country] = own.get(country, 0.0) + weight / len(places)
            province = entry.id if entry.kind == "admin1" else entry.admin1
            if province:
                votes.province[province] += weight
                own_province[province] = own_province.get(province, 0.0) + weight
        if choice.best is not None:
            seen.add((mention.key, choice.best.country))
    return votes
