import pytest
from trees import tree

from dateline.coding.frames import FrameBuilder
from dateline.knowledge.grammar import Grammar

GRAMMAR = Grammar(
    object_control=frozenset({"ask"}),
    charge_verbs=frozenset({"accuse"}),
    act_nouns=frozenset({"attempt"}),
    transparent=frozenset(),
    rulings=frozenset({"decree"}),
    decreeing=frozenset({"sign"}),
)


def sides(text, verb):
    sentence = tree(text)
    at = next(t.i for t in sentence.tokens if t.text == verb)
    frame = FrameBuilder(sentence, GRAMMAR).verb(at)
    words = lambda heads: [sentence.tokens[h].text for h in heads]  # noqa: E731
    return words(frame.subjects), words(frame.objects)


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Rebels attacked the camp.", "attacked", ["Rebels"], ["camp"]),
        ("The camp was attacked by rebels.", "attacked", ["rebels"], ["camp"]),
        ("The camp that rebels attacked was empty.", "attacked", ["rebels"], ["camp"]),
        ("Rebels who attacked the camp fled.", "attacked", ["Rebels"], ["camp"]),
        ("A general backed by Egypt controls the port.", "backed", ["Egypt"], ["general"]),
        ("Rebels shelled and later captured the town.", "shelled", ["Rebels"], ["town"]),
        ("Rebels shelled and later captured the town.", "captured", ["Rebels"], ["town"]),
        ("Peru and Ecuador held talks.", "held", ["Peru", "Ecuador"], ["talks"]),
        ("Chad asked France to send troops.", "send", ["France"], ["troops"]),
        ("France promised to send troops.", "send", ["France"], ["troops"]),
        ("The rebels accused the army of shelling the camp.", "shelling", ["army"], ["camp"]),
        ("The army left the town after shelling the camp.", "shelling", ["army"], ["camp"]),
        ("Her attempt to seize the port failed.", "seize", ["Her"], ["port"]),
        ("The port was seized.", "seized", [], ["port"]),
    ],
)
def test_frame_undoes_grammar(text, verb, subjects, objects):
    assert sides(text, verb) == (subjects, objects)


def test_frame_indirect_object():
    sentence = tree("Norway gave Malawi a grant.")
    frame = FrameBuilder(sentence, GRAMMAR).verb(1)
    assert [sentence.tokens[i].text for i in frame.iobjs] == ["Malawi"]


def test_frame_particle_belongs_to_the_word():
    sentence = tree("Police broke off the talks with the union.")
    frame = FrameBuilder(sentence, GRAMMAR).verb(1)
    assert frame.word == "break off"
    assert [sentence.tokens[i].text for i in frame.preps["with"]] == ["union"]


def test_frame_object_that_the_parser_hangs_on_the_particle():
    assert sides("Miners have blocked off the bridge with lorries.", "blocked") == (
        ["Miners"],
        ["bridge"],
    )


@pytest.mark.parametrize(
    "text", ["The envoys walked away from the table.", "The envoys walked from the table."]
)
def test_frame_phrase_behind_an_adverb_of_direction(text):
    frame = FrameBuilder(tree(text), GRAMMAR).verb(2)
    assert set(frame.preps) == {"from"}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The king signed a decree banning marches.", ["king"]),
        ("A decree banning marches was signed by the king.", ["king"]),
        ("The king read a book banning marches.", ["book"]),
    ],
)
def test_frame_of_what_a_decree_says(text, subjects):
    assert sides(text, "banning") == (subjects, ["marches"])
