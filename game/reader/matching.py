"""Stage 9, first half: the author's patterns against a predicate's words, longest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.reader.wordsets import words

if TYPE_CHECKING:
    from collections.abc import Mapping

_FITTING = frozenset("chprs")
_WANTING = words("want need like love expect")
_PLACES = words(
    "here there home away abroad upstairs downstairs outside inside nowhere everywhere alone together"
)
_NOUNS = frozenset("NP")
_SKIPPED_DETERMINERS = words("a an the this that these those some such")


@dataclass(slots=True)
class Item:
    """One word as patterns see it."""

    at: int
    """Token position, or -1 for a word that is only implied."""
    forms: frozenset[str]
    tag: str
    who: str = ""
    reach: int = 0
    """How many items the noun phrase that starts here is long; 0 where none starts."""
    person: bool = False
    possessive: bool = False
    own: bool = False
    timed: bool = False
    """Whether it belongs to a time or another adverbial."""


@dataclass(slots=True)
class Match:
    """A pattern found: its entry, the items it used."""

    pattern: Mapping[str, Any]
    start: int
    end: int
    used: list[int] = field(default_factory=list)
    slots: dict[str, tuple[int, int]] = field(default_factory=dict)


def _goes_on(be: Item, verb: Item) -> bool:
    """Whether the two are *is killing*, which no pattern for *is killed* means."""
    return be.at < 0 and be.tag == "b" and verb.tag == "V"


def _last_kind(elements: list[tuple[str, list[str]]]) -> str:
    """What the last element is that need not be left out: *want {c} (badly)*."""
    return next((kind for kind, _ in reversed(elements) if kind != "o"), "w")


class Matcher:
    """Finds the weightiest pattern that starts at an item."""

    def __init__(
        self, patterns: list[Mapping[str, Any]], index: Mapping[str, Mapping[str, list[int]]]
    ) -> None:
        self._patterns, self._index = patterns, index
        self._self = ""
        self._needs: dict[int, tuple[list[list[str]], frozenset[str]]] = {}

    def _needed(self, number: int) -> tuple[list[list[str]], frozenset[str]]:
        """The words and the kinds of slots without which a pattern cannot match."""
        known = self._needs.get(number)
        if known is None:
            elements = self._patterns[number]["elements"]
            known = self._needs[number] = (
                [words for kind, words in elements if kind == "w"],
                frozenset(kind for kind, _ in elements) & _FITTING,
            )
        return known

    def best(
        self,
        items: list[Item],
        starts: list[int],
        partner: str,
        self_: str,
    ) -> Match | None:
        """The best match that begins at one of these items, or None."""
        found: Match | None = None
        self._self = self_
        present = {""}.union(*(item.forms for item in items))
        fitting = {
            kind
            for kind, there in (
                ("c", any(item.who == partner and not item.possessive for item in items)),
                ("h", any(item.who == partner and item.possessive for item in items)),
                ("p", any(item.person and not item.possessive for item in items)),
                ("r", any(item.tag == "f" for item in items)),
                ("s", any(item.own for item in items)),
            )
            if there
        }
        for start in starts:
            candidates: set[int] = set()
            for form in items[start].forms:
                shelf = self._index.get(form)
                if shelf:
                    for word in present & shelf.keys():
                        candidates.update(shelf[word])
            for number in sorted(candidates):
                pattern = self._patterns[number]
                if found is not None and pattern["weight"] <= found.pattern["weight"]:
                    break
                words, kinds = self._needed(number)
                if not kinds <= fitting or any(map(present.isdisjoint, words)):
                    continue
                if len(pattern["elements"]) == 1 and items[start].tag == "N":
                    continue  # *her fear*: a verb alone is no noun
                match = Match(pattern, start, start)
                end = self._match(items, start, pattern["elements"], 0, partner, match, 0)
                if end is not None:
                    match.end = end
                    found = match
                    break
        return found

    def _match(  # noqa: PLR0911, PLR0912, PLR0913, PLR0917
        self,
        items: list[Item],
        i: int,
        elements: list[tuple[str, list[str]]],
        k: int,
        partner: str,
        match: Match,
        gap: int,
    ) -> int | None:
        if k == len(elements):
            if (
                elements[-1][0] == "w"
                and 0 < i < len(items)
                and items[i - 1].tag == "N"
                and items[i].tag in _NOUNS
                and not items[i].reach
                and items[i].at == items[i - 1].at + 1
            ):
                return None  # *on the fire escape* is not *on fire*
            if elements[-1][0] == "w" and i < len(items) and items[i].tag == "s" and "'s" in items[i].forms:
                return None  # *has nobody's nose* is not *has nobody*
            if (
                0 < i < len(items)
                and items[i - 1].tag == "A"
                and items[i].tag in {"N", "P"}
                and "feel" in items[match.start].forms
            ):
                return None  # *feels constant shame*
            if _last_kind(elements) in "cp" and 0 < i <= len(items):
                last = items[i - 1]
                if (
                    i + 1 < len(items)
                    and items[i].tag == "t"
                    and items[i + 1].tag in "VRbh"
                    and items[match.start].forms & _WANTING
                ):
                    return None
                after = i
                while after < len(items) and items[after].tag == "R":
                    after += 1
                if last.tag == "p" or (
                    last.tag in "no" and after < len(items) and items[after].tag in "ZDbhum"
                ):
                    return None
            return i
        kind, words = elements[k]
        if kind == "$":
            while i < len(items) and items[i].timed:
                i += 1
            return (
                i
                if all(
                    (item.tag in "R!,.xjk" and not item.forms & _PLACES) or item.timed
                    for item in items[i : i + 1]
                )
                else None
            )
        if kind == "*":
            for skip in range(0, 5):
                if i + skip > len(items):
                    break
                end = self._match(items, i + skip, elements, k + 1, partner, match, 0)
                if end is not None:
                    return end
                if i + skip < len(items) and items[i + skip].tag in ".jk":
                    break
            return None
        if i < len(items):
            taken = self._take(items, i, kind, words, partner)
            if taken and len(elements) == 2 and k == 1 and _goes_on(items[i - 1], items[i]):
                taken = int(any(w.endswith("ing") for w in words))
            if taken:
                used, slots = len(match.used), dict(match.slots)
                match.used.extend(range(i, i + taken))
                if kind not in "wo":
                    match.slots[kind] = (i, i + taken)
                end = self._match(items, i + taken, elements, k + 1, partner, match, 0)
                if end is not None:
                    return end
                del match.used[used:]
                match.slots = slots
        if kind == "o":
            end = self._match(items, i, elements, k + 1, partner, match, gap)
            if end is not None:
                return end
        if i < len(items) and gap < 4 and k and self._skippable(items, i):
            return self._match(items, i + 1, elements, k, partner, match, gap + 1)
        return None

    @staticmethod
    def _skippable(items: list[Item], i: int) -> bool:
        item = items[i]
        if item.tag == "i" and "as" in item.forms and i + 1 < len(items) and items[i + 1].tag in "AE":
            return True
        if item.tag in "R!xm" or (item.tag == "b" and item.at < 0):
            return True
        if item.tag == "A" and (
            items[i - 1].tag in "ids"
            or (items[i - 1].tag == "V" and i + 1 < len(items) and items[i + 1].tag == "N")
        ):
            return True  # *in high spirits; took great pride in*
        if item.tag == ",":
            return i + 1 < len(items) and items[i + 1].tag in "R!"
        return item.tag == "d" and bool(item.forms & _SKIPPED_DETERMINERS)

    def _take(self, items: list[Item], i: int, kind: str, words: list[str], partner: str) -> int:  # noqa: PLR0911
        """How many items the element takes at i; 0 for none."""
        item = items[i]
        if kind in "wo":
            return int(any(w in item.forms for w in words))
        if kind == "c":
            return item.reach if item.who == partner and item.reach and not item.possessive else 0
        if kind == "p":
            return item.reach if item.person and item.reach and not item.possessive and item.tag != "f" else 0
        if kind == "h":
            return int(item.possessive and item.who == partner) * max(1, item.reach)
        if kind == "s":
            return int(item.own)
        if kind == "y":
            return int(item.possessive and bool(item.who)) * max(1, item.reach)
        if kind == "r":
            return int(item.tag == "f")
        if kind == "i":
            return int(bool(item.who) and item.who == self._self and not item.possessive)
        if kind == "x":
            return item.reach
        if kind == "v":
            return int(item.tag in "VG")
        return 0
