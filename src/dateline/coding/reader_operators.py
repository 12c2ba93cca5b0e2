"""Operators: verbs, nouns and adjectives whose complement is an act (operators.yml)."""

from dataclasses import replace

from dateline.coding.drafts import Draft, Env
from dateline.coding.frames import Frame
from dateline.coding.match import match_verb
from dateline.coding.mood import Mood
from dateline.coding.reader_base import COOPERATIVE, HARMFUL
from dateline.coding.reader_use import UseReader
from dateline.coding.scope import WHOEVER
from dateline.coding.tree import above, children, is_verb, rejoined
from dateline.knowledge.lexicon import Composed, Operator

SPEECH = frozenset({"report", "assert", "deny", "accuse", "warn"})
#: Operators that make an act of their own out of the inner one.
COMPOSING = frozenset({"commit", "threaten", "refuse", "request", "halt"})
#: Operators whose subject does not do the act below ("demanded the withdrawal of troops").
ASKING = frozenset({"request", "accuse", "suppose", "deny"})
#: Acts that a vote does by itself, and acts that a vote can only order.
BY_WORD = frozenset({"AGREE", "SUPPORT", "ACCUSE", "REJECT", "REQUEST"})
BY_FORCE = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})
#: Whose votes are acts: bodies of nations, and whoever is of no country.
BODIES_OF_NATIONS = frozenset({None, "EUR", "IGO", "UNO"})
#: Most tokens between a verb of phase and the "to" of its complement.
CLOSE = 2
#: What is alleged, named once more by who judges it.
JUDGED = frozenset({"claim", "charge", "allegation", "accusation", "assertion", "suggestion"})
#: Verbs of beginning, and what may stand between one and its infinitive.
BEGINNING = frozenset({"begin", "start", "continue", "resume"})
WHEN = frozenset({"prep", "advmod", "npadvmod"})
TIMES = frozenset({"DATE", "TIME"})
#: Verbs by which a visit is put off, not brought to its end.
SUSPENDING = frozenset({"suspend", "freeze", "halt", "discontinue"})
#: What sides settle is no threat, though one of them ends its help by it.
SETTLED = frozenset({"agree"})


