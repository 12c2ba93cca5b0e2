"""knowledge/ledger/*.yml -> _data/ledger.json."""

import json
from pathlib import Path
from typing import Any

import yaml

FORMS = {"noun", "adverb", "object"}
STATUSES = {"actual", "historical", "planned", "alleged", "hypothetical", "denied", "negated"}


def build(knowledge: Path, out: Path) -> str:
    """Compile what the headline, the tensions and the commitment of an act rest on.

    Raises:
        ValueError: an entry has no id of its own, an unknown form or no example, or a number is not from 0 to 1.5.
    """
    folder = knowledge / "ledger"
    names = ("presuppositions", "earlier", "tensions", "commitment", "taking")
    raw = {n: yaml.safe_load((folder / f"{n}.yml").read_text(encoding="utf-8")) for n in names}
    _check_ids(raw["presuppositions"] + raw["tensions"]["pairs"])
    for entry in raw["presuppositions"]:
        if entry["form"] not in FORMS or not entry.get("examples") or "{it}" not in entry["asks"]:
            msg = f"presuppositions: entry {entry['id']!r} has an unknown form, no example or no {{it}}"
            raise ValueError(msg)
    _check_numbers(raw["commitment"])
    text = json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / "ledger.json").write_text(text, encoding="utf-8")
    return f"{len(raw['presuppositions'])} presuppositions, {len(raw['tensions']['pairs'])} pairs of words"


def _check_ids(entries: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if not entry.get("id") or entry["id"] in seen:
            msg = f"ledger: no id or one used twice: {entry.get('id')!r}"
            raise ValueError(msg)
        seen.add(entry["id"])


def _check_numbers(table: dict[str, Any]) -> None:
    if set(table["status"]) != STATUSES:
        msg = f"commitment: statuses must be {sorted(STATUSES)}"
        raise ValueError(msg)
    plain = [*table["status"].values(), *table["sources"].values(), *table["acts"].values()]
    listed = [row["factor"] for row in (*table["hedges"], *table["plans"])]
    if any(not 0 <= n <= 1.5 for n in (*plain, *listed, table["link"])):  # noqa: PLR2004
        msg = "commitment: a factor is not from 0 to 1.5"
        raise ValueError(msg)
