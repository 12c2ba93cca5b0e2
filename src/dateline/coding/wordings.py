"""Every wording under which the lexicon may know a verb: with its particle, a preposition, a fixed noun."""

from dateline.coding.frames import Frame
from dateline.coding.tree import PARTICLES, child, children, joined_verbs
from dateline.records import Sentence

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
        "persona",
    }
)
#: What stands before a verb or adjective whose negation the lexicon knows as a word ("not recognise").
NOT = "not"
#: What the parser takes for the verb of "re-established".
PREFIXES = frozenset({"re", "co"})
#: Prepositions that a passive leaves without a noun.
STRANDED = frozenset({"by", "at", "upon"})
ANSWERS = frozenset({"no", "yes"})
#: What somebody is held who is not held in a cell.
HELD = frozenset({"responsible", "liable", "accountable", "answerable", "guilty"})
#: Verbs that say what their object is, with a noun behind it.
BRANDING = frozenset({"call", "name", "label", "brand", "dub", "term", "consider", "declare"})


def readings(frame: Frame, sentence: Sentence) -> list[tuple[str, tuple[int, ...]]]:
    """Every wording under which the lexicon may know the verb, each with what is its object then.

    The verb alone, with its particle ("break off"), with a preposition as part of it ("call for"), with a fixed
    noun ("take control of", "put an end to"), with a fixed phrase ("put on hold").
    """
    tokens = sentence.tokens
    branded = _branded(frame, sentence) or _held(frame, sentence)
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
        leading = word in PARTICLES or word in STRANDED  # "stood by", "was shot at"
        if leading and child(sentence, c, "pobj") is None and word != frame.particle:
            found.append((f"{frame.lemma} {word}", frame.objects))
            stems.append(f"{frame.lemma} {word}")
    found.extend((word, frame.objects) for word in _joined(frame, sentence))
    found.extend((f"{stem} while", frame.objects) for stem in stems if _meanwhile(frame, sentence))
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


def _joined(frame: Frame, sentence: Sentence) -> list[str]:
    """The verb with one joined to it: "at least 28 were killed and 18 wounded" tells of weapons, "injured" does not."""
    joined = joined_verbs(sentence, frame.head)
    return [f"{frame.lemma} and {sentence.tokens[c].lemma.lower()}" for c in joined]


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


def _held(frame: Frame, sentence: Sentence) -> list[tuple[str, tuple[int, ...]]]:
    """Such as "holds him responsible", with the adjective under the verb or behind its object; nobody is in a cell."""
    if frame.lemma != "hold":
        return []
    under = [(f"hold {a}", own) for a, own in _small_clauses(frame, sentence) if a in HELD]
    behind = [
        (f"hold {sentence.tokens[c].lower}", frame.objects)
        for o in frame.objects
        for c in children(sentence, o, "amod")
        if c > o and sentence.tokens[c].lower in HELD
    ]
    return [(word, own or frame.objects) for word, own in (*under, *behind)]


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


def _meanwhile(frame: Frame, sentence: Sentence) -> bool:
    """Whether a clause after the verb tells what went on at the same time."""
    clauses = [c for c in children(sentence, frame.head, "advcl", "ccomp") if c > frame.head]
    marks = (m for c in clauses for m in children(sentence, c, "mark", "advmod"))
    return any(sentence.tokens[m].lower in {"while", "as", "when"} for m in marks)
