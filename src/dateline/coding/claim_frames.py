"""What is said: the words that a reporting verb takes, frame by frame, as token lists."""

from collections.abc import Callable, Sequence

from dateline.coding.claim_parts import (
    SUBJECTS,
    first_kid,
    is_finite,
    is_infinitive,
    is_mark,
    kids,
)
from dateline.knowledge.cues import SpeechCues, SpeechVerb
from dateline.records import Sentence

_ASIDE = {"parataxis", "ccomp", "advcl", "dep", "conj", "relcl", "acl", "appos", "xcomp"}
_FRONT = {
    "aux", "auxpass", "advmod", "neg", "punct", "prep", "npadvmod", "mark", "cc", "advcl", "agent", "prt", "det",
    "preconj",
} | SUBJECTS  # fmt: skip
_LATE = {"advcl", "prep", "npadvmod", "punct"}
_NO_CONTENT = {"PERSON", "ORG", "GPE", "NORP", "DATE", "TIME"}
_QUOTE_MARKS = {'"', "'", "``", "''"}
_HEARD = {"tell", "inform", "remind", "assure", "warn"}
_NAMES = {"oprd", "attr", "acomp", "ccomp", "dobj", "xcomp"}

Frame = Callable[[Sentence, int, SpeechVerb, SpeechCues], list[int]]


def clause(s: Sentence, v: int, _entry: SpeechVerb, cues: SpeechCues) -> list[int]:
    """Tokens of the finite clause that is reported, wherever it stands; empty when there is none."""
    inside = [c for c in kids(s, v, "ccomp") if is_finite(s, c) or not is_infinitive(s, c)]
    after = [c for c in inside if c > v]
    if inside and not after:
        return before_verb(s, v)
    if after:
        return _after_verb(s, v, after, cues)
    return _stray_that(s, v, cues) or aside(s, v, cues) or _odd_front(s, v)


def before_verb(s: Sentence, v: int) -> list[int]:
    """Everything of the sentence part that precedes the reporting clause, and what goes on after it."""
    start = cue_start(s, v)
    whole = s.subtree(v)
    content = [i for i in whole if i < start]
    for c in kids(s, v, "ccomp", "conj", "parataxis"):
        below = s.subtree(c)
        late = [i for i in below if i > v]
        if late and (c < v or first_kid(s, c, *SUBJECTS) is not None):
            content.extend(late)
    return sorted(set(content))


def cue_start(s: Sentence, v: int) -> int:
    """First token of a reporting clause that follows its content: its subject, or the verb itself."""
    start = v
    for c in s.children[v]:
        if c < v and s.tokens[c].dep in SUBJECTS | {"aux", "auxpass", "advmod", "neg"}:
            left = s.edge(c)[0]
            if not any(is_comma(s, k) for k in range(c + 1, v)) or s.tokens[c].dep in SUBJECTS:
                start = min(start, left)
    return start


def is_comma(s: Sentence, i: int) -> bool:
    """Whether a token is a comma."""
    return s.tokens[i].text == ","


def _after_verb(s: Sentence, v: int, clauses: list[int], cues: SpeechCues) -> list[int]:
    content = {i for c in clauses for i in s.subtree(c) if i > v}
    for c in clauses:
        content.difference_update(_next_speaker(s, c, cues))
        if cues.lemma(s.tokens[c]) not in cues.verbs:
            content.difference_update(i for k in speaking_on(s, c, cues) for i in s.subtree(k))
        mark = first_kid(s, c, "mark")
        if mark is not None and s.tokens[mark].lower == "that":
            content.discard(mark)
    last = max(content, default=v)
    for c in s.children[v]:
        token = s.tokens[c]
        if (
            c > last
            and token.dep in _LATE
            and (token.tag == "VBN" or (token.dep == "advcl" and is_finite(s, c)))
        ):
            content.update(s.subtree(c))
    return sorted(content)


