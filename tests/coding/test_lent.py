import pytest

from dateline.pipeline import Pipeline
from dateline.records import Report

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline()


def told(pipeline, text):
    record = next(iter(pipeline.run([Report("x", "x", text, published="2024-05-15")])))
    return [
        (
            e.type,
            e.status,
            {p.actor.country for p in e.actors},
            {p.actor.country for p in e.recipients},
        )
        for e in record.events
        if e.relevant
    ]


@pytest.mark.parametrize(
    ("text", "kind", "status", "actors"),
    [
        # an infinitive below an adjective is done by the adjective's subject
        (
            "The Kenyan and Ugandan ministers are due to meet in Kampala.",
            "CONSULT",
            "planned",
            {"KEN", "UGA"},
        ),
        ("Peru is willing to send medicine to Bolivia.", "AGREE", "actual", {"PER"}),
        (
            "Uganda says it is prepared to pull its marines out of Somalia.",
            "CONCEDE",
            "actual",
            {"UGA"},
        ),
        # what a document says, its issuer says
        (
            "The Namibian parliament passed a resolution condemning the coup in Niger.",
            "ACCUSE",
            "actual",
            {"NAM"},
        ),
        (
            "Human Rights Watch issued a report accusing the Burmese navy of torture.",
            "ACCUSE",
            "actual",
            {"NGO"},
        ),
        (
            "The Danish government sent a letter urging Iceland to stop the hunt.",
            "REQUEST",
            "actual",
            {"DNK"},
        ),
        # a headline joins two names by a comma
        ("Peru, Chile sign fishing pact", "SUPPORT", "actual", {"PER", "CHL"}),
        ("Oman, Qatar hold talks", "CONSULT", "actual", {"OMN", "QAT"}),
        # the negation is part of the word
        (
            "Zambia's opposition will not recognise the result of the vote.",
            "REJECT",
            "actual",
            {"ZMB"},
        ),
        ("Iran said no to talks with Oman.", "REJECT", "actual", {"IRN"}),
        # "would not", and an unnamed spokesman's word
        ("Gabon would not lift the sanctions on Togo.", "REJECT", "actual", {"GAB"}),
        (
            "Malian rebels will not release the hostages, a spokesman said.",
            "REJECT",
            "actual",
            {"MLI"},
        ),
        # a capital that is to act is the power in it
        (
            "Ottawa is to impose sanctions on nine Haitian businessmen.",
            "SANCTION",
            "planned",
            {"CAN"},
        ),
        # who calls somebody on a day does not call on him
        (
            "On Nov. 2, Kenyan President William Ruto called Omani Foreign Minister Badr Albusaidi to discuss fishing.",
            "CONSULT",
            "actual",
            {"KEN", "OMN"},
        ),
        (
            "Riyadh and Baghdad re-established diplomatic relations.",
            "SUPPORT",
            "actual",
            {"SAU", "IRQ"},
        ),
        ("A UN panel urged Kenya to stop the evictions.", "REQUEST", "actual", {"UNO"}),
        # an inquiry to come is no promise
        (
            "Ghana will investigate the minister, the attorney general said.",
            "ACCUSE",
            "planned",
            {"GHA"},
        ),
        (
            "The ministers of Chile and Peru ended their meeting in Lima.",
            "CONSULT",
            "actual",
            {"CHL"},
        ),
    ],
)
def test_told(pipeline, text, kind, status, actors):
    assert any(
        found[:2] == (kind, status) and actors <= found[2] for found in told(pipeline, text)
    ), told(pipeline, text)


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        # near misses of the above
        ("The pass near Kars is hard for Turkey to hold.", "CONSULT", {"TUR"}),
        ("Lusaka is to be rebuilt with sanctions in mind.", "SANCTION", {"ZMB"}),
        ("A letter urging Iceland to stop the hunt lay on the table.", "REQUEST", {"ISL"}),
        ("On Monday, Chile signed a fishing pact with Peru.", "SUPPORT", {None}),
        ("The Malian court found the former minister not guilty.", "SANCTION", {"MLI"}),
        ("Somali rebels will not release the hostages, Kenya said.", "REJECT", {"SOM"}),
        ("The rights group heard rumours that Mali is accusing Niger of raids.", "ACCUSE", {None}),
    ],
)
def test_not_told(pipeline, text, kind, actors):
    assert not any(
        found[0] == kind and found[1] == "actual" and actors <= found[2]
        for found in told(pipeline, text)
    ), told(pipeline, text)
