"""From clause frames to drafts of acts: the operator first, the lexicon second.

A sentence is read from the top.  A predicate that is an operator (refuse, deny, accuse, will ...) has its
complement read as an act, which the operator then turns into something else or gives another standing.
Any other predicate is looked up in the lexicon.  What an operator has read is not read again.
"""

from collections.abc import Iterable

from dateline.coding.drafts import Draft, Env
from dateline.coding.frames import Frame, FrameBuilder
from dateline.coding.match import Match, match_noun, match_verb
from dateline.coding.meaning import Meaning
from dateline.coding.mood import Mood, mood_of
from dateline.coding.surroundings import Surroundings
from dateline.coding.tree import child, children, conjuncts, is_verb
from dateline.knowledge.grammar import Grammar
from dateline.knowledge.lexicon import Composed, Entry, Lexicon, Operator
from dateline.records import Sentence

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"})
SPEECH = frozenset({"report", "assert", "deny", "accuse", "warn"})
#: Operators that make an act of their own out of the inner one.
COMPOSING = frozenset({"commit", "threaten", "refuse", "request", "halt"})
#: A verb further than this from its act noun is left out of the trigger.
NEAR = 6
#: Operator nouns that are acts by themselves when somebody owns them ("the army's refusal to leave").
STANDING = frozenset({"refuse", "request", "threaten", "commit", "attempt"})


