"""Descriptions ("the general", "his forces", "the militias") and whom they mean."""

from dateline.knowledge.actors import AgentNoun, words
from dateline.resolve.who.antecedent import ARMED, FAR, antecedent, owner_key, suits
from dateline.resolve.who.grounds import country_again, object_again
from dateline.resolve.who.kin import (
    same_noun,
)
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import CLAUSE, OWN, Entity, Mention
from dateline.resolve.who.parties import neighbour, of_the_world, parties, rebels
from dateline.resolve.who.scenes import where_land
from dateline.resolve.who.story import Story


def describe(story: Story, mention: Mention, seen: list[Mention]) -> None:
    """Give a description its entity.

    Args:
        story: the report so far.
        mention: a description that no apposition has settled.
        seen: mentions before it, in text order.
    """
    if mention.kind in ("measure", "none"):
        return
    body = _named_inside(story, mention)
    if body is not None:
        body.take(mention)
        return
    owner = _owner(story, mention)
    if owner is None and mention.country is None and mention.agent is not None:
        mention.country = where_land(story, mention) if "domestic" in mention.agent.flags else None
        mention.rank = CLAUSE if mention.country else mention.rank
    if owner is not None and _of_owner(story, mention, owner, seen):
        return
    if parties(story, mention) or neighbour(story, mention):
        return
    if mention.kind == "country":
        country_again(story, mention, seen)
        return
    if mention.kind in ("thing", "place"):
        _object(story, mention, seen, owner)
        return
    found = rebels(story, mention) if owner is None else None
    if found is None and not (_is_new(mention) or _told_apart(story, mention)):
        found = antecedent(story, mention, seen, owner)
    if found is not None:
        found.take(mention)
    else:
        _own(story, mention, owner)


def _object(story: Story, mention: Mention, seen: list[Mention], owner: Entity | None) -> None:
    """Things and places: the same one again only when "the X" follows an X."""
    if mention.modifier:
        return
    found = object_again(story, mention, seen) if owner is None else None
    if found is not None:
        found.take(mention)
    else:
        _own(story, mention, owner)


def _owner(story: Story, mention: Mention) -> Entity | None:
    return (
        entity_of(story.at[mention.sent].get(mention.owner)) if mention.owner is not None else None
    )


def _own(story: Story, mention: Mention, owner: Entity | None) -> Entity:
    entity = story.new(mention.kind, mention)
    entity.plural = mention.plural
    if owner is not None:
        entity.led_by = (
            owner if "force" in _flags(mention.agent) and owner.kind == "person" else None
        )
        entity.known_as = (owner_key(owner),)
        if owner.country:
            entity.tell(owner.country, OWN)
    elif of_the_world(story, mention):
        entity.tell("UNO", OWN)
    return entity


def _named_inside(story: Story, mention: Mention) -> Entity | None:
    """The body of "the Islamic State group": its name stands right before the noun."""
    if mention.plural or mention.kind not in ("organisation", "group") or mention.agent is None:
        return None
    noun = mention.agent.noun.split()[-1]
    if noun not in words("bodies"):
        return None
    start = mention.head - len(mention.agent.noun.split())
    run = story.views[mention.sent].runs.get(start)
    if run is None or run.kind != "organisation" or run.last != start:
        return None
    entity = entity_of(story.at[mention.sent].get(run.head))
    return entity if entity is not None and entity.country not in ("UNO", "EUR") else None


def _flags(agent: AgentNoun | None) -> frozenset[str]:
    return agent.flags if agent else frozenset()


def _of_owner(story: Story, mention: Mention, owner: Entity, seen: list[Mention]) -> bool:
    """The body that the owner leads ("his party"), or his people met before."""
    agent = mention.agent
    if owner.kind == "person" and mention.kind in ("group", "organisation"):
        body = owner.leads
        if body is not None and agent is not None and suits(agent, mention, body):
            body.take(mention)
            return True
        if "force" in _flags(agent) and owner.entry is not None and body is None:
            known = _known_force(story, owner)
            if known is not None:
                known.take(mention)
                owner.leads, known.led_by = known, known.led_by or owner
                return True
    key = owner_key(owner)
    for other in reversed(seen):
        if mention.sent - other.sent > FAR:
            break
        entity = entity_of(other)
        if (
            entity is None
            or other.form != "description"
            or key not in entity.known_as
            or other.kind != mention.kind
        ):
            continue
        if same_noun(other, mention) or (
            "force" in _flags(other.agent) and "force" in _flags(agent)
        ):
            entity.take(mention)
            return True
    if mention.kind == "country" and not mention.plural and owner.country in story.countries:
        story.countries[owner.country or ""].take(mention)
        return True
    return False


def _known_force(story: Story, owner: Entity) -> Entity | None:
    """The body that the base says a person leads, as an entity of the report."""
    if owner.entry is None:
        return None
    term = owner.entry.term(story.date) or (owner.entry.terms[0] if story.date is None else None)
    if term is None or not term.org:
        return None
    entries = story.base.named(term.org)
    if not entries:
        return None
    entry = entries[0]
    if not set(entry.terms[0].sectors) & ARMED:
        return None
    for entity in story.entities:
        if entity.entry is entry:
            return entity
    made = Entity("organisation", forms=[entry.name], entry=entry, sure=True)
    made.tell(entry.terms[0].country, OWN)
    story.entities.append(made)
    return made


def _told_apart(story: Story, mention: Mention) -> bool:
    """Whether words behind a bare plural say whose side they are on: "forces allied with the government"."""
    if mention.definite or mention.owner is not None or mention.kind == "person":
        return False
    sentence = story.sentence(mention.sent)
    behind = (sentence.tokens[c] for c in sentence.children[mention.head] if c > mention.head)
    return any(t.dep in ("acl", "amod") and t.lemma in words("siding") for t in behind)


def _is_new(mention: Mention) -> bool:
    """Phrases that bring somebody new: "a general", "six soldiers", "other rebels"."""
    if mention.counted and not mention.definite:
        return True
    return mention.indefinite and not mention.definite
