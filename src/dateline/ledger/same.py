"""Whether two participants stand for one side, and two coded events for one act: strict, since a wrong yes misleads."""

from collections.abc import Sequence
from datetime import date, timedelta

from dateline.records import Act, Actor, DateExpression, Event, Participant, Place

#: Sectors whose bearers act for their state.
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "PRM"})
#: Words of a name that tell nobody apart.
EMPTY = frozenset(
    (
        *(
            "the",
            "a",
            "an",
            "of",
            "and",
            "in",
            "for",
            "some",
            "at",
            "least",
            "about",
            "more",
            "than",
        ),
        *("other", "several", "many", "people", "person", "persons", "others", "al", "el", "new"),
        *("old", "former", "local", "senior", "top", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "hundreds", "thousands"),
        *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    )
)
#: Letters of a word too short to lose an ending, and of a stem.
_SHORT, _STEM = 3, 6
#: Places at least this precise can differ; two countries' names cannot tell towns apart.
TOWN = frozenset({"exact", "near"})
#: Two reports may put the same act a day apart.
SLACK = timedelta(days=1)


def same_side(a: Actor, b: Actor) -> bool:
    """Whether two actors are one, or a state and a body that acts for it, or two forms of one body."""
    if a.id == b.id or _same_words(a, b):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if a.wikidata and a.wikidata == b.wikidata:
        return True
    if a.country and a.country == b.country and _of_state(a) and _of_state(b):
        own = set(a.sectors) & set(b.sectors)
        return "country" in {a.kind, b.kind} or bool(own & STATE)
    return _named_alike(a, b)


def same_people(a: Actor, b: Actor) -> bool:
    """Whether two actors are one entity, stricter than :func:`same_side`: a state is not its minister."""
    if a.id == b.id or (a.wikidata is not None and a.wikidata == b.wikidata):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    return a.name.casefold() == b.name.casefold()


def _same_words(a: Actor, b: Actor) -> bool:
    """Whether both are unnamed people in the same words ("gunmen"); their country is only guessed from around them."""
    plain = a.kind == b.kind == "group" and not any(c.isupper() for c in a.name[1:] + b.name[1:])
    return plain and bool(telling(a.name)) and telling(a.name) == telling(b.name)


def _of_state(actor: Actor) -> bool:
    if actor.kind == "country":
        return True
    return actor.kind in {"organisation", "person", "group"} and bool(set(actor.sectors) & STATE)


def _named_alike(a: Actor, b: Actor) -> bool:
    """Whether all telling words of one name are in the other ("rebels", "the northern rebels")."""
    for one in (a.name, *a.aliases):
        mine = telling(one)
        for other in (b.name, *b.aliases):
            theirs = telling(other)
            if mine and theirs and (mine <= theirs or theirs <= mine):
                return True
    return False


def telling(name: str) -> set[str]:
    """The words of a name that tell it from others, in the singular, in lower case."""
    words = (w.strip("'\u2019\".,()[]").casefold() for w in name.replace("-", " ").split())
    words = (w.removesuffix("'s").removesuffix("\u2019s") for w in words)
    return {_singular(w) for w in words if len(w) > 1 and w not in EMPTY and not w.isdigit()}


def _singular(word: str) -> str:
    plural = len(word) > _SHORT and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def sides_meet(a: Sequence[Participant], b: Sequence[Participant]) -> bool | None:
    """Whether two lists share a side; None where one of them is empty."""
    if not a or not b:
        return None
    return any(same_side(p.actor, q.actor) for p in a for q in b)


def eras_apart(a: Event, b: Event) -> bool:
    """Whether one act is told as background of long ago and the other is not, whatever their days."""
    return (a.status == "historical") != (b.status == "historical")


def places_differ(a: Place | None, b: Place | None) -> bool:
    """Whether two places cannot be one: two countries, or two towns."""
    if a is None or b is None:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    if a.precision in TOWN and b.precision in TOWN and a.name and b.name:
        return a.name != b.name
    return False


def places_agree(a: Place | None, b: Place | None) -> bool:
    """Whether both name the same town."""
    if a is None or b is None or not a.name:
        return False
    return a.name == b.name and a.precision in TOWN and b.precision in TOWN


def days_apart(
    a: DateExpression | None, b: DateExpression | None, slack: timedelta = SLACK
) -> bool:
    """Whether two days are known and more than ``slack`` apart."""
    one, other = _days(a), _days(b)
    if one is None or other is None:
        return False
    return one[0] > other[1] + slack or other[0] > one[1] + slack


def days_meet(a: DateExpression | None, b: DateExpression | None) -> bool:
    """Whether both days are known and share a day."""
    return _days(a) is not None and _days(b) is not None and not days_apart(a, b, timedelta(0))


def _days(when: DateExpression | None) -> tuple[date, date] | None:
    if when is None or when.start is None or when.end is None:
        return None
    try:
        return date.fromisoformat(when.start), date.fromisoformat(when.end)
    except ValueError:
        return None


def same_act(a: Event, b: Event) -> bool:
    """Whether two events are one act, as far as the text shows.

    Type and, where both have them, modes agree; doers or those it is done to are shared and neither differs; days and
    places do not exclude each other.  Two acts with one side each need a town or day in common besides.
    """
    if a.type != b.type or _modes_differ(a, b) or not _beneath_agrees(a.of, b.of):
        return False
    if days_apart(a.date, b.date) or places_differ(a.place, b.place):
        return False
    doers, done_to = sides_meet(a.actors, b.actors), sides_meet(a.recipients, b.recipients)
    if doers is False or done_to is False:
        return False
    if doers and done_to:
        return True
    alike = places_agree(a.place, b.place) or days_meet(a.date, b.date) or one_stem(a, b)
    return bool(doers or done_to) and alike


def _modes_differ(a: Event, b: Event) -> bool:
    return bool(a.modes and b.modes) and not set(a.modes) & set(b.modes)


def _beneath_agrees(a: Act | None, b: Act | None) -> bool:
    return a is None or b is None or a.type == b.type


def one_stem(a: Event, b: Event) -> bool:
    """Whether the words that tell two acts share a stem ("shelled", "shelling")."""
    return bool(_stems(a.trigger.text) & _stems(b.trigger.text))


def _stems(words: str) -> set[str]:
    return {word_stem(w) for w in words.split() if len(w) > _SHORT}


def word_stem(word: str) -> str:
    """What the forms of one word share, for want of its lemma ("kills", "killed", "killing")."""
    plain = word.casefold()
    for ending in ("ing", "ed", "es", "s", "e"):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORT:
            plain = plain.removesuffix(ending)
            break
    return plain[:_STEM]
