"""Whether those told are those asked about: the same, acting for them, or only tied to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.actors import pieces
from dateline.knowledge.countries import Countries
from dateline.ledger.same import EMPTY, STATE, telling, word_stem
from dateline.records import Actor, Participant
from dateline.situations.question_parts import Named

SAME, FOR_IT, LINKED = 3, 2, 1
#: Sectors of armed bodies beside or against a state's own.
_REBELLIOUS = frozenset({"REB", "PRM", "UAF", "SEP", "OPP"})
#: Sectors by which a described somebody ("the army", "rebels") may be a named body.
_ROLES = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "SEP", "SPY"})
#: Words before a thing among which its owner stands.
_NEAR_WORDS = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How one part fits: ``level`` 3 the same, 2 acts for it or lies in it, 1 only linked, 0 not, None not told."""

    level: int | None
    note: str = ""


def best(found: Sequence[Fit]) -> Fit:
    """The fit of the highest level."""
    return max(found, key=lambda f: -1 if f.level is None else f.level)


def thing_in(name: Named, text: str) -> Fit:
    """Whether some words speak of a thing, and of the right people's."""
    words = pieces(text)
    stems = [word_stem(w) for w in words]
    heads = {word_stem(h) for h in name.heads}
    at = [n for n, stem in enumerate(stems) if stem in heads]
    if not at:
        return Fit(None, f"\u201c{name.text}\u201d is not told in it")
    if not name.forms:
        return Fit(FOR_IT)
    before = [" ".join(words[max(0, n - _NEAR_WORDS) : n]) for n in at]
    if any(form in b for b in before for form in name.forms):
        return Fit(FOR_IT)
    others = any(Countries.load().by_name(w.title()) for b in before for w in b.split())
    return Fit(0 if others else None, "whose it was is not told in it")


def side_fit(wanted: Sequence[Named], sides: Sequence[Participant]) -> Fit:
    """How those told fit those asked for; any one of them is enough."""
    if not sides:
        return Fit(None)
    best = Fit(0)
    for name in wanted:
        for who in sides:
            found = actor_fit(name, who)
            if (found.level or 0) > (best.level or 0):
                best = found
    return best


def actor_fit(name: Named, who: Participant) -> Fit:
    """How one told fits one asked for."""
    actor = who.actor
    if name.kind in {"place", "region"}:
        return _at_place(name, actor)
    if name.kind == "country":
        return _state(name, actor)
    if _lands_differ(name, actor):
        return Fit(0)
    if name.kind == "group":
        return _group(name, actor, who.text)
    same = name.wikidata is not None and name.wikidata == actor.wikidata
    if same or name.forms & _forms(actor) or _initials(name, actor):
        return Fit(SAME)
    if name.kind == "person":
        return _person(name, actor)
    mine, theirs = telling(name.name), telling(actor.name)
    if actor.kind != "country" and mine and theirs and (mine <= theirs or theirs <= mine):
        return Fit(SAME if mine == theirs else FOR_IT, f"told of {actor.name}")
    return Fit(0)


def _forms(actor: Actor) -> frozenset[str]:
    """Names of an actor in lower case; words of small letters ("the country") are no names."""
    return frozenset(
        " ".join(pieces(f)) for f in (actor.name, *actor.aliases) if any(c.isupper() for c in f)
    )


def _initials(name: Named, actor: Actor) -> bool:
    short, long = sorted((name.text, actor.name), key=len)
    words = [w for w in long.replace("-", " ").split() if w[0].isupper()]
    return len(short) > 2 and short.isupper() and "".join(w[0] for w in words).upper() == short  # noqa: PLR2004


def _lands_differ(name: Named, actor: Actor) -> bool:
    return bool(name.country and actor.country and name.country != actor.country)


def _of_state(actor: Actor) -> bool:
    return actor.kind == "country" or bool(set(actor.sectors) & (STATE | {"LEG"}))


def _state(name: Named, actor: Actor) -> Fit:
    if not actor.country or actor.country != name.country:
        return Fit(0)
    if actor.kind == "country":
        return Fit(SAME)
    if actor.kind == "group" and actor.name.casefold().split()[-1] == "side":  # "the Armenian side"
        return Fit(FOR_IT, f"told of {actor.name}")
    if _of_state(actor) and not set(actor.sectors) & {"REB", "OPP", "SEP"}:
        return Fit(FOR_IT, f"told of {actor.name}, of the state of {name.name}")
    return Fit(0, f"told of {actor.name}")


