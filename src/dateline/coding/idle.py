"""Verbs that tell no act where they stand, though the lexicon knows their words.

- a verb in an organisation's name: "Save the Children", "Fight for Justice";
- "a convoy carrying food was blocked": the food has not come;
- "moved to another jail": whoever is moved was held before;
- "one government is holding the others hostage": a figure of speech, where no captor is told.
"""

from dateline.coding.frames import Frame
from dateline.coding.tree import children
from dateline.knowledge.lexicon import Entry
from dateline.records import Sentence

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Marks after which a sentence begins anew.
OPENING = frozenset({"\"", "“", "\u2018", "'", "``", ":", "-", "\u2013", "—", "(", ";", ".", "…", "*"})  # fmt: skip
#: Verbs that keep goods from coming.
STOPPING = frozenset({
    "block", "stop", "halt", "attack", "ambush", "loot", "hijack", "seize", "hit", "strike", "bomb", "intercept",
    "strand", "shell", "raid", "hold", "delay", "detain", "turn",
})  # fmt: skip
#: Words that say that somebody was in such a place before.
OTHER = frozenset({"another", "different", "other", "new"})
#: Those who take no hostages but in a figure of speech.
BODIES = frozenset({
    "government", "parliament", "country", "state", "capital", "coalition", "opposition", "minority", "majority",
    "lawmaker", "senator", "union", "company", "bank", "economy", "industry", "politician",
})  # fmt: skip
KEEPING = frozenset({"hold", "keep", "take"})


def in_a_name(sentence: Sentence, i: int) -> bool:
    """Whether verb ``i`` is a word of a name: written large within a sentence that has a plain verb of its own."""
    token = sentence.tokens[i]
    if not i or not token.tag.startswith("VB") or not token.text.istitle():
        return False
    before = sentence.tokens[i - 1]
    if before.text in OPENING or before.dep == "punct" or not _goes_on(sentence, i):
        return False
    return any(t.tag in FINITE and t.text.islower() for t in sentence.tokens)


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether another word written large follows, at once or behind small words: "Fight for the Poor"."""
    small = {"DT", "IN", "TO", "PRP$", "CC"}
    after = next(
        (t for t in sentence.tokens[i + 1 :] if t.tag not in small or t.text.istitle()), None
    )
    return after is not None and after.i <= i + 3 and after.text.istitle()


def tells_nothing(entry: Entry, frame: Frame, sentence: Sentence) -> bool:
    """Whether an entry's words tell no act of its kind in this clause."""
    if entry.type == "AID":
        return _stopped(frame, sentence)
    if entry.type == "COERCE" and "arrest" in entry.modes:
        return _held_before(frame, sentence)
    if entry.type == "ASSAULT" and "abduct" in entry.modes:
        lemmas = {sentence.tokens[h].lemma.lower() for h in frame.subjects}
        return frame.lemma in KEEPING and bool(lemmas & BODIES)
    return False


def _stopped(frame: Frame, sentence: Sentence) -> bool:
    """Whether the verb only tells what a load was that somebody stopped."""
    verb = sentence.tokens[frame.head]
    if verb.tag != "VBG" or verb.dep != "acl":
        return False
    noun = sentence.tokens[verb.head]
    while noun.dep == "pobj" and sentence.tokens[noun.head].lower == "of":
        noun = sentence.tokens[sentence.tokens[noun.head].head]
    above = sentence.tokens[noun.head]
    return noun.dep in {"nsubjpass", "dobj"} and above.lemma.lower() in STOPPING


def _held_before(frame: Frame, sentence: Sentence) -> bool:
    """Whether somebody is moved "to another jail"."""
    return any(
        sentence.tokens[c].lower in OTHER
        for p in ("to", "into")
        for h in frame.preps.get(p, ())
        for c in children(sentence, h, "det", "amod")
    )
