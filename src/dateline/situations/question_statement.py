"""The statement made of a question, by its grammar: where its subject ends, which word tells its act."""

from dateline.records import Sentence

_VERBAL = frozenset({"MD", "VB", "VBD", "VBP", "VBZ"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
#: What cannot be the last word of a subject.
_UNENDING = frozenset({"DT", "POS", "PRP$", "CC", "IN"})
#: What may stand between an auxiliary and its verb.
_AMONG = frozenset({"neg", "advmod", "aux", "auxpass", "punct"})
#: Verbs that only say how an act is gone about.
_TRYING = frozenset({"try", "attempt", "manage", "begin", "start", "continue", "fail", "seek"})


def sound(s: Sentence, at: int) -> bool:
    """Whether the subject of a statement is just what stands before its auxiliary, and a verb or predicate follows."""
    aux = s.tokens[at]
    if aux.tag not in _VERBAL or s.tokens[at - 1].tag in _UNENDING:
        return False
    verb = aux.head if aux.dep in {"aux", "auxpass"} else at
    if verb != s.root or (verb == at and aux.lemma not in {"be", "have"}):
        return False
    passive = any(t.lemma == "be" for t in s.tokens[at + 1 : verb])
    if aux.lower == "will" and not passive and s.tokens[verb].tag not in {"VB", "VBP"}:
        return False
    if any(t.dep not in _AMONG for t in s.tokens[at + 1 : verb]):
        return False
    return any(s.tokens[c].dep in _SUBJECTS and s.edge(c)[1] == at - 1 for c in s.children[verb])


def tokens_before(s: Sentence, words: int) -> int | None:
    """The position of the first token after so many words divided by blanks; None where there is none."""
    seen = 0
    for t in s.tokens:
        seen += bool(t.i) and s.tokens[t.i - 1].end < t.start
        if seen == words:
            return t.i
    return None


def subject_end(s: Sentence) -> int:
    """Where the subject ends in a statement that needed no turning."""
    before = [c for c in s.children[s.root] if s.tokens[c].dep in _SUBJECTS and c < s.root]
    return s.edge(before[0])[1] + 1 if before else 1


def copular(s: Sentence) -> bool:
    """Whether a statement is read as "the 87 | were | bodies buried": such a reading is the last resort."""
    return s.tokens[s.root].lemma == "be" and any(
        s.tokens[c].dep == "acl" for attr in s.children[s.root] for c in s.children[attr]
    )


def act_at(s: Sentence) -> int:
    """The verb that tells the act: below "try", "manage" and the like the one that is tried."""
    at = s.root
    if s.tokens[at].lemma.lower() in _TRYING:
        at = next((c for c in s.children[at] if s.tokens[c].dep == "xcomp"), at)
    return at


def predicate_of(s: Sentence) -> str:
    """What something is asked to have been ("Was the retreat a gesture?"), else an empty string."""
    root = s.tokens[s.root]
    if root.lemma != "be":
        return ""
    return next((s.tokens[c].text for c in s.children[root.i] if s.tokens[c].dep == "attr"), "")
