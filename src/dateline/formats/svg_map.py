"""The map of a brief: land, neutral borders, and the towns that the reports name, none more precisely than they do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from markupsafe import Markup

from dateline.formats.brief_words import named
from dateline.formats.svg_parts import cut, element, joined, number, picture, text_width
from dateline.knowledge.countries import Countries
from dateline.knowledge.outline import Outline
from dateline.records.situation import MapPoint

NOTICE = "Borders are for orientation; they take no side. Contested lines are dotted."
#: Degrees of latitude that a map shows at least (about 550 km): a town's point says no more than the town.
_LEAST = 5.0
_MARGIN = 0.16
_SMALLEST, _LARGEST = 4.5, 15.0
_FONT = 12.5
_SOLID = frozenset({"actual", "historical"})
#: Names of towns shown at most, and their room.
_LABELS, _ROOM = 14, 150.0
_PLACED = frozenset({"exact", "near", None})
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _View:
    """Which part of the world: west edge and degrees a pixel; north edge; pixels."""

    west: float
    north: float
    degree_x: float
    degree_y: float
    width: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a point."""
        return (lon - self.west) / self.degree_x, (self.north - lat) / self.degree_y

    @property
    def box(self) -> Box:
        """West, south, east, north in degrees, with a rim so that cut edges are out of sight."""
        rim_x, rim_y = self.degree_x * 6, self.degree_y * 6
        return (
            self.west - rim_x, self.north - self.height * self.degree_y - rim_y,
            self.west + self.width * self.degree_x + rim_x, self.north + rim_y,
        )  # fmt: skip


def drawable(points: Iterable[MapPoint]) -> list[MapPoint]:
    """Points that the text gives: exact or near ones on the earth; those with more incidents first."""
    found = [
        p
        for p in points
        if p.site.lat is not None and p.site.lon is not None and p.site.precision in _PLACED
        and -90 <= p.site.lat <= 90 and -180 <= p.site.lon <= 180
    ]  # fmt: skip
    return sorted(
        found, key=lambda p: (-len(p.incidents), named(p.site.name), p.site.lat, p.site.lon)
    )


def draw_map(
    points: Sequence[MapPoint], statuses: dict[str, str], outline: Outline, key: str, width: float
) -> Markup:
    """The map, or nothing where no place has a point.

    Args:
        points: towns with their incidents.
        statuses: of each incident; a town with none told as fact gets another shape.
        outline: land and borders.
        key: what ids begin with.
        width: pixels; the height follows.
    """
    shown = drawable(points)
    if not shown:
        return Markup("")
    height = round(width * (0.78 if width > 500 else 0.95))
    view = _view([(p.site.lon or 0.0, p.site.lat or 0.0) for p in shown], width, height)
    marks, boxes = _marks(shown, statuses, view)
    body = [
        element("rect", x=0, y=0, width=width, height=height, class_="sea"),
        element("path", d=_land(outline, view), class_="land", fill_rule="evenodd"),
        element("path", d=_lines(outline.borders, view), class_="border"),
        element("path", d=_lines(outline.disputed, view), class_="contested"),
        *_countries(view, boxes), *marks, *_names(shown, view, boxes), _scale(view),
    ]  # fmt: skip
    return picture(
        key, f"Map of {len(shown)} places", _told(shown), (width, height), joined(body), "map"
    )


def _told(shown: Sequence[MapPoint]) -> str:
    first = ", ".join(f"{named(p.site.name)} {len(p.incidents)}" for p in shown[:8])
    left = f", and {len(shown) - 8} more" if len(shown) > 8 else ""
    return f"Incidents by place: {first}{left}. The table below has them all. {NOTICE}"


