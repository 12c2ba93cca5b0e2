"""Names in a sentence: where each begins and ends, and what kind of thing bears it."""

from dataclasses import dataclass

from dateline.knowledge.actors import ActorBase, ActorEntry, AgentNoun, words
from dateline.knowledge.countries import CountryName
from dateline.records import Sentence, Token
from dateline.resolve.who.phrases import left_edge
from dateline.resolve.who.scan import Hit

PARTICLES = frozenset(
    {"al", "el", "ul", "ud", "bin", "bint", "ibn", "ben", "abu", "de", "da", "dos", "del", "della"}
    | {"di", "van", "von", "der", "den", "la", "le", "du"}
)
#: Entity labels of the parser and the kinds they speak for.
LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
#: Labels that rule an actor out.
NOBODY = frozenset(
    {
        "DATE",
        "TIME",
        "PERCENT",
        "MONEY",
        "QUANTITY",
        "ORDINAL",
        "CARDINAL",
        "EVENT",
        "LAW",
        "LANGUAGE",
        "WORK_OF_ART",
    }
)
#: How many words a name without any other sign has when it is a person's.
USUAL = (2, 3)
#: Words of weight, and how many of them, tell a headline.
SHORTEST = 4
INSIDE = frozenset(
    {
        "compound",
        "amod",
        "nmod",
        "npadvmod",
        "nummod",
        "quantmod",
        "nounmod",
        "det",
        "punct",
        "case",
    }
)


