"""Whose an army, a government, a crowd is; and who "its" and "him" are: minimal pairs."""

import pytest
from helpers.lands import land, read, who

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        # a body of nations, a charity or a visitor lends nothing
        ("Soldiers entered Chad's parliament. The United Nations urged the government to talk.", "government", "TCD"),
        ("Ghana's president spoke. The Red Cross told the police to leave.", "police", "GHA"),
        ("Kenya's cabinet met. Belgium's prime minister praised the army.", "army", "KEN"),
        ("Togo and its courts are in turmoil. Togo waits. Peru said the parliament must act.", "parliament", "TGO"),
        # the last of its kind
        ("Kenya and Somalia are at odds. Kenyan planes bombed a port. Kenyan troops landed. The military said ten died.", "military", "KEN"),
        # the scene of the sentence
        ("Kenya is large. Kenya is calm. Gunmen in Uganda robbed a bank.", "Gunmen", "UGA"),
        ("Rebels seized ten villagers in an attack on Uganda.", "villagers", "UGA"),
        # the scene of the sentence before
        ("Peru is calm. Peru votes. Riots broke out in Chile. Rioters burned a car.", "Rioters", "CHL"),
        # who acts in what is said
        ("Norway will help Ghana, the foreign minister said.", "minister", "NOR"),
        ("Talks between the government and rebels of Mali resumed in Havana.", "government", "MLI"),
        # who sends them
        ("Togo is calm. Togo votes. Togo works. Benin offered 200 troops.", "troops", "BEN"),
        # coordinated with what a country owns
        ("Peru is calm. Peru votes. Peru works. The tax hits Ghana's ports, banks and shops.", "banks", "GHA"),
    ],
)  # fmt: skip
def test_whose_a_body_is(text: str, word: str, country: str) -> None:
    assert land(text, word) == country


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Chad and Libya are at war. The army shelled a village.", "army"),
        ("Peru is calm. The European Union banned fifty people.", "people"),
        ("Peru is calm. Several embassies closed.", "embassies"),
        ("Peru is calm. A foreign police force will help.", "force"),
    ],
)
def test_no_country_where_nothing_tells(text: str, word: str) -> None:
    assert land(text, word) is None


def test_the_report_outweighs_a_dateline_abroad() -> None:
    text = "Kenya voted. Kenya counted. Kenya waited. Kenya slept. Police made arrests."
    assert land(text, "Police", dateline="DOHA") == "KEN"
    assert land("Police made arrests.", "Police", dateline="DOHA") == "QAT"


def test_a_place_of_the_act_tells_whose_people_are() -> None:
    text = "Gunmen shot five farmers in Kuda."
    assert land(text, "farmers", places=(("Kuda", "SSD"),)) == "SSD"
    assert land(text, "farmers") is None


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Fiji is tense. The police commissioner, an Australian, left. His deputy resigned.", "commissioner", "FJI"),
        ("Fiji is tense. The police commissioner, an Australian, left. His deputy resigned.", "deputy", "FJI"),
        ("Tomas Reyk, an Australian, left.", "Reyk", "AUS"),
        ("Haiti is tense. Haiti burns. Gangs attacked the prime minister, who was in Kenya.", "minister", "HTI"),
        ("Haiti is tense. Haiti burns. Gangs attacked Peru's prime minister, who was in Kenya.", "minister", "PER"),
    ],
)  # fmt: skip
def test_told_in_passing(text: str, word: str, country: str) -> None:
    assert land(text, word) == country


@pytest.mark.parametrize(
    ("text", "word", "nth", "same"),
    [
        ("Colombia's National Liberation Army freed a man. The army left.", "army", 0, False),
        ("Colombia's Northern Army left. The army stayed.", "army", 0, True),
        ("The United Nations met. The government resigned.", "government", 0, False),
        ("The Interior Ministry was hit. The ministry reopened.", "ministry", 0, True),
    ],
)
def test_bodies_of_a_state_are_nobody_elses(text: str, word: str, nth: int, same: bool) -> None:
    parsed, found = read(text)
    first = next(a for a in found.actors if a.kind == "organisation")
    s, i = [(s.index, t.i) for s in parsed.sentences for t in s.tokens if t.text == word][nth]
    assert (found.at(s, i)[0].actor.id == first.id) is same


def test_an_office_of_another_country_is_another_person() -> None:
    text = "Zambia's president Karl Berg died. Ghana's president praised him."
    assert who(text, "president", 1) != ["Karl Berg"]
    assert who(
        "Zambia's president Karl Berg died. Zambia's president was ill.", "president", 1
    ) == ["Karl Berg"]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "The president of Ghana convened the National Security Council.",
            "Council",
            "National Security Council",
        ),
        ("Russia's Security Council met.", "Council", "Russia's Security Council"),
    ],
)
def test_national_councils_are_not_the_worlds(text: str, word: str, name: str) -> None:
    assert who(text, word) == [name]
    assert land("The Security Council met.", "Council") == "UNO"
    assert land(text, word) != "UNO"


