"""The record of one report: everything dateline says about it."""

from dataclasses import dataclass

from dateline.records.claim import Claim
from dateline.records.event import Event
from dateline.records.mention import Actor, DateExpression, Place
from dateline.records.relation import Relation
from dateline.records.report import Report
from dateline.records.weighing import Headline, Tension


@dataclass(frozen=True, slots=True)
class Coder:
    """Versions of what made the record."""

    dateline: str
    parser: str
    lexicon: str
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One report's record, in the order of the contract."""

    report: Report
    coder: Coder
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    headline: Headline | None = None
    tensions: tuple[Tension, ...] = ()
