"""Whether two sides can stand in a relation that a reader of the record would want."""

from dateline.coding.relation_parts import Tie
from dateline.knowledge.cues import RelationCues
from dateline.records import Participant, Place

_BUSINESS = {"BUS", "MNC"}
_RULERS = {"person"}


def fitting_kind(tie: Tie, one: Participant, other: Participant | Place) -> str:
    """The relation's kind: who "runs" a place and is nobody in person controls it."""
    land = isinstance(other, Place) or other.actor.kind in {"country", "place"}
    if tie.kind == "leads" and tie.form != "title" and land and one.actor.kind not in _RULERS:
        return "controls"
    return tie.kind


def plausible(tie: Tie, one: Participant, other: Participant | Place, cues: RelationCues) -> bool:
    """False for firms, for unnamed backers and leaders, for things that hold, for a foreign president."""
    if tie.kind != "speaks_for" and (_is_firm(one) or _is_firm(other)):
        return False
    if tie.kind == "leads":
        ruled = tie.form != "title" or _rules(tie, other, cues)
        return ruled and _led(tie, other, cues) and named(one) and not _foreign(one, other)
    if tie.kind == "backs":
        return named(one) or one.actor.country is not None or _is_body(tie, cues)
    if tie.kind == "based_in":
        return one.actor.kind != "person"
    if tie.kind == "controls":
        return one.actor.kind != "thing" or named(one) or _is_body(tie, cues)
    return True


def named(p: Participant) -> bool:
    """Whether an actor goes by a name: its last word has a capital ("Omer al-Bashir")."""
    return any(letter.isupper() for letter in p.actor.name.rpartition(" ")[2])


def _is_body(tie: Tie, cues: RelationCues) -> bool:
    """Whether the subject is a body or armed people by its own noun."""
    lemmas = {tie.sentence.tokens[h].lemma.lower() for h in tie.subjects}
    return bool(lemmas & (cues.lists["bodies"] | cues.lists["armed"]))


def _is_firm(side: Participant | Place) -> bool:
    return isinstance(side, Participant) and bool(_BUSINESS & set(side.actor.sectors))


def _led(tie: Tie, other: Participant | Place, cues: RelationCues) -> bool:
    """Nobody leads "households" or "27 states"; armed people are led."""
    if isinstance(other, Place) or named(other) or tie.form == "owner":
        return True
    heads = [tie.sentence.tokens[h] for h in tie.objects]
    return not all(t.tag == "NNS" and t.lemma.lower() not in cues.lists["armed"] for t in heads)


def _rules(tie: Tie, other: Participant | Place, cues: RelationCues) -> bool:
    """Whether a title is one that leads a country, where it names one ("Kenya's commander" is none)."""
    kind = other.kind if isinstance(other, Place) else other.actor.kind
    if kind != "country":
        return True
    tokens, t = tie.sentence.tokens, tie.trigger
    title = tokens[t].lemma.lower()
    before = tokens[t - 1].lower if t else ""
    return bool({title, f"{before} {title}"} & cues.lists["of_country"])


def _foreign(one: Participant, other: Participant | Place) -> bool:
    """Whether somebody of one country would rule another ("the Kenyan president" is no Zambian)."""
    land = other.country if isinstance(other, Place) else None
    if isinstance(other, Participant) and other.actor.kind == "country":
        land = other.actor.country
    return None not in {land, one.actor.country} and land != one.actor.country
