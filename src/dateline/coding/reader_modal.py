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
        return self._with_status(draft, Mood(), env, of=inside)
