"""Clause frames: who does what to whom, with the grammar undone.

A frame belongs to one verb (or event noun) and names its deep subject and object by token position.
Passives, relative clauses, reduced relatives, coordination, shared and controlled subjects are
undone here, once, so that the lexicon need only describe the plain active clause.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.coding.lent import LINKING, before_comma, behind_date, described, issuing
from dateline.coding.tree import (
    PARTICLES,
    RELATIVE,
    child,
    children,
    conjuncts,
    is_passive,
    is_verb,
    joined_verbs,
    rejoined,
    stands_beside,
)
from dateline.knowledge.grammar import Grammar
from dateline.records import Sentence

#: Verbs whose phrase works as their object, by its preposition.
MEETING = {"come": "under", "run": "into", "meet": "with"}
#: How far subjects are inherited, and antecedents sought, in trees that may be broken.
DEEPEST = 12
HIGHEST = 8
CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj", "parataxis")


class Purpose(NamedTuple):
    """What something is done for: "to **help** the flood victims"."""

    lemma: str
    objects: tuple[int, ...]


#: Verbs that share the phrases of the harm joined to them.
SLAYING = frozenset({"kill", "slay"})
HURTING = frozenset({"wound", "injure", "hurt"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its deep arguments, all as token positions in the sentence.

    ``preps`` maps a preposition to the heads it governs, those hanging on the object included after the
    verb's own; ``clauses`` maps a dependency label to clause heads below.
    """

    head: int
    lemma: str
    particle: str
    passive: bool
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    iobjs: tuple[int, ...] = ()
    preps: dict[str, tuple[int, ...]] = field(default_factory=dict)
    clauses: dict[str, tuple[int, ...]] = field(default_factory=dict)
    gerunds: dict[str, int] = field(default_factory=dict)
    purposes: tuple[Purpose, ...] = ()

    @property
    def word(self) -> str:
        """Lemma with its particle: ``carry out``."""
        return f"{self.lemma} {self.particle}" if self.particle else self.lemma


def _nobody(_: int) -> bool:
    return False


