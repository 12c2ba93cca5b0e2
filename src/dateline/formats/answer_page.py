"""An answer for people: how the question was understood, then the evidence by side, every line with its words."""

from collections.abc import Iterator

from dateline.formats.screen import UNREVIEWED, Line, line, painted, quoted
from dateline.formats.wording import day_words, short
from dateline.records.answer import Answer, EvidenceLine, Understood
from dateline.records.incident import Citation, Party

#: Sides in the order of the page: heading, and what stands there when a yes-or-no question has none.
_SIDES = {
    "found": ("Found", None),
    "for": ("For", "none reported"),
    "against": ("Against", "none reported"),
    "open": ("Ahead or possible, not done", None),
    "context": ("Context: near it, but neither", None),
}
ESTABLISHED = {
    "asserted": "told as a fact, in the own voice of at least one report",
    "attributed": "only on the word of those quoted",
    "disputed": "said by some, denied by others",
    "denied": "nobody tells it; it is denied, or told as not so",
    "not established": "not established",
}
#: What a question asks, as the page names it.
_FORMS = {"whether": "whether it is told", "control": "who holds"}
_STYLES = {"for": "", "against": "red", "open": "yellow", "context": "dim", "found": ""}
_QUOTE = 240


def render_answer(answer: Answer, width: int = 80, *, colour: bool = False) -> str:
    """The page of one answer.

    Args:
        answer: the evidence.
        width: columns of the terminal; kept between 40 and 200.
        colour: whether to use colours.

    Returns:
        Lines of text that end with a line end.
    """
    return painted(_lines(answer), width, colour=colour)


def _lines(answer: Answer) -> Iterator[Line]:
    found = answer.understood
    yield line(found.question, "bold", 0)
    yield from _understood(found)
    noun = "report" if answer.reports == 1 else "reports"
    yield line(f"{answer.reports:,} {noun} asked \u00b7 {UNREVIEWED}", "dim", 0)
    if found.form == "search":
        yield from _searched(answer)
        return
    if answer.established is not None:
        yield line("", "", 0)
        yield line(f"By these reports: {ESTABLISHED[answer.established]}.", "bold", 0)
    for side, (heading, none) in _SIDES.items():
        some = [one for one in answer.lines if one.side == side]
        if some or (none and answer.established is not None):
            yield line("", "", 0)
            yield line(heading.upper() if some else f"{heading.upper()}: {none}", "bold cyan", 0)
        for one in some:
            yield from _evidence(one)
    yield from _missing(answer)
    yield from _passages(answer)


def _understood(found: Understood) -> Iterator[Line]:
    if found.form == "search":
        yield line(f"Not understood: {found.why_not}.", "yellow", 0)
        return
    own = [w for w in found.words if not w.startswith("= ")]
    meant = [w.removeprefix("= ") for w in found.words if w.startswith("= ")]
    act = f"\u201c{' '.join(own)}\u201d" if own else ""
    if meant:
        act += f" [{'; '.join(meant)}]"
    if found.types:
        act += f" ({', '.join(found.types)})"
    parts = [
        _FORMS.get(found.form, found.form),
        f"by {_parties(found.actors)}" if found.actors else "",
        act,
        f"towards {_parties(found.recipients)}" if found.recipients else "",
        f"in {', '.join(f'[{p}]' for p in found.places)}" if found.places else "",
        _days(found),
    ]
    yield line("Understood as: " + " \u00b7 ".join(p for p in parts if p), "", 0)
    for text, _ in found.unknown:
        yield line(f"No table and no report knows \u201c{text}\u201d.", "yellow", 0)


def _parties(some: tuple[Party, ...]) -> str:
    return ", ".join(f"[{p.name}]" for p in some)


def _days(found: Understood) -> str:
    first, last = found.first_day, found.last_day
    if first and last:
        return f"on {first}" if first == last else f"from {first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""


def _evidence(one: EvidenceLine) -> Iterator[Line]:
    yield line(f"\u2022 {one.says}", _STYLES[one.side], 2)
    yield line(quoted(short(one.cite.quote, _QUOTE)), "", 4)
    yield line(
        f"{_cited(one.cite)}{f' \u00b7 act of {day_words(one.day)}' if one.day else ''}", "dim", 4
    )
    yield line(f"[{one.cite.status}] {one.why}", "dim", 4)
    for other in one.more:
        yield line(f"also {_cited(other)}: {quoted(short(other.quote, 100))}", "dim", 4)


def _cited(cite: Citation) -> str:
    source = cite.source
    day = source.published or "date unknown"
    title = f" \u201c{short(source.title, 60)}\u201d" if source.title else ""
    start, end = cite.span
    return f"{source.outlet}{title}, {day}, characters {start}-{end}"


def _missing(answer: Answer) -> Iterator[Line]:
    if answer.not_reported:
        yield line("", "", 0)
        yield line("NOT REPORTED, AS FAR AS DATELINE READS", "bold cyan", 0)
    for words in answer.not_reported:
        yield line(f"\u2022 {words}", "", 2)


def _passages(answer: Answer) -> Iterator[Line]:
    if not answer.passages:
        return
    yield line("", "", 0)
    yield line(
        "PASSAGES NEAR THE QUESTION, NOT READ AS EVIDENCE: LOOK FOR YOURSELF", "bold cyan", 0
    )
    for one in answer.passages:
        yield line(f"\u2022 {quoted(short(one.cite.quote, _QUOTE))}", "dim", 2)
        yield line(_cited(one.cite), "dim", 4)


def _searched(answer: Answer) -> Iterator[Line]:
    yield line("", "", 0)
    if not answer.lines:
        yield line("No report has the question's words either.", "", 0)
        return
    yield line("FOUND BY WORDS ONLY, NOT WEIGHED", "bold cyan", 0)
    for one in answer.lines:
        yield line(f"\u2022 {quoted(short(one.cite.quote, _QUOTE))}", "", 2)
        yield line(f"{_cited(one.cite)} \u00b7 {one.says}", "dim", 4)
