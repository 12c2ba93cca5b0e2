"""What a noun phrase is, as far as the lexicon may ask: actor, armed, place, $weapon, its own lemma ..."""

from collections.abc import Sequence
from typing import Protocol

from dateline.coding.tree import child, children
from dateline.knowledge.grammar import Grammar
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Actor, Participant, Place, Sentence

ARMED = frozenset({"MIL", "REB", "COP", "UAF", "PRM", "SPY", "CRM"})
STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
IGO = frozenset({"UNO", "EUR", "IGO"})
CIVIL = frozenset(
    {
        "CVL",
        "OPP",
        "LAB",
        "EDU",
        "AGR",
        "JRN",
        "MED",
        "REF",
        "REL",
        "SOC",
        "ELI",
        "PTY",
        "BUS",
        "LEG",
    }
)
#: Types of acts that somebody suffers.
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
ACTORS = frozenset({"country", "organisation", "person", "group"})


class Who(Protocol):
    """Who a noun phrase stands for (``resolve.actors.Cast``)."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every entity of the report."""

    def at(self, sentence: int, head: int) -> tuple[Participant, ...]:
        """Participants of the noun phrase headed by token ``head``; empty when it is no actor."""


#: What somebody's men are.
TROOPS = frozenset({"armed", "$force"})
#: What counts people, and what they may have become.
COUNTS = frozenset({"number", "total", "count", "tally"})
LOST = frozenset({"dead", "killed", "fallen", "slain", "wounded", "injured", "missing"})


