"""What only the run of the text tells of an event: "those talks" of the sentence before, background that goes on."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.tree import above
from dateline.records import DateExpression, Event, ParsedReport, Sentence, Why

#: How many sentences back an act noun with "those" or "the" may point.
REACH = 3
POINTING = frozenset({"those", "these", "this", "that", "the", "such"})
#: Verbs by which a sentence is somebody's word of today.
SAYING = frozenset({"say", "tell", "add", "announce", "report", "state", "warn", "note", "confirm"})
LATER = frozenset({"later", "afterwards", "afterward", "thereafter"})
PRONOUNS = frozenset({"they", "he", "she", "it", "his", "her", "their", "its"})


def settle(
    events: Sequence[Event], parsed: ParsedReport, dates: Sequence[DateExpression] = ()
) -> tuple[Event, ...]:
    """Merge act nouns that point back and let background run on.

    Args:
        events: of one report, in text order.
        parsed: the report.
        dates: its dates; a sentence with none but old ones is about the past.

    Returns:
        The events, fewer where two told of one act.
    """
    return _background(_merged(events, parsed), parsed, _old_sentences(parsed, dates))


def _merged(events: Sequence[Event], parsed: ParsedReport) -> tuple[Event, ...]:
    kept: list[Event] = []
    for event in events:
        earlier = _pointed_at(event, kept, parsed)
        if earlier is None:
            kept.append(event)
        else:
            kept[kept.index(earlier)] = _joined(earlier, event)
    return tuple(kept)


def _pointed_at(event: Event, kept: Sequence[Event], parsed: ParsedReport) -> Event | None:
    """The earlier event that an act noun without sides of its own ("those talks") means."""
    if event.actors or event.recipients:
        return None
    sentence = parsed.sentences[event.sentence.index]
    noun = _last_word(sentence, event)
    if noun is None or not any(
        sentence.tokens[c].lower in POINTING for c in sentence.children[noun]
    ):
        return None
    lemma = sentence.tokens[noun].lemma.lower()
    for earlier in reversed(kept):
        distance = event.sentence.index - earlier.sentence.index
        if distance > REACH:
            return None
        other = parsed.sentences[earlier.sentence.index]
        at = _last_word(other, earlier)
        if (
            distance > 0
            and earlier.type == event.type
            and at is not None
            and other.tokens[at].lemma.lower() == lemma
        ):
            return earlier
    return None


def _last_word(sentence: Sentence, event: Event) -> int | None:
    end = event.trigger.span.end
    return next((t.i for t in sentence.tokens if t.end == end), None)


def _joined(earlier: Event, later: Event) -> Event:
    """The earlier event with the day, place and standing that the later mention adds."""
    status = (
        later.status
        if earlier.status == "hypothetical" and later.status in {"actual", "planned"}
        else earlier.status
    )
    why = replace(
        earlier.why,
        notes=(
            *earlier.why.notes,
            f"same act: {later.trigger.text!r} in sentence {later.sentence.index}",
        ),
    )
    return replace(
        earlier,
        status=status,
        date=earlier.date or later.date,
        place=earlier.place or later.place,
        why=why,
    )


def _old_sentences(parsed: ParsedReport, dates: Sequence[DateExpression]) -> set[int]:
    """Sentences all of whose dates lie more than a year before publication."""
    published = parsed.report.published
    if published is None:
        return set()
    edge = f"{int(published[:4]) - 1:04d}{published[4:10]}"
    ends: dict[int, list[str]] = {}
    for d in dates:
        for s in parsed.sentences:
            if s.span.holds(d.span) and d.end is not None and _dates_act(s, d):
                ends.setdefault(s.index, []).append(d.end)
    return {i for i, found in ends.items() if max(found) < edge}


def _dates_act(s: Sentence, d: DateExpression) -> bool:
    """Whether a date is that of what a sentence tells: "a 1951 treaty" and "since 2021" date nothing told now."""
    inside = [t for t in s.tokens if t.start < d.span.end and d.span.start < t.end]
    top = next((t for t in inside if s.tokens[t.head] not in inside), None)
    if top is None:
        return True
    named = top.dep in {"nummod", "amod", "compound", "nmod"}
    since = s.tokens[top.head].lower == "since"
    present = s.tokens[s.root].tag in {"VBZ", "VBP"}
    return not (named and s.tokens[top.head].pos == "NOUN") and not (since and present)


def _background(
    events: tuple[Event, ...], parsed: ParsedReport, old: set[int]
) -> tuple[Event, ...]:
    """An undated act in a sentence that goes on about the past of the sentence before is of that past."""
    past = old | {e.sentence.index for e in events if e.status == "historical"}
    dated = {e.sentence.index for e in events if e.status == "actual" and e.date is not None}
    ended: list[Event] = []
    for event in events:
        made = event
        if _below_past(event, events, parsed) or _soon_after(event, events, parsed):
            made = replace(
                event, status="historical", why=_noted(event.why, "below an act of the past")
            )
        elif (
            event.status == "actual"
            and event.date is None
            and event.sentence.index - 1 in past
            and _goes_on(parsed, event, dated)
        ):
            note = "background goes on from the sentence before"
            made = replace(event, status="historical", why=_noted(event.why, note))
            past.add(event.sentence.index)
        ended.append(made)
    return tuple(ended)


def _below_past(event: Event, events: tuple[Event, ...], parsed: ParsedReport) -> bool:
    """Whether an undated act hangs on one that its date puts into the past ("a deal in 2018, ending a war")."""
    if event.status != "actual" or event.date is not None:
        return False
    sentence = parsed.sentences[event.sentence.index]
    at = next((t.i for t in sentence.tokens if t.end == event.trigger.span.end), None)
    if at is None:
        return False
    ends = {sentence.tokens[i].end for i in above(sentence, at)}
    return any(
        e.status == "historical"
        and e.sentence.index == event.sentence.index
        and e.trigger.span.end in ends
        for e in events
    )


def _soon_after(event: Event, events: tuple[Event, ...], parsed: ParsedReport) -> bool:
    """Whether an act came "days later" than one of the past told before it in its sentence."""
    if event.status != "actual" or event.date is not None:
        return False
    s = parsed.sentences[event.sentence.index]
    at = next((t.i for t in s.tokens if t.end == event.trigger.span.end), None)
    if at is None or not any(s.tokens[c].lower in LATER for c in s.children[at]):
        return False
    return any(
        e.status == "historical"
        and e.sentence.index == s.index
        and e.trigger.span.end <= event.trigger.span.start
        for e in events
    )


def _goes_on(parsed: ParsedReport, event: Event, past: set[int]) -> bool:
    """Whether a sentence tells on, in the simple past, about the past of the sentence before.

    A sentence with a day of its own, in the present or perfect, or on somebody's word of today does not.
    """
    here, before = (parsed.sentences[event.sentence.index - n] for n in (0, 1))
    root = here.tokens[here.root]
    if root.tag != "VBD" or root.lemma.lower() in SAYING or here.index in past:
        return False
    opens = here.tokens[0].lower in PRONOUNS
    return here.paragraph == before.paragraph or opens


def _noted(why: Why, note: str) -> Why:
    return replace(why, notes=(*why.notes, note))
