"""Whether a verb of speech tells that something was said, and from whose side it is told."""

from dateline.coding.claim_parts import is_infinitive, is_mark
from dateline.coding.claim_speakers import agent
from dateline.coding.tree import child
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence

_DOUBTFUL = {"could", "might", "may", "should"}
_CONDITIONS = {"if", "unless", "whether"}
_NEITHER = {"neither", "nor", "never"}
_ORDERS = {"order", "command", "direct", "instruct"}
_CHARGES = {"accuse", "charge", "convict", "suspect", "jail", "try", "sentence", "indict", "arrest"}
_UNSAID = {"refuse", "decline", "fail", "stop", "avoid", "hesitate", "prevent"}
_UNSAID_PREPOSITIONS = {"from", "without", "before", "against", "of"}


def unsaid(s: Sentence, v: int) -> bool:
    """Whether the text says that it was not said, or only might be: no utterance then."""
    for c in s.children[v]:
        token = s.tokens[c]
        if any(is_mark(s, k) for k in range(min(c, v) + 1, max(c, v))):
            continue  # beyond a comma or quote mark it belongs to what is said
        if token.dep == "neg" or (token.dep == "aux" and token.lower in _DOUBTFUL):
            return True
        if token.dep == "mark" and token.lower in _CONDITIONS:
            return True
        if token.lower in _NEITHER or (token.lower == "longer" and s.tokens[c - 1].lower == "no"):
            return True
    above = s.tokens[s.tokens[v].head]
    if s.tokens[v].dep == "conj" and any(s.tokens[c].lower == "nor" for c in s.children[above.i]):
        return True
    if s.tokens[v].dep in {"xcomp", "pcomp"} and above.i != v:
        charged = above.lower == "of" and s.tokens[above.head].pos == "VERB"
        if (
            above.dep == "prep"
            and s.tokens[v].lemma in _ORDERS
            and s.tokens[above.head].lemma in _CHARGES
        ):
            return True  # "charged with ordering the murder"
        if above.lemma in _UNSAID or (above.lower in _UNSAID_PREPOSITIONS and not charged):
            return True  # ("accused them of having denied it" reports a denial)
        return s.tokens[v].dep == "xcomp" and any(
            s.tokens[c].dep == "neg" for c in s.children[above.i]
        )
    return False


def given_up(s: Sentence, v: int) -> bool:
    """Whether it was said before and is no more ("no longer denies")."""
    return any(
        c < v and s.tokens[c].lower == "longer" and s.tokens[c - 1].lower == "no"
        for c in s.children[v]
    )


def realized(s: Sentence, v: int, cues: SpeechCues) -> bool:
    """Whether an infinitive of saying was said: a purpose or plan to speak is no utterance."""
    if not is_infinitive(s, v):
        return True
    token = s.tokens[v]
    return token.dep == "xcomp" and s.tokens[token.head].lemma in cues.realized


def is_passive(s: Sentence, v: int) -> bool:
    """Whether the verb's grammatical subject is not the speaker."""
    if child(s, v, "auxpass", "nsubjpass") is not None:
        return True
    bare = child(s, v, "nsubj", "aux") is None
    reduced = s.tokens[v].tag == "VBN" or s.tokens[v].dep == "acl"
    if reduced and bare and agent(s, v) is not None:
        return True
    return (
        s.tokens[v].tag == "VBN" and bare and s.tokens[v].dep in {"acl", "amod", "advcl", "relcl"}
    )
