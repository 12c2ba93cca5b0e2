"""Verbs that the parser joined to the words reported instead of to the verb that reports."""

from dateline.coding.claim_parts import FINITE_TAGS, SUBJECTS, is_finite
from dateline.coding.claim_people import may_speak
from dateline.coding.tree import child, children, rejoined
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence

_AUXILIARIES = {"aux", "auxpass", "neg"}
_COMPLEMENTS = {"ccomp", "xcomp", "acl"}
_OPEN = {"clause", "quote", "inf", "gerund", "name"}
_FAR = 5


def owner_verb(s: Sentence, v: int, cues: SpeechCues) -> int | None:
    """The main verb whose subject speaks, where the tree joins a verb of speech to what is reported.

    "said it would not sign and vowed to resist", "admitted that the mine was theirs and called it a
    mistake": the tense, or a thing as subject of the complement, shows it.

    Args:
        s: the sentence.
        v: any verb.
        cues: words of speech.
    """
    token = s.tokens[v]
    if token.dep != "conj":
        return None
    if cues.lemma(token) in cues.deeds:
        return _beside_thing(s, v, cues)
    return (rejoined(s, v) or _beside_thing(s, v, cues)) if _speaks(s, v, cues) else None


def _speaks(s: Sentence, v: int, cues: SpeechCues) -> bool:
    """Whether a verb stands as a verb of speech, not in its other sense ("dismissed the premier")."""
    things = {s.tokens[c].lemma for c in children(s, v, "dobj")}
    prepositions = {s.tokens[c].lower for c in children(s, v, "prep", "prt", "dative")}
    for entry in cues.verbs.get(cues.lemma(s.tokens[v]), ()):
        frames = set(entry.takes)
        if frames & _OPEN and not entry.only:
            return True
        if frames & prepositions or (things & cues.reports and "report" in frames):
            return True
        if "object" in frames and (things & entry.only if entry.only else things):
            return True
    return False


def _beside_thing(s: Sentence, v: int, cues: SpeechCues) -> int | None:
    """The governor of a complement whose subject is a thing, which cannot speak."""
    token = s.tokens[v]
    if token.tag not in FINITE_TAGS | {"VBN"} or child(s, v, *SUBJECTS, *_AUXILIARIES) is not None:
        return None
    below = token.head
    for _ in range(_FAR):
        if s.tokens[below].dep != "conj":
            break
        below = s.tokens[below].head
    doer = child(s, below, *SUBJECTS)
    if s.tokens[below].dep not in _COMPLEMENTS or doer is None or not _thing(s, doer, cues):
        return None
    above = s.tokens[below].head
    if s.tokens[above].pos == "NOUN":  # "rejected claims that the pact was dead and denied ..."
        above = s.tokens[above].head
    governor = s.tokens[above]
    same = token.tag in {governor.tag, "VBN"} or governor.tag == "VBN"
    return above if same and is_finite(s, above) and governor.pos == "VERB" else None


def _thing(s: Sentence, head: int, cues: SpeechCues) -> bool:
    token = s.tokens[head]
    if token.lower in {"one", "there"}:
        return True
    if token.pos != "NOUN" or token.lemma.lower() in cues.documents:
        return False
    return token.tag == "NN" and not may_speak(s, head, cues)


def own_words(s: Sentence, v: int, tokens: list[int], cues: SpeechCues) -> list[int]:
    """The reported tokens without the clauses that really belong to the reporting verb's subject."""
    strangers = [i for i in tokens if s.tokens[i].dep == "conj" and owner_verb(s, i, cues) == v]
    if not strangers:
        return tokens
    out = {k for i in strangers for k in s.subtree(i)}
    return [i for i in tokens if i not in out]
