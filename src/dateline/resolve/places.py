"""Every place of a report: found whatever the parser calls it, put on the map with runners-up.

The steps: ``place_mentions`` finds names, ``place_signs`` weighs whether each is a place at all,
``place_rank`` chooses among the places of that name, ``place_use`` tells place from people and power.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from dateline.knowledge.countries import Countries
from dateline.knowledge.gazetteer import Entry, Gazetteer, fold
from dateline.knowledge.place_cues import PlaceCues
from dateline.records import ParsedReport, Place, PlaceCandidate, PlaceOffset
from dateline.resolve.place_mentions import Mention, Scanner
from dateline.resolve.place_offsets import Offset, moved, offsets
from dateline.resolve.place_rank import Choice, rank
from dateline.resolve.place_signs import (
    CALLED_ENOUGH,
    ENOUGH,
    LABELS,
    UNKNOWN_ENOUGH,
    People,
    people_of,
    weigh_all,
)
from dateline.resolve.place_use import use_of

#: Below this share of certainty the report does not tell which place is meant.
SURE = 0.25
CANDIDATES = 4
#: A small place in a country with under this share of the report's places, once those weigh enough, is a wrong guess.
SMALL, STRAY, MUCH = 100_000, 0.02, 2.0
FOREIGN = "no place of that name in the countries of the report"
ALIKE = 78.0
#: A name seen as a place once lifts its other mentions, unless they are clearly something else.
SEEN = 1.2
DEAD = -2.5
#: Neighbours in a list of places are places.
LISTED = 1.3
_COMMA = re.compile(r"^\s*,\s*(?:in\s+)?(?:the\s+)?$")
_LIST = re.compile(r"^\s*(?:,|,?\s*(?:and|or|&))\s+(?:the\s+|in\s+|at\s+|near\s+)?$")
_IN = re.compile(r"^\s+in\s+(?:the\s+)?$")
_DEMONYM_TOWN = re.compile(
    r"^\s+(?:[\w-]+\s+){0,2}(?:town|city|village|capital|port|province|region)\s+(?:of\s+)?$"
)
_POSSESSIVE = re.compile(r"^['\u2019]s\s+(?:[\w-]+\s+){0,2}(?:of\s+)?$")
PRECISION = {
    "country": "country",
    "admin1": "admin1",
    "region": "admin1",
    "water": "admin1",
    "admin2": "near",
}
KIND = {"admin2": "region", "quarter": "city"}
UNKNOWN = "no gazetteer knows the name"
UNSURE = "several places have the name and the report does not tell which"


class PlaceResolver:
    """Resolves the places of reports; keeps nothing of one for the next but the gazetteer's cache."""

    def __init__(
        self, gazetteer: Gazetteer | None = None, countries: Countries | None = None
    ) -> None:
        """Use the compiled knowledge, or what is given.

        Raises:
            KnowledgeError: the knowledge has not been built.
        """
        self._gazetteer = gazetteer or Gazetteer.load()
        self._countries = countries or Countries.load()
        self._cues = PlaceCues.load()
        self._scanner = Scanner(self._gazetteer, self._countries, self._cues)

    def resolve(self, parsed: ParsedReport) -> tuple[Place, ...]:
        """Every place mention of a report, in text order.

        Args:
            parsed: the report with its sentences.

        Returns:
            One ``Place`` per mention: cities, areas, countries, peoples ("Turkish"), powers named by their place
            ("Washington said") and names that could not be resolved, with the reason.
        """
        header = self._scanner.header(parsed)
        body = self._scanner.scan(parsed)
        covered = [m.span for m in header]
        mentions = header + [m for m in body if not any(m.span.touches(s) for s in covered)]
        mentions.sort(key=lambda m: m.span)
        people = people_of(parsed, self._cues)
        mentions = self._accept(parsed.report.text, mentions, people)
        holders = _holders(parsed.report.text, mentions)
        found = offsets(parsed.report.text, mentions)
        beside = peers(parsed.report.text, mentions)
        choices = rank(mentions, holders, found, beside)
        if any(not m.options for m in mentions):
            self._guess(choices)
            choices = rank(mentions, holders, found, beside)
        measures = {id(o.subject): o for o in found if o.subject is not None}
        by_mention = {id(c.mention): c for c in choices}
        return tuple(self._place(c, measures.get(id(c.mention)), by_mention) for c in choices)

    def _accept(self, text: str, mentions: list[Mention], people: People) -> list[Mention]:
        """Those names that are places, by their own signs and by each other's."""
        weigh_all(mentions, people, self._cues)
        held = set()
        for inner, outer in _pairs(text, mentions):
            if outer.country is not None or (outer.options and outer.options[0][0].kind == "admin1"):
                inner.sign += 2.0
                outer.sign += 1.0
                held.add(outer.span)
        for mention in mentions:
            if mention.span not in held and not self._alone(mention):
                mention.sign -= 3.0
        _lift_lists(text, mentions)
        seen = {m.key for m in mentions if m.sign >= ENOUGH + 1.0 and not m.inside and m.options}
        return [m for m in mentions if _enough(m, m.key in seen)]

    def _alone(self, mention: Mention) -> bool:
        return self._cues.abbreviations.get(mention.text, (0, True))[1]

    def _guess(self, choices: Sequence[Choice]) -> None:
        """Other spellings of unknown names, inside the countries that the report is about."""
        weights: dict[str, float] = {}
        for choice in choices:
            if choice.best is not None and choice.best.country:
                weights[choice.best.country] = weights.get(choice.best.country, 0.0) + 1.0
        countries = sorted(weights, key=lambda c: (-weights[c], c))[:3]
        for choice in choices:
            mention = choice.mention
            if mention.options or mention.inside:
                continue
            for country in countries:
                alike = [
                    e for e in self._gazetteer.alike(mention.key, country)
                    if ratio(mention.key, fold(e.name)) >= ALIKE
                ]  # fmt: skip
                mention.options.extend((e, False) for e in alike[:5])

    def _place(
        self, choice: Choice, measure: Offset | None, by_mention: dict[int, Choice]
    ) -> Place:
        mention = choice.mention
        anchor = by_mention[id(measure.anchor)].best if measure is not None else None
        relation = None
        if measure is not None:
            relation = PlaceOffset(round(measure.km, 1), measure.bearing, measure.anchor.text)
        if choice.best is None:
            return self._unknown(mention, measure, anchor, relation)
        candidates = self._candidates(choice)
        reason = UNSURE if choice.certainty < SURE else FOREIGN if _foreign(choice) else None
        if reason is not None:
            return Place(
                mention.text, mention.span, use=use_of(mention), relation=relation,
                candidates=candidates, reason=reason,
            )  # fmt: skip
        return self._known(choice, choice.best, candidates[1:], relation)

    def _known(
        self,
        choice: Choice,
        entry: Entry,
        others: tuple[PlaceCandidate, ...],
        relation: PlaceOffset | None,
    ) -> Place:
        mention = choice.mention
        single = entry.country if " " not in entry.country else ""
        state = self._countries.get(single) if single else None
        precision = PRECISION.get(entry.kind, "exact")
        name, kind, gid = entry.name, KIND.get(entry.kind, entry.kind), entry.geonameid
        if mention.seat:
            name, kind, gid, precision = mention.text, "facility", None, "near"
        return Place(
            mention.text, mention.span, name, single or None, state.name if state else None,
            self._admin1(entry), kind, use_of(mention), entry.lat, entry.lon, gid, precision, relation, others,
        )  # fmt: skip

    def _unknown(
        self,
        mention: Mention,
        measure: Offset | None,
        anchor: Entry | None,
        relation: PlaceOffset | None,
    ) -> Place:
        if measure is None or anchor is None or measure.bearing is None:
            return Place(
                mention.text, mention.span, use=use_of(mention), relation=relation, reason=UNKNOWN
            )
        lat, lon = moved(anchor.lat, anchor.lon, measure.km, measure.bearing)
        state = self._countries.get(anchor.country)
        return Place(
            mention.text, mention.span, mention.text, state.alpha3 if state else None,
            state.name if state else None, self._admin1(anchor), "city", use_of(mention), lat, lon, None,
            "near", relation,
        )  # fmt: skip

    def _candidates(self, choice: Choice) -> tuple[PlaceCandidate, ...]:
        return tuple(
            PlaceCandidate(
                e.name, e.country or None, self._admin1(e), e.lat, e.lon, e.geonameid, round(share, 3)
            )
            for e, _, share in choice.ranked[: CANDIDATES + 1]
            if share > 0.001  # noqa: PLR2004  (no runner-up worth keeping)
        )  # fmt: skip

    def _admin1(self, entry: Entry) -> str | None:
        if entry.kind == "admin1":
            return entry.name
        above = self._gazetteer.entry(entry.admin1) if entry.admin1 else None
        return above.name if above else None


