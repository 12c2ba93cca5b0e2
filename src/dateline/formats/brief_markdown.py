"""The brief as Markdown, with footnotes as GitHub, GitLab and pandoc read them."""

import re
from collections.abc import Iterator, Sequence

from dateline.formats.brief_sheet import Note, Section, Sentence, Sheet, laid_out
from dateline.formats.brief_words import site_words
from dateline.formats.screen import clean, printable
from dateline.formats.wording import TYPES
from dateline.records.situation import Brief, Curve

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$^=:@])")
_MARKED = re.compile(
    r"([\\`*_{}\[\]#|<>~&$^]|(?<=\w)[:.](?=[/\w])|@|!(?=\[)|^\s*(?:[-+=>]|\d+[.)]))"
)


def brief_markdown(brief: Brief) -> str:
    """The brief as Markdown that ends with a line end."""
    return printable("\n".join(_page(laid_out(brief), brief))) + "\n"


def escaped(words: str) -> str:
    """Words that Markdown shows as they are: no mark-up, no HTML, no link of its own."""
    flat = " ".join(clean(words).split())
    return _MARKED.sub(
        lambda m: "".join(f"\\{c}" if _SPECIAL.match(c) else c for c in m.group()), flat
    )


def _page(sheet: Sheet, brief: Brief) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}"
    yield ""
    yield f"**{escaped(sheet.period)}** \u00b7 {escaped(sheet.rests)} \u00b7 *{escaped(sheet.badge)}*"
    if sheet.asked:
        yield f"\nAsked for: {escaped(sheet.asked)}."
    yield ""
    yield " \u00b7 ".join(f"**{n}** {what}" for n, what in sheet.glance)
    if sheet.alert:
        yield ""
        yield f"> **{escaped(sheet.alert.text)}.**{_marks(sheet.alert)}"
    for found in sheet.sections[:2]:
        yield from _section(found)
    yield from _curve(brief.curve)
    yield from _where(sheet, brief)
    for found in sheet.sections[2:]:
        yield from _section(found)
    actors = [(name, f"{did:,}", f"{got:,}") for name, did, got in sheet.actors]
    yield from _table("Actors", ("Actor", "Acted", "Acted upon"), actors)
    kinds = [(TYPES.get(kind, kind.lower()), f"{n:,}") for kind, n in sheet.types]
    yield from _table("Kinds of act", ("Kind", "Incidents"), kinds)
    yield ""
    yield f"*{escaped(sheet.made)}.*"
    if sheet.notes:
        yield ""
        yield from map(_note, sheet.notes)


def _section(found: Section) -> Iterator[str]:
    if not (found.groups or found.empty or found.lead or found.left):
        return
    yield ""
    yield f"## {escaped(found.title)}"
    for group in found.groups:
        if group.title:
            yield ""
            yield f"### {escaped(group.title)}"
        yield ""
        for sentence in group.sentences:
            yield from _sentence(sentence, shown_when=not group.title)
    for words in (
        found.empty if not found.groups else "",
        found.lead,
        f"{found.left:,} left out: no words of a report bear them." if found.left else "",
    ):
        if words:
            yield ""
            yield f"*{escaped(words)}*"


def _sentence(sentence: Sentence, *, shown_when: bool) -> Iterator[str]:
    badges = [b for b in ("new" if sentence.new and not shown_when else "", sentence.label) if b]
    head = "".join(f"**\\[{escaped(b)}\\]** " for b in badges)
    when = f" ({sentence.when})" if shown_when and sentence.when else ""
    yield f"- {head}{escaped(f'{sentence.text}{when}')}.{_marks(sentence)}"
    for words in sentence.under:
        yield f"  <br>{escaped(words)}."
    for dispute in sentence.disputes:
        yield f"  - **{escaped(dispute.label)}**: {escaped(dispute.text)}.{_marks(dispute)}"


def _marks(sentence: Sentence) -> str:
    more = f" (and {sentence.more:,} more)" if sentence.more else ""
    return " ".join(f"[^{n}]" for n in sentence.notes) + more


def _curve(curve: Curve) -> Iterator[str]:
    if not curve.days:
        return
    yield ""
    yield "## Escalation"
    yield ""
    low = min(curve.days, key=lambda d: (d.intensity, d.day))
    yield (
        f"Sum of PLOVER intensities a day, {curve.days[0].day} to {curve.days[-1].day} "
        f"(below zero: conflict); lowest {low.intensity:+g} on {low.day}."
    )
    for change in curve.changes:
        yield f"\n- Level changed on {change.day}: from {change.before:+.1f} to {change.after:+.1f} a day."
    rows = [
        (d.day, f"{d.intensity:+g}", _usual(d.low, d.high), f"more {d.out}")
        for d in curve.days
        if d.out
    ]
    yield from _table("", ("Out of the usual range", "Intensity", "Usual range", ""), rows)
    if curve.undated:
        yield ""
        yield f"*{curve.undated:,} without a day are not in this curve.*"


def _usual(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{low:+.1f} to {high:+.1f}"


def _where(sheet: Sheet, brief: Brief) -> Iterator[str]:
    points = sorted(brief.points, key=lambda p: (-len(p.incidents), p.site.name))
    rows = [(site_words(p.site), f"{len(p.incidents):,}") for p in points]
    rows += [(f"{name} (no nearer place told)", f"{n:,}") for name, n in sheet.unplaced]
    yield from _table("Where", ("Place", "Incidents"), rows)


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    if title:
        yield f"## {title}"
        yield ""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(escaped, row))} |"


def _note(note: Note) -> str:
    extra = "; ".join(p for p in (note.status, note.voice) if p)
    about = f" ({extra})" if extra else ""
    link = f" <{note.url}>" if note.url else ""
    quote = f"\u201c{escaped(note.quote)}\u201d" if note.quote else "(no words kept)"
    return f"[^{note.number}]: {escaped(f'{note.head}{about}')}: {quote}{link}"
