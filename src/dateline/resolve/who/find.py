"""Noun phrases and pronouns that may stand for somebody, sentence by sentence."""

from dateline.knowledge.actors import AgentNoun
from dateline.records import Sentence, Token
from dateline.resolve.who.mention import NOWHERE, OTHERS, OWN, WITHIN, Mention
from dateline.resolve.who.phrases import conjuncts, done_there, left_edge, objects
from dateline.resolve.who.roles import ETHNIC, body_sectors, counts, own_countries, sectors_of
from dateline.resolve.who.runs import INSIDE, NOBODY, Run, View

PERSONAL = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f", "it": "n", "its": "n", "itself": "n",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p", "i": "1", "me": "1", "my": "1", "myself": "1", "we": "1p", "us": "1p",
    "our": "1p", "ours": "1p", "ourselves": "1p",
}  # fmt: skip
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "dative", "agent", "poss", "ROOT", "oprd", "npadvmod", "dep", "ccomp", "nmod", "xcomp", "advcl", "relcl", "acl", "pcomp"})  # fmt: skip
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
MAYBE = frozenset({"ADJ", "VERB", "DET", "PRON"})
#: Dependencies of adjectives that stand for people.
ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "poss", "agent", "dative"})
DEFINITE = frozenset({"the", "this", "these", "that", "those", "both"})
INDEFINITE = frozenset({"a", "an", "some", "any", "another", "other", "several", "many", "more", "no", "few", "each", "every", "most", "unidentified", "unknown", "certain", "various", "numerous", "additional", "further", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})  # fmt: skip
#: Endings of nouns for people that no list holds whole.
PEOPLE = ("ists", "ians", "crats", "men", "women")
PERSON = ("ist", "ian", "crat", "man", "woman")
NOT_PEOPLE = frozenset(
    {
        "list",
        "mist",
        "fist",
        "twist",
        "omen",
        "specimen",
        "human",
        "german",
        "roman",
        "checklist",
        "regimen",
        "acumen",
        "semen",
    }
)


def mentions(view: View, date: str | None) -> list[Mention]:
    """Every mention of a sentence, in text order of heads."""
    found = []
    for token in view.sentence.tokens:
        made = _pronoun(view.sentence, token) or _mention(view, token, date)
        if made:
            found.append(made)
    return found


def _pronoun(sentence: Sentence, token: Token) -> Mention | None:
    if token.tag in ("PRP", "PRP$") and token.lower in PERSONAL:
        kind = "pronoun"
    elif token.tag in ("WP", "WDT", "WP$") and token.lower in RELATIVE:
        kind = "relative"
    else:
        return None
    return Mention(
        sentence.index,
        token.i,
        token.i,
        token.i,
        "pronoun",
        kind,
        token.text,
        gender=PERSONAL.get(token.lower, ""),
    )


def _mention(view: View, token: Token, date: str | None) -> Mention | None:
    run = view.runs.get(token.i)
    if (
        run is None
        and token.pos not in NOUNS
        and (token.pos not in MAYBE or token.dep not in ALONE)
    ):
        return None
    if run:
        if run.head != token.i:
            return None
        if token.dep in INSIDE and token.dep not in NOMINAL:
            return None if _only_title(view, run) else _modifier_name(view, run)
        if (
            run.country is None
            or token.pos in ("NOUN", "PROPN")
            or _stands_alone(view.sentence, token)
        ):
            return _named(view, token, run, date)
        return _modifier_name(view, run)
    if token.ent in NOBODY - {"CARDINAL", "EVENT", "ORDINAL", "LAW", "WORK_OF_ART"}:
        return None
    if token.pos == "NUM":
        return _count(view, token)
    agent = view.noun(token.i)
    if agent and agent[1].kind == "none":
        return None
    if token.pos in ("NOUN", "PROPN") or (
        token.pos in ("ADJ", "VERB", "DET") and agent and _stands_alone(view.sentence, token)
    ):
        if (token.dep in INSIDE and token.dep not in NOMINAL) or _half(view.sentence, token):
            return _modifier_noun(view, token, agent)
        return _described(view, token, agent, date)
    return None


