"""Saved questions: a situation by its name, with when somebody last looked."""

import json
from dataclasses import replace
from datetime import date as Day  # noqa: N812

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update

from dateline.errors import UsageError
from dateline.records.situation import Situation
from dateline.store import fulltext
from dateline.store.engine import reading, writing
from dateline.store.keys import Json, dumps, folded, now
from dateline.store.schema import situations

#: Fields of the question itself, as the column ``json`` has them.
LISTS, SINGLE = ("actors", "countries", "places", "types"), ("since", "until", "words")
_LONGEST = 100
_NAMED = 8


class Situations:
    """What a ``Store`` does with saved questions."""

    _engine: Engine

    def add_situation(self, situation: Situation) -> Situation:
        """Save a question; it as it is kept, with the moment.

        Raises:
            UsageError: there is one of that name (capitals and accents do not count), or the question cannot be asked.
        """
        check_situation(situation)
        kept = replace(situation, made=now(), looked=None)
        row = {
            "folded": folded(kept.name), "name": kept.name, "json": dumps(_question(kept)),
            "made": kept.made, "looked": None,
        }  # fmt: skip
        with writing(self._engine) as connection:
            there = _find(connection, kept.name)
            if there is not None:
                msg = f"there is a situation {there.name!r} already: remove it first, or give another name"
                raise UsageError(msg)
            connection.execute(insert(situations).values(row))
        return kept

    def situations(self) -> tuple[Situation, ...]:
        """All of them, by name."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(situations).order_by(situations.c.folded))
            return tuple(map(read_situation, rows))

    def situation(self, name: str) -> Situation:
        """The one of that name; capitals and accents do not count.

        Raises:
            UsageError: there is none.
        """
        with reading(self._engine) as connection:
            return read_situation(_known(connection, name))

    def remove_situation(self, name: str) -> Situation:
        """Forget a question; reports and records stay.

        Raises:
            UsageError: there is none of that name.
        """
        with writing(self._engine) as connection:
            found = _known(connection, name)
            connection.execute(delete(situations).where(situations.c.folded == found.folded))
        return read_situation(found)

    def looked(self, name: str, moment: str | None = None) -> Situation:
        """Note a look; the situation as it is then.

        Args:
            name: of the situation.
            moment: when (ISO, UTC), None for now; a look before the last one changes nothing.

        Raises:
            UsageError: there is none of that name.
        """
        when = moment or now()
        with writing(self._engine) as connection:
            found = read_situation(_known(connection, name))
            if found.looked is not None and found.looked >= when:
                return found
            which = situations.c.folded == folded(name)
            connection.execute(update(situations).where(which).values(looked=when))
        return replace(found, looked=when)


def read_situation(row: Row[tuple[object, ...]]) -> Situation:
    """A row as it is passed on.

    Raises:
        ValueError: the column ``json`` holds no question.
    """
    kept = json.loads(row.json)
    if not isinstance(kept, dict) or not set(kept) <= {*LISTS, *SINGLE}:
        msg = "is no question"
        raise ValueError(msg)
    question: Json = {name: tuple(map(str, kept.get(name) or ())) for name in LISTS}
    question |= {name: kept.get(name) for name in SINGLE}
    return Situation(name=row.name, **question, made=row.made, looked=row.looked)


def check_situation(situation: Situation) -> None:
    """Refuse what cannot be asked.

    Raises:
        UsageError: with what is wrong.
    """
    name = situation.name
    if not any(map(str.isalnum, name)) or len(name) > _LONGEST or not name.isprintable():
        msg = f"{name[:_LONGEST]!r} is no name for a situation: give letters or digits, at most {_LONGEST} characters"
        raise UsageError(msg)
    values = [v for field in LISTS for v in getattr(situation, field)]
    if wrong := [v for v in values if not any(map(str.isalnum, v)) or not v.isprintable()]:
        msg = f"{wrong[0]!r} names nothing: leave it out"
        raise UsageError(msg)
    since, until = (_day(day) for day in (situation.since, situation.until))
    if since and until and since > until:
        msg = f"since {since} is after until {until}: no day lies between"
        raise UsageError(msg)
    if situation.words is not None:
        fulltext.wanted(situation.words)


def _day(day: str | None) -> str | None:
    try:
        return None if day is None else Day.fromisoformat(day).isoformat()
    except ValueError as fault:
        msg = f"{day!r} is no day: give it as YYYY-MM-DD"
        raise UsageError(msg) from fault


def _question(situation: Situation) -> Json:
    found = {name: list(getattr(situation, name)) for name in LISTS}
    return {k: v for k, v in (found | {n: getattr(situation, n) for n in SINGLE}).items() if v}


def _find(connection: Connection, name: str) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(situations).where(situations.c.folded == folded(name))).first()


def _known(connection: Connection, name: str) -> Row[tuple[object, ...]]:
    found = _find(connection, name)
    if found is not None:
        return found
    there = (
        connection.execute(select(situations.c.name).order_by(situations.c.folded)).scalars().all()
    )
    named = ", ".join(map(repr, there[:_NAMED]))
    more = f" and {len(there) - _NAMED:,} more" if len(there) > _NAMED else ""
    known = f"there are {named}{more}" if there else "dateline situation add makes one"
    msg = f"there is no situation {name!r}: {known}"
    raise UsageError(msg)
