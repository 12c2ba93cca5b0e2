"""What the ledger rests on: presuppositions, words in tension, the table of commitment; from knowledge/ledger."""

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import load_json


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a headline that takes something for granted; see knowledge/ledger/presuppositions.yml."""

    id: str
    words: tuple[tuple[str, ...], ...]
    form: str
    asks: str
    nouns: frozenset[str]
    before: frozenset[str]
    gerund: bool


@dataclass(frozen=True, slots=True)
class Presupposing:
    """All triggers, and the signs by which a sentence tells of an earlier time."""

    triggers: tuple[Trigger, ...]
    earlier: frozenset[str]
    broken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sets of forms that do not go together."""

    id: str
    says: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strains:
    """What tensions are found by."""

    pairs: tuple[Pair, ...]
    ceasefire: tuple[str, ...]
    holding: tuple[str, ...]
    broken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Factor:
    """Words that weaken or strengthen an act, and by how much."""

    id: str
    factor: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Firmness:
    """The table of commitment; factors multiply."""

    status: dict[str, float]
    sources: dict[str, float]
    link: float
    acts: dict[str, float]
    hedges: tuple[Factor, ...]
    plans: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Taking:
    """When an event says that somebody took a town; see knowledge/ledger/taking.yml."""

    entries: frozenset[str]
    words: tuple[str, ...]
    towns: frozenset[str]
    before: frozenset[str]


@cache
def taking() -> Taking:
    """What the taking of towns is known by, read once."""
    data = load_json("ledger.json")["taking"]
    sets = (frozenset(data[name]) for name in ("towns", "before"))
    return Taking(frozenset(data["entries"]), tuple(data["words"]), *sets)


@cache
def presupposing() -> Presupposing:
    """Triggers and signs, read once."""
    data = load_json("ledger.json")
    triggers = tuple(
        Trigger(
            row["id"], tuple(tuple(w.split()) for w in row["words"]), row["form"], row["asks"],
            frozenset(row.get("nouns", ())), frozenset(row.get("before", ())), bool(row.get("gerund")),
        )
        for row in data["presuppositions"]
    )  # fmt: skip
    signs = data["earlier"]
    return Presupposing(triggers, frozenset(signs["words"]), frozenset(signs["broken"]))


@cache
def strains() -> Strains:
    """Words in tension, read once."""
    data = load_json("ledger.json")["tensions"]
    pairs = tuple(
        Pair(row["id"], row["says"], tuple(row["left"]), tuple(row["right"]))
        for row in data["pairs"]
    )
    truce = data["ceasefire"]
    return Strains(
        pairs, tuple(truce["words"]), tuple(truce["holding"]), frozenset(truce["broken"])
    )


@cache
def firmness() -> Firmness:
    """The table of commitment, read once."""
    data = load_json("ledger.json")["commitment"]
    hedges, plans = (
        tuple(Factor(row["id"], row["factor"], frozenset(row["words"])) for row in data[key])
        for key in ("hedges", "plans")
    )
    return Firmness(data["status"], data["sources"], data["link"], data["acts"], hedges, plans)
