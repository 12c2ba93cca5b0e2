"""What each type and mode of act is called in a sentence; plain words, none of an article's own."""

from typing import NamedTuple


class Phrase(NamedTuple):
    """An act in words: ``toward`` with a recipient in the place of ``{}``, ``bare`` without one, ``noun`` for no doer.

    ``toward`` and ``bare`` begin with a verb that ``inflected`` knows; ``link`` joins the noun and a recipient.
    """

    toward: str
    bare: str
    noun: str
    link: str


def _p(toward: str, bare: str, noun: str, link: str = "with regard to") -> Phrase:
    return Phrase(toward, bare, noun, link)


#: By type, and by (type, mode); the first mode that stands here is taken.
_TYPES = {
    "AGREE": _p(
        "make an agreement or promise to {}", "make an agreement or promise",
        "an agreement or promise", "to",
    ),
    "CONSULT": _p("hold talks with {}", "hold talks", "talks", "with"),
    "SUPPORT": _p("voice support for {}", "voice support", "support", "for"),
    "COOPERATE": _p("cooperate with {}", "cooperate", "cooperation", "with"),
    "AID": _p("give aid to {}", "give aid", "aid", "to"),
    "CONCEDE": _p("make a concession to {}", "make a concession", "a concession", "to"),
    "RETREAT": _p("give ground to {}", "give ground", "a withdrawal or release"),
    "REQUEST": _p("make a demand or request to {}", "make a demand or request", "a demand or request", "to"),
    "ACCUSE": _p("accuse or criticise {}", "make an accusation", "an accusation", "against"),
    "REJECT": _p("refuse a proposal or demand of {}", "refuse a proposal or demand", "a refusal"),
    "THREATEN": _p("threaten {}", "make a threat", "a threat", "against"),
    "PROTEST": _p("protest against {}", "protest", "a protest", "against"),
    "SANCTION": _p("take measures against {}", "take punitive measures", "punitive measures", "against"),
    "MOBILIZE": _p("move forces against {}", "move forces", "a movement of forces", "against"),
    "COERCE": _p("use coercion on {}", "use coercion", "coercion", "of"),
    "ASSAULT": _p("attack {}", "carry out an attack", "an attack", "on"),
}  # fmt: skip
_MODES = {
    ("CONSULT", "visit"): _p("visit {}", "make a visit", "a visit", "to"),
    ("CONSULT", "phone"): _p("talk by phone with {}", "talk by phone", "a talk by phone", "with"),
    ("RETREAT", "withdraw"): _p("pull back forces before {}", "pull back forces", "a pull-back of forces", "before"),
    ("RETREAT", "release"): _p("release {}", "release captives", "a release", "of"),
    ("RETREAT", "disarm"): _p("disarm before {}", "disarm", "a disarmament", "before"),
    ("RETREAT", "ceasefire"): _p("cease fire with {}", "cease fire", "a ceasefire", "with"),
    ("RETREAT", "access"): _p("give access to {}", "give access", "access", "for"),
    ("RETREAT", "resign"): _p("resign before {}", "resign", "a resignation", "before"),
    ("REQUEST", "assist"): _p("ask {} for help", "ask for help", "a request for help", "to"),
    ("REQUEST", "change"): _p("ask {} for change", "ask for change", "a demand for change", "to"),
    ("REQUEST", "yield"): _p("ask {} for a concession", "ask for a concession", "a demand for a concession", "to"),
    ("REQUEST", "meet"): _p("ask {} for talks", "ask for talks", "a request for talks", "to"),
    ("ACCUSE", "disapprove"): _p("criticise {}", "voice criticism", "criticism", "of"),
    ("ACCUSE", "investigate"): _p("investigate {}", "hold an inquiry", "an inquiry", "into"),
    ("ACCUSE", "allege"): _p("accuse {}", "make an accusation", "an accusation", "against"),
    ("REJECT", "assist"): _p("refuse help to {}", "refuse help", "a refusal of help", "to"),
    ("REJECT", "change"): _p("refuse a change to {}", "refuse a change", "a refusal of change", "to"),
    ("REJECT", "yield"): _p("refuse a concession to {}", "refuse a concession", "a refusal of a concession", "to"),
    ("REJECT", "meet"): _p("refuse talks with {}", "refuse talks", "a refusal of talks", "with"),
    ("THREATEN", "violence"): _p("threaten {} with force", "threaten force", "a threat of force", "against"),
    ("PROTEST", "demo"): _p("demonstrate against {}", "demonstrate", "a demonstration", "against"),
    ("PROTEST", "riot"): _p("riot against {}", "riot", "a riot", "against"),
    ("PROTEST", "strike"): _p("go on strike against {}", "go on strike", "a strike", "against"),
    ("PROTEST", "hunger"): _p("go on hunger strike against {}", "go on hunger strike", "a hunger strike", "against"),
    ("PROTEST", "boycott"): _p("boycott {}", "hold a boycott", "a boycott", "of"),
    ("PROTEST", "obstruct"): _p(
        "block passage in protest against {}", "block passage in protest", "a blockade in protest", "against"
    ),
    ("PROTEST", "vandalize"): _p(
        "damage property in protest against {}", "damage property in protest", "damage in protest", "against"
    ),
    ("SANCTION", "convict"): _p("rule against {}", "give a ruling of guilt", "a ruling", "against"),
    ("SANCTION", "expel"): _p("expel {}", "make an expulsion", "an expulsion", "of"),
    ("SANCTION", "withdraw"): _p("break off with {}", "break off", "a break", "with"),
    ("SANCTION", "discontinue"): _p("cut ties with {}", "cut ties", "a cut of ties", "with"),
    ("MOBILIZE", "troops"): _p("move troops against {}", "move troops", "a movement of troops", "against"),
    ("MOBILIZE", "weapons"): _p("ready weapons against {}", "ready weapons", "a readying of weapons", "against"),
    ("MOBILIZE", "police"): _p("deploy police against {}", "deploy police", "a deployment of police", "against"),
    ("MOBILIZE", "militia"): _p("move armed groups against {}", "move armed groups", "a movement of armed groups", "against"),
    ("COERCE", "seize"): _p("search or seize property of {}", "search or seize property", "a search or seizure", "of"),
    ("COERCE", "restrict"): _p("restrict {}", "impose restrictions", "restrictions", "on"),
    ("COERCE", "censor"): _p("censor {}", "impose censorship", "censorship", "of"),
    ("COERCE", "curfew"): _p("impose a curfew on {}", "impose a curfew", "a curfew", "on"),
    ("COERCE", "martial-law"): _p(
        "impose a state of emergency on {}", "impose a state of emergency", "a state of emergency", "on"
    ),
    ("COERCE", "arrest"): _p("detain {}", "detain people", "a detention", "of"),
    ("COERCE", "deport"): _p("deport {}", "deport people", "a deportation", "of"),
    ("COERCE", "withhold"): _p("cut supplies to {}", "cut supplies", "a cut of supplies", "to"),
    ("COERCE", "misinformation"): _p("deceive {}", "spread misinformation", "misinformation", "against"),
    ("COERCE", "cyber"): _p("make a cyber attack on {}", "make a cyber attack", "a cyber attack", "on"),
    ("ASSAULT", "abduct"): _p("abduct {}", "abduct people", "an abduction", "of"),
    ("ASSAULT", "beat"): _p("beat {}", "beat people", "a beating", "of"),
    ("ASSAULT", "torture"): _p("torture {}", "use torture", "torture", "of"),
    ("ASSAULT", "sexual"): _p("commit sexual violence against {}", "commit sexual violence", "sexual violence", "against"),
    ("ASSAULT", "targeted"): _p(
        "make a targeted attack on {}", "make a targeted attack", "a targeted attack", "on"
    ),
    ("ASSAULT", "destroy"): _p("destroy property of {}", "destroy property", "destruction of property", "of"),
    ("ASSAULT", "firearms"): _p("attack {} with firearms", "attack with firearms", "an attack with firearms", "on"),
    ("ASSAULT", "explosives"): _p("attack {} with explosives", "attack with explosives", "an attack with explosives", "on"),
    ("ASSAULT", "suicide-attack"): _p("make a suicide attack on {}", "make a suicide attack", "a suicide attack", "on"),
    ("ASSAULT", "aerial"): _p("attack {} from the air", "attack from the air", "an attack from the air", "on"),
    ("ASSAULT", "drone"): _p("attack {} with drones", "attack with drones", "a drone attack", "on"),
    ("ASSAULT", "heavy-weapons"): _p(
        "attack {} with heavy weapons", "attack with heavy weapons", "an attack with heavy weapons", "on"
    ),
    ("ASSAULT", "crowd-control"): _p(
        "use crowd-control means on {}", "use crowd-control means", "use of crowd-control means", "on"
    ),
    ("ASSAULT", "unconventional"): _p(
        "attack {} with unconventional weapons", "attack with unconventional weapons",
        "an attack with unconventional weapons", "on",
    ),
}  # fmt: skip
#: Past and participle of the verbs above that do not take -ed; of two verbs joined by "or", both.
_IRREGULAR = {
    "make": ("made", "made"), "hold": ("held", "held"), "give": ("gave", "given"),
    "take": ("took", "taken"), "go": ("went", "gone"), "cut": ("cut", "cut"),
    "break": ("broke", "broken"), "beat": ("beat", "beaten"), "spread": ("spread", "spread"),
    "move": ("moved", "moved"), "carry": ("carried", "carried"), "ready": ("readied", "readied"),
    "commit": ("committed", "committed"), "expel": ("expelled", "expelled"),
}  # fmt: skip
_PAIRED = {"accuse or criticise": "accused or criticised", "search or seize": "searched or seized"}
#: Nouns that take "the" as the head of a name: "the Chadian army", "the Ministry of Defence", "the United States".
DEFINITE = frozenset(
    "army navy force forces ministry union government council party parliament front movement court agency committee commission "
    "organisation organization assembly authority authorities opposition president minister states nations emirates kingdom "
    "republic islands netherlands philippines gambia bahamas maldives cabinet congress senate alliance coalition bloc junta "
    "military guard brigade federation league".split()
)  # fmt: skip
#: Rows of the timeline: quad class of each type (manual of PLOVER 2.0).
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
QUAD_WORDS = {
    4: "Conflict, in acts",
    3: "Conflict, in words",
    1: "Cooperation, in words",
    2: "Cooperation, in acts",
}


def phrase(kind: str, modes: tuple[str, ...]) -> Phrase:
    """How an act of this type and these modes is called; a type that nobody knows is "do something (X)"."""
    for mode in modes:
        if found := _MODES.get((kind, mode)):
            return found
    if found := _TYPES.get(kind):
        return found
    name = " ".join(kind.lower().split()) or "type not told"
    return Phrase(f"act towards {{}} ({name})", f"act ({name})", f"an act ({name})", "towards")


def inflected(words: str, form: str) -> str:
    """A phrase with its verb as ``base`` ("make"), ``past`` ("made") or ``participle`` ("made")."""
    if form == "base":
        return words
    for pair, past in _PAIRED.items():
        if words.startswith(pair):
            return past + words[len(pair) :]
    verb, space, rest = words.partition(" ")
    known = _IRREGULAR.get(verb)
    regular = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    made = regular if known is None else known[form == "participle"]
    return f"{made}{space}{rest}"
