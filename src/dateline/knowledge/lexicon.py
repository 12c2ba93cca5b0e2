"""The event lexicon, the operators and the ontology's tables, as compiled by ``make knowledge``."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.knowledge.files import load_json


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of one word; see docs/lexicon.md for what the fields ask.

    A field that is None asks nothing.  ``words`` are lemmas, particles after a blank.
    """

    id: str
    pos: str
    words: tuple[str, ...]
    type: str
    modes: tuple[str, ...]
    cameo: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    example: str
    counter: tuple[str, ...]
    object: tuple[str, ...] | None = None
    object_not: tuple[str, ...] = ()
    subject: tuple[str, ...] | None = None
    subject_not: tuple[str, ...] = ()
    prep: dict[str, tuple[str, ...]] = field(default_factory=dict)
    prep_not: dict[str, tuple[str, ...]] = field(default_factory=dict)
    of: str = "none"
    light: tuple[str, ...] = ()
    under: bool = False
    agentless: bool = True
    carried: bool = False
    omission: bool = False
    iobj: tuple[str, ...] | None = None
    purpose: tuple[str, ...] = ()
    #: How much the entry asks: more constraints win over fewer.
    weight: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", self._asks())

    @property
    def specific(self) -> bool:
        """Whether it names what its object must be, so that it wins over an operator."""
        return self.object is not None and not {"any", "actor", "clause", "none"} & set(self.object)

    def _asks(self) -> int:
        return (
            2 * (self.object is not None and self.object != ("any",))
            + (self.object == ("any",))
            + 2 * (self.subject is not None and self.subject != ("actor",))
            + (self.subject == ("actor",))
            + 2 * len(self.prep)
            + 3 * bool(self.purpose)
            + bool(self.object_not)
        )


@dataclass(frozen=True, slots=True)
class Operator:
    """A word whose complement is an act; ``kind`` and the flags as listed in operators.yml."""

    id: str
    kind: str
    bare: dict[str, str] | None = None
    bare_not: frozenset[str] = frozenset()
    itself: dict[str, str] | None = None
    over: str = "object"
    ahead: bool = False
    public: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """What an operator makes of an inner act."""

    type: str
    cameo: str | None
    modes: tuple[str, ...]


class Lexicon:
    """Look-up of entries, operators and tables by word."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.version: str = raw["version"]
        self.entries = tuple(_entry(e) for e in raw["entries"])
        self._verbs: dict[str, list[Entry]] = {}
        self._nouns: dict[str, list[Entry]] = {}
        for entry in self.entries:
            table = self._nouns if entry.pos == "n" else self._verbs
            for word in entry.words:
                table.setdefault(word, []).append(entry)
        self.noun_classes: dict[str, list[str]] = raw["nouns"]
        self.light: frozenset[str] = frozenset(raw["light"])
        self.cameo: dict[str, dict[str, Any]] = raw["cameo"]
        #: Type -> the CAMEO code of a type when nothing tells more.
        self.generic: dict[str, str] = raw["generic"]
        self._scores: dict[str, dict[str, Any]] = raw["scores"]
        self._compose: dict[str, dict[str, Any]] = raw["compose"]
        self.instruments: dict[str, str] = raw["instruments"]
        self.contexts: dict[str, list[str]] = raw["contexts"]
        self.happen: frozenset[str] = frozenset()
        self._operators: dict[tuple[str, str], Operator] = {}
        for op in raw["operators"]:
            made = Operator(
                op["id"],
                op["kind"],
                op.get("bare"),
                frozenset(op.get("bare_not", ())),
                op.get("itself"),
                op.get("over", "object"),
                op.get("ahead", False),
                op.get("public", False),
            )
            for pos, key in (("v", "words"), ("n", "nouns"), ("a", "adjectives")):
                for word in op.get(key, []):
                    self._operators.setdefault((pos, word), made)
            if made.kind == "happen":
                self.happen = frozenset(op["words"])

    def verbs(self, word: str) -> list[Entry]:
        """Entries of a verb, particle after a blank."""
        return self._verbs.get(word, [])

    def nouns(self, word: str) -> list[Entry]:
        """Entries of an event noun or compound."""
        return self._nouns.get(word, [])

    def operator(self, pos: str, word: str) -> Operator | None:
        """The operator for a verb (``v``), noun (``n``) or adjective (``a``), or None."""
        return self._operators.get((pos, word))

    def compose(
        self, kind: str, inner_type: str, inner_cameo: str | None, inner_modes: tuple[str, ...]
    ) -> Composed | None:
        """What an operator of ``kind`` makes of an inner act; None when nothing is to be coded."""
        table = self._compose.get(kind)
        if table is None:
            return None
        for mode in inner_modes:
            if mode in table.get("by_mode", {}):
                return _composed(table["by_mode"][mode], inner_cameo)
        by_cameo: dict[str, str] = table.get("by_cameo", {})
        general = table["by_type"].get(inner_type)
        if inner_cameo and (general is None or general.get("cameo") != "same"):
            prefix = next((inner_cameo[:n] for n in (4, 3, 2) if inner_cameo[:n] in by_cameo), None)
            if prefix:
                code = by_cameo[prefix]
                row = self.cameo[code]
                return Composed(row["type"], code, (row["mode"],) if row["mode"] else ())
        return _composed(general, inner_cameo) if general else None

    def quad(self, kind: str) -> int:
        """PLOVER quad class, 1 to 4."""
        return int(self._scores[kind]["quad"])

    def intensity(self, kind: str, modes: tuple[str, ...]) -> float:
        """PLOVER score, -10 to 10: of the mode farthest from zero, else of the type."""
        row = self._scores[kind]
        known = [float(row["modes"][m]) for m in modes if m in row.get("modes", {})]
        return max(known, key=abs) if known else float(row["score"])

    def goldstein(self, code: str | None) -> float | None:
        """Goldstein score of a CAMEO code; the parent's where the code has none."""
        while code:
            found = self.cameo.get(code, {}).get("goldstein")
            if found is not None:
                return float(found)
            code = code[:-1]
        return None


@cache
def load_lexicon() -> Lexicon:
    """The compiled lexicon, read once per process."""
    return Lexicon(load_json("lexicon.json"))


def _composed(row: dict[str, Any], inner: str | None) -> Composed:
    cameo = row.get("cameo")
    return Composed(row["type"], inner if cameo == "same" else cameo, tuple(row.get("modes", ())))


def _entry(raw: dict[str, Any]) -> Entry:
    def optional(key: str) -> tuple[str, ...] | None:
        return tuple(raw[key]) if key in raw else None

    return Entry(
        id=raw["id"], pos=raw["pos"], words=tuple(raw["words"]), type=raw["type"], modes=tuple(raw["modes"]),
        cameo=raw["cameo"], actor=tuple(raw["actor"]), recipient=tuple(raw["recipient"]), example=raw["example"],
        counter=tuple(raw["not"]), object=optional("object"), object_not=tuple(raw.get("object_not", ())),
        subject=optional("subject"), subject_not=tuple(raw.get("subject_not", ())),
        prep={k: tuple(v) for k, v in raw.get("prep", {}).items()},
        prep_not={k: tuple(v) for k, v in raw.get("prep_not", {}).items()},
        of=raw.get("of", "none"), light=tuple(raw.get("light", ())), under=bool(raw.get("under", False)),
        agentless=bool(raw.get("agentless", True)), carried=bool(raw.get("carried", False)),
        omission=bool(raw.get("omission", False)),
        iobj=optional("iobj"), purpose=tuple(raw.get("purpose", ())),
    )  # fmt: skip
