"""The print of a report: what tells its text from others', for copies and for reports of one matter."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log, sqrt
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from dateline.knowledge.rarity import Rarity, words
from dateline.ledger.same import TOWN

Json = dict[str, Any]
#: A shingle is so many words; the smallest hashes of so many shingles stand for the text (bottom-k sketch).
SHINGLE, SKETCH = 4, 64
#: Words of a report that count: its head tells what it is about, its foot the background of everything.
_HEAD = 450
#: Rarest terms kept.
_TERMS = 60
#: Words less rare than this are in every report.
_COMMON = 3.0
_OWN_ID = re.compile(r"r-[0-9a-f]{12}")
#: How much the words of widely known names count: whole wars share them.
_KNOWN = 0.35
_TITLE_TWICE = 2


@dataclass(frozen=True, slots=True)
class Print:
    """``terms`` are the weights of the telling words (length 1 as a vector), ``sketch`` hashes of the text's shingles.

    ``towns`` are those named, the most often named first; ``lead`` those of the title and first sentences.
    ``days`` are the days (ISO) up to its publication that it tells of.
    """

    report: int
    id: str
    outlet: str
    published: str | None
    terms: dict[str, float]
    sketch: frozenset[int]
    words: int
    towns: tuple[str, ...]
    lead: frozenset[str]
    days: frozenset[str] = frozenset()


def print_of(key: int, record: Json) -> Print:
    """The print of a record of the contract.

    Args:
        key: of the report, in the store or in the input.
        record: with ``report.text``.
    """
    report = record["report"]
    said = words(report["text"])
    towns, lead = _towns(record)
    return Print(
        report=key,
        id=str(report["id"]),
        outlet=outlet_of(report),
        published=report.get("published"),
        terms=_terms(record, said),
        sketch=sketch_of(said),
        words=len(said),
        towns=towns,
        lead=lead,
        days=_days(record),
    )


def outlet_of(report: Json) -> str:
    """Whose voice a report is: the agency whose text it prints, else its publisher, its page's host, itself."""
    for name in ((report.get("dateline") or {}).get("agency"), report.get("publisher")):
        if name:
            return " ".join(str(name).casefold().split())
    if host := _host(str(report.get("url") or "")):
        return host
    ident, file = str(report["id"]), PurePath(report.get("input") or "").name
    # Our own ids say nothing to a reader; the name of the file does.
    return file if file and file != "-" and _OWN_ID.fullmatch(ident) else f"report {ident}"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # such as http://[bad
        return ""


def sketch_of(said: list[str]) -> frozenset[int]:
    """The smallest hashes of a text's shingles; the same for the same words whatever their marks."""
    hashes = {_hash(" ".join(said[i : i + SHINGLE])) for i in range(len(said) - SHINGLE + 1)}
    return frozenset(sorted(hashes)[:SKETCH])


def _hash(words_: str) -> int:
    plain = unicodedata.normalize("NFKC", words_).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(plain, digest_size=6).digest())


def _terms(record: Json, said: list[str]) -> dict[str, float]:
    rarity, known = Rarity.load(), set(_known_words(record))
    title = words(record["report"].get("title") or "")
    counts = Counter(said[:_HEAD])
    counts.update(dict.fromkeys(title, _TITLE_TWICE))
    weights = {}
    for word, n in counts.items():
        rare = rarity.of(word) - _COMMON
        if rare > 0 and len(word) > 1:
            weights[word] = (1 + log(n)) * rare * (_KNOWN if word in known else 1.0)
    kept = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_TERMS]
    length = sqrt(sum(v * v for _, v in kept)) or 1.0
    return {w: round(v / length, 4) for w, v in kept}


def _known_words(record: Json) -> Iterator[str]:
    """Words of names that many reports share: states, and whoever stands in the actor base."""
    for actor in record["actors"]:
        if actor.get("wikidata") or actor.get("kind") == "country":
            for name in (actor["name"], *(actor.get("aliases") or ())):
                yield from words(name)
    for place in record["places"]:
        if place.get("precision") in {"country", "admin1"}:
            yield from words(place["text"])


def _towns(record: Json) -> tuple[tuple[str, ...], frozenset[str]]:
    found = [
        p
        for p in record["places"]
        if p.get("name") and p.get("precision") in TOWN and p.get("use") != "metonymic"
    ]
    counted = Counter(p["name"] for p in found)
    text = record["report"]["text"]
    head = len(text) // 5 + 200
    lead = frozenset(p["name"] for p in found if p["span"][0] < head)
    return tuple(sorted(counted, key=lambda n: (-counted[n], n))), lead


def _days(record: Json) -> frozenset[str]:
    published = record["report"].get("published") or "9999"
    single = (d["start"] for d in record["dates"] if d.get("start") and d["start"] == d.get("end"))
    return frozenset(day for day in single if day <= published)
