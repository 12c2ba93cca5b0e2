"""Whose the army, the junta, the movement is in reports where outsiders act: minimal pairs."""

import pytest
from helpers.lands import land, read, who

pytestmark = pytest.mark.model

SANCTIONS = (
    "The United States imposed sanctions on two companies on Monday. The firms are linked to Guinea's rebels. "
    "Fighting went on in Guinea and near Conakry. The paramilitaries and the army blamed each other."
)
PLACES = (("Guinea", "GIN"), ("Conakry", "GIN"))


def test_rebels_belong_to_where_the_report_plays_not_to_who_acts_from_outside() -> None:
    assert land(SANCTIONS, "paramilitaries", places=PLACES) == "GIN"
    assert land(SANCTIONS, "army", places=PLACES) == "GIN"


def test_the_military_may_still_be_the_outsiders_own() -> None:
    text = (
        "The United States bombed camps on Monday. American soldiers landed in Guinea and near Conakry. "
        "There was fighting in Guinea too. The army gave no figures."
    )
    assert land(text, "army", places=PLACES) == "USA"


def test_officials_stay_with_the_country_that_acts() -> None:
    text = SANCTIONS.replace(
        "The paramilitaries and the army blamed each other.", "A government official gave details."
    )
    assert land(text, "official", places=PLACES) in (None, "USA")


def test_the_other_side_of_a_verb_lends_no_country() -> None:
    beside = "Ethiopia's army advanced. Eritrea, whose soldiers fought beside the federal army, was silent."
    assert land(beside, "army", 1) == "ETH"
    assert land("Kenyan soldiers left. The army said they were safe.", "army") == "KEN"


def test_troops_are_of_those_who_let_them_go() -> None:
    text = "Angolan lawmakers backed the dispatch of 500 soldiers to Mozambique on Friday."
    assert land(text, "soldiers", places=(("Mozambique", "MOZ"),)) == "AGO"
    sent = "Serbia's president met Serbian villagers. The alliance said it would send 700 troops."
    assert land(sent, "troops") is None
    assert land(sent.replace("The alliance", "Serbia"), "troops") == "SRB"


def test_several_governments_are_of_no_one_country() -> None:
    text = "Oman spoke to the rebels. Oman and {} governments held talks."
    assert land(text.format("several"), "governments") is None


def test_the_movement_is_the_one_that_was_called_so() -> None:
    text = (
        "The Houthis seized a ship on Monday. The movement named no reason. Maersk, a shipping company, stopped its "
        "journeys. Officials accused the movement of piracy."
    )
    assert who(text, "movement", 1) == who(text, "movement", 0)


def test_the_army_after_two_armies_is_that_of_the_country_spoken_of() -> None:
    text = (
        "Rebels took a town in eastern Congo, said Congo's president. Congolese soldiers fled. The Congolese army sent help. Some crossed into "
        "Uganda, where the Ugandan army disarmed them. The army said it would return."
    )
    assert land(text, "army", 2) == "COD"


def test_crews_at_sea_have_no_country_of_the_story() -> None:
    text = "Yemen's rebels attacked a ship on Monday. An Indian warship rescued the crew. Yemen said nothing."
    assert land(text, "crew") is None


def test_what_an_official_calls_the_army_is_his_countrys() -> None:
    text = (
        "Azerbaijan won, and Azerbaijan's allies cheered. Azerbaijan waited. "
        "Armenia's prime minister said he had signed because the army had urged him to."
    )
    assert land(text, "army") == "ARM"
    assert land(text.replace("Armenia's prime minister", "A woman"), "army") == "AZE"


def test_a_patrol_of_a_body_of_nations_is_the_bodys() -> None:
    text = "Serbia was calm, Serbia's president said. Stones were thrown at a patrol of the {} police mission."
    assert land(text.format("EU's"), "patrol") == "EUR"
    assert land(text.format("new"), "patrol") == "SRB"


def test_soldiers_after_peacekeepers_are_not_the_countrys_own() -> None:
    text = "Serbs and Serbia's police met {} in Zvecan. Soldiers fired tear gas."
    assert land(text.format("NATO-led peacekeepers"), "Soldiers") is None
    assert land(text.format("Serbian recruits"), "Soldiers") == "SRB"


def test_where_a_weapon_was_made_tells_nothing_of_those_who_use_it() -> None:
    assert land("The rebels fired a Russian-made rocket at the troops.", "troops") is None
    assert land("The rebels fired a rocket at the Russian troops.", "troops") == "RUS"


