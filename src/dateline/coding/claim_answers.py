"""Answers to what others said: a denial of "the accusation", reports that somebody calls false."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.claim_frames import beyond, noun_content
from dateline.coding.claim_parts import Saying, spans_of
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence, Span

#: Sentences back in which the words that an answer points to may stand.
_BACK = 2
_POINTING = {
    "the",
    "this",
    "that",
    "these",
    "those",
    "all",
    "any",
    "such",
    "his",
    "her",
    "its",
    "their",
}
_HELD = {"that", "of", "about", "inf"}
_CHARGING = {"claim", "accusation", "allegation", "charge", "insinuation", "complaint", "criticism"}


def answered(sayings: Sequence[Saying], cues: SpeechCues) -> list[Saying]:
    """Denials of "the accusation", with what was charged just before as their content.

    Args:
        sayings: of the whole report.
        cues: words of speech.
    """
    charges: dict[int, list[Saying]] = {}
    for saying in sayings:
        if saying.act == "accuse":
            charges.setdefault(saying.sentence.index, []).append(saying)
    return [_answer(saying, charges, cues) for saying in sayings]


def _answer(saying: Saying, charges: dict[int, list[Saying]], cues: SpeechCues) -> Saying:
    if saying.act != "deny" or saying.frame != "object" or not _points_back(saying, cues):
        return saying
    for back in range(_BACK + 1):
        for charge in reversed(charges.get(saying.sentence.index - back, [])):
            if charge.content[-1].end <= saying.sentence.tokens[saying.head].start:
                return replace(saying, content=charged(charge))
    return saying


def charged(saying: Saying) -> tuple[Span, ...]:
    """What somebody is charged with, without the one charged."""
    s = saying.sentence
    if saying.act != "accuse" or saying.frame not in {"of", "for"}:
        return saying.content
    core = beyond(s, saying.head, saying.frame, charge=True)
    return spans_of(s, core) or saying.content


def _points_back(saying: Saying, cues: SpeechCues) -> bool:
    """Whether the object is no more than "the accusation"."""
    s = saying.sentence
    for c in children(s, saying.head, "dobj"):
        below = s.subtree(c)
        bare = all(s.tokens[i].lower in _POINTING for i in below if i != c)
        return bare and len(below) > 1 and s.tokens[c].lemma in _CHARGING & cues.reports
    return False


def refuted_sayings(s: Sentence, done: Sequence[Saying], cues: SpeechCues) -> Iterator[Saying]:
    """Reports that a speaker calls false ("Reports that X are untrue, Y said"): Y denies X."""
    for token in s.tokens:
        if token.lemma not in cues.untruths or token.dep not in {"acomp", "attr", "oprd"}:
            continue
        noun = child(s, token.head, "nsubj")
        if noun is None or s.tokens[noun].lemma not in cues.reports:
            continue
        if child(s, token.head, "neg") is not None:
            continue
        held = noun_content(s, noun, _HELD)
        teller = _teller(done, token.start)
        content = spans_of(s, held[1]) if held is not None else ()
        if teller is not None and content:
            yield replace(
                teller, cue=(token.i, token.i), act="deny", frame="report", content=content,
                audience=None, attitude=False,
            )  # fmt: skip


def _teller(done: Sequence[Saying], at: int) -> Saying | None:
    """The saying that holds a position in what it reports, the narrowest one."""
    around = [d for d in done if d.speakers and any(a <= at < b for a, b in d.content)]
    return min(around, key=lambda d: sum(b - a for a, b in d.content), default=None)


def unspoken(found: Sequence[Saying]) -> list[Saying]:
    """Sayings without those that a speaker denies ("denied that Chad had denied it")."""
    denials = [d for d in found if d.act == "deny"]
    return [f for f in found if not any(_denies(d, f) for d in denials)]


def _denies(denial: Saying, other: Saying) -> bool:
    """Whether the words of reporting themselves stand in what is denied."""
    at = other.sentence.tokens[other.head].start
    return denial is not other and any(a <= at < b for a, b in denial.content)


def uncontested(found: Sequence[Saying]) -> list[Saying]:
    """Sayings without the words in which another contests them ("..., a charge that Chad rejects")."""
    out = list(found)
    contests = [f for f in found if f.act == "deny" and f.frame == "report"]
    for late in contests:
        at = late.sentence.tokens[late.head].start
        for n, one in enumerate(out):
            around = one.content[-1]
            begins = one.content[0].start == late.content[0].start
            if one is not late and begins and around.start <= at < around.end:
                out[n] = replace(one, content=late.content)
    return out
