"""Where the standing of a clause ends: what a clause tells as fact, whatever stands above it."""

from collections.abc import Callable

from dateline.coding.mood import SILENCE, Mood
from dateline.coding.tree import children, is_verb
from dateline.knowledge.lexicon import Lexicon, Operator
from dateline.records import Sentence

#: Dependencies of what a verb, a noun governs as its complement.
COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "pcomp", "acl", "nsubjpass"})
#: Conjunctions and prepositions of time and cause: told in the past, what follows them has happened.
AFTER = frozenset({"after", "since", "as", "while", "because", "although", "though", "whereas"})
UPON = frozenset({"when", "once", "before", "until", "till"})
FOLLOWING = frozenset({"after", "since", "following", "despite", "amid", "during"})
#: Operators whose complement lies ahead, and what it waits for with it ("refused to leave until the army withdrew").
AHEAD = frozenset({"commit", "intend", "refuse", "request", "threaten", "suppose"})
#: Words that make a relative clause one about whoever it may be ("any soldier who attacks civilians").
WHOEVER = frozenset({"any", "anyone", "anybody", "whoever", "whichever", "every", "everyone"})
#: Words that single out one of a row.
RANKS = frozenset({"first", "second", "third", "last", "latest", "only", "next"})
#: Governors followed upwards at most when asking whether something lies ahead.
STEPS = 6


class Scope:
    """The edges of scope in one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, mood: Callable[[int], Mood]) -> None:
        self._s = sentence
        self._lexicon = lexicon
        self._mood = mood

    def settled(self, i: int) -> bool:
        """Whether a clause or phrase tells of what has been, whatever the words above it make of theirs.

        Relative clauses, participles ("land seized by"), clauses of time past ("after he was named", "failed to act
        when gunmen attacked") and phrases of time ("could not leave after the attack").
        """
        token = self._s.tokens[i]
        if (token.dep == "relcl" and not self._content(i)) or self._participle(i):
            return True
        if token.dep == "prep":
            if self._unanswered(i):
                return True
            return token.lower in FOLLOWING and not self._lies_ahead(token.head)
        if token.dep != "advcl" and not self._dated(i):
            return False
        mood = self._mood(i)
        if not mood.past or mood.possible or mood.would or mood.condition:
            return False
        links = {self._s.tokens[c].lower for c in self._s.children[i]}
        if links & UPON:
            return not self._lies_ahead(token.head)
        return bool(links & AFTER)

    def _content(self, i: int) -> bool:
        """Whether what is parsed as a relative clause is content: "allegations from monks that it had burned them"."""
        s = self._s
        marks = [s.tokens[c].lower for c in children(s, i, "mark")]
        return marks == ["that"] and bool(children(s, i, "nsubj", "nsubjpass"))

    def _dated(self, i: int) -> bool:
        """Whether a clause of time was hung on a noun: "ordered the release of Moyo, a day after he was detained"."""
        s = self._s
        if s.tokens[i].dep not in {"acl", "relcl"} or not children(s, i, "nsubj", "nsubjpass"):
            return False
        marks = [s.tokens[c].lower for c in children(s, i, "mark", "advmod")]
        return marks[:1] in (["after"], ["before"], ["since"])

    def _unanswered(self, i: int) -> bool:
        """Such as "declined to comment on", "gave no reply to": what it is about is none the less."""
        s = self._s
        head = s.tokens[s.tokens[i].head]
        if head.lemma == "comment":
            return s.tokens[i].lower in {"on", "about"}
        return head.lower in SILENCE and any(s.tokens[c].lower == "no" for c in s.children[head.i])

    def _participle(self, i: int) -> bool:
        """Such as "land seized by settlers"; not the that-clause of "reports that they had seized it"."""
        token = self._s.tokens[i]
        whole = children(self._s, i, "mark", "nsubj", "nsubjpass", "aux", "auxpass")
        return token.dep == "acl" and token.tag == "VBN" and not whole

    def long_ago(self, i: int) -> bool:
        """Whether a verb has "decades ago", "long ago" beside it."""
        s = self._s
        agos = [c for c in children(s, i, "advmod") if s.tokens[c].lower == "ago"]
        before = {s.tokens[x].lower for c in agos for x in s.children[c]}
        return bool(before & {"decades", "centuries", "generations", "long"})

    def _lies_ahead(self, i: int) -> bool:
        """Whether what ``i`` says is itself still to come, so that a past tense below it is only shifted back."""
        s = self._s
        for _ in range(STEPS):
            token = s.tokens[i]
            if is_verb(token):
                mood = self._mood(i)
                if mood.would or mood.future:
                    return True
                if mood.possible or mood.obliged:
                    return not mood.negated  # "could not leave before gunmen came": they came
                if mood.finite:
                    return False
            if token.head == i or token.dep not in {*COMPLEMENTS, "prep", "pobj", "conj"}:
                return False
            i = token.head
            op = self._operator_at(i)
            if op is not None and op.kind in AHEAD:
                return True
        return False

    def _operator_at(self, i: int) -> Operator | None:
        lemma = self._s.tokens[i].lemma.lower()
        if is_verb(self._s.tokens[i]):
            return self._lexicon.operator("v", lemma)
        return self._lexicon.operator("n", lemma) or self._lexicon.operator("a", lemma)

    def ranked(self, noun: int, clause: int) -> bool:
        """Whether an infinitive only says of whom a rank holds: "the first envoy to visit", "the youngest to die"."""
        s = self._s
        if s.tokens[clause].dep not in {"acl", "relcl"} or noun >= clause:
            return False
        words = [s.tokens[noun], *(s.tokens[c] for c in s.children[noun] if c < noun)]
        return any(t.lower in RANKS or t.tag == "JJS" for t in words)

    def of_none(self, clause: int) -> bool:
        """Whether a relative clause is denied twice, and so tells no act: "no place that the army cannot reach"."""
        s = self._s
        if s.tokens[clause].dep != "relcl" or not self._mood(clause).negated:
            return False
        return any(s.tokens[c].lower == "no" for c in s.children[s.tokens[clause].head])

    def of_any(self, noun: int, clause: int) -> bool:
        """Whether a relative clause is about whoever it may be ("anyone who attacks a convoy")."""
        s = self._s
        words = {s.tokens[noun].lower, *(s.tokens[c].lower for c in children(s, noun, "det"))}
        return (bool(words & WHOEVER) and not self._mood(clause).past) or self._kind(noun, clause)

    def _kind(self, noun: int, clause: int) -> bool:
        """Whether a wish is about a kind of people: "called on it to punish officers who beat prisoners"."""
        s = self._s
        bare = not children(s, noun, "det", "poss", "nummod", "amod", "compound")
        wished = any(s.tokens[c].tag == "TO" for c in s.children[s.tokens[noun].head])
        habit = s.tokens[clause].tag == "VBP"
        return bare and wished and habit and s.tokens[noun].tag == "NNS"
