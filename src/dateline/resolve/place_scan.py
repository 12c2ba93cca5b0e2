"""Finds names that may be places: every capitalised run against the gazetteer, any label."""

import re
from collections.abc import Iterator

from dateline.knowledge.countries import Countries, CountryName
from dateline.knowledge.gazetteer import Gazetteer, fold
from dateline.knowledge.place_cues import PlaceCues
from dateline.records import ParsedReport, Sentence, Span, Token
from dateline.resolve.place_mentions import (
    ARTICLES,
    WIDEST,
    Mention,
    continues,
    ends,
    label_of,
    opens,
)

#: Two letters name no place by themselves.
SHORTEST = 3
#: Letters of a postal code, which in a text of capitals is a word ("IN").
STATE_CODE = 2
#: Characters by which a report wholly in lower case is known.
HEAD = 4000
UNSURE_LABELS = frozenset({"", "PERSON", "ORG"})
_LETTERS = re.compile(r"[^\W\d_]")


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
        head = text[:HEAD]
        case = ""
        if head.upper() == head:
            case = "upper"
        elif head.lower() == head:
            case = "lower"
        found: list[Mention] = []
        for sentence in parsed.sentences:
            found.extend(self._sentence(text, sentence, case))
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
            mention = Mention(None, 0, 0, Span(start, start + len(name)), name, fold(name))
            if self._known(mention) is not None or name[:1].isupper():
                mention.header = True
                found.append(mention)
        return found

    def _sentence(self, text: str, sentence: Sentence, case: str) -> Iterator[Mention]:
        tokens = sentence.tokens
        position = 0
        unknown: Mention | None = None
        while position < len(tokens):
            mention = None
            if opens(tokens, position, lower=case == "lower"):
                mention = self._longest(text, sentence, position, case)
                if mention is None and unknown is None:
                    unknown = self._unknown(text, sentence, position)
            if mention is not None:
                mention.label = label_of(tokens, mention.first, mention.last)
                unknown = None
                yield mention
            position = position + 1 if mention is None else mention.last + 1
            if unknown is not None and position > unknown.last:
                unknown.label = label_of(tokens, unknown.first, unknown.last)
                yield unknown
                unknown = None

    def _longest(self, text: str, sentence: Sentence, first: int, case: str) -> Mention | None:
        tokens = sentence.tokens
        start = tokens[first].start
        article, lower, upper = tokens[first].lower == "the", case == "lower", case == "upper"
        for last in ends(tokens, first, lower=lower):
            end = tokens[last].end
            if end - start > WIDEST or (article and not self._with_article(text[start:end])):
                continue
            if text[end : end + 1] == "." and text[start : end + 1] in self._cues.abbreviations:
                end += 1
            name = text[start:end]
            if upper and len(name) == STATE_CODE:
                continue
            mention = Mention(sentence, first, last, Span(start, end), name, fold(name))
            if self._known(mention, lower=lower) is not None:
                return mention
        return None

    def _with_article(self, name: str) -> bool:
        """Whether "The" belongs to the name ("The Hague") and does not merely stand before it."""
        key = fold(name)
        return key.startswith("the ") and bool(self._gazetteer.lookup(key))

    def _known(self, mention: Mention, *, lower: bool = False) -> Mention | None:
        """The mention with its places, if any list knows the name."""
        name, key = mention.text, mention.key
        short = name in self._cues.abbreviations
        if not key or (key in self._cues.never and not short):
            return None
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
        elif len(key) >= SHORTEST and _LETTERS.search(name):
            mention.options = list(self._gazetteer.lookup(key))
            mention.capital = country.alpha3 if country is not None else ""
        return mention if mention.options else None

    def _take_country(self, mention: Mention, country: CountryName) -> None:
        mention.country = country
        mention.demonym = country.kind == "demonym"
        entry = self._cues.countries.get(country.own or country.alpha3)
        options = [] if entry is None else [(entry, True)]
        if not mention.demonym:
            # the same name elsewhere: Georgia, but also Lebanon in Pennsylvania after a comma
            options += self._gazetteer.lookup(mention.key)
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
        while last + 1 < len(tokens) and continues(tokens, last + 1):
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
        if first == 0 or tokens[first].pos != "PROPN" or tokens[first].ent not in UNSURE_LABELS:
            return False
        left = tokens[first - 1]
        if left.lower == "of" and first > 1:
            return tokens[first - 2].lemma.lower() in self._cues.types
        near = left.lower in {"near", "outside", "around"}
        return near or (left.lower in {"in", "at"} and tokens[first].ent != "ORG")
