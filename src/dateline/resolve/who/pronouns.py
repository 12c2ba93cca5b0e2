"""Pronouns: the subject above first, then the sentence before."""

from dateline.knowledge.actors import words
from dateline.records import Sentence
from dateline.resolve.who.agree import SUBJECT, agrees
from dateline.resolve.who.mention import Entity, Mention
from dateline.resolve.who.phrases import conjuncts
from dateline.resolve.who.quotes import sayer
from dateline.resolve.who.sides import other_side
from dateline.resolve.who.story import Story
from dateline.resolve.who.topic import central, minor

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
#: How many sentences back a pronoun may reach.
BACK = 2
#: A pronoun among the first words of a sentence looks back first.
OPENING = 3
#: Steps from a pronoun to its verb: "shot down all of them".
PARTS = 4
#: Weight of an object among candidates; subjects weigh more.
OBJECT = 2
#: Adjectives that only somebody can be: "it is willing to withdraw".
MINDED = frozenset({
    "ready", "willing", "unwilling", "prepared", "unprepared", "open", "committed", "determined", "reluctant",
    "keen", "eager", "opposed", "hopeful", "confident", "aware", "concerned", "worried", "alarmed", "grateful",
    "able", "unable", "appalled", "outraged", "disappointed", "pleased", "satisfied", "responsible",
})  # fmt: skip


def refer(story: Story, mention: Mention) -> None:
    """Give a pronoun its entities, or leave it without."""
    if mention.kind == "relative":
        found = _relative(story, mention)
    elif mention.gender in ("1", "1p") or (
        mention.gender == "n" and _empty(story.sentence(mention.sent), mention.head)
    ):
        return
    else:
        above = other_side(story, mention) or _above(story, mention)
        found = () if above is None else above or _before(story, mention)
    for entity in found:
        entity.take(mention)
        if mention.gender in ("m", "f") and entity.kind == "person":
            entity.gender = entity.gender or mention.gender


def _relative(story: Story, mention: Mention) -> tuple[Entity, ...]:
    """The noun that the relative clause hangs on."""
    sentence = story.sentence(mention.sent)
    at = mention.head
    for _ in range(12):
        t = sentence.tokens[at]
        if t.dep == "relcl":
            return _fit_verb(story, sentence, mention, at)
        if t.head == at or (t.pos == "VERB" and t.dep in ("ROOT", "ccomp")):
            break
        at = t.head
    return ()


def _fit_verb(story: Story, sentence: Sentence, mention: Mention, verb: int) -> tuple[Entity, ...]:
    """The antecedent, or the plural actor above it when only that agrees with the verb."""
    at = sentence.tokens[verb].head
    first = story.at[mention.sent].get(at)
    plural = sentence.tokens[verb].tag == "VBP" or any(
        sentence.tokens[c].lower in ("are", "were", "have") for c in sentence.children[verb]
    )
    if (
        plural
        and first
        and not first.plural
        and first.kind in ("place", "country", "person")
        and not conjuncts(sentence, at)
    ):
        found = _plural_above(story, mention.sent, at)
        if found:
            return found
    if plural and first and first.kind == "place":
        found = _plural_above(story, mention.sent, at)
        return found or first.entities
    return first.entities if first else ()


def _plural_above(story: Story, sent: int, at: int) -> tuple[Entity, ...]:
    sentence = story.sentence(sent)
    for _ in range(8):
        head = sentence.tokens[at].head
        if head == at or sentence.tokens[head].pos == "VERB":
            return ()
        at = head
        above = story.at[sent].get(at)
        if above and above.plural and above.kind in ("group", "organisation"):
            return above.entities
    return ()


def _empty(sentence: Sentence, i: int) -> bool:
    """An "it" that stands for nobody: "it is likely that", "it rained"."""
    t = sentence.tokens[i]
    if t.dep == "expl":
        return True
    verb = sentence.tokens[t.head]
    if t.dep in SUBJECT and verb.lemma in (
        "be",
        "seem",
        "appear",
        "rain",
        "snow",
        "take",
        "become",
    ):
        near = [sentence.tokens[c] for c in sentence.children[verb.i]]
        if any(t.dep == "acomp" and t.lower in MINDED for t in near):
            return False
        below = [t.dep for t in near]
        return any(d in ("acomp", "ccomp", "xcomp", "advcl", "attr") for d in below)
    return False


def _subject(story: Story, sent: int, verb: int) -> Mention | None:
    sentence = story.sentence(sent)
    for child in sentence.children[verb]:
        if sentence.tokens[child].dep in SUBJECT:
            return story.at[sent].get(child) or _counted(story, sent, child)
    return None


def _counted(story: Story, sent: int, i: int) -> Mention | None:
    """What a measure counts: "hundreds of demonstrators"."""
    found = story.at[sent].get(i)
    return found if found and found.entities else None


def _above(story: Story, mention: Mention) -> tuple[Entity, ...] | None:
    """Subjects of the clauses around the pronoun, and nouns that they hang on.

    None when the pronoun means somebody that no list of nouns knows.
    """
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    reflexive = token.lower in REFLEXIVE
    bound = token.dep in ("dobj", "dative", "pobj", "iobj") and not reflexive
    at = mention.head
    own_clause = True
    own: tuple[Entity, ...] = ()
    for _ in range(30):
        head = sentence.tokens[at].head
        if head == at:
            break
        at = head
        t = sentence.tokens[at]
        if t.pos in ("VERB", "AUX"):
            found = _subject(story, mention.sent, at)
            usable = found is not None and found.head < mention.head and found is not mention
            if (
                found is not None
                and found is not mention
                and not (bound and (own_clause or found.entities == own))
                and (usable or t.lemma in ("say", "tell", "add"))
                and agrees(story, mention, found)
                and not _speaks_of_self(story, mention, found)
            ):
                return _with_conjuncts(story, mention, found)
            if found is None and mention.gender in ("m", "f") and _somebody(sentence, t.i, mention):
                return None
            own = own or (found.entities if found is not None and own_clause else ())
            own_clause = own_clause and (t.dep in ("xcomp",) or found is None)
        elif (
            at in story.at[mention.sent]
            and at < mention.head
            and not (token.dep == "poss" and t.i == token.head)
        ):
            noun = story.at[mention.sent][at]
            if agrees(story, mention, noun):
                return noun.entities
    return ()


