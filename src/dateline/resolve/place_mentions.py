"""Finds names that may be places: every capitalised run against the gazetteer, whatever its label."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.knowledge.countries import Countries, CountryName
from dateline.knowledge.gazetteer import Entry, Gazetteer, fold
from dateline.knowledge.place_cues import PlaceCues
from dateline.records import ParsedReport, Sentence, Span, Token

#: Tokens a name may have, and characters.
LONGEST = 6
WIDEST = 70
#: Lower-case words inside names ("Rio de Janeiro", "Isle of Man").
LINKS = frozenset(
    [
        "of",
        "the",
        "au",
        "aux",
        "a",
        "lez",
        "les",
        "sous",
        "de",
        "del",
        "la",
        "le",
        "les",
        "el",
        "al",
        "es",
        "and",
        "do",
        "da",
        "dos",
        "du",
    ]
    + [
        "des",
        "di",
        "upon",
        "on",
        "sur",
        "san",
        "am",
        "an",
        "der",
        "den",
        "in",
        "ez",
        "ed",
        "as",
        "-",
    ]
    + [
        "'s",
        "\u2019s",
        "ar",
        "az",
        "ash",
        "at",
        "i",
        "y",
        "e",
        "&",
        "bin",
        "van",
        "en",
        "na",
        "nad",
    ]
)
ARTICLES = frozenset(["al", "el", "ash", "as", "az", "ar", "at", "ad", "ed", "es", "ez", "an"])
PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
OPTIONS = 30
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Mention:
    """A run of words that may name a place, with what is known of it so far.

    ``first`` and ``last`` are token positions in ``sentence`` (None for the dateline header); ``country``
    is set for names of countries and peoples; ``capital`` is the country whose capital bears the name; ``options`` are gazetteer entries, each with whether the
    name is its own; ``kinds`` those that a type word beside it calls for; ``inside`` says that it is
    part of a longer name; ``sign`` how much speaks for a place at all.
    """

    sentence: Sentence | None
    first: int
    last: int
    span: Span
    text: str
    key: str
    country: CountryName | None = None
    options: list[tuple[Entry, bool]] = field(default_factory=list)
    demonym: bool = False
    seat: bool = False
    capital: str = ""
    label: str = ""
    kinds: tuple[str, ...] = ()
    inside: bool = False
    sign: float = 0.0
    header: bool = False
    doubted: float = 0.0


class Scanner:
    """Looks names up; holds no state of any report."""

    def __init__(self, gazetteer: Gazetteer, countries: Countries, cues: PlaceCues) -> None:
        """Take the knowledge to look in."""
        self._gazetteer = gazetteer
        self._countries = countries
        self._cues = cues

    def scan(self, parsed: ParsedReport) -> list[Mention]:
        """Every candidate of a report, in text order, none overlapping another."""
        text = parsed.report.text
        lower = not any(c.isupper() for c in text[:4000])
        found: list[Mention] = []
        for sentence in parsed.sentences:
            found.extend(self._sentence(text, sentence, lower=lower))
        return found

    def header(self, parsed: ParsedReport) -> list[Mention]:
        """The places of the dateline header."""
        line = parsed.report.dateline
        if line is None or not line.place:
            return []
        text = parsed.report.text
        begin = text.find(line.place, 0, line.end)
        if begin < 0:
            return []
        found = []
        for part in re.finditer(r"[^,/;]+", line.place):
            name = part.group().strip()
            start = begin + part.start() + len(part.group()) - len(part.group().lstrip())
            mention = self._known(name, Span(start, start + len(name)), None, 0, 0)
            if mention is None and name[:1].isupper():
                mention = Mention(None, 0, 0, Span(start, start + len(name)), name, fold(name))
            if mention is not None:
                mention.header = True
                found.append(mention)
        return found

    def _sentence(self, text: str, sentence: Sentence, *, lower: bool) -> Iterator[Mention]:
        tokens = sentence.tokens
        position = 0
        unknown: Mention | None = None
        while position < len(tokens):
            mention = None
            if _opens(tokens, position, lower=lower):
                mention = self._longest(text, sentence, position, lower=lower)
                if mention is None and unknown is None:
                    unknown = self._unknown(text, sentence, position)
            if mention is not None:
                mention.label = _label(tokens, mention.first, mention.last)
                unknown = None
                yield mention
            position = position + 1 if mention is None else mention.last + 1
            if unknown is not None and position > unknown.last:
                unknown.label = _label(tokens, unknown.first, unknown.last)
                yield unknown
                unknown = None

    def _longest(self, text: str, sentence: Sentence, first: int, *, lower: bool) -> Mention | None:
        tokens = sentence.tokens
        start = tokens[first].start
        article = tokens[first].lower == "the"
        for last in _ends(tokens, first, lower=lower):
            end = tokens[last].end
            if end - start > WIDEST or (article and not self._with_article(text[start:end])):
                continue
            if text[end : end + 1] == "." and text[start : end + 1] in self._cues.abbreviations:
                end += 1
            mention = self._known(
                text[start:end], Span(start, end), sentence, first, last, lower=lower
            )
            if mention is not None:
                return mention
        return None

    def _with_article(self, name: str) -> bool:
        """Whether "The" belongs to the name ("The Hague") and does not merely stand before it."""
        key = fold(name)
        return key.startswith("the ") and bool(self._gazetteer.lookup(key))

    def _known(
        self,
        name: str,
        span: Span,
        sentence: Sentence | None,
        first: int,
        last: int,
        *,
        lower: bool = False,
    ) -> Mention | None:
        """A mention if any list knows the name."""
        key = fold(name)
        if (
            not key
            or key in self._cues.never
            and not (name.isupper() and name in self._cues.abbreviations)
        ):
            return None
        mention = Mention(sentence, first, last, span, name, key)
        abbreviation = self._cues.abbreviations.get(name)
        country = self._countries.by_name(name, any_case=lower)
        region = self._cues.demonyms.get(name)
        if country is not None and country.kind in {"name", "weak", "demonym"}:
            self._take_country(mention, country)
        elif country is not None and country.kind == "seat":
            self._take_seat(mention, country)
        elif region is not None:
            mention.demonym = True
            mention.options = [
                pair for pair in self._gazetteer.lookup(region) if pair[0].kind == "region"
            ]
        elif abbreviation is not None:
            entry = self._gazetteer.entry(abbreviation[0])
            mention.options = [(entry, True)] if entry else []
        elif len(key) < 3 or not _LETTERS.search(name):  # noqa: PLR2004  (two letters name nothing alone)
            return None
        else:
            mention.options = list(self._gazetteer.lookup(key)[:OPTIONS])
            mention.capital = country.alpha3 if country is not None else ""
        return mention if mention.options else None

    def _take_country(self, mention: Mention, country: CountryName) -> None:
        mention.country = country
        mention.demonym = country.kind == "demonym"
        entry = self._cues.countries.get(country.own or country.alpha3)
        options = [] if entry is None else [(entry, True)]
        if not mention.demonym:
            # the same name elsewhere: Georgia, but also Lebanon in Pennsylvania after a comma
            options += self._gazetteer.lookup(mention.key)[:OPTIONS]
        if country.own is None or country.part:
            areas = [o for o in options if o[0].kind in {"region", "admin1"} and o[1]]
            options = areas or options
        mention.options = options

    def _take_seat(self, mention: Mention, country: CountryName) -> None:
        """Seats of power stand where the capital is."""
        state = self._countries.get(country.alpha3)
        if state is None or country.sector not in {"GOV", "MIL"} or not state.capital:
            return
        mention.country = country
        mention.seat = True
        capital = self._gazetteer.lookup(fold(state.capital))
        mention.options = [
            pair for pair in capital if pair[0].country == country.alpha3 and pair[0].kind == "city"
        ][:1]

    def _unknown(self, text: str, sentence: Sentence, first: int) -> Mention | None:
        """A name that the parser or the words before take for a place and no list knows."""
        tokens = sentence.tokens
        token = tokens[first]
        labelled = token.ent in {"GPE", "LOC"} and token.ent_begins
        if not labelled and not self._called(tokens, first):
            return None
        last = first
        while last + 1 < len(tokens) and _continues(tokens, last + 1):
            last += 1
        while last > first and not tokens[last].text[:1].isalnum():
            last -= 1
        span = sentence.cover(first, last)
        name = text[span.start : span.end]
        if not name[:1].isupper() and tokens[first].lower not in ARTICLES:
            return None
        return Mention(sentence, first, last, span, name, fold(name))

    def _called(self, tokens: tuple[Token, ...], first: int) -> bool:
        """Whether "the village of" or "near" stands before a name that the parser did not place."""
        if first == 0 or tokens[first].pos != "PROPN" or tokens[first].ent not in {"", "PERSON", "ORG"}:
            return False
        left = tokens[first - 1]
        if left.lower == "of" and first > 1:
            return tokens[first - 2].lemma.lower() in self._cues.types
        near = left.lower in {"near", "outside", "around"}
        return near or (left.lower in {"in", "at"} and tokens[first].ent != "ORG")


def _continues(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a name that no list knows goes on at token ``i``."""
    token, before = tokens[i], tokens[i - 1]
    if token.ent:
        return token.ent == before.ent and not token.ent_begins
    hyphen = token.text == "-" and token.start == before.end
    return not before.ent and (hyphen or (token.pos == "PROPN" and token.text[:1].isupper()))


