"""A report back from the JSON object of the contract."""

from dateline.formats.parts_json import Json
from dateline.records import Dateline, Report

_PLAIN = (
    "title",
    "url",
    "publisher",
    "published",
    "published_from",
    "language",
    "not_coded",
)


def report_of(found: Json) -> Report:
    """The report that ``to_json.report_dict`` was given; what is missing is None."""
    line = found.get("dateline")
    return Report(
        id=found["id"],
        input=found.get("input") or "",
        text=found["text"],
        dateline=Dateline(line["place"], line["date"], line["agency"], line["end"])
        if line
        else None,
        left_out=tuple(found.get("left_out") or ()),
        **{name: found.get(name) for name in _PLAIN},
    )
