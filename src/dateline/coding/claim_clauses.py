"""The finite clause that a reporting verb takes, wherever in the sentence it stands."""

from collections.abc import Iterator, Sequence

from dateline.coding.claim_parts import SUBJECTS, is_comma, is_finite, is_infinitive, is_mark
from dateline.coding.tree import child, children
from dateline.knowledge.cues import SpeechCues, SpeechVerb
from dateline.records import Sentence

_ASIDE = {"parataxis", "ccomp", "advcl", "dep", "conj", "relcl", "acl", "appos", "xcomp"}
_FRONT = SUBJECTS | {
    "aux", "auxpass", "advmod", "neg", "punct", "prep", "npadvmod", "mark", "cc", "advcl", "agent",
    "prt", "det", "preconj",
}  # fmt: skip
_LATE = {"advcl", "prep", "npadvmod", "punct"}
_TELLING = {"tell", "inform", "remind", "assure", "warn"}
_BESIDE = {"while", "whereas", "although", "though", "but"}
_RELATIVE = {"WDT", "WP"}
_WHO = {"who", "whom", "whose"}
#: Verbs of relative clauses that tell what others say of somebody.
_OTHERS = {"accuse", "suspect", "blame", "say", "allege", "believe"}


def clause(s: Sentence, v: int, _entry: SpeechVerb, cues: SpeechCues) -> list[int]:
    """Tokens of the reported finite clause; empty when there is none."""
    inside = [c for c in children(s, v, "ccomp") if is_finite(s, c) or not is_infinitive(s, c)]
    apart = [c for c in inside if _apart(s, v, c)]
    inside = [c for c in inside if c not in apart]
    if apart and not inside:
        return []
    after = [c for c in inside if c > v]
    if after:
        return _after_verb(s, v, after, cues)
    if inside:
        return _before_verb(s, v)
    return _stray_that(s, v, cues) or aside(s, v, cues) or _odd_front(s, v)


def _apart(s: Sentence, v: int, c: int) -> bool:
    """Whether a clause before the verb is one of its own: "Peru left; Chile ordered its envoy home"."""
    between = (t.text for t in s.tokens[c:v])
    return c < v and ";" in between


def _before_verb(s: Sentence, v: int) -> list[int]:
    """Everything that precedes the reporting clause, and what goes on after it."""
    start = cue_start(s, v)
    content = {i for i in s.subtree(v) if i < start}
    for c in children(s, v, "ccomp", "conj", "parataxis"):
        late = [i for i in s.subtree(c) if i > v]
        if late and (c < v or child(s, c, *SUBJECTS) is not None):
            content.update(late)
    return sorted(content)


def cue_start(s: Sentence, v: int) -> int:
    """First token of a reporting clause that follows its content: its subject, or the verb."""
    start = v
    for c in s.children[v]:
        dep = s.tokens[c].dep
        if c > v or dep not in SUBJECTS | {"aux", "auxpass", "advmod", "neg"}:
            continue
        if dep in SUBJECTS or not any(is_comma(s, k) for k in range(c + 1, v)):
            start = min(start, s.edge(c)[0])
    return start


def _after_verb(s: Sentence, v: int, clauses: list[int], cues: SpeechCues) -> list[int]:
    content = {i for c in clauses for i in s.subtree(c) if i > v}
    for c in clauses:
        if is_finite(s, c) and child(s, c, *SUBJECTS) is None and child(s, v, "dobj") is None:
            content.update(
                range(v + 1, c)
            )  # its subject hangs elsewhere ("said over ten years cities had ...")
        content.difference_update(i for k in _not_content(s, c, cues) for i in s.subtree(k))
        mark = child(s, c, "mark")
        if mark is not None and s.tokens[mark].lower == "that":
            content.discard(mark)
    last = max(content, default=v)
    for c in s.children[v]:
        token = s.tokens[c]
        if c <= last or token.dep not in _LATE:
            continue
        if token.tag == "VBN" or (token.dep == "advcl" and is_finite(s, c) and not _other(s, c)):
            content.update(s.subtree(c))
    return sorted(content)


