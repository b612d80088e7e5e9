"""Stage 5, last: participles that a sentence sets off, and the verb that a sentence would otherwise lack."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from game.reader.lacking import coordinated, opening, scene, series, verbless
from game.reader.seeing import narrated
from game.reader.tagging_words import SERVED
from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tagging import WordSource
    from game.reader.tokens import Token

_FINITE: Final = frozenset("ZDbhum")
_LIMBS: Final = words(
    "hair head eyes eye face hands hand arms arm fists jaw chin lips mouth cheeks shoulders back legs feet "
    "knees skirt sleeves shoes voice coat collar hat hem nose teeth fingers brow hems stockings boots"
)
_AFTER_STATE: Final = frozenset(
    ["by", "from", "with", "of", "in", "at", "as", "to", "like", "for", "on", "under"]
)
_HOMING: Final = words(
    "come go get return drive walk run ride fly bring take send stagger crawl limp hurry sail head"
)


def detached(tokens: list[Token], source: WordSource) -> None:  # noqa: PLR0912, PLR0915
    """Mend the tags of participles and adjectives set off before the subject, or after a limb."""
    first = next((t for t in tokens if t.tag not in "R!x"), None)
    opens = first is not None and first.tag in "AE" and "V" not in first.tag
    subject = False
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.tag in "npy" or token.low in {";", "."}:
            subject = True
        narrated(tokens, i, source)
        if (
            (
                token.tag == "D"
                and opens
                and not subject
                and "E" in token.tags
                and before is not None
                and before.tag in ",jR"
            )
            or (
                token.tag == "D"
                and "E" in token.tags
                and before is not None
                and before.low in {"too", "so", "very"}
                and i > 1
                and tokens[i - 2].tag in ",b"
            )
            or (
                token.tag == "D"
                and "E" in token.tags
                and before is not None
                and before.tag == ","
                and _set_off(tokens, i)
            )
        ):
            token.tag = "A" if "A" in token.tags else "E"
            token.lemma = token.low if token.tag == "A" else source.lemma(token.low, "E")
        elif (
            token.tag == "D"
            and "E" in token.tags
            and before is not None
            and before.tag == ","
            and any(t.tag == "Z" or t.low in {"is", "has", "are", "'s"} for t in tokens[:i])
            and not any(t.tag == "D" for t in tokens[:i])
            and not any(t.low in {"that", "who", "which"} for t in tokens[:i])
            and (after is None or after.tag in "iR,.j")
        ):
            token.tag, token.lemma = "E", source.lemma(token.low, "E")
        elif (token.tag in "ND" or token.low == "open") and "A" in token.tags and i and after is not None:
            k = i - 1
            while k > 0 and tokens[k].tag == "R":
                k -= 1
            owned = k > 0 and tokens[k - 1].tag in "s,"
            if tokens[k].low in _LIMBS and owned and (after.tag in ",." or after.low in _AFTER_STATE):
                token.tag, token.lemma = "A", token.low
        elif (
            token.tag == "N"
            and "G" in token.tags
            and before is not None
            and before.tag in ",ji"
            and after is not None
            and after.tag in "dso"
            and after.low not in {"all", "both"}
        ) or (
            token.tag == "A"
            and token.low == "left"
            and after is not None
            and after.low == "for"
            and (before is None or before.tag == ",")
        ):
            token.tag = "G" if token.tag == "N" else "E"
            token.lemma = source.lemma(token.low, token.tag)
        elif (
            token.tag == "N"
            and "G" in token.tags
            and (before is None or before.tag == ",")
            and after is not None
            and ((after.tag == "R" and after.low.endswith("ly")) or (after.tag == "," and i))
            and not _in_list(tokens, i)
        ):
            token.tag, token.lemma = "G", source.lemma(token.low, "G")
        elif (
            token.tag == "P"
            and "Z" in token.tags
            and before is not None
            and before.tag == "j"
            and i > 1
            and tokens[i - 2].tag == ","
            and (after is None or after.tag in ",.iR")
            and sum(t.tag == "Z" for t in tokens[:i]) > 1
        ):
            token.tag, token.lemma = "Z", source.lemma(token.low, "Z")
        elif (
            token.tag == "N"
            and before is not None
            and before.tag == "m"
            and before.low in {"could", "would", "will", "can"}
        ):
            if after is not None and after.tag in "NPdso":
                token.tag, token.lemma = "V", token.low
        elif (
            token.tag in "NP"
            and "Z" in token.tags
            and before is not None
            and before.low in {"here", "there", "in", "out", "up", "down", "along"}
            and after is not None
            and after.tag == "n"
            and i < 3
        ):
            token.tag, token.lemma = "Z", source.lemma(token.low, "Z")
        elif token.low == "including" and token.tag == "G":
            token.tag = "i"
        elif (
            token.tag == "N"
            and "A" in token.tags
            and before is not None
            and before.low in {"more", "most", "so", "very", "too", "less"}
            and (after is None or after.tag in ".,j")
        ):
            token.tag, token.lemma = "A", token.low
        elif (
            token.low == "back"
            and before is not None
            and before.low in {"her", "his"}
            and i > 1
            and tokens[i - 2].low in {"on", "onto", "upon", "behind", "against", "across", "down"}
        ):
            token.tag, token.lemma = "N", "back"
            before.tag = before.tags = "s"
        elif (
            token.tag == "N"
            and "G" in token.tags
            and before is not None
            and before.tag == ","
            and after is not None
            and after.tag == "P"
            and any(t.tag in "ZD" and t.tag for t in tokens[:i])
            and not any(t.tag == "j" for t in tokens[i : i + 5])
        ):
            token.tag, token.lemma = "G", source.lemma(token.low, "G")
        elif token.low in {"nightly", "daily", "weekly", "hourly", "monthly", "yearly"} and token.tag == "A":
            if after is None or after.tag not in "NPA":
                token.tag = "R"
        elif (
            token.low in {"herself", "himself", "myself"}
            and before is not None
            and before.tag in "nNp"
            and after is not None
            and (after.tag in "ZDbhum," or after.tag == "R")
            and not any(t.tag in "ZDbhum" and t.tag for t in tokens[max(0, i - 4) : i])
        ):
            token.tag = "!"
        elif (
            token.tag in "NA"
            and before is not None
            and before.tag == "p"
            and before.low in {"i", "we", "they"}
        ):
            if "D" in token.tags:
                token.tag, token.lemma = "D", source.lemma(token.low, "D")
            elif "V" in token.tags and after is not None and after.tag in "dsonNPRtyi":
                token.tag, token.lemma = "V", token.low
        elif (
            token.tag == "D"
            and {"A", "E"} & set(token.tags)
            and before is not None
            and before.tag == ","
            and i + 2 < len(tokens)
            and after is not None
            and after.tag in "NP"
            and tokens[i + 2].tag == ","
        ):
            token.tag, token.lemma = "A", token.low
        elif (
            token.tag == "A"
            and "E" in token.tags
            and before is not None
            and (
                (before.tag == "h" and after is not None and after.tag in "cdson")
                or (token.low == "left" and before.tag == "b" and after is not None and after.tag == "i")
            )
        ):
            token.tag, token.lemma = "E", source.lemma(token.low, "E")
        elif (
            token.tag in "NA"
            and "V" in token.tags
            and token.low != "own"
            and token.low not in SERVED
            and before is not None
            and before.low in {"her", "him", "ruby", "calvin", "me"}
            and i > 1
            and tokens[i - 2].lemma in {"see", "watch", "hear", "let", "make", "help", "notice", "observe"}
            and tokens[i - 2].tag in "VZDEG"
            and after is not None
            and after.tag in "dsonPiR"
        ):
            token.tag, token.lemma = "V", token.low
            if before.tag == "s":
                before.tag = before.tags = "o"
        elif token.low == "bent" and before is not None and before.low == "her":
            token.tag, token.lemma, before.tag, before.tags = "E", "bend", "o", "o"
        elif (
            token.tag == "R"
            and "A" in token.tags
            and before is not None
            and before.tag in "on"
            and i > 1
            and tokens[i - 2].lemma in {"make", "leave", "keep", "drive", "turn", "render", "find"}
            and (after is None or after.tag in ".,j")
        ):
            token.tag, token.lemma = "A", token.low
        elif (
            token.tag == "Z"
            and "P" in token.tags
            and i > 2
            and tokens[i - 1].tag == "N"
            and tokens[i - 2].tag == "d"
            and tokens[i - 3].tag == "i"
            and not any(t.tag in "np" for t in tokens[:i])
            and any(t.tag in "np" and u.tag in "ZDbhum" for t, u in pairwise(tokens[i:]))
        ):
            token.tag, token.lemma = "P", source.lemma(token.low, "P")
        elif (
            token.tag == "N"
            and ("A" in token.tags or token.low in {"cross", "content", "game", "sick", "worn"})
            and before is not None
            and before.tag == "j"
            and i > 1
            and tokens[i - 2].tag == "A"
            and (after is None or after.tag in ".,")
        ):
            token.tag, token.lemma = "A", token.low
        elif token.low == "kind" and token.tag == "N" and after is not None and after.low == "to":
            token.tag = "A"
        elif token.low == "both" and after is not None and before is not None and before.tag in "pn":
            if after.tag in "ZDV" or (after.tag in "NP" and {"Z", "D"} & set(after.tags)):
                token.tag = token.tags = "!"
                if after.tag in "NP":
                    after.tag = "Z" if "Z" in after.tags else "D"
                    after.lemma = source.lemma(after.low, after.tag)
        elif token.low == "home" and token.tag in "AN" and before is not None and before.lemma in _HOMING:
            token.tag = "R"
        elif token.low == "present" and before is not None and before.tag == "q":
            token.tag = "!"
        elif (
            token.low == "'s"
            and token.tag == "b"
            and before is not None
            and before.tag == "q"
            and (
                after is not None
                and after.tag == "N"
                and i + 2 < len(tokens)
                and tokens[i + 2].tag in _FINITE
            )
        ):
            token.tag = "s"
    if tokens and tokens[0].low == "once" and tokens[0].tag == "k":
        finite = [i for i, t in enumerate(tokens) if t.tag in _FINITE and t.tag]
        if (
            len(finite) == 1
            and tokens[finite[0]].tag in "Db"
            and not any(t.low in {",", ";"} for t in tokens)
        ):
            tokens[0].tag = "R"  # *Once she loved a sailor*
    opening(tokens, source)
    scene(tokens, source)
    series(tokens, source)
    coordinated(tokens, source)
    verbless(tokens, source)


def _set_off(tokens: list[Token], i: int) -> bool:
    """*Ruby, tired and cross, keeps bees; sold the piano, frightened of cats*: whether it says how she is."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    joined = i > 1 and tokens[i - 2].tag == "j"
    named = i > 1 and tokens[i - 2].tag == "n" and (i < 3 or tokens[i - 3].tag in ",jk.")
    close = next((k for k in range(i + 1, len(tokens)) if tokens[k].tag == ","), -1)
    if (named or joined) and close > 0:
        k = close + 1
        if joined and k < len(tokens) and tokens[k].tag in "np":
            k += 1
        while k < len(tokens) and tokens[k].tag in "R":
            k += 1
        verb = k < len(tokens) and (
            tokens[k].tag in "ZDbhum" or (tokens[k].tag in "P" and "Z" in tokens[k].tags)
        )
        if verb and not any(t.tag in "ZDbhum" and t.tag for t in tokens[i + 1 : close]):
            return True
    if "A" not in tokens[i].tags or after is None or named:
        return False
    closing = not any(t.tag in "ZDbhum" and t.tag for t in tokens[i + 1 :])
    return closing and (
        after.low in _AFTER_STATE or (after.tag == "j" and i + 2 < len(tokens) and tokens[i + 2].tag == "A")
    )


def _in_list(tokens: list[Token], i: int) -> bool:
    """Whether a word between commas is one of several things (*swimming, running and tea*)."""
    after = next((t for t in tokens[i + 1 :] if t.tag not in ",R!"), None)
    before = tokens[i - 2] if i > 1 else None
    return (
        after is None
        or after.tag in "NPGjds"
        or (before is not None and before.tag in "GVZD" and after.tag in "jG")
    )
