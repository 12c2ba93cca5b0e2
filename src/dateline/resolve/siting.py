"""Where the act headed by a word took place, by syntax.

The rules, first hit wins:

1. The place is the object of the act: "captured the town of Gharyan", "the occupation of Bukavu",
   "seize the capital, Tripoli"; or the subject of a passive or of a fall: "Gharyan was shelled",
   "Gharyan fell".
2. A locative phrase hangs on the act: in, at, near, outside ...; into, to, towards, on ... for
   movement; from for withdrawal.
3. A locative phrase hangs on what the act governs: "killed two in an attack on Gharyan", "shelled
   positions near Gharyan".
4. The act hangs on a noun whose place this is: "Gharyan, where fighters clashed".
5. The act is part of another (launched an attack, began to retreat, attacked and killed): the place
   of that one, by rules 1 to 3; never across the border of what somebody says, and never the
   place of the speaker.

Peoples ("Libyan") and powers ("Moscow denied") are no places.  Of several places in one phrase the
most specific is taken, a town before its country.  "The capital", "the city", "the town" stand
for the place that the report means by them.  Where only a distance is told ("50 km south of Tripoli"), the
place is the point that lies there, with precision ``near``.
"""

from collections.abc import Sequence

from dateline.records import Place, Sentence
from dateline.resolve.siting_names import PlaceNames, most_specific

