"""Users' own actor files: dateline's TSV, and the actor and agent files of PETRARCH and TABARI.

A line that cannot be used is left out and told, with its number and the reason; the rest is loaded.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UsageError
from dateline.knowledge.actors import (
    ActorBase,
    ActorEntry,
    AgentNoun,
    Known,
    OwnActors,
    OwnName,
    Term,
    pieces,
)
from dateline.knowledge.countries import NOT_STATES, CountryName
from dateline.knowledge.plurals import plural
from dateline.knowledge.tabari import NOTHING, Block, Code, Fault, blocks
from dateline.knowledge.user_names import (
    KINDS,
    cameo_groups,
    kind_of,
    over,
    plover_sectors,
    same,
    spelled,
)

#: Columns of dateline's TSV; ``name`` must be there, the rest may be left out.
COLUMNS = (
    *("id", "name", "aliases", "country", "sectors", "kind", "valid_from", "valid_to"),
    *("role", "org", "wikidata", "source", "code"),
)
#: Without a header the columns stand in this order, and there are at least so many.
LEAST = 5
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_GROUP = 3
_DIGEST = 12


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file gave: the actors, the faults by line, how many entries were known already."""

    name: str
    digest: str
    own: OwnActors
    faults: tuple[Fault, ...]
    already: int = 0

    @property
    def stamp(self) -> str:
        """How the record names the file: "actors:mine.tsv@0123456789ab"."""
        return f"actors:{self.name}@{self.digest}"


def read_actors(path: Path, base: ActorBase, *, faulty: bool = False) -> Loaded:
    """Read a file of actors.

    Args:
        path: the file; UTF-8, other bytes are read as Latin-1.
        base: what dateline knows: countries, given names, agent nouns.
        faulty: give also a file of which nothing can be used, so that all its faults can be told.

    Raises:
        UsageError: the file cannot be read, or holds no usable line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}): give a file of actors"
        raise UsageError(msg) from error
    lines = _decoded(data).splitlines()
    reader = _Tsv(base) if _is_tsv(lines) else _Tabari(base)
    reader.read(lines, path.name)
    own = OwnActors(tuple(reader.entries.values()), tuple(reader.names), tuple(reader.nouns))
    used = own.entries or own.names or own.nouns or reader.already
    if not (used or (faulty and reader.faults)):
        why = f" (line {reader.faults[0].line}: {reader.faults[0].reason})" if reader.faults else ""
        msg = f"{path}: no actor found{why}: give dateline's TSV or a PETRARCH/TABARI file"
        raise UsageError(msg)
    digest = hashlib.sha256(data).hexdigest()[:_DIGEST]
    faults = tuple(sorted(reader.faults, key=lambda f: f.line))
    return Loaded(path.name, digest, own, faults, reader.already)


def joined(files: Iterable[Loaded]) -> OwnActors:
    """Several files as one; where two know a name, the later one stands."""
    found = [f.own for f in files]
    names = {pieces(n.form): n for own in found for n in own.names}
    entries = {e.id: e for own in found for e in own.entries}
    nouns = tuple(n for own in found for n in own.nouns)
    return OwnActors(tuple(entries.values()), tuple(names.values()), nouns)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_tsv(lines: list[str]) -> bool:
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return "name" in first.split("\t") or first.count("\t") >= LEAST - 1


class _Reader:
    """What both formats fill."""

    def __init__(self, base: ActorBase) -> None:
        self.base = base
        self.entries: dict[str, ActorEntry] = {}
        self.names: list[OwnName] = []
        self.nouns: list[AgentNoun] = []
        self.faults: list[Fault] = []
        self.already = 0

    def read(self, lines: list[str], source: str) -> None:
        raise NotImplementedError

    def country_of(self, code: str) -> str:
        """The code that a country's people take; KeyError when three letters are no country."""
        country = self.base.countries.get(code)
        if country is None:
            raise KeyError(code)
        return country.state

    def add(self, entry: ActorEntry, forms: Iterable[tuple[str, bool]]) -> None:
        """File an entry with its forms (and whether each is a stem), in place of the base's own."""
        forms = list(forms)
        for known in same(self.base, entry):
            entry = over(known, entry)
            told = {pieces(f) for f, _ in forms}
            forms += [(f, False) for f in (known.name, *known.aliases) if pieces(f) not in told]
        self.entries[entry.id] = entry
        self.names.extend(OwnName(f, Known(None, (entry,)), stem) for f, stem in forms)


