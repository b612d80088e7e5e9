"""Texts with markup as lines of a script."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from game.story.markup import Alternatives, Conditional, Literal, Show
from game.workshop.export.script import Break, Either, Line, Set, Shown, Turns, Words
from game.workshop.export.terms import TRUE, Choice, Operation, Value, Variable, both, is_truth, opposite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.markup import Node, Text
    from game.workshop.export.script import Item
    from game.workshop.export.terms import AnyTerm, Plain
    from game.workshop.export.translating import Translator

_PARAGRAPH: Final = re.compile(r"\n[ \t]*\n\s*")
_LINE: Final = re.compile(r"\n")


class Prose:
    """Texts of one scene."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator

    def text(self, text: Text, *, keeps_lines: bool = False) -> list[Item]:
        """A text as words and the ends of its paragraphs; with `keeps_lines`, of its lines."""
        return [*self._parts(text.parts, _LINE if keeps_lines else _PARAGRAPH), Break()]

    def line(self, text: Text) -> tuple[Item, ...]:
        """A text in one line, as menus have them."""
        return tuple(self._parts(text.parts, None))

    def _parts(self, parts: Iterable[Node], ends: re.Pattern[str] | None) -> list[Item]:
        return [item for part in parts for item in self._part(part, ends)]

    def _part(self, part: Node, ends: re.Pattern[str] | None) -> list[Item]:
        match part:
            case Literal(text=text):
                return _words(text, ends)
            case Show(expression=expression):
                return _shown(self._translator.term(expression))
            case Conditional(expression=expression, yes=yes, no=no):
                so = both(self._translator.term(expression))
                if isinstance(so, Value):
                    return self._parts((yes if so.value else no).parts, ends)
                return [Either(so, tuple(self._parts(yes.parts, ends)), tuple(self._parts(no.parts, ends)))]
            case Alternatives(kind=kind, options=options):
                texts = [tuple(self._parts(option.parts, ends)) for option in options]
                if kind == "once":
                    return [Turns("sequence", (*texts, ()))]
                return [Turns(kind, tuple(texts))]


def _words(text: str, ends: re.Pattern[str] | None) -> list[Item]:
    items: list[Item] = []
    for number, piece in enumerate(ends.split(text) if ends is not None else [text]):
        items += [Break()] if number else []
        words = re.sub(r"\s+", " ", piece)
        items += [Words(words)] if words else []
    return items


def _shown(term: AnyTerm) -> list[Item]:
    match term:
        case Choice(condition=condition, yes=yes, no=no):
            return [Either(condition, tuple(_shown(yes)), tuple(_shown(no)))]
        case Value(value=value):
            return [] if value is None or value == "" else [Words(str(value))]
    return _shown(Choice(term, Value(True), Value(False))) if is_truth(term) else [Shown(term)]


def paragraphs(items: Sequence[Item], *, joins: bool = False, leads: bool = False) -> list[Item]:
    """The same with paragraphs as lines. In a branch that stands in a paragraph the first line may go on
    with what is before the branch (`joins`), and what is after it with the last (`leads`).
    """
    found: list[Item] = []
    line: list[Item] = []
    for number, item in enumerate(items):
        if isinstance(item, Break):
            found += _line(line, joins=joins, is_kept=joins)
            line, joins = [], False
        elif isinstance(item, Either | Turns) and not _is_inline(item):
            return [*found, *_around(line, item, items[number + 1 :], joins, leads)]
        else:
            line.append(item)
    return [*found, *_line(line, joins=joins, is_kept=joins, leads=leads)]


