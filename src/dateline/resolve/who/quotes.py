"""Which words stand inside quotation marks, and who speaks them."""

from dateline.knowledge.actors import words
from dateline.resolve.who.links import entity_of
from dateline.resolve.who.mention import Entity
from dateline.resolve.who.story import Story

LONGEST_MARK = 2
OPEN, CLOSE = "\u201c\u00ab", "\u201d\u00bb"


def mark(story: Story) -> None:
    """Note the tokens of each sentence that stand inside quotation marks."""
    paragraph, inside = -1, ""
    for v in story.views:
        if v.sentence.paragraph != paragraph:
            paragraph, inside = v.sentence.paragraph, ""
        found: set[int] = set()
        for t in v.sentence.tokens:
            sign = v.sentence.text[t.start - v.sentence.span.start]
            was = inside
            inside = _after(sign, t.tag, len(t.text), inside)
            if inside and was:
                found.add(t.i)
        story.quoted.append(found)


def speak(story: Story) -> None:
    """Find the speaker of every sentence with a quotation, and give him its "I" and "we"."""
    said = [sayer(story, i) for i in range(len(story.views))]
    for i, found in enumerate(story.quoted):
        speaker = said[i] or _beside(story, said, i)
        if not found or speaker is None:
            continue
        story.speakers[i] = speaker
        for mention in story.mentions[i]:
            if (
                mention.gender in ("1", "1p")
                and mention.form == "pronoun"
                and mention.head in found
            ):
                speaker.take(mention)


def _after(sign: str, tag: str, size: int, inside: str) -> str:
    """The sign that closes the quotation we are in after this token, "" outside."""
    if size > LONGEST_MARK:
        return inside
    if sign in OPEN:
        return CLOSE
    if sign in CLOSE and sign in inside:
        return ""
    if sign == '"':
        return "" if inside == '"' else inside or '"'
    if sign == "\u2018":
        return inside or "\u2019"
    if sign == "\u2019" and inside == "\u2019" and tag != "POS":
        return ""
    if sign == "'" and tag in ("``", "''"):
        return "" if inside == "'" else inside or ("'" if tag == "``" else "")
    return inside


def sayer(story: Story, sent: int) -> Entity | None:
    """Subject of the reporting verb outside the quotation."""
    sentence = story.sentence(sent)
    for t in sentence.tokens:
        if t.lemma not in words("saying") or t.pos != "VERB" or t.i in story.quoted[sent]:
            continue
        for child in sentence.children[t.i]:
            if sentence.tokens[child].dep == "nsubj" and child not in story.quoted[sent]:
                mention = story.at[sent].get(child)
                found = entity_of(mention)
                if found and found.kind not in ("thing", "place"):
                    return found
        if t.dep in ("advcl", "conj", "xcomp") and t.tag == "VBG":
            found = _subject_of(story, sent, t.head)
            if found:
                return found
    return None


def _subject_of(story: Story, sent: int, verb: int) -> Entity | None:
    sentence = story.sentence(sent)
    for child in sentence.children[verb]:
        if sentence.tokens[child].dep == "nsubj":
            return entity_of(story.at[sent].get(child))
    return None


def _beside(story: Story, said: list[Entity | None], sent: int) -> Entity | None:
    """Speaker of the sentence before in the paragraph, else of the one after it."""
    paragraph = story.sentence(sent).paragraph
    for other in (sent - 1, sent + 1, sent - 2, sent + 2):
        if 0 <= other < len(said) and said[other] and story.sentence(other).paragraph == paragraph:
            return said[other]
    return None
