"""Who: mentions merged, countries and sectors composed, pronouns and descriptions resolved."""

import pytest
from helpers.parsed import parse_one
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge.actors import ActorBase
from dateline.records import Actor, Dateline, ParsedReport, Report, Span
from dateline.resolve.actors import Cast, resolve_actors

pytestmark = pytest.mark.model

BASE: list[ActorBase] = []


def base() -> ActorBase:
    if not BASE:
        BASE.append(ActorBase.load())
    return BASE[0]


def cast(text: str) -> tuple[ParsedReport, Cast]:
    parsed = parse_one(text)
    return parsed, resolve_actors(parsed, (), base())


def named(found: Cast, name: str) -> Actor:
    hits = [a for a in found.actors + found.others if name in (a.name, *a.aliases)]
    assert hits, [a.name for a in found.actors]
    return hits[0]


def meant(text: str, word: str, nth: int = 0) -> list[str]:
    """Names that the nth token with these letters stands for."""
    parsed, found = cast(text)
    places = [(s.index, t.i) for s in parsed.sentences for t in s.tokens if t.text == word]
    return [p.actor.name for p in found.at(*places[nth])]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("A Libyan general flew to Cairo.", "Libyan general", "LBYMIL"),
        ("Kremlin spokesman Oleg Fomin gave no details.", "Oleg Fomin", "RUSGOV"),
        ("The Kenyan foreign minister resigned.", "Kenyan foreign minister", "KENGOV"),
        ("The Chilean defence minister resigned.", "Chilean defence minister", "CHLGOVMIL"),
        ("Opposition leader Ada Moore was arrested in Malta.", "Ada Moore", "MLTOPP"),
        ("Former Peruvian president Luis Salas was arrested.", "Luis Salas", "PERELI"),
        ("Turkish police arrested twelve students.", "Turkish police", "TURCOP"),
        ("Rebels in Chad attacked a convoy.", "Rebels", "TCDREB"),
        ("Vietnamese-led forces crossed the river.", "Vietnamese-led forces", "VNMMIL"),
        ("Ethnic Albanian guerrillas in Macedonia laid down arms.", "Ethnic Albanian guerrillas", "MKDREB"),
        ("The United Nations sent envoys.", "United Nations", "UNOGOV"),
        ("The European Union imposed sanctions.", "European Union", "EURGOV"),
        ("The African Union sent observers.", "African Union", "IGOGOV"),
        ("The Red Cross delivered food.", "Red Cross", "NGOMED"),
        ("Fighters of al-Qaeda attacked the base.", "al-Qaeda", "IMGREB"),
        ("Shell suspended exports.", "Shell", "MNCBUS"),
        ("Hamas leader Omar Saleem spoke.", "Omar Saleem", "PSEREB"),
        ("Rwanda's army crossed the border.", "army", "RWAMIL"),
        ("A farmer was killed in Zambia.", "farmer", "ZMBAGR"),
    ],
)  # fmt: skip
def test_country_and_sector_are_composed(text: str, phrase: str, code: str) -> None:
    _, found = cast(text)
    assert named(found, phrase).code == code


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Anti-Syria protesters marched.", "Anti-Syria protesters"),
        ("Soldiers fired.", "Soldiers"),
        ("US-backed fighters took a village.", "US-backed fighters"),
        ("Fighters took the Israeli-occupied village.", "Fighters"),
    ],
)
def test_no_country_without_evidence(text: str, phrase: str) -> None:
    _, found = cast(text)
    assert named(found, phrase).country is None


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Dmitry Peskov spoke on Monday. Peskov gave no date.", ("Dmitry Peskov", "Peskov")),
        ("Khalifa Haftar left Benghazi. Hifter flew to Paris.", ("Khalifa Haftar", "Hifter")),
        ("Russia denied it. Moscow said so on Friday.", ("Russia", "Moscow")),
        ("The National Elections Commission (NEC) met. The NEC postponed the vote.", ("National Elections Commission", "NEC")),
        ("The relief mission, known by its acronym ARMO, left. ARMO had no comment.", ("relief mission", "ARMO")),
        ("The minister, Karl Berg, resigned. Berg left for Vienna.", ("Karl Berg", "Berg")),
        ("Karl Berg, the minister, resigned.", ("Karl Berg", "minister")),
        ("Militias in western Libya gathered. The militias hold Tripoli.", ("Militias", "militias")),
    ],
)  # fmt: skip
def test_names_of_one_entity_are_merged(text: str, forms: tuple[str, ...]) -> None:
    _, found = cast(text)
    assert {named(found, f).id for f in forms} == {named(found, forms[0]).id}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Dmitry Peskov flew to Pskov.", "Dmitry Peskov", "Pskov"),
        ("Egypt and Libya signed the pact.", "Egypt", "Libya"),
        ("Karl Berg met Anna Berg in Bonn.", "Karl Berg", "Anna Berg"),
        ("Police dispersed demonstrators.", "Police", "demonstrators"),
        ("Six soldiers died. Four soldiers were hurt.", "Six soldiers", "Four soldiers"),
        ("Hosni Mubarak met Abdel Fattah al-Sisi.", "Hosni Mubarak", "Abdel Fattah al-Sisi"),
    ],
)
def test_different_entities_stay_apart(text: str, one: str, other: str) -> None:
    _, found = cast(text)
    assert named(found, one).id != named(found, other).id


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        ("Karl Berg said he would resign.", "he", 0, ["Karl Berg"]),
        ("Anna Holm met Karl Berg. She praised the talks.", "She", 0, ["Anna Holm"]),
        ("Militias hold the town. They posted a video.", "They", 0, ["Militias"]),
        ("The rebels, who control the port, fired rockets.", "who", 0, ["rebels"]),
        ("The Kenyan army said it had won.", "it", 0, ["Kenyan army"]),
        ("It is raining in Kenya.", "It", 0, []),
        ("Karl Berg left his country.", "his", 0, ["Karl Berg"]),
        ("Egypt and Jordan said they would attend.", "they", 0, ["Egypt", "Jordan"]),
        ('"We will fight on," Karl Berg said.', "We", 0, ["Karl Berg"]),
        ('Anna Holm met Karl Berg. "He lied to us," she said.', "He", 0, ["Karl Berg"]),
        ('Anna Holm met Karl Berg. "He lied to us," she said.', "us", 0, ["Anna Holm"]),
    ],
)  # fmt: skip
def test_pronouns(text: str, word: str, nth: int, names: list[str]) -> None:
    assert meant(text, word, nth) == names


