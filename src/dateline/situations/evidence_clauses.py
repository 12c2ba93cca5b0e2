"""Clauses in the words of the question that no act was coded in, read by their grammar."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.questions import questions
from dateline.ledger.reading import holding_claims
from dateline.parse.protocol import Parser
from dateline.records import Claim, Report, Sentence, SentenceRef, Span
from dateline.records.answer import EvidenceLine
from dateline.records.incident import Citation
from dateline.situations.evidence_claims import in_days, stem_of
from dateline.situations.evidence_facts import Told, facts, quoted_span, written
from dateline.situations.evidence_fit import mentioned, sort_of
from dateline.situations.evidence_fits import Fits, fits
from dateline.situations.evidence_grammar import SEVERAL, Clause, act_of, sides_fit, told_or_before
from dateline.situations.evidence_moods import mood_of, stance_of
from dateline.situations.evidence_near import act_stems, sentences
from dateline.situations.question_parts import Drawn, Question
from dateline.situations.question_words import in_words

#: Sentences that are parsed for one question at most.
MOST = 60
#: Verbs by which somebody gives out a thing as something.
_PRESENTING = frozenset(
    {"present", "describe", "call", "portray", "label", "brand", "term", "dub", "cast"}
)
#: What an outlet told before and takes back.
_WITHDRAWN = re.compile(r"earlier version of this|a previous version of this", re.I)
#: Characters before a sentence that may tell what "it" stands for.
_EARLIER = 260
#: How far back what is told may still be so, for a question about the present.
_RECENT = timedelta(days=31)
_PRESENT = re.compile(r"(?:is|are|do|does)\b", re.I)


def clauses(
    question: Question, told: Sequence[Told], cited: Iterable[tuple[int, Span]], parser: Parser
) -> Iterator[Drawn]:
    """Evidence from sentences that no line cites yet.

    Args:
        question: what is asked.
        told: the reports.
        cited: keys of reports with stretches that lines cite already.
        parser: the parser; only sentences that hold the names and a word of the act are parsed.
    """
    named = any(n.kind != "thing" for n in question.names)
    if not question.asks and question.rows:
        verb = question.words[:1]
        question = replace(question, asks=(in_words(verb),), words=verb)
    if (
        not question.asks
        or not (named or question.bounds)
        or question.slot in {"said", "act"}
        or question.denial
    ):
        return
    taken = list(cited)
    found = [
        (one, span) for one in told for span in sentences(one.record)
        if _then(question, one, span) and not any(k == one.source.key and c.touches(span) for k, c in taken)
        and _may_tell(question, one, span) and not _coded(question, one, span)
    ][:MOST]  # fmt: skip
    reports = [
        Report(f"s{n}", "", _text(one, span), language="en") for n, (one, span) in enumerate(found)
    ]
    for (one, span), parsed in zip(found, parser.parse(reports), strict=True):
        shift = span.start + len(_raw(one, span)) - len(_raw(one, span).lstrip())
        for s in parsed.sentences:
            drawn = _read(question, one, s, shift)
            if drawn is not None:
                yield drawn
                break


def contrary(
    question: Question, told: Sequence[Told], cited: Iterable[tuple[int, Span]], parser: Parser
) -> Iterator[Drawn]:
    """Clauses that tell the opposite of what is asked, as ``clauses`` finds them."""
    ids = dict.fromkeys(other for a in question.asks for other in a.opposite)
    if question.slot is not None or not ids or any(a.loose for a in question.asks):
        return
    turned = replace(question, asks=tuple(questions().act(i) for i in ids), words=(), inner=())
    if _PRESENT.match(question.text) and question.day and not question.first_day:
        turned = replace(
            turned, first_day=_before(question.day)
        )  # how it was months ago says nothing of today
    for drawn in clauses(turned, told, cited, parser):
        if drawn.line.side == "for":
            why = "the opposite of what is asked, told in these words"
            yield Drawn(replace(drawn.line, side="against", why=why), drawn.firm)


def _before(day: str) -> str:
    return (date.fromisoformat(day) - _RECENT).isoformat()


def _then(question: Question, one: Told, span: Span) -> bool:
    """Whether a report came out in the days asked for, or a later one tells of a day among them."""
    if in_days(question, one):
        return True
    first, last = question.first_day or "", question.last_day or "9999"
    return any(
        d.start and d.end and first <= d.start and d.end <= last and span.holds(d.span)
        for d in one.record.dates
    )


def _coded(question: Question, one: Told, span: Span) -> bool:
    """Whether the coder found such an act in a sentence, or a day outside of those asked: then it was weighed."""
    first, last = question.first_day or "", question.last_day or "9999"
    for when in one.record.dates:
        if (
            span.holds(when.span)
            and when.start
            and when.end
            and not (when.start <= last and when.end >= first)
        ):
            return True
    return any(
        span.touches(f.span)
        and sort_of(f, question.asks, question.rows) == "asked"
        and not _open(fits(question, f))
        for f in facts(one)
        if f.relation is None and f.outer is None
    )


def _open(found: Fits) -> bool:
    """Whether a coded act is by those asked about, then, but not to whom: its clause may tell more than was coded."""
    return bool(found.actor) and found.day is not False


def _raw(one: Told, span: Span) -> str:
    return one.record.report.text[span.start : span.end]


def _text(one: Told, span: Span) -> str:
    return _raw(one, span).strip()


def _may_tell(question: Question, one: Told, span: Span) -> bool:
    """Whether a sentence names whom and where the question names, and has a word of its act."""
    if _WITHDRAWN.search(one.record.report.text, span.start, span.end):
        return False
    for name in (*question.recipients, *question.places):
        if not told_or_before(question, name, one, span, (span,)):
            return False
    whole = (Span(0, len(one.record.report.text)),)
    if question.actors and not any(mentioned(n, one.record, whole) for n in question.actors):
        return False
    stems = {stem_of(w) for a in question.asks for p in a.patterns for place in p for w in place}
    stems |= act_stems(question.asks)
    return bool({stem_of(w) for w in _text(one, span).replace("-", " ").split()} & stems)


def _read(question: Question, one: Told, s: Sentence, shift: int) -> Drawn | None:
    first = s.tokens[0].start + shift
    act = act_of(question, s, one.record.report.text[max(0, first - _EARLIER) : first])
    if act is None or not _own_words(question, s):
        return None
    if question.slot == "count" and not any(t.pos == "NUM" for t in s.tokens):
        return None
    clause = Clause(one, s, act, shift)
    if not sides_fit(question, clause):
        return None
    return _drawn(question, clause)


def _own_words(question: Question, s: Sentence) -> bool:
    """Where the question tells its act in several words, whether the sentence has one of its nouns or the like."""
    told = {stem_of(t.text) for t in s.tokens}
    if question.predicate and stem_of(question.predicate) not in told:
        return False
    if any(a.outer for a in question.asks):
        names = {stem_of(w) for n in question.names for w in n.text.split()}
        matter = {stem_of(w) for w in question.content} - names
        matter -= {stem_of(w) for w in question.words}
        return not matter or bool(matter & told)
    if len(question.words) < SEVERAL:
        return True
    wanted = {
        stem_of(w) for w in (*question.words, "".join(question.words))
    }  # "hand over", "handover"
    wanted |= {
        stem_of(w)
        for group in questions().same
        for w in group
        if group & {x.casefold() for x in question.words}
    }
    return len(wanted & told) >= 1 and (
        question.asks[0].id != "words" or len(wanted & told) >= SEVERAL
    )


def _drawn(question: Question, clause: Clause) -> Drawn | None:
    mood = mood_of(clause.s, clause.act)
    claim = next(holding_claims(clause.told.record, clause.span), None)
    side, stance = stance_of(mood, claim)
    if (
        side == "for"
        and claim is None
        and question.predicate
        and clause.s.tokens[clause.s.root].lemma in _PRESENTING
    ):
        stance = "says"  # what a side calls it, the report only passes on
    if side == "against" and question.slot is not None and question.form != "control":
        return None
    if side in {"for", "against"} and question.slot is not None:
        side = "found"
    if side == "for" and question.unread:
        side = "context"
    by = written(claim.speaker) if claim is not None and claim.speaker is not None else None
    words = clause.act.text
    voice = f"Told in these words by {by}" if by else "Told in these words"
    status = {
        "not": "denied" if claim else "negated",
        "open": "planned",
        "unseen": "hypothetical",
    }.get(mood, "actual")
    says = f"{voice}{_HEDGE[mood]}: \u201c{words}\u201d"
    cite = _cited(clause, claim, status, by)
    return Drawn(
        EvidenceLine(
            side,
            says,
            stance,
            None,
            cite,
            "a clause in the question's words; no act was coded in it",
        )
    )


_HEDGE = {"done": "", "open": ", not as done", "not": ", as not so", "unseen": ", as not seen"}


def _cited(clause: Clause, claim: Claim | None, status: str, by: str | None) -> Citation:
    text = clause.told.record.report.text
    whole = Span(clause.s.tokens[0].start + clause.shift, clause.s.tokens[-1].end + clause.shift)
    ref = SentenceRef(0, text[whole.start : whole.end], whole)
    span = quoted_span(ref, (clause.span,))
    name = by if claim is not None else None
    return Citation(
        clause.told.source,
        text[span.start : span.end],
        span,
        status,
        name,
        None,
        claim.id if claim else None,
    )