class FrameBuilder:
    """Frames of one sentence, built when first asked for."""

    def __init__(
        self, sentence: Sentence, grammar: Grammar, people: Callable[[int], bool] = _nobody
    ) -> None:
        self._s = sentence
        self._grammar = grammar
        self._people = people
        self._verbs: dict[int, Frame] = {}
        self._surface: dict[int, tuple[int, ...]] = {}

    def verb(self, i: int) -> Frame:
        """The frame of the verb at position ``i``."""
        if i not in self._verbs:
            self._verbs[i] = self._build(i)
        return self._verbs[i]

    def noun(self, i: int) -> Frame:
        """The frame of the event noun or adjective at ``i``: only its prepositional phrases and clauses."""
        return Frame(
            i,
            self._s.tokens[i].lemma.lower(),
            "",
            passive=False,
            preps=self._preps(i),
            clauses=self._clauses(i),
            gerunds=self._gerunds(i),
        )

    # ------------------------------------------------------------------ verbs

    def _build(self, i: int) -> Frame:
        s = self._s
        passive = is_passive(s, i) and not self._stative(i)
        surface = self._surface_subjects(i)
        agents = self._agents(i)
        objects = [*self._direct_objects(i), *self._terms(i)]
        subjects = agents if passive else list(surface)
        if passive:
            objects = list(surface) or objects
        preps = self._preps(i)
        for o in objects:
            if o > i:
                for prep, heads in self._preps(o).items():
                    preps.setdefault(prep, heads)
        self._widen(i, preps)
        datives = children(s, i, "dative")
        iobjs = [d for d in datives if s.tokens[d].pos != "ADP"]
        for d in datives:
            if s.tokens[d].pos == "ADP":
                preps.setdefault("to", tuple(self._governed(d)))
        return Frame(
            i,
            s.tokens[i].lemma.lower(),
            self._particle(i),
            passive,
            tuple(subjects),
            tuple(objects),
            tuple(iobjs),
            preps,
            self._clauses(i),
            self._gerunds(i),
            self._purposes(i, objects),
        )

    def _widen(self, i: int, preps: dict[str, tuple[int, ...]]) -> None:
        """Adds the phrases of the adjective or noun that completes the verb."""
        s = self._s
        for a in children(s, i, "acomp") if s.tokens[i].lemma in LINKING else ():
            for prep, heads in self._preps(a).items():  # "was critical of the law"
                preps.setdefault(prep, heads)
        for c in joined_verbs(s, i) if s.tokens[i].lemma in SLAYING else ():
            if s.tokens[c].lemma in HURTING:  # "five were killed and nine wounded in a flood"
                for prep, heads in self._preps(c).items():
                    preps.setdefault(prep, heads)
        for h in preps.get(MEETING.get(s.tokens[i].lemma, ""), ()):
            if givers := self._preps(h).get("from"):  # "ran into opposition from Malawi"
                preps.setdefault("from", givers)

    def _stative(self, i: int) -> bool:
        """Whether a passive form says how its subject is: "was engaged in", "were concerned"."""
        token = self._s.tokens[i]
        return (
            token.lemma.lower() in self._grammar.stative
            and not self._agents(i)
            and token.dep not in {"acl", "relcl"}
        )

    def _particle(self, i: int) -> str:
        prt = child(self._s, i, "prt")
        return self._s.tokens[prt].lower if prt is not None else ""

    def _agents(self, i: int) -> list[int]:
        own = [h for a in children(self._s, i, "agent") for h in self._governed(a)]
        return own or [h for a in self._late_agents(i) for h in self._governed(a)]

    def _late_agents(self, i: int) -> list[int]:
        """A by-phrase behind a comma that the parser hung on a participle in between.

        "accused of taking bribes, much of it hidden abroad, by prosecutors": the comma closes what stood between.
        """
        s = self._s
        if child(s, i, "auxpass") is None:
            return []
        below = [c for c in children(s, i, "advcl", "acl", "prep", "xcomp") if c > i]
        found = [a for c in below for x in s.subtree(c) for a in children(s, x, "agent")]
        return [a for a in found if s.tokens[a - 1].text == ","]

    def _governed(self, prep: int) -> list[int]:
        s = self._s
        found = [h for p in children(s, prep, "pobj") for h in conjuncts(s, p)]
        found += [
            c for c in children(s, prep, "pcomp") if s.tokens[c].tag == "VBG" and not s.children[c]
        ]  # "in shelling"
        for c in children(s, prep, "conj"):  # "in Paris and in Rome"
            if s.tokens[c].pos == "ADP":
                found.extend(self._governed(c))
        return found

    def _direct_objects(self, i: int) -> list[int]:
        s, token = self._s, self._s.tokens[i]
        given = children(s, i, "dobj", "attr" if token.lemma != "be" else "dobj")
        if not given and not is_passive(s, i):  # "blocked off the bridge": hung on the particle
            given = [o for p in children(s, i, "prt") for o in children(s, p, "pobj")]
        own = [self._antecedent(h) for o in given for h in conjuncts(s, o)] or self._rung_up(i)
        if own:
            return own
        if token.dep == "relcl" and self._gap_is_object(i):
            return [token.head]
        # "toppled and later killed the dictator": the first verb shares the second one's object
        for c in children(s, i, "conj"):
            between = s.tokens[i + 1 : c]
            if is_verb(s.tokens[c]) and all(
                t.pos in {"CCONJ", "ADV", "PUNCT", "AUX"} for t in between
            ):
                shared = children(s, c, "dobj")
                if shared and not is_passive(s, c):
                    return [h for o in shared for h in conjuncts(s, o)]
        return []

    def _rung_up(self, i: int) -> list[int]:
        """Such as "called President Ruto on Friday", which the parser reads as a name given."""
        s, token = self._s, self._s.tokens[i]
        if token.lemma != "call" or is_passive(s, i):
            return []
        return [c for c in children(s, i, "oprd") if s.tokens[c].pos == "PROPN"]

    def _gap_is_object(self, i: int) -> bool:
        """Such as "the town they captured": the relative clause has a subject and no other place for its noun."""
        s = self._s
        if not self._has_subject(i) or self._relative_fills_subject(i):
            return False
        phrases = (c for c in s.subtree(i) if s.tokens[c].dep in {"pobj", "poss"})
        return not any(s.tokens[c].lower in RELATIVE for c in phrases)

    def _has_subject(self, i: int) -> bool:
        return child(self._s, i, "nsubj", "nsubjpass") is not None

    def _relative_fills_subject(self, i: int) -> bool:
        subj = child(self._s, i, "nsubj", "nsubjpass")
        return subj is not None and self._s.tokens[subj].lower in RELATIVE

    def _surface_subjects(self, i: int, depth: int = 0) -> tuple[int, ...]:
        if i in self._surface:
            return self._surface[i]
        self._surface[i] = ()  # a loop in a broken tree ends here
        found = tuple(self._find_subjects(i, depth)) if depth < DEEPEST else ()
        self._surface[i] = found
        return found

    def _find_subjects(self, i: int, depth: int) -> list[int]:
        s, token = self._s, self._s.tokens[i]
        own = children(s, i, "nsubj", "nsubjpass")
        if own:
            paired = [h for c in own[:1] for h in before_comma(s, i, c) if h not in own]
            return [self._antecedent(h) for c in (*paired, *own) for h in conjuncts(s, c)]
        late = behind_date(s, i)
        if token.head == i or late is not None:
            return [] if late is None else [late]
        if token.dep == "acl":
            return self._subject_of_noun_clause(i)
        if token.dep == "relcl" or (token.dep == "amod" and token.tag == "VBG"):
            return [token.head]
        main = rejoined(s, i)
        return (
            list(self._surface_subjects(main, depth + 1))
            if main is not None
            else self._from_above(i, depth)
        )

    def _from_above(self, i: int, depth: int) -> list[int]:
        """Subject of a clause without one of its own, from what governs it."""
        token = self._s.tokens[i]
        head = self._s.tokens[token.head]
        if token.dep not in {
            "conj",
            "xcomp",
            "advcl",
            "ccomp",
            "pcomp",
            "parataxis",
            "dep",
            "oprd",
        }:
            return []
        if head.pos == "ADP":
            return self._subject_through_preposition(head.i, depth)
        if is_verb(head) or head.dep == "ROOT":
            return self._inherited(token.dep, i, head.i, depth)
        linking = described(self._s, i, self._grammar.tough)
        return list(self._surface_subjects(linking, depth + 1)) if linking is not None else []

    def _predicative(self, i: int) -> bool:
        """Whether an adjective says what the subject of a verb is about to do: "is due", "seemed close"."""
        token = self._s.tokens[i]
        if token.lower not in self._grammar.nearing:
            return False
        return token.dep in {"acomp", "oprd"} and is_verb(self._s.tokens[token.head])

    def _inherited(self, dep: str, i: int, head: int, depth: int) -> list[int]:
        """Subject that a clause takes from the verb above it."""
        s = self._s
        if dep in {"xcomp", "ccomp", "oprd"} and self._object_controls(head):
            objects = [
                h
                for o in children(s, head, "dobj", "dative", "nsubjpass")
                if s.tokens[o].pos != "ADP"
                for h in conjuncts(s, o)
            ]
            if objects:
                return [self._antecedent(h) for h in objects]
        if dep == "advcl" and is_passive(s, head):
            agents = self._agents(head)
            if agents and s.tokens[i].tag == "VBG" and i > agents[0]:
                return agents
        return list(self._surface_subjects(head, depth + 1))

    def _object_controls(self, head: int) -> bool:
        return self._s.tokens[head].lemma.lower() in self._grammar.object_control

    def _subject_of_noun_clause(self, i: int) -> list[int]:
        """Reduced relative: the noun itself; infinitive under a noun: whoever owns the noun."""
        s, token = self._s, self._s.tokens[i]
        issued = issuing(s, i, self._grammar.documents)
        if issued is not None:
            speakers = self._agents(issued) if is_passive(s, issued) else None
            return list(self._surface_subjects(issued) if speakers is None else speakers)
        if not any(s.tokens[c].tag == "TO" for c in s.children[i]):
            return self._givers(i) or [token.head]
        owner = self.owners(token.head)
        if owner:
            return owner
        noun = s.tokens[token.head]
        above = s.tokens[noun.head]
        if noun.dep in {"dobj", "nsubjpass"} and is_verb(above):  # "made an attempt to seize"
            return (
                list(self._surface_subjects(noun.head))
                if not is_passive(s, noun.head)
                else self._agents(noun.head)
            )
        return [] if noun.lemma.lower() in self._grammar.act_nouns else [token.head]

    def _givers(self, i: int) -> list[int]:
        """Who gave the order that a participle says the content of: "signed a decree banning rallies"."""
        s, noun = self._s, self._s.tokens[self._s.tokens[i].head]
        above = s.tokens[noun.head]
        if (
            s.tokens[i].tag != "VBG"
            or noun.lemma.lower() not in self._grammar.rulings
            or noun.dep not in {"dobj", "nsubjpass"}
            or above.lemma.lower() not in self._grammar.decreeing
        ):
            return []
        if is_passive(s, above.i):
            return self._agents(above.i)
        return list(self._surface_subjects(above.i))

    def owners(self, noun: int) -> list[int]:
        """Whose noun it is: possessor, by-phrase, or the subject of "be" before it."""
        s = self._s
        poss = children(s, noun, "poss")
        if poss:
            return [self._antecedent(h) for p in poss for h in conjuncts(s, p)]
        return [
            h
            for p in children(s, noun, "prep")
            if s.tokens[p].lower == "by"
            for h in self._governed(p)
        ]

    def _subject_through_preposition(self, prep: int, depth: int) -> list[int]:
        s = self._s
        above = s.tokens[prep].head
        if not is_verb(s.tokens[above]):
            noun = s.tokens[above]
            if self._predicative(above):  # "were close to signing"
                return list(self._surface_subjects(noun.head, depth + 1))
            if (
                noun.dep == "dobj"
                and s.tokens[noun.head].lemma.lower() in self._grammar.charge_verbs
            ):
                return conjuncts(s, above)  # "accused the army of shelling", hung on "army"
            return self.owners(above) if noun.pos == "NOUN" else []
        if s.tokens[above].lemma.lower() in self._grammar.charge_verbs and s.tokens[prep].lower in {
            "of",
            "for",
            "with",
            "from",
        }:
            if is_passive(s, above):
                return list(self._surface_subjects(above, depth + 1))
            objects = [h for o in children(s, above, "dobj") for h in conjuncts(s, o)]
            if objects:
                return objects
        return list(self._surface_subjects(above, depth + 1))

    def _antecedent(self, h: int) -> int:
        """The noun that a relative pronoun stands for; any other word stands for itself."""
        s, token = self._s, self._s.tokens[h]
        if token.lower not in RELATIVE or token.pos not in {"PRON", "DET", "SCONJ"}:
            return h
        at, steps = h, 0
        while s.tokens[at].dep != "relcl" and s.tokens[at].head != at and steps < HIGHEST:
            at, steps = s.tokens[at].head, steps + 1
        if s.tokens[at].dep != "relcl":
            return h
        noun = s.tokens[at].head
        return self._thing(noun) if token.lower == "which" else noun

    def _thing(self, noun: int) -> int:
        """What "which" stands for behind people: "a meeting of two generals, which the bloc will host"."""
        s, token = self._s, self._s.tokens[noun]
        prep = s.tokens[token.head]
        if token.tag != "NNS" or token.dep != "pobj" or prep.lower not in {"of", "between", "with"}:
            return noun
        whole = s.tokens[prep.head]
        return whole.i if whole.pos == "NOUN" and self._people(noun) else noun

    # ------------------------------------------------------- phrases and clauses

    def _preps(self, i: int) -> dict[str, tuple[int, ...]]:
        s = self._s
        found: dict[str, list[int]] = {}
        beside = [  # "walked away from the talks", "driven back to the river"
            p
            for a in children(s, i, "advmod", "prt")
            if s.tokens[a].lower in PARTICLES
            for p in children(s, a, "prep")
        ]
        for p in [*children(s, i, "prep", "agent"), *beside]:
            heads = self._governed(p)
            name = s.tokens[p].lower
            inner = child(s, p, "prep")
            if not heads and inner is not None:  # "out of", "ahead of"
                heads, name = self._governed(inner), f"{name} {s.tokens[inner].lower}"
            if heads:
                found.setdefault(name, []).extend(self._antecedent(h) for h in heads)
        return {k: tuple(v) for k, v in found.items()}

    def _gerunds(self, i: int) -> dict[str, int]:
        """Clauses below a preposition: "accused the army of shelling" -> {"of": shelling}."""
        s = self._s
        found: dict[str, int] = {}
        for p in children(s, i, "prep", "agent"):
            below = child(s, p, "pcomp")
            if below is not None:
                found.setdefault(s.tokens[p].lower, below)
        if s.tokens[i].lemma.lower() in self._grammar.charge_verbs:  # hung on the accused
            for o in (*children(s, i, "dobj"), *self._agents(i)):
                for p in children(s, o, "prep"):
                    below = child(s, p, "pcomp")
                    if below is not None:
                        found.setdefault(s.tokens[p].lower, below)
        return found

    def _purposes(self, i: int, objects: Sequence[int]) -> tuple[Purpose, ...]:
        """The infinitives of a verb and its objects; the parser hangs "troops to help" on either."""
        s = self._s
        heads = [
            c
            for h in (i, *objects)
            for c in children(s, h, "advcl", "xcomp", "acl", "relcl")
            if any(s.tokens[t].tag == "TO" for t in children(s, c, "aux"))
        ]
        return tuple(
            Purpose(s.tokens[c].lemma.lower(), tuple(self._direct_objects(c))) for c in heads
        )

    def _terms(self, i: int) -> list[int]:
        """The time that somebody is given: "gave the envoy two days to leave"."""
        if self._s.tokens[i].lemma != "give":
            return []
        spans = children(self._s, i, "npadvmod")
        return [c for c in spans if children(self._s, c, "acl", "relcl")]

    def _clauses(self, i: int) -> dict[str, tuple[int, ...]]:
        s = self._s
        found: dict[str, list[int]] = {}
        for c in s.children[i]:
            clause = is_verb(s.tokens[c]) or s.tokens[c].dep in {"ccomp", "xcomp"}
            if s.tokens[c].dep in CLAUSES and clause and not stands_beside(s, i, c):
                found.setdefault(s.tokens[c].dep, []).append(c)
        return {k: tuple(v) for k, v in found.items()}
