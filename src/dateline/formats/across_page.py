"""Several reports beside each other: what they agree on, where they contradict each other, what only one tells."""

from collections.abc import Iterator, Sequence

from dateline.formats.screen import UNREVIEWED, Line, line, painted, section
from dateline.formats.telling_words import act_words, telling_line
from dateline.formats.weighing_page import voice
from dateline.formats.wording import day_words, figures, short
from dateline.ledger.acts import (
    ACTOR,
    AGREED,
    COUNTS,
    DENIED,
    SOURCE,
    Finding,
    Matter,
    matters,
    silences,
)
from dateline.records import Record

_TITLE = 80
#: Acts that only one report tells, shown at most; --json has them all.
_SHOWN = 12


def render_across(records: Sequence[Record], width: int = 100, *, colour: bool = False) -> str:
    """The page on all reports together; see ``render_ledger`` for the arguments."""
    return painted(_lines(records), width, colour=colour)


def _lines(records: Sequence[Record]) -> Iterator[Line]:
    yield line(f"ACROSS {len(records)} REPORTS", "bold", 0)
    yield line(UNREVIEWED, "italic", 0)
    for n, record in enumerate(records):
        yield line(f"{_name(n)} {_title(record)}", "", 1)
    found = matters(records)
    shared = [m for m in found if len(m.reports) > 1]
    rivals = [m for m in found if any(f.kind == ACTOR for f in m.findings)]
    disputed = [m for m in shared if m.disputed]
    agreed = [m for m in shared if not m.disputed]
    yield from section("Agreement", (row for m in agreed for row in _matter(m)))
    yield from section("Contradiction", (row for m in disputed for row in _matter(m)))
    yield from section("Another doer", _rivals(rivals, {m.id: m for m in found}))
    quiet = silences(found, len(records))
    yield from section("Silence: one tells, and in another no such act was found", _silence(quiet))
    if not shared and not rivals:
        yield line("", "", 0)
        yield line("No act was recognised in more than one of them.", "dim", 2)


def _name(n: int) -> str:
    return f"({n + 1})"


def _title(record: Record) -> str:
    report = record.report
    day = f" \u00b7 {day_words(report.published)}" if report.published else ""
    words = report.title or short(report.text, _TITLE) or report.input
    return f"{words}{day} \u00b7 {report.publisher or report.url or report.input}"


def _matter(matter: Matter) -> Iterator[Line]:
    yield line(act_words(matter.seed), "bold", 2)
    for telling in matter.tellings:
        yield telling_line(telling, f"{_name(telling.report)} ")
    across = (f for f in matter.findings if f.kind != ACTOR and _between(f, matter))
    for words in dict.fromkeys(_finding(f, matter) for f in across):
        yield line(words, "bold cyan", 4)


def _between(finding: Finding, matter: Matter) -> bool:
    """Whether a finding is on two reports; what one says against itself stands on its own page."""
    return matter.tellings[finding.first].report != matter.tellings[finding.second].report


def _finding(finding: Finding, matter: Matter) -> str:
    a, b = matter.tellings[finding.first], matter.tellings[finding.second]
    both = f"{_name(a.report)} and {_name(b.report)}"
    if finding.kind == DENIED:
        yes, no = (b, a) if a.stance == "denies" else (a, b)
        return f"= contradiction: {_name(yes.report)} has it, {_name(no.report)} has it denied"
    if finding.kind == COUNTS:
        x, y = figures(a.event.magnitude), figures(b.event.magnitude)
        return f"= contradiction: counts differ: {_name(a.report)} {x}; {_name(b.report)} {y}"
    if finding.kind == SOURCE:
        return f"= one source: {both} have it from {voice(a.by)}"
    denied = ": both deny it" if a.stance == "denies" else ""
    copy = " in the same sentence: one may be a copy" if finding.same_words else ""
    return f"= agreement: {both}{denied}{copy}" if finding.kind == AGREED else ""


def _rivals(found: Sequence[Matter], known: dict[str, Matter]) -> Iterator[Line]:
    done: set[frozenset[str]] = set()
    for matter in found:
        for finding in matter.findings:
            pair = frozenset({matter.id, finding.other})
            if finding.kind != ACTOR or pair in done:
                continue
            done.add(pair)
            yield line("one act, two doers", "bold", 2)
            for which, at in ((matter, finding.first), (known[finding.other], finding.second)):
                yield line(act_words(which.seed), "", 4)
                telling = which.tellings[at]
                yield telling_line(telling, f"{_name(telling.report)} ")


def _silence(quiet: Sequence[tuple[Matter, tuple[int, ...]]]) -> Iterator[Line]:
    for matter, without in quiet[:_SHOWN]:
        told = ", ".join(map(_name, matter.reports))
        silent = ", ".join(map(_name, without))
        yield line(f"{told}, not found in {silent}: {act_words(matter.seed)}", "", 2)
    if len(quiet) > _SHOWN:
        yield line(f"and {len(quiet) - _SHOWN} more (--json has them all)", "dim", 2)
