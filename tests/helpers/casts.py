"""A small cast for tests of the coding room: names by their last word, pronouns by the last fitting subject."""

from dateline.coding.claim_people import phrase
from dateline.records import Actor, ParsedReport, Participant, Sentence, content_id

PERSONAL = {"he": "PERSON", "she": "PERSON", "his": "PERSON", "her": "PERSON", "him": "PERSON",
            "they": "PLURAL", "their": "PLURAL", "them": "PLURAL", "it": "THING", "its": "THING"}  # fmt: skip
BODIES = {
    "army",
    "union",
    "party",
    "militia",
    "agency",
    "coalition",
    "government",
    "brigade",
    "council",
}
PERSONS = {"general", "president", "leader", "minister", "mayor", "spokesman", "he", "she"}
SUBJECTS = {"nsubj", "nsubjpass"}


def _kind(s: Sentence, i: int) -> str:
    token = s.tokens[i]
    if token.ent in {"PERSON", "GPE", "ORG", "NORP"}:
        return {"PERSON": "person", "GPE": "country", "ORG": "organisation", "NORP": "group"}[
            token.ent
        ]
    if token.tag == "NNS":
        return "group"
    return (
        "organisation" if token.lower in BODIES else "person" if token.lower in PERSONS else "thing"
    )


class SmallCast:
    """Everything nominal is an actor; enough to test what claims and relations make of it."""

    def __init__(self, parsed: ParsedReport) -> None:
        self._sentences = {s.index: s for s in parsed.sentences}
        self._names: dict[str, str] = {}
        self._at: dict[tuple[int, int], tuple[Participant, ...]] = {}
        last: dict[str, Participant] = {}
        for s in parsed.sentences:
            for t in s.tokens:
                self._read(s, t.i, last)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors, each once."""
        return tuple({p.actor.id: p.actor for found in self._at.values() for p in found}.values())

    def at(self, sentence_index: int, head_token_index: int) -> tuple[Participant, ...]:
        """Participants at a head token."""
        return self._at.get((sentence_index, head_token_index), ())

    def _read(self, s: Sentence, i: int, last: dict[str, Participant]) -> None:
        t = s.tokens[i]
        wanted = PERSONAL.get(t.lower)
        if wanted:
            if wanted in last:
                words = s.evidence(i, i)
                self._at[s.index, i] = (Participant(last[wanted].actor, words.text, words.span),)
            return
        if t.pos not in {"NOUN", "PROPN"} or t.dep == "compound":
            return
        first, end = phrase(s, i)
        words = s.evidence(first, end)
        named = next(
            (c for c in s.children[i] if s.tokens[c].dep == "appos" and s.tokens[c].pos == "PROPN"),
            None,
        )
        name = self._name(
            s, first if named is None else s.edge(named)[0], i if named is None else named
        )
        actor = Actor(
            content_id("a", name.lower()), name, kind=_kind(s, i if named is None else named)
        )
        found = Participant(actor, words.text, words.span)
        self._at[s.index, i] = (found,)
        if t.dep in SUBJECTS or t.dep == "appos":
            kind = "PERSON" if t.ent == "PERSON" or t.tag == "NN" else "THING"
            last["PLURAL" if t.tag in {"NNS", "NNPS"} or t.lower == "police" else kind] = found
            if kind == "PERSON":
                last.setdefault("THING", found)

    def _name(self, s: Sentence, first: int, head: int) -> str:
        if s.tokens[head].pos != "PROPN":
            start = first + 1 if s.tokens[first].lower in {"the", "a", "an"} else first
            return s.words(min(start, head), head)
        start = head
        while start > first and (
            s.tokens[start - 1].pos == "PROPN" or s.tokens[start - 1].text == "-"
        ):
            start -= 1
        while start < head and s.tokens[start].ent != s.tokens[head].ent:
            start += 1
        full = s.words(start, head)
        known = self._names.get(s.tokens[head].lower)
        if known is None or (start < head and " " not in known):
            self._names[s.tokens[head].lower] = known = full
        return known
