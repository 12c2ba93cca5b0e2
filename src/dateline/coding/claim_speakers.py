"""Who says it: from a reporting verb or noun to the head of the speaker's phrase."""

from dateline.coding.claim_clauses import speaking_on
from dateline.coding.claim_joined import owner_verb
from dateline.coding.claim_objects import behind_owner
from dateline.coding.claim_parts import SUBJECTS, conjuncts, is_mark
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence

_NOBODY = {"nobody", "none", "no-one", "neither"}
_RELATIVE = {"WDT", "WP"}
_CLAUSAL = {"advcl", "xcomp", "conj", "ccomp", "dep", "parataxis"}
#: Prepositions after which the object is the doer ("accused Kenya of arming them").
_OBJECT_CONTROL = {"of", "for", "from", "into"}
#: Steps up the tree after which a subject is no longer looked for.
_FAR = 6
_SUBJECT_CONTROL = {"promise", "vow"}
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}


def speaker_heads(s: Sentence, v: int, passive: bool, cues: SpeechCues) -> tuple[int, ...]:
    """Heads of the phrases that name who says it; empty when nobody is named."""
    head = agent(s, v) if passive else subject(s, v, cues)
    return () if head is None else tuple(conjuncts(s, head))


def is_nobody(s: Sentence, head: int) -> bool:
    """Whether a phrase says that nobody spoke ("no group", "none of them")."""
    return s.tokens[head].lower in _NOBODY or any(
        s.tokens[c].lower in {"no", "neither"} for c in children(s, head, "det")
    )


def agent(s: Sentence, v: int) -> int | None:
    """Head of the by-phrase of a passive."""
    for prep in children(s, v, "agent", "prep"):
        if s.tokens[prep].lower == "by":
            return child(s, prep, "pobj")
    return None


def subject(s: Sentence, v: int, cues: SpeechCues, depth: int = 0) -> int | None:
    """Head of the one who does verb ``v``, through coordination, control and relative clauses."""
    own = child(s, v, *SUBJECTS)
    token = s.tokens[v]
    if own is not None:
        relative = s.tokens[own].tag in _RELATIVE and not _is_what(s, own)
        return _antecedent(s, v) if relative or _of_whom(s, own) else own
    if token.head == v:
        return _inverted(s, v, cues)
    if depth > _FAR:
        return None
    main = owner_verb(s, v, cues)
    if main is not None:
        return subject(s, main, cues, depth + 1)
    if token.dep == "pcomp":
        return _of_gerund(s, token.head, cues, depth)
    if token.dep in {"acl", "relcl"}:
        return _of_noun_clause(s, token.head, cues, depth)
    controlled = child(s, token.head, "dobj") if token.dep == "xcomp" else None
    if (
        controlled is not None
        and controlled < v
        and s.tokens[token.head].lemma not in _SUBJECT_CONTROL
    ):
        return controlled
    return _of_adverbial(s, v, cues, depth) if token.dep in _CLAUSAL else None


def _of_adverbial(s: Sentence, v: int, cues: SpeechCues, depth: int) -> int | None:
    """Subject of the clause above; of the one that reports it, where a participle speaks on."""
    token = s.tokens[v]
    above = s.tokens[token.head]
    if token.dep == "conj" and token.tag == "VBG" != above.tag and above.dep == "ccomp":
        return subject(s, above.head, cues, depth + 1)  # "demanding that A be B and saying ..."
    follows = above.dep == "ccomp" and above.head < above.i and not _reports(s, above.i, cues)
    if follows and v in speaking_on(s, above.i, cues) and _reports(s, above.head, cues):
        return subject(s, above.head, cues, depth + 1)
    return subject(s, above.i, cues, depth + 1)


def _inverted(s: Sentence, v: int, cues: SpeechCues) -> int | None:
    """The speaker whom the parser takes for the object ("content, said X")."""
    before = [c for c in children(s, v, "ccomp", "parataxis", "advcl") if c < v]
    behind = child(s, v, "dobj")
    if before and behind is not None and behind > v and _reports(s, v, cues):
        return behind
    return None


def _reports(s: Sentence, v: int, cues: SpeechCues) -> bool:
    return cues.lemma(s.tokens[v]) in cues.verbs


def _of_whom(s: Sentence, i: int) -> bool:
    """Whether a subject only counts those a relative clause hangs on ("both of whom deny it")."""
    return any(
        s.tokens[k].tag == "WP" for p in children(s, i, "prep") for k in children(s, p, "pobj")
    )