def _around(
    before: Sequence[Item], item: Either | Turns, following: Sequence[Item], joins: bool, leads: bool
) -> list[Item]:
    """A line in which something stands that holds several paragraphs.

    What has no words of its own before or after it is told in each of its branches: a line cannot be
    joined to what may not be there.
    """
    end = next((at for at, one in enumerate(following) if isinstance(one, Break)), None)
    after, rest = (following, None) if end is None else (following[:end], following[end + 1 :])
    goes_on = rest is None and leads
    plain = list(takewhile(_is_inline, after))
    is_joined, is_led = _is_said(before), _is_said(plain)
    first = _line(before, joins=joins, is_open=True, is_kept=joins) if is_joined else []
    inner = [
        paragraphs(
            [
                *(_space(before[-1:], -1) if is_joined else before),
                *way,
                *(_space(after, 0) if is_led else after),
            ],
            joins=is_joined or joins,
            leads=is_led or goes_on,
        )
        for way in ((item.yes, item.no) if isinstance(item, Either) else item.options)
    ]
    told: Item
    if isinstance(item, Either):
        told = Either(item.condition, tuple(inner[0]), tuple(inner[1]))
    else:
        told = Turns(item.kind, tuple(map(tuple, inner)))
    if is_led:
        return [*first, told, *paragraphs(following, leads=leads)]
    return [*first, told, *(paragraphs(rest, leads=leads) if rest is not None else [])]


def _line(
    parts: Sequence[Item],
    *,
    joins: bool = False,
    is_open: bool = False,
    leads: bool = False,
    is_kept: bool = False,
) -> list[Item]:
    """A line of the parts; none for none, but where even an empty one ends a paragraph, or joins two."""
    is_empty = all(isinstance(part, Words) and not part.text.strip() for part in parts)
    if is_empty and not (is_kept or (leads and joins)):
        return []
    return [Line(tuple(parts), joins and not (is_empty and not leads), is_open or leads, leads)]


def _space(items: Sequence[Item], at: int) -> list[Item]:
    """The space at that end of the words, which the branch takes over: at the ends of a line it gets lost."""
    edge = items[at] if items else None
    return [Words(" ")] if isinstance(edge, Words) and edge.text[at].isspace() else []


def _is_said(items: Sequence[Item]) -> bool:
    """Whether there are words in it whatever happens."""
    return any(isinstance(item, Words) and item.text.strip() for item in items)


def takes_turns(items: Sequence[Item]) -> bool:
    """Whether anything in it is another text each time."""
    return any(
        takes_turns((*item.yes, *item.no)) if isinstance(item, Either) else isinstance(item, Turns)
        for item in items
    )


@dataclass
class Taken:
    """A text whose turns are taken by variables beforehand: what sets them, and the text by their values."""

    name: str
    sets: list[Item] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)

    def text(self, items: Iterable[Item], told: Plain) -> tuple[Item, ...]:
        """The text; `told` is whether it is shown, so that a turn is taken."""
        return tuple(self._item(item, told) for item in items)

    def _item(self, item: Item, told: Plain) -> Item:
        match item:
            case Either(condition=condition, yes=yes, no=no):
                return Either(
                    condition,
                    self.text(yes, both(told, condition)),
                    self.text(no, both(told, opposite(condition))),
                )
            case Turns(kind="sequence" | "cycle" as kind, options=options):
                return self._turns(kind, options, told)
        return item

    def _turns(self, kind: str, options: Sequence[tuple[Item, ...]], told: Plain) -> Item:
        """Which of the texts is told is counted from 1."""
        which = Variable(f"turns:{self.name}:{len(self.variables)}")
        self.variables.append(which)
        last = Value(len(options))
        onward: Item = Set(which, Operation("+", (which, Value(1))))
        after = (Set(which, Value(1)),) if kind == "cycle" else ()
        self.sets.append(_if(told, Either(Operation("<", (which, last)), (onward,), after)))
        texts = [
            self.text(option, both(told, Operation("==", (which, Value(number)))))
            for number, option in enumerate(options, 1)
        ]
        said = texts[-1]
        for number, text in reversed(list(enumerate(texts[:-1], 1))):
            said = (Either(Operation("<=", (which, Value(number))), text, said),)
        return Either(TRUE, said) if len(said) != 1 else said[0]


def _if(condition: Plain, item: Item) -> Item:
    return item if condition == TRUE else Either(condition, (item,))


def _is_inline(item: Item) -> bool:
    match item:
        case Either(yes=yes, no=no):
            return all(map(_is_inline, (*yes, *no)))
        case Turns(options=options):
            return all(_is_inline(one) for option in options for one in option)
    return not isinstance(item, Break)
