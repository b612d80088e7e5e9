"""Stage 5, last: tags that only a wider look settles: the gem and the girl, *going to cry*, *less kind than*."""  # noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tagging import WordSource
    from game.reader.tokens import Token

_GOALS: Final = words(
    "bed school church town work college prison jail market court war hell heaven sea university class "
    "hospital bath lunch dinner breakfast seed waste pieces press mass sleep"
)
_GEMSTONE: Final = words("a the this that every some another an any each one")
_RED: Final = words(
    "red ring rings earring earrings necklace slipper slippers lip lips port wine pendant brooch tiara crown "
    "laser wedding anniversary mine mines gemstone gemstones chocolate grapefruit"
)
_WHERE: Final = words("upstairs downstairs abroad outside inside indoors outdoors overseas ashore aboard")
_IN_MAY: Final = words("since in until till last next by this of every early late from")
_OF_WILL: Final = frozenset(["at", "free", "iron", "against", "of"])
_AUXILIARIES: Final = frozenset("mu")


_TASTING: Final = words("loves likes hates needs wants fears misses trusts dreads")
_STATES: Final = words(
    "mortified dumbfounded flabbergasted humiliated disgusted petrified enraged infuriated saddened gutted "
    "thrilled overjoyed elated crushed shattered defeated abandoned forgotten unloved dazed bewildered"
)


def _stands_alone(token: Token, before: Token | None, after: Token | None) -> bool:
    """*She sat down, exhausted*: what she is, and nothing that she did."""
    parted = before is not None and before.tag == "," and (after is None or after.tag in ".,!?")
    return parted and ({"A", "E"} <= set(token.tags) or token.low in _STATES)


def _surname(tokens: list[Token], i: int) -> bool:
    """Whether *sparks* is Ruby's name: not in *Ruby sparks joy* or *sparks fly*."""
    finite = [k for k, t in enumerate(tokens) if t.tag in "ZDVbhum" and t.tag and k != i]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if i and tokens[i - 1].low == "ruby":
        again = after is not None and after.low == "sparks"
        return (
            again
            or bool(finite)
            or tokens[i].text[:1].isupper()
            or after is None
            or after.tag not in "NPdsonpA"
        )
    if i and tokens[i - 1].low == "sparks":
        return False
    plural = after is not None and (after.tag == "V" or after.low in {"are", "were", "have", "do"})
    return not plural


def _verb_of_condition(tokens: list[Token], i: int) -> bool:
    """*as long as the lamp burns; when the music stops*."""
    if i < 2 or (i + 1 < len(tokens) and tokens[i + 1].tag not in ".,!R"):
        return False
    k = i - 1
    if tokens[k].tag not in "Nn" or not tokens[k].tag:
        return False
    while k >= 0 and tokens[k].tag in "NndsHAR" and tokens[k].tag:
        k -= 1
    return k >= 0 and tokens[k].tag == "k"


def _been(tokens: list[Token], i: int) -> bool:
    """*Ruby's never been kissed*: she has."""
    k = i + 1
    while k < len(tokens) and tokens[k].tag in "Rx":
        k += 1
    return k < len(tokens) and tokens[k].low == "been"


def _is_doing(tokens: list[Token], i: int) -> bool:
    """*Ruby's smoking again*: she is."""
    if i != 1 or i + 1 >= len(tokens) or "G" not in tokens[i + 1].tags + tokens[i + 1].tag:
        return False
    rest = tokens[i + 2 :]
    ends = not rest or rest[0].tag in "R.!it"
    return ends and not any(t.tag in "ZDbhumV" and t.tag for t in rest)


def _goes_on(tokens: list[Token], i: int) -> bool:
    """*She gets jealous if I talk, and sulks if I don't; Ruby, if I call, comes*: a second verb."""
    after = tokens[i + 1].tag if i + 1 < len(tokens) else "."
    if after not in {".", "k", ",", "!"} or i < 3 or not any(t.tag == "Z" for t in tokens[:i] if t.tag):
        return _returns(tokens, i, after)
    if tokens[i - 1].tag != "j" or tokens[i - 1].low not in {"and", "but", "then"}:
        return _returns(tokens, i, after)
    before = tokens[i - 2] if tokens[i - 2].tag != "," else tokens[i - 3]
    return (before.tag in "nopAER" and bool(before.tag)) or (
        after == "k" and not any(t.tag in "NP" for t in tokens[i - 3 : i - 1])
    )


def _returns(tokens: list[Token], i: int, after: str) -> bool:
    """Whether a clause between commas parts a name from the word."""
    if after not in {".", "k", "i", "R", "o", "!", "n", "d", "q", "s"} or i < 4 or tokens[i - 1].tag != ",":
        return False
    return tokens[0].tag in "np" and tokens[1].tag == "," and tokens[2].tag in "ki"