def _somebody(sentence: Sentence, verb: int, mention: Mention) -> bool:
    """Whether a noun that no list knows speaks: "a film maker said he"."""
    return sentence.tokens[verb].lemma in words("saying") and any(
        sentence.tokens[c].dep == "nsubj"
        and sentence.tokens[c].tag in ("NN", "NNP")
        and c < mention.head
        for c in sentence.children[verb]
    )


def _speaks_of_self(story: Story, mention: Mention, found: Mention) -> bool:
    """Inside a quotation, "he" is not the speaker."""
    quoted = story.quoted[mention.sent]
    return mention.head in quoted and found.head not in quoted


def _with_conjuncts(story: Story, mention: Mention, found: Mention) -> tuple[Entity, ...]:
    if mention.gender != "p":
        return found.entities
    sentence = story.sentence(found.sent)
    more = [
        story.at[found.sent][c]
        for c in conjuncts(sentence, found.head)
        if c in story.at[found.sent]
    ]
    entities = list(found.entities)
    for other in more:
        entities.extend(e for e in other.entities if e not in entities)
    return tuple(entities)


def _before(story: Story, mention: Mention) -> tuple[Entity, ...]:
    """The best mention earlier in the sentence or in the sentences before."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    if mention.gender == "n":
        return _it(story, mention)
    again = _same_again(story, mention)
    if again:
        return again
    topic = central(story, mention) if mention.gender in ("m", "f") else None
    earlier = [
        m
        for m in story.mentions[mention.sent]
        if m.head < mention.head and m.entities and not m.modifier and m.form != "pronoun"
    ]
    if not (token.dep in SUBJECT and mention.head < OPENING):
        picked = _best(story, mention, earlier, topic)
        if picked:
            return picked
    speaker_here = (
        sayer(story, mention.sent) if mention.head in story.quoted[mention.sent] else None
    )
    for back in range(1, BACK + 1):
        if mention.sent - back < 0:
            break
        found = [m for m in story.mentions[mention.sent - back] if m.entities and not m.modifier]
        found = [m for m in found if speaker_here is None or m.entities[0] is not speaker_here]
        picked = _best(story, mention, found, topic)
        if picked:
            return picked
    return (topic,) if topic is not None and speaker_here is not topic else ()


def _same_again(story: Story, mention: Mention) -> tuple[Entity, ...]:
    """Whom the last "their" of the sentence meant, for the "they" behind it."""
    if mention.gender != "p":
        return ()
    quoted = story.quoted[mention.sent]
    same = [
        m
        for m in story.mentions[mention.sent]
        if m.form == "pronoun"
        and m.gender == "p"
        and m.head < mention.head
        and (m.head in quoted) == (mention.head in quoted)
    ]
    return same[-1].entities if same else ()


def _best(
    story: Story, mention: Mention, found: list[Mention], topic: Entity | None = None
) -> tuple[Entity, ...]:
    token = story.sentence(mention.sent).tokens[mention.head]
    bound = _own_subject(story, mention) if token.dep in ("dobj", "dative", "pobj") else None
    fitting = [
        m
        for m in found
        if agrees(story, mention, m) and (bound is None or m.entities != bound.entities)
    ]
    if topic is not None:
        fitting = [m for m in fitting if m.entities[0] is topic or not minor(story, mention, m)]
    if not fitting:
        return ()
    best = max(fitting, key=lambda m: (_weight(story, m), m.where))
    people = {id(m.entities[0]) for m in fitting}
    if mention.gender == "p" and len(people) > 1 and _weight(story, best) < OBJECT:
        return ()
    return _with_conjuncts(story, mention, best)


def _own_subject(story: Story, mention: Mention) -> Mention | None:
    sentence = story.sentence(mention.sent)
    at = sentence.tokens[mention.head].head
    for _ in range(PARTS):
        if sentence.tokens[at].pos not in ("ADP", "DET", "PRON", "NUM", "NOUN"):
            break
        at = sentence.tokens[at].head
    return _subject(story, mention.sent, at)


def _weight(story: Story, mention: Mention) -> int:
    """Subjects of main clauses weigh most, then other subjects, objects, the rest."""
    sentence = story.sentence(mention.sent)
    t = sentence.tokens[mention.head]
    if t.dep in SUBJECT:
        verb = sentence.tokens[t.head]
        return 4 if verb.dep == "ROOT" else 3 if verb.dep in ("ccomp", "conj") else OBJECT
    return {"dobj": OBJECT, "agent": 1, "pobj": 1, "attr": 1}.get(t.dep, 0)


def _it(story: Story, mention: Mention) -> tuple[Entity, ...]:
    """The main subject of the sentence before, and nothing weaker, is what "it" means."""
    quoted = story.quoted[mention.sent]
    start = sum(1 for i in quoted if i < mention.head) if mention.head not in quoted else 0
    if mention.sent == 0 or mention.head - start > OPENING + (start > 0):
        return ()
    sentence = story.sentence(mention.sent - 1)
    found = _subject(story, mention.sent - 1, sentence.root)
    return found.entities if found and agrees(story, mention, found) else ()