@pytest.mark.parametrize(
    ("text", "word", "nth", "name"),
    [
        ("Omar Saleem, who runs the Northern Army, left. His troops stayed.", "troops", 0, "Northern Army"),
        ("Omar Saleem, who runs the Northern Army, left. The army stayed.", "army", 0, "Northern Army"),
        ("Khalifa Haftar left Benghazi. Haftar's forces took the town.", "forces", 0, "Libyan National Army"),
        ("General Omar Saleem left Kufra. The general flew to Cairo.", "general", 0, "Omar Saleem"),
        ("Sudanese President Karim Nur met envoys. The Sudanese president said no.", "president", 0, "Karim Nur"),
        ("The Interior Ministry was hit. Later the ministry reopened.", "ministry", 0, "Interior Ministry"),
        ("Hundreds of demonstrators gathered in Minsk.", "Hundreds", 0, "demonstrators"),
    ],
)  # fmt: skip
def test_descriptions_and_forces(text: str, word: str, nth: int, name: str) -> None:
    assert meant(text, word, nth) == [name]


def test_the_country_is_the_subjects_own() -> None:
    text = "A Libyan general is marching on the country's capital, Russia said."
    assert meant(text, "country") == ["Libya"]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Washington urged both sides to talk.", "Washington", "country"),
        ("He lives in Washington.", "Washington", "place"),
        ("Troops captured Tripoli.", "Tripoli", "place"),
        ("Talks between Tokyo and Seoul failed.", "Tokyo", "country"),
        ("A bus was hit.", "bus", "thing"),
        ("They reached the village.", "village", "place"),
    ],
)
def test_kinds_of_places_and_things(text: str, word: str, kind: str) -> None:
    parsed, found = cast(text)
    i = next(t.i for t in parsed.sentences[0].tokens if t.text == word)
    assert [p.actor.kind for p in found.at(0, i)] == [kind]


def test_two_countries_in_one_phrase_are_two_participants() -> None:
    text = "French and Egyptian warships fired."
    parsed, found = cast(text)
    i = next(t.i for t in parsed.sentences[0].tokens if t.text == "warships")
    people = found.at(0, i)
    assert [p.actor.code for p in people] == ["FRAMIL", "EGYMIL"]
    assert {p.text for p in people} == {"French and Egyptian warships"}


@pytest.mark.parametrize("word", ["crisis", "plan", "talks"])
def test_heads_that_are_no_actors_stay_empty(word: str) -> None:
    assert meant("The crisis changed the plan for talks.", word) == []


