"""The actor base: people, forces and bodies known by name, and the nouns that stand for actors.

Compiled by ``tools/builders/actors.py`` from ``knowledge/actors/*.tsv``.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from dateline.knowledge.countries import Countries, CountryName
from dateline.knowledge.files import load_json

#: What may follow a user's stem: endings of plurals, peoples and followers; more would be another name.
_ENDINGS = frozenset(
    [
        "s",
        "es",
        "n",
        "an",
        "ian",
        "ans",
        "ians",
        "i",
        "is",
        "ese",
        "ish",
        "ite",
        "ites",
        "ist",
        "ists",
        "er",
        "ers",
    ]
)
_LONGEST_STEM = 8
#: Acronyms up to this length are found in capitals only ("WHO", "IS").
CAPITALS = 6

_LETTER_DOTS = re.compile(r"['\u2019]s\b|(?<=\w)\.|['\u2019\u2018`]")
_GAPS = re.compile(r"[^\w&]+")


@lru_cache(maxsize=20_000)
def pieces(text: str) -> tuple[str, ...]:
    """Lower-case words of a name, without accents, dots, apostrophes and hyphens: its key."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return tuple(_GAPS.sub(" ", _LETTER_DOTS.sub("", text.lower())).split())


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of ``knowledge/actors/words.yml``."""
    return frozenset(load_json("actors.json")["words"][name])


@dataclass(frozen=True, slots=True)
class Term:
    """What somebody was, and when: ISO dates or years; an open side is ``""``."""

    country: str | None
    sectors: tuple[str, ...]
    valid_from: str
    valid_to: str
    roles: tuple[str, ...]
    org: str
    source: str = ""
    #: The user's own code for it, from a user's file only; it goes into the record as it stands.
    code: str = ""

    def covers(self, date: str) -> bool:
        """Whether an ISO date falls into the term."""
        after = not self.valid_from or date >= self.valid_from
        return after and (not self.valid_to or date[: len(self.valid_to)] <= self.valid_to)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One entry of the base; ``terms`` in the order of the file, the best known first."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    wikidata: str | None
    terms: tuple[Term, ...]

    def term(self, date: str | None) -> Term | None:
        """The term at a date; the first one without a date; None outside all terms."""
        if date is None:
            return self.terms[0]
        return next((t for t in self.terms if t.covers(date)), None)

    def over(self, date: str | None) -> bool:
        """Whether every term has ended by that date."""
        return date is not None and all(
            t.valid_to and t.valid_to < date[: len(t.valid_to)] for t in self.terms
        )


@dataclass(frozen=True, slots=True)
class AgentNoun:
    """A noun, or several words, that stands for an actor or a thing acted on.

    ``flags``: ``title`` (may stand before a name), ``weak`` (its sectors count only when nothing
    else tells), ``domestic`` (takes the country of its surroundings), ``force`` (troops a person
    leads), ``generic`` (may describe anything of its kind), ``proper`` (only with a capital),
    ``named`` (heads names of bodies), ``address`` (Mr, Mrs), ``m`` and ``f`` (gender).  A noun of
    kind ``measure`` counts the actor behind it, one of kind ``none`` is no actor.
    """

    noun: str
    kind: str
    sectors: tuple[str, ...]
    plural: bool
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for: a country, by some form of its name, or entries of the base."""

    country: CountryName | None
    entries: tuple[ActorEntry, ...]


@dataclass(frozen=True, slots=True)
class OwnName:
    """A form of a user's file, and what it stands for.

    ``stem``: its last word may go on with an ending ("Sudan" finds "Sudanese").
    """

    form: str
    known: Known
    stem: bool = False


@dataclass(frozen=True, slots=True)
class OwnActors:
    """What a user adds to the base; it stands above what ships."""

    entries: tuple[ActorEntry, ...] = ()
    names: tuple[OwnName, ...] = ()
    nouns: tuple[AgentNoun, ...] = ()


