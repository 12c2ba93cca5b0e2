"""The forms in which a text states a standing relation, as ties between head tokens."""

from collections.abc import Callable, Iterator

from dateline.coding.claim_parts import conjuncts
from dateline.coding.claim_speakers import agent, subject
from dateline.coding.claim_voice import is_passive
from dateline.coding.relation_parts import Tie
from dateline.coding.relation_titles import title
from dateline.coding.tree import above, child, children
from dateline.knowledge.cues import RelationCues, RelationWord, SpeechCues
from dateline.records import Sentence

_NOUNS = {"NOUN", "PROPN"}
_NAMED = {"NOUN", "PROPN", "PRON"}

Form = Callable[[Sentence, int, RelationWord, RelationCues, SpeechCues], Iterator[Tie]]


def verb(
    s: Sentence, v: int, rule: RelationWord, _cues: RelationCues, speech: SpeechCues
) -> Iterator[Tie]:
    """Subject and object of a verb that states the relation."""
    token = s.tokens[v]
    if token.pos not in {"VERB", "AUX"}:
        return
    passive = is_passive(s, v) or (
        token.tag == "VBN"
        and token.dep in {"acl", "advcl", "amod"}
        and child(s, v, "nsubj", "aux") is None
    )
    if not passive and not _standing(s, v):
        return
    object_head = _patient(s, v, speech) if passive else child(s, v, "dobj")
    subject_head = agent(s, v) if passive else subject(s, v, speech)
    if rule.prepositions:
        subject_head = object_head if passive else subject_head
        object_head = next(
            (
                child(s, p, "pobj")
                for p in children(s, v, "prep")
                if s.tokens[p].lower in rule.prepositions
            ),
            None,
        )
    if subject_head is None or object_head is None:
        return
    subject_head = _plural_above(s, v, subject_head)
    yield Tie(
        s,
        rule.kind,
        tuple(conjuncts(s, subject_head)),
        tuple(conjuncts(s, object_head)),
        v,
        v,
        rule.object,
        "historical" if _past(s, v) else rule.status,
        form="verb",
    )


def _past(s: Sentence, v: int) -> bool:
    """Whether the text tells of a state that was, in a clause that nothing puts into the past."""
    token = s.tokens[v]
    helpers = [s.tokens[c] for c in children(s, v, "aux", "auxpass")]
    past = token.tag == "VBD" or any(h.tag == "VBD" for h in helpers)
    if not past or any(h.lower == "had" for h in helpers):
        return past
    for up in above(s, v):
        if s.tokens[up].dep in {"ccomp", "pcomp"}:
            return False  # "said the militias that held the town ...": only the tense of reporting
    return token.dep != "ccomp"


def _standing(s: Sentence, v: int) -> bool:
    """Whether a verb tells a state that lasts: present, perfect, past in a relative clause."""
    token = s.tokens[v]
    aux = {s.tokens[c].lower for c in children(s, v, "aux")}
    if token.tag in {"VBZ", "VBP"} or (token.tag == "VBN" and aux & {"has", "have"}):
        return True
    if token.dep == "conj" and not aux and token.tag in {"VB", "VBN"}:
        return _standing(s, token.head)
    if token.tag == "VBD":
        return token.dep == "relcl"
    if token.tag == "VBG":
        return bool(aux & {"is", "are", "been", "'s", "'re"}) or token.dep in {"xcomp", "pcomp"}
    return bool(aux & {"does", "do", "did"})


def _patient(s: Sentence, v: int, speech: SpeechCues) -> int | None:
    """Deep object of a passive: its subject, or the noun that a participle hangs on."""
    own = child(s, v, "nsubjpass")
    if own is not None and s.tokens[own].tag not in {"WDT", "WP"}:
        return own
    token = s.tokens[v]
    if own is not None or token.dep in {"acl", "relcl"}:
        return subject(s, v, speech) if own is not None else token.head
    if token.dep == "advcl":
        return subject(s, token.head, speech)
    if token.dep == "conj":
        return _patient(s, token.head, speech)
    return None


