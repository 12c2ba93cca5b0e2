"""Acts and who tells, charges or denies them, in one report or across several."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.ledger.count_tensions import FIGURES, figures_clash
from dateline.ledger.reading import words_of
from dateline.ledger.same import (
    TOWN,
    days_apart,
    days_meet,
    eras_apart,
    one_stem,
    places_agree,
    places_differ,
    same_act,
    same_people,
    same_side,
    sides_meet,
    telling,
)
from dateline.records import Claim, Event, Evidence, Participant, Record, content_id

#: Stances in the words of the contract, by the status of the act.
STANCES = {"denied": "denies", "negated": "denies", "hypothetical": "doubts"}
#: Doers that may turn out to be anybody: no other name contradicts them.
ANYBODY = frozenset(
    {"gunman", "gunmen", "attacker", "assailant", "militant", "fighter", "man", "men", "bomber"}
)
AGREED, DENIED, COUNTS, ACTOR = "agreement", "denied", "counts", "actor"
SOURCE = "same source"


@dataclass(frozen=True, slots=True)
class Telling:
    """One place at which an act stands: in which report, in whose word, and how that word stands to it.

    ``by`` is None for the report's own voice; ``towns`` are those that the act's sentence names.
    """

    report: int
    event: Event
    by: Participant | None
    claim: Claim | None
    evidence: Evidence
    towns: frozenset[str] = frozenset()

    @property
    def stance(self) -> str:
        """``affirms``, ``denies`` or ``doubts``."""
        return STANCES.get(self.event.status, "affirms")


@dataclass(frozen=True, slots=True)
class Finding:
    """What tellings of an act are to each other: ``agreement``, ``same source``, ``denied``, ``counts`` or ``actor``.

    ``first`` and ``second`` are positions in the matter's tellings; for ``actor`` the second is in ``other``.
    ``same_words``: the sentences are the same, so that the second may only be a copy.
    """

    kind: str
    first: int
    second: int
    figure: str = ""
    other: str = ""
    same_words: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """One act with all its tellings in reading order, and how they stand to each other."""

    id: str
    tellings: tuple[Telling, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def seed(self) -> Event:
        """The telling that names most: its sides stand for the act."""
        named = max(self.tellings, key=lambda t: bool(t.event.actors) + bool(t.event.recipients))
        return named.event

    @property
    def reports(self) -> tuple[int, ...]:
        """The reports that tell of it, in order."""
        return tuple(sorted({t.report for t in self.tellings}))

    @property
    def disputed(self) -> bool:
        """Whether tellings contradict each other."""
        return any(f.kind in {DENIED, COUNTS, ACTOR} for f in self.findings)

    @property
    def denied(self) -> bool:
        """Whether anybody denies it."""
        return any(t.stance == "denies" for t in self.tellings)


def matters(records: Sequence[Record]) -> tuple[Matter, ...]:
    """The acts of the reports, each with everybody's word on it.

    Args:
        records: of one or several reports; indexes in the result are those of this sequence.

    Returns:
        Acts in the order of their first tellings.  Two tellings are one act only when the texts show it (``same_act``).
    """
    groups: list[list[Telling]] = []
    by_type: dict[str, list[list[Telling]]] = {}  # only acts of one type are ever one
    for n, record in enumerate(records):
        for one in _tellings(n, record):
            alike = by_type.setdefault(one.event.type, [])
            home = next((g for g in alike if _belongs(one, g)), None)
            if home is None:
                groups.append([one])
                alike.append(groups[-1])
            else:
                home.append(one)
    found = [_matter(records, group) for group in groups]
    return tuple(_with_rivals(found))


def _tellings(n: int, record: Record) -> list[Telling]:
    claims = {c.id: c for c in record.claims}
    found = []
    for event in record.events:
        if not event.relevant and event.status != "denied":
            continue
        claim = claims.get(event.attribution.claim) if event.attribution else None
        by = event.attribution.speaker if event.attribution else None
        by = by or (claim.speaker if claim else None)
        found.append(Telling(n, event, by, claim, words_of(record, event), _towns(record, event)))
    return found


def _towns(record: Record, event: Event) -> frozenset[str]:
    span = event.sentence.span
    return frozenset(
        p.name for p in record.places if p.name and p.precision in TOWN and span.holds(p.span)
    )


def _belongs(one: Telling, group: Sequence[Telling]) -> bool:
    """Whether a telling is of the act of a group: it fits one of them and contradicts none."""
    if not any(same_act(one.event, t.event) or _answers(one, t) for t in group):
        return False
    return not any(_apart(one, t) and not _answers(one, t) for t in group)


def _answers(one: Telling, other: Telling) -> bool:
    """Whether a denial takes up what is told of the same doer in the same word, in one report.

    The charge may name the victims and the denial what was hit ("fired on them", "denied firing on the boats").
    """
    a, b = one.event, other.event
    if one.report != other.report or {one.stance, other.stance} != {"affirms", "denies"}:
        return False
    if a.type != b.type or not sides_meet(a.actors, b.actors) or not one_stem(a, b):
        return False
    return not days_apart(a.date, b.date) and not places_differ(a.place, b.place)


def _apart(one: Telling, other: Telling) -> bool:
    a, b = one.event, other.event
    if eras_apart(a, b):
        return True
    if one.towns and other.towns and not one.towns & other.towns:
        return True  # "police in Lagos" and "police in Abuja": the act itself may have no place
    differ = (
        sides_meet(a.actors, b.actors) is False or sides_meet(a.recipients, b.recipients) is False
    )
    return differ or days_apart(a.date, b.date) or places_differ(a.place, b.place)


def same_voice(a: Telling, b: Telling) -> bool:
    """Whether two tellings are one voice: the report's own in one report, or one speaker's."""
    if a.by is None or b.by is None:
        return a.by is None and b.by is None and a.report == b.report
    return same_people(a.by.actor, b.by.actor)


def _matter(records: Sequence[Record], group: Sequence[Telling]) -> Matter:
    ident = content_id(
        "m", *(records[t.report].report.id for t in group), *(t.event.id for t in group)
    )
    findings = [
        f
        for (i, a), (j, b) in combinations(enumerate(group), 2)
        if (f := _finding(i, j, a, b)) is not None
    ]
    return Matter(ident, tuple(group), tuple(findings))


def _finding(i: int, j: int, a: Telling, b: Telling) -> Finding | None:
    if {a.stance, b.stance} == {"affirms", "denies"}:
        return Finding(DENIED, i, j)
    if a.stance != b.stance or a.stance == "doubts":
        return None
    if same_voice(a, b):
        return Finding(SOURCE, i, j) if a.report != b.report else None
    clash = next((name for name in FIGURES if figures_clash(a.event, b.event, name)), None)
    if clash is not None:
        return Finding(COUNTS, i, j, clash)
    same = " ".join(a.event.sentence.text.split()) == " ".join(b.event.sentence.text.split())
    return Finding(AGREED, i, j, same_words=same and a.report != b.report)


def _with_rivals(found: Sequence[Matter]) -> list[Matter]:
    """The same acts, those told of two different doers marked in both."""
    extra: dict[str, list[Finding]] = {}
    for one, other in _neighbours(found):
        for i, a in enumerate(one.tellings):
            j = next((j for j, b in enumerate(other.tellings) if _rivals(a, b)), None)
            if j is not None:
                extra.setdefault(one.id, []).append(Finding(ACTOR, i, j, other=other.id))
                extra.setdefault(other.id, []).append(Finding(ACTOR, j, i, other=one.id))
                break
    return [Matter(m.id, m.tellings, (*m.findings, *extra.get(m.id, ()))) for m in found]


def _neighbours(found: Sequence[Matter]) -> list[tuple[Matter, Matter]]:
    """Pairs of acts of one type that share a town, in order; others cannot be rivals."""
    at: dict[tuple[str, str], list[int]] = {}
    for n, matter in enumerate(found):
        towns = {name for t in matter.tellings for name in t.towns}
        towns |= {
            t.event.place.name for t in matter.tellings if t.event.place and t.event.place.name
        }
        for town in sorted(towns):
            at.setdefault((matter.seed.type, town), []).append(n)
    pairs = sorted({pair for group in at.values() for pair in combinations(group, 2)})
    return [(found[a], found[b]) for a, b in pairs]


def _rivals(a: Telling, b: Telling) -> bool:
    """Whether two voices tell one deed of two doers: same type, same town, same day, same victims."""
    x, y = a.event, b.event
    if x.type != y.type or x.type == "ACCUSE" or same_voice(a, b):
        return False
    if {a.stance, b.stance} != {"affirms"} or not _one_scene(a, b):
        return False
    done_to = sides_meet(x.recipients, y.recipients)
    if done_to is False or not (done_to or one_stem(x, y)):
        return False
    doers = [p.actor for p in (*x.actors, *y.actors)]
    if not x.actors or not y.actors or any(telling(d.name) <= ANYBODY for d in doers):
        return False
    return not any(same_side(p.actor, q.actor) for p in x.actors for q in y.actors)


def _one_scene(a: Telling, b: Telling) -> bool:
    """Whether two acts have a town in common and a day, which one report need not tell twice."""
    x, y = a.event, b.event
    town = places_agree(x.place, y.place) or bool(a.towns & b.towns)
    if (
        not town
        or places_differ(x.place, y.place)
        or days_apart(x.date, y.date)
        or eras_apart(x, y)
    ):
        return False
    return days_meet(x.date, y.date) or a.report == b.report


def silences(found: Sequence[Matter], reports: int) -> tuple[tuple[Matter, tuple[int, ...]], ...]:
    """Acts that one report tells and others on the same matter do not, with the numbers of those others.

    Reports are on the same matter when they share an act.
    """
    linked: dict[int, set[int]] = {n: set() for n in range(reports)}
    for matter in found:
        for a, b in combinations(matter.reports, 2):
            linked[a].add(b)
            linked[b].add(a)
    quiet = []
    for matter in found:
        there = set(matter.reports)
        without = set().union(*(linked[n] for n in there)) - there
        if without and _worth_missing(matter):
            quiet.append((matter, tuple(sorted(without))))
    return tuple(quiet)


def _worth_missing(matter: Matter) -> bool:
    """Whether silence about an act tells something: it was done, charged or denied, and has two sides or figures."""
    event = matter.seed
    if event.status not in {"actual", "alleged", "denied", "negated"}:
        return False
    return bool(event.actors and event.recipients) or not event.magnitude.empty
