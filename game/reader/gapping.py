"""Between tagging and clauses: what a sentence leaves out the second time, and what parts a verb from its object.

*To the attaché she was a cipher, to his wife a menace; Harry drank gin, Mort whisky; she keeps, in a tin, forty letters.*
"""  # noqa: E501

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.reader.tokens import Token

_FINITE: Final = frozenset("ZDbhum")
_NOMINAL: Final = frozenset("dsAENPncq")


def _verbal(tokens: list[Token]) -> bool:
    return any(t.tag in "ZDbhumVG" and t.tag for t in tokens)


def segments(tokens: list[Token], start: int) -> list[tuple[int, int]]:
    """The stretches between commas from start on, the *and* or *but* before each left out."""
    out: list[tuple[int, int]] = []
    begin = start
    for i in range(start, len(tokens) + 1):
        if i == len(tokens) or tokens[i].tag in ",.":
            first = begin
            while first < i and tokens[first].tag in "j!":
                first += 1
            if first < i:
                out.append((first, i))
            begin = i + 1
    return out


def fill(tokens: list[Token]) -> list[Token]:
    """Give back a verb to a clause that leaves it out, and drop the prepositions that pair off with the first."""  # noqa: E501
    parts = segments(tokens, 0)
    if any(t.tag == "Q" for t in tokens):
        return tokens
    if len(tokens) > 3 and tokens[0].tag == "s" and tokens[2].low == ":" and tokens[3].tag in "AER":  # noqa: SIM102
        if not any(t.tag in _FINITE and t.tag for t in tokens):  # *Her eyes: green.*
            tokens[2].low, tokens[2].tag, tokens[2].tags, tokens[2].lemma = "is", "b", "b", "be"
    if len(parts) < 2:
        return _repeated(_perfect(tokens), parts)
    tokens = _perfect(_paired(tokens, parts))
    return _repeated(tokens, segments(tokens, 0))


def _paired(tokens: list[Token], parts: list[tuple[int, int]]) -> list[Token]:
    """*To the attaché she was a cipher, to his wife a menace*: a cipher, a menace."""
    first = tokens[parts[0][0]]
    a, b = parts[0]
    if first.tag not in "it" or not any(t.tag in _FINITE and t.tag for t in tokens[a:b]):
        return tokens
    drop: set[int] = set()
    for a, b in parts[1:]:
        if tokens[a].low != first.low:
            continue
        if _verbal(tokens[a:b]):
            break
        new = next((k for k in range(b - 1, a + 1, -1) if tokens[k].tag == "d"), -1)
        if new < 0 or tokens[new - 1].tag not in "nNPoRA":
            continue
        if tokens[new - 1].tag == "R" and not any(t.tag in "nNPo" for t in tokens[a + 1 : new]):
            continue
        drop.update(range(a, new))
    return [t for i, t in enumerate(tokens) if i not in drop]


def _series(tokens: list[Token]) -> list[Token]:
    """*has not driven, sung, or eaten a peach*: the *has not* of each."""
    for i in range(2, len(tokens) - 3):
        if tokens[i].tag != "E" or tokens[i + 1].low != "," or tokens[i + 2].tag != "E":
            continue
        k = i - 1
        while k > 0 and tokens[k].tag in "xR":
            k -= 1
        stop = next(
            (j for j in range(i + 1, len(tokens)) if tokens[j].tag in ".k" or tokens[j].tag in _FINITE),
            len(tokens),
        )
        if tokens[k].tag != "h" or not any(
            tokens[j].tag == "j" and tokens[j + 1].tag == "E" for j in range(i + 2, stop - 1)
        ):
            continue
        either = any(t.low in {"or", "nor"} for t in tokens[i:stop])
        lead = [t for t in tokens[k:i] if t.tag != "x" or not either]
        out: list[Token] = list(tokens[: i + 1])
        for j in range(i + 1, len(tokens)):
            again = j < stop and tokens[j].tag == "E" and tokens[j - 1].tag in ",j"
            out += [replace(t, start=tokens[j].start, end=tokens[j].start) for t in lead] if again else []
            out.append(tokens[j])
        return out
    return tokens


def _perfect(tokens: list[Token]) -> list[Token]:
    """*had come as a girl and never gone home*: the second *had*."""
    tokens = _series(tokens)
    for i, token in enumerate(tokens[:-2]):
        if token.tag != "j" or (tokens[i + 1].tag != "R" and tokens[i + 1].low != "been"):
            continue
        k = i + 1
        while k < len(tokens) and tokens[k].tag == "R":
            k += 1
        if k >= len(tokens) or (tokens[k].tag != "E" and tokens[k].low != "been"):
            continue
        had = next((h for h in range(i - 1, -1, -1) if tokens[h].tag in _FINITE | {"k", "W", "."}), -1)
        if had >= 0 and tokens[had].tag == "h" and any(t.tag == "E" for t in tokens[had + 1 : had + 4]):
            again = replace(tokens[had], start=token.end, end=token.end)
            return [*tokens[: i + 1], again, *tokens[i + 1 :]]
    return tokens


