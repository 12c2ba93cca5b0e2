"""Answers to what others said: a denial of "the accusation", reports that somebody calls false."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.claim_frames import beyond
from dateline.coding.claim_objects import noun_content
from dateline.coding.claim_parts import PRONOUNS, Saying, spans_of
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence, Span

#: Sentences back in which the words that an answer points to may stand.
_BACK = 2
_POINTING = frozenset(
    {
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
        "both",
    }
)
_ANSWERS = frozenset({"object", "as", "name"})
_CHARGES = frozenset({"accuse"})
_TOLD = frozenset({"say", "assert", "question", "declare"})
_HELD = {"that", "of", "about", "inf"}
_CHARGING = {
    "claim", "accusation", "allegation", "charge", "insinuation", "complaint", "criticism", "report", "account",
    "story", "assertion", "suggestion",
}  # fmt: skip


def answered(sayings: Sequence[Saying], cues: SpeechCues) -> list[Saying]:
    """Denials of "the accusation" or "it", with what was charged just before as their content.

    A verb other than "deny" that finds nothing before it ("rejected it") denies nothing and is left out.

    Args:
        sayings: of the whole report.
        cues: words of speech.
    """
    before: dict[int, list[Saying]] = {}
    for saying in sayings:
        before.setdefault(saying.sentence.index, []).append(saying)
    found = (_answer(saying, before, cues) for saying in sayings)
    return [saying for saying in found if saying is not None]


def _answer(saying: Saying, before: dict[int, list[Saying]], cues: SpeechCues) -> Saying | None:
    if saying.act != "deny" or saying.frame not in _ANSWERS:
        return saying
    word = _points_back(saying, cues)
    if word is None:
        return saying
    for acts in (_CHARGES, _TOLD):
        said = _said_before(saying, before, acts)
        if said is not None:
            return replace(saying, content=charged(said))
    bare = word in PRONOUNS and cues.lemma(saying.sentence.tokens[saying.head]) != "deny"
    return None if bare else saying


def _said_before(
    saying: Saying, before: dict[int, list[Saying]], acts: frozenset[str]
) -> Saying | None:
    """The nearest thing that somebody else said with one of these acts, at most some sentences back."""
    own = _speaker(saying)
    start = saying.sentence.tokens[saying.head].start
    for back in range(_BACK + 1):
        for said in reversed(before.get(saying.sentence.index - back, [])):
            ahead = said is saying or said.content[-1].end > start
            if said.act in acts and not ahead and _speaker(said) != own:
                return said
    return None


def _speaker(saying: Saying) -> str | None:
    return saying.sentence.tokens[saying.speakers[0]].lower if saying.speakers else None


def charged(saying: Saying) -> tuple[Span, ...]:
    """What somebody is charged with, without the one charged."""
    s = saying.sentence
    if saying.act != "accuse" or saying.frame not in {"of", "for"}:
        return saying.content
    core = beyond(s, saying.head, saying.frame, charge=True)
    return spans_of(s, core) or saying.content


def _points_back(saying: Saying, cues: SpeechCues) -> str | None:
    """The word that alone stands for what was said before: "the accusation", "her account", "it"."""
    s = saying.sentence
    words = [t for t in s.tokens if any(a <= t.start < b for a, b in saying.content)]
    end = next(
        (k for k, t in enumerate(words) if t.lower == "as" or t.lemma in cues.untruths), None
    )
    words = words[:end]
    if not words:
        return None
    *before, noun = words
    if not before:
        return noun.lower if noun.lower in PRONOUNS else None
    bare = noun.lemma in _CHARGING & cues.reports and all(t.lower in _POINTING for t in before)
    return noun.lemma if bare else None


def refuted(s: Sentence, done: Sequence[Saying], cues: SpeechCues) -> list[Saying]:
    """The sayings, with what a speaker calls false ("Reports that X are untrue, Y said") as denied.

    Where that is all the speaker says, the saying itself becomes the denial; else the denial stands beside it.
    """
    out = list(done)
    for token in s.tokens:
        if token.lemma not in cues.untruths and token.lower not in cues.untruths:
            continue
        held = _called_false(s, token.i, cues)
        teller = _teller(out, token.start)
        content = spans_of(s, held) if held else ()
        if teller is None or not content:
            continue
        verb = token.i if token.pos == "VERB" else token.head
        if teller.act in {"say", "assert"} and s.tokens[verb].dep in {"ccomp", "ROOT"}:
            out[out.index(teller)] = replace(teller, act="deny")
        else:
            out.append(
                replace(
                    teller, cue=(token.i, token.i), act="deny", frame="report", content=content,
                    audience=None, attitude=False,
                )
            )  # fmt: skip
    return out


def _called_false(s: Sentence, i: int, cues: SpeechCues) -> list[int]:
    """Tokens of what the subject of a word for untruth holds, or of the clause behind it."""
    token = s.tokens[i]
    verbal = token.pos == "VERB"
    if not verbal and token.dep not in {"acomp", "attr", "oprd"}:
        return []
    verb = i if verbal else token.head
    noun = child(s, verb, "nsubj", "nsubjpass")
    if noun is None or child(s, verb, "neg") is not None:
        return []
    if s.tokens[noun].lower == "it":
        clauses = children(s, verb, "ccomp", "advcl") + children(s, i, "ccomp", "acl")
        opened = ((c, child(s, c, "mark")) for c in clauses if c > i)
        that = next(
            ((c, m) for c, m in opened if m is not None and s.tokens[m].lower == "that"), None
        )
        return [] if that is None else [k for k in s.subtree(that[0]) if k != that[1]]
    held = noun_content(s, noun, _HELD) if s.tokens[noun].lemma in cues.reports else None
    return [] if held is None else held[1]


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
    token = other.sentence.tokens[other.head]
    at = token.start
    if token.pos == "NOUN" and token.dep == "dobj" and token.head == denial.head:
        return False  # "disputed the army's denial that ..."
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
