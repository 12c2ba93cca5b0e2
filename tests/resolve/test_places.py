"""Places found and resolved, on sentences of our own."""

from functools import cache

import pytest
from helpers.parsed import parse_one
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Dateline, ParsedReport, Place, Report, Sentence, Span, Token
from dateline.resolve.places import PlaceResolver

pytestmark = pytest.mark.model


@cache
def resolver() -> PlaceResolver:
    return PlaceResolver()


@cache
def places(text: str) -> tuple[Place, ...]:
    return resolver().resolve(parse_one(text))


def named(text: str, words: str) -> Place:
    found = [p for p in places(text) if p.text == words]
    assert found, f"{words!r} not among {[p.text for p in places(text)]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "country", "admin1"),
    [
        ("He farms near Paris, Texas, and sells in Dallas.", "Paris", "USA", "Texas"),
        ("She flew from London to Paris on Monday.", "Paris", "FRA", None),
        ("Militias in Libya fought for Tripoli and Misrata.", "Tripoli", "LBY", None),
        ("Lebanon's army sealed off Tripoli after clashes in Beirut.", "Tripoli", "LBN", None),
        ("Police in London, Ontario, said the Toronto man was safe.", "London", "CAN", "Ontario"),
        ("Georgia's president met ministers in Tbilisi.", "Georgia", "GEO", None),
        ("The governor of Georgia spoke in Atlanta, not far from Alabama.", "Georgia", "USA", "Georgia"),
        ("A court in Lebanon, Pennsylvania, heard the case.", "Lebanon", "USA", "Pennsylvania"),
        ("Talks were held in Washington between Congress and the Pentagon.", "Washington", "USA", "District of Columbia"),
        ("Gunmen raided the town of Sake in Congo's North Kivu province.", "Sake", "COD", "Nord-Kivu"),
        ("Voters in Ohio, Michigan, Washington and Oregon will decide.", "Washington", "USA", "Washington"),
    ],
)  # fmt: skip
def test_context_decides(text: str, words: str, country: str, admin1: str | None) -> None:
    place = named(text, words)
    assert place.country == country
    if admin1 is not None:
        assert place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "words", "kind", "precision"),
    [
        ("The army left Syria.", "Syria", "country", "country"),
        ("Rain fell on Bavaria in Germany.", "Bavaria", "admin1", "admin1"),
        ("Shelling shook the Donbas in Ukraine.", "Donbas", "region", "admin1"),
        ("A tanker was seized in the Strait of Hormuz.", "Strait of Hormuz", "water", "admin1"),
        ("Two died in Kandahar on Friday.", "Kandahar", "city", "exact"),
        ("The inmates at Guantanamo Bay refused food.", "Guantanamo Bay", "facility", "exact"),
    ],
)
def test_kinds_and_precision(text: str, words: str, kind: str, precision: str) -> None:
    place = named(text, words)
    assert (place.kind, place.precision) == (kind, precision)
    assert place.lat is not None


@pytest.mark.parametrize(
    ("text", "words", "use"),
    [
        ("Moscow denied the report.", "Moscow", "metonymic"),
        ("Troops marched into Moscow.", "Moscow", "literal"),
        ("Turkish jets flew over the border.", "Turkish", "demonym"),
        ("The deal was rejected by Tehran.", "Tehran", "metonymic"),
        ("Gujarat Police arrested two men.", "Gujarat", "metonymic"),
        ("Protesters filled the streets of Tehran.", "Tehran", "literal"),
    ],
)
def test_use(text: str, words: str, use: str) -> None:
    assert named(text, words).use == use


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paris Hilton sang. Ms. Hilton left.", "Paris"),
        ("Manchester United won on Saturday.", "Manchester"),
        ("Gen. Austin told reporters that Austin would go.", "Austin"),
        ("They met in March and May.", "March"),
        ("we will turkey and china plates", "turkey"),
        ("Michael Jordan smiled. Jordan had scored.", "Jordan"),
    ],
)
def test_names_that_are_no_places(text: str, words: str) -> None:
    assert words not in [p.text for p in places(text)]


def test_a_country_is_never_drawn_as_a_city() -> None:
    place = named("Flights to Mexico and Panama were cancelled.", "Mexico")
    assert (place.kind, place.precision, place.country) == ("country", "country", "MEX")


def test_runners_up_stay_with_scores() -> None:
    place = named("He moved to Springfield, Illinois, last year.", "Springfield")
    assert place.admin1 == "Illinois"
    assert all(0 <= c.score <= 1 for c in place.candidates)


