"""Stage 5, around tagging: words that mean one thing together: *wildly, deeply*; *never anything but*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.adverbs import DEGREES
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tokens import Token

_BEFORE_ADVERBS: Final = words(
    "is was are were am be been 's 're 'm so she he i ruby calvin feels felt seems has had"
)
_OF_BOTH: Final = words("of and are were have had the these those her his my")
_ANYTHING: Final = words("anything anyone anybody aught any")
_BUT: Final = frozenset(
    {"but", "except", "other than", "less than", "besides", "save", "short of", "except for", "but for"}
)
_DENYING: Final = frozenset(
    {
        "never",
        "not",
        "n't",
        "hardly ever",
        "rarely",
        "seldom",
        "never ever",
        "never once",
        "scarcely",
        "hardly",
    }
)
_STOPS: Final = frozenset({".", ",", "j", "k", "W"})
_REACH: Final = 8


def fold_degrees(tokens: list[Token]) -> list[Token]:
    """*Wildly, deeply content; truly, madly in love*: without the comma, before anything is tagged."""
    drop: set[int] = set()
    for i in range(1, len(tokens) - 1):
        if tokens[i].low == "both" and any(t.low == "and" for t in tokens[i + 2 : i + 7]):
            if tokens[i + 1].low not in _OF_BOTH and tokens[i - 1].low not in {"of", ","}:
                drop.add(i)  # *both smart and kind*
            continue
        if (
            tokens[i].low != ","
            or not _weighs(tokens[i - 1].low)
            or not (_weighs(tokens[i + 1].low) or tokens[i + 1].low.endswith("ly"))
        ):
            continue
        first = i - 1
        while first > 1 and (first - 1 in drop or _weighs(tokens[first - 1].low)):
            first -= 1
        if first and tokens[first - 1].low in _BEFORE_ADVERBS:
            drop.add(i)
    return [t for i, t in enumerate(tokens) if i not in drop] if drop else tokens


def _weighs(low: str) -> bool:
    return low in DEGREES and " " not in low


def fold_exceptions(tokens: list[Token]) -> list[Token]:
    """*Was never anything but kind*: was always kind. *Doesn't eat anything except toast*: only toast."""
    for i, token in enumerate(tokens):
        if token.low not in _DENYING or token.tag not in "Rx":
            continue
        found = _excepted(tokens, i)
        if found is None:
            continue
        start, end = found
        if token.low in {"rarely", "seldom", "hardly ever"}:
            token.low = token.lemma = "mostly"
        else:
            token.low = token.lemma = "always"
        token.tag = token.tags = "R"
        after = tokens[end]
        if "A" in after.tags and tokens[start - 1].tag in "Rxb" and after.tag in "NE":
            after.tag = "A"
        before = tokens[start - 1]
        if after.tag in "VN" and before.lemma == "do" and before.tag in "VZDE" and "V" in after.tags:
            after.tag, after.lemma = before.tag, after.low  # *never does anything but sleep*
            return [*tokens[: start - 1], *tokens[end:]]
        return [*tokens[:start], *tokens[end:]]
    return tokens


def _excepted(tokens: list[Token], i: int) -> tuple[int, int] | None:  # noqa: PLR0911
    """Where *anything but* stands after a denial, and where what is excepted begins."""
    for k in range(i + 1, min(len(tokens) - 1, i + _REACH)):
        if tokens[k].low == "anything but":
            return k, k + 1
        if tokens[k].low in {"other than", "less than"} and tokens[k - 1].tag in "b":
            return k, k + 1
        if tokens[k].low in _ANYTHING and tokens[k].low != "any":
            after = k + 1
            if tokens[after].low == "else":
                after += 1
            if after + 1 < len(tokens) and tokens[after].low in _BUT:
                return k, after + 1
            two = f"{tokens[after].low} {tokens[after + 1].low}" if after + 1 < len(tokens) else ""
            if two in _BUT and after + 2 < len(tokens):
                return k, after + 2
            return None
        if tokens[k].tag in _STOPS and tokens[k].tag:
            return None
    return None
