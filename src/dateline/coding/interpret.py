"""From clause frames to drafts of acts: the operator first, the lexicon second.

A sentence is read from the top.  A predicate that is an operator (refuse, deny, accuse, will ...) has its
complement read as an act, which the operator then turns into something else or gives another standing.
Any other predicate is looked up in the lexicon.  What an operator has read is not read again.
"""

from dataclasses import replace

from dateline.coding.drafts import Draft, Env
from dateline.coding.frames import Frame
from dateline.coding.idle import in_a_name, tells_nothing
from dateline.coding.magnitude import INJURED, KILLED
from dateline.coding.match import Match, match_verb
from dateline.coding.meaning import Meaning
from dateline.coding.mood import Mood
from dateline.coding.reader_base import HARMFUL
from dateline.coding.reader_doers import DoerReader
from dateline.coding.reader_operators import BY_FORCE
from dateline.coding.tree import child, children, is_verb, joined_verbs
from dateline.coding.wordings import NOT
from dateline.knowledge.lexicon import Composed, Entry, Operator
from dateline.records import Sentence

#: Slots of things said that one denies rather than refuses.
CHARGES = frozenset(
    {
        "$charge",
        "accusation",
        "allegation",
        "claim",
        "report",
        "suggestion",
        "assertion",
        "criticism",
        "charge",
    }
)
CASUALTY = KILLED | INJURED
#: Prepositions whose act noun is another act than the verb's ("arrested after a rally").
APART = frozenset(
    {
        "since",
        "after",
        "before",
        "following",
        "amid",
        "despite",
        "during",
        "until",
        "over",
        "ahead of",
        "because of",
    }
)
#: Predicates read inside each other at most; deeper ones are noise ("he said he said he said").
NESTED = 25
#: Depth of a tree beyond which it must be broken.
DEEPEST = 60


