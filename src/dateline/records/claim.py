"""Claims: who says what, in which words, and how it stands to the events inside."""

from dataclasses import dataclass

from dateline.records.event import SentenceRef
from dateline.records.mention import DateExpression, Participant
from dateline.records.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class Content:
    """What was said; a split quotation has several spans, ``text`` joins them with a space."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """How the claim stands to an event: affirms, denies, demands or doubts."""

    event: str
    stance: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One utterance.

    ``act``: say, assert, deny, accuse, promise, threaten, urge, order, request, hope, predict,
    declare, question.
    """

    id: str
    speaker: Participant | None
    speakers: tuple[Participant, ...]
    act: str
    cue: Evidence
    content: Content
    direct: bool
    audience: Evidence | None
    medium: Evidence | None
    date: DateExpression | None
    events: tuple[str, ...]
    stance: tuple[Stance, ...]
    sentence: SentenceRef
