"""Weapons and means named in the clause of an act."""

from dateline.knowledge.lexicon import Lexicon
from dateline.records import Instrument, Sentence

#: Noun class -> ASSAULT mode it speaks for.
KINDS = {
    "gun": "firearms", "explosive": "explosives", "artillery": "heavy-weapons", "blade": "primitive", "aircraft": "aerial",
    "drone": "drone", "crowdmeans": "crowd-control", "chemical": "unconventional", "weapon": "other",
}  # fmt: skip
NOUNS = {
    "gun": "gun rifle pistol gunfire shotgun machinegun ak-47 firearm bullet sniper handgun revolver",
    "explosive": "bomb explosive grenade mine landmine ied dynamite tnt",
    "artillery": "artillery mortar rocket tank shell missile howitzer shelling",
    "blade": "knife machete axe sword stone spear arrow club stick petrol acid",
    "aircraft": "airstrike warplane helicopter jet bomber gunship",
    "drone": "drone uav",
    "crowdmeans": "teargas truncheon baton",
    "chemical": "sarin chlorine mustard",
}  # fmt: skip
COMPOUNDS = {
    "tear gas": "crowd-control", "water cannon": "crowd-control", "rubber bullet": "crowd-control", "nerve agent": "unconventional",
    "chemical weapon": "unconventional", "car bomb": "explosives", "suicide bomb": "suicide-attack", "suicide bomber": "suicide-attack",
    "air strike": "aerial", "assault rifle": "firearms", "machine gun": "firearms", "petrol bomb": "primitive", "barrel bomb": "aerial",
}  # fmt: skip
_BY_NOUN = {noun: KINDS[kind] for kind, nouns in NOUNS.items() for noun in nouns.split()}


def instruments_of(sentence: Sentence, head: int, lexicon: Lexicon) -> tuple[Instrument, ...]:
    """Every weapon or means below the act's head, or the head itself when it is one's name."""
    found: list[Instrument] = []
    for i in sentence.subtree(head):
        token = sentence.tokens[i]
        if token.pos not in {"NOUN", "PROPN"}:
            continue
        lemma = token.lemma.lower()
        before = sentence.tokens[i - 1].lower if i else ""
        pair = f"{before} {lemma}"
        kind = COMPOUNDS.get(pair) or _BY_NOUN.get(lemma)
        if kind is None and "weapon" in lexicon.noun_classes.get(lemma, ()):
            kind = "other"
        if kind is None:
            continue
        first = i - 1 if pair in COMPOUNDS else i
        evidence = sentence.evidence(first, i)
        found.append(Instrument(evidence.text, evidence.span, kind))
    return tuple(found)
