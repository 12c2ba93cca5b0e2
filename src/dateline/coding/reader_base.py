"""What all steps of reading a sentence share: its frames, what is used up, how a draft is made."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.coding.drafts import Draft, Env
from dateline.coding.frames import Frame, FrameBuilder
from dateline.coding.meaning import Meaning
from dateline.coding.mood import Mood
from dateline.coding.surroundings import Surroundings
from dateline.coding.tree import child, is_verb
from dateline.knowledge.grammar import Grammar
from dateline.knowledge.lexicon import Composed, Lexicon, Operator
from dateline.records import Sentence

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"})
#: Heads of noun phrases, token positions.
Heads = tuple[int, ...]
#: A particle further from its verb than this is left out of the trigger.
BESIDE = 2
#: How modifiers hang before a noun.
BEFORE = frozenset({"amod", "compound", "nmod"})


class Reader:
    """One sentence being read; what an operator or the lexicon has read is marked as used."""

    def __init__(
        self, sentence: Sentence, meaning: Meaning, lexicon: Lexicon, grammar: Grammar
    ) -> None:
        self._s = sentence
        self._meaning = meaning
        self._lexicon = lexicon
        self._grammar = grammar
        self._frames = FrameBuilder(sentence, grammar, lambda h: "$people" in meaning.labels(h))
        self._above = Surroundings(sentence, lexicon, grammar)
        self._used: set[int] = set()
        self._types: dict[int, str] = {}
        self._deep = 0

    def _moved(self, env: Env, mood: Mood) -> Env:
        """The surroundings below a clause, its own mood added."""
        return env.also(
            hypothetical=env.hypothetical
            or mood.possible
            or mood.condition
            or mood.obliged
            or (mood.would and not env.planned),
            negated=env.negated != mood.negated if mood.negated else env.negated,
        )

    def _draft(
        self,
        frame: Frame,
        coding: Composed,
        sides: tuple[Heads, Heads],
        env: Env,
        entries: tuple[str, ...],
        of: Draft | None = None,
    ) -> Draft:
        """A draft on a frame: its trigger is the frame's head with its particle, each side named once."""
        last = frame.head
        particle = child(self._s, frame.head, "prt")
        if particle is not None and frame.head < particle <= frame.head + BESIDE:
            last = particle
        actors, recipients = (  # no act does itself: "any criminal prosecution"
            tuple(h for h in dict.fromkeys(side) if h != frame.head) for side in sides
        )
        return Draft(
            frame.head,
            (frame.head, last),
            coding.type,
            coding.modes,
            coding.cameo,
            actors,
            recipients,
            env,
            entries,
            objects=frame.objects,
            frame=frame,
            of=of,
        )

    def _with_status(self, draft: Draft, mood: Mood, env: Env, of: Draft | None = None) -> Draft:
        moved = self._moved(env, mood)
        return replace(draft, status=moved.status(), of=of or draft.of)

    def _same(self, a: Iterable[int], b: Iterable[int]) -> bool:
        """Whether two lists of heads share a word or an actor."""
        a, b = list(a), list(b)
        if set(a) & set(b):
            return True
        ids = {p.actor.id for h in a for p in self._meaning.participants(h)}
        countries = {
            p.actor.country for h in a for p in self._meaning.participants(h) if p.actor.country
        }
        for h in b:
            token = self._s.tokens[h]
            if token.lower in {"it", "he", "she", "they", "we", "i"}:
                return True
            for p in self._meaning.participants(h):
                if p.actor.id in ids or (p.actor.country in countries and p.actor.country):
                    return True
        return False

    def _is_event(self, h: int) -> bool:
        if self._s.tokens[h].ent in {"ORG", "PERSON", "NORP"} and self._s.tokens[h].pos == "PROPN":
            return False  # "Amnesty International" is no amnesty
        lemma = self._s.tokens[h].lemma.lower()
        if self._lexicon.nouns(lemma) or self._lexicon.operator("n", lemma):
            return True
        return any(self._lexicon.nouns(phrase) for phrase in self._meaning.compound(h))

    def _infinitive(self, c: int) -> bool:
        return is_verb(self._s.tokens[c]) and any(
            self._s.tokens[a].tag == "TO" for a in self._s.children[c] if a < c
        )

    def _modifiers(self, h: int) -> list[int]:
        """Nationalities and groups before the noun: "Israeli air strikes", "US Predator attacks"."""
        s = self._s
        near = [c for c in s.children[h] if c < h and s.tokens[c].dep in BEFORE]
        near += [x for c in near for x in s.children[c] if x < c and s.tokens[x].dep in BEFORE]
        return [c for c in sorted(near) if self._acts(c)]

    def _acts(self, h: int) -> bool:
        """Whether a modifier can be the doer: a country, an armed body, a group; not "clinic" in "clinic bombing"."""
        if self._s.tokens[h].lower == "criminal":
            return False  # "criminal prosecution": of crimes, not by criminals
        labels = self._meaning.labels(h)
        doer = {"armed", "group"} & labels or any(
            p.actor.kind == "country" for p in self._meaning.participants(h)
        )
        return bool(doer or ("state" in labels and "$facility" not in labels))

    def _addressed(self, frame: Frame) -> list[int]:
        found = [h for h in frame.objects if "actor" in self._meaning.labels(h)] + list(frame.iobjs)
        for p in ("on", "upon", "to", "from", "with"):
            found += [h for h in frame.preps.get(p, ()) if "actor" in self._meaning.labels(h)]
        return list(dict.fromkeys(found))

    # what later steps add

    def _predicate(self, i: int, env: Env) -> list[Draft]:
        """Acts that verb ``i`` and whatever it governs tell of."""
        raise NotImplementedError

    def _operate(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> list[Draft] | None:
        """Acts under an operator; None when it governs no act and may be an ordinary verb."""
        raise NotImplementedError
