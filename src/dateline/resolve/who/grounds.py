"""Countries, places and things spoken of again: "the country", "the bus"."""

from dateline.knowledge.actors import words
from dateline.resolve.who.kin import compatible, same_noun
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import OTHERS, OWN, Entity, Mention
from dateline.resolve.who.sides import doer
from dateline.resolve.who.story import Story

#: How many sentences back "the country" may reach, and "the bus".
NEAR, REACH = 4, 12
CLIMB = 12


def country_again(story: Story, mention: Mention, seen: list[Mention]) -> None:
    """Give "the country", "the oil-rich nation" the country spoken of."""
    if not mention.definite or mention.plural:
        return
    code = (
        mention.country
        or _banned(story, mention)
        or _subject_country(story, mention)
        or _last_country(mention, seen)
    )
    if code is None:
        return
    entity = story.countries.get(code)
    if entity is None:
        story.countries[code] = entity = story.new("country", mention)
        entity.tell(code, OWN)
    else:
        entity.take(mention)


def _last_country(mention: Mention, seen: list[Mention]) -> str | None:
    for other in reversed(seen):
        if mention.sent - other.sent > NEAR:
            break
        entity = entity_of(other)
        land = entity.country if entity and entity.kind in ("country", "place") else None
        if other.country or land:
            return other.country or land
    return None


def _banned(story: Story, mention: Mention) -> str | None:
    """Of "barred its officers from entering the country": the country of who bars them."""
    sentence = story.sentence(mention.sent)
    verb = sentence.tokens[mention.head].head
    if sentence.tokens[verb].lemma not in ("enter", "leave", "visit"):
        return None
    at = verb
    for _ in range(2):
        at = sentence.tokens[at].head
        if sentence.tokens[at].lemma in words("hostile") | words("dismissing"):
            lands = {e.country for e in doer(story, mention.sent, at) if e.country}
            return lands.pop() if len(lands) == 1 else None
    return None


def _subject_country(story: Story, mention: Mention) -> str | None:
    """Country of the subjects above: "Haftar controls parts of the country"."""
    sentence = story.sentence(mention.sent)
    at = mention.head
    for _ in range(CLIMB):
        head = sentence.tokens[at].head
        if head == at:
            return None
        at = head
        for child in sentence.children[at]:
            if child < mention.head and sentence.tokens[child].dep in ("nsubj", "nsubjpass"):
                entity = entity_of(story.at[mention.sent].get(child))
                if entity and entity.kind != "country" and entity.country not in (None, *OTHERS):
                    return entity.country
    return None


def object_again(story: Story, mention: Mention, seen: list[Mention]) -> Entity | None:
    """The thing or place met before that "the X" means."""
    if not mention.definite:
        return None
    for other in reversed(seen):
        if mention.sent - other.sent > REACH:
            return None
        entity = entity_of(other)
        if entity is None or other.form != "description" or entity.kind != mention.kind:
            continue
        alike = same_noun(mention, other) and mention.plural == other.plural
        if alike and compatible(story, mention, entity, other):
            return entity
    return None
