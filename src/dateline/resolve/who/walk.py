"""Through the report in order: descriptions and pronouns find whom they mean."""

from dataclasses import replace

from dateline.resolve.who.antecedent import person_by_office
from dateline.resolve.who.describe import describe
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import OWN, Entity, Mention
from dateline.resolve.who.phrases import conjuncts, objects
from dateline.resolve.who.pronouns import refer
from dateline.resolve.who.story import Story

SEVERAL = 2


def walk(story: Story) -> None:
    """Resolve everything that is no name."""
    _genders(story)
    seen: list[Mention] = []
    for found in story.mentions:
        for mention in sorted(found, key=lambda m: m.head):
            if not mention.entities:
                _resolve(story, mention, seen)
            if mention.entities:
                seen.append(mention)
    _foretold(story)
    _offices(story)


def _resolve(story: Story, mention: Mention, seen: list[Mention]) -> None:
    if mention.form == "pronoun":
        refer(story, mention)
    elif mention.kind == "measure":
        _measure(story, mention, seen)
    elif len(mention.countries) > 1:
        _split(story, mention)
    elif mention.form == "description":
        himself = _himself(story, mention)
        if himself is not None:
            himself.take(mention)
            return
        owners = _owners(story, mention) or _of_several(story, mention)
        if len(owners) > 1 and mention.plural and not mention.modifier:
            mention.countries = owners
            _split(story, mention)
        else:
            describe(story, mention, seen)


def _himself(story: Story, mention: Mention) -> Entity | None:
    """Who "declared himself the leader" is the leader."""
    if mention.kind != "person" or mention.plural:
        return None
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    beside = [*sentence.children[mention.head]]
    if token.dep in ("oprd", "attr", "appos", "ccomp", "xcomp"):
        beside += sentence.children[token.head]
    for i in beside:
        if i < mention.head and sentence.tokens[i].lower in ("himself", "herself"):
            found = entity_of(story.at[mention.sent].get(i))
            return found if found is not None and found.kind == "person" else None
    return None


def _owners(story: Story, mention: Mention) -> tuple[str, ...]:
    """The countries of several owners: "their diplomats"."""
    owner = story.at[mention.sent].get(mention.owner) if mention.owner is not None else None
    if owner is None or len(owner.entities) < SEVERAL or mention.kind in ("thing", "place"):
        return ()
    found = [e.country for e in owner.entities if e.kind == "country" and e.country]
    return tuple(dict.fromkeys(found)) if len(found) == len(owner.entities) else ()


def _offices(story: Story) -> None:
    """Give "the Grand Mufti" the named person whom the base knows in that office."""
    for entity in [e for e in story.entities if e.kind == "person" and e.mentions]:
        if any(m.form == "name" for m in entity.mentions):
            continue
        first = min(entity.mentions, key=lambda m: m.where)
        if first.definite and first.owner is None and first.agent is not None:
            named = person_by_office(story, first)
            if named is not None and named is not entity:
                story.merge(named, entity)


def _genders(story: Story) -> None:
    for entity in story.entities:
        if entity.kind == "person" and not entity.gender:
            for form in entity.forms:
                words = form.lower().split()
                if len(words) > 1 and words[0] in story.base.given:
                    entity.gender = story.base.given[words[0]]
                    break


def _of_several(story: Story, mention: Mention) -> tuple[str, ...]:
    """The states of "the foreign ministers of Chad and Sudan", who are not all of one."""
    if not mention.plural or mention.agent is None or mention.kind == "thing":
        return ()
    sentence, runs = story.sentence(mention.sent), story.views[mention.sent].runs
    for _, obj in objects(sentence, mention.head, frozenset({"of"})):
        states = [runs.get(i) for i in (obj, *conjuncts(sentence, obj))]
        if all(run is not None and run.country is not None for run in states):
            lands = (run.country.side for run in states if run is not None and run.country)
            return tuple(dict.fromkeys(lands))
    return ()


def _split(story: Story, mention: Mention) -> None:
    """Two entities for "French and Egyptian warships"."""
    for code in mention.countries:
        part = replace(mention, country=code, rank=OWN, countries=(code,), entities=())
        adjective = story.base.countries.get(code)
        noun = story.sentence(mention.sent).tokens[mention.head].text
        part.name = f"{adjective.demonym} {noun}" if adjective and adjective.demonym else noun
        entity = Entity(mention.kind, plural=mention.plural)
        story.entities.append(entity)
        entity.take(part)
        entity.mentions = [mention]
        mention.entities = (*mention.entities, entity)


def _measure(story: Story, mention: Mention, seen: list[Mention]) -> None:
    """The demonstrators of "hundreds of demonstrators"; the people of "dozens were hurt"."""
    sentence = story.sentence(mention.sent)
    counted = objects(sentence, mention.head, frozenset({"of"}))
    for _, obj in counted:
        other = story.at[mention.sent].get(obj)
        if other is None or other.kind not in ("group", "organisation", "person"):
            continue
        if not other.entities:
            _resolve(story, other, seen)
        mention.form = "pronoun"
        for entity in other.entities:
            entity.take(mention)
        return
    subject = sentence.tokens[mention.head].dep in ("nsubj", "nsubjpass", "dobj")
    if mention.plural and subject and not counted:
        mention.kind, mention.sectors = "group", ()
        mention.name = sentence.words(mention.head, mention.head)
        story.new("group", mention)


def _foretold(story: Story) -> None:
    """A lead that says "a Libyan general" and a name that follows: one person, if only one fits."""
    for entity in [e for e in story.entities if e.kind == "person"]:
        if len(entity.mentions) == 0 or any(m.form == "name" for m in entity.mentions):
            continue
        first = min(entity.mentions, key=lambda m: m.where)
        if first.sent > 1 or first.agent is None or (first.country is None and first.owner is None):
            continue
        named = [e for e in story.entities if e.kind == "person" and _could_be(story, e, first)]
        if len(named) == 1 and entity_of(first) is entity:
            story.merge(named[0], entity)


def _could_be(story: Story, entity: Entity, first: Mention) -> bool:
    """Named later, of that country, and in that office by the text or by the base."""
    if first.agent is None:
        return False
    starts = [m.sent for m in entity.mentions if m.form == "name"]
    if not starts or not first.sent <= min(starts) <= first.sent + 4:
        return False
    owner = entity_of(story.at[first.sent].get(first.owner)) if first.owner is not None else None
    country = first.country or (owner.country if owner else None)
    if country is None or entity.country not in (
        (country,) if first.indefinite else (country, None)
    ):
        return False
    if min(m.where for m in entity.mentions) < first.where:
        return False
    term = entity.entry.term(story.date) if entity.entry else None
    return first.agent.noun in entity.roles or bool(term and first.agent.noun in term.roles)
