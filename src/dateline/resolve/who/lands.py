"""Which country an actor belongs to, where its name does not say."""

from dateline.knowledge.actors import words
from dateline.records import Place, Sentence
from dateline.resolve.who.around import surround
from dateline.resolve.who.belong import posted
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import (
    BESIDE,
    CLAUSE,
    OTHERS,
    OWN,
    PLACE,
    Entity,
    Mention,
)
from dateline.resolve.who.phrases import done_there, objects
from dateline.resolve.who.roles import counts
from dateline.resolve.who.scenes import STAYING, on_water, passing
from dateline.resolve.who.story import Story

ATTACHED = frozenset(
    {
        "in",
        "of",
        "from",
        "at",
        "near",
        "throughout",
        "across",
        "to",
        "into",
        "by",
        "around",
        "inside",
        "within",
    }
)
DEEPER = frozenset({"in", "of", "at", "near", "outside"})
WHERE = frozenset(
    {"in", "at", "near", "throughout", "across", "outside", "around", "inside", "within"}
)


def settle(story: Story) -> None:
    """Find a country for every entity that has none, from the nearest words outwards."""
    for entity in story.entities:
        _serves(story, entity)
        if entity.country is None and entity.kind not in ("country", "measure"):
            _from_names(story, entity)
    for entity in story.entities:
        if entity.country is None and entity.kind != "country":
            _from_phrase(story, entity)
    surround(story)


def _serves(story: Story, entity: Entity) -> None:
    """A former president whom the report calls the African Union's envoy acts for the Union, not for his country."""
    if entity.kind != "person" or entity.entry is None:
        return
    for mention in entity.mentions:
        at = -1 if mention.owner is None else mention.owner
        owner = entity_of(story.at[mention.sent].get(at))
        noun = mention.agent.noun.split()[-1] if mention.agent else ""
        if owner is not None and owner.country in OTHERS and noun in words("serving"):
            entity.country = owner.country


def _from_names(story: Story, entity: Entity) -> None:
    """Owners, bodies and places inside the phrase: "Haftar's spokesman", "Gujarat police"."""
    for mention in entity.mentions:
        if mention.form == "pronoun" or _passing_nation(mention):
            continue
        owner = (
            entity_of(story.at[mention.sent].get(mention.owner))
            if mention.owner is not None
            else None
        )
        if owner is not None and owner is not entity:
            entity.tell(owner.country, OWN)
        for other in story.mentions[mention.sent]:
            if (
                other is not mention
                and mention.first <= other.head < mention.head
                and other.form == "name"
            ):
                inner = entity_of(other)
                if (
                    inner is not None
                    and inner is not entity
                    and _lends(story.sentence(mention.sent), other)
                ):
                    entity.tell(inner.country, OWN)
        cover = story.sentence(mention.sent).cover(mention.first, mention.head)
        for place in story.places_in[mention.sent]:
            if place.country and cover.holds(place.span) and not _foreign(story, mention, place):
                entity.tell(place.country, OWN)
        if entity.leads is not None:
            entity.tell(entity.leads.country, OWN)


def _passing_nation(mention: Mention) -> bool:
    """The "an Australian" of "the commissioner, an Australian"."""
    return mention.form == "description" and mention.agent is None and mention.country is None


def _foreign(story: Story, mention: Mention, place: Place) -> bool:
    """A place that the words around it take away: "anti-X", "X-backed", "ethnic X"."""
    sentence = story.sentence(mention.sent)
    inside = [
        t.i
        for t in sentence.tokens[mention.first : mention.head + 1]
        if place.span.start <= t.start and t.end <= place.span.end
    ]
    person = mention.form == "description" and mention.kind not in ("place", "thing")
    itself = person and mention.head in inside
    return not inside or itself or not counts(story.views[mention.sent], inside[0], inside[-1])


def _lends(sentence: Sentence, other: Mention) -> bool:
    """Not "X-backed", not "anti-X"."""
    after = other.last + 2
    if after < len(sentence.tokens) and sentence.tokens[after - 1].text == "-":
        return sentence.tokens[after].lower in ("led", "based")
    return not (other.first > 0 and sentence.tokens[other.first - 1].text == "-")


