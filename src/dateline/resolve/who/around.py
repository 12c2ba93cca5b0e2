"""The country that surrounds an actor: his kind's, the scene's, the report's main one."""

from collections import Counter
from dataclasses import dataclass

from dateline.knowledge.actors import words
from dateline.records import Place, Sentence
from dateline.resolve.who.facing import only_faced, sectors_told, somebody_s
from dateline.resolve.who.mention import AROUND, BESIDE, NOWHERE, OTHERS, Entity, Mention
from dateline.resolve.who.parties import abroad
from dateline.resolve.who.phrases import first_conjunct
from dateline.resolve.who.roles import bears
from dateline.resolve.who.runs import View
from dateline.resolve.who.scenes import on_water, scene, struck
from dateline.resolve.who.sides import doer
from dateline.resolve.who.story import Story

HOME = frozenset({"GOV", "LEG", "JUD", "COP", "OPP", "PTY", "MIL", "ELI", "REB"})
#: Kinds of which a report's last named one is meant by "the military", "police".
UNIFORM = frozenset({"MIL", "COP"})
#: Bodies of a state, which another sentence's scene does not make another state's.
STATE = frozenset({"GOV", "LEG", "JUD", "MIL"})
#: How far the verb may stand above "an offensive against".
UP = 3
#: How many sentences back the last one of a kind may stand, and how many the scene holds.
KIN, HOLDS = 3, 2
#: Weight of the dateline and of who acts in the first sentence among mentions of countries.
LINE, OPENS = 2, 2
#: How many times as often as the next the report's main country is named.
CLEAR = 1.2


@dataclass(frozen=True, slots=True)
class _Ground:
    """What each sentence and the report say about countries."""

    named: tuple[Counter[str], ...]
    scenes: dict[int, str | None]
    main: str | None

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
    named = tuple(_counted(story, v) for v in story.views)
    ground = _Ground(named, {}, _main(story, named))
    for entity in wanting:
        entity.tell(_around(story, entity, ground), AROUND)


def _around(story: Story, entity: Entity, ground: _Ground) -> str | None:
    """The nearest evidence, mention by mention, then the report's main country."""
    told = [m for m in sorted(entity.mentions, key=lambda m: m.where) if m.form != "pronoun"]
    if any(somebody_s(story, m) for m in told):
        return None
    for mention in told[: 1 if ground.main and sectors_told(entity) & STATE else None]:
        code = (
            _of_all(story, mention)
            or _sent_by(story, mention)
            or _shared(story, mention)
            or _kin(story, entity, mention)
            or _fought_by(story, mention)
            or struck(story, mention)
            or _told_by(story, mention, words("announcing"))
            or ground.scene(story, mention.sent)
            or _told_by(story, mention, words("saying"))
            or _scene_before(story, entity, mention, ground)
        )
        if code:
            return code
    if ground.main and not _others_act(story, told[0], ground.main):
        facing = entity.rank == NOWHERE and only_faced(story, entity, ground.named)
        return ground.main if entity.rank == NOWHERE and not facing else None
    alone = ground.named[told[0].sent] if told else Counter[str]()
    return (
        next(iter(alone))
        if len(alone) == 1 and not only_faced(story, entity, ground.named)
        else None
    )


def _others_act(story: Story, mention: Mention, main: str) -> bool:
    """Whether people are acted on by another state or a body of states, which tells nothing."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[first_conjunct(sentence, mention.head)]
    if mention.definite or token.dep != "dobj":
        return False
    doers = doer(story, mention.sent, token.head)
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


def _sent_by(story: Story, mention: Mention) -> str | None:
    """Of "Ghana offered troops": the state that sends, offers or withdraws them."""
    sentence = story.sentence(mention.sent)
    token = sentence.tokens[mention.head]
    verb = sentence.tokens[token.head]
    if token.dep != "dobj" or verb.lemma not in words("sending"):
        return None
    lands = {e.country for e in doer(story, mention.sent, verb.i) if e.country not in OTHERS}
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


def _kin(story: Story, entity: Entity, mention: Mention) -> str | None:
    """Country of the soldiers or police last named, if they are one country's."""
    kind = sectors_told(entity) & UNIFORM
    if len(kind) != 1 or mention.indefinite or mention.counted or entity.kind == "person":
        return None
    found: set[str] = set()
    for sent in range(mention.sent, max(-1, mention.sent - KIN - 1), -1):
        for other in story.mentions[sent]:
            mine = other.entities[0] if len(other.entities) == 1 else None
            if mine is None or mine is entity or not mine.country or mine.country in OTHERS:
                continue
            if abroad(other) or mention.modifiers & words("factions"):
                continue
            if mine.rank <= BESIDE and kind <= set(other.sectors) and "ELI" not in other.sectors:
                found.add(mine.country)
        if found:
            break
    return found.pop() if len(found) == 1 else None


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
    said = [c for c in sentence.children[verb.i] if c < token.i and _clause(sentence, c)]
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


