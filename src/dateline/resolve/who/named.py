"""Names of people and bodies, with the titles before them."""

from dateline.knowledge.actors import AgentNoun
from dateline.records import Token
from dateline.resolve.who.belong import reach
from dateline.resolve.who.described import described, gender, word_back
from dateline.resolve.who.mention import OTHERS, OWN, WITHIN, Mention
from dateline.resolve.who.nations import nation
from dateline.resolve.who.phrases import objects
from dateline.resolve.who.roles import body_sectors, own_countries, sectors_of
from dateline.resolve.who.runs import NOBODY, Run, View

LIVING = frozenset({"person", "group", "organisation"})
BODIES = frozenset({"organisation", "group"})


def named(view: View, token: Token, run: Run, date: str | None) -> Mention | None:
    """The mention that a name makes, None when it names nobody."""
    if run.country:
        return nation(view, token, run)
    if run.kind == "none" or _town(view, token, run):
        return None
    agent = view.noun(token.i)
    if agent and not run.entries and not _bears_name(view, run, agent):
        return described(view, token, agent, date)
    if not run.entries and (token.ent in NOBODY or _only_capital(view, run)):
        return None
    sentence = view.sentence
    made = Mention(
        sentence.index,
        token.i,
        min(view.edge(token.i), run.first),
        max(run.last, token.i),
        "name",
        run.kind,
        sentence.words(run.first, run.last),
        run.first,
        run.last,
        entries=run.entries,
        sure=run.sure,
        definite=True,
        plural=token.tag in ("NNS", "NNPS") and run.kind == "group",
    )
    if agent and not run.entries and run.kind != "person" and agent[1].kind in BODIES:
        made.kind, made.sure = "organisation", True
    if agent and not run.entries and made.kind == "organisation":
        _body(view, made, agent[1], run)
    _titles(view, made, run, date)
    _possessor(view, made, run, date)
    return made


def _town(view: View, token: Token, run: Run) -> bool:
    """Whether a surname of the base is a town's name here: "the eastern town of Masisi"."""
    tokens = view.sentence.tokens
    of = tokens[token.head]
    if run.first != run.last or not run.entries or token.dep != "pobj" or of.lower != "of":
        return False
    noun = view.base.noun((), tokens[of.head].lower)
    people = all(e.kind == "person" for e in run.entries)
    return people and noun is not None and noun[1].kind == "place"


def _only_capital(view: View, run: Run) -> bool:
    """A word that may owe its capital to the beginning of the sentence."""
    if run.kind != "unknown" or run.first != run.last:
        return False
    tokens = view.sentence.tokens
    first = next((t.i for t in tokens if t.text[0].isalnum()), 0)
    return run.first == first or tokens[run.first - 1].text in (".", ":", ")", '"')


def _bears_name(view: View, run: Run, agent: tuple[int, AgentNoun]) -> bool:
    """Whether a run that ends in an agent noun is a name all the same .

    "Tom King" and "Interior Ministry" are, "Prime Minister" is not.
    """
    size, noun = agent
    length = run.last - run.first + 1
    if noun.kind == "organisation" or (
        noun.kind == "group" and view.sentence.tokens[run.head].tag == "NNP"
    ):
        return length > 1 or view.sentence.tokens[run.head].text.isupper()
    label = view.sentence.tokens[run.last].ent
    return (
        label == "PERSON"
        and length > size
        and view.base.noun((), view.sentence.tokens[run.first].lower) is None
    )


def _body(view: View, made: Mention, noun: AgentNoun, run: Run) -> None:
    """A body's name: sectors of its noun, and the of-phrase that belongs to the name."""
    sentence = view.sentence
    made.agent, made.roles = noun, (noun.noun,)
    made.sectors, made.weak = sectors_of(view.base, noun, view.before(run.first, run.head))
    end = made.last
    for prep, obj in objects(sentence, run.head, frozenset({"of", "for"})):
        if sentence.tokens[obj].head == end + 1 and sentence.tokens[obj].text[0].isupper():
            end = reach(view, obj)
            other = view.runs.get(obj)
            if other and other.country and prep == "of":
                made.country, made.rank = other.country.side, OWN
    made.last = made.name_last = end
    made.name = sentence.words(made.name_first, end)
    if made.country is None:
        _body_land(view, made, run)


def _body_land(view: View, made: Mention, run: Run) -> None:
    """Country of a body: "the Supreme Court in Liberia", "Libya National Army"."""
    sentence = view.sentence
    inside = own_countries(view, run.first, run.last + 1, None) or _countries_inside(view, run)
    if inside:
        made.country, made.rank = inside[0], OWN
        return
    for _, obj in objects(sentence, run.head, frozenset({"in", "of"})):
        other = view.runs.get(obj)
        if other and other.country:
            made.country, made.rank = other.country.side, WITHIN
            if sentence.tokens[obj].head == made.last + 1:
                made.last = other.last
            return


def _countries_inside(view: View, run: Run) -> tuple[str, ...]:
    found = [view.hits[i].known.country for i in range(run.first, run.last + 1) if i in view.hits]
    return tuple(c.side for c in found if c)


def _titles(view: View, made: Mention, run: Run, date: str | None) -> None:
    """Titles and roles before a name, from right to left; the nearest one tells the sector."""
    roles: list[str] = []
    at = run.first - 1
    while at >= made.first:
        word = view.sentence.tokens[at].lower.rstrip(".")
        found = view.base.noun(view.before(max(made.first, at - 3), at), word)
        if found and found[1].kind in LIVING:
            start = max(made.first, word_back(view.sentence, at, found[0]))
            if not roles:
                _office(view, made, run, found[1], start, date)
            if "address" not in found[1].flags:
                roles.append(found[1].noun)
            at = start
        at -= 1
    made.roles = tuple(dict.fromkeys((*made.roles, *roles)))


def _office(
    view: View, made: Mention, run: Run, noun: AgentNoun, start: int, date: str | None
) -> None:
    """Sector, gender and kind that a title gives the name after it."""
    inside, before = body_sectors(view, made.first, start, date)
    sectors, weak = sectors_of(view.base, noun, before, inside)
    if sectors and (not made.sectors or made.weak):
        made.sectors, made.weak = sectors, weak
    made.gender = gender(noun)
    body = run.kind == "organisation" and run.sure
    if noun.kind == "person" and not run.entries and not body:
        made.kind, made.sure = "person", True


def _not_of_all(view: View, made: Mention) -> None:
    """The security council of one country is not the world's."""
    run = view.runs.get(made.owner) if made.owner is not None else None
    if run is None or run.country is None or run.country.alpha3 in OTHERS or not made.entries:
        return
    found = view.noun(made.head)
    if made.entries[0].terms[0].country in OTHERS and found and found[1].kind == "organisation":
        made.entries, made.agent, made.roles = (), found[1], (found[1].noun,)
        made.sectors, made.weak = found[1].sectors, False
        made.country, made.rank = run.country.side, OWN
        made.name_first = made.first
        made.name = view.sentence.words(made.name_first, made.name_last)


def _possessor(view: View, made: Mention, run: Run, date: str | None) -> None:
    """The possessor and the country told before a name."""
    sentence = view.sentence
    for t in sentence.tokens[made.first : run.first]:
        if t.dep == "poss" and t.head in (made.head, run.head):
            made.owner = t.i
    _not_of_all(view, made)
    begin = made.first if made.owner is None else made.owner + 1
    countries = own_countries(view, begin, run.first, date)
    if countries and made.country is None:
        made.country, made.rank = countries[0], OWN
    while made.first < run.first and sentence.tokens[made.first].tag in ("IN", "CC", ","):
        made.first += 1
