"""The ledger as JSON: one object a report, and one for several together."""

import json
from collections.abc import Sequence

from dateline.formats.parts_json import Json, evidence_dict, participant_dict
from dateline.formats.to_json import record_dict
from dateline.ledger.acts import Finding, Matter, Telling, matters, silences
from dateline.records import Record

#: Parts of the record that the ledger takes as they are.
_KEPT = ("headline", "claims", "relations", "tensions")
_REPORT = ("id", "input", "title", "url", "publisher", "published", "not_coded", "coder")


def ledger_line(record: Record) -> str:
    """One line of JSON Lines on one report, without its line end."""
    whole = record_dict(record)
    report = {key: whole["report"][key] for key in _REPORT}
    acts = [_matter(m, [record]) for m in matters([record])]
    return _dumped({"report": report, **{key: whole[key] for key in _KEPT}, "acts": acts})


def across_line(records: Sequence[Record]) -> str:
    """The last line, on all reports together."""
    found = matters(records)
    told = [m for m in found if len(m.reports) > 1 or any(f.other for f in m.findings)]
    return _dumped(
        {
            "across": {
                "reports": [r.report.id for r in records],
                "acts": [_matter(m, records) for m in told],
                "silence": [
                    {**_matter(m, records), "not_in": [records[n].report.id for n in without]}
                    for m, without in silences(found, len(records))
                ],
            }
        }
    )


def _matter(matter: Matter, records: Sequence[Record]) -> Json:
    seed = matter.seed
    return {
        "id": matter.id,
        "type": seed.type,
        "modes": list(seed.modes),
        "actors": [participant_dict(p) for p in seed.actors],
        "recipients": [participant_dict(p) for p in seed.recipients],
        "disputed": matter.disputed,
        "denied": matter.denied,
        "tellings": [_telling(t, records) for t in matter.tellings],
        "findings": [_finding(f) for f in matter.findings],
    }


def _telling(telling: Telling, records: Sequence[Record]) -> Json:
    return {
        "report": records[telling.report].report.id,
        "event": telling.event.id,
        "status": telling.event.status,
        "stance": telling.stance,
        "commitment": telling.event.commitment,
        "by": participant_dict(telling.by) if telling.by else None,
        "claim": telling.claim.id if telling.claim else None,
        **evidence_dict(telling.evidence),
    }


def _finding(finding: Finding) -> Json:
    found: Json = {"kind": finding.kind, "tellings": [finding.first, finding.second]}
    if finding.figure:
        found["figure"] = finding.figure
    if finding.other:
        found["other"] = finding.other
    if finding.same_words:
        found["same_words"] = True
    return found


def _dumped(found: Json) -> str:
    line = json.dumps(found, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair in the text: escapes keep it as it is
        return json.dumps(found)
    return line