def _half(sentence: Sentence, token: Token) -> bool:
    """The first half of "state-run"."""
    return (
        token.dep == "npadvmod"
        and token.i + 1 < len(sentence.tokens)
        and sentence.tokens[token.i + 1].text == "-"
    )


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    """An adjective used as a noun: "the wounded", "the French"."""
    if token.dep not in ALONE:
        return False
    return (
        token.pos == "DET"
        or (token.tag != "VBD"
        and any(sentence.tokens[c].dep == "det" for c in sentence.children[token.i]))
    )


def _only_title(view: View, run: Run) -> bool:
    """A title in capitals that the parser took for a name: "Strongman Haftar", "District Judge"."""
    if run.country or run.entries:
        return False
    found = view.noun(run.last)
    return found is not None and (found[1].kind == "person" or run.first == run.last)


def _modifier_name(view: View, run: Run) -> Mention:
    tokens = view.sentence.tokens
    return Mention(
        view.sentence.index, run.head, run.first, run.last, "name", run.kind, view.sentence.words(run.first, run.last), run.first, run.last,
        entries=run.entries, country=run.country.alpha3 if run.country else None, rank=OWN, modifier=True, sure=run.sure,
        plural=tokens[run.head].tag in ("NNS", "NNPS"),
    )  # fmt: skip


def _modifier_noun(view: View, token: Token, agent: tuple[int, AgentNoun] | None) -> Mention | None:
    if (
        agent is None
        or agent[1].kind in ("thing", "place", "measure", "country")
        or token.dep not in ("compound", "nmod")
    ):
        return None
    head = view.sentence.tokens[token.head]
    if head.i in view.runs or view.noun(head.i) or _by_ending(head):
        return None
    size, noun = agent
    first = token.i - size + 1
    sectors, weak = sectors_of(view.base, noun, ())
    return Mention(
        view.sentence.index, token.i, first, token.i, "description", noun.kind, view.sentence.words(first, token.i), first, token.i,
        roles=(noun.noun,), sectors=sectors, weak=weak, agent=noun, modifier=True, plural=noun.plural,
    )  # fmt: skip


def _count(view: View, token: Token) -> Mention | None:
    """A bare number of people: "killing 12"."""
    if (
        token.dep not in ("nsubj", "nsubjpass", "dobj")
        or token.ent not in ("CARDINAL", "")
        or _year(token.text)
        or token.lower in ("one", "1")
    ):
        return None
    first = left_edge(view.sentence, token.i)
    made = Mention(
        view.sentence.index,
        token.i,
        first,
        token.i,
        "description",
        "group",
        token.text,
        token.i,
        token.i,
        counted=True,
        plural=True,
    )
    made.indefinite = True
    return made


def _year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _described(
    view: View, token: Token, found: tuple[int, AgentNoun] | None, date: str | None
) -> Mention | None:
    sentence = view.sentence
    if found is None:
        found = _by_ending(token)
        if found is None:
            return None
    size, noun = found
    first = left_edge(sentence, token.i)
    made = Mention(
        sentence.index, token.i, first, token.i, "description", noun.kind, agent=noun,
        plural=noun.plural or (noun.kind == "group" and token.tag in ("NNS", "NNPS")), roles=(noun.noun,),
    )  # fmt: skip
    start = max(first, _word_back(sentence, token.i, size))
    made.sectors, made.weak = noun.sectors, False
    if noun.kind not in ("thing", "place", "country"):
        inside, words = body_sectors(view, first, start, date)
        made.sectors, made.weak = sectors_of(view.base, noun, words, inside)
    made.gender = "m" if "m" in noun.flags else "f" if "f" in noun.flags else ""
    _determine(view, made, start, date)
    _belong(view, made)
    return made


