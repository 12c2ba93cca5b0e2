"""The outline of the world for maps: land, borders, and the lines that somebody contests.

The bundled one comes from Natural Earth; anybody may put another in its place as GeoJSON: polygons are land; lines are borders, and
those with a property ``disputed: true`` are drawn as contested.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.knowledge.files import load_json

Point = tuple[float, float]
Path_ = tuple[Point, ...]
#: Bytes of a user's outline.
_LARGEST = 50_000_000
_FIX = "give GeoJSON with polygons (land) and lines (borders)"


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings and lines as (lon, lat) in degrees; they may go on beyond 180 but never jump across it."""

    land: tuple[Path_, ...]
    borders: tuple[Path_, ...] = ()
    disputed: tuple[Path_, ...] = ()


@cache
def load_outline() -> Outline:
    """The bundled outline, read once per process."""
    data = load_json("outline.json")
    scale = data["scale"]
    return Outline(
        *(
            tuple(_unpacked(flat, scale) for flat in data[k])
            for k in ("land", "borders", "disputed")
        )
    )


def _unpacked(flat: list[int], scale: int) -> Path_:
    x = y = 0
    points = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    return tuple(points)


def read_outline(path: str) -> Outline:
    """An outline of the user's own.

    Raises:
        UsageError: the file cannot be read, is no GeoJSON, or holds no land.
    """
    try:
        file = Path(path)
        if file.stat().st_size > _LARGEST:
            msg = f"--outline {path} has more than {_LARGEST:,} bytes: give a simpler outline"
            raise UsageError(msg)
        data = json.loads(file.read_text(encoding="utf-8"))
        shapes = list(_shapes(data, disputed=False))
    except OSError as fault:
        msg = f"--outline {path} cannot be read ({fault.strerror}): {_FIX}"
        raise UsageError(msg) from fault
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as fault:
        msg = f"--outline {path} is no GeoJSON ({type(fault).__name__}): {_FIX}"
        raise UsageError(msg) from fault
    found: dict[str, list[Path_]] = {"land": [], "borders": [], "disputed": []}
    for kind, points in shapes:
        found[kind].append(points)
    if not found["land"]:
        msg = f"--outline {path} holds no polygon: {_FIX}"
        raise UsageError(msg)
    return Outline(tuple(found["land"]), tuple(found["borders"]), tuple(found["disputed"]))


def _shapes(node: Any, *, disputed: bool) -> Iterator[tuple[str, Path_]]:
    """Every ring and line below a GeoJSON object."""
    kind = node["type"]
    if kind == "FeatureCollection":
        for feature in node["features"]:
            yield from _shapes(feature, disputed=disputed)
    elif kind == "Feature":
        contested = (node.get("properties") or {}).get("disputed") is True
        if node["geometry"]:
            yield from _shapes(node["geometry"], disputed=contested)
    elif kind == "GeometryCollection":
        for part in node["geometries"]:
            yield from _shapes(part, disputed=disputed)
    else:
        yield from _paths(kind, node["coordinates"], "disputed" if disputed else "borders")


def _paths(kind: str, found: Any, line: str) -> Iterator[tuple[str, Path_]]:
    if kind == "Polygon":
        yield from (("land", _points(ring)) for ring in found)
    elif kind == "MultiPolygon":
        yield from (("land", _points(ring)) for polygon in found for ring in polygon)
    elif kind == "LineString":
        yield line, _points(found)
    elif kind == "MultiLineString":
        yield from ((line, _points(part)) for part in found)


def _points(found: Any) -> Path_:
    points = tuple((float(p[0]), float(p[1])) for p in found)
    if not all(-540 <= lon <= 540 and -90 <= lat <= 90 for lon, lat in points):
        msg = "a point that is not on the earth"
        raise ValueError(msg)
    return points
