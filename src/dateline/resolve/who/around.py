"""The country that surrounds an actor: his kind's, the scene's, the report's main one."""

from collections import Counter
from dataclasses import dataclass

from dateline.knowledge.actors import words
from dateline.resolve.who.facing import only_faced, sectors_told, somebody_s
from dateline.resolve.who.fellows import UP, fellows, joint_before, verb_above
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import AROUND, BESIDE, NOWHERE, OTHERS, Entity, Mention
from dateline.resolve.who.phrases import first_conjunct, objects
from dateline.resolve.who.scenes import scene, struck
from dateline.resolve.who.setting import plays_there, setting
from dateline.resolve.who.sides import doer
from dateline.resolve.who.spoken_of import is_clause, lands_named, main_land
from dateline.resolve.who.story import Story

HOME = frozenset({"GOV", "LEG", "JUD", "COP", "OPP", "PTY", "MIL", "ELI", "REB"})
#: Bodies of a state, which another sentence's scene does not make another state's.
STATE = frozenset({"GOV", "LEG", "JUD", "MIL"})
#: How many sentences the scene holds.
HOLDS = 2


@dataclass(frozen=True, slots=True)
class _Ground:
    """What each sentence and the report say about countries."""

    named: tuple[Counter[str], ...]
    scenes: dict[int, str | None]
    main: str | None
    setting: str | None

    def scene(self, story: Story, sent: int) -> str | None:
        """Country of a sentence's scene, worked out when first asked for."""
        if sent not in self.scenes:
            self.scenes[sent] = scene(story, sent)
        return self.scenes[sent]


def surround(story: Story) -> None:
    """Give actors of a kind that belongs to some country the one spoken of around them."""
    wanting = [e for e in story.entities if e.country is None and _domestic(e)]
    if not wanting:
        return
    named = tuple(lands_named(story, v) for v in story.views)
    main = main_land(story, named)
    ground = _Ground(named, {}, main, setting(story, main))
    for entity in wanting:
        code = _around(story, entity, ground)
        if not any(_kept_out(story, m, code) for m in entity.mentions):
            entity.tell(code, AROUND)


def _around(story: Story, entity: Entity, ground: _Ground) -> str | None:
    """The nearest evidence, mention by mention, then the report's main country."""
    told = [m for m in sorted(entity.mentions, key=lambda m: m.where) if m.form != "pronoun"]
    if any(somebody_s(story, m) or _for_a_body(story, m) for m in told):
        return None
    for mention in told[: 1 if ground.main and sectors_told(entity) & STATE else None]:
        code = (
            _of_all(story, mention)
            or _of_body(story, mention)
            or _sent_by(story, mention)
            or _shared(story, mention)
            or fellows(story, entity, mention, ground.main)
            or _fought_by(story, mention)
            or struck(story, mention)
            or _told_by(story, mention, words("announcing"))
            or ground.scene(story, mention.sent)
            or _told_by(story, mention, words("saying"))
            or _own_officials(story, mention, ground.named[mention.sent])
            or _scene_before(story, entity, mention, ground)
        )
        if code:
            return code
    if told and joint_before(story, entity, told[0]):
        return None
    place = ground.setting
    if place and plays_there(story, entity, place) and not _others_act(story, told[0], place):
        return place
    foreign = ground.main is not None and _others_act(story, told[0], ground.main)
    if foreign:
        return None
    if ground.main:
        facing = entity.rank == NOWHERE and only_faced(story, entity, ground.named)
        return ground.main if entity.rank == NOWHERE and not facing else None
    alone = ground.named[told[0].sent] if told else Counter[str]()
    return (
        next(iter(alone))
        if len(alone) == 1 and not only_faced(story, entity, ground.named)
        else None
    )