def _opens(tokens: tuple[Token, ...], i: int, *, lower: bool) -> bool:
    """Whether a name may begin at token ``i``."""
    token = tokens[i]
    head = token.text[:1]
    if head.isupper():
        return True
    if lower:
        return token.pos == "PROPN" or token.ent in {"GPE", "LOC", "NORP"}
    return (
        token.lower in ARTICLES
        and i + 2 < len(tokens)
        and tokens[i + 1].text == "-"
        and tokens[i + 2].text[:1].isupper()
    )


def _ends(tokens: tuple[Token, ...], first: int, *, lower: bool) -> list[int]:
    """Positions at which a name that begins at ``first`` may end, farthest first."""
    ends: list[int] = []
    for i in range(first, min(first + LONGEST, len(tokens))):
        token = tokens[i]
        if any(c.isupper() for c in token.text) or (lower and token.pos == "PROPN"):
            ends.append(i)
        elif i == first or token.lower in LINKS:
            continue
        elif token.lower in {"river", "sea", "islands", "island", "peninsula", "strait", "valley"}:
            ends.append(i)
            break
        else:
            break
    return ends[::-1]


def _label(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The parser's label, if one entity covers the whole name."""
    label = tokens[first].ent
    if all(t.ent == label for t in tokens[first : last + 1]):
        return label
    labels = {t.ent for t in tokens[first : last + 1]} - {""}
    return labels.pop() if len(labels) == 1 else ""
