import pytest

from dateline.coding.link import link
from dateline.records import (
    Actor,
    Claim,
    Content,
    Event,
    Evidence,
    Magnitude,
    Participant,
    SentenceRef,
    Span,
)

TEXT = "Arland said Borland shelled a camp."
SENTENCE = SentenceRef(0, TEXT, Span(0, len(TEXT)))


def actor(name, country=None, sectors=(), kind="country"):
    return Participant(
        Actor(f"a-{name}", name, country=country, sectors=sectors, kind=kind), name, None
    )


ARLAND = actor("Arland", "ARL")
BORLAND = actor("Borland", "BOR")
POLICE = actor("police", "BOR", ("COP",), "organisation")


def event(kind="ASSAULT", actors=(BORLAND,), recipients=(), status="actual", at="shelled"):
    start = TEXT.index(at)
    return Event(
        id="e-1", type=kind, modes=(), contexts=(), cameo=None, quad=4, goldstein=None, intensity=None, status=status,
        relevant=True, of=None, actors=tuple(actors), recipients=tuple(recipients), instruments=(), place=None, date=None,
        magnitude=Magnitude(), attribution=None, commitment=1.0, sentence=SENTENCE,
        trigger=Evidence(at, Span(start, start + len(at))), confidence=0.8,
    )  # fmt: skip


def claim(act="say", speaker=ARLAND, content="Borland shelled a camp", direct=False):
    start = TEXT.index(content)
    cue = Evidence("said", Span(7, 11))
    return Claim(
        id="c-1", speaker=speaker, speakers=(speaker,), act=act, cue=cue,
        content=Content(content, (Span(start, start + len(content)),)), direct=direct, audience=None,
        medium=None, date=None, events=(), stance=(), sentence=SENTENCE,
    )  # fmt: skip


def status(event_, claim_):
    (made,), _ = link([event_], [claim_])
    return made.status


@pytest.mark.parametrize(
    ("claim_", "event_", "wanted"),
    [
        (claim("deny"), event(), "denied"),
        (claim("accuse"), event(), "alleged"),
        (claim("hope"), event(), "hypothetical"),
        (claim("say", POLICE), event(), "actual"),
        (claim("say"), event(actors=()), "actual"),
        (claim("say"), event(actors=(ARLAND,)), "actual"),
        (claim("say"), event(recipients=(actor("a camp", "ARL", (), "group"),)), "alleged"),
        (claim("accuse"), event(status="negated"), "negated"),
    ],
)
def test_standing_by_claim(claim_, event_, wanted):
    assert status(event_, claim_) == wanted


def test_event_outside_every_claim_is_the_reports_own():
    (made,), (told,) = link([event(at="Arland")], [claim()])
    assert made.attribution is None
    assert told.events == ()


def test_claim_knows_its_events_and_its_stance():
    (made,), (told,) = link([event()], [claim("deny")])
    assert made.attribution is not None
    assert made.attribution.claim == told.id
    assert told.events == (made.id,)
    assert told.stance[0].stance == "denies"


def test_attribution_lowers_commitment():
    (inside,), _ = link([event(actors=())], [claim()])
    (outside,), _ = link([event(at="Arland")], [claim()])
    assert inside.commitment < outside.commitment
