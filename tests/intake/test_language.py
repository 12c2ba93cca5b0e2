"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.language import detect_language, language_name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123",
        "Troops withdraw.",
        "TROOPS ENTERED RIO DE JANEIRO AND LA PAZ AT DAWN.",
        "rebels took goma, witnesses said.",
        "Der Spiegel wrote that Die Linke lost ground.",
        "Police arrested Lula da Silva in Sao Paulo",
        "Russia (\u0420\u043e\u0441\u0441\u0438\u044f) attacked the port.",
        "Ban Ki-moon met Dilma Rousseff",
        "A U.S. envoy and E.U. aides met.",
        "Beyonc\u00e9's fianc\u00e9 paid",
        (
            'He shouted "El pueblo unido, por la patria y la paz" before the crowd and was led '
            "away by police."
        ),
    ],
)
def test_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Regierung hat am Montag neue Gesetze beschlossen.", "de"),
        ("Le ministre a quitt\u00e9 la ville dans la nuit avec ses gardes.", "fr"),
        ("El ej\u00e9rcito atac\u00f3 la ciudad durante la noche.", "es"),
        ("O governo anunciou novas medidas para os bancos.", "pt"),
        ("Il governo ha annunciato nuove misure per il lavoro.", "it"),
        ("De politie heeft drie mannen aangehouden in het dorp.", "nl"),
        ("Polisi menangkap tiga orang di pasar pada hari Senin.", "id"),
        ("Guvernul a anun\u021bat noi m\u0103suri pentru \u0219coli.", "ro"),
        (
            (
                "\u0412\u043e\u0435\u043d\u043d\u044b\u0435 \u0432\u043e\u0448\u043b\u0438 "
                "\u0432 \u0433\u043e\u0440\u043e\u0434."
            ),
            "ru",
        ),
        (
            (
                "\u0412\u0456\u0439\u0441\u044c\u043a\u0430 "
                "\u0443\u0432\u0456\u0439\u0448\u043b\u0438."
            ),
            "uk",
        ),
        (
            (
                "\u0627\u0644\u0642\u0648\u0627\u062a \u062f\u062e\u0644\u062a "
                "\u0627\u0644\u0645\u062f\u064a\u0646\u0629"
            ),
            "ar",
        ),
        ("\u90e8\u968a\u9032\u5165\u57ce\u5e02", "zh"),
        ("\u8ecd\u968a\u304c\u753a\u306b\u5165\u3063\u305f", "ja"),
    ],
)
def test_another_language(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_names() -> None:
    assert language_name("de") == "German"
    assert language_name("ar") == "Arabic"
    assert language_name("und") == "another language"


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert 2 <= len(detect_language(text)) <= 3
