"""Whose somebody in a small text is, and who he is, with places given by hand."""

from dateline.knowledge.actors import ActorBase
from dateline.records import Dateline, ParsedReport, Place, Report, Span
from dateline.resolve.actors import Cast, resolve_actors
from helpers.parsed import parse_one

BASE: list[ActorBase] = []


def read(
    text: str, dateline: str = "", places: tuple[tuple[str, str], ...] = ()
) -> tuple[ParsedReport, Cast]:
    if not BASE:
        BASE.append(ActorBase.load())
    parsed = parse_one(text)
    if dateline:
        line = Dateline(dateline, None, None, 0)
        report = Report("r", "test", text, dateline=line)
        parsed = ParsedReport(report, parsed.sentences, "p")
    found = tuple(_place(text, name, country) for name, country in places)
    return parsed, resolve_actors(parsed, found, BASE[0])


def _place(text: str, name: str, country: str) -> Place:
    start = text.index(name)
    span = Span(start, start + len(name))
    return Place(name, span, name=name, country=country, kind="city")


def land(text: str, word: str, nth: int = 0, **more: object) -> str | None:
    """Country of whom the nth token with these letters stands for."""
    parsed, found = read(text, **more)  # type: ignore[arg-type]
    at = [(s.index, t.i) for s in parsed.sentences for t in s.tokens if t.text == word]
    people = found.at(*at[nth])
    assert people, word
    return people[0].actor.country


def who(text: str, word: str, nth: int = 0) -> list[str]:
    parsed, found = read(text)
    at = [(s.index, t.i) for s in parsed.sentences for t in s.tokens if t.text == word]
    return [p.actor.name for p in found.at(*at[nth])]
