"""Words that do not go together, said by two sides or by one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.knowledge.ledger import Pair, strains
from dateline.records import (
    Claim,
    Event,
    Evidence,
    Participant,
    Relation,
    Report,
    Span,
    Tension,
    TensionSide,
    content_id,
)

#: Words before a form that turn it round.
_TURNED = re.compile(
    r"(?:\b(?:not|no|never|nor|without|neither|hardly)|n['\u2019]t)\W+(?:\w+\W+)?$", re.IGNORECASE
)
#: Words that put one of the two at another time.
_OTHER_TIME = re.compile(
    r"\b(?:after|before|until|earlier|previous|last|ago|following|since|in \d{4})\b", re.IGNORECASE
)
#: Characters within which two voices of no known country speak of one matter.
_NEAR = 200
_HOSTILE = frozenset({"THREATEN", "ASSAULT", "MOBILIZE", "ACCUSE", "COERCE", "REJECT"})


def word_tensions(
    report: Report, events: Sequence[Event], claims: Sequence[Claim], relations: Sequence[Relation]
) -> Iterator[Tension]:
    """One tension a pair of word lists at most: the first two places that are about one matter."""
    for pair, left_form, right_form in _compiled():
        found = _first(report, claims, (left_form, right_form), _ties(events, relations))
        if found is not None:
            left, right = found
            spans = (tuple(left.evidence.span), tuple(right.evidence.span))
            sides = (left, right) if spans[0] <= spans[1] else (right, left)
            yield Tension(
                content_id("t", report.id, pair.id, *spans), "words", pair.id, pair.says, sides
            )


@cache
def _compiled() -> tuple[tuple[Pair, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((p, _form(p.left), _form(p.right)) for p in strains().pairs)


def _form(forms: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


def _first(
    report: Report,
    claims: Sequence[Claim],
    forms: tuple[re.Pattern[str], re.Pattern[str]],
    ties: set[frozenset[str]],
) -> tuple[TensionSide, TensionSide] | None:
    for left in _sides(report, claims, forms[0]):
        for right in _sides(report, claims, forms[1]):
            if _one_matter(left, right, ties) and not _apart(report.text, left, right):
                return left, right
    return None


def _sides(report: Report, claims: Sequence[Claim], form: re.Pattern[str]) -> Iterator[TensionSide]:
    for m in form.finditer(report.text):
        line = report.text.rfind("\n", 0, m.start()) + 1
        if _TURNED.search(report.text[line : m.start()]):
            continue
        span = Span(m.start(), m.end())
        claim = _narrowest(claims, span)
        if claim is None:
            yield TensionSide(Evidence(m[0], span), None)
        else:
            yield TensionSide(Evidence(m[0], span), claim.speaker, (claim.id,))


def _narrowest(claims: Sequence[Claim], span: Span) -> Claim | None:
    holding = [c for c in claims if any(s.holds(span) for s in c.content.spans)]
    return min(holding, key=lambda c: sum(s.end - s.start for s in c.content.spans), default=None)


def _ties(events: Sequence[Event], relations: Sequence[Relation]) -> set[frozenset[str]]:
    """Pairs of actors that the report sets against each other."""
    found = {
        frozenset({a.actor.id, b.actor.id})
        for e in events
        if e.type in _HOSTILE
        for a in e.actors
        for b in e.recipients
    }
    for r in relations:
        if r.kind == "opposes" and isinstance(r.object, Participant):
            found.add(frozenset({r.subject.actor.id, r.object.actor.id}))
    return found


def _one_matter(left: TensionSide, right: TensionSide, ties: set[frozenset[str]]) -> bool:
    """Whether the two speak of one matter; the peaceful word must be somebody's, not the report's."""
    one, other = left.by, right.by
    if one is None:
        return False
    if other is None or one.actor.id == other.actor.id:
        return True
    if frozenset({one.actor.id, other.actor.id}) in ties:
        return True
    if one.actor.country or other.actor.country:
        return one.actor.country == other.actor.country
    return abs(left.evidence.span.start - right.evidence.span.start) <= _NEAR


def _apart(text: str, left: TensionSide, right: TensionSide) -> bool:
    """Whether words put the two at different times ("calm returned after heavy fighting")."""
    return any(_OTHER_TIME.search(_around(text, side.evidence.span)) for side in (left, right))


def _around(text: str, span: Span) -> str:
    """The sentence around a span, by its stops."""
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", "? ", "! "))
    ends = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, span.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]
