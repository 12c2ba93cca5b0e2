"""The forms in which a text states a standing relation, as ties between head tokens."""

from collections.abc import Callable, Iterator

from dateline.coding.claim_cues import is_passive
from dateline.coding.claim_parts import conjuncts
from dateline.coding.claim_speakers import agent, subject
from dateline.coding.relation_parts import Tie
from dateline.coding.tree import child, children
from dateline.knowledge.cues import RelationCues, RelationWord, SpeechCues
from dateline.records import Sentence

_NOUNS = {"NOUN", "PROPN"}
_NAMED = {"NOUN", "PROPN", "PRON"}

Form = Callable[[Sentence, int, RelationWord, RelationCues, SpeechCues], Iterator[Tie]]


def title(
    s: Sentence, t: int, rule: RelationWord, cues: RelationCues, _speech: SpeechCues
) -> Iterator[Tie]:
    """A noun that names its bearer: "army spokesman Peter Ode", "Ode, leader of the union"."""
    token = s.tokens[t]
    if token.pos not in _NOUNS or _is_deputy(s, t, cues):
        return
    bearer, verb = _bearer(s, t, rule)
    if bearer is None:
        return
    bodies = _bodies(s, t, bearer, rule, cues)
    if not bodies:
        return
    past = any(s.tokens[i].lower in cues.lists["former"] for i in _before(s, t, bearer))
    wants = "body" if rule.kind in {"leads", "part_of"} else ""
    yield Tie(
        s,
        rule.kind,
        (bearer,),
        tuple(bodies),
        t,
        verb,
        wants,
        "historical" if past else "actual",
        "title",
    )


def _before(s: Sentence, t: int, bearer: int) -> list[int]:
    """Modifiers of a title and of its bearer, up to the title."""
    found = [i for i in s.children[t] if i < t]
    if s.tokens[t].dep == "compound":
        found.extend(i for i in s.children[bearer] if i < t)
    return found


def _is_deputy(s: Sentence, t: int, cues: RelationCues) -> bool:
    before = {s.tokens[i].lower for i in range(max(0, t - 2), t)}
    return bool(before & cues.lists["deputies"]) or (
        s.tokens[t].lemma == "chief" and _next_words(s, t, 2) == ["of", "staff"]
    )


def _next_words(s: Sentence, i: int, n: int) -> list[str]:
    return [t.lower for t in s.tokens[i + 1 : i + 1 + n]]


def _bearer(s: Sentence, t: int, rule: RelationWord) -> tuple[int | None, int | None]:
    """Who has the title, and the copula that says so where there is one."""
    token = s.tokens[t]
    if token.dep in {"compound", "nmod"}:
        up = token.head
        while s.tokens[up].dep == "compound" and s.tokens[up].head > up:
            up = s.tokens[up].head
        return (up if s.tokens[up].pos == "PROPN" and rule.kind != "part_of" else None), None
    named = next((c for c in children(s, t, "appos") if s.tokens[c].pos == "PROPN"), None)
    if named is not None and rule.kind != "part_of":
        return named, None
    if token.dep == "appos" and s.tokens[token.head].pos in _NOUNS:
        return token.head, None
    if token.dep == "attr" and s.tokens[token.head].lemma == "be":
        return child(s, token.head, "nsubj"), token.head
    return (t, None) if rule.kind in {"leads", "speaks_for"} else (None, None)


