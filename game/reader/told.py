"""Between tagging and clauses: what a sentence reports, so that it is not taken for what the sentence claims.

*Love, Ruby maintained, was a subscription* is words of hers, though nothing quotes them; and *told me, not unkindly,
that ...* is one report, whatever stands before its *that*.
"""  # noqa: E501

from __future__ import annotations

from typing import Final

from game.reader.tokens import Token
from game.reader.verbs import SAYING
from game.reader.wordsets import words

TELLING: Final = words("tell warn inform assure remind promise convince persuade")
_VERBAL: Final = "ZDbhum"
_SAYS: Final = SAYING | words(
    "wonder inquire enquire demand confide observe concede reckon explain cable telephone whisper shout"
)
_KNOWS: Final = words(
    "discover realise realize know learn notice find see believe suspect hope fear remember decide conclude"
)
REPORTING: Final = words(
    "say insist maintain claim report inform tell announce declare explain observe remark argue confess admit swear "  # noqa: E501
    "warn assure add reply conclude complain confide protest assert contend promise boast whisper murmur decide think "  # noqa: E501
    "believe suppose reckon suspect feel imagine judge opine hold know repeat write note"
)
THINKING: Final = words("decide think believe suppose reckon suspect feel imagine judge opine hold know")
_BARE_NO: Final = words("feel hold know write note think swear promise whisper decide repeat")
"""Verbs that a series of things done may hold; between two commas they report all the same, at the end not."""  # noqa: E501
_OPENING: Final = frozenset("kiRWTtxGQ.")


def that_clauses(tokens: list[Token]) -> None:
    """Make *that* a conjunction, and hush what stands between it and the verb of saying before it."""
    for i, token in enumerate(tokens):
        asked = token.low in {"whether", "if", "why", "how", "what", "where", "who"} and token.tag in "kWR"
        if (token.low != "that" and not asked) or token.tag not in "ydWTkR" or i < 2 or i + 2 >= len(tokens):
            continue
        if asked and (tokens[i - 1].tag != "," or _verb_before(tokens, i) < 0):
            continue
        if tokens[i - 1].tag in "jbVZDE" and tokens[i - 1].lemma not in _SAYS:
            continue
        verb = _verb_before(tokens, i)
        if verb < 0 or not _clause_follows(tokens, i + 1):
            continue
        token.tag = "k" if token.low == "that" else token.tag
        begin = verb + 1
        if begin < i and tokens[begin].tag in "onq":
            begin += 1
        elif begin < i and tokens[begin].tag in "ds":
            while begin < i and tokens[begin].tag in "dsANPE":
                begin += 1
        for inner in tokens[begin:i]:
            if inner.tag in {"n", "Q"}:
                continue
            inner.tag = inner.tags = "!"


def _verb_before(tokens: list[Token], i: int) -> int:
    commas = 0
    for k in range(i - 1, max(-1, i - 14), -1):
        token = tokens[k]
        if (
            (token.lemma in _SAYS or (commas == 2 and token.lemma in _KNOWS))
            and token.tag in "VZDE"
            and token.tag
        ):
            if token.tag == "E" and not (k and tokens[k - 1].tag in "hR"):
                return -1
            if commas == 1 or (k and tokens[k - 1].tag in "ds"):
                return -1
            return k
        if (token.tag in _VERBAL + "VjkWTQ" and token.tag) or token.low in {";", ":", "—"}:
            return -1
        commas += token.tag == ","
    return -1


def _clause_follows(tokens: list[Token], i: int) -> bool:
    """Whether a noun or pronoun and, further on, a finite verb follow."""
    if tokens[i].tag in _VERBAL and tokens[i].tag:
        return False
    for token in tokens[i : i + 14]:
        if token.tag in _VERBAL and token.tag:
            return True
        if token.tag == ".":
            return False
    return False


