"""Claims: who says what, in which words, to whom, by which means and when."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.claim_acts import performed
from dateline.coding.claim_answers import answered, refuted, uncontested, unspoken
from dateline.coding.claim_counters import countered
from dateline.coding.claim_cues import verb_sayings
from dateline.coding.claim_dateline import without_dateline
from dateline.coding.claim_headlines import headlined
from dateline.coding.claim_labels import labelled
from dateline.coding.claim_nouns import (
    according_sayings,
    citing_sayings,
    contested_sayings,
    noun_sayings,
)
from dateline.coding.claim_parts import Saying
from dateline.coding.claim_people import CastLike, speakers_of
from dateline.coding.claim_predicates import predicate_sayings
from dateline.coding.claim_pronouns import speaking_again
from dateline.coding.claim_quotes import Piece, merged, pieces
from dateline.coding.claim_runs import continued, late_sayings
from dateline.coding.claim_setting import audience_of, date_of, medium_of
from dateline.coding.claim_sources import joined_sources
from dateline.coding.quotes import Quote, find_quotes
from dateline.knowledge.cues import SpeechCues, speech_cues
from dateline.records import (
    Claim,
    Content,
    DateExpression,
    ParsedReport,
    Sentence,
    SentenceRef,
    Span,
    content_id,
)

#: Characters that the subject before an attitude may take ("he also firmly").
_SUBJECT = 24
_WARNING = {"warn", "caution", "alert"}
#: Sectors and bodies that warn of what comes without threatening it.
_WATCHING = frozenset({"NGO", "IGO", "MED", "JRN", "BUS", "EDU", "UNO", "SOC", "JUD"})
_EDGE = " \t\r\n\u00a0\"'`\u201c\u201d\u2018\u2019\u00ab\u00bb,;:-\u2013\u2014"


def find_claims(
    parsed: ParsedReport, cast: CastLike, dates: Iterable[DateExpression]
) -> tuple[Claim, ...]:
    """Every utterance of a report, in text order.

    Args:
        parsed: the report with its sentences.
        cast: resolves the head token of a noun phrase to participants.
        dates: the report's time expressions.

    Returns:
        Claims with ``events`` and ``stance`` still empty; of two with the same content, a denial first.
    """
    cues = speech_cues()
    quotes = find_quotes(parsed)
    known = sorted(dates, key=lambda d: d.span)
    sayings: list[Saying] = []
    acts: list[tuple[int, str]] = []
    for s in parsed.sentences:
        acts.extend(performed(s, cues))
        sayings.extend(sentence_sayings(parsed.report.text, s, _near(quotes, s.span), cues))
    sayings.extend(list(late_sayings(parsed, sayings, quotes, cues)))
    sayings = continued(parsed, sayings, quotes)
    sayings.extend(list(labelled(parsed, sayings)))
    sayings.extend(list(headlined(parsed, sayings, cues)))
    found: list[tuple[Saying, Claim]] = []
    attitudes: set[str] = set()
    for saying in countered(parsed.report.text, answered(sayings, cues), cues):
        claim = _claim(parsed, saying, cast, known, quotes, cues)
        if claim is not None:
            found.append((saying, claim))
            attitudes.update([claim.id] if saying.attitude else [])
    claims = [_performing(c, acts) for c in _joined(joined_sources(found), attitudes)]
    claims = speaking_again(parsed, claims)
    return tuple(sorted(claims, key=lambda c: (c.content.spans, c.act != "deny", c.cue.span)))


def _performing(claim: Claim, acts: Sequence[tuple[int, str]]) -> Claim:
    """The act of a quotation that performs one in its first words ("We reject ...")."""
    if claim.act != "say" or not claim.direct:
        return claim
    start, end = claim.content.spans[0]
    at = bisect_left(acts, (start, ""))
    if at < len(acts) and acts[at][0] <= min(start + _SUBJECT, end):
        return replace(claim, act=acts[at][1])
    return claim


def _joined(claims: list[Claim], attitudes: set[str]) -> list[Claim]:
    """One claim for "said he hoped ...": what is hoped, with the setting of the saying."""
    out = {c.id: c for c in claims}
    by_sentence: dict[int, list[Claim]] = {}
    for c in claims:
        by_sentence.setdefault(c.sentence.index, []).append(c)
    for inner in claims:
        if inner.id not in attitudes:
            continue
        for outer in by_sentence[inner.sentence.index]:
            if outer.id in out and inner.id in out and _says_so(outer, inner):
                del out[outer.id]
                out[inner.id] = replace(
                    out[inner.id], speaker=outer.speaker, speakers=outer.speakers,
                    audience=outer.audience, medium=outer.medium, date=outer.date,
                )  # fmt: skip
    return list(out.values())


def _says_so(outer: Claim, inner: Claim) -> bool:
    """Whether one reports the other in the same person's mouth, with no more than "he" between."""
    if outer is inner or outer.speaker is None or inner.speaker is None:
        return False
    first = outer.content.spans[0]
    near = first.holds(inner.cue.span) and inner.cue.span.start - first.start <= _SUBJECT
    return near and outer.speaker.actor.id == inner.speaker.actor.id


