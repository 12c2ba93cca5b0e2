import pytest
import spacy
from spacy.tokens import Doc

from dateline.parse.rules import QUICK, RULER, QuickRules, quicken

RULES = (
    ([[{"TAG": "NN"}]], {"POS": "NOUN", "MORPH": "Number=Sing"}, 0),
    ([[{"TAG": "MD"}]], {"POS": "VERB"}, 0),
    ([[{"TAG": "MD", "LOWER": "wo"}]], {"LEMMA": "will"}, 0),
    ([[{"TAG": "MD", "DEP": {"IN": ["aux"]}}]], {"POS": "AUX"}, 0),
    ([[{"LOWER": {"IN": ["nt", "not"]}}]], {"POS": "PART", "LEMMA": "not"}, 0),
    ([[{"LOWER": {"REGEX": "^n[ou]thin$"}}]], {"LEMMA": "nothing"}, 0),
    ([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "go"}, 0),
    ([[{"LOWER": "gon"}, {"LOWER": "na"}]], {"LEMMA": "to"}, -1),
    ([[{"DEP": "expl"}, {"LOWER": "is"}], [{"LOWER": "abides"}]], {"POS": "VERB"}, 0),
    ([[{"TAG": "MD", "LOWER": "must"}]], {"POS": "X", "MORPH": "VerbForm=Fin"}, 0),
)
TEXTS = (
    ("The dog wo nt bark", "DT NN MD RB VB", "det nsubj aux neg ROOT"),
    ("Dog WO NOT bark", "NN NN RB VB", "nsubj dep neg ROOT"),
    ("It must go", "PRP MD VB", "nsubj aux ROOT"),
    ("A must", "DT MD", "det ROOT"),
    ("I gon na say nuthin gon", "PRP VB TO VB NN NN", "nsubj ROOT aux xcomp dobj dep"),
    ("There is rain abides", "EX VBZ NN NN", "expl ROOT attr dep"),
    ("There is", "EX VBZ", "nsubj ROOT"),
    ("", "", ""),
)


def pipeline() -> spacy.language.Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe(RULER)
    for patterns, attributes, index in RULES:
        ruler.add(patterns, attributes, index=index)
    return nlp


def doc(nlp: spacy.language.Language, words: str, tags: str, deps: str) -> Doc:
    heads = [0] * len(words.split())
    return Doc(nlp.vocab, words.split(), tags=tags.split(), deps=deps.split(), heads=heads)


@pytest.mark.parametrize("text", TEXTS)
def test_words_get_what_the_ruler_gives_them(text: tuple[str, str, str]) -> None:
    nlp = pipeline()
    ruler = nlp.get_pipe(RULER)
    quick = QuickRules(ruler)
    for _ in range(2):  # unknown kinds of words, then known ones
        slow, fast = ruler(doc(nlp, *text)), quick(doc(nlp, *text))
        assert [(t.pos_, str(t.morph), t.lemma_) for t in fast] == [
            (t.pos_, str(t.morph), t.lemma_) for t in slow
        ]


def test_the_rules_do_something() -> None:
    nlp = pipeline()
    found = QuickRules(nlp.get_pipe(RULER))(doc(nlp, *TEXTS[4]))
    assert [t.lemma_ for t in found] == ["", "go", "to", "", "nothing", ""]


def test_the_ruler_makes_room() -> None:
    nlp = pipeline()
    quicken(nlp)
    assert nlp.pipe_names == [QUICK]
    bare = spacy.blank("en")
    quicken(bare)
    assert bare.pipe_names == []
