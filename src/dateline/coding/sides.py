"""The two sides of an act, and what stands in for a side that the grammar does not name.

Users of older coders complain most of objects taken for targets; so a stand-in is taken only from
places where the language itself puts the other side: the owner of the object ("rejected Oman's
offer"), the purpose of a protest, a phrase with a preposition of aim, and last the country in which
the act takes place, which is marked ``inferred``.
"""

from collections.abc import Callable

from dateline.coding.drafts import Draft
from dateline.coding.meaning import ACTORS, Meaning
from dateline.coding.roles import at_sea, participants
from dateline.coding.tree import children, conjuncts
from dateline.knowledge.countries import Countries
from dateline.records import Actor, Participant, Place, Sentence, content_id

#: Types whose other side may be an object or a building.
ON_THINGS = frozenset({"ASSAULT", "COERCE", "PROTEST"})
#: Prepositions that aim an act at somebody, in the order in which they are tried: force, and words.
FORCE = ("against", "at", "on", "toward", "towards", "into")
WORDS = ("against", "with", "to", "toward", "towards", "at", "from", "on", "over", "for")
FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
#: Types in which an act inside a country is an act toward it or its people.
TOWARD_PLACE = frozenset(
    {
        "CONSULT",
        "AID",
        "COERCE",
        "CONCEDE",
        "MOBILIZE",
        "SANCTION",
        "PROTEST",
        "THREATEN",
        "SUPPORT",
        "RETREAT",
        "ASSAULT",
    }
)
#: Types that bodies of one country do toward their own people when nobody else is named.
DOMESTIC = frozenset({"PROTEST", "COERCE", "CONCEDE", "THREATEN"})

#: What is moved, withdrawn or given, and so no side.
MOVED = frozenset({"$force", "$weapon", "$warcraft", "$aid", "$money", "$vehicle"})
#: What flies over lands that are not its own.
ALOFT = frozenset({"$aircraft", "$drone"})
#: Verbs of those who meet, wherever they do.
MEETING = frozenset({"meet", "gather", "convene", "speak", "talk", "address", "attend", "chair"})
#: Armed groups that fight their own state.
REBEL = frozenset({"REB", "UAF"})

#: Codes of bodies that rule over no people of their own.
BODIES_OF_NATIONS = frozenset({"UNO", "IGO", "EUR", "NGO"})
#: What a threat hangs on.
IF = frozenset({"if", "unless"})

#: Pronouns that speak of the speaker when nobody else fits.
ITSELF = frozenset({"it", "he", "she", "they", "we", "i"})


CountryActor = Callable[[str], Actor]


