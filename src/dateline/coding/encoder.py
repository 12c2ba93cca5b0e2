"""The learned model: what kind of act a marked predicate is, where the lexicon has no word for it.

An int8 ONNX export of a small sentence encoder fine-tuned on sentences written for dateline (see ``training/``).
The only module that knows onnxruntime.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import KnowledgeError
from dateline.knowledge.files import data_path

#: Words to each side of the predicate that the model is shown.
REACH = 16
BATCH = 16
#: Pieces of a case that are no words: its beginning, its end, and the marks around the predicate.
_MARKS = 4
_CONTINUES = "##"
_LONGEST_WORD = 60
_MEMORY = 50_000


@dataclass(frozen=True, slots=True)
class Case:
    """A predicate in its sentence: the sentence's words, and the first and last word of the predicate."""

    words: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of a case: the likeliest type (or NONE) and its calibrated probability."""

    type: str
    probability: float


class Encoder:
    """The model, loaded once; deterministic on one thread."""

    def __init__(self, folder: Path) -> None:
        """Load ``encoder.onnx``, ``encoder.json`` and ``tokenizer.json`` from a folder.

        Raises:
            KnowledgeError: the weights are not those that the description names.
        """
        import onnxruntime  # noqa: PLC0415  (a quarter of a second that --help need not pay)

        self._about: dict[str, Any] = json.loads((folder / "encoder.json").read_text("utf-8"))
        weights = (folder / "encoder.onnx").read_bytes()
        if hashlib.sha256(weights).hexdigest() != self._about["encoder_sha256"]:
            msg = (
                f"{folder / 'encoder.onnx'} is damaged or not the one described: reinstall dateline"
            )
            raise KnowledgeError(msg)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"]
        )
        pieces = json.loads((folder / "tokenizer.json").read_text("utf-8"))
        self._split = _Splitter(pieces["model"]["vocab"], pieces["model"]["unk_token"])
        self._types: list[str] = self._about["types"]
        self._heat: float = self._about["calibration"]["temperature"]

    @classmethod
    def shipped(cls) -> "Encoder":
        """The model that ships with dateline.

        Raises:
            KnowledgeError: it is missing or damaged.
        """
        return cls(data_path("encoder.json").parent)

    @property
    def name(self) -> str:
        """How records name the model: "encoder@" and the beginning of its hash."""
        return f"encoder@{self._about['encoder_sha256'][:12]}"

    def read(self, cases: Sequence[Case]) -> list[Reading]:
        """What each case is, in the order given."""
        ids = [self._ids(case) for case in cases]
        order = sorted(range(len(ids)), key=lambda n: (len(ids[n]), n))
        found: dict[int, Reading] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            found.update(zip(chosen, self._batch([ids[n] for n in chosen]), strict=True))
        return [found[n] for n in range(len(ids))]

    def _ids(self, case: Case) -> list[int]:
        tokens = self._about["tokens"]
        most = self._about["max_length"] - _MARKS
        inner = self._split.ids(case.words[case.first : case.last + 1])[:most]
        before = self._split.ids(case.words[max(0, case.first - REACH) : case.first])
        after = self._split.ids(case.words[case.last + 1 : case.last + 1 + REACH])
        room = most - len(inner)  # long strings that are no words fall into many pieces
        left = min(len(before), max(room // 2, room - len(after)))
        return [
            tokens["cls"], *before[len(before) - left :],
            tokens["predicate_open"], *inner,
            tokens["predicate_close"], *after[: room - left], tokens["sep"],
        ]  # fmt: skip

    def _batch(self, ids: list[list[int]]) -> Iterator[Reading]:
        import numpy as np  # noqa: PLC0415

        width = max(map(len, ids))
        padded = np.zeros((len(ids), width), dtype=np.int64)
        mask = np.zeros_like(padded)
        for row, one in enumerate(ids):
            padded[row, : len(one)], mask[row, : len(one)] = one, 1
        given = {"input_ids": padded, "attention_mask": mask}
        logits = self._session.run(["type_logits"], given)[0] / self._heat
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        for row in odds:
            best = int(row.argmax())
            yield Reading(self._types[best], round(float(row[best]), 4))


class _Splitter:
    """WordPiece, as the model was trained with: lower case, no accents, longest piece first."""

    def __init__(self, vocabulary: dict[str, int], unknown: str) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary[unknown]
        self._word = lru_cache(maxsize=_MEMORY)(self._pieces)

    def ids(self, words: Sequence[str]) -> list[int]:
        return [n for word in words for n in self._word(word)]

    def _pieces(self, word: str) -> tuple[int, ...]:
        return tuple(n for part in _parts(word) for n in self._part(part))

    def _part(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [self._unknown]
        found: list[int] = []
        at = 0
        while at < len(part):
            lead = _CONTINUES if at else ""
            ends = range(len(part), at, -1)
            end = next((e for e in ends if lead + part[at:e] in self._vocabulary), None)
            if end is None:
                return [self._unknown]
            found.append(self._vocabulary[lead + part[at:end]])
            at = end
        return found


def _parts(word: str) -> list[str]:
    """A token in lower case without accents, its punctuation apart."""
    plain = unicodedata.normalize("NFD", word.lower())
    found: list[str] = [""]
    for c in plain:
        if unicodedata.category(c) == "Mn":
            continue
        if c.isspace():
            found.append("")
        elif unicodedata.category(c)[0] == "P" or (c.isascii() and not c.isalnum()):
            found += [c, ""]
        else:
            found[-1] += c
    return [part for part in found if part]
