"""Who leads which body, as the text says it."""

from dateline.knowledge.actors import words
from dateline.resolve.who.links import BODIES, entity_of
from dateline.resolve.who.mention import Entity, Mention
from dateline.resolve.who.story import Story


def leaders(story: Story) -> None:
    """Note for every person and body of a report who leads what."""
    for mention in story.in_order():
        entity = entity_of(mention)
        if entity is None:
            continue
        if entity.kind == "person" and mention.form != "pronoun":
            _person(story, mention, entity)
        if entity.kind in BODIES:
            _body(story, mention, entity)


def _person(story: Story, mention: Mention, entity: Entity) -> None:
    """Leaders: "LNA commander X", "X, who runs the LNA", "X leads the LNA"."""
    sentence = story.sentence(mention.sent)
    if {r.replace(" ", "-") for r in mention.roles} & words("leaders"):
        _set_lead(entity, _body_of_title(story, mention))
    for child in sentence.children[mention.head]:
        if sentence.tokens[child].dep == "relcl" and sentence.tokens[child].lemma in words(
            "leading"
        ):
            _set_lead(entity, _object(story, mention.sent, child))
    token = sentence.tokens[mention.head]
    if token.dep == "nsubj" and sentence.tokens[token.head].lemma in words("leading"):
        _set_lead(entity, _object(story, mention.sent, token.head))


def _body(story: Story, mention: Mention, entity: Entity) -> None:
    """Bodies: "a party led by X"."""
    sentence = story.sentence(mention.sent)
    for child in sentence.children[mention.head]:
        if sentence.tokens[child].dep == "acl" and sentence.tokens[child].lemma in words("leading"):
            leader = _agent(story, mention.sent, child)
            if leader:
                _set_lead(leader, entity)


def _set_lead(leader: Entity, body: Entity | None) -> None:
    if body is not None and body.kind in BODIES and leader.leads is None and leader is not body:
        leader.leads = body
        body.led_by = body.led_by or leader


def _object(story: Story, sent: int, verb: int) -> Entity | None:
    sentence = story.sentence(sent)
    for child in sentence.children[verb]:
        if sentence.tokens[child].dep == "dobj":
            found = story.at[sent].get(child)
            return entity_of(found) if found and found.form == "name" else None
    return None


def _agent(story: Story, sent: int, verb: int) -> Entity | None:
    sentence = story.sentence(sent)
    for child in sentence.children[verb]:
        if sentence.tokens[child].dep == "agent":
            for inner in sentence.children[child]:
                found = entity_of(story.at[sent].get(inner))
                if found and found.kind == "person":
                    return found
    return None


def _body_of_title(story: Story, mention: Mention) -> Entity | None:
    """The body named inside a leader's title, or after "of"."""
    sentence = story.sentence(mention.sent)
    for other in story.mentions[mention.sent]:
        if other is mention or other.form != "name" or other.kind != "organisation":
            continue
        inside = mention.first <= other.head < mention.name_first
        of = (
            sentence.tokens[other.head].dep == "pobj"
            and sentence.tokens[sentence.tokens[other.head].head].head == mention.head
        )
        if inside or (of and sentence.tokens[sentence.tokens[other.head].head].lower == "of"):
            return entity_of(other)
    return None