AT = frozenset({
    "in", "at", "near", "outside", "around", "inside", "across", "along", "off", "throughout",
    "within",
    "over", "above", "beneath", "beside", "between", "on", "close", "amid", "behind",
})  # fmt: skip
TOWARDS = frozenset(
    {"into", "to", "towards", "toward", "onto", "through", "from", "against", "for", "out"}
)
LOCATIVE = AT | TOWARDS
HANGING = frozenset({"prep", "advmod", "prt", "dative"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
OBJECT = frozenset({"dobj", "obj"})
#: What an act governs, for rule 3.
GOVERNED = frozenset({"dobj", "obj", "attr", "oprd", "nsubjpass", "dative", "agent"})
#: Verbs that merely say that their subject happens, and those whose subject is a place.
HAPPENS = frozenset({"be", "take", "occur", "erupt", "happen", "begin", "break"})
#: Subjects that are themselves the act: "the blast in Kabul killed".
EVENTS = frozenset({
    "explosion", "blast", "bombing", "bomb", "attack", "strike", "airstrike", "raid", "shelling", "clash",
    "fighting", "battle", "shooting", "violence", "unrest", "riot", "protest", "rally", "march", "fire",
    "assault", "offensive", "siege", "ambush", "massacre", "earthquake", "flood", "crackdown", "operation",
})  # fmt: skip
FALLS = frozenset({"fall", "burn", "shake", "erupt", "surrender", "descend"})
TIMES = frozenset({"after", "before", "since", "until", "during"})
#: Links from an act to the one it is part of.
PART = frozenset({"xcomp", "advcl", "conj", "acl", "pcomp"})
APART = frozenset({"ccomp", "relcl", "parataxis", "csubj"})
CLIMBS = 4


def place_for(sentence: Sentence, token_index: int, places: Sequence[Place]) -> Place | None:
    """The place where an act happened, as far as its sentence tells.

    Args:
        sentence: the sentence of the act.
        token_index: position of the word that heads the act, a verb or a noun.
        places: every place mention of the report, also for what "the capital" means.

    Returns:
        One of ``places`` (for "the city" a copy that carries those words, for "50 km south of X" one with
        the point that lies there), or None.
    """
    if not 0 <= token_index < len(sentence.tokens):
        return None
    return _Site(sentence, places).of(token_index)


class _Site:
    """Search for places in one sentence."""

    def __init__(self, sentence: Sentence, places: Sequence[Place]) -> None:
        self._s = sentence
        self._names = PlaceNames(sentence, places)

    def of(self, act: int) -> Place | None:
        """By the rules of the module, the act itself first and then what it is part of."""
        seen: set[int] = set()
        here: int | None = act
        for _ in range(CLIMBS):
            if here is None or here in seen:
                return None
            seen.add(here)
            found = self._own(here) or self._antecedent(here) or self._names.measured(here)
            above = self._above(here)
            if found is not None:
                return self._joined(here, above, found)
            here = above
        return None

    def _joined(self, act: int, above: int | None, found: Place) -> Place:
        """The first act's town before the second's country.

        As in "attacked a convoy near Goma and killed two in Congo".
        """
        if found.kind != "country" or above is None or self._s.tokens[act].dep != "conj":
            return found
        first = self._own(above)
        return first if first is not None and first.country == found.country else found

    def _own(self, act: int) -> Place | None:
        return self._object(act) or self._phrase(act) or self._governed(act)

    def _object(self, act: int) -> Place | None:
        """Rule 1."""
        for child in self._s.children[act]:
            found = self._object_of(act, child)
            if found is not None and found.kind != "country":
                return found
        return None

    def _object_of(self, act: int, child: int) -> Place | None:
        token, below = self._s.tokens[act], self._s.tokens[child]
        if token.pos == "NOUN":
            if below.dep in {"poss", "compound", "nmod"}:
                return self._names.at(child)
            if below.dep == "prep" and below.lower == "of":
                return next((self._names.named(c) for c in self._s.children[child]), None)
        falls = below.dep == "nsubj" and token.lemma.lower() in FALLS
        if below.dep in OBJECT or below.dep == "nsubjpass" or falls:
            return self._names.named(child)
        return None

    def _phrase(self, act: int) -> Place | None:
        """Rule 2: what is at a place comes before where it is going."""
        preps = [c for c in self._s.children[act] if self._s.tokens[c].dep in HANGING]
        for wanted in (AT, TOWARDS):
            found = [
                place
                for prep in preps
                if self._s.tokens[prep].lower in wanted
                and (place := self._names.inside(prep)) is not None
            ]
            if found:
                return most_specific(found)
        found = [place for prep in preps if (place := self._after_adverb(prep)) is not None]
        return found[0] if found else None

    def _after_adverb(self, adverb: int) -> Place | None:
        """Where an adverb carries the phrase: "arrived here in Tripoli", "close to Goma"."""
        if self._s.tokens[adverb].dep != "advmod":
            return None
        for child in self._s.children[adverb]:
            if self._s.tokens[child].dep == "prep" and self._s.tokens[child].lower in LOCATIVE:
                found = self._names.inside(child)
                if found is not None:
                    return found
        return None

    def _governed(self, act: int) -> Place | None:
        """Rule 3."""
        happens = self._s.tokens[act].lemma.lower() in HAPPENS
        for child in self._s.children[act]:
            token = self._s.tokens[child]
            phrase = token.dep == "prep" and token.lower not in TIMES
            event = token.dep == "nsubj" and (happens or token.lemma.lower() in EVENTS)
            if phrase or token.dep in GOVERNED or event:
                found = self._within(child)
                if found is not None:
                    return found
        return None

    def _within(self, noun: int) -> Place | None:
        """A locative phrase anywhere below a noun or preposition, other clauses left out."""
        for i in self._names.below(noun):
            token = self._s.tokens[i]
            if token.dep == "prep" and token.lower in LOCATIVE:
                found = self._names.inside(i)
                if found is not None:
                    return found
        return None

    def _antecedent(self, act: int) -> Place | None:
        """Rule 4."""
        token = self._s.tokens[act]
        if token.dep not in {"relcl", "acl"}:
            return None
        wh = {
            self._s.tokens[c].lower
            for c in self._s.children[act]
            if self._s.tokens[c].tag.startswith("W")
        }
        passive = any(self._s.tokens[c].dep == "nsubjpass" for c in self._s.children[act])
        if "where" in wh or (passive and "which" in wh):
            return self._names.named(token.head)
        return None

    def _above(self, act: int) -> int | None:
        """The act that this one is part of."""
        token = self._s.tokens[act]
        if token.head == act or token.dep in APART:
            return None
        if token.pos in {"VERB", "AUX"}:
            if token.dep == "advcl" and not self._is_participle(act):
                return None
            return token.head if token.dep in PART else None
        head = self._s.tokens[token.head]
        return head.head if head.dep == "prep" and head.head != token.head else token.head

    def _is_participle(self, act: int) -> bool:
        own = any(self._s.tokens[c].dep in SUBJECT for c in self._s.children[act])
        return self._s.tokens[act].tag in {"VBG", "VBN"} and not own
