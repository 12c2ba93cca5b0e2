"""A brief laid out: sentences in sections, each with the numbers of the notes that bear it, the same for every output."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.formats import brief_words as words
from dateline.formats.screen import UNREVIEWED
from dateline.records.incident import Citation, Incident, Source
from dateline.records.situation import ActorLine, AheadLine, Brief, ClaimLine, RelationLine

#: A day before all days: everything is new since then.
_EVER = "0001-01-02"
#: Notes under one sentence, sentences under "new", and characters of a quotation.
NOTES, NEWEST, QUOTE = 5, 8, 220


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words without a full stop, their status (``""`` for what is told as fact), the numbers of their notes.

    ``more`` counts tellings beyond the notes; ``under`` are lines that the same notes bear.
    """

    text: str
    notes: tuple[int, ...]
    label: str = ""
    new: bool = False
    more: int = 0
    when: str = ""
    under: tuple[str, ...] = ()
    disputes: tuple["Sentence", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under one heading, a day mostly; the title may be empty."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; ``left`` counts what was left out because no words bear it."""

    key: str
    title: str
    groups: tuple[Group, ...]
    lead: str = ""
    left: int = 0
    empty: str = ""

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in order."""
        return (s for group in self.groups for s in group.sentences)


@dataclass(frozen=True, slots=True)
class Note:
    """What a number stands for: the words of a report, whose word they are, and where they stand."""

    number: int
    quote: str
    head: str
    url: str | None
    status: str
    voice: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page in words; ``glance`` pairs a number with what it counts."""

    title: str
    asked: str
    period: str
    made: str
    badge: str
    rests: str
    alert: Sentence | None
    glance: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    actors: tuple[tuple[str, int, int], ...]
    types: tuple[tuple[str, int], ...]
    unplaced: tuple[tuple[str, int], ...]
    left_out: int

    def section(self, key: str) -> Section:
        """A section by its key."""
        return next(s for s in self.sections if s.key == key)


class _Notes:
    """Gives each cited place one number, in the order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int, int, str, str | None], int] = {}
        self.cites: list[Citation] = []

    def numbers(self, cites: Iterable[Citation]) -> tuple[int, ...]:
        """Numbers of the cites, each once."""
        return tuple(dict.fromkeys(map(self._number, cites)))

    def _number(self, cite: Citation) -> int:
        key = (cite.source.key, *cite.span, cite.quote, cite.speaker)
        if key not in self._numbers:
            self.cites.append(cite)
            self._numbers[key] = len(self.cites)
        return self._numbers[key]


def laid_out(brief: Brief) -> Sheet:
    """The page of a brief in words."""
    notes = _Notes()
    alert = _alert(brief, notes)
    sections = (
        _new(brief, notes),
        _timeline(brief, notes),
        _disputed(brief, notes),
        _control(brief.control, notes),
        _relations(brief.actors, notes),
        _ahead(brief.ahead, notes),
        _claims(brief.claims, notes),
    )
    return Sheet(
        title=words.named(brief.situation.name), asked=words.asked_words(brief.situation),
        period=_period(brief), made=_made(brief), badge=_badge(brief), rests=_rests(brief), alert=alert,
        glance=_glance(brief), sections=sections,
        notes=tuple(_note(n, cite) for n, cite in enumerate(notes.cites, 1)),
        actors=tuple((words.named(a.party.name), a.did, a.received) for a in brief.actors),
        types=tuple((words.named(name), n) for name, n in brief.types),
        unplaced=tuple((words.named(name) if name else "no place told", n) for name, n in brief.unplaced),
        left_out=brief.left_out,
    )  # fmt: skip


def cites_of(incident: Incident, most: int = NOTES) -> list[Citation]:
    """What bears an incident: one telling an outlet first, then the others; those of its own status before all."""
    told = [t.cite for t in incident.told]
    order = sorted(
        enumerate(told),
        key=lambda p: (p[1].status != incident.status, p[1].source.copy_of is not None, p[0]),
    )
    first: dict[str, Citation] = {}
    for _, cite in order:
        first.setdefault(cite.source.outlet, cite)
    ahead = list(first.values())
    rest = [cite for _, cite in order if all(cite is not c for c in ahead)]
    return (ahead + rest)[:most]


def _sentence(incident: Incident, notes: _Notes, new: frozenset[str]) -> Sentence | None:
    cites = cites_of(incident)
    if not cites:
        return None
    figures = words.figure_words(incident.figures)
    start = f"{figures[:1].upper()}{figures[1:]}. " if figures else ""
    under = (f"{start}{_reported(incident)}",)
    return Sentence(
        words.sentence(incident), notes.numbers(cites), words.LABELS.get(incident.status, ""),
        incident.id in new, max(0, len(incident.told) - len(cites)), _when(incident), under,
        tuple(_dispute(incident, notes)),
    )  # fmt: skip


def _reported(incident: Incident) -> str:
    """Who reports it: outlets by name, and how many reports."""
    outlets = sorted({words.named(s.outlet) for s in incident.sources}, key=str.casefold)
    keys = len(incident.sources)
    reports = words.counted(keys, "report")
    if len(outlets) > 1:
        return f"Reported by {words.counted(len(outlets), 'outlet')} ({words.listed(outlets)}) in {reports}"
    return f"Reported by one outlet: {words.listed(outlets)}" + (
        f", in {reports}" if keys > 1 else ""
    )


def _dispute(incident: Incident, notes: _Notes) -> Iterator[Sentence]:
    for dispute in incident.disputes:
        cites = [incident.told[n].cite for n in dispute.between if 0 <= n < len(incident.told)]
        if cites:
            label = words.DISPUTES.get(dispute.kind, words.named(dispute.kind))
            text = " ".join(words.clean(dispute.says).split()).rstrip(".")
            yield Sentence(
                text or label, notes.numbers(cites[:NOTES]), label, more=max(0, len(cites) - NOTES)
            )


def _alert(brief: Brief, notes: _Notes) -> Sentence | None:
    """The line on the last days, borne by the acts of the days that left their usual range."""
    if brief.curve.alert is None:
        return None
    out = [d.day for d in brief.curve.days if d.out][-7:]
    acts = [i for i in reversed(brief.incidents) if i.first_day in out and i.status == "actual"]
    cites = [cite for i in acts[:NOTES] for cite in cites_of(i, 1)]
    text = " ".join(words.clean(brief.curve.alert).split()).rstrip(".")
    return Sentence(text, notes.numbers(cites), more=max(0, len(acts) - NOTES))


def _new(brief: Brief, notes: _Notes) -> Section:
    ids = frozenset(brief.new)
    found = [i for i in reversed(brief.incidents) if i.id in ids]
    shown = [s for i in found[:NEWEST] if (s := _sentence(i, notes, ids))]
    unseen = len(ids) - len(found)
    parts = []
    if brief.updated:
        parts.append(
            f"{len(brief.updated):,} known before {'is' if len(brief.updated) == 1 else 'are'} told of again"
        )
    if len(found) > NEWEST:
        parts.append(f"{len(found) - NEWEST:,} more are marked new in the timeline")
    if unseen > 0:
        parts.append(f"{unseen:,} more are too many to show here")
    since = (
        words.short_day(brief.new_since[:10]) if brief.new_since and brief.new_since > _EVER else ""
    )
    title = f"New since {since}" if since else "New"
    empty = f"Nothing new since {since}." if since else ""
    lead = f"{'; '.join(parts)}." if parts else ""
    left = len(found[:NEWEST]) - len(shown)
    return Section("new", title, (Group("", tuple(shown)),) if shown else (), lead, left, empty)


def _timeline(brief: Brief, notes: _Notes) -> Section:
    ids = frozenset(brief.new)
    ahead = {line.incident.id for line in brief.ahead}  # they have a section of their own
    groups: dict[str, list[Sentence]] = {}
    left = 0
    for incident in (i for i in brief.incidents if i.id not in ahead):
        made = _sentence(incident, notes, ids)
        left += made is None
        if made:
            groups.setdefault(_when(incident), []).append(made)
    undated = groups.pop("Day not told", None)
    if undated:
        groups["Day not told"] = undated
    lead = f"{brief.left_out:,} more were too many to show." if brief.left_out else ""
    made_groups = tuple(Group(title, tuple(rows)) for title, rows in groups.items())
    return Section(
        "timeline",
        "What happened, by day",
        made_groups,
        lead,
        left,
        "No act was found in these reports.",
    )


def _when(incident: Incident) -> str:
    return words.days_words(incident.first_day, incident.last_day)


def _disputed(brief: Brief, notes: _Notes) -> Section:
    groups, left = [], 0
    for incident in brief.incidents:
        rows = tuple(_dispute(incident, notes))
        left += len(incident.disputes) - len(rows)
        if rows:
            when = words.short_day(incident.first_day) if incident.first_day else "day not told"
            groups.append(Group(f"{words.sentence(incident)} ({when})", rows))
    return Section(
        "disputed",
        "What is disputed",
        tuple(groups),
        "",
        left,
        "No contradiction was found between these reports.",
    )


def _relation(line: RelationLine, notes: _Notes) -> Sentence | None:
    if not line.cites:
        return None
    since = words.since_words(line)
    return Sentence(
        words.relation_words(line), notes.numbers(line.cites[:NOTES]), words.LABELS.get(line.status, ""),
        more=max(0, len(line.cites) - NOTES), under=(f"{since[:1].upper()}{since[1:]}",) if since else (),
    )  # fmt: skip


def _lines(key: str, title: str, rows: Sequence[Sentence | None], empty: str = "") -> Section:
    shown = tuple(row for row in rows if row)
    return Section(
        key, title, (Group("", shown),) if shown else (), "", len(rows) - len(shown), empty
    )


def _control(control: tuple[RelationLine, ...], notes: _Notes) -> Section:
    return _lines(
        "control", "Who controls what, by which source", [_relation(r, notes) for r in control]
    )


def _relations(actors: tuple[ActorLine, ...], notes: _Notes) -> Section:
    found = list(dict.fromkeys(r for actor in actors for r in actor.relations))
    return _lines("relations", "How they stand to each other", [_relation(r, notes) for r in found])


def _ahead(ahead: tuple[AheadLine, ...], notes: _Notes) -> Section:
    rows = [
        (words.stretch_words(line.day), _sentence(line.incident, notes, frozenset()))
        for line in ahead
    ]
    groups: dict[str, list[Sentence]] = {}
    for day, made in rows:
        if made:
            groups.setdefault(day, []).append(made)
    left = sum(made is None for _, made in rows)
    made_groups = tuple(Group(day, tuple(found)) for day, found in groups.items())
    return Section(
        "ahead", "Dates ahead", made_groups, "", left, "No date ahead was found in these reports."
    )


def _claims(claims: tuple[ClaimLine, ...], notes: _Notes) -> Section:
    rows = [
        Sentence(
            words.claim_words(c),
            notes.numbers((c.cite,)),
            when=words.short_day(c.day) if c.day else "",
        )
        for c in claims
    ]
    return _lines("claims", "Who says what", rows)


def _period(brief: Brief) -> str:
    if brief.first_day is None and brief.last_day is None:
        return "no dated act"
    first, last = words.short_day(brief.first_day), words.short_day(brief.last_day)
    return first if first == last else f"{first} to {last}"


def _made(brief: Brief) -> str:
    day, _, clock = brief.made.partition("T")
    at = f", {words.named(clock[:5])} UTC" if clock else ""
    return f"Made {words.short_day(day)}{at} by dateline {words.named(brief.coder)}"


def _badge(brief: Brief) -> str:
    if not brief.reviewed:
        return UNREVIEWED
    total = sum(len(i.told) for i in brief.incidents)
    if brief.left_out or brief.reviewed > total:
        return f"machine-coded; {words.counted(brief.reviewed, 'event')} reviewed by a person"
    return f"machine-coded; {brief.reviewed:,} of {total:,} events reviewed by a person"


def _rests(brief: Brief) -> str:
    reports, outlets = (
        words.counted(brief.reports, "report"),
        words.counted(brief.outlets, "outlet"),
    )
    return f"Rests on {reports} by {outlets}"


def _glance(brief: Brief) -> tuple[tuple[str, str], ...]:
    shown = len(brief.incidents) + brief.left_out
    disputed = sum(bool(i.disputes) for i in brief.incidents)
    return (
        (f"{brief.reports:,}", "report" if brief.reports == 1 else "reports"),
        (f"{brief.outlets:,}", "outlet" if brief.outlets == 1 else "outlets"),
        (f"{shown:,}", "incident" if shown == 1 else "incidents"),
        (f"{disputed:,}", "disputed"),
        (f"{len(brief.new):,}", "new"),
        (f"{len(brief.ahead):,}", "date ahead" if len(brief.ahead) == 1 else "dates ahead"),
    )


def _note(number: int, cite: Citation) -> Note:
    quote = words.clean(cite.quote)
    flat = " ".join(quote.split())
    if len(flat) > QUOTE:
        flat = f"{flat[:QUOTE].rpartition(' ')[0] or flat[:QUOTE]}\u2026"
    voice = f"the word of {words.named(cite.speaker)}" if cite.speaker else ""
    status = (
        "" if cite.status == "actual" else words.LABELS.get(cite.status) or words.named(cite.status)
    )
    if cite.by_person:
        status = f"{status}, corrected by a person" if status else "corrected by a person"
    return Note(number, flat, _head(cite.source), web_address(cite.source.url), status, voice)


def _head(source: Source) -> str:
    parts = (
        words.named(source.publisher or source.outlet),
        words.named(source.title) if source.title else "",
        words.short_day(source.published[:10])
        if source.published
        else "day of publication not told",
    )
    return ", ".join(p for p in parts if p)


def web_address(url: str | None) -> str | None:
    """A report's address as it may be linked: http and https only, nothing in it that could end a link."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    plain = url.encode("utf-8", "replace").decode("utf-8")
    return "".join(
        c
        if c.isprintable() and c not in " <>\"'`\\^{|}()[]"
        else "".join(f"%{b:02X}" for b in c.encode())
        for c in plain
    )
