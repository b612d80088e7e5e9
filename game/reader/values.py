"""Open values (content words in base form) and frames (the words as typed)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from game.reader.claims import Case, Ref
from game.reader.tagging import case_of
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.reader.tokens import Token

PLURAL_ONLY: Final = words(
    "glasses trousers pants jeans tights scissors pyjamas pajamas clothes shorts leggings "
    "overalls stockings dungarees spectacles sunglasses braces knickers binoculars maths "
    "mathematics politics news physics fours thanks goggles dishes sweets chess headphones"
)
_EMPTY: Final = words("own very such same much many any some just even")
_KEPT_ADVERBS: Final = words(
    "up down out off away back home downstairs upstairs abroad outside inside together around "
    "over along aside ahead by heart here there anywhere somewhere nowhere backwards backward "
    "forwards barefoot badly alone aloud upside about round under apart forth through"
)
_FOLDED: Final = frozenset({"always", "mostly"})
"""What a denial with an exception comes to: *never anything but*."""


def value_of(tokens: list[Token], at: Iterable[int]) -> str:
    """The content words at these positions in base form: *keeps bees on the roof*, keep bee on roof."""
    out: list[str] = []
    for i in at:
        token = tokens[i]
        tag = token.tag
        if tag in "ds.,?!x" or tag in "jkTQ":
            if tag == "s" and token.low == "'s":
                continue
            if tag == "d" and token.low in {"no more"}:
                out.append(token.low)
            continue
        if tag == "R" and token.low not in _KEPT_ADVERBS:
            continue
        if token.low in _EMPTY:
            continue
        if tag in "po" and token.who:
            out.append(token.who.replace("+", " "))
        elif (tag == "P" and (token.low in PLURAL_ONLY or _titled(token))) or tag in "n":
            out.append(token.low)
        else:
            out.append(token.lemma or token.low)
    return " ".join(out).strip()


def _titled(token: Token) -> bool:
    """*Jaws*, which is no jaw."""
    return token.start > 0 and token.text[:1].isupper() and token.text[1:].islower()


def typed(text: str, tokens: list[Token], at: Iterable[int]) -> tuple[str, tuple[Ref, ...]]:
    """The words at these positions as typed, and those among them that stand for somebody."""
    out = ""
    refs: list[Ref] = []
    last_end = -1
    for i in at:
        token = tokens[i]
        if out and token.tag == "R" and text[last_end : token.start].strip() == ",":
            out += ","
        if out and token.start != last_end and not (token.tag == "," and len(token.text) == 1):
            out += " "
        start = len(out)
        piece = text[token.start : token.end].replace("\n", " ") or ("to" if token.low == "to" else "")
        out += token.low if token.low in _FOLDED and token.tag == "R" else piece
        if (
            token.who
            and token.tag in "npyosfw"
            and token.low != "'s"
            and "+" not in token.who
            and token.who != "other"
        ):
            refs.append(
                Ref(
                    start, len(out), token.who, cast("Case", "object" if token.tag == "n" else case_of(token))
                )
            )
        last_end = token.end
    kept = out.rstrip(" ,;:.!?—")
    return kept, tuple(r for r in refs if r.end <= len(kept))
