"""Parsing for tests that are marked ``model``: one parser for the whole run."""

from functools import cache

from dateline.parse.spacy_parser import SpacyParser
from dateline.records import ParsedReport, Report


@cache
def _parser() -> SpacyParser:
    return SpacyParser()


def parse_all(texts: list[str]) -> list[ParsedReport]:
    """Parse several texts at once, in order."""
    reports = [Report(id=str(n), input="test", text=text) for n, text in enumerate(texts)]
    return list(_parser().parse(reports))


def parse_one(text: str) -> ParsedReport:
    """Parse one text."""
    return parse_all([text])[0]
