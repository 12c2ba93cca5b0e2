"""Sources and licences, for ``dateline about``."""

import json
from pathlib import Path

import yaml

NEEDED = {"name", "gives", "licence", "address"}


def build(knowledge: Path, out: Path) -> str:
    """Write about.json; returns a line for the log.

    Raises:
        ValueError: a source lacks a field.
    """
    data = yaml.safe_load((knowledge / "about.yml").read_text(encoding="utf-8"))
    for source in (*data["data"], *data["software"]):
        if missing := NEEDED - set(source):
            msg = f"about.yml: {source.get('name')}: no {', '.join(sorted(missing))}"
            raise ValueError(msg)
    (out / "about.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return f"{len(data['data'])} sources of data"
