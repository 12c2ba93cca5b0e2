# ruff: noqa: RUF001 (curly quotes are what is tested)
"""What claims make of whole texts; the examples of single cues are in test_claims_examples.py."""

import pytest
from helpers.casts import SmallCast
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.claims import find_claims
from dateline.records import Claim, DateExpression, ParsedReport, Span

pytestmark = pytest.mark.model
WORDS = [
    "said",
    "denied",
    "accused",
    "that",
    "the",
    "army",
    "Kenya",
    "he",
    "they",
    ",",
    ".",
    ":",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "(",
    ")",
    "—",
    "according",
    "to",
    "which",
    "who",
    "by",
    "of",
    "on",
    "Monday",
    "told",
    "reporters",
    "minister",
    "backed",
    "to",
    "be",
    "is",
    "was",
    "not",
    "if",
    "claims",
    "quoted",
    "as",
    "saying",
    "citing",
    "urged",
    "\n\n",
    "report",
    "his",
    "Banda",
    "BERG:",
    "asked",
    "whether",
]


def claims(text: str, *dates: DateExpression) -> tuple[Claim, ...]:
    from helpers.parsed import parse_one

    parsed: ParsedReport = parse_one(text)
    return find_claims(parsed, SmallCast(parsed), dates)


def brief(text: str) -> list[tuple[str, str, str]]:
    return [(c.speaker.text if c.speaker else "", c.act, c.content.text) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # reporting clause first, last, inside
        ("The mayor said the bridge was shut.", [("The mayor", "say", "the bridge was shut")]),
        (
            "The bridge was shut, the mayor said on Monday.",
            [("the mayor", "say", "The bridge was shut")],
        ),
        (
            "The army, residents said, had left the town.",
            [("residents", "say", "The army had left the town")],
        ),
        ("As the mayor said, the bridge was shut.", [("the mayor", "say", "the bridge was shut")]),
        (
            "It would be a mistake, warned Maria Costa.",
            [("Maria Costa", "threaten", "It would be a mistake")],
        ),
        (
            "The figures are wrong, according to the union.",
            [("the union", "say", "The figures are wrong")],
        ),
        (
            "According to the union, the figures are wrong.",
            [("the union", "say", "the figures are wrong")],
        ),
        # who speaks
        ("Zambia and Malawi said trade would grow.", [("Zambia", "say", "trade would grow")]),
        (
            "The general, who said the war was over, left.",
            [("The general", "say", "the war was over")],
        ),
        (
            "She is quoted by the radio as saying the vote was stolen.",
            [("She", "say", "the vote was stolen")],
        ),
        (
            "The paper quoted an official as saying that talks failed.",
            [("an official", "say", "talks failed")],
        ),
        (
            "It was announced that schools would close.",
            [("", "declare|say", "schools would close")],
        ),
        (
            "The union issued a statement saying the mine was unsafe.",
            [("The union", "say", "the mine was unsafe")],
        ),
        # acts
        ("The army denied shelling the camp.", [("The army", "deny", "shelling the camp")]),
        (
            "The army denied that it had shelled the camp.",
            [("The army", "deny", "it had shelled the camp")],
        ),
        (
            "The minister accused the rebels of burning villages.",
            [("The minister", "accuse", "the rebels of burning villages")],
        ),
        (
            "The president was accused of stealing the vote.",
            [],
        ),
        (
            "Mr Banda was accused by a teacher in a suit filed in Lusaka of taking bribes.",
            [("a teacher", "accuse", "Mr Banda taking bribes")],
        ),
        (
            "Kenya urged the rebels to stop fighting.",
            [("Kenya", "urge", "the rebels to stop fighting")],
        ),
        ("Rebels threatened to shut the port.", [("Rebels", "threaten", "to shut the port")]),
        ("The union vowed to strike.", [("The union", "promise", "to strike")]),
        (
            "The general ordered his men to retreat.",
            [("The general", "order", "his men to retreat")],
        ),
        (
            "The bishop asked whether the road was safe.",
            [("The bishop", "question", "whether the road was safe")],
        ),
        # the owner of a noun
        (
            "The union's claim that the mine was unsafe was ignored.",
            [("The union's", "assert", "the mine was unsafe")],
        ),
        # background that nobody denies
        ("Chad denied arming men who had attacked the town.", [("Chad", "deny", "arming men")]),
    ],
)
def test_one_claim(text, wanted):
    found = brief(text)
    assert len(found) == len(wanted), found
    for (speaker, act, content), (who, acts, what) in zip(found, wanted, strict=True):
        assert (speaker, content) == (who, what)
        assert act in acts.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "He refused to say whether he would resign.",
        "Mr Otieno did not say who fired.",
        "If he says that the war is over, people will cheer.",
        "The figures show that prices fell.",
        "Police were told that a bomb was planted.",
        "The party met to demand his resignation.",
        "The army left the “safe” zone.",
        "He could say that the war was over.",
        "An official asked not to be named.",
        "Is the road safe?",
    ],
)
def test_no_utterance(text):
    assert brief(text) == []


def test_denial_told_by_another_gives_both_in_order():
    assert brief("Syria said Israel had denied bombing the airport.") == [
        ("Syria", "say", "Israel had denied bombing the airport"),
        ("Israel", "deny", "bombing the airport"),
    ]


def test_hope_that_is_said_is_one_claim():
    (claim,) = claims("Anna Berg told reporters she hoped that the war would end.")
    assert (claim.speaker.text, claim.act, claim.content.text) == (
        "Anna Berg",
        "hope",
        "the war would end",
    )
    assert claim.audience is not None


