"""The brief as a page, as Markdown and as HTML: what it says, that it cites, that nothing in it breaks out."""

import string
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from formats import made_brief
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from dateline.formats.brief_html import brief_html
from dateline.formats.brief_markdown import brief_markdown, escaped
from dateline.formats.brief_names import days_words, stretch_words, with_article
from dateline.formats.brief_notes import web_address
from dateline.formats.brief_page import render_brief
from dateline.formats.brief_phrases import _MODES, _TYPES, inflected
from dateline.formats.brief_sheet import laid_out
from dateline.formats.brief_words import relation_words, sentence
from dateline.knowledge.outline import Outline
from dateline.records.incident import Citation, Incident, Party, Site, Told
from dateline.records.situation import Brief, RelationLine
from dateline.records.text import Span

GOLDEN = Path(__file__).parent.parent / "golden"
#: A square island: these tests need no compiled outline.
ISLAND = Outline(
    (((5.0, 5.0), (25.0, 5.0), (25.0, 20.0), (5.0, 20.0)),), (((14.0, 0.0), (14.0, 30.0)),)
)
ALL = {"rich": made_brief.rich(), "empty": made_brief.empty(), "ugly": made_brief.ugly()}
#: Elements without an end.
VOID = {"meta", "br"}

each_brief = pytest.mark.parametrize("brief", ALL.values(), ids=ALL)


