"""knowledge/questions/*.yml and the states of regions -> _data/questions.json."""

import json
from pathlib import Path
from typing import Any

import yaml

TYPES = frozenset(
    (
        *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"),
        *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    )
)
FIELDS = frozenset(
    {"type", "modes", "cameo", "trigger", "contexts", "figure", "recipient", "after"}
)


def build(knowledge: Path, out: Path) -> str:
    """Compile what questions are read by.

    Raises:
        ValueError: an entry has no id of its own, no example, an unknown type or field, or names one that is not there.
    """
    folder = knowledge / "questions"
    acts = yaml.safe_load((folder / "acts.yml").read_text(encoding="utf-8"))
    words = yaml.safe_load((folder / "words.yml").read_text(encoding="utf-8"))
    places = yaml.safe_load((knowledge / "places" / "regions.yml").read_text(encoding="utf-8"))
    _check(acts + words["carriers"])
    ids = {a["id"] for a in acts}
    for entry in acts:
        _check_act(entry, ids)
    named = {r["name"] for r in words["regions"]}
    listed = [
        {"name": r["name"], "in": r["in"], "also": []}
        for r in places["regions"]
        if r.get("kind") == "region" and len(r.get("in") or ()) > 1 and r["name"] not in named
    ]
    made = {"acts": acts, **words, "regions": [*words["regions"], *listed]}
    text = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / "questions.json").write_text(text, encoding="utf-8")
    return f"{len(acts)} acts, {len(made['regions'])} regions"


def _check(entries: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if not entry.get("id") or entry["id"] in seen or not entry.get("example"):
            msg = f"questions: no id, one used twice, or no example: {entry.get('id')!r}"
            raise ValueError(msg)
        seen.add(entry["id"])


def _check_act(entry: dict[str, Any], ids: set[str]) -> None:
    for row in (*entry["acts"], *entry.get("wider", ())):
        if row.get("type") not in TYPES or set(row) - FIELDS:
            msg = f"questions: {entry['id']}: unknown type or field in {row!r}"
            raise ValueError(msg)
    missing = {*entry.get("opposite", ()), *entry.get("near", ())} - ids
    if missing or not entry.get("says"):
        msg = f"questions: {entry['id']}: no `says`, or unknown ids {sorted(missing)}"
        raise ValueError(msg)
