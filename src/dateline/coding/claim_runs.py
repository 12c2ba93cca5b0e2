"""Quotations that run on: after a colon at the end, into the next sentence or paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.claim_parts import Saying, SpanIndex
from dateline.coding.claim_speakers import speaker_heads
from dateline.coding.claim_voice import is_passive, unsaid
from dateline.coding.quotes import Quote
from dateline.knowledge.cues import SpeechCues
from dateline.records import ParsedReport, Sentence, Span

_SAID = {"quote", "clause", "according"}
_BLANK = " \t\r\n\u00a0\"'\u201d\u2019."


def late_sayings(
    parsed: ParsedReport, sayings: Sequence[Saying], quotes: Sequence[Quote], cues: SpeechCues
) -> Iterator[Saying]:
    """Reporting clauses whose content stands in another sentence.

    "He added:" with the quotation in the next paragraph; ", X told the radio." after a sentence
    that the parser cut at its comma; "X asked." after a quotation that ends in its own mark.
    """
    text = parsed.report.text
    taken = {saying.sentence.index for saying in sayings}
    starts = {q.outer.start: q for q in quotes}
    ends = {q.outer.end: q for q in quotes}
    covered = SpanIndex(c for saying in sayings for c in saying.content)
    for before, s in zip((None, *parsed.sentences), parsed.sentences, strict=False):
        if s.index in taken and not s.text.endswith(":"):
            continue
        end = s.span.end
        follows = starts.get(_skip_space(text, end)) if s.text.endswith(":") else None
        if follows is not None and not covered.touches(follows.inner):
            yield from _bare(s, (follows.inner,), "quote", cues, last=True)
        elif (
            before is not None
            and before.paragraph == s.paragraph
            and before.text.endswith(",")
            and s.index not in taken
        ):
            yield from _bare(s, (before.span,), "clause", cues, last=False)
        elif before is not None and before.paragraph == s.paragraph and s.index not in taken:
            spoken = ends.get(before.span.end)
            if spoken is not None and not covered.touches(spoken.inner):
                yield from _bare(s, (spoken.inner,), "quote", cues, last=False)


def _bare(
    s: Sentence, content: tuple[Span, ...], frame: str, cues: SpeechCues, *, last: bool
) -> Iterator[Saying]:
    """The sentence's own reporting verb, with content from elsewhere."""
    order = reversed(s.tokens) if last else iter(s.tokens)
    for token in order:
        entry = next(
            (
                e
                for e in cues.verbs.get(cues.lemma(token), ())
                if frame in e.takes and not e.particle
            ),
            None,
        )
        if entry is None or token.pos != "VERB" or unsaid(s, token.i) or is_passive(s, token.i):
            continue
        if not last and token.head != token.i:
            continue
        speakers = speaker_heads(s, token.i, False, cues)
        if speakers:
            yield Saying(
                s,
                token.i,
                (token.i, token.i),
                entry.takes[frame],
                frame,
                content,
                speakers,
                tuple(s.subtree(token.i)),
            )
        return


def continued(
    parsed: ParsedReport, sayings: Sequence[Saying], quotes: Sequence[Quote]
) -> list[Saying]:
    """All sayings, with quotations that nothing reports as words of the one quoted just before.

    Only whole quoted sentences count, right after the reporting sentence or quotation, in the same
    paragraph or the next.  A quotation that its paragraph left open goes on in the next: one saying.
    """
    text = parsed.report.text
    starts = {s.span.start: s for s in parsed.sentences}
    covered = SpanIndex(c for s in sayings for c in s.content)
    reported = sorted((s for s in sayings if s.frame in _SAID), key=_order)
    out = list(sayings)
    last: Saying | None = None
    opened: int | None = None  # the saying in ``out`` whose quotation still stands open
    reach = -1
    at = 0
    for q in quotes:
        while at < len(reported) and reported[at].content[0].start < q.outer.start:
            here = reported[at]
            at += 1
            if last is not None and last.frame == "quote" and last.sentence is here.sentence:
                continue  # "..., X said, according to Y": X goes on speaking
            last = here
            reach = max(here.sentence.span.end, here.content[-1].end + 1)
        if covered.touches(q.inner):
            opened = None if q.closed else _holding(out, q)
            continue
        begins = q.outer.start in starts or q.inner.start in starts
        adjoins = _adjoins(text, reach, q.outer.start)
        if last is not None and begins and adjoins and _whole(parsed, q):
            if opened is not None and "\n" in text[reach : q.outer.start + 1]:
                out[opened] = replace(out[opened], content=(*out[opened].content, q.inner))
            else:
                opened = len(out)
                out.append(_spoken_on(last, q.inner))
            reach = q.outer.end
            opened = None if q.closed else opened
        elif not adjoins:
            last = None
    return out


def _spoken_on(last: Saying, inner: Span) -> Saying:
    """The next words of a speaker; after a question to somebody, the answer of the one asked."""
    act = last.act if last.frame == "quote" or last.act == "deny" else "say"
    speakers = last.speakers
    if last.act == "question" and last.frame != "quote" and last.audience is not None:
        act, speakers = "say", (last.audience,)
    return replace(last, act=act, content=(inner,), frame="quote", audience=None, speakers=speakers)


def _holding(sayings: Sequence[Saying], q: Quote) -> int | None:
    """The saying whose content is this quotation, at its end."""
    return next(
        (
            n
            for n, s in enumerate(sayings)
            if s.frame == "quote" and s.content[-1].end == q.inner.end
        ),
        None,
    )


def _order(saying: Saying) -> tuple[Span, bool]:
    return saying.content[-1], saying.frame != "quote"


def _adjoins(text: str, reach: int, start: int) -> bool:
    """Whether nothing but blanks and marks lies between what was said and the next quotation."""
    return 0 <= reach <= start and not text[reach:start].strip(_BLANK)


def _whole(parsed: ParsedReport, q: Quote) -> bool:
    """Whether a quotation ends where a sentence ends and is no mere word or two."""
    if not parsed.report.text[q.inner.start : q.inner.end].strip().count(" "):
        return False
    after = parsed.report.text[q.outer.end : q.outer.end + 3].strip()
    return not after or after[:1].isupper() or after[:1] in "\"\u201c\u2018'"


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
