"""The world outline: land and borders of Natural Earth, simplified, with contested lines set apart.

Reads a TopoJSON file (arcs shared by neighbours, numbers quantised and told as differences), gives ``outline.json``: ``scale``
(parts of a degree), ``land`` (rings), ``borders`` and ``disputed`` (lines); each a flat list of lon, lat, then differences.  Rings and
lines that cross 180 degrees go on beyond it instead of jumping to the other side, so that no fill or stroke runs across the map.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Point = tuple[float, float]
Box = tuple[float, float, float, float]

SOURCE = "countries-50m.json.gz"
SHA256 = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
#: Parts of a degree in the compiled file (0.01: one kilometre), and how far a dropped point may lie off the line, in degrees.
SCALE, TOLERANCE = 100, 0.03
LARGEST = 250_000
_POLE = 300.0  # degrees that a ring must turn to count as going round a pole


def build(knowledge: Path, out: Path) -> str:
    """Write outline.json; returns a line for the log.

    Raises:
        ValueError: the source is not the one known, a contested pair shares no line, or the outline is too large.
    """
    raw = gzip.decompress((knowledge / "maps" / SOURCE).read_bytes())
    if hashlib.sha256(raw).hexdigest() != SHA256:
        msg = f"maps/{SOURCE} is not the file it should be: its SHA-256 differs"
        raise ValueError(msg)
    topology = json.loads(raw)
    arcs = [simplified(arc) for arc in _arcs(topology)]
    land = [r for r in _rings(topology["objects"]["land"]["geometries"][0], arcs) if len(r) > 3]
    plain, disputed = _borders(topology["objects"]["countries"], arcs, _pairs(knowledge))
    data = {
        "scale": SCALE,
        "land": [_packed(ring) for ring in land],
        "borders": [_packed(line) for line in plain],
        "disputed": [_packed(line) for line in disputed],
    }
    text = json.dumps(data, separators=(",", ":"))
    if len(text) > LARGEST:
        msg = f"outline.json has {len(text):,} bytes, more than {LARGEST:,}: raise TOLERANCE"
        raise ValueError(msg)
    (out / "outline.json").write_text(text, encoding="utf-8")
    return (
        f"{len(land)} rings, {len(plain)} borders, {len(disputed)} contested, {len(text):,} bytes"
    )


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Arcs in degrees; the source tells each point as the difference from the one before."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def simplified(points: list[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """The line without points that lie nearer than ``tolerance`` to the line left (Douglas and Peucker); ends stay."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far, at = max(
            (_off(points[i], points[first], points[last]), i) for i in range(first + 1, last)
        )
        if far > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    at = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length)) if length else 0.0
    return float(((px - ax - at * dx) ** 2 + (py - ay - at * dy) ** 2) ** 0.5)


def _rings(geometry: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        for ring in polygon:
            yield closed(unwrapped(_joined(ring, arcs)))


def _joined(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs end to end; a negative number (``~n``) is arc ``n`` backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def unwrapped(points: list[Point]) -> list[Point]:
    """The line going on beyond 180 degrees where it would jump to the other side of the world."""
    found, turn, before = [], 0.0, None
    for lon, lat in points:
        if before is not None and abs(lon - before) > 180:
            turn += 360.0 if lon < before else -360.0
        found.append((lon + turn, lat))
        before = lon
    return found


def closed(ring: list[Point]) -> list[Point]:
    """A ring round a pole (its ends lie a whole turn apart) goes by way of that pole; others stay as they are."""
    (first, _), (last, lat) = ring[0], ring[-1]
    if abs(last - first) < _POLE:
        return ring
    pole = -90.0 if lat < 0 else 90.0
    return [*ring, (last, pole), (first, pole), ring[0]]


def _pairs(knowledge: Path) -> dict[frozenset[str], Box | None]:
    data = yaml.safe_load((knowledge / "maps" / "disputed.yml").read_text(encoding="utf-8"))
    return {
        frozenset(row["between"]): tuple(row["box"]) if "box" in row else None
        for row in data["lines"]
    }


def _borders(
    countries: dict[str, Any], arcs: list[list[Point]], pairs: dict[frozenset[str], Box | None]
) -> tuple[list[list[Point]], list[list[Point]]]:
    """Lines between two countries, and of these the contested ones."""
    owners: dict[int, set[str]] = {}
    for country in countries["geometries"]:
        for number in _numbers(country["arcs"]):
            owners.setdefault(number if number >= 0 else ~number, set()).add(
                country["properties"]["name"]
            )
    shared = {n: frozenset(names) for n, names in owners.items() if len(names) > 1}
    if missing := set(pairs) - set(shared.values()):
        names = "; ".join(sorted(" and ".join(sorted(pair)) for pair in missing))
        msg = f"disputed.yml: no line between {names}"
        raise ValueError(msg)
    plain: list[list[Point]] = []
    disputed: list[list[Point]] = []
    for number in sorted(shared):
        line, pair = unwrapped(arcs[number]), shared[number]
        if pair not in pairs:
            plain.append(line)
            continue
        for piece, inside in _split(line, pairs[pair]):
            (disputed if inside else plain).append(piece)
    return plain, disputed


def _numbers(arcs: Any) -> Iterator[int]:
    if isinstance(arcs, int):
        yield arcs
        return
    for part in arcs:
        yield from _numbers(part)


def _split(line: list[Point], box: Box | None) -> Iterator[tuple[list[Point], bool]]:
    """Pieces of a line inside and outside a box, cut at its points; all of it is inside where there is no box."""
    if box is None:
        yield line, True
        return
    west, south, east, north = box
    piece, state = [line[0]], None
    for before, after in zip(line, line[1:], strict=False):
        lon, lat = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
        inside = west <= lon <= east and south <= lat <= north
        if state is not None and inside != state:
            yield piece, state
            piece = [before]
        piece.append(after)
        state = inside
    if state is not None:
        yield piece, state


def _packed(points: list[Point]) -> list[int]:
    flat: list[int] = []
    x = y = 0
    for lon, lat in points:
        new_x, new_y = round(lon * SCALE), round(lat * SCALE)
        if flat and new_x == x and new_y == y:
            continue
        flat += [new_x - x, new_y - y]
        x, y = new_x, new_y
    return flat
