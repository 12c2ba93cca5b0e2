"""Hard cases: who says what where reports nest, deny, trail off or are joined wrongly by the parser."""

import pytest
from helpers.casts import SmallCast
from helpers.parsed import parse_all

from dateline.coding.claims import find_claims

pytestmark = pytest.mark.model
#: Text; every claim as (speakers, act, content), in text order of the content.
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "The envoy said the minister told the council that the dam would hold.",
        [
            ("The envoy", "say", "the minister told the council that the dam would hold"),
            ("the minister", "say", "the dam would hold"),
        ],
    ),
    (
        "The mayor said on Friday that, according to engineers, the bridge was unsafe.",
        [
            ("The mayor", "say", "according to engineers, the bridge was unsafe"),
            ("engineers", "say", "the bridge was unsafe"),
        ],
    ),
    (
        "The daily Kurier reported that the police believed the fire was set on purpose.",
        [
            ("The daily Kurier", "say", "the police believed the fire was set on purpose"),
            ("the police", "assert", "the fire was set on purpose"),
        ],
    ),
    (
        "Radio Tana reported, citing two officials, that the port was closed.",
        [("Radio Tana + two officials", "say", "the port was closed")],
    ),
    (
        "The road was closed on Sunday, the mayor said, according to the radio.",
        [("the mayor + the radio", "say", "The road was closed on Sunday")],
    ),
    (
        "The ministry denied that it had denied entry to the inspectors.",
        [("The ministry", "deny", "it had denied entry to the inspectors")],
    ),
    (
        "A minister denied that the envoy had denied the claims.",
        [("A minister", "deny", "the envoy had denied the claims")],
    ),
    (
        "The army denied accusations that it denied prisoners food.",
        [("The army", "deny", "it denied prisoners food")],
    ),
    (
        "The ministry neither confirmed nor denied that a plane was missing.",
        [],
    ),
    (
        "Nobody claimed responsibility for the blast.",
        [],
    ),
    (
        "No group has claimed responsibility for the attack.",
        [],
    ),
    (
        'The so-called "people\'s court" sentenced three men on Monday.',
        [],
    ),
    (
        "The general, who calls himself the Owl, left the town.",
        [],
    ),
    (
        "Outside, demonstrators held up signs that blamed the mayor.",
        [],
    ),
    (
        '"Does anybody know the plan?" the mayor asked.',
        [("the mayor", "question", "Does anybody know the plan?")],
    ),
    (
        '"Every time you say that," the mayor said, referring to the plan, "you lose a voter."',
        [("the mayor", "say", "Every time you say that you lose a voter")],
    ),
    (
        '"Our ships stay in port," the premier tweeted late on Sunday.',
        [("the premier", "say", "Our ships stay in port")],
    ),
    (
        "In a letter to the council, the bishop asked the mayor to resign.",
        [("the bishop", "request", "the mayor to resign")],
    ),
    (
        "According to a court filing, the banker hid two million dollars.",
        [("a court filing", "say", "the banker hid two million dollars")],
    ),
    (
        "Prosecutors said in a filing that the banker hid two million dollars.",
        [("Prosecutors", "say", "the banker hid two million dollars")],
    ),
    (
        "According to the radio host Dan Brown, the plan reeks of fear.",
        [("the radio host Dan Brown", "say", "the plan reeks of fear")],
    ),
    (
        "The guard was accused of taking bribes.",
        [],
    ),
    (
        "The guard was accused by the union of taking bribes.",
        [("the union", "accuse", "The guard taking bribes")],
    ),
    (
        "The union blamed the ministry for the delay.",
        [("The union", "accuse", "the ministry for the delay")],
    ),
    (
        "The premier was quoted as saying that the talks had failed.",
        [("The premier", "say", "the talks had failed")],
    ),
    (
        "The union said it would not strike and blamed the ministry for the delay.",
        [
            ("The union", "say", "it would not strike"),
            ("The union", "accuse", "the ministry for the delay"),
        ],
    ),
    (
        "The ministry demanded that the firm pay and threatened to close the port.",
        [
            ("The ministry", "request", "the firm pay"),
            ("The ministry", "threaten", "to close the port"),
        ],
    ),
    (
        "The governor urged residents to leave and called the flood a catastrophe.",
        [
            ("The governor", "urge", "residents to leave"),
            ("The governor", "assert", "the flood a catastrophe"),
        ],
    ),
    (
        "The general admitted that one of the shells was his and called it a mistake.",
        [
            ("The general", "assert", "one of the shells was his"),
            ("The general", "assert", "it a mistake"),
        ],
    ),
    (
        "The army said the plan was unfair and carried out raids on the port.",
        [("The army", "say", "the plan was unfair")],
    ),
    (
        "The commander announced that he had taken the palace and dismissed the premier.",
        [("The commander", "say", "he had taken the palace and dismissed the premier")],
    ),
    (
        "The mayor said the bridge was safe, as cranes cleared the road.",
        [("The mayor", "say", "the bridge was safe")],
    ),
    (
        "The mayor said the tunnel was flooded, hours after a storm hit the town.",
        [("The mayor", "say", "the tunnel was flooded")],
    ),
    (
        "The army said it had left the valley, a day after protesters stormed the court.",
        [("The army", "say", "it had left the valley")],
    ),
    (
        "The tunnel was flooded on Monday, the mayor said, two days after a storm hit the town.",
        [("the mayor", "say", "The tunnel was flooded on Monday")],
    ),
    (
        "The army and the rebels agreed to a truce, two mediators said.",
        [("two mediators", "say", "The army and the rebels agreed to a truce")],
    ),
    (
        "The union agreed to a truce, two mediators said.",
        [("two mediators", "say", "The union agreed to a truce")],
    ),
    (
        'Reports that Chad had opened its border were "completely false", an official said.',
        [
            (
                "an official",
                "deny",
                'Reports that Chad had opened its border were "completely false"',
            ),
        ],
    ),
    (
        "The rumours that the king had died were untrue, a palace official said.",
        [
            ("a palace official", "deny", "The rumours that the king had died were untrue"),
        ],
    ),
    (
        "The union accused the police of taking bribes. The police denied the accusation.",
        [
            ("The union", "accuse", "the police of taking bribes"),
            ("The police", "deny", "taking bribes"),
        ],
    ),
    (
        "The army said the mine was safe. Miners rejected the claim that the mine was safe.",
        [("The army", "say", "the mine was safe"), ("Miners", "deny", "the mine was safe")],
    ),
    (
        "Opposition leaders say the vote was rigged, a charge the government rejects.",
        [
            ("the government", "deny", "the vote was rigged"),
            ("Opposition leaders", "say", "the vote was rigged"),
        ],
    ),
    (
        "NAIROBI, June 26 (Reuters) - Kenya's president said on Wednesday he would not sign the bill.",
        [("Kenya's president", "say", "he would not sign the bill")],
    ),
    (
        "SEOUL (Yonhap) -- The ship sank on Wednesday, the navy said.",
        [("the navy", "say", "The ship sank on Wednesday")],
    ),
    (
        "The plan said nothing. The bridge said it all.",
        [],
    ),
    (
        "The city council met at Kenya's request to discuss the dam.",
        [],
    ),
    (
        "The group had promised no such thing.",
        [],
    ),
    (
        '"It was a massacre," said Amina Yusuf, a nurse who had fled the town.',
        [("Amina Yusuf", "say", "It was a massacre")],
    ),
    (
        "The president's office denied having signed any such order.",
        [("The president's office", "deny", "having signed any such order")],
    ),
    (
        "The prosecutor rejected allegations of fraud.",
        [("The prosecutor", "deny", "allegations of fraud")],
    ),
    (
        "Asked whether he would resign, the minister did not say.",
        [],
    ),
]