def _word_back(sentence: Sentence, head: int, size: int) -> int:
    """Where a noun of ``size`` words that ends at ``head`` begins, hyphens not counted."""
    at, left = head, size - 1
    while left > 0 and at > 0:
        at -= 1
        left -= sentence.tokens[at].text != "-"
    return at


def _by_ending(token: Token) -> tuple[int, AgentNoun] | None:
    word = token.lower
    if token.pos != "NOUN" or len(word) < 6 or word in NOT_PEOPLE:
        return None
    if word.endswith(PEOPLE) and token.tag == "NNS":
        return 1, AgentNoun(word, "group", ("CVL",), True, frozenset({"weak", "domestic"}))
    if word.endswith(PERSON) and token.tag == "NN":
        return 1, AgentNoun(word, "person", ("CVL",), False, frozenset({"weak", "domestic"}))
    return None


def _determine(view: View, made: Mention, start: int, date: str | None) -> None:
    """Determiner, possessor, number words, distinguishing modifiers, own countries, and the bare name."""
    sentence = view.sentence
    tokens = sentence.tokens
    words = set()
    begin = made.first
    for i in range(made.first, made.head):
        t = tokens[i]
        low = t.lower
        if t.dep == "poss" and t.head == made.head:
            made.owner, made.definite = i, True
        if low in DEFINITE and t.pos in ("DET", "PRON"):
            made.definite = True
        elif low in INDEFINITE:
            made.indefinite = True
        if t.dep in ("nummod",) or t.tag == "CD":
            made.counted = True
        if i < start and t.pos in ("NOUN", "ADJ", "PROPN", "VERB") and t.tag not in ("PRP$",):
            words.add(low)
    while begin < start and _drops(tokens[begin], made):
        begin += 1
    if made.owner is not None and begin <= made.owner < start:
        begin = made.owner + 1
        if begin < start and tokens[begin].tag == "POS":
            begin += 1
    made.name, made.name_first, made.name_last = sentence.words(begin, made.head), begin, made.head
    made.modifiers = frozenset(words)
    skip = made.agent is not None and made.agent.noun in (
        "member",
        "ally",
        "partner",
        "candidate",
        "member state",
        "envoy",
    )
    made.countries = own_countries(
        view, made.first if made.owner is None else made.owner + 1, start, date
    )
    if skip:
        made.countries = tuple(c for c in made.countries if c not in OTHERS)
    if made.countries:
        made.country, made.rank = made.countries[0], OWN
    if not made.plural or len(made.countries) < 2:
        made.countries = made.countries[:1]


def _drops(token: Token, made: Mention) -> bool:
    """Words at the front that are no part of a described actor's name."""
    if (
        token.pos in ("DET", "PUNCT", "ADP", "CCONJ")
        or token.dep in ("quantmod", "predet")
        or (token.dep == "advmod" and not token.head - token.i == 2)
    ):
        return True
    return token.lower in INDEFINITE and token.pos != "NUM" and not made.owner


def _belong(view: View, made: Mention) -> None:
    """Take in the of- and in-phrases that say whose or which, and the country they tell."""
    sentence = view.sentence
    end = made.head
    for _, obj in objects(sentence, made.head):
        edge = left_edge(sentence, obj)
        prep = sentence.tokens[obj].head
        if prep != end + 1 or not _identifies(view, obj):
            continue
        if done_there(sentence, made.head, obj):
            continue
        end = _reach(view, obj)
        for i in range(edge, end + 1):
            run = view.runs.get(i)
            if run and run.country and made.country is None and counts(view, run.first, run.last):
                made.country, made.rank = run.country.alpha3, WITHIN
    made.last = end


def _identifies(view: View, obj: int) -> bool:
    token = view.sentence.tokens[obj]
    if obj in view.runs:
        return True
    return token.ent in ("GPE", "LOC", "ORG") or view.base.noun((), token.lower) is not None


