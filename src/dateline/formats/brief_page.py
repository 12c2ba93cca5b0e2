"""The brief on a terminal."""

from collections.abc import Iterator

from rich.text import Text

from dateline.formats.brief_sheet import Group, Note, Section, Sentence, Sheet, laid_out
from dateline.formats.brief_words import listed
from dateline.formats.screen import Line, clean, line, painted, quoted, section
from dateline.formats.wording import TYPES
from dateline.records.situation import Brief, Curve

_STYLES = {"denied": "red", "did not happen": "red", "alleged": "yellow", "not certain": "yellow"}
_DOTS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
_ACTORS = 12


def render_brief(brief: Brief, width: int = 100, *, colour: bool = False) -> str:
    """The page of a brief; see ``screen.painted`` for the arguments."""
    return painted(_page(laid_out(brief), brief, width), width, colour=colour)


def _page(sheet: Sheet, brief: Brief, width: int) -> Iterator[Line]:
    yield line(sheet.title, "bold", 0)
    yield line(" \u00b7 ".join(p for p in (sheet.period, sheet.asked) if p), "", 0)
    yield line(f"{sheet.rests} \u00b7 {sheet.made}", "", 0)
    yield line(sheet.badge, "italic", 0)
    yield line(" \u00b7 ".join(f"{n} {what}" for n, what in sheet.glance[2:]), "", 0)
    if sheet.alert:
        yield line("", "", 0)
        yield line(f"! {sheet.alert.text}{_numbers(sheet.alert)}", "bold yellow", 0)
    for found in sheet.sections[:2]:
        yield from _section(found)
    yield from section("Escalation", _curve(brief.curve, width))
    yield from section("Where", _places(brief, sheet))
    for found in sheet.sections[2:]:
        yield from _section(found)
    yield from section("Actors", _actors(sheet))
    yield from section("Kinds of act", (line(_type(*t), "", 2) for t in sheet.types))
    yield from section("Notes", (row for note in sheet.notes for row in _note(note)))


def _section(found: Section) -> Iterator[Line]:
    yield from section(found.title, _rows(found))


def _rows(found: Section) -> Iterator[Line]:
    for group in found.groups:
        yield from _group(group)
    if not found.groups and found.empty:
        yield line(found.empty, "dim", 2)
    if found.lead:
        yield line(found.lead, "dim", 2)
    if found.left:
        yield line(f"{found.left:,} left out: no words of a report bear them.", "dim", 2)


def _group(group: Group) -> Iterator[Line]:
    if group.title:
        yield line(group.title, "bold", 1)
    for sentence in group.sentences:
        yield from _sentence(sentence, shown_when=not group.title)


def _sentence(sentence: Sentence, *, shown_when: bool) -> Iterator[Line]:
    head = Text("\u2022 ")
    if sentence.new and not shown_when:
        head.append("[new] ", "green")
    if sentence.label:
        head.append(clean(f"[{sentence.label}] "), _STYLES.get(sentence.label, "magenta"))
    when = f" ({sentence.when})" if shown_when and sentence.when else ""
    head.append(clean(f"{sentence.text}{when}"))
    head.append(_numbers(sentence), "dim")
    yield head, 2
    for words in sentence.under:
        yield line(words, "dim", 4)
    for dispute in sentence.disputes:
        yield line(f"\u2260 {dispute.label}: {dispute.text}{_numbers(dispute)}", "cyan", 4)


def _numbers(sentence: Sentence) -> str:
    more = f" and {sentence.more:,} more" if sentence.more else ""
    return f" [{', '.join(map(str, sentence.notes))}]{more}" if sentence.notes else more


def _curve(curve: Curve, width: int) -> Iterator[Line]:
    """Conflict a day as a row of bars, the highest day the tallest; what left its usual range in words."""
    days = curve.days[-(max(20, min(width, 200)) - 6) :]
    if days:
        top = max((-d.intensity for d in days), default=0.0)
        bars = "".join(
            _DOTS[min(7, int(8 * -d.intensity / top))] if d.intensity < 0 < top else "\u00b7"
            for d in days
        )
        yield line(bars, "", 2)
        yield line(
            f"{days[0].day} to {days[-1].day}; taller: more conflict (PLOVER intensity, highest {top:g} a day)",
            "dim",
            2,
        )
    for change in curve.changes:
        yield line(
            f"Level changed on {change.day}: from {change.before:+.1f} to {change.after:+.1f} a day",
            "",
            2,
        )
    out = [d for d in curve.days if d.out]
    if out:
        named = listed([f"{d.day} (more {d.out})" for d in out], 8)
        yield line(f"Out of the usual range: {named}", "", 2)
    if curve.undated:
        yield line(f"{curve.undated:,} without a day are not in this curve.", "dim", 2)


def _places(brief: Brief, sheet: Sheet) -> Iterator[Line]:
    for point in sorted(brief.points, key=lambda p: (-len(p.incidents), p.site.name)):
        near = "near " if point.site.precision == "near" else ""
        yield line(f"{len(point.incidents):>4,}  {near}{point.site.name}", "", 2)
    for name, n in sheet.unplaced:
        yield line(f"{n:>4,}  {name} (no nearer place told)", "dim", 2)


def _actors(sheet: Sheet) -> Iterator[Line]:
    for name, did, received in sheet.actors[:_ACTORS]:
        yield line(f"{name}: acted {did:,}, acted upon {received:,}", "", 2)
    if len(sheet.actors) > _ACTORS:
        yield line(
            f"and {len(sheet.actors) - _ACTORS:,} more (--format json has them all)", "dim", 2
        )


def _type(kind: str, n: int) -> str:
    return f"{n:>4,}  {TYPES.get(kind, kind.lower())}"


def _note(note: Note) -> Iterator[Line]:
    extra = "; ".join(p for p in (note.status, note.voice) if p)
    yield line(f"[{note.number}] {note.head}{f' ({extra})' if extra else ''}", "", 1)
    yield line(quoted(note.quote) if note.quote else "(no words kept)", "dim", 5)
    if note.url:
        yield line(note.url, "dim", 5)
