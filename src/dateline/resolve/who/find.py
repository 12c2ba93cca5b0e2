"""Noun phrases and pronouns that may stand for somebody, sentence by sentence."""

import re
from dataclasses import replace

from dateline.knowledge.actors import AgentNoun
from dateline.records import Sentence, Token
from dateline.resolve.who.described import by_ending, described
from dateline.resolve.who.mention import OWN, Mention
from dateline.resolve.who.named import named
from dateline.resolve.who.phrases import left_edge
from dateline.resolve.who.roles import sectors_of
from dateline.resolve.who.runs import INSIDE, NOBODY, Run, View

#: Gender of personal pronouns: m, f, n, p (plural), 1 and 1p (the speaker).
PERSONAL = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "p"),
    **dict.fromkeys(("i", "me", "my", "myself"), "1"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "1p"),
}
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
MAYBE = frozenset({"ADJ", "VERB", "DET", "PRON"})
#: Dependencies of adjectives that stand for people.
ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "poss", "agent", "dative"})
#: Dependencies inside a phrase under which a noun may still head one of its own.
HEADS = frozenset({"nmod", "npadvmod"})
#: Labels that do not rule out people: the parser gives them to counts and laws at random.
LOOSE = NOBODY - {"CARDINAL", "EVENT", "ORDINAL", "LAW", "WORK_OF_ART"}
YEAR = 4
JOINING = ("of", "in")
#: Words before the end of a noun like "secretary of state" at most.
AHEAD = 4
#: Nouns for people that are aircraft behind a model's code.
CRAFT = frozenset({"bomber", "fighter"})
_CODE = re.compile(r"\b[A-Z][A-Za-z]{0,3}-?\d+[A-Z]?\W*$")


def mentions(view: View, date: str | None) -> list[Mention]:
    """Every mention of a sentence, in text order of heads."""
    found = []
    for token in view.sentence.tokens:
        if not _worth(view, token):
            continue
        made = None if token.i in view.runs else _pronoun(view.sentence, token)
        made = made or _mention(view, token, date)
        if made:
            found.append(made)
    return found


def _worth(view: View, token: Token) -> bool:
    """Whether a token may head anything at all; most do not."""
    if token.pos in NOUNS or token.i in view.runs or token.tag in PRONOUNS:
        return True
    return token.pos in MAYBE and token.dep in ALONE


def _pronoun(sentence: Sentence, token: Token) -> Mention | None:
    if token.tag in ("PRP", "PRP$") and token.lower in PERSONAL:
        kind = "pronoun"
    elif token.tag in ("WP", "WDT", "WP$") and token.lower in RELATIVE:
        kind = "relative"
    else:
        return None
    made = Mention(sentence.index, token.i, token.i, token.i, "pronoun", kind, token.text)
    made.gender = PERSONAL.get(token.lower, "")
    return made


def _mention(view: View, token: Token, date: str | None) -> Mention | None:
    run = view.runs.get(token.i)
    if run is not None:
        return _name(view, token, run, date) if run.head == token.i else None
    if token.pos == "NUM":
        return _count(view, token)
    noun = token.pos in NOUNS
    if token.ent in LOOSE or not (noun or (token.pos in MAYBE and token.dep in ALONE)):
        return None
    agent, end = _noun(view, token)
    if (agent and agent[1].kind == "none") or _ends_other(view, token, agent):
        return None
    if not noun and not (agent and _stands_alone(view.sentence, token)):
        return None
    if _within(token) or _half(view.sentence, token):
        return _modifier_noun(view, token, agent)
    made = described(view, token, agent, date)
    if made is not None and end > made.head:
        made.last = made.name_last = max(made.last, end)
        made.name = view.sentence.words(made.name_first, end)
    return made


def _noun(view: View, token: Token) -> tuple[tuple[int, AgentNoun] | None, int]:
    """The agent noun that a token heads, "of state" behind it included, and its last token."""
    tokens = view.sentence.tokens
    for end in (token.i + 2, token.i + 3):
        if end < len(tokens) and tokens[token.i + 1].lower in JOINING:
            found = view.noun(end, AHEAD)
            if found and found[0] > end - token.i:
                return (found[0] - (end - token.i), found[1]), end
    agent = view.noun(token.i)
    if agent and agent[1].noun in CRAFT and _type_code(view, token.i):
        agent = agent[0], replace(agent[1], kind="thing", sectors=("MIL",))
    return agent, token.i