def test_denial_that_is_said_is_one_claim():
    assert brief("The army said it rejected claims that its men had looted the town.") == [
        ("The army", "deny", "its men had looted the town")
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We reject these allegations,” the mayor said.", "deny"),
        ("“We demand an apology,” the mayor said.", "request"),
        ("“I promise to come back,” the mayor said.", "promise"),
        ("“We have demanded an apology before,” the mayor said.", "say"),
        ("“We know the road,” the mayor said.", "say"),
    ],
)
def test_words_that_perform_an_act(text, act):
    (claim,) = claims(text)
    assert claim.act == act


def test_hope_of_another_stays_apart():
    assert brief("Anna Berg said the miners hoped that the war would end.") == [
        ("Anna Berg", "say", "the miners hoped that the war would end"),
        ("the miners", "hope", "the war would end"),
    ]


def test_participle_keeps_the_speaker():
    found = brief("Officials said that the talks had failed, adding that more were planned.")
    assert found == [
        ("Officials", "say", "the talks had failed"),
        ("Officials", "say", "more were planned"),
    ]


def test_cited_source_vouches_too():
    (claim,) = claims("The radio said two ferries had collided, citing the coast guard.")
    assert claim.content.text == "two ferries had collided"
    assert [p.text for p in claim.speakers] == ["The radio", "the coast guard"]


def test_joint_speakers():
    (claim,) = claims("Zambia and Malawi said trade would grow.")
    assert [p.text for p in claim.speakers] == ["Zambia", "Malawi"]


def test_split_quotation_has_two_spans():
    text = "“We will stay,” the mayor said, “until the end.”"
    (claim,) = claims(text)
    assert claim.direct
    assert [text[a:b] for a, b in claim.content.spans] == ["We will stay", "until the end"]


def test_quotation_over_several_sentences_is_one_claim():
    (claim,) = claims("“The road is shut. We will stay here. Nobody leaves,” the mayor said.")
    assert claim.content.text == "The road is shut. We will stay here. Nobody leaves"


def test_quotation_goes_on_with_the_same_speaker():
    text = "“We will stay,” Anna Berg said.\n\n“We are not afraid of the army.”\n\nThe army left."
    found = claims(text)
    assert [c.content.text for c in found] == ["We will stay", "We are not afraid of the army"]
    assert {c.speaker.actor.name for c in found} == {"Anna Berg"}


def test_printed_conversation():
    found = brief("BERG: The road is shut.\n\nCOSTA: Who shut it? Nobody knows.\n\nBERG: The army.")
    assert found == [
        ("BERG", "say", "The road is shut"),
        ("COSTA", "say", "Who shut it? Nobody knows"),
        ("BERG", "say", "The army"),
    ]


def test_one_label_is_a_heading():
    assert brief("UPDATE: The road is shut.\n\nNobody is hurt.") == []


def test_charge_that_somebody_denies():
    assert brief("The union accused the firm of theft, a charge that the firm denied.") == [
        ("The union", "accuse", "the firm of theft"),
        ("the firm", "deny", "theft"),
    ]


def test_scare_quotes_are_no_continuation():
    found = claims("“We will stay,” the mayor said. The “safe” zone was shelled.")
    assert [c.content.text for c in found] == ["We will stay"]


def test_colon_and_quotation_in_the_next_paragraph():
    (claim,) = claims("The mayor added:\n\n“The bridge will stay shut for a year.”")
    assert (claim.speaker.text, claim.content.text) == (
        "The mayor",
        "The bridge will stay shut for a year",
    )


def test_part_quoted_is_direct_and_keeps_its_marks():
    (claim,) = claims("The mayor said the bridge was “a ruin”.")
    assert claim.direct
    assert claim.content.text == "the bridge was “a ruin”"


def test_indirect_speech_is_not_direct():
    (claim,) = claims("The mayor said the bridge was a ruin.")
    assert not claim.direct


def test_audience_and_medium():
    (claim,) = claims("In a statement posted online, the mayor told reporters the bridge was shut.")
    assert claim.audience is not None
    assert claim.audience.text == "reporters"
    assert claim.medium is not None
    assert claim.medium.text == "a statement posted online"


def test_day_of_speaking_is_not_the_day_told():
    text = "The mayor said on Friday that the bridge fell on Monday."
    days = [
        DateExpression(
            w,
            Span(text.index(w), text.index(w) + 6),
            "DATE",
            None,
            None,
            None,
            None,
            "unknown year",
        )
        for w in ("Friday", "Monday")
    ]
    (claim,) = claims(text, *days)
    assert claim.date is not None
    assert claim.date.text == "Friday"


def test_every_span_is_an_exact_slice():
    text = "“We’ll stay,” Anna Berg told the radio in a statement. “It’s our town.” She denied claims that gunmen fled."
    for claim in claims(text):
        pieces = [text[a:b] for a, b in claim.content.spans]
        assert " ".join(pieces) == claim.content.text
        for part in (claim.cue, claim.audience, claim.medium, *claim.speakers):
            assert part is None or part.text == text[part.span.start : part.span.end]


def test_same_text_gives_the_same_claims():
    text = "Zambia said trade would grow. Malawi denied it would."
    assert claims(text) == claims(text)


@pytest.mark.parametrize(
    "text", ["", "said", '"', "said said: “", "\u202esaid \x00 “x", "““““ he said ”””” that,"]
)
def test_odd_text_raises_nothing(text):
    assert isinstance(claims(text), tuple)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_give_exact_spans(text):
    for claim in claims(text):
        assert all(text[a:b] for a, b in claim.content.spans)
        assert " ".join(text[a:b] for a, b in claim.content.spans) == claim.content.text
        assert claim.cue.text == text[claim.cue.span.start : claim.cue.span.end]