def sentence_sayings(
    text: str, s: Sentence, quotes: Sequence[Quote], cues: SpeechCues
) -> list[Saying]:
    """What one sentence reports, before anybody is resolved."""
    parts: list[Piece] = pieces(s, quotes)
    found = list(verb_sayings(text, s, parts, cues))
    found.extend(noun_sayings(s, parts, cues))
    found.extend(predicate_sayings(s, parts, cues))
    found.extend(according_sayings(s, parts))
    found.extend(citing_sayings(s, found, cues))
    found.extend(contested_sayings(s, found, cues))
    found = refuted(s, found, cues)
    found = uncontested(unspoken(found))
    cleaned = (without_dateline(s, saying) for saying in found)
    return [saying for saying in cleaned if saying is not None]


def _near(quotes: Sequence[Quote], span: Span) -> list[Quote]:
    """Quotations that touch a span; ``quotes`` are in text order and do not overlap."""
    first = bisect_left(quotes, span.start, key=lambda q: q.outer.end)
    found = []
    for q in quotes[first:]:
        if q.outer.start >= span.end:
            break
        if q.outer.touches(span):
            found.append(q)
    return found


def _claim(
    parsed: ParsedReport, saying: Saying, cast: CastLike, dates: Sequence[DateExpression],
    quotes: Sequence[Quote], cues: SpeechCues,
) -> Claim | None:  # fmt: skip
    text = parsed.report.text
    spans = merged(
        [t for t in (trim(text, span, quotes) for span in saying.content) if t.end > t.start]
    )
    if not spans:
        return None
    s = saying.sentence
    speakers = speakers_of(saying, cast, cues)
    if saying.speakers and not speakers:
        return None
    foresees = saying.act == "threaten" and s.tokens[saying.head].lemma in _WARNING
    if foresees and any(
        {*p.actor.sectors, p.actor.country or ""} & _WATCHING for p in speakers[:1]
    ):
        saying = replace(saying, act="predict")  # "aid workers warned that the dam could burst"
    cue = s.evidence(*saying.cue)
    return Claim(
        id=content_id("c", parsed.report.id, cue.span, spans, saying.act),
        speaker=speakers[0] if speakers else None,
        speakers=speakers,
        act=saying.act,
        cue=cue,
        content=Content(" ".join(text[a:b] for a, b in spans), spans),
        direct=any(q.inner.touches(span) for span in spans for q in _near(quotes, span)),
        audience=audience_of(saying),
        medium=medium_of(saying, cues),
        date=date_of(saying, dates),
        events=(),
        stance=(),
        sentence=SentenceRef(s.index, s.text, s.span),
    )


def trim(text: str, span: Span, quotes: Sequence[Quote]) -> Span:
    """Leave out marks at the edges; a quotation inside keeps both its marks."""
    start, end = span
    while start < end and (text[start] in _EDGE or text[start : start + 1] == "."):
        start += 1
    while end > start and (text[end - 1] in _EDGE or _full_stop(text, start, end)):
        end -= 1
    for q in _near(quotes, Span(start, end)):
        if start < q.outer.start < end < q.outer.end and not text[end : q.inner.end].strip(
            _EDGE + "."
        ):
            end = q.outer.end
        if (
            start < q.outer.end < end
            and q.outer.start < start
            and not text[q.inner.start : start].strip(_EDGE)
        ):
            start = q.outer.start
    return Span(start, end)


def _full_stop(text: str, start: int, end: int) -> bool:
    """Whether the last character is a full stop that belongs to no abbreviation such as "U.N."."""
    if text[end - 1] != ".":
        return False
    return not (end - start > len("U.N") and text[end - 3] == "." and text[end - 2].isalpha())
