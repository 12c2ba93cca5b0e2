"""The country that surrounds an actor: the only one of its sentence, or the report's main one."""

from collections import Counter

from dateline.resolve.who.mention import AROUND, NOWHERE, OTHERS, Entity
from dateline.resolve.who.roles import bears
from dateline.resolve.who.runs import View
from dateline.resolve.who.story import Story

HOME = frozenset({"GOV", "LEG", "JUD", "COP", "OPP", "PTY", "MIL", "ELI", "REB"})


def surround(story: Story) -> None:
    """Give actors of a kind that belongs to some country the one spoken of around them."""
    around = [_counted(story, v) for v in story.views]
    main = _main(story, Counter(c for found in around for c in found.elements()))
    for entity in story.entities:
        if entity.country is None and _domestic(entity):
            _from_around(entity, around, main)


def _counted(story: Story, v: View) -> Counter[str]:
    """Countries named in a sentence, by any form of their names, their places and bodies."""
    codes = Counter(_from_hits(v))
    starts = {v.sentence.tokens[hit.first].start for hit in v.hits.values()}
    for place in story.places_in[v.sentence.index]:
        literal = place.kind != "country" and place.use != "demonym"
        if place.country and literal and place.span.start not in starts:
            codes[place.country] += 1
    bodies = (e for m in story.mentions[v.sentence.index] for e in m.entities)
    for entity in dict.fromkeys(e for e in bodies if e.kind == "organisation"):
        land = entity.country
        if land and land not in OTHERS and land not in codes and not _outlet(entity):
            codes[land] += 1
    return codes


def _outlet(entity: Entity) -> bool:
    """News outlets report from everywhere."""
    return entity.entry is not None and "JRN" in entity.entry.terms[0].sectors


def _from_hits(v: View) -> list[str]:
    found = []
    for hit in dict.fromkeys(v.hits.values()):
        if hit.known.country:
            if bears(v, hit.first, hit.last):
                found.append(hit.known.country.alpha3)
        elif len(hit.known.entries) == 1:
            term = hit.known.entries[0].terms[0]
            if term.country and term.country not in OTHERS and "JRN" not in term.sectors:
                found.append(term.country)
    return found


def _main(story: Story, report: Counter[str]) -> str | None:
    """The country that the report is about: its dateline's, or the one named clearly most."""
    if story.dateline:
        return story.dateline
    top = report.most_common(2)
    if not top:
        return None
    if len(top) == 1 or top[0][1] > top[1][1]:
        return top[0][0]
    return None


def _domestic(entity: Entity) -> bool:
    """Actors that belong to the country spoken of, as long as nothing says otherwise."""
    if entity.kind not in ("group", "organisation", "person"):
        return False
    flagged = any(m.agent is not None and "domestic" in m.agent.flags for m in entity.mentions)
    if entity.kind == "group":
        return flagged or any("ethnic" in m.modifiers for m in entity.mentions)
    sectors = {s for m in entity.mentions for s in m.sectors}
    return flagged or bool(entity.kind == "person" and entity.roles and sectors & HOME)


def _from_around(entity: Entity, around: list[Counter[str]], main: str | None) -> None:
    for mention in entity.mentions:
        found = around[mention.sent]
        if len(found) == 1:
            entity.tell(next(iter(found)), AROUND)
            return
        if main and (main in found or not found):
            entity.tell(main, AROUND)
            return
        if found:
            break
    if entity.country is None and main and entity.rank == NOWHERE:
        entity.tell(main, AROUND)
