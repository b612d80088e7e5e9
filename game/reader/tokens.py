"""Stage 3: words with their offsets, clitics parted, fixed phrases joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.reader.adverbs import MULTIWORDS
from game.reader.vocabulary import ABBREVIATIONS, AMBIGUOUS_CLITICS, CLITICS, CLOSED, NAMES, NEGATED

_TOKEN = re.compile(r"\bw/(?=\s)|\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['-][^\W_]+)*|[.!?]+|[,;:()—]|\S")
_PHRASES = sorted({w for w in CLOSED if " " in w} | MULTIWORDS, key=lambda p: -p.count(" "))
JOINED = frozenset(_PHRASES)
"""The phrases that are one token."""
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _PHRASES:
    _words = tuple(_phrase.split())
    _BY_FIRST.setdefault(_words[0], []).append(_words)


@dataclass(slots=True)
class Token:
    """A word (or fixed phrase, or quotation) of a sentence. Offsets are in the page."""

    start: int
    end: int
    text: str
    low: str
    tags: str = ""
    tag: str = ""
    lemma: str = ""
    who: str = ""
    case: str = ""
    meant: str = ""
    """What a misspelt word was taken for, else empty."""


def _split(word: str, at: int, text: str) -> list[Token]:  # noqa: PLR0911
    """One written word as the words in it: *isn't* as *is*, *n't*."""
    low = word.lower()
    n = len(word)

    def two(cut: int, first: str, second: str) -> list[Token]:
        return [
            Token(at, at + cut, text[at : at + cut], first),
            Token(at + cut, at + n, text[at + cut : at + n], second),
        ]

    bare = low.replace("'", "")
    if bare.endswith("nt") and bare[:-2] + "n" in NEGATED and (bare[:-2] + "n" not in {"can", "won"} or True):
        return two(len(low) - (3 if low.endswith("n't") else 2), NEGATED[bare[:-2] + "n"], "n't")
    if bare in {"cant", "wont", "dont", "aint", "shant"}:
        stem = {"cant": "can", "wont": "will", "dont": "do", "aint": "is", "shant": "shall"}[bare]
        return two(max(1, n - 2), stem, "n't")
    if "'" not in low and low in CLITICS and low not in AMBIGUOUS_CLITICS:
        first, second = CLITICS[low]
        name, cut = first.split(":")
        return two(int(cut), name, second)
    if "'" in low:
        stem, _, tail = low.rpartition("'")
        if tail in {"s", "d", "ll", "re", "ve", "m"} and stem:
            return two(len(stem), stem, "'" + tail)
        if low.endswith("s'"):
            return two(n - 1, low[:-1], "'s")
    if low.endswith("s") and low[:-1] in NAMES and low not in NAMES:
        return two(n - 1, low[:-1], "'s")
    return [Token(at, at + n, word, low)]


def tokenise(text: str, start: int, end: int, quotes: tuple[tuple[int, int], ...] = ()) -> list[Token]:
    """The tokens of text[start:end]; each quotation is one token with tag Q."""
    tokens: list[Token] = []
    at = start
    for q0, q1 in (*quotes, (end, end)):
        for match in _TOKEN.finditer(text, at, q0):
            piece = match.group()
            if piece == "w/":
                tokens.append(Token(match.start(), match.end(), piece, "with"))
            elif piece[0].isalpha():
                tokens.extend(_split(piece, match.start(), text))
            elif (
                piece == "."
                and tokens
                and tokens[-1].low in ABBREVIATIONS
                and tokens[-1].end == match.start()
            ):
                continue
            elif piece == "'" and tokens and tokens[-1].low.endswith("s") and tokens[-1].end == match.start():
                tokens.append(Token(match.start(), match.end(), piece, "'s"))
            else:
                tokens.append(Token(match.start(), match.end(), piece, piece))
        if q1 > q0:
            tokens.append(Token(q0, q1, text[q0:q1], '"', tags="Q"))
        at = q1
    return _join(tokens, text)


def _join(tokens: list[Token], text: str) -> list[Token]:
    """Fixed phrases (*no longer*, *as long as*) as one token each."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        for words in _BY_FIRST.get(tokens[i].low, ()):
            j = i + len(words)
            if j <= len(tokens) and all(tokens[i + k].low == w for k, w in enumerate(words)):
                joined = Token(
                    tokens[i].start,
                    tokens[j - 1].end,
                    text[tokens[i].start : tokens[j - 1].end],
                    " ".join(words),
                )
                out.append(joined)
                i = j
                break
        else:
            out.append(tokens[i])
            i += 1
    return out
