"""How much speaks for a name being a place: label, neighbours, fame, the rest of the report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.place_cues import PlaceCues
from dateline.records import ParsedReport, Sentence, Token
from dateline.resolve.place_mentions import Mention

#: What the parser's label of the name adds.
LABELS = {"GPE": 2.2, "LOC": 1.8, "FAC": 0.8, "": 0.0, "NORP": -0.3, "ORG": -0.6, "PERSON": -2.5}
OTHER_LABEL = -1.5
PLACED = frozenset(["GPE", "LOC"])
#: From this much on a name counts as a place; chosen on the development sets.
ENOUGH = 1.2
#: A name that no list knows needs more, unless it is called a town or the like.
UNKNOWN_ENOUGH = 2.6
CALLED_ENOUGH = 0.8
#: A preposition this strong outweighs a person's label.
STRONG = 1.5
#: From here on it counts for the name's other mentions.
FAIR = 1.0
BIG = 200_000
ACRONYM = 5
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class People:
    """Names of the report's persons in lower case: last words with how often, and words before."""

    last: dict[str, int]
    given: frozenset[str]


#: Nouns for countries and their people behind the name of a sea.
LANDS = frozenset(
    {"state", "country", "nation", "monarchy", "kingdom", "emirate", "arab", "ruler", "ally"}
)


def people_of(parsed: ParsedReport, cues: PlaceCues) -> People:
    """Names that the parser or a title takes for persons."""
    last: Counter[str] = Counter()
    given: set[str] = set()
    for sentence in parsed.sentences:
        name: list[Token] = []
        for token in sentence.tokens:
            if token.ent == "PERSON" and not token.ent_begins and name:
                name.append(token)
                continue
            if name:
                _remember(name, last, given)
            name = [token] if token.ent == "PERSON" and token.ent_begins else []
        if name:
            _remember(name, last, given)
        last.update(_titled(sentence, cues))
    return People(dict(last), frozenset(given))


def _remember(name: list[Token], last: Counter[str], given: set[str]) -> None:
    words = [t.lower for t in name if t.text[:1].isupper()]
    if len(words) > 1:
        last[words[-1]] += 1
        given.update(words[:-1])


def _titled(sentence: Sentence, cues: PlaceCues) -> list[str]:
    tokens = sentence.tokens
    return [
        tokens[t.i + 1].lower
        for t in tokens[:-1]
        if t.lower in cues.titles
        and t.text[:1].isupper()
        and tokens[t.i + 1].text[:1].isupper()
        and tokens[t.i + 1].ent == "PERSON"
    ]


def weigh_all(mentions: Sequence[Mention], people: People, cues: PlaceCues) -> None:
    """Set ``sign``, ``inside`` and ``kinds`` of every mention."""
    signs = [_sign(m, cues) for m in mentions]
    placed: Counter[str] = Counter()
    for mention, sign in zip(mentions, signs, strict=True):
        if mention.header or sign >= FAIR or mention.label in PLACED:
            placed[mention.key] += 1
    for mention, sign in zip(mentions, signs, strict=True):
        mention.sign = sign + _fame(mention)
        if mention.header or mention.sentence is None:
            mention.sign += 5.0
            continue
        mention.sign += _label_worth(mention, sign, people, placed)
        mention.doubted = _person(mention, people, placed)
        mention.sign += mention.doubted
        mention.sign += _word(mention, mention.sentence.tokens, cues)


def _label_worth(mention: Mention, sign: float, people: People, placed: Counter[str]) -> float:
    """The parser's label, which counts less against a name that other words show to be a place."""
    label = LABELS.get(mention.label, OTHER_LABEL)
    if placed[mention.key] and mention.text.lower() not in people.last:
        return max(label, -0.6)
    return max(label, -1.0) if sign >= STRONG else label


def _sign(mention: Mention, cues: PlaceCues) -> float:
    """What the words to both sides add."""
    if mention.header or mention.sentence is None:
        return 0.0
    tokens = mention.sentence.tokens
    return (
        _before(mention, tokens, cues) + _after(mention, tokens, cues) + _opening(mention, tokens)
    )


def _opening(mention: Mention, tokens: tuple[Token, ...]) -> float:
    """A name in capitals that opens the report is a dateline."""
    sentence = mention.sentence
    first = sentence is not None and sentence.index == 0 and mention.first == 0
    if not first or not mention.text.isupper() or mention.country is not None:
        return 0.0
    rest = tokens[mention.last + 1 : mention.last + 4]
    return 2.5 if any(not t.text.isupper() and t.pos != "PUNCT" for t in rest) else 0.0


def _fame(mention: Mention) -> float:
    """What the name alone is worth."""
    if mention.demonym:
        return 3.0
    if mention.seat:
        return 1.0
    if mention.country is not None:
        return 1.5 if mention.country.kind == "weak" else 3.5
    return max((_entry_fame(e, primary) for e, primary in mention.options[:6]), default=-0.6)


def _entry_fame(entry: Entry, primary: bool) -> float:
    size = log10(entry.population + 20)
    worth = {"admin1": 1.6, "region": 1.6, "water": 1.6, "facility": 1.2}.get(entry.kind)
    if worth is not None:
        return worth - (0.0 if primary else 0.3)
    worth = min(2.2, size - 4.6) - (0.5 if entry.kind == "admin2" else 0.0)
    return max(-1.6, worth) - (0.0 if primary else 0.8)


