"""Before the clauses are found: conditions put where the grammar looks for them, and said more simply."""

from __future__ import annotations

from typing import Final

from game.reader.predicates import CONDITIONS
from game.reader.tokens import Token
from game.reader.wordsets import words

_FINITE: Final = "ZDbhum"
_NOBODY: Final = frozenset({"nothing", "nobody", "no one", "none", "no-one", "noone", "anyone", "anybody"})


def _never_ever(tokens: list[Token]) -> None:
    """*She would never, in a million years, wear beige*: the parenthesis out."""
    for i in range(1, len(tokens) - 4):
        if tokens[i].tag != "," or tokens[i - 1].low not in {"never", "not", "n't", "always"}:
            continue
        close = next((k for k in range(i + 2, min(i + 8, len(tokens) - 1)) if tokens[k].tag == ","), -1)
        if (
            close < 0
            or tokens[i + 1].tag not in "iR"
            or any(t.tag in _FINITE for t in tokens[i:close] if t.tag)
        ):
            continue
        after = tokens[close + 1]
        if {"V", "E", "G", "Z", "D"} & set(after.tags + after.tag):
            if i > 1 and tokens[i - 2].tag == "m" and "V" in after.tags:
                after.tag, after.lemma = "V", after.low
            del tokens[i : close + 1]
        return


def _commas(tokens: list[Token]) -> None:
    """*She never, ever, under any circumstances, apologises*: the commas out."""
    i = next((k for k, t in enumerate(tokens[:4]) if t.tag in "np"), -1) + 1
    if not i or i + 3 >= len(tokens) or tokens[i].tag != "R":
        return
    stop = i
    while stop < len(tokens) and tokens[stop].tag in "R,":
        stop += 1
    if (
        stop < len(tokens)
        and tokens[stop].tag in "PN"
        and "Z" in tokens[stop].tags
        and stop + 1 >= len(tokens) - 1
    ):
        tokens[stop].tag = "Z"
    if stop < len(tokens) and tokens[stop].tag in "ZD" and any(t.tag == "," for t in tokens[i:stop]):
        tokens[i:stop] = [t for t in tokens[i:stop] if t.tag != ","]


_WAYS: Final = words(
    "away off down up out in over into through across along back past under round around to onto"
)
_MOVING: Final = words(
    "go come run walk fall fly jump leap ride drive march stride swim climb crawl dash rush hurry sail skip "
    "dance step stagger tumble slip slide float drift vanish disappear flee hop trot gallop plod creep sneak "
    "stroll wander"
)


def way_first(tokens: list[Token]) -> list[Token]:
    """*Down the stairs Ruby fell; away ran Ruby; off to Paris she went*."""
    if len(tokens) < 3 or tokens[0].low not in _WAYS or tokens[0].tag not in "iR":
        return tokens
    stop = next((k for k, t in enumerate(tokens) if t.tag == "." and t.tag), len(tokens))
    if stop != 3 or tokens[2].tag not in "n" or not {"D", "Z"} & set(tokens[1].tags + tokens[1].tag):
        k = next((k for k in range(1, stop) if tokens[k].tag in "np"), -1)
        if k < 1 or k + 2 != stop or any(t.tag not in "iRdsHNPAct" for t in tokens[1:k]):
            return tokens
        verb = tokens[k + 1]
        if verb.tag not in "ZD" or verb.lemma not in _MOVING:
            return tokens
        return [tokens[k], verb, *tokens[:k], *tokens[stop:]]
    verb = tokens[1]
    verb.tag = "D" if "D" in verb.tags + verb.tag else "Z"
    return [tokens[2], verb, tokens[0], *tokens[3:]]


def _and_only(tokens: list[Token]) -> None:
    """Two words before a verb, *she sings and only eats soup*; *him and only him* has them as one."""
    for i in range(len(tokens) - 1, 0, -1):
        old = tokens[i]
        if old.low == "and only" and i + 1 < len(tokens) and tokens[i + 1].tag in "ZD":
            tokens[i : i + 1] = [
                Token(old.start, old.start + 3, "and", "and", "j", "j", "and"),
                Token(old.end - 4, old.end, "only", "only", "R", "R", "only"),
            ]


