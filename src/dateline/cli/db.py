"""``dateline db``: the store itself."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from dateline.cli import base
from dateline.cli.db_events import events
from dateline.cli.progress import visible
from dateline.errors import UsageError


@click.group(cls=base.Group)
def db() -> None:
    """The store: where it is, whether it is whole, backups, search."""


@db.command()
@base.db_option
def path(db: str | None) -> None:
    """Show where the store is (a URL without its password). It need not be there yet."""
    from dateline.store.address import database_url, shown  # noqa: PLC0415  (see base.open_store)

    click.echo(shown(database_url(db)))


@db.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
@base.db_option
def check(db: str | None, as_json: bool) -> None:
    """Check that everything in the store is whole. Exit status: 0 it is, 3 there are faults."""
    with base.open_store(db, create=False) as store:
        found = store.check()
        address = store.address
    if as_json:
        click.echo(json.dumps({"store": address, **asdict(found)}))
    else:
        click.echo(visible(address))
        for name, count in found.counts.items():
            click.echo(f"  {count:>9,} {name}")
        for fault in found.faults:
            click.echo(f"fault: {visible(fault)}")
        told = "everything is whole" if not found.faults else f"{len(found.faults):,} faults"
        click.echo(told)
    sys.exit(base.SOME_LEFT if found.faults else base.ALL_CODED)


@db.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@base.db_option
def backup(file: Path, db: str | None) -> None:
    """Write the whole store into FILE, one SQLite file, whichever the database; others may go on working."""
    with base.open_store(db, create=False) as store:
        found = store.backup(file)
    click.echo(
        f"{found['reports']:,} reports, {found['records']:,} records in {visible(str(file))}"
    )


@db.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Throw away what the store holds.")
@base.db_option
def restore(file: Path, replace: bool, db: str | None) -> None:
    """Fill the store from FILE, which dateline db backup wrote, from this database or the other."""
    with base.open_store(db) as store:
        found = store.restore(file, replace=replace)
        address = store.address
    click.echo(f"{found['reports']:,} reports, {found['records']:,} records in {visible(address)}")


@db.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many."
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of text.")
@base.db_option
def search(words: tuple[str, ...], limit: int, as_json: bool, db: str | None) -> None:
    """Find reports that hold all the WORDS, in any form; "a phrase" in quotes as it stands.

    A word with - before it must not be there: dateline db search -- harbour -strike.
    Exit status: 0 something was found, 3 nothing.
    """
    query = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words)
    if not any(c.isalnum() for c in query):
        msg = "give a word to look for"
        raise UsageError(msg)
    with base.open_store(db, create=False) as store:
        found = store.search(query, limit=limit)
    for hit in found:
        if as_json:
            click.echo(json.dumps(asdict(hit)))
            continue
        head = " · ".join(filter(None, (hit.published, hit.publisher, hit.address)))
        click.echo(
            f"{visible(hit.title or '(no title)')}\n  {visible(head)}\n  {visible(hit.excerpt)}"
        )
    if not found and not as_json:
        click.echo("nothing found", err=True)
    sys.exit(base.ALL_CODED if found else base.SOME_LEFT)


db.add_command(events)
