"""Which of a sentence's dates is the day of which act, by syntax alone.

The rules, in the order of their weight.  A date belongs to the act headed by a word when

1. it hangs on that word, directly or by prepositions ("attacked on Friday", "Friday's attack"), or
   the word's clause is the "when"-clause right behind it ("since Sunday, when Hamas fired");
2. the word is counted from a dated act: "on Friday, two days after they took the town";
3. it hangs on a noun below that word, with no other verb and no other act between ("took the town
   on Friday"; of "jailed for a murder in 2013" the year is the murder's);
4. the word is a noun, and a verb that only says that it takes place has the date: the verb whose
   subject or object it is ("talks begin on Monday", "held a rally on Friday"), that of its own
   clause ("the blast that killed ten on Sunday", "protests starting in May"), or the verb in whose
   course it is ("wounded on Friday during a rally"); of a year or month any verb will do;
5. the word is a verb that shares another's day: two joined verbs of one tense, a participle of
   consequence ("took the town on Monday, killing ten"), a clause with "when", an infinitive below
   "began" and the like, the clause about a dated noun ("Friday's march in which two were injured").

The date of a verb of speech is never that of what is said: "police said on Friday that ten had
died" gives None for the deaths.  Durations and sets are no days, unless the report's day bounds
them ("over the past week" is an interval).  "Since 2011" and "until Monday" bound an act and are
not its day; "after Friday's attack" gives the attack its day, not the verb above.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as Day  # noqa: N812

from dateline.knowledge.calendar import context_words
from dateline.records import DateExpression, Sentence, Token
from dateline.resolve.time.counted import Counted, count_from, counted_in
from dateline.resolve.time.direct import Days, behind_date, ending_at, joined, nearest, own
from dateline.resolve.time.ends import with_other_end
from dateline.resolve.time.event_nouns import is_event, is_weapon
from dateline.resolve.time.owners import NOUNS, VERBS, is_exact, owner_of, path_up
from dateline.resolve.time.partners import partners_of, same_tense, speaks
from dateline.resolve.time.reach import course_of, in_object, names_only, reaches

_LONGEST_CLIMB = 30
#: A month, year or decade: a verb's holds for its subject too.
_LONG_DAYS = 28
_AHEAD_AUX = frozenset({"will", "wo", "'ll", "would", "'d", "could", "may", "might", "can", "to"})


def date_for(
    sentence: Sentence, token_index: int, dates: Sequence[DateExpression]
) -> DateExpression | None:
    """The date of the act headed by a token, or None when the sentence gives none.

    Args:
        sentence: the sentence of the act.
        token_index: position of the act's head in the sentence, a verb or a noun ("attack").
        dates: all dates of the report.

    Returns:
        One of ``dates``; for "from May 3 to June 1" one expression that spans both; for "two days
        after they took the town" one whose words are the counting ones; for "over the past week"
        one whose value is the interval.
    """
    here = [d for d in dates if sentence.span.holds(d.span) and _is_day(d)]
    if not here:
        return None
    counts = counted_in(sentence)
    owned: list[tuple[DateExpression, int]] = []
    for d in here:
        owner = owner_of(sentence, d, counts, owned)
        if owner is not None:
            owned.append((d, owner))
    found = _found(Days(sentence, tuple(here), tuple(owned), counts), token_index)
    return _as_days(with_other_end(sentence, found, here)) if found else None


def _is_day(date: DateExpression) -> bool:
    if date.type in ("DATE", "TIME"):
        return date.value is not None and not date.value.endswith("_REF")
    return date.type == "DURATION" and date.start is not None


def _as_days(date: DateExpression) -> DateExpression:
    """A bounded duration as the interval that it is."""
    if date.type != "DURATION":
        return date
    return replace(date, type="DATE", value=f"{date.start}/{date.end}")


def _found(days: Days, at: int) -> DateExpression | None:
    for rule in (own, behind_date, _counted, _below, _of_event_noun, _shared, _counted_back):
        found = rule(days, at)
        if found:
            return found
    return None


def _plain(days: Days, at: int) -> DateExpression | None:
    """The date of an act without counting."""
    for rule in (own, behind_date, _below, _of_event_noun, _shared):
        found = rule(days, at)
        if found:
            return found
    return None


def _counted(days: Days, at: int) -> DateExpression | None:
    """Rule 2; verbs joined to the counted one share its day."""
    together = list(joined(days.sentence, at)) or [at]
    for counted in days.counts:
        if counted.act not in together:
            continue
        anchor = _anchor(days, counted)
        if anchor is not None:
            return count_from(days.sentence, anchor, counted)
    return None


def _anchor(days: Days, counted: Counted) -> DateExpression | None:
    """The date of the act above a counted time: past infinitives and what only will be."""
    sentence = days.sentence
    start = sentence.tokens[counted.first].start
    for i in path_up(sentence, sentence.tokens[counted.act].head):
        token = sentence.tokens[i]
        if token.pos not in VERBS or i == counted.act:
            continue
        found = _plain(days, i)
        if found:
            return found if found.span.start < start or i > counted.act else None
        if not any(sentence.tokens[c].lower in _AHEAD_AUX for c in sentence.children[i]):
            return None
    return None


def _counted_back(days: Days, at: int) -> DateExpression | None:
    """As in "three days after Friday's raid, police arrested": counted from the other act."""
    sentence = days.sentence
    for counted in days.counts:
        path = path_up(sentence, sentence.tokens[counted.act].head)
        main = next((i for i in path if sentence.tokens[i].pos in VERBS), None)
        if main != at or at == counted.act:
            continue
        anchor = _plain(days, counted.act)
        if anchor is not None:
            return count_from(sentence, anchor, counted, back=True)
    return None


def _below(days: Days, at: int) -> DateExpression | None:
    """Rule 3."""
    sentence = days.sentence
    token = sentence.tokens[at]
    reached = ((d, owner) for d, owner in days.owned if reaches(sentence, owner, at))
    if token.pos in VERBS:
        reached = ((d, owner) for d, owner in reached if _takes(sentence, d, owner, at))
    return nearest(sentence, at, (d for d, _ in reached))


def _takes(sentence: Sentence, date: DateExpression, owner: int, verb: int) -> bool:
    """Whether a verb shares the day of a noun below it."""
    token, noun = sentence.tokens[verb], sentence.tokens[owner]
    naming = names_only(sentence, date, owner)
    if (
        _bygone(date)
        and token.lemma not in context_words("occurring")
        and not course_of(sentence, owner, verb)
    ):
        return False  # "thanked it for the building of the railway in the 1970s"
    if not speaks(token) and token.lemma in context_words("occurring"):
        return not naming or is_event(noun) or noun.lemma in context_words("schedulable")
    if naming and not course_of(sentence, owner, verb):
        return False
    return not (is_exact(date) and in_object(sentence, owner, verb))


def _bygone(date: DateExpression) -> bool:
    """Whether a date is a whole year, decade or century."""
    return len(date.value or "") <= len("2019") and date.value is not None


def _of_event_noun(days: Days, at: int) -> DateExpression | None:
    """Rule 4."""
    sentence = days.sentence
    token = sentence.tokens[at]
    if token.pos not in NOUNS:
        return None
    verbs = [
        c
        for c in sentence.children[at]
        if sentence.tokens[c].dep in ("relcl", "acl") and not speaks(sentence.tokens[c])
    ]
    verbs.extend(_starts(sentence, token))
    head = sentence.tokens[token.head]
    plays = token.dep in ("nsubj", "nsubjpass", "dobj") and head.pos in VERBS
    charged = token.dep == "dobj" and head.dep == "pcomp" and is_event(token)
    if plays and (charged or head.lemma in context_words("occurring")):
        verbs.append(head.i)
    for verb in verbs:
        found = own(days, verb) or _below(days, verb)
        if found:
            return found
    return _of_subject(days, token, head) if plays else _in_course(days, token)


def _of_subject(days: Days, noun: Token, verb: Token) -> DateExpression | None:
    """A year or month of any verb is that of its subject's act."""
    if noun.dep == "dobj" or speaks(verb) or not is_event(noun):
        return None
    found = own(days, verb.i)
    return found if found and _length(found) >= _LONG_DAYS else None


