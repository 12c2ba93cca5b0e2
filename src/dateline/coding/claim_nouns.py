"""Speech without a verb of saying: nouns that hold a claim, "according to X", "citing X"."""

from collections.abc import Iterator, Sequence

from dateline.coding.claim_answers import charged
from dateline.coding.claim_objects import noun_content
from dateline.coding.claim_parts import PRONOUNS, Saying, conjuncts, is_comma, is_mark, spans_of
from dateline.coding.claim_quotes import Piece, widen
from dateline.coding.claim_speakers import owner
from dateline.coding.claim_voice import unsaid
from dateline.coding.mood import SILENCE
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues
from dateline.records import Sentence, Span

_VIEWS = {"words", "view", "opinion", "eyes", "account", "telling"}
_COUNTS = {"account", "count", "estimate", "reckoning", "tally", "admission"}
_SAID = {"clause", "quote"}


def noun_sayings(s: Sentence, parts: Sequence[Piece], cues: SpeechCues) -> Iterator[Saying]:
    """Claims that a noun holds ("the army's claim that ..."), where somebody owns it."""
    for token in s.tokens:
        entries = cues.nouns.get(cues.lemma(token)) if token.pos == "NOUN" else None
        if entries is None or _on_behalf(s, token.i) or _withheld(s, token.i):
            continue
        for entry in entries:
            found = noun_content(s, token.i, set(entry.takes))
            speaker = owner(s, token.i, cues) if found else None
            if found is None or speaker is None or s.tokens[speaker].lower in PRONOUNS - {"it"}:
                continue
            spans = widen(s, spans_of(s, found[1]), parts, token.i)
            if spans:
                clause = tuple(
                    i
                    for i in s.subtree(token.i)
                    if not any(c.start <= s.tokens[i].start < c.end for c in spans)
                )
                yield Saying(
                    s, token.i, (token.i, token.i), entry.takes[found[0]], found[0], spans,
                    tuple(conjuncts(s, speaker)), clause,
                )  # fmt: skip
            break


def _withheld(s: Sentence, noun: int) -> bool:
    """Whether nothing was said: "no comment from Kenya on the charge"."""
    silent = s.tokens[noun].lower in SILENCE
    return silent and any(s.tokens[c].lower == "no" for c in s.children[noun])


def _on_behalf(s: Sentence, noun: int) -> bool:
    """Whether the noun only says by whose wish ("met at Kenya's request to discuss the dam")."""
    token = s.tokens[noun]
    return token.dep == "pobj" and s.tokens[token.head].lower in {"at", "upon"}


def according_sayings(s: Sentence, parts: Sequence[Piece]) -> Iterator[Saying]:
    """What X says in "according to X": the clause around it."""
    for token in s.tokens:
        to = _to(s, token.i)
        source = child(s, to, "pobj") if to is not None else _by_account(s, token.i)
        top = start = token.i
        if source is None and (source := _as_put(s, token.i)) is not None:
            to = top = start = token.head
        if source is None:
            continue
        own = set(s.subtree(top))
        cut = _behind_comma(s, source) if token.dep == "ROOT" else None
        if cut is not None:  # the tree hangs the whole sentence on its opening phrase
            own = set(range(cut))
        content = [i for i in _around(s, top, own) if i not in own]
        spans = widen(s, spans_of(s, content), parts, token.i)
        if spans:
            yield Saying(
                s,
                top,
                (start, start if to is None else to),
                "say",
                "according",
                spans,
                tuple(conjuncts(s, source)),
                tuple(sorted(own)),
            )


def _to(s: Sentence, i: int) -> int | None:
    """The "to" of "according to", the "of" of "in the words of"."""
    token = s.tokens[i]
    if token.lower == "according":
        to = child(s, i, "prep")
        return to if to is not None and s.tokens[to].lower == "to" else None
    words = [t.lower for t in s.tokens[i + 1 : i + 4]]
    told = (
        token.lower == "in" and words[:1] == ["the"] and words[2:] == ["of"] and words[1] in _VIEWS
    )
    return i + 3 if told else None


def _by_account(s: Sentence, i: int) -> int | None:
    """Whose reckoning it is: "by the army's own account", "by a monitor's count"."""
    if s.tokens[i].lower != "by":
        return None
    noun = child(s, i, "pobj")
    return child(s, noun, "poss") if noun is not None and s.tokens[noun].lemma in _COUNTS else None


