"""Names, number words, holidays and context words of the time grammar."""

import json
from pathlib import Path
from typing import Any

import yaml

#: Part of calendar.yml -> class of the grammar.
CLASSES = {
    "months": "MONTH",
    "month_abbreviations": "ABBR",
    "weekdays": "WDAY",
    "weekday_abbreviations": "WABBR",
    "weekdays_plural": "WDAYS",
    "seasons": "SEASON",
    "parts": "PART",
    "hours": "NOON",
    "units": "UNIT",
    "adverbs": "ADVERB",
    "zones": "ZONE",
}


def build(knowledge: Path, out: Path) -> str:
    """Write dates.json; returns a line for the log."""
    folder = knowledge / "dates"
    calendar, numbers, holidays, context = (
        yaml.safe_load((folder / f"{name}.yml").read_text(encoding="utf-8"))
        for name in ("calendar", "numbers", "holidays", "context")
    )
    words: dict[str, dict[str, Any]] = {}
    for part, name in CLASSES.items():
        for value, forms in calendar[part].items():
            for form in forms:
                words.setdefault(form, {})[name] = value
    for form in calendar["plural_units"]:
        words[form]["UNITS"] = words[form]["UNIT"]
    for form, value in numbers["cardinals"].items():
        words.setdefault(form, {})["NUMW"] = value
    for form, value in numbers["ordinals"].items():
        words.setdefault(form, {})["ORDW"] = value
    for form in numbers["vague"]:
        words.setdefault(form, {})["VAGUE"] = "X"
    data = {"words": words, "holidays": holidays, "context": context}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / "dates.json").write_text(text, encoding="utf-8")
    return f"{len(words)} words, {len(holidays)} holidays"
