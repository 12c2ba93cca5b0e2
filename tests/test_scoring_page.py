"""The example of docs/scoring.md is what the command prints."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import cli

PAGE = Path(__file__).resolve().parent.parent / "docs" / "scoring.md"
FILE = re.compile(r"^`([\w.]+)`:\n\n```\w+\n(.*?)```$", re.MULTILINE | re.DOTALL)
OUTPUT = re.compile(r"(^`dateline ([^`]+)`:\n\n```text\n)(.*?)(```$)", re.MULTILINE | re.DOTALL)


def test_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_golden: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, text in FILE.findall(page):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    printed = {
        args: CliRunner().invoke(cli.main, args.split()).stdout
        for _, args, _, _ in OUTPUT.findall(page)
    }
    assert len(printed) == 2
    if update_golden:
        PAGE.write_text(OUTPUT.sub(lambda m: m[1] + printed[m[2]] + m[4], page), encoding="utf-8")
        return
    for _, args, shown, _ in OUTPUT.findall(page):
        assert shown == printed[args], args