def test_distance_is_kept_and_places_an_unknown_name() -> None:
    known = named("They took Gharyan, 80 km south of Tripoli, in Libya.", "Gharyan")
    assert known.relation is not None
    assert (known.relation.distance_km, known.relation.of) == (80.0, "Tripoli")
    assert known.precision == "exact"
    unknown = named(
        "They took the village of Qasrabatta, 80 km south of Tripoli, in Libya.", "Qasrabatta"
    )
    assert unknown.precision == "near"
    assert unknown.lat is not None
    assert unknown.lat == pytest.approx(32.887 - 0.719, abs=0.02)


def test_an_unknown_name_says_why() -> None:
    place = named("Five died in the village of Qorvalisto near Kabul.", "Qorvalisto")
    assert place.name is None
    assert place.reason
    assert place.lat is None


def test_spelling_variants_inside_the_country() -> None:
    place = named("Fighters in Libya reached the town of Gharyaan on Friday.", "Gharyaan")
    assert (place.name, place.country) == ("Gharyan", "LBY")


def test_capitals_and_lower_case() -> None:
    upper = named("TERRORISTS ATTACKED SANTA ANA IN EL SALVADOR YESTERDAY.", "SANTA ANA")
    assert upper.country == "SLV"
    lower = named("police in gujarat shot two men in ahmedabad on friday", "ahmedabad")
    assert lower.country == "IND"


def test_the_dateline_counts() -> None:
    text = "TRIPOLI, Lebanon, April 5 (Wire) - Two men were held on Friday, police in Tripoli said."
    end = text.index("Two")
    report = Report("r", "t", text, dateline=Dateline("TRIPOLI, Lebanon", "April 5", "Wire", end))
    parsed = parse_one(text[end:])
    shifted = ParsedReport(report, tuple(_shift(s, end) for s in parsed.sentences), parsed.parser)
    found = resolver().resolve(shifted)
    assert [p.country for p in found] == ["LBN", "LBN", "LBN"]
    assert all(text[p.span.start : p.span.end] == p.text for p in found)


def _shift(s: Sentence, by: int) -> Sentence:
    tokens = tuple(
        Token(t.i, t.text, t.lower, t.start + by, t.end + by, t.lemma, t.pos, t.tag, t.dep, t.head, t.ent, t.ent_begins)
        for t in s.tokens
    )  # fmt: skip
    return Sentence(
        s.index, s.paragraph, s.text, Span(s.span.start + by, s.span.end + by), tokens, s.children
    )


def test_the_same_text_gives_the_same_places() -> None:
    parsed = parse_one(
        "Syria and Iraq met in Geneva; Damascus and Baghdad agreed on Al-Tanf, 20 km from Jordan."
    )
    assert resolver().resolve(parsed) == PlaceResolver().resolve(parsed)


WORDS = ["Paris", ",", "Texas", "the", "of", "Mr.", "United", "-", "al", "Aziziya", "50", "km", "south", "\ud83d",
         "الرياض", "U.S.", "Ky", ".", "New", "York", "\x00", "in", "and", "'s", "\u2019s", "Saint", "'"]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["PROPN", "NOUN", "ADP", "PUNCT"]),
                          st.sampled_from(["", "GPE", "PERSON", "ORG", "LOC", "NORP"])), max_size=14),
       st.integers(0, 2))  # fmt: skip
def test_any_tokens_give_spans_that_hold(rows: list[tuple[str, str, str]], gap: int) -> None:
    text, tokens = "", []
    for i, (word, pos, ent) in enumerate(rows):
        start = len(text)
        text += word + " " * gap
        tokens.append(Token(i, word, word.lower(), start, start + len(word), word, pos, "X", "dep", max(0, i - 1),
                            ent, ent_begins=i % 2 == 0))  # fmt: skip
    below = tuple((i + 1,) if i + 1 < len(tokens) else () for i in range(len(tokens)))
    sentences = (Sentence(0, 0, text, Span(0, len(text)), tuple(tokens), below),) if tokens else ()
    found = resolver().resolve(ParsedReport(Report("r", "t", text), sentences, "hand"))
    spans = [p.span for p in found]
    assert spans == sorted(spans)
    assert all(text[p.span.start : p.span.end] == p.text for p in found)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A drone hit Hmeimim air base.", "Hmeimim", "SYR"),
        ("Rockets hit the Ain al-Asad air base.", "Ain al-Asad", "IRQ"),
        ("The army retook Shayrat airfield.", "Shayrat", "SYR"),
        ("Two men were shot at the Torkham border crossing.", "Torkham", "AFG"),
    ],
)
def test_bases_and_crossings(text: str, name: str, country: str) -> None:
    found = [p for p in resolver().resolve(parse_one(text)) if p.name]
    assert [(p.name, p.kind) for p in found] == [(name, "facility")]
    assert found[0].country in {country, None}
