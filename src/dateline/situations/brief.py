"""The page about a situation: everything it holds, each line with its words; drawn elsewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from dateline import __version__
from dateline.knowledge.countries import Countries
from dateline.records import Site
from dateline.records.situation import (
    ActorLine,
    AheadLine,
    Brief,
    Curve,
    MapPoint,
    RelationLine,
    Situation,
)
from dateline.situations.ahead import ahead_lines
from dateline.situations.asked import coming, disputed, facts, spoken, standing
from dateline.situations.claim_lines import CLAIM_ACTS, claim_lines
from dateline.situations.control import control_lines
from dateline.situations.escalation import Act, curve
from dateline.situations.outline import Outline, Spot
from dateline.situations.people import tallies
from dateline.situations.prints import outlet_of
from dateline.situations.quoting import Quoting
from dateline.situations.reading import Reader
from dateline.situations.standing import Fact, relation_line, reports_of, together
from dateline.store.keys import Json, folded
from dateline.store.moment import Moment
from dateline.store.store import Store
from dateline.store.told import Asked, ClaimRow

#: Lines of each part.
INCIDENTS, ACTORS, CLAIMS, AHEAD = 100, 12, 40, 20
_RELATIONS = 4
#: What is told of an actor, the most telling first; who controls what has its own part.
_KINDS = ("leads", "backs", "opposes", "member_of", "part_of", "speaks_for", "based_in")


def make_brief(
    store: Store, situation: Situation, *, now: datetime, since: str | None = None
) -> Brief:
    """Everything the page about a situation holds, of one state of the store.

    Args:
        store: with the reports and their records.
        situation: the question; it need not be saved.
        now: the moment of asking, with its time zone; days ahead and the alert go by it.
        since: what came into the store from this day or moment (ISO, UTC) on is new; None: since the last look.
    """
    moment = now.astimezone(UTC)
    with store.moment() as at:
        return _Page(store, at, situation, moment).brief(since or situation.looked)


def situation_curve(store: Store, situation: Situation, *, now: datetime) -> Curve:
    """The curve alone: what an alert needs.

    Args:
        store: with the records.
        situation: the question.
        now: the moment of asking.
    """
    with store.moment() as at:
        page = _Page(store, at, situation, now.astimezone(UTC))
        return page.curve(page.reader.outlines(facts(situation)))


class _Page:
    """One page in the making."""

    def __init__(self, store: Store, moment: Moment, situation: Situation, now: datetime) -> None:
        self._moment, self._situation, self._now = moment, situation, now
        self._today = now.date().isoformat()
        self._quoting = Quoting(moment)
        self.reader = Reader(store, moment, self._quoting)

    def brief(self, since: str | None) -> Brief:
        situation, wanted = self._situation, facts(self._situation)
        every = self.reader.outlines(wanted)
        ids = {key: o.id for o in every for key, _ in o.told}
        new = [o for o in every if since is not None and o.came >= since]
        more = [o for o in every if since is not None and o.came < since <= o.last_came]
        shown = _shown(every, new)
        whole = self.reader.incidents(shown)
        days = [o.day for o in every if o.day and o.day <= self._today]
        points, unplaced = _placed(every)
        return Brief(
            situation=situation,
            made=self._now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            coder=__version__,
            reports=len({key for o in every for key in o.reports}),
            outlets=_outlets(self._moment.origins(wanted)),
            reviewed=self._moment.reviewed(wanted),
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            incidents=tuple(whole[o.key] for o in shown),
            new_since=since,
            new=tuple(o.id for o in new),
            types=_counted(o.type for o in every),
            actors=self._actors(every),
            control=self._control(every),
            ahead=self._ahead(),
            claims=claim_lines(self._claims(), ids, self._moment, self._quoting, limit=CLAIMS),
            curve=self.curve(every),
            points=points,
            unplaced=unplaced,
            left_out=len(every) - len(shown),
            updated=tuple(o.id for o in more),
        )  # fmt: skip

    def curve(self, every: Sequence[Outline]) -> Curve:
        """An act of a day to come is none yet: its day is wrong, and shown nowhere."""
        acts = (Act(o.day if o.day and o.day <= self._today else None, o.intensity) for o in every)
        return curve(acts, today=self._today)

    def _claims(self) -> list[ClaimRow]:
        situation = self._situation
        # Copies of one report say the same: more are read than shown.
        return self._moment.claims(
            disputed(situation), spoken(situation), CLAIM_ACTS, limit=3 * CLAIMS
        )

    def _actors(self, every: Sequence[Outline]) -> tuple[ActorLine, ...]:
        wanted = facts(self._situation)
        incidents = {key: o.key for o in every for key, _ in o.told}
        found = tallies(self._moment.sides(wanted), incidents, limit=ACTORS)
        names = tuple(sorted({name for tally in found for name in tally.folded}))
        rows = self._moment.relations(_KINDS, Asked(names), wanted) if names else []
        by_name: dict[str, list[Fact]] = {}
        for fact in sorted(together(rows), key=lambda f: _KINDS.index(f.rows[0].kind)):
            for name in {folded(fact.subject) or "", folded(fact.object) or ""}:
                by_name.setdefault(name, []).append(fact)
        lines = []
        for tally in found:
            mine = dict.fromkeys(f for name in sorted(tally.folded) for f in by_name.get(name, ()))
            some = list(mine)[:_RELATIONS]
            self._quoting.load(reports_of(some))
            told = tuple(relation_line(fact, self._quoting) for fact in some)
            lines.append(ActorLine(tally.party, len(tally.did), len(tally.received), told))
        return tuple(lines)

    def _control(self, every: Sequence[Outline]) -> tuple[RelationLine, ...]:
        lands = frozenset(o.spot.country for o in every if o.spot and o.spot.country)
        asked, wanted = standing(self._situation), facts(self._situation)
        return control_lines(self._moment, self.reader, self._quoting, asked, wanted, lands=lands)

    def _ahead(self) -> tuple[AheadLine, ...]:
        until = self._situation.until
        if until is not None and until < self._today:
            return ()
        found = self._moment.events(coming(self._situation), ahead_from=self._today)
        return ahead_lines(found, self.reader, limit=AHEAD)


def _shown(every: Sequence[Outline], new: Sequence[Outline]) -> list[Outline]:
    """The oldest first; where they are too many, the newest of what is new, then the newest."""
    first = new[-INCIDENTS:]
    chosen = {o.key for o in first}
    rest = [o for o in every if o.key not in chosen]
    chosen |= {o.key for o in rest[len(rest) - min(len(rest), INCIDENTS - len(first)) :]}
    return [o for o in every if o.key in chosen]


def _outlets(found: Iterable[tuple[int, Json, int | None]]) -> int:
    """How many independent voices, as of one incident: a copy counts as the report that it repeats."""
    reports = {key: (report, copy) for key, report, copy in found}
    return len({
        outlet_of(report) if copy is None else str(copy)
        for report, copy in reports.values()
        if copy not in reports
    })  # fmt: skip


def _counted(found: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The most frequent first."""
    counted = Counter(found)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _placed(every: Sequence[Outline]) -> tuple[tuple[MapPoint, ...], tuple[tuple[str, int], ...]]:
    """Incidents by town, the most first; and how many are placed no closer than a country, or nowhere."""
    towns: dict[Spot, list[str]] = {}
    others: list[str] = []
    countries = Countries.load()
    for outline in every:
        spot = outline.spot
        if spot is not None and spot.lat is not None and spot.lon is not None:
            towns.setdefault(spot, []).append(outline.id)
        else:
            land = countries.get(spot.country) if spot and spot.country else None
            others.append(land.name if land else spot.country or spot.name if spot else "")
    order = sorted(towns, key=lambda s: (-len(towns[s]), s.name, s.country or "", s.lat, s.lon))
    return tuple(MapPoint(Site(*spot), tuple(towns[spot])) for spot in order), _counted(others)