def _is_what(s: Sentence, i: int) -> bool:
    return s.tokens[i].lower in {"what", "whatever"}


def _antecedent(s: Sentence, v: int) -> int | None:
    """The noun that a relative clause hangs on; coordinated relative clauses share it."""
    i = v
    for _ in range(8):
        token = s.tokens[i]
        if token.dep in {"relcl", "acl"}:
            above = s.tokens[token.head]
            return (
                above.head
                if above.dep == "appos" and s.tokens[above.head].pos == "PROPN"
                else above.i
            )
        if token.head == i:
            return None
        i = token.head
    return None


def _of_gerund(s: Sentence, prep: int, cues: SpeechCues, depth: int) -> int | None:
    """Subject of an -ing form after a preposition ("quoted as saying", "in saying")."""
    above = s.tokens[prep].head
    if s.tokens[prep].lower == "as":
        quoted = child(s, above, "dobj") or child(s, above, "nsubjpass")
        return quoted if quoted is not None else _passive_subject(s, above)
    if s.tokens[above].pos in {"VERB", "AUX"}:
        controlled = child(s, above, "dobj") if s.tokens[prep].lower in _OBJECT_CONTROL else None
        return controlled if controlled is not None else subject(s, above, cues, depth + 1)
    return child(s, above, "poss")


def _passive_subject(s: Sentence, v: int) -> int | None:
    """What a participle describes ("an official quoted as saying")."""
    return s.tokens[v].head if s.tokens[v].dep in {"acl", "relcl"} else None


def _of_noun_clause(s: Sentence, noun: int, cues: SpeechCues, depth: int) -> int | None:
    """Subject of "... saying" after a noun: the owner of a statement, else the noun itself."""
    token = s.tokens[noun]
    if token.lemma.lower() not in cues.documents | cues.media | set(cues.nouns):
        return noun if token.pos in _NOMINAL else None
    owner = child(s, noun, "poss")
    if owner is None:
        owner = next(
            (
                child(s, p, "pobj")
                for p in children(s, noun, "prep")
                if s.tokens[p].lower in {"by", "from"}
            ),
            None,
        )
    if owner is not None:
        return owner
    above = token.head
    if token.dep == "pobj" and s.tokens[above].lower in {"in", "on", "via", "with"}:
        above = s.tokens[above].head
    elif token.dep != "dobj":
        return noun
    found = subject(s, above, cues, depth + 1) if s.tokens[above].pos in {"VERB", "AUX"} else None
    return noun if found is None else found


def beside(s: Sentence, v: int, left_edge: int) -> int | None:
    """Last resort for "content, X said" and "content, said X": the noun phrase beside the verb.

    Args:
        s: the sentence.
        v: the reporting verb.
        left_edge: first token after the content that stands before the verb.
    """
    clauses = [i for i in range(left_edge, v) if s.tokens[i].dep in {"relcl", "acl"}]
    inner = {k for i in clauses for k in s.subtree(i)}
    for i in range(v - 1, left_edge - 1, -1):
        if i not in inner and _is_head(s, i) and s.tokens[i].dep != "pobj":
            return i
    for i in range(v + 1, len(s.tokens)):
        if is_mark(s, i) or s.tokens[i].pos in {"VERB", "ADP", "SCONJ"}:
            break
        if _is_head(s, i):
            return i
    return None


def _is_head(s: Sentence, i: int) -> bool:
    token = s.tokens[i]
    nominal = token.pos in {"NOUN", "PROPN", "PRON"}
    if token.dep == "npadvmod":  # the parser's guess for a speaker as well as for "Monday"
        return token.pos == "NOUN" and not token.ent and child(s, i, "det", "amod") is not None
    return nominal and token.dep not in {"compound", "poss"}


def owner(s: Sentence, noun: int, cues: SpeechCues) -> int | None:
    """Whose claim a noun names: possessor, by-phrase, or subject of the verb that carries it."""
    poss = child(s, noun, "poss")
    if poss is not None:
        return poss
    for prep in children(s, noun, "prep", "agent"):
        if s.tokens[prep].lower in {"by", "from"}:
            return child(s, prep, "pobj")
    held = behind_owner(s, noun)
    if held is not None:
        return held[0]
    token = s.tokens[noun]
    above = s.tokens[token.head]
    if token.dep == "dobj" and above.lemma in cues.carriers:
        return subject(s, token.head, cues)
    made = child(s, noun, "acl")
    return agent(s, made) if made is not None and s.tokens[made].tag == "VBN" else None
