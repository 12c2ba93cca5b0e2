"""Pinned weights and lemma repairs."""

import json
from pathlib import Path


def build(knowledge: Path, out: Path) -> str:
    """Write weights.json and lemmas.json; returns a line for the log."""
    weights: dict[str, dict[str, str]] = {}
    for path in sorted((knowledge / "parser").glob("*.sha256")):
        rows = (
            line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
        )
        weights[path.stem] = {name: digest for digest, name in rows}
    (out / "weights.json").write_text(json.dumps(weights, indent=0), encoding="utf-8")
    lines = (knowledge / "lexicon" / "en" / "lemmas.tsv").read_text(encoding="utf-8").splitlines()
    rows_out = [line.split("\t")[:3] for line in lines if line.strip() and not line.startswith("#")]
    (out / "lemmas.json").write_text(json.dumps(rows_out, ensure_ascii=False), encoding="utf-8")
    return f"{sum(map(len, weights.values()))} weight files, {len(rows_out)} lemma repairs"
