"""What an attack led to is no second attack: "ambushed a convoy, killing seven and wounding twelve" is one act.

Nor is it lost where the attack stands in another clause ("four were killed when police opened fire").
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.magnitude import INJURED, KILLED
from dateline.coding.mood import mood_of
from dateline.coding.tree import child, children, conjuncts, is_passive, is_verb
from dateline.records import Sentence

#: Joined participles followed back at most.
FAR = 4
CASUALTY = KILLED | INJURED
#: Deaths told without saying that somebody did it.
DYING = frozenset({"die", "perish"})
#: Words before the clause that tells how people came to be killed.
HOW = frozenset({"when", "after", "as"})
#: Phrases that make a joined killing an incident of its own.
APART = frozenset({"in", "on", "at", "near", "during", "after", "outside", "by"})
NOBODY = frozenset({"nobody", "none", "no"})


def merge_outcomes(drafts: Sequence[Draft], sentence: Sentence) -> list[Draft]:
    """Drafts in which killings and woundings told beside an attack are part of it.

    The sufferers become recipients of the attack; its toll is read from the same words (``coding.magnitude``).
    """
    whole = {d.head: d for d in drafts if d.type == "ASSAULT" and not d.nominal}
    gone: set[int] = set()
    for draft in list(whole.values()):
        at = _cause(sentence, draft.head)
        cause = whole.get(at)
        if cause is None or cause.status != draft.status or at == draft.head or at in gone:
            continue
        whole[at] = _joined(cause, draft.recipients, (*draft.tolls, draft.head))
        gone.add(draft.head)
    for v in _tolls(sentence, whole):
        source = _behind(sentence, v, whole)
        if source is not None and source not in gone:
            made = _joined(whole[source], _sufferers(sentence, v), (v,))
            happened = made.status == "hypothetical" and _when(sentence, source)
            # people who were killed "when police opened fire" were fired at
            whole[source] = replace(made, status="actual") if happened else made
            gone |= {v} & whole.keys()
    kept = [whole.get(d.head, d) if d.type == "ASSAULT" and not d.nominal else d for d in drafts]
    return [d for d in kept if d.nominal or d.type != "ASSAULT" or d.head not in gone]


def _joined(cause: Draft, sufferers: tuple[int, ...], tolls: tuple[int, ...]) -> Draft:
    recipients = tuple(dict.fromkeys((*cause.recipients, *sufferers)))
    return replace(cause, recipients=recipients, tolls=tuple(dict.fromkeys((*cause.tolls, *tolls))))


def _cause(s: Sentence, head: int) -> int:
    """The verb whose outcome a verb of killing or wounding tells, or -1: a participle's, or the one it is joined to."""
    token = s.tokens[head]
    if token.lemma.lower() not in CASUALTY:
        return -1
    if token.dep == "conj" and token.tag != "VBG":
        own = child(s, head, "nsubj", "nsubjpass", "agent") is not None
        apart = all(_sited(s, v) for v in (head, token.head))
        alike = is_passive(s, head) == is_passive(s, token.head)
        return token.head if alike and not own and not apart else -1
    for _ in range(FAR):
        if token.dep != "conj":
            break
        token = s.tokens[token.head]
    return token.head if token.dep == "advcl" and token.tag == "VBG" else -1


def _sited(s: Sentence, v: int) -> bool:
    """Whether a verb or its objects have a phrase of place, day or circumstance."""
    near = [v, *children(s, v, "dobj")]
    return any(s.tokens[p].lower in APART for h in near for p in children(s, h, "prep"))


def _tolls(s: Sentence, whole: dict[int, Draft]) -> list[int]:
    """Verbs that tell deaths or wounds without a doer, as a fact."""
    found = []
    for t in s.tokens:
        lemma = t.lemma.lower()
        if lemma not in CASUALTY or not is_verb(t) or (t.i in whole and whole[t.i].actors):
            continue
        doerless = lemma in DYING or (is_passive(s, t.i) and child(s, t.i, "agent") is None)
        joined = t.dep == "conj" and t.tag == "VBN" and child(s, t.i, "dobj", "agent") is None
        if not (doerless or joined):
            continue
        mood = mood_of(s, t.i)
        who = _sufferers(s, t.i)
        nobody = any(s.tokens[x].lower in NOBODY for h in who for x in (h, *s.children[h]))
        if not (mood.negated or mood.possible or mood.future or mood.condition or nobody):
            found.append(t.i)
    return found


def _behind(s: Sentence, v: int, whole: dict[int, Draft]) -> int | None:
    """The attack that the deaths of ``v`` came from: in a clause with "when", or told by the verb joined to it."""
    group = [v, *children(s, v, "conj")]
    if s.tokens[v].dep == "conj":
        group.append(s.tokens[v].head)
    group = [g for g in group if s.tokens[g].lemma.lower() in CASUALTY]
    for g in group:
        for c in children(s, g, "advcl"):
            marked = any(s.tokens[m].lower in HOW for m in children(s, c, "mark", "advmod"))
            if c in whole and c > g and marked:
                return c
    joined = s.tokens[v].dep == "conj" and not _sited(s, s.tokens[v].head)
    if _sited(s, v) and not joined:  # a place behind the last of two is that of both
        return None
    # "a soldier was killed and three were wounded in an ambush"
    return next(
        (
            g
            for g in group
            if g != v and g in whole and not whole[g].actors and (g < v or v not in whole)
        ),
        None,
    ) or next((g for g in group if g != v and g in whole and g > v and v not in whole), None)


def _when(s: Sentence, clause: int) -> bool:
    """Whether a clause tells in the past when something was."""
    marks = {s.tokens[m].lower for m in children(s, clause, "mark", "advmod")}
    return "when" in marks and s.tokens[clause].tag == "VBD"


def _sufferers(s: Sentence, v: int) -> tuple[int, ...]:
    found = children(s, v, "nsubjpass") or children(s, v, "nsubj")
    if not found and s.tokens[v].dep == "conj":
        found = children(s, s.tokens[v].head, "nsubjpass")
    return tuple(x for h in found for x in conjuncts(s, h))
