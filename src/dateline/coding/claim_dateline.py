"""Sentences that open with a dateline ("NAIROBI, June 26 -"): its words speak nothing and are not said."""

import re
from dataclasses import replace

from dateline.coding.claim_parts import SUBJECTS, Saying
from dateline.coding.claim_speakers import beside
from dateline.coding.tree import children
from dateline.records import Sentence, Span

_DATELINE = re.compile(
    "[A-Z][A-Z.'\u2019 /-]{2,40}(?:,[^-\u2013\u2014():;\"\n]{1,40})?(?:\\s*\\([^)\n]{1,30}\\))?"
    "\\s*(?:-{1,2}|[\u2013\u2014])\\s+(?=\\S)"
)


def body_start(s: Sentence) -> int:
    """Character at which the sentence's own words begin: behind its dateline, where it has one."""
    match = _DATELINE.match(s.text)
    return s.span.start + match.end() if match is not None else s.span.start


def without_dateline(s: Sentence, saying: Saying) -> Saying | None:
    """The saying without the words of a dateline; None where nothing is left of what was said."""
    start = body_start(s)
    if start == s.span.start:
        return saying
    content = [Span(max(a, start) if a < start < b else a, b) for a, b in saying.content]
    kept = tuple(c for c in content if c.end > start or c.end <= s.span.start)
    if not kept:
        return None
    speakers = tuple(h for h in saying.speakers if s.tokens[h].start >= start)
    if not speakers and saying.speakers:
        found = _behind(s, saying.head, start)
        speakers = () if found is None else (found,)
    return replace(saying, content=kept, speakers=speakers) if speakers else None


def _behind(s: Sentence, v: int, start: int) -> int | None:
    """The subject that stands behind the dateline."""
    named = [c for c in children(s, v, *SUBJECTS) if s.tokens[c].start >= start]
    if named:
        return named[-1]
    first = next((t.i for t in s.tokens if t.start >= start), 0)
    return beside(s, v, first)
