"""Grounds of a headline that quotes: who says these words in the body."""

import re
from collections.abc import Sequence

from dateline.ledger.event_grounds import named_source
from dateline.ledger.reading import Reading, holding_claims
from dateline.ledger.same import same_side
from dateline.records import Claim, Evidence, Ground, Participant, Span

_WORDS = re.compile(r"\w+")
#: A quotation of fewer words than this may stand anywhere.
_FEWEST = 2
_GAP = r"[^\w]+"


def quoted_grounds(quotations: Sequence[str], title: Reading, body: Reading) -> tuple[Ground, ...]:
    """For every quotation of the headline, where the body has its words and whose they are."""
    source = named_source(title)
    found: list[Ground] = []
    for quotation in quotations:
        span = _place(quotation, body.parsed.report.text)
        if span is None:
            continue
        claim = next(holding_claims(body.record, span), None)
        by = claim.speaker if claim else None
        evidence = Evidence(body.parsed.report.text[span.start : span.end], span)
        found.append(
            Ground(claim.id if claim else "", "for", _how(claim, by, source), by, evidence)
        )
    return tuple(found)


def _how(claim: Claim | None, by: Participant | None, source: Participant | None) -> str:
    if claim is None:
        return "told"
    own = by is not None and source is not None and same_side(by.actor, source.actor)
    return "named source" if own else "claimed"


def _place(quotation: str, text: str) -> Span | None:
    words = _WORDS.findall(quotation)
    if len(words) < _FEWEST:
        return None
    found = re.search(_GAP.join(map(re.escape, words)), text, re.IGNORECASE)
    return Span(found.start(), found.end()) if found else None
