"""What place a noun phrase names: by name, "the town of X", "the capital, X", "the city"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.countries import Countries
from dateline.records import Place, PlaceOffset, Sentence, Span
from dateline.resolve.place_offsets import measure_before, moved

#: Nouns that stand before "of" and a place's name, and alone for a place named elsewhere.
PLACE_NOUNS = frozenset({
    "town", "city", "capital", "village", "port", "district", "province", "region", "area",
    "camp", "suburb",
    "state", "island", "neighbourhood", "neighborhood", "outskirts", "enclave", "stronghold",
    "county",
    "gates", "centre", "center", "part", "north", "south", "east", "west", "border", "coast", "hub",
    "heart", "edge", "street", "municipality", "territory", "governorate", "settlement",
    "valley", "side",
})  # fmt: skip
#: Alone they take up a town; "the province", "the enclave" none.
ANAPHORS = frozenset({"capital", "city", "town", "village", "port", "camp"})
#: What no capital of a state is called.
SMALL = frozenset({"town", "village", "port", "camp"})
DEFINITE = frozenset({"the", "that", "this", "its", "their"})
#: Dependents that belong to other acts or other clauses.
OTHER_CLAUSE = frozenset(
    {"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "mark"}
)
#: Kinds inside which a more exact place is looked for.
WIDE = frozenset({"country", "admin1", "region"})
#: What somebody does from wherever he is: "at the request of Peru".
ASKED = frozenset({"request", "behest", "invitation", "urging", "insistence", "instigation"})
#: How deep the search goes below a governed noun.
DEPTH = 7
SPECIFIC = {"facility": 0, "city": 0, None: 0, "region": 1, "water": 1, "admin1": 2, "country": 4}
_MEASURED = re.compile(
    r"(?:\d[\d,.]*|few|several|dozen)[\s-]*(?:km|kms|kilomet\w+|miles?)\b[^.;,]{0,45}$",
    re.IGNORECASE,
)

#: How many times as often as the next a country is named whose capital "the capital" is.
CLEAR = 1.5


class PlaceNames:
    """Places of one sentence by the noun phrases that name them."""

    def __init__(self, sentence: Sentence, places: Sequence[Place]) -> None:
        """Index the literal places of a sentence.

        Args:
            sentence: the sentence.
            places: every place mention of the report.
        """
        self._s = sentence
        self._all = places
        self._at: dict[int, Place] = {}
        for place in places:
            if place.use == "literal" and sentence.span.holds(place.span):
                for token in sentence.tokens:
                    if place.span.start <= token.start < place.span.end:
                        self._at[token.i] = place

    def at(self, i: int) -> Place | None:
        """The place whose name token ``i`` is part of."""
        return self._at.get(i)

    def inside(self, prep: int) -> Place | None:
        """The place that a locative preposition governs; of several, the most specific."""
        direct = [
            c for c in self._s.children[prep] if self._s.tokens[c].dep in {"pobj", "pcomp", "prep"}
        ]
        found: list[Place] = []
        for child in direct:
            if self._s.tokens[child].dep == "prep":
                place = self.inside(child)
            else:
                place = self.named(child)
                if place is None or place.kind in WIDE:
                    place = self._finer(child, place)
            if place is not None:
                found.append(place)
        return most_specific(found) if found else None

    def _finer(self, noun: int, place: Place | None) -> Place | None:
        """A more exact place inside the phrase ("in a camp near Goma", "in Libya's Gharyan")."""
        below = [
            p for i in self.below(noun)
            if (p := self._at.get(i)) is not None and not self._only_measured(p)
        ]  # fmt: skip
        return most_specific([*([place] if place is not None else []), *below]) if below else place

    def named(self, noun: int) -> Place | None:
        """The place that a noun phrase is: X, "the town of X", "the capital, X", "the capital"."""
        place = self._at.get(noun)
        if place is not None:
            held = [p for c in self._s.children[noun] if (p := self._under(c)) is not None]
            return most_specific([place, *held])
        if self._s.tokens[noun].lemma.lower() not in PLACE_NOUNS | ANAPHORS:
            apposed = (c for c in self._s.children[noun] if self._s.tokens[c].dep == "appos")
            return next((self._at[c] for c in apposed if c in self._at), None)
        for child in self._s.children[noun]:
            found = self._under(child)
            if found is None and self._s.tokens[child].dep == "poss":
                found = self._anaphor(child)
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

    def below(self, top: int) -> list[int]:
        """Positions below a token without those of other clauses, breadth first."""
        found: list[int] = []
        layer = [top]
        for _ in range(DEPTH):
            layer = [
                c for i in layer for c in self._s.children[i]
                if self._s.tokens[c].dep not in OTHER_CLAUSE and not self._owns(c, i)
            ]  # fmt: skip
            if not layer:
                break
            found.extend(layer)
        return found

    def _owns(self, child: int, noun: int) -> bool:
        """Whether a possessor owns something that is no place: "at Britain's request", "at the request of Peru"."""
        if self._s.tokens[noun].lemma.lower() in ASKED and self._s.tokens[child].lower == "of":
            return True
        if self._s.tokens[child].dep != "poss":
            return False
        return (
            noun not in self._at
            and self._s.tokens[noun].lemma.lower() not in PLACE_NOUNS | ANAPHORS
        )

    def _only_measured(self, place: Place) -> bool:
        lead = self._s.text[: place.span.start - self._s.span.start]
        return _MEASURED.search(lead[-80:]) is not None

    def measured(self, act: int) -> Place | None:
        """A point told only by its distance: "shelled positions 50 km south of Tripoli"."""
        for i in self.below(act):
            place = self._at.get(i)
            found = _point(self._s, place) if place is not None else None
            if found is not None:
                return found
        return None

    def _anaphor(self, noun: int) -> Place | None:
        token = self._s.tokens[noun]
        if token.lemma.lower() not in ANAPHORS or token.tag not in {"NN", "NNP"}:
            return None
        marks = [c for c in self._s.children[noun] if self._s.tokens[c].dep in {"det", "poss"}]
        if self._names_another(noun):
            return None
        definite = [c for c in marks if self._s.tokens[c].lower in DEFINITE]
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
            before = [p for p in before if not self._unfit(p, token.lemma.lower())]
            meant = before[-1] if before else None
        if meant is None:
            return None
        span = self._s.cover(self._s.edge(noun)[0], noun)
        start = self._s.span.start
        return replace(
            meant,
            text=self._s.text[span.start - start : span.end - start],
            span=span,
            use="literal",
        )

    def _names_another(self, noun: int) -> bool:
        """Whether a place noun is told by a name that no list knows: "the town of Zumba"."""
        preps = (c for c in self._s.children[noun] if self._s.tokens[c].lower == "of")
        return any(self._s.tokens[o].pos == "PROPN" for p in preps for o in self._s.children[p])

    def _unfit(self, place: Place, noun: str) -> bool:
        """Whether a place is not what a noun takes up: a capital no town, one of a dateline's several no city."""
        known = Countries.load().by_name(place.text.title() if place.text.isupper() else place.text)
        if noun in SMALL and known is not None and known.kind == "capital":
            return True
        beside = (
            p
            for p in self._all
            if 1 in (p.span.start - place.span.end, place.span.start - p.span.end)
        )
        return place.text.isupper() and any(p.text.isupper() for p in beside)

    def _any_use(self, i: int) -> Place | None:
        start = self._s.tokens[i].start
        return next((p for p in self._all if p.span.start <= start < p.span.end), None)


