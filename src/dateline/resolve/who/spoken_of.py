"""Which countries a report speaks of, and the main one among them."""

from collections import Counter

from dateline.knowledge.actors import words
from dateline.records import Place, Sentence
from dateline.resolve.who.mention import OTHERS, Entity
from dateline.resolve.who.parties import abroad
from dateline.resolve.who.roles import bears
from dateline.resolve.who.runs import View
from dateline.resolve.who.scenes import on_water
from dateline.resolve.who.sides import doer
from dateline.resolve.who.story import Story

#: Weight of the dateline and of who acts in the first sentence among mentions of countries.
LINE, OPENS = 2, 2
#: How many times as often as the next the report's main country is named.
CLEAR = 1.2


def lands_named(story: Story, v: View) -> Counter[str]:
    """Countries named in a sentence, by any form of their names, their places and bodies."""
    codes = Counter(_from_hits(v))
    starts = {v.sentence.tokens[hit.first].start for hit in v.hits.values()}
    for place in story.places_in[v.sentence.index]:
        literal = place.kind != "country" and place.use != "demonym"
        if place.country and literal and place.span.start not in starts and not _goal(v, place):
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
            plain = bears(v, hit.first, hit.last) and not on_water(v.sentence, hit.last)
            if plain and not any(
                f(v, hit.last) for f in (_aside, _visitors, _destination, _origin)
            ):
                found.append(hit.known.country.side)
        elif len(hit.known.entries) == 1:
            term = hit.known.entries[0].terms[0]
            if term.country and term.country not in OTHERS and "JRN" not in term.sectors:
                found.append(term.country)
    return found


def _aside(v: View, i: int) -> bool:
    """A nationality told in passing: "the commissioner, an Australian"."""
    return v.sentence.tokens[i].dep == "appos"


def _goal(v: View, place: Place) -> bool:
    ends = (t.i for t in v.sentence.tokens if place.span.start <= t.start < place.span.end)
    return any(_destination(v, i) for i in ends)


def _destination(v: View, i: int) -> bool:
    """Whether a place is only where somebody goes: the "Ankara" of "is flying to Ankara"."""
    token = v.sentence.tokens[i]
    prep = v.sentence.tokens[token.head]
    above = v.sentence.tokens[prep.head]
    return token.dep == "pobj" and prep.lower == "to" and above.lemma in words("travelling")


def _visitors(v: View, i: int) -> bool:
    """Whether a people's name only tells where peacekeepers, aid workers, tourists come from."""
    token = v.sentence.tokens[i]
    if token.dep not in ("amod", "compound", "nmod") or token.head <= i:
        return False
    found = v.noun(token.head)
    return found is not None and found[1].noun.replace(" ", "-") in words("visitors")


def _origin(v: View, i: int) -> bool:
    """Whether a country only tells where a thing was made: "a French-built tank"."""
    tokens = v.sentence.tokens
    hyphen = i + 2 < len(tokens) and tokens[i + 1].text == "-"
    return hyphen and tokens[i + 2].lower in words("built")


def main_land(story: Story, named: tuple[Counter[str], ...]) -> str | None:
    """The country that the report is about: its dateline's, or the one named clearly most."""
    report = Counter(c for found in named for c in found.elements())
    if not report:
        return story.dateline
    if story.dateline is not None and story.dateline in report:
        report[story.dateline] += LINE
    opening = _opens(story)
    if opening in report:
        report[opening] += OPENS
    top = report.most_common(2)
    if len(top) == 1 or top[0][1] >= CLEAR * top[1][1]:
        return top[0][0]
    return None


def _opens(story: Story) -> str:
    """Country of who acts in the first sentence, if it is one."""
    if not story.views or not story.sentence(0).tokens:
        return ""
    found = doer(story, 0, _told(story.sentence(0)))
    lands = {e.country for e in found if e.country and not any(abroad(m) for m in e.mentions)}
    return lands.pop() if len(lands) == 1 else ""


def _told(sentence: Sentence) -> int:
    """The verb of what a sentence tells, where somebody only says it: its root otherwise."""
    root = sentence.root
    if sentence.tokens[root].lemma not in words("saying"):
        return root
    return next((c for c in sentence.children[root] if is_clause(sentence, c)), root)


def is_clause(sentence: Sentence, i: int) -> bool:
    """Whether a verb heads what somebody says."""
    return sentence.tokens[i].dep == "ccomp" and sentence.tokens[i].pos in ("VERB", "AUX")
