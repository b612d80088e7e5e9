"""Stage 5, last: participles that a sentence sets off, and the verb that a sentence would otherwise lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tagging import WordSource
    from game.reader.tokens import Token

_FINITE: Final = frozenset("ZDbhum")
_LIMBS: Final = words(
    "hair head eyes eye face hands hand arms arm fists jaw chin lips mouth cheeks shoulders back legs feet knees skirt "
    "sleeves shoes voice coat collar hat hem nose teeth fingers brow hems stockings boots"
)
_AFTER_STATE: Final = frozenset(["by", "from", "with", "of", "in", "at", "as", "to", "like", "for", "on", "under"])


def detached(tokens: list[Token], source: WordSource) -> None:
    """Mend the tags of participles and adjectives set off before the subject, or after a limb."""
    first = next((t for t in tokens if t.tag not in "R!x"), None)
    opens = first is not None and first.tag in "AE" and "V" not in first.tag
    subject = False
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.tag in "npy" or token.low in {";", "."}:
            subject = True
        if (
            token.tag == "D"
            and opens
            and not subject
            and "E" in token.tags
            and before is not None
            and before.tag in ",jR"
        ):
            token.tag = "A" if "A" in token.tags else "E"
            token.lemma = token.low if token.tag == "A" else source.lemma(token.low, "E")
        elif token.tag in "ND" and "A" in token.tags and i and after is not None:
            k = i - 1
            while k > 0 and tokens[k].tag == "R":
                k -= 1
            owned = k > 0 and tokens[k - 1].tag in "s,"
            if tokens[k].low in _LIMBS and owned and (after.tag == "," or after.low in _AFTER_STATE):
                token.tag, token.lemma = "A", token.low
        elif (
            token.tag == "N"
            and "G" in token.tags
            and before is not None
            and before.tag == ","
            and after is not None
            and after.tag == "R"
            and after.low.endswith("ly")
        ):
            token.tag, token.lemma = "G", source.lemma(token.low, "G")
    _verbless(tokens, source)


def _verbless(tokens: list[Token], source: WordSource) -> None:
    """*Ruby, no longer young, still danced; now deals cards*: give a sentence without a verb the one it may have."""
    if any(t.tag in _FINITE and t.tag for t in tokens) or any(t.tag in "VQ?" and t.tag for t in tokens[:1]):
        return
    named = next((i for i, t in enumerate(tokens) if t.tag in "np"), -1)
    if named < 0 or named > 8 or any(t.tag == "Q" for t in tokens):
        return
    comma = next((i for i in range(len(tokens) - 1, named, -1) if tokens[i].tag == ","), named)
    if comma == named and tokens[named].tag == "n" and named + 1 < len(tokens) and tokens[named + 1].tag == ",":
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
    elif token.tag in "PN" and "Z" in token.tags and follows is not None and (adverb or comma == named):
        if follows.tag in "dsonNPiR":
            token.tag, token.lemma = "Z", source.lemma(token.low, "Z")
