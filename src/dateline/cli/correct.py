"""``dateline correct``: a person's word above the coder's."""

import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.progress import visible
from dateline.errors import UsageError
from dateline.formats.one_line import claim_words, event_words

if TYPE_CHECKING:
    from dateline.store.standing import Correction
    from dateline.store.store import Store

Json = dict[str, Any]
PERSON = "DATELINE_PERSON"
_ACTIONS = ("reject", "replace")
_USAGE = (
    "give ID reject, ID replace --set FIELD=VALUE, add REPORT --words WORDS --set type=TYPE, list [REPORT] or "
    "withdraw NUMBER"
)
_SHOWN = 5


@click.command()
@click.argument(
    "words", metavar="ID ACTION | add REPORT | list [REPORT] | withdraw NUMBER", nargs=-1
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="FIELD=VALUE",
    help="type, status, place ... May be given again.",
)
@click.option(
    "--words", "quote", metavar="WORDS", help="For add: words of the report that show the event."
)
@click.option("--note", help="Why; kept with the correction.")
@click.option("--by", "person", metavar="NAME", help=f"Who says so. Default: {PERSON}.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a line.")
@base.db_option
def correct(words: tuple[str, ...], db: str | None, as_json: bool, **options: Any) -> None:
    r"""Correct what is stored: what you say stands above the coder's finding, which is kept beside it.

    \b
    dateline correct e-028eb7 reject --by Ana --note "a film"
    dateline correct e-028eb7 replace --set type=THREATEN --set status=planned --by Ana
    dateline correct add 17 --words "blocked the road" --set type=PROTEST --set "actors=farmers" --by Ana
    dateline correct list
    dateline correct withdraw 3

    ID is of an event or claim, as dateline db events and dateline explain show it, or enough of its beginning;
    17:e-028eb7 where reports share one.
    Of events can be set: type, modes, status, actors and recipients (several with ; between them), place, date,
    relevant, killed, injured, arrested, displaced, crowd; of claims: act, speaker, date, direct.
    "none" empties a field.

    Exit status: 0 done, 2 arguments that cannot be used, 1 failure; of list: 3 there is none.
    """
    first, rest = (words[0], words[1:]) if words else ("", ())
    if first == "list":
        _list(db, rest, as_json=as_json)
    elif first == "withdraw":
        _withdraw(db, rest, as_json=as_json)
    elif first == "add" and len(rest) == 1:
        _add(db, rest[0], options, as_json=as_json)
    elif len(rest) == 1 and rest[0] in _ACTIONS:
        _judge(db, first, rest[0], options, as_json=as_json)
    else:
        raise UsageError(_USAGE)


def _judge(db: str | None, ident: str, action: str, options: Json, *, as_json: bool) -> None:
    from dateline.situations.amend import amended  # noqa: PLC0415  (see base.open_store)
    from dateline.store.standing import Judgement  # noqa: PLC0415

    person, settings = _person(options), _settings(options)
    if (action == "replace") != bool(settings):
        msg = "replace needs --set FIELD=VALUE, reject takes none"
        raise UsageError(msg)
    if options["quote"]:
        msg = "--words is for add"
        raise UsageError(msg)
    with base.open_store(db, create=False) as store:
        found = _named(store, ident)
        record = _record(store, found.report)
        old = next(i for i in record[f"{found.kind}s"] if i["id"] == found.id)
        old = {k: v for k, v in old.items() if k != "corrected"}
        new = amended(found.kind, old, record, settings) if action == "replace" else None
        if new == old:
            msg = f"{found.id} is so already: {_words(found.kind, old)}"
            raise UsageError(msg)
        said = Judgement(found.report, found.kind, action, person, found.id, new, options["note"])
        key = store.correct(said)
    _tell(key, said.report, said.kind, found.id, old, new, as_json=as_json)


def _add(db: str | None, report: str, options: Json, *, as_json: bool) -> None:
    from dateline.situations.amend import added  # noqa: PLC0415
    from dateline.store.standing import Judgement  # noqa: PLC0415

    person, number = _person(options), _number(report, "report")
    if not options["quote"]:
        msg = "add needs --words: the words of the report that show the event"
        raise UsageError(msg)
    with base.open_store(db, create=False) as store:
        new = added(_record(store, number), options["quote"], _settings(options))
        said = Judgement(number, "event", "add", person, json=new, note=options["note"])
        key = store.correct(said)
        made = next(c for c in store.corrections(number) if c.key == key)
    _tell(key, number, "event", made.target, None, new, as_json=as_json)


