import pytest

from dateline.knowledge.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("kind", "inner", "cameo", "modes", "outer"),
    [
        ("commit", "AID", "073", (), ("AGREE", "0333", ())),
        ("request", "AID", "073", (), ("REQUEST", "1033", ("assist",))),
        ("refuse", "AID", "073", (), ("REJECT", "1223", ("assist",))),
        ("commit", "RETREAT", "0841", ("release",), ("CONCEDE", "0353", ())),
        ("refuse", "CONCEDE", "0813", (), ("REJECT", "1241", ("yield",))),
        ("commit", "CONSULT", "042", ("visit",), ("AGREE", "036", ())),
        ("refuse", "CONSULT", "046", (), ("REJECT", "125", ("meet",))),
        ("commit", "ASSAULT", "195", ("aerial",), ("THREATEN", "138", ("violence",))),
        ("threaten", "COERCE", "173", ("arrest",), ("THREATEN", "137", ("arrest",))),
        ("request", "RETREAT", "0831", ("resign",), ("REQUEST", "1041", ("change",))),
        ("halt", "AID", "072", (), ("SANCTION", "162", ("discontinue",))),
    ],
)
def test_operator_makes_of_an_act(kind, inner, cameo, modes, outer):
    made = load_lexicon().compose(kind, inner, cameo, modes)
    assert made is not None
    assert (made.type, made.cameo, made.modes) == outer


def test_unknown_operator_makes_nothing():
    assert load_lexicon().compose("report", "AID", "073", ()) is None


def test_every_type_is_composed_by_promise_demand_and_refusal():
    lexicon = load_lexicon()
    types = {e.type for e in lexicon.entries}
    assert len(types) == 16
    for kind in ("commit", "request", "threaten"):
        assert not [t for t in types if lexicon.compose(kind, t, None, ()) is None]


def test_intensity_takes_the_mode_farthest_from_zero():
    lexicon = load_lexicon()
    assert lexicon.intensity("ASSAULT", ()) == -9
    assert lexicon.intensity("ASSAULT", ("beat", "drone")) == -9.5


def test_goldstein_of_a_code_without_one_is_its_parents():
    lexicon = load_lexicon()
    assert lexicon.goldstein("1951") == lexicon.goldstein("195")
    assert lexicon.goldstein(None) is None
