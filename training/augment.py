"""Variation of the training sentences: other names, other frames around the act, other markings.

The base model is uncased: its tokenizer lower-cases all text, so changing the case would change
nothing and is not among the variations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from corpus import Sentence

# Country, adjective, capital: swapped row for row, so that a sentence stays coherent.
_COUNTRIES = """
Kenya,Kenyan,Nairobi|Uganda,Ugandan,Kampala|Ghana,Ghanaian,Accra|Nigeria,Nigerian,Abuja
Zambia,Zambian,Lusaka|Mali,Malian,Bamako|Niger,Nigerien,Niamey|Somalia,Somali,Mogadishu
Ethiopia,Ethiopian,Addis Ababa|Eritrea,Eritrean,Asmara|Sudan,Sudanese,Khartoum
South Sudan,South Sudanese,Juba|Rwanda,Rwandan,Kigali|Burundi,Burundian,Bujumbura
Senegal,Senegalese,Dakar|Angola,Angolan,Luanda|Mozambique,Mozambican,Maputo
Zimbabwe,Zimbabwean,Harare|Cameroon,Cameroonian,Yaounde|Gabon,Gabonese,Libreville
Morocco,Moroccan,Rabat|Algeria,Algerian,Algiers|Tunisia,Tunisian,Tunis|Libya,Libyan,Tripoli
Egypt,Egyptian,Cairo|Israel,Israeli,Jerusalem|Lebanon,Lebanese,Beirut|Syria,Syrian,Damascus
Iraq,Iraqi,Baghdad|Iran,Iranian,Tehran|Yemen,Yemeni,Sanaa|Saudi Arabia,Saudi,Riyadh
Qatar,Qatari,Doha|Turkey,Turkish,Ankara|Greece,Greek,Athens|Cyprus,Cypriot,Nicosia
Georgia,Georgian,Tbilisi|Armenia,Armenian,Yerevan|Azerbaijan,Azerbaijani,Baku
Russia,Russian,Moscow|Ukraine,Ukrainian,Kyiv|Belarus,Belarusian,Minsk|Moldova,Moldovan,Chisinau
Romania,Romanian,Bucharest|Bulgaria,Bulgarian,Sofia|Serbia,Serbian,Belgrade|Kosovo,Kosovar,Pristina
Croatia,Croatian,Zagreb|Slovenia,Slovenian,Ljubljana|Slovakia,Slovak,Bratislava
Hungary,Hungarian,Budapest|Poland,Polish,Warsaw|Lithuania,Lithuanian,Vilnius|Latvia,Latvian,Riga
Finland,Finnish,Helsinki|Sweden,Swedish,Stockholm|Norway,Norwegian,Oslo|Germany,German,Berlin
France,French,Paris|Spain,Spanish,Madrid|Italy,Italian,Rome|Austria,Austrian,Vienna
Britain,British,London|Ireland,Irish,Dublin|Canada,Canadian,Ottawa|Cuba,Cuban,Havana
Colombia,Colombian,Bogota|Venezuela,Venezuelan,Caracas|Peru,Peruvian,Lima|Bolivia,Bolivian,La Paz
Chile,Chilean,Santiago|Ecuador,Ecuadorean,Quito|Brazil,Brazilian,Brasilia
Honduras,Honduran,Tegucigalpa|Nicaragua,Nicaraguan,Managua|Haiti,Haitian,Port-au-Prince
China,Chinese,Beijing|Japan,Japanese,Tokyo|India,Indian,New Delhi|Pakistan,Pakistani,Islamabad
Nepal,Nepalese,Kathmandu|Sri Lanka,Sri Lankan,Colombo|Afghanistan,Afghan,Kabul
Thailand,Thai,Bangkok|Cambodia,Cambodian,Phnom Penh|Vietnam,Vietnamese,Hanoi
Indonesia,Indonesian,Jakarta|Malaysia,Malaysian,Kuala Lumpur|Australia,Australian,Canberra
North Korea,North Korean,Pyongyang|South Korea,South Korean,Seoul|Mongolia,Mongolian,Ulaanbaatar
Kazakhstan,Kazakh,Astana|Uzbekistan,Uzbek,Tashkent|Tajikistan,Tajik,Dushanbe
"""
_ROWS = [row.split(",") for row in _COUNTRIES.strip().replace("\n", "|").split("|")]
_ROW_OF = {name: number for number, row in enumerate(_ROWS) for name in row}
_NAMES = "|".join(sorted(map(re.escape, _ROW_OF), key=len, reverse=True))
# "Latin American", "West African", "Papua New Guinea" are other things than the name at their end.
_NAME = re.compile(
    rf"(?:\b(?P<article>[Aa]n?) )?(?<!Latin )(?<!Central )(?<!North )(?<!South )(?<!New )"
    rf"\b(?P<name>{_NAMES})\b(?! Ocean| Sea\b)"
)
_OFFICES = "foreign minister,defence minister,interior minister,prime minister,trade minister,justice minister"
_MINISTRIES = "foreign ministry,defence ministry,interior ministry,justice ministry,health ministry"
_ARMED = "rebels,guerrillas,insurgents,militants,gunmen,militiamen,separatists"
_CIVIL = "farmers,teachers,students,miners,nurses,villagers,traders,fishermen,residents,dockers"
_KINDS = [kind.split(",") for kind in (_OFFICES, _MINISTRIES, _ARMED, _CIVIL)]
_KINDS.append("officials,diplomats,lawmakers,envoys".split(","))
_KIND_OF = {word: kind for kind in _KINDS for word in kind}
_OFFICE = re.compile(r"\b(" + "|".join(_KIND_OF) + r")\b")

_SOURCES = (
    "officials said|state radio reported|a spokesman said|witnesses said|local media reported|"
    "according to a statement|diplomats said|the agency reported|residents told reporters"
).split("|")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec".split()
_TRAILING = re.compile(
    r", [^,<>\"”]{0,60}\b(?:said|says|told|reported|reports|announced|according to)\b[^,<>\"”]{0,60}\.$"
)
_HAS_SOURCE = re.compile(r"\b(?:said|says|told|report(?:ed|s)|according)\b|[\"“”]")
_AUXILIARY = (
    r"(?:will|would|could|may|might|can|should|shall|must|to|be|been|being|is|are|was|were|has|have|"
    r"had|did|does|do|not|never|n't)"
)
_LEADING = re.compile(rf"<p>((?:{_AUXILIARY} )+)(\w[^<]*)</p>")
_BEFORE = re.compile(rf"\b((?:{_AUXILIARY} )+)<p>")
_VERB_ONLY = re.compile(
    r"<p>(\w+) ((?:a|an|the|its|their|his|up|off|out|down|on|back|over)\b[^<]*)</p>"
)


def vary(sentence: Sentence, chance: random.Random) -> Sentence:
    """Make one random variation of a sentence; often it is the sentence itself.

    Args:
        sentence: a sentence of the training part.
        chance: the source of randomness.

    Returns:
        A sentence with the same labels and spans in the right places.
    """
    tagged = sentence.tagged()
    if chance.random() < 0.5:
        tagged = _swap_countries(tagged, chance)
    if chance.random() < 0.3:
        tagged = _swap_offices(tagged, chance)
    tagged = _frame(tagged, chance, keep=sentence.status in {"alleged", "denied"})
    tagged = _mark(tagged, chance)
    return sentence.retagged(tagged)


def _swap_countries(tagged: str, chance: random.Random) -> str:
    rows: dict[int, int] = {}
    free = chance.sample(range(len(_ROWS)), len(_ROWS))

    def other(match: re.Match[str]) -> str:
        row = _ROW_OF[match["name"]]
        if row not in rows:
            rows[row] = free.pop()
        name = _ROWS[rows[row]][_ROWS[row].index(match["name"])]
        if not match["article"]:
            return name
        article = match["article"][0] + ("n" if name[0] in "AEIO" else "")
        return f"{article} {name}"

    return _NAME.sub(other, tagged)


def _swap_offices(tagged: str, chance: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        return chance.choice(_KIND_OF[match[1]])

    start, end = tagged.index("<p>"), tagged.index("</p>")  # the predicate keeps its words
    return _OFFICE.sub(other, tagged[:start]) + tagged[start:end] + _OFFICE.sub(other, tagged[end:])


def _frame(tagged: str, chance: random.Random, *, keep: bool) -> str:
    """Drop the clause at the end that names a source, or add one, or a date line: the act stays.

    With `keep` nothing is dropped: the source may be all that makes the act a charge or a denial.
    """
    draw = chance.random()
    if draw < 0.3:
        return tagged if keep else _TRAILING.sub(".", tagged)
    if draw < 0.4 and tagged.endswith(".") and not _HAS_SOURCE.search(tagged):
        day = f" on {chance.choice(_DAYS)}" if chance.random() < 0.5 else ""
        return f"{tagged[:-1]}, {chance.choice(_SOURCES)}{day}."
    if draw < 0.5 and " - " not in tagged and "(" not in tagged:
        date = (
            f", {chance.choice(_MONTHS)} {chance.randint(1, 28)}" if chance.random() < 0.5 else ""
        )
        agency = chance.choice((" (Reuters)", " (AP)", " (AFP)", "", "", ""))
        return f"{chance.choice(_ROWS)[2].upper()}{date}{agency} - {tagged}"
    return tagged


def _mark(tagged: str, chance: random.Random) -> str:
    """Mark more or fewer words as the predicate, as parsers do: with or without auxiliaries."""
    draw = chance.random()
    if draw < 0.25:
        return _LEADING.sub(r"\1<p>\2</p>", tagged)
    if draw < 0.35:
        return _BEFORE.sub(r"<p>\1", tagged)
    if draw < 0.5:
        return _VERB_ONLY.sub(r"<p>\1</p> \2", tagged)
    return tagged
