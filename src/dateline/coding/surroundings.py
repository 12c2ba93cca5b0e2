"""What stands above a predicate that no operator has read: found by walking up to the root."""

from dateline.coding.drafts import Env
from dateline.coding.mood import Mood, mood_of
from dateline.coding.scope import COMPLEMENTS, Scope
from dateline.coding.tree import above, child, children, is_verb, rejoined, stands_beside
from dateline.knowledge.grammar import Grammar
from dateline.knowledge.lexicon import Lexicon
from dateline.records import Sentence

#: Dependencies through which the standing of the governor reaches the clause or noun below.
BINDING = frozenset(
    {
        "ccomp",
        "xcomp",
        "dobj",
        "pcomp",
        "pobj",
        "prep",
        "nsubj",
        "nsubjpass",
        "conj",
        "acl",
        "attr",
        "dative",
        "advcl",
        "oprd",
        "appos",
        "poss",
        "compound",
        "amod",
        "nmod",
        "agent",
        "csubj",
        "csubjpass",
    }
)
#: Conjunctions after which an act is still awaited when the main clause is not past.
WAITING = frozenset({"before", "until", "till", "once", "unless", "when", "if"})
UNREAL = {
    "suppose": "hypothetical",
    "warn": "hypothetical",
    "request": "hypothetical",
    "commit": "planned",
    "intend": "planned",
    "threaten": "hypothetical",
    "refuse": "hypothetical",
    "fail": "negated",
    "due": "planned",
    "attempt": "planned",
    "deny": "denied",
    "accuse": "alleged",
}
#: Such as "stopped short of imposing sanctions", "steered clear of blaming her".
SHUNNING = frozenset({("stop", "short"), ("steer", "clear"), ("stay", "clear"), ("shy", "away")})
#: Other verbs of judging whose "as" gives somebody's word for a thing.
SEEING = frozenset(
    {"dismiss", "reject", "see", "view", "regard", "portray", "present", "brand", "cast"}
)
#: Dependencies of what a noun governs as its complement.
NOUN_COMPLEMENTS = frozenset(
    {"acl", "prep", "ccomp", "compound", "pcomp", "pobj", "relcl", "xcomp"}
)
#: What does not hang on the verb that names a thing as part of the name.
_NOT_NAMED = frozenset({"advcl", "parataxis", "npadvmod", "relcl"})
_WHEN = frozenset({"ahead", "before", "after", "during", "since", "until"})


