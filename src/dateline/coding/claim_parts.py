"""What the claim finder passes between its steps: a cue found, the words it reports."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.coding.tree import children
from dateline.records import Sentence, Span

FINITE_TAGS = {"VBD", "VBP", "VBZ", "MD"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
PUNCT = {
    *"\"'`,;:.!?-()[]\u2013\u2014\u2026\u201c\u201d\u2018\u2019",
    "--",
    "...",
    "..",
    "``",
    "''",
}
#: Acts that a speaker performs by naming them; "we say" and "I believe" add nothing.
PERFORMED = frozenset({"deny", "promise", "threaten", "urge", "request", "order", "hope", "accuse"})
#: Words that alone stand for what was said ("The colonel denies it").
PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those"})
_PAST = frozenset({"have", "has", "had", "'ve", "'d", "would", "will", "'ll"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One cue with what it reports, before anybody is resolved.

    ``content`` are characters of the report; ``cue`` is its first and last token; ``speakers`` are
    head tokens in the same sentence (empty when nobody is named); ``clause`` are the tokens that
    report, without the content.  ``audience`` is the head token of the one addressed; ``attitude``
    marks what another saying may hold as its own ("said he hoped").
    """

    sentence: Sentence
    head: int
    cue: tuple[int, int]
    act: str
    frame: str
    content: tuple[Span, ...]
    speakers: tuple[int, ...]
    clause: tuple[int, ...]
    audience: int | None = None
    attitude: bool = False


class SpanIndex:
    """Spans of a report, to ask quickly whether another one touches any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Sort and join the spans.

        Args:
            spans: in any order; they may overlap.
        """
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, span: Span) -> bool:
        """Whether one of the spans shares a character with this one."""
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end


def conjuncts(s: Sentence, i: int) -> list[int]:
    """A head and the heads coordinated with it."""
    found = [i]
    for head in found:
        found.extend(children(s, head, "conj"))
    return sorted(found)


def is_finite(s: Sentence, i: int) -> bool:
    """Whether a verb carries tense, by itself or by its auxiliary."""
    if s.tokens[i].tag in FINITE_TAGS:
        return True
    return any(s.tokens[c].tag in FINITE_TAGS for c in children(s, i, "aux", "auxpass"))


def timeless(s: Sentence, v: int) -> bool:
    """Whether a verb stands in the simple tense of its clause, not in a perfect or a future."""
    finite = s.tokens[v].tag in FINITE_TAGS or s.tokens[v].tag == "VBG"
    return finite and not any(s.tokens[c].lower in _PAST for c in children(s, v, "aux"))


def is_comma(s: Sentence, i: int) -> bool:
    """Whether a token is a comma."""
    return s.tokens[i].text == ","


def is_infinitive(s: Sentence, i: int) -> bool:
    """Whether a verb stands with ``to``."""
    return any(s.tokens[c].lower == "to" for c in children(s, i, "aux"))


def is_mark(s: Sentence, i: int) -> bool:
    """Whether a token is punctuation or a quote mark."""
    return s.tokens[i].pos in {"PUNCT", "SPACE"} or s.tokens[i].text in PUNCT


def _loose_end(s: Sentence, i: int) -> bool:
    """A mark or a conjunction that closes nothing."""
    if s.tokens[i].dep == "cc":
        return True
    return is_mark(s, i) and s.tokens[i].text not in {")", "]", "?", "!"}


def spans_of(s: Sentence, wanted: list[int]) -> tuple[Span, ...]:
    """Character spans of a set of tokens; gaps that hold only punctuation are bridged."""
    spans: list[tuple[int, int]] = []
    keep = set(wanted)
    for i in sorted(keep):
        if spans and all(is_mark(s, k) for k in range(spans[-1][1] + 1, i)):
            spans[-1] = (spans[-1][0], i)
        else:
            spans.append((i, i))
    out = []
    for first, last in spans:
        a, b = first, last
        while a <= b and is_mark(s, a) and s.tokens[a].text not in {"(", "["}:
            a += 1
        while b >= a and _loose_end(s, b):
            b -= 1
        if a <= b:
            out.append(Span(s.tokens[a].start, s.tokens[b].end))
    return tuple(out)