def _repeated(tokens: list[Token], parts: list[tuple[int, int]]) -> list[Token]:
    """*Harry drank gin, Mort whisky; Ruby played the cello; Lila, the drums*."""
    verb: Token | None = None
    insert: dict[int, Token] = _second_half(tokens, parts)
    drop: set[int] = set()
    for number, (a, b) in enumerate(parts):
        finite = [i for i in range(a, b) if tokens[i].tag in _FINITE and tokens[i].tag]
        if finite:
            plain = len(finite) == 1 and finite[0] > a and tokens[finite[0] - 1].tag in "np"
            object_ = tokens[finite[0] + 1 : b]
            plain = (
                plain and bool(object_) and all(t.tag in _NOMINAL for t in object_) and object_[0].tag != "n"
            )
            verb = tokens[finite[0]] if plain and tokens[finite[0]].tag in "ZDb" else None
            continue
        if verb is None or tokens[a].tag != "n" or not number:
            continue
        if b - a > 1 and all(t.tag in _NOMINAL - {"n"} for t in tokens[a + 1 : b] if t.low != "at all"):
            insert[a + 1] = replace(verb, start=tokens[a].end, end=tokens[a].end)
        elif b - a == 1 and number + 1 < len(parts) and a > 0 and tokens[a - 1].low == ";":
            after, stop = parts[number + 1]
            if all(t.tag in _NOMINAL - {"n"} for t in tokens[after:stop]):
                insert[after] = replace(verb, start=tokens[b].start, end=tokens[b].end)
                drop.add(b)
    if not insert:
        return tokens
    out: list[Token] = []
    for i, token in enumerate(tokens):
        if i in insert:
            out.append(insert[i])
        if i not in drop:
            out.append(token)
    return out


def _results(tokens: list[Token]) -> None:
    """*So happy that she cried*: both are so; the *that* is a stop."""
    for i, token in enumerate(tokens[:-3]):
        if (
            token.low != "so"
            or token.tag != "R"
            or tokens[i + 1].tag not in "AR"
            or tokens[i + 1].low == "that"
        ):
            continue
        for k in range(i + 2, min(i + 24, len(tokens) - 2)):
            if tokens[k].tag in _FINITE or tokens[k].low in {";", "."}:
                break
            if tokens[k].low == "that" and tokens[k + 1].tag in "pndsPNRq":
                if any(t.tag in _FINITE | {"E"} for t in tokens[k + 1 : k + 10]):
                    tokens[k].low, tokens[k].tag, tokens[k].tags, tokens[k].lemma = ";", ",", ",", ";"
                break


def _second_half(tokens: list[Token], parts: list[tuple[int, int]]) -> dict[int, Token]:
    """*Ruby poured the gin and Lila the tea*: where the verb is missing, and which."""
    for a, b in parts:
        finite = [i for i in range(a, b) if tokens[i].tag in _FINITE and tokens[i].tag]
        if len(finite) != 1 or tokens[finite[0]].tag not in "ZD" or tokens[finite[0] - 1].tag not in "np":
            continue
        for k in range(finite[0] + 2, b - 2):
            if tokens[k].low in {"and", "but"} and tokens[k + 1].tag == "n" and tokens[k + 2].tag in "ds":  # noqa: SIM102
                if tokens[k + 2].low != "'s" and all(t.tag in _NOMINAL - {"n"} for t in tokens[k + 2 : b]):
                    return {k + 2: replace(tokens[finite[0]], start=tokens[k + 1].end, end=tokens[k + 1].end)}
    return {}


def close_up(tokens: list[Token]) -> None:
    """Hush what stands between two commas and parts a verb from its object: *keeps, in a tin, forty letters*."""  # noqa: E501
    _results(tokens)
    for i, token in enumerate(tokens):
        if token.tag == "D" and "E" in token.tags and i > 2 and tokens[i - 1].tag == "!":
            k = i - 1
            while k > 0 and tokens[k].tag in "!xR":
                k -= 1
            if tokens[k].tag == "h":
                token.tag = "E"
    for i in range(1, len(tokens) - 3):
        if (
            tokens[i].tag != ","
            or tokens[i].low != ","
            or (
                tokens[i - 1].tag not in "VZD"
                and not (tokens[i - 1].tag == "o" and i > 1 and tokens[i - 2].tag in "VZD")
            )
            or not tokens[i - 1].tag
        ):
            continue
        close = next((k for k in range(i + 2, min(i + 14, len(tokens))) if tokens[k].tag == ","), -1)
        if close < 0 or close + 1 >= len(tokens):
            continue
        inside, after = tokens[i + 1 : close], tokens[close + 1]
        if (
            any(t.tag in _FINITE and t.tag for t in inside)
            or inside[0].tag not in "iRd"
            or after.tag not in "dscitA"
            or after.low == "to"
        ):
            continue
        if inside[0].tag == "d" and inside[0].low not in {"most", "some", "every", "each", "all"}:
            continue
        following = tokens[close + 1 : close + 9]
        stop = next((k for k, t in enumerate(following) if t.tag in ",.j"), len(following))
        if any(t.tag in _FINITE and t.tag for t in following[:stop]) or (
            after.tag in "dsc"
            and inside[0].tag == "i"
            and tokens[i - 1].lemma in {"be", "go", "come", "walk", "run"}
        ):
            continue
        for token in tokens[i : close + 1]:
            token.tag = token.tags = "!"
