"""A question put to reports: what speaks for it and against it, in their words, and what none of them tells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.parse.protocol import Parser
from dateline.records import Record, Span
from dateline.records.answer import Answer, EvidenceLine, Understood
from dateline.records.incident import Party
from dateline.situations.evidence_absence import absences
from dateline.situations.evidence_claims import said, spoken
from dateline.situations.evidence_clauses import clauses, contrary
from dateline.situations.evidence_denials import denials
from dateline.situations.evidence_facts import Fact, Told, facts, source_of
from dateline.situations.evidence_fit import mentioned
from dateline.situations.evidence_fits import fits
from dateline.situations.evidence_lines import lines
from dateline.situations.evidence_near import carried, near
from dateline.situations.evidence_passages import passages
from dateline.situations.evidence_search import found_by_words
from dateline.situations.evidence_sides import DONE, OPEN, Weighed, stance_of, weigh
from dateline.situations.question_bounds import with_bounds
from dateline.situations.question_parts import Drawn, Named, Question
from dateline.situations.question_reading import QuestionReader

SIDES = ("for", "against", "found", "open", "context")
_TOLD = frozenset({"told", "told as background"})
_DENIES = frozenset({"denies", "refuses", "told as not done", "says it was another"})


def answer(
    text: str, told: Sequence[Told], reader: QuestionReader, day: str | None = None
) -> Answer:
    """Ask some reports.

    Args:
        text: the question.
        told: the reports with their records, each with a key of its own.
        reader: what reads questions.
        day: the day of asking (ISO), from which "last week" counts; else the day of the newest report.

    Returns:
        The evidence; nothing in it says more than its words do.
    """
    asked_on = day or newest(told)
    question = reader.read(text, asked_on, [t.record for t in told])
    if question.form == "search":
        return Answer(
            understood(question, told), None, found_by_words(question, told), (), len(told)
        )
    return weighed_answer(with_bounds(question, told), told, reader.parser)


def newest(told: Iterable[Told]) -> str | None:
    """The day of the newest report."""
    return max((t.source.published for t in told if t.source.published), default=None)


def weighed_answer(question: Question, told: Sequence[Told], parser: Parser) -> Answer:
    """The answer to a question that was read; the parser is for sentences in which nothing was coded."""
    every = carried(question, told, (f for t in told for f in facts(t)))
    weighed = [w for f in every if (w := _weighed(question, f)) is not None]
    if question.unread:
        weighed = [_unbounded(w, question) for w in weighed]
    words = said(question, told) if question.slot == "said" else spoken(question, told)
    coded = (*lines(_kept(weighed, question)), *words, *near(question, told))
    firm = (d.line for d in coded if d.line.side != "context")
    cites = [(c.source.key, c.span) for line in firm for c in (line.cite, *line.more)]
    worded = tuple(clauses(question, told, cites, parser))
    cites += [(d.line.cite.source.key, d.line.cite.span) for d in worded]
    cited = [*cites, *((d.line.cite.source.key, d.line.cite.span) for d in coded)]
    quiet = tuple(absences(question, told, cited))
    found = (*coded, *worded, *contrary(question, told, cites, parser), *quiet)
    answers = tuple(denials(question, told, found, every))
    drawn = _merged((*_told_once(found, answers), *answers))
    made = tuple(d.line for d in drawn)
    established = _established(drawn) if question.slot is None else None
    missing = tuple(_not_reported(question, told, made, every))
    shown = [(c.source.key, c.span) for line in made for c in (line.cite, *line.more)]
    unread = passages(question, told, shown)
    return Answer(understood(question, told), established, made, missing, len(told), unread)


def _told_once(found: Sequence[Drawn], answers: Sequence[Drawn]) -> list[Drawn]:
    """The lines without denials that cite only the charge, where the words of the denial are cited too."""
    denied = {d.line.cite.source.key for d in answers}
    charges = {(d.line.cite.source.key, d.line.cite.span) for d in found if d.line.side == "for"}
    return [
        d for d in found
        if not (
            d.line.side == "against" and d.line.stance == "denies"
            and d.line.cite.source.key in denied and (d.line.cite.source.key, d.line.cite.span) in charges
        )
    ]  # fmt: skip


def _weighed(question: Question, fact: Fact) -> Weighed | None:
    if question.slot == "said" or (question.slot == "act" and question.denial):
        return None
    if question.slot == "act" and not question.asks:
        return _happened(question, fact)
    return weigh(question, fact)


def _unbounded(one: Weighed, question: Question) -> Weighed:
    """An act that may lie outside of what the question says in words that were not read is context only."""
    if one.side not in {"for", "against", "found"}:
        return one
    why = f"it is not known whether it was \u201c{', '.join(question.unread)}\u201d; {one.why}"
    return replace(one, side="context", why=why)


def _happened(question: Question, fact: Fact) -> Weighed | None:
    """Any act by those named, or in the places named, on those days."""
    if fact.relation is not None or fact.outer is not None or fact.ordinary:
        return None
    found = fits(question, fact)
    if not (found.actor and found.target and found.day):
        return None
    stance = stance_of(fact)
    if fact.status in DONE or fact.status == "alleged":
        return Weighed(fact, "found", stance, "; ".join(found.notes) or "fits what is asked")
    if fact.status in OPEN:
        return Weighed(fact, "open", stance, "fits what is asked, but not done")
    return Weighed(fact, "against", stance, "said not to have happened")


def _kept(weighed: Sequence[Weighed], question: Question) -> list[Weighed]:
    """Context only where there is something it is the context of, and never what stands on a side already."""
    spots = {
        (w.fact.told.source.key, w.fact.sentence.index) for w in weighed if w.side != "context"
    }
    kept = [
        w for w in weighed
        if w.side != "context" or (w.fact.told.source.key, w.fact.sentence.index) not in spots
    ]  # fmt: skip
    if not any(a.loose for a in question.asks) or not question.places:
        return kept
    return [w for w in kept if w.side != "context" or _of_the_matter(w, weighed)]


def _of_the_matter(one: Weighed, weighed: Sequence[Weighed]) -> bool:
    """For a loose question over a wide place: context is only what is done to those that the rest is about."""
    kinds = {w.fact.type for w in weighed if w.side in {"for", "against"} and w.fact.type}
    about = {
        p.actor.name for w in weighed if w.side in {"for", "against"} for p in w.fact.recipients
    }
    alike = not kinds or one.fact.relation is not None or one.fact.type in kinds
    return alike and (not about or any(p.actor.name in about for p in one.fact.recipients))


def _merged(made: Iterable[Drawn]) -> tuple[Drawn, ...]:
    """Lines by side; no words of a report twice on one side, nor once more as context."""
    kept: list[Drawn] = []
    for drawn in made:
        if not any(_repeats(drawn.line, k.line) for k in kept):
            kept.append(drawn)
    return tuple(sorted(kept, key=lambda k: SIDES.index(k.line.side)))


def _repeats(line: EvidenceLine, kept: EvidenceLine) -> bool:
    """Whether a line only says again what another one says."""
    same = {(c.source.key, c.span) for c in (kept.cite, *kept.more)}
    if (line.cite.source.key, line.cite.span) not in same:
        return False
    if line.side != kept.side:
        return line.side == "context"
    return (
        line.cite.claim == kept.cite.claim or line.stance == kept.stance or line.cite.event is None
    )


def _established(drawn: Sequence[Drawn]) -> str:
    """The strictest word for all lines together; what is only linked to the question establishes nothing."""
    yes = [d.line for d in drawn if d.firm and d.line.side == "for"]
    denials = [d for d in drawn if d.line.side == "against" and d.line.stance in _DENIES]
    no = [d for d in denials if d.firm]
    if any(k.stance == "denies" for k in yes):  # the denial itself was asked for
        return "asserted"
    if any(k.stance in _TOLD for k in yes):
        return "disputed" if no else "asserted"
    if yes:
        return "disputed" if denials else "attributed"
    return "denied" if no else "not established"


def _not_reported(
    question: Question, told: Sequence[Told], made: Sequence[EvidenceLine], every: Sequence[Fact]
) -> Iterator[str]:
    for name in question.names:
        if name.kind != "thing" and not seen(name, told):
            yield f"No report names {name.text}."
    sides = {line.side for line in made}
    own = " ".join(question.words)
    says = (f"\u201c{own}\u201d {a.says}" if a.id == "words" else a.says for a in question.asks)
    act = " / ".join(says) or own
    who = _list(question.actors)
    where = _list((*question.recipients, *question.places))
    about = " \u2192 ".join(filter(None, (who, where)))
    days, tail = _days(question), f" ({about})" if about else ""
    if question.slot is None and "for" not in sides:
        yield f"Not found, in a report's own voice or another's: {_quote(question)}{act}{tail}{days}."
    elif question.slot is not None and "found" not in sides:
        yield f"Not found: {_SLOTS.get(question.slot, 'it')}{tail}{days}."
    for words in question.unread:
        yield f"Whether an act was \u201c{words}\u201d could not be read from the reports: such acts are context only."
    for word, asks in question.presupposes:
        if not _earlier(question, every):
            yield f"\u201c{word}\u201d takes for granted {asks}: not found in these reports."


_SLOTS = {
    "actor": "who did it", "recipient": "to whom it was done", "place": "where", "day": "when",
    "count": "how many", "times": "how often", "act": "any such act", "said": "such words",
}  # fmt: skip


def _quote(question: Question) -> str:
    if any(a.loose for a in question.asks) or question.carrier:
        return f"\u201c{' '.join(question.words)}\u201d, that is "
    return ""


def _days(question: Question) -> str:
    first, last = question.first_day, question.last_day
    if first and last:
        return f" on {first}" if first == last else f" from {first} to {last}"
    return f" since {first}" if first else f" until {last}" if last else ""


def _earlier(question: Question, every: Sequence[Fact]) -> bool:
    """Whether some report tells of such an act before: as background, or well before the newest report."""
    for fact in every:
        found = weigh(replace(question, first_day=None, last_day=None), fact)
        if found and found.side == "for" and found.firm and fact.status == "historical":
            return True
    return False


def seen(name: Named, told: Sequence[Told]) -> bool:
    """Whether any report speaks of somebody or some place."""
    whole = ((t.record, (Span(0, len(t.record.report.text)),)) for t in told)
    return name.kind == "group" or any(mentioned(name, *one) for one in whole)


def understood(question: Question, told: Sequence[Told]) -> Understood:
    """How a question was read, as the answer shows it."""
    types = (*(t for a in question.asks for t in a.types), *(r.type for r in question.rows))
    meant = (f"= {a.says}" for a in question.asks)
    bounds = (f"= \u201c{words}\u201d: {days}" for words, days in question.bounds)
    unknown = (n for n in question.names if not n.known and not seen(n, told))
    return Understood(
        question.text, question.form, tuple(_party(n) for n in question.actors),
        tuple(_party(n) for n in question.recipients), tuple(n.name for n in question.places),
        question.first_day, question.last_day, tuple(dict.fromkeys(types)),
        (*question.words, *meant, *bounds), question.presupposes,
        tuple((n.text, n.span) for n in unknown), question.why_not,
    )  # fmt: skip


def _party(name: Named) -> Party:
    return Party(
        name.name, name.country, None, name.kind, name.wikidata,
        (name.text,) if name.text != name.name else (), name.sectors,
    )  # fmt: skip


def _list(names: Sequence[Named]) -> str:
    return ", ".join(n.name for n in names)


def told_of(records: Iterable[Record]) -> tuple[Told, ...]:
    """Records of an input as what can be asked; the keys are their positions, from 1."""
    return tuple(Told(source_of(r.report, n), r) for n, r in enumerate(records, 1))
