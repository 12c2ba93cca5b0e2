"""Chooses among the places of one name by fame, the report's countries, containment and distance."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import exp, log10

from dateline.knowledge.gazetteer import Entry
from dateline.resolve.place_mentions import Mention
from dateline.resolve.place_offsets import Offset, distance_km

#: What a kind loses or gains against a city of the same population.
KINDS = {"country": 0.5, "admin1": -0.7, "admin2": -1.6, "facility": -0.3, "quarter": -0.5}
ALTERNATE = -1.0
COUNTRY, PROVINCE, NEAR = 2.6, 1.2, 0.8
HELD, HOLDS = 3.5, 2.0
ASKED, NOT_ASKED = 1.5, -1.2
MEASURED, MISMEASURED = 2.5, -1.5
NEAR_KM = 120.0
NEAR_DEGREES = 6.0
#: A share not worth counting.
SMALL = 0.1
#: So certain a place is a point to measure nearness from.
FIRM = 0.6
CAPITAL = 0.8
#: For being of the kind of its neighbours in a list.
LIKE = 1.2
ROUNDS = 3
#: Votes of a name for its country, by what it is.
VOTE = {"country": 1.0, "demonym": 0.6, "header": 1.5, "place": 0.7}
REPEAT = 0.15


@dataclass(slots=True)
class Choice:
    """The places of one mention, best first, each with a share of certainty (they add up to 1).

    ``support`` is the share of the report's other places that lie in the country of the best one,
    ``others`` how much those weigh together.
    """

    mention: Mention
    ranked: list[tuple[Entry, bool, float]] = field(default_factory=list)
    support: float = 0.0
    others: float = 0.0
    linked: bool = False
    listed: bool = False

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


@dataclass(frozen=True, slots=True)
class Links:
    """What the text says of a mention's place: what holds it, what it holds, how far from what."""

    outer: Choice | None = None
    inner: Choice | None = None
    anchor: Entry | None = None
    km: float = 0.0
    peers: frozenset[str] = frozenset()


def rank(
    mentions: Sequence[Mention],
    holders: dict[int, int],
    found: Sequence[Offset],
    beside: dict[int, list[int]],
) -> list[Choice]:
    """Choose a place for every mention.

    Args:
        mentions: those taken for places, in text order.
        holders: position of a mention -> position of the one that contains it ("Paris, Texas").
        found: distances between mentions.
        beside: position of a mention -> its neighbours in a list.

    Returns:
        One choice per mention, in the same order.
    """
    holding = {outer: inner for inner, outer in holders.items()}
    linked = set(holders) | set(holding)
    measures = {id(o.subject): o for o in found if o.subject is not None}
    place = {id(m): n for n, m in enumerate(mentions)}
    choices = [
        Choice(m, _softmax([(e, p, _prior(e, p, m)) for e, p in _options(m, n in linked)]))
        for n, m in enumerate(mentions)
    ]
    for _ in range(ROUNDS):
        votes, anchors = _count(choices), _anchors(choices)
        known: dict[tuple[str, tuple[str, ...], bool], Choice] = {}
        fresh = []
        for number, mention in enumerate(mentions):
            measure = measures.get(id(mention))
            kinds = _peer_kinds(choices, beside.get(number, ()))
            if number not in linked and measure is None and not kinds:
                same = (mention.key, mention.kinds, mention.demonym)
                if same not in known:
                    known[same] = _choose(mention, Links(), votes, anchors)
                fresh.append(replace(known[same], mention=mention))
                continue
            links = Links(
                choices[holders[number]] if number in holders else None,
                choices[holding[number]] if number in holding else None,
                choices[place[id(measure.anchor)]].best if measure else None,
                measure.km if measure else 0.0,
                kinds,
            )
            fresh.append(_choose(mention, links, votes, anchors))
        choices = _one_sense(fresh, holders)
    return choices


def _peer_kinds(choices: Sequence[Choice], beside: Sequence[int]) -> frozenset[str]:
    """Kinds of the units, named for certain, that stand beside a name in a list."""
    found = {
        best.kind
        for n in beside
        if (best := choices[n].best) is not None and choices[n].certainty > FIRM
    }
    return frozenset(found & {"country", "admin1", "admin2"}) if len(found) == 1 else frozenset()


def _options(mention: Mention, linked: bool) -> list[tuple[Entry, bool]]:  # noqa: FBT001
    """A country's name is looked for elsewhere only beside a comma ("Lebanon, Pennsylvania")."""
    sure = mention.country is not None and mention.country.kind == "name"
    return mention.options[:1] if sure and not linked else mention.options


