"""What people say that is no coded act: words on a matter, flat denials, charges."""

from collections.abc import Iterable, Iterator

from dateline.formats.wording import short
from dateline.knowledge.questions import questions
from dateline.ledger.same import word_stem
from dateline.records import Claim, Span
from dateline.records.answer import EvidenceLine
from dateline.situations.evidence_facts import Told, cited_claim, written
from dateline.situations.evidence_fit import about, later, mentioned
from dateline.situations.evidence_linked import linked_fit
from dateline.situations.evidence_who import FOR_IT, Fit, side_fit
from dateline.situations.question_parts import Drawn, Named, Question

#: What a speaker does, by the act of the claim.
STANCES = {
    "say": "says", "assert": "claims", "deny": "denies", "accuse": "accuses", "promise": "promises",
    "threaten": "threatens", "urge": "urges", "order": "orders", "request": "asks", "hope": "hopes",
    "predict": "expects", "declare": "declares", "question": "asks",
}  # fmt: skip
#: The same before "by", for one speaker and for many.
_WAYS = {
    "says": "Said by", "claims": "Claimed by", "denies": "Denied by", "accuses": "Charged by",
    "promises": "Promised by", "threatens": "Threatened by", "urges": "Urged by",
    "orders": "Ordered by", "asks": "Asked by", "hopes": "Hoped by", "expects": "Expected by",
    "declares": "Declared by",
}  # fmt: skip
_FLAT_NO = ("no,", "no.", "no \u2014", "never")
_MARKS = "\u2018\u2019\u201c\u201d'\" "
_WORDS = 160
#: Characters before a claim within which the matter that it is on may be told.
_BEFORE = 400
_PUT = frozenset({"hypothetical", "alleged", "planned", "denied", "negated"})


def said(question: Question, told: Iterable[Told]) -> Iterator[Drawn]:
    """Claims by those named on those, or that, named: answers to "what did A say about B?"."""
    names = (*question.recipients, *question.places)
    for one in told:
        for claim in one.record.claims if in_days(question, one) else ():
            speaker = _speaker(question.actors, claim, one)
            if not _is(speaker) or not _on_topic(question, claim):
                continue
            if all(mentioned(n, one.record, claim.content.spans) for n in names):
                yield Drawn(
                    claim_line(one, claim, "found", ("the words of the one asked about", speaker))
                )


def spoken(question: Question, told: Iterable[Told]) -> Iterator[Drawn]:
    """Acts of speech that are the act asked about (condemned, promised, demanded), and denials by their words."""
    acts = frozenset(c for a in question.asks for c in a.claims)
    for one in told:
        for claim in one.record.claims if in_days(question, one) else ():
            if claim.act in acts and not question.denial:
                yield from _act_of_speech(question, one, claim)
            if question.slot is None and not question.denial:
                yield from _flat_denial(question, one, claim)
            if question.denial and claim.act == "deny":
                yield from _denial(question, one, claim)


def _act_of_speech(question: Question, one: Told, claim: Claim) -> Iterator[Drawn]:
    names = (*question.recipients, *question.places)
    if claim.speaker is None or not names or (not question.actors and question.slot is None):
        return
    speaker = _speaker(question.actors, claim, one) if question.actors else Fit(FOR_IT)
    if _is(speaker) and all(mentioned(n, one.record, claim.content.spans) for n in names):
        side = "found" if question.slot else "for"
        yield Drawn(
            claim_line(one, claim, side, ("the act of speech that is asked about", speaker), "told")
        )


def _flat_denial(question: Question, one: Told, claim: Claim) -> Iterator[Drawn]:
    """A plain "No" of the one asked about, in a sentence that puts the act to them."""
    if not claim.content.text.strip(_MARKS).lower().startswith(_FLAT_NO):
        return
    speaker = _speaker(question.actors, claim, one)
    types = {t for a in question.asks for t in a.types}
    put = next(
        (
            e for e in one.record.events
            if e.sentence.index == claim.sentence.index and e.type in types and e.status in _PUT
        ),
        None,
    )  # fmt: skip
    who = side_fit(question.actors, put.actors) if put else Fit(None)
    if speaker.level and who.level:
        why = ("a flat denial", speaker if speaker.note else who)
        firm = min(speaker.level, who.level) >= FOR_IT
        yield Drawn(claim_line(one, claim, "against", why, "denies", "denied"), firm)


def _denial(question: Question, one: Told, claim: Claim) -> Iterator[Drawn]:
    """A denial that no act was coded in, by its words."""
    speaker = _speaker(question.actors, claim, one)
    stems = {stem_of(w) for w in question.words}
    told = {stem_of(w) for w in claim.content.text.replace("-", " ").split()}
    if question.slot == "act" and not question.asks:
        fits = all(_matter(n, one, claim) for n in (*question.recipients, *question.places))
    else:
        fits = stems <= told and all(
            mentioned(n, one.record, claim.content.spans) for n in question.recipients
        )
    if _is(speaker) and fits:
        why = ("the denial that is asked about", speaker)
        yield Drawn(
            claim_line(one, claim, "found" if question.slot else "for", why, "denies", "denied")
        )


def _matter(name: Named, one: Told, claim: Claim) -> bool:
    """Whether a claim is made on somebody or some place: in its words, just before it, or in the whole report."""
    start = claim.sentence.span.start
    spans = (*claim.content.spans, Span(max(0, start - _BEFORE), claim.sentence.span.end))
    if mentioned(name, one.record, spans):
        return True
    return name.kind == "country" and name.country == about(one.record)


def stem_of(word: str) -> str:
    """What the forms of a word share, those of irregular verbs too."""
    return word_stem(questions().lemma(word.strip(f".,;:{_MARKS}")))


def _speaker(wanted: tuple[Named, ...], claim: Claim, one: Told) -> Fit:
    voices = claim.speakers or ((claim.speaker,) if claim.speaker else ())
    return linked_fit(wanted, voices, one.record)


def _is(found: Fit) -> bool:
    return (found.level or 0) >= FOR_IT


def _on_topic(question: Question, claim: Claim) -> bool:
    if not question.topic:
        return True
    told = {word_stem(w.strip(f".,{_MARKS}")) for w in claim.content.text.split()}
    return bool(told & question.topic)


def in_days(question: Question, one: Told) -> bool:
    """Whether a report came out in the days asked for, or just after."""
    published = one.source.published
    if published is None:
        return question.first_day is None and question.last_day is None
    first, last = question.first_day or "", question.last_day or "9999"
    return first <= published <= later(last)


def claim_line(
    one: Told, claim: Claim, side: str, why: tuple[str, Fit], stance: str | None = None, status: str = "actual"
) -> EvidenceLine:  # fmt: skip
    """A claim as a line of evidence, in its own words."""
    did = STANCES.get(claim.act, "says")
    voices = claim.speakers or ((claim.speaker,) if claim.speaker else ())
    who = ", ".join(dict.fromkeys(map(written, voices))) or "a source not named"
    way = _WAYS["denies" if stance == "denies" else did]
    says = f"{way} {who}: \u201c{short(claim.content.text, _WORDS)}\u201d"
    day = claim.date.start if claim.date else None
    because = "; ".join(filter(None, (why[0], why[1].note)))
    return EvidenceLine(side, says, stance or did, day, cited_claim(one, claim, status), because)
