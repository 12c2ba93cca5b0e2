"""What words of a headline take for granted, and whether the body tells it."""

from datetime import date, timedelta

from dateline.knowledge.ledger import Trigger, presupposing
from dateline.ledger.reading import Reading, stem
from dateline.records import Evidence, Presupposition, Sentence, Span, Token

#: Dates that end so long before publication are of an earlier time.
_EARLIER = timedelta(days=4)
#: Nouns after which "new" or an ordinal is part of a name.
_NOUNS = frozenset({"NOUN", "PROPN"})
#: Words between an adjective and its noun at most.
_REACH = 4


def presuppositions(title: Reading, body: Reading) -> tuple[Presupposition, ...]:
    """Every word of the headline that takes something for granted, in its order."""
    found: list[Presupposition] = []
    for sentence in title.sentences:
        for i in range(len(sentence.tokens)):
            for trigger in presupposing().triggers:
                hit = _hit(sentence, i, trigger)
                if hit is not None:
                    found.append(_made(sentence, (i, hit[0]), hit[1], trigger, (title, body)))
    return tuple(found)


def _hit(s: Sentence, i: int, trigger: Trigger) -> tuple[int, int] | None:
    """Last token of the trigger at ``i`` and the token it is about, or None."""
    last = next((n for n in (_spelled(s, i, w) for w in trigger.words) if n is not None), None)
    if last is None:
        return None
    if trigger.form == "noun":
        about = _noun_after(s, last)
    elif trigger.form == "object":
        about = _object(s, i, trigger)
    else:
        about = _governor(s, i, trigger)
    if about is None or (trigger.nouns and s.tokens[about].lemma.lower() not in trigger.nouns):
        return None
    after = s.tokens[last + 1].lower if last + 1 < len(s.tokens) else ""
    if after in trigger.before or s.tokens[about].lemma.lower() in trigger.before:
        return None
    return last, about


def _spelled(s: Sentence, i: int, words: tuple[str, ...]) -> int | None:
    """Last position of the words beginning at ``i``; words with a hyphen are several tokens."""
    text = "-".join(words) if len(words) == 1 else " ".join(words)
    at, last = s.tokens[i].start, i
    if len(words) == 1 and "-" not in text:
        return i if text in {s.tokens[i].lower, s.tokens[i].lemma.lower()} else None
    if i and s.tokens[i - 1].end == at:
        return None
    there = s.text[at - s.span.start :].lower()
    if not there.startswith(text):
        return None
    end = at + len(text)
    while last + 1 < len(s.tokens) and s.tokens[last + 1].start < end:
        last += 1
    return last


def _noun_after(s: Sentence, i: int) -> int | None:
    """The noun that an adjective or determiner at ``i`` stands before."""
    head = s.tokens[i].head
    if head > i and s.tokens[head].pos in _NOUNS:
        return head
    found: int | None = None
    for n in range(i + 1, min(len(s.tokens), i + 1 + _REACH)):
        if s.tokens[n].pos in _NOUNS:
            found = n
        elif found is not None or s.tokens[n].pos not in {"ADJ", "NUM"}:
            break
    return found


def _object(s: Sentence, i: int, trigger: Trigger) -> int | None:
    """What a verb is done to; a gerund where the trigger asks for one."""
    if s.tokens[i].pos not in {"VERB", "NOUN", "PROPN"}:
        return None
    if trigger.gerund:
        after = s.tokens[i + 1] if i + 1 < len(s.tokens) else None
        return after.i if after is not None and after.tag == "VBG" else None
    if s.tokens[i].pos != "VERB":
        return _misread(s, i, trigger)
    subjects = [c for c in s.children[i] if s.tokens[c].dep == "nsubjpass"]
    objects = [c for c in s.children[i] if s.tokens[c].dep in {"dobj", "xcomp"}]
    return next(iter((*objects, *subjects)), None)


def _misread(s: Sentence, i: int, trigger: Trigger) -> int | None:
    """Such as "Jordan and Syria resume talks", which parsers take for a chain of nouns."""
    after = s.tokens[i + 1] if i + 1 < len(s.tokens) else None
    chained = after is not None and i > 0 and after.pos in {*_NOUNS, "VERB"}
    return i + 1 if chained and trigger.id.startswith("again") else None


