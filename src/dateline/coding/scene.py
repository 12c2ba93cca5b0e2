"""One sentence's drafts made events: sides, place, day, figures, standing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.coding.aside import criminal
from dateline.coding.bygone import bygone
from dateline.coding.contexts import contexts_heard, contexts_of
from dateline.coding.drafts import Draft
from dateline.coding.instruments import instruments_of
from dateline.coding.magnitude import magnitude_of
from dateline.coding.meaning import Meaning
from dateline.coding.mood import mood_of
from dateline.coding.relevance import is_relevant
from dateline.coding.sides import CountryActor, Sides
from dateline.coding.standing import (
    SPOKEN,
    TAKEN_FOR_GRANTED,
    commitment_of,
    confidence_of,
    dated_status,
)
from dateline.coding.tree import children
from dateline.knowledge.lexicon import Lexicon
from dateline.records import (
    Act,
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

#: Spoken acts whose place is never whom they are spoken to; acts that hand somebody over; and the words before them.
_VOICED = SPOKEN - {"AGREE"}
_HANDED = frozenset({"COOPERATE"})
_TO, _TO_WHOM = frozenset({"to"}), frozenset({"to", "on", "for", "against", "from"})
#: Labels of people among what is seized, captured or detained.
_PEOPLE = frozenset({"actor", "armed", "civil", "person", "$people", "people", "group", "number"})


@dataclass(frozen=True, slots=True)
class Story:
    """What all sentences of a report share.

    ``conflict`` and ``crime`` say that the report is about an armed or political conflict, about ordinary crime.
    """

    parsed: ParsedReport
    places: Sequence[Place]
    dates: Sequence[DateExpression]
    country_actor: CountryActor
    conflict: bool
    crime: bool


class Scene:
    """One sentence with everything needed to turn its drafts into events."""

    def __init__(
        self, story: Story, sentence: Sentence, meaning: Meaning, lexicon: Lexicon
    ) -> None:
        self._story = story
        self._s = sentence
        self._meaning = meaning
        self._lexicon = lexicon
        self._sides = Sides(sentence, meaning, story.country_actor)
        self._heard = contexts_heard(sentence.text)

    @property
    def sentence(self) -> Sentence:
        """The sentence that the scene plays in."""
        return self._s

    @property
    def meaning(self) -> Meaning:
        """What its phrases mean."""
        return self._meaning

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
        status = dated_status(draft, date, self._story.parsed.report, s)
        if status == "actual" and date is None and of is not None and draft.type in SPOKEN:
            # what was threatened or asked for years ago was threatened or asked for then
            past = dated_status(draft, of.date, self._story.parsed.report, s)
            status = past if past == "historical" else status
        undated = date is None or date.start is None
        if status == "actual" and undated and bygone(s, draft.head, *self._told()):
            status = "historical"
        event = Event(
            id=self._id(act),
            type=act.type,
            modes=modes,
            contexts=act.contexts,
            cameo=draft.cameo,
            quad=lexicon.quad(act.type),
            goldstein=lexicon.goldstein(draft.cameo),
            intensity=lexicon.intensity(act.type, modes),
            status=status,
            relevant=True,
            of=of,
            actors=act.actors,
            recipients=act.recipients,
            instruments=instruments,
            place=place,
            date=date,
            magnitude=act.magnitude,
            attribution=None,
            commitment=commitment_of(status, attributed=False),
            sentence=SentenceRef(s.index, s.text, s.span),
            trigger=act.trigger,
            confidence=confidence_of(draft, act, place, date),
            why=Why(
                draft.entries,
                draft.env.operators,
                draft.rejected,
                (*draft.notes, TAKEN_FOR_GRANTED) if draft.env.told else draft.notes,
            ),
        )
        if draft.doubted:
            return replace(event, relevant=False)
        return replace(
            event,
            relevant=is_relevant(
                event,
                set(self._heard),
                crime=self._story.crime or criminal(s.text),
                conflict=self._story.conflict,
            ),
        )

    def _people(self, draft: Draft) -> bool:
        """Whether anybody is among the objects of an act, or nothing is known of them."""
        known = [self._meaning.labels(o) for o in draft.objects]
        return not known or any(_PEOPLE & labels for labels in known)

    def _act(self, draft: Draft) -> Act:
        s = self._s
        place = self._place(draft) or (self._place(draft.of) if draft.of is not None else None)
        actors, recipients = self._sides.of(draft, place)
        magnitude = (
            magnitude_of(s, draft.head, draft.type, draft.tolls, people=self._people(draft))
            if draft.type in {"ASSAULT", "COERCE", "PROTEST", "SANCTION"}
            else Magnitude()
        )
        return Act(
            draft.type,
            draft.modes,
            contexts_of(draft, self._heard, self._lexicon),
            actors,
            self._spare(recipients, draft),
            place,
            self._date(draft),
            magnitude,
            s.evidence(*draft.trigger),
            self._act(draft.of) if draft.of is not None else None,
        )

    def _told(self) -> tuple[ParsedReport, Sequence[DateExpression]]:
        return self._story.parsed, self._story.dates

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
        found = place_for(self._s, draft.head, self._story.places)
        spoken = draft.type in SPOKEN
        if found is not None and spoken and self._inside_object(draft, found):
            found = None  # "called off a visit to Tehran" was not called off in Tehran
        if found is not None and self._addressed(draft, found):
            found = None
        purposes = [] if spoken else self._purposes(draft)  # what is asked for is done elsewhere
        others = [draft.carrier, *purposes, *draft.tolls]
        for head in others:
            if found is None and head is not None:
                found = place_for(self._s, head, self._story.places)
        return found

    def _addressed(self, draft: Draft, place: Place) -> bool:
        """Whether a place is only to whom or on whom something is spoken or handed: "turned to Russia"."""
        if draft.type not in _VOICED | _HANDED:
            return False
        inside = [t for t in self._s.tokens if place.span.start <= t.start < place.span.end]
        tops = [t for t in inside if t.dep == "pobj"]
        wanted = _TO if draft.type in _HANDED else _TO_WHOM
        return any(self._s.tokens[t.head].lower in wanted for t in tops)

    def _inside_object(self, draft: Draft, place: Place) -> bool:
        for o in draft.objects:
            first, last = self._s.edge(o)
            if self._s.cover(first, last).holds(place.span):
                return True
        return False

    def _date(self, draft: Draft) -> DateExpression | None:
        """The act's own day, else that of the verb it leans on."""
        nouns = [o for o in draft.objects if "event" in self._meaning.labels(o)]
        for head in dict.fromkeys(
            (draft.head, draft.trigger[0], draft.carrier, *nouns, *draft.tolls)
        ):
            found = date_for(self._s, head, self._story.dates) if head is not None else None
            if found is not None:
                return found
        promised = (
            draft.type in SPOKEN and draft.of is not None
        )  # "said on Sunday that it would not sign"
        if draft.env.said is not None and (promised or self._ongoing(draft.head)):
            return date_for(
                self._s, draft.env.said, self._story.dates
            )  # "said on Friday that it is advancing"
        return None

    def _purposes(self, draft: Draft) -> list[int]:
        """Infinitives of purpose: what is done to an end is done where the end is."""
        below = children(self._s, draft.head, "advcl", "xcomp")
        return [c for c in below if any(self._s.tokens[a].tag == "TO" for a in self._s.children[c])]

    def _ongoing(self, head: int) -> bool:
        mood = mood_of(self._s, head)
        return mood.progressive and not mood.past

    def _id(self, act: Act) -> str:
        sides = [[p.span for p in side] for side in (act.actors, act.recipients)]
        return content_id(
            "e", self._story.parsed.report.id, tuple(act.trigger.span), act.type, sides
        )
