"""Quotations beside a reporting verb: which of them the verb reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.claim_parts import SUBJECTS, is_finite, is_mark
from dateline.coding.quotes import Quote
from dateline.coding.tree import child
from dateline.records import Sentence, Span

#: Steps up a tree; words between quotation and verb; distance of a quotation right after the verb.
_FAR, _WIDE, _NEXT = 12, 40, 2
#: Characters at the end of a quotation among which its last mark is looked for.
_TAIL = 4
_STOPS = set(",?!.\u2026-\u2013\u2014;")


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quotation that lies in one sentence: first and last token, both quoted."""

    first: int
    last: int
    quote: Quote


def pieces(s: Sentence, quotes: Sequence[Quote]) -> list[Piece]:
    """The quotations that touch a sentence."""
    found = []
    for q in quotes:
        inside = [t.i for t in s.tokens if t.start >= q.inner.start and t.end <= q.inner.end]
        if inside:
            found.append(Piece(inside[0], inside[-1], q))
    return found


def holds(parts: Sequence[Piece], i: int) -> Piece | None:
    """The quotation that holds a token."""
    return next((p for p in parts if p.first <= i <= p.last), None)


def quoted(text: str, s: Sentence, v: int, parts: Sequence[Piece], *, loose: bool) -> list[Quote]:
    """Quotations that are, whole, the content of verb ``v``: before it, after it, or both.

    ``loose``: a quotation right after the verb needs no comma or colon before it.
    """
    left = _left(text, s, v, parts)
    right = _right(text, s, v, parts, joined=bool(left), loose=loose)
    return left + right


def _left(text: str, s: Sentence, v: int, parts: Sequence[Piece]) -> list[Quote]:
    before = [p for p in parts if p.last < v]
    if not before or not _starts(s, before):
        return []
    last = before[-1]
    inner = last.quote.inner
    end = text[max(inner.start, inner.end - _TAIL) : inner.end].rstrip()
    after = text[last.quote.outer.end : last.quote.outer.end + 1]
    if not end or (end[-1] not in _STOPS and after not in _STOPS):
        return []
    gap = range(last.last + 1, v)
    if len(gap) > _WIDE or any(_other_verb(s, i, v) for i in gap):
        return []
    return [p.quote for p in before]


def _starts(s: Sentence, before: Sequence[Piece]) -> bool:
    """Whether only quotations (and quote marks, "and") stand before the verb's own clause."""
    covered = {i for p in before for i in range(p.first, p.last + 1)}
    return all(
        i in covered or is_mark(s, i) or s.tokens[i].pos == "CCONJ" for i in range(before[-1].last)
    )


def _other_verb(s: Sentence, i: int, v: int) -> bool:
    """A finite verb of another clause between quotation and verb, outside the speaker's phrase."""
    token = s.tokens[i]
    governs = s.tokens[v].head == i and s.tokens[v].dep in {"xcomp", "ccomp"}
    if token.pos not in {"VERB", "AUX"} or token.head == v or governs or not is_finite(s, i):
        return False
    up = i
    for _ in range(_FAR):
        if s.tokens[up].dep in {"relcl", "acl", "appos", "aux", "auxpass"} | SUBJECTS:
            return False
        if s.tokens[up].head == up:
            return True
        up = s.tokens[up].head
    return True


def _right(
    text: str, s: Sentence, v: int, parts: Sequence[Piece], *, joined: bool, loose: bool
) -> list[Quote]:
    after = [p for p in parts if p.first > v]
    if not after:
        return []
    first = after[0]
    before = text[max(s.span.start, first.quote.outer.start - 4) : first.quote.outer.start].rstrip()
    gap = range(v + 1, first.first)
    if any(
        s.tokens[i].pos in {"VERB", "AUX"}
        and not _in_relative(s, i)
        and not (joined and s.tokens[i].dep in {"advcl", "pcomp"} and s.tokens[i].tag == "VBG")
        for i in gap
    ):
        return []
    linked = joined and all(is_mark(s, i) or s.tokens[i].pos == "CCONJ" for i in gap)
    opener = (
        linked or before[-1:] in {",", ":"} or (before[-1:] in {"\u2013", "\u2014", "-"} and joined)
    )
    whole = loose or text[first.quote.inner.start].isupper()
    close = whole and first.first - v <= _NEXT and _ends(s, first)
    if not opener and not close:
        return []
    return [p.quote for p in _run(s, after)] if opener else [first.quote]


def _in_relative(s: Sentence, i: int) -> bool:
    return (
        s.tokens[i].dep in {"relcl", "acl", "amod", "aux", "auxpass"}
        or child(s, i, "mark") is not None
    )


def _ends(s: Sentence, piece: Piece) -> bool:
    return all(is_mark(s, i) for i in range(piece.last + 1, len(s.tokens)))


def _run(s: Sentence, after: Sequence[Piece]) -> list[Piece]:
    """Quotations that follow each other with nothing but marks between."""
    run = [after[0]]
    for p in after[1:]:
        if all(is_mark(s, i) for i in range(run[-1].last + 1, p.first)):
            run.append(p)
    return run


def widen(
    s: Sentence, spans: tuple[Span, ...], parts: Sequence[Piece], cue: int
) -> tuple[Span, ...]:
    """Let content that runs into a quotation take the whole of it, beyond the sentence too.

    A quotation that holds the cue itself is left alone: the cue then speaks inside it.
    """
    out = list(spans)
    for p in parts:
        if p.first <= cue <= p.last:
            continue
        inner = p.quote.inner
        for n, span in enumerate(out):
            if span.touches(inner):
                start, end = min(span.start, inner.start), max(span.end, inner.end)
                out[n] = Span(start, inner.end if start == inner.start and _stops(s, p) else end)
                break
    return merged(out)


def _stops(s: Sentence, p: Piece) -> bool:
    """Whether a quotation stops before "and" or "but": what follows is the report's own."""
    if not p.quote.closed or s.tokens[p.last].text not in _STOPS:
        return False
    after = next((t for t in s.tokens[p.last + 1 :] if not is_mark(s, t.i)), None)
    return after is not None and after.pos == "CCONJ"


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in text order, overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