def _from_phrase(story: Story, entity: Entity) -> None:
    for mention in entity.mentions:
        if mention.form == "pronoun":
            continue
        sentence = story.sentence(mention.sent)
        behind = objects(sentence, mention.head, ATTACHED)
        if posted(mention):
            behind = [o for o in behind if o[0] == "of"]
        entity.tell(_below(story, mention, mention.head, behind), BESIDE)
        for child in sentence.children[mention.head]:
            if child > mention.head and _tells(sentence, mention, child):
                entity.tell(_inside(story, mention.sent, child), CLAUSE)
        if entity.kind not in ("place", "thing"):
            entity.tell(_clause_place(story, mention), PLACE)


def _tells(sentence: Sentence, mention: Mention, child: int) -> bool:
    """Whether a clause or apposition behind a noun tells whose it is, and not where he is now."""
    t = sentence.tokens[child]
    if t.dep == "appos":
        return mention.form == "name" or t.tag not in ("NNP", "NNPS")
    if t.dep not in ("acl", "relcl", "amod"):
        return False
    staying = t.lemma in STAYING or t.lemma in words("elsewhere")
    if t.dep == "amod" or not staying or mention.form == "name":
        return True
    return any(sentence.tokens[c].lower == "from" for c in sentence.children[child])


def _below(story: Story, mention: Mention, head: int, found: list[tuple[str, int]]) -> str | None:
    """Country among the objects of prepositions, one level of "of" and possessor deeper."""
    sentence = story.sentence(mention.sent)
    for _, obj in found:
        if head == mention.head and done_there(sentence, head, obj):
            continue
        if sentence.tokens[obj].lemma in words("borders"):
            continue  # whose frontier they are near tells nothing of whose they are
        code = _country_at(story, mention.sent, obj)
        if code is None:
            for child in sentence.children[obj]:
                code = code or (
                    _country_at(story, mention.sent, child)
                    if sentence.tokens[child].dep in ("poss", "compound", "amod", "appos")
                    else None
                )
        if code is None and head == mention.head:
            code = _below(story, mention, obj, objects(sentence, obj, frozenset({"of", "in"})))
        if code:
            return code
    return None


def _country_at(story: Story, sent: int, i: int) -> str | None:
    v = story.views[sent]
    run = v.runs.get(i)
    if on_water(v.sentence, i) or v.sentence.tokens[i].lemma in words("borders"):
        return None
    if run and run.country:
        return run.country.side
    if run:
        place = story.places.get(v.sentence.cover(run.first, run.last))
        if place and place.country:
            return place.country
    entity = entity_of(story.at[sent].get(i))
    return entity.country if entity and entity.country not in OTHERS else None


def _inside(story: Story, sent: int, top: int) -> str | None:
    """Country named in a clause or apposition, through a locative or an adjective."""
    sentence = story.sentence(sent)
    heads = [obj for _, obj in objects(sentence, top, ATTACHED)]
    if sentence.tokens[top].dep == "appos":
        heads.insert(0, top)
    for head in heads:
        found = _country_at(story, sent, head) or _before(story, sent, head)
        if found:
            return found
    return None


def _before(story: Story, sent: int, head: int) -> str | None:
    """Country among the words before a noun."""
    sentence = story.sentence(sent)
    for child in sentence.children[head]:
        if child < head and sentence.tokens[child].dep in ("amod", "compound", "poss"):
            found = _country_at(story, sent, child)
            if found:
                return found
    return None


def _clause_place(story: Story, mention: Mention) -> str | None:
    """Country of the place that the governing verb names."""
    sentence = story.sentence(mention.sent)
    at = mention.head
    for _ in range(6):
        head = sentence.tokens[at].head
        if head == at:
            break
        at = head
        if sentence.tokens[at].pos == "VERB":
            found = [o for o in objects(sentence, at, WHERE) if not _passing(sentence, o[1])]
            return _deep(story, mention.sent, found, 3)
    return None


def _passing(sentence: Sentence, obj: int) -> bool:
    return passing(sentence, sentence.tokens[obj].head)


def _deep(story: Story, sent: int, found: list[tuple[str, int]], depth: int) -> str | None:
    """Country of a place: "in an explosion in a suburb of Beirut"."""
    for _, obj in found:
        code = _country_at(story, sent, obj)
        if code is None and depth:
            code = _deep(story, sent, objects(story.sentence(sent), obj, DEEPER), depth - 1)
        if code and code not in OTHERS:
            return code
    return None