def _kept_out(story: Story, mention: Mention, code: str | None) -> bool:
    """Whether a state of that country keeps somebody out, who is then hardly its own: "the United States barred X"."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[first_conjunct(sentence, mention.head)]
    if token.dep != "dobj" or sentence.tokens[token.head].lemma not in words("keeping-out"):
        return False
    return any(
        e.kind == "country" and e.country == code for e in doer(story, mention.sent, token.head)
    )


def _for_a_body(story: Story, mention: Mention) -> bool:
    """Whether somebody speaks for a body that is of no country told of: "a spokesman for the bloc"."""
    if mention.kind != "person":
        return False
    sentence = story.sentence(mention.sent)
    for _, obj in objects(sentence, mention.head, frozenset({"for", "of"})):
        entity = entity_of(story.at[mention.sent].get(obj))
        if entity is not None and entity.kind == "organisation" and entity.country is None:
            return not _domestic(entity)
    return False


def _others_act(story: Story, mention: Mention, main: str) -> bool:
    """Whether people are acted on by another state or a body of states, which tells nothing."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[first_conjunct(sentence, mention.head)]
    if mention.definite or token.dep != "dobj":
        return False
    doers = doer(story, mention.sent, token.head)
    if sentence.tokens[token.head].lemma in words("sending") and doers:
        return all(e.country != main for e in doers)
    return any(e.country in OTHERS or (e.kind == "country" and e.country != main) for e in doers)


def _of_all(story: Story, mention: Mention) -> str | None:
    """The body of nations last named, for its "secretary-general" and "special envoy"."""
    if mention.agent is None or mention.agent.noun.replace(" ", "-") not in words("of-nations"):
        return None
    for sent in range(mention.sent, -1, -1):
        for other in reversed(story.mentions[sent]):
            for entity in other.entities:
                if entity.kind == "organisation" and entity.country in ("UNO", "IGO", "EUR"):
                    return entity.country
    return None


def _of_body(story: Story, mention: Mention) -> str | None:
    """Of "a patrol of the U.N.'s police mission": the body of nations that owns what they are part of, or speak for."""
    sentence = story.sentence(mention.sent)
    behind = {"of", "from", "for"} if mention.kind == "person" else {"of", "from"}
    for _, obj in objects(sentence, mention.head, frozenset(behind)):
        near = (obj, *(c for c in sentence.children[obj] if sentence.tokens[c].dep == "poss"))
        for i in near:
            entity = entity_of(story.at[mention.sent].get(i))
            if entity is not None and entity.country in ("UNO", "IGO", "EUR"):
                return entity.country
    return None


def _sent_by(story: Story, mention: Mention) -> str | None:
    """Of "Ghana offered troops": the state that sends, offers or withdraws them."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    verb = sentence.tokens[token.head]
    if token.dep == "pobj" and verb.lower == "of":
        return _let_go(story, mention, verb.head)
    if token.dep != "dobj" or verb.lemma not in words("sending"):
        return None
    lands = {e.country for e in doer(story, mention.sent, verb.i) if e.country not in OTHERS}
    return lands.pop() if len(lands) == 1 else None


def _let_go(story: Story, mention: Mention, noun: int) -> str | None:
    """Of "lawmakers approved the dispatch of 500 troops": those who let them go."""
    sentence = story.sentence(mention.sent)
    verb = verb_above(sentence, noun)
    if sentence.tokens[noun].lemma not in words("dispatching") or verb is None or mention.definite:
        return None
    if sentence.tokens[verb].lemma not in words("letting-go"):
        return None
    lands = {e.country for e in doer(story, mention.sent, verb) if e.country not in OTHERS}
    return lands.pop() if len(lands) == 1 else None


def _shared(story: Story, mention: Mention) -> str | None:
    """Of "Kenya's banks, shops and ports": the owner of the first conjunct, when none has his own."""
    sentence = story.sentence(mention.sent)
    head = first_conjunct(sentence, mention.head)
    if head == mention.head or mention.definite or mention.indefinite:
        return None
    below = [c for c in sentence.children[head] if sentence.tokens[c].dep in ("poss", "amod")]
    lands = {
        run.country.side
        for run in (story.views[mention.sent].runs.get(c) for c in below)
        if run is not None and run.country is not None
    }
    return lands.pop() if len(lands) == 1 and not lands & OTHERS else None


def _fought_by(story: Story, mention: Mention) -> str | None:
    """Of "Ghana began an offensive against rebels": the state that fights them, at home."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    if token.dep != "pobj" or sentence.tokens[token.head].lower != "against":
        return None
    if set(mention.sectors) & STATE:
        return None
    at = token.head
    for _ in range(UP):
        at = sentence.tokens[at].head
        if sentence.tokens[at].pos == "VERB":
            lands = {e.country for e in doer(story, mention.sent, at) if e.kind == "country"}
            return lands.pop() if len(lands) == 1 else None
    return None


