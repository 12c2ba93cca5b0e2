"""Finding the lexicon entry that fits a frame."""

from dataclasses import dataclass
from typing import NamedTuple

from dateline.coding.frames import Frame
from dateline.coding.meaning import Meaning
from dateline.coding.tree import children
from dateline.coding.wordings import readings
from dateline.knowledge.lexicon import Entry, Lexicon
from dateline.records import Sentence

#: What is amiss, and which slots would have been right: put into words only for those that are shown.
Misfit = tuple[str, tuple[str, ...]]
#: Entries shown as rejected.
TOLD = 4


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits, what its object is here, and the entries that did not."""

    entry: Entry
    word: str
    objects: tuple[int, ...]
    rejected: tuple[str, ...]


#: Slots of who may have done what a joined verb tells; "killed and 18 wounded" names no bomber and no shell.
SOMEBODY = frozenset({"actor", "armed", "state", "civil", "person"})


class _Side(NamedTuple):
    """One side of a verb, its labels put together once for all entries.

    ``fills`` are the labels with what no noun says: that nobody is there, that a clause is.
    """

    heads: tuple[int, ...]
    labels: frozenset[str]
    fills: frozenset[str]


def _side(heads: tuple[int, ...], meaning: Meaning, *, clause: bool) -> _Side:
    labels = meaning.labels_of(heads)
    beside = (*(() if heads else ("none",)), *(("clause",) if clause else ()))
    return _Side(heads, labels, labels.union(beside) if beside else labels)


def match_verb(
    frame: Frame,
    sentence: Sentence,
    meaning: Meaning,
    lexicon: Lexicon,
    *,
    under: bool = False,
    beside: str | None = None,
) -> Match | None:
    """The entry with most constraints that the verb's frame meets.

    Args:
        frame: the verb's frame.
        sentence: its sentence.
        meaning: labels of the sentence's noun phrases.
        lexicon: entries.
        under: whether an operator stands above; entries marked ``under`` fire only then.
        beside: type of the verb it is joined to; an entry of that type needs no doer of its own.
    """
    best: tuple[int, Match] | None = None
    rejected: list[tuple[Entry, Misfit]] = []
    clause = bool(frame.clauses.get("ccomp") or frame.clauses.get("xcomp"))
    doer = _side(frame.subjects, meaning, clause=clause)
    for word, objects in readings(frame, sentence):
        if not (entries := lexicon.verbs(word)):
            continue
        done_to = _side(objects, meaning, clause=clause)
        for entry in entries:
            weight = entry.weight + 3 * (" " in word or "-" in word)
            worse = best is not None and weight <= best[0]  # of equals the first stands
            if (entry.under and not under) or (worse and len(rejected) == TOLD):
                continue
            reason = _misfit(entry, frame, (doer, done_to), meaning, beside)
            if reason is None and not worse:
                best = weight, Match(entry, word, objects, ())
            elif reason is not None and len(rejected) < TOLD:
                rejected.append((entry, reason))
    if best is None:
        return None
    found = best[1]
    told = tuple(f"{e.id}: {_told(why)}" for e, why in rejected)
    return Match(found.entry, found.word, found.objects, told)


def match_noun(
    head: int,
    sentence: Sentence,
    meaning: Meaning,
    lexicon: Lexicon,
    *,
    under: bool = False,
    carrier: Frame | None = None,
) -> Entry | None:
    """The entry for an event noun, the longest compound first."""
    for phrase in meaning.compound(head):
        for entry in sorted(lexicon.nouns(phrase), key=lambda e: -e.weight):
            if entry.under and not under:
                continue
            if _noun_fits(entry, head, sentence, meaning, carrier):
                return entry
    return None


def _told(why: Misfit) -> str:
    """A misfit in words."""
    return f"{why[0]} {', '.join(why[1])}".rstrip()


def _any(heads: tuple[int, ...], slots: tuple[str, ...], meaning: Meaning) -> bool:
    return any(not meaning.labels(h).isdisjoint(slots) for h in heads)


def _misfit(
    entry: Entry, frame: Frame, sides: tuple[_Side, _Side], meaning: Meaning, beside: str | None
) -> Misfit | None:
    """Why an entry does not fit the frame, or None when it does."""
    doer, done_to = sides
    if entry.object is not None and not _fits(entry.object, done_to, meaning):
        return "object is none of", entry.object
    if entry.object_not and not done_to.labels.isdisjoint(entry.object_not):
        return "object is excluded", ()
    if entry.subject is not None and not doer.heads:
        if frame.passive and entry.object is None and not entry.prep:
            return "passive of a verb without an object", ()
        beside_it = entry.type == beside and not SOMEBODY.isdisjoint(entry.subject)
        if not entry.agentless and not beside_it and "none" not in entry.subject:
            return "nobody does it here", ()
    elif entry.subject is not None and not _fits(entry.subject, doer, meaning):
        return "subject is none of", entry.subject
    if entry.subject_not and not doer.labels.isdisjoint(entry.subject_not):
        return "subject is excluded", ()
    return _misfit_phrases(entry, frame, meaning)


def _misfit_phrases(entry: Entry, frame: Frame, meaning: Meaning) -> Misfit | None:
    """Which phrase is missing or out of place, or None."""
    if entry.iobj is not None and not _any(frame.iobjs, entry.iobj, meaning):
        return "indirect object is none of", entry.iobj
    for prep, slots in entry.prep.items():
        heads = frame.preps.get(prep, ())
        if not heads or not ("any" in slots or _any(heads, slots, meaning)):
            return f"no {prep}-phrase of", slots
    for prep, slots in entry.prep_not.items():
        heads = frame.preps.get(prep, ())
        if heads and ("any" in slots or _any(heads, slots, meaning)):
            return f"{prep}-phrase is excluded", ()
    if entry.purpose and not any(p.lemma in entry.purpose for p in frame.purposes):
        return "not in order to", entry.purpose
    return None


def _fits(slots: tuple[str, ...], side: _Side, meaning: Meaning) -> bool:
    return not side.fills.isdisjoint(slots) or ("several" in slots and meaning.several(side.heads))


def _noun_fits(
    entry: Entry, head: int, sentence: Sentence, meaning: Meaning, carrier: Frame | None
) -> bool:
    """Whether the phrases of the noun, or of the verb that carries it, are those that the entry asks for."""
    preps = dict(carrier.preps) if carrier is not None else {}
    preps |= {
        sentence.tokens[p].lower: tuple(
            c for c in sentence.children[p] if sentence.tokens[c].dep == "pobj"
        )
        for p in children(sentence, head, "prep")
    }
    if entry.object is not None and not _any(preps.get("of", ()), entry.object, meaning):
        return False
    return all(
        preps.get(prep) and ("any" in slots or _any(preps[prep], slots, meaning))
        for prep, slots in entry.prep.items()
    )
