"""The of- and in-phrases behind a noun that say whose or which it is."""

from dateline.knowledge.actors import words
from dateline.resolve.who.mention import WITHIN, Mention
from dateline.resolve.who.phrases import conjuncts, done_there, left_edge, objects
from dateline.resolve.who.roles import counts
from dateline.resolve.who.runs import View

#: "and the western", at most, between two conjuncts that belong together.
BETWEEN = 3


def belong(view: View, made: Mention) -> None:
    """Take in the of- and in-phrases that say whose or which, and the country they tell."""
    sentence = view.sentence
    end = made.head
    for word, obj in objects(sentence, made.head):
        edge = left_edge(sentence, obj)
        prep = sentence.tokens[obj].head
        if prep != end + 1 or not _identifies(view, obj):
            continue
        if done_there(sentence, made.head, obj):
            continue
        end = reach(view, obj)
        body = view.runs.get(obj)
        if word == "of" and body and body.entries and made.country is None:
            made.country, made.rank = body.entries[0].terms[0].country, WITHIN
        if word == "of" and made.weak and made.kind == "person":
            _sector_of_body(view, made, obj)
        if word != "of" and (posted(made) or sentence.tokens[obj].lemma in words("borders")):
            continue  # where they were sent, or whose frontier they are near
        for i in range(edge, end + 1):
            run = view.runs.get(i)
            if run and run.country and made.country is None and counts(view, run.first, run.last):
                made.country, made.rank = run.country.side, WITHIN
    made.last = end


def posted(made: Mention) -> bool:
    """Whether the place behind a body is only where it was sent: "the mission in Haiti" is not Haiti's."""
    return made.agent is not None and made.agent.noun.split()[-1] in words("posted")


def _sector_of_body(view: View, made: Mention, obj: int) -> None:
    """The chief of a mercenary group is no minister, nor the chairman of a company."""
    if made.agent is None or made.agent.noun not in words("leaders") | words("of-body"):
        return
    body = view.runs.get(obj)
    found: tuple[str, ...] = ()
    if body and body.entries:
        found = body.entries[0].terms[0].sectors
    elif body is None or not body.country:
        noun = view.noun(obj)
        found = noun[1].sectors if noun and noun[1].kind in ("organisation", "group") else ()
    if found:
        made.sectors, made.weak = found, False


def _identifies(view: View, obj: int) -> bool:
    token = view.sentence.tokens[obj]
    if obj in view.runs:
        return True
    return token.ent in ("GPE", "LOC", "ORG") or view.base.noun((), token.lower) is not None


def reach(view: View, obj: int) -> int:
    """Last token of an object with its own of-phrases and conjuncts, commas not crossed."""
    sentence = view.sentence
    run = view.runs.get(obj)
    end = max(obj, run.last if run else obj)
    for _, inner in objects(sentence, obj):
        if sentence.tokens[inner].head == end + 1 and _identifies(view, inner):
            end = reach(view, inner)
    for other in conjuncts(sentence, obj):
        between = sentence.tokens[end + 1 : other]
        if (
            other > end
            and len(between) <= BETWEEN
            and all(t.pos in ("CCONJ", "DET", "ADJ", "PROPN") for t in between)
            and other in view.runs
        ):
            end = max(other, view.runs[other].last)
    return end
