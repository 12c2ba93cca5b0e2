"""Full-text search over reports: FTS5 or tsvector behind one door.

English words are found in all their forms ("attacks" finds "attacked"), accents and capitals do not count, no word
is too common to be looked for.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, column, func, select, table, text
from sqlalchemy.sql.elements import ColumnElement

from dateline.errors import UsageError

_TOKEN = re.compile(r"[^\W_]+")
_TERM = re.compile(r'(?<!\S)(-?)(?:"([^"]*)"?|(\S+))')
#: Characters of a report that PostgreSQL indexes: a tsvector holds a megabyte, a long book.
_MOST = 400_000
#: A word of the title counts as so many of the text.
_TITLE = 5.0
_AROUND = 90
#: Letters at the end of a word that its other forms may change.
_ENDING, _SHORT = 3, 4
words_table = table("report_words", column("report"), column("words"), column("rowid"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search in parts: every phrase of ``all`` must be there, none of ``none``; a phrase is its tokens."""

    all: tuple[tuple[str, ...], ...]
    none: tuple[tuple[str, ...], ...]


def wanted(query: str) -> Wanted:
    """What somebody looks for: words, ``"phrases in quotes"``, and ``-`` before what must not be there.

    Raises:
        UsageError: nothing to look for is left.
    """
    found: tuple[list[tuple[str, ...]], list[tuple[str, ...]]] = ([], [])
    for minus, phrase, word in _TERM.findall(query):
        if tokens := _tokens(phrase or word):
            found[bool(minus)].append(tokens)
    if not found[0]:
        msg = f"{query!r} has no word to look for"
        raise UsageError(msg)
    return Wanted(tuple(found[0]), tuple(found[1]))


def add(connection: Connection, rows: Iterable[tuple[int, str | None, str]]) -> None:
    """Index reports: (key, title, text)."""
    made = list(rows)
    if not made:
        return
    if connection.dialect.name == "sqlite":
        command = text("INSERT INTO report_words (rowid, title, text) VALUES (:key, :title, :text)")
        connection.execute(
            command, [{"key": k, "title": t or "", "text": body} for k, t, body in made]
        )
        return
    # One statement for all: a round trip a report would take longer than the indexing.
    command = text(
        "INSERT INTO report_words (report, words) SELECT key, setweight(to_tsvector('dateline', title), 'A')"
        " || setweight(to_tsvector('dateline', text), 'D')"
        " FROM unnest(CAST(:keys AS bigint[]), CAST(:titles AS text[]), CAST(:texts AS text[]))"
        " AS new (key, title, text)"
    )
    connection.execute(command, {
        "keys": [k for k, _, _ in made],
        "titles": [" ".join(_tokens(t or "")) for _, t, _ in made],
        "texts": [" ".join(_tokens(body[:_MOST])) for _, _, body in made],
    })  # fmt: skip


def clear(connection: Connection) -> None:
    """Forget every report."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO report_words (report_words) VALUES ('delete-all')"))
    else:
        connection.execute(text("DELETE FROM report_words"))


def matching(dialect: str, query: str, *, few: bool = False) -> Select[tuple[int]]:
    """A query that gives the keys of the reports that hold the words, to be used in another.

    Args:
        dialect: the database's.
        query: the words.
        few: whether the other query has few reports, so that these may be tried one by one.

    Raises:
        UsageError: as ``wanted``.
    """
    search = wanted(query)
    if dialect == "sqlite":
        return select(words_table.c.rowid).where(_match_sqlite(search))
    found = select(words_table.c.report).where(_match_postgresql(search))
    if few:
        return found
    # Once and first: else the planner may try the words on every event's report.
    hits = found.cte("hits")
    return select(hits.prefix_with("MATERIALIZED", dialect="postgresql").c.report)


def ranked(dialect: str, query: str) -> Select[tuple[int, float]]:
    """The same with a rank, the best first."""
    search = wanted(query)
    rank: ColumnElement[float]
    if dialect == "sqlite":
        rank = func.bm25(text("report_words"), _TITLE, 1.0)
        return select(words_table.c.rowid.label("report"), rank.label("rank")).where(
            _match_sqlite(search)
        )
    rank = -func.ts_rank(words_table.c.words, _postgresql(search))
    return select(words_table.c.report.label("report"), rank.label("rank")).where(
        _match_postgresql(search)
    )


def excerpt(body: str, query: str) -> str:
    """The words of a text around the first that was looked for, on one line."""
    stems = [_stem(token) for phrase in wanted(query).all for token in phrase]
    first = next(
        (m.start() for m in _TOKEN.finditer(body) if any(map(_plain(m[0]).startswith, stems))), 0
    )
    start, end = max(0, first - _AROUND), min(len(body), first + _AROUND)
    cut = body[start:end]
    if start:
        cut = "\u2026" + cut.partition(" ")[2]
    if end < len(body):
        cut = cut.rpartition(" ")[0] + "\u2026"
    return " ".join(cut.split())


def _match_sqlite(search: Wanted) -> ColumnElement[bool]:
    def phrases(found: Sequence[Sequence[str]], joint: str) -> str:
        return joint.join(f'"{" ".join(p)}"' for p in found)

    expression = f"({phrases(search.all, ' AND ')})"
    if search.none:
        expression += f" NOT ({phrases(search.none, ' OR ')})"
    return text("report_words MATCH :words").bindparams(words=expression)  # type: ignore[return-value]


def _match_postgresql(search: Wanted) -> ColumnElement[bool]:
    return words_table.c.words.op("@@", is_comparison=True)(_postgresql(search))


def _postgresql(search: Wanted) -> ColumnElement[str]:
    def phrase(tokens: Sequence[str]) -> str:
        return "(" + " <-> ".join(f"'{t}'" for t in tokens) + ")"

    parts = [*map(phrase, search.all), *(f"!{phrase(p)}" for p in search.none)]
    return func.to_tsquery(text("'dateline'"), " & ".join(parts))


def _stem(token: str) -> str:
    return token[: max(_SHORT, len(token) - _ENDING)]


def _tokens(words: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(_plain(words)))


def _plain(words: str) -> str:
    if not words.isascii():
        words = "".join(
            c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)
        )
    return words.casefold()
