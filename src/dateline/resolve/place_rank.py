"""Chooses among the places of one name: fame, the report's countries, containment, distance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log10

from dateline.knowledge.gazetteer import Entry
from dateline.resolve.place_mentions import Mention
from dateline.resolve.place_offsets import Offset, distance_km
from dateline.resolve.place_votes import Choice, Others, Votes, count

#: What a kind loses or gains against a city of the same population.
KINDS = {"country": 0.5, "admin1": -0.7, "admin2": -1.6, "facility": -0.3, "quarter": -0.5}
ALTERNATE = -1.0
COUNTRY, PROVINCE, NEAR = 2.6, 2.4, 1.0
HELD, HOLDS = 3.5, 2.0
ASKED, NOT_ASKED = 1.5, -1.2
MEASURED, MISMEASURED = 2.5, -1.5
NEAR_KM = 120.0
NEAR_DEGREES = 6.0
#: So certain a place is a point to measure nearness from.
FIRM = 0.6
CAPITAL = 0.8
#: For being of the kind of its neighbours in a list.
LIKE = 1.2
ROUNDS = 3


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
        votes, anchors = count(choices), _anchors(choices)
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


def _options(mention: Mention, linked: bool) -> list[tuple[Entry, bool]]:
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


def _prior(entry: Entry, primary: bool, mention: Mention) -> float:
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


def _anchors(choices: Sequence[Choice]) -> list[tuple[str, Entry]]:
    """Places that are points and rather certain, for nearness; a few are enough."""
    found: dict[int, tuple[str, Entry]] = {}
    for choice in choices:
        best = choice.best
        if (
            best is not None
            and choice.certainty > FIRM
            and best.kind in {"city", "admin2", "facility", "quarter"}
        ):
            found.setdefault(best.id, (choice.mention.key, best))
    return list(found.values())[:20]


def _one_sense(choices: list[Choice], held: dict[int, int]) -> list[Choice]:
    """One name means one place all through a report; the mention that says most decides."""
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
