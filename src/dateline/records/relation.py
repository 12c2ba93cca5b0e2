"""Relations: standing facts between actors, or between an actor and a place."""

from dataclasses import dataclass

from dateline.records.event import Attribution, SentenceRef
from dateline.records.mention import Participant, Place
from dateline.records.text import Span


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing fact.

    ``kind``: leads, speaks_for, member_of, backs, opposes, controls, based_in, part_of.
    ``status`` as for events (``actual``, ``denied``, ``alleged``, ``historical`` ...).
    """

    kind: str
    subject: Participant
    object: Participant | Place
    status: str
    attribution: Attribution | None
    span: Span
    sentence: SentenceRef
