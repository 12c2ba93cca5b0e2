"""Where the act headed by a word took place, by syntax.

The rules, first hit wins:

1. The place is the object of the act: "captured the town of Gharyan", "the occupation of Bukavu", "seize the
   capital, Tripoli"; or the subject of a passive or of a fall: "Gharyan was shelled", "Gharyan fell".
2. A locative phrase hangs on the act: in, at, near, outside ...; into, to, towards, on ... for movement; from
   for withdrawal.
3. A locative phrase hangs on what the act governs: "killed two in an attack on Gharyan", "shelled
   positions near Gharyan".
4. The act hangs on a noun whose place this is: "Gharyan, where fighters clashed".
5. The act is part of another (launched an attack, began to retreat, attacked and killed): the place of that
   one, by rules 1 to 3; never across the border of what somebody says, and never the place of the speaker.

Peoples ("Libyan") and powers ("Moscow denied") are no places.  Of several places in one phrase the most
specific is taken, a town before its country.  "The capital", "the city", "the town" stand for the
place that the report means by them.  A place from which only a distance is measured ("50 km south of Tripoli")
is taken last.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.countries import Countries
from dateline.records import Place, Sentence

AT = frozenset(
    [
        "in",
        "at",
        "near",
        "outside",
        "around",
        "inside",
        "across",
        "along",
        "off",
        "throughout",
        "within",
    ]
    + ["over", "above", "beneath", "beside", "between", "on", "close", "amid", "behind"]
)
TOWARDS = frozenset(
    ["into", "to", "towards", "toward", "onto", "through", "from", "against", "for", "out"]
)
LOCATIVE = AT | TOWARDS
#: Dependents that belong to other acts or other clauses.
OTHER_CLAUSE = frozenset(
    ["ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "mark"]
)
HANGING = frozenset(["prep", "advmod", "prt", "dative"])
SUBJECT = frozenset(["nsubj", "nsubjpass"])
#: Verbs whose subject is a place to which something happens.
FALLS = frozenset(["fall", "burn", "shake", "erupt", "surrender", "descend"])
#: Nouns that stand before "of" and a place's name, and alone for a place named elsewhere.
PLACE_NOUNS = frozenset(
    [
        "town",
        "city",
        "capital",
        "village",
        "port",
        "district",
        "province",
        "region",
        "area",
        "camp",
        "suburb",
    ]
    + [
        "state",
        "island",
        "neighbourhood",
        "neighborhood",
        "outskirts",
        "enclave",
        "stronghold",
        "county",
    ]
    + [
        "gates",
        "centre",
        "center",
        "part",
        "north",
        "south",
        "east",
        "west",
        "border",
        "coast",
        "municipality",
    ]
    + ["heart", "edge", "street", "hub", "territory", "governorate", "settlement", "valley", "side"]
)
ANAPHORS = frozenset(
    ["capital", "city", "town", "village", "port", "camp", "enclave", "island", "province"]
)
#: How deep the search goes below a governed noun.
DEPTH = 7
CLIMBS = 4
SPECIFIC = {"facility": 0, "city": 0, "region": 1, "admin1": 2, "water": 1, None: 0, "country": 4}
_MEASURED = re.compile(r"\d[\d,.]*[\s-]*(?:km|kms|kilomet\w+|miles?)\b[^.;,]{0,45}$", re.IGNORECASE)


def place_for(sentence: Sentence, token_index: int, places: Sequence[Place]) -> Place | None:
    """The place where an act happened, as far as its sentence tells.

    Args:
        sentence: the sentence of the act.
        token_index: position of the word that heads the act, a verb or a noun.
        places: every place mention of the report, for the sentence's own and for what "the capital" means.

    Returns:
        One of ``places`` (for "the city" a copy that carries those words), or None.
    """
    if not 0 <= token_index < len(sentence.tokens):
        return None
    return _Site(sentence, places).of(token_index)


class _Site:
    """Search for places in one sentence."""

    def __init__(self, sentence: Sentence, places: Sequence[Place]) -> None:
        self._s = sentence
        self._all = places
        self._at: dict[int, Place] = {}
        for place in places:
            if place.use == "literal" and sentence.span.holds(place.span):
                for token in sentence.tokens:
                    if place.span.start <= token.start < place.span.end:
                        self._at[token.i] = place

    def of(self, act: int) -> Place | None:
        """By the rules of the module, the act itself first and then what it is part of."""
        seen: set[int] = set()
        here: int | None = act
        for _ in range(CLIMBS):
            if here is None or here in seen:
                return None
            seen.add(here)
            found = self._own(here) or self._antecedent(here)
            above = self._above(here)
            if found is not None:
                return self._joined(here, above, found)
            here = above
        return None

    def _joined(self, act: int, above: int | None, found: Place) -> Place:
        """ "Attacked a convoy near Goma and killed two in Congo": the first act's town beats a country."""
        if found.kind != "country" or above is None or self._s.tokens[act].dep != "conj":
            return found
        first = self._own(above)
        return first if first is not None and first.country == found.country else found

    # ------------------------------------------------------------ rules 1 to 3

    def _own(self, act: int) -> Place | None:
        return self._object(act) or self._phrase(act) or self._governed(act)

    def _object(self, act: int) -> Place | None:
        """Rule 1."""
        token = self._s.tokens[act]
        for child in self._s.children[act]:
            dep = self._s.tokens[child].dep
            if dep in {"dobj", "obj"} or (dep == "nsubjpass" and token.pos in {"VERB", "AUX"}):
                found = self._named(child)
            elif dep == "nsubj" and token.lemma.lower() in FALLS:
                found = self._named(child)
            elif dep in {"poss", "compound", "nmod"} and token.pos == "NOUN":
                found = self._at.get(child)
            elif dep == "prep" and self._s.tokens[child].lower == "of" and token.pos == "NOUN":
                found = next((self._named(c) for c in self._s.children[child]), None)
            else:
                continue
            if found is not None and found.kind != "country":
                return found
        return None

    def _phrase(self, act: int) -> Place | None:
        """Rule 2: what is at a place comes before where it is going."""
        preps = [c for c in self._s.children[act] if self._s.tokens[c].dep in HANGING]
        for wanted in (AT, TOWARDS):
            found = [
                place
                for prep in preps
                if self._s.tokens[prep].lower in wanted
                and (place := self._inside(prep)) is not None
            ]
            if found:
                return _most_specific(found)
        found = [place for prep in preps if (place := self._after_adverb(prep)) is not None]
        return found[0] if found else None

    def _after_adverb(self, adverb: int) -> Place | None:
        """ "arrived here in Tripoli", "close to Goma"."""
        if self._s.tokens[adverb].dep != "advmod":
            return None
        for child in self._s.children[adverb]:
            if self._s.tokens[child].dep == "prep" and self._s.tokens[child].lower in LOCATIVE:
                found = self._inside(child)
                if found is not None:
                    return found
        return None

    def _governed(self, act: int) -> Place | None:
        """Rule 3."""
        for child in self._s.children[act]:
            token = self._s.tokens[child]
            if token.dep in {"dobj", "obj", "attr", "oprd", "nsubjpass", "dative", "agent"}:
                found = self._within(child)
            elif token.dep == "prep" and token.lower not in LOCATIVE:
                found = (
                    self._within(child) if token.lower not in {"after", "before", "since"} else None
                )
            elif token.dep == "nsubj" and self._s.tokens[act].lemma.lower() in {
                "be",
                "take",
                "occur",
                "erupt",
            }:
                found = self._within(child)
            else:
                continue
            if found is not None:
                return found
        return None

    def _within(self, noun: int) -> Place | None:
        """A locative phrase anywhere below a noun or preposition, other clauses left out."""
        for i in self._below(noun):
            token = self._s.tokens[i]
            if token.dep == "prep" and token.lower in LOCATIVE:
                found = self._inside(i)
                if found is not None:
                    return found
        return None

    def _inside(self, prep: int) -> Place | None:
        """The place that a locative preposition governs; of several, the most specific."""
        direct = [
            c for c in self._s.children[prep] if self._s.tokens[c].dep in {"pobj", "pcomp", "prep"}
        ]
        found: list[Place] = []
        for child in direct:
            if self._s.tokens[child].dep == "prep":
                place = self._inside(child)
            else:
                place = self._named(child)
                if place is None or place.kind in {"country", "admin1", "region"}:
                    place = self._finer(child, place)
            if place is not None:
                found.append(place)
        return _most_specific(found) if found else None

    def _finer(self, noun: int, place: Place | None) -> Place | None:
        """A more exact place inside the phrase ("in a camp near Goma", "in Libya's Gharyan")."""
        below = [
            p for i in self._below(noun)
            if (p := self._at.get(i)) is not None and not self._only_measured(p)
        ]  # fmt: skip
        return _most_specific([*([place] if place is not None else []), *below]) if below else place

    def _named(self, noun: int) -> Place | None:
        """The place that a noun phrase is: by name, "the town of X", apposition, or "the capital"."""
        place = self._at.get(noun)
        if place is not None:
            held = [p for c in self._s.children[noun] if (p := self._under(c)) is not None]
            return _most_specific([place, *held])
        if self._s.tokens[noun].lemma.lower() not in PLACE_NOUNS | ANAPHORS:
            apposed = (c for c in self._s.children[noun] if self._s.tokens[c].dep == "appos")
            return next((self._at[c] for c in apposed if c in self._at), None)
        for child in self._s.children[noun]:
            found = self._under(child)
            if found is not None:
                return found
        return self._anaphor(noun)

    def _under(self, child: int) -> Place | None:
        """A place hanging on a place noun: "town of X", "the capital, X", "Haram district"."""
        token = self._s.tokens[child]
        if token.dep in {"appos", "compound", "poss", "nmod", "amod"}:
            place = self._at.get(child)
            return place if place is None or not self._only_measured(place) else None
        if token.dep == "prep" and token.lower in {"of", "in", "near", "at"}:
            for below in self._s.children[child]:
                place = self._at.get(below)
                if place is not None and not self._only_measured(place):
                    return place
        return None

    def _below(self, top: int) -> list[int]:
        """Positions below a token without those of other clauses, breadth first."""
        found: list[int] = []
        layer = [top]
        for _ in range(DEPTH):
            layer = [
                c for i in layer for c in self._s.children[i]
                if self._s.tokens[c].dep not in OTHER_CLAUSE
            ]  # fmt: skip
            if not layer:
                break
            found.extend(layer)
        return found

    def _only_measured(self, place: Place) -> bool:
        lead = self._s.text[: place.span.start - self._s.span.start]
        return _MEASURED.search(lead[-80:]) is not None

    # ------------------------------------------------------------ rules 4 and 5

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
            return self._named(token.head)
        return None

    def _above(self, act: int) -> int | None:
        """The act that this one is part of."""
        token = self._s.tokens[act]
        if token.head == act or token.dep in {"ccomp", "relcl", "parataxis", "csubj"}:
            return None
        if token.pos in {"VERB", "AUX"}:
            if token.dep == "advcl" and not self._is_participle(act):
                return None
            return token.head if token.dep in {"xcomp", "advcl", "conj", "acl", "pcomp"} else None
        head = self._s.tokens[token.head]
        return head.head if head.dep == "prep" and head.head != token.head else token.head

    def _is_participle(self, act: int) -> bool:
        own = any(self._s.tokens[c].dep in SUBJECT for c in self._s.children[act])
        return self._s.tokens[act].tag in {"VBG", "VBN"} and not own

    # ------------------------------------------------------------ the capital, the city

    def _anaphor(self, noun: int) -> Place | None:
        token = self._s.tokens[noun]
        if token.lemma.lower() not in ANAPHORS or token.tag not in {"NN", "NNP"}:
            return None
        marks = [c for c in self._s.children[noun] if self._s.tokens[c].dep in {"det", "poss"}]
        definite = [
            c for c in marks if self._s.tokens[c].lower in {"the", "that", "this", "its", "their"}
        ]
        if not definite and not any(self._s.tokens[c].dep == "poss" for c in marks):
            return None
        country = next(
            (p.country for c in self._s.children[noun] if (p := self._any_use(c)) is not None), None
        )
        if token.lemma.lower() == "capital":
            meant = _capital(self._all, country)
        else:
            before = [
                p
                for p in self._all
                if p.span.end <= token.start and p.use != "demonym" and p.kind == "city"
            ]
            meant = before[-1] if before else None
        if meant is None:
            return None
        first, last = self._s.edge(noun)
        if last > noun:
            last = noun
        span = self._s.cover(first, last)
        start = self._s.span.start
        return replace(
            meant,
            text=self._s.text[span.start - start : span.end - start],
            span=span,
            use="literal",
        )

    def _any_use(self, i: int) -> Place | None:
        start = self._s.tokens[i].start
        return next((p for p in self._all if p.span.start <= start < p.span.end), None)


def _most_specific(found: Sequence[Place]) -> Place:
    """A town before its province before its country; the first of equals."""
    return min(found, key=lambda p: (SPECIFIC.get(p.kind, 3), p.name is None))


def _capital(places: Sequence[Place], country: str | None) -> Place | None:
    """The capital that the report names, of a given country or of the one it is most about."""
    if country is None:
        counts: dict[str, int] = {}
        for place in places:
            if place.country and place.kind == "country":
                counts[place.country] = counts.get(place.country, 0) + 1
        country = max(sorted(counts), key=lambda c: counts[c], default=None)
    if country is None:
        return None
    state = Countries.load().get(country)
    if state is None:
        return None
    named = (p for p in places if p.kind == "city" and p.country == country)
    return next(
        (p for p in named if state.capital in {p.name, p.text} or _is_capital(p, country)), None
    )


def _is_capital(place: Place, country: str) -> bool:
    known = Countries.load().by_name(place.text)
    return known is not None and known.kind == "capital" and known.alpha3 == country
