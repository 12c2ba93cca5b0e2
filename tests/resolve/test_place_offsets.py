import pytest

from dateline.records import Span
from dateline.resolve.place_mentions import Mention
from dateline.resolve.place_offsets import Offset, distance_km, moved, offsets


def measured(text: str, *names: str) -> list[Offset]:
    mentions = []
    for name in names:
        start = text.index(name)
        mentions.append(Mention(None, 0, 0, Span(start, start + len(name)), name, name.lower()))
    return offsets(text, mentions)


@pytest.mark.parametrize(
    ("text", "km", "bearing"),
    [
        ("Gharyan, some 50 kilometers (31 miles) south of Tripoli, fell.", 50.0, 180.0),
        ("Gharyan, about 50 km south-east of Tripoli, fell.", 50.0, 135.0),
        ("Gharyan, which lies 1,000 km north of Tripoli, fell.", 1000.0, 0.0),
        ("Gharyan, a small town 10 miles west of the capital, Tripoli, fell.", 16.1, 270.0),
        ("Gharyan (50 km from Tripoli) fell.", 50.0, None),
        ("Gharyan, a few kilometers to the east of Tripoli, fell.", 5.0, 90.0),
    ],
)
def test_distance_phrases(text: str, km: float, bearing: float | None) -> None:
    (found,) = measured(text, "Gharyan", "Tripoli")
    assert found.subject is not None
    assert found.subject.text == "Gharyan"
    assert found.anchor.text == "Tripoli"
    assert round(found.km, 1) == km
    assert found.bearing == bearing


def test_a_distance_belongs_to_no_name_across_a_clause() -> None:
    (found,) = measured(
        "Gharyan fell and they camped 50 km south of Tripoli.", "Gharyan", "Tripoli"
    )
    assert found.subject is None


@pytest.mark.parametrize(
    "text",
    [
        "Gharyan, with 50 people, lies south of Tripoli.",
        "Gharyan is 50 km long and Tripoli is not.",
        "Gharyan, south of Tripoli.",
    ],
)
def test_figures_that_are_no_distances(text: str) -> None:
    assert measured(text, "Gharyan", "Tripoli") == []


def test_moving_a_point_and_measuring_it_agree() -> None:
    lat, lon = moved(32.9, 13.2, 80.0, 225.0)
    assert lat < 32.9
    assert lon < 13.2
    assert distance_km(32.9, 13.2, lat, lon) == pytest.approx(80.0, abs=0.1)
