"""Grounds by words alone, where the headline has no coded act: one sentence that says nearly the same."""

from dateline.ledger.event_grounds import named_source
from dateline.ledger.reading import CONTENT, LIGHT, Reading, holding_claims, stem, stems
from dateline.ledger.same import same_side
from dateline.records import Evidence, Ground, Sentence, Span, Token

#: Share of the headline's content words that a sentence must have.
_ENOUGH = 0.65
#: Content words without which a headline says too little to be compared.
_FEWEST = 3
#: Content words besides names that a denial must take up.
_FEW = 2
_OPEN = frozenset({"could", "may", "might", "would", "if", "whether"})
_REACH = 3


def word_grounds(title: Reading, body: Reading) -> tuple[Ground, ...]:
    """The sentence of the body that has the headline's words with the same subject; at most one ground."""
    words = [t for s in title.sentences for t in s.tokens]
    wanted, plain = stems(words), stems(t for t in words if t.pos != "PROPN" and not t.ent)
    if len(wanted) < _FEWEST or not plain:
        return ()
    best: tuple[float, Sentence] | None = None
    for sentence in body.sentences:
        there = stems(sentence.tokens)
        share = len(wanted & there) / len(wanted)
        if share < _ENOUGH or len(plain & there) < len(plain) / 2 or not _in_order(title, sentence):
            continue
        if best is None or share > best[0]:
            best = (share, sentence)
    return (_ground(title, body, best[1]),) if best else _denial(plain, title, body)


def _denial(plain: set[str], title: Reading, body: Reading) -> tuple[Ground, ...]:
    """A denial of all that the headline says, its names apart ("denied that an offensive was being prepared")."""
    if len(plain) < _FEW:
        return ()
    lands = {a.country for a in title.record.actors if a.country}
    for claim in body.record.claims:
        if claim.act != "deny":
            continue
        spans = claim.content.spans
        tokens = [
            t
            for s in body.sentences
            for t in s.tokens
            if any(x.holds(Span(t.start, t.end)) for x in spans)
        ]
        named = {p.country for p in body.record.places if any(x.holds(p.span) for x in spans)}
        if plain <= stems(tokens) and named - {None} <= lands:
            evidence = Evidence(claim.sentence.text, claim.sentence.span)
            return (Ground(claim.id, "against", "denied", claim.speaker, evidence),)
    return ()


def _in_order(title: Reading, sentence: Sentence) -> bool:
    """Whether doer and act stand to each other as in the headline; order-blind overlap would swap the sides."""
    words = [t for s in title.sentences for t in s.tokens if _content(t)]
    if len(words) < _FEWEST:
        return False
    at = {stem(t): t.i for t in reversed(sentence.tokens)}
    if any(t.tag == "VBN" or t.dep == "acl" for t in words):  # "Ceasefire signed": either order
        return _predicate(words, at)
    places = [at[stem(t)] for t in words if stem(t) in at]
    subject = stem(words[0])
    return subject in at and _predicate(words, at) and at[subject] == min(places)


def _predicate(words: list[Token], at: dict[str, int]) -> bool:
    """Whether the verbs of the headline are there too."""
    return all(stem(t) in at for t in words if t.pos == "VERB")


def _content(t: Token) -> bool:
    return t.pos in CONTENT and t.lemma.lower() not in LIGHT


def _ground(title: Reading, body: Reading, sentence: Sentence) -> Ground:
    wanted = [stem(t) for s in title.sentences for t in s.tokens if _content(t)][1:]
    act = next((t for t in sentence.tokens if stem(t) in wanted and t.pos == "VERB"), None)
    act = act or next(t for t in sentence.tokens if stem(t) in wanted)
    inside = next(holding_claims(body.record, Span(act.start, act.end)), None)
    by = inside.speaker if inside else None
    evidence = Evidence(sentence.text, sentence.span)
    source = named_source(title)
    if (inside is not None and inside.act == "deny") or _negated(sentence, act):
        return Ground(inside.id if inside else "", "against", "denied", by, evidence)
    if _OPEN & {t.lower for t in sentence.tokens[max(0, act.i - _REACH) : act.i]}:
        return Ground(inside.id if inside else "", "for", "open", by, evidence)
    own = by is not None and source is not None and same_side(by.actor, source.actor)
    how = "named source" if own else "claimed"
    how = "told" if inside is None else how
    return Ground(inside.id if inside else "", "for", how, by, evidence)


def _negated(sentence: Sentence, act: Token) -> bool:
    return any(sentence.tokens[c].dep == "neg" for c in sentence.children[act.i])
