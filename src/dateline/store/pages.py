"""What was published, under ids that nobody can guess and that tell nothing about the store."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from dateline.errors import UsageError
from dateline.store.keys import now
from dateline.store.schema import pages

#: Bytes of chance in an id: 22 letters, digits, - and _.
_BYTES = 16


@dataclass(frozen=True, slots=True)
class Page:
    """A published page; ``kind`` and ``target`` say what it shows in the words of whoever published it."""

    id: str
    kind: str
    target: str
    published: str
    withdrawn: str | None


def publish(connection: Connection, kind: str, target: str) -> str:
    """The id of the page; the same again while it is not withdrawn, and never the same after."""
    which = pages.c.kind == kind, pages.c.target == target, pages.c.withdrawn.is_(None)
    there = connection.execute(select(pages.c.id).where(*which)).scalar()
    if there is not None:
        return str(there)
    row = {"id": secrets.token_urlsafe(_BYTES), "kind": kind, "target": target, "published": now()}
    connection.execute(insert(pages).values(row))
    return str(row["id"])


def find_page(connection: Connection, ident: str) -> Page | None:
    """The page of an id, withdrawn ones too, so that they can be told from unknown ones."""
    row = connection.execute(select(pages).where(pages.c.id == ident)).first()
    return Page(**row._asdict()) if row else None


def withdraw_page(connection: Connection, ident: str) -> None:
    """Take a page back.

    Raises:
        UsageError: no such page is published.
    """
    which = pages.c.id == ident, pages.c.withdrawn.is_(None)
    done = update(pages).where(*which).values(withdrawn=now())
    if connection.execute(done.returning(pages.c.id)).scalar() is None:
        msg = f"no page {ident!r} is published"
        raise UsageError(msg)
