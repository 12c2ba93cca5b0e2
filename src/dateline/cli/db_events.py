"""``dateline db events``: stored events, found by who, where, what, when and words."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.progress import visible
from dateline.errors import UsageError
from dateline.formats.table import csv_line, safe
from dateline.knowledge.countries import Countries
from dateline.knowledge.ontology import STATUSES, modes_by_type

if TYPE_CHECKING:
    from dateline.store.query import EventQuery, Side, StoredEvent

_COLUMNS = (
    *(
        "event_id",
        "report",
        "day",
        "event_type",
        "modes",
        "status",
        "actors",
        "recipients",
        "place",
        "country",
    ),
    *("lat", "lon", "precision", "intensity", "according_to", "sentence", "corrected"),
)
_QUOTE = 160


def _several(name: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(f"--{name}", f"{name}_", multiple=True, metavar=name.upper(), help=text)


@click.command()
@_several(
    "actor", "Somebody's name or Wikidata id, on either side. May be repeated, like all of these."
)
@_several("country", "A country of a side or the place: alpha-3 or its name.")
@_several("place", "A place's name.")
@_several("type", "A PLOVER type: ASSAULT, PROTEST ...")
@_several("status", "actual (the default), planned, denied ...; all for every one.")
@click.option("--since", metavar="DAY", help="Act (else report) on or after this day.")
@click.option("--until", metavar="DAY", help="Act (else report) on or before this day.")
@click.option("--words", help='Words of the report, as for dateline db search: "a phrase", -not.')
@click.option("--all", "everything", is_flag=True, help="Also what is not political.")
@click.option(
    "--limit",
    type=click.IntRange(1, 1_000_000),
    default=100,
    show_default=True,
    help="At most so many.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of text.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV instead of text.")
@base.db_option
def events(db: str | None, limit: int, as_json: bool, as_csv: bool, **options: Any) -> None:
    """List stored events, the newest day first: id, report, day, what, who to whom, where, the sentence.

    What people corrected stands as corrected (marked *); all else is machine-coded and unreviewed. The ids are
    those that dateline correct takes.

    Exit status: 0 something was found, 3 nothing, 2 unusable arguments.
    """
    if as_json and as_csv:
        msg = "--json and --csv contradict each other: give one of them"
        raise UsageError(msg)
    wanted = _query(options)
    with base.open_store(db, create=False) as store:
        found = store.events(wanted, limit=limit)
    if as_csv:
        _put(csv_line(_COLUMNS))
    for event in found:
        if as_json:
            _put(f"{json.dumps(asdict(event))}\n")
        elif as_csv:
            _put(csv_line([safe(cell) for cell in _row(event)]))
        else:
            _put(f"{_lines(event)}\n")
    if len(found) == limit:
        click.echo(f"the newest {limit:,} only: --limit shows more", err=True)
    if not found and not as_json:
        click.echo("nothing found", err=True)
    sys.exit(base.ALL_CODED if found else base.SOME_LEFT)


def _query(options: dict[str, Any]) -> "EventQuery":
    from dateline.store.query import EventQuery  # noqa: PLC0415  (see base.open_store)

    types = tuple(t.upper() for t in options["type_"])
    statuses = STATUSES if "all" in options["status_"] else options["status_"] or ("actual",)
    for what, given, known in (
        ("type", types, tuple(modes_by_type())),
        ("status", statuses, STATUSES),
    ):
        if wrong := [g for g in given if g not in known]:
            msg = f"{wrong[0]!r} is no {what}; these are: {', '.join(known)}"
            raise UsageError(msg)
    since, until = (_day(name, options[name]) for name in ("since", "until"))
    if since and until and since > until:
        msg = f"--since {since} is after --until {until}"
        raise UsageError(msg)
    return EventQuery(
        actors=options["actor_"], countries=tuple(map(_country, options["country_"])),
        places=options["place_"], types=types, statuses=tuple(statuses), since=since, until=until,
        words=options["words"], relevant_only=not options["everything"],
    )  # fmt: skip


def _day(name: str, text: str | None) -> str | None:
    try:
        return base.day(text)
    except UsageError as fault:
        msg = str(fault).replace("--date", f"--{name}", 1)
        raise UsageError(msg) from fault


def _country(text: str) -> str:
    lands = Countries.load()
    known = lands.get(text.upper())
    if known is not None:
        return text.upper()
    named = lands.by_name(text, any_case=True)
    if named is None:
        msg = f"{text!r} is no country: give its name or its alpha-3 code"
        raise UsageError(msg)
    return named.alpha3


def _lines(event: "StoredEvent") -> str:
    what = event.type + (f" ({', '.join(event.modes)})" if event.modes else "")
    where = " ".join(filter(None, (event.place, event.place_country)))
    sides = f"{_names(event.actors)} > {_names(event.recipients)}"
    mark = "*" if event.correction else ""
    known = (event.day or "no day", f"{event.id}{mark}", f"report {event.report}")
    head = "  ".join(filter(None, (*known, f"{what}, {event.status}", sides, where)))
    quote = " ".join((event.sentence or "").split())
    if len(quote) > _QUOTE:
        quote = quote[:_QUOTE].rpartition(" ")[0] + "\u2026"
    return visible(head) + (f"\n    {visible(quote)}" if quote else "")


def _names(sides: tuple["Side", ...]) -> str:
    return "; ".join(who.name for who in sides) or "-"


def _row(event: "StoredEvent") -> list[str | int | float | None]:
    return [
        event.id, event.report, event.day, event.type, " ".join(event.modes), event.status, _names(event.actors),
        _names(event.recipients), event.place, event.place_country, event.lat, event.lon, event.precision,
        event.intensity, event.speaker, event.sentence, event.correction,
    ]  # fmt: skip


def _put(words: str) -> None:
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
