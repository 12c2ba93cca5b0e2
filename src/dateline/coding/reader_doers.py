"""Who did it, where the doer stands in a phrase: "killed in army shelling", "attacks that killed nine"."""

from dateline.coding.drafts import Env
from dateline.coding.frames import Frame
from dateline.coding.match import match_noun
from dateline.coding.reader_operators import OperatorReader
from dateline.coding.tree import children
from dateline.knowledge.lexicon import Composed, Entry

#: Verbs of coming, and of moving that say so with "in".
LANDING = frozenset({"arrive", "land", "disembark"})
MOVING = frozenset({"fly", "come", "move", "pour", "rush", "sail", "march", "roll", "drive"})
#: Verbs of coming into a place, and of giving it up to those who come.
ARRIVING = frozenset({"enter", "reach"})
HANDING = frozenset({"give", "hand", "cede", "return", "transfer", "surrender", "relinquish"})


class DoerReader(OperatorReader):
    """Adds doers behind act nouns."""

    def _struck(self, h: int) -> bool:
        """Whether a noun is what an attack hit, and not who attacked: "the bombing of a clinic that killed two"."""
        prep = self._s.tokens[self._s.tokens[h].head]
        above = self._s.tokens[prep.head].lemma.lower()
        attacks = any(e.type == "ASSAULT" for e in self._lexicon.nouns(above))
        return (
            self._s.tokens[h].dep == "pobj" and prep.lower in {"of", "on", "at", "in"} and attacks
        )

    def _through_subject(self, frame: Frame) -> tuple[int, ...]:
        """Who stands behind an act noun that is the subject ("a group responsible for attacks that killed ...")."""
        for h in frame.subjects:
            for entry in self._lexicon.nouns(self._s.tokens[h].lemma.lower())[:1]:
                return self._noun_sides(h, entry, self._frames.noun(h), None)[0]
        return ()

    def _through_phrase(
        self, entry: Entry, frame: Frame, actors: tuple[int, ...], coding: Composed
    ) -> tuple[tuple[int, ...], Composed]:
        """Who stands behind the act in a phrase that the entry asks for: "killed in army shelling of the camp"."""
        for prep in entry.prep:
            for h in frame.preps.get(prep, ()):
                act = match_noun(h, self._s, self._meaning, self._lexicon)
                if act is None or act.type != coding.type:
                    continue
                doers = self._noun_sides(h, act, self._frames.noun(h), None)[0]
                if act.modes and not coding.modes:
                    coding = Composed(act.type, act.cameo, act.modes)
                return actors or doers, coding
        return actors, coding

    def _habit(self, frame: Frame) -> bool:
        """Whether an offer is a standing one: "the government offers loans to farmers."; headlines tell news."""
        s = self._s
        told = s.tokens[frame.head]
        prose = s.text.rstrip("\"'\u201d\u2019) \n").endswith(".")
        if frame.lemma != "offer" or told.tag not in {"VBZ", "VBP"} or not prose:
            return False
        if children(s, frame.head, "aux", "auxpass", "npadvmod"):
            return False
        bare = {"det", "nummod", "poss"}
        return bool(frame.objects) and all(
            s.tokens[o].tag == "NNS" and not children(s, o, *bare) for o in frame.objects
        )

    def _landed(self, entry: Entry, frame: Frame, env: Env) -> Env:
        """The surroundings of a deployment, which is no plan any more where the forces have come."""
        here = entry.type == "MOBILIZE" and env.planned and self._arrived(frame.head)
        return env.also(planned=False) if here else env

    def _arrived(self, v: int) -> bool:
        """Whether forces have come to do what they are to do: "flew in to reinforce the guard"; not "left to"."""
        token = self._s.tokens[v]
        came = self._s.tokens[token.head]
        if token.dep not in {"advcl", "xcomp"} or not self._infinitive(v) or came.tag != "VBD":
            return False
        near = {self._s.tokens[c].lower for c in children(self._s, came.i, "prt", "advmod", "prep")}
        moved = came.lemma in LANDING or (came.lemma in MOVING and "in" in near)
        return moved and self._above.env(came.i).status() == "actual"

    def _by_accord(self, entry: Entry, frame: Frame) -> bool:
        """Whether a place is taken over as agreed: "entered the district, which Libya is ceding under the accord"."""
        s = self._s
        if entry.type != "COERCE" or frame.lemma not in ARRIVING:
            return False
        for i in s.subtree(frame.head):
            above = s.tokens[s.tokens[i].head]
            handed = above.i == frame.head or above.lemma in HANDING
            if s.tokens[i].lower == "under" and handed:
                below = children(s, i, "pobj")
                if any("$agreement" in self._meaning.labels(o) for o in below):
                    return True
        return False