class OperatorReader(UseReader):
    """Adds the reading of operators: the complement first, then what the operator makes of it."""

    def _operate(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> list[Draft] | None:
        """Acts under an operator; None when it governs no act and may be an ordinary verb."""
        if op.kind == "happen":
            return None
        op = self._in_use(op, frame)
        demanded = self._must(op, frame, env)
        if demanded is not None:
            return demanded
        below = self._complements(op, frame, self._inner_env(op, frame, mood, env))
        if op.kind == "deny":  # what is denied is the act charged, not the charge
            below = [d for d in below if d.type != "ACCUSE"]
        if op.kind == "accuse":
            return self._accuse(frame, mood, env, below)
        if not below:
            return self._itself(op, frame, mood, env, below) or self._bare(op, frame, mood, env)
        if op.kind in {"report", "assert", "warn"}:
            spoken = [self._spoken(op, d, frame) for d in below]
            return [*self._itself(op, frame, mood, env, below), *spoken]
        return self._applied(op, below, frame, mood, env)

    def _applied(
        self, op: Operator, below: list[Draft], frame: Frame, mood: Mood, env: Env
    ) -> list[Draft]:
        """What operators other than those of speech make of the acts below them."""
        if op.kind == "fail" and not mood.negated:
            return [self._no_accord(op, d, frame, env) for d in below]
        if op.kind == "phase" and (mood.future or mood.would):
            return [m for d in below if (m := self._by_modal(d, frame, mood, env)) is not None]
        if op.kind == "vote":
            voted = [v for d in below if (v := self._voted(d, frame, mood, env))]
            return self._cleared(frame, mood, env, voted) + voted
        if op.kind == "attempt":
            return [self._tried(d, frame, mood, env) for d in below]
        composing = op.kind in COMPOSING or (op.kind == "intend" and not env.hypothetical)
        if not composing:
            return below
        if not self._acting(frame):  # "the proposal calls for a truce"
            return [replace(d, status="hypothetical") for d in below if d.status == "actual"]
        made = [d for inner in below if (d := self._composed(op, inner, frame, mood, env))]
        return made + self._given(op, made, below)

    def _voted(self, act: Draft, frame: Frame, mood: Mood, env: Env) -> Draft | None:
        """An act voted for: a body of nations has done it, a parliament has only cleared the way."""
        if mood.future or mood.would:
            return self._by_modal(act, frame, mood, env)
        by_nation = any(
            p.actor.country not in BODIES_OF_NATIONS or "LEG" in p.actor.sectors
            for h in frame.subjects
            for p in self._meaning.participants(h)
        )
        let = bool(act.actors) and self._another(act.actors, frame.subjects)
        planned = act.type in BY_FORCE or (by_nation and (let or act.type not in BY_WORD))
        if planned and act.status == "actual":
            return replace(act, status="planned")
        return replace(act, carrier=act.carrier or frame.head)  # decided on the day of the vote

    def _another(self, doers: tuple[int, ...], voters: tuple[int, ...]) -> bool:
        """Whether the doers are others than the voters; a parliament and its army are two, though of one country."""
        if set(doers) & set(voters) or any(self._pronoun(h) for h in doers):
            return False
        ids = [
            {p.actor.id for h in side for p in self._meaning.participants(h)}
            for side in (doers, voters)
        ]
        return not ids[0] & ids[1]

    def _cleared(self, frame: Frame, mood: Mood, env: Env, voted: list[Draft]) -> list[Draft]:
        """The vote by which a body lets another act: "parliament voted to let the government send troops"."""
        acts = [d for d in voted if d.status == "planned" and d.actors]
        others = [d for d in acts if self._another(d.actors, frame.subjects)]
        past = not (mood.future or mood.would or mood.negated)
        if not past or not others or not self._acting(frame) or not frame.subjects:
            return []
        inner = others[0]
        own = tuple(h for h in inner.recipients if h not in frame.subjects)
        entries = ("op.vote", *inner.entries)
        coding = Composed("AGREE", "030", ())
        draft = self._draft(frame, coding, (frame.subjects, own), env, entries, inner)
        return [self._with_status(draft, mood, env, of=inner)]

    def _acting(self, frame: Frame) -> bool:
        """Whether somebody, and not a text or a thing, is the operator's subject."""
        return not frame.subjects or any(
            "actor" in self._meaning.labels(h) or self._pronoun(h) or self._modifiers(h)
            for h in frame.subjects
        )

    def _pronoun(self, h: int) -> bool:
        return self._s.tokens[h].pos == "PRON"

    def _inner_env(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> Env:
        """Surroundings of an operator's complement."""
        used = f"{op.id} {self._s.tokens[frame.head].lower!r}"
        past = env.past or frame.lemma in self._grammar.remembering
        inner = env.also(operators=(*env.operators, used), past=past)
        off = mood.possible or mood.condition or mood.obliged
        hearsay = frame.lemma in self._grammar.hearsay and not is_verb(self._s.tokens[frame.head])
        if op.kind in SPEECH:
            asked = op.kind == "report" and self._asks_whether(frame)
            return inner.also(
                speaker=frame.subjects or inner.speaker,
                said=frame.head,
                denied=inner.denied or (op.kind == "deny" and not mood.negated),
                alleged=inner.alleged or op.kind == "accuse" or hearsay,
                hypothetical=inner.hypothetical or asked or off or self._left_open(op, frame, mood),
                negated=False,
            )
        if (
            op.kind in COMPOSING
        ):  # the operator's own polarity and time are those of the act it makes
            return inner.also(under=True, negated=False)
        if op.kind == "phase" and (mood.future or mood.would):
            return inner  # "will begin talks" is read as "will hold talks"
        return inner.also(
            under=op.kind in {"intend", "suppose", "attempt"},
            hypothetical=inner.hypothetical or op.kind == "suppose" or off,
            planned=inner.planned or op.kind in {"due", "intend"} or mood.future,
            negated=not self._makes_clear(frame)
            and (inner.negated or ((op.kind == "fail") != mood.negated)),
        )

    def _makes_clear(self, frame: Frame) -> bool:
        """Such as "failed to make clear that soldiers shot them": what was left unsaid may well be so."""
        near = self._s.tokens[frame.head + 1 : frame.head + 4]
        return frame.lemma == "make" and any(t.lower in {"clear", "plain", "known"} for t in near)

    def _left_open(self, op: Operator, frame: Frame, mood: Mood) -> bool:
        """Such as "would neither confirm nor deny that it had", "the meeting has not been confirmed"."""
        token = self._s.tokens[frame.head]
        if op.kind == "report" and frame.lemma == "confirm":
            return mood.negated
        joined = token.dep == "conj" and self._s.tokens[token.head].lemma == "confirm"
        return op.kind == "deny" and mood.negated and joined

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
            "vote",
        }:
            clauses += [
                c
                for c in frame.clauses.get("advcl", ())
                if self._infinitive(c) and not frame.objects
            ]
            clauses += [
                c
                for o in frame.objects
                for c in self._s.children[o]
                if self._s.tokens[c].dep in {"acl", "relcl"} and self._infinitive(c)
            ]
        if op.kind in SPEECH:
            clauses += list(frame.clauses.get("parataxis", ()))
        clauses += [
            c
            for p, c in frame.gerunds.items()
            if p in {"of", "on", "from", "in", "against", "for", "to", "with", "about", "into"}
        ]
        if op.kind == "phase":
            clauses = [c for c in clauses if self._adjoins(frame, c)]
        for c in clauses:
            found.extend(self._clause(c, env))
        if op.kind == "due":  # "the trial is due to open on Monday"
            for h in frame.subjects if found else ():
                found.extend(self._noun_act(h, env, None))
        if not found:
            for h in self._noun_complements(op, frame):
                found.extend(self._noun_act(h, env, None if op.kind in ASKING else frame))
        return found

    def _adjoins(self, frame: Frame, c: int) -> bool:
        """Whether an infinitive is what is begun, and no purpose ("the strike began on April 9 to demand").

        It stands next to its verb, or somebody begins it and nothing else ("villagers began on Monday to clear").
        """
        to = next((a for a in self._s.children[c] if self._s.tokens[a].tag == "TO"), None)
        if to is None or to - frame.head <= CLOSE:
            return True
        near = all(t.dep in WHEN or t.ent in TIMES for t in self._s.tokens[frame.head + 1 : to])
        begun = (
            frame.lemma in BEGINNING and not frame.objects and self._above.mood(frame.head).finite
        )
        doers = [self._meaning.labels(h) for h in frame.subjects]
        return begun and near and any("actor" in d and "event" not in d for d in doers)

    def _clause(self, c: int, env: Env) -> list[Draft]:
        if not is_verb(self._s.tokens[c]):
            return self._noun_act(c, env, None) + [
                d
                for v in children(self._s, c, "acl", "relcl", "ccomp", "xcomp")
                for d in self._predicate(v, env)
            ]
        drafts = self._predicate(c, env)
        for other in children(self._s, c, "conj"):
            if is_verb(self._s.tokens[other]) and rejoined(self._s, other) is None:
                drafts += self._predicate(other, env)
        return drafts

    def _noun_complements(self, op: Operator, frame: Frame) -> list[int]:
        heads = list(frame.objects)
        wanted = {
            "request": ("for", "to"),
            "commit": ("to", "on"),
            "refuse": ("to",),
            "threaten": ("with",),
            "deny": ("in",),
            "accuse": ("of", "for"),
            "fail": ("from", "in"),
            "phase": ("in", "with", "on"),
            "due": ("for",),
            "suppose": ("of", "about"),
            "intend": ("for", "on"),
        }.get(op.kind, ())
        if op.kind == "due" or op.over == "subject":
            heads += frame.subjects  # "the talks are due on Monday", "the meeting fell through"
        if op.kind == "fail" and not heads:  # "their attempt to meet failed"
            heads += [h for h in frame.subjects if self._tries(h)]
        return heads + [h for p in wanted for h in frame.preps.get(p, ())]

    def _bare(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> list[Draft] | None:
        """An operator over something the lexicon does not know: its own act, where operators.yml gives one."""
        match = match_verb(frame, self._s, self._meaning, self._lexicon, under=env.under)
        if match is not None or op.bare is None:
            return None
        clauses = [*frame.clauses.get("xcomp", ()), *frame.clauses.get("ccomp", ())]
        if op.kind == "request":
            clauses += [c for c in frame.clauses.get("advcl", ()) if self._infinitive(c)]
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
        inner_objects = self._others_in(clauses) if op.kind != "request" else []
        controlled = (
            [x for c in clauses for x in self._frames.verb(c).subjects if x not in frame.subjects]
            if op.kind == "request"
            else []
        )
        kind, cameo = op.bare["type"], op.bare["cameo"]
        if mood.negated:
            return []
        sides = (frame.subjects, (*others, *controlled, *inner_objects))
        draft = self._draft(frame, Composed(kind, cameo, ()), sides, env, (op.id,))
        return [self._with_status(draft, mood, env)]

    def _others_in(self, clauses: list[int]) -> list[int]:
        """Who else an uncoded clause is about: its objects, else the subject of the clause below it."""
        found: list[int] = []
        for c in clauses:
            frame = self._frames.verb(c)
            below = [*frame.clauses.get("ccomp", ()), *frame.clauses.get("xcomp", ())]
            others = [h for b in below for h in self._frames.verb(b).subjects]
            found += frame.objects or [h for h in others if h not in frame.subjects]
        return found

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
        clauses = set(frame.clauses["ccomp"])
        below = [d for d in below if not self._aside(d.head, clauses)]
        doers = [h for d in below[:1] for h in d.actors] or self._doers_of(clauses)
        accused = tuple(h for h in doers if h not in frame.subjects)
        if frame.lemma == "charge" and not below and not self._others_charged(frame):
            return []
        kind, cameo, mode = op.itself["type"], op.itself["cameo"], op.itself["mode"]
        inner = below[0] if below else None
        sides = (frame.subjects, accused)
        draft = self._draft(frame, Composed(kind, cameo, (mode,)), sides, env, (op.id,), inner)
        return [self._with_status(draft, mood, env, of=inner)]

    def _aside(self, head: int, clauses: set[int]) -> bool:
        """Whether an act stands beside what is alleged, not in it: "alleging fraud, a claim dismissed by the court"."""
        path = [head, *above(self._s, head)]
        inside = next((n for n, i in enumerate(path) if i in clauses), None)
        return inside is None or any(self._judged_claim(i) for i in path[:inside])

    def _judged_claim(self, i: int) -> bool:
        """Whether a noun behind a comma is what the one who speaks said: ", a claim"."""
        det = children(self._s, i, "det")
        token = self._s.tokens[i]
        behind = bool(det) and det[0] > 0 and self._s.tokens[det[0] - 1].text == ","
        return behind and token.lemma.lower() in JUDGED

    def _doers_of(self, clauses: set[int]) -> list[int]:
        """Whoever does what is alleged where the lexicon does not know the deed."""
        found = [h for c in sorted(clauses) for h in self._frames.verb(c).subjects]
        return [h for h in found if "actor" in self._meaning.labels(h) and not self._belongs(h)]

    def _others_charged(self, frame: Frame) -> bool:
        """Whether a charge of something unknown names somebody: "the premier had sold the reports, they charged"."""
        heads = [h for c in frame.clauses["ccomp"] for h in self._frames.verb(c).subjects]
        own = frame.subjects
        whom = [h for h in heads if "actor" in self._meaning.labels(h)]
        return any(not self._belongs(h) and not self._same(own, (h,)) for h in whom)

    def _belongs(self, h: int) -> bool:
        """Such as "its members": somebody's people, and no side of their own."""
        inner = self._meaning.inside(h)
        nouns = (h,) if inner is None else (h, inner)
        return any(
            self._s.tokens[c].tag == "PRP$" for n in nouns for c in children(self._s, n, "poss")
        )

    def _must(self, op: Operator, frame: Frame, env: Env) -> list[Draft] | None:
        """Such as "Chad said Sudan must withdraw": a demand by the speaker, whatever it is that must be done."""
        if op.kind not in {"report", "assert"} or env.hypothetical:
            return None
        for c in frame.clauses.get("ccomp", ()):
            if not is_verb(self._s.tokens[c]) or not self._above.mood(c).obliged:
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
            coding = made or Composed("REQUEST", "100", ())
            act = inner[0] if inner else None
            draft = self._draft(frame, coding, (frame.subjects, asked), env, entries, act)
            draft = replace(draft, notes=("modal: must",))
            return [self._with_status(draft, Mood(), env, of=act)]
        return None

    def _accuse(self, frame: Frame, mood: Mood, env: Env, below: list[Draft]) -> list[Draft] | None:
        match = match_verb(frame, self._s, self._meaning, self._lexicon, under=env.under)
        if match is None and not below:
            return None
        entry = match.entry.id if match else "op.accuse"
        inner = [self._as_inner(d, frame.objects) for d in below]
        coding = Composed("ACCUSE", "112", ("allege",))
        draft = self._draft(frame, coding, (frame.subjects, frame.objects), env, (entry,))
        return [self._with_status(draft, mood, env, of=inner[0] if inner else None), *inner]

    def _as_inner(self, d: Draft, default: tuple[int, ...]) -> Draft:
        return replace(
            d,
            actors=d.actors or default,
            status="alleged" if d.status == "actual" else d.status,
        )

    def _spoken(self, op: Operator, d: Draft, frame: Frame) -> Draft:
        """An act that somebody tells of: one side's charge against another is only alleged."""
        charge = (
            op.kind == "assert" and d.type in HARMFUL and not set(d.actors) & set(frame.subjects)
        )
        boast = op.kind == "assert" and d.type in HARMFUL and self._boasted(d.head)
        if d.status == "actual" and (charge or boast or self._above.gives_name(frame.head)):
            return replace(d, status="alleged")
        return d

    def _boasted(self, head: int) -> bool:
        """Whether a deed is put as "to have done": "claimed to have taken the town" has only the taker's word."""
        helpers = {self._s.tokens[c].lower for c in children(self._s, head, "aux")}
        return {"to", "have"} <= helpers

    def _composed(
        self, op: Operator, inner: Draft, frame: Frame, mood: Mood, env: Env
    ) -> Draft | None:
        """What an operator makes of one inner act."""
        if inner.status == "negated" and op.kind == "commit":
            return self._negative_promise(inner, frame, mood, env)
        kind = op.kind
        ended = "visit" in inner.modes and frame.lemma not in SUSPENDING
        if kind == "halt" and (ended or mood.negated):
            return inner  # a visit that ends is no tie cut; what is not stopped goes on
        if kind == "intend":
            if inner.type not in COOPERATIVE and not self._announced(op, frame, mood, env):
                return inner
            kind = "commit"
        made = self._lexicon.compose(kind, inner.type, inner.cameo, inner.modes)
        if made is None:
            if kind == "refuse" and inner.of is not None:  # "refused to rule out sanctions"
                return replace(inner.of, status="hypothetical")
            return inner if op.kind != "halt" else None
        if mood.negated and kind == "commit" and frame.lemma not in self._grammar.pledging:
            made = self._lexicon.compose("refuse", inner.type, inner.cameo, inner.modes) or made
            mood = Mood(past=mood.past)
        if kind == "commit" and frame.lemma in SETTLED and "discontinue" in inner.modes:
            made = Composed("AGREE", "030", ())
        actors, recipients = self._composed_sides(kind, inner, frame)
        entries = (op.id, *inner.entries)
        if kind == "commit" and self._whichever(inner.head):
            inner = replace(inner, actors=(), recipients=(), objects=(), frame=None)
            draft = self._draft(frame, made, (actors, ()), env, entries, inner)
            draft = replace(draft, objects=(), frame=None)
            return self._by_modal(draft, frame, mood, env)
        draft = self._draft(frame, made, (actors, recipients), env, entries, inner)
        return self._by_modal(draft, frame, mood, env)

    def _no_accord(self, op: Operator, inner: Draft, frame: Frame, env: Env) -> Draft:
        """Sides that fail to agree turn each other down; any other failure is an act not done."""
        if inner.frame is None or inner.frame.lemma not in self._grammar.settling:
            return inner
        if inner.type not in {"AGREE", "SUPPORT"}:
            return inner
        sides = (inner.actors or frame.subjects, inner.recipients)
        entries = (op.id, *inner.entries)
        draft = self._draft(frame, Composed("REJECT", "120", ()), sides, env, entries, inner)
        return self._with_status(draft, Mood(), env, of=inner)

    def _negative_promise(self, inner: Draft, frame: Frame, mood: Mood, env: Env) -> Draft | None:
        sides = (frame.subjects, inner.recipients)
        if inner.type not in HARMFUL:  # "vowed never to negotiate"
            refused = self._lexicon.compose("refuse", inner.type, inner.cameo, inner.modes)
            if refused is None:
                return None
            draft = self._draft(frame, refused, sides, env, inner.entries, inner)
            return self._with_status(draft, mood, env, of=inner)
        draft = self._draft(frame, Composed("AGREE", "030", ()), sides, env, inner.entries, inner)
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

    def _whichever(self, noun: int) -> bool:
        """Whether an act noun is one that may come: a "response to any attack" is no threat to those attacked."""
        return any(self._s.tokens[c].lower in WHOEVER for c in children(self._s, noun, "det"))

    def _owners_of(self, frame: Frame) -> tuple[int, ...]:
        """Whose request, offer or plan it is that is refused ("rejected an Omani offer", "a call by the UN")."""
        found: list[int] = []
        for o in frame.objects:
            found += self._frames.owners(o) + self._modifiers(o)
            found += self._frames.noun(o).preps.get("from", ())
        return tuple(dict.fromkeys(h for h in found if "actor" in self._meaning.labels(h)))
