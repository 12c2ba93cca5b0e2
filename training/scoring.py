"""Batches, predictions and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import IGNORED, PAD, ROLES, STATUSES, TYPES, Encoded

Array = NDArray[np.generic]
Runner = Callable[[Array, Array], tuple[Array, Array, Array]]
NONE = TYPES.index("NONE")


@dataclass
class Predictions:
    """Logits for a list of sentences, in its order."""

    types: Array
    statuses: Array
    roles: list[Array]


def pad(batch: list[Encoded]) -> tuple[Array, Array, Array]:
    """Pad a batch to its longest sentence: ids, mask, roles."""
    length = max(len(item.ids) for item in batch)
    ids = np.full((len(batch), length), PAD, dtype=np.int64)
    roles = np.full((len(batch), length), IGNORED, dtype=np.int64)
    mask = np.zeros((len(batch), length), dtype=np.int64)
    for row, item in enumerate(batch):
        ids[row, : len(item.ids)] = item.ids
        roles[row, : len(item.ids)] = item.roles
        mask[row, : len(item.ids)] = 1
    return ids, mask, roles


def _by_length(items: list[Encoded], size: int) -> Iterator[list[int]]:
    order = sorted(range(len(items)), key=lambda i: len(items[i].ids))
    for start in range(0, len(order), size):
        yield order[start : start + size]


def predict(runner: Runner, items: list[Encoded], size: int = 32) -> Predictions:
    """Run a model over sentences, similar lengths together."""
    types = np.zeros((len(items), len(TYPES)), dtype=np.float32)
    statuses = np.zeros((len(items), len(STATUSES)), dtype=np.float32)
    roles: list[Array] = [np.zeros(0)] * len(items)
    for places in _by_length(items, size):
        ids, mask, _ = pad([items[i] for i in places])
        found = runner(ids, mask)
        for row, place in enumerate(places):
            types[place], statuses[place] = found[0][row], found[1][row]
            roles[place] = found[2][row, : len(items[place].ids)]
    return Predictions(types, statuses, roles)


def _prf(hits: int, said: int, true: int) -> dict[str, float]:
    precision, recall = hits / max(said, 1), hits / max(true, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def figures(items: list[Encoded], found: Predictions) -> dict[str, Any]:
    """Compute precision, recall and F1 per type, and the figures for status and roles."""
    true, said = np.array([item.type for item in items]), found.types.argmax(1)
    per_type = {}
    for number, name in enumerate(TYPES):
        hits = int(((true == number) & (said == number)).sum())
        scores: dict[str, float] = _prf(
            hits, int((said == number).sum()), int((true == number).sum())
        )
        per_type[name] = scores | {"count": int((true == number).sum())}
    event = true != NONE  # the status of what is no event matters to nobody
    status = np.array([item.status for item in items])
    status_said = found.statuses.argmax(1)
    per_status = {}
    for number, name in enumerate(STATUSES):
        a, b = event & (status == number), event & (status_said == number)
        per_status[name] = _prf(int((a & b).sum()), int(b.sum()), int(a.sum()))
    event_types = [scores["f1"] for name, scores in per_type.items() if name != "NONE"]
    return {
        "sentences": len(items),
        "macro_f1": round(float(np.mean([s["f1"] for s in per_type.values()])), 4),
        "macro_f1_without_none": round(float(np.mean(event_types)), 4),
        "type_accuracy": round(float((true == said).mean()), 4),
        "status_accuracy": round(float((status == status_said)[event].mean()), 4),
        "status_macro_f1": round(float(np.mean([s["f1"] for s in per_status.values()])), 4),
        "roles": _role_figures(items, found.roles),
        "per_type": per_type,
        "per_status": per_status,
    }


def _role_figures(items: list[Encoded], found: list[Array]) -> dict[str, dict[str, float]]:
    true = np.concatenate([item.roles for item in items])
    said = np.concatenate([roles.argmax(-1) for roles in found])
    counted = true != IGNORED
    scores = {}
    total = np.zeros(3, dtype=int)
    for number, name in enumerate(ROLES[1:], 1):
        a, b = counted & (true == number), counted & (said == number)
        counts = np.array([(a & b).sum(), b.sum(), a.sum()], dtype=int)
        total += counts
        scores[name] = _prf(*map(int, counts))
    return scores | {"both": _prf(*map(int, total))}


def table(scores: dict[str, Any]) -> str:
    """Set the figures out for reading."""
    lines = [f"{'':<16} {'count':>5} {'prec':>6} {'rec':>6} {'f1':>6}"]
    groups = {"": scores["per_type"], "is ": scores["per_status"], "role ": scores["roles"]}
    for prefix, group in groups.items():
        lines += [
            f"{prefix + name:<16} {row.get('count', ''):>5} {row['precision']:>6.3f}"
            f" {row['recall']:>6.3f} {row['f1']:>6.3f}"
            for name, row in group.items()
        ]
    lines += [f"{name} {value}" for name, value in scores.items() if isinstance(value, float)]
    return "\n".join(lines)