class Interpreter:
    """Reads one sentence."""

    def __init__(
        self, sentence: Sentence, meaning: Meaning, lexicon: Lexicon, grammar: Grammar
    ) -> None:
        self._s = sentence
        self._meaning = meaning
        self._lexicon = lexicon
        self._grammar = grammar
        self._frames = FrameBuilder(sentence, grammar)
        self._above = Surroundings(sentence, lexicon)
        self._used: set[int] = set()

    def read(self) -> list[Draft]:
        """Every act of the sentence, in reading order."""
        drafts: list[Draft] = []
        for i in self._predicates():
            if i not in self._used:
                drafts.extend(self._predicate(i, self._above.env(i)))
        for i in self._event_nouns():
            if i not in self._used:
                drafts.extend(self._standing_noun(i))
        return sorted(drafts, key=lambda d: d.head)

    # ------------------------------------------------------------------ order

    def _predicates(self) -> list[int]:
        """Verbs, those nearest the root first."""
        depth: dict[int, int] = {}
        for t in self._s.tokens:
            at, steps = t.i, 0
            while self._s.tokens[at].head != at and steps < 60:
                at, steps = self._s.tokens[at].head, steps + 1
            depth[t.i] = steps
        return sorted((t.i for t in self._s.tokens if is_verb(t)), key=lambda i: (depth[i], i))

    def _event_nouns(self) -> list[int]:
        return [t.i for t in self._s.tokens if t.pos in {"NOUN", "PROPN"} and self._is_event(t.i)]

    # -------------------------------------------------------------- predicates

    def _predicate(self, i: int, env: Env) -> list[Draft]:
        """Acts that verb ``i`` and whatever it governs tell of."""
        if i in self._used:
            return []
        self._used.add(i)
        frame = self._frames.verb(i)
        mood = mood_of(self._s, i)
        operator, frame = self._operator(frame)
        match = match_verb(frame, self._s, self._meaning, self._lexicon, under=env.under)
        governs = bool(frame.clauses.get("ccomp") or frame.clauses.get("xcomp") or frame.gerunds)
        if operator is not None and (governs or match is None or not match.entry.specific):
            found = self._operate(operator, frame, mood, env)
            if found is not None:
                return found
        if match is not None:
            return self._coded(match, frame, mood, env)
        nominal = self._through_noun(frame, mood, env)
        if nominal:
            return nominal
        return self._descend(frame, self._moved(env, mood))

    def _operator(self, frame: Frame) -> tuple[Operator | None, Frame]:
        """The operator that a verb, or the adjective after "be", is; with the frame of its complement."""
        if frame.lemma in {"be", "remain", "become", "get", "seem", "appear", "feel"}:
            for a in children(self._s, frame.head, "acomp", "attr", "oprd", "prep"):
                found = self._lexicon.operator("a", self._s.tokens[a].lower)
                if found is not None:
                    inner = self._frames.noun(a)
                    return found, Frame(frame.head, frame.lemma, "", passive=False, subjects=frame.subjects,
                                        clauses={**frame.clauses, **inner.clauses}, preps={**inner.preps, **frame.preps})  # fmt: skip
            if frame.clauses.get("xcomp") and frame.lemma == "be":
                return self._lexicon.operator("a", "due"), frame
            return None, frame
        words = [frame.word, *(f"{frame.lemma} {p}" for p in frame.preps), frame.lemma]
        particle = [
            f"{frame.lemma} {self._s.tokens[c].lower}"
            for c in children(self._s, frame.head, "prep", "advmod", "prt")
        ]
        found = next(
            (op for w in [frame.word, *particle, *words] if (op := self._lexicon.operator("v", w))),
            None,
        )
        return found, frame

    def _moved(self, env: Env, mood: Mood) -> Env:
        """The surroundings below a clause, its own mood added."""
        return env.also(
            hypothetical=env.hypothetical or mood.possible or mood.condition or mood.obliged,
            negated=env.negated != mood.negated if mood.negated else env.negated,
        )

    # --------------------------------------------------------------- operators

    def _operate(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> list[Draft] | None:
        """Acts under an operator; None when it governs no act and may be an ordinary verb."""
        if op.kind == "happen":
            return None
        demanded = self._must(op, frame, env)
        if demanded is not None:
            return demanded
        inner_env = self._inner_env(op, frame, mood, env)
        below = self._complements(op, frame, inner_env)
        if op.kind == "accuse":
            return self._accuse(frame, mood, env, below)
        if not below:
            return self._itself(op, frame, mood, env, below) or self._bare(op, frame, mood, env)
        if op.itself is not None:
            return [
                *self._itself(op, frame, mood, env, below),
                *(self._spoken(op, d, frame, env) for d in below),
            ]
        if op.kind in {"report", "assert", "warn"}:
            return [self._spoken(op, d, frame, env) for d in below]
        if op.kind in COMPOSING or (
            op.kind == "intend" and env.speaker == () and not env.hypothetical
        ):
            return [d for inner in below if (d := self._composed(op, inner, frame, mood, env))]
        return below

    def _inner_env(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> Env:
        """Surroundings of an operator's complement."""
        inner = env.also(
            operators=(*env.operators, f"{op.id} {self._s.tokens[frame.head].lower!r}")
        )
        off = mood.possible or mood.condition or mood.obliged
        if op.kind in SPEECH:
            question = op.kind == "report" and self._asks_whether(frame)
            speaker = frame.subjects if op.kind != "accuse" else frame.subjects
            return inner.also(speaker=speaker or inner.speaker, denied=inner.denied or (op.kind == "deny" and not mood.negated),
                              alleged=inner.alleged or op.kind == "accuse", hypothetical=inner.hypothetical or question or off,
                              negated=False)  # fmt: skip
        negative = (
            op.kind == "fail" != mood.negated if (op.kind == "fail" or mood.negated) else False
        )
        return inner.also(
            under=op.kind in COMPOSING | {"intend", "suppose", "attempt"},
            hypothetical=inner.hypothetical or op.kind == "suppose" or off,
            planned=inner.planned
            or op.kind in {"due", "intend"}
            or (mood.future and op.kind in {"phase", "due", "attempt", "cause"}),
            negated=inner.negated or negative,
        )

    def _asks_whether(self, frame: Frame) -> bool:
        below = [*frame.clauses.get("ccomp", ()), *frame.clauses.get("xcomp", ())]
        return any(mood_of(self._s, c).condition for c in below)

    def _complements(self, op: Operator, frame: Frame, env: Env) -> list[Draft]:
        """Acts in the clauses and event nouns that an operator governs."""
        found: list[Draft] = []
        clauses = [*frame.clauses.get("ccomp", ()), *frame.clauses.get("xcomp", ())]
        if op.kind in {
            "request",
            "attempt",
            "commit",
            "intend",
            "phase",
            "threaten",
            "refuse",
            "due",
        }:
            clauses += [
                c
                for c in frame.clauses.get("advcl", ())
                if self._infinitive(c) and not frame.objects
            ]
            clauses += [c for o in frame.objects for c in self._s.children[o]
                        if self._s.tokens[c].dep in {"acl", "relcl"} and self._infinitive(c)]  # fmt: skip
        if op.kind in SPEECH:
            clauses += [c for c in frame.clauses.get("parataxis", ())]
        clauses += [
            c
            for p, c in frame.gerunds.items()
            if p in {"of", "on", "from", "in", "against", "for", "to", "with", "about", "into"}
        ]
        for c in clauses:
            found.extend(self._clause(c, env))
        if not found:
            for h in self._noun_complements(op, frame):
                found.extend(self._noun_act(h, env, frame))
        return found

    def _clause(self, c: int, env: Env) -> list[Draft]:
        if not is_verb(self._s.tokens[c]):
            return self._noun_act(c, env, None) + [
                d
                for v in children(self._s, c, "acl", "relcl", "ccomp", "xcomp")
                for d in self._predicate(v, env)
            ]
        drafts = self._predicate(c, env)
        for other in children(self._s, c, "conj"):
            if is_verb(self._s.tokens[other]):
                drafts += self._predicate(other, env)
        return drafts

    def _infinitive(self, c: int) -> bool:
        return is_verb(self._s.tokens[c]) and any(
            self._s.tokens[a].tag == "TO" for a in self._s.children[c]
        )

    def _noun_complements(self, op: Operator, frame: Frame) -> list[int]:
        heads = list(frame.objects)
        wanted = {"request": ("for", "to"), "commit": ("to", "on", "for"),
            "refuse": ("to",), "threaten": ("with",), "deny": ("in",),
                  "accuse": ("of", "for"), "fail": ("from", "in"), "phase": ("in", "with", "on"), "due": ("for",), "suppose": ("of", "about"),
                  "intend": ("for", "on")}.get(op.kind, ())  # fmt: skip
        if op.kind == "due":
            heads += frame.subjects  # "the talks are due on Monday"
        return heads + [h for p in wanted for h in frame.preps.get(p, ())]

    def _bare(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> list[Draft] | None:
        """An operator over something the lexicon does not know: its own act, where operators.yml gives one."""
        match = match_verb(frame, self._s, self._meaning, self._lexicon, under=env.under)
        if match is not None or op.bare is None:
            return None
        clauses = [*frame.clauses.get("xcomp", ()), *frame.clauses.get("ccomp", ())]
        clauses = [c for c in clauses if self._s.tokens[c].lemma.lower() not in op.bare_not]
        nouns = (
            [h for h in self._noun_complements(op, frame) if "actor" not in self._meaning.labels(h)]
            if op.kind == "request"
            else []
        )
        if not clauses and not nouns:
            return None
        if not any({"actor"} & self._meaning.labels(h) for h in frame.subjects):
            return None
        for c in clauses:
            self._used.add(c)
        others = self._addressed(frame)
        inner_objects = (
            [o for c in clauses for o in self._frames.verb(c).objects]
            if op.kind != "request"
            else []
        )
        controlled = (
            [x for c in clauses for x in self._frames.verb(c).subjects if x not in frame.subjects]
            if op.kind == "request"
            else []
        )
        kind, cameo = op.bare["type"], op.bare["cameo"]
        if mood.negated:
            return []
        draft = self._draft(
            frame,
            kind,
            (),
            cameo,
            frame.subjects,
            tuple([*others, *controlled, *inner_objects]),
            env,
            (op.id,),
        )
        return [self._with_status(draft, mood, env)]

    def _itself(
        self, op: Operator, frame: Frame, mood: Mood, env: Env, below: list[Draft]
    ) -> list[Draft]:
        """An operator that is an act of speech by itself ("alleged that ...")."""
        if (
            op.itself is None
            or not frame.clauses.get("ccomp")
            or not any("actor" in self._meaning.labels(h) for h in frame.subjects)
        ):
            return []
        accused = tuple(h for d in below[:1] for h in d.actors if h not in frame.subjects)
        kind, cameo, mode = op.itself["type"], op.itself["cameo"], op.itself["mode"]
        draft = self._draft(
            frame,
            kind,
            (mode,),
            cameo,
            frame.subjects,
            accused,
            env,
            (op.id,),
            below[0] if below else None,
        )
        return [self._with_status(draft, mood, env, of=below[0] if below else None)]

    def _must(self, op: Operator, frame: Frame, env: Env) -> list[Draft] | None:
        """ "Chad said Sudan must withdraw": a demand by the speaker, whatever it is that must be done."""
        if op.kind not in {"report", "assert"} or env.hypothetical:
            return None
        for c in frame.clauses.get("ccomp", ()):
            if not is_verb(self._s.tokens[c]) or not mood_of(self._s, c).obliged:
                continue
            asked = self._frames.verb(c).subjects
            known = all(
                any("actor" in self._meaning.labels(h) for h in side)
                for side in (frame.subjects, asked)
            )
            if not known or self._same(frame.subjects, asked):
                continue
            inner = self._clause(c, env.also(under=True, operators=(*env.operators, op.id)))
            self._used.add(c)
            made = (
                self._lexicon.compose("request", inner[0].type, inner[0].cameo, inner[0].modes)
                if inner
                else None
            )
            entries = (op.id, *(inner[0].entries if inner else ()))
            draft = self._draft(frame, "REQUEST", made.modes if made else (), made.cameo if made else "100", frame.subjects, asked, env,
                                entries, inner[0] if inner else None, notes=("modal: must",))  # fmt: skip
            return [self._with_status(draft, Mood(), env, of=inner[0] if inner else None)]
        return None

    def _addressed(self, frame: Frame) -> list[int]:
        found = [h for h in frame.objects if "actor" in self._meaning.labels(h)] + list(frame.iobjs)
        for p in ("on", "upon", "to", "from", "with"):
            found += [h for h in frame.preps.get(p, ()) if "actor" in self._meaning.labels(h)]
        return list(dict.fromkeys(found))

    def _accuse(self, frame: Frame, mood: Mood, env: Env, below: list[Draft]) -> list[Draft] | None:
        match = match_verb(frame, self._s, self._meaning, self._lexicon, under=env.under)
        if match is None and not below:
            return None
        entry = match.entry.id if match else "op.accuse"
        inner = [self._as_inner(d, frame.objects) for d in below]
        draft = self._draft(
            frame, "ACCUSE", ("allege",), "112", frame.subjects, frame.objects, env, (entry,)
        )
        draft = self._with_status(draft, mood, env, of=inner[0] if inner else None)
        if draft.status != "actual" or not frame.subjects:
            return [draft, *inner]
        return [draft, *inner]

    def _as_inner(self, d: Draft, default: tuple[int, ...]) -> Draft:
        return Draft(
            **{
                **_fields(d),
                "actors": d.actors or default,
                "status": "alleged" if d.status == "actual" else d.status,
            }
        )

    def _spoken(self, op: Operator, d: Draft, frame: Frame, env: Env) -> Draft:
        """An act that somebody tells of: one side's charge against another is only alleged."""
        if (
            op.kind == "assert"
            and d.status == "actual"
            and d.type in HARMFUL
            and not set(d.actors) & set(frame.subjects)
        ):
            return Draft(**{**_fields(d), "status": "alleged"})
        return d

    def _composed(
        self, op: Operator, inner: Draft, frame: Frame, mood: Mood, env: Env
    ) -> Draft | None:
        """What an operator makes of one inner act."""
        if inner.status == "negated" and op.kind == "commit":
            return self._negative_promise(inner, frame, mood, env)
        kind = op.kind
        if kind == "intend":
            if inner.type not in COOPERATIVE:
                return inner
            kind = "commit"
        made = self._lexicon.compose(kind, inner.type, inner.cameo, inner.modes)
        if made is None:
            return inner if op.kind != "halt" else None
        if mood.negated and kind == "commit":
            made = self._lexicon.compose("refuse", inner.type, inner.cameo, inner.modes) or made
            mood = Mood(past=mood.past)
        actors, recipients = self._composed_sides(kind, inner, frame)
        entries = (op.id, *inner.entries)
        draft = self._draft(
            frame, made.type, made.modes, made.cameo, actors, recipients, env, entries, inner
        )
        return self._with_status(draft, mood, env, of=inner)

    def _negative_promise(self, inner: Draft, frame: Frame, mood: Mood, env: Env) -> Draft | None:
        if inner.type not in HARMFUL:
            return None
        draft = self._draft(
            frame, "AGREE", (), "030", frame.subjects, inner.recipients, env, inner.entries, inner
        )
        return self._with_status(draft, mood, env, of=inner)

    def _composed_sides(
        self, kind: str, inner: Draft, frame: Frame
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        actors = frame.subjects
        owners = self._owners_of(frame) if kind == "refuse" else ()
        if owners:
            return actors, tuple(h for h in owners if h not in actors)
        if kind == "request":
            asked = [h for h in (*self._addressed(frame), *inner.actors) if h not in actors]
            return actors, tuple(dict.fromkeys(asked)) or tuple(
                h for h in inner.recipients if h not in actors
            )
        others = [
            h
            for h in (*inner.recipients, *self._addressed(frame), *inner.actors)
            if h not in actors
        ]
        return actors, tuple(dict.fromkeys(others))

    def _owners_of(self, frame: Frame) -> tuple[int, ...]:
        """Whose request, offer or plan it is that is refused ("rejected an Omani offer", "a call by the UN")."""
        found: list[int] = []
        for o in frame.objects:
            found += self._frames.owners(o) + self._modifiers(o)
            found += self._frames.noun(o).preps.get("from", ())
        return tuple(dict.fromkeys(h for h in found if "actor" in self._meaning.labels(h)))

    # ------------------------------------------------------------ lexicon verbs

    def _coded(self, match: Match, frame: Frame, mood: Mood, env: Env) -> list[Draft]:
        """The act of an ordinary verb, and the future, modal or negative reading of it."""
        entry = match.entry
        actors = self._fill(entry.actor, frame, match)
        recipients = tuple(
            h for h in self._fill_first(entry.recipient, frame, match) if h not in actors
        )
        draft = self._draft(frame, entry.type, entry.modes, entry.cameo, actors, recipients, env, (entry.id,), objects=match.objects,
                            rejected=match.rejected)  # fmt: skip
        self._swallow(frame, entry)
        made = self._by_modal(draft, frame, mood, env)
        return [made] if made is not None else []

    def _swallow(self, frame: Frame, entry: Entry) -> None:
        """Purpose clauses and the act nouns of a coded verb tell nothing new."""
        for c in (*frame.clauses.get("xcomp", ()), *frame.clauses.get("advcl", ())):
            if self._infinitive(c):
                self._use_all(c)
        for o in (*frame.objects, *frame.subjects, *(h for hs in frame.preps.values() for h in hs)):
            if self._lexicon.nouns(self._s.tokens[o].lemma.lower()) and entry.type not in {
                "ACCUSE",
                "SUPPORT",
                "REJECT",
            }:
                self._used.add(o)

    def _use_all(self, c: int) -> None:
        self._used.update(self._s.subtree(c))

    def _by_modal(self, draft: Draft, frame: Frame, mood: Mood, env: Env) -> Draft | None:
        """Future, "would", "must" and "will not" turn an act into a promise, demand or refusal."""
        own_word = not env.speaker or self._same(env.speaker, draft.actors)
        ahead = mood.future or (mood.would and bool(env.speaker))
        if env.under or env.planned or env.hypothetical or mood.condition:
            return self._with_status(draft, mood, env)
        if mood.negated and ahead and own_word and draft.type in COOPERATIVE:
            return self._remade("refuse", draft, frame, env)
        if mood.negated and ahead:
            return self._with_status(draft, mood, env)
        if mood.obliged and env.speaker and not own_word:
            return self._remade("request", draft, frame, env)
        if ahead and (own_word or draft.type in COOPERATIVE):
            if draft.type in HARMFUL - {"THREATEN"} and not env.speaker:
                return self._with_status(draft, mood, env.also(planned=True))
            return self._remade("commit", draft, frame, env)
        if ahead:
            return self._with_status(draft, mood, env.also(planned=True))
        return self._with_status(draft, mood, env)

    def _remade(self, kind: str, inner: Draft, frame: Frame, env: Env) -> Draft:
        made: Composed | None = self._lexicon.compose(kind, inner.type, inner.cameo, inner.modes)
        if made is None:
            return self._with_status(inner, Mood(), env.also(planned=True))
        actors, recipients = inner.actors, inner.recipients
        if kind == "request":
            actors, recipients = env.speaker, inner.actors
        inside = Draft(**{**_fields(inner), "status": "planned"})
        note = {"commit": "modal: future", "refuse": "modal: will not", "request": "modal: must"}[
            kind
        ]
        draft = self._draft(
            frame,
            made.type,
            made.modes,
            made.cameo,
            actors,
            recipients,
            env,
            (*inner.entries,),
            inside,
            notes=(note,),
        )
        return self._with_status(draft, Mood(), env, of=inside)

    def _same(self, a: Iterable[int], b: Iterable[int]) -> bool:
        """Whether two lists of heads share a word or an actor."""
        a, b = list(a), list(b)
        if set(a) & set(b):
            return True
        ids = {p.actor.id for h in a for p in self._meaning.participants(h)}
        countries = {
            p.actor.country for h in a for p in self._meaning.participants(h) if p.actor.country
        }
        for h in b:
            token = self._s.tokens[h]
            if token.lower in {"it", "he", "she", "they", "we", "i"}:
                return True
            for p in self._meaning.participants(h):
                if p.actor.id in ids or (p.actor.country in countries and p.actor.country):
                    return True
        return False

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
        if role == "poss":
            return tuple(p for o in match.objects for p in children(self._s, o, "poss"))
        return frame.preps.get(role.removeprefix("prep:"), ())

    # ------------------------------------------------------------- event nouns

    def _through_noun(self, frame: Frame, mood: Mood, env: Env) -> list[Draft]:
        """Light verbs ("held talks") and verbs of happening ("talks began"): the act is the noun's."""
        light = frame.lemma in self._lexicon.light or frame.word in self._lexicon.light
        objects = frame.objects if light or self._wants(frame) else ()
        for o in objects:
            found = self._noun_act(o, env, frame)
            if found:
                return [made for d in found if (made := self._by_modal(d, frame, mood, env))]
        if frame.word in self._lexicon.happen or frame.lemma in self._lexicon.happen:
            ahead = env.also(
                planned=env.planned or mood.future or (mood.would and bool(env.speaker))
            )
            for h in frame.subjects:
                found = self._noun_act(h, self._moved(ahead, mood), None)
                if found:
                    return found
        return []

    def _wants(self, frame: Frame) -> bool:
        return any(
            frame.word in e.light
            for o in frame.objects
            for e in self._lexicon.nouns(self._s.tokens[o].lemma.lower())
        )

    def _noun_act(self, h: int, env: Env, light: Frame | None) -> list[Draft]:
        """The act that noun phrase ``h`` names, conjuncts too; ``light`` is the verb that carries it."""
        found: list[Draft] = []
        for head in conjuncts(self._s, h):
            inner = self._meaning.inside(head)
            for at in (head, inner):
                if at is None or at in self._used:
                    continue
                drafts = self._operator_noun(at, env, light) or self._plain_noun(at, env, light)
                if drafts:
                    found.extend(drafts)
                    break
        return found

    def _operator_noun(self, h: int, env: Env, light: Frame | None) -> list[Draft]:
        """ "attempt to seize", "refusal to sign", "call for talks": the noun works as its verb does."""
        s = self._s
        op = self._lexicon.operator("n", s.tokens[h].lemma.lower())
        if op is None:
            return []
        owners = tuple(self._frames.owners(h)) or (light.subjects if light else ())
        noun = self._frames.noun(h)
        clauses = {"xcomp": noun.clauses.get("acl", ()), "ccomp": noun.clauses.get("ccomp", ())}
        preps = {
            p: hs
            for p, hs in noun.preps.items()
            if p in {"for", "of", "to", "on", "against", "over"}
        }
        gerunds = {}
        for p in children(s, h, "prep"):
            below = child(s, p, "pcomp")
            if below is not None:
                gerunds[s.tokens[p].lower] = below
        if (
            not any(clauses.values())
            and not gerunds
            and not any(self._is_event(x) for hs in preps.values() for x in hs)
        ):
            return []
        frame = Frame(h, s.tokens[h].lemma.lower(), "", passive=False, subjects=owners, clauses=clauses, preps=preps, gerunds=gerunds,
                      objects=tuple(x for p in ("of", "on") for x in preps.get(p, ()) if self._is_event(x)))  # fmt: skip
        self._used.add(h)
        return self._operate(op, frame, Mood(), env) or []

    def _is_event(self, h: int) -> bool:
        lemma = self._s.tokens[h].lemma.lower()
        return bool(self._lexicon.nouns(lemma) or self._lexicon.operator("n", lemma))

    def _plain_noun(self, h: int, env: Env, light: Frame | None) -> list[Draft]:
        entry = match_noun(h, self._s, self._meaning, self._lexicon, under=env.under)
        if entry is None:
            return []
        self._used.add(h)
        frame = self._frames.noun(h)
        actors, recipients = self._noun_sides(h, entry, frame, light)
        near = light is not None and light.head < h and h - light.head < NEAR
        trigger = (light.head, h) if light is not None and near else (h, h)
        draft = Draft(h, trigger, entry.type, entry.modes, entry.cameo, actors, recipients, env, (entry.id,), frame=frame, nominal=True,
                      carrier=light.head if light is not None else None)  # fmt: skip
        return [self._with_status(draft, Mood(), self._noun_mood(h, env))]

    def _noun_mood(self, h: int, env: Env) -> Env:
        """What an adjective says of the act: "planned talks", "alleged attack", "failed coup"."""
        for c in self._s.children[h]:
            mood = self._grammar.noun_moods.get(self._s.tokens[c].lower)
            if mood == "planned":
                return env.also(planned=True, hypothetical=False)
            if mood is not None:
                return env.also(**{mood: True})
        return env

    def _noun_sides(
        self, h: int, entry: Entry, frame: Frame, light: Frame | None
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Actors and recipients of an event noun from its own phrase and the verb that carries it."""
        of = frame.preps.get("of", ())
        actors: list[int] = []
        for role in entry.actor:
            if role == "light":
                actors += self._carried(h, light) if not actors else ()
            elif role == "poss":
                actors += (
                    self._frames.owners(h) + self._modifiers(h)
                    if "poss" not in entry.recipient
                    else self._modifiers(h)
                )
            else:
                actors += frame.preps.get(role, ())
        if entry.of in {"actor", "both"}:
            actors = actors or list(of)
        mutual = entry.of == "both" or entry.recipient == ()
        if mutual:
            actors += [x for p in ("between", "with", "among") for x in frame.preps.get(p, ())]
            actors += light.preps.get("with", ()) if light is not None else ()
            actors = [*self._attending(h), *actors] if len(actors) == 1 else actors
        recipients = self._noun_recipients(h, entry, frame, light)
        actors = list(dict.fromkeys(actors))
        return tuple(actors), tuple(x for x in dict.fromkeys(recipients) if x not in actors)

    def _noun_recipients(
        self, h: int, entry: Entry, frame: Frame, light: Frame | None
    ) -> list[int]:
        if entry.of == "recipient" and frame.preps.get("of"):
            return list(frame.preps["of"])
        for role in entry.recipient:
            if role == "poss":
                heads = children(self._s, h, "poss")
            elif role == "iobj":
                heads = list(light.iobjs) if light is not None else []
            else:
                heads = list(frame.preps.get(role, ())) or list(
                    light.preps.get(role, ()) if light is not None else ()
                )
            if any(
                "actor" in self._meaning.labels(x) or self._meaning.participants(x) for x in heads
            ):
                return heads
        return list(light.iobjs) if light is not None else []

    def _carried(self, h: int, light: Frame | None) -> tuple[int, ...]:
        """Who does the act: the subject of the light verb, or of "led them in rebellion", "took part in attacks"."""
        if light is not None:
            return light.subjects
        prep = self._s.tokens[h].head
        verb = self._s.tokens[prep].head
        if (
            self._s.tokens[prep].lower == "in"
            and self._s.tokens[verb].lemma.lower() in self._grammar.joining
        ):
            return self._frames.verb(verb).subjects
        return ()

    def _attending(self, h: int) -> tuple[int, ...]:
        """Who else was at a meeting: "X said so during a meeting with Y"."""
        prep = self._s.tokens[h].head
        verb = self._s.tokens[prep].head
        if self._s.tokens[prep].lower in {"during", "in", "at", "after", "following"} and is_verb(
            self._s.tokens[verb]
        ):
            return self._frames.verb(verb).subjects
        return ()

    def _modifiers(self, h: int) -> list[int]:
        """Nationalities and groups before the noun: "Israeli air strikes", "rebel attack"."""
        return [c for c in self._s.children[h] if c < h and self._s.tokens[c].dep in {"amod", "compound", "nmod"}
                and self._meaning.participants(c)]  # fmt: skip

    def _standing_noun(self, h: int) -> list[Draft]:
        """An event noun outside any operator; what is not tied to a side, a day or a place falls later."""
        env = self._above.env(h)
        op = self._lexicon.operator("n", self._s.tokens[h].lemma.lower())
        if op is not None and op.kind in STANDING and self._frames.owners(h):
            found = self._operator_noun(h, env, None)
            if found:
                return found
        return self._plain_noun(h, env, None)

    # ------------------------------------------------------------------ helpers

    def _descend(self, frame: Frame, env: Env) -> list[Draft]:
        """Clauses below a verb that says nothing by itself."""
        below = [*frame.clauses.get("ccomp", ()), *frame.clauses.get("parataxis", ())]
        return [d for c in below for d in self._clause(c, env)]

    def _draft(self, frame: Frame, kind: str, modes: tuple[str, ...], cameo: str | None, actors: tuple[int, ...],
               recipients: tuple[int, ...], env: Env, entries: tuple[str, ...], of: Draft | None = None,
               objects: tuple[int, ...] = (), rejected: tuple[str, ...] = (), notes: tuple[str, ...] = ()) -> Draft:  # fmt: skip
        head = frame.head
        first = last = head
        prt = child(self._s, head, "prt")
        if prt is not None and prt - head < 3:
            last = max(last, prt)
        return Draft(head, (first, last), kind, modes, cameo, tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(recipients)), env, entries,
                     rejected, notes, objects or frame.objects, frame, of)  # fmt: skip

    def _with_status(self, draft: Draft, mood: Mood, env: Env, of: Draft | None = None) -> Draft:
        moved = self._moved(env, mood)
        return Draft(**{**_fields(draft), "status": moved.status(), "of": of or draft.of})


def _fields(d: Draft) -> dict[str, object]:
    return {name: getattr(d, name) for name in Draft.__slots__}
