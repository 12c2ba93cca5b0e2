"""The store's door."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import batched
from pathlib import Path
from typing import Self

from sqlalchemy import select

from dateline.errors import UsageError
from dateline.store import backup as copies
from dateline.store import corrected, pages
from dateline.store.address import database_url, shown
from dateline.store.asking import Asking, read_record
from dateline.store.check import Checked, check
from dateline.store.coders import Coders
from dateline.store.engine import open_engine, reading, writing
from dateline.store.feeds import Feeds
from dateline.store.incidents import Incidents
from dateline.store.keys import Json
from dateline.store.migrate import bring_up
from dateline.store.moment import Moment
from dateline.store.pages import Page
from dateline.store.reports import StoredReport, put_reports
from dateline.store.schema import records, reports
from dateline.store.situations import Situations
from dateline.store.standing import Correction, Judgement
from dateline.store.write import StoredRecord, put_records, write_rows

#: Reports or records in one transaction: enough that the disk is no brake, few enough that nobody waits long.
BATCH = 100


class Store(Asking, Feeds, Incidents, Situations):
    """Reports, records, corrections, feeds, incidents and saved questions in one database.

    Every method is one transaction (``add_records`` one a hundred): it is kept whole or not at all, and what a method
    has returned outlives the process. Methods may be called from several threads and processes at once; one
    writes at a time.  All raise ``StoreError`` when the database refuses.
    """

    def __init__(self, address: str | None = None, *, create: bool = True) -> None:
        """Open the store and bring its tables up to date.

        Args:
            address: URL or path; None for ``DATELINE_DATABASE_URL`` or the user's data folder.
            create: make an SQLite file that is not there.

        Raises:
            UsageError: the address cannot be used.
            StoreError: the store cannot be opened, or a newer dateline made it.
        """
        self._engine = open_engine(database_url(address), create=create)
        try:
            bring_up(self._engine)
        except BaseException:
            self._engine.dispose()
            raise

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return shown(self._engine.url)

    @contextmanager
    def moment(self) -> Iterator[Moment]:
        """The store as it is now, for several questions that shall be answered of one state."""
        with reading(self._engine) as connection:
            yield Moment(connection)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add_report(self, report: Json) -> StoredReport:
        """Store one report (the ``report`` of the contract's object), or note that it was seen again.

        Raises:
            InputError: it has no text.
        """
        with writing(self._engine) as connection:
            return put_reports(connection, [report])[0]

    def add_record(self, record: Json, *, seen: bool = True) -> StoredRecord:
        """Store one record, and its report; see ``add_records``."""
        return next(self.add_records([record], seen=seen))

    def add_records(self, found: Iterable[Json], *, seen: bool = True) -> Iterator[StoredRecord]:
        """Store records (objects of the contract) as they come, a hundred in a transaction.

        A record is taken when the report has none, or one by an older coder; else the old one is kept.

        Args:
            found: the records.
            seen: whether their reports come from outside with them; False for reports of the store that were coded,
                which nobody has seen again.

        Yields:
            What became of each, once it is kept for good.

        Raises:
            InputError: one is no record; of its hundred none is stored.
        """
        for some in batched(found, BATCH):
            with writing(self._engine) as connection:
                done = put_records(connection, some, seen=seen)
            yield from done

    def needs_coding(self, report: int, coder: Json) -> bool:
        """Whether the report has no record, or one by a coder that this one is newer than."""
        query_ = select(records.c.coder).where(records.c.report == report)
        with reading(self._engine) as connection:
            there = connection.execute(query_).scalar()
            return there is None or there in Coders(connection).outdated(coder)

    def waiting(self, coder: Json) -> Iterator[tuple[int, Json]]:
        """Stored reports that need coding by this coder, with their keys; the oldest first."""
        with reading(self._engine) as connection:
            outdated = Coders(connection).outdated(coder)
            done = select(records.c.report).where(records.c.coder.not_in(outdated))
            which = select(reports.c.key).where(reports.c.key.not_in(done)).order_by(reports.c.key)
            keys = connection.execute(which).scalars().all()
        for key in keys:  # one at a time: nothing stays locked while they are coded
            if report := self.report(key):
                yield key, report

    def corrections(self, report: int) -> tuple[Correction, ...]:
        """All that people said of a report, withdrawn ones too, in the order they said it."""
        with reading(self._engine) as connection:
            return corrected.corrections_of(connection, [report]).get(report, ())

    def all_corrections(self) -> tuple[Correction, ...]:
        """All that people said of any report, withdrawn ones too, in the order they said it."""
        with reading(self._engine) as connection:
            return corrected.all_corrections(connection)

    def correct(self, said: Judgement) -> int:
        """Note what a person says; it stands above the coder's finding, now and after every new coding.

        Returns:
            The correction's key.

        Raises:
            UsageError: nothing of that id stands there, or the judgement does not hold together.
        """
        with writing(self._engine) as connection:
            record = read_record(connection, said.report)
            if record is None:
                msg = f"report {said.report} has no record to correct"
                raise UsageError(msg)
            key = corrected.correct(connection, record, said)
            write_rows(connection, [(said.report, record, True)])
        return key

    def withdraw(self, correction: int) -> None:
        """Take a correction back: what it overruled stands again.

        Raises:
            UsageError: there is no such correction, or it was withdrawn before.
        """
        with writing(self._engine) as connection:
            report = corrected.withdraw(connection, correction)
            record = read_record(connection, report)
            if record is not None:
                write_rows(connection, [(report, record, True)])

    def publish(self, kind: str, target: str) -> str:
        """A random id under which something is published; the same one while it is not withdrawn."""
        with writing(self._engine) as connection:
            return pages.publish(connection, kind, target)

    def page(self, ident: str) -> Page | None:
        """What is or was published under an id."""
        with reading(self._engine) as connection:
            return pages.find_page(connection, ident)

    def withdraw_page(self, ident: str) -> None:
        """Take a published page back; its id is never used again.

        Raises:
            UsageError: no such page is published.
        """
        with writing(self._engine) as connection:
            pages.withdraw_page(connection, ident)

    def backup(self, target: Path) -> dict[str, int]:
        """Write everything into one SQLite file; see ``backup.backup``."""
        return copies.backup(self._engine, target)

    def restore(self, source: Path, *, replace: bool = False) -> dict[str, int]:
        """Fill the store from a backup; see ``backup.restore``."""
        return copies.restore(self._engine, source, replace=replace)

    def check(self) -> Checked:
        """Whether everything is whole."""
        with reading(self._engine) as connection:
            return check(connection)