class Sides:
    """Finds the sides of one sentence's drafts."""

    def __init__(self, sentence: Sentence, meaning: Meaning, country_actor: CountryActor) -> None:
        self._s = sentence
        self._meaning = meaning
        self._country_actor = country_actor

    def of(
        self, draft: Draft, place: Place | None
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Actors and recipients of a draft whose act took place at ``place``."""
        actors = participants(draft.actors, self._s, self._meaning)
        if not actors and draft.frame is not None and not draft.nominal:
            suffers = set(draft.recipients) & set(draft.frame.subjects)  # "survived the attack"
            behind = () if suffers else self._behind(draft.frame.subjects)
            actors = behind or self._speaking_of_itself(draft)
        actors = self._others_than_the_act(draft, actors)
        ids = {p.actor.id for p in actors}
        recipients = participants(
            tuple(h for h in draft.recipients if not at_sea(self._meaning, h)),
            self._s,
            self._meaning,
            things=draft.type in ON_THINGS,
            judged=draft.type in {"ACCUSE", "SUPPORT"},
            about=draft.type not in {"COERCE", "ASSAULT", "SANCTION"},
        )
        recipients = tuple(p for p in recipients if p.actor.id not in ids)
        if draft.type in {"MOBILIZE", "RETREAT"} and "release" not in draft.modes:
            # The forces moved are no other side; soldiers set free are.
            own = self._meaning_ids(
                tuple(o for o in draft.objects if MOVED & self._meaning.labels(o))
            )
            recipients = tuple(p for p in recipients if p.actor.id not in own)
        known = any(p.actor.kind in ACTORS or p.actor.country for p in recipients)
        mutual = len(actors) > 1
        if not known and not mutual:
            recipients = (*recipients, *self._stand_in(draft, actors, place))
        return actors, recipients

    def _others_than_the_act(
        self, draft: Draft, found: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """Without the act noun itself: "any criminal prosecution", "joint patrols" do nothing."""
        if not draft.nominal:
            return found
        end = self._s.tokens[draft.head].end
        return tuple(p for p in found if p.span is None or p.span.end != end)

    def _behind(self, heads: tuple[int, ...]) -> tuple[Participant, ...]:
        """Whose the thing is that did it: "British aircraft", "rebel rockets"."""
        found: dict[str, Participant] = {}
        before = {"poss", "amod", "compound", "nmod"}
        for h in heads:
            own = [c for c in self._s.children[h] if self._s.tokens[c].dep in before and c < h]
            for c in (x for o in own for x in conjuncts(self._s, o) if x < h):
                people = [p for p in self._meaning.participants(c) if p.actor.kind in ACTORS]
                place = self._meaning.country(c)
                if not people and place is not None and place.country:
                    actor = self._country_actor(place.country)
                    people = [Participant(actor, place.text, place.span)]
                for p in people:
                    made = self._force(h, p)
                    found.setdefault(made.actor.id, made)
        return tuple(found.values())

    def _force(self, h: int, owner: Participant) -> Participant:
        """The armed force that a country's craft are: "Turkish warplanes" are Turkey's military, not its government."""
        thing = next(
            (p.actor for p in self._meaning.participants(h) if p.actor.kind == "thing"), None
        )
        armed = thing is not None and "MIL" in thing.sectors
        if not armed or owner.actor.kind != "country" or not owner.actor.country:
            return owner
        words = self._s.evidence(self._s.edge(h)[0], h)
        actor = Actor(
            content_id("a", owner.actor.id, "MIL"),
            words.text,
            country=owner.actor.country,
            sectors=("MIL",),
            code=f"{owner.actor.country}MIL",
            kind="group",
            mentions=(words.span,),
        )
        return Participant(actor, words.text, words.span)

    def _speaking_of_itself(self, draft: Draft) -> tuple[Participant, ...]:
        """Such as "Syria says it is willing ...": an unresolved pronoun below a verb of saying is the speaker."""
        subjects = draft.frame.subjects if draft.frame is not None else ()
        passive = draft.frame is not None and draft.frame.passive
        # "said the plan fell short and carried out strikes", but not "said two were seized and beaten"
        joined = self._s.tokens[draft.head].dep == "conj" and not passive
        if not draft.env.speaker or not (
            joined or any(self._s.tokens[h].lower in ITSELF for h in subjects)
        ):
            return ()
        return participants(draft.env.speaker, self._s, self._meaning)

    def _stand_in(
        self, draft: Draft, actors: tuple[Participant, ...], place: Place | None
    ) -> tuple[Participant, ...]:
        mine = {p.actor.id for p in actors}
        if draft.of is not None:
            inner = tuple(p for p in self.of(draft.of, place)[1] if p.actor.id not in mine)
            if inner:
                return inner

        def others(found: tuple[Participant, ...]) -> tuple[Participant, ...]:
            return tuple(p for p in found if p.actor.id not in mine and p.actor.kind in ACTORS)

        objects = tuple(
            o for o in draft.objects if not MOVED & self._meaning.labels(o) and not self._own(o)
        )
        town = self._named_by_town(draft, {p.actor.country for p in actors})
        if town:
            return town
        for heads in (
            self._addressed(draft),
            objects,
            self._purpose(draft),
            self._aimed(draft),
        ):
            judged = draft.type in {"ACCUSE", "SUPPORT"}
            about = draft.type not in {"COERCE", "ASSAULT", "SANCTION"}
            found = others(participants(heads, self._s, self._meaning, judged=judged, about=about))
            if found:
                return found
        aloft = any(ALOFT & self._meaning.labels(o) for o in objects)
        if aloft and draft.type == "ASSAULT":  # whose it is, not over whose land it flew
            return tuple(p for p in self._behind(objects) if p.actor.id not in mine)
        return self._inferred(draft, actors, place)

    def _named_by_town(self, draft: Draft, own: set[str | None]) -> tuple[Participant, ...]:
        """The state whose town stands where the other side should: "recalled its ambassador from Lima"."""
        if draft.type != "SANCTION":
            return ()
        places = [self._meaning.place(h) for h in draft.recipients]
        return tuple(
            Participant(self._country_actor(p.country), p.text, p.span, inferred=True)
            for p in places
            if p is not None and p.country and p.country not in own
        )

    def _addressed(self, draft: Draft) -> tuple[int, ...]:
        """Whom a protest defies ("in defiance of"), whom a threat is for ("if Poland deploys missiles")."""
        if draft.frame is None:
            return ()
        s = self._s
        if draft.type == "PROTEST":
            defied = [h for h in draft.frame.preps.get("in", ()) if s.tokens[h].lower == "defiance"]
            of = [p for h in defied for p in children(s, h, "prep") if s.tokens[p].lower == "of"]
            return tuple(x for p in of for o in children(s, p, "pobj") for x in conjuncts(s, o))
        if draft.type != "THREATEN":
            return ()
        clauses = [c for i in s.subtree(draft.head) for c in children(s, i, "advcl")]
        bound = [c for c in clauses if any(s.tokens[m].lower in IF for m in children(s, c, "mark"))]
        doers = [x for c in bound for x in children(s, c, "nsubj", "agent")]
        return tuple(x for x in doers if "state" in self._meaning.labels(x))

    def _own(self, o: int) -> bool:
        """Such as "its ambassador": what the doer calls its own is no other side."""
        return any(self._s.tokens[c].tag == "PRP$" for c in children(self._s, o, "poss"))

    def _meaning_ids(self, heads: tuple[int, ...]) -> set[str]:
        return {p.actor.id for h in heads for p in self._meaning.participants(h)}

    def _purpose(self, draft: Draft) -> tuple[int, ...]:
        """Whom a protest's demand addresses, or force is used on: actors in the clause of purpose."""
        if draft.type not in {"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"} or draft.frame is None:
            return ()
        s = self._s
        verbs = [draft.frame.head] + ([s.tokens[draft.head].head] if draft.nominal else [])
        below = [
            c for v in verbs for c in children(s, v, "advcl", "xcomp", "acl") if c > draft.head
        ]
        tops = [c for c in below if any(s.tokens[a].tag == "TO" for a in s.children[c])]
        tops = [c for c in tops if s.tokens[c].lemma.lower() not in self._meaning.grammar.friendly]
        return tuple(
            i
            for c in tops
            for i in s.subtree(c)
            if s.tokens[i].dep in {"dobj", "pobj", "poss"} and s.tokens[i].pos in {"NOUN", "PROPN"}
        )

    def _aimed(self, draft: Draft) -> tuple[int, ...]:
        if draft.frame is None:
            return ()
        aim = FORCE if draft.type in FORCEFUL else WORDS
        near = [draft.frame.preps.get(p, ()) for p in aim]
        return tuple(
            h
            for heads in near
            for h in heads
            if (self._meaning.place(h) is None or "actor" in self._meaning.labels(h))
            and "$deployment" not in self._meaning.labels(h)  # "consent to the dispatch of troops"
        )

    def _inferred(
        self, draft: Draft, actors: tuple[Participant, ...], place: Place | None
    ) -> tuple[Participant, ...]:
        """The country of the place, when not the actor's own; its own for acts of rule and protest."""
        if draft.type not in TOWARD_PLACE or not actors or draft.of is not None:
            return ()
        if draft.type == "CONSULT" and self._s.tokens[draft.head].lemma.lower() in MEETING:
            return ()  # who met in Luanda did not meet Angola
        at_home = draft.type in DOMESTIC or (
            draft.type == "ASSAULT" and all(set(p.actor.sectors) & REBEL for p in actors)
        )
        if place is not None and (place.kind == "water" or self._off(place)):
            return ()  # "seized a boat off Somalia" is nothing done to Somalia
        own = {p.actor.country for p in actors if p.actor.country}
        country = place.country if place is not None else None
        if (
            country is None
            and draft.type in DOMESTIC
            and len(own) == 1
            and not own & BODIES_OF_NATIONS
            and not any(p.actor.kind == "country" for p in actors)
        ):
            country = next(iter(own))
        if country is None or (country in own and not at_home) or _in_dispute(place):
            return ()
        if any(p.actor.kind == "country" and p.actor.country == country for p in actors):
            return ()
        said = place if place is not None and place.country == country else None
        return (
            Participant(
                self._country_actor(country),
                said.text if said else None,
                said.span if said else None,
                inferred=True,
            ),
        )

    def _off(self, place: Place) -> bool:
        """Whether a place only tells off which coast something was."""
        if place.span is None:
            return False
        before = " ".join(t.lower for t in self._s.tokens if t.end <= place.span.start)
        return before.endswith((" off", " off the", " off the coast of"))


def _in_dispute(place: Place | None) -> bool:
    """Whether others than the state it is filed under run a place."""
    form = Countries.load().by_name(place.name) if place is not None and place.name else None
    return form is not None and form.area is not None
