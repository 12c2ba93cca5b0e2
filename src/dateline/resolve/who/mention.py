"""Working records of the actor resolver: mentions and the entities they are gathered into."""

from dataclasses import dataclass, field

from dateline.knowledge.actors import ActorEntry, AgentNoun
from dateline.knowledge.countries import NOT_STATES

#: How near the words that told a country stood: the lower, the better the evidence.
KNOWN, OWN, WITHIN, BESIDE, CLAUSE, PLACE, AROUND, NOWHERE = range(8)
#: Rank of an entity that no evidence may give a country: "its neighbour", "the two countries".
SEALED = -1

#: Country codes of the ontology that are no state.
OTHERS = NOT_STATES


@dataclass(slots=True, eq=False)
class Mention:
    """One noun phrase or pronoun.

    ``first`` and ``last`` are the token positions of its words; ``form`` is ``name``,
    ``description`` or ``pronoun``; ``name`` the words without titles and determiners; ``roles``
    the agent nouns in it; ``modifier`` is True for a name or noun inside another phrase ("police
    raid", "Israeli raid").
    """

    sent: int
    head: int
    first: int
    last: int
    form: str
    kind: str
    name: str = ""
    name_first: int = 0
    name_last: int = 0
    roles: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    weak: bool = False
    agent: AgentNoun | None = None
    entries: tuple[ActorEntry, ...] = ()
    country: str | None = None
    rank: int = NOWHERE
    countries: tuple[str, ...] = ()
    plural: bool = False
    gender: str = ""
    definite: bool = False
    indefinite: bool = False
    counted: bool = False
    modifiers: frozenset[str] = frozenset()
    owner: int | None = None
    modifier: bool = False
    sure: bool = False
    seat: bool = False
    entities: tuple["Entity", ...] = ()
    copies: tuple["Mention", ...] = ()

    @property
    def where(self) -> tuple[int, int]:
        """Place in the report, for order."""
        return self.sent, self.head


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that one or more mentions stand for."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    entry: ActorEntry | None = None
    leads: "Entity | None" = None
    led_by: "Entity | None" = None
    country: str | None = None
    rank: int = NOWHERE
    gender: str = ""
    plural: bool = False
    sure: bool = False
    known_as: tuple[str, ...] = ()

    def take(self, mention: Mention) -> None:
        """Add a mention and what it tells."""
        mention.entities = (*mention.entities, self)
        self.mentions.append(mention)
        if mention.form == "pronoun":
            return
        if mention.name and mention.name not in self.forms:
            self.forms.append(mention.name)
        self.roles.extend(r for r in mention.roles if r not in self.roles)
        self.gender = self.gender or mention.gender
        self.sure = self.sure or mention.sure
        if mention.entries and self.entry is None and len(mention.entries) == 1:
            self.entry = mention.entries[0]
        self.tell(mention.country, mention.rank)

    def tell(self, country: str | None, rank: int) -> None:
        """Note evidence of a country; better evidence wins, and the earlier of equals."""
        if country and rank < self.rank:
            self.country, self.rank = country, rank

    def absorb(self, other: "Entity") -> None:
        """Make another entity part of this one."""
        for mention in other.mentions:
            mention.entities = tuple(self if e is other else e for e in mention.entities)
        self.mentions = sorted({*self.mentions, *other.mentions}, key=lambda m: (m.where, m.first))
        self.forms.extend(f for f in other.forms if f not in self.forms)
        self.roles.extend(r for r in other.roles if r not in self.roles)
        self.entry = self.entry or other.entry
        self.leads = self.leads or other.leads
        self.led_by = self.led_by or other.led_by
        self.gender = self.gender or other.gender
        self.sure = self.sure or other.sure
        self.tell(other.country, other.rank)
