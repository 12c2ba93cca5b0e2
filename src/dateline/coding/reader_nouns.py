"""Act nouns: "held talks", "the army's refusal to leave", "Friday's demonstration"."""

from dataclasses import replace

from dateline.coding.drafts import Draft, Env
from dateline.coding.frames import Frame
from dateline.coding.match import match_noun
from dateline.coding.mood import Mood
from dateline.coding.reader_modal import ModalReader
from dateline.coding.tree import child, children, conjuncts, is_verb
from dateline.knowledge.lexicon import Entry

#: A verb further than this from its act noun is left out of the trigger.
NEAR = 6
#: Phrases of a verb of happening that belong to the act noun before it.
LENT = frozenset({"between", "among", "against", "with"})
#: Operator nouns that are acts by themselves when somebody owns them ("the army's refusal to leave").
STANDING = frozenset({"refuse", "request", "threaten", "commit", "attempt"})


class NounReader(ModalReader):
    """Adds the reading of nouns that name acts."""

    def _through_noun(self, frame: Frame, mood: Mood, env: Env) -> list[Draft]:
        """Light verbs ("held talks") and verbs of happening ("talks began"): the act is the noun's."""
        light = frame.lemma in self._lexicon.light or frame.word in self._lexicon.light
        objects = frame.objects if light or self._wants(frame) else ()
        for o in objects:
            found = self._noun_act(o, env, frame)
            if found:
                return [made for d in found if (made := self._by_modal(d, frame, mood, env))]
        if frame.word in self._lexicon.happen or frame.lemma in self._lexicon.happen:
            ahead = env.also(
                planned=env.planned or mood.future or (mood.would and bool(env.speaker))
            )
            words = {frame.word, frame.lemma}
            if mood.negated and not words & self._grammar.befalling:
                mood = replace(mood, negated=False)  # "the blast did not kill anybody": it went off
            for h in frame.subjects:
                found = self._noun_act(h, self._moved(ahead, mood), None, frame)
                if found:
                    return self._told_by(frame, found)
        return self._existing(frame, mood, env)

    def _existing(self, frame: Frame, mood: Mood, env: Env) -> list[Draft]:
        """Such as "there was no shelling", "there have been talks": the act is the noun's."""
        if frame.lemma != "be" or child(self._s, frame.head, "expl") is None:
            return []
        there_is = children(self._s, frame.head, "attr", "nsubj", "dobj")
        found = [d for h in there_is for d in self._noun_act(h, self._moved(env, mood), None)]
        return self._told_by(frame, found)

    def _told_by(self, frame: Frame, drafts: list[Draft]) -> list[Draft]:
        """Acts of nouns with the verb that says of them that they were."""
        return [replace(d, carrier=frame.head) if d.carrier is None else d for d in drafts]

    def _wants(self, frame: Frame) -> bool:
        return any(
            frame.word in e.light
            for o in frame.objects
            for e in self._lexicon.nouns(self._s.tokens[o].lemma.lower())
        )

    def _noun_act(
        self, h: int, env: Env, light: Frame | None, happens: Frame | None = None
    ) -> list[Draft]:
        """The act that noun phrase ``h`` names, conjuncts too.

        Args:
            h: head of the noun phrase.
            env: its surroundings.
            light: the verb that carries it ("held talks").
            happens: the verb that it is the subject of ("clashes broke out"), whose phrases are also its own.
        """
        found: list[Draft] = []
        for head in conjuncts(self._s, h):
            inner = self._meaning.inside(head)
            for at in (head, inner):
                if at is None or at in self._used:
                    continue
                here = env.also(negated=True) if self._none_of(at) else env
                drafts = self._operator_noun(at, here, light) or self._plain_noun(
                    at, here, light, happens
                )
                if drafts:
                    found.extend(drafts)
                    break
        return found

    def _none_of(self, h: int) -> bool:
        """Such as "no deliveries", below a verb that is not negated with it."""
        governed = self._s.tokens[h].dep in {"dobj", "pobj", "attr"}
        return governed and any(self._s.tokens[c].lower == "no" for c in self._s.children[h])

    def _operator_noun(self, h: int, env: Env, light: Frame | None) -> list[Draft]:
        """Such as "attempt to seize", "refusal to sign", "call for talks": the noun works as its verb does."""
        s = self._s
        op = self._lexicon.operator("n", s.tokens[h].lemma.lower())
        if op is None or self._in_order(h):
            return []
        noun = self._frames.noun(h)
        owners = self._whose(h, noun) or (light.subjects if light else ())
        if op.ahead and light is not None and light.lemma in self._grammar.obeying:
            op = replace(op, kind="due", ahead=False)  # "have orders to arrest him"
        clauses = {"xcomp": noun.clauses.get("acl", ()), "ccomp": noun.clauses.get("ccomp", ())}
        preps = {
            p: hs
            for p, hs in noun.preps.items()
            if p in {"for", "of", "to", "on", "against", "over"}
        }
        gerunds = noun.gerunds
        if (
            not any(clauses.values())
            and not gerunds
            and not any(self._is_event(x) for hs in preps.values() for x in hs)
        ):
            return []
        frame = Frame(
            h,
            s.tokens[h].lemma.lower(),
            "",
            passive=False,
            subjects=owners,
            clauses=clauses,
            preps=preps,
            gerunds=gerunds,
            objects=tuple(x for p in ("of", "on") for x in preps.get(p, ()) if self._is_event(x)),
        )
        self._used.add(h)
        found = self._operate(op, frame, Mood(), env) or []
        carrier = light.head if light is not None else None
        return [replace(d, carrier=d.carrier if d.carrier is not None else carrier) for d in found]

    def _in_order(self, h: int) -> bool:
        """Such as "in order to keep it quiet": no order."""
        return h > 0 and (self._s.tokens[h - 1].lower, self._s.tokens[h].lower) == ("in", "order")

    def _whose(self, h: int, noun: Frame) -> tuple[int, ...]:
        """Who refuses, promises, fails: "its refusal", "a bid by Oman", "the refusal of Oman to sign"."""
        owners = tuple(self._frames.owners(h))
        if owners or not noun.clauses.get("acl"):
            return owners
        return tuple(x for x in noun.preps.get("of", ()) if "actor" in self._meaning.labels(x))

    def _plain_noun(
        self, h: int, env: Env, light: Frame | None, happens: Frame | None = None
    ) -> list[Draft]:
        if happens is not None:  # "clashes broke out between police and rebels"
            happens = replace(
                happens, preps={p: hs for p, hs in happens.preps.items() if p in LENT}
            )
        carrier = light if light is not None else happens
        entry = match_noun(
            h, self._s, self._meaning, self._lexicon, under=env.under, carrier=carrier
        )
        if entry is None or (entry.carried and light is None):
            return []
        self._used.add(h)
        frame = self._frames.noun(h)
        if happens is not None:
            frame = replace(frame, preps={**happens.preps, **frame.preps})
        actors, recipients = self._noun_sides(h, entry, frame, light)
        near = light is not None and light.head < h and h - light.head < NEAR
        trigger = (light.head, h) if light is not None and near else (h, h)
        draft = Draft(
            h,
            trigger,
            entry.type,
            entry.modes,
            entry.cameo,
            actors,
            recipients,
            env,
            (entry.id,),
            frame=frame,
            nominal=True,
            carrier=light.head if light is not None else self._joined(h),
        )
        return [self._with_status(draft, Mood(), self._noun_mood(h, env))]

    def _noun_mood(self, h: int, env: Env) -> Env:
        """What an adjective says of the act: "planned talks", "alleged attack", "failed coup"."""
        for c in self._s.children[h]:
            mood = self._grammar.noun_moods.get(self._s.tokens[c].lower)
            if mood in {"planned", "alleged"}:
                return env.also(**{mood: True}, hypothetical=False)
            if mood is not None:
                return env.also(**{mood: True})
        return env.also(hypothetical=True) if self._covered(h) else env

    def _covered(self, h: int) -> bool:
        """Whether a treaty or a law is said to be for such acts: "the pact covers attacks on ships"."""
        s = self._s
        above = s.tokens[s.tokens[h].head]
        if above.dep == "prep" and above.lower == "to":
            above = s.tokens[above.head]
        if above.lemma.lower() not in self._grammar.covering or s.tokens[h].dep not in {
            "dobj",
            "pobj",
        }:
            return False
        subjects = (s.tokens[c] for c in s.children[above.i] if s.tokens[c].dep == "nsubj")
        return any(t.lemma.lower() in self._grammar.topical for t in subjects)

    def _noun_sides(
        self, h: int, entry: Entry, frame: Frame, light: Frame | None
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Actors and recipients of an event noun from its own phrase and the verb that carries it."""
        of = frame.preps.get("of", ())
        actors: list[int] = []
        for role in entry.actor:
            if role == "light":
                actors += self._carried(h, light) if not actors else ()
            elif role == "poss":
                taken = (
                    "poss" in entry.recipient and not of
                )  # "the mayor's arrest", but "Iran's detention of activists"
                actors += (
                    self._modifiers(h) if taken else self._frames.owners(h) + self._modifiers(h)
                )
            else:
                actors += frame.preps.get(role, ())
        if entry.of == "actor" and of:
            actors = list(of)
        if entry.of == "both":
            actors = actors or list(of)
        mutual = entry.of == "both" or entry.recipient == () or "with" in entry.actor
        if mutual:
            actors += [x for p in ("between", "with", "among") for x in frame.preps.get(p, ())]
            actors += light.preps.get("with", ()) if light is not None else ()
            alone = len(set(actors)) == 1
            actors = [*self._attending(h), *actors] if alone else actors
        recipients = self._noun_recipients(h, entry, frame, light)
        actors = list(dict.fromkeys(actors))
        return tuple(actors), tuple(x for x in dict.fromkeys(recipients) if x not in actors)

    def _noun_recipients(
        self, h: int, entry: Entry, frame: Frame, light: Frame | None
    ) -> list[int]:
        if entry.of == "recipient" and frame.preps.get("of"):
            return list(frame.preps["of"])
        for role in entry.recipient:
            if role == "poss":
                heads = children(self._s, h, "poss")
            elif role == "iobj":
                heads = list(light.iobjs) if light is not None else []
            else:
                heads = list(frame.preps.get(role, ())) or list(
                    light.preps.get(role, ()) if light is not None else ()
                )
            if any(
                "actor" in self._meaning.labels(x) or self._meaning.participants(x) for x in heads
            ):
                return heads
        return list(light.iobjs) if light is not None else []

    def _carried(self, h: int, light: Frame | None) -> tuple[int, ...]:
        """Who does the act: the subject of the verb that carries it, or who is responsible for it."""
        if light is not None:
            return light.subjects
        verb = self._joined(h)
        return self._frames.verb(verb).subjects if verb is not None else self._responsible(h)

    def _responsible(self, h: int) -> tuple[int, ...]:
        """Such as "a group responsible for a string of attacks", "the army was behind the raid"."""
        s, at = self._s, h
        while s.tokens[at].dep == "pobj" and s.tokens[s.tokens[at].head].lower == "of":
            at = s.tokens[s.tokens[at].head].head
        prep = s.tokens[s.tokens[at].head]
        holder = s.tokens[prep.head]
        if prep.lower == "for" and holder.lower in self._grammar.responsible:
            above = s.tokens[holder.head]
            if not is_verb(above):
                return (above.i,)
            frame = self._frames.verb(above.i)
            return (
                frame.objects if above.lemma == "hold" else frame.subjects
            )  # "holds it responsible"
        if prep.lower == "behind" and holder.lemma == "be":
            return self._frames.verb(holder.i).subjects
        return ()

    def _joined(self, h: int) -> int | None:
        """The verb of "led them in rebellion", "took part in attacks"."""
        prep = self._s.tokens[h].head
        verb = self._s.tokens[prep].head
        named = self._s.tokens[verb].lemma.lower() in self._grammar.joining
        return verb if named and self._s.tokens[prep].lower == "in" else None

    def _attending(self, h: int) -> tuple[int, ...]:
        """Who else was at a meeting: "X said so during a meeting with Y"."""
        prep = self._s.tokens[h].head
        verb = self._s.tokens[prep].head
        if (
            self._s.tokens[verb].dep == "dobj"
        ):  # hung on the object: "reiterated the position during a meeting"
            verb = self._s.tokens[verb].head
        if self._s.tokens[prep].lower in {"during", "in", "at", "after", "following"} and is_verb(
            self._s.tokens[verb]
        ):
            return self._frames.verb(verb).subjects
        return ()

    def _standing_noun(self, h: int) -> list[Draft]:
        """An event noun outside any operator; what is not tied to a side, a day or a place falls later."""
        return self._plain_noun(h, self._above.env(h), None)

    def _stands(self, h: int) -> bool:
        """Whether a noun is an operator that somebody owns ("the army's refusal to leave")."""
        op = self._lexicon.operator("n", self._s.tokens[h].lemma.lower())
        return (
            op is not None
            and op.kind in STANDING
            and self._s.tokens[h].pos == "NOUN"
            and bool(self._whose(h, self._frames.noun(h)))
        )
