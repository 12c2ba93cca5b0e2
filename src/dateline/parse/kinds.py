"""The parser's first layer, computed once for every kind of word in a batch instead of once for every word.

The vector of a word before its neighbours are looked at depends on a few attributes of its spelling alone,
and in a batch most words stand several times.
"""

from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import IDS, ORTH
from thinc.api import Model

#: An odd number to mix two hashes into one with.
_MIX = np.uint64(0x9E3779B97F4A7C15)


class _Kinds:
    """What the layer asks of a text, for words of which each kind stands once."""

    def __init__(self, vocab: Any, columns: list[int], rows: Any) -> None:
        self.vocab = vocab
        self._columns, self._rows = columns, rows

    def __len__(self) -> int:
        return len(self._rows)

    def to_array(self, asked: int | list[int | str]) -> Any:
        """The asked attributes, a row for each kind; one alone as a list of values."""
        if isinstance(asked, list):
            return self._rows[:, [self._columns.index(_number(a)) for a in asked]]
        return self._rows[:, self._columns.index(_number(asked))]


def embed_kinds(nlp: Any) -> None:
    """Let the layers of a pipeline that embed words from their spelling do so once a kind and batch."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            embed = node.get_ref("embed") if node.has_ref("embed") else None
            if embed in node.layers and (columns := _columns(embed)):
                wrapped: Any = Model(
                    "kinds", _forward, layers=[embed], attrs={"columns": columns}, ops=node.ops
                )
                node.layers[node.layers.index(embed)] = wrapped


def _columns(embed: Any) -> list[int]:
    """Attributes that the layer reads, the spelling first; none when it reads them in no known way."""
    names = {node.name for node in embed.walk()}
    readers = [node for node in embed.walk() if node.name == "extract_features"]
    if len(readers) != 1 or "charembed" in names or "kinds" in names:
        return []
    asked = [_number(a) for a in readers[0].attrs["columns"]]
    return [ORTH, *(a for a in asked if a != ORTH)]


def _number(attribute: int | str) -> int:
    return int(IDS[attribute]) if isinstance(attribute, str) else attribute


def _forward(model: Any, docs: list[Any], is_train: bool) -> Any:
    columns = model.attrs["columns"]
    (embed,) = model.layers
    if is_train or not docs:
        return embed(docs, is_train)
    rows = np.concatenate([doc.to_array(columns) for doc in docs])
    if not len(rows):
        return embed(docs, is_train)
    mixed = rows[:, 0]
    for column in rows.T[1:]:
        mixed = mixed * _MIX ^ column
    _, first, kind = np.unique(mixed, return_index=True, return_inverse=True)
    (found,) = embed.predict([_Kinds(docs[0].vocab, columns, rows[first])])
    whole = found[kind]
    ends = np.cumsum([0, *map(len, docs)])
    return [whole[a:b] for a, b in pairwise(ends)], _backwards


def _backwards(_: Any) -> list[Any]:
    return []
