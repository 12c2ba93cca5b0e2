"""Plain words for what the codes say, as the terminal page and the explanation use them."""

from datetime import date

from dateline.records import DateExpression, Magnitude, Participant

TYPES = {
    "AGREE": "agrees or promises",
    "CONSULT": "meets or talks",
    "SUPPORT": "backs or approves",
    "COOPERATE": "cooperates",
    "AID": "gives aid",
    "CONCEDE": "gives way",
    "RETREAT": "withdraws or releases",
    "REQUEST": "asks or demands",
    "ACCUSE": "accuses or investigates",
    "REJECT": "refuses",
    "THREATEN": "threatens",
    "PROTEST": "protests",
    "SANCTION": "punishes or cuts ties",
    "MOBILIZE": "moves forces",
    "COERCE": "seizes, arrests or represses",
    "ASSAULT": "attacks",
}
ACTS = {
    "say": "said",
    "assert": "asserted",
    "deny": "denied",
    "accuse": "accused",
    "promise": "promised",
    "threaten": "threatened",
    "urge": "urged",
    "order": "ordered",
    "request": "asked",
    "hope": "hoped",
    "predict": "predicted",
    "declare": "declared",
    "question": "asked",
}
RELATIONS = {
    "leads": "leads",
    "speaks_for": "speaks for",
    "member_of": "is a member of",
    "backs": "backs",
    "opposes": "opposes",
    "controls": "controls",
    "based_in": "is based in",
    "part_of": "is part of",
}
STATUSES = {
    "historical": "background",
    "planned": "planned",
    "hypothetical": "not certain",
    "alleged": "alleged",
    "denied": "denied",
    "negated": "did not happen",
}
_FIGURES = {
    "killed": "killed",
    "injured": "injured",
    "arrested": "arrested",
    "displaced": "displaced",
    "crowd": "people",
}
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEAR = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
NOBODY = "somebody"


def day_words(day: str) -> str:
    """An ISO day as "Friday 5 April 2019"; anything else as it stands."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{_WEEK[found.weekday()]} {found.day} {_YEAR[found.month - 1]} {found.year}"


def date_words(when: DateExpression) -> str:
    """The days of a time expression in words; the text's own words where they are not known."""
    if when.start and when.end and when.start != when.end:
        return f"{day_words(when.start)} to {day_words(when.end)}"
    if when.start or when.end:
        return day_words(str(when.start or when.end))
    if when.basis == "unknown year":
        return f"{when.text} (year not told)"
    return when.text


def names(people: tuple[Participant, ...]) -> str:
    """Names of one side: "Egypt, United Arab Emirates"; a name only implied stands in brackets."""
    return ", ".join(f"[{p.actor.name}]" if p.inferred else p.actor.name for p in people)


def sides(actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> str:
    """Both sides as "Egypt > Libya"; an actor not named is "somebody", a recipient left out."""
    left, right = names(actors) or NOBODY, names(recipients)
    return f"{left} > {right}" if right else left


def kind_words(kind: str, modes: tuple[str, ...]) -> str:
    """Type and modes as "attacks (air strike)"."""
    plain = ", ".join(mode.replace("-", " ").replace("_", " ") for mode in modes)
    words = TYPES.get(kind, kind.lower())
    return f"{words} ({plain})" if plain else words


def figures(magnitude: Magnitude) -> str:
    """The figures as "at least 12 killed, 30 to 40 injured"; empty where there are none."""
    found = ((getattr(magnitude, name), word) for name, word in _FIGURES.items())
    return ", ".join(f"{range_words(*pair)} {word}" for pair, word in found if pair is not None)


def range_words(low: int | None, high: int | None) -> str:
    """One figure as "12", "12 to 15", "at least 12", "at most 15", "some"."""
    if low is None:
        return f"at most {high:,}" if high is not None else "some"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def short(text: str, limit: int, about: tuple[int, int] = (0, 0)) -> str:
    """At most ``limit`` characters of a text on one line, those ``about`` a span included."""
    text_before = " ".join(text[: about[0]].split())
    plain = " ".join(text.split())
    if len(plain) <= limit:
        return plain
    start = max(0, min(len(text_before) - limit // 3, len(plain) - limit))
    cut = plain[start : start + limit]
    if start:
        cut = "\u2026" + cut.partition(" ")[2]
    if start + limit < len(plain):
        cut = cut.rpartition(" ")[0] + "\u2026"
    return cut