def _as_put(s: Sentence, i: int) -> int | None:
    """Who puts it so: "as the bishop put it"."""
    token = s.tokens[i]
    verb = s.tokens[token.head]
    if token.lower != "as" or verb.lemma != "put" or verb.i < i:
        return None
    thing = child(s, verb.i, "dobj")
    return (
        child(s, verb.i, "nsubj") if thing is not None and s.tokens[thing].lower == "it" else None
    )


def _behind_comma(s: Sentence, source: int) -> int | None:
    """The token after the comma that closes an opening phrase."""
    comma = next((i for i in range(source + 1, len(s.tokens)) if is_comma(s, i)), None)
    return None if comma is None else comma + 1


def _around(s: Sentence, i: int, own: set[int]) -> list[int]:
    """What "according to" is about: the sentence if it stands at an end, else its own clause."""
    first, last = min(own), max(own)
    n = len(s.tokens)
    if all(is_mark(s, k) for k in range(first)) or all(is_mark(s, k) for k in range(last + 1, n)):
        return list(range(n))
    up = s.tokens[i].head
    for _ in range(12):
        token = s.tokens[up]
        if (
            token.pos in {"VERB", "AUX"}
            and token.dep not in {"aux", "auxpass", "amod", "acl"}
            and child(s, up, "nsubj", "nsubjpass", "expl") is not None
        ):
            break
        if token.head == up:
            break
        up = token.head
    return [
        k
        for k in s.subtree(up)
        if s.tokens[k].dep not in {"mark"}
        and not (s.tokens[k].head == up and s.tokens[k].tag == "WRB")
    ]


def contested_sayings(s: Sentence, done: Sequence[Saying], cues: SpeechCues) -> Iterator[Saying]:
    """Denials of what was just said ("A accused B of C, a charge that B denies")."""
    for token in s.tokens:
        if not s.children[token.i]:  # nobody would deny anything
            continue
        entries = [e for e in cues.verbs.get(cues.lemma(token), ()) if "report" in e.takes]
        noun = _referring(s, token.i, cues) if entries else None
        if noun is None or unsaid(s, token.i):
            continue
        above = next((d for d in reversed(done) if d.cue[0] < noun), None)
        doer = children(s, token.i, "nsubj")
        if above is None or not doer:
            continue
        first = s.edge(noun)[0]
        spans = [Span(a, min(b, s.tokens[first].start)) for a, b in charged(above)]
        content = tuple(c for c in spans if c.end > c.start)
        if content:
            yield Saying(
                s, token.i, (token.i, token.i), entries[0].takes["report"], "report",
                content, tuple(conjuncts(s, doer[-1])), tuple(s.subtree(token.i)),
            )  # fmt: skip


def _referring(s: Sentence, v: int, cues: SpeechCues) -> int | None:
    """The noun that stands for what was said before: "a charge that X denies"."""
    token = s.tokens[v]
    which = child(s, v, "dobj")
    if token.dep == "relcl" and which is not None and s.tokens[which].lower == "which":
        return which if which > 0 and is_comma(s, which - 1) else None
    nouns = [token.head] if token.dep == "relcl" else children(s, v, "nsubj")[:-1]
    for noun in nouns:
        first = s.edge(noun)[0]
        if s.tokens[noun].lemma in cues.reports and first > 0 and is_comma(s, first - 1):
            return noun
    return None


def citing_sayings(s: Sentence, done: Sequence[Saying], cues: SpeechCues) -> Iterator[Saying]:
    """The source of a source ("X said ..., citing Y"): the content is the word of Y too."""
    for token in s.tokens:
        if token.lower not in {"citing", "quoting"} or token.tag != "VBG":
            continue
        source = child(s, token.i, "dobj")
        if source is None or s.tokens[source].lemma.lower() in cues.silent:
            continue
        verbs = {token.head, s.tokens[token.head].head}
        above = next((d for d in done if d.head in verbs and d.frame in _SAID), None)
        if above is not None and child(s, token.i, "ccomp") is None:
            yield Saying(
                s, token.i, (token.i, token.i), "say", "source", above.content,
                tuple(conjuncts(s, source)), tuple(s.subtree(token.i)),
            )  # fmt: skip
