"""Figures of an act: killed, injured, arrested, displaced, crowd, each a range with its words."""

from dateline.coding.figures import Range, figure_of, total_of
from dateline.coding.tree import children
from dateline.records import Magnitude, Sentence, Span

KILLED = frozenset(
    {
        "kill", "slay", "massacre", "behead", "execute", "murder", "assassinate", "die", "perish", "lynch",
    }
)  # fmt: skip
INJURED = frozenset({"injure", "wound", "hurt", "maim"})
ARRESTED = frozenset({"arrest", "detain", "jail", "imprison", "round up", "seize", "capture"})
#: Of these a single object is as often a town: "seized Goma" took nobody in.
TAKING = frozenset({"seize", "capture"})
DISPLACED = frozenset({"displace", "flee", "evacuate", "uproot", "expel", "deport"})
GATHER = frozenset({"PROTEST"})

#: What people are left as.
LEFT = {
    "dead": "killed",
    "killed": "killed",
    "wounded": "injured",
    "injured": "injured",
    "hurt": "injured",
}
#: Verbs of a toll that grows.
RISING = frozenset(
    {"rise", "climb", "reach", "stand", "jump", "grow", "go", "mount", "increase", "hit"}
)
#: Words between a figure and what its people are left as, at most.
REACH = 6


def magnitude_of(
    sentence: Sentence, head: int, kind: str, tolls: tuple[int, ...] = (), *, people: bool = True
) -> Magnitude:
    """Figures told by verb or noun ``head`` of an act of PLOVER type ``kind``, by verbs under it and by ``tolls``.

    ``tolls`` are verbs elsewhere in the sentence that tell what the act led to (``coding.outcome``);
    ``people`` is False where only things are taken ("seized 14 rifles"), which nobody counts as arrests.
    """
    found: dict[str, tuple[Range, Span]] = {}
    for i in [head, *tolls, *_tellers(sentence, head)]:
        field = _field(sentence, i, kind)
        if field is None or field in found or _either(sentence, i):
            continue
        taking = sentence.tokens[i].lemma.lower() in TAKING
        if taking and not people:
            continue
        one = field != "crowd" and not taking
        figure = total_of(sentence, _counted(sentence, i, field), one=one)
        if figure is not None:
            found[field] = figure
    for field, figure in outcome_figures(sentence, head).items():
        found.setdefault(field, figure)
    return Magnitude(
        **{k: v[0] for k, v in found.items()},
        spans=tuple((k, v[1]) for k, v in sorted(found.items())),
    )


def _tellers(s: Sentence, head: int) -> list[int]:
    """Verbs under the act that give its own toll: "killing 12", "a blast that killed 12", "shot dead".

    Finite clauses of other acts ("closed since Sunday, when rockets killed four") are left alone.
    """
    found: list[int] = []
    stack = [head]
    while stack:
        at = stack.pop()
        for c in s.children[at]:
            token = s.tokens[c]
            finite = (token.tag in {"VBD", "VBZ", "VBP"} or _before_that(s, c)) and any(
                s.tokens[x].dep in {"nsubj", "nsubjpass", "mark"} for x in s.children[c]
            )
            if token.dep in {"acl", "advcl", "ccomp", "parataxis"} and finite:
                continue
            if token.dep == "relcl" and s.tokens[head].pos not in {"NOUN", "PROPN"}:
                continue
            if token.pos in {"VERB", "ADJ"}:
                found.append(c)
            stack.append(c)
    return sorted(found)


def _either(s: Sentence, i: int) -> bool:
    """Whether a figure is of two kinds together: "550 were killed or wounded"."""
    token = s.tokens[i]
    near = [i, token.head] if token.dep == "conj" else [i]
    pairs = ((a, c) for a in near for c in s.children[a] if s.tokens[c].dep == "conj")
    harm = KILLED | INJURED
    return any(
        s.tokens[c].lemma.lower() in harm
        and s.tokens[a].lemma.lower() in harm
        and any(t.lower == "or" for t in s.tokens[a + 1 : c])
        and not any(t.pos == "NUM" for t in s.tokens[a + 1 : c])
        for a, c in pairs
    )


def _before_that(s: Sentence, i: int) -> bool:
    """Whether a verb tells what had come before the act: "imposed a curfew after floods had killed nine"."""
    return any(
        s.tokens[x].dep == "aux" and s.tokens[x].lower in {"had", "has", "have"}
        for x in s.children[i]
    )


