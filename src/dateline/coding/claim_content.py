"""What a verb of speech reports: the frame that fits, and the words without what the report adds."""

from collections.abc import Sequence

from dateline.coding.claim_clauses import background
from dateline.coding.claim_frames import FRAMES
from dateline.coding.claim_joined import own_words
from dateline.coding.claim_parts import is_mark, spans_of
from dateline.coding.claim_quotes import Piece, holds, widen
from dateline.coding.claim_trailing import reported
from dateline.knowledge.cues import SpeechCues, SpeechVerb
from dateline.records import Sentence, Span

PASSIVE_FRAMES = {"raised", "of", "for", "as", "clause", "inf", "quote"}
#: Entries whose content may be a word ("said no").
_WORD_ENOUGH = {"say", "tell", "declare", "write"}
#: Words in the condition of a source.
_SHORT = 12
_VERBAL = {"VERB", "AUX"}
_EMPTY = {"PRON", "DET", "SCONJ", "PART", "ADP"}


def framed(
    s: Sentence,
    v: int,
    entries: Sequence[SpeechVerb],
    parts: Sequence[Piece],
    cues: SpeechCues,
    *,
    passive: bool,
) -> tuple[SpeechVerb, str, tuple[Span, ...]] | None:
    """What a verb of speech reports: the entry and frame that fit first, and the characters.

    Args:
        s: the sentence.
        v: the verb.
        entries: its uses, in the order of the data.
        parts: the quotations that touch the sentence.
        cues: words of speech.
        passive: whether the grammatical subject is not the speaker.
    """
    for frame in FRAMES:
        if (passive and frame not in PASSIVE_FRAMES) or (frame == "raised" and not passive):
            continue
        for entry in entries:
            if frame not in entry.takes:
                continue
            tokens = _tokens(s, v, entry, frame, parts, cues)
            spans = spans_of(s, tokens)
            if spans and _tells(s, tokens, entry, frame):
                return entry, frame, widen(s, spans, parts, v)
    return None


def _tokens(
    s: Sentence, v: int, entry: SpeechVerb, frame: str, parts: Sequence[Piece], cues: SpeechCues
) -> list[int]:
    """Tokens of what is reported under one frame, without the report's own additions."""
    tokens = own_words(s, v, [i for i in FRAMES[frame](s, v, entry, cues) if i != v], cues)
    tokens = _unquoted(tokens, background(s, tokens, frame, entry.takes[frame]), parts)
    tokens = reported(s, v, tokens, parts)
    if frame != "clause":
        return tokens
    if entry.particle:  # "made it clear that ..."
        words = {"it", *entry.particle.split()}
        while tokens and s.tokens[tokens[0]].lower in words and tokens[0] <= v + len(words):
            tokens = tokens[1:]
    return tokens[1:] if tokens and _is_that(s, tokens[0]) else tokens


def _tells(s: Sentence, tokens: Sequence[int], entry: SpeechVerb, frame: str) -> bool:
    """Whether the words can be the content of the frame."""
    if frame == "clause" and entry.id not in _WORD_ENOUGH and not _has_verb(s, tokens):
        return False
    if frame not in {"clause", "quote"} and _anonymity(s, tokens):
        return False
    full = not all(s.tokens[i].pos in _EMPTY or is_mark(s, i) for i in tokens)
    return full or entry.takes[frame] == "deny"


def _is_that(s: Sentence, i: int) -> bool:
    return s.tokens[i].lower == "that" and s.tokens[i].tag in {"IN", "WDT"}


def _has_verb(s: Sentence, tokens: Sequence[int]) -> bool:
    return any(s.tokens[i].pos in _VERBAL for i in tokens)


def _unquoted(tokens: list[int], kept: list[int], parts: Sequence[Piece]) -> list[int]:
    """The kept tokens, and those left out that are quoted: they are the speaker's words."""
    if len(kept) == len(tokens):
        return tokens
    return sorted({*kept, *(i for i in tokens if holds(parts, i) is not None)})


def _anonymity(s: Sentence, tokens: Sequence[int]) -> bool:
    """The condition of a source ("asked not to be named"), no request worth a record."""
    lemmas = {s.tokens[i].lemma for i in tokens}
    return len(tokens) <= _SHORT and bool(
        lemmas & {"name", "identify", "anonymous", "anonymity", "quote"}
    )