def _before(mention: Mention, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    """The words to the left: prepositions, "the town of", titles, a longer name."""
    i = mention.first - 1
    while i >= 0 and (tokens[i].lower == "the" or tokens[i].lower in cues.directions):
        i -= 1
    if i < 0:
        return 0.0
    left = tokens[i]
    if left.lemma.lower() in cues.verbs | cues.taken and tokens[mention.last].head == i:
        armed = _by_forces(left, tokens, cues)
        return 1.8 + armed / 2 if left.lemma.lower() in cues.verbs else armed
    if left.lower in cues.titles and not mention.demonym and mention.label not in {"GPE", "NORP"}:
        return -5.0 if left.text[:1].isupper() else -2.0
    if left.lower == "of" and i > 0 and tokens[i - 1].lemma.lower() in cues.types:
        mention.kinds = cues.types[tokens[i - 1].lemma.lower()]
        return 2.5
    if left.lower in cues.types and left.pos == "NOUN":
        mention.kinds = cues.types[left.lower]
        return 1.5
    if left.lower in cues.prepositions:
        close = left.lower == "to" and i > 0 and tokens[i - 1].lower in {"close", "next", "home"}
        return 2.0 if close else cues.prepositions[left.lower]
    if left.pos == "PROPN" and left.text[:1].isupper() and _touch(left, tokens[mention.first]):
        return _longer_left(mention, left)
    return 0.0


def _by_forces(verb: Token, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    """What it adds that forces, or a body known by its initials, "took" what is named."""
    subject = next((t for t in tokens if t.head == verb.i and t.dep == "nsubj"), None)
    if subject is None:
        return 0.0
    initials = 1 < len(subject.text) <= ACRONYM and subject.text.isupper()
    if subject.lemma.lower() in cues.forces or initials:
        return 1.8
    return 1.2 if subject.ent in {"NORP", "ORG"} else 0.0


def _longer_left(mention: Mention, left: Token) -> float:
    if left.ent == "PERSON" and mention.label == "PERSON":
        return -3.0
    mention.inside = True
    if _of_water(mention):
        return -4.0  # the "Atlantic" of a ship's name
    if left.text.isupper() and len(left.text) <= ACRONYM:
        return -0.3
    if left.ent == mention.label and mention.label in PLACED:
        return -1.0
    return -0.8 if mention.country is not None else -1.2


def _after(mention: Mention, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    """The words to the right: "province", "Police", "United"."""
    i = mention.last + 1
    if i >= len(tokens):
        return 0.0
    right = tokens[i]
    if right.lower in cues.before_types and i + 1 < len(tokens):
        right = tokens[i + 1]
    if right.lower in cues.not_before:
        mention.inside = True
        return -3.0
    if mention.demonym:
        return _demonym_after(mention, right)
    if right.lemma.lower() in LANDS and _of_water(mention):
        mention.inside = True
        return -4.0  # "the Gulf states" are not in the gulf
    if right.lemma.lower() in cues.types and right.pos in {"NOUN", "PROPN"}:
        if not mention.kinds:
            mention.kinds = cues.types[right.lemma.lower()]
        return 1.5
    capital = right.text[:1].isupper() and _touch(tokens[mention.last], right)
    if right.lower in cues.after:
        mention.inside = capital and right.lower in cues.bodies
        return 1.5
    return _longer_right(mention, tokens, cues) if capital else 0.0


def _of_water(mention: Mention) -> bool:
    return bool(mention.options) and mention.options[0][0].kind == "water"


def _demonym_after(mention: Mention, right: Token) -> float:
    """Take off for longer names: "European Union" is not a people."""
    longer = right.text[:1].isupper() and right.ent == mention.label == "ORG"
    return -3.0 if longer and mention.country is None else 0.0


def _longer_right(mention: Mention, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    right = tokens[mention.last + 1]
    if right.lower in cues.bodies:
        mention.inside = True
        return 0.6
    if right.lower in cues.teams:
        mention.inside = True
        return -3.0
    if right.pos != "PROPN":
        return 0.0
    if right.ent == mention.label and mention.label in {
        "PERSON",
        "PRODUCT",
        "EVENT",
        "WORK_OF_ART",
    }:
        return -3.0
    if tokens[mention.last].head == mention.last + 1:
        mention.inside = True
        return -0.3 if mention.country is not None or mention.label == "GPE" else -1.2
    return 0.0


def _touch(left: Token, right: Token) -> bool:
    return right.start - left.end < _CLOSE


def _person(mention: Mention, people: People, placed: Counter[str]) -> float:
    if mention.demonym or mention.first != mention.last:
        return 0.0
    word = mention.text.lower()
    persons = people.last.get(word, 0)
    strong = mention.country is not None and mention.country.kind == "name"
    if strong or (persons and placed[mention.key] > persons):
        return 0.0
    if persons:
        return -1.5 if mention.label in PLACED else -4.0
    if mention.label == "PERSON" and _known_city(mention) and word not in people.given:
        return 2.0
    return -1.5 if word in people.given and mention.label not in PLACED else 0.0


def _known_city(mention: Mention) -> bool:
    return any(p and e.population >= BIG for e, p in mention.options[:3])


def _word(mention: Mention, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    """Single words that mean something else as well."""
    if mention.first != mention.last or mention.country is not None:
        return 0.0
    token = tokens[mention.first]
    if mention.demonym:
        return 0.0 if token.pos in {"ADJ", "PROPN", "NOUN"} else -2.0
    worth = -1.5 if token.lower in cues.doubtful and mention.label != "GPE" else 0.0
    if token.pos != "PROPN" and mention.label not in PLACED and not mention.text.isupper():
        worth -= 2.5
    return worth
