"""A report and its record, made by hand: for tests of what comes after the coding."""

from dateline.records import (
    Act,
    Actor,
    Attribution,
    Claim,
    Coder,
    Content,
    DateExpression,
    Dateline,
    Event,
    Evidence,
    Instrument,
    Magnitude,
    Participant,
    Place,
    PlaceCandidate,
    PlaceOffset,
    Record,
    Relation,
    Report,
    SentenceRef,
    Span,
    Stance,
    Why,
)

TEXT = (
    "ADEN, Yemen, April 5 (AP) -- Rebels shelled the harbour of Aden on Friday and killed at least 12 "
    "dockers, the mayor said. "
    "\u201cWe never fired on the harbour,\u201d the rebels said. "
    "Egypt promised to send a hospital ship on April 9."
)
CODER = Coder("0.1.0", "en_core_web_md 3.8.0", "2026-11", ("status-1",))


def at(words: str, text: str = TEXT) -> Span:
    """Where the words stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def words(some: str) -> Evidence:
    """The words as evidence."""
    return Evidence(some, at(some))


def sentence(index: int) -> SentenceRef:
    """One of the three sentences of the sample."""
    bounds = ("Rebels shelled", "\u201cWe never", "Egypt promised", "")
    start = TEXT.index(bounds[index])
    end = TEXT.index(bounds[index + 1]) if bounds[index + 1] else len(TEXT)
    text = TEXT[start:end].rstrip()
    return SentenceRef(index, text, Span(start, start + len(text)))


REBELS = Actor(
    "a-1", "Rebels", ("rebels",), "YEM", ("REB",), "YEMREB", "group", None, (at("Rebels"),)
)
DOCKERS = Actor(
    "a-2", "dockers", (), "YEM", ("LAB", "CVL"), "YEMLAB", "group", None, (at("dockers"),)
)
MAYOR = Actor(
    "a-3", "mayor of Aden", (), "YEM", ("GOV",), "YEMGOV", "person", None, (at("the mayor"),)
)
EGYPT = Actor("a-4", "Egypt", (), "EGY", ("GOV",), "EGYGOV", "country", "Q79", (at("Egypt"),))


def part(actor: Actor, some: str | None, *, inferred: bool = False) -> Participant:
    """An actor in a role, with the words that show it."""
    return Participant(actor, some, at(some) if some else None, inferred)


ADEN = Place(
    "Aden", at("Aden"), "Aden", "YEM", "Yemen", "Aden", "city", "literal", 12.78, 45.04, 415189, "exact",
    PlaceOffset(3.0, None, "the airport"),
    (PlaceCandidate("Aden", "USA", "Alberta", 51.0, -112.0, 1, 0.2),),
)  # fmt: skip
NOWHERE = Place("Karvel", at("Yemen"), reason="not in the gazetteer")
FRIDAY = DateExpression(
    "Friday", at("Friday"), "DATE", "2019-04-05", "2019-04-05", "2019-04-05", "2019-04-05", "relative to the report"
)  # fmt: skip
NINTH = DateExpression(
    "April 9", at("April 9"), "DATE", "XXXX-04-09", None, None, "XXXX-04-09", "unknown year"
)  # fmt: skip
LATER = DateExpression(
    "April 9", at("April 9"), "DATE", "2019-04-09", "2019-04-09", "2019-04-09", "2019-04-09", "relative to the report"
)  # fmt: skip

SHELLING = Event(
    id="e-shelling", type="ASSAULT", modes=("heavy-weapons",), contexts=("military",), cameo="194",
    quad=4, goldstein=-10.0, intensity=-9.0, status="actual", relevant=True, of=None,
    actors=(part(REBELS, "Rebels"),), recipients=(part(DOCKERS, "dockers", inferred=True),),
    instruments=(Instrument("shelled", at("shelled"), "heavy-weapons"),), place=ADEN, date=FRIDAY,
    magnitude=Magnitude(killed=(12, None), spans=(("killed", at("at least 12")),)),
    attribution=Attribution("c-mayor", part(MAYOR, "the mayor")), commitment=0.9,
    sentence=sentence(0), trigger=words("shelled"), confidence=0.8,
    why=Why(("assault.shell.v1",), ("attribution: said",), ("MOBILIZE: weaker",), ("subject is doer",)),
)  # fmt: skip
DENIED = Event(
    id="e-denied", type="ASSAULT", modes=(), contexts=(), cameo="190", quad=4, goldstein=-9.0,
    intensity=None, status="denied", relevant=True, of=None, actors=(part(REBELS, None, inferred=True),),
    recipients=(), instruments=(), place=None, date=None, magnitude=Magnitude(),
    attribution=Attribution("c-rebels", None), commitment=0.05, sentence=sentence(1),
    trigger=words("fired"), confidence=0.6,
)  # fmt: skip
PROMISE = Event(
    id="e-promise", type="AGREE", modes=(), contexts=("human_security",), cameo="033", quad=1,
    goldstein=5.2, intensity=2.5, status="actual", relevant=True,
    of=Act("AID", ("medical",), (), (part(EGYPT, "Egypt"),), (), None, LATER, Magnitude(), words("send")),
    actors=(part(EGYPT, "Egypt"),), recipients=(), instruments=(), place=None, date=None,
    magnitude=Magnitude(), attribution=None, commitment=0.8, sentence=sentence(2),
    trigger=words("promised"), confidence=0.7,
)  # fmt: skip
PLANNED = Event(
    id="e-planned", type="CONSULT", modes=(), contexts=(), cameo="040", quad=1, goldstein=1.0,
    intensity=1.0, status="planned", relevant=True, of=None, actors=(), recipients=(part(EGYPT, "Egypt"),),
    instruments=(), place=ADEN, date=NINTH, magnitude=Magnitude(), attribution=None, commitment=0.5,
    sentence=sentence(2), trigger=words("send"), confidence=0.5,
)  # fmt: skip
ORDINARY = Event(
    id="e-ordinary", type="COERCE", modes=("arrest",), contexts=(), cameo="173", quad=4, goldstein=-5.0,
    intensity=-5.0, status="actual", relevant=False, of=None, actors=(), recipients=(), instruments=(),
    place=None, date=None, magnitude=Magnitude(), attribution=None, commitment=1.0,
    sentence=sentence(0), trigger=words("killed"), confidence=0.4,
)  # fmt: skip
CLAIM_MAYOR = Claim(
    "c-mayor", part(MAYOR, "the mayor"), (part(MAYOR, "the mayor"),), "say", words("said"),
    Content("Rebels shelled the harbour of Aden", (at("Rebels shelled the harbour of Aden"),)), False,
    None, None, FRIDAY, ("e-shelling",), (Stance("e-shelling", "affirms"),), sentence(0),
)  # fmt: skip
CLAIM_REBELS = Claim(
    "c-rebels", part(REBELS, "the rebels"), (part(REBELS, "the rebels"),), "deny", words("said"),
    Content("We never fired on the harbour,", (at("We never fired on the harbour,"),)), True,
    words("the mayor"), words("the harbour"), None, ("e-denied",), (), sentence(1),
)  # fmt: skip
RELATION = Relation(
    "opposes", part(REBELS, "Rebels"), part(MAYOR, "the mayor"), "alleged",
    Attribution("c-mayor", part(MAYOR, "the mayor")), at("Rebels"), sentence(0),
)  # fmt: skip
BASED = Relation("based_in", part(REBELS, "Rebels"), ADEN, "actual", None, at("Aden"), sentence(0))

REPORT = Report(
    id="r-1", input="aden.txt", text=TEXT, title="Rebels Shell Harbour", url="https://harbour.example/1",
    publisher="The Harbour Times", dateline=Dateline("ADEN, Yemen", "April 5", "AP", TEXT.index("Rebels")),
    published="2019-04-05", published_from="given", language="en", left_out=("Advertisement",),
)  # fmt: skip
RECORD = Record(
    REPORT, CODER, (REBELS, DOCKERS, MAYOR, EGYPT), (ADEN, NOWHERE), (FRIDAY, LATER),
    (SHELLING, DENIED, PROMISE, PLANNED, ORDINARY), (CLAIM_MAYOR, CLAIM_REBELS), (RELATION, BASED),
)  # fmt: skip
EMPTY = Record(
    Report("r-2", "leer.txt", "Drei Worte hier.", language="de", not_coded="the text is in German, not in English"),
    CODER,
)  # fmt: skip
