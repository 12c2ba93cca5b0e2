"""Titles that state a relation: "army spokesman Peter Ode", "Ode, leader of the union"."""

from collections.abc import Iterator

from dateline.coding.claim_parts import conjuncts
from dateline.coding.relation_parts import Tie
from dateline.coding.tree import child, children
from dateline.knowledge.cues import RelationCues, RelationWord, SpeechCues
from dateline.records import Sentence

_NOUNS = {"NOUN", "PROPN"}
_BEFORE = {"compound", "nmod", "amod"}
#: Kinds whose title may stand for its bearer ("the Kenyan president said").
_ALONE = {"leads", "speaks_for"}
#: Kinds that hold between bodies: a name beside the title is no bearer in office.
_BODIES_ONLY = {"part_of", "opposes", "backs"}
#: Kinds in which a word before the title can narrow it to a part of the body ("board member").
_HEADING = {"leads", "member_of"}


def title(
    s: Sentence, t: int, rule: RelationWord, cues: RelationCues, _speech: SpeechCues
) -> Iterator[Tie]:
    """The tie between the bearer of a title and what the title belongs to."""
    if not _is_title(s, t) or _in_name(s, t) or _is_deputy(s, t, cues) or _in_line(s, t):
        return
    bearer, verb = _bearer(s, t, rule)
    bodies = [] if bearer is None else _bodies(s, t, bearer, rule, cues)
    if bearer is None or not bodies:
        return
    past = any(s.tokens[i].lower in cues.lists["former"] for i in _before(s, t, bearer))
    wants = "body" if rule.kind in {"leads", "part_of"} else ""
    status = "historical" if past else "actual"
    yield Tie(s, rule.kind, (bearer,), tuple(bodies), t, verb, wants, status, "title")


def _is_title(s: Sentence, t: int) -> bool:
    """Whether a word is a noun, or an adjective to a name as the parser sees "chief" before it."""
    token = s.tokens[t]
    return token.pos in _NOUNS or (token.dep == "amod" and s.tokens[token.head].pos == "PROPN")


def _before(s: Sentence, t: int, bearer: int) -> list[int]:
    """Modifiers of a title and of its bearer, up to the title."""
    found = [i for i in s.children[t] if i < t]
    if s.tokens[t].dep in _BEFORE:
        found.extend(i for i in s.children[bearer] if i < t)
    return found


def _is_deputy(s: Sentence, t: int, cues: RelationCues) -> bool:
    before = {s.tokens[i].lower for i in range(max(0, t - 2), t)}
    after = [token.lower for token in s.tokens[t + 1 : t + 3]]
    return bool(before & cues.lists["deputies"]) or after == ["of", "staff"]


def _in_name(s: Sentence, t: int) -> bool:
    """Whether the word is the end of somebody's name ("Tom King")."""
    return (
        t > 0 and s.tokens[t].ent == "PERSON" == s.tokens[t - 1].ent and not s.tokens[t].ent_begins
    )


def _in_line(s: Sentence, t: int) -> bool:
    """One of a row of holders ("the first black governor since ..."), who need not be in office."""
    return any(s.tokens[i].ent == "ORDINAL" or s.tokens[i].lower == "next" for i in s.children[t])


def _bearer(s: Sentence, t: int, rule: RelationWord) -> tuple[int | None, int | None]:
    """Who has the title, and the copula that says so where there is one."""
    token = s.tokens[t]
    person = rule.kind not in _BODIES_ONLY
    if token.dep in _BEFORE:
        up = token.head
        while s.tokens[up].dep == "compound" and s.tokens[up].head > up:
            up = s.tokens[up].head
        return (up if s.tokens[up].pos == "PROPN" and person else None), None
    named = next((c for c in children(s, t, "appos") if s.tokens[c].pos == "PROPN"), None)
    if named is not None and person:
        return named, None
    if token.dep == "appos" and s.tokens[token.head].pos in _NOUNS:
        nearer = rule.kind == "member_of" and _after_land(s, t, token.head)
        return (None if nearer else token.head), None
    if token.dep == "attr" and s.tokens[token.head].lemma == "be":
        return child(s, token.head, "nsubj"), token.head
    return (t if rule.kind in _ALONE else None), None


