"""What is said, short of a finite clause: infinitives, -ing forms, phrases; the order of frames."""

from collections.abc import Callable

from dateline.coding.claim_clauses import clause
from dateline.coding.claim_objects import HELD, noun_content, plain_object, report_noun
from dateline.coding.claim_parts import PRONOUNS, is_infinitive
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues, SpeechVerb
from dateline.records import Sentence

_QUOTE_MARKS = {'"', "'", "``", "''"}

Frame = Callable[[Sentence, int, SpeechVerb, SpeechCues], list[int]]


def infinitive(s: Sentence, v: int, entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """The infinitive, with the one addressed where a noun phrase stands between."""
    for c in s.children[v]:
        if c > v and s.tokens[c].dep in {"xcomp", "ccomp", "advcl"} and is_infinitive(s, c):
            start = _addressed(s, v, c)
            if start is None and s.tokens[c].dep == "advcl":
                continue
            if start is not None and not entry.hearer:
                continue  # "offered troops to help": a thing and its purpose, nobody addressed
            content = s.subtree(c)
            return list(range(start, content[0])) + content if start is not None else content
    if entry.hearer or "inf" in entry.takes:
        return _object_infinitive(s, v)
    return []


def _addressed(s: Sentence, v: int, infinitive_head: int) -> int | None:
    """First token of the noun phrase between verb and infinitive."""
    for c in s.children[v]:
        token = s.tokens[c]
        if v < c < infinitive_head:
            if token.dep in {"dobj", "dative", "iobj"}:
                return s.edge(c)[0]
            if (
                token.dep in {"prep", "dative"}
                and (named := child(s, c, "pobj")) is not None
                and token.lower in {"on", "upon", "to", "with"}
                and s.tokens[named].ent not in {"DATE", "TIME"}  # "claimed on Friday to have won"
            ):
                return s.edge(named)[0]
    return None


def _object_infinitive(s: Sentence, v: int) -> list[int]:
    """Object and infinitive where the one hangs on the other ("urged leaders to act")."""
    for c in s.children[v]:
        noun = (
            child(s, c, "pobj")
            if s.tokens[c].dep == "prep" and s.tokens[c].lower in {"on", "upon"}
            else c
        )
        if noun is None or c < v or s.tokens[c].dep not in {"dobj", "dative", "prep"}:
            continue
        if any(is_infinitive(s, k) and k > noun for k in children(s, noun, "acl", "relcl")):
            return s.subtree(noun)
    return []


def gerund(s: Sentence, v: int, _entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """An -ing form as object."""
    for c in children(s, v, "xcomp", "ccomp", "dobj"):
        if (
            c > v
            and (s.tokens[c].tag == "VBG" or _having(s, c))
            and not is_infinitive(s, c)
            and child(s, c, "det", "amod") is None
        ):
            return s.subtree(c)
    return []


def _having(s: Sentence, c: int) -> bool:
    """Whether a participle stands with "having" ("denied having signed")."""
    return any(s.tokens[k].lower == "having" for k in children(s, c, "aux"))


def after_preposition(prep: str) -> Frame:
    """The frame of what stands after one preposition; with a charge, whom it hits stands before it."""

    def frame(s: Sentence, v: int, entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
        charge = entry.takes[prep] == "accuse"
        if prep == "for" and charge and not _target(s, v):
            return []
        if charge and " " in entry.particle:  # "pointed the finger at smugglers for the fire"
            start = v + 1 + len(entry.particle.split())
            whole = [i for i in s.subtree(v) if i >= start]
            return whole if any(s.tokens[i].lower == prep for i in whole) else []
        if entry.takes[prep] == "deny":  # "scoffed at reports that ..."
            noun = next(
                (i for c in children(s, v, "prep") for i in children(s, c, "pobj") if i > v), None
            )
            held = None if noun is None else noun_content(s, noun, HELD)
            if held is not None:
                return held[1]
        found = beyond(s, v, prep, charge=charge)
        return _with_target(s, v, found) if charge and found else found

    return frame


def beyond(s: Sentence, v: int, prep: str, *, charge: bool) -> list[int]:
    """Tokens after the preposition of a verb; ``charge``: look further down for it."""
    places = [v, *(c for c in children(s, v, "dobj", "prt", "oprd", "acomp", "ccomp") if c > v)]
    places.extend(
        k for c in places[1:] for k in s.children[c] if k > c and s.tokens[k].pos == "ADJ"
    )
    for place in places:
        for c in children(s, place, "prep", "dative", "mark"):
            if c > v and s.tokens[c].lower == prep:
                return [i for i in s.subtree(c) if i > c]
    if prep == "for":
        return _for_clause(s, v)
    return _far_charge(s, v) if prep == "of" and charge else []


def _with_target(s: Sentence, v: int, charge: list[int]) -> list[int]:
    """What somebody is charged with, and the one charged before it ("the army of looting")."""
    hit = child(s, v, "dobj")
    if hit is not None and v < hit < charge[0]:
        return list(range(s.edge(hit)[0], charge[-1] + 1))
    subject = child(s, v, "nsubjpass")
    if subject is not None and s.tokens[subject].tag not in {"WDT", "WP"}:
        return [*s.subtree(subject), *charge]
    return charge


def _target(s: Sentence, v: int) -> bool:
    """Whether the verb names whom it hits ("attacked for an hour" blames nobody)."""
    reduced = s.tokens[v].tag == "VBN" and child(s, v, "aux") is None
    return reduced or child(s, v, "dobj", "nsubjpass") is not None


def _far_charge(s: Sentence, v: int) -> list[int]:
    """The -ing form of a charge that hangs further down ("accused in a suit filed there of taking")."""
    for i in s.subtree(v):
        gerund_head = child(s, i, "pcomp") if i > v and s.tokens[i].lower == "of" else None
        if gerund_head is not None and s.tokens[gerund_head].tag == "VBG":
            return [k for k in s.subtree(i) if k > i]
    return []


def _for_clause(s: Sentence, v: int) -> list[int]:
    """The clause marked by "for" in "called for Y to V"."""
    for c in children(s, v, "advcl", "ccomp", "xcomp"):
        mark = child(s, c, "mark")
        if mark is not None and s.tokens[mark].lower == "for":
            return [i for i in s.subtree(c) if i > mark]
    return []


def as_name(s: Sentence, v: int, entry: SpeechVerb, cues: SpeechCues) -> list[int]:
    """Object + as: what is described, and as what."""
    for c in [*s.children[v], *(k for o in children(s, v, "dobj") for k in s.children[o])]:
        if c > v and s.tokens[c].lower == "as" and s.tokens[c].dep in {"prep", "mark"}:
            thing = child(s, v, "dobj")
            below = s.subtree(c)
            if entry.takes["as"] == "deny":
                return _called_untrue(s, v, thing, below, cues)
            if thing is None or thing < v:
                return [i for i in below if i != c]
            return sorted(set(s.subtree(thing)) | set(below))
    return []


def _called_untrue(
    s: Sentence, v: int, thing: int | None, name: list[int], cues: SpeechCues
) -> list[int]:
    """What is dismissed as something: a report of others, or what is called false; no apology, no offer."""
    if thing is None or thing < v:
        return []
    reported = s.tokens[thing].lemma in cues.reports or s.tokens[thing].lower in PRONOUNS
    false = any(s.tokens[i].lemma.lower() in cues.untruths for i in name)
    return [i for i in s.subtree(thing) if i not in name] if reported or false else []


def name(s: Sentence, v: int, _entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """Object + name: "called the vote a sham"."""
    thing = child(s, v, "dobj")
    if any(s.tokens[c].lower.endswith(("self", "selves")) for c in s.children[v]):
        return []  # "who calls himself the Owl" is a name, no utterance
    for c in children(s, v, "oprd"):
        if thing is not None and v < thing < c:
            return sorted(set(s.subtree(thing)) | set(s.subtree(c)))
        if c > v:
            return s.subtree(c)
    if thing is not None and thing > v and _renamed(s, thing):
        return s.subtree(thing)
    for c in children(s, v, "ccomp", "xcomp"):
        if (
            c > v
            and s.tokens[c].pos in {"NOUN", "ADJ", "PROPN"}
            and child(s, c, "nsubj") is not None
        ):
            return s.subtree(c)
    return []


def _renamed(s: Sentence, thing: int) -> bool:
    """Whether the name hangs on the thing ("called the vote "a sham"", "called the charges fabricated")."""
    quoted = any(
        s.tokens[s.edge(c)[0] - 1].text in _QUOTE_MARKS for c in children(s, thing, "appos")
    )
    after = (c for c in children(s, thing, "acl") if c == thing + 1)
    return quoted or any(s.tokens[c].tag == "VBN" for c in after)


def raised(s: Sentence, v: int, _entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """Subject and infinitive of a passive: "the general is said to have fled"."""
    thing = child(s, v, "nsubjpass")
    for c in children(s, v, "xcomp"):
        if thing is not None and thing < v < c and is_infinitive(s, c):
            return [*s.subtree(thing), *s.subtree(c)]
    return []


#: In this order the frames of one verb are tried.
FRAMES: dict[str, Frame] = {
    "clause": clause,
    "report": report_noun,
    "gerund": gerund,
    "inf": infinitive,
    "of": after_preposition("of"),
    "for": after_preposition("for"),
    "against": after_preposition("against"),
    "on": after_preposition("on"),
    "about": after_preposition("about"),
    "to": after_preposition("to"),
    "with": after_preposition("with"),
    "at": after_preposition("at"),
    "as": as_name,
    "raised": raised,
    "name": name,
    "object": plain_object,
}
