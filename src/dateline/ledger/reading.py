"""One text as the ledger looks at it: its parse and its record together, and the stems of its words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.records import (
    Claim,
    Event,
    Evidence,
    ParsedReport,
    Participant,
    Record,
    Sentence,
    Span,
    Token,
)

#: Words that carry what a sentence is about.
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
#: Verbs and nouns too light to tell two sentences apart.
LIGHT = frozenset(
    (
        *(
            "be",
            "have",
            "do",
            "make",
            "take",
            "get",
            "go",
            "come",
            "say",
            "tell",
            "give",
            "put",
            "set",
        ),
        *(
            "let",
            "will",
            "shall",
            "can",
            "may",
            "not",
            "new",
            "more",
            "many",
            "other",
            "such",
            "own",
        ),
        "same",
    )
)
#: Letters by which two forms of one word agree ("arms", "arming"; "bomb", "bombing").
_STEM = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its sentences and what was coded in it."""

    parsed: ParsedReport
    record: Record

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The parsed sentences."""
        return self.parsed.sentences


def stem(token: Token) -> str:
    """What two forms of one word share: the lemma, cut to its first letters."""
    lemma = token.lemma.lower() or token.lower
    for ending in ("ing", "ed", "er", "ion"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _STEM - 1:
            lemma = lemma.removesuffix(ending)
            break
    return lemma[: _STEM + 1]


def stems(tokens: Iterable[Token]) -> set[str]:
    """The stems of all words that carry content."""
    return {
        stem(t)
        for t in tokens
        if t.pos in CONTENT and t.lemma.lower() not in LIGHT and t.tag != "MD"
    }


def holding_claims(record: Record, span: Span) -> Iterator[Claim]:
    """Claims whose content holds or shares a stretch of the text, the narrowest first."""
    found = [c for c in record.claims if any(s.touches(span) for s in c.content.spans)]
    yield from sorted(found, key=lambda c: sum(s.end - s.start for s in c.content.spans))


def speaker_of(record: Record, claim_id: str) -> Participant | None:
    """The speaker of a claim, by id."""
    return next((c.speaker for c in record.claims if c.id == claim_id), None)


def words_of(record: Record, event: Event) -> Evidence:
    """The speaker's words, where a claim holds the act; else the report's sentence."""
    if event.attribution is not None:
        claim = next((c for c in record.claims if c.id == event.attribution.claim), None)
        for span in claim.content.spans if claim else ():
            if span.holds(event.trigger.span):
                return Evidence(record.report.text[span.start : span.end], span)
    return Evidence(event.sentence.text, event.sentence.span)
