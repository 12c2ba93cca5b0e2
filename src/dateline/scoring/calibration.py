"""Whether a coder's confidence means what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

_BINS = 10

#: Confidence of a coded event, and whether the event is right.
Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of one range of confidence, ``low <= confidence < high`` (1 belongs to the last)."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Reliability by confidence.

    ``brier`` is the mean squared distance between confidence and outcome (1 right, 0 wrong); ``error`` the
    expected calibration error: the mean distance between the confidence of a bin and its share of right
    events, weighted by the bin's size.
    """

    events: int
    brier: float
    error: float
    bins: tuple[Bin, ...]


def calibrate(judged: Sequence[Judged]) -> Calibration | None:
    """Calibration over coded events; None where no event has a confidence."""
    if not judged:
        return None
    sorted_in: dict[int, list[Judged]] = {}
    for confidence, right in judged:
        sorted_in.setdefault(_bin(confidence), []).append((confidence, right))
    bins = tuple(_told(number, sorted_in[number]) for number in sorted(sorted_in))
    brier = fmean((confidence - right) ** 2 for confidence, right in judged)
    error = sum(b.events * abs(b.confidence - b.right) for b in bins) / len(judged)
    return Calibration(len(judged), brier, error, bins)


def _bin(confidence: float) -> int:
    """Number of the bin; .7 belongs to .7-.8 although its float times ten may fall short."""
    return min(int(round(confidence * _BINS, 9)), _BINS - 1)


def _told(number: int, judged: list[Judged]) -> Bin:
    return Bin(
        number / _BINS,
        (number + 1) / _BINS,
        len(judged),
        fmean(c for c, _ in judged),
        fmean(right for _, right in judged),
    )