def _length(date: DateExpression) -> int:
    if date.start is None or date.end is None:
        return 0
    return (Day.fromisoformat(date.end) - Day.fromisoformat(date.start)).days + 1


def _in_course(days: Days, noun: Token) -> DateExpression | None:
    """As in "wounded on Friday during a rally"."""
    if noun.lemma in context_words("lasting") or not is_event(noun):
        return None
    verb = days.sentence.tokens[days.sentence.tokens[noun.head].head]
    if verb.pos not in VERBS or not course_of(days.sentence, noun.i, verb.i):
        return None
    return own(days, verb.i) or _below(days, verb.i) or _shared(days, verb.i)


def _starts(sentence: Sentence, noun: Token) -> Iterator[int]:
    """Participles behind a noun that say when it begins, wherever the parser hung them."""
    for token in sentence.tokens[noun.i + 1 : noun.i + 4]:
        if token.tag == "VBG" and token.lemma in ("begin", "start"):
            yield token.i


def _shared(days: Days, at: int) -> DateExpression | None:
    """Rule 5; a counted clause has its own day and none of its main verb's."""
    for i in joined(days.sentence, at):
        if any(c.act == i for c in days.counts):
            return None
        found = _partner_day(days, days.sentence.tokens[i])
        if found:
            return found
    return _of_relative(days, days.sentence.tokens[at])


def _partner_day(days: Days, verb: Token) -> DateExpression | None:
    for other in partners_of(days.sentence, verb):
        found = own(days, other) or _below(days, other) or _of_weapon(days, verb, other)
        if found:
            return found
    return None


def _of_relative(days: Days, verb: Token) -> DateExpression | None:
    """As in "the raid on the port on May 1 that killed ten": what stands right before "that"."""
    sentence = days.sentence
    pronouns = (sentence.tokens[c] for c in sentence.children[verb.i])
    that = next((t for t in pronouns if t.tag == "WDT" and t.dep.startswith("nsubj")), None)
    if verb.dep != "relcl" or that is None:
        return None
    date = ending_at(sentence, that.i, days)
    owner = next((i for d, i in days.owned if d == date), None)
    return date if owner is not None and is_event(sentence.tokens[owner]) else None


def _of_weapon(days: Days, verb: Token, noun: int) -> DateExpression | None:
    """As in "On Friday they fired rockets that killed two": what a weapon does when it is used."""
    token = days.sentence.tokens[noun]
    if verb.dep != "relcl" or token.dep != "dobj" or not is_weapon(token):
        return None
    if not same_tense(days.sentence, verb, days.sentence.tokens[token.head]):
        return None
    user = token.head
    return own(days, user) or behind_date(days, user) or _counted(days, user)
