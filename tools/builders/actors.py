"""The actor base: people, bodies and forces by name, agent nouns, modifiers, given names."""

import json
from collections.abc import Sequence
from pathlib import Path

import yaml

from dateline.knowledge import plurals

#: Tables beside the entries.
TABLES = {"agents.tsv", "modifiers.tsv", "given_names.tsv"}
COLUMNS = (
    *("id", "name", "aliases", "country", "sectors", "kind", "valid_from", "valid_to"),
    *("role", "org", "wikidata", "source"),
)
KINDS = {"person", "organisation", "group", "thing", "place", "country", "measure", "none"}
#: How the United Nations is written before the name of one of its bodies.
_UN = ("UN ", "U.N. ", "United Nations ")
_HEADERS = ("id\t", "noun\t", "word\t", "name\t")
SECTORS = {
    "GOV", "MIL", "COP", "PRM", "REB", "UNK", "CVL", "BUS", "AGR", "JRN", "CRM", "REL", "PRE",
    "LEG", "JUD", "SPY", "PTY", "UAF", "OPP", "SOC", "LAB", "EDU", "MED", "REF", "ELI",
}  # fmt: skip


def build(knowledge: Path, out: Path) -> str:
    """Write actors.json; returns a line for the log.

    Raises:
        ValueError: a row is wrong; the message names file and line.
    """
    folder = knowledge / "actors"
    entries: dict[str, dict[str, object]] = {}
    sources: dict[str, int] = {}
    for path in sorted(folder.glob("*.tsv")):
        if path.name not in TABLES:
            for where, row in _rows(path):
                _add(entries, sources, row, where)
    agents = _agents(folder / "agents.tsv")
    modifiers = [(r[0], r[1].split(), r[2]) for _, r in _rows(folder / "modifiers.tsv")]
    given = {r[0]: r[1] for _, r in _rows(folder / "given_names.tsv")}
    lists = yaml.safe_load((folder / "words.yml").read_text(encoding="utf-8"))
    data = {
        "entries": list(entries.values()),
        "sources": list(sources),
        "agents": agents,
        "modifiers": modifiers,
        "given": given,
        "words": {name: text.split() for name, text in lists.items()},
    }
    (out / "actors.json").write_text(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    return (
        f"{len(entries)} entries, {len(agents)} forms of agent nouns, "
        f"{len(modifiers)} modifiers, {len(given)} given names"
    )


def _rows(path: Path) -> list[tuple[str, list[str]]]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith(("#", *_HEADERS)):
            found.append((f"{path.name}:{number}", [cell.strip() for cell in line.split("\t")]))
    return found


def _add(
    entries: dict[str, dict[str, object]], sources: dict[str, int], row: list[str], where: str
) -> None:
    if len(row) != len(COLUMNS):
        msg = f"{where}: {len(row)} columns instead of {len(COLUMNS)}"
        raise ValueError(msg)
    cells = dict(zip(COLUMNS, row, strict=True))
    _check_kind(cells["kind"], cells["sectors"].split(), where)
    term = [
        cells["country"], cells["sectors"].split(), cells["valid_from"], cells["valid_to"],
        [r.strip().lower() for r in cells["role"].split("|") if r.strip()], cells["org"],
        sources.setdefault(cells["source"], len(sources)),
    ]  # fmt: skip
    aliases = [a.strip() for a in cells["aliases"].split("|") if a.strip()]
    aliases += _spelled_out((cells["name"], *aliases))
    entry = entries.setdefault(
        cells["id"],
        {
            "id": cells["id"],
            "name": cells["name"],
            "aliases": [],
            "kind": cells["kind"],
            "wikidata": "",
            "terms": [],
        },
    )
    if entry["name"] != cells["name"] or entry["kind"] != cells["kind"]:
        msg = f"{where}: id {cells['id']!r} has two names or kinds"
        raise ValueError(msg)
    known = entry["aliases"]
    known.extend(a for a in aliases if a not in known)
    entry["wikidata"] = entry["wikidata"] or cells["wikidata"]
    entry["terms"].append(term)


def _spelled_out(names: Sequence[str]) -> list[str]:
    """Bodies of the United Nations with that name in all its forms: "UN human rights office"."""
    tails = {n.removeprefix(short) for n in names for short in _UN if n.startswith(short)}
    return [short + tail for tail in sorted(tails) for short in _UN if short + tail not in names]


def _check_kind(kind: str, sectors: list[str], where: str) -> None:
    if kind not in KINDS:
        msg = f"{where}: unknown kind {kind!r}"
        raise ValueError(msg)
    unknown = [s for s in sectors if s not in SECTORS]
    if unknown:
        msg = f"{where}: unknown sector {unknown[0]!r}"
        raise ValueError(msg)


def _agents(path: Path) -> list[tuple[str, str, str, list[str], bool, list[str]]]:
    found: dict[str, tuple[str, str, str, list[str], bool, list[str]]] = {}
    for where, row in _rows(path):
        noun, kind, sectors, plural, flags = (row + [""] * 5)[:5]
        if noun[:1].isupper():
            noun, flags = noun.lower(), f"{flags} proper"
        noun, plural = (
            noun.replace("-", " "),
            plural.replace("-", " ") if len(plural) > 1 else plural,
        )
        _check_kind(kind, sectors.split(), where)
        many = "group" if kind == "person" else kind
        if plural != "=":
            found.setdefault(
                _key(noun, flags), (noun, noun, kind, sectors.split(), False, flags.split())
            )
        if plural != "-":
            form = noun if plural == "=" else plural or plurals.plural(noun)
            found.setdefault(
                _key(form, flags), (form, noun, many, sectors.split(), True, flags.split())
            )
    return list(found.values())


def _key(form: str, flags: str) -> str:
    return f"{form} (name)" if "proper" in flags else form
