"""Figures on evaluation/denials: who says it, with which act, and what the saying makes of each event.

denials.py [--sealed] [--misses [speaker|act|stance|claim|content|extra|event|status]]

Claims are matched by overlap of cue, else of content; events by overlap of trigger, else by type and sentence, as
evaluation/denials/README.md says.  Of the sealed part nothing is printed but the figures.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline
from dateline.records import Act, Claim, Event, Participant, Record, Report

FILE = Path(__file__).resolve().parent.parent / "evaluation" / "denials" / "denials.jsonl"
#: Share of words from which on a content is right.
_CONTENT = 0.7
_DEMANDS = {"urge", "order", "request"}
_EDGE = re.compile(r"^(?:the|an?)\s+|['\u2019]s?$", re.IGNORECASE)
_LEAD = {"that", "of", "to", "whether"}
Row = dict[str, Any]
Fault = tuple[str, str, str]


def rows(part: str) -> list[Row]:
    """The items of one part."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["part"] == part]


def coded(pipeline: Pipeline, found: list[Row]) -> Iterator[tuple[Row, Record]]:
    """Each item with its record."""
    reports = (Report(r["id"], "-", r["text"], published=r["date"]) for r in found)
    return zip(found, pipeline.run(reports), strict=True)


def _touch(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _common(one: Iterable[Sequence[int]], other: Sequence[Sequence[int]]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def matched(row: Row, claims: Sequence[Claim]) -> list[Claim | None]:
    """For each marked claim the one given for it, each given one used once."""
    pairs: list[tuple[int, int, int, int]] = []
    for n, want in enumerate(row["claims"]):
        for k, claim in enumerate(claims):
            cue = want["cue_span"]
            by_cue = bool(cue) and _touch(cue, claim.cue.span)
            shared = _common(claim.content.spans, want["content_spans"])
            if by_cue or shared:
                pairs.append((-int(by_cue), -shared, n, k))
    found: list[Claim | None] = [None] * len(row["claims"])
    used: set[int] = set()
    for _, _, n, k in sorted(pairs):
        if found[n] is None and k not in used:
            found[n] = claims[k]
            used.add(k)
    return found


def _plain(words: str) -> str:
    return _EDGE.sub("", words.strip()).casefold()


def _names(one: Participant, record: Record) -> set[str]:
    """Every form under which the record gives a speaker."""
    actor = next((a for a in record.actors if a.id == one.actor.id), one.actor)
    forms = [one.text or "", actor.name, *actor.aliases]
    forms.extend(record.report.text[a:b] for a, b in actor.mentions)
    return {_plain(f) for f in forms}


def speaker_right(want: Row, claim: Claim, record: Record) -> bool:
    """Whether the speaker is one of the marked phrases; where a pronoun speaks, whether it is resolved."""
    if want["speaker"] is None or claim.speaker is None:
        return want["speaker"] is None and claim.speaker is None
    names = _names(claim.speaker, record)
    mention = want.get("speaker_mention")
    forms = {_plain(f) for f in (want["speaker"], *want["speaker_alt"])}
    if mention:
        forms.discard(_plain(mention["text"]))
    if names & forms:
        return True
    spans = (want["speaker_span"],) if want["speaker_span"] else ()
    actor = next((a for a in record.actors if a.id == claim.speaker.actor.id), claim.speaker.actor)
    return any(_same_phrase(m, span) for span in spans for m in actor.mentions)


def _same_phrase(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two spans are mostly the same words, or the one opens the other ("the governor" of "... of Sinjar")."""
    common = _common([one], [other])
    opens = one[0] == other[0] and common == one[1] - one[0]
    return opens or 2 * common >= max(one[1] - one[0], other[1] - other[0])


def _words(text: str) -> list[str]:
    words = re.findall(r"\w+", text.casefold())
    return words[1:] if words and words[0] in _LEAD else words


def _f1(one: str, other: str) -> float:
    a, b = Counter(_words(one)), Counter(_words(other))
    common = sum((a & b).values())
    return 2 * common / (a.total() + b.total()) if common else 0.0


def content_right(want: Row, claim: Claim) -> bool:
    """Whether the words said are the marked ones, or one of their alternatives."""
    whole = " ".join(want.get("content_parts", [want["content"]]))
    forms = [whole, want["content"], *want["content_alt"]]
    return any(_f1(claim.content.text, form) >= _CONTENT for form in forms)


def _acts(record: Record) -> list[tuple[Event, Event | Act]]:
    """Every act of a record, with the event that holds it."""
    found: list[tuple[Event, Event | Act]] = []
    for event in record.events:
        found.append((event, event))
        under = event.of
        while under is not None:
            found.append((event, under))
            under = under.of
    return found


def events_for(row: Row, record: Record) -> list[list[Event]]:
    """The events given for each marked one: by trigger, else of the same type in the sentence and left over."""
    acts = _acts(record)
    found: list[list[Event]] = []
    for want in row["events"]:
        span, types = want["trigger_span"], {want["type"], *want.get("type_alt", [])}
        near = [(e, a) for e, a in acts if _touch(a.trigger.span, span)]
        near = [(e, a) for e, a in near if a is e or want.get("in_of")]
        right = [e for e, a in near if a.type in types]
        found.append(right or [e for e, a in near if a is e])
    used = {e.id for events in found for e in events}
    for n, want in enumerate(row["events"]):
        types = {want["type"], *want.get("type_alt", [])}
        if not found[n]:
            found[n] = [
                e
                for e in record.events
                if e.id not in used
                and e.type in types
                and _touch(e.sentence.span, want["trigger_span"])
            ]
            used.update(e.id for e in found[n])
    return found


def _stance_right(want: Row, claim: Claim | None, found: list[Event]) -> bool:
    return claim is not None and any(
        given.stance == want["stance"]
        for given in claim.stance
        for e in found
        if given.event == e.id
    )


def claim_faults(row: Row, record: Record) -> Iterator[Fault]:
    """What is right and wrong of the claims of an item: kind, "right" or "wrong", words about it."""
    given = matched(row, record.claims)
    for want, claim in zip(row["claims"], given, strict=True):
        about = f"{want['act']} {want['speaker']!r} {want['cue']!r} {want['content']!r}"
        if claim is None:
            if not want.get("optional"):
                yield "claim", "wrong", about
            continue
        who = claim.speaker.text if claim.speaker else None
        about += f" <- {claim.act} {who!r} {claim.cue.text!r} {claim.content.text!r}"
        acts = {want["act"], *want["act_alt"]}
        yield "claim", "right", about
        yield "speaker", _right(speaker_right(want, claim, record)), about
        yield "act", _right(claim.act in acts), about
        yield "content", _right(content_right(want, claim)), about
    extra = [c for c in record.claims if not any(c is g for g in given)]
    for claim in extra:
        who = claim.speaker.text if claim.speaker else None
        yield "extra", "wrong", f"{claim.act} {who!r} {claim.cue.text!r} {claim.content.text!r}"


def event_faults(row: Row, record: Record) -> Iterator[Fault]:
    """The same of its events."""
    given = matched(row, record.claims)
    for want, found in zip(row["events"], events_for(row, record), strict=True):
        about = f"{want['type']} {want['trigger']!r} {want['status']}"
        yield "event", _right(bool(found)), about
        if not found:
            continue
        about += f" <- {[(e.type, e.trigger.text, e.status) for e in found]}"
        if not want.get("in_of"):
            wanted = {want["status"], *want["alt_status"]}
            yield "status", _right(any(e.status in wanted for e in found)), about
        for stance in want["stances"]:
            claim = given[stance["claim"]]
            told = (
                None
                if claim is None
                else (claim.act, claim.cue.text, [s.stance for s in claim.stance])
            )
            right = _stance_right(stance, claim, found)
            yield "stance", _right(right), f"{stance['stance']} {about} {told}"


def _right(yes: bool) -> str:
    return "right" if yes else "wrong"


def figures(pipeline: Pipeline, part: str, *, tell: str = "") -> dict[str, float]:
    """Shares that are right: speaker, act and content of the claims found, stance and status of the events found.

    Args:
        pipeline: codes the items.
        part: ``open`` or ``sealed``.
        tell: the kind of fault to print, "all" for every kind; nothing is ever printed of the sealed part.
    """
    count: Counter[tuple[str, str]] = Counter()
    for row, record in coded(pipeline, rows(part)):
        for kind, verdict, about in (*claim_faults(row, record), *event_faults(row, record)):
            count[kind, verdict] += 1
            if part == "open" and verdict == "wrong" and tell in {kind, "all"}:
                print(f"{kind} | {row['id']} {row['text']!r}\n    {about}")
    out = {"claims": float(count["claim", "right"] + count["claim", "wrong"])}
    for kind in ("claim", "speaker", "act", "content", "event", "status", "stance"):
        right, wrong = count[kind, "right"], count[kind, "wrong"]
        out[{"claim": "claims_found", "event": "events_found"}.get(kind, kind)] = round(
            right / max(1, right + wrong), 3
        )
    found = count["claim", "right"]
    out["claim_precision"] = round(found / max(1, found + count["extra", "wrong"]), 3)
    out["speaker_of_all"] = round(count["speaker", "right"] / out["claims"], 3)
    out["act_of_all"] = round(count["act", "right"] / out["claims"], 3)
    return out


def main(arguments: list[str]) -> int:
    """Print the figures."""
    part = "sealed" if "--sealed" in arguments else "open"
    tell = ""
    if "--misses" in arguments:
        after = arguments[arguments.index("--misses") + 1 :]
        tell = after[0] if after and not after[0].startswith("-") else "all"
    print(part, figures(Pipeline(), part, tell=tell))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
