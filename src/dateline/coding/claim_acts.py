"""Acts that the words themselves perform: "we reject", "I promise" inside what somebody says."""

from collections.abc import Iterator

from dateline.coding.claim_cues import fitting_entries
from dateline.coding.claim_parts import PERFORMED, timeless
from dateline.coding.claim_voice import is_passive, unsaid
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence

_SPEAKER = frozenset({"i", "we"})


def performed(s: Sentence, cues: SpeechCues) -> Iterator[tuple[int, str]]:
    """Where a first person performs an act of speech, and which.

    Yields:
        First character of the subject, and the act.
    """
    for token in s.tokens:
        if token.lower not in _SPEAKER or token.dep != "nsubj":
            continue
        v = token.head
        entries = fitting_entries(s, v, cues)
        if not entries or not timeless(s, v) or unsaid(s, v) or is_passive(s, v):
            continue
        for entry in entries:
            act = next((a for f, a in entry.takes.items() if _holds(s, v, f, cues)), None)
            if act in PERFORMED and s.tokens[v].tag != "VBD":
                yield token.start, act
                break


def _holds(s: Sentence, v: int, frame: str, cues: SpeechCues) -> bool:
    """Whether something stands where the frame wants it; the content itself is not needed."""
    if frame == "report":
        return any(s.tokens[c].lemma in cues.reports for c in children(s, v, "dobj"))
    if frame in {"clause", "quote", "inf", "gerund"}:
        return child(s, v, "ccomp", "xcomp") is not None
    if frame == "object":
        return child(s, v, "dobj") is not None
    places = [v, *children(s, v, "dobj")]
    return any(s.tokens[c].lower == frame for p in places for c in children(s, p, "prep"))
