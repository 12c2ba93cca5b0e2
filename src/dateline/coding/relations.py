"""Standing relations: who leads, speaks for, backs, opposes, controls whom; who belongs where."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.aside import sporting
from dateline.coding.claim_people import CastLike
from dateline.coding.relation_checks import fitting_kind, plausible
from dateline.coding.relation_forms import FORMS
from dateline.coding.relation_parts import Tie
from dateline.coding.relation_sides import Sides
from dateline.coding.tree import children
from dateline.knowledge.cues import RelationCues, SpeechCues, relation_cues, speech_cues
from dateline.records import (
    Attribution,
    Claim,
    ParsedReport,
    Participant,
    Place,
    Relation,
    Sentence,
    SentenceRef,
)

_OPEN = {"could", "would", "may", "might", "should", "will", "must", "can"}
_CONDITIONS = {"if", "whether", "unless"}
_DENYING = {"deny", "reject", "dismiss", "refute", "dispute", "refuse", "stop", "cease", "decline"}
_CHARGING = {"accuse", "suspect", "allege", "blame"}
_WEIGHING = {
    "consider",
    "plan",
    "want",
    "hope",
    "ask",
    "urge",
    "agree",
    "promise",
    "vow",
    "threaten",
    "try",
    "seek",
    "call",
    "demand",
}
_NOT_YET = {"hope", "predict", "promise", "threaten", "urge", "order", "request", "question"}


@dataclass(frozen=True, slots=True)
class _Key:
    kind: str
    subject: str
    object: str


def find_relations(
    parsed: ParsedReport,
    cast: CastLike,
    places: Iterable[Place],
    claims: Sequence[Claim] = (),
    aside: frozenset[int] | None = None,
) -> tuple[Relation, ...]:
    """Every standing relation of a report, each once, in text order.

    Args:
        parsed: the report with its sentences.
        cast: who stands at a head token.
        places: the report's places.
        claims: its claims; a relation inside one is attributed to it.
        aside: indices of the sentences about a game, if they are known already.

    Returns:
        Relations; one that is also denied or negated stands a second time with that status.
    """
    cues, speech = relation_cues(), speech_cues()
    sides = Sides(parsed, cast, places, cues)
    found: dict[tuple[_Key, str], Relation] = {}
    around = _by_sentence(parsed, claims)
    games = sporting(parsed) if aside is None else aside
    for s in parsed.sentences:
        if s.index in games or s.text.rstrip().endswith("?"):
            continue
        for tie in ties(s, cues, speech):
            for relation in _relations(tie, sides, around.get(s.index, ()), cues):
                key = _Key(relation.kind, relation.subject.actor.id, _object_key(relation.object))
                found.setdefault((key, relation.status), relation)
    return tuple(
        sorted(
            found.values(),
            key=lambda r: (r.span, r.kind, r.subject.actor.id, _object_key(r.object)),
        )
    )


def _by_sentence(parsed: ParsedReport, claims: Sequence[Claim]) -> dict[int, list[Claim]]:
    """Claims by the numbers of the sentences that hold part of their content."""
    starts = [s.span.start for s in parsed.sentences]
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        for start, end in claim.content.spans:
            first = max(bisect_right(starts, start) - 1, 0)
            for s in parsed.sentences[first : bisect_left(starts, end)]:
                found.setdefault(s.index, []).append(claim)
    return found


def ties(s: Sentence, cues: RelationCues, speech: SpeechCues) -> Iterator[Tie]:
    """Ties that the words of one sentence make, before anybody is resolved."""
    before = earlier = ""
    for token in s.tokens:
        lemma = token.lemma.lower()
        joined = f"{earlier}-{lemma}" if before == "-" else f"{before} {lemma}"
        for word in {lemma: 0, token.lower: 0, joined: 0}:
            for rule in cues.words.get(word, ()):
                yield from FORMS[rule.form](s, token.i, rule, cues, speech)
        earlier, before = before, token.lower


def _object_key(side: Participant | Place) -> str:
    return side.actor.id if isinstance(side, Participant) else f"{side.name or side.text}".lower()


def _relations(
    tie: Tie, sides: Sides, claims: Sequence[Claim], cues: RelationCues
) -> Iterator[Relation]:
    status = _status(tie)
    if status is None:
        return
    s = tie.sentence
    heads = [*tie.subjects, *tie.objects, tie.trigger]
    span = s.cover(min(heads), max(heads))
    claim = _claim_around(s.tokens[tie.trigger].start, claims)
    if claim is not None and (tie.verb is not None or claim.direct):
        if claim.act in _NOT_YET:
            return
        status = _under(claim, status)
    objects = sides.objects(tie)
    for one in sides.subjects(tie) if objects else ():
        for other in objects:
            if _object_key(other) == one.actor.id or _same_words(one, other):
                continue
            if not plausible(tie, one, other, cues):
                continue
            attribution = (
                Attribution(claim.id, claim.speaker)
                if claim is not None and (tie.verb is not None or claim.direct)
                else None
            )
            yield Relation(
                fitting_kind(tie, one, other),
                one,
                other,
                status,
                attribution,
                span,
                SentenceRef(s.index, s.text, s.span),
            )


def _same_words(one: Participant, other: Participant | Place) -> bool:
    return one.span is not None and one.span == other.span


def _claim_around(at: int, claims: Sequence[Claim]) -> Claim | None:
    """The innermost claim whose content holds a position."""
    around = [c for c in claims if any(a <= at < b for a, b in c.content.spans)]
    return min(around, key=lambda c: (sum(b - a for a, b in c.content.spans), c.id), default=None)


def _under(claim: Claim, status: str) -> str:
    """Status inside a claim: what is negated or denied is denied, what is charged is alleged."""
    if status == "negated":
        return "denied"
    if status == "actual":
        return {"deny": "denied", "accuse": "alleged"}.get(claim.act, status)
    return status


def _status(tie: Tie) -> str | None:
    """Status from the verbs above the tie; None where the text leaves it open whether it holds."""
    if tie.verb is None:
        return tie.status
    s = tie.sentence
    status = "negated" if _negated(s, tie.verb) else tie.status
    v = tie.verb
    for _ in range(8):
        if _open(s, v):
            return None
        token = s.tokens[v]
        if token.dep not in {"xcomp", "ccomp", "pcomp", "conj", "acl"} or token.head == v:
            return status
        above = s.tokens[token.head]
        if above.pos == "ADP":
            above = s.tokens[above.head]
        if token.dep in {"xcomp", "ccomp", "pcomp"}:
            if above.lemma in _DENYING:
                status = "denied"
            elif above.lemma in _CHARGING:
                status = "alleged"
            elif above.lemma in _WEIGHING:
                return None
        v = above.i
    return status


def _negated(s: Sentence, v: int) -> bool:
    return any(
        s.tokens[c].dep == "neg" or s.tokens[c].lower in {"never", "longer", "hardly"}
        for c in s.children[v]
    )


def _open(s: Sentence, v: int) -> bool:
    return any(s.tokens[c].lower in _OPEN for c in children(s, v, "aux")) or any(
        s.tokens[c].lower in _CONDITIONS for c in children(s, v, "mark")
    )
