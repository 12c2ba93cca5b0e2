"""Where a sentence's act happens, as far as that tells whose its people are."""

from dateline.knowledge.actors import words
from dateline.records import Sentence
from dateline.resolve.who.mention import OTHERS, Mention
from dateline.resolve.who.story import Story

LOCATIVE = frozenset(
    {"in", "at", "near", "throughout", "across", "outside", "around", "inside", "within"}
)
#: Clauses about somebody, which tell where he is and not where the sentence plays.
ASIDE = frozenset({"relcl", "acl"})
#: Verbs that say where somebody merely is.
STAYING = frozenset(
    {
        "be",
        "live",
        "reside",
        "study",
        "work",
        "serve",
        "retire",
        "strand",
        "exile",
        "hospitalize",
        "trap",
    }
)
OBJECT = frozenset({"dobj", "nsubjpass"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
CLIMB = 12


def scene(story: Story, sent: int) -> str | None:
    """The one country of the places in which a sentence's acts happen."""
    sentence = story.sentence(sent)
    found: set[str] = set()
    for token in sentence.tokens:
        if token.dep != "pobj" or sentence.tokens[token.head].lower not in LOCATIVE:
            continue
        if token.lemma.lower() in words("no-scene"):
            continue
        code = place_country(story, sent, token.i)
        if code and not passing(sentence, token.head) and not _relative(sentence, token.head):
            found.add(code)
    return found.pop() if len(found) == 1 else None


def scene_at(story: Story, sent: int) -> str | None:
    """The scene of a sentence, else of the one before in its paragraph."""
    here, before = scene(story, sent), sent - 1
    if here is None and before >= 0:
        same = story.sentence(before).paragraph == story.sentence(sent).paragraph
        return scene(story, before) if same else None
    return here


def place_country(story: Story, sent: int, i: int, depth: int = 2) -> str | None:
    """Country of the place that a token heads, or that its possessor or of-phrase names."""
    v = story.views[sent]
    run = v.runs.get(i)
    if on_water(v.sentence, i):
        return None
    if run is not None and run.country:
        return run.country.side if run.country.alpha3 not in OTHERS else None
    token = v.sentence.tokens[i]
    for place in story.places_in[sent]:
        if (
            place.country
            and place.use == "literal"
            and place.span.start <= token.start < place.span.end
        ):
            return place.country
    if not depth:
        return None
    for child in v.sentence.children[i]:
        below = v.sentence.tokens[child]
        if below.dep in ("poss", "compound", "appos"):
            code = place_country(story, sent, child, depth - 1)
        elif below.dep == "prep" and below.lower in ("of", "in"):
            code = next(
                (
                    c
                    for c in (
                        place_country(story, sent, o, depth - 1)
                        for o in v.sentence.children[child]
                        if v.sentence.tokens[o].dep == "pobj"
                    )
                    if c
                ),
                None,
            )
        else:
            code = None
        if code:
            return code
    return None


def on_water(sentence: Sentence, i: int) -> bool:
    """Whether a name is, or is part of, that of a sea or a match: the "Indian" of "Indian Ocean"."""
    tokens = sentence.tokens
    near = (i, tokens[i].head, i + 1)
    return any(
        k < len(tokens) and tokens[k].text[0].isupper() and tokens[k].lower in words("waters")
        for k in near
        if k == i or k > i
    )


def passing(sentence: Sentence, i: int) -> bool:
    """Whether a phrase tells where people meet, speak, or somebody merely is."""
    at = i
    for _ in range(CLIMB):
        t = sentence.tokens[at]
        if t.lemma in words("meetings"):
            return True
        if t.pos in ("VERB", "AUX") and at != i:
            return _at_meeting(sentence, at) or t.lemma in words("elsewhere") or stays(sentence, at)
        if t.head == at:
            return False
        at = t.head
    return False


def _at_meeting(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is about a meeting, or what was done at one ("pressed him to quit at a meeting in Lima")."""
    for c in sentence.children[verb]:
        token = sentence.tokens[c]
        below = sentence.children[c] if token.lower in ("at", "during") else ()
        near = [token, *(sentence.tokens[o] for o in below)]
        if any(t.dep in (*SUBJECT, "pobj") and t.lemma in words("meetings") for t in near):
            return True
    return False


def _relative(sentence: Sentence, i: int) -> bool:
    """Whether the clause around a phrase only describes somebody."""
    at = i
    for _ in range(CLIMB):
        t = sentence.tokens[at]
        if t.pos in ("VERB", "AUX") and at != i:
            return t.dep == "relcl"
        if t.head == at:
            return False
        at = t.head
    return False


def stays(sentence: Sentence, clause: int) -> bool:
    """Whether a clause about somebody only tells where he is: "who was in Kenya"."""
    t = sentence.tokens[clause]
    return t.dep in ASIDE and t.lemma in STAYING


def struck(story: Story, mention: Mention) -> str | None:
    """Country of the place whose attack a mention suffers in, or which irregulars attack."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    verb = sentence.tokens[token.head]
    if verb.pos != "VERB":
        return None
    if token.dep in SUBJECT and verb.lemma in words("fleeing"):
        return _origin(story, mention, verb.i)
    if token.dep in OBJECT:
        return (
            _ground(story, mention.sent, verb.i)
            or _target(story, mention, verb.i)
            or _aimed(story, mention.sent, verb.i)
        )
    if token.dep == "nsubj" and not set(mention.sectors) & {"MIL", "GOV", "COP"}:
        for child in sentence.children[verb.i]:
            if sentence.tokens[child].dep == "dobj" and verb.lemma in words("ground"):
                return place_country(story, mention.sent, child)
    return None


def _origin(story: Story, mention: Mention, verb: int) -> str | None:
    sentence = story.sentence(mention.sent)
    for prep in sorted(sentence.children[verb]):
        below = [*sentence.children[prep]]
        chain = [prep, *(c for c in below if sentence.tokens[c].dep in ("prep", "pobj"))]
        for i in chain:
            if sentence.tokens[i].lower == "from":
                for obj in sentence.children[i]:
                    code = place_country(story, mention.sent, obj)
                    if code:
                        return code
    return None


def _target(story: Story, mention: Mention, verb: int) -> str | None:
    """Country of Y in "seized ten people in an attack on Y"."""
    sentence = story.sentence(mention.sent)
    for prep in sentence.children[verb]:
        if sentence.tokens[prep].lower not in ("in", "during"):
            continue
        for noun in sentence.children[prep]:
            for on in sentence.children[noun]:
                if sentence.tokens[on].lower in ("on", "against"):
                    for obj in sentence.children[on]:
                        code = place_country(story, mention.sent, obj)
                        if code:
                            return code
    return None


def _aimed(story: Story, sent: int, verb: int) -> str | None:
    """Country of Y in "a rocket attack on Y killed ten people"."""
    sentence = story.sentence(sent)
    for noun in sentence.children[verb]:
        if sentence.tokens[noun].dep != "nsubj" or sentence.tokens[noun].lemma not in words(
            "strikes"
        ):
            continue
        for on in sentence.children[noun]:
            if sentence.tokens[on].lower in ("on", "against", "in", "at"):
                for obj in sentence.children[on]:
                    code = place_country(story, sent, obj)
                    if code:
                        return code
    return None


def where_land(story: Story, mention: Mention) -> str | None:
    """Country of Y in "to Y, where the government has closed schools"."""
    sentence = story.sentence(mention.sent)
    at = mention.head
    for _ in range(CLIMB):
        token = sentence.tokens[at]
        if token.head == at:
            return None
        below = (sentence.tokens[c] for c in sentence.children[at])
        if token.dep == "relcl" and any(t.lower == "where" for t in below):
            return place_country(story, mention.sent, token.head)
        at = token.head
    return None


def _ground(story: Story, sent: int, verb: int) -> str | None:
    """Country of Y in "shelled Y, killing ten people", by its participle."""
    sentence = story.sentence(sent)
    above = sentence.tokens[verb].head
    if sentence.tokens[verb].dep != "advcl" or sentence.tokens[above].lemma not in words("ground"):
        return None
    objects = (i for i in sentence.children[above] if sentence.tokens[i].dep == "dobj")
    return next((c for c in (place_country(story, sent, i) for i in objects) if c), None)
