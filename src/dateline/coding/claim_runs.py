"""Quotations that run on: into the next sentence, the next paragraph, or after a colon at the end."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.claim_parts import Saying
from dateline.coding.quotes import Quote
from dateline.knowledge.cues import SpeechCues
from dateline.records import ParsedReport, Sentence


def late_content(
    parsed: ParsedReport, sayings: list[Saying], quotes: Sequence[Quote], cues: SpeechCues
) -> list[Saying]:
    """Give a reporting clause its content where a sentence break stands between the two."""
    return sayings


def continued(
    parsed: ParsedReport, sayings: Sequence[Saying], quotes: Sequence[Quote]
) -> list[Saying]:
    """Quotations that nothing reports, as the same speaker's who was quoted just before."""
    return []
