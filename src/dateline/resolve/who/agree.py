"""Whether a pronoun may mean a mention: number, gender, kind, and what only people can do or own."""

from dateline.knowledge.actors import words
from dateline.resolve.who.mention import Mention
from dateline.resolve.who.phrases import conjuncts
from dateline.resolve.who.story import Story

BODY = frozenset({"organisation", "group", "country"})
SUBJECT = ("nsubj", "nsubjpass")


def agrees(story: Story, mention: Mention, candidate: Mention) -> bool:
    """Number, gender and kind agree."""
    unarmed = set(candidate.sectors) == {"CVL"}  # "five women were killed and their troops replied"
    if not candidate.entities or (unarmed and _owns_arms(story, mention)):
        return False
    entity = candidate.entities[0]
    gender = mention.gender
    if gender in ("m", "f"):
        if len(candidate.entities) != 1 or entity.kind != "person" or candidate.plural:
            return False
        return not entity.gender or entity.gender == gender
    if gender == "p":
        if len(candidate.entities) > 1 or conjuncts(story.sentence(candidate.sent), candidate.head):
            return entity.kind not in ("thing", "place")
        if entity.kind == "organisation" and not candidate.plural:
            return _collective(story, mention, candidate)
        return entity.kind in ("group", "organisation") and candidate.plural
    if len(candidate.entities) != 1 or candidate.plural:
        return False
    return entity.kind in BODY


def _owns_arms(story: Story, mention: Mention) -> bool:
    """Whether a possessive stands before forces: "their troops"."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    owned = story.at[mention.sent].get(token.head) if token.dep == "poss" else None
    if owned is None or owned.kind == "person":
        return False  # "his captain" may play football
    return bool(set(owned.sectors) & {"MIL", "REB", "UAF", "PRM"})


def _collective(story: Story, mention: Mention, candidate: Mention) -> bool:
    """Bodies that "they" may mean: named ones, the police; the government only beside its verb."""
    if candidate.agent is not None and candidate.agent.noun in words("collective"):
        return True
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    if token.dep in SUBJECT and sentence.tokens[token.head].lemma in words(
        "mortal" if token.dep == "nsubj" else "suffered"
    ):
        return False
    acts = token.dep in ("nsubj", "nsubjpass", "poss")
    return acts and (candidate.agent is None or mention.sent == candidate.sent)
