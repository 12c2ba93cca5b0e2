"""Descriptions ("the general", "his forces", "the militias") and whom they mean."""

from dateline.knowledge.actors import AgentNoun, words
from dateline.resolve.who.grounds import country_again, object_again
from dateline.resolve.who.kin import (
    MANY,
    brings_new,
    compatible,
    is_state_noun,
    may_mean,
    same_noun,
)
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import OWN, Entity, Mention
from dateline.resolve.who.parties import neighbour, of_the_world, parties, rebels
from dateline.resolve.who.story import Story

#: How far back, in sentences, a description may reach.
REACH, FAR = 12, 40
ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP"})


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
    if found is None and not _is_new(mention):
        found = _antecedent(story, mention, seen, owner)
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
        entity.known_as = (_owner_key(owner),)
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


def _owner_key(owner: Entity) -> str:
    return f"{owner.kind}:{owner.forms[0] if owner.forms else ''}"


def _flags(agent: AgentNoun | None) -> frozenset[str]:
    return agent.flags if agent else frozenset()


def _of_owner(story: Story, mention: Mention, owner: Entity, seen: list[Mention]) -> bool:
    """The body that the owner leads ("his party"), or his people met before."""
    agent = mention.agent
    if owner.kind == "person" and mention.kind in ("group", "organisation"):
        body = owner.leads
        if body is not None and agent is not None and _suits(agent, mention, body):
            body.take(mention)
            return True
        if "force" in _flags(agent) and owner.entry is not None and body is None:
            known = _known_force(story, owner)
            if known is not None:
                known.take(mention)
                owner.leads, known.led_by = known, known.led_by or owner
                return True
    key = _owner_key(owner)
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


def _suits(agent: AgentNoun, mention: Mention, body: Entity, *, owned: bool = True) -> bool:
    """Whether a noun may describe a named body."""
    if not may_mean(agent, body):
        return False
    words = {w.lower() for form in body.forms for w in form.split()}
    if agent.noun.split()[-1] in words or agent.noun in body.roles:
        return True
    sectors = _sectors(body)
    if "force" in agent.flags and owned:
        return bool(sectors & ARMED)
    many = is_state_noun(agent) and set(agent.sectors) & MANY
    apart = mention.last > mention.head or many
    if set(mention.sectors) & sectors and "weak" not in agent.flags and not apart:
        return True
    return "generic" in agent.flags and body.kind == "organisation"


def _sectors(entity: Entity) -> set[str]:
    found = {s for m in entity.mentions for s in m.sectors}
    if entity.entry is not None:
        found.update(s for t in entity.entry.terms for s in t.sectors)
    return found


def _is_new(mention: Mention) -> bool:
    """Phrases that bring somebody new: "a general", "six soldiers", "other rebels"."""
    if mention.counted and not mention.definite:
        return True
    return mention.indefinite and not mention.definite


def _antecedent(
    story: Story, mention: Mention, seen: list[Mention], owner: Entity | None
) -> Entity | None:
    if mention.modifier and mention.kind == "person":
        return None
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
        if owner is not None and _owner_key(owner) not in entity.known_as and entity.known_as:
            continue
        if _describes(story, mention, other, entity, owner):
            return entity
    if not mention.definite or mention.kind != "person":
        return None
    found = person_by_office(story, mention)
    return (
        found if found is not None and (owner is None or _owned_by(story, owner, found)) else None
    )


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
        return known and not brings_new(mention, other) and (owner is None or bool(entity.known_as))
    if not mention.definite or (owner is not None and owner.kind != "country"):
        return False
    if entity.kind == "person":
        return mention.kind == "person" and not mention.plural and agent.noun in entity.roles
    if mention.kind != "organisation" or mention.countries:
        return False
    return _shortens(mention, other) or _ends_name(agent, mention, other, entity)


def _ends_name(agent: AgentNoun, mention: Mention, other: Mention, entity: Entity) -> bool:
    """Whether a body named before is meant: "the commission" after "the Boundary Commission"."""
    if entity.kind != "organisation" or other.form != "name":
        return False
    ends = entity.forms and agent.noun in {f.lower().split()[-1] for f in entity.forms if f}
    return _suits(agent, mention, entity, owned=False) and not (
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
    return bool(_sectors(entity) & {"GOV", "LEG", "JUD"})


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
