"""Headlines that name who speaks: "Police: Three held over blast", "Talks to resume - envoy"."""

from collections.abc import Iterator, Sequence

from dateline.coding.claim_parts import Saying, SpanIndex, is_mark
from dateline.coding.claim_people import may_speak
from dateline.knowledge.cues import SpeechCues
from dateline.records import ParsedReport, Sentence, Span

_STOPS = (".", "?", "!", '."', ".\u201d", ".'", ".\u2019")
_DASHES = {"-", "\u2013", "\u2014", "--"}
#: Words that the name of a speaker has in a headline, and words that a statement has at least.
_NAME, _TOLD = 5, 3


def headlined(parsed: ParsedReport, done: Sequence[Saying], cues: SpeechCues) -> Iterator[Saying]:
    """What the first line of a report says on somebody's word.

    A place before the colon is a subject ("Sudan: Army takes town"), no speaker; only offices, trades and bodies
    that common nouns name count.

    Args:
        parsed: the report with its sentences.
        done: what was found before; a line that is already reported is left alone.
        cues: words of speech.
    """
    if not parsed.sentences:
        return
    s = parsed.sentences[0]
    alone = len(parsed.sentences) == 1 or parsed.sentences[1].paragraph != s.paragraph
    if not alone or s.text.rstrip().endswith(_STOPS):
        return
    told = SpanIndex(c for d in done for c in d.content)
    for saying in (_before_colon(s, cues), _behind_dash(s, cues)):
        if saying is not None and not told.touches(saying.content[0]):
            yield saying
            return


def _before_colon(s: Sentence, cues: SpeechCues) -> Saying | None:
    colon = next((t.i for t in s.tokens[: _NAME + 1] if t.text == ":"), None)
    if not colon or len(s.tokens) - colon <= _TOLD:
        return None
    return _saying(s, colon, colon - 1, (colon + 1, len(s.tokens) - 1), cues)


def _behind_dash(s: Sentence, cues: SpeechCues) -> Saying | None:
    last = len(s.tokens) - 1
    dash = next((i for i in range(last, max(last - _NAME, _TOLD), -1) if _apart(s, i)), None)
    return None if dash is None else _saying(s, dash, last, (0, dash - 1), cues)


def _apart(s: Sentence, i: int) -> bool:
    """Whether a token is a dash with blanks on both sides."""
    token = s.tokens[i]
    if token.text not in _DASHES or i + 1 >= len(s.tokens):
        return False
    return s.tokens[i - 1].end < token.start and token.end < s.tokens[i + 1].start


def _saying(
    s: Sentence, mark: int, head: int, told: tuple[int, int], cues: SpeechCues
) -> Saying | None:
    token = s.tokens[head]
    known = token.ent in {"GPE", "LOC", "NORP", "DATE"} or not may_speak(s, head, cues)
    common = token.lemma.lower() in cues.voices | cues.documents or token.tag == "NNS"
    if is_mark(s, head) or known or not common:
        return None
    first, last = told
    while first < last and is_mark(s, first):
        first += 1
    while last > first and is_mark(s, last):
        last -= 1
    content = Span(s.tokens[first].start, s.tokens[last].end)
    name = range(mark + 1, head + 1) if mark < head else range(head + 1)
    return Saying(s, mark, (mark, mark), "say", "headline", (content,), (head,), tuple(name))
