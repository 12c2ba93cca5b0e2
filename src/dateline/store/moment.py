"""The store at one moment: everything that the page about a situation reads, of one state."""

from sqlalchemy import Column, Connection, func, select

from dateline.store.asking import read_standing
from dateline.store.keys import Json, folded
from dateline.store.schema import actors, places
from dateline.store.told import Told

#: Names that are shown for one that the store does not know.
_NEAR = 5


class Moment(Told):
    """The store as it is while a reading transaction lasts; see ``Store.moment``."""

    def __init__(self, connection: Connection) -> None:
        """Read through ``connection``."""
        self._connection = connection

    def record(self, key: int) -> Json | None:
        """The record of a report with what people corrected; see ``Store.record``."""
        return read_standing(self._connection, key)

    def has_actor(self, name: str) -> bool:
        """Whether some record has an actor of that name or Wikidata id."""
        query = select(actors.c.name).limit(1)
        where = actors.c.folded == folded(name), actors.c.wikidata == name
        return any(self._connection.execute(query.where(w)).first() for w in where)

    def items_of(self, name: str) -> tuple[str, ...]:
        """The Wikidata id that records give an actor of that name; none where they give several."""
        which = actors.c.folded == folded(name), actors.c.wikidata.is_not(None)
        query = select(actors.c.wikidata).where(*which).distinct().limit(2)
        found = tuple(self._connection.execute(query).scalars())
        return found if len(found) == 1 else ()

    def has_place(self, name: str) -> bool:
        """Whether some record has a place of that name."""
        query = select(places.c.place).where(places.c.place_folded == folded(name)).limit(1)
        return self._connection.execute(query).first() is not None

    def place_names(self, words: str) -> tuple[str, ...]:
        """What records call the places that reports name with these words, in any capitals."""
        said = func.lower(places.c.text) == words.lower()
        query = select(places.c.place).where(said, places.c.place_country.is_not(None)).distinct()
        return tuple(self._connection.execute(query.order_by(places.c.place)).scalars())

    def names_with(self, word: str, *, limit: int = _NEAR) -> tuple[str, ...]:
        """Names of actors in the store that hold a word, the most frequent first; ``word`` in any capitals."""
        return self._with(actors.c.name, actors.c.folded, word, limit)

    def places_with(self, word: str, *, limit: int = _NEAR) -> tuple[str, ...]:
        """The same of places."""
        return self._with(places.c.place, places.c.place_folded, word, limit)

    def _with(self, name: Column[str], key: Column[str], word: str, limit: int) -> tuple[str, ...]:
        holds = key.contains(folded(word) or "", autoescape=True)
        query = select(func.min(name)).where(holds).group_by(key)
        order = func.count().desc(), key
        return tuple(self._connection.execute(query.order_by(*order).limit(limit)).scalars())
