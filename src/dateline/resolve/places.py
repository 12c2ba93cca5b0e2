"""Every place of a report: found whatever the parser calls it, put on the map with runners-up.

The steps: ``place_mentions`` finds names, ``place_signs`` weighs whether each is a place at all,
``place_rank`` chooses among the places of that name, ``place_use`` tells place from people and
power.
"""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from dateline.knowledge.countries import Countries
from dateline.knowledge.gazetteer import Entry, Gazetteer, fold
from dateline.knowledge.place_cues import PlaceCues
from dateline.records import ParsedReport, Place, PlaceCandidate, PlaceOffset
from dateline.resolve.place_links import comma_pairs, holders_of, lift_lists, peers, stated
from dateline.resolve.place_mentions import Mention
from dateline.resolve.place_offsets import Offset, moved, offsets
from dateline.resolve.place_rank import rank
from dateline.resolve.place_scan import Scanner
from dateline.resolve.place_signs import (
    CALLED_ENOUGH,
    ENOUGH,
    UNKNOWN_ENOUGH,
    People,
    people_of,
    weigh_all,
)
from dateline.resolve.place_use import use_of
from dateline.resolve.place_votes import Choice

#: Below this share of certainty the report does not tell which place is meant.
SURE = 0.25
CANDIDATES = 4
#: What measures a distance to another place is a place.
MEASURED = 2.0
#: A small place in a country with under this share of the report's places, once those weigh
#: enough, is a wrong guess.
SMALL, STRAY, MUCH = 100_000, 0.02, 2.0
ELSEWHERE = "no place of that name where the text puts it"
FOREIGN = "no place of that name in the countries of the report"
ALIKE = 78.0
#: A place by so much over the threshold counts for its other mentions.
CLEAR = 0.4
#: A name seen as a place once lifts its other mentions, unless they are clearly something else.
SEEN = 1.2
DEAD = -2.5
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

#: No village has more people.
VILLAGE = 10_000


class PlaceResolver:
    """Resolves the places of reports; one report leaves nothing behind for the next."""

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
            One ``Place`` per mention: cities, areas, countries, peoples ("Turkish"), powers named
            by their place ("Washington said"); unresolved ones with the reason.
        """
        text = parsed.report.text
        mentions = self._accept(text, self._mentions(parsed), people_of(parsed, self._cues))
        holders = holders_of(text, mentions)
        found = offsets(text, mentions)
        beside = peers(text, mentions)
        choices = rank(mentions, holders, found, beside)
        if any(not m.options for m in mentions):
            self._guess(choices)
            choices = rank(mentions, holders, found, beside)
        for number in stated(text, mentions, holders):
            choices[number].misheld = not choices[number].linked
        measures = {id(o.subject): o for o in found if o.subject is not None}
        by_mention = {id(c.mention): c for c in choices}
        return tuple(self._place(c, measures.get(id(c.mention)), by_mention) for c in choices)

    def _mentions(self, parsed: ParsedReport) -> list[Mention]:
        """Candidates of the header and of the sentences, in text order."""
        header = self._scanner.header(parsed)
        covered = [m.span for m in header]
        body = self._scanner.scan(parsed)
        mentions = header + [m for m in body if not any(m.span.touches(s) for s in covered)]
        return sorted(mentions, key=lambda m: m.span)

    def _accept(self, text: str, mentions: list[Mention], people: People) -> list[Mention]:
        """Those names that are places, by their own signs and by each other's."""
        weigh_all(mentions, people, self._cues)
        for measure in offsets(text, mentions):
            measure.anchor.sign += MEASURED
            if measure.subject is not None:
                measure.subject.sign += MEASURED
                measure.subject.kinds = measure.subject.kinds or ("city",)
        held = set()
        for inner, outer in comma_pairs(text, mentions):
            if outer.country is not None or (
                outer.options and outer.options[0][0].kind == "admin1"
            ):
                inner.sign += 2.0
                outer.sign += 1.0
                held.add(outer.span)
        for mention in mentions:
            if mention.span not in held and not self._alone(mention):
                mention.sign -= 3.0
        lift_lists(text, mentions)
        seen = {m.key for m in mentions if m.sign >= ENOUGH + CLEAR and not m.inside and m.options}
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
            small = _called_village(mention)
            for country in countries:
                alike = [
                    e for e in self._gazetteer.alike(mention.key, country)
                    if ratio(mention.key, fold(e.name)) >= ALIKE and not (small and e.population > VILLAGE)
                ]  # fmt: skip
                mention.options.extend((e, False) for e in alike[:5])

    def _place(
        self, choice: Choice, measure: Offset | None, by_mention: dict[int, Choice]
    ) -> Place:
        mention = choice.mention
        anchor = by_mention[id(measure.anchor)].best if measure is not None else None
        relation = None
        if measure is not None:
            relation = _relation(measure)
        if choice.best is None:
            return self._unknown(mention, measure, anchor, relation)
        candidates = self._candidates(choice)
        reason = _doubt(choice)
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
            self._admin1(entry), kind, use_of(mention), entry.lat, entry.lon, gid, precision,
            relation, others,
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
            state.name if state else None, self._admin1(anchor), "city", use_of(mention), lat, lon,
            None, "near", relation,
        )  # fmt: skip

    def _candidates(self, choice: Choice) -> tuple[PlaceCandidate, ...]:
        return tuple(
            PlaceCandidate(
                e.name, e.country or None, self._admin1(e), e.lat, e.lon, e.geonameid,
                round(share, 3),
            )
            for e, _, share in choice.ranked[: CANDIDATES + 1]
            if share > 0.001  # noqa: PLR2004  (no runner-up worth keeping)
        )  # fmt: skip

    def _admin1(self, entry: Entry) -> str | None:
        if entry.kind == "admin1":
            return entry.name
        above = self._gazetteer.entry(entry.admin1) if entry.admin1 else None
        return above.name if above else None


def _relation(measure: Offset) -> PlaceOffset:
    km = None if measure.vague else round(measure.km, 1)
    return PlaceOffset(km, measure.bearing, measure.anchor.text)


def _called_village(mention: Mention) -> bool:
    """Whether the text calls a place a village: no town of another spelling is meant."""
    if mention.sentence is None:
        return False
    before = mention.sentence.tokens[max(0, mention.first - 2) : mention.first]
    return any(t.lower in {"village", "hamlet", "settlement"} for t in before)


def _enough(mention: Mention, seen: bool) -> bool:
    """Whether a name is taken for a place."""
    if not mention.options:
        return mention.sign >= (CALLED_ENOUGH if mention.kinds else UNKNOWN_ENOUGH)
    return mention.sign + (SEEN if seen and mention.sign > DEAD else 0.0) >= ENOUGH


def _doubt(choice: Choice) -> str | None:
    """Why the best place is not to be trusted, if so."""
    if choice.certainty < SURE:
        return UNSURE
    point = choice.best is not None and choice.best.kind not in {
        "country",
        "admin1",
        "region",
        "water",
    }
    if choice.misheld and point:
        return ELSEWHERE
    return FOREIGN if _foreign(choice) else None


def _foreign(choice: Choice) -> bool:
    """Whether the best place is small and in a country that the report has nothing to do with."""
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