def _field(s: Sentence, i: int, kind: str) -> str | None:
    lemma = s.tokens[i].lemma.lower()
    if lemma in KILLED or s.tokens[i].lower == "dead":
        return "killed"
    if lemma in INJURED:
        return "injured"
    if lemma in ARRESTED and kind == "COERCE":
        return "arrested"
    if lemma in DISPLACED and kind in {"SANCTION", "COERCE", "ASSAULT"}:
        return "displaced"
    return "crowd" if kind in GATHER else None


def _counted(s: Sentence, i: int, field: str) -> list[int]:
    """Noun phrases whose number is the figure."""
    if field == "crowd" or s.tokens[i].lemma.lower() in {"die", "perish", "flee"}:
        found = children(s, i, "nsubj")
        return found or ([s.tokens[i].head] if s.tokens[i].dep in {"acl", "relcl"} else [])
    if s.tokens[i].lower == "dead" and s.tokens[i].dep in {"oprd", "acomp", "advmod", "xcomp"}:
        verb = s.tokens[i].head
        return children(s, verb, "dobj", "nsubjpass") or children(s, verb, "nsubj")
    found = children(s, i, "dobj", "nsubjpass") or children(s, i, "appos")
    if not found and s.tokens[i].tag == "VBN" and s.tokens[i].dep == "conj":
        found = children(s, i, "nsubj")  # "two were killed and five injured"
    if not found and field in {"killed", "injured"}:
        found = _short(s, i)
    if not found and s.tokens[i].dep == "conj":
        found = (
            children(s, s.tokens[i].head, "nsubjpass")
            if children(s, s.tokens[i].head, "nsubjpass")
            else []
        )
    if not found and s.tokens[i].dep in {"acl", "relcl"}:
        found = [s.tokens[i].head]
    if not found and s.tokens[i].lower == "dead":
        found = children(s, s.tokens[i].head, "nsubj")
    return found


def _short(s: Sentence, i: int) -> list[int]:
    """The figure of a shortened passive: "nine were killed and 34 wounded", "five were killed and six wounded"."""
    token = s.tokens[i]
    if token.dep == "amod" and token.head < i and s.tokens[token.head].pos == "NUM":
        return [token.head]
    joined = token.dep == "conj" and token.tag in {"VBD", "VBN"}
    return [c for c in children(s, i, "nsubj") if joined and figure_of(s, c) is not None]


def outcome_figures(s: Sentence, head: int) -> dict[str, tuple[Range, Span]]:
    """Figures told beside the act: "left two dead and seven wounded", "claimed eight lives", "the toll rose to 31"."""
    found: dict[str, tuple[Range, Span]] = {}
    lemma = s.tokens[head].lemma.lower()
    if lemma == "leave":
        for i in s.subtree(head):
            field = LEFT.get(s.tokens[i].lower) if i > head else None
            figure = _before(s, i, head) if field is not None else None
            if field is not None and figure is not None:
                found.setdefault(field, figure)
    if lemma in {"claim", "lose", "take", "cost"}:
        lives = [o for o in children(s, head, "dobj", "nsubjpass") if s.tokens[o].lower == "lives"]
        figure = total_of(s, lives, one=False)
        if lemma == "lose" and figure is None and lives:
            figure = total_of(s, children(s, head, "nsubj"), one=True)
        if figure is not None:
            found["killed"] = figure
    if lemma in {"make", "carry", "effect"}:  # "150 arrests have been made"
        arrests = [
            o for o in children(s, head, "dobj", "nsubjpass") if s.tokens[o].lower == "arrests"
        ]
        figure = total_of(s, arrests, one=False)
        if figure is not None:
            found["arrested"] = figure
    toll = _toll(s, head)
    if toll is not None:
        found["killed"] = toll
    return found


def _before(s: Sentence, i: int, first: int) -> tuple[Range, Span] | None:
    """The nearest figure before "dead", not past another such word."""
    for at in range(i - 1, max(first, i - REACH), -1):
        if s.tokens[at].lower in LEFT:
            return None
        figure = figure_of(s, at)
        if figure is not None:
            return figure
    return None


def _toll(s: Sentence, act: int) -> tuple[Range, Span] | None:
    """Such as "the death toll in the shelling rose to 31", asked of "shelling"."""
    prep = s.tokens[s.tokens[act].head]
    noun = s.tokens[prep.head]
    if s.tokens[act].dep != "pobj" or noun.lemma.lower() != "toll":
        return None
    verb = s.tokens[noun.head]
    if noun.dep != "nsubj" or verb.lemma.lower() not in RISING:
        return None
    reached = [o for p in children(s, verb.i, "prep") if s.tokens[p].lower in {"to", "at", "past"}
               for o in children(s, p, "pobj")]  # fmt: skip
    return total_of(s, reached or children(s, verb.i, "dobj"), one=False)
