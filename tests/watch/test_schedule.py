"""When feeds and pages are due."""

from datetime import UTC, datetime, timedelta

import pytest

from dateline.watch.found import Wishes
from dateline.watch.schedule import (
    TRIES,
    after_failure,
    max_age,
    next_look,
    page_again,
    retry_after,
    seconds_of,
)

NOW = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30m", 1800), ("2h", 7200), ("1d", 86_400), ("90s", 90), ("45", 2700), (" 5M ", 300), ("10s", None), ("31d", None),
     ("0m", None), ("-5m", None), ("soon", None), ("", None), ("1.5h", None)],
)  # fmt: skip
def test_times(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    ("every", "wishes", "age", "minutes"),
    [
        (None, Wishes(), None, 30), (300, Wishes(), None, 5), (None, Wishes(3600), None, 60), (300, Wishes(3600), None, 60),
        (7200, Wishes(3600), None, 120), (None, Wishes(60), None, 30), (None, Wishes(), 5400, 90), (None, Wishes(), 31_536_000, 1440),
        (None, Wishes(10**9), None, 1440), (None, Wishes(hours=tuple(range(24))), None, 30), (None, Wishes(days=tuple(range(7))), None, 30),
    ],
)  # fmt: skip
def test_next_look(every: int | None, wishes: Wishes, age: int | None, minutes: int) -> None:
    assert next_look(NOW, every, wishes, age) - NOW == timedelta(minutes=minutes)


def test_hours_and_days_without() -> None:
    assert next_look(NOW, None, Wishes(hours=(23, 0, 1)), None) == datetime(
        2026, 11, 19, 2, tzinfo=UTC
    )
    assert next_look(NOW, 7200, Wishes(days=(3,)), None) == datetime(2026, 11, 20, 0, tzinfo=UTC)


def test_failures_double_the_pause_up_to_a_day() -> None:
    pauses = [after_failure(NOW, None, n, None) - NOW for n in (1, 2, 3, 5, 9, 500)]
    assert [p.total_seconds() / 60 for p in pauses] == [60, 120, 240, 960, 1440, 1440]
    assert after_failure(NOW, None, 1, 100_000) - NOW == timedelta(seconds=100_000)


def test_pages_are_tried_a_few_times() -> None:
    waits = [page_again(NOW, n, None) for n in range(1, TRIES + 1)]
    assert [w and (w - NOW).total_seconds() / 60 for w in waits] == [10, 40, 160, 640, None]
    assert page_again(NOW, 1, 7200) == NOW + timedelta(hours=2)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120), ("Wed, 18 Nov 2026 22:31:00 GMT", 60), ("Wed, 18 Nov 2026 22:00:00 GMT", 0), ("99999999999999", 172_800),
        ("Fri, 18 Nov 2050 22:31:00 GMT", 172_800), ("soon", None), ("", None), ("-5", None), ("Wed, 99 Nov 2026 22:31:00 GMT", None),
        ("\u0661\u0662", None),
    ],
)  # fmt: skip
def test_retry_after_in_both_forms(told: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": told}, NOW) == seconds


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("max-age=600", 600), ("public, max-age=60, x", 60), ('max-age="60"', 60), ("s-maxage=600", None), ("no-cache", None), ("max-age=x", None)],
)  # fmt: skip
def test_max_age(told: str, seconds: int | None) -> None:
    assert max_age({"cache-control": told}) == seconds