def _enough(mention: Mention, seen: bool) -> bool:  # noqa: FBT001  (a plain fact about the name)
    """Whether a name is taken for a place."""
    if not mention.options:
        return mention.sign >= (CALLED_ENOUGH if mention.kinds else UNKNOWN_ENOUGH)
    return mention.sign + (SEEN if seen and mention.sign > DEAD else 0.0) >= ENOUGH


def _foreign(choice: Choice) -> bool:
    """Whether the best place is a small one, in a country that the report has nothing to do with."""
    entry = choice.best
    if (
        entry is None
        or choice.linked
        or choice.mention.header
        or choice.mention.country is not None
    ):
        return False
    small = entry.kind in {"city", "admin2", "quarter", "admin1"} and entry.population < SMALL
    return small and choice.support < STRAY and choice.others >= MUCH


def _lift_lists(text: str, mentions: Sequence[Mention]) -> None:
    """In "Bor, Malakal and Pibor" a certain place vouches for the names beside it."""
    sure = [m.sign >= ENOUGH + 1.0 and not m.demonym for m in mentions]
    for n, (a, b) in enumerate(pairwise(mentions)):
        if a.demonym or b.demonym or not _LIST.match(text[a.span.end : b.span.start]):
            continue
        if sure[n] and not sure[n + 1]:
            b.sign += _listed(b) + (1.0 if a.kinds else 0.0)
            sure[n + 1] = b.sign >= ENOUGH
        elif sure[n + 1] and not sure[n]:
            a.sign += _listed(a)