def _reach(view: View, obj: int) -> int:
    """Last token of an object with its own of-phrases and conjuncts, commas not crossed."""
    sentence = view.sentence
    run = view.runs.get(obj)
    end = max(obj, run.last if run else obj)
    for _, inner in objects(sentence, obj):
        if sentence.tokens[inner].head == end + 1 and _identifies(view, inner):
            end = _reach(view, inner)
    for other in conjuncts(sentence, obj):
        between = sentence.tokens[end + 1 : other]
        if (
            other > end
            and len(between) <= 3
            and all(t.pos in ("CCONJ", "DET", "ADJ", "PROPN") for t in between)
            and other in view.runs
        ):
            end = max(other, view.runs[other].last)
    return end


def _named(view: View, token: Token, run: Run, date: str | None) -> Mention | None:
    if run.country:
        return _country(view, token, run)
    agent = view.noun(token.i)
    if agent and not run.entries and not _bears_name(view, run, agent):
        return _described(view, token, agent, date)
    if token.ent in NOBODY and not run.entries:
        return None
    sentence = view.sentence
    first = left_edge(sentence, token.i)
    made = Mention(
        sentence.index, token.i, min(first, run.first), max(run.last, token.i), "name", run.kind, sentence.words(run.first, run.last),
        run.first, run.last, entries=run.entries, sure=run.sure, definite=True,
        plural=token.tag in ("NNS", "NNPS") and run.kind == "group",
    )  # fmt: skip
    if (
        agent
        and agent[1].kind in ("organisation", "group")
        and run.kind != "person"
        and not run.entries
    ):
        made.kind, made.sure = "organisation", True
    if agent and not run.entries and made.kind == "organisation":
        _body(view, made, agent, run)
    _titles(view, made, run, date)
    return made


def _bears_name(view: View, run: Run, agent: tuple[int, AgentNoun]) -> bool:
    """Whether a run that ends in an agent noun is a name all the same ("Tom King", "Interior Ministry")."""
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


def _body(view: View, made: Mention, agent: tuple[int, AgentNoun], run: Run) -> None:
    """A body's name: sectors of its noun, and the of-phrase that belongs to the name."""
    sentence = view.sentence
    made.agent, made.roles = agent[1], (agent[1].noun,)
    made.sectors, made.weak = sectors_of(view.base, agent[1], view.before(run.first, run.head))
    end = made.last
    for prep, obj in objects(sentence, run.head, frozenset({"of", "for"})):
        if sentence.tokens[obj].head == end + 1 and sentence.tokens[obj].text[0].isupper():
            end = _reach(view, obj)
            other = view.runs.get(obj)
            if other and other.country and prep == "of":
                made.country, made.rank = other.country.alpha3, OWN
    made.last = made.name_last = end
    made.name = sentence.words(made.name_first, end)
    if made.country is None:
        for _, obj in objects(sentence, run.head, frozenset({"in", "of"})):
            other = view.runs.get(obj)
            if other and other.country:
                made.country, made.rank = other.country.alpha3, WITHIN
                if sentence.tokens[obj].head == end + 1:
                    made.last = other.last
    if made.country is None:
        inside = own_countries(view, run.first, run.last + 1, None) or _countries_inside(view, run)
        if inside:
            made.country, made.rank = inside[0], OWN


def _countries_inside(view: View, run: Run) -> tuple[str, ...]:
    found = [view.hits[i].known.country for i in range(run.first, run.last + 1) if i in view.hits]
    return tuple(c.alpha3 for c in found if c)


