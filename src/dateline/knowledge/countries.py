"""Countries by any of their names: their own, their people's, their capital's, their seats'.

Names are matched exactly and with case in mind: "Turkey" is a country, "turkey" is not, "US" is,
"us" is not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import load_json

#: A form shorter than this is not looked up in capitals ("MALI" is, "CAR" only as it stands).
_SHORT = 4

#: Codes of the country field that are no state.
NOT_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"})

#: Between a state's code and an area's name.
_OF_AREA = "/"

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory.

    ``alpha3`` is its own ISO code (KOS for Kosovo), ``state`` the code that its people and
    authorities take (FRA for Martinique, otherwise the same).  ``lat`` and ``lon`` are the middle,
    in degrees.
    """

    alpha3: str
    name: str
    demonym: str | None
    lat: float
    lon: float
    capital: str | None
    state: str


def split_side(side: str | None) -> tuple[str | None, str | None]:
    """The state's code and the area's name of :attr:`CountryName.side`."""
    code, _, area = (side or "").partition(_OF_AREA)
    return code or None, area or None


@dataclass(frozen=True, slots=True)
class CountryName:
    """What a form of a name says.

    ``alpha3`` is the code for actors; ``own`` the place's own code, which differs for territories
    and is None for disputed areas.  ``kind`` is ``name``, ``demonym``, ``capital``, ``seat`` or
    ``weak`` (a name that may mean something else).  ``sector`` is a PLOVER sector that comes with
    the form (seats, disputed areas).  ``weak``: the form may mean something else; ``former``: a
    state that is no more, or its people; ``part``: a region or people inside the country;
    ``area``: the usual name of the area whose standing is in dispute, None for all others.
    """

    alpha3: str
    kind: str
    sector: str | None = None
    own: str | None = None
    weak: bool = False
    former: bool = False
    part: bool = False
    area: str | None = None

    @property
    def side(self) -> str:
        """Whose somebody of this name is: the state's code, and the area's name behind a slash.

        An area whose standing is in dispute is no side with the state it is filed under.
        """
        return f"{self.alpha3}{_OF_AREA}{self.area}" if self.area else self.alpha3


class Countries:
    """Every country and every form of its name."""

    def __init__(
        self,
        countries: Iterable[Country],
        forms: dict[str, CountryName],
        words: frozenset[str] = frozenset(),
    ) -> None:
        self._countries = {c.alpha3: c for c in countries}
        self._forms = forms
        self._words = words
        self._folded: dict[str, str] = {}
        for form in forms:
            self._folded.setdefault(form.casefold(), form)

    @classmethod
    def load(cls) -> "Countries":
        """The compiled countries, read once per process."""
        return _load()

    def __iter__(self) -> Iterator[Country]:
        return iter(self._countries.values())

    @property
    def forms(self) -> dict[str, CountryName]:
        """Every form as it is spelled (apostrophes straight) and what it says; do not change it."""
        return self._forms

    def get(self, alpha3: str) -> Country | None:
        """The country or territory with this code."""
        return self._countries.get(alpha3)

    def by_name(self, text: str, *, any_case: bool = False) -> CountryName | None:
        """What a name says of a country, or None.

        Args:
            text: a name, with or without "the" and possessive 's; also wholly in capitals.
            any_case: match regardless of case (for text wholly in lower case); words such as
                "turkey" and "us" are still not taken.

        Returns:
            The country behind it, and by which kind of name.
        """
        form = _tidy(text)
        found = self._forms.get(form)
        if found is None and form[:4] in ("the ", "The ", "THE "):
            form = form[4:]
            found = self._forms.get(form)
        if found is None and form[-2:] in ("'s", "'S"):
            form = form[:-2]
            found = self._forms.get(form)
        if found is None and (any_case or form.isupper()):
            found = self._folded_name(form)
        return found

    def _folded_name(self, form: str) -> CountryName | None:
        low = form.casefold()
        if len(form) < _SHORT or (low in self._words and not form.isupper()):
            return None
        exact = self._folded.get(low)
        return self._forms[exact] if exact else None


def _tidy(text: str) -> str:
    if "\u2019" in text:
        text = text.replace("\u2019", "'")
    if "\n" in text or "  " in text or text[:1] == " " or text[-1:] == " ":
        text = _SPACE.sub(" ", text).strip()
    return text


@cache
def _load() -> Countries:
    data = load_json("countries.json")
    countries = [Country(code, *row) for code, row in data["countries"].items()]
    return Countries(
        countries,
        {f: CountryName(*row) for f, row in data["forms"].items()},
        frozenset(data["words"]),
    )
