"""Whom a description takes up: "the army" after an army, "the movement" after one told of."""

from collections import Counter

from dateline.knowledge.actors import AgentNoun, words
from dateline.resolve.who.kin import (
    IRREGULAR,
    MANY,
    STATE,
    brings_new,
    compatible,
    is_state_noun,
    may_mean,
    same_noun,
)
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import Entity, Mention
from dateline.resolve.who.phrases import objects
from dateline.resolve.who.scenes import place_country, scene_at
from dateline.resolve.who.story import Story

#: How far back, in sentences, a description may reach.
REACH, FAR = 12, 40
ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP"})


def antecedent(
    story: Story, mention: Mention, seen: list[Mention], owner: Entity | None
) -> Entity | None:
    """The entity that a description takes up, if one of those before it may be meant.

    Args:
        story: the report so far.
        mention: the description.
        seen: mentions before it, in text order.
        owner: whose it is, where that is told.
    """
    if mention.modifier and mention.kind == "person":
        return None
    found = _candidates(story, mention, seen, owner)
    bloc = None if found else _bloc(mention, seen)
    if bloc is not None:
        return bloc
    if found:
        return _called_so(mention, found) or _of_the_story(mention, seen, found) or found[0][1]
    if not mention.definite or mention.kind != "person":
        return None
    holder = person_by_office(story, mention)
    return (
        holder
        if holder is not None and (owner is None or _owned_by(story, owner, holder))
        else None
    )


