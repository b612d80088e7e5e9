"""Stage 4: everything a word can be, and its base form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.reader.adverbs import DEGREES, DENIALS, HEDGES, MANNERS, SKILLED, TIMES
from game.reader.vocabulary import CLOSED, INTERJECTIONS, NAMES
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.reader.tokens import Token

_ADVERBS = DEGREES.keys() | TIMES.keys() | DENIALS | HEDGES | MANNERS | SKILLED

_NOT_ONLY_ADVERBS = words(
    "only once too most hard dead loads such badly super fall pretty well back out up down off "
    "over around about inside outside home upstairs downstairs still then long like at away here "
    "there so much more less enough else stiff fair sublime light fun damn mighty bloody alone "
    "both either neither nor that rather besides"
)

_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")


class WordSource(Protocol):
    """Where open-class words are looked up."""

    def tags(self, form: str) -> str:
        """Everything the form can be."""
        ...

    def lemma(self, form: str, tag: str) -> str:
        """Its base form as `tag`."""
        ...


def guess(form: str) -> str:  # noqa: PLR0911
    """What an unlisted word can be, by its ending."""
    if "-" in form:
        last = form.rsplit("-", 1)[1]
        if last in {"old", "year"}:
            return "A"
        if last.endswith("ing"):
            return "GA"
        if last.endswith(("ed", "like", "proof", "free", "wide", "eyed", "haired", "ish")) or form.startswith(
            ("part-", "full-", "half-", "well-", "ill-", "self-", "non-")
        ):
            return "A"
        if last in CLOSED and len(last) < 4:
            return "A"
        return "PZ" if last.endswith("s") and not last.endswith("ss") else "NA"
    for endings, tags in (
        (("burnt", "clad", "shod", "torn", "worn", "bred", "bitten", "stained", "soaked"), "A"),
        (("ly",), "R"),
        (("ing",), "GN"),
        (("ed",), "DEA"),
        (("ness", "tion", "ment", "ist", "ity", "ism", "ship", "hood"), "N"),
        (("ous", "ful", "less", "ish", "able", "ible", "ical", "esque"), "A"),
        (("er", "or"), "N"),
        (("ic", "al", "ive"), "AN"),
        (("ss", "us", "is"), "N"),
        (("s",), "PZ"),
        (("y",), "AN"),
    ):
        if form.endswith(endings) and len(form) > 4:
            return tags
    return "N"


def look_up(token: Token, words: WordSource, story: Mapping[str, str], first: bool) -> bool:  # noqa: PLR0912
    """Give the token its ambiguity class; false if no list knows the word."""
    low = token.low
    if token.tags:
        return True
    if low == "24/7":
        token.tags = "R"
    elif low[0].isdigit() or (
        "-" in low and low.split("-")[0] in _TENS and CLOSED.get(low.split("-")[-1]) == "c"
    ):
        token.tags = "c"
    elif low in NAMES:
        token.tags, token.who = "n", NAMES[low]
    elif low in CLOSED:
        token.tags = CLOSED[low]
        if low in {"need", "dare"}:
            token.tags += "V"
        if low in {
            "like",
            "past",
            "plus",
            "round",
            "will",
            "might",
            "may",
            "can",
            "down",
            "second",
            "hundred",
            "back",
        }:
            token.tags += words.tags(low)
    elif low in _ADVERBS and low not in _NOT_ONLY_ADVERBS:
        token.tags = "R"
    elif low in INTERJECTIONS:
        token.tags = "!" + words.tags(low)
    elif not any(c.isalpha() for c in low):
        token.tags = "." if low[0] in ".!?" else "," if low[0] in ",:()—;" else "&" if low == "&" else "?"
        if token.tags == "&":
            token.tags = "j"
    elif low in {"'s", "'d"}:
        token.tags = "'"
    else:
        token.tags = words.tags(low)
        if "-" in low and token.tags == "P" and "Z" in words.tags(low.rsplit("-", 1)[1]):
            token.tags = "PZ"  # *she roller-skates*
        if low in _ADVERBS:
            token.tags = "R" + token.tags.replace("R", "")
        if "D" in token.tags and "E" not in token.tags and low.endswith("ed"):
            token.tags += "E"
        known = bool(token.tags)
        if token.text[0].isupper() and not first and not token.text.isupper() and "N" not in token.tags:
            token.tags = "N" + ("" if not known else token.tags)
            known = True
        if not known and story.get(low):
            token.tags = story[low]
            return True
        if "A" not in token.tags and "A" in story.get(low, "") and not set(token.tags) & set("DEG"):
            token.tags += "A"
        if not known:
            token.tags = guess(low)
            if any(
                strip(low, t) in story or (t in "DEG" and strip(low, t) + "e" in story)
                for t in token.tags
                if t in "PZDEG"
            ):
                return True
            if derived(low, words):
                return True
            return low in story or (
                "-" in low and all(words.tags(p) or p in CLOSED for p in low.split("-") if p)
            )
    if token.tags == "R" and low in _NOT_ONLY_ADVERBS and words.tags(low):
        token.tags = "R" + words.tags(low).replace("R", "")
    return True


def derived(low: str, words: WordSource) -> bool:
    """Whether an unlisted word is made by rule from a listed one: *perjurer, unlovely, tramless*."""
    if len(low) < 6 or not low.isalpha():
        return False
    stem = strip(low, "D")
    if low.endswith(("ed", "ing")) and set("VN") & set(words.tags(stem)):
        return not low.endswith("yed") or low[-4] in "aeou"
    for prefix in ("un", "re", "dis", "over", "mis", "out", "under", "non", "super", "half", "fore"):
        if low.startswith(prefix) and len(low) > len(prefix) + 3 and words.tags(low[len(prefix) :]):
            return True
    if (
        low.endswith(("er", "ers"))
        and len(low.rstrip("s")) > 6
        and ("V" in words.tags(low.rstrip("s")[:-1]) or "V" in words.tags(low.rstrip("s")[:-2]))
    ):
        return True
    for suffix in ("ness", "less", "ful", "ish", "like", "dom", "ship", "ly", "wise", "ward", "most"):
        stem = low.removesuffix(suffix)
        if (
            stem != low
            and len(stem) > 2
            and (words.tags(stem) or (stem[-1] == "i" and words.tags(stem[:-1] + "y")))
        ):
            return True
    return False


def strip(form: str, tag: str) -> str:  # noqa: PLR0911
    """The base of an unlisted inflected word, by rule."""
    if tag in "PZ":
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        if form.endswith(("sses", "shes", "ches", "xes", "zes")):
            return form[:-2]
        return form[:-1] if form.endswith("s") and not form.endswith("ss") else form
    for ending in ("ing", "ed"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            if stem.endswith("i") and ending == "ed":
                return stem[:-1] + "y"
            return stem + "e" if stem[-1] in "cvuz" or stem.endswith(("at", "bl", "iz", "ag")) else stem
    return form
