"""The notes of a brief: the words of reports that its sentences rest on, each with one number."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.formats.brief_names import named, short_day
from dateline.formats.brief_words import LABELS
from dateline.formats.screen import clean
from dateline.records.incident import Citation, Incident, Source

#: Notes under one sentence, and characters of a quotation.
NOTES, QUOTE = 5, 220


@dataclass(frozen=True, slots=True)
class Note:
    """What a number stands for: the words of a report, whose word they are, and where they stand."""

    number: int
    quote: str
    head: str
    url: str | None
    status: str
    voice: str


class Notes:
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


def note_of(number: int, cite: Citation) -> Note:
    """What a number stands for."""
    quote = clean(cite.quote)
    flat = " ".join(quote.split())
    if len(flat) > QUOTE:
        flat = f"{flat[:QUOTE].rpartition(' ')[0] or flat[:QUOTE]}\u2026"
    voice = f"the word of {named(cite.speaker)}" if cite.speaker else ""
    status = "" if cite.status == "actual" else LABELS.get(cite.status) or named(cite.status)
    if cite.status == "denied" and cite.speaker:
        by_speaker = cite.denied_by == cite.speaker
        status = f"denied by {named(cite.denied_by)}" if cite.denied_by else status
        voice = "" if by_speaker else voice
    if cite.by_person:
        status = f"{status}, corrected by a person" if status else "corrected by a person"
    return Note(number, flat, _head(cite.source), web_address(cite.source.url), status, voice)


def _head(source: Source) -> str:
    parts = (
        named(source.publisher or source.outlet),
        named(source.title) if source.title else "",
        short_day(source.published[:10]) if source.published else "day of publication not told",
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
