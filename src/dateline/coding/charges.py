"""A charge is an act of its own: who says in quotation marks, or of the other side, that somebody did harm, accuses."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.standing import commitment_of
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Act, Claim, Event, Why, content_id

CODE, MODES = "112", ("allege",)


def with_charges(
    before: Sequence[Event],
    after: Sequence[Event],
    claims: Sequence[Claim],
    lexicon: Lexicon,
    report: str,
) -> tuple[Event, ...]:
    """Events with an ACCUSE for every act that a claim turned from told to alleged.

    Args:
        before: the events as coded.
        after: the same events, in the same order, after ``coding.link``.
        claims: of the report.
        lexicon: scores and codes.
        report: the report's id.
    """
    told = {c.id: c for c in claims}
    accused = {(e.sentence.index, e.type) for e in before if e.type == "ACCUSE"}
    found: list[Event] = []
    for old, new in zip(before, after, strict=True):
        found.append(new)
        if old.status == "alleged" or new.status != "alleged" or new.attribution is None:
            continue
        claim = told[new.attribution.claim]
        if claim.speaker is not None and (claim.sentence.index, "ACCUSE") not in accused:
            accused.add((claim.sentence.index, "ACCUSE"))
            found.append(_charge(new, claim, lexicon, report))
    return tuple(found)


def _charge(event: Event, claim: Claim, lexicon: Lexicon, report: str) -> Event:
    """The accusation that a claim makes by telling of an act."""
    act = Act(
        event.type, event.modes, event.contexts, event.actors, event.recipients, event.place, event.date,
        event.magnitude, event.trigger, event.of,
    )  # fmt: skip
    sides = [[p.span for p in side] for side in (claim.speakers, event.actors)]
    return replace(
        event,
        id=content_id("e", report, tuple(claim.cue.span), "ACCUSE", sides),
        type="ACCUSE", modes=MODES, cameo=CODE, quad=lexicon.quad("ACCUSE"), goldstein=lexicon.goldstein(CODE),
        intensity=lexicon.intensity("ACCUSE", MODES), status="actual", of=act, actors=claim.speakers or (),
        recipients=event.actors, instruments=(), place=None, date=claim.date, attribution=None,
        commitment=commitment_of("actual", attributed=False), sentence=claim.sentence, trigger=claim.cue,
        why=Why(event.why.entries, event.why.operators, (), ("charge made in somebody's own words",)),
    )  # fmt: skip
