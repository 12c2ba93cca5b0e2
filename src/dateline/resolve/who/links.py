"""Names and descriptions that the text itself sets equal: apposition, brackets, "known as"."""

from collections import Counter

from dateline.knowledge.actors import pieces, words
from dateline.records import Sentence
from dateline.resolve.who.mention import NOWHERE, Entity, Mention
from dateline.resolve.who.names import acronym_of
from dateline.resolve.who.phrases import conjuncts
from dateline.resolve.who.story import Story

#: Longest and shortest acronym in brackets.
LONGEST, SHORTEST = 10, 3
#: Dependencies of an apposition that the parser hung elsewhere.
LOOSE = frozenset({"appos", "nsubj", "ROOT", "dobj", "npadvmod", "dep"})
BODIES = frozenset({"organisation", "group"})


def link(story: Story) -> None:
    """Merge what the text sets equal."""
    for found in story.mentions:
        for mention in found:
            if mention.form == "pronoun":
                continue
            _apposition(story, mention)
            _brackets(story, mention)
            _known_as(story, mention)
            _or(story, mention)
            _broken(story, mention)
            _identified(story, mention)


def entity_of(mention: Mention | None) -> Entity | None:
    """The one entity of a mention, None when it has none or several."""
    return mention.entities[0] if mention is not None and len(mention.entities) == 1 else None


def _apposition(story: Story, mention: Mention) -> None:
    sentence = story.sentence(mention.sent)
    for child in sentence.children[mention.head]:
        other = story.at[mention.sent].get(child)
        if other is None or sentence.tokens[child].dep != "appos":
            continue
        listed = bool(conjuncts(sentence, child)) or sentence.tokens[mention.head].dep == "conj"
        if _equal(mention, other, sentence, listed):
            _in_passing(mention, other)
            _unite(story, mention, other)
    _name_beside(story, mention)
    _title_after(story, mention)


def _name_beside(story: Story, mention: Mention) -> None:
    """The medical charity X: a body's name right behind its noun, under the same verb."""
    if mention.form != "description" or mention.kind not in BODIES or mention.plural:
        return
    tokens = story.sentence(mention.sent).tokens
    other = story.at[mention.sent].get(_head_after(story, mention))
    if other is None or other.form != "name" or other.kind != "organisation":
        return
    one, two = tokens[mention.head], tokens[other.head]
    if one.dep == two.dep == "nsubj" and one.head == two.head:
        _unite(story, other, mention)


def _head_after(story: Story, mention: Mention) -> int:
    run = story.views[mention.sent].runs.get(mention.last + 1)
    return run.head if run is not None and run.first == mention.last + 1 else -1


def _in_passing(mention: Mention, other: Mention) -> None:
    """The commissioner, an Australian: the nationality of whoever holds an office is not its."""
    if mention.roles and other.agent is None and other.form == "description":
        other.country, other.rank, other.countries = None, NOWHERE, ()


def _title_after(story: Story, mention: Mention) -> None:
    """The spokesman, X: a name the parser hung elsewhere, right after a comma."""
    if (
        mention.form != "description"
        or mention.kind != "person"
        or mention.plural
        or mention.entities
    ):
        return
    sentence = story.sentence(mention.sent)
    at = mention.last + 1
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at].text != ",":
        return
    other = next(
        (
            m
            for m in story.mentions[mention.sent]
            if m.form == "name" and m.kind == "person" and m.first == at + 1
        ),
        None,
    )
    if (
        other
        and other.last + 1 < len(sentence.tokens)
        and sentence.tokens[other.last + 1].text in (",", ".")
        and mention.definite
        and sentence.tokens[other.head].dep in LOOSE
    ):
        _unite(story, mention, other)


def _equal(one: Mention, other: Mention, sentence: Sentence, listed: bool) -> bool:
    if one.kind != other.kind and not {one.kind, other.kind} <= BODIES:
        return False
    if one.kind in ("country", "thing", "place", "measure"):
        return False
    if one.form == "name" and other.form == "name":
        bracket = other.first > 0 and sentence.tokens[other.first - 1].text == "("
        return one.kind != "person" and (
            acronym_of(other.name, one.name) or (bracket and other.name.isupper())
        )
    if listed and not (other.form == "name" and one.definite):
        return False
    if one.form != other.form:
        return one.plural == other.plural or one.kind != "person"
    return one.kind == "person" and not one.plural and not other.plural


def _unite(story: Story, one: Mention, other: Mention) -> None:
    first, second = entity_of(one), entity_of(other)
    if first and second:
        if not _clash(first, second):
            story.merge(
                *(
                    (first, second)
                    if one.form == "name" or other.form != "name"
                    else (second, first)
                )
            )
    elif first:
        first.take(other)
    elif second:
        second.take(one)
    else:
        story.new(one.kind, one).take(other)


def _clash(one: Entity, other: Entity) -> bool:
    return one.entry is not None and other.entry is not None and one.entry is not other.entry


