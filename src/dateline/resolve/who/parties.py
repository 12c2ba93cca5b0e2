"""Parties that a report names only by their part: "the two countries", "its neighbour", "the rebels"."""

from dateline.knowledge.actors import words
from dateline.resolve.who.facing import sectors_told
from dateline.resolve.who.links import BODIES, entity_of
from dateline.resolve.who.mention import OTHERS, SEALED, Entity, Mention
from dateline.resolve.who.metonyms import governs
from dateline.resolve.who.phrases import conjuncts, first_conjunct
from dateline.resolve.who.story import Story

PAIR = 2
#: Words that tell that just two are meant.
TWO = frozenset({"both", "two"})


def _noun(mention: Mention) -> str:
    return mention.agent.noun.replace(" ", "-") if mention.agent is not None else ""


def abroad(mention: Mention) -> bool:
    """Whether a mention is of people who are away from home by trade: peacekeepers, tourists."""
    return mention.form == "description" and _noun(mention) in words("visitors")


def parties(story: Story, mention: Mention) -> bool:
    """Give "the two countries" the states joined just before, or an entity of its own."""
    if not mention.plural or mention.owner is not None or mention.modifier:
        return False
    if _noun(mention) not in words("joined") or mention.countries:
        return False
    sentence = story.sentence(mention.sent)
    before = {t.lower for t in sentence.tokens[mention.first : mention.head]}
    counted = mention.counted or bool(before & TWO)
    if not counted and (not mention.definite or mention.modifiers - words("beside")):
        return False
    if mention.last > mention.head and mention.kind != "country":
        return False
    if mention.kind == "place" and not governs(sentence, mention.head):
        return False
    whole = mention.last == mention.head and (before & TWO or not counted)
    found = _joined(story, mention) if whole else ()
    if mention.kind == "country" or found:
        mention.kind = "group"
    if found:
        for entity in found:
            entity.take(mention)
        return True
    mention.kind = "group"
    mention.sectors = mention.sectors or (() if "side" in _noun(mention) else ("GOV",))
    entity = story.new("group", mention)
    entity.plural, entity.country, entity.rank = True, None, SEALED
    return True


def _joined(story: Story, mention: Mention) -> tuple[Entity, ...]:
    """The two states named side by side earlier in the sentence, or in the one before."""
    for sent in (mention.sent, mention.sent - 1):
        if sent < 0:
            break
        sentence = story.sentence(sent)
        chains: dict[int, list[Entity]] = {}
        for other in story.mentions[sent]:
            if other.where >= mention.where:
                continue
            if len(other.entities) == PAIR and _noun(other) in words("joined"):
                chains[other.head] = list(other.entities)
            entity = entity_of(other)
            if entity is None or entity.kind != "country":
                continue
            if other.modifier or other.form == "pronoun":
                continue
            start = first_conjunct(sentence, other.head)
            if start != other.head or conjuncts(sentence, other.head):
                chains.setdefault(start, []).append(entity)
        groups = [tuple(dict.fromkeys(c)) for c in chains.values()]
        groups = [g for g in groups if len(g) > 1]
        if groups:
            same = len({frozenset(map(id, g)) for g in groups}) == 1
            return groups[0] if same and len(groups[0]) == PAIR else ()
    return ()


def neighbour(story: Story, mention: Mention) -> bool:
    """Give a state's neighbour, ally or rival, and somebody's host, the country in apposition to it, or nobody's."""
    ties, hosts = (_noun(mention) in words(kind) for kind in ("ties", "hosts"))
    if (
        mention.owner is None
        or mention.country
        or mention.countries
        or not (ties or hosts or _noun(mention) in words("neighbours"))
    ):
        return False
    owner = entity_of(story.at[mention.sent].get(mention.owner))
    state = owner is not None and (owner.kind == "country" or "GOV" in sectors_told(owner))
    its = story.sentence(mention.sent).tokens[mention.owner].lower in ("its", "our")
    if not state and not hosts and ((ties and owner is not None) or not its):
        return False
    sentence = story.sentence(mention.sent)
    for child in sentence.children[mention.head]:
        other = story.at[mention.sent].get(child)
        entity = entity_of(other)
        if sentence.tokens[child].dep == "appos" and entity and entity.kind == "country":
            entity.take(mention)
            return True
    if not hosts:
        mention.kind, mention.sectors, mention.weak = "group", ("GOV",), False
    entity = story.new(mention.kind, mention)
    entity.plural, entity.country, entity.rank = mention.plural, None, SEALED
    return True


def rebels(story: Story, mention: Mention) -> Entity | None:
    """The one rebel group that the report names, for "the rebels"."""
    plain = not (mention.counted or mention.indefinite or mention.modifiers - words("plain"))
    if _noun(mention) != "rebel" or not mention.plural or not plain or mention.modifier:
        return None
    if mention.last > mention.head:
        return None
    found = [e for e in story.entities if e.kind in BODIES and _rebel(story, e)]
    if len(found) != 1 or found[0].country in OTHERS:
        return None
    told = {m.country for m in story.in_order() if _noun(m) == "rebel"}
    return found[0] if told <= {None, found[0].country} else None


def _rebel(story: Story, entity: Entity) -> bool:
    if not any(m.form == "name" for m in entity.mentions):
        return False
    sectors = {s for m in entity.mentions for s in m.sectors}
    if entity.entry is not None:
        term = entity.entry.term(story.date)
        sectors.update(term.sectors if term else ())
    return "REB" in sectors and not sectors & {"GOV", "ELI"}


def of_the_world(story: Story, mention: Mention) -> bool:
    """Peacekeepers whose senders nothing names are the United Nations'."""
    if _noun(mention) not in words("peacekeeping"):
        return False
    if mention.last > mention.head and "mission" not in _noun(mention):
        return False
    if mention.country or mention.owner is not None or mention.modifiers & words("abroad"):
        return False
    others = {e.country for e in story.entities if e.kind == "organisation"}
    return "UNO" in others or not others & {"IGO", "EUR"}
