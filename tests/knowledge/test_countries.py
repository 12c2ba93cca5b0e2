import pytest

from dateline.knowledge.countries import Countries


@pytest.fixture(scope="module")
def countries() -> Countries:
    return Countries.load()


@pytest.mark.parametrize(
    ("text", "alpha3", "kind"),
    [
        ("Libya", "LBY", "name"),
        ("LIBYA", "LBY", "name"),
        ("the Netherlands", "NLD", "name"),
        ("U.S.", "USA", "name"),
        ("US", "USA", "name"),
        ("Britain's", "GBR", "name"),
        ("Cote d\u2019Ivoire", "CIV", "name"),
        ("Türkiye", "TUR", "name"),
        ("Turkiye", "TUR", "name"),
        ("Turks", "TUR", "demonym"),
        ("Libyans", "LBY", "demonym"),
        ("Chechens", "RUS", "demonym"),
        ("French", "FRA", "demonym"),
        ("Kyiv", "UKR", "capital"),
        ("Kiev", "UKR", "capital"),
        ("Kremlin", "RUS", "seat"),
        ("Georgia", "GEO", "weak"),
        ("Chad", "TCD", "weak"),
        ("America", "USA", "weak"),
        ("Kosovo", "KOS", "name"),
        ("Soviet Union", "RUS", "name"),
        ("Puerto Rico", "USA", "name"),
        ("Abkhazia", "GEO", "name"),
    ],
)
def test_forms_name_their_country(countries: Countries, text: str, alpha3: str, kind: str) -> None:
    found = countries.by_name(text)
    assert found is not None
    assert (found.alpha3, found.kind) == (alpha3, kind)


@pytest.mark.parametrize("text", ["turkey", "us", "chad", "Tripolitania", "", "the", "CA", "libya"])
def test_words_that_name_no_country(countries: Countries, text: str) -> None:
    assert countries.by_name(text) is None


def test_any_case_takes_lower_case_names_but_not_words(countries: Countries) -> None:
    assert countries.by_name("libya", any_case=True) is not None
    assert countries.by_name("turkey", any_case=True) is None


def test_flags_and_sectors(countries: Countries) -> None:
    pentagon, union, chechen, abkhazia = (
        countries.by_name(n) for n in ("Pentagon", "Soviet Union", "Chechen", "Abkhazia")
    )
    assert pentagon is not None
    assert pentagon.sector == "MIL"
    assert union is not None
    assert union.former
    assert chechen is not None
    assert chechen.part
    assert abkhazia is not None
    assert (abkhazia.sector, abkhazia.own) == ("PRE", None)


def test_territories_keep_their_place_and_lend_their_state(countries: Countries) -> None:
    island = countries.by_name("Martinique")
    assert island is not None
    assert (island.alpha3, island.own) == ("FRA", "MTQ")
    place = countries.get("MTQ")
    assert place is not None
    assert place.state == "FRA"


def test_every_country_has_a_middle_on_the_globe(countries: Countries) -> None:
    assert all(-90 <= c.lat <= 90 and -180 <= c.lon <= 180 for c in countries)
    assert len(list(countries)) > 240