def _plural_above(s: Sentence, v: int, head: int) -> int:
    """The plural noun above a place ("the militias from X and Y, which control Z")."""
    token = s.tokens[head]
    if s.tokens[v].tag != "VBP" or s.tokens[v].dep != "relcl" or token.tag != "NNP":
        return head
    up = head
    for _ in range(6):
        over = s.tokens[up].head
        if over == up or s.tokens[over].pos in {"VERB", "AUX"}:
            return head
        up = over
        if s.tokens[up].tag == "NNS" and s.tokens[up].dep in {"nsubj", "nsubjpass", "dobj"}:
            return up
    return head


def _behind(s: Sentence, t: int, rule: RelationWord) -> int | None:
    """What the first of the rule's prepositions after a word governs."""
    governed = (
        child(s, p, "pobj")
        for p in children(s, t, "prep")
        if s.tokens[p].lower in rule.prepositions
    )
    return next(governed, None)


def adjective(
    s: Sentence, t: int, rule: RelationWord, _cues: RelationCues, speech: SpeechCues
) -> Iterator[Tie]:
    """A noun and what stands after adjective and preposition: "brigades loyal to General Ode"."""
    token = s.tokens[t]
    other = _behind(s, t, rule)
    if other is None:
        return
    over = s.tokens[token.head]
    if token.dep in {"amod", "acl", "relcl", "appos"} and over.pos in _NAMED:
        first, said_by = token.head, None
    elif token.dep in {"acomp", "oprd", "attr"} or token.tag == "VBN":
        up = t if token.tag == "VBN" else token.head
        found = subject(s, up, speech)
        if found is None:
            return
        first, said_by = found, up
    else:
        return
    one, two = tuple(conjuncts(s, first)), tuple(conjuncts(s, other))
    if rule.subject == "second":
        yield Tie(
            s,
            rule.kind,
            two,
            one,
            t,
            said_by,
            rule.object if rule.object not in {"first", "second"} else "",
            form="adjective",
        )
    else:
        yield Tie(s, rule.kind, one, two, t, said_by, "actor", form="adjective")


def owner(
    s: Sentence, t: int, rule: RelationWord, _cues: RelationCues, _speech: SpeechCues
) -> Iterator[Tie]:
    """A possessor and the armed people that are theirs: "General Ode's troops"."""
    token = s.tokens[t]
    if token.pos != "NOUN" or (token.lemma == "man" and token.lower != "men"):
        return
    one = child(s, t, "poss")
    if one is not None:
        yield Tie(s, rule.kind, (one,), (t,), t, None, "", form="owner")


def hyphen(
    s: Sentence, t: int, rule: RelationWord, _cues: RelationCues, _speech: SpeechCues
) -> Iterator[Tie]:
    """What the first word does to the noun: "Kenya-backed militia", "rebel-held Goma"."""
    if t <= 1 or s.tokens[t - 1].text != "-":
        return
    first = t - 2
    noun = s.tokens[t].head
    if (
        noun <= t
        or s.tokens[noun].pos not in _NOUNS
        or s.tokens[first].pos not in {"NOUN", "PROPN", "ADJ"}
    ):
        return
    while s.tokens[noun].dep == "compound" and s.tokens[noun].head > noun:
        noun = s.tokens[noun].head
    if rule.subject == "second":
        yield Tie(s, rule.kind, (noun,), (first,), t, None, "place", form="hyphen")
    else:
        yield Tie(s, rule.kind, (first,), (noun,), t, None, rule.object or "body", form="hyphen")


def seat(
    s: Sentence, t: int, rule: RelationWord, _cues: RelationCues, _speech: SpeechCues
) -> Iterator[Tie]:
    """Where a body sits: "Nairobi is the seat of the agency"."""
    token = s.tokens[t]
    body = _behind(s, t, rule)
    if token.dep != "attr" or body is None:
        return
    where = child(s, token.head, "nsubj")
    if where is not None:
        yield Tie(
            s, rule.kind, tuple(conjuncts(s, body)), (where,), t, token.head, "place", form="seat"
        )


FORMS: dict[str, Form] = {
    "title": title,
    "verb": verb,
    "adjective": adjective,
    "owner": owner,
    "hyphen": hyphen,
    "seat": seat,
}
