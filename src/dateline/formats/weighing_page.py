"""Headline and tensions for people: what the body has for and against, what does not go together."""

from collections.abc import Iterator

from dateline.formats.screen import Line, line, quoted
from dateline.formats.wording import short
from dateline.records import Ground, Headline, Participant, Presupposition, Tension, Unmentioned

#: Characters of a quoted stretch.
_QUOTE = 160
REPORT = "the report"
_SUPPORT = {
    "asserted": "told in the body",
    "attributed": "only claimed in the body",
    "denied": "denied in the body",
    "not established": "not established in the body",
}


def headline_lines(headline: Headline) -> Iterator[Line]:
    """Verdict, evidence, names not mentioned, what is taken for granted."""
    verdict = f"{headline.kind}: {_SUPPORT[headline.support]}"
    yield line(verdict, "bold" if headline.support == "asserted" else "bold yellow", 2)
    for ground in headline.grounds:
        yield line(_ground(ground), "", 4)
    for name in headline.unmentioned:
        yield line(_unmentioned(name), "", 4)
    for found in headline.presupposed:
        yield line(_presupposed(found), "", 4)


def _ground(ground: Ground) -> str:
    words = quoted(short(ground.evidence.text, _QUOTE))
    told = f"{ground.side}: {_how(ground)}: {words} {span_words(ground.evidence.span)}"
    return f"{told} [base: {ground.link}]" if ground.link else told


def _how(ground: Ground) -> str:
    who = voice(ground.by)
    if ground.how == "told":
        return f"told by {who}"
    if ground.how == "named source":
        return f"word of {who}, whom the headline names"
    if ground.how == "open":
        return f"only planned or possible, by {who}"
    return f"{ground.how} by {who}"


def _unmentioned(name: Unmentioned) -> str:
    actor = name.actor
    known = actor.code or actor.country if actor else None
    base = f" [coded: {known}]" if known else ""
    return f"not in the body: {quoted(name.text)}{base}"


def _presupposed(found: Presupposition) -> str:
    taken = f"{quoted(found.word)} takes for granted {found.asks}:"
    if found.told is None:
        return f"{taken} the body does not tell it"
    words = quoted(short(found.told.text, _QUOTE))
    return f"{taken} told: {words} {span_words(found.told.span)}"


def tension_lines(tension: Tension) -> Iterator[Line]:
    """What does not go together, and both places."""
    yield line(tension.says, "bold", 2)
    for side in tension.sides:
        words = quoted(short(side.evidence.text, _QUOTE))
        yield line(f"{voice(side.by)}: {words} {span_words(side.evidence.span)}", "", 4)


def voice(who: Participant | None) -> str:
    """Whose word: a speaker's name, or the report itself."""
    return who.actor.name if who is not None else REPORT


def span_words(span: tuple[int, int]) -> str:
    """Characters of the report, as ``[18-45]``."""
    return f"[{span[0]}-{span[1]}]"