def _titles(view: View, made: Mention, run: Run, date: str | None) -> None:
    """Titles and roles before a name, the country they tell, and a possessor."""
    sentence = view.sentence
    roles: list[str] = []
    at = run.first - 1
    while at >= made.first:
        found = view.base.noun(
            view.before(max(made.first, at - 3), at), sentence.tokens[at].lower.rstrip(".")
        )
        if found and found[1].kind in ("person", "group", "organisation"):
            noun = found[1]
            start = max(made.first, _word_back(sentence, at, found[0]))
            if not roles:
                inside, words = body_sectors(view, made.first, start, date)
                sectors, weak = sectors_of(view.base, noun, words, inside)
                if sectors and (not made.sectors or made.weak):
                    made.sectors, made.weak = sectors, weak
                made.gender = "m" if "m" in noun.flags else "f" if "f" in noun.flags else ""
                if (
                    noun.kind == "person"
                    and not run.entries
                    and (run.kind != "organisation" or not run.sure)
                ):
                    made.kind, made.sure = "person", True
            roles.append(noun.noun)
            at = start - 1
            continue
        at -= 1
    made.roles = tuple(dict.fromkeys((*made.roles, *roles)))
    for i in range(made.first, run.first):
        t = sentence.tokens[i]
        if t.dep == "poss" and t.head in (made.head, run.head):
            made.owner = i
        made.gender = made.gender or {
            "mr": "m",
            "mrs": "f",
            "ms": "f",
            "miss": "f",
            "sir": "m",
            "lady": "f",
        }.get(t.lower.rstrip("."), "")
    begin = made.first if made.owner is None else made.owner + 1
    countries = own_countries(view, begin, run.first, date)
    if countries and made.country is None:
        made.country, made.rank = countries[0], OWN
    while made.first < run.first and sentence.tokens[made.first].tag in ("IN", "CC", ","):
        made.first += 1


def _country(view: View, token: Token, run: Run) -> Mention:
    sentence = view.sentence
    country = run.country
    assert country is not None
    first = left_edge(sentence, token.i)
    made = Mention(
        sentence.index, token.i, min(first, run.first), run.last, "name", "country", sentence.words(run.first, run.last), run.first, run.last,
        country=country.alpha3, rank=0, sure=True,
    )  # fmt: skip
    if country.sector:
        made.sectors = (country.sector,)
    made.seat = country.kind in ("capital", "seat")
    if (
        country.kind == "demonym"
        and token.tag in ("NNS", "NNPS", "NN", "NNP")
        and _people(sentence, run, view)
    ):
        made.kind, made.form = ("group" if _is_plural(token) else "person"), "description"
        made.sectors, made.weak, made.plural = ("CVL",), True, _is_plural(token)
        made.rank = OWN
        _of_land(view, made, run)
    return made


def _of_land(view: View, made: Mention, run: Run) -> None:
    """ "Ethnic Albanians" tell no country; "the Albanians of southern Serbia" are Serbia's."""
    ethnic = run.first > 0 and view.sentence.tokens[run.first - 1].lower in ETHNIC
    own = made.country
    made.country = None
    _belong(view, made)
    of = made.last > made.head and view.sentence.tokens[made.head + 1].lower == "of"
    if made.country is None or not (ethnic or of):
        made.country, made.rank = (None, NOWHERE) if ethnic else (own, OWN)
    made.modifiers = frozenset({"ethnic"}) if ethnic else frozenset()
    made.definite = any(
        view.sentence.tokens[c].lower == "the" for c in view.sentence.children[made.head]
    )


def _is_plural(token: Token) -> bool:
    return token.tag in ("NNS", "NNPS") or token.lower.endswith(("s", "men", "women"))


def _people(sentence: Sentence, run: Run, view: View) -> bool:
    """A demonym that names people and not the state: "Iraqis", "a Libyan"; but "the British"."""
    token = sentence.tokens[run.last]
    if _is_plural(token) and not token.lower.endswith(("ss", "us")):
        return True
    return any(
        view.sentence.tokens[c].lower in ("a", "an", "two", "three", "another")
        for c in sentence.children[run.head]
    )