def _used_to(tokens: list[Token], i: int) -> bool:
    """*She used to model for a catalogue*: whatever she used to do, it is a verb."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return (
        after is not None
        and after.tag == "N"
        and after.text.islower()
        and tokens[i - 2].tag in "npR"
        and (i + 2 >= len(tokens) or tokens[i + 2].tag in ".,ijR!dsk")
    )


def _resumes(tokens: list[Token], i: int) -> bool:
    """*Ruby, a nurse from Ohio, loves jazz*: the verb that the name has waited for."""
    return (
        i > 3
        and i + 1 < len(tokens)
        and tokens[0].tag == "n"
        and tokens[1].tag == ","
        and tokens[i - 1].tag == ","
        and tokens[2].tag in "di"
        and tokens[i + 1].tag in set("dsAENPGonHti")
        and not any(t.tag and t.tag in "ZDbhumV," for t in tokens[2 : i - 1])
    )


def _tastes(tokens: list[Token], i: int) -> bool:
    """*Keeps bees and loves old records, mushrooms and rain*: a second verb, not a second thing kept."""
    if i < 3 or i + 1 >= len(tokens) or tokens[i - 1].low not in {"and", "but"}:
        return False
    return (
        any(t.tag and t.tag in "Zb" for t in tokens[:i])
        and tokens[i + 1].tag in set("dsAENPGonHtp")
        and tokens[0].tag in {"n", "p", "s", "H"}
    )


def _did_too(tokens: list[Token], i: int) -> bool:
    """*Loves only me and never once doubted it*: not what is done to me."""
    k = i - 1
    while k > 1 and tokens[k].tag == "R":
        k -= 1
    if k == i - 1 or k < 2 or tokens[k].low not in {"and", "but"}:
        return False
    return any(t.tag and t.tag in "ZD" for t in tokens[:k]) and not any(
        t.tag and t.tag in "hbV" for t in tokens[:k]
    )


def retag(tokens: list[Token], source: WordSource) -> None:  # noqa: PLR0912, PLR0915
    """Mend tags in place."""
    n = len(tokens)
    for i, token in enumerate(tokens):
        low = token.low
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < n else None
        if (
            low == "is"
            and token.text[:1] in {"a", "A"}
            and any(t.low == "been" for t in tokens[i + 1 : i + 4])
        ):
            token.low, token.tag, token.lemma = "has", "h", "have"
        elif (
            low == "looks"
            and token.tag != "Z"
            and before is not None
            and before.tag == "j"
            and after is not None
            and (after.tag in "AE" or after.low in {"like", "as"})
            and after.tag
        ):
            token.tag, token.lemma = "Z", "look"  # *bakes a cake and looks fantastic*
        elif low == "may" and before is not None and before.low in _IN_MAY and token.text[:1].isupper():
            token.tag, token.lemma = "N", "may"
        elif (
            low == "that"
            and token.tag == "y"
            and before is not None
            and before.tag == "j"
            and after is not None
            and after.tag in "npdsH"
            and any(t.low == "that" and t.tag in "kT" for t in tokens[: i - 1])
        ):
            token.tag = "k"
        elif (
            low == "still"
            and token.tag in "AN"
            and before is not None
            and before.tag in "bVZD"
            and after is not None
            and after.tag in "dAEGVi"
        ):
            token.tag = "R"
        elif token.tag in "PN" and "Z" in token.tags and _goes_on(tokens, i):
            token.tag = "Z"
            token.lemma = source.lemma(low, "Z")
        elif (token.tag == "P" and "Z" in token.tags and _resumes(tokens, i)) or (
            token.tag == "P" and low in _TASTING and _tastes(tokens, i)
        ):
            token.tag, token.lemma = "Z", source.lemma(low, "Z")
        elif token.tag == "E" and "D" in token.tags and _did_too(tokens, i):
            token.tag = "D"
        elif (
            token.tag == "N"
            and "A" in token.tags
            and before is not None
            and before.tag in ",j"
            and after is not None
            and after.low in {"to", "with", "about", "of", "at", "as"}
            and i > 2
            and any(t.tag == "A" for t in tokens[:i])
            and any(t.tag == "b" for t in tokens[:i])
        ):
            token.tag, token.lemma = "A", low
        elif token.tag == "P" and "Z" in token.tags and _verb_of_condition(tokens, i):
            token.tag, token.lemma = "Z", source.lemma(low, "Z")
        elif (
            token.tag == "D"
            and {"A", "E"} & set(token.tags)
            and i > 1
            and before is not None
            and before.tag == "j"
            and tokens[i - 2].tag == "A"
            and (after is None or after.tag in ".,ik")
            and any(t.tag == "b" for t in tokens[:i])
        ):
            token.tag, token.lemma = ("A", low) if "A" in token.tags else ("E", token.lemma)
        elif low == "will" and token.tag == "m" and before is not None and before.low in _OF_WILL:
            token.tag, token.lemma = "N", "will"
        elif low == "'s" and token.tag == "b" and _been(tokens, i):
            token.tag, token.lemma = "h", "have"
        elif low == "'s" and token.tag == "s" and _is_doing(tokens, i):
            assert after is not None
            token.tag, token.lemma = "b", "be"
            after.tag, after.lemma = "G", source.lemma(after.low, "G")
        elif (
            low == "to"
            and before is not None
            and before.low in {"got", "gets", "get", "going"}
            and after is not None
            and after.tag == "N"
            and "V" in after.tags
            and after.low not in _GOALS
            and after.text.islower()
        ):
            after.tag, after.lemma = "V", after.low
        elif (
            low == "given"
            and token.tag == "A"
            and before is not None
            and before.tag == "b"
            and after is not None
            and after.tag in "dsNPoncH"
        ):
            token.tag, token.lemma = "E", "give"
        elif low == "sparks" and token.tag == "n" and not _surname(tokens, i):
            token.tag, token.who = ("Z" if before is not None and before.tag == "n" else "P"), ""
            token.lemma = "spark"
        elif (
            i == 2
            and tokens[0].low == "may"
            and tokens[1].tag in "np"
            and token.tag in "AN"
            and "V" in token.tags
        ):
            token.tag, token.lemma = "V", low
        elif token.tag == "D" and _stands_alone(token, before, after):
            token.tag, token.lemma = "A", low
        elif (
            low == "that"
            and token.tag in "kTy"
            and before is not None
            and before.tag in "VZDGE"
            and after is not None
            and after.tag in "NPA"
            and not any(t.tag in "ZDbhumV" and t.tag for t in tokens[i + 1 : i + 6])
        ):
            token.tag = "d"
        elif low == "an" and after is not None and after.tag in "pn":
            token.low, token.tag, token.lemma = "and", "j", "and"
        elif low == "ruby" and token.tag == "n":
            verb = after is not None and "Z" in after.tags and i + 2 < n and tokens[i + 2].tag in "dson"
            if after is not None and after.low in _RED and not verb and (token.text.islower() or i == 0):
                token.tag, token.who, token.lemma = "A", "", "ruby"
            elif (
                before is not None
                and before.low in _GEMSTONE
                and (before.low != "that" or before.tag == "d")
                and token.text.islower()
                and tokens[0].text[:1].isupper()
                and not (after is not None and after.low in {"'s", "sparks"})
            ):
                token.tag, token.who, token.lemma = "N", "", "gem"
        elif (
            low in _WHERE
            and token.tag in "AN"
            and before is not None
            and before.tag in "bRxjV,"
            and (after is None or after.tag not in "NPAn")
        ):
            token.tag = "R"
        elif (
            low in {"more", "less"}
            and token.tag in "dAN"
            and after is not None
            and "A" in after.tags
            and after.tag in "AN"
            and (i + 2 >= n or tokens[i + 2].tag in ".!,jkitR")
            and before is not None
            and (
                before.tag in "onH"
                or before.lemma in {"be", "feel", "become", "get", "act", "grow"}
                or before.low in {"bit", "little", "a little", "a bit", "lot", "much", "even"}
            )
        ):
            token.tag, token.lemma = "R", low  # *make her less bossy*
            after.tag, after.lemma = "A", source.lemma(after.low, "A")
        elif low in {"more", "less"} and after is not None and "A" in after.tags + after.tag:
            than = next((k for k in range(i + 2, min(n, i + 6)) if tokens[k].low == "than"), -1)
            if (than > 0 and (than == i + 2 or tokens[i + 2].tag in "it")) or (
                token.tag == "d"
                and before is not None
                and before.lemma in {"be", "feel", "become", "get", "grow", "seem", "look"}
                and (i + 2 >= n or tokens[i + 2].tag in ".,R!jk")
            ):
                token.tag = "R"
                after.tag, after.lemma = "A", source.lemma(after.low, "A")
        elif (
            token.tag in "NP"
            and "A" in token.tags
            and before is not None
            and before.low == "as"
            and after is not None
            and after.low == "as"
        ):
            token.tag, token.lemma = "A", source.lemma(low, "A")  # *as musical as a tractor*
        elif (
            low == "zero"
            and after is not None
            and after.tag in "NP"
            and after.low not in {"degree", "degrees"}
        ):
            token.low, token.tag, token.lemma = "no", "d", "no"
        elif low == "freaking" and after is not None and after.low == "out":
            token.tag, token.lemma = "G", "freak"
        elif low == "to" and before is not None and before.low == "used" and i > 1 and _used_to(tokens, i):
            after_ = tokens[i + 1]
            after_.tag, after_.lemma = "V", after_.low
        elif token.tag == "Z" and before is not None and before.low in {"for", "at", "with", "from", "of"}:
            token.tag, token.lemma = "N", low
        elif low == "no" and after is not None and any(t.low == "than" for t in tokens[i + 2 : i + 4]):
            if after.tag == "A" and after.low.endswith("er"):
                token.tag, token.lemma = "x", "not"
        elif (
            token.tag == "D"
            and "V" in token.tags
            and before is not None
            and before.tag in "pn"
            and i > 1
            and tokens[i - 2].tag in _AUXILIARIES
            and tokens[i - 2].tag
        ):
            token.tag, token.lemma = "V", low