class _Tsv(_Reader):
    """Rows of dateline's own format, one a term; rows with one id are one actor."""

    def __init__(self, base: ActorBase) -> None:
        super().__init__(base)
        self.rows: dict[str, ActorEntry] = {}

    def read(self, lines: list[str], source: str) -> None:
        columns: list[str] | None = None
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = [c.strip() for c in line.split("\t")]
            if columns is None:
                columns = cells if "name" in cells else list(COLUMNS)
                if columns is cells:
                    continue
            try:
                self._row(dict(zip(columns, cells, strict=False)), source)
            except ValueError as fault:
                self.faults += [Fault(number, f"{reason}: left out") for reason in fault.args]
        for entry in self.rows.values():
            self.add(entry, ((f, False) for f in (entry.name, *entry.aliases)))

    def _row(self, row: dict[str, str], source: str) -> None:
        name = " ".join(row.get("name", "").split())
        if not pieces(name):
            msg = "no name"
            raise ValueError(msg)
        aliases = tuple(a.strip() for a in row.get("aliases", "").split("|") if pieces(a))
        term, wrong = self._term(row, source)
        key = row.get("id") or "user-" + "-".join(pieces(name))
        kind = row.get("kind") or kind_of(self.base, name)
        if kind not in KINDS:
            wrong.append(f"unknown kind {kind!r} (person, organisation or group)")
        before = self.rows.get(key)
        if before is not None:
            if before.name != name:
                wrong.append(f"the id {key!r} has two names, {before.name!r} and {name!r}")
            aliases = tuple(dict.fromkeys((*before.aliases, *aliases)))
        if wrong:
            raise ValueError(*wrong)
        terms = (*before.terms, term) if before else (term,)
        self.rows[key] = ActorEntry(key, name, aliases, kind, row.get("wikidata") or None, terms)

    def _term(self, row: dict[str, str], source: str) -> tuple[Term, list[str]]:
        """What the row says of the actor, and everything that is wrong with it."""
        wrong: list[str] = []
        country = code = row.get("country", "").upper()
        if code and code not in NOT_STATES:
            try:
                country = self.country_of(code)
            except KeyError:
                known = "ISO alpha-3, or UNO, EUR, IGO, NGO ..."
                wrong.append(f"unknown country {row['country']!r} ({known})")
        sectors = tuple(row.get("sectors", "").upper().replace("|", " ").split())
        known = f"PLOVER's: {', '.join(sorted(plover_sectors()))}"
        wrong += [f"unknown sector {s!r} ({known})" for s in sectors if s not in plover_sectors()]
        days = row.get("valid_from", ""), row.get("valid_to", "")
        odd = [d for d in days if d and not _DAY.fullmatch(d)]
        wrong += [f"{d!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)" for d in odd]
        if all(days) and not odd and days[0] > days[1]:
            wrong.append("ends before it begins")
        roles = tuple(r.strip().lower() for r in row.get("role", "").split("|") if r.strip())
        told = row.get("source") or source
        code = row.get("code", "")
        return Term(country or None, sectors, *days, roles, row.get("org", ""), told, code), wrong