def _bloc(mention: Mention, seen: list[Mention]) -> Entity | None:
    """Of "the bloc": the one body of nations that has been named."""
    noun = mention.agent.noun.split()[-1] if mention.agent else ""
    if noun not in words("blocs") or not mention.definite or mention.country is not None:
        return None
    bodies = {
        id(e): e
        for m in seen
        for e in m.entities
        if e.kind == "organisation" and e.country in ("IGO", "EUR") and m.form == "name"
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _candidates(
    story: Story, mention: Mention, seen: list[Mention], owner: Entity | None
) -> list[tuple[Mention, Entity]]:
    """Earlier mentions that a description may repeat, the last one first."""
    found = []
    for other in reversed(seen):
        if mention.sent - other.sent > (FAR if mention.kind == "organisation" else REACH):
            break
        entity = entity_of(other)
        if (
            entity is None
            or other.form == "pronoun"
            or entity.kind in ("country", "place", "thing")
            or other is mention
        ):
            continue
        if owner is not None and owner_key(owner) not in entity.known_as and entity.known_as:
            continue
        if _describes(story, mention, other, entity, owner):
            found.append((other, entity))
    return found


def _called_so(mention: Mention, found: list[tuple[Mention, Entity]]) -> Entity | None:
    """Of "the movement", which fits any body: the one that has been called so before."""
    if mention.agent is None or "generic" not in mention.agent.flags:
        return None
    called = [e for m, e in found if m.form == "description" and same_noun(mention, m)]
    return called[0] if called else None


def _of_the_story(
    mention: Mention, seen: list[Mention], found: list[tuple[Mention, Entity]]
) -> Entity | None:
    """Of "the army" after the armies of two states: that of the state more spoken of so far."""
    if mention.agent is None or not is_state_noun(mention.agent) or mention.country is not None:
        return None
    last = mention.agent.noun.split()[-1]
    armies = {
        e.country: e
        for m, e in reversed(found)
        if e.country and (same_noun(mention, m) or m.name.lower().endswith(last))
    }
    if len(armies) < 2:  # noqa: PLR2004
        return None
    told = Counter(e.country for m in seen for e in m.entities if e.country in armies)
    (first, most), (_, next_most) = told.most_common(2)
    return armies[first] if first is not None and most > next_most else None


def _describes(
    story: Story, mention: Mention, other: Mention, entity: Entity, owner: Entity | None
) -> bool:
    agent = mention.agent
    if agent is None or (
        mention.plural != other.plural and {mention.kind, other.kind} != {"organisation"}
    ):
        return False
    if not (compatible(story, mention, entity, other) and may_mean(agent, entity)):
        return False
    if owner is not None and not _owned_by(story, owner, entity):
        return False
    if same_noun(mention, other):
        known = mention.kind != "person" or mention.definite
        again = known and not brings_new(mention, other)
        again = again and not _elsewhere(story, mention, entity)
        return again and (owner is None or bool(entity.known_as))
    if not mention.definite or (owner is not None and owner.kind != "country"):
        return False
    if entity.kind == "person":
        return mention.kind == "person" and not mention.plural and agent.noun in entity.roles
    if mention.kind != "organisation" or mention.countries:
        return False
    return _shortens(mention, other) or _ends_name(agent, mention, other, entity)


def _elsewhere(story: Story, mention: Mention, entity: Entity) -> bool:
    """Whether bare "police" act in another country than those of before: "In Dhaka, workers marched. Police ..."."""
    if mention.definite or mention.owner is not None or mention.country is not None:
        return False
    lands = {c for m in entity.mentions for c in (m.country, _seat(story, m)) if c}
    if not lands:
        return False
    here = scene_at(story, mention.sent)
    return here is not None and here not in lands


def _seat(story: Story, mention: Mention) -> str | None:
    """The country of the place right behind a body: "police in Lagos"."""
    behind = objects(story.sentence(mention.sent), mention.head, frozenset({"in", "of", "at"}))
    lands = (place_country(story, mention.sent, obj) for _, obj in behind)
    return next((land for land in lands if land), None)


def _ends_name(agent: AgentNoun, mention: Mention, other: Mention, entity: Entity) -> bool:
    """Whether a body named before is meant: "the commission" after "the Boundary Commission"."""
    if entity.kind != "organisation" or other.form != "name":
        return False
    ends = entity.forms and agent.noun in {f.lower().split()[-1] for f in entity.forms if f}
    return suits(agent, mention, entity, owned=False) and not (
        "generic" in agent.flags and _is_state(entity) and not ends
    )


def _shortens(mention: Mention, other: Mention) -> bool:
    """Whether "the ministry" takes up "the interior ministry" of before."""
    if mention.agent is None or other.agent is None or other.form != "description":
        return False
    whole = other.agent.noun.split()
    return len(whole) > 1 and whole[-1] == mention.agent.noun


def _owned_by(story: Story, owner: Entity, entity: Entity) -> bool:
    """Whether an office or body of a country may be an entity: only one of that country is."""
    if owner.kind != "country" or entity.country == owner.country:
        return True
    owners = (
        entity_of(story.at[m.sent].get(m.owner)) for m in entity.mentions if m.owner is not None
    )
    return entity.country is None and owner in [o for o in owners if o is not None]


def _is_state(entity: Entity) -> bool:
    sectors = sectors_of(entity)
    return bool(sectors & STATE) and not sectors & IRREGULAR


def person_by_office(story: Story, mention: Mention) -> Entity | None:
    """The named person of the report whom the base knows in that office."""
    if mention.agent is None:
        return None
    noun = mention.agent.noun
    below = story.sentence(mention.sent).children[mention.head]
    found = [
        e
        for e in story.officials
        if e.entry is not None
        and any(noun in t.roles for t in e.entry.terms)
        and mention.country in (None, e.country)
        and not any(m.sent == mention.sent and m.head in below for m in e.mentions)
    ]
    return found[0] if len(found) == 1 else None


def suits(agent: AgentNoun, mention: Mention, body: Entity, *, owned: bool = True) -> bool:
    """Whether a noun may describe a named body."""
    if not may_mean(agent, body):
        return False
    words = {w.lower() for form in body.forms for w in form.split()}
    if agent.noun.split()[-1] in words or agent.noun in body.roles:
        return True
    sectors = sectors_of(body)
    if "force" in agent.flags and owned:
        return bool(sectors & ARMED)
    many = is_state_noun(agent) and set(agent.sectors) & MANY
    apart = mention.last > mention.head or many
    if set(mention.sectors) & sectors and "weak" not in agent.flags and not apart:
        return True
    return "generic" in agent.flags and body.kind == "organisation"


def sectors_of(entity: Entity) -> set[str]:
    """Sectors of an entity by its words and by the base."""
    found = {s for m in entity.mentions for s in m.sectors}
    if entity.entry is not None:
        found.update(s for t in entity.entry.terms for s in t.sectors)
    return found


def owner_key(owner: Entity) -> str:
    """What an owner is noted by on what he owns."""
    return f"{owner.kind}:{owner.forms[0] if owner.forms else ''}"
