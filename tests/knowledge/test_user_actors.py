"""Users' own actors: dateline's TSV, PETRARCH's and TABARI's files, and how they stand above the base."""

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.knowledge.actors import ActorBase, pieces
from dateline.knowledge.tabari import Code, blocks
from dateline.knowledge.user_actors import Loaded, joined, read_actors

TABARI = """\
# an analyst's actors
KHALIFA_HAFTAR_ [LBYREB 140501-190101] [LBYMIL >20190101] ; two terms
+MARSHAL_HAFTAR_
RUBANIAN_FRONT
\t[KENREBRUB >19990201]
\t[KENREB]
PONTELAND [KEN]
SUDAN [SDN]
OLD_WATCH_ [---]
UNFPA_ [IGOUNO]
"""
AGENTS = """\
!MINIST! = MINISTER, MINISTERS
FERRY_!MINIST! [~GOV]
TOLLMAN {TOLLMEN} [~CRM]
"""
TSV = """\
id\tname\taliases\tcountry\tsectors\tkind\tvalid_from\tvalid_to
zelda\tZelda Mbeki\tMbeki Zelda\tKEN\tOPP\tperson\t2012\t2017
zelda\tZelda Mbeki\t\tKEN\tGOV\tperson\t2018\t
"""


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


def load(tmp_path: Path, base: ActorBase, text: str, name: str = "mine.txt") -> Loaded:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_actors(path, base)


def reasons(text: str) -> list[tuple[int, str]]:
    return [(f.line, f.reason) for f in blocks(text.splitlines())[1]]


def test_tabari_terms_and_synonyms(tmp_path: Path, base: ActorBase) -> None:
    loaded = load(tmp_path, base, TABARI)
    assert loaded.faults == ()
    assert loaded.already == 1, "Sudan is known"
    own = ActorBase.load(own=joined([loaded]))
    (haftar,) = own.named("marshal haftar")
    assert haftar.term("2018-01-01").code == "LBYREB"  # type: ignore[union-attr]
    assert haftar.term("2020-01-01").code == "LBYMIL"  # type: ignore[union-attr]
    assert haftar.term("2010-01-01") is None
    (front,) = own.named("Rubanian Front")
    assert [t.code for t in front.terms] == ["KENREBRUB", "KENREB"]
    assert front.terms[0].sectors == ("REB",)
    (fund,) = own.named("UNFPA")
    assert fund.terms[0].country == "UNO"
    (watch,) = own.named("old watch")
    assert watch.kind == "none"


def test_a_user_s_entry_takes_the_place_of_the_base_s(tmp_path: Path, base: ActorBase) -> None:
    (before,) = base.named("Khalifa Haftar")
    own = ActorBase.load(own=joined([load(tmp_path, base, TABARI)]))
    for form in ("Haftar", "Hifter", "Khalifa Haftar", "Marshal Haftar"):
        (entry,) = own.named(form)
        assert entry.id == before.id
        assert entry.terms[0].code == "LBYREB"
        assert "general" in entry.terms[0].roles, "roles of the base stay"


def find(base: ActorBase, text: str) -> str | None:
    words = list(pieces(text))
    hit = base.longest(words, [False] * len(words), 0)
    if hit is None or hit[0] != len(words):
        return None
    known = hit[1]
    return known.country.alpha3 if known.country else known.entries[0].name


def test_stems_and_exact_forms(tmp_path: Path, base: ActorBase) -> None:
    own = ActorBase.load(own=joined([load(tmp_path, base, TABARI)]))
    assert find(own, "Rubanian Front") == "Rubanian Front"
    assert find(own, "Rubanian Fronts") == "Rubanian Front"
    assert find(own, "Pontelandese") == "KEN"
    assert find(own, "Pontelandrover") is None
    assert find(own, "old watchs") is None, "an exact form has no endings"


def test_agents(tmp_path: Path, base: ActorBase) -> None:
    loaded = load(tmp_path, base, AGENTS)
    assert loaded.faults == ()
    own = ActorBase.load(own=joined([loaded]))
    minister = own.noun(["ferry"], "minister")
    assert minister is not None
    assert (minister[0], minister[1].sectors) == (2, ("GOV",))
    many = own.noun(["ferry"], "ministers")
    assert many is not None
    assert many[1].plural
    tolls = own.noun([], "tollmen")
    assert tolls is not None
    assert (tolls[1].sectors, tolls[1].plural) == (("CRM",), True)
    assert own.noun([], "tollmans") is None, "the plural is given"