def _view(points: Sequence[tuple[float, float]], width: float, height: float) -> _View:
    """The smallest view with a margin that holds all points, never nearer than is honest."""
    west, east = _longitudes([lon for lon, _ in points])
    lats = [lat for _, lat in points]
    south, north = min(lats), max(lats)
    middle = (south + north) / 2
    shrink = max(0.2, cos(radians(min(abs(middle), 75.0))))
    tall = max(_LEAST, (north - south) * (1 + 2 * _MARGIN))
    wide = (east - west) * (1 + 2 * _MARGIN) * shrink
    per_pixel = min(max(tall / height, wide / width), 360.0 * shrink / width)
    span_y, span_x = per_pixel * height, per_pixel * width / shrink
    top = middle + span_y / 2
    if span_y < 180:
        top = min(90.0, max(-90.0 + span_y, top))
    return _View((west + east) / 2 - span_x / 2, top, per_pixel / shrink, per_pixel, width, height)


def _longitudes(found: Iterable[float]) -> tuple[float, float]:
    """West and east of the shortest arc that holds all; east may be beyond 180."""
    lons = sorted(set(found))
    gaps = [(b - a, b) for a, b in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    gap, start = max(gaps, key=lambda g: (g[0], g[1] > 180))
    west = start - 360 if start > 180 else start
    return west, west + 360 - gap


def _turns(lons: Iterable[float], box: Box) -> list[float]:
    """By how many whole turns a shape must be moved to lie in sight."""
    found = list(lons)
    low, high = min(found), max(found)
    return [
        t for t in (-720.0, -360.0, 0.0, 360.0, 720.0) if low + t <= box[2] and high + t >= box[0]
    ]


def _land(outline: Outline, view: _View) -> str:
    parts = []
    for ring in outline.land:
        if min(lat for _, lat in ring) > view.box[3] or max(lat for _, lat in ring) < view.box[1]:
            continue
        for turn in _turns((lon for lon, _ in ring), view.box):
            points = _clipped([(lon + turn, lat) for lon, lat in ring], view.box)
            if path := _path([view.at(*p) for p in points], 3):
                parts.append(f"{path}z")
    return "".join(parts)


def _clipped(ring: list[tuple[float, float]], box: Box) -> list[tuple[float, float]]:
    """The part of a ring inside a box (Sutherland and Hodgman)."""
    for axis, edge, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        found = []
        for a, b in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
            inside_a, inside_b = sign * (a[axis] - edge) >= 0, sign * (b[axis] - edge) >= 0
            if inside_a != inside_b:
                at = (edge - a[axis]) / (b[axis] - a[axis])
                cross = (a[0] + at * (b[0] - a[0]), a[1] + at * (b[1] - a[1]))
                found.append((edge, cross[1]) if axis == 0 else (cross[0], edge))
            if inside_b:
                found.append(b)
        ring = found
    return ring


def _lines(lines: Iterable[Sequence[tuple[float, float]]], view: _View) -> str:
    return "".join(part for line in lines for part in _line(line, view))


def _line(line: Sequence[tuple[float, float]], view: _View) -> Iterator[str]:
    """A line's runs inside the view, each with one point beyond its edge."""
    west, south, east, north = view.box
    for turn in _turns((lon for lon, _ in line), view.box):
        run: list[tuple[float, float]] = []
        before = None
        for lon, lat in ((lon + turn, lat) for lon, lat in line):
            if west <= lon <= east and south <= lat <= north:
                if before and not run:
                    run.append(before)
                run.append((lon, lat))
            elif run:
                run.append((lon, lat))
                yield _path([view.at(*p) for p in run], 2)
                run = []
            before = (lon, lat)
        yield _path([view.at(*p) for p in run], 2)


def _path(points: Sequence[tuple[float, float]], least: int) -> str:
    """Path data of points, those nearer than a pixel to the one before left out."""
    kept: list[tuple[float, float]] = []
    for n, (x, y) in enumerate(points):
        if not kept or n == len(points) - 1 or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 1:
            kept.append((x, y))
    if len(kept) < least:
        return ""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in kept)


