"""Passages near a question: what no line cites is put before the reader, on no side; without a model."""

from dataclasses import replace

from dateline.knowledge.questions import questions
from dateline.records import Coder, Record, Report, Span
from dateline.records.answer import Passage
from dateline.situations.evidence_facts import Told, source_of
from dateline.situations.evidence_passages import MOST, OF_ONE, passages
from dateline.situations.question_parts import Named, Question

TEXT = (
    "Guards at the palace said on Monday that they had foiled a flight by Odo Barre. "
    "He climbed the garden wall at dawn, one of them said. "
    "His lawyer called the account invented. "
    "Rice prices rose in the capital. "
    "Odo Barre has been held at the palace since June."
)
BARRE = Named("Odo Barre", "Odo Barre", Span(4, 13), "person", forms=frozenset({"odo barre"}))
CODER = Coder("", "", "")


def _told(text: str, key: int = 1, title: str = "", published: str | None = None) -> Told:
    report = Report(f"r-{key}", "made", text, title, published=published, language="en")
    return Told(source_of(report, key), Record(report, CODER))


def _question(*content: str, **given: object) -> Question:
    plain = Question("Did Odo Barre flee?", "whether", None, actors=(BARRE,), content=content)
    return replace(plain, **given)  # type: ignore[arg-type]


def _quotes(found: tuple[Passage, ...]) -> list[str]:
    return [p.cite.quote for p in found]


def test_a_sentence_with_a_name_and_a_word_of_the_question_is_shown_first() -> None:
    found = passages(_question("flight"), (_told(TEXT),), ())
    assert _quotes(found)[0].endswith("foiled a flight by Odo Barre.")
    assert found[0].has == ("Odo Barre", "flight")
    assert found[0].cite.status == "not weighed"


def test_the_quote_stands_at_its_span() -> None:
    for one in passages(_question("flight", "palace"), (_told(TEXT),), ()):
        assert TEXT[slice(*one.cite.span)] == one.cite.quote


def test_what_a_line_cites_is_not_shown_again() -> None:
    cited = [(1, Span(0, 20))]
    found = _quotes(passages(_question("flight", "palace"), (_told(TEXT),), cited))
    assert (
        found
        == [
            "Odo Barre has been held at the palace since June.",
            "He climbed the garden wall at dawn, one of them said.",  # told of him in the sentence before
        ]
    )


def test_a_title_in_the_words_of_the_question_brings_up_its_report() -> None:
    plain, titled = (
        passages(_question("escape"), (_told(TEXT, title=t),), ()) for t in ("", "An escape")
    )
    assert plain == ()
    assert "foiled a flight" in titled[0].cite.quote


def test_words_for_such_an_act_count_and_names_alone_do_not() -> None:
    asks = (questions().act("q.arrest"),)
    found = passages(
        _question("seize", asks=asks), (_told("Odo Barre was arrested. Odo Barre ate."),), ()
    )
    assert _quotes(found) == ["Odo Barre was arrested."]


def test_nothing_is_shown_of_other_people_or_other_days() -> None:
    other = _told("A flight by Ada Nkemi was foiled.")
    old = _told(TEXT, published="2020-01-01")
    assert passages(_question("flight"), (other,), ()) == ()
    assert passages(_question("flight", first_day="2021-01-01"), (old,), ()) == ()


def test_copies_are_shown_once_and_no_report_fills_the_page() -> None:
    copies = tuple(_told("A flight by Odo Barre was foiled.", key) for key in (1, 2, 3))
    assert len(passages(_question("flight"), copies, ())) == 1
    many = " ".join(f"Odo Barre's flight number {n} was foiled." for n in range(9))
    found = passages(_question("flight"), (_told(many, 1), _told(many.replace("was", "is"), 2)), ())
    assert len(found) == MOST
    assert sum(p.cite.source.key == 1 for p in found) <= OF_ONE


def test_a_question_without_names_asks_for_two_of_its_words() -> None:
    asked = _question("rice", "prices", actors=())
    assert _quotes(passages(asked, (_told(TEXT + " Prices fell in Vessa."),), ())) == [
        "Rice prices rose in the capital."
    ]
