"""A question read: its statement parsed, its act looked up, its names and days understood."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.knowledge.actors import ActorBase
from dateline.knowledge.questions import ActRow, Asking, questions
from dateline.ledger.presuppose import presuppositions
from dateline.ledger.reading import Reading
from dateline.ledger.same import word_stem
from dateline.parse.protocol import Parser
from dateline.pipeline import Pipeline
from dateline.records import DateExpression, ParsedReport, Record, Report, Sentence, Token
from dateline.resolve.dates import find_dates
from dateline.situations.question_names import Names
from dateline.situations.question_parts import Question
from dateline.situations.question_roles import (
    Spotted,
    bounded,
    days,
    joined,
    means,
    roles,
    spent,
    things,
)
from dateline.situations.question_shape import Shape, shape
from dateline.situations.question_statement import (
    act_at,
    copular,
    predicate_of,
    sound,
    subject_end,
    tokens_before,
)
from dateline.situations.question_words import best_asking, loosely_tied, tabled, worded

_SAYING = frozenset(
    (
        *("say", "tell", "state", "comment", "announce", "claim", "declare", "write", "respond"),
        *("reply", "react", "think"),
    )
)
_DOING = frozenset({"do", "happen", "occur"})
_LIGHT = frozenset(
    {"somebody", "something", "some", "many", "will", "be", "have", "do", "the", "a", "an"}
)
#: Letters of a word of an act that the table does not have.
_LONG = 3
_NO_STATEMENT = (
    "dateline cannot tell who does what in it: put it as \u201cDid A do this to B?\u201d"
)
_NO_NAME = "it names nobody and no place: name one"


class QuestionReader:
    """Reads questions with the project's own parser and coder."""

    def __init__(self, parser: Parser, pipeline: Pipeline, base: ActorBase | None = None) -> None:
        """Keep what reads.

        Args:
            parser: the parser.
            pipeline: the coder, for acts that the table of questions does not have.
            base: the actor base, with the user's own actors.
        """
        self._parser, self._pipeline = parser, pipeline
        self._base = base or ActorBase.load()

    @property
    def parser(self) -> Parser:
        """What it parses with."""
        return self._parser

    def read(self, text: str, day: str | None, records: Iterable[Record] = ()) -> Question:
        """Read one question.

        Args:
            text: the question.
            day: the day it is asked on (ISO), which "last week" counts from; None when not known.
            records: the reports it is put to, whose actors are known by name.

        Returns:
            The question; ``form`` is ``search`` when it could not be read, and ``why_not`` says why.
        """
        form = shape(text)
        content = self._content(text, day)
        picked = None if form.cannot else self._statement(form, day)
        if picked is None:
            why = form.cannot or _NO_STATEMENT
            return Question(text, "search", day, content=content, why_not=why)
        made = self._question(text, form, picked, Names(records, self._base, day), day)
        return replace(made, presupposes=self._taken(made), content=content)

    def _question(
        self,
        text: str,
        form: Shape,
        picked: tuple[ParsedReport, int],
        names: Names,
        day: str | None,
    ) -> Question:
        parsed, subject = picked
        s = parsed.sentences[0]
        dates = self._dates(text, parsed, day)
        tokens = [
            t for t in s.tokens
            if (t.pos != "PUNCT" or t.text == "-") and not any(d.span.start <= t.start < d.span.end for d in dates)
        ]  # fmt: skip
        named = _found(names, tokens, subject, text)
        denial, free = _denial(_free(tokens, named))
        carried = loosely_tied(free)
        free += [replace(t, lemma="@place", lower="@place") for t in _places(named, subject)]
        told_at = act_at(s)
        said_to_be = predicate_of(s)
        asks, hits, inner = best_asking(free, told_at, subject, carried=carried)
        slot, topic = form.slot, frozenset[str]()
        root = s.tokens[s.root].lemma.lower()
        if slot == "act" and root in _SAYING:
            slot, topic, asks = "said", _topic(free, root, subject), ()
        elif slot == "act" and (root in _DOING or denial):
            asks = ()
        elif slot == "actor" and any(a.id == "q.control" for a in asks):
            form = replace(form, form="control")
        words = tuple(t.text for t in sorted(hits, key=lambda t: t.i)) if asks else ()
        rows: tuple[ActRow, ...] = ()
        if not asks and slot not in {"said", "act"}:
            rows, words = self._coded(parsed), _verb(s)
            asks = () if rows else _tied(named, carried=carried) or worded(free, told_at)
            hits = tuple(t for t in free if asks and t.lower in words)
        used = {t.i for t in (*hits, *inner)}
        named = [x for x in joined(s, named) if not spent(s, *x, used)]
        named = [(means(n, some, used, asks), some) for n, some in named]
        named += things(s, tokens, named, used, text)
        named, unread = bounded(s, sorted(named, key=lambda x: x[1][0].i))
        sides = roles(s, named, subject, asks, names)
        why = _why_not(slot, asks, rows, words, denial=denial, named=any(sides.values()))
        first, last = days(s, dates)
        return Question(
            text, "search" if why else form.form, day, slot, asks, rows, words, carried, denial,
            form.ahead, sides["actor"], sides["recipient"], sides["place"], first, last, topic,
            slot_word=form.slot_word, why_not=why, unread=unread,
            inner=tuple(t.text for t in sorted(inner, key=lambda t: t.i)),
            predicate=said_to_be if asks and said_to_be not in words else "",
        )  # fmt: skip

    def _dates(
        self, text: str, parsed: ParsedReport, day: str | None
    ) -> tuple[DateExpression, ...]:
        """The dates of a statement, by the tense of the question ("did ... on Friday" is the Friday before)."""
        dates = find_dates(parsed)
        if not dates or " will " in f" {text.lower()} ":
            return dates
        past = parsed.report.text.replace(" will ", " did ", 1)
        asked = next(iter(self._parser.parse([_report(past, day)])))
        days_ = {d.text: _past(d, day) for d in find_dates(asked)}
        return tuple(
            replace(d, start=days_[d.text].start, end=days_[d.text].end) if d.text in days_ else d
            for d in dates
        )

    def _coded(self, parsed: ParsedReport) -> tuple[ActRow, ...]:
        """Acts that the coder finds in a statement, by type, modes and their own words."""
        rows = []
        for event in self._pipeline.code(parsed).events:
            act = event.of if event.of is not None and event.status != "denied" else event
            trigger = tuple(word_stem(w) for w in act.trigger.text.split() if len(w) >= _LONG)
            rows.append(ActRow(act.type, frozenset(act.modes), trigger=trigger))
        return tuple(dict.fromkeys(rows))

    def _statement(self, form: Shape, day: str | None) -> tuple[ParsedReport, int] | None:
        """The parse of the first statement whose subject is what stands before its auxiliary, and where that ends."""
        parses = list(self._parser.parse(_report(words, day) for words, _ in form.statements))
        fit = []
        for parsed, (_, subject) in zip(parses, form.statements, strict=True):
            if not parsed.sentences:
                continue
            s = parsed.sentences[0]
            if subject is None:
                fit.append((parsed, subject_end(s)))
            elif (at := tokens_before(s, subject)) is not None and sound(s, at):
                fit.append((parsed, at))
        fit.sort(key=lambda pair: copular(pair[0].sentences[0]))
        asked = [pair for pair in fit if tabled(pair[0].sentences[0])]
        return next(iter((*asked, *fit)), None)

    def _content(self, text: str, day: str | None) -> tuple[str, ...]:
        """The words of a question that a plain search looks for, names first."""
        found = next(iter(self._parser.parse([_report(text, day)])), None)
        tokens = [t for s in found.sentences for t in s.tokens] if found else []
        names = [t.text for t in tokens if t.pos == "PROPN"]
        plain = [
            t.text for t in tokens
            if t.pos in {"NOUN", "VERB", "ADJ", "NUM"} and t.lemma.lower() not in _LIGHT
        ]  # fmt: skip
        return tuple(dict.fromkeys((*names, *plain)))

    def _taken(self, made: Question) -> tuple[tuple[str, str], ...]:
        """What words of the question take for granted."""
        found = next(iter(self._parser.parse([_report(made.text, made.day)])))
        nothing = ParsedReport(_report("", None), (), "")
        title, body = (Reading(p, Record(p.report, self._pipeline.coder)) for p in (found, nothing))
        return tuple((p.word, p.asks) for p in presuppositions(title, body))