def _after_land(s: Sentence, t: int, bearer: int) -> bool:
    """Whether a country stands nearer to an apposition ("the envoy of Chad, a member of the bloc")."""
    before = s.edge(t)[0] - 2
    return before > bearer and s.tokens[before].ent in {"GPE", "ORG"}


def _bodies(s: Sentence, t: int, bearer: int, rule: RelationWord, cues: RelationCues) -> list[int]:
    """Heads of what a title belongs to, the surest wording first."""
    named = _compound(s, t, bearer, cues)
    partial = t > 0 and s.tokens[t - 1].lower in cues.lists["sections"]
    if rule.kind in _HEADING and (partial or (_of_section(s, t, cues) and not named)):
        return []
    found = _of(s, (t,), rule) or named or _of(s, (bearer,), rule) or _of_name(s, t, bearer, rule)
    if found:
        return found
    owners = [child(s, place, "poss") for place in (t, bearer)]
    owned = [o for o in owners if o is not None and o < t]
    return owned[:1] or _demonym(s, t, bearer, cues)


def _of(s: Sentence, places: tuple[int, ...], rule: RelationWord) -> list[int]:
    """The of-phrase of "leader of the union"."""
    for place in places:
        for prep in children(s, place, "prep"):
            if prep > place and s.tokens[prep].lower in rule.prepositions:
                return [h for p in children(s, prep, "pobj") for h in conjuncts(s, p)]
    return []


def _of_name(s: Sentence, t: int, bearer: int, rule: RelationWord) -> list[int]:
    """The of-phrase after a name that the tree hangs elsewhere ("Pope X II of Y")."""
    for i in (bearer + 1, bearer + 2):
        near = t <= bearer < i < len(s.tokens) and s.tokens[i].lower == "of"
        if near and "of" in rule.prepositions:
            return children(s, i, "pobj")[:1]
    return []


def _compound(s: Sentence, t: int, bearer: int, cues: RelationCues) -> list[int]:
    """The noun in "union leader"; the first word of the title ("Prime" Minister) is none."""
    for i in sorted(_before(s, t, bearer), reverse=True):
        part = i == t - 1 and f"{s.tokens[i].lower} {s.tokens[t].lemma.lower()}" in cues.words
        if not part and s.tokens[i].dep in _BEFORE and _is_body(s, i, cues):
            return [i]
    return []


def _is_body(s: Sentence, i: int, cues: RelationCues) -> bool:
    token = s.tokens[i]
    if token.lower in cues.lists["fillers"] | cues.lists["sections"]:
        return False
    acronym = token.text.isupper() and len(token.text) > 1
    if token.pos == "PROPN" and (acronym or token.ent not in {"NORP", "PERSON", ""}):
        return token.dep in {"compound", "nmod"}
    return token.lemma.lower() in cues.lists["bodies"]


def _of_section(s: Sentence, t: int, cues: RelationCues) -> bool:
    """A chief of some matter ("foreign policy chief") does not lead the whole body."""
    if t and s.tokens[t - 1].lower in cues.lists["sections"]:
        return True
    parts = [s.tokens[i] for i in children(s, t, "compound")]
    return any(p.pos == "NOUN" and p.lower not in cues.lists["fillers"] for p in parts)


def _demonym(s: Sentence, t: int, bearer: int, cues: RelationCues) -> list[int]:
    """The country in "Kenyan President X", for titles that lead one."""
    word = s.tokens[t].lemma.lower()
    if t and s.tokens[t - 1].lower == "prime":
        word = f"prime {word}"
    if word not in cues.lists["of_country"]:
        return []
    return [i for i in _before(s, t, bearer) if _names_land(s, i)][:1]


def _names_land(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    return token.ent in {"NORP", "GPE"} or (token.dep == "amod" and token.text[:1].isupper())
