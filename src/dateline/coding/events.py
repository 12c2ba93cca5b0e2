"""The event coder: sentences in, events out."""

import re
from collections.abc import Sequence

from dateline.coding.aside import accidental, criminal, sporting, warring
from dateline.coding.authority import Authorities, lacks_doer, with_authority
from dateline.coding.discourse import settle
from dateline.coding.drafts import Draft
from dateline.coding.encoder import Encoder
from dateline.coding.interpret import Interpreter
from dateline.coding.meaning import Meaning, Who
from dateline.coding.outcome import merge_outcomes
from dateline.coding.scene import Scene, Story
from dateline.coding.second import second_opinions, worth_asking
from dateline.coding.sides import CountryActor
from dateline.coding.worth import keep
from dateline.knowledge.countries import Countries
from dateline.knowledge.grammar import Grammar
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Actor, DateExpression, Event, ParsedReport, Place, content_id

#: Sentences from the top that say what a report is about.
OPENING = 3
#: A note about an earlier version tells nothing new about the world.
CORRECTION = re.compile(
    r"^(?:correction|clarification|editor'?s note)\b|\b(?:earlier|previous) version of this (?:story|article|report)",
    re.IGNORECASE,
)


class EventCoder:
    """Codes the events of parsed reports; holds no state between them."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar, encoder: Encoder | None = None) -> None:
        """Take the knowledge, and the model for a second opinion (None: do without)."""
        self._lexicon = lexicon
        self._encoder = encoder
        self._grammar = grammar
        self._countries = Countries.load()

    def code(
        self,
        parsed: ParsedReport,
        who: Who,
        places: Sequence[Place],
        dates: Sequence[DateExpression],
        aside: frozenset[int] | None = None,
    ) -> tuple[Event, ...]:
        """Every event of a report, in text order.

        Args:
            parsed: the report with its sentences.
            who: who each noun phrase stands for.
            places: resolved place mentions.
            dates: resolved time expressions.
            aside: indices of the sentences about a game, if they are known already.

        Returns:
            Events without attribution: that comes with the claims (``coding.link``).
        """
        aside = sporting(parsed) if aside is None else aside
        opening = " ".join(s.text for s in parsed.sentences[:OPENING])
        crime = criminal(f"{parsed.report.title or ''} {opening}")
        story = Story(
            parsed, places, dates, self._country_actors(parsed, who), warring(parsed), crime
        )
        readers: list[Interpreter] = []
        for sentence in parsed.sentences:
            if sentence.index not in aside and not CORRECTION.search(sentence.text):
                meaning = Meaning(sentence, who, places, self._lexicon, self._grammar)
                readers.append(Interpreter(sentence, meaning, self._lexicon, self._grammar))
        found = [made for r in readers for made in self._sentence(story, r)]
        if any(_by_nobody(event) for _, _, event in found) and accidental(parsed):
            found = [row for row in found if not _by_nobody(row[2])]
        if self._encoder is not None:
            found = self._checked(found, self._encoder, story)
        return settle(_answered(found, story, who), parsed, dates)

    def _sentence(self, story: Story, reader: Interpreter) -> list[tuple[Scene, Draft, Event]]:
        drafts = merge_outcomes(reader.read(), reader.sentence)
        scene = Scene(story, reader.sentence, reader.meaning, self._lexicon)
        made = [scene.event(d) for d in drafts]
        return [(scene, d, e) for d, e in zip(drafts, made, strict=True) if keep(d, e, made)]

    def _checked(
        self, found: list[tuple[Scene, Draft, Event]], encoder: Encoder, story: Story
    ) -> list[tuple[Scene, Draft, Event]]:
        """The events after the model's second opinion on those that would count."""
        war = self._of_war(story)
        asked = [
            n
            for n, (_, _, event) in enumerate(found)
            if worth_asking(event, conflict=event.sentence.index in war)
        ]
        drafts = [(found[n][0].sentence, found[n][1]) for n in asked]
        for n, draft in zip(asked, second_opinions(encoder, drafts, self._lexicon), strict=True):
            scene, before, _ = found[n]
            if draft is not before:
                found[n] = (scene, draft, scene.event(draft))
        return found

    def _of_war(self, story: Story) -> set[int]:
        """Indices of the sentences of a report of war, but those that tell of an accident and those after them."""
        told = story.parsed.sentences if story.conflict else ()
        words = self._grammar.mishaps
        apart = {s.index for s in told if any(t.lemma.lower() in words for t in s.tokens)}
        return {s.index for s in told if not {s.index, s.index - 1} & apart}

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


def _answered(found: list[tuple[Scene, Draft, Event]], story: Story, who: Who) -> list[Event]:
    """The events, those of an authority that is not named given the one that acts in the passage."""
    if not any(lacks_doer(event, draft) for _, draft, event in found):
        return [event for _, _, event in found]
    authorities = Authorities(story.parsed, who.actors, [event for _, _, event in found])
    made: list[Event] = []
    for scene, draft, event in found:
        speakers = [p.actor for h in draft.env.speaker for p in scene.meaning.participants(h)]
        open_ = lacks_doer(event, draft)
        actor = authorities.behind(event, speakers) if open_ else None
        ordinary = draft.doubted or story.crime or criminal(event.sentence.text)
        made.append(with_authority(event, actor, ordinary=ordinary) if actor is not None else event)
    return made


def _by_nobody(event: Event) -> bool:
    """Whether an attack has no doer: in a report on an accident it is none."""
    return event.type == "ASSAULT" and not event.actors
