"""robots.txt and pace."""

import time

import pytest
from helpers.badserver import answer, moved, page

from dateline.errors import FetchError
from dateline.watch.robots import Robots
from watch.conftest import Watch


def robots(text: str | bytes, status: str = "200 OK") -> bytes:
    return answer(text.encode() if isinstance(text, str) else text, "text/plain", status)


def test_what_is_not_wanted_is_not_fetched(watch: Watch) -> None:
    watch.site.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /private"),
        "/private/x": page("X"),
        "/open": page("O"),
    }
    fetcher = watch.fetcher()
    with pytest.raises(
        FetchError, match=r"robots\.txt of 127\.0\.0\.1 does not want it fetched"
    ) as caught:
        fetcher.page(watch.site.url("/private/x"))
    assert caught.value.lasting
    assert fetcher.page(watch.site.url("/open")).status == 200
    assert watch.site.asked == ["/robots.txt", "/open"]


def test_a_redirect_does_not_lead_around_it(watch: Watch) -> None:
    watch.site.routes |= {
        "/robots.txt": robots("User-agent: *\nDisallow: /private"),
        "/a": moved("/private/x"),
        "/private/x": page("X"),
    }
    with pytest.raises(FetchError, match="does not want it"):
        watch.fetcher().page(watch.site.url("/a"))
    assert watch.site.pages == ["/a"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("User-agent: dateline\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: dateline\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: otherbot\nDisallow: /", True), ("User-agent: *\nDisallow:", True), ("", True),
        ("User-agent: *\nDisallow: /\nAllow: /x", True), ("\ufeffUser-agent: *\r\nDisallow: /x", False),
        ("<!DOCTYPE html><html>Welcome</html>", True), ("\x00\x00User-agent: *\nDisallow: /", False), ("Disallow: /", True),
        ("User-agent: *\nDisallow: " + "*a" * 40 + "$\nDisallow: /x", False),
    ],
    ids=range(11),
)  # fmt: skip
def test_rules(watch: Watch, text: str, wanted: bool) -> None:
    watch.site.routes |= {"/robots.txt": robots(text), "/x": page("X")}
    try:
        assert watch.fetcher().page(watch.site.url("/x")).status == 200
        assert wanted
    except FetchError:
        assert not wanted


@pytest.mark.parametrize(
    "status", ["404 Not Found", "403 Forbidden", "401 Who", "410 Gone", "418 Teapot"]
)
def test_no_rules_no_limits(watch: Watch, status: str) -> None:
    watch.site.routes |= {"/robots.txt": robots("", status), "/x": page("X")}
    assert watch.fetcher().page(watch.site.url("/x")).status == 200


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "429 Slow Down"])
def test_rules_that_cannot_be_had(watch: Watch, status: str) -> None:
    watch.site.routes |= {"/robots.txt": robots("", status), "/x": page("X")}
    fetcher = watch.fetcher()
    for _ in range(2):
        with pytest.raises(FetchError, match="nothing is fetched there") as caught:
            fetcher.page(watch.site.url("/x"))
        assert not caught.value.lasting
    assert watch.site.asked == ["/robots.txt"]


def test_slow_rules(watch: Watch) -> None:
    watch.site.routes |= {"/robots.txt": watch.site.silence, "/x": page("X")}
    began = time.monotonic()
    with pytest.raises(FetchError, match="nothing is fetched there"):
        watch.fetcher().page(watch.site.url("/x"))
    assert time.monotonic() - began < 3


def test_huge_rules_are_read_to_half_a_megabyte(watch: Watch) -> None:
    filler = "# nothing\n" * 60_000
    watch.site.routes |= {
        "/robots.txt": robots(f"User-agent: *\nDisallow: /a\n{filler}Disallow: /b"),
        "/a": page("A"),
        "/b": page("B"),
    }
    fetcher = watch.fetcher()
    assert fetcher.page(watch.site.url("/b")).status == 200
    with pytest.raises(FetchError):
        fetcher.page(watch.site.url("/a"))
    watch.site.routes["/robots.txt"] = robots(b"#" * 11_000_000)
    with pytest.raises(FetchError, match="larger than 10 MB"):
        watch.fetcher(whole=20.0).page(watch.site.url("/a"))


def test_rules_behind_a_redirect_are_checked_too(watch: Watch) -> None:
    watch.site.routes |= {"/robots.txt": moved("http://10.0.0.1/robots.txt"), "/x": page("X")}
    with pytest.raises(FetchError, match="private network"):
        watch.fetcher().page(watch.site.url("/x"))
    watch.site.routes |= {"/robots.txt": moved("/r"), "/r": robots("User-agent: *\nDisallow: /")}
    with pytest.raises(FetchError, match="does not want"):
        watch.fetcher().page(watch.site.url("/x"))


def test_the_guard_comes_before_the_rules(watch: Watch) -> None:
    with pytest.raises(
        FetchError, match=r"^host '10\.0\.0\.1' is on a private network: use --allow"
    ):
        watch.fetcher().page("http://10.0.0.1/x")


def test_crawl_delay_and_pace(watch: Watch) -> None:
    watch.site.routes |= {"/robots.txt": robots("User-agent: *\nCrawl-delay: 0.4"), "/x": page("X")}
    fetcher = watch.fetcher()
    began = time.monotonic()
    for _ in range(3):
        fetcher.page(watch.site.url("/x"))
    assert 0.8 <= time.monotonic() - began < 2.5


@pytest.mark.parametrize(
    ("told", "pause"), [("99999999", 60.0), ("inf", 0.0), ("nan", 0.0), ("-5", 0.0), ("soon", 0.0)]
)
def test_a_delay_of_years_is_a_minute(watch: Watch, told: str, pause: float) -> None:
    watch.site.routes["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {told}")
    from dateline.intake.fetch import request

    manner = watch.fetcher()._manner
    assert Robots(lambda url: request(url, manner)).admit(watch.site.url("/x")) == pause
