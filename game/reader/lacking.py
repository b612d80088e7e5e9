"""Stage 5, last: the verb that a sentence would otherwise lack, and scenes that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tagging import WordSource
    from game.reader.tokens import Token

_FINITE: Final = frozenset("ZDbhum")


def opening(tokens: list[Token], source: WordSource) -> None:
    """*Ordered another*: a sentence that begins with what was done, its subject left out."""
    first = tokens[0] if tokens else None
    if first is None or len(tokens) < 3 or first.tag not in "AE" or "D" not in first.tags:
        return
    if any(t.tag in _FINITE and t.tag for t in tokens) or any(t.tag == "," for t in tokens):
        return
    if tokens[1].tag in "dsonq" or (tokens[1].tag in "NP" and "A" not in first.tags):
        first.tag, first.lemma = "D", source.lemma(first.low, "D")


def scene(tokens: list[Token], source: WordSource) -> None:
    """*Ruby on the roof, a stolen trombone tucked beneath one arm*: nothing here is done."""
    if not tokens or tokens[0].tag != "n" or len(tokens) < 4 or tokens[1].tag != "i":
        return
    finite = [i for i, t in enumerate(tokens) if t.tag in _FINITE and t.tag]
    if len(finite) == 1 and tokens[finite[0]].tag == "D" and "E" in tokens[finite[0]].tags:
        i = finite[0]
        comma = next((k for k in range(i, 0, -1) if tokens[k].tag == ","), 0)
        if comma and tokens[i - 1].tag in "NP" and i + 1 < len(tokens) and tokens[i + 1].tag == "i":
            tokens[i].tag, tokens[i].lemma = "E", source.lemma(tokens[i].low, "E")


_ABLE: Final = words(
    "swim whistle dance sing cook sew knit drive skate ski type juggle fly run ride row fish hunt paint draw yodel bake "  # noqa: E501
    "dive climb box fence sail spell drink swear"
)
_GIVING: Final = words("give deny offer teach show tell grant allow promise owe pay award leave")
_SET: Final = frozenset(
    {"fire", "sail", "foot", "light", "eyes", "aside", "off", "out", "down", "up", "about"}
)


def _aside_verb(tokens: list[Token], named: int, source: WordSource) -> None:
    """*Ruby, barefoot, knocks on the wall*: the verb after a parenthesis."""
    if tokens[named].tag != "n" or named + 3 >= len(tokens) or tokens[named + 1].tag != ",":
        return
    close = next((k for k in range(named + 2, len(tokens) - 1) if tokens[k].tag == ","), -1)
    if close < 0 or any(t.tag in _FINITE and t.tag for t in tokens[named + 2 : close]):
        return
    k = close + 1
    while k < len(tokens) - 1 and tokens[k].tag in "R":
        k += 1
    token, after = tokens[k], tokens[min(k + 1, len(tokens) - 1)]
    goes_on = any(t.tag == "Z" or "Z" in t.tags for t in tokens[k + 1 :])
    if (
        token.tag in "PN"
        and "Z" in token.tags
        and (
            after.tag in "dsonNPiR"
            or (after.tag == "V" and "N" in after.tags)
            or (after.tag in ",j." and goes_on)
        )
    ):
        token.tag, token.lemma = "Z", source.lemma(token.low, "Z")


def series(tokens: list[Token], source: WordSource) -> None:
    """*Ruby, a widow, cut the cake, set fire to the hat and laughed*: verbs that could be nouns or participles."""  # noqa: E501
    named = next((i for i, t in enumerate(tokens) if t.tag in "np"), -1)
    if named < 0:
        return
    _aside_verb(tokens, named, source)
    for i in range(named + 3, len(tokens)):
        held = next((t for t in reversed(tokens[:i]) if t.tag in _FINITE), None)
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if (
            tokens[i].low in _ABLE
            and tokens[i].tag == "N"
            and tokens[i - 1].tag in ",j"
            and held is not None
            and held.tag == "m"
            and (after is None or after.tag in ",j.")
        ):
            tokens[i].tag, tokens[i].lemma = "V", tokens[i].low
    for i in range(named + 2, len(tokens) - 1):
        token, after = tokens[i], tokens[i + 1]
        k = i - 1
        while k > named and tokens[k].tag == "R":
            k -= 1
        if (
            token.tag in "PN"
            and "Z" in token.tags
            and tokens[k].tag in ",j"
            and tokens[k].low != ":"
            and (
                after.tag in "dso"
                or (tokens[k].tag == "," and after.tag in "NP" and token.tag == "P")
                or (after.low in _SET and i + 2 < len(tokens) and tokens[i + 2].tag in "dson")
                or (
                    after.tag in ".,"
                    and tokens[k].tag == "j"
                    and sum(t.tag == "Z" for t in tokens[named:i]) > 1
                )
            )
            and any(t.tag == "Z" for t in tokens[named:i])
            and next((t for t in reversed(tokens[:k]) if t.tag in _FINITE), token).tag == "Z"
        ):
            token.tag, token.lemma = "Z", source.lemma(token.low, "Z")
            continue
        if token.tag not in "NEAV" or "D" not in token.tags or not token.tag:
            continue
        k = i - 1
        while k > named and tokens[k].tag == "R":
            k -= 1
        if tokens[k].tag not in ",j" or tokens[k].low == ":":
            continue
        lemma = source.lemma(token.low, "D")
        told = any(t.tag == "D" for t in tokens) or not any(t.tag in _FINITE and t.tag for t in tokens)
        held = next((t for t in reversed(tokens[:k]) if t.tag in _FINITE), None)
        if not told or (held is not None and held.tag in "hbmu"):
            continue
        taking = after.tag in "dso" or (lemma == "set" and after.low in _SET)
        apposed = (
            tokens[k].tag == ","
            and tokens[named].tag == "n"
            and named + 2 < k
            and tokens[named + 1].tag == ","
            and tokens[named + 2].low in {"a", "an", "the"}
            and not any(t.tag == "," for t in tokens[named + 2 : k])
            and after.tag in "iR"
            and after.low != "by"
            and token.tag == "E"
        )
        if (taking and lemma not in _GIVING) or apposed:
            token.tag, token.lemma = "D", lemma


def coordinated(tokens: list[Token], source: WordSource) -> None:  # noqa: PLR0912
    """*rose, and without a word walked out*: give a last conjunct its verb."""
    for i, token in enumerate(tokens[:-3]):
        if token.low in {"and", "but"} and i > 1 and tokens[i + 1].tag == "R":
            k = i + 1
            while k < len(tokens) - 1 and tokens[k].tag == "R":
                k += 1
            if (
                tokens[k].tag in "AE"
                and "D" in tokens[k].tags
                and tokens[k + 1].tag in "dsoqn"
                and any(t.tag in "Dm" and t.tag for t in tokens[:i])
                and not any(t.tag in "hb" and t.tag for t in tokens[:i])
            ):
                tokens[k].tag, tokens[k].lemma = "D", source.lemma(tokens[k].low, "D")
        if token.low not in {"and", "but", "while"} or i < 3 or tokens[i + 1].tag not in "dNPsA":
            continue
        k = i + 1
        while (
            k < len(tokens)
            and tokens[k].tag in "dsANPE"
            and not (tokens[k].tag == "E" and tokens[k - 1].tag in "NP")
        ):
            k += 1
        if (
            k + 1 >= len(tokens)
            or tokens[k].tag != "E"
            or tokens[k - 1].tag not in "NP"
            or "D" not in tokens[k].tags
        ):
            continue
        done = tokens[k + 1].tag in "dson" or "E" not in tokens[k].tags or tokens[k].low == "ran"
        if (
            done
            and any(t.tag in _FINITE and t.tag for t in tokens[:i])
            and not any(t.tag in "bh" and t.tag for t in tokens[:i])
        ):
            tokens[k].tag, tokens[k].lemma = "D", source.lemma(tokens[k].low, "D")
    for i, token in enumerate(tokens[:-2]):
        if token.tag != "j" or not i or tokens[i + 1].tag not in "iR":
            continue
        if tokens[i - 1].tag != "," and tokens[i + 1].tag != "i":
            continue
        stop = next((k for k in range(i + 1, len(tokens)) if tokens[k].tag in ",."), len(tokens))
        part = tokens[i + 1 : stop]
        if any(t.tag in _FINITE and t.tag for t in part) or not any(t.tag == "D" for t in tokens[:i]):
            continue
        verbs = [
            t
            for k, t in enumerate(part)
            if t.tag in "EA" and "D" in t.tags and k and part[k - 1].tag in "NPAnqR"
        ]
        if len(verbs) == 1:
            verbs[0].tag, verbs[0].lemma = "D", source.lemma(verbs[0].low, "D")


def verbless(tokens: list[Token], source: WordSource) -> None:
    """*Ruby, no longer young, still danced; now deals cards*: give a sentence without a verb the one it may have."""  # noqa: E501
    if any(t.tag in _FINITE and t.tag for t in tokens) or any(t.tag in "VQ?" and t.tag for t in tokens[:1]):
        return
    named = next((i for i, t in enumerate(tokens) if t.tag in "np"), -1)
    if named < 0 or named > 8 or any(t.tag == "Q" for t in tokens):
        return
    comma = next((i for i in range(len(tokens) - 1, named, -1) if tokens[i].tag == ","), named)
    if (
        comma == named
        and tokens[named].tag == "n"
        and named + 1 < len(tokens)
        and tokens[named + 1].tag == ","
    ):
        return
    k = comma + 1
    while k < len(tokens) and tokens[k].tag in "R" and tokens[k].tag:
        k += 1
    if k >= len(tokens):
        return
    token = tokens[k]
    adverb = k > comma + 1 and tokens[comma].tag == ","
    follows = tokens[k + 1] if k + 1 < len(tokens) else None
    if token.tag == "E" and "D" in token.tags and (adverb or tokens[comma].tag != ","):
        token.tag, token.lemma = "D", source.lemma(token.low, "D")
    elif token.tag in "PN" and "Z" in token.tags and follows is not None:
        stands = adverb or comma == named or _aside(tokens, named, comma)
        if stands and follows.tag in "dsonNPiR":
            token.tag, token.lemma = "Z", source.lemma(token.low, "Z")


def _aside(tokens: list[Token], named: int, comma: int) -> bool:
    """*Ruby, flank damp, nostrils wide, drinks deep*: whether what stands between is a parenthesis."""
    between = tokens[named + 1 : comma]
    return (
        tokens[named].tag == "n"
        and len(between) > 1
        and between[0].tag == ","
        and not any(t.tag == "j" for t in between)
    )
