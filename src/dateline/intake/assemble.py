"""Putting a report together from what an input gave, the same way for every kind of input."""

from dataclasses import dataclass

from dateline.errors import InputError
from dateline.intake.datelines import Header, find_dateline
from dateline.intake.language import detect_language, language_name
from dateline.intake.limits import MAX_CHARS
from dateline.intake.sentences import has_sentence
from dateline.records import Report, content_id


@dataclass(frozen=True, slots=True)
class Raw:
    """What an input gave, before anything is concluded from it.

    ``own_day`` is the publication date the input brings itself (ISO) and ``own_from`` where that
    stands (``given``, ``page``, ``url``); ``line_day`` a date line found in a text.
    """

    input: str
    text: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    own_day: str | None = None
    own_from: str | None = None
    line_day: str | None = None
    left_out: tuple[str, ...] = ()


def assemble(raw: Raw, date: str | None) -> Report:
    """The report.

    Args:
        raw: what was read.
        date: publication day for inputs that do not bring their own.

    Returns:
        The report; ``not_coded`` tells why where nothing can be coded.

    Raises:
        InputError: the text is longer than one report can be.
    """
    if len(raw.text) > MAX_CHARS:
        msg = f"has {len(raw.text):,} characters, more than {MAX_CHARS:,}: split it into reports"
        raise InputError(msg)
    header = find_dateline(raw.text)
    day, origin = _published(raw, date, header)
    language = detect_language(raw.text) if raw.text.strip() else None
    title = raw.title
    if title is None and header and header.headline:
        title = " ".join(raw.text[slice(*header.headline)].split())
    return Report(
        id=raw.id if raw.id is not None else content_id("r", raw.text),
        input=raw.input,
        text=raw.text,
        title=title,
        url=raw.url,
        publisher=raw.publisher,
        dateline=header.dateline if header else None,
        published=day,
        published_from=origin,
        language=language,
        not_coded=_not_coded(raw.text, language),
        left_out=raw.left_out,
    )


def _published(raw: Raw, date: str | None, header: Header | None) -> tuple[str | None, str | None]:
    """The input's own date, else the caller's, else what dateline or date line say in full."""
    if raw.own_day:
        return raw.own_day, raw.own_from
    if date:
        return date, "given"
    if header and header.day:
        return header.day, "dateline"
    return (raw.line_day, "text") if raw.line_day else (None, None)


def _not_coded(text: str, language: str | None) -> str | None:
    if not has_sentence(text):
        return "no sentence in the text"
    if language != "en":
        return f"the text is in {language_name(language)}, not in English"
    return None
