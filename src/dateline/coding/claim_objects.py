"""Noun phrases that hold what is said: objects of verbs of speech, and the content of nouns of speech."""

from dateline.coding.claim_parts import PRONOUNS, SUBJECTS, is_finite, is_infinitive
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues, SpeechVerb
from dateline.records import Sentence

_NO_CONTENT = {"PERSON", "ORG", "GPE", "NORP", "DATE", "TIME"}
_POINTING = {"the", "this", "that", "these", "those"}
_INFORMING = {"say", "predict"}
_JUDGES = {"court", "judge", "tribunal", "jury", "council", "parliament", "panel"}
#: Words that a noun phrase without a verb needs to tell something ("an allegation of fraud" does not).
_TELLING_WORDS = 2
#: What nouns of saying hold.
HELD = {"that", "of", "about", "inf"}
#: Words from "by" to "that" in "the charge by a panel of experts that ...".
_OWNER = 12
_FULL = {"dobj", "attr", "acomp", "ccomp", "xcomp", "nsubjpass", "prep"}


def plain_object(s: Sentence, v: int, entry: SpeechVerb, cues: SpeechCues) -> list[int]:
    """A noun phrase as object; pronouns and those addressed are none."""
    if s.tokens[v].tag == "VBG" and s.tokens[v].lemma in {"cite", "quote"}:
        return []  # ", citing officials" names a source
    doer = child(s, v, *SUBJECTS)
    if entry.id == "reject.object" and doer is not None and s.tokens[doer].lemma.lower() in _JUDGES:
        return []  # a ruling, no denial
    for c in children(s, v, "dobj"):
        if c < v:
            continue
        if s.tokens[c].lower in PRONOUNS and entry.takes["object"] == "deny":
            return [c]  # "denied it": what it is stands before
        if _holds_nothing(s, c, entry, cues):
            continue
        if s.tokens[v].lemma in cues.carriers and _told_by_noun(s, c, cues):
            continue
        return report_noun(s, v, entry, cues) or _new(s, v, c, entry)
    return []


def _holds_nothing(s: Sentence, c: int, entry: SpeechVerb, cues: SpeechCues) -> bool:
    """Whether an object is no content: a name, a day, a thing withheld ("denied bail"), nothing at all."""
    token = s.tokens[c]
    act = entry.takes["object"]
    if token.pos not in {"NOUN", "PROPN"} or (entry.only and token.lemma not in entry.only):
        return True
    if token.ent in _NO_CONTENT and not entry.only:
        return True
    if act == "deny" and token.lemma in cues.withheld:
        return True
    # "promised no such thing": nothing was said; "reported no new clashes" informs
    return act not in _INFORMING and any(s.tokens[k].lower == "no" for k in children(s, c, "det"))


def _told_by_noun(s: Sentence, noun: int, cues: SpeechCues) -> bool:
    """Whether the noun is a cue itself ("repeated charges that ..."), which says the act better."""
    entries = cues.nouns.get(cues.lemma(s.tokens[noun]), ())
    return any(noun_content(s, noun, set(e.takes)) is not None for e in entries)


def _new(s: Sentence, v: int, noun: int, entry: SpeechVerb) -> list[int]:
    """The noun phrase, unless it only points back ("reiterated the position"); a denial and a confirmation may."""
    below = s.subtree(noun)
    back = below[1:] == [noun] and s.tokens[below[0]].lower in _POINTING
    answers = entry.takes["object"] == "deny" or s.tokens[v].lemma == "confirm"
    return [] if back and not answers else below


def report_noun(s: Sentence, v: int, _entry: SpeechVerb, cues: SpeechCues) -> list[int]:
    """What stands in the noun that the verb denies or rejects ("denied claims that ...")."""
    named = children(s, v, "dobj")
    for prep in children(s, v, "prep"):  # 'rejected as "baseless" claims that ...'
        if s.tokens[prep].lower == "as":
            named.extend(children(s, prep, "pobj"))
    for c in named:
        if c > v and s.tokens[c].lemma in cues.reports:
            found = noun_content(s, c, HELD)
            if found:
                return found[1]
    return []


def noun_content(s: Sentence, noun: int, takes: set[str]) -> tuple[str, list[int]] | None:
    """What a noun of speech holds: the frame, and the tokens of its clause or phrase."""
    for c in s.children[noun]:
        token = s.tokens[c]
        if c < noun:
            continue
        if token.dep in {"acl", "relcl", "ccomp"}:
            mark = child(s, c, "mark")
            if "that" in takes and mark is not None and s.tokens[mark].lower == "that":
                return "that", [k for k in s.subtree(c) if k != mark]
            if "inf" in takes and is_infinitive(s, c):
                return "inf", s.subtree(c)
            if "that" in takes and mark is None and _whole(s, c):
                return "that", s.subtree(c)
        elif token.dep == "prep" and token.lower in takes:
            below = [i for i in s.subtree(c) if i != c]
            act = any(s.tokens[i].pos in {"VERB", "AUX"} for i in below)
            if act or len(below) >= (_TELLING_WORDS if token.lower == "of" else 1):
                return token.lower, below
    held = behind_owner(s, noun) if "that" in takes else None
    return None if held is None else ("that", held[1])


def behind_owner(s: Sentence, noun: int) -> tuple[int, list[int]] | None:
    """Owner and clause of "the charge by a panel of experts that ...", which hangs on the panel."""
    by = noun + 1
    if by + 2 >= len(s.tokens) or s.tokens[by].lower not in {"by", "from"}:
        return None
    who = child(s, by, "pobj")
    if who is None:
        return None
    for i in range(who + 1, min(by + _OWNER, len(s.tokens) - 1)):
        if s.tokens[i].pos in {"VERB", "AUX", "PUNCT"}:
            return None
        if s.tokens[i].lower == "that":
            verb = s.tokens[i].head
            below = [k for k in s.subtree(verb) if k > i]
            return (who, below) if verb > i and below else None
    return None


def _whole(s: Sentence, c: int) -> bool:
    """Whether a clause without "that" lacks nothing: then it is content, no relative clause."""
    subject = child(s, c, *SUBJECTS)
    if subject is None or s.tokens[subject].tag in {"WDT", "WP"} or not is_finite(s, c):
        return False
    if any(s.tokens[k].tag in {"WDT", "WP", "IN"} for k in s.children[c] if k < subject):
        return False
    return child(s, c, *_FULL) is not None
