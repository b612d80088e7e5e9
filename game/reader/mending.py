"""Stage 5, last: tags that a neighbour gives away: *she alone stayed, from that day on*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.reader.wordsets import words

if TYPE_CHECKING:
    from game.reader.tagging import WordSource
    from game.reader.tokens import Token

_SINCE: Final = words("day time moment night hour morning then now year evening week minute")
_LEFT: Final = words(
    "town home school work office church london paris york california england europe college"
)
_MADE: Final = words("leave make turn strike keep render drive")
_STATES: Final = words("cold blind sick mad dumb still quiet calm content sad silent mute deaf")
_ACHED: Final = words("ached aches hurt hurts throbbed throbs itched itches stiffened")


def mend(tokens: list[Token], source: WordSource) -> None:  # noqa: PLR0912
    """Mend the tags in place."""
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if before is None or after is None:
            continue
        low = token.low
        if low == "by" and before.tag in "NR" and before.low == after.low:
            before.tag = token.tag = after.tag = "R"  # *finger by finger*
        elif low == "shot" and i > 1 and before.tag == "A" and tokens[i - 2].low in {"a", "the", "no"}:
            token.low, token.tag, token.lemma = "marksman", "N", "marksman"  # *a fine shot*
        elif low == "sworn" and after.low in {"enemies", "friends", "rivals", "enemy", "friend", "rival"}:
            token.tag, token.lemma = "A", low
        elif low == "on" and token.tag == "i" and before.low in _SINCE:
            if any(t.low in {"from", "since"} for t in tokens[max(0, i - 4) : i]):
                token.tag = "R"
        elif low == "any" and after.low in {"good", "use", "better", "worse"}:
            if before.tag in "xRb" and (after.tag == "A" or "A" in after.tags):
                token.tag = "!"
        elif low == "alone" and before.tag in "np" and after.tag in "EDZ":
            token.tag = "R"
            if after.tag == "E":
                after.tag, after.lemma = "D", source.lemma(after.low, "D")
        elif low == "'s" and token.tag in "bh" and after.low == "back" and i + 2 < len(tokens):
            if tokens[i + 2].low in _ACHED:
                token.tag = "s"
                after.tag, after.lemma = "N", "back"
                ached = tokens[i + 2]
                ached.tag = "D" if ached.low.endswith("d") else "Z"
                ached.lemma = source.lemma(ached.low, ached.tag)
        elif low == "gone" and token.tag == "E" and before.tag == "b" and after.low in {"by", "before"}:
            token.tag, token.lemma = "A", low
        elif low == "back" and token.tag == "R" and before.low in {"her", "his", "my"}:
            if i > 1 and tokens[i - 2].low in {"with", "had", "has", "keeps", "kept"} and after.tag in "ti":
                token.tag, before.tag, before.tags = "N", "s", "s"
                if after.tag == "t":
                    after.tag = "i"
        elif low == "left" and token.tag == "A" and before.tag == "h" and after.low in _LEFT:
            token.tag, token.lemma = "E", "leave"
        elif low in _STATES and token.tag in "NAR" and before.low == "her" and i > 1:
            if tokens[i - 2].lemma in _MADE and after.tag in ".,jik":
                before.tag = before.tags = "o"
                token.tag, token.lemma = "A", low
        elif low in {"living", "keep", "fortune"} and before.low in {"her", "his", "my"} and i > 1:
            if tokens[i - 2].lemma in {"make", "earn"}:
                token.tag, token.lemma, before.tag, before.tags = "N", low, "s", "s"
        elif low == "born" and before.low in {"a", "the", "no"} and after.tag == "N":
            token.low = token.lemma = "proper"  # *a born spy*: it is not her birth
