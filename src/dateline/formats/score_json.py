"""A score, or the agreement of coders, as one JSON object."""

from typing import Any

from dateline.scoring.agreement import Agreement
from dateline.scoring.alpha import Alpha
from dateline.scoring.bootstrap import Intervals
from dateline.scoring.calibration import Calibration
from dateline.scoring.figures import Figures
from dateline.scoring.score import Confusion, Score

Json = dict[str, Any]
_DIGITS = 6


def score_dict(score: Score) -> Json:
    """Every figure; what is not defined is null."""
    mean = score.macro
    return {
        "reports": score.reports,
        "status": _scope(score.everything),
        "types": {kind: _figures(figures) for kind, figures in score.types.items()},
        "micro": {**_figures(score.micro), "interval_95": _intervals(score.interval)},
        "macro": {
            "precision": _round(mean.precision),
            "recall": _round(mean.recall),
            "f1": _round(mean.f1),
        },
        "whole": _figures(score.whole),
        "fields": {
            name.replace(" ", "_"): {"judged": s.of, "right": s.right, "share": _round(s.value)}
            for name, s in score.fields.items()
        },
        "confusion": _cells(score.confusion),
        "status_confusion": _cells(score.statuses),
        "calibration": {
            "type": _calibration(score.type_calibration),
            "whole": _calibration(score.whole_calibration),
        },
        "optional_coded": score.excused,
        "only_in_gold": list(score.only_gold),
        "only_in_set": list(score.only_set),
        "not_coded": list(score.not_coded),
    }


def agreement_dict(agreement: Agreement) -> Json:
    """Agreement overall and by type; ``reports`` of a type in the order of ``coders``."""
    return {
        "coders": list(agreement.coders),
        "status": _scope(agreement.everything),
        "reports": agreement.reports,
        "overall": _alpha(agreement.overall),
        "types": {
            t.type: {**_alpha(t.agreement), "reports": list(t.reports)} for t in agreement.types
        },
        "lacking": list(agreement.lacking),
        "alone": list(agreement.alone),
    }


def _scope(everything: bool) -> str:
    return "all" if everything else "facts"


def _figures(figures: Figures) -> Json:
    return {
        "gold": figures.gold,
        "coded": figures.coded,
        "hits": figures.hits,
        "precision": _round(figures.precision),
        "recall": _round(figures.recall),
        "f1": _round(figures.f1),
    }


def _intervals(found: Intervals | None) -> Json | None:
    if found is None:
        return None
    ranges = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
    return {name: [_round(edge) for edge in r] if r else None for name, r in ranges.items()}


def _cells(confusion: Confusion) -> list[Json]:
    """Cells of a table that are not empty; null stands for no event."""
    cells = sorted(confusion.items(), key=lambda cell: tuple(name or "~" for name in cell[0]))
    return [{"gold": gold, "coded": coded, "events": count} for (gold, coded), count in cells]


def _calibration(found: Calibration | None) -> Json | None:
    if found is None:
        return None
    return {
        "events": found.events,
        "brier": _round(found.brier),
        "expected_calibration_error": _round(found.error),
        "bins": [
            {
                "low": b.low,
                "high": b.high,
                "events": b.events,
                "confidence": _round(b.confidence),
                "right": _round(b.right),
            }
            for b in found.bins
        ],
    }


def _alpha(found: Alpha) -> Json:
    return {
        "alpha": _round(found.alpha),
        "agreed": _round(found.agreed),
        "units": found.units,
        "values": found.values,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
