"""Names of one report gathered into entities."""

from dataclasses import dataclass, field
from functools import lru_cache

from dateline.knowledge.actors import pieces, words
from dateline.resolve.who.mention import KNOWN, Entity, Mention
from dateline.resolve.who.metonyms import governs
from dateline.resolve.who.names import (
    acronym_of,
    name_key,
    same_person,
    short_for,
    skeleton,
    varies,
)
from dateline.resolve.who.recognise import recognise
from dateline.resolve.who.story import Story

#: How many words up a modifier looks for the actor it modifies.
CLIMB = 4
#: Longest acronym.
LONGEST = 8
LIVING = frozenset({"person", "unknown"})


@dataclass(slots=True)
class _Made:
    """Entities made so far, by the words under which a later name may find them."""

    people: dict[str, list[tuple[str, Entity]]] = field(default_factory=dict)
    others: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    all: list[tuple[str, Entity]] = field(default_factory=list)

    def add(self, name: str, entity: Entity) -> None:
        self.all.append((name, entity))
        if entity.kind != "person":
            self.others.setdefault((entity.kind, *pieces(name)), entity)
            return
        key = name_key(name)
        for word in dict.fromkeys((skeleton(key[-1]), skeleton(key[0]))):
            self.people.setdefault(word, []).append((name, entity))


def gather(story: Story) -> None:
    """Give every name mention its entity."""
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for mention in story.in_order():
        _half(story, mention)
        if mention.form != "name":
            continue
        if mention.kind == "country":
            _country(story, mention)
        else:
            groups.setdefault(pieces(mention.name) or (mention.name,), []).append(mention)
    made = _Made()
    for key in sorted(groups, key=lambda k: (-len(k), groups[k][0].where)):
        kind = _kind(story, groups[key])
        entity = _join(story, made, groups[key], kind)
        made.add(groups[key][0].name, entity)
    _acronyms(story, made.all)
    for entity in story.entities:
        recognise(story, entity)
    _same_entry(story)
    story.officials = [e for e in story.entities if e.kind == "person" and e.entry is not None]


@lru_cache(maxsize=1)
def _halves() -> dict[str, str]:
    return {name: code.upper() for name, code in (w.split("=") for w in sorted(words("halves")))}


def _half(story: Story, mention: Mention) -> None:
    """The North and the South of a divided nation, in a report that names both halves."""
    if mention.form == "pronoun" or mention.modifier:
        return
    halves = _halves()
    code = halves.get(mention.name.lower())
    if code is None or not story.lands.issuperset(halves.values()):
        return
    sentence = story.sentence(mention.sent)
    if (
        mention.first < mention.head
        and mention.name[0].isupper()
        and governs(sentence, mention.head)
    ):
        mention.form, mention.kind, mention.country = "name", "country", code


def _country(story: Story, mention: Mention) -> None:
    if mention.country is None:
        return
    if mention.modifier and _inside_actor(story, mention):
        return
    if mention.seat and not mention.modifier and not _is_metonym(story, mention):
        mention.kind = "place"
        known = next(
            (e for e in story.entities if e.kind == "place" and e.forms[:1] == [mention.name]), None
        )
        if known:
            known.take(mention)
        else:
            story.new("place", mention)
        return
    entity = story.countries.get(mention.country)
    if entity is None:
        story.countries[mention.country] = story.new("country", mention)
        entity = story.countries[mention.country]
    else:
        entity.take(mention)
    entity.tell(mention.country, KNOWN)


def _inside_actor(story: Story, mention: Mention) -> bool:
    """Whether a country's name only tells whose another actor is: "Libyan general"."""
    tokens = story.sentence(mention.sent).tokens
    at = mention.head
    for _ in range(CLIMB):
        at = tokens[at].head
        other = story.at[mention.sent].get(at)
        if other is not None and not (other.modifier and other.kind == "country"):
            return True
        if tokens[at].dep not in ("amod", "npadvmod", "compound", "nmod", "conj"):
            return False
    return False


def _is_metonym(story: Story, mention: Mention) -> bool:
    sentence = story.sentence(mention.sent)
    place = story.places.get(sentence.cover(mention.name_first, mention.name_last))
    if place is not None and place.use != "literal":
        return True
    return governs(sentence, mention.head)


def _kind(story: Story, found: list[Mention]) -> str:
    """What bears a name, by its surest mention; a name only ever met as a place is one."""
    for mention in found:
        place = story.places.get(
            story.sentence(mention.sent).cover(mention.name_first, mention.name_last)
        )
        if place is not None and place.name and not mention.entries:
            return "place"
    if _family(story, found):
        return "group"
    sure = [m.kind for m in found if m.sure and m.kind != "unknown"]
    if sure:
        return max(dict.fromkeys(sure), key=sure.count)
    if all(_located(story, m) for m in found):
        return "place"
    guessed = [m.kind for m in found if m.kind != "unknown"]
    return max(dict.fromkeys(guessed), key=guessed.count) if guessed else "unknown"


