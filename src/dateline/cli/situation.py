"""``dateline situation``: saved questions to the store, what is new about them, and alerts."""

import sys
from datetime import UTC, datetime
from datetime import date as Day  # noqa: N812
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.code import screen
from dateline.cli.naming import country_code, said_of_actors, said_of_places, type_name
from dateline.cli.progress import visible
from dateline.formats.brief_json import brief_dict, curve_dict, dumped, situation_dict
from dateline.formats.situation_page import question_words, render_list, render_new, render_show
from dateline.records.situation import Curve, Situation

if TYPE_CHECKING:
    from dateline.store.store import Store

_JSON = click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
#: Before everything: at the first look all of it is new.
_EVER = "0001-01-01"
#: Days that an alert looks back.
_RECENT = 7
_NOT_YET = "nothing in the store fits yet"


@click.group(cls=base.Group)
def situation() -> None:
    """Saved questions: actors, countries, places, types of act, days, words."""


@situation.command()
@click.argument("name")
@click.option(
    "--actor", "actors", multiple=True, help="Who did it or to whom: a name or a Wikidata id."
)
@click.option(
    "--country", "countries", multiple=True, help="Of a side or the place: a name or YEM."
)
@click.option("--place", "places", multiple=True, help="Where: a town or region.")
@click.option("--type", "types", multiple=True, help="Type of act, as ASSAULT (PLOVER's).")
@click.option("--since", metavar="DAY", help="First day, as YYYY-MM-DD.")
@click.option("--until", metavar="DAY", help="Last day, as YYYY-MM-DD.")
@click.option(
    "--words", help='Words of the reports, as in dateline db search: port "fuel price" -sport.'
)
@_JSON
@base.db_option
def add(name: str, as_json: bool, db: str | None, **asked: Any) -> None:
    """Save a question under NAME: every option given must fit, any one of its values is enough.

    Options of names may be given more than once. An actor is also looked for by its Wikidata id where its name has one.
    """
    types = tuple(dict.fromkeys(type_name(t) for t in asked["types"]))
    countries = tuple(dict.fromkeys(country_code(c) for c in asked["countries"]))
    with base.open_store(db) as store:
        with store.moment() as moment:
            actors, notes = said_of_actors(moment, asked["actors"])
            places, unknown = said_of_places(moment, asked["places"], countries)
        asked |= {"actors": actors, "places": places, "types": types, "countries": countries}
        kept = store.add_situation(Situation(name.strip(), **asked))
        for note in (*notes, *unknown):
            click.echo(f"note: {visible(note)}", err=True)
        brief = _brief(store, kept)
    if as_json:
        click.echo(dumped(situation_dict(kept)))
        return
    click.echo(f"{visible(kept.name)}: {visible(question_words(kept))}")
    count = sum(number for _, number in brief.types)
    days = f", {brief.first_day} to {brief.last_day}" if brief.first_day else ""
    found = f"{_counted(count, 'incident')} in {_counted(brief.reports, 'report')}{days}"
    click.echo(found if count else _NOT_YET)


@situation.command(name="list")
@_JSON
@base.db_option
def list_(as_json: bool, db: str | None) -> None:
    """List the saved questions. Exit status: 0 there are some, 3 none."""
    with base.open_store(db, create=False) as store:
        found = store.situations()
    if as_json:
        for one in found:
            click.echo(dumped(situation_dict(one)))
    elif found:
        seen = screen(sys.stdout.isatty())
        click.echo(render_list(found, seen.width, colour=seen.colour), nl=False)
    else:
        click.echo("no situation is saved: dateline situation add", err=True)
    sys.exit(base.ALL_CODED if found else base.SOME_LEFT)


@situation.command()
@click.argument("name")
@_JSON
@base.db_option
def show(name: str, as_json: bool, db: str | None) -> None:
    """Show a saved question and how much the store has on it. This is no look: dateline situation new is."""
    with base.open_store(db, create=False) as store:
        brief = _brief(store, store.situation(name))
    if as_json:
        made = brief_dict(brief)
        click.echo(dumped({n: made[n] for n in ("situation", "counts", "days", "types", "new")}))
        return
    seen = screen(sys.stdout.isatty())
    click.echo(render_show(brief, seen.width, colour=seen.colour), nl=False)