class Meaning:
    """Labels of the noun phrases of one sentence, worked out once each."""

    def __init__(
        self,
        sentence: Sentence,
        who: Who,
        places: Sequence[Place],
        lexicon: Lexicon,
        grammar: Grammar,
    ) -> None:
        self._s = sentence
        self._who = who
        self._lexicon = lexicon
        self.grammar = grammar
        self._labels: dict[int, frozenset[str]] = {}
        self._places = [
            p for p in places if sentence.span.start <= p.span.start < sentence.span.end
        ]

    def suffering(self, head: int) -> frozenset[str]:
        """Prepositions behind an act noun of harm that name who suffers it: the "of" of "the killing of"."""
        found = self._lexicon.nouns(self._s.tokens[head].lemma.lower())[:1]
        return frozenset(
            role
            for entry in found
            if entry.type in HARM
            for role in entry.recipient
            if role not in entry.actor
        )

    def labels(self, head: int) -> frozenset[str]:
        """Every slot name that noun phrase ``head`` may fill."""
        if head not in self._labels:
            self._labels[head] = frozenset(self._find(head))
        return self._labels[head]

    def labels_of(self, heads: Sequence[int]) -> frozenset[str]:
        """What any of the noun phrases may fill."""
        if len(heads) == 1:
            return self.labels(heads[0])
        return frozenset[str]().union(*map(self.labels, heads))

    def place(self, head: int) -> Place | None:
        """The literal place named by token ``head``, or None."""
        token = self._s.tokens[head]
        return next(
            (
                p
                for p in self._places
                if p.span.start <= token.start < p.span.end and p.use != "demonym"
            ),
            None,
        )

    def country(self, head: int) -> Place | None:
        """The country that token ``head`` names, as a noun or as an adjective ("British"), or None."""
        token = self._s.tokens[head]
        return next(
            (
                p
                for p in self._places
                if p.span.start <= token.start < p.span.end
                and p.country
                and p.kind in {"country", None}
            ),
            None,
        )

    def participants(self, head: int) -> tuple[Participant, ...]:
        """Who the noun phrase stands for; "dozens of rebels" stands for the rebels."""
        if self._begins_a_noun(head):
            return ()
        found = self._who.at(self._s.index, head)
        if found:
            return found
        inner = self.inside(head)
        return self._who.at(self._s.index, inner) if inner is not None else ()

    def _begins_a_noun(self, head: int) -> bool:
        """Whether a capital at the start of a sentence only begins a common noun: "Visa restrictions were lifted"."""
        s = self._s
        token = s.tokens[head]
        if (
            head != 0
            or token.dep != "compound"
            or token.head != 1
            or not s.tokens[1].text.islower()
        ):
            return False
        return f"{token.lower} {s.tokens[1].lemma.lower()}" in self._lexicon.noun_classes

    def several(self, heads: tuple[int, ...]) -> bool:
        """Whether the phrases stand for actors of more than one country."""
        countries = {
            p.actor.country for h in heads for p in self.participants(h) if p.actor.country
        }
        return len(countries) > 1

    def inside(self, head: int) -> int | None:
        """The noun that a counting or grouping head stands aside for ("series of protests")."""
        s = self._s
        if (
            s.tokens[head].lemma.lower() not in self.grammar.transparent
            and s.tokens[head].pos != "NUM"
        ):
            return None
        of = next((p for p in children(s, head, "prep") if s.tokens[p].lower == "of"), None)
        return child(s, of, "pobj") if of is not None else None

    def compound(self, head: int) -> list[str]:
        """The noun with the words before it, longest first: ``["peace talk", "talk"]``."""
        s = self._s
        lemma = s.tokens[head].lemma.lower()
        before = [
            s.tokens[c].lower
            for c in s.children[head]
            if c < head
            and s.tokens[c].dep in {"compound", "amod", "nmod"}
            and s.tokens[c].text != "-"
        ]
        words = [f"{' '.join(before[-n:])} {lemma}" for n in (2, 1) if len(before) >= n]
        return [*words, *(f"{w} {lemma}" for w in before[:-1]), lemma]

    def _find(self, head: int) -> set[str]:
        s = self._s
        token = s.tokens[head]
        found = {"any", token.lemma.lower(), token.lower}
        for phrase in self.compound(head):
            found.update("$" + c for c in self._lexicon.noun_classes.get(phrase, ()))
            found.add(phrase)
        if self._lexicon.noun_classes.get(token.lower):
            found.update("$" + c for c in self._lexicon.noun_classes[token.lower])
        if (
            head == 0 and token.tag == "NNPS"
        ):  # "Rockets were fired": the parser takes it for a name
            found.add(token.lower.removesuffix("s"))
            found.update(
                "$" + c for c in self._lexicon.noun_classes.get(token.lower.removesuffix("s"), ())
            )
        if token.pos == "NOUN" and self._lexicon.nouns(token.lemma.lower()):
            found.add("event")
        if token.pos == "NUM" or token.lower == "people":
            found.add("number")
        if self.place(head) is not None:
            found.add("place")
        inner = self.inside(head)
        if inner is not None and self._lost(head, inner):
            return found
        for p in self._who.at(s.index, head):
            found |= _actor_labels(p)
        if inner is not None and inner != head:
            found |= self.labels(inner)
        return self._with_troops(head, found)

    def _with_troops(self, head: int, found: set[str]) -> set[str]:
        """The labels of "his men", "the warlord's men": they are armed."""
        theirs = self._s.tokens[head].lower == "men" and children(self._s, head, "poss")
        return (found - {"civil"}) | TROOPS if theirs else found

    def _lost(self, head: int, inner: int) -> bool:
        """Whether a count is of the dead, who are no force: "raised the number of its dead soldiers"."""
        below = (self._s.tokens[c].lower for c in self._s.children[inner])
        return self._s.tokens[head].lemma in COUNTS and any(w in LOST for w in below)


def _actor_labels(participant: Participant) -> set[str]:
    actor = participant.actor
    if actor.kind not in ACTORS:
        return {actor.kind}
    found = {"actor"}
    sectors = set(actor.sectors)
    if actor.kind == "person":
        found.add("person")
    if actor.kind == "organisation":
        found.add("org")
    if actor.kind == "group":
        found.add("group")
    if sectors & ARMED:
        found.add("armed")
    if actor.kind == "country" or sectors & STATE or actor.country in IGO:
        found.add("state")
    if sectors & CIVIL or (actor.kind in {"person", "group"} and not sectors & (ARMED | STATE)):
        found.add("civil")
    return found