@pytest.mark.parametrize(
    ("text", "word", "countries"),
    [
        ("Chile has cut ties with Peru and expelled its diplomats.", "diplomats", ["PER"]),
        ("Chile quarrelled with Peru and recalled its ambassador.", "ambassador", ["CHL"]),
        ("Chile broke with Peru and ordered its embassy staff to leave within a day.", "staff", ["PER"]),
        ("Chile ordered its embassy staff to leave Peru.", "staff", ["CHL"]),
        ("Kenya deployed its troops near Somalia.", "troops", ["KEN"]),
        ("Ghana and Togo protested, and Mali expelled their diplomats.", "diplomats", ["GHA", "TGO"]),
        ("Chile cut ties with Peru and banned its officers from entering the country.", "country", ["CHL"]),
    ],
)  # fmt: skip
def test_whose_people_are_expelled(text: str, word: str, countries: list[str]) -> None:
    parsed, found = read(text)
    i = next(t.i for t in parsed.sentences[0].tokens if t.text == word)
    assert [p.actor.country for p in found.at(0, i)] == countries


TOPIC = "Karl Berg ruled Malta for years. He won twice. He fell ill in May. "


@pytest.mark.parametrize(
    ("text", "word", "nth", "names"),
    [
        (TOPIC + "The police searched him, and a gunman hurt him. Malta mourned. Envoys praised him.", "him", 2, ["Karl Berg"]),
        (TOPIC + "A judge resigned. He left.", "He", 2, ["judge"]),
        ("Israel's army said it shot down nearly all of them.", "them", 0, []),
        ("Karl Berg left. A tinkerer said he stayed.", "he", 0, []),
        ("The colonel declared himself the leader.", "leader", 0, ["colonel"]),
    ],
)  # fmt: skip
def test_whom_he_means(text: str, word: str, nth: int, names: list[str]) -> None:
    assert who(text, word, nth) == names


def test_its_behind_a_quotation_is_the_subjects_before() -> None:
    text = 'India denied it. "This is baseless," its embassy said.'
    assert land(text, "its") == "IND"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("They flew a B-1 bomber.", "bomber", "thing"),
        ("A suicide bomber died.", "bomber", "person"),
        ("They fled to the west bank of the Dnipro.", "bank", "place"),
        ("A bank in Kyiv closed.", "bank", "organisation"),
    ],
)
def test_things_are_nobody(text: str, word: str, kind: str) -> None:
    parsed, found = read(text)
    i = next(t.i for t in parsed.sentences[0].tokens if t.text == word)
    assert [p.actor.kind for p in found.at(0, i)] == [kind]


def test_the_name_of_a_crossing_is_no_actor() -> None:
    _, found = read("Israel closed the Tell Rama crossing.")
    assert "Tell Rama" not in {a.name for a in found.actors + found.others}


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The chief of the Wagner Group left.", "chief", "PRM"),
        ("The chairman of a company left.", "chairman", "BUS"),
        ("The US secretary of state left.", "secretary", "GOV"),
        ("Eight members of his family left.", "members", None),
    ],
)
def test_sectors_of_those_at_the_head(text: str, word: str, code: str | None) -> None:
    parsed, found = read(text)
    i = next(t.i for t in parsed.sentences[0].tokens if t.text == word)
    (participant,) = found.at(0, i)
    assert participant.actor.sectors[:1] == ((code,) if code else ())


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Six French soldiers died. Soldiers searched the town.", False),
        ("Six French soldiers died. The soldiers had searched the town.", True),
    ],
)
def test_bare_plurals_bring_new_people(text: str, same: bool) -> None:
    parsed, found = read(text)
    at = [(s.index, t.i) for s in parsed.sentences for t in s.tokens if t.lower == "soldiers"]
    one, two = (found.at(*a)[0].actor.id for a in at)
    assert (one == two) is same


def test_north_and_south_are_halves_where_both_are_named() -> None:
    text = "North Korea and South Korea talked. The North accused the South of spying."
    assert [land(text, "North", 1), land(text, "South", 1)] == ["PRK", "KOR"]
    _, found = read("The North of Italy is rich.")
    assert all(p.actor.country != "PRK" for p in found.at(0, 1))


@pytest.mark.parametrize(
    ("text", "word", "text_of"),
    [
        (
            "Police Arrest Opposition Leader Karl Berg In Kampala",
            "Berg",
            "Opposition Leader Karl Berg",
        ),
        ("Rebels Kill Governor Anna Holm In Mali", "Holm", "Governor Anna Holm"),
    ],
)
def test_headline_verbs_end_names(text: str, word: str, text_of: str) -> None:
    parsed, found = read(text)
    i = next(t.i for t in parsed.sentences[0].tokens if t.text == word)
    assert [p.text for p in found.at(0, i)] == [text_of]


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("The U.S. Embassy in Nairobi, Kenya, closed.", "Embassy", "USA"),
        ("A ship was lost in the Indian Ocean. Gunmen fled.", "Gunmen", None),
        ("Jordan is calm. Jordan votes. A woman visiting from Canada died.", "woman", "CAN"),
        ("A UN envoy went to Libya.", "envoy", "UNO"),
    ],
)
def test_names_inside_names(text: str, word: str, country: str | None) -> None:
    assert land(text, word) == country


def test_he_and_she_tell_apart_later() -> None:
    text = "Robin Stahl came. She spoke. Karl Berg met Robin Stahl. He left."
    assert who(text, "He") == ["Karl Berg"]


def test_a_partys_acronym_means_it_only_where_its_country_is_named() -> None:
    assert land("In Belize, the DAANES met. Syria is far.", "DAANES") == "SYR"
    assert land("Syria is calm. A KNC official spoke.", "official") == "SYR"
    assert land("Peru is calm. A KNC official spoke.", "official") != "SYR"
