"""Counter-statements: who answers a charge with "nobody was shot" denies it, though the verb is only "said"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.claim_parts import PRONOUNS, SUBJECTS, Saying, is_mark
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence

#: Sentences back in which the charge may stand.
_BACK = 2
_CHARGES = {"accuse", "question"}
_TOLD = {"say", "assert"}
_NOBODY = {"nobody", "none", "nothing", "neither", "never"}
_NO = {"no", "neither"}
#: Verbs of saying that answer something: a negative told with them denies.
_FIRM = {"insist", "maintain", "retort", "counter", "swear", "protest"}
_AHEAD = {"will", "would", "shall", "wo", "'ll", "'d"}
_UNLESS = "unless"
#: An answer of another sentence that says no.
_ANSWER = re.compile(
    r"(?:no|never|not at all|certainly not|of course not|absolutely not|not true)\b", re.IGNORECASE
)


def countered(text: str, sayings: Sequence[Saying], cues: SpeechCues) -> list[Saying]:
    """The sayings of a report, with the act that their content and what stands before them show.

    Args:
        text: the report's text.
        sayings: of the whole report.
        cues: words of speech.
    """
    charges: dict[int, list[Saying]] = {}
    for saying in sayings:
        if saying.act in _CHARGES:
            charges.setdefault(saying.sentence.index, []).append(saying)
    return [_countered(text, saying, charges, cues) for saying in sayings]


def _countered(
    text: str, saying: Saying, charges: dict[int, list[Saying]], cues: SpeechCues
) -> Saying:
    s = saying.sentence
    if saying.act == "promise" and any(s.tokens[i].lower == _UNLESS for i in _tokens(saying)):
        return replace(saying, act="threaten")  # "vowed to block the road unless he was freed"
    if saying.act not in _TOLD or not _negative(saying, text, cues):
        return saying
    firm = cues.lemma(s.tokens[saying.head]) in _FIRM or _formula(saying, cues)
    return replace(saying, act="deny") if firm or _charged(saying, charges) else saying


def _formula(saying: Saying, cues: SpeechCues) -> bool:
    """Whether what is said denies by its very words ("My people did not do this")."""
    s, inside = saying.sentence, _tokens(saying)
    said = " ".join(s.tokens[i].lower for i in inside)
    false = [
        i
        for i in inside
        if s.tokens[i].lemma in cues.untruths and s.tokens[i].dep in {"attr", "acomp"}
    ]
    named = (child(s, s.tokens[i].head, "nsubj") for i in false)
    pointing = any(
        n is not None and s.tokens[n].lower in PRONOUNS for n in named
    )  # "That is a lie"
    return pointing or any(words in said for words in cues.denials)


def _charged(saying: Saying, charges: dict[int, list[Saying]]) -> bool:
    """Whether somebody else made a charge just before, or asked."""
    start = saying.sentence.tokens[saying.cue[0]].start
    return any(
        charge is not saying
        and charge.sentence.tokens[charge.cue[0]].start <= start
        and _who(charge) != _who(saying)
        for back in range(_BACK + 1)
        for charge in charges.get(saying.sentence.index - back, [])
        if charge.act == "accuse" or back <= 1
    )


def _who(saying: Saying) -> str | None:
    return saying.sentence.tokens[saying.speakers[0]].lower if saying.speakers else None


def _tokens(saying: Saying) -> list[int]:
    """Positions of what is said, as far as it stands in the reporting sentence."""
    s = saying.sentence
    return [t.i for t in s.tokens if any(a <= t.start < b for a, b in saying.content)]


def _negative(saying: Saying, text: str, cues: SpeechCues) -> bool:
    """Whether the main clause of what is said denies: "not", "never", "no", "nobody" with its verb or subject."""
    s, inside = saying.sentence, _tokens(saying)
    if not inside:
        return _ANSWER.match(text, saying.content[0].start) is not None
    keep = set(inside)
    tops = [i for i in inside if s.tokens[i].head not in keep or s.tokens[i].head == i]
    return any(_denying(s, i, cues) for i in tops if not is_mark(s, i))


def _denying(s: Sentence, top: int, cues: SpeechCues) -> bool:
    if any(s.tokens[c].lower in _AHEAD for c in children(s, top, "aux")):
        return False  # "would not move its troops" promises
    if s.tokens[top].lower in {"no", "not"} or s.tokens[top].lemma.lower() in cues.untruths:
        return True
    if child(s, top, "neg") is not None:
        return True
    below = children(s, top, *SUBJECTS, "dobj", "attr", "advmod", "intj", "acomp")
    return any(
        s.tokens[c].lower in _NOBODY
        or s.tokens[c].lemma.lower() in cues.untruths
        or any(s.tokens[k].lower in _NO for k in children(s, c, "det"))
        for c in below
    )
