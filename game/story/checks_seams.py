"""Where the texts in braces meet those around them: words that run together, and spaces that go astray."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from game.story.markup import Alternatives, Conditional, Literal, Show
from game.story.walking import Asked, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.story.markup import Node
    from game.story.walking import Met

_MARKS: Final = ".,;:!?…"
_ENDINGS: Final = (
    "s es d ed r er t n en ly st est ing ings ish like less ful ness y ies ied n't 's 'd 'll 're 've "
    "n’t ’s ’d ’ll ’re ’ve"
)
_SUFFIXES: Final = frozenset(_ENDINGS.split())
"""What may be put to a word's end in braces: *bee{it.plural: s}*."""
_STRAY: Final = re.compile(r"[.,;:!?](?:\s|$|[”’\"'])")
_WORD: Final = re.compile(r"[A-Za-z’']+")
_RUN_ON: Final = "{} runs into {}: nothing parts them"
_STRAY_SPACE: Final = "between {} and {} comes a space that does not belong there"
_MANY: Final = 64
"""How many ways in which one text can come out are looked at."""
_QUOTED: Final = 20
"""Characters that are quoted of each side."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One text that something can come to, as much of it as matters here; both empty for nothing at all."""

    first: str
    last: str


_NOTHING: Final = _Edge("", "")
_SHOWN: Final = _Edge("\0", "\0")
"""A value, of which only play can tell what it is."""


def check_seams(met: Iterable[Met]) -> None:
    """Report seams that can be seen in print."""
    met = list(met)
    told = {one.text for one in met if isinstance(one, Asked) and one.kind == "text" and _swallowed(one)}
    for said in met:
        if isinstance(said, Said) and "{" in said.text.source and said.text.source not in told:
            for offset, message in _faults(said.text.source, said.text.parts):
                said.place.warn("RS058", offset, message, "look at the spaces on both sides of the brace")


def _swallowed(one: Asked) -> bool:
    """Report spaces after a condition's colon that were meant to part words, and are not shown."""
    source = one.text
    brace = source.rfind("{", 0, one.offset)
    colon = source.find(":", one.offset + len(one.source))
    after = source[colon + 1 :]
    spaces = len(after) - len(after.lstrip(" \t"))
    if spaces < 2 or not after[spaces : spaces + 1].strip("|}\n") or brace < 1:
        return False
    before = source[brace - 1]
    wanted = before.isalnum() or before in _MARKS or before in "”’)"
    if wanted:
        message = (
            "the spaces after this colon are not shown, so nothing parts what follows from what is before"
        )
        one.place.warn("RS058", brace, message, "put one space before the brace, and one after the colon")
    return wanted


def _faults(source: str, parts: Sequence[Node]) -> Iterator[tuple[int, str]]:
    for left, right in dict.fromkeys(_meetings(parts)):
        if fault := _fault(left.last, right.first):
            end, begin = " ".join(left.last.split())[-_QUOTED:], " ".join(right.first.split())[:_QUOTED]
            begin = "what is shown" if right is _SHOWN else f"“{begin}”"
            yield _place(source, left.last, right.first), fault.format(f"“{end}”", begin)
            return  # one place in a text is enough to look at


def _place(source: str, end: str, begin: str) -> int:
    """Where the seam is: the brace between the two, as near as it can be found."""
    for words, step in ((end[-_QUOTED:], len(end[-_QUOTED:])), (begin[:_QUOTED], 0)):
        found = source.find(words)
        if found >= 0:
            return found + step if step else max(found - 1, 0)
    return 0


def _meetings(parts: Sequence[Node]) -> Iterator[tuple[_Edge, _Edge]]:
    """What can come to stand side by side, in a text and in those within it."""
    before = [_NOTHING]
    for part in parts:
        edges = _edges(part)
        yield from ((left, right) for left, right in product(before, edges) if left.last and right.first)
        passed = before if _NOTHING in edges else []
        before = list(dict.fromkeys([*(edge for edge in edges if edge.last), *passed]))[:_MANY]
        for option in _within(part):
            yield from _meetings(option)


def _within(part: Node) -> list[Sequence[Node]]:
    match part:
        case Conditional(_, yes, no):
            return [yes.parts, no.parts]
        case Alternatives(kind=kind, options=options):
            return [*(option.parts for option in options), *([()] if kind == "once" else [])]
    return []


def _edges(part: Node) -> list[_Edge]:
    match part:
        case Literal(text):
            return [_Edge(text, text)]
        case Show():
            return [_SHOWN]
    return list(dict.fromkeys(edge for option in _within(part) for edge in _of_all(option)))


def _of_all(parts: Sequence[Node]) -> list[_Edge]:
    """What several nodes in a row can come to."""
    found = [_NOTHING]
    for part in parts:
        joined = product(found, _edges(part))
        both = (_Edge(left.first or right.first, right.last or left.last) for left, right in joined)
        found = list(dict.fromkeys(both))[:_MANY]
    return found


def _fault(end: str, begin: str) -> str | None:
    """What is wrong where these meet."""
    if end == "\0":
        return None
    if begin == "\0":
        return _RUN_ON if end[-1] in ".,;!?" else None
    word = _WORD.match(begin)
    if word and (end[-1] in _MARKS or (end[-1].isalpha() and _is_a_word(word[0], begin[word.end() :]))):
        return _RUN_ON
    return _STRAY_SPACE if end[-1] in " \t" and _STRAY.match(begin) and end.strip() else None


def _is_a_word(word: str, rest: str) -> bool:
    """Whether it begins a phrase of its own, and is no ending of the word before."""
    return word.lower() not in _SUFFIXES and rest[:1] == " " and bool(rest.strip())
