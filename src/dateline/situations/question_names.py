"""Whom and which places a question names: by the reports' own actors, the actor base, countries, regions, gazetteer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.knowledge.actors import ActorBase, pieces
from dateline.knowledge.countries import CountryName
from dateline.knowledge.gazetteer import Gazetteer, fold
from dateline.knowledge.questions import questions
from dateline.ledger.same import STATE
from dateline.records import Actor, Record, Span, Token
from dateline.situations.question_parts import Named

#: Tags of words that can stand in a name or describe somebody.
_NOMINAL = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "CD", "POS", "HYPH", "NFP", "VBN", "VBG"})
_PROPER = frozenset({"NNP", "NNPS"})
_CAPITAL = re.compile(r"\b[A-Z][\w\u2019'-]{3,}")
#: Letters in which spellings of one name end differently, and letters without them that tell a name.
_VOWELS, _TELLING = "aeiouy", 4
_JOINTS = frozenset({"of", "al", "el", "bin", "ibn", "de", "da", "del", "la", "-", "'", "\u2019"})
#: Words with a capital in a question that name nobody.
_NO_NAME = frozenset(
    (
        *("i", "who", "what", "when", "where", "which", "whom", "how", "why", "the", "a", "an"),
        *("some", "many", "somebody", "something", "there", "any", "will"),
    )
)
_SMALL = frozenset({"DT", "PRP", "PRP$", "WP", "WDT", "WRB", "MD", "CC", "EX", "TO"})


class Names:
    """Looks names up; the reports' own actors first."""

    def __init__(self, records: Iterable[Record] = (), base: ActorBase | None = None) -> None:
        """Index the actors and places of the reports.

        Args:
            records: the reports that the question is put to; none when they are only looked for by its names.
            base: the actor base, with the user's own actors.
        """
        self._base = base or ActorBase.load()
        self._gazetteer = Gazetteer.load()
        self._actors: dict[str, dict[str, list[Actor]]] = {}
        self._places: dict[str, list[tuple[str, str | None]]] = {}
        self._one: dict[int, set[str]] = {}
        self._words: set[str] = set()
        for record in records:
            self._words.update(_CAPITAL.findall(record.report.text))
            for actor in record.actors:
                self._note(actor)
            for place in record.places:
                if place.name and place.kind not in {"country", None} and place.use != "demonym":
                    for form in {place.name, place.text}:
                        self._places.setdefault(_key(form), []).append((place.name, place.country))
                        if place.geonameid is not None:
                            self._one.setdefault(place.geonameid, set()).add(_key(form))

    def _note(self, actor: Actor) -> None:
        own = [a for a in actor.aliases if any(c.isupper() for c in a)]
        if actor.kind == "place" or not any(c.isupper() for c in actor.name):
            return
        for form in {actor.name, *(own if actor.kind != "country" else ())}:
            by_id = self._actors.setdefault(_key(form), {})
            by_id.setdefault(actor.name, []).append(actor)

    def find(
        self, tokens: Sequence[Token], question: str
    ) -> tuple[tuple[Named, tuple[Token, ...]], ...]:
        """The names in a stretch of tokens, left to right, each with its tokens.

        Args:
            tokens: of the statement made of the question; without its dates.
            question: the question, into which the spans of the names point.
        """
        found: list[tuple[Named, tuple[Token, ...]]] = []
        tokens = [_as_asked(t, question) for t in tokens]
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
        if not _capital(tokens[at]):
            return self._described(tokens, at)
        end = at + 1
        while end < len(tokens) and _goes_on(tokens, end):
            end += 1
        known = (stop for stop in range(end, at, -1) if self._known(_text(tokens[at:stop])))
        stop = next(known, end)
        if stop < len(tokens) and stop == end:
            owned = tokens[stop].tag == "POS"
            more = self._described(tokens, stop + owned)
            return stop - at + (more + owned if more else 0)
        return stop - at

    def _state(self, text: str) -> bool:
        return (
            self._base.countries.by_name(text) is not None or text.casefold() in questions().regions
        )

    def _described(self, tokens: Sequence[Token], at: int) -> int:
        """Tokens of a phrase of small letters that ends in a noun for people; 0 when it names nobody."""
        end = at
        while end < len(tokens) and _nominal(tokens[end]) and not _capital(tokens[end]):
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
        return hit is not None and hit[1].kind in {"group", "person", "organisation"}

    def _known(self, text: str) -> bool:
        key = _key(text)
        return bool(
            key in self._actors or key in self._places or self._base.named(text)
            or self._state(text) or self._gazetteer.lookup(fold(text))
        )  # fmt: skip

    def _named(self, tokens: Sequence[Token], question: str) -> Named | None:
        words = [t for t in tokens if t.tag != "POS"]
        text = _text(words)
        at = question.casefold().find(text.casefold())
        span = Span(max(at, 0), max(at, 0) + len(text)) if at >= 0 else Span(0, 0)
        proper = [t for t in words if _capital(t)]
        described = [t for t in words if not _capital(t)]
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
        name = _text(proper)
        land = self._base.countries.by_name(name) if name else None
        if name and land is None:
            inner = self._by_name(name, span)
            if inner is not None and inner.known and inner.kind != "place":
                return Named(
                    text, inner.name, span, inner.kind, inner.country, inner.sectors or sectors,
                    inner.wikidata, inner.forms | {_key(text)},
                )  # fmt: skip
        forms = frozenset({_key(text)})
        heads = questions().alike(head) | questions().alike(words[-1].lemma)
        if name and land is None:
            return Named(
                text, text, span, "organisation", None, sectors, None, forms | {_key(name)}
            )
        country = land.alpha3 if land else None
        return Named(text, text, span, "group", country, sectors, None, forms, heads)

    def _by_name(self, text: str, span: Span) -> Named:
        key = _key(text)
        region = questions().regions.get(_bare(text))
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
        forms = frozenset({key, _key(name)})
        if (land.own is None and land.kind not in {"seat", "demonym"}) or land.part:
            if land.kind != "demonym":
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
        return replace(name, kind="country", name=full, forms=name.forms | {_key(full)})

    def _told(self, text: str, span: Span, key: str) -> Named | None:
        """An actor or a place of the reports by that name."""
        by_name = self._actors.get(key)
        places = self._places.get(key, [])
        if by_name is None or len(places) > sum(len(a) for a in by_name.values()):
            return None
        kinds = {a.kind for some in by_name.values() for a in some if a.wikidata is None}
        if places and kinds <= {"country", "person"} and not self._base.named(text):
            return None  # an area that some reports take for an actor is no state, nor a man
        most = max(sorted(by_name), key=lambda n: len(by_name[n]))
        actor = by_name[most][0]
        forms = {
            key,
            *(_key(f) for a in by_name[most] for f in (a.name, *a.aliases) if f[:1].isupper()),
        }
        return Named(
            text, actor.name, span, actor.kind, actor.country, actor.sectors, actor.wikidata,
            frozenset(forms),
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
        forms = frozenset(_key(f) for f in (text, entry.name, *entry.aliases))
        return Named(
            text, entry.name, span, entry.kind, term.country, term.sectors, entry.wikidata, forms
        )

    def _spellings(self, forms: frozenset[str]) -> frozenset[str]:
        """All names by which the reports call one place ("Shusha", "Shushi")."""
        alike = [group for group in self._one.values() if group & forms]
        ids = {
            e.id
            for f in forms
            for e, own in self._gazetteer.lookup(fold(f))[:1]
            if e.kind == "city"
        }
        if ids:
            alike.append({_key(w) for w in self._words if self._is(w, ids)})
        alike.append({_key(w) for w in self._words for f in forms if self._alike(w, f)})
        return forms.union(*alike)

    def _is(self, word: str, ids: set[int]) -> bool:
        """Whether a word of a report is first of all the name of one of these places."""
        found = self._gazetteer.lookup(fold(word))
        return bool(found) and found[0][0].id in ids

    def _alike(self, word: str, form: str) -> bool:
        """Whether a word that no table knows differs from a name in its last vowel only ("Shushi", "Shusha")."""
        key = _key(word)
        bare = form.rstrip(_VOWELS)
        return len(bare) >= _TELLING and key.rstrip(_VOWELS) == bare and not self._base.named(word)

    def _town(self, text: str, span: Span, key: str) -> Named:
        told = self._places.get(key)
        if told:
            name, country = max(sorted(set(told), key=str), key=told.count)
            forms = self._spellings(frozenset({key, _key(name)}))
            return Named(text, name, span, "place", country, forms=forms)
        entries = self._gazetteer.lookup(fold(text))
        if entries:
            own = [e for e, mine in entries if mine and e.kind == "city"]
            entry = own[0] if own else entries[0][0]
            forms = frozenset({key, _key(entry.name)})
            return Named(
                text,
                entry.name,
                span,
                "place",
                entry.country.split(" ")[0] or None,
                forms=forms,
                known=False,
            )
        return Named(text, text, span, "organisation", None, forms=frozenset({key}), known=False)


def _as_asked(token: Token, question: str) -> Token:
    """A token as the question spells it: only the statement gave its first word a capital."""
    if token.i or f" {token.text}" in question or not f" {token.lower}" in question:
        return token
    return replace(token, text=token.lower)


def _nominal(token: Token) -> bool:
    """Whether a token can stand in a description; a participle only where it describes."""
    return token.tag in _NOMINAL and (token.tag not in {"VBN", "VBG"} or token.dep == "amod")


def _capital(token: Token) -> bool:
    """Whether a token is written as a name is; "The" at the beginning is not."""
    if token.lower in _NO_NAME or token.tag in _SMALL:
        return False
    return token.text[:1].isupper() or (token.text[:1].isdigit() and token.text[-1:].isupper())


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    """Whether a name goes on at a token."""
    if _capital(tokens[n]):
        return tokens[n - 1].end >= tokens[n].start - 1
    return tokens[n].lower in _JOINTS and n + 1 < len(tokens) and _capital(tokens[n + 1])


def _text(tokens: Sequence[Token]) -> str:
    """The words of tokens with the blanks that stood between them."""
    made = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        gap = " " if before is not None and before.end < token.start else ""
        made += gap + token.text
    return made


def _bare(text: str) -> str:
    return text.casefold().removeprefix("the ")


def _key(text: str) -> str:
    return " ".join(pieces(text))


key_of = _key
