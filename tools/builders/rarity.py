"""How rare words are: from our own sentences (training/sentences), so that no text of others stands behind it."""

import json
from collections import Counter
from math import log
from pathlib import Path

from dateline.knowledge.rarity import words

#: Words in fewer sentences than this count as rare as a word never seen.
_LEAST = 2


def build(knowledge: Path, out: Path) -> str:
    """Count in how many sentences each word stands and write its inverse document frequency."""
    counted: Counter[str] = Counter()
    total = 0
    for path in sorted((knowledge.parent / "training" / "sentences").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                total += 1
                counted.update(set(words(json.loads(line)["text"])))
    known = {w: round(log(total / n), 2) for w, n in sorted(counted.items()) if n >= _LEAST}
    found = {"unknown": round(log(total / 0.5), 2), "words": known}
    (out / "rarity.json").write_text(json.dumps(found), encoding="utf-8")
    return f"{len(known):,} words of {total:,} sentences"
