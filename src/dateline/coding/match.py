"""Finding the lexicon entry that fits a frame."""

from dataclasses import dataclass

from dateline.coding.frames import Frame
from dateline.coding.meaning import Meaning
from dateline.coding.tree import child, children
from dateline.knowledge.lexicon import Entry, Lexicon
from dateline.records import Sentence

PARTICLES = frozenset(
    {
        "up",
        "down",
        "out",
        "off",
        "back",
        "away",
        "over",
        "in",
        "on",
        "aside",
        "apart",
        "together",
        "through",
        "forward",
        "home",
    }
)
#: Words that complete a verb whatever the parser calls them: "took them hostage", "shot him dead", "set it ablaze".
COMPLETING = frozenset(
    {
        "hostage",
        "captive",
        "prisoner",
        "free",
        "dead",
        "ablaze",
        "alight",
        "responsible",
        "guilty",
        "liable",
        "sorry",
        "on",
    }
)

#: What is amiss, and which slots would have been right: put into words only for those that are shown.
Misfit = tuple[str, tuple[str, ...]]
#: What stands before a verb or adjective whose negation the lexicon knows as a word ("not recognise").
NOT = "not"
#: What the parser takes for the verb of "re-established".
PREFIXES = frozenset({"re", "co"})
ANSWERS = frozenset({"no", "yes"})
#: Entries shown as rejected.
TOLD = 4
#: Verbs that say what their object is, with a noun behind it.
BRANDING = frozenset({"call", "name", "label", "brand", "dub", "term", "consider", "declare"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits, what its object is here, and the entries that did not."""

    entry: Entry
    word: str
    objects: tuple[int, ...]
    rejected: tuple[str, ...]


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
    best: tuple[int, int, Match] | None = None
    rejected: list[tuple[Entry, Misfit]] = []
    for word, objects in _readings(frame, sentence):
        for entry in lexicon.verbs(word):
            if entry.under and not under:
                continue
            reason = _misfit(entry, frame, objects, meaning, beside)
            if reason:
                rejected.append((entry, reason))
                continue
            rank = (entry.weight + 3 * (" " in word), -len(rejected))
            if best is None or rank > best[:2]:
                best = (*rank, Match(entry, word, objects, ()))
    if best is None:
        return None
    found = best[2]
    told = tuple(f"{e.id}: {_told(why)}" for e, why in rejected[:TOLD])
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


def _readings(frame: Frame, sentence: Sentence) -> list[tuple[str, tuple[int, ...]]]:
    """Every wording under which the lexicon may know the verb, each with what is its object then.

    The verb alone, with its particle ("break off"), with a preposition as part of it ("call for"), with a fixed
    noun ("take control of", "put an end to"), with a fixed phrase ("put on hold").
    """
    tokens = sentence.tokens
    branded = _branded(frame, sentence)
    if branded:
        return branded
    found = [(frame.word, frame.objects)]
    stems = [frame.lemma]
    found.extend((word, frame.objects) for word in _denied(frame, sentence))
    answers = [f"{frame.lemma} {answer}" for answer in _answers(frame, sentence)]
    found.extend((word, ()) for word in answers)
    stems.extend(answers)
    if (hyphened := _hyphened(frame, sentence)) is not None:
        found.insert(0, (hyphened, frame.objects))
    if frame.particle:
        found.append((frame.lemma, frame.objects))
        stems.append(frame.word)
    for c in children(sentence, frame.head, "advmod", "prep", "prt", "advcl"):
        word = tokens[c].lower
        if word in PARTICLES and child(sentence, c, "pobj") is None and word != frame.particle:
            found.append((f"{frame.lemma} {word}", frame.objects))
            stems.append(f"{frame.lemma} {word}")
    for adjective, heads in _small_clauses(frame, sentence):
        found.append((f"{frame.lemma} {adjective}", heads or frame.objects))
    for prep, heads in _after(frame):
        found.extend((f"{stem} {prep}", heads) for stem in stems)
        found.extend(
            (f"{frame.lemma} {prep} {phrase}", frame.objects)
            for h in heads
            for phrase in _phrases(sentence, h)
        )
    for o in frame.objects:
        for phrase in _phrases(sentence, o):
            found.append((f"{frame.lemma} {phrase}", ()))
            found.extend(
                (f"{frame.lemma} {phrase} {prep}", heads) for prep, heads in frame.preps.items()
            )
    return found


def _after(frame: Frame) -> list[tuple[str, tuple[int, ...]]]:
    """The verb's phrases; "On Monday he called the minister" is no "call on"."""
    ahead = frame.lemma == "call" and not frame.passive
    return [(p, hs) for p, hs in frame.preps.items() if not (ahead and hs and max(hs) < frame.head)]


def _denied(frame: Frame, sentence: Sentence) -> list[str]:
    """The verb with its negation, where the lexicon knows that as a word of its own: "will not recognise"."""
    said = any(sentence.tokens[c].dep == "neg" for c in sentence.children[frame.head])
    words = [frame.lemma, frame.word, *(f"{frame.lemma} {p}" for p in frame.preps)]
    return [f"{NOT} {w}" for w in dict.fromkeys(words)] if said else []


def _answers(frame: Frame, sentence: Sentence) -> list[str]:
    """Such as "said no to the plan": the answer belongs to the verb."""
    near = children(sentence, frame.head, "intj", "dobj", "det", "advmod", "neg")
    return [w for c in near if (w := sentence.tokens[c].lower) in ANSWERS and c > frame.head]


def _branded(frame: Frame, sentence: Sentence) -> list[tuple[str, tuple[int, ...]]]:
    """Such as "called him a murderer": the verb with what it says of its object, and nothing else."""
    if frame.lemma not in BRANDING or not frame.objects:
        return []
    names = [c for c in children(sentence, frame.head, "oprd") if sentence.tokens[c].pos == "NOUN"]
    return [
        (f"{frame.lemma} {phrase}", frame.objects)
        for n in names
        if n not in frame.objects
        for phrase in _phrases(sentence, n)
    ]


def _hyphened(frame: Frame, sentence: Sentence) -> str | None:
    """The verb with what a hyphen joins to its front ("test-fired", "re-opened"); the parser takes such words apart."""
    tokens, h = sentence.tokens, frame.head
    if frame.lemma in PREFIXES and [t.text for t in tokens[h + 1 : h + 2]] == ["-"]:
        return f"{frame.lemma}-{tokens[h + 2].lemma.lower()}" if h + 2 < len(tokens) else None
    if h <= 1 or tokens[h - 1].text != "-" or tokens[h - 2].end != tokens[h - 1].start:
        return None
    return f"{tokens[h - 2].lower}-{frame.lemma}" if tokens[h - 1].end == tokens[h].start else None


def _small_clauses(frame: Frame, sentence: Sentence) -> list[tuple[str, tuple[int, ...]]]:
    """Such as "found him guilty", "set them free": the adjective, and its subject where the parser gives it one."""
    found = []
    for c in children(
        sentence, frame.head, "oprd", "acomp", "ccomp", "xcomp", "advmod", "npadvmod", "dep"
    ):
        token = sentence.tokens[c]
        fixed = token.lower in COMPLETING
        if not fixed and (token.pos not in {"ADJ", "ADV"} or token.lower in PARTICLES):
            continue
        own = tuple(
            x for x in sentence.children[c] if sentence.tokens[x].dep in {"nsubj", "nsubjpass"}
        )
        denied = any(sentence.tokens[x].dep == "neg" for x in sentence.children[c])
        found.append((f"{NOT} {token.lower}" if denied else token.lower, own))
    return found


def _phrases(sentence: Sentence, noun: int) -> list[str]:
    """A noun as a fixed part of a verb: its form, its lemma, and with its article."""
    token = sentence.tokens[noun]
    names = list(dict.fromkeys([token.lower, token.lemma.lower()]))
    det = next(
        (
            sentence.tokens[c].lower
            for c in sentence.children[noun]
            if sentence.tokens[c].dep == "det"
        ),
        None,
    )
    return [*names, f"{det} {token.lower}"] if det else names


def _told(why: Misfit) -> str:
    """A misfit in words."""
    return f"{why[0]} {', '.join(why[1])}".rstrip()


def _any(heads: tuple[int, ...], slots: tuple[str, ...], meaning: Meaning) -> bool:
    return any(not meaning.labels(h).isdisjoint(slots) for h in heads)


def _misfit(
    entry: Entry,
    frame: Frame,
    objects: tuple[int, ...],
    meaning: Meaning,
    beside: str | None = None,
) -> Misfit | None:
    """Why an entry does not fit the frame, or None when it does."""
    if entry.object is not None and not _side_fits(entry.object, objects, frame, meaning):
        return "object is none of", entry.object
    if entry.object_not and _any(objects, entry.object_not, meaning):
        return "object is excluded", ()
    if entry.subject is not None and not frame.subjects:
        if not entry.agentless and entry.type != beside and "none" not in entry.subject:
            return "nobody does it here", ()
    elif entry.subject is not None and not _side_fits(
        entry.subject, frame.subjects, frame, meaning
    ):
        return "subject is none of", entry.subject
    if entry.subject_not and _any(frame.subjects, entry.subject_not, meaning):
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


def _side_fits(
    slots: tuple[str, ...], heads: tuple[int, ...], frame: Frame, meaning: Meaning
) -> bool:
    if "none" in slots and not heads:
        return True
    if "several" in slots and meaning.several(heads):
        return True
    if "clause" in slots and (frame.clauses.get("ccomp") or frame.clauses.get("xcomp")):
        return True
    return _any(heads, slots, meaning)


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
