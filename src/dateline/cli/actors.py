"""``dateline actors``: what is known of an actor, and whether a user's file is read as meant."""

import json
import sys
from typing import Any

import click

from dateline.cli import base
from dateline.errors import UsageError
from dateline.formats.actor_card import card_rows, cards, missing, told
from dateline.knowledge.actors import ActorBase
from dateline.knowledge.user_actors import Loaded, joined
from dateline.records import Actor, Report
from dateline.resolve.lookup import holders, look_up, office


@click.group(cls=base.Group)
def actors() -> None:
    """What dateline knows of an actor; and a check of your own file of actors."""


@actors.command()
@click.argument("name")
@click.option(
    "--date", metavar="DAY", help="Day of the report, as YYYY-MM-DD: who held which office."
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of text.")
@click.option("--parser", default=base.DEFAULT_PARSER, show_default=True, help="spaCy pipeline.")
@base.actors_option
def find(name: str, as_json: bool, **options: Any) -> None:
    """Show what the base knows by NAME and by which way it was found.

    Roles without a name ("Kremlin spokesman") are shown as their words compose.
    Exit status: 0 something was found, 3 nothing.
    """
    if not any(c.isalnum() for c in name):
        msg = "give a name to look for"
        raise UsageError(msg)
    day = base.day(options["date"])
    own = base.own_actors(options["actor_files"])
    known = ActorBase.load(own=joined(own) if own else None)
    found = look_up(known, name)
    composed = (
        () if found.matches or found.country else _composed(name, day, options["parser"], own)
    )
    if as_json:
        for row in card_rows(found, composed, day):
            click.echo(json.dumps(row, ensure_ascii=False))
    elif found.matches or found.country or composed:
        click.echo(cards(name, found, composed, day), nl=False)
        role = office(known, name) if day else None
        lands = {a.country for a in composed if a.country and a.kind == "person"}
        for entry in holders(known, lands.pop(), role, day) if day and role and lands else ():
            click.echo(f"in this office on {day}, by the base: {entry.name} ({entry.id})")
    else:
        click.echo(missing(name, len(known.entries)), nl=False)
    sys.exit(base.ALL_CODED if found.matches or found.country or composed else base.SOME_LEFT)


@actors.command()
@click.argument("file")
def check(file: str) -> None:
    """Read FILE as --actors would and tell every fault. Exit status: 0 none, 3 some."""
    (loaded,) = base.own_actors([file], all_faults=True)
    sys.exit(base.SOME_LEFT if loaded.faults else base.ALL_CODED)


def _composed(name: str, day: str | None, parser: str, own: list[Loaded]) -> tuple[Actor, ...]:
    """What the words of a phrase tell of the one it means."""
    report = Report(id="phrase", input="-", text=name, published=day)
    (record,) = base.load_pipeline(parser, own).run([report])
    return told(record.actors)[:1]
