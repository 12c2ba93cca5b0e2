"""Tables of names that questions are read by: of the reports, the actor base, the countries and the gazetteer."""

import re
from collections.abc import Iterable, Sequence

from dateline.knowledge.actors import ActorBase
from dateline.knowledge.gazetteer import Gazetteer, fold
from dateline.knowledge.questions import questions
from dateline.records import Actor, Record
from dateline.situations.question_tokens import key_of, led, spelled_alike

_CAPITAL = re.compile(r"\b[A-Z][\w\u2019'-]{3,}")


#: Letters at the end of a name that tell two spellings of one man from two men.
_ENDING = 4


class NameTables:
    """What the reports, the actor base, the countries and the gazetteer know by name."""

    def __init__(
        self, records: Iterable[Record] = (), base: ActorBase | None = None, day: str | None = None
    ) -> None:
        """Index the actors and places of the reports.

        Args:
            records: the reports that the question is put to; none when they are only looked for by its names.
            base: the actor base, with the user's own actors.
            day: the day of asking (ISO), by which offices are held.
        """
        self._day = day
        self._base = base or ActorBase.load()
        self._gazetteer = Gazetteer.load()
        self._actors: dict[str, dict[str, list[Actor]]] = {}
        self._places: dict[str, list[tuple[str, str | None]]] = {}
        self._unplaced: set[str] = set()
        self._one: dict[int, set[str]] = {}
        self._words: set[str] = set()
        self._led: dict[str, set[str]] = {}
        for record in records:
            for leader, forms in led(record):
                self._led.setdefault(leader, set()).update(forms)
            self._words.update(_CAPITAL.findall(record.report.text))
            for actor in record.actors:
                self._note(actor)
            for place in record.places:
                if place.name is None and place.use == "literal":
                    self._unplaced.add(key_of(place.text))
                if place.name and place.kind not in {"country", None} and place.use != "demonym":
                    for form in {place.name, place.text}:
                        self._places.setdefault(key_of(form), []).append(
                            (place.name, place.country)
                        )
                        if place.geonameid is not None:
                            self._one.setdefault(place.geonameid, set()).add(key_of(form))

    def _note(self, actor: Actor) -> None:
        own = [a for a in actor.aliases if any(c.isupper() for c in a)]
        if actor.kind == "place" or not any(c.isupper() for c in actor.name):
            return
        for form in {actor.name, *(own if actor.kind != "country" else ())}:
            by_id = self._actors.setdefault(key_of(form), {})
            by_id.setdefault(actor.name, []).append(actor)

    def _state(self, text: str) -> bool:
        return (
            self._base.countries.by_name(text) is not None or text.casefold() in questions().regions
        )

    def _known(self, text: str) -> bool:
        key = key_of(text)
        return bool(
            key in self._actors or key in self._places or self._base.named(text)
            or self._state(text) or self._gazetteer.lookup(fold(text))
        )  # fmt: skip

    def _only_town(self, text: str) -> bool:
        """Whether one bare word is first of all the name of a town."""
        found = self._gazetteer.lookup(fold(text)) if " " not in text.strip() else ()
        return bool(found) and found[0][0].kind == "city"

    def _holders(self, country: str | None, role: Sequence[str]) -> frozenset[str]:
        """Names of the one who holds an office of a state on the day of asking, by the actor base."""
        office = " ".join(role)
        if country is None or self._day is None:
            return frozenset()
        found = [
            e for e in self._base.entries.values()
            for t in e.terms
            if e.kind == "person" and t.country == country and office in t.roles and t.covers(self._day)
        ]  # fmt: skip
        if len({e.name.casefold()[-_ENDING:] for e in found}) != 1:
            return (
                frozenset()
            )  # nobody, or two at once; one man may stand in the base in two spellings
        return frozenset(key_of(f) for e in found for f in (e.name, *e.aliases))

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
            alike.append({key_of(w) for w in self._words if self._is(w, ids)})
        alike.append(
            {
                key_of(w)
                for w in self._words
                for f in forms
                if spelled_alike(w, f) and not self._base.named(w)
            }
        )
        return forms.union(*alike)

    def _is(self, word: str, ids: set[int]) -> bool:
        """Whether a word of a report is first of all the name of one of these places."""
        found = self._gazetteer.lookup(fold(word))
        return bool(found) and found[0][0].id in ids