def _past(found: DateExpression, day: str | None) -> DateExpression:
    """A date of a question about the past, a year earlier where it would lie ahead ("the January truce")."""
    if (
        day is None
        or found.start is None
        or found.start <= day
        or any(c.isdigit() for c in found.text[-4:])
    ):
        return found
    year = int(found.start[:4]) - 1
    end = found.end and f"{year}{found.end[4:]}"
    return replace(found, start=f"{year}{found.start[4:]}", end=end)


def _found(names: Names, tokens: Sequence[Token], subject: int, text: str) -> list[Spotted]:
    """Names before the auxiliary and behind it, each with its tokens."""
    before = [t for t in tokens if t.i < subject]
    behind = [t for t in tokens if t.i >= subject]
    return [*names.find(before, text), *names.find(behind, text)]


def _places(named: Sequence[Spotted], subject: int) -> list[Token]:
    """The last token of every name behind the subject that may be a town."""
    kinds = {"place", "capital", "region"}
    return [
        some[-1] for n, some in named
        if (n.kind in kinds or (n.kind == "organisation" and not n.known)) and some[-1].i >= subject
    ]  # fmt: skip


def _free(tokens: Sequence[Token], named: Sequence[Spotted]) -> list[Token]:
    """Words that are no part of a name; those that describe somebody stay."""
    inside = {t.i for _, some in named for t in some if t.text[:1].isupper()}
    return [t for t in tokens if t.i not in inside]


