"""``dateline about``: versions, sources, licences."""

import click

from dateline import __version__
from dateline.formats.about import about_text


@click.command()
def about() -> None:
    """Show the version, and where data and software come from under which licence."""
    click.echo(about_text(__version__), nl=False)
