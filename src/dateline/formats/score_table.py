"""A score, or the agreement of coders, as text for people."""

from collections.abc import Iterator, Sequence

from dateline.scoring.agreement import Agreement
from dateline.scoring.bootstrap import Range
from dateline.scoring.figures import Figures, Mean
from dateline.scoring.score import Confusion, Score

_NONE = "none"
#: Letters of a type at the head of a column of the confusion table.
_SHORT = 6
_WIDTH = 17
_FACTS = "facts only (actual, relevant); --status all takes every event"
_ALL = "events of every status; a hit needs the same status"


def score_table(score: Score) -> str:
    """Every figure of a comparison, in sections."""
    scope = _ALL if score.everything else _FACTS
    sections = [
        [f"{_count(score.reports, 'report')}; {scope}"],
        list(_types(score)),
        list(_fields(score)),
        list(_grid("CONFUSION of types (rows gold, columns coded)", score.confusion)),
        list(_grid("CONFUSION of status, of paired events", score.statuses)),
        list(_calibrations(score)),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def agreement_table(agreement: Agreement) -> str:
    """Agreement of coders: overall, then each type with the number of reports in which each has it."""
    scope = "every event" if agreement.everything else _FACTS
    coders = [f"  {chr(ord('A') + i)}  {name}" for i, name in enumerate(agreement.coders)]
    letters = [chr(ord("A") + i) for i in range(len(agreement.coders))]
    overall = agreement.overall
    head = _row("type", ["alpha", "agreed", "units", *letters])
    rows = [
        _row(
            t.type,
            [
                _number(t.agreement.alpha),
                _number(t.agreement.agreed),
                t.agreement.units,
                *t.reports,
            ],
        )
        for t in agreement.types
    ]
    last = _row("all types", [_number(overall.alpha), _number(overall.agreed), overall.units])
    lines = [
        f"{_count(agreement.reports, 'report')}; {scope}",
        "Krippendorff's alpha, nominal: is the type in the report, yes or no",
        *coders,
        "",
        head,
        *rows,
        last,
    ]
    if any(t.agreement.alpha is None for t in agreement.types):
        lines.append("- alpha is not defined where every value is the same")
    return "\n".join(lines) + "\n"


def _types(score: Score) -> Iterator[str]:
    yield _row("type", ["gold", "coded", "hits", "precision", "recall", "F1"])
    for kind, figures in score.types.items():
        yield _figures(kind, figures)
    yield _figures("all (micro)", score.micro)
    if score.interval:
        found = score.interval
        cells = (_range(found.precision), _range(found.recall), _range(found.f1))
        yield _row("  95 % interval", ["", "", "", *cells])
    yield _mean("mean (macro)", score.macro)
    yield _figures("whole events", score.whole)
    if score.excused:
        yield f"optional events of the gold that were coded, and do not count: {score.excused}"


def _fields(score: Score) -> Iterator[str]:
    if not score.micro.hits:
        return
    yield _row("AMONG HITS", ["judged", "right", "share"])
    for name, share in score.fields.items():
        yield _row(name, [share.of, share.right, _number(share.value)])


def _grid(title: str, confusion: Confusion) -> Iterator[str]:
    if not confusion:
        return
    rows = sorted({gold for gold, _ in confusion if gold is not None})
    columns = sorted({coded for _, coded in confusion if coded is not None})
    down = [*rows, None] if any(gold is None for gold, _ in confusion) else rows
    across = [*columns, None] if any(coded is None for _, coded in confusion) else columns
    yield title
    yield f"{'':{_WIDTH}}" + "".join(f" {(c or _NONE)[:_SHORT]:>{_SHORT}}" for c in across)
    for gold in down:
        cells = (confusion.get((gold, coded), 0) or "." for coded in across)
        yield f"{gold or _NONE:{_WIDTH}}" + "".join(f" {cell:>{_SHORT}}" for cell in cells)


def _calibrations(score: Score) -> Iterator[str]:
    kinds, wholes = score.type_calibration, score.whole_calibration
    if kinds is None or wholes is None:
        return
    yield _row("CALIBRATION", ["events", "confidence", "type right", "whole right"], 11)
    for one, other in zip(kinds.bins, wholes.bins, strict=True):
        name = f"{one.low:.1f} to {one.high:.1f}"
        right = (_number(one.right), _number(other.right))
        yield _row(name, [str(one.events), _number(one.confidence), *right], 11)
    yield _row("Brier score", ["", "", *_both(kinds.brier, wholes.brier)], 11)
    yield _row("calibration error", ["", "", *_both(kinds.error, wholes.error)], 11)


def _both(one: float, other: float) -> Sequence[str]:
    return (_number(one, 3), _number(other, 3))


def _figures(name: str, figures: Figures) -> str:
    shares = (_number(figures.precision), _number(figures.recall), _number(figures.f1))
    return _row(name, [figures.gold, figures.coded, figures.hits, *shares])


def _mean(name: str, mean: Mean) -> str:
    shares = (_number(mean.precision), _number(mean.recall), _number(mean.f1))
    return _row(name, ["", "", "", *shares])


def _row(name: str, cells: Sequence[str | int], width: int = 9) -> str:
    return f"{name:{_WIDTH}}" + "".join(f" {cell:>{width}}" for cell in cells)


def _range(pair: Range | None) -> str:
    return f"{_number(pair[0])}-{_number(pair[1])}" if pair else "-"


def _number(value: float | None, digits: int = 2) -> str:
    """Such as .83, 1.00, -.10; a dash where nothing is defined."""
    if value is None:
        return "-"
    return f"{value:.{digits}f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.{digits}f}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
