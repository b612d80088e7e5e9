"""Stage 5, last: the tags of what a narrator tells: *I saw her steal it; she can still swim*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tagging import WordSource
    from game.reader.tokens import Token

_DITRANSITIVE: Final = words(
    "give call name make teach offer show tell pay award allow deny owe send dub christen"
)
_PARTICLES: Final = frozenset(
    {"up", "down", "out", "in", "on", "off", "over", "by", "through", "around", "away", "back"}
)
_DOING: Final = words(
    "dance cry laugh sleep smile sing weep walk run swim fall play work eat drink fight dream"
)
_PERCEIVING: Final = words("see watch hear catch find notice spot glimpse observe remember recall feel")


def narrated(tokens: list[Token], i: int, source: WordSource) -> None:  # noqa: PLR0912, PLR0915
    """*I saw, we found, they lay there* in the past; *can still swim*; *saw her so calm, caught her feeding him*."""  # noqa: E501
    token = tokens[i]
    k = i - 1
    while k >= 0 and tokens[k].tag == "R":
        k -= 1
    before = tokens[k] if k >= 0 else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        token.tag == "N"
        and ("A" in token.tags or token.low in {"cross", "content"})
        and i > 1
        and tokens[i - 1].tag == "j"
        and tokens[i - 2].tag == "A"
        and (after is None or after.tag in ".,")
    ):
        token.tag, token.lemma = "A", token.low
    elif token.tag == "V" and "D" in token.tags and before is not None and before.tag in "pj":
        lemma = source.lemma(token.low, "D")
        there = token.low != "lay" or after is None or after.tag not in "dson"
        if lemma != token.low and there and before.low in {"i", "we", "they", "you", "and"}:
            past = before.tag == "p" or any(t.tag == "D" for t in tokens[:i])
            if past:
                token.tag, token.lemma = "D", lemma
    elif (
        token.tag == "i"
        and token.low in _PARTICLES
        and i
        and tokens[i - 1].tag in "ZDVE"
        and after is not None
    ):
        j = i + 2
        while j < len(tokens) and tokens[j].tag in "R":
            j += 1
        if after.tag in "np" and j < len(tokens) and tokens[j].tag in "ZDbhum":
            token.tag = "R"  # *when the lights came up Ruby was gone*
    elif (
        token.tag == "k" and token.low in {"before", "after", "until", "till", "since"} and after is not None
    ):
        j = i + 1
        while j < len(tokens) and tokens[j].tag in "dsANPc" and tokens[j].tag:
            j += 1
        if j > i + 1 and tokens[j - 1].tag in "NP" and j + 1 < len(tokens):
            subject = tokens[j].tag in "pn" and any(
                t.tag in "ZDbhum" and t.tag for t in tokens[j + 1 : j + 4]
            )
            if subject or (tokens[j].tag == "," and tokens[j + 1].tag in "pn"):
                token.tag = "i"  # *before breakfast she had quarrelled*
    elif token.low == "'s" and token.tag == "b" and after is not None:
        j = i + 1
        while j < len(tokens) and tokens[j].tag in "R":
            j += 1
        done = tokens[j] if j + 1 < len(tokens) else None
        if (
            done is not None
            and done.tag in "AE"
            and "E" in done.tags
            and tokens[j + 1].tag in "dsonc"
            and source.lemma(done.low, "E") not in _DITRANSITIVE
        ):
            token.low, token.tag, token.lemma = "has", "h", "have"
            done.tag, done.lemma = "E", source.lemma(done.low, "E")
    elif (
        token.tag == "N"
        and "D" in token.tags
        and i > 2
        and tokens[i - 1].tag in ",jR"
        and after is not None
        and any(t.tag == "D" for t in tokens[:i])
    ):
        series = tokens[i - 1].tag == "," and after.tag == "," and any(t.tag == "D" for t in tokens[i:])
        if series:
            token.tag, token.lemma = "D", source.lemma(token.low, "D")
    elif token.low == "still" and token.tag == "A" and i and tokens[i - 1].tag in "muh":
        token.tag = "R"
        if after is not None and after.tag in "NA" and "V" in after.tags and tokens[i - 1].tag in "mu":
            after.tag, after.lemma = "V", after.low
    elif (
        token.low == "her"
        and token.tag == "s"
        and before is not None
        and before.lemma in {"call", "name", "nickname", "dub", "christen"}
        and before.tag in "VZDE"
        and after is not None
        and after.text[:1].isupper()
        and not before.text[:1].isupper()
    ):
        token.tag = token.tags = "o"
    elif token.low in {"her", "his"} and token.tag == "s" and before is not None and k == i - 1:
        if before.lemma not in _PERCEIVING or before.tag not in "VZDEG" or after is None:
            return
        j = i + 1
        while j < len(tokens) and tokens[j].tag == "R":
            j += 1
        state = tokens[j] if j < len(tokens) else None
        if state is None or token.low == "his":
            return
        following = tokens[j + 1] if j + 1 < len(tokens) else None
        if state.low == "bent" and following is not None and following.tag == "i":
            state.tag, state.lemma = "E", "bend"
        open_ = following is None or following.tag in ".,iRdsonj"
        if "G" in state.tags and state.tag in "NA" and following is not None and following.tag in "iRdson":
            state.tag, state.lemma = "G", source.lemma(state.low, "G")
        elif (
            "V" in state.tags
            and state.tag in "NA"
            and (
                following is not None
                and (
                    following.tag in "dson"
                    or (
                        following.tag in ".i"
                        and before.lemma in {"see", "watch", "hear"}
                        and state.low in _DOING
                    )
                )
            )
        ):
            state.tag, state.lemma = "V", state.low
        elif (
            "A" in state.tags
            and open_
            and (j > i + 1 or (state.tag == "A" and following is not None and following.tag != "N"))
        ):
            state.tag, state.lemma = "A", state.low
        elif state.tag not in "GVE":
            return
        token.tag = token.tags = "o"
