"""The map: what is drawn, what is not, and outlines of other people's making."""

import json
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from formats import made_brief

from dateline.errors import UsageError
from dateline.formats import svg_map
from dateline.formats.svg_map import NOTICE, draw_map, drawable
from dateline.formats.svg_parts import ticks
from dateline.formats.svg_timeline import draw_timeline, unit_of
from dateline.knowledge.outline import Outline, read_outline
from dateline.records.incident import Site
from dateline.records.situation import MapPoint

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from builders.outline import closed, simplified, unwrapped

LAND = Outline((((170.0, -20.0), (190.0, -20.0), (190.0, -10.0), (170.0, -10.0)),))


@pytest.fixture(autouse=True)
def no_countries(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.knowledge.countries import Countries

    monkeypatch.setattr(svg_map.Countries, "load", classmethod(lambda _: Countries([], {})))


def point(
    name: str, lat: float | None, lon: float | None, precision: str | None = "exact", n: int = 1
) -> MapPoint:
    return MapPoint(
        Site(name, None, None, lat, lon, precision), tuple(f"{name}{i}" for i in range(n))
    )


def places(svg: str) -> list[tuple[float, float]]:
    """Middles of the round marks."""
    return [
        (float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.-]+)" cy="([\d.-]+)"', svg)
    ]


def spans(path: str) -> list[float]:
    """How far each step of a path's data goes."""
    numbers = [tuple(map(float, p.split())) for p in re.findall(r"[-\d.]+ [-\d.]+", path)]
    return [abs(a[0] - b[0]) for a, b in pairwise(numbers)]


def test_only_what_the_text_gives_a_point_is_drawn() -> None:
    known = point("Bol", 13.5, 14.7)
    vague = [
        point("Chad", 15.0, 19.0, "country"),
        point("Lac", 13.0, 14.0, "admin1"),
        point("X", None, None),
        point("Y", 95.0, 0.0),
    ]
    assert drawable([known, *vague]) == [known]
    assert draw_map(vague, {}, LAND, "m", 600) == ""


def test_a_near_place_is_an_open_ring_and_one_without_facts_no_circle() -> None:
    near = draw_map([point("Bol", 13.5, 14.7, "near")], {}, LAND, "m", 600)
    exact = draw_map([point("Bol", 13.5, 14.7)], {}, LAND, "m", 600)
    unsure = draw_map([point("Bol", 13.5, 14.7)], {"Bol0": "alleged"}, LAND, "m", 600)
    assert 'class="spot near"' in near
    assert 'class="spot"' in exact
    assert 'class="spot unsure"' in unsure
    assert places(unsure) == []


def test_one_town_is_shown_with_hundreds_of_kilometres_round_it() -> None:
    svg = draw_map([point("A", 10.0, 10.0), point("B", 10.01, 10.01)], {}, LAND, "m", 600)
    (ax, ay), (bx, by) = places(svg)
    assert abs(ax - bx) < 2
    assert abs(ay - by) < 2


def test_towns_on_both_sides_of_the_antimeridian_lie_beside_each_other_without_stripes() -> None:
    svg = draw_map(
        [point("Suva", -18.0, 178.4), point("Taveuni", -16.9, -179.9)], {}, LAND, "m", 600
    )
    (ax, _), (bx, _) = places(svg)
    assert 0 < bx - ax < 300
    land = re.search(r'<path d="([^"]+)" class="land"', svg)
    assert land
    assert land[1].count("M") == 1


def test_names_do_not_cover_each_other_nor_leave_the_map() -> None:
    towns = [
        point(f"Town number {n}", 10 + n % 5 * 1.7, 10 + n // 5 * 1.9, n=20 - n) for n in range(20)
    ]
    svg = draw_map(towns, {}, LAND, "m", 600)
    boxes = [
        (float(x), float(y))
        for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)" class="town"', svg)
    ]
    assert len(boxes) > 2
    for i, (x, y) in enumerate(boxes):
        assert 0 <= x < 600
        assert not [1 for u, v in boxes[:i] if abs(y - v) < 12 and abs(x - u) < 60]


def test_the_map_says_that_borders_take_no_side() -> None:
    assert NOTICE in draw_map([point("Bol", 13.5, 14.7)], {}, LAND, "m", 600)