def _governor(s: Sentence, i: int, trigger: Trigger) -> int | None:
    """The verb that an adverb belongs to; for verbs with a closed list, the noun after "to"."""
    if trigger.nouns:
        return next(
            (t.i for t in s.tokens[i + 1 : i + 1 + _REACH] if t.lemma.lower() in trigger.nouns),
            None,
        )
    head = s.tokens[i].head
    if s.tokens[head].pos in {"VERB", "AUX"}:
        return head
    return next((t.i for t in s.tokens if t.pos == "VERB"), s.root)


def _made(
    s: Sentence, at: tuple[int, int], about: int, trigger: Trigger, both: tuple[Reading, Reading]
) -> Presupposition:
    words, span = s.words(*at), s.cover(*at)
    asks = trigger.asks.format(it=_words(s, about))
    return Presupposition(trigger.id, words, span, asks, _told(s, about, trigger, both))


def _words(s: Sentence, i: int) -> str:
    """The noun with the nouns before it, or the verb with its object."""
    if s.tokens[i].pos in _NOUNS:
        first = i
        while first and s.tokens[first - 1].dep == "compound" and s.tokens[first - 1].head >= first:
            first -= 1
        return s.words(first, i)
    after = [c for c in s.children[i] if s.tokens[c].dep == "dobj"]
    return s.words(i, after[0]) if after and after[0] - i <= _REACH else s.tokens[i].text


def _told(
    s: Sentence, about: int, trigger: Trigger, both: tuple[Reading, Reading]
) -> Evidence | None:
    """The first sentence of the body that tells what the trigger takes for granted."""
    title, body = both
    wanted = {stem(s.tokens[about])}
    wanted |= {stem(s.tokens[c]) for c in s.children[about] if s.tokens[c].dep == "dobj"}
    kinds = {e.type for e in title.record.events if _touches(e.trigger.span, s, about)}
    before = False
    for sentence in body.sentences:
        mine = any(stem(t) in wanted for t in sentence.tokens)
        coded = any(
            e.type in kinds and e.sentence.index == sentence.index for e in body.record.events
        )
        pointing = before and sentence.tokens[0].lower in {"it", "they", "this", "those", "that"}
        if (mine or coded or pointing) and _earlier(sentence, body, trigger):
            return Evidence(sentence.text, sentence.span)
        before = mine or coded
    return None


def _touches(span: Span, s: Sentence, about: int) -> bool:
    around = (about, *s.children[about], s.tokens[about].head)
    return any(span.start <= s.tokens[n].start < span.end for n in around)


def _earlier(sentence: Sentence, body: Reading, trigger: Trigger) -> bool:
    """Whether a sentence tells of an earlier time, or of something broken off."""
    signs = presupposing()
    words = {t.lower for t in sentence.tokens}
    if words & signs.earlier - _own(trigger):
        return True
    if any(t.lower == "last" for t in sentence.tokens) or _pluperfect(sentence.tokens):
        return True
    if trigger.id.startswith("again") and any(
        t.lemma.lower() in signs.broken for t in sentence.tokens
    ):
        return True
    return any(_past(d.end, body) for d in body.record.dates if sentence.span.holds(d.span)) or any(
        e.status == "historical" and e.sentence.index == sentence.index for e in body.record.events
    )


def _own(trigger: Trigger) -> set[str]:
    """Words that take for granted the same thing cannot tell it, but "another" after the first may."""
    return {w for words in trigger.words for w in words} - {"another"}


def _pluperfect(tokens: tuple[Token, ...]) -> bool:
    """Such as "had been closed"."""
    return any(
        a.lower == "had" and any(b.tag == "VBN" for b in tokens[a.i + 1 : a.i + 1 + _REACH])
        for a in tokens
    )


def _past(day: str | None, body: Reading) -> bool:
    published = body.parsed.report.published
    if day is None or published is None:
        return False
    try:
        return date.fromisoformat(day) < date.fromisoformat(published) - _EARLIER
    except ValueError:
        return False
