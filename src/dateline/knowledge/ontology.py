"""What an event or a claim can be: types, their modes, statuses, acts of speech."""

from functools import cache

from dateline.knowledge.files import load_json

STATUSES = ("actual", "historical", "planned", "hypothetical", "alleged", "denied", "negated")
ACTS = (
    *("say", "assert", "deny", "accuse", "promise", "threaten", "urge", "order", "request"),
    *("hope", "predict", "declare", "question"),
)


@cache
def modes_by_type() -> dict[str, tuple[str, ...]]:
    """PLOVER's types, each with its modes, both by name; a type without modes has none."""
    raw = load_json("lexicon.json")
    found: dict[str, set[str]] = {
        kind: set(row.get("modes", ())) for kind, row in raw["scores"].items()
    }
    for entry in raw["entries"]:
        found.setdefault(entry["type"], set()).update(entry.get("modes") or ())
    for row in raw["cameo"].values():
        if row["mode"]:
            found.setdefault(row["type"], set()).add(row["mode"])
    return {kind: tuple(sorted(found[kind])) for kind in sorted(found) if kind}
