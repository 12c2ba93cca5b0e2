"""Web pages to articles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake.extract import read_page

PARAGRAPHS = (
    (
        "Rebels took the harbour of Aden on Friday after two days of fighting, the mayor said in "
        "a broadcast."
    ),
    (
        "The army answered with artillery from the ridge above the bay, and hospitals counted "
        "forty wounded by noon."
    ),
    (
        "\u201cWe will not leave,\u201d the rebel commander told journalists who had been "
        "brought to the customs house."
    ),
    (
        "Diplomats called for talks next week in Muscat, where earlier rounds had ended without "
        "an agreement."
    ),
)
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
PAGE = f"""<!DOCTYPE html><html lang="en"><head>
<title>Rebels Take Harbour - The Harbour Times</title>
<meta property="og:title" content="Rebels Take Harbour">
<meta property="og:site_name" content="The Harbour Times">
<meta property="article:published_time" content="2019-04-05T10:20:30+00:00">
<link rel="canonical" href="https://harbour.example/world/rebels">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Rebels Take Harbour</h1>{BODY}<p>Advertisement</p></article>
<div id="comments"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div>
<footer>Copyright 2019 The Harbour Times</footer></body></html>"""


def test_page() -> None:
    page = read_page(PAGE)
    assert page.article.text == "\n\n".join(PARAGRAPHS)
    assert page.article.title == "Rebels Take Harbour"
    assert page.publisher == "The Harbour Times"
    assert page.url == "https://harbour.example/world/rebels"
    assert (page.article.published, page.day_from) == ("2019-04-05", "page")


def test_address_given_wins_over_the_page() -> None:
    assert read_page(PAGE, "https://other.example/x").url == "https://other.example/x"


def test_day_of_the_url() -> None:
    page = read_page(
        f"<html><body><article>{BODY}</article></body></html>", "https://h.example/2019/04/05/aden"
    )
    assert (page.article.published, page.day_from) == ("2019-04-05", "url")


@pytest.mark.parametrize(
    "extra",
    ["", "<footer>&copy; 2017 The Harbour Times</footer>", "<p>In April 2018 talks failed.</p>"],
)
def test_day_is_never_guessed(extra: str) -> None:
    page = read_page(f"<html><body><article>{BODY}{extra}</article></body></html>")
    assert (page.article.published, page.day_from) == (None, None)


@pytest.mark.parametrize(
    "html",
    [
        "<html><body><p>Police arrested three men in Lagos on Monday.</p></body></html>",
        "<p>Police arrested three men in Lagos on Monday.",
        (
            "<html><body><div><div><p>Police arrested three men in Lagos on "
            "Monday.</div></p></span></body>"
        ),
        "Police arrested three men in Lagos on Monday.</p></html>",
    ],
)
def test_short_and_broken_pages_are_read(html: str) -> None:
    assert read_page(html).article.text == "Police arrested three men in Lagos on Monday."


@pytest.mark.parametrize(
    "html",
    ["", " ", "<", "<html>", "<html></html>", "<!doctype html>", "<script>x</script>", "\x01<"],
)
def test_pages_without_an_article(html: str) -> None:
    assert read_page(html).article.text in {"", "<"}


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="<>/ap divhtml&;=\"'\u00e9\ud800\n !-", max_size=120))
def test_any_markup(html: str) -> None:
    page = read_page(html)
    assert page.article.text == page.article.text.strip()
