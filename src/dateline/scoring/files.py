"""Files of codings: JSON Lines or a table, told apart by how they begin."""

from pathlib import Path
from typing import BinaryIO

from dateline.errors import UsageError
from dateline.scoring.coding import Loaded
from dateline.scoring.lines import read_lines
from dateline.scoring.rows import read_rows

_BOM = b"\xef\xbb\xbf"


def read_codings(path: str, stdin: BinaryIO | None = None) -> Loaded:
    """The codings of a file.

    Args:
        path: JSON Lines (records or the simple format), CSV or TSV; ``-`` for standard input.
        stdin: standard input.

    Returns:
        Every report that could be read, and the lines that were left out.

    Raises:
        UsageError: the file cannot be read, or holds no report.
    """
    try:
        data = stdin.read() if path == "-" and stdin is not None else Path(path).read_bytes()
    except OSError as cause:
        msg = f"{path} cannot be read ({cause.strerror}): give a file of codings"
        raise UsageError(msg) from cause
    name = "standard input" if path == "-" else path
    loaded = _loaded(data.removeprefix(_BOM), name)
    if not loaded.codings:
        first = loaded.faults[:1]
        why = f" (line {first[0].line} {first[0].reason})" if first else ""
        msg = f"{name} holds no report{why}: see docs/scoring.md for the format"
        raise UsageError(msg)
    return loaded


def _loaded(data: bytes, name: str) -> Loaded:
    if data.lstrip()[:1] in {b"{", b"[", b""}:
        return Loaded(name, *read_lines(data))
    try:
        text = data.decode()
    except UnicodeDecodeError as cause:
        msg = f"{name} is not UTF-8: save it as UTF-8"
        raise UsageError(msg) from cause
    return Loaded(name, *read_rows(text, name))