class _Tabari(_Reader):
    """Entries of PETRARCH's and TABARI's files."""

    def read(self, lines: list[str], source: str) -> None:
        found, self.faults = blocks(lines)
        for block in found:
            if any("~" in c.code for c in block.codes):
                self._agent(block)
            else:
                self._actor(block, source)

    def _actor(self, block: Block, source: str) -> None:
        terms = [t for t in (self._term(block, c, source) for c in block.codes) if t]
        if not terms:
            return
        forms = [(spelled(f), not f.endswith("_")) for f in block.forms]
        bare = [c for c in block.codes if len(c.code) == _GROUP and not (c.start or c.end)]
        if bare and len(block.codes) == 1 and terms[0].country:
            self._country(forms, terms[0].country)
            return
        name = forms[0][0]
        key = "user-" + "-".join(pieces(name))
        known = kind_of(self.base, name) if terms[0].code != NOTHING else "none"
        # an actor's own words for later days stand before the ones without dates
        terms.sort(key=lambda t: not (t.valid_from or t.valid_to))
        aliases = tuple(f for f, _ in forms[1:])
        self.add(ActorEntry(key, name, aliases, known, None, tuple(terms)), forms)

    def _country(self, forms: list[tuple[str, bool]], code: str) -> None:
        for form, stem in forms:
            if self.base.countries.by_name(form):
                self.already += 1
            else:
                self.names.append(OwnName(form, Known(CountryName(code, "name"), ()), stem))

    def _term(self, block: Block, code: Code, source: str) -> Term | None:
        if code.code == NOTHING:
            return Term(None, (), code.start, code.end, (), "", source, NOTHING)
        try:
            country, sectors = self._groups(code.code)
        except KeyError as fault:
            reason = f"{code.code}: {fault.args[0]} is no country"
            self.faults.append(Fault(block.line, f"{reason}: left out"))
            return None
        return Term(country, sectors, code.start, code.end, (), "", source, code.code)

    def _groups(self, code: str) -> tuple[str | None, tuple[str, ...]]:
        """Country field and sectors of a CAMEO string; groups of neither kind stay in the code only."""
        groups = [code[i : i + _GROUP].upper() for i in range(0, len(code), _GROUP)]
        roles = cameo_groups()
        known = [roles[g] for g in groups if g in roles]
        country = known[0][0] if groups[0] in roles else self.country_of(groups[0])
        if country == "IGO":
            country = next((land for land, _ in known[1:] if land), country)
        return country, tuple(dict.fromkeys(sector for _, sector in known if sector))

    def _agent(self, block: Block) -> None:
        code = block.codes[0].code
        groups = [code[i : i + _GROUP].upper() for i in range(1, len(code), _GROUP)]
        sectors = tuple(s for s in (cameo_groups().get(g, (None, None))[1] for g in groups) if s)
        if not code.startswith("~") or len(block.codes) > 1:
            reason = f"[{code}]: an agent has one code, and it begins with ~: left out"
            self.faults.append(Fault(block.line, reason))
        elif not sectors:
            reason = f"[{code}] names no sector of PLOVER: left out"
            self.faults.append(Fault(block.line, reason))
        else:
            self.nouns.extend(_agents(self.base, block, sectors))


def _agents(base: ActorBase, block: Block, sectors: tuple[str, ...]) -> Iterator[AgentNoun]:
    """The forms of an agent: each singular, its plural unless the form is exact, the given plurals."""
    for form in block.forms:
        noun = form.replace("_", " ").strip().lower()
        *before, head = noun.replace("-", " ").split()
        known = base.noun(before, head)
        kind = known[1].kind if known else "person"
        flags = known[1].flags if known else frozenset()
        kind = kind if kind in KINDS else "person"
        many = "group" if kind == "person" else kind
        is_many = bool(known and known[1].plural)
        yield AgentNoun(noun, many if is_many else kind, sectors, is_many, flags)
        if not form.endswith("_") and not block.plurals and not is_many:
            yield AgentNoun(plural(noun), many, sectors, plural=True, flags=flags)
    for form in block.plurals:
        noun = form.replace("_", " ").strip().lower()
        yield AgentNoun(noun, "group", sectors, plural=True, flags=frozenset())
