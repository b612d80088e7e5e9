"""Stage 10: what adverbs, denials, times and quantifiers do to a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from game.reader.adverbs import DEGREES, DENIALS, HEDGES, SKILLED, TIMES, UNSKILLED
from game.reader.chunks import NounPhrase, is_time
from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.reader.claims import Degree, Time
    from game.reader.tokens import Token

_WEIGHT: Final[dict[str, int]] = {"plain": 0, "slight": 2, "strong": 1, "absolute": 3}
_TIME_PREPOSITIONS: Final = words(
    "at on in by for until since before after during through within from throughout till past around over"
)
_TIME_DETERMINERS: Final = words("every each all this last next one some that these those any most another")
_LASTING: Final = words("be love live have know believe want like need work own hate trust dance teach")
_HURTING: Final = words("want need miss hurt burn injure wound crave bruise cut bleed have be get")
_MEALS: Final = words("breakfast lunch dinner supper")
NOBODY: Final = frozenset({"nothing", "nobody", "no one", "none", "no-one", "noone"})
_QUALIFYING: Final = words("really particularly especially exactly truly quite entirely actually")
EVERYTHING: Final = words("everything everyone everybody")


@dataclass(slots=True)
class Scope:
    """What stands around a verb: whether it holds, how much, when, and which words said so."""

    degree: Degree = "plain"
    time: Time = "now"
    hedged: bool = False
    skilled: int = 0
    cut: set[int] = field(default_factory=set)
    """Positions that belong to the scope and not to the value."""
    denials: set[int] = field(default_factory=set)
    timed: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing denies it. Two denials are one: *she ain't never lied*."""
        return not self.denials

    def weigh(self, degree: str) -> None:
        """Take the heavier degree."""
        if _WEIGHT[degree] > _WEIGHT[self.degree]:
            self.degree = degree  # type: ignore[assignment]

    def copy(self) -> Scope:
        """The same scope, to be added to."""
        return Scope(
            self.degree, self.time, self.hedged, self.skilled, set(self.cut), set(self.denials), self.timed
        )


def time_phrases(  # noqa: PLR0912
    tokens: list[Token], phrases: Iterable[NounPhrase], start: int, end: int, verb_end: int
) -> list[tuple[int, int, str]]:
    """Adverbial times between start and end: (from, to, determiner)."""
    out = []
    for phrase in phrases:
        if not (start <= phrase.start and phrase.end <= end):
            continue
        hour = (
            tokens[phrase.head].tag == "c"
            and phrase.end == phrase.start + 1
            and phrase.start > start
            and tokens[phrase.start - 1].low in {"at", "by", "until", "till", "around"}
            and not (phrase.end < end and tokens[phrase.end].tag in "NPA")
        )
        since = (
            phrase.start > start
            and tokens[phrase.start - 1].low == "since"
            and phrase.start - 1 >= verb_end >= 0
            and tokens[phrase.start - 1].tag in "ik"
        )
        if since and not is_time(tokens, phrase):
            out.append((phrase.start - 1, _to_the_end(tokens, phrase.end, end), "since"))
            continue
        if not hour and not is_time(tokens, phrase):
            continue
        first = tokens[phrase.start].low
        before = tokens[phrase.start - 1] if phrase.start > start else None
        if phrase.owner >= 0:
            continue
        alone = before is None or before.tag not in "ik"
        if alone and tokens[phrase.head].low in _MEALS and first not in _TIME_DETERMINERS:
            continue
        stop = phrase.end
        if stop < end and tokens[stop].low in {"ago", "long", "straight"}:
            stop += 1
        if first in {"every", "each"} and stop + 1 < end and tokens[stop].low == "of":
            after = next((p for p in phrases if p.start == stop + 1), None)
            if after is not None and is_time(tokens, after):
                stop = after.end
        if before is not None and before.tag in "ik" and before.low in _TIME_PREPOSITIONS:
            if stop < end and tokens[stop].low == "of" and before.low != "at":
                after = next((p for p in phrases if p.start == stop + 1), None)
                if after is None:
                    continue
                stop = after.end
            out.append((phrase.start - 1, stop, first))
        elif (
            first in _TIME_DETERMINERS
            or (stop > phrase.end)
            or (
                phrase.start > verb_end
                and before is not None
                and (before.tag in "NPnoR" or before.low in {"home", ",", "and"})
                and phrase.start == phrase.head
            )
            or (
                phrase.start >= verb_end
                and first in {"three", "two", "four", "five", "six", "ten", "several"}
                and stop - phrase.start > 2
            )
        ):
            out.append((phrase.start, stop, first))
    return out


def _to_the_end(tokens: list[Token], at: int, end: int) -> int:
    """Where a phrase of time with what hangs on it stops."""
    return next((k for k in range(at, end) if tokens[k].tag in ",jk"), end)