def _other(s: Sentence, c: int) -> bool:
    """A clause of contrast, which the report itself may add ("..., while the army denied it")."""
    return any(s.tokens[k].lower in _BESIDE for k in children(s, c, "mark", "advmod"))


def _not_content(s: Sentence, head: int, cues: SpeechCues) -> Iterator[int]:
    """Heads of what hangs on the reported clause but is the report's own."""
    if cues.lemma(s.tokens[head]) not in cues.verbs:
        yield from speaking_on(s, head, cues)
    yield from _next_speakers(s, head, cues)
    for k in children(s, head, "prep"):
        if s.tokens[k].lower == "according" and k > head:
            yield k


def speaking_on(s: Sentence, head: int, cues: SpeechCues) -> list[int]:
    """Participles of speech after a comma (", adding that ...") that hang on the content."""
    return [
        k
        for k in children(s, head, "advcl")
        if k > head
        and s.tokens[k].tag == "VBG"
        and cues.lemma(s.tokens[k]) in cues.verbs
        and is_comma(s, s.edge(k)[0] - 1)
    ]


def _next_speakers(s: Sentence, head: int, cues: SpeechCues) -> Iterator[int]:
    """Clauses in which somebody else is reported ("said A, and B warned that ...")."""
    for k in children(s, head, "conj", "advcl"):
        if child(s, k, "ccomp") is None or cues.lemma(s.tokens[k]) not in cues.verbs:
            continue
        conj = s.tokens[k].dep == "conj"
        if child(s, k, *SUBJECTS) is not None:
            found = conj or _other(s, k)
        else:  # "demanding that A be B and saying ..."
            found = conj and s.tokens[k].tag == "VBG" != s.tokens[head].tag
        if found:
            yield k


def _stray_that(s: Sentence, v: int, cues: SpeechCues) -> list[int]:
    """A that-clause hung on a noun between ("told reporters after the vote that ...")."""
    told = child(s, v, "dobj") if s.tokens[v].lemma in _TELLING else None
    for i in s.subtree(v):
        token = s.tokens[i]
        stray = token.dep in {"relcl", "acl", "advcl", "ccomp"} and i > v
        if token.head != v and cues.lemma(s.tokens[token.head]) in cues.verbs:
            continue  # "denied reports of torture, saying that ...": another verb reports it
        if not stray or _of_noun(s, token.head, cues):
            continue
        subject = child(s, i, *SUBJECTS)
        if subject is None or s.tokens[subject].tag in _RELATIVE:
            continue
        opener = _stray_opener(s, i, cues)
        if opener is not None and told is None and child(s, v, "dobj") is None:
            return [k for k in s.subtree(i) if k > opener]
        mark = child(s, i, "mark")
        if mark is not None and s.tokens[mark].lower == "that":
            return [k for k in s.subtree(i) if k != mark]
        if mark is None and token.dep == "relcl" and token.head == told:
            return s.subtree(i)
        if told is not None and cues.lemma(s.tokens[token.head]) in cues.media:
            return [k for k in s.subtree(i) if s.tokens[k].lower != "that" or k > s.edge(i)[0]]
    return []


def _of_noun(s: Sentence, noun: int, cues: SpeechCues) -> bool:
    """Whether a noun holds the clause itself ("their claim that"), and is no mere medium ("in a statement that")."""
    token = s.tokens[noun]
    medium = (
        token.dep == "pobj" and cues.lemma(token) in cues.media and child(s, noun, "poss") is None
    )
    return cues.lemma(token) in cues.nouns and not medium


def _stray_opener(s: Sentence, i: int, cues: SpeechCues) -> int | None:
    """The "that" before a clause which the tree takes for a relative one ("admitted for the first time that")."""
    first = s.edge(i)[0]
    token = s.tokens[first]
    if token.lower != "that" or s.tokens[i].dep != "relcl" or token.head != i:
        return None
    medium = cues.lemma(s.tokens[s.tokens[i].head]) in cues.media
    return first if token.dep == "advmod" or (token.dep == "dobj" and medium) else None


