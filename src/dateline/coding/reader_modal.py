"""Future, "would", "must" and "will not": what the verb's own auxiliaries make of an act."""

from dataclasses import replace

from dateline.coding.drafts import Draft, Env
from dateline.coding.frames import Frame
from dateline.coding.mood import Mood
from dateline.coding.reader_base import COOPERATIVE, HARMFUL, Reader


class ModalReader(Reader):
    """Adds the modal readings of a coded verb."""

    def _by_modal(self, draft: Draft, frame: Frame, mood: Mood, env: Env) -> Draft | None:
        """Future, "would", "must" and "will not" turn an act into a promise, demand or refusal."""
        own_word = not env.speaker or self._same(env.speaker, draft.actors)
        ahead = mood.future or (mood.would and bool(env.speaker))
        if env.under or env.planned or env.hypothetical or mood.condition:
            return self._with_status(draft, mood, env)
        if self._unwilling(draft, mood, env):
            return self._remade("refuse", draft, frame, env)
        if mood.negated and ahead:
            return self._with_status(draft, mood, env)
        if mood.obliged and env.speaker and not own_word:
            return self._remade("request", draft, frame, env)
        promised = own_word or draft.type in COOPERATIVE
        harm = draft.type in HARMFUL - {"THREATEN"} and not env.speaker
        # a trial or an inquiry to come is neither promise nor threat
        if ahead and promised and not harm and draft.type != "ACCUSE":
            return self._remade("commit", draft, frame, env)
        return self._with_status(draft, mood, env.also(planned=True) if ahead else env)

    def _unwilling(self, draft: Draft, mood: Mood, env: Env) -> bool:
        """Whether the doer will not: in his own words, or in those of one without a side ("a spokesman said")."""
        if not mood.negated or not (mood.future or mood.would) or not draft.actors:
            return False
        if draft.type not in COOPERATIVE:
            return False
        if not env.speaker or self._same(env.speaker, draft.actors):
            return True
        voices = [(h, p.actor) for h in env.speaker for p in self._meaning.participants(h)]
        return bool(voices) and all(
            a.country is None and self._s.tokens[h].lemma.lower() in self._grammar.voices
            for h, a in voices
        )

    def _remade(self, kind: str, inner: Draft, frame: Frame, env: Env) -> Draft:
        made = self._lexicon.compose(kind, inner.type, inner.cameo, inner.modes)
        if made is None:
            return self._with_status(inner, Mood(), env.also(planned=True))
        actors, recipients = inner.actors, inner.recipients
        if kind == "request":
            actors, recipients = env.speaker, inner.actors
        inside = replace(inner, status="planned")
        note = {"commit": "modal: future", "refuse": "modal: will not", "request": "modal: must"}[
            kind
        ]
        draft = self._draft(frame, made, (actors, recipients), env, inner.entries, inside)
        draft = replace(draft, notes=(note,))
        if kind == "commit" and made.type == "REQUEST":  # "will urge both sides": not yet asked
            env = env.also(planned=True)
        return self._with_status(draft, Mood(), env, of=inside)
