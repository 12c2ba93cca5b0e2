"""Why an event was coded: sentence, sides, lexicon entries, operators, rejected alternatives."""

from collections.abc import Iterator

from dateline.errors import UsageError
from dateline.formats.wording import STATUSES, date_words, figures, kind_words
from dateline.records import Act, Event, Participant, Record


def explain(record: Record, event_id: str | None = None) -> str:
    """The explanation of one event of a record, or of all.

    Args:
        record: a coded report.
        event_id: id of an event or its beginning, or its number in the record, from 1.

    Returns:
        Lines of text that end with a line end.

    Raises:
        UsageError: the record has no such event.
    """
    numbered = list(enumerate(record.events, 1))
    if event_id is not None:
        numbered = [pair for pair in numbered if _meant(pair, event_id)]
        if not numbered:
            known = ", ".join(e.id for e in record.events) or "none"
            msg = f"no event {event_id!r} in {record.report.input}; its events: {known}"
            raise UsageError(msg)
    lines = [f"{record.report.title or record.report.input}", f"coder: {_coder(record)}"]
    if record.report.not_coded:
        lines.append(f"not coded: {record.report.not_coded}")
    elif not record.events:
        lines.append("no events")
    for number, event in numbered:
        lines += ["", *_event(number, event)]
    return "".join(f"{_clean(line)}\n" for line in lines)


def has_event(record: Record, event_id: str) -> bool:
    """Whether the record has an event of that id, beginning of an id, or number."""
    return any(_meant(pair, event_id) for pair in enumerate(record.events, 1))


def _meant(pair: tuple[int, Event], wanted: str) -> bool:
    number, event = pair
    if wanted.isdecimal():
        return int(wanted) == number
    return event.id == wanted or (len(wanted) > len("e-") and event.id.startswith(wanted))


def _coder(record: Record) -> str:
    coder = record.coder
    models = "".join(f", {m}" for m in coder.models)
    return f"dateline {coder.dateline}, {coder.parser}, lexicon {coder.lexicon}{models}"


def _event(number: int, event: Event) -> Iterator[str]:
    yield f"{number}. {event.id}  {event.type}: {kind_words(event.type, event.modes)}"
    yield _field("sentence", _marked(event))
    yield _field("status", f"{event.status} ({STATUSES.get(event.status, 'fact')})")
    yield from _frame(event)
    if event.of:
        yield _field("about", f"{event.of.type}: {kind_words(event.of.type, event.of.modes)}")
        yield from (f"    {line}" for line in _frame(event.of))
    if event.attribution:
        speaker = event.attribution.speaker
        yield _field("according to", speaker.actor.name if speaker else "a source not named")
    yield _field("contexts", ", ".join(event.contexts) or "none")
    codes = f"CAMEO {event.cameo or 'none'}, quad class {event.quad}"
    yield _field("codes", f"{codes}, Goldstein {event.goldstein}, intensity {event.intensity}")
    yield _field("confidence", f"{event.confidence:.2f} (commitment {event.commitment:.2f})")
    yield _field("commitment", ", ".join(event.why.commitment) or "none told")
    if not event.relevant:
        yield _field("relevant", "no: an ordinary crime, accident, sport or business event")
    for label, found in (
        ("entries", event.why.entries),
        ("operators", event.why.operators),
        ("rejected", event.why.rejected),
        ("notes", event.why.notes),
    ):
        for index, line in enumerate(found or ("none",)):
            yield _field(label if index == 0 else "", line)


def _frame(act: Act | Event) -> Iterator[str]:
    """Who, whom, where, when and how many, with the words of the text for each."""
    yield _field("trigger", act.trigger.text)
    yield _field("actors", "; ".join(map(_participant, act.actors)) or "none")
    yield _field("recipients", "; ".join(map(_participant, act.recipients)) or "none")
    if act.place:
        resolved = act.place.name or f"not found: {act.place.reason}"
        yield _field("place", f"{act.place.text} = {resolved}")
    if act.date:
        yield _field("date", f"{act.date.text} = {date_words(act.date)} ({act.date.basis})")
    if figures(act.magnitude):
        yield _field("figures", figures(act.magnitude))


def _participant(who: Participant) -> str:
    code = who.actor.code or who.actor.country or who.actor.kind
    words = f"\u201c{who.text}\u201d" if who.text else "not in the sentence"
    return f"{who.actor.name} [{code}] from {words}{' (inferred)' if who.inferred else ''}"


def _marked(event: Event) -> str:
    """The sentence with the trigger in double brackets."""
    shift = event.sentence.span.start
    start, end = event.trigger.span.start - shift, event.trigger.span.end - shift
    text = event.sentence.text
    if not 0 <= start <= end <= len(text):
        return text
    return f"{text[:start]}[[{text[start:end]}]]{text[end:]}"


def _field(label: str, words: str) -> str:
    return f"   {label:<13}{words}"


def _clean(line: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in line)
    return plain.encode("utf-8", "replace").decode("utf-8")
