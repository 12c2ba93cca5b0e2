"""Words that the parser hangs wrongly wherever they stand, hung where they belong.

- Act nouns in -ing taken for verbs ("killed in police firing", "army shelling left nine dead"): the parser makes
  "firing" a participle on "police"; it is a noun with "police" before it, else who fired is lost.
- "shot dead nine rioters": "dead" is what became of them, no property that they had before.
"""

from dataclasses import replace

from dateline.records import Sentence, Token

#: Acts of force that papers name by a noun in -ing.
ACTS = frozenset({"firing", "shelling", "bombing", "shooting", "strafing"})
#: Prepositions that take an act, not somebody who is doing it ("killed by soldiers firing at the crowd").
OF_ACTS = frozenset(
    {"in", "during", "after", "amid", "of", "from", "following", "despite", "since", "to", "before"}
)
#: Bodies that stand without an article before the noun of their act.
BODIES = frozenset(
    {"police", "army", "military", "navy", "militia", "rebel", "guerrilla", "mob", "tank", "sniper"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PLACES = SUBJECTS | {"pobj", "dobj"}


def relabelled(sentence: Sentence) -> Sentence:
    """The sentence with such words hung anew; the same object when there are none."""
    for t in sentence.tokens:
        if t.lower in ACTS and t.tag == "VBG" and t.i:
            sentence = _noun(sentence, t)
        elif t.lower == "dead" and t.dep == "amod" and t.i:
            sentence = _outcome(sentence, t)
    return sentence


def _outcome(s: Sentence, dead: Token) -> Sentence:
    verb = s.tokens[dead.i - 1]
    if verb.lemma != "shoot" or s.tokens[dead.head].head != verb.i:
        return s
    return _rebuilt(s, {dead.i: replace(dead, head=verb.i, dep="oprd")})


def _noun(s: Sentence, act: Token) -> Sentence:
    below = [s.tokens[c] for c in s.children[act.i]]
    if any(t.dep in {"dobj", "nsubj", "aux"} for t in below):
        return s  # "police firing rounds"
    if act.dep in PLACES:
        return _rebuilt(s, {act.i: _named(act)})
    doer = s.tokens[act.i - 1]
    if doer.pos not in {"NOUN", "PROPN"} or not _hangs(s, act, doer) or not _bare(s, doer):
        return s
    changed = {act.i: replace(_named(act), head=doer.head, dep=doer.dep)}
    changed[doer.i] = replace(doer, head=act.i, dep="compound")
    for c in s.children[doer.i]:
        if c != act.i:
            changed[c] = replace(s.tokens[c], head=act.i)
    return _rebuilt(s, changed)


def _hangs(s: Sentence, act: Token, doer: Token) -> bool:
    """Whether the participle hangs on the noun before it, or beside it on the verb above."""
    if act.dep == "acl":
        return act.head == doer.i
    prep = s.tokens[doer.head]
    return act.dep == "advcl" and doer.dep == "pobj" and prep.head == act.head


def _bare(s: Sentence, doer: Token) -> bool:
    """Whether the noun stands where only an act can: after "in", or as a body without an article."""
    if doer.dep == "pobj":
        return s.tokens[doer.head].lower in OF_ACTS
    article = any(s.tokens[c].dep == "det" for c in s.children[doer.i])
    return doer.dep in SUBJECTS and doer.lower in BODIES and not article


def _named(act: Token) -> Token:
    return replace(act, pos="NOUN", tag="NN", lemma=act.lower)


def _rebuilt(s: Sentence, changed: dict[int, Token]) -> Sentence:
    tokens = tuple(changed.get(t.i, t) for t in s.tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            below[t.head].append(t.i)
    return replace(s, tokens=tokens, children=tuple(map(tuple, below)))
