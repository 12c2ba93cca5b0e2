"""What an operator is in its sentence, and what becomes of acts that were tried, ordered or planned under it."""

from dataclasses import replace

from dateline.coding.drafts import Draft, Env
from dateline.coding.frames import Frame
from dateline.coding.mood import Mood
from dateline.coding.reader_nouns import NounReader
from dateline.coding.tree import children
from dateline.knowledge.lexicon import Operator


class UseReader(NounReader):
    """Adds questions that the reading of operators asks of one operator in use."""

    def _in_use(self, op: Operator, frame: Frame) -> Operator:
        """The operator that a word is here.

        "Asked whether" asks for nothing, "decide whether" decides nothing, "stopped him from leaving" foils,
        "is meant to" tells a purpose.
        """
        if op.kind in {"request", "commit"} and self._asks_whether(frame):
            return replace(op, kind="suppose", ahead=False)
        if frame.lemma == "mean" and any(
            self._infinitive(c) for c in frame.clauses.get("xcomp", ())
        ):
            return replace(op, kind="suppose" if frame.passive else "intend")
        if (
            op.kind == "assert"
            and frame.lemma in self._grammar.accusing
            and "with" in frame.gerunds
        ):
            return replace(op, kind="accuse")  # "charged him with killing a judge"
        if op.kind == "phase" and frame.lemma == "keep" and "from" in frame.gerunds:
            return replace(op, kind="fail")  # "kept the envoy from meeting them"
        foiled = "from" in frame.gerunds or any(self._tries(h) for h in frame.objects)
        return replace(op, kind="fail") if op.kind == "halt" and foiled else op

    def _tries(self, h: int) -> bool:
        """Whether a noun says that something was tried: attempt, bid, effort."""
        op = self._lexicon.operator("n", self._s.tokens[h].lemma.lower())
        return op is not None and op.kind == "attempt"

    def _given(self, op: Operator, made: list[Draft], below: list[Draft]) -> list[Draft]:
        """What has been ordered, beside the order: planned, or as the order itself is only alleged or denied."""
        standing = {"actual": "planned", "alleged": "alleged", "denied": "denied"}
        status = next((standing[d.status] for d in made if d.status in standing), None)
        if not op.ahead or status is None:
            return []
        return [replace(d, status=status) for d in below if d.status in {"actual", status}]

    def _tried(self, act: Draft, frame: Frame, mood: Mood, env: Env) -> Draft:
        """What was tried: an attack is one even when it fails, anything else is not yet done, or failed."""
        if act.type == "ASSAULT":
            foiled = env.negated and not mood.negated and act.status == "negated"
            return replace(act, status="actual") if foiled else act
        if act.status != "actual":
            return act
        return replace(act, status="negated" if self._in_vain(frame.head) else "planned")

    def _in_vain(self, i: int) -> bool:
        """Such as "tried in vain", "tried unsuccessfully", "tried but failed"."""
        s = self._s
        below = [*s.children[i], *(x for p in children(s, i, "prep") for x in s.children[p])]
        words = {s.tokens[c].lower for c in below} | {
            s.tokens[c].lemma for c in children(s, i, "conj")
        }
        return bool(words & {"vain", "unsuccessfully", "vainly", "fail"})

    def _asks_whether(self, frame: Frame) -> bool:
        below = [*frame.clauses.get("ccomp", ()), *frame.clauses.get("xcomp", ())]
        return any(self._above.mood(c).condition for c in below)

    def _announced(self, op: Operator, frame: Frame, mood: Mood, env: Env) -> bool:
        """Whether an intention is somebody's own word of today ("Mali plans to expel them"), and so a threat."""
        own = not env.speaker or self._same(env.speaker, frame.subjects)
        return op.public and own and not mood.past
