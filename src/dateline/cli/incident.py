"""``dateline incident``: one incident of the store, and what a person rules on it."""

import json
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.code import screen
from dateline.errors import UsageError
from dateline.formats.incident_json import incident_line
from dateline.formats.incident_page import render_incident

if TYPE_CHECKING:
    from dateline.records import Incident
    from dateline.store.store import Store

_PERSON = "DATELINE_PERSON"
_by = click.option("--by", metavar="NAME", help=f"Who says so. Default: {_PERSON}.")
_note = click.option("--note", metavar="TEXT", help="Why.")
_json = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


@click.group()
def incident() -> None:
    """Look at one incident of the store; split or join what was merged wrongly.

    EVENT is the id of any of its events, or the beginning of one; dateline incidents --json and dateline
    incident show tell them.
    """


@incident.command()
@click.argument("event")
@_json
@base.db_option
def show(event: str, as_json: bool, db: str | None) -> None:
    """Show an incident with every telling, and why they are held for one act."""
    with base.open_store(db, create=False) as store:
        base.merged(store)
        found = _incident(store, event)
    _put(found, as_json=as_json)


@incident.command()
@click.argument("event")
@click.option(
    "--from", "other", metavar="EVENT", help="Which one it is not. Default: the leading one."
)
@_by
@_note
@_json
@base.db_option
def split(
    event: str, other: str | None, by: str | None, note: str | None, as_json: bool, db: str | None
) -> None:
    """Say that EVENT is not the act of its incident."""
    _rule("split", event, other, by, note, as_json=as_json, db=db)


@incident.command()
@click.argument("event")
@click.argument("other", metavar="OTHER")
@_by
@_note
@_json
@base.db_option
def join(
    event: str, other: str, by: str | None, note: str | None, as_json: bool, db: str | None
) -> None:
    """Say that EVENT and OTHER are one act."""
    _rule("join", event, other, by, note, as_json=as_json, db=db)


@incident.command()
@_json
@base.db_option
def rulings(as_json: bool, db: str | None) -> None:
    """List what people joined and split, withdrawn rulings too. Exit status: 0 there are some, 3 none."""
    with base.open_store(db, create=False) as store:
        found = store.rulings()
    for one in found:
        if as_json:
            click.echo(json.dumps(asdict(one)))
        else:
            state = f", withdrawn {one.withdrawn}" if one.withdrawn else ""
            why = f": {one.note}" if one.note else ""
            click.echo(
                f"{one.key} {one.kind} {one.first[1]} {one.second[1]}, {one.person}, {one.made}{state}{why}"
            )
    if not found and not as_json:
        click.echo("nobody has joined or split anything", err=True)
    sys.exit(base.ALL_CODED if found else base.SOME_LEFT)


@incident.command()
@click.argument("ruling", type=int)
@base.db_option
def withdraw(ruling: int, db: str | None) -> None:
    """Take a ruling back; its number is the first in dateline incident rulings."""
    with base.open_store(db, create=False) as store:
        store.withdraw_ruling(ruling)
        base.merged(store)
    click.echo(f"ruling {ruling} is withdrawn")


def _rule(
    kind: str, event: str, other: str | None, by: str | None, note: str | None, *, as_json: bool, db: str | None
) -> None:  # fmt: skip
    person = by or os.environ.get(_PERSON) or ""
    if not person.strip():
        msg = f"say who rules: --by NAME, or set {_PERSON}"
        raise UsageError(msg)
    with base.open_store(db, create=False) as store:
        base.merged(store)
        report, ident, _ = store.telling(event)
        second = _other(store, ident, other)
        store.rule(kind, (report, ident), second, person, note)
        base.merged(store)
        found = _incident(store, ident)
    _put(found, as_json=as_json)


def _other(store: "Store", event: str, other: str | None) -> tuple[int, str]:
    if other is not None:
        report, ident, _ = store.telling(other)
        return report, ident
    lead = _incident(store, event).told[0].cite
    if lead.event == event:
        msg = f"{event} leads its incident: say with --from which of the others it is not"
        raise UsageError(msg)
    return lead.source.key, str(lead.event)


def _incident(store: "Store", event: str) -> "Incident":
    from dateline.situations.stored import incidents_of  # noqa: PLC0415  (see base.open_store)

    return incidents_of(store, [store.telling(event)[2]])[0]


def _put(found: Any, *, as_json: bool) -> None:
    seen = screen(sys.stdout.isatty())
    words = (
        f"{incident_line(found)}\n"
        if as_json
        else render_incident(found, seen.width, colour=seen.colour)
    )
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
