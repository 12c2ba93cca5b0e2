"""How much there is to read, before it is read."""

from collections.abc import Sequence
from pathlib import Path

from dateline.intake.readers import ARCHIVES, LINES, STDIN, readable_files


def expected(inputs: Sequence[str]) -> int | None:
    """How many reports the inputs hold, for telling the time left; None where only reading tells.

    Args:
        inputs: as for ``read``.

    Returns:
        Files and lines of JSON Lines files together; None with standard input or a pipe.
    """
    total = 0
    for name in inputs:
        try:
            path = Path(name)
            if name == STDIN or (path.exists() and not path.is_file() and not path.is_dir()):
                return None
            files = readable_files(path) if path.is_dir() else [path]
            total += sum(_count(file) for file in files)
        except (OSError, ValueError):
            total += 1
    return total


def _count(file: Path) -> int:
    if file.name.lower().endswith(ARCHIVES):  # one would have to read it to know
        return 1
    if file.suffix.lower() not in LINES:
        return 1
    with file.open("rb") as stream:
        chunks = iter(lambda: stream.read(1 << 20), b"")
        return sum(chunk.count(b"\n") for chunk in chunks) or 1
