"""Weapons and means named in the clause of an act."""

from dateline.knowledge.lexicon import Lexicon
from dateline.records import Instrument, Sentence


def instruments_of(sentence: Sentence, head: int, lexicon: Lexicon) -> tuple[Instrument, ...]:
    """Every weapon or means below the act's head, or the head itself when it is one's name."""
    found: list[Instrument] = []
    apart = _other_clauses(sentence, head)
    for i in sentence.subtree(head):
        token = sentence.tokens[i]
        if token.pos not in {"NOUN", "PROPN"} or i in apart:
            continue
        lemma = token.lemma.lower()
        pair = f"{sentence.tokens[i - 1].lower} {lemma}" if i else lemma
        kind = lexicon.instruments.get(pair)
        first = i - 1 if kind is not None and i else i
        kind = kind or lexicon.instruments.get(lemma)
        if kind is None and "weapon" in lexicon.noun_classes.get(lemma, ()):
            kind = "other"
        if kind is not None:
            evidence = sentence.evidence(first, i)
            found.append(Instrument(evidence.text, evidence.span, kind))
    return tuple(found)


def _other_clauses(sentence: Sentence, head: int) -> frozenset[int]:
    """Tokens of the clauses below an act that have a subject of their own: "while drones hit a market"."""
    below: set[int] = set()
    for child in sentence.children[head]:
        if sentence.tokens[child].dep in {"advcl", "ccomp", "parataxis", "conj"}:
            deps = {sentence.tokens[c].dep for c in sentence.children[child]}
            if deps & {"nsubj", "nsubjpass"}:
                below.update(sentence.subtree(child))
    return frozenset(below)