def _family(story: Story, found: list[Mention]) -> bool:
    """A plural surname with "the"."""
    first = found[0]
    tokens = story.sentence(first.sent).tokens
    if (
        first.sure
        or tokens[first.head].tag != "NNPS"
        or first.first == first.head
        or first.name_first != first.name_last
    ):
        return False
    return (
        tokens[first.first].lower == "the"
        and tokens[first.head].ent in ("PERSON", "ORG", "NORP", "")
        and first.name.endswith("s")
        and not first.name.isupper()
    )


def _located(story: Story, mention: Mention) -> bool:
    """In a place's position: "in X", "the town of X"."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    if token.dep == "conj":
        token = sentence.tokens[token.head]
    head = sentence.tokens[token.head]
    if token.dep != "pobj":
        return False
    if head.lower in ("in", "at", "near", "around", "outside", "inside", "throughout"):
        return True
    noun = story.base.noun((), sentence.tokens[head.head].lower)
    return head.lower == "of" and noun is not None and noun[1].kind == "place"


def _join(story: Story, made: _Made, found: list[Mention], kind: str) -> Entity:
    """The entity made before that a name belongs to, or a new one."""
    name = found[0].name
    entity = _same_named(made, name, kind, found)
    rest = found
    if entity is None:
        if kind == "unknown":
            kind = "person" if any(m.roles for m in found) else "organisation"
        found[0].kind = kind
        entity, rest = story.new(kind, found[0]), found[1:]
    for mention in rest:
        mention.kind = entity.kind
        entity.take(mention)
    return entity


def _same_named(made: _Made, name: str, kind: str, found: list[Mention]) -> Entity | None:
    known = made.others.get((kind, *pieces(name)))
    if known is not None:
        return known
    key = name_key(name)
    if not key or not (kind in LIVING or (len(key) == 1 and not any(m.sure for m in found))):
        return None
    near = made.people.get(skeleton(key[-1]), ()), made.people.get(skeleton(key[0]), ())
    unique = list(
        dict.fromkeys(
            entity
            for other, entity in (*near[0], *near[1])
            if _may_be(other, name, entity, found) and _agree(entity, found)
        )
    )
    if len(unique) > 1:
        before = [e for e in unique if min(m.where for m in e.mentions) < found[0].where]
        unique = sorted(before or unique, key=lambda e: _distance(e, found[0]))
    return unique[0] if unique else None


def _may_be(full: str, name: str, entity: Entity, found: list[Mention]) -> bool:
    """Last names alike; a first name alone only after the full name was told."""
    exact = name_key(full)[-1:] == name_key(name)[-1:]
    if not exact and not all(varies((*e.entries,)) for e in (*entity.mentions, *found)):
        return False
    if same_person(full, name):
        return True
    if not short_for(name, full):
        return False
    last = same_person(full, name_key(name)[-1])
    return last or min(m.where for m in entity.mentions) < found[0].where


def _agree(entity: Entity, found: list[Mention]) -> bool:
    """No two different people of the base, no he and she."""
    mine = {e.id for m in entity.mentions for e in m.entries}
    theirs = {e.id for m in found for e in m.entries}
    if mine and theirs and not mine & theirs:
        return False
    genders = {m.gender for m in (*entity.mentions, *found) if m.gender}
    return len(genders) <= 1


def _distance(entity: Entity, mention: Mention) -> int:
    return min(abs(m.sent - mention.sent) for m in entity.mentions)


def _acronyms(story: Story, made: list[tuple[str, Entity]]) -> None:
    """Acronyms of bodies that the report also spells out."""
    for short, entity in made:
        if (
            entity not in story.entities
            or not short.isupper()
            or len(short) > LONGEST
            or entity.kind not in ("organisation", "unknown", "group")
        ):
            continue
        for full, other in made:
            if (
                other is not entity
                and other in story.entities
                and other.kind == "organisation"
                and len(full) > len(short)
                and acronym_of(short, full)
            ):
                story.merge(other, entity)
                break


def _same_entry(story: Story) -> None:
    """Two names of one entry are one entity."""
    first: dict[str, Entity] = {}
    for entity in list(story.entities):
        if entity.entry is None:
            continue
        kept = first.setdefault(entity.entry.id, entity)
        if kept is not entity:
            story.merge(kept, entity)
