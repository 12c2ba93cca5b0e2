from types import SimpleNamespace

import numpy as np
import pytest
import spacy
from spacy.ml.models import CharacterEmbed, MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc

from dateline.parse.kinds import embed_kinds

NLP = spacy.blank("en")
NLP.vocab.set_vector("dog", np.ones(4, dtype="float32"))
TEXTS = [
    "The dog saw the dog",
    "",
    "It don't see The dog (the cat)",
    "dog",
    "Do not , not , do n't",
]


def docs() -> list[Doc]:
    return [NLP(text) for text in TEXTS]


def model(embed: object) -> object:
    encode = MaxoutWindowEncoder(width=8, window_size=1, maxout_pieces=2, depth=2)
    made = build_Tok2Vec_model(embed, encode)
    made.initialize(X=docs())
    return made


def changed(made: object) -> bool:
    parts = [("words", SimpleNamespace(model=made)), ("rules", object())]
    embed_kinds(SimpleNamespace(pipeline=parts))
    return any(node.name == "kinds" for node in made.walk())  # type: ignore[attr-defined]


@pytest.mark.parametrize("vectors", [False, True])
def test_words_come_out_as_they_would_one_by_one(vectors: bool) -> None:
    made = model(MultiHashEmbed(8, ["NORM", "SHAPE", "SPACY"], [50, 50, 50], vectors))
    before = made.predict(docs())
    assert changed(made)
    after = made.predict(docs())
    assert [len(x) for x in after] == [len(d) for d in docs()]
    assert all(np.array_equal(a, b) for a, b in zip(after, before, strict=True))
    assert len({row.tobytes() for x in after for row in x}) > 5


@pytest.mark.parametrize("texts", [[""], ["", ""]])
def test_nothing_to_read(texts: list[str]) -> None:
    made = model(MultiHashEmbed(8, ["NORM"], [50], False))
    before = made.predict([NLP(t) for t in texts])
    assert changed(made)
    assert [x.shape for x in made.predict([NLP(t) for t in texts])] == [x.shape for x in before]


def test_a_layer_that_reads_letters_stays_as_it_is() -> None:
    assert not changed(model(CharacterEmbed(8, 50, 4, 2, include_static_vectors=False)))


def test_changed_once() -> None:
    made = model(MultiHashEmbed(8, ["NORM"], [50], False))
    assert changed(made)
    assert changed(made)
    assert sum(node.name == "kinds" for node in made.walk()) == 1
