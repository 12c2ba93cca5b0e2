"""Every time expression of a report, resolved."""

from bisect import bisect_right
from dataclasses import replace
from datetime import date

from dateline.records import DateExpression, ParsedReport, Report, Sentence, Span
from dateline.resolve.time import readings as r
from dateline.resolve.time.choice import Anchor, Resolved
from dateline.resolve.time.grammar import Found
from dateline.resolve.time.resolve import within_calendar
from dateline.resolve.time.rules import grammar
from dateline.resolve.time.stretch import Stretch
from dateline.resolve.time.tense import tense_at

#: "The same day" reaches back this many characters for its date.
_REACH = 1_500
#: A dateline's date this many days before publication is the day that the report counts from.
_DATELINE_LAG = 4
_WITH_DAY = (r.CalendarDate, r.Weekday, r.Unit, r.Named, r.Numeric)
#: A day so near the report is its own even where the report names the same day of another year.
_OWN_DAYS = 45
#: A day at most this many characters behind a time of day is its day.
_BESIDE = 20


def find_dates(parsed: ParsedReport) -> tuple[DateExpression, ...]:
    """Every time expression of a report's text, dateline line included, in order.

    Args:
        parsed: the report with its sentences; their verbs give the tense.

    Returns:
        Expressions that do not overlap.  What cannot be known without the report's date keeps
        ``X`` in ``value`` and has neither ``start`` nor ``end``.
    """
    found = list(grammar().scan(parsed.report.text))
    if not found:
        return ()
    reader = _Reader(parsed, _years_named(found))
    return tuple(e for f in _joined(found, parsed.report.text) if (e := reader.expression(f)))


def _joined(found: list[Found], text: str) -> list[Found]:
    """A time of day and the day beside it become one expression ("9 a.m. on Tuesday")."""
    out: list[Found] = []
    for here in found:
        if out and (both := _join(out[-1], here, text)):
            out[-1] = both
        else:
            out.append(here)
    return [_timed(here, out[k + 1 : k + 3]) for k, here in enumerate(out)]


def _timed(here: Found, behind: list[Found]) -> Found:
    """A time of day takes its day from right behind it ("10:35 a.m. (0735 GMT) Friday")."""
    time = here.reading
    if not isinstance(time, r.Clock) or time.day is not None:
        return here
    for other in behind:
        if other.start - here.end > _BESIDE:
            break
        day = other.reading.day if isinstance(other.reading, r.Clock) else other.reading
        if isinstance(day, _WITH_DAY):
            return replace(here, reading=replace(time, day=day))
    return here


def _join(a: Found, b: Found, text: str) -> Found | None:
    between = text[a.end : b.start].strip().lower()
    time, day = a.reading, b.reading
    if (
        isinstance(time, r.Clock | r.Part)
        and time.day is None
        and isinstance(day, _WITH_DAY)
        and between in ("", ",", "on", ", on")
    ):
        return Found(replace(time, day=day), a.words, a.first, b.last)
    time, day = b.reading, a.reading
    if (
        isinstance(time, r.Clock | r.Part)
        and time.day is None
        and isinstance(day, _WITH_DAY)
        and between in ("", ",", "at", ", at", "at about", "at around")
    ):
        return Found(replace(time, day=day), a.words, a.first, b.last)
    return None


def _years_named(found: list[Found]) -> dict[tuple[int, int], int]:
    """Month and day -> year of the days that a text names in full, where one year only is named."""
    years: dict[tuple[int, int], set[int]] = {}
    for f in found:
        day = f.reading
        if isinstance(day, r.CalendarDate) and day.year and day.month and day.day:
            years.setdefault((day.month, day.day), set()).add(day.year)
    return {key: next(iter(found)) for key, found in years.items() if len(found) == 1}


