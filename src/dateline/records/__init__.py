"""Frozen records that every room passes on; standard library only."""

from dateline.records.claim import Claim, Content, Stance
from dateline.records.event import (
    Act,
    Attribution,
    Event,
    Instrument,
    Magnitude,
    SentenceRef,
    Why,
)
from dateline.records.ids import content_id
from dateline.records.mention import (
    Actor,
    DateExpression,
    Participant,
    Place,
    PlaceCandidate,
    PlaceOffset,
)
from dateline.records.record import Coder, Record
from dateline.records.relation import Relation
from dateline.records.report import Dateline, ParsedReport, Report
from dateline.records.text import Evidence, Sentence, Span, Token
from dateline.records.weighing import (
    Ground,
    Headline,
    Presupposition,
    Tension,
    TensionSide,
    Unmentioned,
)

__all__ = [
    "Act",
    "Actor",
    "Attribution",
    "Claim",
    "Coder",
    "Content",
    "DateExpression",
    "Dateline",
    "Event",
    "Evidence",
    "Ground",
    "Headline",
    "Instrument",
    "Magnitude",
    "ParsedReport",
    "Participant",
    "Place",
    "PlaceCandidate",
    "PlaceOffset",
    "Presupposition",
    "Record",
    "Relation",
    "Report",
    "Sentence",
    "SentenceRef",
    "Span",
    "Stance",
    "Tension",
    "TensionSide",
    "Token",
    "Unmentioned",
    "Why",
    "content_id",
]
