"""On which side of a question an act stands: for, against, context, open, or an answer to who, where and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.questions import questions
from dateline.ledger.same import word_stem
from dateline.records import Participant
from dateline.situations.evidence_facts import Fact
from dateline.situations.evidence_fit import sort_of
from dateline.situations.evidence_fits import DENIED, THERE, Fits, fits, reciprocal
from dateline.situations.evidence_linked import linked_fit
from dateline.situations.evidence_who import FOR_IT, side_fit
from dateline.situations.question_parts import Named, Question

_NO_SIGN = re.compile(r"\bno (?:\w+ )?(?:sign|evidence|indication|proof|trace)s?\b", re.I)
_MARKS = ".,;:'\u2019\u201d\""
DONE = frozenset({"actual", "historical"})
OPEN = frozenset({"planned", "hypothetical"})
#: Words that only promise an act.
_PROMISED = frozenset(
    {
        "promised",
        "promises",
        "promise",
        "pledged",
        "pledges",
        "pledge",
        "vowed",
        "vows",
        "offered",
        "offers",
    }
)
#: How the act around another one stands to it: as its side and its stance.
_OUTER = {
    "AGREE": ("open", "promises"), "CONCEDE": ("open", "promises"), "THREATEN": ("open", "threatens"),
    "REQUEST": ("open", "asks for it"), "REJECT": ("against", "refuses"), "ACCUSE": ("for", "accuses"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fact on its side; ``firm`` is false where only a link between names ties it to the question."""

    fact: Fact
    side: str
    stance: str
    why: str
    firm: bool = True


def weigh(question: Question, fact: Fact) -> Weighed | None:
    """Put one fact on its side of a question, or leave it out."""
    sort = sort_of(fact, question.asks, question.rows)
    if sort is None and question.slot == "count" and _counted(question, fact):
        sort = "asked"
    if sort is None or not _of_question(question, fact):
        return None
    found = fits(question, fact)
    if fact.ordinary and not (found.actor and found.rest and question.names):
        return None
    if sort == "asked":
        return _asked(question, fact, found)
    if not (found.actor and found.rest) or not (question.actors or question.slot):
        return None
    if sort == "opposite" and _asks_whether(question):
        return _opposite(fact, found)
    if fact.status in DENIED or question.slot:
        return None
    why = {
        "wider": "less exact than what is asked",
        "near": "the same sides, another act",
    }.get(sort)
    return Weighed(fact, "context", stance_of(fact), why) if why else None


def _of_question(question: Question, fact: Fact) -> bool:
    """Whether an act has what the question says besides its kind: words of its own, the act within it."""
    if not question.names and not _in_words(question, fact):
        return False
    if question.predicate and question.predicate.casefold() not in fact.sentence.text.casefold():
        return False
    pointed = fact.carried and bool(question.places)
    return not question.inner or pointed or _of_inner(question, fact)


def _in_words(question: Question, fact: Fact) -> bool:
    """Whether a question that names nobody has a word of its own in the act's sentence."""
    told = {
        word_stem(w.strip(".,;:'\u2019\u201d\""))
        for w in fact.sentence.text.replace("-", " ").split()
    }
    own = {word_stem(w) for w in question.content}
    return len(own & told) >= min(2, len(own))


def _counted(question: Question, fact: Fact) -> bool:
    """Whether an act's sentence has the act and the number asked for, though another word was coded."""
    rows = [r for a in question.asks for r in a.acts if r.type == fact.type and r.trigger]
    stems = {word_stem(w) for r in rows for w in r.trigger}
    words = fact.sentence.text.replace("-", " ").split()
    told = {word_stem(questions().lemma(w.strip(_MARKS))) for w in words}
    return bool(stems & told) and any(w.strip(_MARKS).replace(",", "").isdigit() for w in words)


def _of_inner(question: Question, fact: Fact) -> bool:
    """Whether an act about another act is about the one that the question names."""
    told = {
        word_stem(questions().lemma(w.strip(_MARKS)))
        for w in fact.sentence.text.replace("-", " ").split()
    }
    return bool({word_stem(questions().lemma(w)) for w in question.inner} & told)


def _asks_whether(question: Question) -> bool:
    return question.slot is None


def _opposite(fact: Fact, found: Fits) -> Weighed | None:
    if fact.status not in DONE or fact.outer is not None:
        return None
    why = _joined("the opposite of what is asked, by the same side", *found.notes)
    return Weighed(fact, "against" if fact.own_voice else "context", stance_of(fact), why)


def _asked(question: Question, fact: Fact, found: Fits) -> Weighed | None:
    if question.denial:
        return _denied_by(question, fact, found)
    side, stance = _base(fact)
    if question.asks and question.asks[0].id == "q.promise" and side == "open":
        side = "for"
    if side == "against":
        return _against(fact, found, stance)
    if found.actor and found.rest:
        if question.slot and not _answers(question, fact):
            return None
        if question.slot and side == "for":
            side = "found"
        return Weighed(fact, side, stance, _joined(_WHY[side], *found.notes))
    return None if question.slot else _context(question, fact, found)


_WHY = {
    "for": "the act that is asked about",
    "found": "fits what is asked",
    "open": "the act that is asked about, but not done",
}


def _against(fact: Fact, found: Fits, stance: str) -> Weighed | None:
    """A denial speaks against even where it leaves out to whom or where."""
    if not found.rest or not (found.actor or found.linked):
        return None
    told = "said not to have happened" if fact.status == "negated" else "a denial of what is asked"
    return Weighed(fact, "against", stance, _joined(told, *found.notes), firm=bool(found.actor))


