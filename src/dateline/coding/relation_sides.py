"""The two sides of a relation as participants or places, and whether they can stand in it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dateline.coding.claim_people import CastLike, described
from dateline.coding.relation_checks import named
from dateline.coding.relation_parts import Tie
from dateline.coding.tree import children
from dateline.knowledge.cues import RelationCues
from dateline.records import Actor, ParsedReport, Participant, Place, Sentence, Token, content_id

_LED = {"country", "organisation", "group"}
_GEO = {"GPE", "LOC", "FAC"}
_NEARLY_ALL = {"most", "all"}
_HIS = {"his", "her", "their", "its"}


class Sides:
    """Resolves head tokens of one report; holds nothing that changes."""

    def __init__(
        self, parsed: ParsedReport, cast: CastLike, places: Iterable[Place], cues: RelationCues
    ) -> None:
        """Sort the places and find out which one "the capital" is.

        Args:
            parsed: the report.
            cast: who stands at a head token.
            places: the report's places.
            cues: patterns of relation, for their noun lists.
        """
        self._cast = cast
        self._places = sorted(places, key=lambda p: p.span)
        self._starts = [p.span.start for p in self._places]
        self._cues = cues
        self._capital = self._find_capital(parsed.sentences)

    def subjects(self, tie: Tie) -> list[Participant]:
        """Those who can be the subject of the tie."""
        found = [p for head in tie.subjects for p in self._doers(tie.sentence, head)]
        if tie.form == "owner":
            head = tie.sentence.tokens[tie.subjects[0]]
            return [p for p in found if _is_person(p, head) and named(p)]
        if tie.kind in {"leads", "speaks_for", "member_of"} and tie.form == "title":
            return [p for p in found if self._is_bearer(p, tie)]
        return found

    def objects(self, tie: Tie) -> list[Participant | Place]:
        """Those who can be the object of the tie."""
        found: list[Participant | Place] = []
        holders = {p.actor.id for p in self.subjects(tie)} if tie.form == "title" else set()
        for head in tie.objects:
            token = tie.sentence.tokens[head]
            if tie.wants == "place":
                place = self.place_at(tie.sentence, head)
                found.extend([place] if place is not None else [])
                continue
            land = self._known(token)
            if land is not None and land.use == "demonym" and land.kind == "country":
                found.append(land)
                continue
            actors = [p for p in self._body(tie, head, holders) if self._fits(p, token, tie.wants)]
            found.extend(actors)
            if not actors and token.lower not in _HIS and (place := self._known(token)) is not None:
                found.append(place)
        return found

    def _body(self, tie: Tie, head: int, holders: set[str]) -> Sequence[Participant]:
        """Who stands at a head; not the holder of the title, to whom the whole phrase may belong."""
        s = tie.sentence
        found = self._actors(s, head)
        if not found or any(p.actor.id not in holders for p in found):
            return found
        body = s.tokens[head].lemma.lower() in self._cues.lists["bodies"]
        return (self._short(s, head) or described(s, head)) if body else ()

    def place_at(self, s: Sentence, head: int) -> Place | None:
        """The place at a head: resolved, "the capital", or a name unknown to the gazetteer."""
        token = s.tokens[head]
        known = self._known(token)
        if known is not None:
            return known
        if token.lemma.lower() in self._cues.lists["towns"] or token.lower in _NEARLY_ALL:
            named = [k for p in children(s, head, "prep") for k in children(s, p, "pobj")]
            for i in [*named, *children(s, head, "appos")]:
                if s.tokens[i].pos == "PROPN" and (place := self.place_at(s, i)) is not None:
                    return place
        if token.lemma.lower() == "capital":
            return self._capital
        if token.ent in _GEO and token.pos == "PROPN":
            first = head
            while (
                first > 0
                and s.tokens[first - 1].ent == token.ent
                and s.tokens[first - 1].dep == "compound"
            ):
                first -= 1
            words = s.evidence(first, head)
            return Place(words.text, words.span, reason="not in the gazetteer")
        return None

    def _known(self, token: Token) -> Place | None:
        at = bisect_right(self._starts, token.start) - 1
        place = self._places[at] if at >= 0 else None
        return (
            place
            if place is not None and place.span.start <= token.start < place.span.end
            else None
        )

    def _doers(self, s: Sentence, head: int) -> Sequence[Participant]:
        """Who stands at a head; the country behind "Turkish" in "Turkish-backed"."""
        land = self._known(s.tokens[head])
        if land is None or land.use != "demonym" or land.kind != "country" or land.name is None:
            return self._actors(s, head)
        known = [a for a in self._cast.actors if a.kind == "country" and a.country == land.country]
        actor = known[0] if known else None
        if actor is None:
            actor = Actor(
                content_id("a", land.name.lower()), land.name, country=land.country, kind="country"
            )
        return (Participant(actor, land.text, land.span),)

    def _actors(self, s: Sentence, head: int) -> Sequence[Participant]:
        found = self._cast.at(s.index, head)
        token = s.tokens[head]
        if found:
            some = token.tag == "NNS" and not any(
                s.tokens[c].dep == "det" for c in s.children[head]
            )
            bare = len(found) == 1 and found[0].actor.name.lower() == token.lower and not some
            return (bare and self._short(s, head)) or found
        if self._known(token) is not None or token.pos == "PRON" or token.lower in _HIS:
            return ()
        if token.pos == "PROPN" or token.lemma.lower() in self._cues.lists["bodies"]:
            return self._short(s, head) or described(s, head)
        return ()

    def _short(self, s: Sentence, head: int) -> tuple[Participant, ...]:
        """A lone last word of one actor's name ("Ministry" for the Interior Ministry)."""
        words = s.evidence(head, head)
        ending = f" {words.text.lower()}"
        named = [
            a
            for a in self._cast.actors
            if any(n.lower().endswith(ending) for n in (a.name, *a.aliases))
        ]
        named = [a for a in named if a.kind in {"organisation", "group", "thing"}]
        return (Participant(named[0], words.text, words.span),) if len(named) == 1 else ()

    def _is_bearer(self, p: Participant, tie: Tie) -> bool:
        """Titles belong to a named person; alone, only where the cast knows whom they mean."""
        token = tie.sentence.tokens[tie.subjects[0]]
        if tie.subjects[0] == tie.trigger:
            return (
                p.actor.kind == "person"
                and named(p)
                and p.actor.name.lower() != (p.text or "").lower()
                and token.pos in {"NOUN", "PROPN"}
            )
        return named(p) and (p.actor.kind in {"person", "thing"} or token.ent == "PERSON")

    def _fits(self, p: Participant, token: Token, wants: str) -> bool:
        lemma = token.lemma.lower()
        if wants == "body":
            return (
                p.actor.kind in _LED
                or lemma in self._cues.lists["bodies"]
                or (p.actor.kind == "thing" and token.pos == "PROPN")
            )
        if wants == "armed":
            return (
                bool({"MIL", "REB", "UAF", "SPY", "COP"} & set(p.actor.sectors))
                or lemma in self._cues.lists["armed"]
            )
        if wants == "actor":
            return (
                p.actor.kind in _LED | {"person"}
                or token.pos == "PROPN"
                or lemma in self._cues.lists["bodies"]
            )
        return True

    def _find_capital(self, sentences: Sequence[Sentence]) -> Place | None:
        """The place that the report itself calls the capital ("the capital, Nairobi")."""
        for s in sentences:
            for t in s.tokens:
                if t.lemma != "capital" or t.pos not in {"NOUN", "PROPN"}:
                    continue
                near = [
                    *children(s, t.i, "appos"),
                    t.head if t.dep in {"compound", "appos", "nmod"} else t.i,
                ]
                for i in near:
                    if i != t.i and s.tokens[i].pos == "PROPN":
                        place = self.place_at(s, i)
                        if place is not None and place.kind in {None, "city"}:
                            return place
        return None


def _is_person(p: Participant, token: Token) -> bool:
    return p.actor.kind == "person" or (
        p.actor.kind == "thing" and (token.ent == "PERSON" or token.lower in {"his", "her"})
    )
