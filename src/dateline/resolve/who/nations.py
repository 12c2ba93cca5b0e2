"""Names of countries and of their people."""

from dateline.records import Token
from dateline.resolve.who.belong import belong
from dateline.resolve.who.mention import KNOWN, NOWHERE, OWN, Mention
from dateline.resolve.who.phrases import left_edge
from dateline.resolve.who.roles import ETHNIC
from dateline.resolve.who.runs import Run, View

NOUNS = ("NNS", "NNPS", "NN", "NNP")
COUNTING = frozenset({"a", "an", "two", "three", "another"})


def nation(view: View, token: Token, run: Run) -> Mention:
    """The mention that a country's name, capital or demonym makes."""
    sentence = view.sentence
    country = run.country
    made = Mention(
        sentence.index,
        token.i,
        min(left_edge(sentence, token.i), run.first),
        run.last,
        "name",
        "country",
        sentence.words(run.first, run.last),
        run.first,
        run.last,
        rank=KNOWN,
        sure=True,
    )
    if country is None:
        return made
    made.country = country.side
    if country.sector:
        made.sectors = (country.sector,)
    made.seat = country.kind in ("capital", "seat")
    if country.kind == "demonym" and token.tag in NOUNS and _people(view, run):
        made.kind, made.form = ("group" if _is_plural(token) else "person"), "description"
        made.sectors, made.weak, made.plural = ("CVL",), True, _is_plural(token)
        made.rank = OWN
        _of_land(view, made, run)
    return made


def _of_land(view: View, made: Mention, run: Run) -> None:
    """Ethnic groups tell no country; "the Albanians of southern Serbia" are Serbia's."""
    ethnic = run.first > 0 and view.sentence.tokens[run.first - 1].lower in ETHNIC
    own = made.country
    made.country = None
    belong(view, made)
    of = made.last > made.head and view.sentence.tokens[made.head + 1].lower == "of"
    if made.country is None or not (ethnic or of):
        made.country, made.rank = (None, NOWHERE) if ethnic else (own, OWN)
    made.modifiers = frozenset({"ethnic"}) if ethnic else frozenset()
    made.definite = any(
        view.sentence.tokens[c].lower == "the" for c in view.sentence.children[made.head]
    )


def _is_plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or token.lower.endswith(("s", "men", "women"))


def _people(view: View, run: Run) -> bool:
    """A demonym that names people and not the state: "Iraqis", "a Libyan"; but "the British"."""
    token = view.sentence.tokens[run.last]
    if _is_plural(token) and not token.lower.endswith(("ss", "us")):
        return True
    below = view.sentence.children[run.head]
    return any(view.sentence.tokens[c].lower in COUNTING for c in below)
