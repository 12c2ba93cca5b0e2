"""Status by date, commitment and confidence of an event."""

from datetime import date, timedelta

from dateline.coding.drafts import Draft
from dateline.coding.mood import mood_of
from dateline.records import Act, DateExpression, Place, Report, Sentence

#: An act further back than this from publication is background.
BACKGROUND = timedelta(days=365)
#: Acts of speech, whose date may be that of what they speak of.
#: Acts of speech: what is spoken of may lie ahead, and a place inside it is not theirs.
SPOKEN = frozenset(
    {"AGREE", "CONCEDE", "THREATEN", "REQUEST", "REJECT", "ACCUSE", "SUPPORT", "SANCTION"}
)
#: Noted where a clause takes the act for granted, so that neither a denial nor a plea around it touches it.
TAKEN_FOR_GRANTED = "told as fact by a clause of its own"
#: Words before a day that a past act sets: "called a strike for Tuesday".
TOWARDS = frozenset({"for", "until", "till", "to", "from", "by", "of", "ahead", "before"})
COMMITMENT = {
    "actual": 1.0,
    "historical": 1.0,
    "planned": 0.6,
    "alleged": 0.4,
    "hypothetical": 0.3,
    "denied": 0.2,
    "negated": 0.0,
}
#: What attribution takes off an act's commitment.
ATTRIBUTED = 0.15


def dated_status(
    draft: Draft, when: DateExpression | None, report: Report, sentence: Sentence
) -> str:
    """``historical`` for a done act that its own date puts more than 12 months before publication."""
    status, kind, verbless = draft.status, draft.type, draft.nominal
    if status != "actual":
        return status
    if _anniversary(sentence, draft.head):
        return "historical"
    if when is None or when.start is None or when.end is None or report.published is None:
        return status
    try:
        began, ended, published = (
            date.fromisoformat(d) for d in (when.start, when.end, report.published)
        )
    except ValueError:
        return status
    told = not verbless and date_of_its_own(sentence, draft.head, when)
    if began > published and not told and (verbless or kind not in SPOKEN):
        return "planned"  # "ahead of rallies next month", "called a strike for Tuesday"
    return "historical" if ended < published - BACKGROUND else status


def date_of_its_own(s: Sentence, head: int, when: DateExpression) -> bool:
    """Whether a date stands as the day of a finite past act ("A day later troops freed them"), not of what it sets."""
    mood = mood_of(s, head)
    plain = mood.past and mood.finite and not (mood.future or mood.would or mood.possible)
    before = [t for t in s.tokens if t.end <= when.span.start]
    sets = bool(before) and before[-1].lower in TOWARDS
    return plain and not sets and when.span.start < s.tokens[head].start


def _anniversary(s: Sentence, head: int) -> bool:
    at = s.tokens[head].head
    return s.tokens[at].lower == "of" and s.tokens[s.tokens[at].head].lemma.lower() in {
        "anniversary",
        "commemoration",
        "memory",
    }


def commitment_of(status: str, *, attributed: bool) -> float:
    """How firmly the text commits to the act, 0 to 1."""
    value = COMMITMENT[status]
    return round(max(0.0, value - (ATTRIBUTED if attributed else 0.0)), 2)


def confidence_of(
    draft: Draft, act: Act, place: Place | None, when: DateExpression | None
) -> float:
    """That the coding is right, 0 to 1: a sum of what the coding rests on."""
    value = 0.55 - 0.12 * draft.nominal
    value += 0.15 * bool(act.actors) + 0.12 * bool(act.recipients)
    value += 0.04 * (place is not None) + 0.04 * (when is not None)
    value -= 0.05 * len(draft.env.operators) + 0.05 * (draft.status != "actual")
    return round(min(0.97, max(0.1, value)), 2)