def geojson(tmp_path: Path, data: object) -> str:
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


def test_an_outline_of_ones_own(tmp_path: Path) -> None:
    ring, line = [[0, 0], [9, 0], [9, 9], [0, 0]], [[0, 0], [9, 9]]
    shapes = [
        {
            "type": "Feature",
            "properties": None,
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        },
        {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "LineString", "coordinates": line},
        },
        {
            "type": "Feature",
            "properties": {"disputed": True},
            "geometry": {"type": "MultiLineString", "coordinates": [line]},
        },
        {"type": "Feature", "properties": {}, "geometry": None},
    ]
    made = read_outline(geojson(tmp_path, {"type": "FeatureCollection", "features": shapes}))
    assert (len(made.land), len(made.borders), len(made.disputed)) == (1, 1, 1)


@pytest.mark.parametrize(
    "data", [{}, [], "x", {"type": "Polygon"}, {"type": "Polygon", "coordinates": [[["a", 0]]]}, {"type": "Polygon", "coordinates": [[[0, 99]]]},
             {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}],
)  # fmt: skip
def test_a_file_that_is_no_outline_gets_one_line(tmp_path: Path, data: object) -> None:
    with pytest.raises(UsageError, match=r"--outline .* polygon"):
        read_outline(geojson(tmp_path, data))
    with pytest.raises(UsageError, match="cannot be read"):
        read_outline(str(tmp_path / "none"))


def test_builder_goes_on_beyond_180_degrees_and_round_the_pole() -> None:
    assert unwrapped([(179.0, 1.0), (-179.0, 2.0), (179.5, 3.0)]) == [
        (179.0, 1.0),
        (181.0, 2.0),
        (179.5, 3.0),
    ]
    turn = [(-180.0, -70.0), (0.0, -71.0), (180.0, -70.0)]
    assert closed(turn)[-3:] == [(180.0, -90.0), (-180.0, -90.0), (-180.0, -70.0)]
    assert closed([(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)]) == [(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)]


def test_builder_drops_only_points_near_the_line() -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 1.0)]
    assert simplified(line, 0.01) == [(0.0, 0.0), (2.0, 0.0), (3.0, 1.0)]


@pytest.mark.model
def test_bundled_outline_has_no_step_across_the_world() -> None:
    from dateline.knowledge.outline import load_outline

    outline = load_outline()
    assert len(outline.land) > 1000
    assert len(outline.disputed) > 20
    for path in (*outline.land, *outline.borders, *outline.disputed):
        steps = [abs(a[0] - b[0]) for a, b in pairwise(path) if a[1] > -89 and b[1] > -89]
        assert max(steps, default=0) < 90


def test_axis_names_days_weeks_months_or_years() -> None:
    from datetime import date

    def names(first: date, last: date) -> list[str]:
        return [name for _, name in ticks(first, last, 10)]

    assert names(date(2025, 3, 1), date(2025, 3, 4)) == ["1 Mar", "2 Mar", "3 Mar", "4 Mar"]
    assert names(date(2025, 3, 1), date(2025, 4, 10))[:2] == ["1 Mar", "8 Mar"]
    assert names(date(2024, 11, 5), date(2025, 6, 1))[:3] == ["Dec 2024", "Jan 2025", "Feb"]
    assert names(date(1990, 1, 1), date(2025, 1, 1))[:2] == ["1990", "1995"]
    assert [unit_of(n)[0] for n in (10, 90, 900)] == ["day", "week", "month"]


def test_timeline_tells_status_by_shape() -> None:
    svg = draw_timeline(made_brief.rich().incidents, "2025-05-30T00:00:00Z", "t", 960)
    for kind in ("q4 told", "q4 disputed", "q1 planned", "q4 unsure", "q4 denied", "q2 denied"):
        assert f'class="{kind}"' in svg, kind
    assert svg.count("<rect") == 3  # three intervals as bars


def test_a_timeline_of_many_acts_counts_them() -> None:
    from dataclasses import replace

    some = made_brief.rich().incidents
    many = [replace(i, id=f"{i.id}-{n}") for n in range(9) for i in some]
    svg = draw_timeline(many, "2025-05-30T00:00:00Z", "t", 960)
    assert "highest: " in svg
    assert "<circle" not in svg
