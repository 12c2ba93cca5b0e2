"""Sentences, their labels, and the way a marked sentence becomes token ids."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tokenizers import Tokenizer

if TYPE_CHECKING:
    from pathlib import Path

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT NONE"
).split()
STATUSES = "actual historical planned hypothetical alleged denied negated".split()
ROLES = ["O", "ACTOR", "RECIPIENT"]
MAX_LENGTH = 96  # word pieces, the two markers and [CLS], [SEP] among them
PAD, CLS, SEP, OPEN, CLOSE = 0, 101, 102, 1, 2  # OPEN and CLOSE are [unused0] and [unused1]
IGNORED = -100  # the label that the loss passes over

Span = tuple[int, int]
_TAG = re.compile(r"</?[apr]>")


@dataclass(frozen=True)
class Sentence:
    """One sentence with one predicate to be judged; spans are offsets of characters."""

    text: str
    predicate: Span
    type: str
    status: str
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()

    def tagged(self) -> str:
        """Write the spans into the text as <p>, <a> and <r>; augmentation edits this form."""
        tags = [(start, end, "p") for start, end in (self.predicate,)]
        tags += [(start, end, "a") for start, end in self.actors]
        tags += [(start, end, "r") for start, end in self.recipients]
        text = self.text
        for start, end, tag in sorted(tags, reverse=True):  # from the back, so offsets stay right
            text = f"{text[:start]}<{tag}>{text[start:end]}</{tag}>{text[end:]}"
        return text

    def retagged(self, tagged: str) -> Sentence:
        """Read a tagged text back, with the labels of this sentence."""
        spans: dict[str, list[Span]] = {"p": [], "a": [], "r": []}
        text, at, start = "", 0, 0
        for tag in _TAG.finditer(tagged):
            text += tagged[at : tag.start()]
            at = tag.end()
            if tag.group().startswith("</"):
                spans[tag.group()[2]].append((start, len(text)))
            else:
                start = len(text)
        text += tagged[at:]
        actors, recipients = tuple(spans["a"]), tuple(spans["r"])
        return Sentence(text, spans["p"][0], self.type, self.status, actors, recipients)


@dataclass
class Encoded:
    """Token ids of one marked sentence, and its labels."""

    ids: list[int]
    roles: list[int]
    type: int
    status: int
    offsets: list[Span] = field(default_factory=list)


def load(folder: Path, part: str) -> list[Sentence]:
    """Read the sentences of one part ("train" or "held") from every JSONL file of a folder."""
    sentences = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["part"] != part:
                continue
            start, end = row["predicate"]
            actors = tuple((s, e) for s, e in row["actors"])
            recipients = tuple((s, e) for s, e in row["recipients"])
            sentences.append(
                Sentence(row["text"], (start, end), row["type"], row["status"], actors, recipients)
            )
    return sentences


def fingerprint(folder: Path) -> str:
    """SHA-256 over the JSONL files in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.jsonl")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def plain_tokenizer(path: Path) -> Tokenizer:
    """Load a tokenizer without the fixed padding and the truncation that the base model carries."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _window(first: int, last: int, count: int, room: int) -> Span:
    """Choose which pieces to keep when not all fit: the predicate, and as much on either side."""
    if count <= room:
        return 0, count
    start = max(0, min((first + last - room) // 2, count - room))
    return start, start + room


def encode(sentence: Sentence, tokenizer: Tokenizer) -> Encoded:
    """Turn a sentence into ids: [CLS] left OPEN predicate CLOSE right [SEP].

    Args:
        sentence: the sentence; its text must hold at least one piece of the predicate.
        tokenizer: the plain tokenizer of the base model.

    Returns:
        Ids, the role of each token (IGNORED for markers), type and status as numbers.
    """
    pieces = tokenizer.encode(sentence.text, add_special_tokens=False)
    begin, stop = sentence.predicate
    inside = [i for i, (s, e) in enumerate(pieces.offsets) if s < stop and e > begin]
    first, last = inside[0], min(inside[-1] + 1, inside[0] + MAX_LENGTH - 4)
    left, right = _window(first, last, len(pieces.ids), MAX_LENGTH - 4)
    roles = [_role(sentence, span) for span in pieces.offsets]
    ids = [CLS, *pieces.ids[left:first], OPEN, *pieces.ids[first:last], CLOSE]
    ids += [*pieces.ids[last:right], SEP]
    marks = [IGNORED, *roles[left:first], IGNORED, *roles[first:last], IGNORED]
    marks += [*roles[last:right], IGNORED]
    nowhere = (0, 0)
    offsets = [nowhere, *pieces.offsets[left:first], nowhere, *pieces.offsets[first:last], nowhere]
    offsets += [*pieces.offsets[last:right], nowhere]
    return Encoded(ids, marks, TYPES.index(sentence.type), STATUSES.index(sentence.status), offsets)


def _role(sentence: Sentence, token: Span) -> int:
    for number, spans in ((1, sentence.actors), (2, sentence.recipients)):
        if any(token[0] < end and token[1] > start for start, end in spans):
            return number
    return 0
