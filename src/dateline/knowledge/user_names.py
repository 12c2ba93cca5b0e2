"""What a name in a user's file of actors stands for beside the base, and what its code says."""

from dataclasses import replace
from string import capwords

from dateline.knowledge.actors import ActorBase, ActorEntry, pieces
from dateline.knowledge.files import load_json

KINDS = frozenset({"person", "organisation", "group"})
#: A name in capitals of at most so many letters is an acronym.
_SHORT = 3
#: How many words the name of a person has, and words that only bodies have in theirs.
_OF_PEOPLE = range(2, 5)
_JOINING = frozenset({"of", "for", "and", "the"})


def same(base: ActorBase, entry: ActorEntry) -> list[ActorEntry]:
    """The one entry of the base that bears the name of a user's entry, if there is just one."""
    found = [e for e in base.named(entry.name) if pieces(e.name) == pieces(entry.name)]
    found = found or [e for e in base.named(entry.name) if len(pieces(entry.name)) > 1]
    return found if len(found) == 1 else []


def over(known: ActorEntry, own: ActorEntry) -> ActorEntry:
    """A user's entry above the base's: the user's codes and days; names and roles of both."""
    roles = tuple(dict.fromkeys(r for t in known.terms for r in t.roles))
    org = next((t.org for t in known.terms if t.org), "")
    terms = tuple(replace(t, roles=t.roles or roles, org=t.org or org) for t in own.terms)
    names = (own.name, *own.aliases, *known.aliases)
    aliases = tuple(n for n in dict.fromkeys(names) if pieces(n) != pieces(known.name))
    kind = "none" if own.kind == "none" else known.kind
    return ActorEntry(known.id, known.name, aliases, kind, own.wikidata or known.wikidata, terms)


def spelled(form: str) -> str:
    """A form as a newspaper prints it; files of this kind are in capitals throughout."""
    words = " ".join(form.replace("_", " ").split())
    return words if len(words) <= _SHORT or not words.isupper() else capwords(words)


def kind_of(base: ActorBase, name: str) -> str:
    """Person, group or organisation, by a given name in front or a noun behind."""
    words = pieces(name)
    noun = base.noun(words[:-1], words[-1], capital=True)
    if noun and noun[1].kind in KINDS:
        return "group" if noun[1].kind == "person" and noun[1].plural else noun[1].kind
    usual = len(words) in _OF_PEOPLE and not _JOINING & set(words)
    return (
        "person" if usual or (len(words) > 1 and words[0] in base.first_names) else "organisation"
    )


def cameo_groups() -> dict[str, tuple[str | None, str | None]]:
    """CAMEO's groups and what they are here: a country field, a sector."""
    roles: dict[str, tuple[str | None, str | None]] = load_json("lexicon.json")["roles"]
    return roles


def plover_sectors() -> frozenset[str]:
    """PLOVER's sectors."""
    return frozenset(sector for _, sector in cameo_groups().values() if sector)