def speaking_on(s: Sentence, clause_head: int, cues: SpeechCues) -> list[int]:
    """Participles of speech after a comma (", adding that ...", ", citing Y") that the parser hung on the content."""
    return [
        k
        for k in kids(s, clause_head, "advcl")
        if k > clause_head
        and s.tokens[k].tag == "VBG"
        and cues.lemma(s.tokens[k]) in cues.verbs
        and is_comma(s, s.edge(k)[0] - 1)
    ]


def _next_speaker(s: Sentence, clause_head: int, cues: SpeechCues) -> list[int]:
    """Coordinated clauses in which somebody else is reported ("said A, and B warned that ...")."""
    found: list[int] = []
    for k in kids(s, clause_head, "conj"):
        told = first_kid(s, k, "ccomp") is not None and cues.lemma(s.tokens[k]) in cues.verbs
        if told and first_kid(s, k, *SUBJECTS) is not None:
            found.extend(s.subtree(k))
    return found


def _stray_that(s: Sentence, v: int, cues: SpeechCues) -> list[int]:
    """A that-clause which the parser hung on a noun between ("told reporters after the vote that ...")."""
    told = first_kid(s, v, "dobj") if s.tokens[v].lemma in _HEARD else None
    for i in s.subtree(v):
        token = s.tokens[i]
        if (
            i > v
            and token.dep in {"relcl", "acl", "advcl"}
            and cues.lemma(s.tokens[token.head]) not in cues.nouns
        ):
            mark = first_kid(s, i, "mark")
            own = first_kid(s, i, *SUBJECTS)
            if own is None or s.tokens[own].tag in {"WDT", "WP"}:
                continue
            if mark is not None and s.tokens[mark].lower == "that":
                return [k for k in s.subtree(i) if k != mark]
            if mark is None and token.dep == "relcl" and token.head == told:
                return s.subtree(i)
    return []


def aside(s: Sentence, v: int, cues: SpeechCues) -> list[int]:
    """The clause around an inserted ", X said," or "as X said"; empty when it is none."""
    token = s.tokens[v]
    if (
        token.head == v
        or token.dep not in _ASIDE
        or (first_kid(s, v, "dobj", "ccomp", "xcomp") is not None
        and not _hears(s, v))
    ):
        return []
    if first_kid(s, v, *SUBJECTS) is None and first_kid(s, v, "dobj") is None:
        return []
    first, last = s.edge(v)
    apart = first == 0 or is_mark(s, first) or is_mark(s, first - 1)
    apart = apart or any(s.tokens[c].lower == "as" for c in kids(s, v, "mark", "advmod"))
    closed = last == len(s.tokens) - 1 or is_mark(s, last) or is_mark(s, last + 1)
    if not (apart and closed) or any(
        s.tokens[c].lower in {"if", "when", "while", "because"}
        for c in kids(s, v, "mark", "advmod")
    ):
        return []
    own = set(s.subtree(v))
    around = s.subtree(token.head)
    doubled = cues.lemma(s.tokens[token.head]) in cues.verbs
    if doubled and first_kid(s, token.head, *SUBJECTS) is None:  # "X reported, citing Y, said ..."
        around = [i for c in kids(s, token.head, "ccomp") if c > token.head for i in s.subtree(c)]
    return [i for i in around if i not in own]


def background(s: Sentence, tokens: Sequence[int], frame: str, act: str) -> list[int]:
    """Leave out what the report itself adds to a phrase that somebody denies, promises, demands.

    Relative clauses after a comma describe in the report's own voice; under a denial every
    who-clause does ("denied backing a general who is marching on the town").  A participle after a
    comma tells what follows from the saying.  Finite clauses are the speaker's own words and stay.
    """
    if frame in {"clause", "quote"} or not tokens:
        return list(tokens)
    keep = set(tokens)
    for i in tokens:
        token = s.tokens[i]
        if token.dep == "relcl":
            first = s.edge(i)[0]
            who = s.tokens[first].lower == "who"
            if is_comma(s, first - 1) or (who and act == "deny"):
                keep.difference_update(s.subtree(i))
        elif token.dep == "advcl" and token.tag == "VBG" and is_comma(s, s.edge(i)[0] - 1):
            keep.difference_update(s.subtree(i))
    return sorted(keep)


