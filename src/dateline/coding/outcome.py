"""What an attack led to is no second attack: "ambushed a convoy, killing seven and wounding twelve" is one act."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.magnitude import INJURED, KILLED
from dateline.records import Sentence

#: Joined participles followed back at most.
FAR = 4


def merge_outcomes(drafts: Sequence[Draft], sentence: Sentence) -> list[Draft]:
    """Drafts in which killings and woundings told by a participle are part of the attack that they hang on.

    The sufferers become recipients of the attack; its toll is read from the same words (``coding.magnitude``).
    """
    whole = {d.head: d for d in drafts if d.type == "ASSAULT" and not d.nominal}
    kept: list[Draft] = []
    for draft in drafts:
        cause = whole.get(_cause(sentence, draft.head)) if draft.head in whole else None
        if cause is None or cause.status != draft.status or cause.head == draft.head:
            kept.append(draft)
            continue
        sufferers = tuple(dict.fromkeys((*cause.recipients, *draft.recipients)))
        whole[cause.head] = replace(cause, recipients=sufferers)
    return [whole.get(d.head, d) if d.type == "ASSAULT" and not d.nominal else d for d in kept]


def _cause(s: Sentence, head: int) -> int:
    """The verb on which a participle of killing or wounding hangs, or -1."""
    token = s.tokens[head]
    if token.tag != "VBG" or token.lemma.lower() not in KILLED | INJURED:
        return -1
    for _ in range(FAR):
        if token.dep != "conj":
            break
        token = s.tokens[token.head]
    return token.head if token.dep == "advcl" and token.tag == "VBG" else -1