def one(status: str = "actual", speaker: str | None = None, **changes: object) -> Incident:
    """An attack in Bol on one day, by rebels on the army."""
    cite = Citation(made_brief.source(1, 30), "They shelled it.", Span(0, 16), status, speaker)
    told = (Told(cite, "ASSAULT", None, None),)
    made = Incident(
        "i", "ASSAULT", (), status, True, (made_brief.REBELS,), (made_brief.ARMY,), made_brief.BOL, "2025-03-20", "2025-03-20",
        {}, None, told, (1,), 1,
    )  # fmt: skip
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("incident", "said"),
    [
        (one(), "Lake Front rebels attacked the Chadian army in Bol, Chad"),
        (one("alleged"), "Lake Front rebels are said to have attacked the Chadian army in Bol, Chad"),
        (one("denied", "Ministry of Defence"), "The Ministry of Defence denied that Lake Front rebels attacked the Chadian army in Bol, Chad"),
        (one("negated"), "Lake Front rebels did not attack the Chadian army in Bol, Chad"),
        (one("planned"), "Planned: Lake Front rebels to attack the Chadian army in Bol, Chad"),
        (one("hypothetical"), "Lake Front rebels could have attacked the Chadian army in Bol, Chad"),
        (one("hypothetical", first_day="2026-01-01", last_day=None), "Lake Front rebels could attack the Chadian army in Bol, Chad"),
        (one(speaker="police"), "Lake Front rebels attacked the Chadian army in Bol, Chad, according to police"),
        (one(actors=()), "An attack on the Chadian army in Bol, Chad (by whom is not told)"),
        (one("alleged", actors=(), recipients=()), "There is said to have been an attack in Bol, Chad (by whom is not told)"),
        (one("denied", "police", actors=()), "It was denied that there was an attack on the Chadian army in Bol, Chad (by whom is not told); police denied it"),
        (one(type="COERCE", modes=("arrest",), recipients=(), figures={"arrested": (12, 15)}), "Lake Front rebels detained 12 to 15 people in Bol, Chad"),
        (one(site=replace(made_brief.NGUIGMI)), "Lake Front rebels attacked the Chadian army near Nguigmi, Niger"),
        (one(site=made_brief.COUNTRY), "Lake Front rebels attacked the Chadian army in Chad"),
        (one(type=None), "Reports of one matter in which no act was coded"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("few_countries")
def test_each_status_keeps_its_word(incident: Incident, said: str) -> None:
    assert sentence(incident) == said


@pytest.fixture(autouse=True)
def few_countries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of the countries used here: these tests need no compiled knowledge."""
    from dateline.formats import brief_names, svg_map
    from dateline.knowledge.countries import Countries, Country

    names = {"TCD": "Chad", "NER": "Niger", "NGA": "Nigeria", "CMR": "Cameroon"}
    made = Countries(
        [Country(code, name, None, 14.0, 15.0, None, code) for code, name in names.items()], {}
    )
    for module in (brief_names, svg_map):
        monkeypatch.setattr(module.Countries, "load", classmethod(lambda _: made))


def test_the_word_of_a_speaker_is_told_only_where_no_report_tells_it_itself() -> None:
    alone = one(speaker="police")
    both = replace(alone, told=(*alone.told, *one().told))
    assert "according to" in sentence(alone)
    assert "according to" not in sentence(both)


#: Past forms of every verb in use, read one by one.
FORMS = """abducted accused asked attacked beat beaten blocked boycotted broke broken carried ceased censored committed cooperated criticised cut damaged deceived demonstrated deployed deported destroyed detained disarmed expelled gave given gone held imposed investigated made moved protested pulled readied refused released resigned restricted rioted ruled spread taken talked threatened took tortured used visited voiced went"""


def test_every_verb_is_inflected() -> None:
    phrases = [w for p in (*_MODES.values(), *_TYPES.values()) for w in (p.toward, p.bare)]
    found = {inflected(w, form).split()[0] for w in phrases for form in ("past", "participle")}
    assert found == set(FORMS.split())


def test_names_take_the_article_that_speech_gives_them() -> None:
    for name in (
        "African Union",
        "Ministry of Defence",
        "Rapid Support Forces",
        "United States",
        "Netherlands",
    ):
        assert with_article(name) == f"the {name}", name
    for name in (
        "Chad",
        "traders",
        "The Movement",
        "Front",
        "Amnesty International",
        "Union of X" * 40,
    ):
        assert not with_article(name).startswith("the ") or name.startswith("Union"), name


def test_days_are_as_close_as_they_are_told() -> None:
    assert days_words("2025-03-05", "2025-03-05") == "Wednesday 5 March 2025"
    assert days_words("2025-03-05", "2025-03-09") == "5 to 9 March 2025"
    assert days_words("2025-03-30", "2025-04-02") == "30 March to 2 April 2025"
    assert days_words("2024-12-30", "2025-01-02") == "30 December 2024 to 2 January 2025"
    assert days_words("2025-02-01", "2025-02-28") == "February 2025"
    assert days_words("2025-01-01", "2025-12-31") == "2025"
    assert days_words("2025-02-01", "2025-02-27") == "1 to 27 February 2025"
    assert days_words(None, None) == "Day not told"
    assert stretch_words("2026-03") == "March 2026"
    assert stretch_words("2026-03-02/2026-03-08") == "Monday 2 March 2026 to Sunday 8 March 2026"


def test_a_relation_keeps_its_status() -> None:
    line = RelationLine("controls", "rebels", "Bol", "actual", None, None, None, ())
    assert relation_words(line) == "Rebels control Bol"
    assert relation_words(replace(line, subject="Chad")) == "Chad controls Bol"
    assert (
        relation_words(replace(line, status="alleged", speaker="police"))
        == "It is alleged that rebels control Bol, according to police"
    )
    assert (
        relation_words(replace(line, status="denied", speaker="police"))
        == "Police denied that rebels control Bol"
    )


@each_brief
def test_every_sentence_cites_words_and_every_note_is_cited(brief: Brief) -> None:
    sheet = laid_out(brief)
    said = [s for section in sheet.sections for s in section.sentences]
    said += [d for s in said for d in s.disputes]
    assert all(s.notes for s in said)
    numbers = {n for s in said for n in s.notes} | set(sheet.alert.notes if sheet.alert else ())
    assert numbers == {note.number for note in sheet.notes} == set(range(1, len(sheet.notes) + 1))


def test_what_has_no_words_is_left_out_and_counted() -> None:
    brief = made_brief.ugly()
    sheet = laid_out(brief)
    assert sheet.section("timeline").left == 6
    assert sheet.section("control").left == 1
    assert "6 left out: no words of a report bear them." in render_brief(brief, 200)


@pytest.mark.parametrize(
    ("ending", "made"), [("page", lambda b: render_brief(b, 80)), ("md", brief_markdown)]
)
def test_rich_brief_against_its_golden_file(
    ending: str, made: object, *, update_golden: bool
) -> None:
    path = GOLDEN / f"brief.{ending}"
    found = made(ALL["rich"])  # type: ignore[operator]
    if update_golden:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@each_brief
@pytest.mark.parametrize("width", [40, 80, 200])
def test_page_keeps_its_width_and_moves_no_cursor(brief: Brief, width: int) -> None:
    page = render_brief(brief, width)
    assert max(map(cell_len, page.split("\n"))) <= width
    assert all(c.isprintable() or c == "\n" for c in page)
    page.encode()


class Reader(HTMLParser):
    """Elements, attributes and text; elements must close in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@each_brief
def test_html_loads_nothing_and_runs_nothing(brief: Brief) -> None:
    page = brief_html(brief, ISLAND)
    page.encode()
    found = read(page).found
    assert not {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "image",
        "use",
    } & {tag for tag, _ in found}
    for tag, attributes in found:
        assert not [
            a
            for a in attributes
            if a.startswith("on") or a in {"src", "style", "srcset", "xlink:href", "action"}
        ], tag
        href = attributes.get("href") or ""
        assert not href or (tag == "a" and href.startswith(("#", "http://", "https://")))
        if href.startswith("http"):
            assert attributes["rel"] == "nofollow noopener"
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


@each_brief
def test_html_is_sound(brief: Brief) -> None:
    found = read(brief_html(brief, ISLAND)).found
    ids = [a["id"] for _, a in found if "id" in a]
    assert len(ids) == len(set(ids))
    links = {a["href"] for tag, a in found if tag == "a" and str(a.get("href")).startswith("#")}
    assert links <= {f"#{i}" for i in ids}
    tags = [tag for tag, _ in found]
    assert tags.count("main") == tags.count("h1") == tags.count("header") == 1
    assert tags.count("table") == tags.count("caption")
    assert all(a.get("scope") in {"col", "row"} for tag, a in found if tag == "th")
    for tag, attributes in found:
        if tag == "svg" and "aria-hidden" not in attributes:
            assert attributes["role"] == "img"
            assert set(str(attributes["aria-labelledby"]).split()) <= set(ids)


def test_html_says_the_same_as_the_sheet() -> None:
    brief = ALL["rich"]
    text = " ".join("".join(read(brief_html(brief, ISLAND)).text).split())
    sheet = laid_out(brief)
    for section in sheet.sections:
        for said in section.sentences:
            assert said.text in text
    for words in (
        sheet.badge,
        "Borders are for orientation; they take no side",
        "no place told 7",
        "4 of 59 events reviewed",
    ):
        assert words in text


def test_same_bytes_each_time() -> None:
    assert brief_html(made_brief.rich(), ISLAND) == brief_html(made_brief.rich(), ISLAND)


def test_unreviewed_unless_a_person_has_looked() -> None:
    assert "machine-coded, unreviewed" in brief_html(made_brief.empty(), ISLAND)
    assert "machine-coded, unreviewed" in brief_markdown(made_brief.empty())
    assert "machine-coded, unreviewed" in render_brief(replace(made_brief.rich(), reviewed=0), 80)


def test_names_from_right_to_left_are_kept_apart() -> None:
    name = made_brief.UGLY_NAMES[2]
    incident = one(actors=(Party(name, None, None, None, None),) * 1 + (made_brief.ARMY,))
    assert f"\u2068{name}\u2069 and the" in sentence(incident)
    page = render_brief(replace(made_brief.empty(), incidents=(incident,)), 200)
    assert f"{name} and the Chadian army attacked" in page


def test_addresses_that_are_links() -> None:
    assert web_address("https://a.example/x?y=1&z=%20") == "https://a.example/x?y=1&z=%20"
    assert web_address("javascript:alert(1)") is None
    assert web_address("ftp://a.example/") is None
    assert web_address(None) is None
    assert web_address('http://a.example/"><b> c') == "http://a.example/%22%3E%3Cb%3E%20c"


@each_brief
def test_markdown_makes_no_html_and_no_link_of_what_reports_say(brief: Brief) -> None:
    made = brief_markdown(brief)
    made.encode()
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(made)
    inner = [t for token in tokens for t in (token, *(token.children or ()))]
    html = {t.content for t in inner if t.type in {"html_inline", "html_block"}}
    assert html <= {"<br>"}
    for token in inner:
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith(("http://", "https://"))
        assert token.type not in {"image", "fence", "code_block", "code_inline"}


@given(
    st.text(st.characters(codec=None) | st.sampled_from(string.punctuation + "\n\t1 "), max_size=60)
)
def test_markdown_shows_words_as_they_are(words: str) -> None:
    shown = escaped(words)
    for line in (f"- x {shown}.", shown, f"| {shown} |"):
        tokens = MarkdownIt("commonmark", {"html": True}).parse(line)
        inner = [t for token in tokens for t in (token.children or ())]
        assert not [t.type for t in inner if t.type not in {"text", "text_special", "softbreak"}]
    blocks = {t.type for t in MarkdownIt("commonmark", {"html": True}).parse(shown)}
    assert blocks <= {"paragraph_open", "inline", "paragraph_close"}


NAMES = st.text(st.characters(codec=None), max_size=30) | st.sampled_from(made_brief.UGLY_NAMES)
DAYS = st.none() | st.dates().map(str) | NAMES
FIGURES = st.dictionaries(
    st.sampled_from(["killed", "injured", "arrested", "crowd", "odd"]),
    st.tuples(st.none() | st.integers(0, 9999), st.none() | st.integers(0, 9999)), max_size=3,
)  # fmt: skip
PARTIES = st.lists(
    st.builds(
        Party,
        NAMES,
        st.sampled_from([None, "TCD", "UNO", "Q<"]),
        st.none(),
        st.sampled_from([None, "group", "organisation"]),
        st.none(),
    ),
    max_size=6,
).map(tuple)
SITES = st.none() | st.builds(
    Site,
    NAMES,
    st.sampled_from([None, "TCD", "??"]),
    st.none(),
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
    st.sampled_from(["exact", "near", "country", None]),
)
STATUSES = st.sampled_from(
    ["actual", "planned", "denied", "alleged", "negated", "hypothetical", "historical", "<x>"]
)


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    """Any incident with one telling."""
    status = draw(STATUSES)
    where = replace(
        made_brief.source(draw(st.integers(0, 50))),
        url=draw(st.none() | NAMES),
        title=draw(st.none() | NAMES),
        outlet=draw(NAMES),
        published=draw(DAYS),
    )
    cite = Citation(
        where,
        draw(NAMES),
        Span(0, 5),
        status,
        draw(st.none() | NAMES),
        by_person=draw(st.booleans()),
    )
    kind = draw(st.none() | st.sampled_from([*_TYPES, "X<"]))
    modes = tuple(draw(st.lists(st.sampled_from(sorted({m for _, m in _MODES})), max_size=2)))
    return Incident(
        f"i{draw(st.integers(0, 10**6))}", kind, modes, status, True, draw(PARTIES), draw(PARTIES), draw(SITES), draw(DAYS), draw(DAYS),
        draw(FIGURES), None, (Told(cite, kind or "", None, None),), (), 1,
    )  # fmt: skip


@settings(max_examples=40)
@given(st.lists(incidents(), max_size=6, unique_by=lambda i: i.id), DAYS)
def test_any_brief_can_be_drawn(found: list[Incident], made: str | None) -> None:
    points = tuple(made_brief.MapPoint(i.site, (i.id,)) for i in found if i.site)
    brief = replace(
        made_brief.empty(),
        incidents=tuple(found),
        points=points,
        made=made or "",
        new=tuple(i.id for i in found[:2]),
    )
    sheet = laid_out(brief)
    assert all(s.notes for section in sheet.sections for s in section.sentences)
    reader = read(brief_html(brief, ISLAND))
    assert "script" not in {tag for tag, _ in reader.found}
    assert all(
        str(a.get("href", "#")).startswith(("#", "http")) for tag, a in reader.found if tag == "a"
    )
    page = render_brief(brief, 60)
    assert max(map(cell_len, page.split("\n"))) <= 60
    brief_markdown(brief).encode()
