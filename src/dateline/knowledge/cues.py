"""Cues of speech and of standing relations, as compiled from knowledge/cues."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.knowledge.files import load_json
from dateline.records import Token


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """One use of a verb that reports speech; ``takes`` maps what holds the content to the act."""

    id: str
    particle: str
    takes: dict[str, str]
    hearer: bool
    document_only: bool
    only: frozenset[str]
    attitude: bool


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """A noun that holds what was said ("allegation"), as :class:`SpeechVerb`."""

    id: str
    takes: dict[str, str]


@dataclass(frozen=True, slots=True)
class SpeechCues:
    """Everything the claim finder knows about words of speech; keys are lemmas."""

    verbs: dict[str, tuple[SpeechVerb, ...]]
    nouns: dict[str, tuple[SpeechNoun, ...]]
    carriers: frozenset[str]
    reports: frozenset[str]
    untruths: frozenset[str]
    denials: frozenset[str]
    withheld: frozenset[str]
    deeds: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    media_prepositions: frozenset[str]
    silent: frozenset[str]
    realized: frozenset[str]
    voices: frozenset[str]
    things: frozenset[str]
    forms: dict[str, str]

    def lemma(self, token: Token) -> str:
        """Lemma of a word, with the parser's known slips put right."""
        return self.forms.get(token.lower) or token.lemma.lower()


@dataclass(frozen=True, slots=True)
class RelationWord:
    """One pattern of a standing relation; see knowledge/cues/relations.yml for the forms."""

    id: str
    kind: str
    form: str
    subject: str
    object: str
    prepositions: frozenset[str]
    status: str


@dataclass(frozen=True, slots=True)
class RelationCues:
    """Patterns of standing relations by the lemma (or word) that shows them."""

    words: dict[str, tuple[RelationWord, ...]]
    lists: dict[str, frozenset[str]]


@cache
def speech_cues() -> SpeechCues:
    """The cues of speech, read once per process."""
    raw: dict[str, Any] = load_json("speech.json")
    return SpeechCues(
        verbs={
            lemma: tuple(
                SpeechVerb(
                    v["id"], v["particle"], v["takes"], v["hearer"],
                    v["subject"] == "document", frozenset(v["only"]), v["attitude"],
                )
                for v in entries
            )
            for lemma, entries in raw["verbs"].items()
        },
        nouns={
            lemma: tuple(SpeechNoun(n["id"], n["takes"]) for n in entries)
            for lemma, entries in raw["nouns"].items()
        },
        carriers=frozenset(raw["carriers"]),
        reports=frozenset(raw["reports"]),
        untruths=frozenset(raw["untruths"]),
        denials=frozenset(raw["denials"]),
        withheld=frozenset(raw["withheld"]),
        deeds=frozenset(raw["deeds"]),
        documents=frozenset(raw["documents"]),
        media=frozenset(raw["media"]),
        media_prepositions=frozenset(raw["media_prepositions"]),
        silent=frozenset(raw["silent"]),
        realized=frozenset(raw["realized"]),
        voices=frozenset(raw["voices"]),
        things=frozenset(raw["things"]),
        forms=raw["forms"],
    )  # fmt: skip


@cache
def relation_cues() -> RelationCues:
    """The patterns of standing relations, read once per process."""
    raw: dict[str, Any] = load_json("relations.json")
    words = {
        word: tuple(
            RelationWord(
                r["id"], r["kind"], r["form"], r.get("subject", ""), r.get("object", ""),
                frozenset(r.get("prepositions", [])), r.get("status", "actual"),
            )
            for r in entries
        )
        for word, entries in raw["words"].items()
    }  # fmt: skip
    return RelationCues(words, {k: frozenset(v) for k, v in raw.items() if k != "words"})