def _listed(mention: Mention) -> float:
    """A list of places also takes back most of what a wrong label cost."""
    if mention.inside:
        return LISTED
    return LISTED + 0.6 * max(0.0, -LABELS.get(mention.label, 0.0)) - mention.doubted


def _pairs(text: str, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Neighbours joined by a comma ("Paris, Texas")."""
    return [
        (a, b)
        for a, b in pairwise(mentions)
        if _COMMA.match(text[a.span.end : b.span.start]) and not a.demonym and not b.demonym
    ]


def _holders(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Position of a mention -> position of one that the text says it lies in."""
    found: dict[int, int] = {}
    for n, (a, b) in enumerate(pairwise(mentions)):
        gap = text[a.span.end : b.span.start]
        if a.demonym and not b.demonym and _DEMONYM_TOWN.match(gap):
            found[n + 1] = n
        if a.demonym or b.demonym:
            continue
        if (_COMMA.match(gap) and not _listed_units(text, mentions, n)) or _IN.match(gap):
            found.setdefault(n, n + 1)
        elif _POSSESSIVE.match(gap):
            found.setdefault(n + 1, n)
    return found


def _listed_units(text: str, mentions: Sequence[Mention], n: int) -> bool:
    """Whether mention ``n`` and the next are a list of provinces or countries, not a town in one."""
    around = [m for m in mentions[max(0, n - 1) : n + 3] if not m.demonym]
    pairs = [(a, b) for a, b in pairwise(around) if _LIST.match(text[a.span.end : b.span.start])]
    units = [m for pair in pairs for m in pair if not _unit(m)]
    return len(pairs) > 1 and not units


def _unit(mention: Mention) -> bool:
    """Whether the name is a country's or, as its own, a province's."""
    return mention.country is not None or any(
        e.kind == "admin1" and primary for e, primary in mention.options[:3]
    )


def peers(text: str, mentions: Sequence[Mention]) -> dict[int, list[int]]:
    """Positions of mentions -> those beside them in a list, which are of the same kind as a rule."""
    found: dict[int, list[int]] = {}
    for n, (a, b) in enumerate(pairwise(mentions)):
        if a.demonym or b.demonym or not _LIST.match(text[a.span.end : b.span.start]):
            continue
        found.setdefault(n, []).append(n + 1)
        found.setdefault(n + 1, []).append(n)
    return found
