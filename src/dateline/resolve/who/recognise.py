"""Entities of a report found again in the base."""

from functools import lru_cache

from dateline.knowledge.actors import ActorBase, ActorEntry
from dateline.resolve.who.mention import KNOWN, OTHERS, OWN, Entity
from dateline.resolve.who.names import name_key, same_person, skeleton
from dateline.resolve.who.scan import is_home, is_short
from dateline.resolve.who.story import Story


def recognise(story: Story, entity: Entity) -> None:
    """Find the entry of the base that an entity is."""
    candidates = list(dict.fromkeys(e for m in entity.mentions for e in m.entries))
    if not candidates and entity.kind == "person":
        candidates = _people(story, entity)
    if entity.kind != "person" and all(is_short(f) for f in entity.forms):
        candidates = [e for e in candidates if is_home(e, story.lands)]
    if len(candidates) > 1:
        candidates = _narrow(story, entity, candidates)
    entity.entry = candidates[0] if len(candidates) == 1 else None
    if entity.entry is None:
        return
    term = entity.entry.term(story.date) or entity.entry.terms[0]
    if entity.kind != "person" and entity.rank == OWN and _two_states(entity.country, term.country):
        entity.entry = None
    elif term.country:
        stated = entity.country if entity.rank <= OWN else None
        if stated is None or entity.kind != "person":
            entity.tell(term.country, KNOWN)


def _two_states(one: str | None, other: str | None) -> bool:
    return one not in (None, other, *OTHERS) and other not in (None, *OTHERS)


def _people(story: Story, entity: Entity) -> list[ActorEntry]:
    """People of the base with this name, spelled otherwise, or with this surname and office."""
    name = max(entity.forms, key=lambda f: len(name_key(f)), default="")
    key = name_key(name)
    if not key:
        return []
    if len(key) > 1:
        near = by_bones(story.base).get(skeleton(key[-1]), ())
        return [
            e
            for e in near
            if any(len(name_key(n)) > 1 and same_person(n, name) for n in (e.name, *e.aliases))
        ]
    if not entity.roles:
        return []
    return [
        e
        for e in story.base.surname(key[-1])
        if any(set(t.roles) & set(entity.roles) for t in e.terms)
    ]


@lru_cache(maxsize=4)
def by_bones(base: ActorBase) -> dict[str, list[ActorEntry]]:
    """People of the base by the skeleton of their last names."""
    found: dict[str, list[ActorEntry]] = {}
    for entry in base.entries.values():
        if entry.kind == "person":
            for form in (entry.name, *entry.aliases):
                key = name_key(form)
                if len(key) > 1 and entry not in found.setdefault(skeleton(key[-1]), []):
                    found[skeleton(key[-1])].append(entry)
    return found


def _narrow(story: Story, entity: Entity, candidates: list[ActorEntry]) -> list[ActorEntry]:
    """Of several people with a name, those who fit its offices, country and day best."""

    def fit(entry: ActorEntry) -> tuple[int, int, int]:
        roles = any(set(t.roles) & set(entity.roles) for t in entry.terms)
        lands = {entity.country} if entity.country else story.lands
        country = any(t.country in lands for t in entry.terms)
        now = story.date is not None and entry.term(story.date) is not None
        return int(country), int(roles), int(now)

    best = max(fit(e) for e in candidates)
    found = [e for e in candidates if fit(e) == best]
    return found if best != (0, 0, 0) or len(found) == 1 else []
