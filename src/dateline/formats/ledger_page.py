"""The ledger of one report for people: who speaks, every claim, denials beside what they deny, tensions."""

from collections.abc import Iterator, Sequence

from dateline.formats.page import top
from dateline.formats.screen import Line, line, painted, section
from dateline.formats.telling_words import act_words, telling_line
from dateline.formats.weighing_page import headline_lines, span_words, tension_lines
from dateline.formats.wording import ACTS, NOBODY, RELATIONS, STATUSES, short
from dateline.knowledge.countries import Countries
from dateline.ledger.acts import DENIED, Matter, matters
from dateline.ledger.same import telling
from dateline.records import Actor, Claim, Participant, Place, Record, Relation

#: Characters of a claim, and forms of a name.
_CLAIM, _FORMS = 160, 6
_MARKS = "\u201c\u201d\u2018\u2019\"'"
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
        "their",
        "its",
        "him",
        "them",
        "who",
        "you",
    }
    | {"us", "our", "my", "which", "that", "itself", "himself", "herself", "themselves"}
)
#: Relations that tie a speaker to an office, a body or a state.
_TIES = frozenset({"speaks_for", "leads", "member_of", "part_of"})
LEGEND = (
    "Three voices: \u201cthe report\u201d is the report's own; a name is that speaker's word; [base: \u2026] is what "
    "dateline's actor base knows, not the report, and [coded: \u2026] the code that dateline gives from base "
    "and context. [18-45] are characters of the text."
)


def render_ledger(record: Record, width: int = 100, *, colour: bool = False) -> str:
    """The ledger of one record.

    Args:
        record: a coded report.
        width: columns of the terminal; kept between 40 and 200.
        colour: whether to use colours.

    Returns:
        Lines of text that end with a line end.
    """
    return painted(_lines(record), width, colour=colour)


def _lines(record: Record) -> Iterator[Line]:
    yield from top(record.report)
    if record.report.not_coded:
        yield from section("Not coded", [line(record.report.not_coded, "", 2)])
        return
    yield line(LEGEND, "dim", 0)
    if record.headline:
        yield from section("Headline", headline_lines(record.headline))
    yield from section("Who speaks", _speakers(record))
    yield from section("Claims", _claims(record))
    found = matters([record])
    denied = [m for m in found if m.denied]
    yield from section("Denials beside what they deny", _denials(record, denied))
    several = [m for m in found if m not in denied and m.findings]  # more than one voice
    yield from section("Several voices on one act", (row for m in several for row in _matter(m)))
    tensions = (row for t in record.tensions for row in tension_lines(t))
    yield from section("Tensions, left standing", tensions)
    if not record.claims:
        yield from section("Claims", [line("none found", "dim", 2)])


def _speakers(record: Record) -> Iterator[Line]:
    seen: dict[str, Actor] = {}
    for claim in record.claims:
        for who in _voices(claim):
            seen.setdefault(who.actor.id, who.actor)
    for actor in seen.values():
        forms = _forms(actor, record.report.text)
        written = ", ".join(f"\u201c{form}\u201d" for form in forms)
        name = actor.name if _in_text(actor, record) else f"[base: {actor.name}]"
        yield line(name + (f": {written}" if forms and forms != [actor.name] else ""), "bold", 2)
        for relation in record.relations:
            if relation.subject.actor.id == actor.id and relation.kind in _TIES:
                yield line(_tie(relation), "", 4)
        if actor.code or actor.country:
            yield line(f"[coded: {_known(actor)}]", "dim", 4)


def _known(actor: Actor) -> str:
    """Code and country's name."""
    country = Countries.load().get(actor.country or "")
    name = f", {country.name}" if country and country.name != actor.name else ""
    return f"{actor.code or actor.country}{name}"


def _voices(claim: Claim) -> Sequence[Participant]:
    return claim.speakers or ((claim.speaker,) if claim.speaker else ())


