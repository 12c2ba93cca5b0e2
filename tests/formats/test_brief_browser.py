"""The brief in a real browser: nothing loaded, nothing cut, nothing to scroll sideways, and it prints."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from formats import made_brief
from helpers.browser import CHROMIUM, Browser

from dateline.formats.brief_html import brief_html

pytestmark = [
    pytest.mark.model,  # draws the bundled outline
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium"),
]
BRIEFS = {"rich": made_brief.rich, "empty": made_brief.empty, "ugly": made_brief.ugly}
#: Text smaller than this in CSS pixels cannot be read.
SMALLEST = 9
#: Contrast of every text with what is behind it (WCAG 2.2: 4.5), pictures left out.
CONTRAST = """(() => {
  const part = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number); return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b); };
  const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!c.endsWith(', 0)')) return c; } return 'rgb(255,255,255)'; };
  let least = 99;
  for (const e of document.querySelectorAll('p,h1,h2,h3,a,td,th,dt,dd,li,span,figcaption,summary,caption,q')) {
    if (e.classList.contains('skip') || !e.textContent.trim()) continue;
    const a = light(getComputedStyle(e).color), b = light(behind(e));
    least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return least;
})()"""
#: The smallest text of the pictures as it is shown.
TEXT = """Math.min(99, ...[...document.querySelectorAll('svg.pic')].filter(s => s.getBoundingClientRect().width).flatMap(
  s => [...s.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize) * s.getBoundingClientRect().width / s.viewBox.baseVal.width)))"""
#: Words of a picture that reach beyond its edge.
CUT = """[...document.querySelectorAll('svg.pic')].filter(s => s.getBoundingClientRect().width).flatMap(s => {
  const box = s.getBoundingClientRect();
  return [...s.querySelectorAll('text')].filter(t => { const b = t.getBoundingClientRect(); return b.left < box.left - 2 || b.right > box.right + 2 || b.bottom > box.bottom + 2; }).map(t => t.textContent);
})"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module", params=BRIEFS)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / f"{request.param}.html"
    path.write_text(brief_html(BRIEFS[request.param]()), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_page_shows_whole_and_loads_nothing_else(
    browser: Browser, page: Path, width: int, scheme: str
) -> None:
    browser.open(page, width, scheme=scheme)
    asked = [
        e["params"]["request"]["url"]
        for e in browser.events
        if e["method"] == "Network.requestWillBeSent"
    ]
    assert asked == [page.resolve().as_uri()]
    faults = [
        e
        for e in browser.events
        if e["method"] in {"Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"}
    ]
    assert faults == []
    assert browser.value("document.documentElement.scrollWidth") <= width
    assert browser.value(CONTRAST) >= 4.5
    assert browser.value(TEXT) >= SMALLEST
    assert browser.value(CUT) == []


def test_style_is_the_one_that_the_policy_allows(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.value("document.styleSheets.length") == 1
    assert (
        browser.value("getComputedStyle(document.querySelector('.badge')).borderTopStyle")
        == "solid"
    )


@pytest.mark.parametrize("letter", [False, True])
def test_rich_brief_prints_on_a_few_pages_with_its_tables_open(
    browser: Browser, tmp_path: Path, *, letter: bool
) -> None:
    path = tmp_path / "rich.html"
    path.write_text(brief_html(made_brief.rich()), encoding="utf-8")
    browser.open(path)
    made = browser.pdf(letter=letter)
    assert made.startswith(b"%PDF")
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", made)) <= 6
    browser.ask("Emulation.setEmulatedMedia", media="print", features=[])
    assert browser.value(
        "[...document.querySelectorAll('details table')].every(t => t.getBoundingClientRect().height > 20)"
    )
