"""All rules of the time grammar, and the macros they share."""

from functools import cache

from dateline.resolve.time import rules_calendar, rules_named, rules_relative, rules_spans
from dateline.resolve.time.grammar import Grammar

_SPELLED = "NUMW (DASH? NUMW)? (DASH? NUMW)? | (a | an) hundred | half (a | an)"
_VAGUE = "(a | the)? VAGUE of?"
_RARE = "last | past | long | short | additional | further | successive | solid"
MACROS = {
    "MOY": "MONTH | ABBR DOT?",
    "DAYN": "DNUM | ORD",
    "YR": "YEAR | YY",
    "TOO": "(COMMA? (y:YR))?",
    "RELYEAR": "of? (rel:last|this|next) year",
    "OFYEAR": "of ((whole:the) year | (y:YEAR) | RELYEAR)",
    "WHICH": "(which:last|past|next|this|coming)",
    "FROM": "(lead:from|between)?",
    "NEAR": "(which:last|next|this)",
    "LATE": "early | late",
    "LATER": "(mod:early|late|earlier|later)",
    "BESIDE": "(which:following|next|previous|preceding)",
    "JOINT": "(sign:DASH|to|through|until|and)",
    "SIDE": "(side:ago|earlier|later|before|after|previously|hence|afterwards|afterward)",
    "MODP": "(early | mid | late) DASH? | the? very? MODNOUN of the?",
    "MODNOUN": "beginning | start | end | middle | close",
    "QTY": f"NUM SLASHED? | NUM2? POINT | SLASHED | {_SPELLED} | {_VAGUE}",
    "QTYA": "QTY | a | an",
    "EXTRA": f"more | straight | consecutive | full | whole | entire | extra | {_RARE}",
}


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    macros = {**MACROS, "HOLIDAY": rules_named.holiday_pattern()}
    files = (rules_calendar, rules_named, rules_relative, rules_spans)
    return Grammar([rule for file in files for rule in file.rules()], macros)
