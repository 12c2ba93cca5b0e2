"""The person a report is about, whom "he" means before somebody met in passing."""

from dateline.knowledge.actors import words
from dateline.resolve.who.mention import Entity, Mention
from dateline.resolve.who.story import Story

#: How often the person must have been spoken of, and how many sentences back at most.
OFTEN, BACK = 3, 5
SUBJECT = ("nsubj", "nsubjpass")


def central(story: Story, mention: Mention) -> Entity | None:
    """The one person spoken of much more often than any other before a pronoun, and lately."""
    counts = [
        (sum(m.where < mention.where for m in e.mentions), e)
        for e in story.entities
        if e.kind == "person" and not e.plural
    ]
    counts.sort(key=lambda item: -item[0])
    if not counts or counts[0][0] < OFTEN:
        return None
    if len(counts) > 1 and counts[1][0] * 2 > counts[0][0]:
        return None
    entity = counts[0][1]
    if entity.gender and mention.gender and entity.gender != mention.gender:
        return None
    last = max(m.sent for m in entity.mentions if m.where < mention.where)
    return entity if mention.sent - last <= BACK else None


def minor(story: Story, mention: Mention, other: Mention) -> bool:
    """Whether somebody was only met in passing: "a gunman", "an aide said", named nowhere, met once.

    The subject of the sentence just before stays a candidate for a pronoun that is a subject.
    """
    entity = other.entities[0]
    if any(m.form == "name" for m in entity.mentions):
        return False
    if sum(m.where < mention.where for m in entity.mentions) > 1:
        return False
    now = story.sentence(mention.sent).tokens[mention.head]
    before = story.sentence(other.sent)
    then = before.tokens[other.head]
    speaks = then.dep == "nsubj" and before.tokens[then.head].lemma in words("saying")
    if not other.indefinite and not (speaks and now.dep not in SUBJECT):
        return False
    leads = then.dep in SUBJECT and before.root == then.head
    return not (leads and now.dep in SUBJECT and mention.sent - other.sent <= 1)