def _context(question: Question, fact: Fact, found: Fits) -> Weighed | None:
    stance = stance_of(fact)
    if fact.status in DENIED or fact.outer is not None:
        return None
    if found.linked and found.rest:
        return Weighed(
            fact,
            "context",
            stance,
            _joined("not told of the one asked about", *found.notes),
            firm=False,
        )
    if _exchanged(question, fact) and found.day is not False:
        return Weighed(
            fact, "context", stance, "the other way round: the sides exchanged", firm=False
        )
    asked = any(a.loose for a in question.asks) or any(
        n.kind != "country" or (n in question.recipients and fact.type not in THERE)
        for n in (*question.recipients, *question.places)
    )
    if found.actor is False and found.rest and fact.actors and _own_word(question, fact):
        why = _joined("the side asked about says that it was another", *found.notes)
        return Weighed(fact, "against", "says it was another", why)
    if found.actor is False and asked and found.rest and fact.actors:
        return Weighed(fact, "context", stance, "the same kind of act by another side", firm=False)
    if found.actor and found.target is None and found.day is not False and question.actors:
        return Weighed(
            fact, "context", stance, "the same act, but to whom or where is not told", firm=False
        )
    return None


def _own_word(question: Question, fact: Fact) -> bool:
    """Whether the one asked about tells that somebody else did it."""
    if not question.actors or fact.speaker is None or fact.status not in DONE | {"alleged"}:
        return False
    speaker = linked_fit(question.actors, (fact.speaker,), fact.told.record)
    return (speaker.level or 0) >= FOR_IT and not any(a.outer or a.loose for a in question.asks)


def _exchanged(question: Question, fact: Fact) -> bool:
    """Whether those that it is asked of did it, to the one asked about or to something of theirs."""
    if not question.actors or not question.recipients or question.mutual:
        return False
    doer = any(_side_or_owner(n, fact.actors) for n in question.recipients)
    return doer and any(_side_or_owner(n, fact.recipients) for n in question.actors)


def _side_or_owner(name: Named, sides: Sequence[Participant]) -> bool:
    level = side_fit((name,), sides).level or 0
    land = name.country is not None and any(p.actor.country == name.country for p in sides)
    return level >= FOR_IT or (land and name.kind in {"thing", "country"})


def _denied_by(question: Question, fact: Fact, found: Fits) -> Weighed | None:
    """Evidence for "has A denied it?": A's own denial; against it A's own word that it is so; the charge is context."""
    if found.target is False or found.day is False:
        return None
    voices = (fact.speaker,) if fact.speaker else ()
    speaker = linked_fit(question.actors, voices, fact.told.record)
    own = (speaker.level or 0) >= FOR_IT
    notes = (speaker.note,) if speaker.note else ()
    if fact.status in DENIED and own:
        return Weighed(fact, "for", "denies", _joined("the denial that is asked about", *notes))
    if fact.status in DENIED:
        return None
    if own and fact.status in DONE and found.actor:
        return Weighed(fact, "against", "says", _joined("the same side says that it is so", *notes))
    if found.actor and found.rest:
        return Weighed(fact, "context", stance_of(fact), "the act that the denial would be about")
    return None


def _base(fact: Fact) -> tuple[str, str]:
    """Side and stance of a fact that is the act asked about."""
    stance = stance_of(fact)
    if fact.outer is not None:
        if fact.outer.status in DENIED:
            return "against", "denies"
        side, word = _OUTER.get(fact.outer.type, ("open", stance))
        return side, word
    if fact.status in DENIED:
        return "against", stance
    if fact.status in DONE and set(fact.trigger.casefold().split()) & _PROMISED:
        return "open", "promises"
    return ("open" if fact.status in OPEN else "for"), stance


def stance_of(fact: Fact) -> str:
    """What the voice does that tells a fact."""
    if fact.outer is not None:
        return _OUTER.get(fact.outer.type, ("", "told"))[1]
    if fact.status == "denied" or (fact.status == "negated" and not fact.own_voice):
        return "denies"
    if fact.status == "negated":
        return "sees no sign of it" if _NO_SIGN.search(fact.sentence.text) else "told as not done"
    if fact.status == "alleged":
        return "accuses" if fact.claim is None or fact.claim.act == "accuse" else "claims"
    if fact.status == "planned":
        return "told as planned" if fact.own_voice else "plans"
    if fact.status == "hypothetical":
        return "told as possible" if fact.own_voice else "holds possible"
    if fact.own_voice:
        return "told as background" if fact.status == "historical" else "told"
    return (
        "claims" if fact.claim is not None and fact.claim.act in {"assert", "declare"} else "says"
    )


def _answers(question: Question, fact: Fact) -> bool:
    """Whether a fact has what a who, where, when or how many asks for."""
    slot = question.slot
    if slot == "actor":
        return bool(fact.actors)
    if slot == "recipient":
        both = question.mutual and len(fact.actors) > 1
        return bool(fact.recipients) or both or reciprocal(fact)
    if slot == "place":
        return fact.place is not None or any(
            fact.sentence.span.holds(p.span) and p.precision in {"exact", "near"}
            for p in fact.told.record.places
        )
    if slot == "day":
        return fact.first_day is not None
    if slot == "count":
        return bool(fact.figures) or any(c.isdigit() for c in fact.sentence.text)
    return True


def _joined(*parts: str) -> str:
    return "; ".join(dict.fromkeys(p for p in parts if p))