def _choose(
    mention: Mention, links: Links, votes: Votes, anchors: list[tuple[str, Entry]]
) -> Choice:
    linked = links.outer is not None or links.inner is not None
    options = _options(mention, linked)
    others = votes.without(mention.key)
    scored = []
    for entry, primary in options:
        score = _prior(entry, primary, mention)
        if len(options) > 1:
            score += _context(entry, mention, others, anchors)
            score += _containment(entry, links.outer, links.inner)
            score += LIKE if entry.kind in links.peers else 0.0
            if links.anchor is not None:
                score += _measured(entry, links.anchor, links.km)
        scored.append((entry, primary, score))
    ranked = _softmax(scored)
    support = others.country(ranked[0][0].country) if ranked else 0.0
    held = (
        links.outer is not None
        and bool(ranked)
        and any(contains(o, ranked[0][0]) for o, _, _ in links.outer.ranked[:12])
    )
    return Choice(mention, ranked, support, others.total, held, bool(links.peers))


def _prior(entry: Entry, primary: bool, mention: Mention) -> float:  # noqa: FBT001  (a gazetteer pair)
    score = log10(entry.population + 20) + KINDS.get(entry.kind, 0.0)
    if mention.capital == entry.country and entry.kind == "city":
        score += CAPITAL
    if not primary:
        score += ALTERNATE
    if mention.kinds:
        score += ASKED if entry.kind in mention.kinds else NOT_ASKED
    if entry.kind == "country" and mention.country is not None and mention.country.kind != "weak":
        score += 3.0
    return score


def _context(
    entry: Entry, mention: Mention, others: Others, anchors: list[tuple[str, Entry]]
) -> float:
    score = COUNTRY * float(others.country(entry.country) ** 0.5)
    if entry.kind in {"country", "region", "water"}:
        return score
    province = entry.id if entry.kind == "admin1" else entry.admin1
    score += PROVINCE * float(others.province(province) ** 0.5)
    if entry.kind == "admin1":
        return score
    near = 0.0
    for key, other in anchors:
        if key != mention.key and abs(entry.lat - other.lat) < NEAR_DEGREES:
            far = distance_km(entry.lat, entry.lon, other.lat, other.lon)
            near = max(near, exp(-far / NEAR_KM))
    return score + NEAR * near


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place lies in another, by country, province or district."""
    if outer.id == inner.id:
        return False
    if outer.kind == "country":
        return outer.country in inner.country.split()
    if outer.kind in {"admin1", "admin2"}:
        return outer.id in {inner.admin1, inner.admin2}
    if outer.kind == "region" and outer.country:
        return inner.kind != "country" and inner.country in outer.country.split()
    return False


def _containment(entry: Entry, outer: Choice | None, inner: Choice | None) -> float:
    score = 0.0
    if outer is not None:
        score += max(
            (HELD * (0.5 + share / 2) for o, _, share in outer.ranked[:12] if contains(o, entry)),
            default=0.0,
        )
    if inner is not None:
        score += max((HOLDS for i, _, _ in inner.ranked[:30] if contains(entry, i)), default=0.0)
    return score


def _measured(entry: Entry, anchor: Entry, km: float) -> float:
    far = distance_km(entry.lat, entry.lon, anchor.lat, anchor.lon)
    if abs(far - km) <= max(15.0, 0.35 * km):
        return MEASURED
    return MISMEASURED if far > 3 * km + 30 else 0.0


def _softmax(scored: list[tuple[Entry, bool, float]]) -> list[tuple[Entry, bool, float]]:
    if not scored:
        return []
    scored.sort(key=lambda s: (-s[2], s[0].id))
    top = scored[0][2]
    weights = [exp(1.6 * (s - top)) for _, _, s in scored]
    total = sum(weights)
    return [(e, p, w / total) for (e, p, _), w in zip(scored, weights, strict=True)]


def _count(choices: Sequence[Choice]) -> Votes:
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


def _anchors(choices: Sequence[Choice]) -> list[tuple[str, Entry]]:
    """Places that are points and rather certain, for nearness; a few are enough."""
    found: dict[int, tuple[str, Entry]] = {}
    for choice in choices:
        best = choice.best
        if (
            best is not None
            and choice.certainty > 0.6
            and best.kind in {"city", "admin2", "facility", "quarter"}
        ):
            found.setdefault(best.id, (choice.mention.key, best))
    return list(found.values())[:20]


def _one_sense(choices: list[Choice], held: dict[int, int]) -> list[Choice]:
    """The same name means the same place all through a report; the mention that says most decides."""
    leaders: dict[str, tuple[float, Choice]] = {}
    for number, choice in enumerate(choices):
        weight = choice.certainty + (1.0 if number in held else 0.0)
        weight += 0.5 if choice.mention.kinds else 0.0
        key = choice.mention.key
        if key not in leaders or weight > leaders[key][0]:
            leaders[key] = (weight, choice)
    kept = []
    for number, choice in enumerate(choices):
        leader = leaders[choice.mention.key][1]
        alone = number not in held and not choice.mention.kinds and not choice.listed
        same = leader.mention.demonym == choice.mention.demonym
        kept.append(replace(leader, mention=choice.mention) if alone and same else choice)
    return kept
