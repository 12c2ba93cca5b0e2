"""Citations from the store: short, exact, each report read once."""

from collections.abc import Collection
from typing import Any

from dateline.records import Citation, Source, Span
from dateline.situations.prints import outlet_of
from dateline.situations.quotes import LONGEST, quote_of
from dateline.store.moment import Moment

Json = dict[str, Any]
_NOWHERE = Span(0, 0)


class Quoting:
    """The reports that a page cites."""

    def __init__(self, moment: Moment) -> None:
        """Read through ``moment``."""
        self._moment = moment
        self._texts: dict[int, str] = {}
        self._sources: dict[int, Source] = {}

    def load(self, keys: Collection[int]) -> None:
        """Read some reports at once; cites of others are read one by one."""
        for key, report, copy in self._moment.read_reports(set(keys) - self._texts.keys()):
            self._texts[key] = report["text"]
            self._sources[key] = source_of(key, report, copy)

    def source(self, key: int) -> Source:
        """A report as what cites it shows it."""
        if key not in self._sources:
            self.load([key])
        return self._sources[key]

    def sources(self, keys: Collection[int]) -> dict[int, Source]:
        """The same of several, by key."""
        self.load(keys)
        return {key: self._sources[key] for key in keys}

    def cite(
        self, report: int, sentence: str | None, words: tuple[int | None, int | None], **told: Any
    ) -> Citation:
        """The sentence, or so much of it around some words as a quote may be long.

        Args:
            report: its key.
            sentence: as the record has it.
            words: where in the text the words are that show what is cited.
            told: ``status``, ``speaker`` and what else a citation says.
        """
        source, text = self.source(report), self._texts[report]
        inner = _NOWHERE if words[0] is None or words[1] is None else Span(words[0], words[1])
        quote, span = quote_of(text, _around(text, sentence, inner), inner)
        return Citation(source, quote, span, **told)


def source_of(key: int, report: Json, copy: int | None) -> Source:
    """A report of the contract as a source."""
    shown: Json = {name: report.get(name) for name in ("title", "url", "publisher", "published")}
    whole = {"id": key, **report}
    return Source(key, str(whole["id"]), **shown, outlet=outlet_of(whole), copy_of=copy)


def _around(text: str, sentence: str | None, words: Span) -> Span:
    """Where the sentence of some words stands; where it is not found, what is around the words."""
    inside = 0 <= words.start < words.end <= len(text)
    if sentence:
        first = max(0, words.end - len(sentence)) if inside else 0
        last = words.start + len(sentence) if inside else len(text)
        at = text.find(sentence, first, last)
        if at >= 0:
            return Span(at, at + len(sentence))
    if not inside:
        return _NOWHERE
    half = max(0, LONGEST - (words.end - words.start)) // 2
    start, end = max(0, words.start - half), min(len(text), words.end + half)
    while 0 < start < words.start and not text[start - 1].isspace():
        start += 1
    while words.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end)