def _told_by(story: Story, mention: Mention, verbs: frozenset[str]) -> str | None:
    """Of "Ghana will send help, the minister said": who acts in what he says, when he ends it."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    while token.dep == "poss" and token.head != token.i:
        token = sentence.tokens[token.head]
    verb = sentence.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma not in verbs:
        return None
    said = [c for c in sentence.children[verb.i] if c < token.i and is_clause(sentence, c)]
    subjects = [
        story.at[mention.sent].get(c)
        for i in said
        for c in sentence.children[i]
        if sentence.tokens[c].dep == "nsubj"
    ]
    for other in subjects:
        if other is not None and len(other.entities) == 1:
            entity = other.entities[0]
            state = entity.kind == "country" or bool(sectors_told(entity) & {"GOV", "LEG"})
            if state and entity.country and entity.country not in OTHERS:
                return entity.country
    return None


def _own_officials(story: Story, mention: Mention, named: Counter[str]) -> str | None:
    """Of "Chad's president said the army had warned him": the country of the official who speaks of it."""
    if not mention.definite or not set(mention.sectors) & STATE:
        return None
    sentence = story.sentence(mention.sent)
    verb = verb_above(sentence, mention.head)
    subjects: list[Entity] = []
    while verb is not None and not subjects:
        if sentence.tokens[verb].lemma in words("saying"):
            subjects = [
                e
                for c in sentence.children[verb]
                if sentence.tokens[c].dep == "nsubj" and c != mention.head
                for e in (story.at[mention.sent][c].entities if c in story.at[mention.sent] else ())
            ]
        verb = verb_above(sentence, verb)
    told = {
        e.country
        for e in subjects
        if e.rank <= BESIDE and sectors_told(e) & STATE and not _stationed(e)
    }
    code = told.pop() if len(told) == 1 else None
    return code if code and code not in OTHERS and set(named) <= {code} else None


def _stationed(entity: Entity) -> bool:
    """Whether somebody speaks abroad, of others: an ambassador's "the government" is not his own."""
    nouns = {m.agent.noun.split()[-1] for m in entity.mentions if m.agent is not None}
    return bool(nouns & words("stationed"))


def _scene_before(story: Story, entity: Entity, mention: Mention, ground: _Ground) -> str | None:
    """The scene of the sentences before, for people who are no body of a state."""
    if sectors_told(entity) & STATE or ground.named[mention.sent]:
        return None
    paragraph = story.sentence(mention.sent).paragraph
    for sent in range(mention.sent - 1, max(-1, mention.sent - HOLDS - 1), -1):
        if story.sentence(sent).paragraph != paragraph and sent < mention.sent - 1:
            return None
        if ground.scene(story, sent):
            return ground.scene(story, sent)
    return None


def _domestic(entity: Entity) -> bool:
    """Actors that belong to the country spoken of, as long as nothing says otherwise."""
    if entity.kind not in ("group", "organisation", "person"):
        return False
    if any(m.modifiers & words("abroad") or _governments(m) for m in entity.mentions):
        return False
    flagged = any(m.agent is not None and "domestic" in m.agent.flags for m in entity.mentions)
    if entity.kind == "group":
        return flagged or any("ethnic" in m.modifiers for m in entity.mentions)
    sectors = {s for m in entity.mentions for s in m.sectors}
    return flagged or bool(entity.kind == "person" and entity.roles and sectors & HOME)


def _governments(mention: Mention) -> bool:
    """Several governments are those of several countries."""
    return mention.plural and mention.agent is not None and mention.agent.noun == "government"
