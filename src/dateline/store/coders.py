"""Which coder is newer.

Version numbers of dateline decide. Between two of the same version but with another lexicon, model or file of actors,
which carry hashes and no numbers, it is the one this store met later; so two machines cannot replace each other's
records for ever.
"""

import re

from sqlalchemy import Connection, insert, select

from dateline.store.keys import Json, dumps, holdable, now
from dateline.store.schema import coders


class Coders:
    """The coders this store knows, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read them; there are never many."""
        self._connection = connection
        query = select(coders.c.key, coders.c.stamp, coders.c.dateline).order_by(coders.c.key)
        found = list(connection.execute(query))
        self._keys: dict[str, int] = {row.stamp: row.key for row in found}
        self._versions = {row.key: version_order(row.dateline) for row in found}

    def key(self, coder: Json) -> int:
        """The coder's key; one met for the first time is noted, so the transaction must be a writing one."""
        stamp = stamp_of(coder)
        if stamp not in self._keys:
            version = str(holdable(coder).get("dateline", "0"))
            key = max(self._versions, default=0) + 1
            row = {"key": key, "stamp": stamp, "dateline": version, "first_seen": now()}
            self._connection.execute(insert(coders).values(row))
            self._keys[stamp], self._versions[key] = key, version_order(version)
        return self._keys[stamp]

    def newer(self, one: int, other: int) -> bool:
        """Whether the coder with key ``one`` is newer than the one with key ``other``."""
        return (self._versions[one], one) > (self._versions[other], other)

    def outdated(self, coder: Json) -> tuple[int, ...]:
        """Keys of the coders that this one is newer than; it may be unknown here."""
        version = version_order(str(coder.get("dateline", "0")))
        mine = self._keys.get(stamp_of(coder), max(self._versions, default=0) + 1)
        return tuple(k for k, v in self._versions.items() if (v, k) < (version, mine))


def stamp_of(coder: Json) -> str:
    """All versions of a coder in one string, the same for the same."""
    return dumps({name: coder[name] for name in sorted(coder)})


def version_order(text: str) -> tuple[tuple[int, ...], int]:
    """A version to be compared: its numbers, then whether it is final (1) or came before (0): 1.0rc1 < 1.0 < 1.1."""
    release = re.match(r"\d+(?:\.\d+)*", text)
    if release is None:
        return (), 0
    numbers = tuple(int(n) for n in release[0].split("."))
    while numbers and numbers[-1] == 0:
        numbers = numbers[:-1]
    return numbers, 0 if re.match(r"\.?(?:a|b|rc|dev|pre)", text[release.end() :]) else 1
