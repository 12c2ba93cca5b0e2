"""What is known of an actor, for people and as JSON."""

from collections.abc import Iterator
from typing import Any

from dateline.knowledge.actors import Term
from dateline.records import Actor
from dateline.resolve.lookup import Lookup, Match

_KINDS = {
    "name": "its name",
    "demonym": "its people",
    "capital": "its capital, as the name of its government",
    "seat": "the seat of its government",
    "weak": "a name that may mean something else",
}


def cards(name: str, found: Lookup, composed: tuple[Actor, ...], date: str | None) -> str:
    """Lines of text on everything that a name finds.

    Args:
        name: what was asked for.
        found: what the base knows.
        composed: what the words themselves tell, where the base knows nothing.
        date: day of the report, ISO; the terms of other days are still shown.
    """
    lines = [line for match in found.matches for line in (*_match(match, date), "")]
    if found.country:
        code = found.country.alpha3
        sector = f" {found.country.sector}" if found.country.sector else ""
        lines += [f"{name} -> {code}{sector}: {_KINDS.get(found.country.kind, 'its name')}", ""]
    for actor in composed:
        lines.append(f"{name} -> {actor.code or 'no code'}: not in the base, told by its words")
    return "\n".join(lines).strip() + "\n"


def card_rows(
    found: Lookup, composed: tuple[Actor, ...], date: str | None
) -> Iterator[dict[str, Any]]:
    """The same as JSON objects, one a match."""
    for match in found.matches:
        entry = match.entry
        now = entry.term(date) if date else None
        yield {
            "id": entry.id,
            "name": entry.name,
            "aliases": list(entry.aliases),
            "kind": entry.kind,
            "why": match.why,
            "wikidata": entry.wikidata,
            "terms": [{**_term_row(t), "at_date": t is now if date else None} for t in entry.terms],
        }
    if found.country:
        yield {"country": found.country.alpha3, "kind": "country", "why": found.country.kind}
    for actor in composed:
        told = {"country": actor.country, "sectors": list(actor.sectors), "code": actor.code}
        yield {"name": actor.name, "kind": actor.kind, "why": "told by its words", **told}


def _match(match: Match, date: str | None) -> Iterator[str]:
    entry = match.entry
    yield f"{entry.name}  ({entry.kind}; {entry.id})"
    yield f"  found by: {match.why}"
    now = entry.term(date) if date else None
    for term in entry.terms:
        yield f"  {_term(term)}{f'  <- on {date}' if term is now else ''}"
    if date and now is None:
        yield f"  on {date}: {'out of office' if entry.kind == 'person' else 'outside these years'}"
    if entry.aliases:
        yield f"  also: {', '.join(entry.aliases)}"


def _term(term: Term) -> str:
    code = term.code or (term.country or "---") + "".join(term.sectors)
    parts = [code, _years(term), ", ".join(term.roles), term.org, f"[{term.source}]"]
    return "  ".join(p for p in parts if p)


def _years(term: Term) -> str:
    if term.valid_from and term.valid_to:
        return f"{term.valid_from} to {term.valid_to}"
    if term.valid_from:
        return f"since {term.valid_from}"
    return f"until {term.valid_to}" if term.valid_to else ""


def _term_row(term: Term) -> dict[str, Any]:
    return {
        "country": term.country,
        "sectors": list(term.sectors),
        "code": term.code or None,
        "valid_from": term.valid_from or None,
        "valid_to": term.valid_to or None,
        "roles": list(term.roles),
        "org": term.org or None,
        "source": term.source,
    }


def missing(name: str, entries: int) -> str:
    """What is said of a name that finds nothing."""
    return (
        f"{name}: not among the {entries:,} actors of the base, and its words tell no country or sector.\n"
        "Put it into a file of your own and give it with --actors FILE (see README, 'Your own actors').\n"
    )


def told(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Of the actors found in a phrase, those that its words say something of."""
    return tuple(a for a in actors if a.country or a.sectors)
