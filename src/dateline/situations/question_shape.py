"""A question put as statements: the auxiliary back behind its subject, the question word out of the way."""

import re
from dataclasses import dataclass

from dateline.knowledge.questions import questions

DO = frozenset({"do", "does", "did"})
BE = frozenset({"is", "are", "was", "were", "am"})
HAVE = frozenset({"has", "have", "had"})
MODALS = frozenset({"will", "would", "could", "can", "may", "might", "should", "shall", "must"})
AUXILIARIES = DO | BE | HAVE | MODALS
#: Words in place of what is asked for, so that the statement can be parsed.
SOMEBODY, SOMETHING = "Somebody", "Something"
_NOT = re.compile(
    r"\b(did|does|do|is|are|was|were|has|have|had|will|would|could|can|should)n['\u2019]t\b", re.I
)
_PREFACE = re.compile(
    r"^(?:is it (?:true|the case|correct|right) that|(?:do|does|did) (?:the|any|these)? ?reports? "
    r"(?:say|tell|show|claim|confirm) (?:that|whether|if)|is there (?:any )?(?:evidence|proof|sign)s? that)\s+",
    re.I,
)  # fmt: skip
_CLEFT = re.compile(r"^(is|was) it (.+?) (?:that|who|which) (.+)$", re.I)
_TAIL = re.compile(r"[\s?!.]+$")
_JOINTS = frozenset({"al", "el", "bin", "ibn", "de", "da", "del", "of"})
#: At most so many words are tried for the subject of an inverted question.
_SUBJECT = 9
_WH = {
    "who": ("who", "actor"), "whom": ("whom", "recipient"), "what": ("what", "act"),
    "where": ("where", "place"), "when": ("when", "day"),
}  # fmt: skip
#: Nouns after "which" or "what" that ask for a place or a day.
_PLACES = frozenset({"town", "towns", "city", "cities", "village", "villages", "place", "places",
                     "region", "regions", "province", "provinces", "area", "areas", "base", "bases"})  # fmt: skip