class Surroundings:
    """Standing of any predicate of one sentence, from the words above it."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, grammar: Grammar) -> None:
        self._grammar = grammar
        self._s = sentence
        self._lexicon = lexicon
        self._moods: dict[int, Mood] = {}
        self.scope = Scope(sentence, lexicon, self.mood)

    def mood(self, i: int) -> Mood:
        """The mood of the clause headed by verb ``i``, read once."""
        if i not in self._moods:
            self._moods[i] = mood_of(self._s, i)
        return self._moods[i]

    def env(self, i: int) -> Env:
        """Walk from ``i`` to the root and gather what makes the act less than fact."""
        s = self._s
        found = self._own(i)
        at = rejoined(s, i)
        at = i if at is None else at
        for head in above(s, at):
            dep = s.tokens[at].dep
            if dep == "relcl" and self.scope.of_any(head, at):
                found["hypothetical"] = True
            if self.scope.settled(at):
                found["told"] = True
                found["past"] = found.get("past", False) or self.scope.long_ago(head)
                break
            if dep not in BINDING or self._judged(at, head):
                break
            ahead = dep == "advcl" and self._awaits(at)
            if ahead and (self._unreal(head) or self._present(at)):
                found["hypothetical"] = True
            fact = dep in {"nsubj", "nsubjpass"} or (
                dep in {"prep", "advcl"} and is_verb(s.tokens[head])
            )
            if dep != "ccomp" or not self.beside(head, at):
                self._note(head, at, dep, found, lenient=fact)
            at = head
        return Env().also(**found)

    def _judged(self, i: int, head: int) -> bool:
        """Whether a definite act is only judged: "refused to condemn its invasion of Mali" doubts no invasion."""
        s = self._s
        if s.tokens[i].dep != "dobj" or s.tokens[head].lemma.lower() not in self._grammar.judging:
            return False
        owned = children(s, i, "poss")
        these = {s.tokens[c].lower for c in children(s, i, "det")}
        return bool(owned) or bool(these & {"this", "that", "these", "those"})

    def _own(self, i: int) -> dict[str, bool]:
        """What the clause of ``i`` says of its act by itself."""
        s = self._s
        found: dict[str, bool] = {}
        if s.text.rstrip("\"'\u201d\u2019 ").endswith("?"):
            found["hypothetical"] = True  # a question tells nothing
        if is_verb(s.tokens[i]) and self.mood(i).condition:
            found["hypothetical"] = True
        if s.tokens[i].dep in {"csubj", "csubjpass"} and s.tokens[i].tag in {"VBG", "VB"}:
            found["hypothetical"] = True  # "attacking churches is forbidden" reports no attack
        if self._purpose(i):
            found["planned"] = True
        if self._named(i):
            found["alleged"] = True
        self._hedge(i, found)
        return found

    def hedged(self, i: int, env: Env) -> Env:
        """The surroundings of a verb with what its own adverbs and sources take off."""
        found: dict[str, bool] = {}
        self._hedge(i, found)
        return env.also(**found) if found else env

    def _hedge(self, i: int, found: dict[str, bool]) -> None:
        """Note "allegedly", "apparently", "according to unconfirmed reports" at a verb."""
        s = self._s
        for c in s.children[i]:
            word = s.tokens[c].lower
            if word in self._grammar.hedges and s.tokens[c].dep in {"advmod", "dep"}:
                found[self._grammar.hedges[word]] = True
            elif word == "according" and self._unproven(c):
                found["alleged"] = True
        if self.scope.long_ago(i):
            found["past"] = True

    def _unproven(self, i: int) -> bool:
        return any(self._s.tokens[c].lower in self._grammar.unproven for c in self._s.subtree(i))

    def _awaits(self, i: int) -> bool:
        """Whether the clause is one of time ahead: "before they disarm", "until it leaves"."""
        return any(self._s.tokens[c].lower in WAITING for c in self._s.children[i])

    def _present(self, i: int) -> bool:
        """Whether the clause's own verb is present ("until demands are met")."""
        tokens = [self._s.tokens[i], *(self._s.tokens[c] for c in self._s.children[i])]
        return any(t.tag in {"VBZ", "VBP"} for t in tokens if t.pos in {"VERB", "AUX"})

    def beside(self, head: int, below: int) -> bool:
        """Whether a clause merely stands before another: "Peru signed; Ecuador did not"."""
        return stands_beside(self._s, head, below)

    def _unreal(self, head: int) -> bool:
        if not is_verb(self._s.tokens[head]):
            return False
        mood = self.mood(head)
        return mood.future or mood.would or mood.obliged or mood.possible or not mood.past

    def _purpose(self, i: int) -> bool:
        """Whether ``i`` is an infinitive of purpose: meant, not done.

        "The first sailors to die" have died; "had urged him to" ends in the "to" of another verb.
        """
        s = self._s
        if s.tokens[i].dep not in {"advcl", "acl", "xcomp", "relcl"}:
            return False
        to = any(s.tokens[c].tag == "TO" for c in s.children[i] if c < i)
        return to and not self.scope.ranked(s.tokens[i].head, i)

    def _note(
        self, head: int, below: int, dep: str, found: dict[str, bool], *, lenient: bool
    ) -> None:
        """Gather what one word above says of what hangs on it by ``dep``."""
        token = self._s.tokens[head]
        if is_verb(token):
            self._note_verb(head, dep, found, lenient=lenient)
        else:
            self._note_noun(head, below, dep, found)
        if dep == "pcomp" and token.lower == "from":
            found["hypothetical"] = True  # "banned it from launching"
        if dep == "pcomp" and self._s.tokens[token.head].lemma.lower() in self._grammar.charging:
            found["alleged"] = True  # "charged him with taking part"
        charged = self._charged(head) if dep in {"pcomp", "pobj"} else None
        if charged is not None:
            found[charged] = True
        if dep == "pobj" and token.lower == "as" and self._words_of(token.head):
            found["alleged"] = True  # "dismissed the plan as an attempt to save him"
        if token.lower in self._grammar.cases and self._s.tokens[token.head].lower == "in":
            found["hypothetical"] = True  # "in case of an attack"
        if (self._s.tokens[token.head].lemma, token.lower) in SHUNNING:
            found["negated"] = True
        empty = {self._s.tokens[c].lower for c in children(self._s, below, "det", "neg")}
        if empty & {"no", "without"} or token.lower == "without":
            found["negated"] = True

    def _words_of(self, i: int) -> bool:
        """Whether a verb judges what it names: what follows its "as" is somebody's word for the thing."""
        lemma = self._s.tokens[i].lemma.lower()
        return lemma in self._grammar.judging or lemma in self._grammar.naming or lemma in SEEING

    def _charged(self, prep: int) -> str | None:
        """What a charge makes of an act below a preposition, or None.

        Such as "indicted him for the killing", "held the army responsible for hacking it", "pleaded not guilty to it".
        """
        s = self._s
        above = s.tokens[s.tokens[prep].head]
        if s.tokens[prep].lower == "to" and above.lower == "guilty":
            return "denied" if s.tokens[above.i - 1].lower == "not" else None
        if s.tokens[prep].lower not in {"for", "with", "of", "over"}:
            return None
        if above.lower in self._grammar.responsible:
            return "alleged" if s.tokens[above.head].lemma == "hold" else None
        verb = s.tokens[above.head] if above.dep == "dobj" else above
        return "alleged" if verb.lemma.lower() in self._grammar.accusing else None

    def _note_verb(self, head: int, dep: str, found: dict[str, bool], *, lenient: bool) -> None:
        mood = self.mood(head)
        unreal = mood.possible or mood.would or mood.obliged
        if mood.condition or (unreal and dep != "advcl"):
            found["hypothetical"] = True
        if mood.future and dep != "advcl":
            found["planned"] = True
        if dep == "dobj" and self._s.tokens[head].lemma.lower() in self._grammar.remembering:
            found["past"] = True
        if mood.negated and dep in {"dobj", "xcomp", "ccomp", "attr"}:
            found["negated"] = True
        op = self._lexicon.operator("v", self._s.tokens[head].lemma.lower())
        if op is None or lenient or op.kind not in UNREAL or dep not in COMPLEMENTS:
            return
        if dep != "dobj" or op.kind != "attempt":
            found[UNREAL[op.kind]] = True

    def _named(self, i: int) -> bool:
        """Whether an act is part of somebody's name for a thing: "what it said was a wreck of a jet shot down"."""
        s, at = self._s, i
        for head in above(s, i):
            if s.tokens[at].dep in _NOT_NAMED or s.tokens[at].lower in _WHEN:
                return False
            if self.gives_name(head) and at > head:
                return True
            at = head
        return False

    def gives_name(self, i: int) -> bool:
        """Whether a verb says what a thing is in somebody's words: "what it said was ...", "what they called ..."."""
        s = self._s
        if s.tokens[i].lemma.lower() not in self._grammar.naming:
            return False
        subject = child(s, i, "nsubj")
        before = s.edge(subject)[0] - 1 if subject is not None else -1
        return before >= 0 and s.tokens[before].lower == "what"

    def _about(self, prep: int) -> bool:
        return self._s.tokens[prep].lower in {"on", "about", "over", "for", "regarding"}

    def _voiced(self, i: int) -> bool:
        """Whether a participle is what a paper itself does ("a report accusing the army"), not what it tells."""
        token = self._s.tokens[i]
        op = self._lexicon.operator("v", token.lemma.lower())
        clause = child(self._s, i, "nsubj", "nsubjpass", "aux", "mark") is not None
        informs = op is not None and op.kind in {"report", "assert"}
        return token.tag == "VBG" and not clause and not informs

    def _note_noun(self, head: int, below: int, dep: str, found: dict[str, bool]) -> None:
        lemma = self._s.tokens[head].lemma.lower()
        if lemma in self._grammar.hearsay and dep in {"ccomp", "acl"} and not self._voiced(below):
            found["alleged"] = True
        if dep == "prep" and lemma in self._grammar.topical and self._about(below):
            found["hypothetical"] = True
        op = self._lexicon.operator("n", lemma) or self._lexicon.operator("a", lemma)
        if op is not None and op.kind in UNREAL and dep in NOUN_COMPLEMENTS:
            found[UNREAL[op.kind]] = True
