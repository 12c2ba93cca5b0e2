"""Names of a headline that the body never mentions."""

from dateline.ledger.reading import Reading, stem
from dateline.ledger.same import STATE, telling
from dateline.records import Actor, Sentence, Span, Unmentioned

#: Labels of the parser for names that are no actor of the base.
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: A people's name before a noun is an adjective ("Turkish drones").
_NAMING = frozenset({"PROPN", "ADJ"})
#: A line in which so many of the longer words have a capital has capitals that tell nothing.
_LONG, _TITLE = 4, 0.8


def unmentioned(title: Reading, body: Reading) -> tuple[Unmentioned, ...]:
    """Actors and names of the headline that no word of the body stands for, in the headline's order."""
    words = {t.lower for s in body.sentences for t in s.tokens}
    stems = {stem(t) for s in body.sentences for t in s.tokens}
    found: list[Unmentioned] = []
    covered: list[Span] = []
    for actor in title.record.actors:
        covered.extend(actor.mentions)
        at = actor.mentions[0] if actor.mentions else None
        if at is None or _mentioned(actor, at, title, body, (words, stems)):
            continue
        found.append(Unmentioned(title.parsed.report.text[at.start : at.end], at, actor))
    for sentence in title.sentences:
        found.extend(_loose(sentence, covered, words, (title, body)))
    return tuple(sorted(found, key=lambda u: u.at))


def _mentioned(
    actor: Actor, at: Span, title: Reading, body: Reading, known: tuple[set[str], set[str]]
) -> bool:
    words, stems = known
    forms = [title.parsed.report.text[at.start : at.end], actor.name]
    if not any(telling(f) for f in forms):
        return True  # "14", "five": a number is no name
    if actor.kind == "country":
        return _country_told(actor.country, body) or _all_words(forms, words)
    if any(_same_entity(actor, other) for other in body.record.actors):
        return True
    if actor.kind == "person" and not described(actor, title):
        last = actor.name.split()[-1].casefold()
        return last in words or _all_words(forms, words)
    return _all_words(forms, words) or _head_told(at, title, body, stems)


def _same_entity(actor: Actor, other: Actor) -> bool:
    if actor.wikidata and actor.wikidata == other.wikidata:
        return True
    names = {actor.name.casefold(), *(a.casefold() for a in actor.aliases)}
    return other.name.casefold() in names


def _country_told(country: str | None, body: Reading) -> bool:
    """Whether the body names the country, its people, a town of it or its state in words of its own."""
    if country is None:
        return False
    return any(p.country == country for p in body.record.places) or any(
        a.country == country and a.kind == "country" and a.mentions for a in body.record.actors
    )


def _all_words(forms: list[str], words: set[str]) -> bool:
    for form in forms:
        plain = {
            w.strip("'\u2019\".,").casefold().removesuffix("'s").removesuffix("\u2019s")
            for w in form.split()
        }
        if plain and plain <= words:
            return True
    return False


def described(actor: Actor, title: Reading) -> bool:
    """Whether the headline describes somebody ("finance minister") instead of naming one."""
    at = actor.mentions[0]
    tokens = [t for s in title.sentences for t in s.tokens if at.start <= t.start < at.end]
    inside = {t.i for t in tokens}
    return any(t.head not in inside or t.head == t.i for t in tokens if t.pos != "PROPN")


def _head_told(at: Span, title: Reading, body: Reading, stems: set[str]) -> bool:
    """Whether the body has the head noun of a description, or somebody with the same office or arms.

    A people's name before it must be told too: "Kazakh troops" are not any troops.
    """
    tokens = [t for s in title.sentences for t in s.tokens if at.start <= t.start < at.end]
    actor = next(a for a in title.record.actors if at in a.mentions)
    named = any(t.ent in {"GPE", "NORP"} for t in tokens)
    if named and not any(a.country == actor.country for a in body.record.actors):
        return False
    if tokens and stem(tokens[-1]) in stems:
        return True
    own = set(actor.sectors)
    return any(
        own & set(a.sectors) & (STATE | {"REB", "OPP"})
        and (not named or a.country == actor.country)
        for a in body.record.actors
    )


def _loose(
    sentence: Sentence, covered: list[Span], words: set[str], both: tuple[Reading, Reading]
) -> list[Unmentioned]:
    """Names that the parser knows for names and that nothing in the body repeats."""
    title, body = both
    if _title_case(sentence):
        return []
    places = {p.text.casefold() for p in body.record.places}
    found: list[Unmentioned] = []
    for t in sentence.tokens:
        at = Span(t.start, t.end)
        if t.ent not in _NAMES or t.pos not in _NAMING or any(c.touches(at) for c in covered):
            continue
        land = next((p.country for p in title.record.places if p.span.touches(at)), None)
        if t.lower not in words and t.lower not in places and not _country_told(land, body):
            found.append(Unmentioned(t.text, at, None))
    return found


def _title_case(sentence: Sentence) -> bool:
    long = [t for t in sentence.tokens if len(t.text) >= _LONG and t.text.isalpha()]
    return bool(long) and sum(t.text[0].isupper() for t in long) / len(long) > _TITLE
