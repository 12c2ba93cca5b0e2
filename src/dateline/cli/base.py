"""What every command shares: one line for a failure, the exit statuses, options, the way to the pipeline."""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date as Date  # noqa: N812  (the option is called date)
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Protocol

import click

from dateline.errors import DatelineError, UsageError
from dateline.intake.setaside import SetAside
from dateline.knowledge.actors import ActorBase
from dateline.knowledge.user_actors import Loaded, read_actors
from dateline.records import Coder as CoderVersions
from dateline.records import Record, Report

if TYPE_CHECKING:
    from dateline.store.store import Store

ALL_CODED, FAILURE, UNUSABLE, SOME_LEFT = 0, 1, 2, 3
DEFAULT_PARSER = "en_core_web_md"
#: Faults of one file of actors that are told one by one.
_TOLD = 20
_TRACE = "DATELINE_TRACEBACK"


class Coder(Protocol):
    """What the command line needs of the pipeline."""

    @property
    def coder(self) -> CoderVersions:
        """The versions that its records carry."""

    def run(self, reports: Iterable[Report]) -> Iterator[Record]:
        """Code a stream of reports, in order."""


class _Stop(click.ClickException):
    """A failure told in one line; exit status 1."""

    exit_code = FAILURE

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"dateline: {self.message}", file=file, err=file is None)


class _Refusal(_Stop):
    """Arguments that cannot be used, told in one line; exit status 2."""

    exit_code = UNUSABLE


class Group(click.Group):
    """Turns dateline's own errors into one line and the exit status of the contract."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; see the class."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise _Refusal(str(error)) from error
        except DatelineError as error:
            raise _Stop(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get(_TRACE):
                raise
            msg = f"stopped by {type(error).__name__}: {error} (set {_TRACE}=1 to see where)"
            raise _Stop(msg) from error


def load_pipeline(parser: str, own: Sequence[Loaded] = ()) -> Coder:
    """The pipeline, imported only now: ``--help`` need not wait for it.

    numpy's BLAS gets one thread: more of them only wait for each other on matrices this small.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is first imported
    with unswept():
        from dateline.pipeline import Pipeline  # noqa: PLC0415

        return Pipeline(parser, own=own)


@contextmanager
def unswept() -> Iterator[None]:
    """No search for garbage while what stays for the whole run is loaded, nor in it later."""
    if gc.get_freeze_count():  # a second command in one process: the first one's load may go
        gc.unfreeze()
        gc.collect()
    before = gc.get_threshold()
    gc.set_threshold(0)  # unlike gc.disable, which some libraries undo
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.freeze()


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads reports."""
    options = (
        click.option("--date", metavar="DAY", help="Publication day of inputs without their own."),
        click.option("--parser", default=DEFAULT_PARSER, show_default=True, help="spaCy pipeline."),
        actors_option,
        click.option("--allow-private-hosts", is_flag=True, help="Fetch from the own network too."),
    )
    for option in reversed(options):
        command = option(command)
    return command


actors_option = click.option(
    "--actors", "actor_files", multiple=True, metavar="FILE",
    help="Your own actors: dateline's TSV, or PETRARCH/TABARI. May be given more than once.",
)  # fmt: skip


def own_actors(paths: Sequence[str], *, all_faults: bool = False) -> list[Loaded]:
    """The user's files of actors; what they hold that cannot be used is told on standard error.

    Args:
        paths: the files; where two know a name, the later one stands.
        all_faults: tell every fault, not only the first twenty of a file.

    Raises:
        UsageError: a file cannot be read or holds no actor.
    """
    if not paths:
        return []
    base = ActorBase.load()
    most = None if all_faults else _TOLD
    read = (read_actors(Path(path), base, faulty=all_faults) for path in paths)
    return [_told(path, loaded, most) for path, loaded in zip(paths, read, strict=True)]


def _told(path: str, loaded: Loaded, most: int | None) -> Loaded:
    for fault in loaded.faults[:most]:
        click.echo(f"actors: {path} line {fault.line}: {fault.reason}", err=True)
    if most is not None and len(loaded.faults) > most:
        left = len(loaded.faults) - most
        click.echo(
            f"actors: {path}: and {left} more faults: dateline actors check {path}", err=True
        )
    own = loaded.own
    parts = [
        f"{len(own.entries)} actors",
        f"{len(own.names)} names",
        f"{len(own.nouns)} agent nouns",
    ]
    if loaded.already:
        parts.append(f"{loaded.already} country names known already")
    parts.append(f"{len(loaded.faults)} faults")
    click.echo(f"actors: {path}: {', '.join(parts)}", err=True)
    return loaded


def day(text: str | None, option: str = "--date") -> str | None:
    """The day given with ``--date`` or another option.

    Raises:
        UsageError: it is none.
    """
    if text is None:
        return None
    try:
        return Date.fromisoformat(text).isoformat()
    except ValueError as error:
        msg = f"{option} {text!r} is no day: give it as YYYY-MM-DD"
        raise UsageError(msg) from error


def reading(options: dict[str, Any]) -> dict[str, Any]:
    """The options of reading, by the names that the reader gives them."""
    return {"date": options["date"], "allow_private": options["allow_private_hosts"]}


def reader(inputs: tuple[str, ...], **options: Any) -> Iterator[Report | SetAside]:
    """Reports and set-asides of the inputs."""
    from dateline.intake.readers import read  # noqa: PLC0415  (half a second that --help need not pay)

    return read(inputs, **options)


def coded(reports: Iterator[Report], parser: str, own: Sequence[Loaded] = ()) -> Iterator[Record]:
    """Records of the reports; the parser is loaded only once there is a report to read."""
    first = next(reports, None)
    if first is not None:
        yield from load_pipeline(parser, own).run(chain([first], reports))


def opened(path: str | None) -> AbstractContextManager[BinaryIO]:
    """A file to write, or standard output.

    Raises:
        UsageError: it cannot be written.
    """
    if path is None:
        return nullcontext(sys.stdout.buffer)
    try:
        return Path(path).open("wb")
    except OSError as error:
        msg = f"{path} cannot be written ({error.strerror}): give another place"
        raise UsageError(msg) from error


def open_store(address: str | None, *, create: bool = True) -> "Store":
    """The store, imported only now: SQLAlchemy takes a third of a second that no other command need pay."""
    from dateline.store.store import Store  # noqa: PLC0415

    return Store(address, create=create)


db_option = click.option(
    "--db", metavar="ADDRESS",
    help="File or URL of the store. Default: DATELINE_DATABASE_URL, else your data folder.",
)  # fmt: skip


def merged(store: "Store") -> int:
    """Merge into incidents what is not merged yet; how many reports that were."""
    from dateline.situations.keeping import keep  # noqa: PLC0415  (see open_store)

    def tell(report: int, why: str) -> None:
        click.echo(f"report {report}: in no incident: {why}", err=True)

    return keep(store, told=tell)
