"""All rules of the time grammar, and the macros they share."""

from functools import cache

from dateline.resolve.time import rules_calendar, rules_relative, rules_spans
from dateline.resolve.time.grammar import Grammar

MACROS = {
    "MOY": "MONTH | ABBR DOT?",
    "DAYN": "DNUM | ORD",
    "YR": "YEAR | YY",
    "MODP": "(early | mid | late) DASH? | the? very? (beginning | start | end | middle | close) of the?",
    "QTY": "NUM SLASHED? | NUM2? POINT | SLASHED | NUMW (DASH? NUMW)* | (a | the)? VAGUE of? | (a | an) hundred | half (a | an)",
    "QTYA": "QTY | a | an",
    "EXTRA": "more | straight | consecutive | full | whole | long | short | additional | further | successive | solid | entire | extra | last | past",
}


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    macros = {**MACROS, "HOLIDAY": rules_calendar.holiday_pattern()}
    return Grammar([*rules_calendar.rules(), *rules_relative.rules(), *rules_spans.rules()], macros)
