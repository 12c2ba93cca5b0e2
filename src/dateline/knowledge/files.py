"""Where the compiled knowledge lies, and how it is read."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import KnowledgeError

BUILD = "make knowledge"


def data_path(name: str) -> Path:
    """Path of a compiled knowledge file.

    Raises:
        KnowledgeError: it has not been built.
    """
    path = Path(str(files("dateline") / "_data" / name))
    if not path.is_file():
        msg = f"knowledge file {name} is missing: run  {BUILD}  (or reinstall dateline)"
        raise KnowledgeError(msg)
    return path


@cache
def load_json(name: str) -> Any:
    """A compiled JSON file, read once per process."""
    try:
        return json.loads(data_path(name).read_text(encoding="utf-8"))
    except ValueError as cause:
        msg = f"knowledge file {name} is damaged: run  {BUILD}"
        raise KnowledgeError(msg) from cause