def plain(tokens: list[Token]) -> list[Token]:
    """*if, and only if, ...* as one word; *so much as* in a condition out; *save when* as *except when*."""
    _commas(tokens)
    _never_ever(tokens)
    _and_only(tokens)
    i = 0
    while i < len(tokens) - 2:
        low = tokens[i].low
        if low in {"if", "when"} and tokens[i].tag == "k":
            stop = i + 1
            while stop < len(tokens) and tokens[stop].low in {",", "and", "only", "and only"}:
                stop += 1
            again = tokens[stop].low if stop > i + 1 and stop < len(tokens) else ""
            if again not in {low, f"only {low}"}:
                i += 1
                continue
            stop += 1
            if stop < len(tokens) and tokens[stop].tag == ",":
                stop += 1
            old, end = tokens[i], tokens[stop - 1].end
            tokens[i:stop] = [Token(old.start, end, old.text, low, "k", "k", low)]
        elif low in {"save", "apart from", "other than", "aside from"} and (
            tokens[i + 1].low in CONDITIONS and tokens[i + 1].tag == "k"
        ):  # fmt: skip
            tokens[i].tag = tokens[i].tags = "R"
        elif low in {"besides", "save", "apart from", "aside from", "other than"} and (
            i and tokens[i - 1].low in _NOBODY and tokens[i + 1].tag in "ons"
        ):  # fmt: skip
            tokens[i].low, tokens[i].tag, tokens[i].lemma = "except", "i", "except"
        elif low == "so much" and tokens[i + 1].low == "as" and any(t.low in CONDITIONS for t in tokens[:i]):
            del tokens[i : i + 2]
            if "Z" in tokens[i].tags:
                tokens[i].tag, tokens[i].lemma = "Z", tokens[i].low.removesuffix("s")
            elif "D" in tokens[i].tags:
                tokens[i].tag = "D"
        i += 1
    return tokens


def no_matter(tokens: list[Token]) -> list[Token]:
    """*No matter what I do, Ruby loves me*: she always does."""
    for i, token in enumerate(tokens):
        if not token.low.startswith("no matter"):
            continue
        stop = next((k for k in range(i + 1, len(tokens)) if tokens[k].tag in ",."), len(tokens))
        if not any(t.tag in _FINITE + "V" and t.tag for t in tokens[i + 1 : stop]):
            return tokens
        if i <= 1 and stop >= len(tokens):
            return tokens
        end = tokens[stop - 1].end
        given = Token(token.start, end, token.text, "no matter what", "R", "R", "no matter what")
        return [*tokens[:i], given, *tokens[stop:]]
    return tokens


def the_more(tokens: list[Token]) -> tuple[list[Token], tuple[int, int, int] | None]:
    """*The more I type, the more she loves me*: the second half, and where the first was."""
    if len(tokens) < 7 or tokens[0].low not in {"the", "the more"}:
        return tokens, None
    comma = next((k for k in range(2, len(tokens) - 3) if tokens[k].tag == ","), -1)
    if comma < 0 or tokens[comma + 1].low not in {"the", "the more"}:
        return tokens, None

    def compared(i: int) -> int:
        if tokens[i].low == "the more":
            return i + 1
        low = tokens[i + 1].low
        return i + 2 if low in {"more", "less"} or (low.endswith("er") and len(low) > 4) else -1

    one, other = compared(0), compared(comma + 1)
    if one < 0 or other < 0 or other >= len(tokens) or tokens[one].tag not in "pynodsH":
        return tokens, None
    if tokens[other].tag not in "pyn":
        return tokens, None
    adjective = tokens[comma + 2 : other]
    rest = tokens[other:]
    full = next((k for k, t in enumerate(rest) if t.tag == "." and t.tag), len(rest))
    taken = (tokens[0].start, tokens[comma - 1].end, tokens[comma].start)
    if adjective and adjective[-1].low not in {"more", "less"}:
        adjective[-1].tag = "A"
        return [*rest[:full], *adjective, *rest[full:]], taken
    return rest, taken


def fronted(tokens: list[Token]) -> list[Token]:
    """*Ruby, whenever it rains, sings*: the condition in front."""
    for i in range(1, min(len(tokens) - 4, 12)):
        if tokens[i].tag != "," or tokens[i + 1].tag not in "kR" or tokens[i + 1].low not in CONDITIONS:
            continue
        before = tokens[:i]
        lead = next((n for n, t in enumerate(before) if t.tag not in "jR!"), 0)
        subject = before[lead:]
        verbs = [t for t in subject if t.tag in _FINITE and t.tag]
        if (
            not subject
            or not any(t.tag in "np" for t in subject)
            or (verbs and (verbs != subject[-len(verbs) :] or verbs[-1].tag not in "bhum"))
        ):
            return tokens
        close = next((k for k in range(i + 2, len(tokens) - 1) if tokens[k].tag == ","), -1)
        if close < 0 or not any(t.tag in _FINITE + "V" and t.tag for t in tokens[i + 2 : close]):
            return tokens
        after = next((t for t in tokens[close + 1 :] if t.tag not in "R!x"), None)
        if after is None:
            return tokens
        fits = after.tag in "AENdG" and "," not in after.tag if verbs else after.tag in "VZDbhum"
        if not fits or not after.tag:
            return tokens
        return [
            *before[:lead], *tokens[i + 1 : close], tokens[close], *subject, *tokens[close + 1 :]
        ]  # fmt: skip
    return tokens