def _tied(named: Sequence[Spotted], *, carried: bool) -> tuple[Asking, ...]:
    """What it is to be behind fighters of another: to send, back or pay them."""
    if not carried or not any(n.kind == "group" and n.country is None for n, _ in named):
        return ()
    return tuple(
        replace(questions().act(ident), loose=True) for ident in ("q.deploy", "q.back", "q.fund")
    )


def _denial(free: list[Token]) -> tuple[bool, list[Token]]:
    """Whether a question asks if somebody denied something, and its words without that one."""
    hit = next((t for t in free if t.lemma.lower() in {"deny", "denial"}), None)
    if hit is None:
        return False, free
    return True, [t for t in free if t.i != hit.i]


def _topic(free: Sequence[Token], root: str, subject: int) -> frozenset[str]:
    return frozenset(
        word_stem(t.lemma) for t in free
        if t.pos in {"NOUN", "VERB", "ADJ"} and t.i >= subject
        and t.lemma.lower() != root and t.lemma.lower() not in _LIGHT
    )  # fmt: skip


def _why_not(
    slot: str | None, asks: Sequence[Asking], rows: Sequence[ActRow], words: Sequence[str],
    *, denial: bool, named: bool,
) -> str | None:  # fmt: skip
    """Why a question that was parsed can still not be answered, or None."""
    if slot in {"said", "act"} and not asks:
        return None if named else _NO_NAME
    if asks or rows or (denial and named):
        return None
    return (
        f"dateline knows no act by the words \u201c{' '.join(words)}\u201d: "
        "ask who attacked, backed, met, arrested ... whom"
    )


def _verb(s: Sentence) -> tuple[str, ...]:
    """The verb that tells the act, and its object."""
    about, at = {"dobj", "attr", "acomp", "prt"}, act_at(s)
    objects = [s.tokens[c].text for c in s.children[at] if s.tokens[c].dep in about]
    return (s.tokens[at].text, *objects[:1])


def _report(words: str, day: str | None) -> Report:
    origin = "given" if day else None
    return Report(
        "question", "question", words, published=day, published_from=origin, language="en"
    )
