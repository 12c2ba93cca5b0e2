"""How much speaks for a name being a place: label, preposition, neighbours, fame, the rest of the report."""

from dataclasses import dataclass
from math import log10

from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.place_cues import PlaceCues
from dateline.records import ParsedReport, Sentence, Token
from dateline.resolve.place_mentions import Mention

#: What the parser's label of the name adds.
LABELS = {"GPE": 2.2, "LOC": 1.8, "FAC": 0.8, "": 0.0, "NORP": -0.3, "ORG": -0.6, "PERSON": -2.5}
OTHER_LABEL = -1.5
#: From this much on a name counts as a place; chosen on the development sets.
ENOUGH = 1.2
BIG = 200_000
_CLOSE = 2


@dataclass(frozen=True, slots=True)
class People:
    """Names of the report's persons, in lower case: last words, and the words before them."""

    last: frozenset[str]
    given: frozenset[str]


def people_of(parsed: ParsedReport, cues: PlaceCues) -> People:
    """Names that the parser or a title takes for persons."""
    last: set[str] = set()
    given: set[str] = set()
    for sentence in parsed.sentences:
        name: list[Token] = []
        for token in sentence.tokens:
            if token.ent == "PERSON" and not token.ent_begins and name:
                name.append(token)
                continue
            _remember(name, last, given)
            name = [token] if token.ent == "PERSON" and token.ent_begins else []
        _remember(name, last, given)
        last.update(_titled(sentence, cues))
    return People(frozenset(last), frozenset(given))


def _remember(name: list[Token], last: set[str], given: set[str]) -> None:
    words = [t.lower for t in name if t.text[:1].isupper()]
    if len(words) > 1:
        last.add(words[-1])
        given.update(words[:-1])


def _titled(sentence: Sentence, cues: PlaceCues) -> set[str]:
    tokens = sentence.tokens
    return {
        after.lower
        for before, after in zip(tokens, tokens[1:], strict=False)
        if before.lower in cues.titles and before.text[:1].isupper()
        and after.text[:1].isupper() and after.ent == "PERSON"
    }  # fmt: skip


def weigh(mention: Mention, people: People, cues: PlaceCues) -> None:
    """Set ``sign``, ``inside`` and ``kinds`` of a mention from its sentence."""
    mention.sign = _fame(mention)
    if mention.header or mention.sentence is None:
        mention.sign += 5.0
        return
    tokens = mention.sentence.tokens
    mention.sign += LABELS.get(mention.label, OTHER_LABEL)
    mention.sign += _before(mention, tokens, cues)
    mention.sign += _after(mention, tokens, cues)
    mention.sign += _person(mention, tokens, people)
    mention.sign += _word(mention, tokens, cues)


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
    if worth is None:
        worth = min(2.0, (size - 4.5) * 0.8) - (0.5 if entry.kind == "admin2" else 0.0)
    return max(-1.6, worth) - (0.0 if primary else 0.8)


def _before(mention: Mention, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    """The words to the left: prepositions, "the town of", titles, a longer name."""
    i = mention.first - 1
    if i >= 0 and tokens[i].lower == "the":
        i -= 1
    if i < 0:
        return 0.0
    left = tokens[i]
    if left.lower in cues.titles and not mention.demonym and mention.label not in {"GPE", "NORP"}:
        return -5.0 if left.text[:1].isupper() else -2.0
    if left.lower == "of" and i > 0 and tokens[i - 1].lower in cues.types:
        mention.kinds = cues.types[tokens[i - 1].lower]
        return 2.5
    if left.lower in cues.types and left.pos == "NOUN":
        mention.kinds = cues.types[left.lower]
        return 1.5
    if left.lower in cues.prepositions:
        return cues.prepositions[left.lower]
    if left.pos == "PROPN" and left.text[:1].isupper() and _touch(left, tokens[mention.first]):
        return _longer_left(mention, left)
    return 0.0


def _longer_left(mention: Mention, left: Token) -> float:
    if left.ent == "PERSON" and mention.label == "PERSON":
        return -3.0
    if left.ent == mention.label and mention.label in {"GPE", "LOC"}:
        mention.inside = True
        return -1.0
    mention.inside = True
    return -0.8 if mention.country is not None else -1.2


def _after(mention: Mention, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    """The words to the right: "province", "Police", "United"."""
    i = mention.last + 1
    if i >= len(tokens):
        return 0.0
    right = tokens[i]
    if right.lower in cues.types and right.pos in {"NOUN", "PROPN"} and not mention.demonym:
        if not mention.kinds:
            mention.kinds = cues.types[right.lower]
        return 1.5
    if mention.demonym or not right.text[:1].isupper() or not _touch(tokens[mention.last], right):
        return 0.0
    if right.lower in cues.bodies:
        mention.inside = True
        return 0.6
    if right.lower in cues.teams:
        mention.inside = True
        return -3.0
    if (
        right.pos == "PROPN"
        and right.ent == mention.label
        and mention.label in {"PERSON", "PRODUCT", "EVENT", "WORK_OF_ART"}
    ):
        return -3.0
    if right.pos == "PROPN" and tokens[mention.last].head == i:
        mention.inside = True
        return -0.3 if mention.country is not None or mention.label == "GPE" else -1.2
    return 0.0


def _touch(left: Token, right: Token) -> bool:
    return right.start - left.end < _CLOSE


def _person(mention: Mention, tokens: tuple[Token, ...], people: People) -> float:
    if mention.demonym or mention.first != mention.last:
        return 0.0
    word = tokens[mention.first].lower
    strong = mention.country is not None and mention.country.kind == "name"
    if strong or mention.label in {"GPE", "LOC"}:
        return -1.5 if word in people.last and not strong else 0.0
    if word in people.last:
        return -4.0
    if mention.label == "PERSON" and _known_city(mention):
        return 1.5
    return -1.5 if word in people.given else 0.0


def _known_city(mention: Mention) -> bool:
    return any(p and e.population >= BIG for e, p in mention.options[:3])


def _word(mention: Mention, tokens: tuple[Token, ...], cues: PlaceCues) -> float:
    """Single words that mean something else as well."""
    if mention.first != mention.last or mention.country is not None:
        return 0.0
    token = tokens[mention.first]
    worth = -1.5 if token.lower in cues.doubtful and mention.label != "GPE" else 0.0
    if mention.demonym:
        return 0.0 if token.pos in {"ADJ", "PROPN", "NOUN"} else -2.0
    if token.pos != "PROPN" and mention.label not in {"GPE", "LOC"}:
        worth -= 2.5
    return worth