def _point(sentence: Sentence, anchor: Place) -> Place | None:
    """The point that lies so far from a place in the direction told; None without both, or a point."""
    begin = sentence.span.start
    measure = measure_before(sentence.text, anchor.span.start - begin)
    if measure is None or measure.bearing is None or anchor.lat is None or anchor.lon is None:
        return None
    if anchor.precision not in {"exact", "near"}:
        return None
    lat, lon = moved(anchor.lat, anchor.lon, measure.km, measure.bearing)
    span = Span(begin + measure.start, anchor.span.end)
    text = sentence.text[measure.start : anchor.span.end - begin]
    return replace(
        anchor, text=text, span=span, name=" ".join(text.split()), kind="region", lat=lat, lon=lon,
        geonameid=None, precision="near", candidates=(),
        relation=PlaceOffset(round(measure.km, 1), measure.bearing, anchor.text),
    )  # fmt: skip


def most_specific(found: Sequence[Place]) -> Place:
    """A town before its province before its country; the first of equals."""
    return min(found, key=lambda p: (SPECIFIC.get(p.kind, 3), p.name is None))


def _capital(places: Sequence[Place], country: str | None) -> Place | None:
    """The capital that the report names, of a given country or of the one it is most about."""
    if country is None:
        counts: dict[str, int] = {}
        for place in places:
            if place.country and place.kind == "country":
                counts[place.country] = counts.get(place.country, 0) + 1
        ranked = sorted(counts, key=lambda c: (-counts[c], c))
        if len(ranked) > 1 and counts[ranked[0]] < CLEAR * counts[ranked[1]]:
            return None  # of two countries told of alike, either capital may be meant
        country = ranked[0] if ranked else None
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
