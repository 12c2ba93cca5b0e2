"""How many: digits, words, halves; vague amounts count as None."""

from typing import Any

from dateline.resolve.time.grammar import Hit

_ONE = frozenset({"a", "an"})
_HUNDRED = 100
_MOST = 100_000


def quantity(hit: Hit, part: str) -> float | None:
    """Amount of a part; None when it is vague ("several", "a few") or past all reason.

    "two and a half" is left to the caller.
    """
    words = hit.all(part)
    if any("VAGUE" in hit.values.get(w, {}) for w in words):
        return None
    if words[0] == "half":
        return 0.5
    total = sum((_digits(w) for w in words if w[0].isdigit()), 0.0) or _spelled(words, hit.values)
    if total == 0 and words[0] in _ONE:
        total = 1.0
    return total if 0 < total < _MOST else None


def _digits(word: str) -> float:
    if "/" in word:
        top, bottom = word.split("/")[:2]
        return int(top) / int(bottom) if bottom.isdigit() and int(bottom) else 0.0
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return 0.0


def _spelled(words: list[str], values: Any) -> float:
    total = 0.0
    for word in words:
        value = values.get(word, {}).get("NUMW")
        if value is None:
            continue
        total = (total or 1) * value if value == _HUNDRED else total + value
    return total
