"""When two descriptions may be of the same people."""

from dateline.knowledge.actors import words
from dateline.resolve.who.mention import NOWHERE, Entity, Mention
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
