"""The act that a report is chiefly about."""

from collections.abc import Sequence

from dateline.ledger.same import word_stem
from dateline.situations.likeness import NO_CHIEFS, Chiefs
from dateline.situations.same_event import match, ruled_out
from dateline.situations.sketch import Sketch

#: Acts that are about another act: who investigates or condemns a shooting reports the shooting.
_ABOUT = frozenset({"ACCUSE", "REQUEST", "CONSULT", "SUPPORT", "REJECT"})
#: Modes of acts that follow another act: who is arrested is arrested for something.
_FOLLOWING = frozenset({"arrest", "investigate", "legal", "charge"})
#: Sentences in which a report says what it is about.
_LEAD = 4
_LONG_WORD = 3
_TITLE, _MATERIAL, _RELEVANT, _FIGURES, _DONE, _ACTUAL = 0.6, 0.5, 0.2, 0.3, 0.4, 0.4


def chief_act(found: Sequence[Sketch], title: str | None) -> Sketch | None:
    """The act of the title and the first sentences; None without any there.

    Args:
        found: a report's sketches, in reading order.
        title: the report's.
    """
    head = {word_stem(w) for w in (title or "").split() if len(w) > _LONG_WORD}
    lead = [s for s in found if s.index < _LEAD and s.status != "historical"] or list(found[:2])
    weighed = [(_weight(s, head), -s.index, -n) for n, s in enumerate(lead)]
    return lead[-max(weighed)[2]] if weighed else None


def _weight(sketch: Sketch, head: set[str]) -> float:
    told = 1 / (1 + sketch.index)
    told += _TITLE * bool(sketch.stems & head)
    told += _MATERIAL * (sketch.type not in _ABOUT)
    told += _RELEVANT * sketch.relevant + _FIGURES * bool(sketch.figures)
    told += _DONE * (sketch.mood == "done") + _ACTUAL * (sketch.status == "actual")
    return round(told, 4)


def beside(one: Sketch | None, other: Sketch | None) -> Chiefs:
    """Two chief acts beside each other."""
    if one is None or other is None:
        return NO_CHIEFS
    days = tuple(s.days[0] if s.days else None for s in (one, other))
    follows = any(
        s.type == "ACCUSE" or s.modes & _FOLLOWING or s.status != "actual" for s in (one, other)
    )
    apart = one.type == other.type and one.mood == other.mood and ruled_out(one, other)
    return Chiefs(match(one, other).score, apart, (days[0], days[1]), follows)
