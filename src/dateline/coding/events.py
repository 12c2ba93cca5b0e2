"""The event coder: sentences in, events out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.aside import criminal, sporting
from dateline.coding.contexts import contexts_heard, contexts_of
from dateline.coding.discourse import settle
from dateline.coding.drafts import Draft
from dateline.coding.instruments import instruments_of
from dateline.coding.interpret import Interpreter
from dateline.coding.magnitude import magnitude_of
from dateline.coding.mood import mood_of
from dateline.coding.meaning import Meaning, Who
from dateline.coding.relevance import is_relevant
from dateline.coding.sides import CountryActor, Sides
from dateline.coding.standing import commitment_of, confidence_of, dated_status
from dateline.coding.tree import children
from dateline.coding.worth import keep
from dateline.knowledge.countries import Countries
from dateline.knowledge.grammar import Grammar
from dateline.knowledge.lexicon import Lexicon
from dateline.records import (
    Act,
    Actor,
    DateExpression,
    Event,
    Magnitude,
    ParsedReport,
    Participant,
    Place,
    Sentence,
    SentenceRef,
    Why,
    content_id,
)
from dateline.resolve.siting import place_for
from dateline.resolve.timing import date_for

#: Acts of speech: a place inside their object belongs to what is spoken of.
SPOKEN = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "SANCTION"}
)
#: Sentences from the top that say what a report is about.
OPENING = 3
#: A note about an earlier version tells nothing new about the world.
CORRECTION = re.compile(
    r"^(?:correction|clarification|editor'?s note)\b|\b(?:earlier|previous) version of this (?:story|article|report)",
    re.IGNORECASE,
)


class EventCoder:
    """Codes the events of parsed reports; holds no state between them."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar) -> None:
        self._lexicon = lexicon
        self._grammar = grammar
        self._countries = Countries.load()

    def code(
        self,
        parsed: ParsedReport,
        who: Who,
        places: Sequence[Place],
        dates: Sequence[DateExpression],
    ) -> tuple[Event, ...]:
        """Every event of a report, in text order.

        Args:
            parsed: the report with its sentences.
            who: who each noun phrase stands for.
            places: resolved place mentions.
            dates: resolved time expressions.

        Returns:
            Events without attribution: that comes with the claims (``coding.link``).
        """
        sport = sporting(parsed)
        actor_of = self._country_actors(parsed, who)
        found: list[Event] = []
        for sentence in parsed.sentences:
            if sentence.index not in sport and not CORRECTION.search(sentence.text):
                found.extend(self._sentence(parsed, sentence, who, places, dates, actor_of))
        return settle(found, parsed, dates)

    def _sentence(self, parsed: ParsedReport, sentence: Sentence, who: Who, places: Sequence[Place],
                  dates: Sequence[DateExpression], actor_of: CountryActor) -> Iterator[Event]:  # fmt: skip
        meaning = Meaning(sentence, who, places, self._lexicon, self._grammar)
        drafts = Interpreter(sentence, meaning, self._lexicon, self._grammar).read()
        scene = Scene(parsed, sentence, meaning, places, dates, self._lexicon, actor_of)
        made = [(d, scene.event(d)) for d in drafts]
        yield from (event for draft, event in made if keep(draft, event, [e for _, e in made]))

    def _country_actors(self, parsed: ParsedReport, who: Who) -> CountryActor:
        """The report's own actor for a country, or a new one for a country that only a place implies."""
        known = {a.country: a for a in who.actors if a.kind == "country" and a.country}

        def actor_of(alpha3: str) -> Actor:
            if alpha3 not in known:
                country = self._countries.get(alpha3)
                name = country.name if country else alpha3
                known[alpha3] = Actor(
                    content_id("a", parsed.report.id, "country", alpha3),
                    name,
                    country=alpha3,
                    code=alpha3,
                    kind="country",
                )
            return known[alpha3]

        return actor_of


