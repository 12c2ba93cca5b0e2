"""The other side of an act, whose country tells nothing of this side's."""

from collections import Counter
from collections.abc import Sequence

from dateline.records import Sentence
from dateline.resolve.who.mention import OTHERS, OWN, Entity, Mention
from dateline.resolve.who.story import Story

#: Dependencies of the sides of a verb.
SIDES = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})
#: Bodies of a state whose counterparts are another state's.
FACING = frozenset({"GOV", "LEG"})


def sectors_told(entity: Entity) -> frozenset[str]:
    """Sectors that the text tells of an entity."""
    return frozenset(s for m in entity.mentions for s in m.sectors)


def somebody_s(story: Story, mention: Mention) -> bool:
    """Whether a name that nothing is known of owns the mention: the "Zandara's" of "Zandara's emir"."""
    owner = story.at[mention.sent].get(mention.owner) if mention.owner is not None else None
    if owner is None or owner.form != "name":
        return False
    return all(e.country is None and e.kind == "organisation" for e in owner.entities)


def only_faced(story: Story, entity: Entity, named: Sequence[Counter[str]]) -> bool:
    """Whether the one country spoken of is only that of the other side: "The president met Chile's"."""
    if not sectors_told(entity) & FACING and not _people_by_name(entity):
        return False
    if sum(len(found) > 0 for found in named) > 1:
        return False
    facing = [other for m in entity.mentions for other in _other_sides(story, m)]
    return any(_people_by_name(entity) or _of_state(other) for other in facing)


def _colon(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tokens) and sentence.tokens[i].text == ":"


def _of_state(entity: Entity) -> bool:
    """Whether an entity is a state or governs one."""
    if entity.kind == "organisation":
        return False
    known = entity.entry.terms[0].sectors if entity.entry else ()
    return entity.kind == "country" or bool((sectors_told(entity) | set(known)) & FACING)


def _people_by_name(entity: Entity) -> bool:
    """A people known only by the ending of its name, which has its own country."""
    agents = [m.agent for m in entity.mentions if m.agent is not None]
    return any("ending" in a.flags for a in agents) and any(f[:1].isupper() for f in entity.forms)


def _other_sides(story: Story, mention: Mention) -> list[Entity]:
    """Those with a country to whom, with whom or by whom the verb of a mention is done."""
    sentence = story.sentence(mention.sent)
    verb = sentence.tokens[mention.head].head
    if sentence.tokens[verb].pos != "VERB":
        return []
    found: list[Entity] = []
    for child in sentence.children[verb]:
        below = (
            sentence.children[child]
            if sentence.tokens[child].dep in ("prep", "agent")
            else (child,)
        )
        for i in below:
            other = story.at[mention.sent].get(i)
            if other is None or i == mention.head or sentence.tokens[i].dep not in SIDES:
                continue
            if _colon(sentence, other.last + 1):
                continue  # the place where the report was written
            found.extend(e for e in other.entities if e.rank <= OWN and e.country not in OTHERS)
    return [e for e in found if e.country]
