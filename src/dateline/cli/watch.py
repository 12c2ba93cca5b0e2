"""``dateline watch``: feeds, sitemaps and folders that are looked at again and again."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import base
from dateline.cli.progress import visible
from dateline.errors import InputError, UsageError

if TYPE_CHECKING:
    from dateline.store.store import Store
    from dateline.watch.adding import Wanted
    from dateline.watch.fetcher import Fetcher

_MISSING = "nothing is watched yet: dateline watch add https://host/feed"


@click.group(cls=base.Group)
def watch() -> None:
    """Feeds, sitemaps and folders: keep and code whatever is new in them."""


allowed = (
    click.option(
        "--allow-host", "hosts", multiple=True, metavar="HOST[:PORT]",
        help="Fetch from this host though it is in the own network. May be given more than once.",
    ),
    click.option("--allow-private-hosts", is_flag=True, help="Fetch from the own network too."),
    click.option(
        "--pace", type=click.FloatRange(0, 600), default=2.0, show_default=True, metavar="SECONDS",
        help="Between two requests to one host.",
    ),
)  # fmt: skip


def asking(command: Any) -> Any:
    """The options of commands that ask servers."""
    for option in reversed(allowed):
        command = option(command)
    return command


@watch.command()
@click.argument("sources", metavar="URL|FOLDER|FILE.opml...", nargs=-1, required=True)
@click.option("--name", help="What to call it; by default its title.")
@click.option("--every", metavar="TIME", help="Between two looks: 30m (the default), 2h, 1d.")
@click.option("--since", metavar="DAY", help="Leave out pages from before this day, as YYYY-MM-DD.")
@base.db_option
@asking
def add(sources: tuple[str, ...], name: str | None, **options: Any) -> None:
    """Watch a feed (RSS, Atom, JSON), a sitemap, a page that links its feed, a folder, or every feed of an OPML file.

    What an address holds is found out by fetching it. Nothing is kept or coded yet: dateline watch run does that.
    Exit status: 0 all added, 3 some not, 2 unusable arguments, 1 failure.
    """
    from dateline.watch.adding import find  # noqa: PLC0415  (with all that it needs: half a second)

    if name is not None and (len(sources) != 1 or not name.strip()):
        msg = "--name is for one feed: add them one by one"
        raise UsageError(msg)
    every, since = _seconds(options["every"]), _since(options["since"])
    asks = fetcher_of(options)
    left = 0
    with base.open_store(options["db"]) as store:
        for source in sources:
            try:
                found = find(source, asks)
            except InputError as fault:
                left += 1
                click.echo(f"not added: {visible(source)}: {visible(str(fault))}", err=True)
                continue
            if name is not None and len(found) != 1:
                msg = f"--name is for one feed, and {source} names {len(found):,}: leave it out"
                raise UsageError(msg)
            left += _added(store, found, name, every, since)
        if store.feeds():
            click.echo("next: dateline watch run --once keeps and codes what is there", err=True)
    sys.exit(base.SOME_LEFT if left else base.ALL_CODED)


def _added(
    store: "Store", found: "list[Wanted]", name: str | None, every: int | None, since: str | None
) -> int:
    """Add what was found and tell it; how many were not added."""
    from dateline.watch.adding import free_name  # noqa: PLC0415

    left = 0
    for one in found:
        taken = {feed.name.casefold() for feed in store.feeds()}
        called = name or free_name(one.title, taken)
        try:
            feed = store.add_feed(
                one.address, one.kind, called, title=one.title, every=every, since=since
            )
        except UsageError as fault:
            if len(found) == 1:
                raise
            left += 1
            click.echo(f"not added: {visible(str(fault))}", err=True)
            continue
        click.echo(f"added: {visible(feed.name)}: {visible(feed.address)} ({visible(one.told)})")
    return left


@watch.command("list")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of text.")
@click.option(
    "--opml",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write them as OPML.",
)
@base.db_option
def list_(as_json: bool, opml: Path | None, db: str | None) -> None:
    """Show what is watched: state, last success, error, when the next look is due.

    Exit status: 0 all are well, 3 some fail or are gone.
    """
    from dateline.watch.words import card, row, state  # noqa: PLC0415

    with base.open_store(db) as store:
        feeds, counts = store.feeds(), store.item_counts()
        remarks = {f.key: store.failed_items(f.key, 20 if as_json else 3) for f in feeds}
    if opml is not None:
        _write_opml(opml, feeds)
        sys.exit(base.ALL_CODED)
    for feed in feeds:
        mine = counts.get(feed.key, {})
        if as_json:
            click.echo(json.dumps(row(feed, mine, remarks[feed.key])))
        else:
            lines = card(feed, mine, remarks[feed.key])
            click.echo("\n".join(map(visible, lines)))
    if not feeds and not as_json:
        click.echo(_MISSING, err=True)
    bad = any(state(feed) in {"failing", "gone"} for feed in feeds)
    sys.exit(base.SOME_LEFT if bad else base.ALL_CODED)


def _write_opml(path: Path, feeds: Any) -> None:
    from dateline.watch.look import FOLDER  # noqa: PLC0415
    from dateline.watch.markup import write_opml  # noqa: PLC0415

    told = [(f.name, f.kind, f.moved_to or f.address) for f in feeds if f.kind != FOLDER]
    folders = len(feeds) - len(told)
    try:
        path.write_bytes(write_opml(told))
    except OSError as error:
        msg = f"{path} cannot be written ({error.strerror}): give another place"
        raise UsageError(msg) from error
    more = f"; {folders:,} folders have no address on the web and are left out" if folders else ""
    click.echo(f"{len(told):,} feeds in {visible(str(path))}{more}", err=True)


@watch.command()
@click.argument("names", metavar="NAME|URL...", nargs=-1, required=True)
@base.db_option
def remove(names: tuple[str, ...], db: str | None) -> None:
    """Watch something no longer. Its reports and records stay in the store."""
    from dateline.watch.adding import named  # noqa: PLC0415

    with base.open_store(db) as store:
        there = store.feeds()
        gone = {feed.key: feed for feed in (named(there, name) for name in names)}
        for feed in gone.values():
            store.remove_feed(feed.key)
            click.echo(f"removed: {visible(feed.name)} ({visible(feed.address)}); its reports stay")


def fetcher_of(options: dict[str, Any], *, stopped: Any = None, keeper: Any = None) -> "Fetcher":
    """What asks servers, as the options want it."""
    from dateline.intake.fetch import Manner  # noqa: PLC0415
    from dateline.intake.guard import Allowance  # noqa: PLC0415
    from dateline.watch.fetcher import Fetcher  # noqa: PLC0415

    hosts = frozenset(host.strip().lower() for host in options["hosts"])
    wrong = [h for h in hosts if not h or "/" in h or "@" in h or "*" in h]
    if wrong:
        msg = f"--allow-host {wrong[0]!r} is no host: give it as intranet.example or intranet.example:8080"
        raise UsageError(msg)
    manner = Manner(Allowance(private=options["allow_private_hosts"], hosts=hosts))
    if stopped is not None:
        manner = Manner(manner.allowance, stopped=stopped)
    return Fetcher(manner, pace=options["pace"], keeper=keeper)


def _seconds(text: str | None) -> int | None:
    from dateline.watch.schedule import seconds_of  # noqa: PLC0415

    found = seconds_of(text) if text else None
    if text is not None and found is None:
        msg = f"--every {text!r} is no time from 1m to 30d: write it as 30m, 2h or 1d"
        raise UsageError(msg)
    return found


def _since(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return base.day(text)
    except UsageError as fault:
        raise UsageError(str(fault).replace("--date", "--since")) from fault