@dataclass(frozen=True, slots=True)
class Run:
    """A name: its tokens, the one that heads it, and what is known or guessed about its bearer.

    ``sure`` is False when only the parser's entity label speaks for ``kind``.
    """

    first: int
    last: int
    head: int
    kind: str
    sure: bool
    country: CountryName | None = None
    entries: tuple[ActorEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with its known names and its runs, by every token they cover."""

    sentence: Sentence
    hits: dict[int, Hit]
    runs: dict[int, Run]
    base: ActorBase
    title: bool = False

    def edge(self, head: int) -> int:
        """First token of the phrase that a token heads; in a headline, behind the verb before it."""
        first = left_edge(self.sentence, head)
        return behind_verb(self.sentence.tokens, first, head) if self.title else first

    def before(self, first: int, stop: int) -> list[str]:
        """Lower-case words from ``first`` to before ``stop``, without hyphens."""
        return [t.lower.rstrip(".") for t in self.sentence.tokens[first:stop] if t.text != "-"]

    def noun(self, i: int, back: int = 3) -> tuple[int, AgentNoun] | None:
        """The agent noun that ends at a token, with up to ``back`` words before it."""
        head = self.sentence.tokens[i].lower
        if not self.base.heads(head):
            return None
        capital = self.sentence.tokens[i].text[0].isupper()
        return self.base.noun(self.before(max(0, i - back), i), head, capital=capital)


def view(sentence: Sentence, base: ActorBase, hits: dict[int, Hit]) -> View:
    """Find the names of a sentence, in which ``hits`` are the known ones."""
    runs: dict[int, Run] = {}
    tokens = sentence.tokens
    title = _is_title(sentence)
    for i in range(len(tokens) - 1, -1, -1):
        if i in runs or not (
            i in hits or (tokens[i].pos == "PROPN" and tokens[i].text[0].isalnum())
        ):
            continue
        run = _run(sentence, hits, i, base, title)
        if run:
            for at in range(run.first, run.last + 1):
                runs.setdefault(at, run)
    return View(sentence, hits, runs, base, title)


def _is_title(sentence: Sentence) -> bool:
    """Whether a line is a headline in which every word of weight has a capital."""
    tokens = sentence.tokens
    if len(tokens) < SHORTEST or tokens[-1].text in (".", "!", "?", '"') or sentence.text.isupper():
        return False
    long = [t.text for t in tokens if len(t.text) >= SHORTEST and t.text.isalpha()]
    return len(long) >= SHORTEST and all(w[0].isupper() for w in long)


def behind_verb(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Where a name in a headline begins: behind the verb before it."""
    for i in range(last - 1, first - 1, -1):
        if tokens[i].lower in words("headline"):
            return i + 1
    return first


def _run(
    sentence: Sentence, hits: dict[int, Hit], last: int, base: ActorBase, title: bool
) -> Run | None:
    """The name that ends at a token."""
    tokens = sentence.tokens
    token = tokens[last]
    if title and token.lower in words("headline") and last not in hits:
        return None
    if token.ent in NOBODY and last not in hits:
        return None
    if token.lower in words("calendar"):
        return None
    hit = hits.get(last)
    if hit and hit.known.entries and hit.last > hit.first and not _longer(tokens, hit):
        return _known(sentence, hit)
    if hit and hit.known.entries and hit.last > hit.first:
        hit = None
    first = _leftwards(tokens, hits, last, base)
    if title:
        first = behind_verb(tokens, first, last)
    if hit and first >= hit.first:
        return _known(sentence, hit)
    if hit and hit.known.country and not (hit.first == hit.last and token.ent == "PERSON"):
        return _known(sentence, hit)
    head = _top(sentence, first, last)
    kind, sure = _kind(sentence, first, last, base)
    return Run(first, last, head, kind, sure)


def _longer(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Whether a name like "Security Council" is the end of another body's: a national one."""
    return hit.first > 0 and tokens[hit.first - 1].lower in words("national")


def _leftwards(tokens: tuple[Token, ...], hits: dict[int, Hit], last: int, base: ActorBase) -> int:
    """Where the name that ends at ``last`` begins."""
    first = last
    body = _heads_body(tokens[last], base)
    while first > 0:
        if not _joins(tokens, first - 1, last) or (
            not body and _stops(tokens, hits, first - 1, base)
        ):
            break
        if body and _demonym(hits, first - 1):
            break
        first -= 1
    hit = hits.get(last)
    if hit:
        first = min(first, hit.first)
    while first < last and (
        tokens[first].text == "-" or tokens[first].tag in ("POS", "IN", "DT", "CC")
    ):
        first += 1
    return first


def _joins(tokens: tuple[Token, ...], i: int, last: int) -> bool:
    """Whether the token before a name is part of it, as grammar sees it."""
    t, after = tokens[i], tokens[i + 1]
    if t.ent in NOBODY or t.tag == "POS" or t.text in ("(", ")", ",", '"', "'"):
        return False
    same = t.ent != "" and t.ent == tokens[last].ent and not tokens[i + 1].ent_begins
    if t.text == "-":
        return (
            i > 0
            and tokens[i - 1].end == t.start
            and t.end == after.start
            and tokens[i - 1].pos in ("PROPN", "NOUN", "ADJ")
        )
    if (
        t.pos == "PROPN"
        or t.lower in PARTICLES
        or (same and t.pos in ("NOUN", "ADJ", "ADP", "DET", "X", "CCONJ") and t.tag not in ("DT",))
    ):
        return i <= t.head <= last or same or t.lower in PARTICLES
    return False


def _stops(tokens: tuple[Token, ...], hits: dict[int, Hit], i: int, base: ActorBase) -> bool:
    """Titles and countries before a person's name are not part of it."""
    if _demonym(hits, i):
        return True
    hit = hits.get(i)
    if hit and hit.known.country and tokens[i + 1].text != "-" and not _one_person(tokens, i):
        return True
    found = base.noun((), tokens[i].lower.rstrip("."))
    return bool(found and found[1].kind in ("person", "group", "organisation"))


def _one_person(tokens: tuple[Token, ...], i: int) -> bool:
    """A country's name as a given name: "Jordan Smith"."""
    return tokens[i].ent == "PERSON" == tokens[i + 1].ent and not tokens[i + 1].ent_begins


def _demonym(hits: dict[int, Hit], i: int) -> bool:
    hit = hits.get(i)
    return bool(hit and hit.known.country and hit.known.country.kind == "demonym")


def _heads_body(token: Token, base: ActorBase) -> bool:
    found = base.noun((), token.lower)
    return bool(
        found
        and (
            found[1].kind == "organisation"
            or (found[1].kind == "group" and token.tag == "NNP" and token.i > 0)
        )
    )


def _top(sentence: Sentence, first: int, last: int) -> int:
    """The token of a name that hangs outside it."""
    for i in range(last, first - 1, -1):
        if not first <= sentence.tokens[i].head <= last or sentence.tokens[i].head == i:
            return i
    return last


def _known(sentence: Sentence, hit: Hit) -> Run:
    head = _top(sentence, hit.first, hit.last)
    if hit.known.country:
        return Run(hit.first, hit.last, head, "country", True, hit.known.country)
    entries = hit.known.entries
    return Run(hit.first, hit.last, head, entries[0].kind, True, None, entries)


def _kind(sentence: Sentence, first: int, last: int, base: ActorBase) -> tuple[str, bool]:
    tokens = sentence.tokens
    if _heads_body(tokens[last], base):
        return "organisation", True
    labels = [tokens[i].ent for i in range(first, last + 1) if tokens[i].ent in LABELS]
    words = [tokens[i].text for i in range(first, last + 1)]
    if len(words) > 1 and (
        words[-1] in ("Jr.", "Sr.", "Jr", "II", "III")
        or any(w[1:] == "." and w[0].isupper() for w in words[1:-1])
    ):
        return "person", True
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1 and labels != ["GPE"]:
        return "organisation", labels == ["ORG"]
    if labels:
        return LABELS[labels[-1]], len(words) > 1
    return ("person", False) if len(words) in USUAL else ("unknown", False)
