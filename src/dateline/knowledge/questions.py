"""What words of a question ask for, as compiled from knowledge/questions."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.knowledge.files import load_json

#: One pattern: places of words in any order; of each place any one lemma.
Pattern = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act by its codes; a field that is empty or None asks nothing.

    ``trigger`` are words whose forms tell it, ``figure`` a figure that must be given, ``recipient`` sectors of which
    one must be the recipient's; ``after`` nouns of which one is told to be in force just before ("the truce").
    """

    type: str
    modes: frozenset[str] = frozenset()
    cameo: str | None = None
    trigger: tuple[str, ...] = ()
    contexts: frozenset[str] = frozenset()
    figure: str | None = None
    recipient: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asking:
    """What a word of a question asks for; see knowledge/questions/acts.yml."""

    id: str
    patterns: tuple[Pattern, ...]
    says: str
    acts: tuple[ActRow, ...]
    wider: tuple[ActRow, ...]
    relations: frozenset[str]
    opposite: tuple[str, ...]
    near: tuple[str, ...]
    mutual: bool
    loose: bool
    claims: frozenset[str]
    outer: bool
    example: str
    absent: frozenset[str] = frozenset()
    absent_of: frozenset[str] = frozenset()

    @property
    def types(self) -> tuple[str, ...]:
        """PLOVER types, each once, in order."""
        return tuple(dict.fromkeys(row.type for row in self.acts))


@dataclass(frozen=True, slots=True)
class Carrier:
    """A word that ties somebody to an act named by another word ("behind", "involved in")."""

    id: str
    patterns: tuple[Pattern, ...]
    loose: bool


@dataclass(frozen=True, slots=True)
class Region:
    """Countries of a region (alpha-3), and those that some count to it (``also``)."""

    name: str
    countries: frozenset[str]
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class Questions:
    """All of it."""

    acts: tuple[Asking, ...]
    carriers: tuple[Carrier, ...]
    people: tuple[frozenset[str], ...]
    regions: dict[str, Region]
    irregular: dict[str, str]
    anaphors: frozenset[str]
    in_force: frozenset[str]
    moods: dict[str, frozenset[str]]
    same: tuple[frozenset[str], ...]

    def lemma(self, word: str) -> str:
        """The word, in lower case; of a verb with forms of its own the lemma."""
        low = word.casefold()
        return self.irregular.get(low, low)

    def act(self, ident: str) -> Asking:
        """An entry by its id."""
        return next(a for a in self.acts if a.id == ident)

    def alike(self, word: str) -> frozenset[str]:
        """Nouns for the same people as this one, itself included."""
        low = word.casefold()
        return frozenset({low}).union(*(group for group in self.people if low in group))


@cache
def questions() -> Questions:
    """Everything, read once."""
    data = load_json("questions.json")
    return Questions(
        tuple(_asking(row) for row in data["acts"]),
        tuple(Carrier(r["id"], _patterns(r["words"]), r["loose"]) for r in data["carriers"]),
        tuple(frozenset(group) for group in data["people"]),
        {
            r["name"].casefold(): Region(r["name"], frozenset(r["in"]), frozenset(r["also"]))
            for r in data["regions"]
        },
        {form: group[0] for group in data["irregular"] for form in group[1:]},
        frozenset(data["anaphors"]),
        frozenset(data["in_force"]),
        {name: frozenset(words) for name, words in data["moods"].items()},
        tuple(frozenset(group) for group in data["alike"]),
    )


def _asking(row: dict[str, Any]) -> Asking:
    return Asking(
        row["id"], _patterns(row["words"]), row["says"], _rows(row["acts"]),
        _rows(row.get("wider", ())), frozenset(row.get("relations", ())),
        tuple(row.get("opposite", ())), tuple(row.get("near", ())), bool(row.get("mutual")),
        bool(row.get("loose")), frozenset(row.get("claims", ())), bool(row.get("outer")),
        row["example"],
        frozenset(row.get("absent", ())), frozenset(row.get("absent_of", ())),
    )  # fmt: skip


def _rows(found: list[dict[str, Any]]) -> tuple[ActRow, ...]:
    return tuple(
        ActRow(
            row["type"], frozenset(row.get("modes", ())), row.get("cameo"),
            tuple(row.get("trigger", ())), frozenset(row.get("contexts", ())), row.get("figure"),
            frozenset(row.get("recipient", ())), frozenset(row.get("after", ())),
        )
        for row in found
    )  # fmt: skip


def _patterns(words: list[str]) -> tuple[Pattern, ...]:
    return tuple(tuple(frozenset(place.split("|")) for place in w.split()) for w in words)