@pytest.fixture(scope="module")
def found():
    parsed = parse_all([text for text, _ in CASES])
    return [find_claims(p, SmallCast(p), ()) for p in parsed]


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda n: CASES[n][0][:50])
def test_who_says_what(found, number):
    mine = [
        (" + ".join(p.text or "" for p in c.speakers), c.act, c.content.text) for c in found[number]
    ]
    assert mine == CASES[number][1]


def claims(text: str):
    (parsed,) = parse_all([text])
    return find_claims(parsed, SmallCast(parsed), ())


def test_open_quotation_goes_on_in_the_next_paragraph():
    text = (
        '"We had no choice," the mayor said. "The bridge was weak.\n\n'
        '"It could have fallen.\n\n"Nobody warned us."'
    )
    one, two = claims(text)
    assert one.content.text == "We had no choice"
    assert [text[a:b] for a, b in two.content.spans] == [
        "The bridge was weak",
        "It could have fallen",
        "Nobody warned us",
    ]


def test_speaker_it_is_the_body_that_spoke_before():
    found = claims("Kenya said its ships were safe. The port was shut, it said.")
    assert {c.speaker.actor.name for c in found if c.speaker} == {"Kenya"}


def test_denial_points_to_the_charge_before_it():
    text = "The union accused the firm of hiding a leak. The firm rejected the charge as absurd."
    denial = next(c for c in claims(text) if c.act == "deny")
    assert denial.content.text == "hiding a leak"
    assert denial.sentence.index == 1


def test_court_that_rejects_a_charge_denies_nothing():
    assert claims("The court rejected the accusation.") == ()
