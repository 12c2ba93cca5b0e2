"""Where dateline's data and software come from, and under which licence."""

from dateline.knowledge.files import load_json


def about_text(version: str) -> str:
    """Lines of text on version, data and software, with the attribution that must go with copies."""
    data = load_json("about.json")
    lines = [f"dateline {version}, Apache-2.0", "", "Data:"]
    for source in data["data"]:
        through = f", through {source['through']}" if "through" in source else ""
        lines.append(f"  {source['name']} ({source['licence']}; {source['address']}{through})")
        lines.append(f"    {source['gives']}")
        if "attribution" in source:
            lines.append(f"    {source['attribution']}")
    lines += ["", "Software:"]
    lines += [
        f"  {s['name']} ({s['licence']}; {s['address']}): {s['gives']}" for s in data["software"]
    ]
    lexicon = load_json("lexicon.json")
    entries = len(load_json("actors.json")["entries"])
    lines += [
        "",
        f"Knowledge: lexicon {lexicon['version']} with {len(lexicon['entries']):,} entries, {entries:,} actors.",
        "Everything else under knowledge/ was written for dateline (Apache-2.0); see knowledge/SOURCES.md.",
    ]
    return "".join(f"{line}\n" for line in lines)
