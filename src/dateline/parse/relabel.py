"""Words that the parser hangs wrongly wherever they stand, hung where they belong.

- Act nouns in -ing taken for verbs ("killed in police firing", "army shelling left nine dead"): the parser makes
  "firing" a participle on "police"; it is a noun with "police" before it, else who fired is lost.
- "shot dead nine rioters": "dead" is what became of them, no property that they had before.
- "accused of burning villages": they burned them, the villages are not burning.
- "accused the army of shelling a church, killing six": the shelling killed them, not the charge.
- "whom a jury convicted": the jury did it.
- "ex-minister" cut in three, each taken for an object of its own.
"""

from dataclasses import replace

from dateline.parse.rehang import rehung
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
#: Those who stand at the head of a sentence without an article, so that a participle after them is a verb.
CROWDS = frozenset(
    {
        "police", "troops", "soldiers", "rebels", "militants", "gunmen", "protesters", "students", "authorities",
        "officials", "officers", "workers", "rioters", "mobs", "villagers", "fighters", "insurgents", "marines",
    }
)  # fmt: skip
#: Verbs that charge somebody with what stands after "of".
CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
#: Verbs that tell what an act led to.
RESULTS = frozenset(
    {"kill", "wound", "injure", "leave", "destroy", "displace", "damage", "burn", "maim", "force"}
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Such a verb is one of the first words.
LATEST = 2
#: Nouns that are times after an object ("left the town last week").
TIMES = frozenset(
    {
        "day", "days", "week", "weeks", "month", "months", "year", "years", "night", "nights", "morning", "afternoon",
        "evening", "hour", "hours", "minute", "minutes", "time", "times", "today", "yesterday", "weekend", "home",
    }
)  # fmt: skip
#: Nouns for what somebody says, behind which a that-clause tells it.
SAYINGS = frozenset(
    {
        "allegation",
        "accusation",
        "claim",
        "charge",
        "report",
        "assertion",
        "suggestion",
        "complaint",
        "rumour",
    }
)
#: Prepositions that open a sentence before a place, and may be taken for an adjective.
AROUND = frozenset({"outside", "inside", "near", "around", "beyond", "opposite"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PLACES = SUBJECTS | {"pobj", "dobj"}


def relabelled(sentence: Sentence) -> Sentence:
    """The sentence with such words hung anew; the same object when there are none."""
    for t in sentence.tokens:
        if not t.i:
            continue
        if t.tag in {"VBG", "VBN", "VBD"}:
            sentence = _verb(sentence, t)
        elif t.dep == "npadvmod" and t.tag in {"NN", "NNS"}:
            sentence = _compound(sentence, t)
        elif t.lower == "dead" and t.dep == "amod":
            sentence = _outcome(sentence, t)
        elif t.lower == "whom" and t.dep not in {"dobj", "pobj", "dative"}:
            sentence = _whom(sentence, t)
        elif t.lower == "ex" and t.i + 2 < len(sentence.tokens):
            sentence = _former(sentence, t)
    return _outside(_clause(sentence))


def _verb(sentence: Sentence, t: Token) -> Sentence:
    """Participles and verbs in the past that were taken for something else, or hung on the wrong word."""
    if t.tag == "VBG" and _modifies(sentence, t):
        return _charged(sentence, t)
    if t.tag == "VBG" and t.lower in ACTS:
        return _noun(sentence, t)
    if t.tag == "VBG" and t.dep == "advcl" and t.lemma in RESULTS:
        return _result(sentence, t)
    if t.tag == "VBN" and t.dep == "amod" and _listed(sentence, t):
        return _charges(sentence, t)
    return _alleged(sentence, t) if t.dep == "relcl" else sentence


def _compound(s: Sentence, noun: Token) -> Sentence:
    """Such as "staged a flag march", where "flag" was taken for the object and "march" for a time."""
    before = s.tokens[noun.i - 1]
    if (
        before.dep != "dobj"
        or before.head != noun.head
        or before.tag != "NN"
        or noun.lower in TIMES
    ):
        return s
    changed = {noun.i: replace(noun, dep="dobj")}
    changed[before.i] = replace(before, head=noun.i, dep="compound")
    for c in s.children[before.i]:
        changed[c] = replace(s.tokens[c], head=noun.i)
    return rehung(s, changed)


def _clause(s: Sentence) -> Sentence:
    """A clause taken for a noun phrase: "Police registered cases against farmers", with "cases" for its head."""
    root = s.tokens[s.root]
    verb = next((s.tokens[c] for c in s.children[root.i] if s.tokens[c].tag == "VBN"), None)
    if root.tag not in {"NN", "NNS"} or verb is None or verb.dep != "amod" or verb.i == 0:
        return s
    doer = s.tokens[verb.i - 1]
    loose = doer.dep in {"npadvmod", "nmod", "compound"} and doer.head in {verb.i, root.i}
    whole = any(t.tag in FINITE and t.dep not in {"relcl", "advcl"} for t in s.tokens)
    if not loose or whole or doer.lower not in CROWDS or verb.i > LATEST:
        return s
    changed = {
        verb.i: replace(verb, head=verb.i, dep="ROOT", pos="VERB", tag="VBD"),
        doer.i: replace(doer, head=verb.i, dep="nsubj"),
        root.i: replace(root, head=verb.i, dep="dobj"),
    }
    for c in s.children[root.i]:
        if c not in changed and s.tokens[c].dep == "punct":
            changed[c] = replace(s.tokens[c], head=verb.i)
    return rehung(s, changed)


def _modifies(s: Sentence, verb: Token) -> bool:
    """Whether a participle was taken for a part of the name or noun behind it: "bombing Goma", "burning villages"."""
    return verb.dep == "amod" or (verb.dep == "compound" and s.tokens[verb.head].tag == "NNP")


def _charged(s: Sentence, verb: Token) -> Sentence:
    """Such as "accused of burning villages", with "burning" taken for an adjective."""
    prep, noun = s.tokens[verb.i - 1], s.tokens[verb.head]
    above = s.tokens[prep.head]  # the verb, or the accused
    above = s.tokens[above.head] if above.dep == "dobj" else above
    charge = prep.lower == "of" and above.lemma in CHARGING
    if not charge or noun.dep != "pobj" or noun.head != prep.i:
        return s
    return rehung(
        s,
        {
            verb.i: replace(verb, head=prep.i, dep="pcomp", pos="VERB"),
            noun.i: replace(noun, head=verb.i, dep="dobj"),
        },
    )


def _listed(s: Sentence, verb: Token) -> bool:
    """Whether a participle behind a comma was taken into a second object of a verb of charging."""
    noun = s.tokens[verb.head]
    charge = s.tokens[noun.head]
    if noun.dep != "dobj" or charge.lemma not in CHARGING or s.tokens[verb.i - 1].text != ",":
        return False
    first = any(s.tokens[c].dep == "dobj" and c < verb.i for c in s.children[charge.i])
    return first and _first_charge(s, charge, verb.i) is not None


def _first_charge(s: Sentence, charge: Token, stop: int) -> Token | None:
    """The act behind "of having", up to a token."""
    found = (
        t for t in s.tokens[charge.i + 1 : stop]
        if t.dep == "pcomp" and any(s.tokens[c].lower == "having" for c in s.children[t.i])
    )  # fmt: skip
    return next(found, None)


def _charges(s: Sentence, verb: Token) -> Sentence:
    """Such as "accused it of having hit a post, freed captured rebels and sent a jet": all it is accused of."""
    noun = s.tokens[verb.head]
    charge = s.tokens[noun.head]
    first = _first_charge(s, charge, verb.i)
    if first is None:
        return s
    changed = {
        verb.i: replace(verb, head=first.i, dep="conj", pos="VERB"),
        noun.i: replace(noun, head=verb.i, dep="dobj"),
    }
    for c in s.children[charge.i]:
        t = s.tokens[c]
        if (
            c > noun.i
            and t.dep == "conj"
            and not any(s.tokens[x].dep in SUBJECTS for x in s.children[c])
        ):
            changed[c] = replace(t, head=first.i)
    return rehung(s, changed)


def _result(s: Sentence, verb: Token) -> Sentence:
    """Hang "killing six" on the act that somebody is accused of, not on the accusing."""
    charge = s.tokens[verb.head]
    if charge.lemma not in CHARGING or charge.i > verb.i:
        return s
    acts = [
        t
        for t in s.tokens[charge.i + 1 : verb.i]
        if t.dep == "pcomp" and t.tag == "VBG" and s.tokens[t.head].lower == "of"
    ]
    return rehung(s, {verb.i: replace(verb, head=acts[-1].i)}) if acts else s


def _alleged(s: Sentence, verb: Token) -> Sentence:
    """Such as "allegations by a group that soldiers had shot ten", with the shooting hung on the group."""
    below = [s.tokens[c] for c in s.children[verb.i]]
    that = any(t.lower == "that" and t.dep == "mark" for t in below)
    by = s.tokens[s.tokens[verb.head].head]
    noun = s.tokens[by.head]
    own = any(t.dep in SUBJECTS for t in below)
    if not that or not own or by.lower not in {"by", "from", "of"} or noun.lemma not in SAYINGS:
        return s
    return rehung(s, {verb.i: replace(verb, head=noun.i, dep="acl")})


def _outside(s: Sentence) -> Sentence:
    """Such as "Outside parliament people protested", with two subjects."""
    first = s.tokens[0]
    noun = s.tokens[first.head]
    verb = s.tokens[noun.head]
    more = [c for c in s.children[verb.i] if s.tokens[c].dep in SUBJECTS and c > noun.i]
    if first.lower not in AROUND or noun.dep not in SUBJECTS or not more or noun.i == first.i:
        return s
    changed = {
        0: replace(first, head=verb.i, dep="prep", pos="ADP", tag="IN"),
        noun.i: replace(noun, head=0, dep="pobj"),
    }
    return rehung(s, changed)


def _whom(s: Sentence, whom: Token) -> Sentence:
    """Such as "the mayor, whom a jury convicted", with "convicted" taken for what was done to the jury."""
    verb = next((t for t in s.tokens[whom.i + 1 :] if t.tag in {"VBN", "VBD"}), None)
    if verb is None or verb.dep != "acl" or not whom.i < verb.head < verb.i:
        return s
    doer = s.tokens[verb.head]
    above = whom.head if whom.head < whom.i else whom.i - 1
    if doer.dep not in {"appos", "conj", "dobj"} or s.tokens[above].pos not in {"NOUN", "PROPN"}:
        return s
    return rehung(
        s,
        {
            verb.i: replace(verb, head=above, dep="relcl", pos="VERB", tag="VBD"),
            doer.i: replace(doer, head=verb.i, dep="nsubj"),
            whom.i: replace(whom, head=verb.i, dep="dobj"),
        },
    )


def _former(s: Sentence, ex: Token) -> Sentence:
    """Such as "the ex-minister denies it", with three subjects."""
    mark, noun = s.tokens[ex.i + 1], s.tokens[ex.i + 2]
    if mark.text != "-" or not (ex.dep, ex.head) == (noun.dep, noun.head) == (mark.dep, mark.head):
        return s
    changed = {t.i: replace(t, head=noun.i, dep="compound") for t in (ex, mark)}
    for c in (*s.children[ex.i], *s.children[mark.i]):
        changed[c] = replace(s.tokens[c], head=noun.i)
    article = s.tokens[ex.i - 1] if ex.i else None
    if article is not None and article.tag == "DT" and article.head == noun.head:
        changed[article.i] = replace(article, head=noun.i, dep="det")
    return rehung(s, changed)


def _outcome(s: Sentence, dead: Token) -> Sentence:
    verb = s.tokens[dead.i - 1]
    if verb.lemma != "shoot" or s.tokens[dead.head].head != verb.i:
        return s
    return rehung(s, {dead.i: replace(dead, head=verb.i, dep="oprd")})


def _noun(s: Sentence, act: Token) -> Sentence:
    below = [s.tokens[c] for c in s.children[act.i]]
    if any(t.dep in {"dobj", "nsubj", "aux"} for t in below):
        return s  # "police firing rounds"
    if act.dep in PLACES:
        return rehung(s, {act.i: _named(act)})
    prep = s.tokens[act.head]
    if act.dep == "pcomp" and s.tokens[prep.head].lemma == "resort":
        return rehung(s, {act.i: replace(_named(act), dep="pobj")})  # "resorted to firing"
    doer = s.tokens[act.i - 1]
    if doer.pos not in {"NOUN", "PROPN"} or not _hangs(s, act, doer) or not _bare(s, doer):
        return s
    changed = {act.i: replace(_named(act), head=doer.head, dep=doer.dep)}
    changed[doer.i] = replace(doer, head=act.i, dep="compound")
    for c in s.children[doer.i]:
        if c != act.i:
            changed[c] = replace(s.tokens[c], head=act.i)
    return rehung(s, changed)


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