@situation.command()
@click.argument("name")
@base.db_option
def remove(name: str, db: str | None) -> None:
    """Forget a saved question; reports and records stay."""
    with base.open_store(db, create=False) as store:
        gone = store.remove_situation(name)
    click.echo(f"removed {visible(gone.name)}: {visible(question_words(gone))}")


@situation.command()
@click.argument("name")
@click.option(
    "--since",
    metavar="DAY",
    help="What came into the store since this day. Default: the last look.",
)
@click.option("--peek", is_flag=True, help="Do not count this as a look.")
@_JSON
@base.db_option
def new(name: str, since: str | None, peek: bool, as_json: bool, db: str | None) -> None:
    """Show what came into the store since the last look, and count this as a look.

    Exit status: 0 there is something new, 3 nothing.
    """
    day = base.day(since, "--since")
    with base.open_store(db, create=False) as store:
        asked = store.situation(name)
        now = datetime.now(UTC)
        brief = _brief(store, asked, now=now, since=day or asked.looked or _EVER)
        if not peek:
            store.looked(asked.name, now.strftime("%Y-%m-%dT%H:%M:%S.%fZ"))
    if as_json:
        made = brief_dict(brief)
        fresh = {*brief.new, *brief.updated}
        some = [i for i in made["incidents"] if i["id"] in fresh]
        click.echo(dumped({"situation": made["situation"], "new": made["new"], "incidents": some}))
    else:
        seen = screen(sys.stdout.isatty())
        click.echo(render_new(brief, seen.width, colour=seen.colour), nl=False)
    sys.exit(base.ALL_CODED if brief.new or brief.updated else base.SOME_LEFT)


@situation.command()
@click.argument("names", metavar="[NAME...]", nargs=-1)
@click.option("--quiet", "-q", is_flag=True, help="Only what left its usual range, for cron.")
@_JSON
@base.db_option
def alert(names: tuple[str, ...], quiet: bool, as_json: bool, db: str | None) -> None:
    """Tell which situations left their usual range in the last seven days; all of them without a NAME.

    Exit status: 0 nothing unusual, 3 something is. It counts what was, and says nothing of what will be.
    """
    left = False
    with base.open_store(db, create=False) as store:
        asked = [store.situation(n) for n in names] or store.situations()
        for one in asked:
            curve = _curve(store, one)
            left = left or curve.alert is not None
            if quiet and curve.alert is None:
                continue
            told = (
                dumped({"situation": one.name, **curve_dict(curve)})
                if as_json
                else _alert(one, curve)
            )
            click.echo(told)
    if not asked and not quiet:
        click.echo("no situation is saved: dateline situation add", err=True)
    sys.exit(base.SOME_LEFT if left else base.ALL_CODED)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _alert(one: Situation, curve: Curve) -> str:
    if curve.alert:
        return f"{visible(one.name)}: {curve.alert}"
    return f"{visible(one.name)}: {_quiet(curve, datetime.now(UTC).date())}"


def _quiet(curve: Curve, today: Day) -> str:
    """Why there is no alert."""
    if not curve.days:
        return "no act with a day to count"
    last = curve.days[-1]
    if (today - Day.fromisoformat(last.day)).days > _RECENT:
        return f"no act in the last {_RECENT} days; the last is of {last.day}"
    if last.low is None:
        return f"{len(curve.days)} days are too few to know what is usual"
    return f"nothing unusual (acts up to {last.day})"


def _brief(
    store: "Store", one: Situation, *, now: datetime | None = None, since: str | None = None
) -> Any:
    from dateline.situations.brief import make_brief  # noqa: PLC0415  (see base.open_store)

    base.merged(store)
    return make_brief(store, one, now=now or datetime.now(UTC), since=since)


def _curve(store: "Store", one: Situation) -> Curve:
    from dateline.situations.brief import situation_curve  # noqa: PLC0415

    base.merged(store)
    return situation_curve(store, one, now=datetime.now(UTC))
