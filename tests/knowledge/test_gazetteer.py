import pytest

from dateline.knowledge.gazetteer import Gazetteer, fold, skeleton


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("al-Aziziya", "al aziziya"),
        ("Al \u2018Azīzīyah", "al aziziyah"),
        ("Saint Petersburg", "st petersburg"),
        ("St. Petersburg", "st petersburg"),
        ("N\u2019Djamena", "ndjamena"),
        ("Łódź", "lodz"),
        ("  Rio\n de   Janeiro ", "rio de janeiro"),
        ("", ""),
        ("\ud800", ""),
        ("الرياض", "الرياض"),
    ],
)
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("misrata", "misarata"),
        ("al aziziyah", "el azizia"),
        ("khartoum", "hartum"),
        ("qamishli", "kamishli"),
    ],
)
def test_skeleton_hears_one_name_in_two_spellings(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mosul", "musul"), ("goma", "gama"), ("sirte", "surt"), ("homs", "hama")]
)
def test_skeleton_keeps_the_vowels_of_short_names(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other) or len(skeleton(one)) > 2


@pytest.mark.model
def test_lookup_gives_the_most_populous_first_and_marks_own_names() -> None:
    found = Gazetteer.load().lookup("london")
    assert [entry.country for entry, _ in found[:2]] == ["GBR", "CAN"]
    assert found[0][1]


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("North Kivu", "COD", "admin1"),
        ("Donbas", "UKR", "region"),
        ("Harris County", "USA", "admin2"),
        ("Guantanamo Bay", "CUB", "facility"),
        ("Zawiya", "LBY", "city"),
    ],
)
def test_lookup_knows_every_layer(name: str, country: str, kind: str) -> None:
    assert any(
        e.country == country and e.kind == kind for e, _ in Gazetteer.load().lookup(fold(name))
    )


@pytest.mark.model
def test_alike_stays_inside_the_country() -> None:
    found = Gazetteer.load().alike("misratta", "LBY")
    assert "Misratah" in [e.name for e in found]
    assert not [e for e in found if e.country != "LBY"]


@pytest.mark.model
@pytest.mark.parametrize("key", ["", "\ud800", "x" * 5000, "'; drop table names; --"])
def test_lookup_of_odd_keys_finds_nothing(key: str) -> None:
    assert Gazetteer.load().lookup(fold(key)) == ()
