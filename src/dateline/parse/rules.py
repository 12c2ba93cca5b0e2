"""spaCy's attribute ruler, asked once for every kind of word instead of once for every word.

The ruler tries its nearly two hundred patterns at each word.  All but a few look at one word only, and of it only
at the tag, the label, whether it is blank, and whether it is one of the words that some pattern names.
"""

from collections.abc import Iterator
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens._retokenize import set_token_attrs

RULER, QUICK = "attribute_ruler", "dateline_rules"
#: What a pattern may ask of a single word to be answered by the word's kind.
ASKED = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})

type Kind = tuple[int, int, int, int]
type Pattern = list[dict[str, Any]]


class QuickRules:
    """Gives the words of a parsed text what the attribute ruler gives them."""

    def __init__(self, ruler: Any) -> None:
        """Take a loaded ruler."""
        self._attrs, self._indices = ruler.attrs, ruler.indices
        self._one, self._other = Matcher(ruler.vocab), Matcher(ruler.vocab)
        named: set[str] = set()
        for number, rule in enumerate(ruler.patterns):
            one = [p for p in rule["patterns"] if _plain(p)]
            other = [p for p in rule["patterns"] if not _plain(p)]
            for matcher, patterns in ((self._one, one), (self._other, other)):
                if patterns:
                    matcher.add(str(number), patterns)
            named.update(word for (asked,) in one for word in _words(asked))
        self._named = frozenset(ruler.vocab.strings.add(word) for word in named)
        #: Rules by kind of word; there are no more kinds than tags, labels and words that patterns name.
        self._kinds: dict[Kind, tuple[list[int], dict[Any, Any]]] = {}

    def __call__(self, doc: Any) -> Any:
        """Set parts of speech, forms and irregular lemmas of a text, in place."""
        others = self._others(doc)
        rows = doc.to_array([LOWER, TAG, DEP, IS_SPACE]).tolist()
        for word, (lower, tag, dep, blank) in zip(doc, rows, strict=True):
            kind = (lower if lower in self._named else 0, tag, dep, blank)
            known = self._kinds.get(kind)
            if known is None:
                numbers = [number for number, _, _ in _found(self._one, doc[word.i : word.i + 1])]
                known = self._kinds[kind] = numbers, self._attributes(numbers)
            numbers, attributes = known
            if others and word.i in others:
                attributes = self._attributes([*numbers, *others[word.i]])
            set_token_attrs(word, attributes)
        return doc

    def _others(self, doc: Any) -> dict[int, list[int]]:
        """Rules that a kind does not tell, by the position of the word that they change."""
        found: dict[int, list[int]] = {}
        for number, start, end in _found(self._other, doc):
            index = self._indices[number]
            found.setdefault((start if index >= 0 else end) + index, []).append(number)
        return found

    def _attributes(self, numbers: list[int]) -> dict[Any, Any]:
        """What several rules set together: those with higher numbers have precedence."""
        found: dict[Any, Any] = {}
        for number in sorted(numbers):
            found.update(self._attrs[number])
        return found


def quicken(nlp: Any) -> None:
    """Put quick rules in the place of a pipeline's attribute ruler, if it has one."""
    if RULER in nlp.pipe_names:
        nlp.add_pipe(QUICK, before=RULER)
        nlp.disable_pipe(RULER)


@Language.factory(QUICK)
def _make(nlp: Any, name: str) -> QuickRules:  # noqa: ARG001  (spaCy calls it with both)
    return QuickRules(nlp.get_pipe(RULER))


def _found(matcher: Matcher, words: Any) -> Iterator[tuple[int, int, int]]:
    """Number, first and last word (exclusive) of every rule that fits."""
    for name, start, end in matcher(words, allow_missing=True, as_spans=False):
        yield int(words.vocab.strings[name]), start, end


def _plain(pattern: Pattern) -> bool:
    """Whether a pattern looks at one word, by its kind alone."""
    if len(pattern) != 1 or not pattern[0].keys() <= ASKED:
        return False
    asked = pattern[0].get("LOWER", "")
    return isinstance(asked, str) or asked.keys() == {"IN"}


def _words(asked: dict[str, Any]) -> list[str]:
    """The words that a plain pattern names."""
    lower = asked.get("LOWER", [])
    return [lower] if isinstance(lower, str) else lower["IN"] if lower else []