def _forms(actor: Actor, text: str) -> list[str]:
    """How the text writes a name, in order of appearance, pronouns left out."""
    spans = sorted(actor.mentions)
    words = [" ".join(text[s.start : s.end].split()) for s in spans]
    known: dict[str, str] = {}
    for form in words:
        if form.lower().split(" ")[0] not in _PRONOUNS:
            known.setdefault(form.casefold(), form)
    return list(known.values())[:_FORMS]


def _in_text(actor: Actor, record: Record) -> bool:
    """Whether the text itself has the name; else only the base gives it."""
    return actor.name.casefold() in " ".join(record.report.text.split()).casefold()


def _tie(relation: Relation) -> str:
    other = relation.object
    base = ""
    if isinstance(other, Place):
        name = other.name or other.text
    else:
        name = other.actor.name
        if other.actor.kind == "organisation" and other.actor.code:
            base = f" [coded: {name} is {other.actor.code}]"
    words = RELATIONS.get(relation.kind, relation.kind)
    voices = relation.attribution.speaker if relation.attribution else None
    who = voices.actor.name if voices else "the report"
    return f"{who}: {words} {name} {span_words(relation.span)}{base}"


def _claims(record: Record) -> Iterator[Line]:
    events = {e.id: e for e in record.events}
    for number, claim in enumerate(record.claims, 1):
        who = ", ".join(as_written(p, record) for p in _voices(claim)) or NOBODY
        yield line(f"{number:>2}. {who} {ACTS.get(claim.act, claim.act)}:", "bold", 1)
        yield line(_content(claim, record.report.text), "", 5)
        for stance in claim.stance:
            event = events.get(stance.event)
            if event is not None:
                label = STATUSES.get(event.status)
                plain = label is None or stance.stance == "denies"
                marked = act_words(event) if plain else f"[{label}] {act_words(event)}"
                firm = f"commitment {event.commitment:.2f}"
                yield line(f"{stance.stance}: {marked} \u00b7 {firm}", "green", 5)


def as_written(who: Participant, record: Record) -> str:
    """The words of the text, and the full name beside them: (from the text) or [from the base]."""
    name = who.actor.name
    if not who.text:
        return f"({name}, implied)"
    written = " ".join(who.text.split())
    if name.casefold() in written.casefold():
        return f"\u201c{written}\u201d"
    return f"\u201c{written}\u201d {beside(written, who.actor, record)}"


def beside(written: str, actor: Actor, record: Record) -> str:
    """The full name in round brackets where the text ties the two, in square ones where only the base does.

    A name in other letters ("Moscow" for Russia) is the base's knowledge; a pronoun or a description is the text's.
    """
    named = written[:1].isupper() and written.lower() not in _PRONOUNS
    tied = not named or bool(telling(written) & telling(actor.name))
    return f"({actor.name})" if tied and _in_text(actor, record) else f"[base: {actor.name}]"


def _content(claim: Claim, text: str) -> str:
    words = short(claim.content.text, _CLAIM)
    spans = claim.content.spans
    before = text[: spans[0].start][-1:] if spans else ""
    # Quotation marks only where the report has them: a claim may be quoted in part.
    if claim.direct and (words[:1] in tuple(_MARKS) or before in tuple(_MARKS)):
        words = f"\u201c{words.strip(_MARKS + ' ')}\u201d"
    return " ".join((words, *(span_words(s) for s in spans)))


def _denials(record: Record, denied: Sequence[Matter]) -> Iterator[Line]:
    for matter in denied:
        yield from _matter(matter)
        if not any(f.kind == DENIED for f in matter.findings):
            yield line("no other voice was tied to this act", "dim", 4)
    told = {t.claim.id for m in denied for t in m.tellings if t.claim}
    for claim in record.claims:
        if claim.act == "deny" and claim.id not in told:
            who = ", ".join(p.actor.name for p in _voices(claim)) or NOBODY
            yield line(
                f"an act that was not coded: {_content(claim, record.report.text)}", "bold", 2
            )
            yield line(f"denied by {who}", "red", 4)


def _matter(matter: Matter) -> Iterator[Line]:
    yield line(act_words(matter.seed), "bold", 2)
    for one in matter.tellings:
        yield telling_line(one, "")
