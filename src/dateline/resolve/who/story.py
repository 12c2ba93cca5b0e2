"""Everything known of one report while its actors are being resolved."""

from bisect import bisect_right
from dataclasses import dataclass, field

from dateline.knowledge.actors import ActorBase
from dateline.records import ParsedReport, Place, Sentence, Span
from dateline.resolve.who.find import mentions
from dateline.resolve.who.mention import Entity, Mention
from dateline.resolve.who.runs import View, view
from dateline.resolve.who.scan import Hit, at_home, scan


@dataclass(slots=True)
class Story:
    """A report's sentences, their mentions and the entities made so far."""

    base: ActorBase
    date: str | None
    views: list[View]
    mentions: list[list[Mention]]
    at: list[dict[int, Mention]]
    places: dict[Span, Place]
    places_in: list[list[Place]]
    dateline: str | None
    text: str
    entities: list[Entity] = field(default_factory=list)
    lands: frozenset[str] = frozenset()
    officials: list[Entity] = field(default_factory=list)
    countries: dict[str, Entity] = field(default_factory=dict)
    speakers: dict[int, Entity] = field(default_factory=dict)
    quoted: list[set[int]] = field(default_factory=list)

    def sentence(self, i: int) -> Sentence:
        """Sentence number ``i``."""
        return self.views[i].sentence

    def new(self, kind: str, mention: Mention) -> Entity:
        """An entity of its own for a mention."""
        entity = Entity(kind, plural=mention.plural)
        self.entities.append(entity)
        entity.take(mention)
        return entity

    def merge(self, kept: Entity, gone: Entity) -> None:
        """Make two entities one."""
        if kept is gone:
            return
        kept.absorb(gone)
        self.entities.remove(gone)
        if gone in self.officials:
            self.officials.remove(gone)
        for code, entity in self.countries.items():
            if entity is gone:
                self.countries[code] = kept

    def in_order(self) -> list[Mention]:
        """All mentions, in text order."""
        return [m for found in self.mentions for m in found]


def _by_sentence(parsed: ParsedReport, places: tuple[Place, ...]) -> list[list[Place]]:
    """Places that lie in each sentence."""
    found: list[list[Place]] = [[] for _ in parsed.sentences]
    starts = [s.span.start for s in parsed.sentences]
    for place in places:
        i = bisect_right(starts, place.span.start) - 1
        if i >= 0 and parsed.sentences[i].span.holds(place.span):
            found[i].append(place)
    return found


def read(parsed: ParsedReport, places: tuple[Place, ...], base: ActorBase) -> Story:
    """Find the mentions of a report."""
    date = parsed.report.published
    scanned = [scan(s, base) for s in parsed.sentences]
    lands = _lands(scanned, places)
    views = [
        view(s, base, at_home(hits, lands))
        for s, hits in zip(parsed.sentences, scanned, strict=True)
    ]
    found = [mentions(v, date) for v in views]
    by_span = {p.span: p for p in places}
    return Story(
        base,
        date,
        views,
        found,
        [{m.head: m for m in ms} for ms in found],
        by_span,
        _by_sentence(parsed, places),
        _home(parsed, base),
        parsed.report.text,
        lands=lands,
    )


def _lands(scanned: list[dict[int, Hit]], places: tuple[Place, ...]) -> frozenset[str]:
    """Every country that the report names by any form."""
    hits = (hit.known.country for hits in scanned for hit in hits.values())
    return frozenset({c.alpha3 for c in hits if c} | {p.country for p in places if p.country})


def _home(parsed: ParsedReport, base: ActorBase) -> str | None:
    """Country of the dateline's place."""
    line = parsed.report.dateline
    if line is None or not line.place:
        return None
    place = line.place.title() if line.place.isupper() else line.place
    for part in (place, *place.split(",")[::-1]):
        found = base.countries.by_name(part.strip())
        if found is not None:
            return found.alpha3
    return None
