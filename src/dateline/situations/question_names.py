"""Whom and which places a question names: by the reports' own actors, the actor base, countries, regions, gazetteer."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.countries import CountryName
from dateline.knowledge.gazetteer import fold
from dateline.knowledge.questions import questions
from dateline.ledger.same import STATE
from dateline.records import Span, Token
from dateline.situations.question_parts import Named
from dateline.situations.question_tables import NameTables
from dateline.situations.question_tokens import (
    as_asked,
    bare,
    capital,
    goes_on,
    key_of,
    nominal,
    text_of,
)

#: Sectors of bodies that act, and are not only places where something happens.
_ACTING = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "PTY", "REB", "SPY", "PRM", "OPP"})


class Names(NameTables):
    """Looks names up; the reports' own actors first."""

    def find(
        self, tokens: Sequence[Token], question: str
    ) -> tuple[tuple[Named, tuple[Token, ...]], ...]:
        """The names in a stretch of tokens, left to right, each with its tokens.

        Args:
            tokens: of the statement made of the question; without its dates.
            question: the question, into which the spans of the names point.
        """
        found: list[tuple[Named, tuple[Token, ...]]] = []
        tokens = [as_asked(t, question) for t in tokens]
        at = 0
        while at < len(tokens):
            size = self._longest(tokens, at)
            some = tuple(tokens[at : at + size])
            named = self._named(some, question) if size else None
            if named is not None:
                found.append((named, some))
            at += max(size, 1)
        return tuple(found)

    def _longest(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens of the phrase that begins here name or describe one somebody."""
        if not capital(tokens[at]):
            return self._described(tokens, at)
        end = at + 1
        while end < len(tokens) and goes_on(tokens, end):
            end += 1
        known = (stop for stop in range(end, at, -1) if self._known(text_of(tokens[at:stop])))
        stop = next(known, end)
        if stop < len(tokens) and stop == end:
            owned = tokens[stop].tag == "POS"
            more = self._described(tokens, stop + owned)
            return stop - at + (more + owned if more else 0)
        return stop - at

    def _described(self, tokens: Sequence[Token], at: int) -> int:
        """Tokens of a phrase of small letters that ends in a noun for people; 0 when it names nobody."""
        end = at
        while end < len(tokens) and nominal(tokens[end]) and not capital(tokens[end]):
            end += 1
        for stop in range(end, at, -1):
            head = tokens[stop - 1]
            if head.tag in {"NN", "NNS", "NNP", "NNPS"} and self._people(tokens[at:stop]):
                return stop - at
        return 0

    def _people(self, tokens: Sequence[Token]) -> bool:
        head = tokens[-1].lower
        if len(questions().alike(head)) > 1:
            return True
        hit = self._base.noun([t.lower for t in tokens[:-1]], head, capital=False)
        if hit is None:
            return False
        acts = bool(
            set(hit[1].sectors) & _ACTING
        )  # a parliament acts; an academy is a building that is hit
        return hit[1].kind in {"group", "person"} or (hit[1].kind == "organisation" and acts)

    def _named(self, tokens: Sequence[Token], question: str) -> Named | None:
        words = [t for t in tokens if t.tag != "POS"]
        text = text_of(words)
        at = question.casefold().find(text.casefold())
        span = Span(max(at, 0), max(at, 0) + len(text)) if at >= 0 else Span(0, 0)
        proper = [t for t in words if capital(t)]
        described = [t for t in words if not capital(t)]
        if described and words[-1] is described[-1]:
            return self._description(words, proper, text, span)
        return self._by_name(text, span)

    def _description(
        self, words: Sequence[Token], proper: Sequence[Token], text: str, span: Span
    ) -> Named | None:
        """Such as "the Georgian police", "rebels", "M23 rebels", "Haftar's forces"."""
        head = words[-1].lower
        hit = self._base.noun([t.lower for t in words[:-1]], head, capital=False)
        sectors = hit[1].sectors if hit else ()
        name = text_of(proper)
        land = self._base.countries.by_name(name) if name else None
        if name and land is None:
            inner = self._by_name(name, span)
            if inner is not None and inner.known and inner.kind != "place":
                return Named(
                    text, inner.name, span, inner.kind, inner.country, inner.sectors or sectors,
                    inner.wikidata, inner.forms | {key_of(text)}, bodies=inner.bodies,
                )  # fmt: skip
        forms = frozenset({key_of(text)})
        heads = questions().alike(head) | questions().alike(words[-1].lemma)
        if name and land is None:
            return Named(
                text, text, span, "organisation", None, sectors, None, forms | {key_of(name)}
            )
        country = land.alpha3 if land else None
        holders = self._holders(country, [t.lower for t in words if t not in proper])
        return Named(
            text, text, span, "group", country, sectors, None, forms, heads, holders=holders
        )

    def _by_name(self, text: str, span: Span) -> Named:
        key = key_of(text)
        region = questions().regions.get(bare(text))
        if region is not None:
            return Named(text, region.name, span, "region", region=region, forms=frozenset({key}))
        land = self._base.countries.by_name(text)
        if land is not None:
            return self._land(text, span, key, land)
        return (
            self._told(text, span, key)
            or self._based(text, span, key)
            or self._town(text, span, key)
        )

    def _land(self, text: str, span: Span, key: str, land: CountryName) -> Named:
        """A country, its capital, a part of it or a seat of its power."""
        country = self._base.countries.get(land.alpha3)
        name = country.name if country else text
        sectors = (land.sector,) if land.sector else ()
        forms = frozenset({key, key_of(name)})
        apart = (land.own is None and land.kind != "seat") or land.part
        if apart and land.kind != "demonym":
            return self._town(text, span, key)
        if land.kind == "capital":
            return Named(text, text, span, "capital", land.alpha3, sectors, None, frozenset({key}))
        return Named(text, name, span, "country", land.alpha3, sectors, None, forms)

    def town(self, name: Named) -> Named:
        """A name that may stand for a state or its capital, taken for the town or the land itself."""
        return replace(name, kind="place", name=name.text.removeprefix("the "))

    def state(self, name: Named) -> Named:
        """A name that may stand for a state or its capital, taken for the state."""
        country = self._base.countries.get(name.country or "")
        full = country.name if country else name.name
        return replace(name, kind="country", name=full, forms=name.forms | {key_of(full)})

    def _told(self, text: str, span: Span, key: str) -> Named | None:
        """An actor or a place of the reports by that name."""
        by_name = self._actors.get(key)
        places = self._places.get(key, [])
        if by_name is None or len(places) > sum(len(a) for a in by_name.values()):
            return None
        kinds = {a.kind for some in by_name.values() for a in some if a.wikidata is None}
        plain = all(a.country is None and not a.sectors for some in by_name.values() for a in some)
        loose = kinds <= {"country", "person"} or (
            plain and kinds <= {"country", "person", "organisation"}
        )
        if loose and not self._base.named(text) and (places or self._only_town(text)):
            return None  # an area that some reports take for an actor is no state, nor a man
        most = max(sorted(by_name), key=lambda n: len(by_name[n]))
        actor = by_name[most][0]
        forms = {
            key,
            *(key_of(f) for a in by_name[most] for f in (a.name, *a.aliases) if f[:1].isupper()),
        }
        bodies = frozenset(self._led.get(key_of(actor.name), set()))
        return Named(
            text, actor.name, span, actor.kind, actor.country, actor.sectors, actor.wikidata,
            frozenset(forms), bodies=bodies if actor.kind == "person" else frozenset(),
        )  # fmt: skip

    def _based(self, text: str, span: Span, key: str) -> Named | None:
        """An entry of the base by that name, or the one person of that last name."""
        entries = self._base.named(text)
        if not entries and " " not in key and key not in self._places:
            people = self._base.surname(key)
            states = [e for e in people if set(e.terms[0].sectors) & STATE]
            entries = tuple(people if len(people) == 1 else states if len(states) == 1 else ())
            entries = entries or tuple(states[:1])
        if not entries or key in self._places:
            return None
        entry = entries[0]
        term = entry.terms[0]
        forms = frozenset(key_of(f) for f in (text, entry.name, *entry.aliases))
        return Named(
            text, entry.name, span, entry.kind, term.country, term.sectors, entry.wikidata, forms
        )

    def _town(self, text: str, span: Span, key: str) -> Named:
        told = self._places.get(key)
        if told:
            name, country = max(sorted(set(told), key=str), key=told.count)
            forms = self._spellings(frozenset({key, key_of(name)}))
            return Named(text, name, span, "place", country, forms=forms)
        entries = self._gazetteer.lookup(fold(text))
        own = [e for e, mine in entries if mine and e.kind == "city"]
        if entries and not own and key in self._unplaced:  # another town's other name
            return Named(text, text, span, "place", forms=self._spellings(frozenset({key})))
        if entries:
            entry = own[0] if own else entries[0][0]
            forms = self._spellings(frozenset({key, key_of(entry.name)}))
            return Named(
                text,
                entry.name,
                span,
                "place",
                (entry.country.split(" ")[0] or None) if own else None,
                forms=forms,
                known=False,
            )
        forms = self._spellings(frozenset({key}))
        return Named(text, text, span, "organisation", None, forms=forms, known=False)
