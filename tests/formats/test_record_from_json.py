"""A record to JSON and back."""

from dataclasses import replace

from helpers import samples

from dateline.formats.record_from_json import record_of
from dateline.formats.to_json import record_dict


def test_there_and_back() -> None:
    made = record_dict(samples.RECORD)
    again = record_dict(
        replace(record_of(made), headline=samples.RECORD.headline, tensions=samples.RECORD.tensions)
    )
    relations = (r["object"] for r in made["relations"] if "candidates" in r["object"])
    events = (e["place"] for e in made["events"] if e["place"])
    for place in (*made["places"], *events, *relations):
        place["candidates"] = []  # runners-up are not read back
    for act in made["events"]:
        if act["of"] and act["of"]["place"]:
            act["of"]["place"]["candidates"] = []
    assert again == made