def _bodies(s: Sentence, t: int, bearer: int, rule: RelationWord, cues: RelationCues) -> list[int]:
    """Heads of what the title belongs to: "of the union", "the union's", "union leader", "Kenyan President"."""
    for place in (t, bearer):
        for prep in children(s, place, "prep"):
            if prep > t and s.tokens[prep].lower in rule.prepositions:
                return [h for p in children(s, prep, "pobj") for h in conjuncts(s, p)]
    loose = _loose_of(s, bearer, rule) if bearer >= t else None
    if loose is not None:
        return [loose]
    for i in sorted(_before(s, t, bearer), reverse=True):
        if i == t - 1 and f"{s.tokens[i].lower} {s.tokens[t].lemma.lower()}" in cues.words:
            continue  # the first word of the title itself ("Prime" Minister)
        if s.tokens[i].dep in {"compound", "nmod", "amod"} and _is_body(s, i, cues):
            return [i]
    if rule.kind == "leads" and _of_section(s, t):
        return []
    for place in (t, bearer):
        owner = child(s, place, "poss")
        if owner is not None and owner < t:
            return [owner]
    return [
        i
        for i in _before(s, t, bearer)
        if _is_demonym(s, i) and _title_word(s, t) in cues.lists["of_country"]
    ][:1]


def _title_word(s: Sentence, t: int) -> str:
    word = s.tokens[t].lemma.lower()
    return f"prime {word}" if t and s.tokens[t - 1].lower == "prime" else word


def _of_section(s: Sentence, t: int) -> bool:
    """A chief of some matter ("foreign policy chief") does not lead the whole body."""
    return any(s.tokens[i].dep == "compound" and s.tokens[i].pos == "NOUN" for i in s.children[t])


def _loose_of(s: Sentence, bearer: int, rule: RelationWord) -> int | None:
    """ "Pope X II of Y": the of-phrase right after the name, wherever the parser hung it."""
    for i in (bearer + 1, bearer + 2):
        if i < len(s.tokens) and s.tokens[i].lower == "of" and "of" in rule.prepositions:
            return child(s, i, "pobj")
    return None


def _is_body(s: Sentence, i: int, cues: RelationCues) -> bool:
    token = s.tokens[i]
    if token.pos == "PROPN" and token.ent not in {"NORP", "PERSON"}:
        return token.dep in {"compound", "nmod"}
    return token.lemma.lower() in cues.lists["bodies"]


def _is_demonym(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    return token.ent in {"NORP", "GPE"} or (
        token.pos in {"ADJ", "PROPN"}
        and token.text[:1].isupper()
        and token.dep in {"amod", "compound"}
    )


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
        form="verb",
    )


def _standing(s: Sentence, v: int) -> bool:
    """Whether an active verb tells a state that lasts: present, perfect, or past in a relative clause."""
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
    """ "the militias from X and Y, which control Z": a plural verb belongs to the plural noun above a place."""
    token = s.tokens[head]
    if s.tokens[v].tag != "VBP" or s.tokens[v].dep != "relcl" or token.tag != "NNP":
        return head
    up = head
    for _ in range(6):
        above = s.tokens[up].head
        if above == up or s.tokens[above].pos in {"VERB", "AUX"}:
            return head
        up = above
        if (
            s.tokens[up].tag == "NNS"
            and s.tokens[up].dep in {"nsubj", "nsubjpass", "dobj", "pobj"}
            and s.tokens[up].dep != "pobj"
        ):
            return up
    return head


def adjective(
    s: Sentence, t: int, rule: RelationWord, _cues: RelationCues, speech: SpeechCues
) -> Iterator[Tie]:
    """A noun and what stands after adjective and preposition: "brigades loyal to General Ode"."""
    token = s.tokens[t]
    other = next(
        (
            child(s, p, "pobj")
            for p in children(s, t, "prep")
            if s.tokens[p].lower in rule.prepositions
        ),
        None,
    )
    if other is None:
        return
    above = s.tokens[token.head]
    if token.dep in {"amod", "acl", "relcl", "appos"} and above.pos in _NAMED:
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
    """ "Kenya-backed militia": the first word does it to the noun that the participle stands before."""
    if t < 2 or s.tokens[t - 1].text != "-":
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
    """ "Nairobi is the seat of the agency"."""
    token = s.tokens[t]
    body = next(
        (
            child(s, p, "pobj")
            for p in children(s, t, "prep")
            if s.tokens[p].lower in rule.prepositions
        ),
        None,
    )
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