def test_titles_are_left_off_the_name_and_kept_in_the_text() -> None:
    text = "Libyan strongman Omar Saleem, who is ill, flew to Cairo."
    parsed, found = cast(text)
    actor = named(found, "Omar Saleem")
    i = next(t.i for t in parsed.sentences[0].tokens if t.text == "Saleem")
    (participant,) = found.at(0, i)
    assert (actor.kind, actor.country) == ("person", "LBY")
    assert participant.text == "Libyan strongman Omar Saleem"
    assert participant.span == Span(0, len("Libyan strongman Omar Saleem"))


def test_a_person_out_of_office_is_elite() -> None:
    parsed = parse_one("Hosni Mubarak was taken to a hospital.")
    late = ParsedReport(
        Report("r", "test", parsed.report.text, published="2015-03-01"), parsed.sentences, "p"
    )
    early = ParsedReport(
        Report("r", "test", parsed.report.text, published="2005-03-01"), parsed.sentences, "p"
    )
    assert named(resolve_actors(late, (), base()), "Hosni Mubarak").sectors == ("ELI",)
    assert named(resolve_actors(early, (), base()), "Hosni Mubarak").sectors == ("GOV",)


def test_the_dateline_tells_whose_police() -> None:
    parsed = parse_one("Police arrested twelve students.")
    line = Dateline("NAIROBI", None, None, 0)
    report = Report("r", "test", parsed.report.text, dateline=line)
    found = resolve_actors(ParsedReport(report, parsed.sentences, "p"), (), base())
    assert named(found, "Police").country == "KEN"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ud800",
        "Ω",
        "((((",
        "THE " * 30,
        "مرحبا بالعالم",
        "a\x00b",
        '"' * 9,
        "\u2019s\u2019s\u2019s",
    ],
)
def test_odd_input_gives_a_cast(text: str) -> None:
    parsed = (
        parse_one(text)
        if text.isprintable() or text.strip()
        else ParsedReport(Report("r", "t", text), (), "p")
    )
    resolve_actors(parsed, (), base())


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "Libyan",
        "general",
        "Haftar",
        "'s",
        ",",
        "(",
        "NEC",
        ")",
        "who",
        "said",
        "he",
        "they",
        "his",
        "troops",
        "and",
        "of",
        "in",
        "Tripoli",
        '"',
        "'",
        "-",
        "Egypt",
        "al",
        "-",
        "Sisi",
        "12",
        "hundreds",
        "Police",
        ",",
        "or",
        "known",
        "as",
        "Mr.",
        "Berg",
        "U.N.",
        "Washington",
        "told",
        "I",
        "we",
        ".",
        "forces",
        "opposition",
        "leader",
        "French",
    ]
)


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_spans_are_the_words(found_words: list[str]) -> None:
    text = " ".join(found_words)
    parsed, found = cast(text)
    ids = {a.id for a in found.actors + found.others}
    for actor in found.actors + found.others:
        assert all(0 <= s.start < s.end <= len(text) for s in actor.mentions)
    for s in parsed.sentences:
        for t in s.tokens:
            for p in found.at(s.index, t.i):
                assert p.span is not None
                assert p.text == text[p.span.start : p.span.end]
                assert p.actor.id in ids


def test_twice_the_same() -> None:
    text = "Egypt and Libya met. Militias in Libya said they would fight. Police arrested twelve. The general left."
    _, one = cast(text)
    _, two = cast(text)
    assert one.actors == two.actors


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Boko Haram group attacked Maroua.", "group", "Boko Haram"),
        ("A group of diplomats left.", "group", "diplomats"),
        ("Mr Nowak resigned. Piotr Nowak had led it.", "Nowak", "Piotr Nowak"),
    ],
)
def test_names_before_nouns_and_gatherings(text: str, word: str, name: str) -> None:
    assert meant(text, word) == [name]


def test_a_son_is_not_his_father() -> None:
    text = "Sheikh Salim bin Rashid met his son Karim bin Salim bin Rashid."
    _, found = cast(text)
    assert named(found, "Salim bin Rashid").id != named(found, "Karim bin Salim bin Rashid").id


def test_an_acronym_shared_by_parties_needs_its_country() -> None:
    _, here = cast("In Lagos, Nigeria, the PDP won.")
    _, elsewhere = cast("The PDP won in Goa, India.")
    assert named(here, "PDP").country == "NGA"
    assert named(elsewhere, "PDP").country != "NGA"


def test_us_in_capitals_is_a_country() -> None:
    assert meant("The US said it would withdraw.", "US") == ["US"]
    assert meant('"They told us," Karl Berg said.', "us") == ["Karl Berg"]


def test_members_take_the_country_of_their_body() -> None:
    _, found = cast(
        "Inspectors of the International Atomic Energy Agency left. A mediation mission failed."
    )
    assert named(found, "Inspectors").country == "UNO"
    assert all("mission" not in a.name for a in found.actors)
