"""What people say that is no coded act: words on a matter, flat denials, charges."""

from collections.abc import Iterable, Iterator

from dateline.knowledge.actors import pieces
from dateline.ledger.same import word_stem
from dateline.records import Claim, Record
from dateline.records.answer import EvidenceLine
from dateline.situations.evidence_facts import Told, cited_claim
from dateline.situations.evidence_fit import FOR_IT, Fit, actor_fit, side_fit
from dateline.situations.question_parts import Named, Question

#: What a speaker does, by the act of the claim.
STANCES = {
    "say": "says", "assert": "claims", "deny": "denies", "accuse": "accuses", "promise": "promises",
    "threaten": "threatens", "urge": "urges", "order": "orders", "request": "asks", "hope": "hopes",
    "predict": "expects", "declare": "declares", "question": "asks",
}  # fmt: skip
_FLAT_NO = ("no,", "no.", "no \u2014", "never")


def said(question: Question, told: Iterable[Told]) -> Iterator[EvidenceLine]:
    """Claims by those named on those, or that, named: answers to "what did A say about B?"."""
    for one in told:
        for claim in one.record.claims:
            speaker = _speaker(question.actors, claim)
            if (speaker.level or 0) < FOR_IT or not _in_days(question, one):
                continue
            if all(
                mentions(n, claim, one.record) for n in (*question.recipients, *question.places)
            ) and _on_topic(question, claim):
                why = "; ".join(filter(None, ("the words of the one asked about", speaker.note)))
                yield line(one, claim, "found", why)


def spoken(question: Question, told: Iterable[Told]) -> Iterator[EvidenceLine]:
    """Acts of speech that are the act asked about (condemned, promised, demanded), and flat denials."""
    acts = frozenset(c for a in question.asks for c in a.claims)
    for one in told:
        for claim in one.record.claims:
            if not _in_days(question, one):
                continue
            if acts and claim.act in acts:
                yield from _act_of_speech(question, one, claim)
            if question.slot is None and not question.denial:
                yield from _flat_denial(question, one, claim)
            if question.denial and claim.act == "deny":
                yield from _denial(question, one, claim)


def _act_of_speech(question: Question, one: Told, claim: Claim) -> Iterator[EvidenceLine]:
    if claim.speaker is None or (not question.actors and question.slot is None):
        return
    speaker = _speaker(question.actors, claim) if question.actors else Fit(FOR_IT)
    about = (*question.recipients, *question.places)
    if (
        (speaker.level or 0) >= FOR_IT
        and about
        and all(mentions(n, claim, one.record) for n in about)
    ):
        side = "found" if question.slot else "for"
        yield line(
            one,
            claim,
            side,
            "; ".join(filter(None, ("the act of speech that is asked about", speaker.note))),
        )


def _flat_denial(question: Question, one: Told, claim: Claim) -> Iterator[EvidenceLine]:
    """A plain "No" of the one asked about, in a sentence that puts the act to them."""
    if not claim.content.text.strip("\u2018\u2019\u201c\u201d'\" ").lower().startswith(_FLAT_NO):
        return
    speaker = _speaker(question.actors, claim)
    if not speaker.level:
        return
    types = {t for a in question.asks for t in a.types}
    put = [
        e for e in one.record.events
        if e.sentence.index == claim.sentence.index and e.type in types
        and e.status in {"hypothetical", "alleged", "planned", "denied", "negated"}
    ]  # fmt: skip
    for event in put[:1]:
        who = side_fit(question.actors, event.actors)
        if who.level:
            notes = ("a flat denial", speaker.note or who.note)
            yield line(one, claim, "against", "; ".join(filter(None, notes)), "denies", "denied")


def _denial(question: Question, one: Told, claim: Claim) -> Iterator[EvidenceLine]:
    """A denial that no act was coded in, by its words."""
    speaker = _speaker(question.actors, claim)
    stems = {word_stem(w) for w in question.words}
    told = {word_stem(w) for w in claim.content.text.replace("-", " ").split()}
    if (speaker.level or 0) >= FOR_IT and stems <= told:
        if all(mentions(n, claim, one.record) for n in question.recipients):
            yield line(one, claim, "for", "the denial that is asked about", status="denied")


def _speaker(wanted: tuple[Named, ...], claim: Claim) -> Fit:
    voices = claim.speakers or ((claim.speaker,) if claim.speaker else ())
    return side_fit(wanted, voices)


def mentions(name: Named, claim: Claim, record: Record) -> bool:
    """Whether the words of a claim speak of somebody or some place, by name or by who is meant there."""
    spans = claim.content.spans
    for actor in record.actors:
        if any(s.holds(m) for s in spans for m in actor.mentions):
            from dateline.records import Participant  # noqa: PLC0415

            if (actor_fit(name, Participant(actor, None, None)).level or 0) >= FOR_IT:
                return True
    for place in record.places:
        if any(s.holds(place.span) for s in spans):
            if name.country and name.kind == "country" and place.country == name.country:
                return True
            if name.region and place.country in name.region.countries | name.region.also:
                return True
            if " ".join(pieces(place.name or place.text)) in name.forms:
                return True
    text = f" {' '.join(pieces(claim.content.text))} "
    return any(f" {form} " in text for form in name.forms)


def _on_topic(question: Question, claim: Claim) -> bool:
    if not question.topic:
        return True
    told = {word_stem(w.strip(".,'\u2019\"")) for w in claim.content.text.split()}
    return bool(told & question.topic)


def _in_days(question: Question, one: Told) -> bool:
    published = one.source.published
    if published is None:
        return question.first_day is None and question.last_day is None
    return (question.first_day or "") <= published and (
        question.last_day is None or published <= f"{question.last_day}~"
    )


def line(
    one: Told, claim: Claim, side: str, why: str, stance: str | None = None, status: str = "actual"
) -> EvidenceLine:
    """A claim as a line of evidence, in its own words."""
    did = stance or STANCES.get(claim.act, "says")
    who = claim.speaker.actor.name if claim.speaker else "somebody"
    words = " ".join(claim.content.text.split())
    says = f"{who} {did}: \u201c{words if len(words) <= 160 else words[:157].rpartition(' ')[0] + '\u2026'}\u201d"
    day = claim.date.start if claim.date else None
    return EvidenceLine(side, says, did, day, cited_claim(one, claim, status), why)
