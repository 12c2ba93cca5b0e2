"""How far the figures would move with other reports of the same kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from dateline.scoring.figures import Figures

#: Resamples (1,000 settle the second decimal) and their seed, so that the same files give the same interval.
_ROUNDS, _SEED = 1000, 20190405
#: What is cut off at each end of a 95 % interval.
_TAIL = 0.025

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Intervals:
    """95 % intervals; None where a figure is not defined."""

    precision: Range | None
    recall: Range | None
    f1: Range | None


def intervals(reports: Sequence[Figures]) -> Intervals | None:
    """Percentile bootstrap of the micro figures over reports drawn with replacement.

    Args:
        reports: the counts of each report.

    Returns:
        The intervals; None for fewer than two reports, of which nothing can be told.
    """
    if len(reports) < 2:  # noqa: PLR2004  (one report has no spread)
        return None
    rng = Random(_SEED)  # noqa: S311  (a resample is no secret)
    drawn = [_sum(rng.choices(reports, k=len(reports))) for _ in range(_ROUNDS)]
    return Intervals(
        _range([d.precision for d in drawn]),
        _range([d.recall for d in drawn]),
        _range([d.f1 for d in drawn]),
    )


def _sum(reports: Sequence[Figures]) -> Figures:
    return Figures(
        sum(r.gold for r in reports), sum(r.coded for r in reports), sum(r.hits for r in reports)
    )


def _range(values: Sequence[float | None]) -> Range | None:
    known = sorted(v for v in values if v is not None)
    if not known:
        return None
    cut = int(len(known) * _TAIL)
    return known[cut], known[-1 - cut]
