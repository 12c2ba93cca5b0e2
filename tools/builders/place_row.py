"""A place on its way into the gazetteer."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """``names`` are alternates, ``also_primary`` names as good as the main one.

    ``code`` is GeoNames' code of a subdivision ("US.KY").

    ``country`` is alpha-3, several joined by spaces for regions across borders, empty for seas.
    """

    name: str
    country: str
    kind: str
    lat: float
    lon: float
    population: int
    geonameid: int | None = None
    names: list[str] = field(default_factory=list)
    also_primary: list[str] = field(default_factory=list)
    admin1: "Row | None" = None
    admin2: "Row | None" = None
    id: int = 0
    code: str = ""
