"""A brief laid out: sentences in sections with the numbers of their notes, the same for every output."""

from collections.abc import Iterator, Sequence

from dateline.formats import brief_names as names
from dateline.formats import brief_words as words
from dateline.formats.brief_notes import NOTES, Notes, cites_of, note_of
from dateline.formats.brief_parts import Group, Section, Sentence, Sheet
from dateline.formats.screen import UNREVIEWED, clean
from dateline.records.incident import Incident
from dateline.records.situation import ActorLine, AheadLine, Brief, ClaimLine, RelationLine

#: A day before all days: everything is new since then.
_EVER = "0001-01-02"
#: Sentences under "new".
NEWEST = 8


def laid_out(brief: Brief) -> Sheet:
    """The page of a brief in words."""
    notes = Notes()
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
        title=names.named(brief.situation.name), asked=words.asked_words(brief.situation),
        period=_period(brief), made=_made(brief), badge=_badge(brief), rests=_rests(brief), alert=alert,
        glance=_glance(brief), sections=sections,
        notes=tuple(note_of(n, cite) for n, cite in enumerate(notes.cites, 1)),
        actors=tuple((names.named(a.party.name), a.did, a.received) for a in brief.actors),
        types=tuple((names.named(name), n) for name, n in brief.types),
        unplaced=tuple((names.named(name) if name else "no place told", n) for name, n in brief.unplaced),
        left_out=brief.left_out,
    )  # fmt: skip


def _sentence(incident: Incident, notes: Notes, new: frozenset[str]) -> Sentence | None:
    cites = cites_of(incident)
    if not cites:
        return None
    figures = names.figure_words(incident.figures)
    start = f"{figures[:1].upper()}{figures[1:]}. " if figures else ""
    under = (f"{start}{_reported(incident)}",)
    return Sentence(
        words.sentence(incident), notes.numbers(cites), words.LABELS.get(incident.status, ""),
        incident.id in new, max(0, len(incident.told) - len(cites)), _when(incident), under,
        tuple(_dispute(incident, notes)),
    )  # fmt: skip


def _reported(incident: Incident) -> str:
    """Who reports it: outlets by name, and how many reports."""
    voices = {s.outlet: names.named(s.publisher or s.outlet) for s in reversed(incident.sources)}
    outlets = sorted(voices.values(), key=str.casefold)
    keys = len(incident.sources)
    reports = names.counted(keys, "report")
    if len(outlets) > 1:
        return f"Reported by {names.counted(len(outlets), 'outlet')} ({names.listed(outlets)}) in {reports}"
    return f"Reported by one outlet: {names.listed(outlets)}" + (
        f", in {reports}" if keys > 1 else ""
    )


def _dispute(incident: Incident, notes: Notes) -> Iterator[Sentence]:
    for dispute in incident.disputes:
        cites = [incident.told[n].cite for n in dispute.between if 0 <= n < len(incident.told)]
        if cites:
            label = words.DISPUTES.get(dispute.kind, names.named(dispute.kind))
            text = " ".join(clean(dispute.says).split()).rstrip(".")
            yield Sentence(
                text or label, notes.numbers(cites[:NOTES]), label, more=max(0, len(cites) - NOTES)
            )


def _alert(brief: Brief, notes: Notes) -> Sentence | None:
    """The line on the last days, borne by the acts of the days that left their usual range."""
    if brief.curve.alert is None:
        return None
    out = [d.day for d in brief.curve.days if d.out][-7:]
    acts = [i for i in reversed(brief.incidents) if i.first_day in out and i.status == "actual"]
    cites = [cite for i in acts[:NOTES] for cite in cites_of(i, 1)]
    text = " ".join(clean(brief.curve.alert).split()).rstrip(".")
    return Sentence(text, notes.numbers(cites), more=max(0, len(acts) - NOTES))


def _new(brief: Brief, notes: Notes) -> Section:
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
        names.short_day(brief.new_since[:10]) if brief.new_since and brief.new_since > _EVER else ""
    )
    title = f"New since {since}" if since else "New"
    empty = f"Nothing new since {since}." if since else ""
    lead = f"{'; '.join(parts)}." if parts else ""
    left = len(found[:NEWEST]) - len(shown)
    return Section("new", title, (Group("", tuple(shown)),) if shown else (), lead, left, empty)


def _timeline(brief: Brief, notes: Notes) -> Section:
    ids = frozenset(brief.new)
    ahead = {line.incident.id for line in brief.ahead}  # they have a section of their own
    groups: dict[str, list[Sentence]] = {}
    left = 0
    shown = sorted(
        (i for i in brief.incidents if i.id not in ahead),
        key=lambda i: (i.first_day or i.last_day or "~", i.last_day or ""),
    )
    for incident in shown:
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
    return names.days_words(incident.first_day, incident.last_day)


def _disputed(brief: Brief, notes: Notes) -> Section:
    groups, left = [], 0
    for incident in brief.incidents:
        rows = tuple(_dispute(incident, notes))
        left += len(incident.disputes) - len(rows)
        if rows:
            when = names.short_day(incident.first_day) if incident.first_day else "day not told"
            groups.append(Group(f"{words.sentence(incident)} ({when})", rows))
    return Section(
        "disputed",
        "What is disputed",
        tuple(groups),
        "",
        left,
        "No contradiction was found between these reports.",
    )


def _relation(line: RelationLine, notes: Notes) -> Sentence | None:
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


def _control(control: tuple[RelationLine, ...], notes: Notes) -> Section:
    return _lines(
        "control", "Who controls what, by which source", [_relation(r, notes) for r in control]
    )


def _relations(actors: tuple[ActorLine, ...], notes: Notes) -> Section:
    found = list(dict.fromkeys(r for actor in actors for r in actor.relations))
    return _lines("relations", "How they stand to each other", [_relation(r, notes) for r in found])


def _ahead(ahead: tuple[AheadLine, ...], notes: Notes) -> Section:
    rows = [
        (names.stretch_words(line.day), _sentence(line.incident, notes, frozenset()))
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


def _claims(claims: tuple[ClaimLine, ...], notes: Notes) -> Section:
    rows = [
        Sentence(
            words.claim_words(c),
            notes.numbers((c.cite,)),
            when=names.short_day(c.day) if c.day else "",
        )
        for c in claims
    ]
    return _lines("claims", "Who says what", rows)


def _period(brief: Brief) -> str:
    if brief.first_day is None and brief.last_day is None:
        return "no dated act"
    first, last = names.short_day(brief.first_day), names.short_day(brief.last_day)
    return first if first == last else f"{first} to {last}"


def _made(brief: Brief) -> str:
    day, _, clock = brief.made.partition("T")
    at = f", {names.named(clock[:5])} UTC" if clock else ""
    return f"Made {names.short_day(day)}{at} by dateline {names.named(brief.coder)}"


def _badge(brief: Brief) -> str:
    if not brief.reviewed:
        return UNREVIEWED
    total = sum(len(i.told) for i in brief.incidents)
    if brief.left_out or brief.reviewed > total:
        return f"machine-coded; {names.counted(brief.reviewed, 'event')} reviewed by a person"
    return f"machine-coded; {brief.reviewed:,} of {total:,} events reviewed by a person"


def _rests(brief: Brief) -> str:
    reports, outlets = (
        names.counted(brief.reports, "report"),
        names.counted(brief.outlets, "outlet"),
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
        *([(f"{len(brief.new):,}", "new")] if brief.new_since else []),
        (f"{len(brief.ahead):,}", "date ahead" if len(brief.ahead) == 1 else "dates ahead"),
    )
