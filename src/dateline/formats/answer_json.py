"""An answer as a JSON object."""

import json
from dataclasses import asdict

from dateline.formats.parts_json import Json
from dateline.records.answer import Answer, EvidenceLine
from dateline.records.incident import Citation


def answer_line(answer: Answer) -> str:
    """One line of JSON, without its line end; it can always be written as UTF-8."""
    line = json.dumps(answer_dict(answer), ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair in a report
        return json.dumps(answer_dict(answer))
    return line


def answer_dict(answer: Answer) -> Json:
    """Only dicts, lists, strings, numbers, booleans and None; spans are [start, end] in the report's text."""
    found = answer.understood
    return {
        "understood": {
            **asdict(found),
            "presupposes": [{"word": word, "asks": asks} for word, asks in found.presupposes],
            "unknown": [{"text": text, "span": list(span)} for text, span in found.unknown],
        },
        "established": answer.established,
        "lines": [_line(one) for one in answer.lines],
        "not_reported": list(answer.not_reported),
        "passages": [{"cite": _cite(p.cite), "has": list(p.has)} for p in answer.passages],
        "reports": answer.reports,
        "reviewed": "machine-coded, unreviewed",
    }


def _line(one: EvidenceLine) -> Json:
    return {
        "side": one.side,
        "says": one.says,
        "stance": one.stance,
        "day": one.day,
        "cite": _cite(one.cite),
        "why": one.why,
        "more": [_cite(c) for c in one.more],
    }


def _cite(cite: Citation) -> Json:
    source = cite.source
    return {
        "report": source.id,
        "key": source.key,
        "title": source.title,
        "url": source.url,
        "outlet": source.outlet,
        "published": source.published,
        "quote": cite.quote,
        "span": list(cite.span),
        "status": cite.status,
        "speaker": cite.speaker,
        "event": cite.event,
        "claim": cite.claim,
        "by_person": cite.by_person,
    }
