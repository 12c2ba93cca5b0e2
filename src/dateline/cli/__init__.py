"""The command line: arguments in, calls, exit status out."""

import click

from dateline import __version__
from dateline.cli.about import about
from dateline.cli.actors import actors
from dateline.cli.ask import ask
from dateline.cli.base import Group
from dateline.cli.brief import brief
from dateline.cli.claims import claims
from dateline.cli.code import code, explain
from dateline.cli.correct import correct
from dateline.cli.db import db
from dateline.cli.incident import incident
from dateline.cli.incidents import incidents
from dateline.cli.score import score
from dateline.cli.situation import situation
from dateline.cli.store import store
from dateline.cli.watch import watch
from dateline.cli.watch_run import run

__all__ = ["main"]


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline", message="%(prog)s %(version)s")
def main() -> None:
    """Read news reports and keep the record: who did what to whom, according to whom."""


watch.add_command(run)
for command in (
    *(code, claims, incidents, incident, ask, explain),
    *(store, watch, situation, brief, db, correct, actors, score, about),
):
    main.add_command(command)
