"""Parsed sentences kept in a file, so that tests of grammar need no parser.

``tests/trees.json`` is written by ``python tests/trees.py`` from the sentences listed in ``tests/trees.txt``.
"""

import json
from functools import cache
from pathlib import Path

from dateline.records import Sentence, Span, Token

HERE = Path(__file__).parent
FIELDS = ("text", "lemma", "pos", "tag", "dep", "head", "ent")


@cache
def _stored() -> dict[str, list[list[object]]]:
    return json.loads((HERE / "trees.json").read_text(encoding="utf-8"))


def tree(text: str) -> Sentence:
    """The parsed sentence; it must stand in trees.txt."""
    rows = _stored()[text]
    tokens: list[Token] = []
    at = 0
    for i, (word, lemma, pos, tag, dep, head, ent) in enumerate(rows):
        at = text.index(word, at)
        tokens.append(
            Token(
                i,
                word,
                word.lower(),
                at,
                at + len(word),
                lemma,
                pos,
                tag,
                dep,
                head,
                ent,
                ent_begins=bool(ent),
            )
        )
        at += len(word)
    below: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            below[t.head].append(t.i)
    return Sentence(0, 0, text, Span(0, len(text)), tuple(tokens), tuple(map(tuple, below)))


def freeze() -> None:
    """Parse trees.txt with the default parser and store the trees."""
    from dateline.parse.spacy_parser import SpacyParser
    from dateline.records import Report

    lines = [x for x in (HERE / "trees.txt").read_text(encoding="utf-8").splitlines() if x.strip()]
    found = {}
    for text, parsed in zip(
        lines,
        SpacyParser().parse([Report(id=str(i), input="t", text=x) for i, x in enumerate(lines)]),
        strict=True,
    ):
        (sentence,) = parsed.sentences
        found[text] = [[getattr(t, f) for f in FIELDS] for t in sentence.tokens]
    (HERE / "trees.json").write_text(
        json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    freeze()
