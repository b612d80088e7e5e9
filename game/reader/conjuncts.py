"""Stage 7, second half: a complement's coordinated parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.chunks import NounPhrase
    from game.reader.tokens import Token

_OF_TASTE = words(
    "love like enjoy adore prefer hate dislike loathe detest despise abhor want crave need dread fear"
)
_SHARING = words("dream believe smell taste talk think")
_KIN = words(
    "daughter son child mother sister friend wife widow student mixture combination product kind cross"
)
_POSTURES = words("stand sit lie stay wait be arrive return leave come wander walk wake")
_COPULAR = words("be feel become get grow stay remain turn go look sound")


@dataclass(slots=True)
class Piece:
    """One conjunct of a complement: tokens start to end, and what kind of thing it begins with."""

    start: int
    end: int
    kind: str
    """N noun phrase, A adjective, P prepositional, G -ing, T to-infinitive, V bare verb, E participle, R adverb, '' nothing."""  # noqa: E501
    negated: bool = False
    detached: bool = False
    """Whether a comma sets it off (a participle after a comma is its own predicate)."""
    word: str = ""
    """The conjunction before it."""


def kind_at(tokens: list[Token], i: int, end: int, by_start: dict[int, NounPhrase]) -> str:
    """What the words at i begin."""
    while i < end and (
        tokens[i].tag in "R!x" or (tokens[i].tag == "," and i + 1 < end and tokens[i + 1].tag == "R")
    ):
        if tokens[i].low in {"home", "here", "there", "away"} and i + 1 >= end:
            return "R"
        i += 1
    if i >= end:
        return "R"
    phrase = by_start.get(i)
    tag = "G" if tokens[i].low in {"being", "having"} else tokens[i].tag
    if phrase is not None and tag != "q" and tokens[phrase.head].tag in "NPncdpyofwWAs":
        return "N"
    if tag == "q":
        return "N"
    if tag in "AGEVQ" and tag:
        return tag
    return {"t": "T", "i": "P", "k": "P", "T": "C", "W": "C", "d": "N", "s": "N", "c": "N"}.get(
        tag, tag if tag in "VZD" else "?"
    )


def split(  # noqa: PLR0912
    tokens: list[Token], start: int, end: int, by_start: dict[int, NounPhrase], lemma: str
) -> list[Piece]:
    """The conjuncts of tokens[start:end]."""
    inside = {i for p in by_start.values() for i in range(p.start + 1, p.end)}
    first = kind_at(tokens, start, end, by_start)
    kinds = {first}
    cuts: list[tuple[int, int, str, bool, str]] = []
    i = start
    while i < end:
        token = tokens[i]
        if (
            token.tag == "G"
            and i > start
            and i not in inside
            and (i not in by_start or tokens[i - 1].tag in "NP")
            and lemma in _POSTURES
            and tokens[i - 1].tag in "NPR"
        ):
            cuts.append((i, i, "G", False, ""))
            i += 1
            continue
        if token.tag not in ",j" or i in inside or token.tag == "":
            i += 1
            continue
        if (
            token.tag == ","
            and i + 1 < end
            and tokens[i + 1].tag == "R"
            and all(t.tag in "R,!" for t in tokens[start:i])
        ):
            i += 1
            continue
        j = i
        comma = False
        while j < end and tokens[j].tag in ",j" and j not in inside:
            comma = comma or tokens[j].tag == ","
            j += 1
        if j >= end:
            cuts.append((i, end, "", False, ""))
            break
        kind = kind_at(tokens, j, end, by_start)
        alone = j + 1 >= end or tokens[j + 1].tag in ",j"
        if tokens[j].tag == "c" and alone and lemma in _COPULAR and first in {"A", "E"}:
            kind = "A"  # *restless, thirty-one and deaf*
        negated = tokens[j].tag == "x"
        word = tokens[j - 1].low if tokens[j - 1].tag == "j" else ""
        of = (
            j + 2 < end and tokens[j + 1].low == "of" and tokens[j + 2].low in {"it", "them", "which", "whom"}
        )
        measured = (
            comma
            and tokens[j].tag == "c"
            and j + 2 < end
            and tokens[j + 1].lemma
            in {"door", "street", "block", "mile", "yard", "house", "stop", "floor", "hour", "day"}
            and tokens[j + 2].tag in "Ri"
        )
        if (
            measured
            or (
                of
                and comma
                and tokens[j].low
                in {"all", "both", "most", "some", "none", "two", "three", "half", "one", "each"}
            )
            or (kind == "V" and j + 1 < end and tokens[j + 1].low == "as")
        ):
            cuts.append((i, j, "-", False, word))
        elif _parallel(tokens, i, j, kind, kinds, first, comma, word, lemma, cuts):
            cuts.append((i, j, kind, negated or word == "nor", word))
            kinds.add(kind)
        elif kind == "R" and all(t.tag in "R!.," for t in tokens[j:end]):
            cuts.append((i, j, "R", False, word))
        elif comma and (
            tokens[j].low in {"even", "like", "as", "especially", "particularly", "not", "such as"}
            or kind in {"P", "R", "?"}
        ):
            cuts.append((i, j, "-" if tokens[j].low != "not" or kind == "P" else kind, negated, word))
        i = j
    pieces: list[Piece] = []
    at, kind, negated, comma, joint = start, first, False, False, ""
    for stop, resume, next_kind, next_negated, next_word in [*cuts, (end, end, "", False, "")]:
        if (stop > at or at == start) and kind != "-":
            pieces.append(Piece(at, stop, kind, negated, comma, joint))
        at, kind, negated, joint = resume, next_kind, next_negated, next_word
        comma = stop < end and (tokens[stop].tag == "," or stop == resume)
    return pieces or [Piece(start, start, "")]


def _after_with(tokens: list[Token], i: int) -> bool:
    """Whether the noun phrase before i stands after *with* (*with forty dollars | and*)."""
    k = i - 1
    while k > 0 and tokens[k].tag in "NPAEGcds" and tokens[k].tag:
        k -= 1
    return k > 0 and k < i - 1 and tokens[k].low == "with" and tokens[k].tag == "i" and tokens[i].tag == "j"


def _parallel(  # noqa: PLR0911, PLR0912, PLR0913, PLR0917
    tokens: list[Token],
    i: int,
    j: int,
    kind: str,
    kinds: set[str],
    first: str,
    comma: bool,
    word: str,
    lemma: str,
    cuts: list[tuple[int, int, str, bool, str]],
) -> bool:
    """Whether what begins at j is a conjunct of the complement rather than of something smaller in it."""
    listed = comma or word
    if (
        lemma in _OF_TASTE
        and kind in {"N", "G", "T"}
        and first in {"N", "G", "T"}
        and kind not in kinds
        and listed
    ):
        return not (kind == "N" and first in {"G", "T"} and tokens[j].tag not in "dsA")
    if kind == "N" and first != "P" and lemma not in _COPULAR | {"have"} and _after_with(tokens, i):
        return False  # *left on a bus with forty dollars and a ferret*
    if kind in "VTG" and listed and kind:
        if kind == "G" and not comma and "G" not in kinds and lemma not in _COPULAR:
            return "N" in kinds
        return kind in kinds or kind in {"G", "V"} or (kind == "T" and "T" in kinds)
    if (
        kind == "N"
        and lemma in {"be", "become"}
        and first in {"N", "A"}
        and with_list(tokens, i, max(0, i - 9))
        and word != "but"
    ):
        return listed != ""
    if kind == "N" and shares(tokens, i, first, lemma) and not _between(tokens, i):
        return listed != ""
    if lemma in _COPULAR:
        if kind in {"A", "E"}:
            return True
        if kind == "N":
            return (
                (first in {"N", "A", "E"} and not _governed(tokens, i))
                or (
                    first == "N"
                    and comma
                    and not word
                    and tokens[j].low in {"a", "an"}
                    and lemma in {"be", "become"}
                )
            ) or (bool(word) and first != "P" and tokens[j].tag in "d" and not _of_kin(tokens, i))
        if kind == "P":
            return bool(word) or (first in "A" and comma)
        return False
    if kind == "N":
        if word == "but" and not comma and tokens[j].low in {"herself", "himself", "me"}:
            return False
        if _between(tokens, i):
            return False
        if tokens[j].tag in "sH" and any(
            tokens[k].low == "with" and tokens[k + 1].tag in "sH" for k in range(max(0, i - 4), i)
        ):
            return False  # *with her stick and her string bag*
        if any(t.low in {"named", "called"} for t in tokens[max(0, i - 2) : i]) and tokens[j].tag in "nN":
            return False  # *two cats named Milo and Otis*
        if first == "N" or (first in "RQ" and "N" in kinds):
            return not _bare_of(tokens, i, j)
        return (
            first == "N"
            or (first == "P" and bool(cuts) and "N" in kinds)
            or (first in {"G"} and "N" in kinds)
            or (
                first == "G"
                and lemma in {"love", "like", "enjoy", "hate", "dislike", "adore", "loathe", "prefer"}
            )
        )
    if kind in {"A", "E"}:
        return first in {"A", "E"}
    if kind == "P":
        return first == "P" and bool(word)
    return kind == "Q"


def shares(tokens: list[Token], i: int, first: str, lemma: str) -> bool:
    """Whether a noun after i stands in the preposition before i (*allergic to cats and dust*, *dreams of x and y*)."""  # noqa: E501
    if not ((lemma in _COPULAR and first in {"A", "E"}) or lemma in _SHARING):
        return False
    return _governed(tokens, i)


def with_list(tokens: list[Token], i: int, start: int) -> bool:
    """Whether the noun before i hangs on *with* (*a woman with a dog and a limp*)."""
    at = preposition_before(tokens, i, start)
    return at > start and tokens[at].low == "with"


def preposition_before(tokens: list[Token], i: int, start: int) -> int:
    """Position of the last preposition between start and i, or -1."""
    return next((k for k in range(i - 1, start - 1, -1) if tokens[k].tag in "it"), -1)


def _of_kin(tokens: list[Token], i: int) -> bool:
    """*the daughter of a beekeeper and a thief*: both belong to the *of*."""
    return any(tokens[k].low == "of" and tokens[k - 1].lemma in _KIN for k in range(max(1, i - 4), i))


def _governed(tokens: list[Token], i: int) -> bool:
    """Whether the noun before i belongs to a preposition of an adjective (*good at chess and tennis*)."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens[k].tag in "it":
            return True
        if tokens[k].tag in "bVZDj" or (tokens[k].tag == "A" and tokens[k + 1].tag not in "NP"):
            return False
    return False


def _between(tokens: list[Token], i: int) -> bool:
    return any(t.low in {"between", "both", "either"} for t in tokens[max(0, i - 4) : i])


def _bare_of(tokens: list[Token], i: int, j: int) -> bool:
    """*a bowl of fruit and nuts*: the second noun stands in the same *of*."""
    if tokens[j].tag in "dscn":
        return False
    for k in range(i - 1, max(-1, i - 4), -1):
        if tokens[k].low in {"of", "with", "for"}:
            return True
        if tokens[k].tag not in "NPAEG":
            return False
    return False
