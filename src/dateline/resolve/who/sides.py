"""Possessives that cannot be the subject's: "cut ties with X and expelled its diplomats"."""

from dateline.knowledge.actors import words
from dateline.records import Sentence
from dateline.resolve.who.mention import Entity, Mention
from dateline.resolve.who.phrases import conjuncts
from dateline.resolve.who.story import Story

SUBJECT = ("nsubj", "nsubjpass")
#: How many sentences back the other state may stand.
BACK = 1


def other_side(story: Story, mention: Mention) -> tuple[Entity, ...]:
    """Whom "its" and "their" mean in what a state does to somebody else's people.

    Returns:
        The other state named last in the sentence or the one before, or several named together;
        nothing where the possessive may well be the subject's own.
    """
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    if token.dep != "poss" or mention.gender not in ("n", "p"):
        return ()
    verb = _done(sentence, token.head)
    if verb is None:
        return ()
    own = doer(story, mention.sent, verb)
    plural = mention.gender == "p"
    for sent in range(mention.sent, max(-1, mention.sent - BACK - 1), -1):
        named = [
            m
            for m in story.mentions[sent]
            if m.where < mention.where
            and (_state(m) or (plural and _party(m)))
            and m.entities[0] not in own
        ]
        found = _together(story, named) if plural else _single(named)
        if found:
            return found
    return ()


def _done(sentence: Sentence, noun: int) -> int | None:
    """The verb of an expulsion, ban or attack whose object a noun is."""
    t = sentence.tokens[noun]
    verb = sentence.tokens[t.head]
    if t.lemma in words("neighbours"):
        return None
    if t.dep in ("dobj", "nsubj", "dative") and verb.lemma in words("hostile") and t.dep != "nsubj":
        return verb.i
    if t.lemma not in words("diplomats"):
        return None
    if (
        t.dep in ("nsubj", "dobj", "dative")
        and verb.lemma == "leave"
        and _own_soil(sentence, verb.i)
    ):
        above = sentence.tokens[verb.head]
        return above.i if above.lemma in words("dismissing") else None
    if t.dep in ("dobj", "dative") and verb.lemma in words("dismissing"):
        leaving = [
            c
            for i in (verb.i, *sentence.children[verb.i])
            for c in sentence.children[i]
            if sentence.tokens[c].lemma == "leave"
        ]
        return verb.i if leaving and _own_soil(sentence, leaving[0]) else None
    return None


def _own_soil(sentence: Sentence, leave: int) -> bool:
    """Whether what is left is the doer's own country: "leave", "leave the country"."""
    return all(
        sentence.tokens[c].dep != "dobj" or sentence.tokens[c].lower == "country"
        for c in sentence.children[leave]
    )


def doer(story: Story, sent: int, verb: int) -> tuple[Entity, ...]:
    """Who does what a verb says, by its subject or that of the verb it is coordinated with."""
    sentence = story.sentence(sent)
    at = verb
    for _ in range(6):
        for child in sentence.children[at]:
            if sentence.tokens[child].dep in SUBJECT:
                found = story.at[sent].get(child)
                more = [story.at[sent].get(c) for c in conjuncts(sentence, child)]
                return tuple(e for m in (found, *more) if m is not None for e in m.entities)
        if sentence.tokens[at].dep not in ("conj", "xcomp", "advcl"):
            return ()
        at = sentence.tokens[at].head
    return ()


def _state(mention: Mention) -> bool:
    return (
        len(mention.entities) == 1
        and mention.entities[0].kind == "country"
        and mention.form != "pronoun"
        and not mention.modifier
    )


def _party(mention: Mention) -> bool:
    """People named as a group, in the plural: "their" villages may be the rebels'."""
    return (
        len(mention.entities) == 1
        and mention.entities[0].kind == "group"
        and mention.plural
        and mention.form != "pronoun"
        and not mention.modifier
    )


def _single(named: list[Mention]) -> tuple[Entity, ...]:
    return named[-1].entities if named else ()


def _together(story: Story, named: list[Mention]) -> tuple[Entity, ...]:
    """The last states named side by side."""
    if not named:
        return ()
    tokens = story.sentence(named[-1].sent).tokens
    found: list[Entity] = list(named[-1].entities)
    for one, after in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        between = tokens[one.last + 1 : after.first]
        if one.sent != after.sent or any(t.pos not in ("CCONJ", "PUNCT", "DET") for t in between):
            break
        found[:0] = [e for e in one.entities if e not in found]
    return tuple(found)