class Scene:
    """One sentence with everything needed to turn its drafts into events."""

    def __init__(self, parsed: ParsedReport, sentence: Sentence, meaning: Meaning, places: Sequence[Place],
                 dates: Sequence[DateExpression], lexicon: Lexicon, actor_of: CountryActor) -> None:  # fmt: skip
        self._parsed = parsed
        self._s = sentence
        self._meaning = meaning
        self._places = places
        self._dates = dates
        self._lexicon = lexicon
        self._sides = Sides(sentence, meaning, actor_of)
        self._heard = contexts_heard(sentence.text)
        opening = " ".join(x.text for x in parsed.sentences[:OPENING])
        self._crime = criminal(f"{parsed.report.title or ''} {opening}")

    def event(self, draft: Draft) -> Event:
        """The event of a draft."""
        s, lexicon = self._s, self._lexicon
        act = self._act(draft)
        instruments = (
            instruments_of(s, draft.head, lexicon) if draft.type in {"ASSAULT", "PROTEST"} else ()
        )
        modes = tuple(
            dict.fromkeys(
                [
                    *act.modes,
                    *(i.kind for i in instruments if draft.type == "ASSAULT" and i.kind != "other"),
                ]
            )
        )
        of = self._act(draft.of) if draft.of is not None else None
        place = act.place or (of.place if of else None)
        date = act.date or (of.date if of and draft.status == "planned" else None)
        status = dated_status(
            draft.status, date, self._parsed.report, s, draft.head, verbless=draft.nominal
        )
        event = Event(
            id=self._id(draft, act), type=act.type, modes=modes, contexts=act.contexts, cameo=draft.cameo,
            quad=lexicon.quad(act.type), goldstein=lexicon.goldstein(draft.cameo), intensity=lexicon.intensity(act.type, modes),
            status=status, relevant=True, of=of, actors=act.actors, recipients=act.recipients, instruments=instruments,
            place=place, date=date, magnitude=act.magnitude, attribution=None, commitment=commitment_of(status, attributed=False),
            sentence=SentenceRef(s.index, s.text, s.span), trigger=act.trigger, confidence=confidence_of(draft, act, place, date),
            why=Why(draft.entries, draft.env.operators, draft.rejected, draft.notes),
        )  # fmt: skip
        return replace(
            event,
            relevant=is_relevant(event, set(self._heard), crime=self._crime or criminal(s.text)),
        )

    def _act(self, draft: Draft) -> Act:
        s = self._s
        place = self._place(draft) or (self._place(draft.of) if draft.of is not None else None)
        actors, recipients = self._sides.of(draft, place)
        magnitude = (
            magnitude_of(s, draft.head, draft.type)
            if draft.type in {"ASSAULT", "COERCE", "PROTEST", "SANCTION"}
            else Magnitude()
        )
        return Act(
            draft.type, draft.modes, contexts_of(draft, self._heard, self._lexicon), actors, self._spare(recipients, draft),
            place, self._date(draft), magnitude, s.evidence(*draft.trigger),
            self._act(draft.of) if draft.of is not None else None,
        )  # fmt: skip

    def _spare(self, recipients: tuple[Participant, ...], draft: Draft) -> tuple[Participant, ...]:
        """A captured town is the place of the act, not a side in it."""
        if draft.type == "COERCE" and "seize" in draft.modes:
            return tuple(p for p in recipients if p.actor.kind != "place")
        return recipients

    def _place(self, draft: Draft) -> Place | None:
        for h in draft.objects:
            place = self._meaning.place(h)
            if (
                place is not None
                and draft.type in {"COERCE", "ASSAULT", "MOBILIZE", "RETREAT"}
                and place.kind != "country"
            ):
                return place
        found = place_for(self._s, draft.head, self._places)
        if found is not None and draft.type in SPOKEN and self._inside_object(draft, found):
            found = None  # "called off a visit to Tehran" was not called off in Tehran
        others = [draft.carrier, *self._purposes(draft)]
        for head in others:
            if found is None and head is not None:
                found = place_for(self._s, head, self._places)
        return found

    def _inside_object(self, draft: Draft, place: Place) -> bool:
        for o in draft.objects:
            first, last = self._s.edge(o)
            if self._s.cover(first, last).holds(place.span):
                return True
        return False

    def _date(self, draft: Draft) -> DateExpression | None:
        """The act's own day, else that of the verb it leans on."""
        nouns = [o for o in draft.objects if "event" in self._meaning.labels(o)]
        for head in dict.fromkeys((draft.head, draft.trigger[0], draft.carrier, *nouns)):
            found = date_for(self._s, head, self._dates) if head is not None else None
            if found is not None:
                return found
        if draft.env.said is not None and self._ongoing(draft.head):
            return date_for(
                self._s, draft.env.said, self._dates
            )  # "said on Friday that it is advancing"
        return None

    def _purposes(self, draft: Draft) -> list[int]:
        """Infinitives of purpose: what is done to an end is done where the end is."""
        below = children(self._s, draft.head, "advcl", "xcomp")
        return [c for c in below if any(self._s.tokens[a].tag == "TO" for a in self._s.children[c])]

    def _ongoing(self, head: int) -> bool:
        mood = mood_of(self._s, head)
        return mood.progressive and not mood.past

    def _id(self, draft: Draft, act: Act) -> str:
        sides = [[p.span for p in side] for side in (act.actors, act.recipients)]
        return content_id("e", self._parsed.report.id, tuple(act.trigger.span), act.type, sides)