def test_tsv_with_terms(tmp_path: Path, base: ActorBase) -> None:
    loaded = load(tmp_path, base, TSV)
    assert loaded.faults == ()
    own = ActorBase.load(own=joined([loaded]))
    (entry,) = own.named("Zelda Mbeki")
    assert entry.term("2014-05-05").sectors == ("OPP",)  # type: ignore[union-attr]
    assert entry.term("2019-05-05").sectors == ("GOV",)  # type: ignore[union-attr]
    assert own.named("Mbeki Zelda") == (entry,)


def test_the_later_file_stands(tmp_path: Path, base: ActorBase) -> None:
    first = load(tmp_path, base, "QUIET_HAND_ [KENREB]")
    second = load(tmp_path, base, "QUIET_HAND_ [UGAGOV]", "more.txt")
    own = ActorBase.load(own=joined([first, second]))
    assert [e.terms[0].code for e in own.named("quiet hand")] == ["UGAGOV"]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("A_MAN [XX]", 1, "groups of three"),
        ("\nA_MAN [KENGOV 990231-20010101]", 2, "calendar"),
        ("A_MAN [KENGOV 20010101-19990101]", 1, "before it begins"),
        ("A_MAN [KENGOV >2001]", 1, "no date"),
        ("A_MAN [KENGOV 2001]", 1, "no span"),
        ("+A_MAN [KENGOV]", 1, "without a name"),
        ("\t[KENGOV]", 1, "without a name"),
        ("A_MAN", 1, "no code"),
        ("A_MAN [KENGOV", 1, "not closed"),
        ("HEAD_!NOSET! [KENGOV]", 1, "not defined"),
        ("A_MAN [KENGOV/UGAGOV]", 1, "two codes"),
        ("___ [KENGOV]", 1, "no name"),
    ],
)
def test_faults_of_tabari(text: str, line: int, word: str) -> None:
    found = reasons(text)
    assert any(at == line and word in why for at, why in found), found


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("x\t\t\tKEN\tGOV\tperson\t\t", "no name"),
        ("x\tAda Moyo\t\tZZZ\tGOV\tperson\t\t", "unknown country"),
        ("x\tAda Moyo\t\tKEN\tKING\tperson\t\t", "unknown sector"),
        ("x\tAda Moyo\t\tKEN\tGOV\trobot\t\t", "unknown kind"),
        ("x\tAda Moyo\t\tKEN\tGOV\tperson\t12\t", "no date"),
        ("x\tAda Moyo\t\tKEN\tGOV\tperson\t2012\t2010", "before it begins"),
        ("zelda\tAda Moyo\t\tKEN\tGOV\tperson\t\t", "two names"),
    ],
)
def test_faults_of_tsv(tmp_path: Path, base: ActorBase, row: str, word: str) -> None:
    loaded = load(tmp_path, base, TSV + row + "\n")
    (fault,) = loaded.faults
    assert (fault.line, word in fault.reason) == (4, True), fault
    assert len(loaded.own.entries) == 1, "the rest is loaded"


def test_dates_pivot() -> None:
    (found,), _ = blocks(["A_MAN [KENGOV 290101-300101]"])
    assert found.codes == [Code("KENGOV", "2029-01-01", "2030-01-01")]
    (found,), _ = blocks(["A_MAN [KENGOV 310101-991231]"])
    assert found.codes == [Code("KENGOV", "1931-01-01", "1999-12-31")]


def test_other_bytes_are_read_as_latin(tmp_path: Path, base: ActorBase) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("JOS\u00c9_PIRES_ [AGOGOV]\n".encode("latin-1"))
    (entry,) = read_actors(path, base).own.entries
    assert entry.name == "Jos\u00e9 Pires"


@pytest.mark.parametrize("text", ["", "# nothing\n", "just words\n"])
def test_a_file_without_actors_is_refused(tmp_path: Path, base: ActorBase, text: str) -> None:
    with pytest.raises(UsageError, match="no actor found"):
        load(tmp_path, base, text)


def test_a_missing_file_is_refused(tmp_path: Path, base: ActorBase) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_actors(tmp_path / "none.txt", base)
