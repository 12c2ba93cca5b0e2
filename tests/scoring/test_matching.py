"""Which coded event is which gold event."""

from dateline.scoring.coding import CodedEvent, Days, Party
from dateline.scoring.matching import compare, match, mistaken

A, B, C = (Party((name,)) for name in ("alphas", "betas", "gammas"))


def event(
    kind: str, actor: Party | None = None, recipient: Party | None = None, **more: object
) -> CodedEvent:
    sides = {"actors": (actor,) if actor else (), "recipients": (recipient,) if recipient else ()}
    return CodedEvent(kind, **sides, **more)  # type: ignore[arg-type]


def test_events_of_one_type_go_by_their_sides() -> None:
    gold = [event("ASSAULT", A, B), event("ASSAULT", B, A)]
    found = match(gold, [event("ASSAULT", B, A), event("ASSAULT", A, B)], status=False)
    assert [(p.gold.actors, p.coded.actors) for p in found.hits] == [((A,), (A,)), ((B,), (B,))]
    assert all(p.whole for p in found.hits)


def test_the_total_counts_not_the_first_event() -> None:
    """The first gold event fits both, the second only one of them."""
    gold = [event("AID", A), event("AID", A, B)]
    coded = [event("AID", A, B), event("AID", A, C)]
    found = match(gold, coded, status=False)
    assert {(p.gold.recipients, p.coded.recipients) for p in found.hits} == {
        ((), (C,)),
        ((B,), (B,)),
    }


def test_a_type_is_a_hit_whatever_its_sides() -> None:
    (pair,) = match([event("AID", A, B)], [event("AID", C)], status=False).hits
    assert not pair.actors
    assert not pair.whole


def test_every_event_counts_once() -> None:
    found = match([event("AID", A)], [event("AID", A), event("AID", A)], status=False)
    assert (len(found.hits), len(found.missed), len(found.wrong)) == (1, 0, 1)


def test_status_must_agree_where_asked() -> None:
    gold, coded = [event("AID", A, status="denied")], [event("AID", A)]
    assert match(gold, coded, status=False).hits
    assert not match(gold, coded, status=True).hits


def test_optional_events_neither_help_nor_harm() -> None:
    gold = [event("AID", A, optional=True), event("COERCE", B, optional=True)]
    found = match(gold, [event("AID", A)], status=False)
    assert (len(found.excused), found.hits, found.missed, found.wrong) == (1, (), (), ())


def test_a_required_event_goes_before_an_optional_one() -> None:
    gold = [event("AID", A, optional=True), event("AID", A)]
    assert len(match(gold, [event("AID", A)], status=False).hits) == 1


def test_place_and_date_are_judged_where_the_gold_gives_them() -> None:
    day = Days("2024-05-01", "2024-05-01")
    told = event("AID", A, B, place=("Goma",), date=day)
    silent = compare(event("AID", A, B), told)
    assert (silent.place, silent.date, silent.modes) == (None, None, None)
    assert silent.whole
    missing = compare(told, event("AID", A, B))
    assert (missing.place, missing.date) == (False, False)
    assert not missing.whole


def test_modes_share_one() -> None:
    gold = event("ASSAULT", A, modes=("beat", "firearms"))
    assert compare(gold, event("ASSAULT", A, modes=("firearms",))).modes is True
    assert compare(gold, event("ASSAULT", A)).modes is False


def test_mistaken_types_share_a_party() -> None:
    gold = [event("COERCE", A, B), event("AID", C)]
    found = match(gold, [event("ASSAULT", A, B), event("AGREE", B)], status=False)
    ((one, other),) = mistaken(found, only=False)
    assert (one.type, other.type) == ("COERCE", "ASSAULT")


def test_the_only_events_of_a_report_speak_of_one_act() -> None:
    found = match([event("COERCE", A)], [event("ASSAULT", B)], status=False)
    assert mistaken(found, only=False) == ()
    assert len(mistaken(found, only=True)) == 1
