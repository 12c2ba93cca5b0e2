"""Records for the store, and a writer that can be killed."""

import json
import random
from copy import deepcopy
from multiprocessing.connection import Connection
from typing import Any

from dateline.formats.to_json import record_dict
from dateline.store.store import Store
from helpers.samples import RECORD

Json = dict[str, Any]
SAMPLE: Json = json.loads(json.dumps(record_dict(RECORD)))


def record(number: int = 1, *, coder: str = "0.1.0", **report: Any) -> Json:
    """The sample's record as one of another report, by some coder."""
    made = deepcopy(SAMPLE)
    made["report"] |= {"id": f"r-{number}", "url": f"https://harbour.example/{number}"}
    if number != 1:  # the words stay where they are
        made["report"]["text"] += f" It was ship number {number}."
    made["report"] |= report
    made["report"]["coder"] = made["report"]["coder"] | {"dateline": coder}
    return made


def write_for_ever(address: str, seed: int, out: Connection) -> None:
    """Store reports, then their records, telling each that is kept; until somebody kills the process."""
    chance = random.Random(seed)
    with Store(address) as store:
        out.send(("ready", 0))
        for turn in range(1_000_000):
            number = seed * 1_000_000 + turn + 2
            made = record(number, coder=chance.choice(("0.1.0", "0.2.0")))
            kept = store.add_report(made["report"])
            out.send(("report", kept.key))
            (done,) = store.add_records([made], seen=False)
            out.send(("record", done.report.key))