def _clause(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].dep == "ccomp" and sentence.tokens[i].pos in ("VERB", "AUX")


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


def _counted(story: Story, v: View) -> Counter[str]:
    """Countries named in a sentence, by any form of their names, their places and bodies."""
    codes = Counter(_from_hits(v))
    starts = {v.sentence.tokens[hit.first].start for hit in v.hits.values()}
    for place in story.places_in[v.sentence.index]:
        literal = place.kind != "country" and place.use != "demonym"
        if place.country and literal and place.span.start not in starts and not _goal(v, place):
            codes[place.country] += 1
    bodies = (e for m in story.mentions[v.sentence.index] for e in m.entities)
    for entity in dict.fromkeys(e for e in bodies if e.kind == "organisation"):
        land = entity.country
        if land and land not in OTHERS and land not in codes and not _outlet(entity):
            codes[land] += 1
    return codes


def _outlet(entity: Entity) -> bool:
    """News outlets report from everywhere."""
    return entity.entry is not None and "JRN" in entity.entry.terms[0].sectors


def _from_hits(v: View) -> list[str]:
    found = []
    for hit in dict.fromkeys(v.hits.values()):
        if hit.known.country:
            plain = bears(v, hit.first, hit.last) and not on_water(v.sentence, hit.last)
            if plain and not any(f(v, hit.last) for f in (_aside, _visitors, _destination)):
                found.append(hit.known.country.side)
        elif len(hit.known.entries) == 1:
            term = hit.known.entries[0].terms[0]
            if term.country and term.country not in OTHERS and "JRN" not in term.sectors:
                found.append(term.country)
    return found


def _aside(v: View, i: int) -> bool:
    """A nationality told in passing: "the commissioner, an Australian"."""
    return v.sentence.tokens[i].dep == "appos"


def _goal(v: View, place: Place) -> bool:
    ends = (t.i for t in v.sentence.tokens if place.span.start <= t.start < place.span.end)
    return any(_destination(v, i) for i in ends)


def _destination(v: View, i: int) -> bool:
    """Whether a place is only where somebody goes: the "Ankara" of "is flying to Ankara"."""
    token = v.sentence.tokens[i]
    prep = v.sentence.tokens[token.head]
    above = v.sentence.tokens[prep.head]
    return token.dep == "pobj" and prep.lower == "to" and above.lemma in words("travelling")


def _visitors(v: View, i: int) -> bool:
    """Whether a people's name only tells where peacekeepers, aid workers, tourists come from."""
    token = v.sentence.tokens[i]
    if token.dep not in ("amod", "compound", "nmod") or token.head <= i:
        return False
    found = v.noun(token.head)
    return found is not None and found[1].noun.replace(" ", "-") in words("visitors")


def _main(story: Story, named: tuple[Counter[str], ...]) -> str | None:
    """The country that the report is about: its dateline's, or the one named clearly most."""
    report = Counter(c for found in named for c in found.elements())
    if not report:
        return story.dateline
    if story.dateline is not None and story.dateline in report:
        report[story.dateline] += LINE
    opening = _opens(story)
    if opening in report:
        report[opening] += OPENS
    top = report.most_common(2)
    if len(top) == 1 or top[0][1] >= CLEAR * top[1][1]:
        return top[0][0]
    return None


def _opens(story: Story) -> str:
    """Country of who acts in the first sentence, if it is one."""
    if not story.views or not story.sentence(0).tokens:
        return ""
    found = doer(story, 0, _told(story.sentence(0)))
    lands = {e.country for e in found if e.country and not any(abroad(m) for m in e.mentions)}
    return lands.pop() if len(lands) == 1 else ""


def _told(sentence: Sentence) -> int:
    """The verb of what a sentence tells, where somebody only says it: its root otherwise."""
    root = sentence.root
    if sentence.tokens[root].lemma not in words("saying"):
        return root
    return next((c for c in sentence.children[root] if _clause(sentence, c)), root)


def _domestic(entity: Entity) -> bool:
    """Actors that belong to the country spoken of, as long as nothing says otherwise."""
    if entity.kind not in ("group", "organisation", "person"):
        return False
    if any(m.modifiers & words("abroad") for m in entity.mentions):
        return False
    flagged = any(m.agent is not None and "domestic" in m.agent.flags for m in entity.mentions)
    if entity.kind == "group":
        return flagged or any("ethnic" in m.modifiers for m in entity.mentions)
    sectors = {s for m in entity.mentions for s in m.sectors}
    return flagged or bool(entity.kind == "person" and entity.roles and sectors & HOME)