def _brackets(story: Story, mention: Mention) -> None:
    """An acronym in brackets right after a body's name or description."""
    sentence = story.sentence(mention.sent)
    tokens = sentence.tokens
    end = mention.last
    if end + 3 < len(tokens) and tokens[end + 1].tag == "IN" and mention.form == "name":
        end = _over_place(story, mention, end)
    if (
        mention.kind not in BODIES
        or mention.modifier
        or end + 3 >= len(tokens)
        or tokens[end + 1].text != "("
    ):
        return
    inner = next(
        (m for m in story.mentions[mention.sent] if m.first == end + 2 and m.form == "name"), None
    )
    if (
        inner is None
        or inner.last + 1 >= len(tokens)
        or tokens[inner.last + 1].text != ")"
        or inner is mention
    ):
        return
    if (
        inner.kind not in ("organisation", "person", "place", "group")
        or not (_short(inner.name) or _initials(inner.name, mention.name))
        or (inner.sure and inner.kind == "person")
    ):
        return
    if end != mention.last:
        mention.last = end
        words = sentence.words(mention.name_first, end)
        owner = entity_of(mention)
        if owner and words not in owner.forms:
            owner.forms.append(words)
    _unite(story, mention, inner)


def _over_place(story: Story, mention: Mention, end: int) -> int:
    """Over "in the DRC" between a name and its acronym."""
    tokens = story.sentence(mention.sent).tokens
    if tokens[end + 1].lower not in ("in", "of", "for"):
        return end
    place = next(
        (
            m
            for m in story.mentions[mention.sent]
            if end + 1 < m.head <= end + 5 and m.kind in ("country", "place")
        ),
        None,
    )
    if place and place.last + 1 < len(tokens) and tokens[place.last + 1].text == "(":
        return place.last
    return end


def _short(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return 1 < len(letters) <= LONGEST and sum(c.isupper() for c in letters) * 2 > len(letters)


def _initials(short: str, full: str) -> bool:
    """Whether a bracketed word is made of a name's initials, in any order: of another language's."""
    letters = Counter(short.lower())
    return (
        short.istitle()
        and SHORTEST <= len(short) <= LONGEST
        and letters <= Counter(w[0] for w in pieces(full))
    )


def _known_as(story: Story, mention: Mention) -> None:
    """X, known as Y; a group called Y."""
    sentence = story.sentence(mention.sent)
    if mention.kind not in BODIES | {"person"}:
        return
    for child in sentence.children[mention.head]:
        token = sentence.tokens[child]
        if token.dep not in ("acl", "relcl") or token.lemma not in words("naming"):
            continue
        below = sentence.subtree(child)
        named = [
            m
            for m in story.mentions[mention.sent]
            if m.head in below and m.form == "name" and not m.modifier and m.kind != "country"
        ]
        if (
            named
            and named[0].kind in (mention.kind, "organisation", "group")
            and mention.kind != "person"
        ):
            _unite(story, mention, named[0])


def _or(story: Story, mention: Mention) -> None:
    """X, or Y, of two names of one body."""
    sentence = story.sentence(mention.sent)
    if mention.form != "name" or mention.kind not in BODIES:
        return
    at = mention.last + 1
    tokens = sentence.tokens
    if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].lower != "or":
        return
    other = next(
        (
            m
            for m in story.mentions[mention.sent]
            if m.first in (at + 2, at + 3) and m.form == "name"
        ),
        None,
    )
    if (
        other
        and other.kind not in ("country", "place")
        and other.last + 1 < len(tokens)
        and tokens[other.last + 1].text in (",", ".")
    ):
        _unite(story, mention, other)


def _identified(story: Story, mention: Mention) -> None:
    """The attacker was identified as X; police named the suspect as X."""
    sentence = story.sentence(mention.sent)
    if mention.kind != "person" or mention.plural or mention.modifier:
        return
    dep, verb = sentence.tokens[mention.head].dep, sentence.tokens[mention.head].head
    if dep not in ("nsubjpass", "dobj") or sentence.tokens[verb].lemma not in words("identifying"):
        verb = next(
            (
                c
                for c in sentence.children[mention.head]
                if sentence.tokens[c].dep in ("relcl", "acl")
            ),
            -1,
        )
        if verb < 0 or sentence.tokens[verb].lemma not in words("identifying"):
            return
    for child in sentence.children[verb]:
        t = sentence.tokens[child]
        below = (
            [child]
            if t.dep in ("oprd", "attr")
            else sentence.children[child]
            if t.lower == "as"
            else ()
        )
        for i in below:
            other = story.at[mention.sent].get(i)
            if other and other.form == "name" and other.kind == "person" and other is not mention:
                _unite(story, other, mention)
                return


def _broken(story: Story, mention: Mention) -> None:
    """A name that the parser cut in two at a dangling hyphen: "al-Wasila al- / Samani"."""
    sentence = story.sentence(mention.sent)
    if (
        mention.form != "name"
        or mention.kind != "person"
        or mention.sent + 1 >= len(story.views)
        or mention.last + 2 < len(sentence.tokens)
    ):
        return
    after = story.sentence(mention.sent + 1)
    if not sentence.tokens[-1].text.endswith("-") or after.paragraph != sentence.paragraph:
        return
    other = next(
        (
            m
            for m in story.mentions[mention.sent + 1]
            if m.form == "name" and m.name_first == 0 and m.kind in ("person", "organisation")
        ),
        None,
    )
    if other is None:
        return
    other.kind = mention.kind
    _unite(story, mention, other)
    owner = entity_of(mention)
    if owner is not None:
        owner.kind = "person"
        mention.name = story.text[
            sentence.tokens[mention.name_first].start : after.tokens[other.name_last].end
        ]
        owner.forms.append(mention.name)
