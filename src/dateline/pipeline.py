"""The road from report to record: one visible list of stages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline import __version__
from dateline.coding.aside import sporting
from dateline.coding.charges import with_charges
from dateline.coding.claims import find_claims
from dateline.coding.encoder import Encoder
from dateline.coding.events import EventCoder
from dateline.coding.link import link
from dateline.coding.relations import find_relations
from dateline.intake.datelines import find_dateline
from dateline.knowledge.actors import ActorBase
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.lexicon import load_lexicon
from dateline.knowledge.user_actors import Loaded, joined
from dateline.ledger.commitment import with_commitment
from dateline.ledger.headline import weigh_headline
from dateline.ledger.reading import Reading
from dateline.ledger.tensions import Told, find_tensions
from dateline.parse.protocol import Parser
from dateline.parse.spacy_parser import DEFAULT, SpacyParser
from dateline.records import Actor, Claim, Coder, Event, ParsedReport, Record, Report
from dateline.resolve.actors import resolve_actors
from dateline.resolve.dates import find_dates
from dateline.resolve.places import PlaceResolver


class Pipeline:
    """Parser and knowledge loaded once; then any number of reports."""

    def __init__(
        self,
        parser_name: str = DEFAULT,
        *,
        parser: Parser | None = None,
        own: Sequence[Loaded] = (),
        model: bool = True,
    ) -> None:
        """Load everything.

        Args:
            parser_name: spaCy pipeline, by name.
            parser: a ready parser instead (for tests and other languages' parsers).
            own: the user's files of actors, as ``user_actors.read_actors`` gives them.
            model: whether the learned model gives its second opinion.

        Raises:
            ParserError: the parser cannot be loaded.
            KnowledgeError: a knowledge file is missing or damaged.
        """
        self._parser = parser or SpacyParser(parser_name)
        self._lexicon = load_lexicon()
        encoder = Encoder.shipped() if model else None
        self._coder = EventCoder(self._lexicon, load_grammar(), encoder)
        self._places = PlaceResolver()
        self._actors = ActorBase.load(own=joined(own)) if own else ActorBase.load()
        stamps = (*((encoder.name,) if encoder else ()), *(f.stamp for f in own))
        self._stamp = Coder(__version__, self._parser.name, self._lexicon.version, stamps)

    @property
    def coder(self) -> Coder:
        """The versions that every record of this pipeline carries."""
        return self._stamp

    def run(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Code a stream of reports, in order; a report with ``not_coded`` comes back with empty lists."""
        found = self._parser.parse(_with_headlines(reports))
        for parsed in found:
            title = next(found, None) if _headed(parsed.report) else None
            yield self._guarded(parsed, title)

    def _guarded(self, parsed: ParsedReport, title: ParsedReport | None) -> Record:
        """A record whatever happens: a fault of ours in one report must not stop a run."""
        try:
            return self.code(parsed, title)
        except Exception as fault:  # noqa: BLE001  (the run goes on; the reason stands in the record)
            reason = f"internal error ({type(fault).__name__}: {fault}); please report this input"
            return Record(replace(parsed.report, not_coded=reason), self._stamp)

    def code(self, parsed: ParsedReport, title: ParsedReport | None = None) -> Record:
        """The record of one parsed report, and of its headline where that comes parsed too."""
        if parsed.report.not_coded is not None:
            return Record(parsed.report, self._stamp)
        record = self._coded(parsed)
        told = Told(record.report, record.events, record.claims, record.relations)
        record = replace(record, tensions=find_tensions(told))
        if title is None:
            return record
        head = Reading(title, self._coded(title))
        return replace(record, headline=weigh_headline(head, Reading(parsed, record)))

    def _coded(self, parsed: ParsedReport) -> Record:
        """Actors, places, dates, events, claims and relations of one text."""
        report = parsed.report
        dates = find_dates(parsed)
        places = self._places.resolve(parsed)
        cast = resolve_actors(parsed, places, self._actors)
        found = find_claims(parsed, cast, dates)
        aside = sporting(parsed)
        coded = self._coder.code(parsed, cast, places, dates, aside)
        linked, claims = link(coded, found)
        events = with_charges(coded, linked, claims, self._lexicon, report.id)
        events = with_commitment(events, claims)
        relations = find_relations(parsed, cast, places, claims, aside)
        actors = _with_named(cast.actors, events, claims)
        return Record(report, self._stamp, actors, places, dates, events, claims, relations)


def _headed(report: Report) -> bool:
    """Whether a report has a headline of its own that is to be weighed."""
    return report.not_coded is None and bool(report.title and report.title.strip())


def _with_dateline(report: Report) -> Report:
    """A report made by hand may still bear its dateline; intake has found those of all others."""
    header = None if report.dateline else find_dateline(report.text)
    return replace(report, dateline=header.dateline) if header else report


def _with_headlines(reports: Iterable[Report]) -> Iterator[Report]:
    """Each report, and behind it its headline as a small report, so that both are parsed in one batch."""
    for report in reports:
        yield _with_dateline(report)
        if _headed(report):
            yield Report(
                f"{report.id}#headline", report.input, str(report.title),
                published=report.published, published_from=report.published_from, language=report.language,
            )  # fmt: skip


def _with_named(
    actors: tuple[Actor, ...], events: tuple[Event, ...], claims: tuple[Claim, ...]
) -> tuple[Actor, ...]:
    """The cast, and whatever else stands in a role: things, places, countries that only a place implies."""
    found = {a.id: a for a in actors}
    for event in events:
        for side in (
            event.actors,
            event.recipients,
            *((event.of.actors, event.of.recipients) if event.of else ()),
        ):
            for p in side:
                found.setdefault(p.actor.id, p.actor)
    for claim in claims:
        for p in claim.speakers:
            found.setdefault(p.actor.id, p.actor)
    return tuple(found.values())
