"""When two descriptions may be of the same people."""

from dateline.knowledge.actors import AgentNoun, words
from dateline.resolve.who.mention import NOWHERE, OTHERS, OWN, Entity, Mention
from dateline.resolve.who.story import Story

#: Nouns that name the same people.
ALIKE = (
    frozenset(
        {"rebel", "rebel soldier", "rebel fighter", "insurgent", "guerrilla", "rebel forces"}
        | {"rebel force", "rebel group", "rebel troops"}
    ),
    frozenset({"protester", "protestor", "demonstrator", "marcher"}),
    frozenset({"troops", "soldier", "forces"}),
    frozenset({"police", "police force"}),
    frozenset({"army", "military", "armed forces"}),
    frozenset({"militia", "militiaman"}),
)

#: Bodies of a state by the sectors of their nouns, and those who fight it.
STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG"})
IRREGULAR = frozenset({"REB", "PRM", "UAF"})
#: State bodies of which a country has many; a sector in common makes no two of them one.
MANY = frozenset({"GOV", "MIL", "JUD"})


def is_state_noun(agent: AgentNoun) -> bool:
    """Whether a noun means a body of some state: "army", "government", "court"."""
    return (
        agent.kind == "organisation"
        and "domestic" in agent.flags
        and "weak" not in agent.flags
        and bool(set(agent.sectors) & STATE)
    )


def may_mean(agent: AgentNoun, entity: Entity) -> bool:
    """Whether a body's noun may mean an entity: "the army" is no rebel group, nor the U.N.'s."""
    if not is_state_noun(agent):
        return True
    sectors = entity.entry.terms[0].sectors if entity.entry else ()
    if not sectors:
        sectors = tuple(s for m in entity.mentions for s in m.sectors if s in IRREGULAR)
    if sectors and sectors[0] in IRREGULAR:
        return False
    if entity.country not in OTHERS:
        return True
    last = agent.noun.split()[-1]
    return any(last in form.lower().split() for form in entity.forms)


def brings_new(mention: Mention, other: Mention) -> bool:
    """Whether a phrase speaks of other people than an earlier one with its noun does.

    "Soldiers" after "French soldiers" or "ten soldiers", "the people of Kuda" after "the people".
    """
    if mention.kind != "group":
        return False
    if mention.last > mention.head and other.last == other.head:
        return True
    if mention.definite or mention.owner is not None:
        return False
    foreign = other.country is not None and other.rank <= OWN and mention.country is None
    return other.counted or foreign or "ELI" in other.sectors


def same_noun(one: Mention, other: Mention) -> bool:
    """Whether two descriptions use the same noun, or nouns for the same people."""
    if one.agent is None or other.agent is None:
        return False
    a, b = one.agent.noun, other.agent.noun
    return a == b or any(a in group and b in group for group in ALIKE)


def compatible(story: Story, mention: Mention, entity: Entity, other: Mention) -> bool:
    """No two countries, no two of-phrases, no telling modifier that the earlier ones lack."""
    stated = mention.country and entity.country and entity.rank < NOWHERE
    if stated and mention.country != entity.country:
        return False
    both = mention.last > mention.head and other.last > other.head
    if both and mention.country != other.country:
        return False
    telling = mention.modifiers - words("plain")
    known = {w for m in entity.mentions for w in m.modifiers}
    known.update(w.lower() for form in entity.forms for w in form.split())
    if telling <= known:
        return True
    same = mention.country is not None and mention.country == entity.country
    return same and telling <= known | _country_words(story, mention)


def _country_words(story: Story, mention: Mention) -> set[str]:
    v = story.views[mention.sent]
    return {v.sentence.tokens[i].lower for i in range(mention.first, mention.head) if i in v.hits}
