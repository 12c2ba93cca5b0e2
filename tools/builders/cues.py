"""knowledge/cues/*.yml -> _data/speech.json and _data/relations.json."""

import json
from pathlib import Path
from typing import Any

import yaml

ACTS = {
    "say", "assert", "deny", "accuse", "promise", "threaten", "urge", "order", "request", "hope",
    "predict", "declare", "question",
}  # fmt: skip
VERB_FRAMES = {
    "clause", "quote", "inf", "gerund", "object", "report", "as", "name", "source", "raised",
    "of", "for", "against", "on", "about", "to", "with", "at",
}  # fmt: skip
NOUN_FRAMES = {"that", "of", "inf", "for", "about", "against"}
KINDS = {
    "leads", "speaks_for", "member_of", "backs", "opposes", "controls", "based_in", "part_of",
}  # fmt: skip


def build(knowledge: Path, out: Path) -> str:
    """Compile the cues of speech and of standing relations.

    Raises:
        ValueError: an entry has an unknown act, frame or kind, no example, or an id used twice.
    """
    folder = knowledge / "cues"
    speech = _speech(yaml.safe_load((folder / "speech.yml").read_text(encoding="utf-8")))
    relations = _relations(yaml.safe_load((folder / "relations.yml").read_text(encoding="utf-8")))
    for name, data in (("speech.json", speech), ("relations.json", relations)):
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (out / name).write_text(text, encoding="utf-8")
    return (
        f"{len(speech['verbs'])} verbs and {len(speech['nouns'])} nouns of speech, "
        f"{len(relations['words'])} words of relation"
    )


def _speech(raw: dict[str, Any]) -> dict[str, Any]:
    _check_ids(raw["verbs"] + raw["nouns"])
    verbs: dict[str, list[dict[str, Any]]] = {}
    for entry in raw["verbs"]:
        _check(entry, VERB_FRAMES)
        for form in entry["verbs"]:
            lemma, _, particle = form.partition(" ")
            verbs.setdefault(lemma, []).append(
                {
                    "id": entry["id"],
                    "particle": particle,
                    "takes": entry["takes"],
                    "hearer": bool(entry.get("hearer")),
                    "subject": entry.get("subject", ""),
                    "only": entry.get("only", []),
                    "attitude": bool(entry.get("attitude")),
                }
            )
    nouns: dict[str, list[dict[str, Any]]] = {}
    for entry in raw["nouns"]:
        _check(entry, NOUN_FRAMES)
        for lemma in entry["nouns"]:
            nouns.setdefault(lemma, []).append({"id": entry["id"], "takes": entry["takes"]})
    lists = {k: sorted(set(v)) for k, v in raw.items() if k not in {"verbs", "nouns", "forms"}}
    return {"verbs": verbs, "nouns": nouns, "forms": raw["forms"], **lists}


def _check(entry: dict[str, Any], frames: set[str]) -> None:
    strange = set(entry["takes"]) - frames or set(entry["takes"].values()) - ACTS
    if strange or not entry.get("examples"):
        msg = (
            f"cues: entry {entry['id']!r}: unknown {sorted(strange)}"
            if strange
            else f"cues: entry {entry['id']!r} has no example"
        )
        raise ValueError(msg)


def _check_ids(entries: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry["id"] in seen:
            msg = f"cues: id {entry['id']!r} is used twice"
            raise ValueError(msg)
        seen.add(entry["id"])


def _relations(raw: dict[str, Any]) -> dict[str, Any]:
    _check_ids(raw["entries"])
    words: dict[str, list[dict[str, Any]]] = {}
    for entry in raw["entries"]:
        if entry["kind"] not in KINDS or not entry.get("examples"):
            msg = f"cues: relation {entry['id']!r}: unknown kind {entry['kind']!r} or no example"
            raise ValueError(msg)
        for form in entry["words"]:
            rule = {k: v for k, v in entry.items() if k not in {"words", "examples", "not"}}
            words.setdefault(form, []).append(rule)
    lists = {k: sorted(set(v)) for k, v in raw.items() if k != "entries"}
    return {"words": words, **lists}