def _withdraw(db: str | None, rest: tuple[str, ...], *, as_json: bool) -> None:
    if len(rest) != 1:
        raise UsageError(_USAGE)
    key = _number(rest[0], "correction")
    with base.open_store(db, create=False) as store:
        store.withdraw(key)
    click.echo(
        json.dumps({"correction": key, "withdrawn": True})
        if as_json
        else f"correction {key} withdrawn"
    )


def _list(db: str | None, rest: tuple[str, ...], *, as_json: bool) -> None:
    if len(rest) > 1:
        raise UsageError(_USAGE)
    report = _number(rest[0], "report") if rest else None
    with base.open_store(db, create=False) as store:
        found = store.corrections(report) if report is not None else store.all_corrections()
    for made in found:
        click.echo(json.dumps(asdict(made)) if as_json else visible(_line(made)))
    if not found and not as_json:
        click.echo("no corrections", err=True)
    raise SystemExit(base.ALL_CODED if found else base.SOME_LEFT)


def _line(made: "Correction") -> str:
    before, after = (
        None if j is None else _words(made.kind, j) for j in (made.overruled, made.json)
    )
    state = f", withdrawn {made.withdrawn[:10]}" if made.withdrawn else ""
    note = f" ({made.note})" if made.note else ""
    head = f"{made.key}  report {made.report}  {made.target}  {made.action} by {made.person}"
    return (
        f"{head} {made.made[:10]}{state}{note}: {before or '(nothing)'} -> {after or '(rejected)'}"
    )


def _tell(
    key: int,
    report: int,
    kind: str,
    ident: str,
    old: Json | None,
    new: Json | None,
    *,
    as_json: bool,
) -> None:
    """Before and after in one line."""
    if as_json:
        row = {
            "correction": key,
            "report": report,
            "kind": kind,
            "id": ident,
            "before": old,
            "after": new,
        }
        click.echo(json.dumps(row))
        return
    before = "(nothing)" if old is None else _words(kind, old)
    after = "(rejected)" if new is None else _words(kind, new)
    click.echo(visible(f"correction {key}, report {report}, {ident}: {before} -> {after}"))


def _words(kind: str, item: Json) -> str:
    return event_words(item) if kind == "event" else claim_words(item)


def _named(store: "Store", ident: str) -> Any:
    """The one event or claim of an id, or of a report's number and an id (``17:e-028e``)."""
    number, colon, short = ident.rpartition(":")
    found = store.named(short) if len(short) > 2 else ()  # noqa: PLR2004  ("e-" is every event)
    if colon:
        found = tuple(n for n in found if n.report == _number(number, "report"))
    if not found:
        msg = f"nothing that stands has an id that begins with {ident!r}: dateline db events shows them"
        raise UsageError(msg)
    if len(found) > 1:
        some = ", ".join(f"{n.report}:{n.id}" for n in found[:_SHOWN])
        msg = f"{ident!r} is not enough of an id: {some}{' ...' if len(found) > _SHOWN else ''}"
        raise UsageError(msg)
    return found[0]


def _record(store: "Store", report: int) -> Json:
    record = store.record(report)
    if record is None:
        msg = f"report {report} has no record: dateline db events shows reports by number"
        raise UsageError(msg)
    return record


def _person(options: Json) -> str:
    person = (options["person"] or os.environ.get(PERSON) or "").strip()
    if not person:
        msg = f"say who corrects: --by NAME, or {PERSON} in the environment"
        raise UsageError(msg)
    return person


def _settings(options: Json) -> dict[str, str]:
    found: dict[str, str] = {}
    for setting in options["settings"]:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip() or not value.strip():
            msg = f"--set {setting!r} is not FIELD=VALUE (none empties a field)"
            raise UsageError(msg)
        if name.strip() in found:
            msg = f"{name.strip()} is set twice"
            raise UsageError(msg)
        found[name.strip()] = value
    return found


def _number(text: str, what: str) -> int:
    if not text.isdecimal() or len(text) > 15:  # noqa: PLR2004  (what every database can hold)
        msg = f"{text!r} is no number of a {what}"
        raise UsageError(msg)
    return int(text)