def add_adverbs(scope: Scope, tokens: list[Token], at: Iterable[int]) -> None:  # noqa: PLR0912, PLR0915
    """Let the adverbs at these positions bear on the scope."""
    for i in at:
        token = tokens[i]
        low = token.low
        if token.tag == "x":
            if i + 1 < len(tokens) and tokens[i + 1].low == "only":
                continue
            if i and i + 1 < len(tokens) and tokens[i + 1].tag == "t" and tokens[i - 1].tag in "AE":
                continue  # *careful not to spill*
            scope.denials.add(i)
            continue
        if token.tag == "d" and low == "nothing but":
            scope.weigh("absolute")
            scope.cut.add(i)
            continue
        if token.tag == "A" and low == "only":
            inside = i > 1 and tokens[i - 1].tag in "ds" and tokens[i - 2].tag == "i"
            if not inside and not (i + 1 < len(tokens) and tokens[i + 1].low in {"child", "daughter", "son"}):
                scope.weigh("absolute")
            continue
        if token.tag != "R" and not (token.tag == "i" and low in HEDGES):
            continue
        if low == "ever" and (scope.denials or tokens[0].low == "neither"):
            scope.weigh("absolute")
        if low in HEDGES:
            scope.hedged = True
        if low in DENIALS and i not in scope.denials:
            scope.denials.add(i)
            scope.cut.add(i)
        if low == "a little" and i + 1 < len(tokens) and i and tokens[i - 1].tag in "iVZD":
            small = tokens[i + 1].tag in "NP" or (tokens[i - 1].tag == "i" and tokens[i + 1].tag == "A")
            if small and tokens[i - 1].tag:
                continue
        if (
            low == "so"
            and i + 1 < len(tokens)
            and tokens[i + 1].tag in "npHds"
            and (not i or tokens[i - 1].tag in ",j")
        ):
            continue  # *so Ruby got a dog*
        measured = i and tokens[i - 1].tag == "i" and i + 1 < len(tokens)
        if low in {"too", "so"} and measured and tokens[i + 1].low in {"much", "many"}:
            scope.cut.add(i)
            continue  # *makes them with too much pepper*
        if low == "too" and not (i + 1 < len(tokens) and tokens[i + 1].tag in "AERdD" and tokens[i + 1].tag):
            scope.cut.add(i)
            continue  # *she dances too*: also
        if low in _QUALIFYING and any(j in scope.denials for j in (i - 1, i - 2)):
            scope.cut.add(i)
            continue  # *doesn't really like it*
        hurts = low != "badly" or i == 0 or bool(_HURTING & {t.lemma for t in tokens[i - 1 : i + 2]})
        if low in DEGREES and hurts:
            scope.weigh(DEGREES[low])
            scope.cut.add(i)
        ends = i + 1 >= len(tokens) or tokens[i + 1].tag in ".,"
        if (
            low == "once"
            and ends
            and i
            and any(t.tag in "ZD" and t.lemma not in _LASTING for t in tokens[max(0, i - 6) : i])
        ):
            scope.cut.add(i)  # *he asked once*: one time
        elif low in TIMES:
            if TIMES[low] != "now":
                scope.time = TIMES[low]
                scope.timed = True
            scope.cut.add(i)
        if low in SKILLED and not (i + 1 < len(tokens) and tokens[i + 1].tag in "AE"):
            scope.skilled = 1
        elif low in UNSKILLED:
            scope.skilled = -1


def add_times(scope: Scope, tokens: list[Token], phrases: Iterable[tuple[int, int, str]]) -> None:
    """Let adverbial times bear on the scope: *every night* is absolute, *years ago* before."""
    for start, end, determiner in phrases:
        scope.cut.update(range(start, end))
        if determiner in {"every", "each"} or (
            determiner == "all"
            and tokens[end - 1].lemma
            in {
                "day",
                "night",
                "time",
                "long",
                "year",
                "week",
            }
        ):
            scope.weigh("absolute")
        if tokens[end - 1].low == "ago":
            scope.time, scope.timed = "before", True
        elif determiner == "next":
            scope.time, scope.timed = "later", True


def add_quantifiers(scope: Scope, tokens: list[Token], at: Iterable[int]) -> None:
    """*every, everything, nobody* in a complement make it absolute; *no, nobody, nothing* deny it."""
    positions = list(at)
    for n, i in enumerate(positions):
        token = tokens[i]
        if token.tag == "q":
            follows = tokens[positions[n + 1]].low if n + 1 < len(positions) else ""
            before = tokens[positions[n - 1]] if n else None
            if before is not None and before.tag == "i" and before.low in {"over", "about", "like"}:
                continue
            if token.lemma in NOBODY:
                scope.weigh("absolute")
                if follows not in {"but", "except", "but for", "other than", "else but", "save"}:
                    scope.denials.add(i)
            elif token.low in EVERYTHING:
                scope.weigh("absolute")
        elif token.tag == "d" and n < 3:
            if token.low in {"no", "neither"}:
                if i not in scope.denials and not (
                    n
                    and tokens[positions[n - 1]].tag == "i"
                    and tokens[positions[n - 1]].low in {"with", "without"}
                ):
                    scope.denials.add(i)
            elif token.low in {"every", "each"} and not scope.denials & {i}:
                scope.weigh("absolute")