def retell(tokens: list[Token]) -> list[Token]:
    """What *Ruby said* between commas reports, as a quotation."""
    for i in range(2, len(tokens)):
        token = tokens[i]
        according = token.tag == "n" and tokens[i - 1].low == "according to"
        if not according and not (token.lemma in REPORTING and token.tag in "ZD" and token.tag):
            continue
        start = i - 1
        if not according:
            while start > 0 and tokens[start].tag == "R":
                start -= 1
            if tokens[start].tag not in "np" or tokens[start].low in {"i", "you", "we", "they", "it"}:
                continue
        end = i + 1
        if not according:
            if end < len(tokens) and tokens[end].tag in "on":
                end += 1
            while end < len(tokens) and tokens[end].tag == "R":
                end += 1
        told = _told(tokens, start, end, according or token.lemma not in _BARE_NO)
        if told is not None:
            begin, stop = told
            name = tokens[i] if according else None
            return _as_quoted(tokens, (begin, start, end, stop), name)
    return tokens


def _told(tokens: list[Token], start: int, end: int, alone: bool) -> tuple[int, int] | None:  # noqa: PLR0911
    """Where the words reported begin and stop, round the *Ruby said* from start to end; None if none are."""
    if start < 2 or tokens[start - 1].tag != "," or tokens[start - 1].low not in {",", "—", "–"}:
        return None
    if end < len(tokens) and (tokens[end].tag not in ",." or tokens[end].low in {":", "("}):
        return None
    begin = next((k + 1 for k in range(start - 2, -1, -1) if tokens[k].low in {";", ":", "."}), 0)
    while begin < start and (tokens[begin].tag in "j!" and tokens[begin].low in {"and", "but", "so"}):
        begin += 1
    first = tokens[begin : start - 1]
    if not first or any(t.tag == "Q" for t in first) or first[0].tag in _OPENING:
        return None
    clause = _finite(first)
    joint = next(
        (k for k in range(start - 2, begin, -1) if tokens[k].tag == "j" and tokens[k - 1].tag == ","), -1
    )
    if (
        clause
        and joint > 0
        and not _finite(tokens[joint + 1 : start - 1])
        and tokens[joint + 1].tag not in _OPENING
    ):
        begin, clause = joint + 1, False  # *..., and the hat, Ruby reports, has never looked happier*
        first = tokens[begin : start - 1]
    stop = end
    more = end < len(tokens) and tokens[end].low in {",", "—", "–"}
    if more and not (clause and tokens[end + 1].tag in "jR" and not _held_open(first)):
        stop = _stop(tokens, end + 1)
        rest = tokens[end + 1 : stop]
        if clause and not _held_open(first) and rest and rest[0].tag in _VERBAL:
            return None
    elif not (clause and alone):
        return None
    if not clause and not any(t.tag in _VERBAL and t.tag for t in tokens[end:stop]):
        return None
    return begin, stop


def _finite(part: list[Token]) -> bool:
    return any(t.tag in _VERBAL and t.tag for t in part)


def _held_open(first: list[Token]) -> bool:
    """Whether a clause stops after its verb (*it was, she said, a good umbrella*)."""
    return first[-1].tag in "bhum"


def _stop(tokens: list[Token], at: int) -> int:
    for k in range(at, len(tokens)):
        if tokens[k].tag == "." or tokens[k].low in {";", "—"}:
            return k
        if tokens[k].tag == "," and k + 2 < len(tokens) and tokens[k + 1].low in {"and", "but", "so"}:
            rest = k + 2
            while rest < len(tokens) and tokens[rest].tag in "R!":
                rest += 1
            if rest < len(tokens) and tokens[rest].tag in "pn":
                return k
    return len(tokens)


def _as_quoted(tokens: list[Token], bounds: tuple[int, int, int, int], name: Token | None) -> list[Token]:
    begin, start, end, stop = bounds
    pieces = [tokens[begin : start - 1], tokens[end + 1 : stop] if stop > end else []]
    quoted = [Token(p[0].start, p[-1].end, "", "told", "Q", "Q", meant="told") for p in pieces if p]
    says = tokens[start:end]
    if name is not None:
        says = [name, Token(name.end, name.end, "says", "says", "Z", "Z", "say")]
    return [
        *tokens[:begin],
        quoted[0],
        tokens[start - 1],
        *says,
        *([tokens[end]] if quoted[1:] else []),
        *quoted[1:],
        *tokens[stop:],
    ]