_DAYS = frozenset({"day", "date", "month", "year", "time"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What a question asks for, and the statements it may be put as, the likeliest first.

    ``subject`` of a statement is the number of its words before the auxiliary, None where it has no inverted one.
    ``ahead``: its auxiliary asks about what is to come; ``slot_word`` the noun after "which" or "how many".
    ``cannot`` says why a question of this kind is not answered.
    """

    form: str
    slot: str | None
    statements: tuple[tuple[str, int | None], ...]
    slot_word: str = ""
    ahead: bool = False
    cannot: str | None = None


_JUDGING = re.compile(
    r"^(?:(?:who|which|what)\b.*?\b(?:is|are|was|were)|(?:is|are|was|were)\b.{1,60}?) "
    r"(?:right|wrong|to blame|at fault|the good|the bad|better|worse|lying|justified|telling the truth)\b",
    re.I,
)


def shape(text: str) -> Shape:
    """Take a question apart.

    Args:
        text: the question as it was asked.
    """
    plain = _TAIL.sub("", " ".join(text.split()))
    plain = _NOT.sub(lambda m: m[1], plain)
    told = _PREFACE.match(plain)
    if told:
        return Shape("whether", None, ((_sentence(plain[told.end() :]), None),))
    cleft = _CLEFT.match(plain)
    if cleft:
        return Shape("whether", None, ((_sentence(f"{cleft[2]} {cleft[3]}"), None),))
    words = plain.split()
    first = words[0].lower() if words else ""
    if _JUDGING.match(plain):
        return Shape("search", None, (), cannot="dateline does not judge who is right: "
                     "ask what each side says or denies")  # fmt: skip
    if first in AUXILIARIES and len(words) > 1:
        return Shape("whether", None, _inverted(words[0], words[1:]), ahead=_ahead(words))
    if first in {"why"} or (first == "how" and _second(words) not in {"many", "often"}):
        return Shape("search", None, (), cannot=f"dateline does not answer \u201c{words[0].lower()}\u201d: "
                     "it tells who did what to whom, where, when and by whose word")  # fmt: skip
    return _wh(words)


def _wh(words: list[str]) -> Shape:
    lead = words[0].lower() if words else ""
    if lead in {"in", "on", "at", "to", "by", "from", "with", "against", "since"} and _second(words) in {
        "which", "what", "whom", "when", "where",
    }:  # fmt: skip
        words = words[1:]
        lead = words[0].lower()
    if lead == "how":
        return _how(words)
    if lead in {"which", "what", "whose"} and len(words) > 2 and not _aux_or_verb(words[1], lead):  # noqa: PLR2004
        return _which(words)
    if lead in _WH:
        form, slot = _WH[lead]
        return _plain(form, slot, words)
    return Shape("search", None, ((_sentence(" ".join(words)), None),), cannot="no question that dateline "
                 "can read: begin with did, is, has, will, who, what, which, where, when or how many")  # fmt: skip


def _plain(form: str, slot: str, words: list[str]) -> Shape:
    rest = words[1:]
    if not rest:
        return Shape("search", None, (), cannot="the question has no more than a question word")
    aux = rest[0].lower()
    stand_in = SOMETHING if form == "what" else SOMEBODY
    if form in {"where", "when"}:
        made = (
            _inverted(rest[0], rest[1:])
            if aux in AUXILIARIES
            else ((_sentence(" ".join(rest)), None),)
        )
        return Shape(form, slot, made, ahead=_ahead(rest))
    if aux in DO or (aux in AUXILIARIES and _names_subject(rest[1:])):
        slot = "act" if form == "what" else "actor" if rest[-1].lower() == "by" else "recipient"
        return Shape(form, slot, _inverted(rest[0], rest[1:]), ahead=_ahead(rest))
    slot = "act" if form == "what" else "actor"
    return Shape(
        "who" if form == "whom" else form,
        slot,
        ((f"{stand_in} {' '.join(rest)}.", None),),
        ahead=_ahead(rest),
    )


def _which(words: list[str]) -> Shape:
    """Such as "Which countries condemned ...", "Which towns did the rebels capture"."""
    end = next((n for n, w in enumerate(words) if n and w.lower() in AUXILIARIES), None)
    noun = words[1:end][-1] if end and end > 1 else words[1]
    low = noun.lower()
    slot = "place" if low in _PLACES else "day" if low in _DAYS else None
    form = "where" if slot == "place" else "when" if slot == "day" else "who"
    turned = end is not None and (
        words[end].lower() in DO or slot is not None or _names_subject(words[end + 1 :])
    )
    if end is not None and end > 1 and turned:
        return Shape(
            form if slot else "whom", slot or "recipient", _inverted(words[end], words[end + 1 :]), noun,
            _ahead(words[end:]),
        )  # fmt: skip
    return Shape(form, slot or "actor", ((f"Some {' '.join(words[1:])}.", None),), noun)


def _how(words: list[str]) -> Shape:
    if words[1].lower() == "often" and len(words) > 3:  # noqa: PLR2004
        return Shape("how many", "times", _inverted(words[2], words[3:]))
    end = next((n for n, w in enumerate(words) if n > 1 and w.lower() in AUXILIARIES), None)
    noun = words[2] if len(words) > 2 else ""  # noqa: PLR2004
    if noun.lower() == "times" and end:
        return Shape("how many", "times", _inverted(words[end], words[end + 1 :]), noun)
    if end is not None and (words[end].lower() in DO or _names_subject(words[end + 1 :])):
        made = _inverted(words[end], words[end + 1 :])
        kept = " ".join(words[2:end])
        return Shape(
            "how many", "count", tuple((_with_object(s, kept, k), k) for s, k in made), noun
        )
    return Shape("how many", "count", ((f"Many {' '.join(words[2:])}.", None),), noun)


def _with_object(statement: str, kept: str, subject: int | None) -> str:
    """A statement with the noun that was counted put behind its verb."""
    words = statement.rstrip(".").split()
    at = (subject or 0) + 2
    return " ".join([*words[:at], kept, *words[at:]]) + "."


def _inverted(aux: str, rest: list[str]) -> tuple[tuple[str, int | None], ...]:
    """The statements with the auxiliary behind one, two ... words of the rest."""
    word = "will" if aux.lower() in DO else aux.lower()
    if rest and rest[0].lower() == "there":
        return ((_sentence(" ".join(["There", word, *rest[1:]])), None),)
    last = min(_SUBJECT, len(rest) - 1)
    cuts = sorted(range(1, last + 1), key=lambda k: _inside_name(rest, k))
    return tuple((_sentence(" ".join([*rest[:k], word, *rest[k:]])), k) for k in cuts)


def _inside_name(words: list[str], at: int) -> bool:
    """Whether a cut would divide a name ("Fayez | al-Serraj", "Libyan | National Army")."""
    before, after = words[at - 1], words[at]
    joint = after.lower() in _JOINTS or after.lower().startswith(("al-", "el-", "bin-"))
    people = len(questions().alike(after.lower())) > 1  # "the Ethiopian | army"
    named = before[:1].isupper() and before[-1:].isalnum()
    return named and (joint or people or after[:1].isupper())


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _names_subject(rest: list[str]) -> bool:
    """Whether what follows an auxiliary begins with a subject, not with a participle or preposition."""
    if not rest:
        return False
    first = rest[0]
    return first[0].isupper() or first.lower() in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "these",
        "those",
        "any",
        "all",
    }


def _aux_or_verb(word: str, lead: str) -> bool:
    if word.lower() in AUXILIARIES:
        return True
    return lead == "what" and word.lower() in {
        "happened",
        "happens",
        "occurred",
        "took",
        "took-place",
        "caused",
    }


def _second(words: list[str]) -> str:
    return words[1].lower() if len(words) > 1 else ""


def _ahead(words: list[str]) -> bool:
    return bool(words) and (
        words[0].lower() in {"will", "shall"}
        or " ".join(words).lower().find(" going to ") >= 0
        or " ".join(words).lower().find(" about to ") >= 0
    )