def _marks(
    shown: Sequence[MapPoint], statuses: dict[str, str], view: _View
) -> tuple[list[Markup], list[Box]]:
    """A mark a town, the larger ones first so that none is hidden, and the boxes they take."""
    most = max(len(p.incidents) for p in shown)
    marks, boxes = [], []
    for point in shown:
        x, y = _pixel(point, view)
        size = max(_SMALLEST, _LARGEST * sqrt(len(point.incidents) / max(most, 8)))
        boxes.append((x - size, y - size, x + size, y + size))
        title = element("title", f"{named(point.site.name)}: {len(point.incidents)}")
        solid = any(statuses.get(i, "actual") in _SOLID for i in point.incidents)
        kind = "spot" if solid else "spot unsure"
        if point.site.precision == "near":
            kind += " near"
        if solid:
            marks.append(element("circle", title, cx=x, cy=y, r=size, class_=kind))
        else:
            path = f"M{number(x)} {number(y - size)}L{number(x + size)} {number(y)}L{number(x)} {number(y + size)}L{number(x - size)} {number(y)}z"
            marks.append(element("path", title, d=path, class_=kind))
    return marks, boxes


def _pixel(point: MapPoint, view: _View) -> tuple[float, float]:
    lon, lat = point.site.lon or 0.0, point.site.lat or 0.0
    while lon < view.west:
        lon += 360
    return view.at(lon, lat)


def _names(shown: Sequence[MapPoint], view: _View, boxes: list[Box]) -> Iterator[Markup]:
    """Names beside the marks where there is room: right, left, below, above, then the corners."""
    for point, mark in zip(shown[:_LABELS], boxes[: len(shown)].copy(), strict=False):
        name = cut(named(point.site.name), _FONT, _ROOM)
        wide, tall = text_width(name, _FONT), _FONT
        left, top, right, bottom = mark
        x, y = (left + right) / 2, (top + bottom) / 2
        spots = (
            (right + 4, y - tall / 2), (left - 4 - wide, y - tall / 2), (x - wide / 2, bottom + 3), (x - wide / 2, top - 3 - tall),
            (right + 1, bottom - 2), (right + 1, top + 2 - tall), (left - 1 - wide, bottom - 2), (left - 1 - wide, top + 2 - tall),
        )  # fmt: skip
        for spot in spots:
            box = (spot[0], spot[1], spot[0] + wide, spot[1] + tall)
            if _inside(box, view) and not any(_meet(box, other) for other in boxes):
                boxes.append(box)
                yield element(
                    "text", name, x=spot[0], y=spot[1] + tall * 0.82, textLength=None, class_="town"
                )
                break


def _inside(box: Box, view: _View) -> bool:
    return box[0] >= 3 and box[1] >= 3 and box[2] <= view.width - 3 and box[3] <= view.height - 3


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] + 3 and b[0] < a[2] + 3 and a[1] < b[3] + 1 and b[1] < a[3] + 1


def _countries(view: _View, boxes: list[Box]) -> Iterator[Markup]:
    """Names of countries whose middle is in sight and has room, for orientation."""
    size = 10.5
    taken: list[Box] = []
    for country in sorted(Countries.load(), key=lambda c: c.alpha3):
        lon = country.lon
        while lon < view.west:
            lon += 360
        x, y = view.at(lon, country.lat)
        wide = text_width(country.name, size) * 1.25
        box = (x - wide / 2, y - size / 2, x + wide / 2, y + size / 2)
        if _inside(box, view) and not any(_meet(box, other) for other in (*boxes, *taken)):
            taken.append(box)
            yield element("text", country.name.upper(), x=x, y=y + size * 0.35, class_="land-name")
    boxes += taken


def _scale(view: _View) -> Markup:
    """A bar of round kilometres in the lower left corner."""
    per_pixel = view.degree_y * 111.2
    length = max(
        k for k in (1, 50, 100, 200, 500, 1000, 2000, 5000) if k / per_pixel <= view.width / 3
    )
    wide, y = length / per_pixel, view.height - 10
    line = element("path", d=f"M10 {number(y - 4)}v4h{number(wide)}v-4", class_="bar")
    return line + element("text", f"about {length:,} km", x=14 + wide, y=y, class_="small")
