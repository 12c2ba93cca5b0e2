"""Ten lessons from the coders that came before, each a named test with its probe sentences.

A row reads: sentence, type, status, country or sector of an actor, of a recipient, type of the act beneath.  None: not looked at.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]


class Want(NamedTuple):
    """What must stand in the record of one sentence."""

    text: str
    type: str
    status: str = "actual"
    actor: str | None = None
    recipient: str | None = None
    of: str | None = None
    mode: str | None = None
    published: str = "2024-05-15"


def sides(event: dict[str, Any], side: str) -> set[str]:
    found: set[str] = set()
    for actor in event[side]:
        found |= {actor["country"] or "", *actor["sectors"]}
    return found - {""}


def shown(record: dict[str, Any]) -> str:
    return "; ".join(
        f"{e['type']}/{e['status']} {sides(e, 'actors')}>{sides(e, 'recipients')} of={(e['of'] or {}).get('type')}"
        f" modes={e['modes']} by {e['trigger']['text']!r}"
        for e in record["events"]
    )


def fits(event: dict[str, Any], want: Want) -> bool:
    return (
        event["type"] == want.type
        and event["status"] == want.status
        and (want.actor is None or want.actor in sides(event, "actors"))
        and (want.recipient is None or want.recipient in sides(event, "recipients"))
        and (want.of is None or (event["of"] or {}).get("type") == want.of)
        and (want.mode is None or want.mode in event["modes"])
    )


def check(code: Code, want: Want, *never: str) -> None:
    """The wanted event is there, and no fact of a type in ``never``."""
    record = code(want.text, published=want.published)
    assert any(fits(e, want) for e in record["events"]), shown(record) or "no event"
    facts = {e["type"] for e in record["events"] if e["status"] == "actual"}
    assert not facts & set(never), shown(record)


MODALITY = [
    (
        Want(
            "Norway will give Tanzania a grant of 20 million dollars.",
            "AGREE",
            actor="NOR",
            recipient="TZA",
            of="AID",
        ),
        "AID",
    ),
    (
        Want(
            "Norway gave Tanzania a grant of 20 million dollars.",
            "AID",
            actor="NOR",
            recipient="TZA",
        ),
        "AGREE",
    ),
    (
        Want(
            "Opposition parties in Togo said they would boycott the election.",
            "THREATEN",
            actor="TGO",
        ),
        "PROTEST",
    ),
    (
        Want(
            "Opposition parties in Togo boycotted the election.",
            "PROTEST",
            actor="TGO",
            mode="boycott",
        ),
        "THREATEN",
    ),
    (
        Want("Kenya will send 300 tents to Mozambique.", "AGREE", actor="KEN", recipient="MOZ"),
        "AID",
    ),
]


@pytest.mark.parametrize(("want", "never"), MODALITY)
def test_lesson_1_modality_decides_the_type(code: Code, want: Want, never: str) -> None:
    check(code, want, never)


REFUSAL = [
    (
        Want(
            "The government of Fiji is refusing to lift the curfew.",
            "REJECT",
            actor="FJI",
            of="CONCEDE",
        ),
        "CONCEDE",
    ),
    (Want("The government of Fiji lifted the curfew.", "CONCEDE", actor="FJI"), "REJECT"),
    (Want("Georgia declined to sign the treaty.", "REJECT", actor="GEO", of="SUPPORT"), "SUPPORT"),
    (
        Want("The rebels refused to release the hostages.", "REJECT", actor="REB", of="RETREAT"),
        "RETREAT",
    ),
]


@pytest.mark.parametrize(("want", "never"), REFUSAL)
def test_lesson_2_refusal_has_scope(code: Code, want: Want, never: str) -> None:
    check(code, want, never)


NESTED = [
    (
        Want(
            "Portugal promised to continue military aid to Mozambique.",
            "AGREE",
            actor="PRT",
            recipient="MOZ",
            of="AID",
        ),
        "AID",
    ),
    (
        Want("Portugal agreed to resume talks with Angola.", "AGREE", actor="PRT", of="CONSULT"),
        "CONSULT",
    ),
    (
        Want("Iran threatened to start attacking ships.", "THREATEN", actor="IRN", of="ASSAULT"),
        "ASSAULT",
    ),
]


@pytest.mark.parametrize(("want", "never"), NESTED)
def test_lesson_3_nested_clauses_keep_the_act(code: Code, want: Want, never: str) -> None:
    check(code, want, never)


LIGHT_VERBS = [
    Want("Sudan and Ethiopia renewed negotiations on Monday.", "CONSULT", actor="SDN"),
    Want("Qatar undertook mediation between Chad and Sudan.", "CONSULT", actor="QAT"),
    Want("Russia issued a stern warning to Estonia.", "THREATEN", actor="RUS", recipient="EST"),
    Want(
        "The army launched an attack on rebels near Gao.", "ASSAULT", actor="MIL", recipient="REB"
    ),
    Want("Police made five arrests in Tunis.", "COERCE", actor="COP", mode="arrest"),
]


@pytest.mark.parametrize("want", LIGHT_VERBS)
def test_lesson_4_light_verb_and_noun_are_one_act(code: Code, want: Want) -> None:
    check(code, want)


ONE_SIDED = [
    Want("About 100 people demonstrated in Serbia.", "PROTEST", mode="demo"),
    Want(
        "Saddam Hussein arrived in Amman for talks.",
        "CONSULT",
        actor="IRQ",
        recipient="JOR",
        mode="visit",
        published="1999-05-15",
    ),
    Want(
        "The French president arrived in Amman for talks.",
        "CONSULT",
        actor="FRA",
        recipient="JOR",
        mode="visit",
    ),
    Want("Hundreds of teachers went on strike in Lisbon.", "PROTEST", actor="EDU", mode="strike"),
]


@pytest.mark.parametrize("want", ONE_SIDED)
def test_lesson_5_a_missing_side_loses_no_event(code: Code, want: Want) -> None:
    check(code, want)


REPORTING = [
    (
        Want(
            "Russia said that Sudan must return a helicopter.",
            "REQUEST",
            actor="RUS",
            recipient="SDN",
        ),
        "RETREAT",
    ),
    (
        Want(
            "Japan said that North Korea should free the fishermen.",
            "REQUEST",
            actor="JPN",
            recipient="PRK",
        ),
        "RETREAT",
    ),
]


@pytest.mark.parametrize(("want", "never"), REPORTING)
def test_lesson_6_the_reporting_clause_holds_the_actor(code: Code, want: Want, never: str) -> None:
    check(code, want, never)


NAMES = [
    ("Iraqis protested in Basra on Monday.", "actors", "IRQ"),
    ("Libyans marched in Tripoli on Monday.", "actors", "LBY"),
    ("The UK condemned the arrests.", "actors", "GBR"),
    ("The PRC deployed warships in the strait.", "actors", "CHN"),
    ("The Emirates sent Sudan medicine.", "actors", "ARE"),
    ("The OSCE condemned the arrests in Minsk.", "actors", "IGO"),
    ("Moammar Gadhafi accused Chad of arming rebels.", "actors", "LBY"),
    ("Muammar Kadhafi accused Chad of arming rebels.", "actors", "LBY"),
]


@pytest.mark.parametrize(("text", "side", "country"), NAMES)
def test_lesson_7_every_common_form_of_a_name_is_known(
    code: Code, text: str, side: str, country: str
) -> None:
    record = code(text)
    assert any(country in sides(e, side) for e in record["events"]), shown(record) or "no event"


PURPOSE = [
    (
        Want(
            "The opposition staged mass demonstrations in Harare to demand reforms.",
            "PROTEST",
            mode="demo",
        ),
        "REQUEST",
    ),
    (
        Want("Dockers in Santos went on strike to demand higher wages.", "PROTEST", mode="strike"),
        "REQUEST",
    ),
]


@pytest.mark.parametrize(("want", "never"), PURPOSE)
def test_lesson_8_the_act_wins_over_its_purpose(code: Code, want: Want, never: str) -> None:
    check(code, want, never)


NOT_DONE = [
    ("Iran did not attack the tanker.", "ASSAULT", "negated"),
    ("Iran never attacked the tanker.", "ASSAULT", "negated"),
    ("Iran may attack the tanker.", "ASSAULT", "hypothetical"),
    ("Iran and Iraq failed to sign the treaty.", "SUPPORT", "negated"),
    ("Iran denied that it had bombed the port.", "ASSAULT", "denied"),
    ("The region will suffer if Iran attacks the port.", "ASSAULT", "hypothetical"),
    ("The army withdrew without firing at the protesters.", "ASSAULT", "negated"),
    ("Rebels attempted to storm the palace.", "ASSAULT", "actual"),
]


@pytest.mark.parametrize(("text", "kind", "status"), NOT_DONE)
def test_lesson_9_what_was_not_done_is_no_fact(
    code: Code, text: str, kind: str, status: str
) -> None:
    record = code(text)
    found = [e for e in record["events"] if e["type"] == kind]
    assert all(e["status"] == status for e in found), shown(record)
    if status != "hypothetical":
        assert found, "the act itself should stand in the record, with its status"


NO_EVENT = [
    "The striker shot wide in the final minute of the match in Madrid.",
    "Shares in the company tumbled after the bank attacked its forecasts.",
    "The two rivers meet below Khartoum.",
    "A storm hit the coast of Florida and killed six people.",
    "The museum tells how the fortress was stormed in 1453.",
    "The chef fired up the grill and shelled a bowl of peas.",
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_lesson_10_no_false_codings(code: Code, text: str) -> None:
    record = code(text)
    facts = [e for e in record["events"] if e["status"] == "actual" and e["relevant"]]
    assert not facts, shown(record)


def test_lesson_10_objects_are_no_targets(code: Code) -> None:
    record = code("Soldiers attacked the village with rifles after the harvest.")
    for event in record["events"]:
        words = {r["text"] for r in event["recipients"]}
        assert not words & {"rifles", "the harvest"}, shown(record)


def test_lesson_10_one_bad_report_does_not_kill_the_run(pipeline: Any) -> None:
    from dateline.records import Report

    texts = [
        "Mali accused Niger of arming rebels.",
        "\x00\ud800\u202e" * 50,
        "",
        "Niger expelled two diplomats.",
    ]
    reports = [Report(str(i), "test", t, language="en") for i, t in enumerate(texts)]
    records = list(pipeline.run(reports))
    assert [r.report.id for r in records] == ["0", "1", "2", "3"]
    assert records[0].events
    assert records[3].events