def _person(name: Named, actor: Actor) -> Fit:
    if name.bodies & _forms(actor):
        return Fit(FOR_IT, f"told of {actor.name}, which {name.name} leads by the reports")
    last = name.name.split()[-1].casefold()
    if actor.kind == "person":
        theirs = actor.name.split()[-1].casefold()
        one = len(name.name.split()) == 1 or len(actor.name.split()) == 1
        if last == theirs and one:
            return Fit(SAME)
    elif actor.kind in {"organisation", "group"} and last in telling(actor.name):
        return Fit(FOR_IT, f"told of {actor.name}")
    if (
        name.country
        and actor.country == name.country
        and _of_state(actor)
        and set(name.sectors) & STATE
    ):
        return Fit(LINKED, f"told of {actor.name}; the report does not say that it was {name.name}")
    return Fit(0)


def _group(name: Named, actor: Actor, text: str | None) -> Fit:
    if name.holders & _forms(actor) and not _lands_differ(name, actor):
        return Fit(FOR_IT, f"told of {actor.name}, who holds that office by dateline's own table")
    words = {w for form in (actor.name, text or "") for w in _words(form)}
    at_home = name.country is not None and actor.country == name.country
    other = not at_home and bool(
        _described(name) - words
    )  # "foreign fighters" are not any fighters
    proper = actor.kind == "organisation" and actor.name[:1].isupper() and actor.name[-1:].islower()
    if proper and set(actor.sectors) & _REBELLIOUS and not set(name.sectors) & _REBELLIOUS:
        return Fit(0)  # the Rapid Support Forces are no "forces" of the army
    if name.country is not None and of_others(name, actor, text):
        return Fit(0, f"told of {text or actor.name}")
    if name.heads & words:
        return Fit(LINKED, f"told of {actor.name}") if other else Fit(SAME)
    if name.country and actor.kind == "country" and actor.country == name.country:
        return Fit(FOR_IT, f"told of {actor.name}")
    if other:
        return Fit(0)
    mine = _sectors_of(name)
    if mine & set(actor.sectors) and actor.kind != "country":
        return Fit(FOR_IT, f"told of {actor.name}")
    return Fit(0)


def of_others(name: Named, actor: Actor, text: str | None) -> bool:
    """Whether a group is named after somebody else than the country asked about ("Tigrayan forces")."""
    known = {" ".join(_words(name.text)), *name.forms, *name.holders}
    proper = [w for w in (text or actor.name).replace("-", " ").split() if w[:1].isupper()]
    for word in proper:
        bare = _words(word)[0]
        land = Countries.load().by_name(word.strip(".,").removesuffix("'s").removesuffix("\u2019s"))
        whole = land is not None and land.alpha3 == name.country and not land.part
        if bare in {"the", "a", "its"} or bare in name.heads or whole:
            continue
        if not any(bare in form.split() for form in known) and actor.kind == "group":
            return True
    return False


def _described(name: Named) -> set[str]:
    """The words that tell a group from others of its kind: "foreign" in "foreign fighters"."""
    return {w for w in _words(name.text) if w not in name.heads and w not in EMPTY}


def _sectors_of(name: Named) -> frozenset[str]:
    return frozenset(name.sectors) & _ROLES


def _words(form: str) -> list[str]:
    return [
        w.strip("\u2019'.,").casefold().removesuffix("'s").removesuffix("\u2019s")
        for w in form.split()
    ]


def _at_place(name: Named, actor: Actor) -> Fit:
    """A place that is asked about, and somebody or something told: the place as an actor, or of its country."""
    if name.region is not None:
        if actor.country in name.region.countries:
            return Fit(FOR_IT, "")
        if actor.country in name.region.also:
            return Fit(FOR_IT)
        return Fit(0)
    if actor.kind not in {"place", "thing", "country"}:
        return Fit(0)
    named = " ".join(pieces(actor.name))
    if named in name.forms:
        return Fit(SAME)  # or "the Azerbaijani town of Barda"
    whole = actor.kind == "place" and any(named.endswith(f" of {form}") for form in name.forms)
    return Fit(SAME if whole else 0)
