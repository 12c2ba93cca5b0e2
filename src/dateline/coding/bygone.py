"""Acts of wars and years long over that no date of their own dates: "died in the war", "after the 2012 election"."""

from collections.abc import Sequence

from dateline.coding.tree import children
from dateline.records import DateExpression, ParsedReport, Sentence

WARS = frozenset({"war", "conflict", "uprising", "genocide", "rebellion", "insurgency", "fighting"})
AGES = frozenset({"year", "decade", "century", "generation"})
DYING = frozenset({"die", "kill", "perish", "slay", "disappear", "displace", "lose"})
#: Prepositions that put an act into the course of another or right behind it.
BESIDE = frozenset({"after", "following", "during", "in", "amid"})
NAMING = frozenset({"nummod", "compound", "amod", "nmod"})


def bygone(s: Sentence, head: int, parsed: ParsedReport, dates: Sequence[DateExpression]) -> bool:
    """Whether an undated past act belongs to a time that ended more than a year before publication.

    Args:
        s: the sentence.
        head: the act's verb.
        parsed: the report; without a day of publication nothing is bygone.
        dates: of the report.
    """
    published = parsed.report.published
    if published is None or not _simple_past(s, head):
        return False
    if _of_long_war(s, head):
        return True
    edge = f"{int(published[:4]) - 1:04d}{published[4:10]}"
    here = [d for d in dates if s.span.holds(d.span) and d.end is not None]
    if any(d.end is not None and d.end >= edge for d in here):
        return False
    return _beside_old(s, head, here) or _of_old_war(s, head, parsed, dates, edge)


def _simple_past(s: Sentence, head: int) -> bool:
    """Whether a verb tells in the simple past, which a perfect ("have died") does not."""
    helpers = {s.tokens[c].lower for c in children(s, head, "aux", "auxpass")}
    if helpers & {"have", "has", "will", "would", "may", "could", "can", "to"}:
        return False
    return s.tokens[head].tag == "VBD" or bool(helpers & {"was", "were", "had"})


def _beside(s: Sentence, head: int, joints: frozenset[str]) -> list[int]:
    """Nouns of the phrases of a verb that say in whose course, or after what, it was."""
    return [
        n
        for p in children(s, head, "prep")
        if s.tokens[p].lower in joints
        for n in children(s, p, "pobj")
    ]


def _of_long_war(s: Sentence, head: int) -> bool:
    """Such as "half a century of war in which 200,000 died", "died in three decades of conflict"."""
    ages = _beside(s, head, frozenset({"in", "during", "over"}))
    for age in ages:
        below = [n for p in children(s, age, "prep") for n in children(s, p, "pobj")]
        if _ages(s, age) and any(s.tokens[n].lemma.lower() in WARS for n in below):
            return True
    war = s.tokens[s.tokens[head].head]
    if s.tokens[head].dep != "relcl" or war.lemma.lower() not in WARS or war.dep != "pobj":
        return False
    of = s.tokens[war.head]
    return of.lower == "of" and _ages(s, of.head)


def _ages(s: Sentence, noun: int) -> bool:
    """Whether a noun measures years that are many: "two years of war" may go on."""
    lemma = s.tokens[noun].lemma.lower()
    return lemma in AGES - {"year"} or (lemma == "year" and _many(s, noun))


def _many(s: Sentence, noun: int) -> bool:
    words = [s.tokens[c].text for c in children(s, noun, "nummod")]
    return any(w.isdigit() and len(w) > 1 for w in words)


def _beside_old(s: Sentence, head: int, here: Sequence[DateExpression]) -> bool:
    """Such as "arrested hundreds after the 2012 election", where no other day is told."""
    return any(_named_by(s, n, here) for n in _beside(s, head, BESIDE))


def _named_by(s: Sentence, noun: int, dates: Sequence[DateExpression]) -> bool:
    """Whether a date says which one a noun is ("the 2012 election", "the 2003-2008 civil war")."""
    before = [t for t in s.tokens[s.edge(noun)[0] : noun] if t.dep in NAMING]
    return any(d.span.start <= t.start < d.span.end for t in before for d in dates)


def _of_old_war(
    s: Sentence, head: int, parsed: ParsedReport, dates: Sequence[DateExpression], edge: str
) -> bool:
    """Such as "400,000 people died in the war" of a report that has named "the 2003-2008 civil war"."""
    if s.tokens[head].lemma.lower() not in DYING:
        return False
    wars = {s.tokens[n].lemma.lower() for n in _beside(s, head, frozenset({"in", "during"}))} & WARS
    old = [d for d in dates if d.end is not None and d.end < edge]
    return bool(wars) and any(
        t.lemma.lower() in wars and _named_by(other, t.i, old)
        for other in parsed.sentences[: s.index]
        for t in other.tokens
    )