def test_no_body_dies() -> None:
    text = "Ten villagers fled. The ministry said that they {}."
    assert who(text.format("had died"), "they") != ["ministry"]


def test_a_former_president_acts_for_the_body_whose_envoy_he_is() -> None:
    text = "The {}, Olusegun Obasanjo, offered to mediate."
    assert land(text.format("African Union's envoy"), "Obasanjo") == "IGO"
    assert land(text.format("former president"), "Obasanjo") == "NGA"


def test_an_ally_is_another_country() -> None:
    text = "Russia's parliament met in Moscow. Russia promised to arm its {}."
    assert land(text.format("ally"), "ally") is None
    assert land(text.format("police"), "police") == "RUS"


def test_where_a_relative_clause_plays_its_bodies_are_at_home() -> None:
    text = "Guatemala sent two men to Mexico, {} the government has closed ports. Guatemala waits."
    assert land(text.format("where"), "government") == "MEX"
    assert land(text.format("and"), "government") != "MEX"


def test_victims_of_an_attack_are_of_where_it_struck() -> None:
    text = "A Russian rocket attack {} killed five people. Russia said nothing."
    assert land(text.format("on Kharkiv"), "people", places=(("Kharkiv", "UKR"),)) == "UKR"


def test_a_meeting_abroad_makes_nobody_a_foreigner() -> None:
    text = "Haiti waits, and Haiti's gangs attack. Leaders pressed the minister to quit {} in Jamaica. Two parties refused."
    assert land(text.format("at a meeting"), "parties", places=(("Jamaica", "JAM"),)) == "HTI"


def test_a_mission_is_not_of_where_it_was_sent() -> None:
    text = "The council met. It extended the mandate of the {} in Mali."
    assert land(text.format("peacekeeping mission"), "mission", places=(("Mali", "MLI"),)) == "UNO"
    assert land(text.format("electoral court"), "court", places=(("Mali", "MLI"),)) == "MLI"


def test_their_troops_are_not_those_of_the_dead() -> None:
    text = "The Afghan authorities said five {} had been killed, and that their troops had shelled Pakistani posts."
    assert land(text.format("women"), "troops") == "AFG"


def test_an_ambassadors_government_is_that_of_which_he_speaks() -> None:
    text = "South Sudan was debated. South Sudan's vote is due. The {} said the government had not paid the army."
    assert land(text.format("American ambassador"), "government") != "USA"
    assert land(text.format("American president"), "government") == "USA"


def test_forces_of_another_side_are_not_those_told_of_before() -> None:
    text = (
        "Khalifa Haftar's Libyan National Army has suffered setbacks in the west: on 13 April {} took Sorman, a town on "
        "the coast."
    )
    assert who(text.format("forces allied with Tripoli"), "forces") == ["forces"]
    assert who(text.format("the army"), "army") == ["Libyan National Army"]


def test_ministers_of_two_states_are_of_both() -> None:
    parsed, found = read(
        "The foreign ministers of Armenia and Azerbaijan met. The foreign minister of Chad left."
    )
    at = {t.text: (s.index, t.i) for s in parsed.sentences for t in s.tokens}
    assert [p.actor.country for p in found.at(*at["ministers"])] == ["ARM", "AZE"]
    assert [p.actor.country for p in found.at(*at["minister"])] == ["TCD"]


def test_other_soldiers_of_some_sentences_ago_lend_nothing_to_the_army_at_home() -> None:
    text = (
        "Lebanon buried its dead, and Lebanon's government met. A colonel of Syrian military intelligence was held. {} The army "
        "arrested seven people."
    )
    assert land(text.format("He had lived in Lebanon. Nobody had known."), "army") == "LBN"


def test_a_spokesman_for_a_bloc_is_of_no_country_told_of() -> None:
    text = "Venezuela withdrew. Venezuela's president spoke. A spokesman for the {} regretted it."
    assert land(text.format("bloc"), "spokesman") is None
    assert land(text.format("police"), "spokesman") == "VEN"


def test_the_bloc_is_the_body_of_nations_that_was_named() -> None:
    text = "The European Union {}. A spokesman for the bloc regretted the move."
    assert land(text.format("met in Riga"), "bloc") == "EUR"
    assert land(text.format("and NATO met in Riga"), "bloc") is None
