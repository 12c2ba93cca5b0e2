"""Verbs that the parser joined to the words reported instead of to the verb that reports."""

from dateline.coding.claim_parts import FINITE_TAGS, SUBJECTS, is_finite
from dateline.coding.claim_people import may_speak
from dateline.coding.tree import child, children, rejoined
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence

_AUXILIARIES = {"aux", "auxpass", "neg"}
_COMPLEMENTS = {"ccomp", "xcomp", "acl"}
_OPEN = {"clause", "quote", "inf", "gerund", "name"}
_AGAIN = {"it", "they", "he", "she"}
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
    if not _speaks(s, v, cues):
        return None
    return rejoined(s, v) or _beside_thing(s, v, cues) or _spoken_on(s, v, cues)


def _spoken_on(s: Sentence, v: int, cues: SpeechCues) -> int | None:
    """The verb of speech before "and say ...", where the clause between is about the speaker itself.

    "The rebels deny they are leaving and say talks go on": whoever "they" are, the rebels say it.
    """
    below = s.tokens[v].head
    governor = s.tokens[s.tokens[below].head]
    doer, complement = child(s, below, *SUBJECTS), child(s, v, "ccomp")
    if s.tokens[below].dep != "ccomp" or doer is None or complement is None:
        return None
    again = s.tokens[doer].lower in _AGAIN and child(s, v, *SUBJECTS, *_AUXILIARIES) is None
    speech = cues.lemma(governor) in cues.verbs and governor.i < below
    misread = s.tokens[v].tag == "VB" and governor.tag == "VBP" and s.tokens[below].tag != "VB"
    plain = misread or (s.tokens[v].tag == governor.tag and governor.tag in FINITE_TAGS)
    return governor.i if again and speech and plain else None


def _speaks(s: Sentence, v: int, cues: SpeechCues) -> bool:
    """Whether a verb stands as a verb of speech, not in its other sense ("dismissed the premier")."""
    objects = children(s, v, "dobj")
    things = {s.tokens[c].lemma for c in objects}
    # "accused Peru of the attack": the tree may hang "of" on Peru
    below = [p for c in (v, *objects) for p in children(s, c, "prep", "prt", "dative")]
    prepositions = {s.tokens[p].lower for p in below}
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