def _ends_other(view: View, token: Token, agent: tuple[int, AgentNoun] | None) -> bool:
    """The "state" of "secretary of state", which heads nothing of its own."""
    if agent is None or agent[0] < len(JOINING) or token.dep != "pobj":
        return False
    inside = view.sentence.tokens[max(0, token.i - agent[0] + 1) : token.i]
    return any(t.lower in JOINING for t in inside)


def _type_code(view: View, i: int) -> bool:
    """Whether a model's code stands before a noun: the "B-1" of "B-1 bomber"."""
    sentence = view.sentence
    start = sentence.tokens[max(0, i - AHEAD)].start - sentence.span.start
    return (
        _CODE.search(sentence.text[start : sentence.tokens[i].start - sentence.span.start])
        is not None
    )


def _name(view: View, token: Token, run: Run, date: str | None) -> Mention | None:
    if _within(token):
        if _only_title(view, run) or _of_facility(view, token, run):
            return None
        return _modifier_name(view, run)
    noun = token.pos in ("NOUN", "PROPN", "PRON") or _stands_alone(view.sentence, token)
    return named(view, token, run, date) if noun or not run.country else _modifier_name(view, run)


def _within(token: Token) -> bool:
    """Whether a token is part of another phrase and heads none."""
    return token.dep in INSIDE and token.dep not in HEADS


def _half(sentence: Sentence, token: Token) -> bool:
    """The first half of "state-run"."""
    return (
        token.dep == "npadvmod"
        and token.i + 1 < len(sentence.tokens)
        and sentence.tokens[token.i + 1].text == "-"
    )


def _stands_alone(sentence: Sentence, token: Token) -> bool:
    """An adjective used as a noun: "the wounded", "the French"."""
    if token.dep not in ALONE or token.tag == "VBD":
        return False
    below = sentence.children[token.i]
    return token.pos == "DET" or any(sentence.tokens[c].dep == "det" for c in below)


def _only_title(view: View, run: Run) -> bool:
    """A title in capitals that the parser took for a name: "District Judge" before one."""
    if run.country or run.entries:
        return False
    found = view.noun(run.last)
    return found is not None and (found[1].kind == "person" or run.first == run.last)


def _of_facility(view: View, token: Token, run: Run) -> bool:
    """The name of a crossing, dam or airport, which is nobody's: "the Kesra Tal crossing"."""
    if run.country or run.entries or run.sure:
        return False
    found = view.noun(token.head)
    return token.head > run.last and found is not None and found[1].kind in ("thing", "place")


def _modifier_name(view: View, run: Run) -> Mention:
    return Mention(
        view.sentence.index,
        run.head,
        run.first,
        run.last,
        "name",
        run.kind,
        view.sentence.words(run.first, run.last),
        run.first,
        run.last,
        entries=run.entries,
        country=run.country.side if run.country else None,
        rank=OWN,
        modifier=True,
        sure=run.sure,
        plural=view.sentence.tokens[run.head].tag in ("NNS", "NNPS"),
    )


def _modifier_noun(view: View, token: Token, agent: tuple[int, AgentNoun] | None) -> Mention | None:
    """Actors inside other phrases: the police of "police raid"."""
    if agent is None or token.dep not in ("compound", "nmod"):
        return None
    size, noun = agent
    head = view.sentence.tokens[token.head]
    if noun.kind in ("thing", "place", "measure", "country"):
        return None
    if head.i in view.runs or view.noun(head.i) or by_ending(head):
        return None
    first = max(0, token.i - size + 1)
    sectors, weak = sectors_of(view.base, noun, ())
    return Mention(
        view.sentence.index,
        token.i,
        first,
        token.i,
        "description",
        noun.kind,
        view.sentence.words(first, token.i),
        first,
        token.i,
        roles=(noun.noun,),
        sectors=sectors,
        weak=weak,
        agent=noun,
        modifier=True,
        plural=noun.plural,
    )


def _count(view: View, token: Token) -> Mention | None:
    """A bare number of people: "killing 12"."""
    if token.dep not in ("nsubj", "nsubjpass", "dobj") or token.ent not in ("CARDINAL", ""):
        return None
    if _year(token.text) or token.lower in ("one", "1"):
        return None
    i, first = token.i, left_edge(view.sentence, token.i)
    made = Mention(view.sentence.index, i, first, i, "description", "group", token.text, i, i)
    made.counted = made.plural = made.indefinite = True
    return made


def _year(text: str) -> bool:
    return len(text) == YEAR and text.isdigit() and text[:2] in ("19", "20")
