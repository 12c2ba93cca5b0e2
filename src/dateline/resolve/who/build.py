"""Working entities made into the records of the contract."""

from dateline.knowledge.actors import ActorEntry
from dateline.knowledge.countries import split_side
from dateline.records import Actor, ParsedReport, Participant, Sentence, Span, content_id
from dateline.resolve.who.cast import Cast
from dateline.resolve.who.mention import NOWHERE, Entity, Mention
from dateline.resolve.who.metonyms import governs
from dateline.resolve.who.names import name_key
from dateline.resolve.who.story import Story

MOST = 3
#: Sector of those who run an area whose standing is in dispute, and of its people.
PARTLY = "PRE"
#: Prepositions whose noun deals with somebody.
DEALING = frozenset({"by", "with", "between", "against"})


def build(story: Story, parsed: ParsedReport) -> Cast:
    """Freeze the entities of a report and index its mentions."""
    made: dict[int, Actor] = {}
    for entity in story.entities:
        _as_itself(story, entity)
    order = sorted(
        (e for e in story.entities if e.mentions),
        key=lambda e: (min(m.where for m in e.mentions), e.kind, e.forms[:1]),
    )
    for entity in order:
        made[id(entity)] = _actor(story, parsed, entity)
    at: dict[tuple[int, int], tuple[Participant, ...]] = {}
    for mention in story.in_order():
        people = _participants(story, mention, made)
        if people:
            at[mention.sent, mention.head] = people
    for mention in story.in_order():
        wide = mention.form != "pronoun" and mention.name_last > mention.name_first
        if wide and (mention.sent, mention.head) in at:
            for i in range(mention.name_first, mention.name_last + 1):
                at.setdefault((mention.sent, i), at[mention.sent, mention.head])
    actors = [(made[id(e)], _listed(e)) for e in order]
    speakers = {i: made[id(e)] for i, e in story.speakers.items() if id(e) in made}
    return Cast(
        tuple(a for a, listed in actors if listed),
        tuple(a for a, listed in actors if not listed),
        at,
        speakers,
    )


def _as_itself(story: Story, entity: Entity) -> None:
    """An area of disputed standing is no country: those who run it where it acts, a place else."""
    if entity.kind != "country" or split_side(entity.country)[1] is None:
        return
    acts = any(
        m.form == "name" and not m.modifier and _acts(story.sentence(m.sent), m.head)
        for m in entity.mentions
    )
    entity.kind = "organisation" if acts else "place"


def _acts(sentence: Sentence, i: int) -> bool:
    """Whether an area does something or is dealt with, and is not only where somebody goes."""
    token = sentence.tokens[i]
    while token.dep == "conj" and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep == "pobj" and sentence.tokens[token.head].lower not in DEALING:
        return False
    return governs(sentence, i)


def _listed(entity: Entity) -> bool:
    """Places, things, and nouns met only inside other phrases are no actors by themselves."""
    if entity.kind in ("place", "thing"):
        return False
    return any(m.form == "name" or not m.modifier for m in entity.mentions)


def _participants(
    story: Story, mention: Mention, made: dict[int, Actor]
) -> tuple[Participant, ...]:
    people = [made[id(e)] for e in mention.entities if id(e) in made]
    if not people:
        return ()
    sentence = story.sentence(mention.sent)
    span = sentence.cover(mention.first, mention.last)
    text = story.text[span.start : span.end]
    return tuple(Participant(actor, text, span) for actor in people)


def _actor(story: Story, parsed: ParsedReport, entity: Entity) -> Actor:
    mentions = sorted(entity.mentions, key=lambda m: m.where)
    name, aliases = _names(story, entity)
    sectors = _sectors(story, entity)
    country, area = split_side(entity.country if entity.rank < NOWHERE else None)
    if area is not None:
        sectors = (*(s for s in sectors if s != PARTLY), PARTLY)
    spans = tuple(dict.fromkeys(_span(story, m) for m in mentions))
    return Actor(
        content_id("a", parsed.report.id, entity.kind, name, spans[0]),
        name,
        aliases,
        country,
        sectors,
        _own_code(story, entity) or (country or "") + "".join(sectors) or None,
        entity.kind,
        entity.entry.wikidata if entity.entry else None,
        spans,
    )


def _own_code(story: Story, entity: Entity) -> str:
    """The code that a user's file gives, at the report's date."""
    term = entity.entry.term(story.date) if entity.entry else None
    return term.code if term else ""


def _span(story: Story, mention: Mention) -> Span:
    return story.sentence(mention.sent).cover(mention.first, mention.last)


def _names(story: Story, entity: Entity) -> tuple[str, tuple[str, ...]]:
    """The fullest form of the text as canonical name (names before descriptions), and the rest."""
    named = [
        m.name
        for m in entity.mentions
        if m.form == "name" and not (entity.kind == "country" and m.seat)
    ]
    named = list(
        dict.fromkeys(
            n for n in (named or [m.name for m in entity.mentions if m.form == "name"]) if n
        )
    )
    land = story.base.countries.get(entity.country or "") if entity.kind == "country" else None
    if land is not None:
        plain = [n for n in named if _plain_name(story, n)]
        seats = all(m.seat for m in entity.mentions if m.form == "name")
        named = plain or (named[:1] if named and seats else [land.name])
    if not named:
        named = entity.forms[:1] or [m.name for m in entity.mentions][:1]
        if entity.entry is not None:
            named = [entity.entry.name]
    if entity.kind == "person":
        name = max(named, key=lambda n: (len(name_key(n)), len(n)))
    elif entity.kind == "organisation":
        name = max(named, key=lambda n: (len(n.split()), -named.index(n)))
    else:
        name = named[0]
    known = _known(entity.entry) if entity.entry else ()
    name = " ".join(name.split())
    forms = (*(_one_line(f) for f in entity.forms), *known)
    return name, tuple(f for f in dict.fromkeys(forms) if f and f != name)


def _one_line(form: str) -> str:
    return " ".join(form.split()) if "\n" in form or "  " in form else form


def _plain_name(story: Story, name: str) -> bool:
    """Whether a country is called by its own name, not by its people, seat or capital."""
    form = story.base.countries.by_name(name)
    return form is not None and form.kind not in ("demonym", "capital", "seat")


def _known(entry: ActorEntry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def _sectors(story: Story, entity: Entity) -> tuple[str, ...]:
    """Sectors the text tells, then those of the base; weak ones only when nothing else does."""
    if entity.kind == "country":
        return (
            ("GOV",)
            if all(m.seat for m in entity.mentions if m.form == "name")
            and any(m.seat for m in entity.mentions)
            else ()
        )
    strong: list[str] = []
    weak: list[str] = []
    for mention in entity.mentions:
        (weak if mention.weak else strong).extend(mention.sectors)
    known: tuple[str, ...] = ()
    if entity.entry is not None:
        term = entity.entry.term(story.date)
        known = term.sectors if term else ()
        if term is None and entity.kind == "person" and entity.entry.over(story.date):
            known = (
                ("ELI",)
                if set(entity.entry.terms[0].sectors) & {"GOV", "LEG", "MIL"}
                else entity.entry.terms[0].sectors
            )
        elif term is None and entity.kind != "person":
            known = entity.entry.terms[0].sectors
    if "ELI" in strong:
        return tuple(dict.fromkeys(s for s in strong if s in ("ELI", "MIL", "REB")))[:MOST]
    found = (*known, *strong) if known and not strong else (*strong, *known)
    if not found:
        found = tuple(weak)
    return tuple(dict.fromkeys(found))[:MOST]
