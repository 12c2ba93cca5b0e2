"""The soldiers or police last named, whose country a bare "the army" or "police" has."""

from dateline.knowledge.actors import words
from dateline.records import Sentence
from dateline.resolve.who.facing import sectors_told
from dateline.resolve.who.mention import BESIDE, OTHERS, Entity, Mention
from dateline.resolve.who.parties import abroad
from dateline.resolve.who.phrases import first_conjunct
from dateline.resolve.who.scenes import scene_at
from dateline.resolve.who.story import Story

#: Kinds of which a report's last named one is meant by "the military", "police".
UNIFORM = frozenset({"MIL", "COP"})
#: How many sentences back the last one of a kind may stand.
BACK = 3
#: How far a verb may stand above a word.
UP = 3


def fellows(story: Story, entity: Entity, mention: Mention, main: str | None) -> str | None:
    """Country of the soldiers or police last named, if they are one country's.

    Those of another country than the report's ``main`` one are meant only in the sentence behind theirs.
    """
    kind = sectors_told(entity) & UNIFORM
    if len(kind) != 1 or mention.indefinite or mention.counted or entity.kind == "person":
        return None
    for sent in range(mention.sent, max(-1, mention.sent - BACK - 1), -1):
        near = mention.sent - sent <= 1
        alike = [
            (m, e) for m in story.mentions[sent] for e in m.entities[:1]
            if len(m.entities) == 1 and e is not entity and e.country and kind <= set(m.sectors)
        ]  # fmt: skip
        if _joint(mention) and any(e.country in OTHERS for _, e in alike):
            return next(e.country for _, e in alike if e.country in OTHERS)
        found = {e.country for m, e in alike if _counts(story, mention, m, e)}
        if found and (near or main is None or found == {main}):
            land = found.pop() if len(found) == 1 else None
            bare = not mention.definite and mention.owner is None
            local = bare and "COP" in kind  # soldiers are sent abroad, police hardly
            return None if local and scene_at(story, mention.sent) not in (None, land) else land
    return None


def joint_before(story: Story, entity: Entity, mention: Mention) -> bool:
    """Whether bare "soldiers" may be those of a body of nations told of just before."""
    if "MIL" not in sectors_told(entity) or mention.definite or entity.kind != "group":
        return False
    return any(
        e.country in OTHERS and "MIL" in sectors_told(e)
        for sent in range(max(0, mention.sent - BACK), mention.sent + 1)
        for m in story.mentions[sent]
        for e in m.entities
    )


def _counts(story: Story, mention: Mention, other: Mention, mine: Entity) -> bool:
    """Whether others tell whose a mention is: they have a country of their own and are not its other side."""
    if mine.country in OTHERS or _beside(story, mention, other):
        return False
    if abroad(other) or other.modifiers & words("factions"):
        return False
    if mine.kind == "thing" and other.sent != mention.sent:
        return False  # "Turkish drones" of before tell nothing of "the troops"
    tokens = story.sentence(other.sent).tokens[other.first : other.last + 1]
    if any(t.lower in words("built") for t in tokens):
        return False  # "a Russian-made tank" may be anybody's
    return mine.rank <= BESIDE and "ELI" not in other.sectors


def _joint(mention: Mention) -> bool:
    """Whether "the force" or "the mission" may be one of several nations."""
    joint = mention.agent is not None and mention.agent.noun == "force"
    return joint and mention.definite and mention.first == mention.head - 1


def _beside(story: Story, mention: Mention, other: Mention) -> bool:
    """Whether others with a country stand on another side of the same verb, or are told of only by the way."""
    if other.sent != mention.sent:
        return _in_passing(story, other)
    sentence = story.sentence(mention.sent)
    mine, theirs = verb_above(sentence, mention.head), verb_above(sentence, other.head)
    same_side = first_conjunct(sentence, mention.head) == first_conjunct(sentence, other.head)
    return mine is not None and mine == theirs and not same_side


def _in_passing(story: Story, other: Mention) -> bool:
    """Whether somebody acts only in a clause about his owner: "Chad, whose soldiers fought beside them"."""
    sentence = story.sentence(other.sent)
    verb = verb_above(sentence, other.head)
    owner = other.owner is not None and sentence.tokens[other.owner].lower == "whose"
    return owner and verb is not None and sentence.tokens[verb].dep == "relcl"


def verb_above(sentence: Sentence, i: int) -> int | None:
    """The nearest verb above a token."""
    for _ in range(UP + 1):
        above = sentence.tokens[i].head
        if above == i:
            return None
        i = above
        if sentence.tokens[i].pos in ("VERB", "AUX"):
            return i
    return None
