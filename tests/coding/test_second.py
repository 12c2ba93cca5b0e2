"""The second opinion: what the model may change, and what it may not; and how it reads words."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.coding.drafts import Draft, Env
from dateline.coding.encoder import Case, Encoder, Reading
from dateline.coding.second import second_opinions
from dateline.errors import KnowledgeError
from dateline.knowledge.files import data_path
from dateline.knowledge.lexicon import load_lexicon
from dateline.records import Sentence, Span, Token


class Says(Encoder):
    """A model that says one thing of everything."""

    def __init__(self, kind: str, probability: float) -> None:
        self._said = Reading(kind, probability)
        self.seen: list[Case] = []

    def read(self, cases: list[Case]) -> list[Reading]:  # type: ignore[override]
        self.seen.extend(cases)
        return [self._said] * len(cases)


WORDS = ("Rebels", "shelled", "the", "camp")


def sentence() -> Sentence:
    tokens = tuple(
        Token(i, w, w.lower(), 8 * i, 8 * i + len(w), w, "NOUN", "NN", "dep", 1, "", False)
        for i, w in enumerate(WORDS)
    )
    return Sentence(0, 0, " ".join(WORDS), Span(0, 30), tokens, ((), (0, 2, 3), (), ()))


def draft(kind: str = "ASSAULT", of: Draft | None = None) -> Draft:
    return Draft(1, (1, 1), kind, ("aerial",), "195", (0,), (3,), Env(), ("an.entry",), of=of)


def after(model: Encoder, one: Draft) -> Draft:
    (found,) = second_opinions(model, [(sentence(), one)], load_lexicon())
    return found


def test_no_act_stays_but_does_not_count() -> None:
    found = after(Says("NONE", 0.99), draft())
    assert found.doubted
    assert found.type == "ASSAULT"
    assert "model: NONE 0.99" in found.notes


def test_another_type_is_taken_with_its_general_code() -> None:
    found = after(Says("COERCE", 0.99), draft())
    assert (found.type, found.modes, found.cameo) == ("COERCE", (), "170")
    assert "instead of ASSAULT" in found.notes[0]


@pytest.mark.parametrize(
    ("kind", "probability", "one"),
    [
        ("NONE", 0.85, draft()),
        ("COERCE", 0.9, draft()),
        ("ASSAULT", 0.99, draft()),
        ("CONCEDE", 0.99, draft("RETREAT")),
        ("ASSAULT", 0.99, draft("THREATEN")),
        ("COERCE", 0.99, draft("REJECT", of=draft())),
    ],
    ids=["not sure", "not sure of another", "agreed", "tense", "bound", "composed"],
)
def test_what_the_model_may_not_change(kind: str, probability: float, one: Draft) -> None:
    assert after(Says(kind, probability), one) is one


def test_between_conflict_and_cooperation_the_model_only_doubts() -> None:
    found = after(Says("ASSAULT", 0.99), draft("CONSULT"))
    assert (found.type, found.doubted) == ("CONSULT", True)


def test_a_negation_in_the_word_is_the_lexicon_s_to_read() -> None:
    one = replace(draft("REJECT"), refused=True)
    assert after(Says("ACCUSE", 0.99), one) is one


def test_the_trigger_is_shown() -> None:
    model = Says("NONE", 0.1)
    after(model, draft())
    assert model.seen == [Case(WORDS, 1, 1)]


@pytest.mark.model
def test_the_shipped_model_reads_as_its_trainer_did() -> None:
    model = Encoder.shipped()
    text = "Kenyan police fired tear-gas at S\u00e3o Tom\u00e9's students, 3.5km away (U.N.)"
    ids = [20428, 2610, 5045, 7697, 1011, 3806, 2012, 7509, 21269, 1005, 1055, 2493, 1010, 1017, 1012,
           1019, 22287, 2185, 1006, 1057, 1012, 1050, 1012, 1007]  # fmt: skip
    assert model._split.ids(text.split()) == ids


@pytest.mark.model
def test_the_shipped_model_tells_war_from_sport_and_is_deterministic() -> None:
    model = Encoder.shipped()
    cases = [
        Case(tuple(text.split()), at, at)
        for text, at in (
            ("The army bombed rebel camps near the border on Monday .", 2),
            ("The winger bombed forward and crossed for the second goal .", 2),
        )
    ]
    found = model.read(cases)
    assert [r.type for r in found] == ["ASSAULT", "NONE"]
    assert model.read(cases) == found
    assert [model.read([c])[0].type for c in cases] == ["ASSAULT", "NONE"]
    assert model.read([]) == []


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    folder = data_path("encoder.json").parent
    for name in ("encoder.json", "tokenizer.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "encoder.onnx").write_bytes(b"nothing")
    with pytest.raises(KnowledgeError, match="damaged"):
        Encoder(tmp_path)


@pytest.mark.model
@pytest.mark.parametrize("place", [0, 3, 39])
def test_words_in_too_many_pieces_are_left_out_far_from_the_predicate(place: int) -> None:
    model = Encoder.shipped()
    words = tuple("shelled" if n == place else "x7|9;q/w_zz%4(v)k" for n in range(40))
    ids = model._ids(Case(words, place, place))
    assert len(ids) == model._about["max_length"]
    assert model.read([Case(words, place, place)])[0].type
    plain = Case(("Rebels", "shelled", "the", "camp"), 1, 1)
    assert len(model._ids(plain)) == len(WORDS) + 5  # "shelled" is two pieces
    huge = Case(("x7|9;q/w_zz%4(v)k" * 20,), 0, 0)
    assert len(model._ids(huge)) == model._about["max_length"]