def _hears(s: Sentence, v: int) -> bool:
    """Whether the plain object is the one addressed ("told reporters")."""
    return s.tokens[v].lemma in _HEARD and first_kid(s, v, "ccomp", "xcomp") is None


def _odd_front(s: Sentence, v: int) -> list[int]:
    """Words before the reporting clause that the parser gave another label ("No, X said")."""
    start = cue_start(s, v)
    content: list[int] = []
    for c in s.children[v]:
        if c < start and (s.tokens[c].dep not in _FRONT or _own_clause(s, c)):
            content.extend(i for i in s.subtree(c) if i < start)
    return sorted(content)


def _own_clause(s: Sentence, c: int) -> bool:
    """A whole clause that the parser took for an adverbial one: finite, with a subject, without a conjunction."""
    if s.tokens[c].dep != "advcl" or not is_finite(s, c) or first_kid(s, c, "mark") is not None:
        return False
    opened = any(s.tokens[k].tag in {"WRB", "IN"} for k in s.children[c] if k < c)
    return not opened and first_kid(s, c, *SUBJECTS) is not None


def infinitive(s: Sentence, v: int, entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """The infinitive, with the one addressed where a noun phrase stands between."""
    for c in s.children[v]:
        if c > v and s.tokens[c].dep in {"xcomp", "ccomp", "advcl"} and is_infinitive(s, c):
            if s.tokens[c].dep == "advcl" and not _addressed(s, v, c):
                continue
            start = _addressed(s, v, c)
            content = s.subtree(c)
            return list(range(start, content[0])) + content if start is not None else content
    if entry.hearer or "inf" in entry.takes:
        return _object_infinitive(s, v)
    return []


def _addressed(s: Sentence, v: int, infinitive_head: int) -> int | None:
    """First token of the noun phrase between verb and infinitive."""
    for c in s.children[v]:
        token = s.tokens[c]
        if v < c < infinitive_head:
            if token.dep in {"dobj", "dative", "iobj"}:
                return s.edge(c)[0]
            if (
                token.dep in {"prep", "dative"}
                and (named := first_kid(s, c, "pobj")) is not None
                and token.lower in {"on", "upon", "to"}
            ):
                return s.edge(named)[0]
    return None


def _object_infinitive(s: Sentence, v: int) -> list[int]:
    """Object and infinitive, where the parser hung the infinitive on the object ("urged leaders to act")."""
    for c in s.children[v]:
        noun = (
            first_kid(s, c, "pobj")
            if s.tokens[c].dep == "prep" and s.tokens[c].lower in {"on", "upon"}
            else c
        )
        if noun is None or c < v or s.tokens[c].dep not in {"dobj", "dative", "prep"}:
            continue
        if any(is_infinitive(s, k) and k > noun for k in kids(s, noun, "acl", "relcl")):
            return s.subtree(noun)
    return []


def gerund(s: Sentence, v: int, _entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """An -ing form as object."""
    for c in kids(s, v, "xcomp", "ccomp", "dobj"):
        if (
            c > v
            and s.tokens[c].tag == "VBG"
            and not is_infinitive(s, c)
            and first_kid(s, c, "det", "amod") is None
        ):
            return s.subtree(c)
    return []


def plain_object(s: Sentence, v: int, entry: SpeechVerb, cues: SpeechCues) -> list[int]:
    """A noun phrase as object; pronouns and those addressed are none."""
    if s.tokens[v].tag == "VBG" and s.tokens[v].lemma in {"cite", "quote"}:
        return []  # ", citing officials" names a source
    for c in kids(s, v, "dobj"):
        token = s.tokens[c]
        if c < v or token.pos not in {"NOUN", "PROPN"} or token.ent in _NO_CONTENT:
            continue
        if entry.only and token.lemma not in entry.only:
            continue
        return report_noun(s, v, entry, cues) or s.subtree(c)
    return []


def report_noun(s: Sentence, v: int, _entry: SpeechVerb, cues: SpeechCues) -> list[int]:
    """What stands in the noun that the verb denies or rejects ("denied claims that ...")."""
    for c in kids(s, v, "dobj"):
        if c > v and s.tokens[c].lemma in cues.reports:
            found = noun_content(s, c, {"that", "of", "about", "inf"})
            if found:
                return found[1]
    return []


def noun_content(s: Sentence, noun: int, takes: set[str]) -> tuple[str, list[int]] | None:
    """What a noun of speech holds: the frame, and the tokens of its clause or phrase."""
    for c in s.children[noun]:
        token = s.tokens[c]
        if c < noun:
            continue
        if token.dep in {"acl", "relcl", "ccomp"}:
            mark = first_kid(s, c, "mark")
            if "that" in takes and mark is not None and s.tokens[mark].lower == "that":
                return "that", [k for k in s.subtree(c) if k != mark]
            if "inf" in takes and is_infinitive(s, c):
                return "inf", s.subtree(c)
        elif token.dep == "prep" and token.lower in takes:
            below = [i for i in s.subtree(c) if i != c]
            if below:
                return token.lower, below
    return None


def after_preposition(prep: str) -> Frame:
    """The frame of what stands after one preposition."""

    def frame(s: Sentence, v: int, _entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
        places = [v, *(c for c in kids(s, v, "dobj", "prt") if c > v)]
        for place in places:
            for c in kids(s, place, "prep", "dative", "mark"):
                if c > v and s.tokens[c].lower == prep:
                    return [i for i in s.subtree(c) if i > c]
        return _for_clause(s, v) if prep == "for" else []

    return frame


def _for_clause(s: Sentence, v: int) -> list[int]:
    """ "called for Y to V": the parser makes the phrase a clause marked by "for"."""
    for c in kids(s, v, "advcl", "ccomp", "xcomp"):
        mark = first_kid(s, c, "mark")
        if mark is not None and s.tokens[mark].lower == "for":
            return [i for i in s.subtree(c) if i > mark]
    return []


def as_name(s: Sentence, v: int, _entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """Object + as: what is described, and as what."""
    for c in [*s.children[v], *(k for o in kids(s, v, "dobj") for k in s.children[o])]:
        if c > v and s.tokens[c].lower == "as" and s.tokens[c].dep in {"prep", "mark"}:
            thing = first_kid(s, v, "dobj")
            below = s.subtree(c)
            if thing is None or thing < v:
                return [i for i in below if i != c]
            return sorted(set(s.subtree(thing)) | set(below))
    return []


def name(s: Sentence, v: int, _entry: SpeechVerb, _cues: SpeechCues) -> list[int]:
    """Object + name: "called the vote a sham"."""
    thing = first_kid(s, v, "dobj")
    for c in kids(s, v, "oprd"):
        if thing is not None and v < thing < c:
            return sorted(set(s.subtree(thing)) | set(s.subtree(c)))
        if c > v:
            return s.subtree(c)
    for c in kids(s, thing, "appos") if thing is not None and thing > v else []:
        if s.tokens[s.edge(c)[0] - 1].text in _QUOTE_MARKS:
            return s.subtree(thing)
    for c in kids(s, v, "ccomp", "xcomp"):
        if (
            c > v
            and s.tokens[c].pos in {"NOUN", "ADJ", "PROPN"}
            and first_kid(s, c, "nsubj") is not None
        ):
            return s.subtree(c)
    return []


#: In this order the frames of one verb are tried.
FRAMES: dict[str, Frame] = {
    "clause": clause,
    "report": report_noun,
    "gerund": gerund,
    "inf": infinitive,
    "of": after_preposition("of"),
    "for": after_preposition("for"),
    "against": after_preposition("against"),
    "on": after_preposition("on"),
    "about": after_preposition("about"),
    "to": after_preposition("to"),
    "with": after_preposition("with"),
    "as": as_name,
    "name": name,
    "object": plain_object,
}