class _Reader:
    """Resolves the expressions of one report in order, remembering what was spoken of."""

    def __init__(self, parsed: ParsedReport, years: dict[tuple[int, int], int]) -> None:
        self._parsed = parsed
        self._years = years
        self._text = parsed.report.text
        self._starts = [sentence.span.start for sentence in parsed.sentences]
        self._day, self._basis = _report_day(parsed.report)
        self._spoken: Stretch | None = None
        self._spoken_at = Span(0, 0)
        self._spoken_text = ""
        self._sentence = -1

    def expression(self, found: Found) -> DateExpression | None:
        """Resolve one expression and remember it."""
        span = Span(found.start, found.end)
        index = bisect_right(self._starts, span.start) - 1
        sentence = self._parsed.sentences[index] if index >= 0 else None
        anchor = self._anchor(span, sentence, index)
        result = self._of_named_year(found.reading, anchor) or within_calendar(
            found.reading, anchor
        )
        if result is None:
            return None
        self._remember(result, found, index)
        whole = result.stretch
        return DateExpression(
            self._text[span.start : span.end], span, result.type, whole.value,
            whole.start.isoformat() if whole.start else None,
            whole.end.isoformat() if whole.end else None,
            whole.edtf, result.basis,
        )  # fmt: skip

    def _of_named_year(self, reading: object, anchor: Anchor) -> Resolved | None:
        """A day without a year whose year the report names elsewhere, unless it is a near one."""
        if not isinstance(reading, r.CalendarDate) or not reading.month or not reading.day:
            return None
        year = self._years.get((reading.month, reading.day))
        bare = reading.year is None and reading.shift is None and reading.which is None
        if year is None or not bare or anchor.tense == "future":
            return None
        plain = within_calendar(reading, anchor)
        day, start = anchor.day, plain.stretch.start if plain else None
        if day is not None and start is not None and abs((day - start).days) <= _OWN_DAYS:
            return None
        named = within_calendar(replace(reading, year=year), anchor)
        return replace(named, basis="relative to the same day named in full") if named else None

    def _anchor(self, span: Span, sentence: Sentence | None, index: int) -> Anchor:
        near = (
            self._spoken
            if self._spoken and index == self._sentence and self._spoken.one_day
            else None
        )
        spoken = self._spoken if span.start - self._spoken_at.end < _REACH else None
        tense = _tense(sentence, span) if sentence else ""
        return Anchor(self._day, self._basis, spoken, self._spoken_text, tense, near)

    def _remember(self, result: Resolved, found: Found, index: int) -> None:
        whole, span = result.stretch, Span(found.start, found.end)
        if isinstance(found.reading, r.Clock | r.Part) and found.reading.day is None:
            return
        if result.type not in ("DATE", "TIME") or whole.start is None or whole.end is None:
            return
        if result.type == "TIME":
            whole = Stretch(
                whole.start.isoformat(), whole.start, whole.end, whole.start.isoformat()
            )
        self._spoken, self._spoken_at, self._sentence = whole, span, index
        self._spoken_text = self._text[span.start : span.end]


def _tense(sentence: Sentence, span: Span) -> str:
    """Tense above the topmost token of an expression."""
    inside = [t for t in sentence.tokens if t.start < span.end and span.start < t.end]
    for token in inside:
        if not span.start <= sentence.tokens[token.head].start < span.end or token.head == token.i:
            return tense_at(sentence, token.i)
    return ""


def _report_day(report: Report) -> tuple[date | None, str]:
    """The day a report counts from: its dateline's if just before publication, else publication."""
    published = _iso(report.published)
    if report.dateline and report.dateline.date:
        for found in grammar().scan(report.dateline.date):
            if not isinstance(found.reading, r.CalendarDate):
                continue
            result = within_calendar(found.reading, Anchor(published, ""))
            day = result.stretch.start if result and result.stretch.one_day else None
            if day and (published is None or 0 <= (published - day).days <= _DATELINE_LAG):
                return day, "relative to the dateline"
    return published, "relative to the report"


def _iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