class Interpreter(DoerReader):
    """Reads one sentence."""

    @property
    def sentence(self) -> Sentence:
        """The sentence that is read."""
        return self._s

    @property
    def meaning(self) -> Meaning:
        """What its phrases mean."""
        return self._meaning

    def read(self) -> list[Draft]:
        """Every act of the sentence, in reading order."""
        drafts: list[Draft] = []
        for i in self._predicates():
            if i in self._used:
                continue
            if is_verb(self._s.tokens[i]):
                drafts.extend(self._predicate(i, self._above.env(i)))
            else:
                drafts.extend(self._operator_noun(i, self._above.env(i), None))
        for i in self._event_nouns():
            if i not in self._used:
                drafts.extend(self._standing_noun(i))
        return sorted(drafts, key=lambda d: d.head)

    def _predicates(self) -> list[int]:
        """Verbs, and nouns that are operators, those nearest the root first."""
        depth: dict[int, int] = {}
        for t in self._s.tokens:
            at, steps = t.i, 0
            while self._s.tokens[at].head != at and steps < DEEPEST:
                at, steps = self._s.tokens[at].head, steps + 1
            depth[t.i] = steps
        found = (t.i for t in self._s.tokens if is_verb(t) or self._stands(t.i))
        return sorted(found, key=lambda i: (depth[i], i))

    def _event_nouns(self) -> list[int]:
        """Act nouns that head a phrase; "riot police" is no riot."""
        return [
            t.i
            for t in self._s.tokens
            if t.pos in {"NOUN", "PROPN"}
            and t.dep not in {"compound", "nmod"}
            and self._is_event(t.i)
        ]

    def _predicate(self, i: int, env: Env) -> list[Draft]:
        """Acts that verb ``i`` and whatever it governs tell of."""
        if i in self._used or self._deep >= NESTED or in_a_name(self._s, i):
            return []
        self._used.add(i)
        self._deep += 1
        try:
            return self._read_predicate(i, env)
        finally:
            self._deep -= 1

    def _read_predicate(self, i: int, env: Env) -> list[Draft]:
        frame = self._frames.verb(i)
        mood = self._above.mood(i)
        env = self._above.hedged(i, env)
        operator, frame = self._operator(frame)
        match = match_verb(
            frame, self._s, self._meaning, self._lexicon, under=env.under, beside=self._beside(i)
        )
        if match is not None and tells_nothing(match.entry, frame, self._s):
            return self._descend(frame, self._moved(env, mood))
        governs = bool(frame.clauses.get("ccomp") or frame.clauses.get("xcomp") or frame.gerunds)
        plain = not governs and frame.lemma in self._lexicon.light
        if operator is not None and operator.kind in {"commit", "report"} and plain:
            operator = None  # "committed a massacre", "reported an attack"
        if match is not None and match.entry.specific and match.entry.purpose:
            return self._coded(match, frame, mood, env)  # "used force to clear the bridge"
        if operator is not None and (governs or match is None or not match.entry.specific):
            found = self._operate(operator, frame, mood, env)
            if found is not None:
                return found
        if match is not None:
            ordered = operator is not None and operator.ahead
            return self._ordered(self._coded(match, frame, mood, env), frame, ordered=ordered)
        nominal = self._through_noun(frame, mood, env)
        if nominal:
            return nominal
        return self._descend(frame, self._moved(env, mood))

    def _ordered(self, drafts: list[Draft], frame: Frame, *, ordered: bool) -> list[Draft]:
        """Acts of force that an entry names as ordered: not yet done, but an order to arrest is an act."""
        named = [self._s.tokens[o].lemma.lower() for o in frame.objects]
        modes = {m for n in named for e in self._lexicon.nouns(n) for m in e.modes}
        if not ordered or not modes or "arrest" in modes:
            return drafts
        forced = BY_FORCE | {"COERCE"}
        return [
            replace(d, status="planned") if d.status == "actual" and d.type in forced else d
            for d in drafts
        ]

    def _beside(self, i: int) -> str | None:
        """The type of the coded verb that ``i`` is joined to ("was abducted and killed")."""
        token = self._s.tokens[i]
        return self._types.get(token.head) if token.dep == "conj" else None

    def _operator(self, frame: Frame) -> tuple[Operator | None, Frame]:
        """The operator that a verb, or the adjective after "be", is; with the frame of its complement."""
        if frame.lemma in {"be", "remain", "become", "get", "seem", "appear", "feel"}:
            for a in children(self._s, frame.head, "acomp", "attr", "oprd", "prep"):
                found = self._lexicon.operator("a", self._s.tokens[a].lower)
                if found is not None:
                    if frame.lemma == "get" and found.kind == "commit":
                        found = replace(found, kind="intend")  # "getting ready to attack"
                    inner = self._frames.noun(a)
                    return found, Frame(
                        frame.head,
                        frame.lemma,
                        "",
                        passive=False,
                        subjects=frame.subjects,
                        clauses={**frame.clauses, **inner.clauses},
                        preps={**inner.preps, **frame.preps},
                        gerunds={**inner.gerunds, **frame.gerunds},
                    )
            if frame.clauses.get("xcomp") and frame.lemma == "be":
                return self._lexicon.operator("a", "due"), frame
            return None, frame
        stem = frame.lemma
        near = [
            self._s.tokens[c].lower
            for c in children(self._s, frame.head, "prep", "advmod", "prt", "acomp", "oprd")
        ]
        words = [*(f"{stem} {w}" for w in near), *(f"{stem} {p}" for p in frame.preps), frame.word]
        if not frame.particle:  # "set up" is not "set"
            words.append(stem)
        found = next((op for w in words if (op := self._lexicon.operator("v", w))), None)
        if found is None:
            return None, frame
        called_on = any(self._called_upon(frame.preps.get(p, ())) for p in ("for", "on", "upon"))
        whom = frame.objects or children(self._s, frame.head, "oprd")
        by_phone = stem == "call" and whom and not called_on
        if found.kind == "request" and by_phone:
            return None, frame  # "called his counterpart to discuss"
        if found.kind == "refuse" and self._of_charge(frame):
            return self._lexicon.operator("v", "deny"), frame
        return found, frame

    def _called_upon(self, heads: tuple[int, ...]) -> bool:
        """Whether a phrase names whom or what one calls on, and not the day of the call."""
        return any("actor" in self._meaning.labels(h) for h in heads)

    def _of_charge(self, frame: Frame) -> bool:
        """Whether what is rejected is a charge or a report: a denial, unless a court turns it down."""
        judged = any("$court" in self._meaning.labels(h) for h in frame.subjects)
        return not judged and any(CHARGES & self._meaning.labels(o) for o in frame.objects)

    def _coded(self, match: Match, frame: Frame, mood: Mood, env: Env) -> list[Draft]:
        """The act of an ordinary verb, and the future, modal or negative reading of it."""
        entry = match.entry
        refused = match.word.startswith(NOT + " ")
        if refused:
            mood = replace(mood, negated=False)  # the negation is part of the word
        if (entry.type == "COERCE" and self._rule(frame)) or self._habit(frame):
            return []
        if self._above.scope.of_none(frame.head) or self._only_whose(entry, frame):
            return []
        if self._by_accord(entry, frame):
            return []
        harmed = entry.subject == ("none",) and match.word.split()[0] in CASUALTY
        if harmed and (self._cause_told(frame) or self._mishap(match)):
            return []
        if entry.omission:
            if mood.future or mood.would or children(self._s, frame.head, "neg"):
                return []  # "will not stand by": nothing was left undone
            env, mood = env.also(negated=True), replace(mood, negated=False)
        actors = (
            self._fill(entry.actor, frame, match)
            or (() if "subject" in entry.recipient else self._through_subject(frame))
            or self._moved_forces(entry, frame, match)
        )
        coding = Composed(entry.type, entry.cameo, entry.modes)
        env = self._landed(entry, frame, env)
        if entry.type == "ASSAULT":
            actors = tuple(h for h in actors if not self._struck(h))
            actors, coding = self._through_phrase(entry, frame, actors, coding)
        if not frame.subjects and not frame.passive and {"subject", "object"} <= set(entry.actor):
            actors = ()  # "years of fighting rebels": one side only, and it is fought
        recipients = tuple(
            h for h in self._fill_first(entry.recipient, frame, match) if h not in actors
        )
        draft = self._draft(frame, coding, (actors, recipients), env, (entry.id,))
        draft = replace(
            draft,
            objects=match.objects or draft.objects,
            rejected=match.rejected,
            refused=refused,
        )
        self._types[frame.head] = entry.type
        self._swallow(frame, entry)
        made = self._by_modal(draft, frame, mood, env)
        return [made] if made is not None else []

    def _only_whose(self, entry: Entry, frame: Frame) -> bool:
        """Whether a participle only says whose a place is: "fired from positions held by the rebels"."""
        token = self._s.tokens[frame.head]
        return entry.type == "MOBILIZE" and frame.lemma == "hold" and token.dep == "acl"

    def _moved_forces(self, entry: Entry, frame: Frame, match: Match) -> tuple[int, ...]:
        """Forces that are moved act themselves where nobody is said to move them: "troops were deployed"."""
        moves = entry.type == "MOBILIZE" or (entry.type == "RETREAT" and "withdraw" in entry.modes)
        told = child(self._s, frame.head, "auxpass") is not None  # not "troops based in Mali"
        settled = frame.lemma in self._grammar.stative
        if not moves or not told or settled or frame.subjects:
            return ()
        return tuple(h for h in match.objects if "armed" in self._meaning.labels(h))

    def _cause_told(self, frame: Frame) -> bool:
        """Whether a clause says by what it came: "were killed when their truck overturned"."""
        joined = joined_verbs(self._s, frame.head)  # "two were killed and five hurt when it sank"
        below = (
            *frame.clauses.get("advcl", ()),
            *(c for j in joined for c in children(self._s, j, "advcl")),
        )
        links = {self._s.tokens[c].lower for b in below for c in self._s.children[b]}
        return bool(links & {"when", "as", "after", "while"})

    def _mishap(self, match: Match) -> bool:
        """Whether the sentence of a killing by nobody tells of a mishap: "the dam burst and nine were killed"."""
        if match.entry.type != "ASSAULT":
            return False
        attacked = any("$attack" in slots for slots in match.entry.prep.values())
        mishaps = self._grammar.mishaps
        return not attacked and any(t.lemma.lower() in mishaps for t in self._s.tokens)

    def _rule(self, frame: Frame) -> bool:
        """Whether it is only how things stand, without a doer: "is prohibited", "are banned"."""
        if not frame.passive or frame.subjects:
            return False
        helpers = [self._s.tokens[c] for c in children(self._s, frame.head, "auxpass", "aux")]
        return bool(helpers) and all(t.lower in {"is", "are"} for t in helpers)

    def _swallow(self, frame: Frame, entry: Entry) -> None:
        """Purpose clauses and the act nouns of a coded verb tell nothing new."""
        purposes = [*frame.clauses.get("xcomp", ()), *frame.clauses.get("advcl", ())]
        if entry.type in {"COERCE", "MOBILIZE"}:  # "imposed a curfew to quell the riots"
            purposes += [c for o in frame.objects for c in children(self._s, o, "acl")]
        for c in purposes:
            if self._infinitive(c):
                self._use_all(c)
        below = set(self._s.subtree(frame.head))  # not the noun that a relative clause hangs on
        phrases = [h for p, hs in frame.preps.items() if p not in APART for h in hs]
        for o in (*frame.objects, *frame.subjects, *phrases):
            named = self._lexicon.nouns(self._s.tokens[o].lemma.lower())
            judged = entry.type in {"ACCUSE", "SUPPORT"} and any(
                e.type in HARMFUL - {"PROTEST"} for e in named
            )
            if (
                named and not judged and o in below and not self._stands(o)
            ):  # "condemned the bombing" leaves the bombing to be told
                self._used.add(o)

    def _use_all(self, c: int) -> None:
        apart = {
            below
            for v in self._s.subtree(c)
            if v != c and is_verb(self._s.tokens[v]) and self._above.scope.settled(v)
            for below in self._s.subtree(v)
        }
        self._used.update(i for i in self._s.subtree(c) if i not in apart)

    def _fill(self, roles: tuple[str, ...], frame: Frame, match: Match) -> tuple[int, ...]:
        """All fillers of the roles, in order."""
        return tuple(dict.fromkeys(h for role in roles for h in self._role(role, frame, match)))

    def _fill_first(self, roles: tuple[str, ...], frame: Frame, match: Match) -> tuple[int, ...]:
        """The fillers of the first role that has any who resolve to an actor, else of the first that has any."""
        named = [self._role(role, frame, match) for role in roles]
        for heads in named:
            if any(self._meaning.participants(h) for h in heads):
                return heads
        return next((heads for heads in named if heads), ())

    def _role(self, role: str, frame: Frame, match: Match) -> tuple[int, ...]:
        if role == "subject":
            return frame.subjects
        if role == "object":
            return match.objects
        if role == "iobj":
            return frame.iobjs
        if role == "purpose":
            return tuple(h for p in frame.purposes for h in p.objects)
        if role == "poss":
            return tuple(p for o in match.objects for p in children(self._s, o, "poss"))
        return frame.preps.get(role.removeprefix("prep:"), ())

    def _descend(self, frame: Frame, env: Env) -> list[Draft]:
        """Clauses below a verb that says nothing by itself."""
        below = [*frame.clauses.get("ccomp", ()), *frame.clauses.get("parataxis", ())]
        below = [c for c in below if not self._above.beside(frame.head, c)]
        return [d for c in below for d in self._clause(c, env)]
