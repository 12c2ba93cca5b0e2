"""The second opinion: what the model says of an act that the lexicon has found.

The rule (figures in docs/accuracy.md): the lexicon finds and the model checks.  An act that the model takes for
none stays in the record as not relevant; one that it takes for another type gets that type.  Both only from a
probability at which the model is nearly always right.  What an operator made of another act keeps its type; the
model decides no status, no side and no place.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.encoder import Case, Encoder, Reading
from dateline.coding.relevance import WARLIKE, political
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Event, Sentence

NOTHING = "NONE"
#: Probabilities from which the model's word is taken: that it is no act, that it is an act of another type.
NO_ACT, OTHER_ACT = 0.9, 0.95
#: Types that the codebook tells apart by tense and by who is bound, which grammar reads better than the model.
KIN = frozenset(
    frozenset(pair.split())
    for pair in (
        "CONCEDE RETREAT", "AGREE CONSULT", "AGREE SUPPORT", "AGREE COOPERATE", "AGREE AID", "AGREE CONCEDE",
        "AGREE RETREAT", "THREATEN MOBILIZE", "THREATEN PROTEST", "THREATEN COERCE", "THREATEN SANCTION",
        "THREATEN ASSAULT", "SUPPORT CONCEDE",
    )
)  # fmt: skip
#: Types of cooperation.
FRIENDLY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
#: Longest trigger shown as one; of a longer one its head.
LONGEST = 4


def worth_asking(event: Event, *, conflict: bool = False) -> bool:
    """Whether an event needs a second opinion: it would count, and is not plainly between political sides.

    Half of all events are; of those the model has nothing new to say (docs/accuracy.md).  Nor has it of people whom
    a political side killed or wounded: it looks at "died", not at what they died of.
    """
    doers = [p for p in event.actors if political(p)]
    others = [p for p in event.recipients if political(p)]
    bloody = event.type == "ASSAULT" and (event.magnitude.killed or event.magnitude.injured)
    if conflict and bloody and not event.actors:
        return False  # a bare toll in a report of war
    if (
        event.type == "ASSAULT"
        and set(event.modes) & (WARLIKE | {"explosives"})
        and event.recipients
    ):
        return False  # shells and bombs speak for themselves, whoever sent them
    return event.relevant and not (doers and (bloody or len(doers) + len(others) > 1))


def second_opinions(
    encoder: Encoder, found: Sequence[tuple[Sentence, Draft]], lexicon: Lexicon
) -> list[Draft]:
    """The drafts as they stand after the model has seen them, in the order given.

    Args:
        encoder: the model.
        found: drafts with their sentences; all of a report at once, so that the model works in batches.
        lexicon: codes of types.
    """
    readings = encoder.read([_case(sentence, draft) for sentence, draft in found])
    return [_after(d, r, lexicon) for (_, d), r in zip(found, readings, strict=True)]


def _apart(one: str, another: str) -> bool:
    """Whether one type is conflict and the other is not: then who does it to whom would be another matter, too."""
    return (one in FRIENDLY) != (another in FRIENDLY)


def _case(sentence: Sentence, draft: Draft) -> Case:
    first, last = draft.trigger
    if last - first >= LONGEST:
        first = last = draft.head
    return Case(tuple(t.text for t in sentence.tokens), first, last)


def _after(draft: Draft, reading: Reading, lexicon: Lexicon) -> Draft:
    note = f"model: {reading.type} {reading.probability:.2f}"
    if reading.type == NOTHING and reading.probability >= NO_ACT:
        return replace(draft, doubted=True, notes=(*draft.notes, note))
    kin = frozenset((reading.type, draft.type)) in KIN
    own = draft.of is None and not draft.refused  # the model sees the verb, not what negates it
    other = reading.type not in {NOTHING, draft.type} and own and not kin
    if other and reading.probability >= OTHER_ACT and _apart(draft.type, reading.type):
        return replace(draft, doubted=True, notes=(*draft.notes, note))
    if other and reading.probability >= OTHER_ACT:
        notes = (*draft.notes, f"{note} instead of {draft.type}")
        return replace(
            draft, type=reading.type, modes=(), cameo=lexicon.generic[reading.type], notes=notes
        )
    return draft
