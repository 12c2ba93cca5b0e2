"""The pages under docs/ speak of things that are there."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| (\w+) \| ([^|]+) \|", re.MULTILINE)


def doors() -> list[tuple[str, str]]:
    """(module, name) of every door of docs/rooms.md; rooms that are one module name only the door."""
    found = []
    for room, cell in ROW.findall((ROOT / "docs" / "rooms.md").read_text(encoding="utf-8")):
        if room in {"room"}:
            continue
        for part in re.findall(r"`([^`]+)`", cell):
            words = re.sub(r"\(.*?\)", "", part.split("->")[0]).strip().split(".")
            single = room in {"pipeline", "cli"}
            if not single and len(words) == 1:
                continue
            module = f"dateline.{room}" if single else f"dateline.{room}.{words[0]}"
            name = words[0] if single else words[1]
            found.append((module, name))
    return found


@pytest.mark.parametrize(("module", "name"), doors())
def test_every_door_is_there(module: str, name: str) -> None:
    assert hasattr(importlib.import_module(module), name)


def test_doors_were_found() -> None:
    assert len(doors()) > 10


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_files_named_in_docs_exist(page: Path) -> None:
    for name in re.findall(
        r"`((?:knowledge|tools|tests|src|docs)/[\w./-]+\.\w+)`", page.read_text(encoding="utf-8")
    ):
        assert (ROOT / name).exists(), name