class ActorBase:
    """Everything dateline knows about actors before it reads the report."""

    def __init__(
        self, data: dict[str, Any], countries: Countries, own: OwnActors | None = None
    ) -> None:
        """Index compiled data; use :meth:`load` for the data that ships."""
        self.countries = countries
        self._stems: dict[tuple[str, ...], list[tuple[str, Known]]] = {}
        self.entries: dict[str, ActorEntry] = {}
        self._trie: dict[str, dict[tuple[tuple[str, ...], bool], Known]] = {}
        self._sizes: dict[str, tuple[int, ...]] = {}
        self._by_key: dict[tuple[str, ...], list[ActorEntry]] = {}
        self._surnames: dict[str, list[ActorEntry]] = {}
        self._nouns: dict[str, AgentNoun] = {}
        self._names: dict[str, AgentNoun] = {}
        self._longest: dict[str, int] = {}
        self.modifiers: dict[str, tuple[tuple[str, ...], str]] = {}
        self.given: dict[str, str] = {}
        self._read(data, own or OwnActors())

    @classmethod
    def load(cls, countries: Countries | None = None, own: OwnActors | None = None) -> "ActorBase":
        """The base that ships with dateline, with a user's own actors above it.

        Raises:
            KnowledgeError: it has not been built.
        """
        return cls(load_json("actors.json"), countries or Countries.load(), own)

    def _read(self, data: dict[str, Any], own: OwnActors) -> None:
        for row in data["entries"]:
            entry = _entry(row, data["sources"])
            self.entries[entry.id] = entry
        self.entries.update((entry.id, entry) for entry in own.entries)
        for entry in self.entries.values():
            self._index(entry)
        for form, noun, kind, sectors, plural, flags in data["agents"]:
            agent = AgentNoun(noun, kind, tuple(sectors), plural, frozenset(flags))
            self._add_noun(form, agent)
        for word, sectors, effect in data["modifiers"]:
            self.modifiers[word] = (tuple(sectors), effect)
        self.given.update(data["given"])
        self._add_countries()
        for name in own.names:
            self._add_own(name)
        for noun in own.nouns:
            self._add_noun(noun.noun, noun)
        for word, known in self._trie.items():
            self._sizes[word] = tuple(sorted({len(key) for key, _ in known}, reverse=True))

    def _index(self, entry: ActorEntry) -> None:
        for form in dict.fromkeys((entry.name, *entry.aliases)):
            key = pieces(form)
            if not key:
                continue
            same = self._by_key.setdefault(key, [])
            if entry not in same:
                same.append(entry)
                self._add(form, key, Known(None, tuple(same)))
        if entry.kind == "person":
            for form in dict.fromkeys((entry.name, *entry.aliases)):
                word = pieces(form)[-1:]
                if word and entry not in self._surnames.setdefault(word[0], []):
                    self._surnames[word[0]].append(entry)

    def _add(self, form: str, key: tuple[str, ...], known: Known) -> None:
        caps = form.replace(".", "").isupper() and len(form) <= CAPITALS
        self._trie.setdefault(key[0], {})[key, caps] = known

    def _add_noun(self, form: str, agent: AgentNoun) -> None:
        words = form.split()
        (self._names if "proper" in agent.flags else self._nouns)[form] = agent
        self._longest[words[-1]] = max(self._longest.get(words[-1], 0), len(words) - 1)

    def _add_own(self, name: OwnName) -> None:
        """A user's form, instead of whatever else was known by it."""
        key = pieces(name.form)
        if not key:
            return
        for caps in (True, False):
            self._trie.get(key[0], {}).pop((key, caps), None)
        self._add(name.form, key, name.known)
        self._by_key[key] = list(name.known.entries)
        if name.stem:
            self._stems.setdefault(key[:-1], []).append((key[-1], name.known))

    def _add_countries(self) -> None:
        for form, country in self.countries.forms.items():
            key = pieces(form)
            if key:
                self._add(form, key, Known(country, ()))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """First words of the names of people, and the given names."""
        people = (e for e in self.entries.values() if e.kind == "person")
        keys = (pieces(e.name) for e in people)
        return frozenset((*self.given, *(key[0] for key in keys if len(key) > 1)))

    def longest(
        self, words: Sequence[str], upper: Sequence[bool], at: int
    ) -> tuple[int, Known] | None:
        """The longest known name that starts at a word.

        Args:
            words: keys of the words, as :func:`pieces` makes them.
            upper: whether each word is written in capitals only.
            at: where to start.

        Returns:
            How many words it takes, and what it names.
        """
        exact = self._exact(words, upper, at)
        stemmed = self._stemmed(words, at) if self._stems else None
        return stemmed if stemmed and (not exact or stemmed[0] > exact[0]) else exact

    def _stemmed(self, words: Sequence[str], at: int) -> tuple[int, Known] | None:
        """The longest of the user's stems that starts at a word, its last word with an ending."""
        for size in range(min(_LONGEST_STEM, len(words) - at), 0, -1):
            last = words[at + size - 1]
            for stem, known in self._stems.get(tuple(words[at : at + size - 1]), ()):
                if last.startswith(stem) and last[len(stem) :] in _ENDINGS:
                    return size, known
        return None

    def _exact(
        self, words: Sequence[str], upper: Sequence[bool], at: int
    ) -> tuple[int, Known] | None:
        sizes = self._sizes.get(words[at])
        if sizes is None:
            return None
        names = self._trie[words[at]]
        for size in sizes:
            if at + size > len(words):
                continue
            key = tuple(words[at : at + size])
            known = names.get((key, True)) if upper[at] else None
            known = known or names.get((key, False))
            if known is not None:
                return size, known
        return None

    def named(self, name: str) -> tuple[ActorEntry, ...]:
        """Entries with that name or alias, spelled so (accents, dots and hyphens aside)."""
        return tuple(self._by_key.get(pieces(name), ()))

    def surname(self, word: str) -> tuple[ActorEntry, ...]:
        """People of the base whose name or alias ends in a word."""
        return tuple(self._surnames.get(word, ()))

    def heads(self, word: str) -> bool:
        """Whether any agent noun ends in a word, lower case."""
        return word in self._longest

    def noun(
        self, before: Sequence[str], head: str, *, capital: bool = True
    ) -> tuple[int, AgentNoun] | None:
        """The agent noun a phrase ends in.

        Args:
            before: lower-case words left of the head, in text order.
            head: the head, lower case.
            capital: whether the head is written with a capital; some nouns count only then.

        Returns:
            How many words the noun takes, and the noun.
        """
        longest = self._longest.get(head)
        if longest is None:
            return None
        for size in range(min(longest, len(before)), -1, -1):
            form = " ".join((*before[len(before) - size :], head)) if size else head
            found = (self._names.get(form) if capital else None) or self._nouns.get(form)
            if found is not None:
                return size + 1, found
        return None


def _entry(row: dict[str, Any], sources: Sequence[str]) -> ActorEntry:
    terms = tuple(
        Term(t[0] or None, tuple(t[1]), t[2], t[3], tuple(t[4]), t[5], sources[t[6]])
        for t in row["terms"]
    )
    return ActorEntry(
        row["id"], row["name"], tuple(row["aliases"]), row["kind"], row["wikidata"] or None, terms
    )