def aside(s: Sentence, v: int, cues: SpeechCues) -> list[int]:
    """The clause around an inserted ", X said," or "as X said"; empty when it is none."""
    token = s.tokens[v]
    if token.head == v or token.dep not in _ASIDE or not _may_insert(s, v, cues):
        return []
    first, last = s.edge(v)
    while last > v and (s.tokens[last].dep == "cc" or is_mark(s, last)):
        last -= 1  # ", he said, and ...": the conjunction joins the clauses around
    opened = {s.tokens[c].lower for c in children(s, v, "mark", "advmod")}
    apart = first == 0 or is_mark(s, first) or is_mark(s, first - 1) or "as" in opened
    closed = last == len(s.tokens) - 1 or is_mark(s, last) or is_mark(s, last + 1)
    if not (apart and closed) or opened & {"if", "when", "while", "because"}:
        return []
    own = set(s.subtree(v))
    around = s.subtree(token.head)
    if s.tokens[token.head].dep == "conj" and v < token.head:  # "A, he said, and B"
        around = s.subtree(s.tokens[token.head].head)
    doubled = cues.lemma(s.tokens[token.head]) in cues.verbs
    framed = token.dep == "ccomp" and v < token.head and bool(children(s, token.head, *SUBJECTS))
    if doubled and framed:
        return []  # "The two agreed to a truce, mediators said": reported, no report itself
    if doubled and child(s, token.head, *SUBJECTS) is None:  # "X reported, citing Y, said ..."
        later = [c for c in children(s, token.head, "ccomp") if c > token.head]
        around = [i for c in later for i in s.subtree(c)]
    return [i for i in around if i not in own]


def _may_insert(s: Sentence, v: int, cues: SpeechCues) -> bool:
    """Whether a reporting verb is free of content of its own and has somebody who speaks."""
    complement = child(s, v, "ccomp", "xcomp") is not None
    plain = child(s, v, "dobj") is None or s.tokens[v].lemma in _TELLING
    subjects = children(s, v, *SUBJECTS)
    named = bool(subjects) or child(s, v, "dobj") is not None
    noun = any(cues.lemma(s.tokens[i]) in cues.reports for i in subjects[:-1])
    return named and plain and not complement and not noun


def _odd_front(s: Sentence, v: int) -> list[int]:
    """Words before the reporting clause under another label ("No, X said")."""
    start = cue_start(s, v)
    content: list[int] = []
    for c in s.children[v]:
        if c < start and (s.tokens[c].dep not in _FRONT or _own_clause(s, c)):
            content.extend(i for i in s.subtree(c) if i < start)
    return sorted(content)


def _own_clause(s: Sentence, c: int) -> bool:
    """A whole clause taken for an adverbial one: finite, with a subject, without conjunction."""
    if s.tokens[c].dep != "advcl" or not is_finite(s, c) or child(s, c, "mark") is not None:
        return False
    opened = any(s.tokens[k].tag in {"WRB", "IN"} for k in s.children[c] if k < c)
    return not opened and child(s, c, *SUBJECTS) is not None


def background(s: Sentence, tokens: Sequence[int], frame: str, act: str) -> list[int]:
    """Leave out what the report itself adds to a phrase that somebody denies, promises, demands.

    Relative clauses after a comma describe in the report's own voice; under a denial every
    who-clause does ("denied hiring a pilot who is on trial"), and what others say
    of somebody ("denied arming men Chad accuses of theft").  A participle after a
    comma tells what follows from the saying.  Finite clauses are the speaker's own words and stay.
    """
    if frame in {"clause", "quote"}:
        return list(tokens)
    keep = set(tokens)
    for i in tokens:
        token = s.tokens[i]
        told_of = act == "deny" and token.dep == "acl" and token.tag == "VBN"
        if token.dep not in {"relcl", "advcl"} and not told_of:
            continue
        first = s.edge(i)[0]
        apart = first > 0 and is_comma(s, first - 1)
        if token.dep == "advcl":
            apart = apart and token.tag == "VBG" and frame == "inf"
        elif act == "deny" and token.dep == "acl":
            apart = token.lemma in _OTHERS
        elif act == "deny":
            apart = apart or s.tokens[first].lower in _WHO or token.lemma in _OTHERS
        if apart:
            keep.difference_update(s.subtree(i))
    return sorted(keep)
