"""Clauses that the parser cuts wrongly, put together again.

- "Forty members of a faction handed in their rifles": no participle, the verb of the sentence.
- "The council passed a law and the editor, who was jailed, is expected to walk free": the editor is no second thing
  that was passed.
- "The bank gave way after Italy and Greece pressed it": they pressed it, the bank did not.
- "The alliance keeps a base there and increased patrols": no increased patrols are joined to a verb.
- "The general gave the president an hour to resign": an hour is what was given.
- "In Bata, dockers who have been on strike since May blocked a road": May blocked nothing.
"""

from dataclasses import replace

from dateline.parse.rehang import rehung
from dateline.records import Sentence, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
#: Prepositions that open a clause of time as well.
TIMES = frozenset({"after", "before", "since", "until"})
#: Verbs of giving, behind which a span of time is what is given.
GIVING = frozenset({"give", "grant", "allow"})


def rejoined(sentence: Sentence) -> Sentence:
    """A parsed sentence with such clauses hung where they belong."""
    verb = _participle(sentence)
    if verb is not None:
        sentence = _told(sentence, verb)
    for t in sentence.tokens:
        if t.dep == "conj" and t.tag in FINITE | {"VBN"}:
            sentence = _own_subject(sentence, t)
        elif t.dep == "prep" and t.lower in TIMES:
            sentence = _clause_of_time(sentence, t)
        elif t.dep == "amod" and t.tag in {"VBD", "VBN"}:
            sentence = _joined_past(sentence, t)
        elif t.dep == "npadvmod" and t.tag in {"NN", "NNS"}:
            sentence = _given(sentence, t)
        elif t.dep == "mark" and t.lower in TIMES:
            sentence = _month(sentence, t)
    return sentence


def _given(s: Sentence, time: Token) -> Sentence:
    """A span of time right behind whom it is given to is the object."""
    verb = s.tokens[time.head]
    below = {s.tokens[c].dep: s.tokens[c] for c in s.children[verb.i]}
    to = below.get("dative")
    if verb.lemma not in GIVING or "dobj" in below or to is None or not verb.i < to.i < time.i:
        return s
    return rehung(s, {time.i: replace(time, dep="dobj")})


def _month(s: Sentence, word: Token) -> Sentence:
    """A month taken for the subject of the sentence's verb, behind a relative clause, in a sentence without a verb."""
    verb = s.tokens[word.head]
    inner = s.tokens[verb.head]
    doer, root = s.tokens[inner.head], s.tokens[s.root]
    month = s.tokens[word.i + 1] if word.i + 1 < len(s.tokens) else word
    named = month.dep == "nsubj" and month.head == verb.i and month.ent == "DATE"
    if not named or verb.dep != "advcl" or inner.dep != "relcl" or root.pos in {"VERB", "AUX"}:
        return s
    if doer.pos not in {"NOUN", "PROPN"} or doer.i < root.i:
        return s
    changed = {
        word.i: replace(word, head=inner.i, dep="prep"),
        month.i: replace(month, head=word.i, dep="pobj"),
        doer.i: replace(doer, head=verb.i, dep="nsubj"),
        root.i: replace(root, head=verb.i, dep="prep" if root.pos == "ADP" else "dep"),
        verb.i: replace(verb, head=verb.i, dep="ROOT"),
    }
    if root.i == doer.i:
        changed[root.i] = replace(root, head=verb.i, dep="nsubj")
    return rehung(s, changed)


def _clause_of_time(s: Sentence, word: Token) -> Sentence:
    """A finite verb without a subject right behind the object of "after" has that for its subject."""
    objects = [s.tokens[c] for c in s.children[word.i] if s.tokens[c].dep == "pobj"]
    if len(objects) != 1 or len(s.children[word.i]) != 1:
        return s
    behind = max(s.subtree(objects[0].i)) + 1
    verb = s.tokens[min(behind, len(s.tokens) - 1)]
    if verb.i != behind or verb.tag not in FINITE - {"MD"} or verb.dep not in {"conj", "advcl"}:
        return s
    below = {s.tokens[c].dep for c in s.children[verb.i]}
    above = s.tokens[verb.head]
    if below & (SUBJECTS | {"cc", "aux"}) or above.i > word.i or above.pos not in {"VERB", "AUX"}:
        return s
    changed = {
        word.i: replace(word, head=verb.i, dep="mark"),
        objects[0].i: replace(objects[0], head=verb.i, dep="nsubj"),
        verb.i: replace(verb, dep="advcl"),
    }
    return rehung(s, changed)


def _joined_past(s: Sentence, verb: Token) -> Sentence:
    """A past tense that the parser takes for an adjective of a noun joined to the verb before."""
    noun = s.tokens[verb.head]
    first = s.tokens[noun.head]
    link = s.tokens[verb.i - 1] if verb.i else verb
    if link.dep != "cc" or link.head != first.i or first.pos != "VERB" or noun.i < verb.i:
        return s
    objects = [c for c in s.children[first.i] if s.tokens[c].dep == "dobj" and c < link.i]
    if noun.dep != "conj" and not (noun.dep == "dobj" and objects):
        return s
    changed = {
        verb.i: replace(verb, head=first.i, dep="conj", pos="VERB"),
        noun.i: replace(noun, head=verb.i, dep="dobj"),
    }
    return rehung(s, changed)


def _participle(s: Sentence) -> Token | None:
    """The one verb of a sentence whose head is a noun, when it has a particle and an object."""
    root = s.tokens[s.root]
    if root.tag != "NNS" or any(t.tag in FINITE for t in s.tokens):
        return None
    for t in s.tokens[root.i + 1 :]:
        if t.tag == "VBN" and t.dep == "acl" and t.i + 2 < len(s.tokens):
            owned = s.tokens[t.i + 2].tag == "PRP$" and s.tokens[t.i + 1].tag == "RP"
            return t if owned and s.tokens[t.head].i < t.i else None
    return None


def _told(s: Sentence, verb: Token) -> Sentence:
    root = s.tokens[s.root]
    particle = s.tokens[verb.i + 1]
    changed = {
        verb.i: replace(verb, head=verb.i, dep="ROOT", pos="VERB", tag="VBD"),
        root.i: replace(root, head=verb.i, dep="nsubj"),
    }
    for c in s.children[root.i]:
        if c > verb.i:
            changed[c] = replace(s.tokens[c], head=verb.i)
    for c in s.children[particle.i]:
        changed[c] = replace(s.tokens[c], head=verb.i, dep="dobj")
    return rehung(s, changed)


def _own_subject(s: Sentence, verb: Token) -> Sentence:
    """Give a joined verb the noun before it: only a comma stands between them, and no "and"."""
    below = [s.tokens[c] for c in s.children[verb.i]]
    if any(t.dep in {"nsubj", "nsubjpass", "expl", "cc"} for t in below):
        return s
    first = min([verb.i, *(t.i for t in below if t.dep in AUXILIARIES)])
    noun = next(
        (
            t
            for t in s.tokens[verb.head : first]
            if t.dep == "conj" and s.tokens[t.head].dep in {"dobj", "pobj"} and t.pos in {"NOUN", "PROPN"}
            and any(s.tokens[c].dep == "relcl" for c in s.subtree(t.i))
        ),
        None,
    )  # fmt: skip
    if noun is None or s.tokens[first].tag not in FINITE or s.tokens[first - 1].text != ",":
        return s
    if max(s.subtree(noun.i)) not in {first - 1, first - 2}:
        return s
    passive = any(t.dep == "auxpass" for t in below)
    return rehung(s, {noun.i: replace(noun, head=verb.i, dep="nsubjpass" if passive else "nsubj")})
