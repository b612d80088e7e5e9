"""A script as Twee 3, for SugarCube."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from game.workshop.export.naming import names_of
from game.workshop.export.script import (
    Back,
    Either,
    End,
    Go,
    Line,
    Menu,
    Note,
    Set,
    Shown,
    Turns,
    Visit,
    Words,
)  # fmt: skip
from game.workshop.export.terms import TRUE, Choice, Operation, Value, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.workshop.export.script import Item, Option, Passage, Script
    from game.workshop.export.terms import AnyTerm

SUGARCUBE: Final = "2.37.3"
_OPERATORS: Final = {
    "==": "is", "!=": "isnot", "<": "lt", "<=": "lte", ">": "gt", ">=": "gte",
    "min": "Math.min", "max": "Math.max",
}  # fmt: skip
_MARKUP: Final = re.compile(r"[<>\[\]{}\\`@$&]|_(?=\w)|([/'_=^~*#!-])\1+|\A\s*[-*#!>:]")


def twee(script: Script) -> str:
    """The source. What follows at once is included in the passage before it, as a turn has it."""
    return "\n".join(_Writer(script).lines()) + "\n"


class _Writer:
    def __init__(self, script: Script) -> None:
        self._script = script
        self._names = names_of(script)
        self._started: dict[str, str] = {}
        """What counts the turns of texts, and choices that can be picked once, with what each starts at."""
        self._options: list[tuple[str, Option]] = []

    def lines(self) -> Iterator[str]:
        """The whole file."""
        script = self._script
        data = {
            "ifid": script.ifid.upper(),
            "format": "SugarCube",
            "format-version": SUGARCUBE,
            "start": script.start,
        }
        yield from (
            ":: StoryTitle",
            " ".join(script.title.split()),
            "",
            ":: StoryData",
            json.dumps(data, indent=2),
        )
        yield from ("", ":: NotCarried [script-notes]", "/*")
        yield from (f"Not carried: {what}: {times}" for what, times in sorted(script.lacking.items()))
        yield "*/"
        told = [line for passage in script.passages for line in self._passage(passage)]
        while self._options:
            name, option = self._options.pop(0)
            told += ["", f":: {name}", *self._items(option.body)]
        yield from ("", ":: StoryInit", "<<set $back to []>>")
        for variable, start in script.variables.items():
            yield f"<<set ${self._names[variable]} to {json.dumps(start)}>>"
        yield from (f"<<set ${name} to {start}>>" for name, start in self._started.items())
        yield from told

    def _passage(self, passage: Passage) -> Iterator[str]:
        yield from ("", f":: {passage.id}", *self._items(passage.items))

    def _items(self, items: Sequence[Item]) -> Iterator[str]:
        for item in items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[str]:
        """Lines of text are followed by an empty one; what shows nothing takes up no line (the last \\)."""
        match item:
            case Line(parts=parts, is_open=True):
                yield f"{self._inline(parts)}\\"
            case Line(parts=parts):
                yield from (self._inline(parts).strip(), "")
            case Note(text=text):
                yield f"/* {_plain(text)} */\\"
            case Set(variable=variable, term=term):
                yield f"<<set ${self._names[variable.name]} to {self._term(term)}>>\\"
            case Go(to=to):
                yield f"<<include {json.dumps(to)}>>\\"
            case Visit(to=to, then=then):
                yield f"<<run $back.push({json.dumps(then)})>><<include {json.dumps(to)}>>\\"
            case Back():
                yield "<<if $back.length gt 0>><<include `$back.pop()`>><</if>>\\"
            case End():
                yield "/* The end. */\\"
            case Either(condition=condition, yes=yes, no=no):
                yield f"<<if {self._term(condition)}>>\\"
                yield from self._items(yes)
                yield from ("<<else>>\\", *self._items(no)) if no else ()
                yield "<</if>>\\"
            case Turns():
                yield from self._in_turn(item)
            case Menu(options=options):
                for option in options:
                    yield from self._option(option)

    def _in_turn(self, item: Turns) -> Iterator[str]:
        name, before, after = self._counter(item)
        yield f"{before}<<switch ${name}>>\\"
        for number, option in enumerate(item.options):
            yield from (f"<<case {number}>>\\", *self._items(option))
        yield f"<</switch>>{after}\\"

    def _counter(self, item: Turns) -> tuple[str, str, str]:
        """The variable that says whose turn it is, and what sets it before, or after."""
        name, count = self._new("turn", "0"), len(item.options)
        match item.kind:
            case "shuffle":
                return name, f"<<set ${name} to random(0, {count - 1})>>", ""
            case "cycle":
                return name, "", f"<<set ${name} to (${name} + 1) % {count}>>"
        return name, "", f"<<set ${name} to Math.min(${name} + 1, {count - 1})>>"

    def _new(self, what: str, start: str) -> str:
        taken = {name.casefold() for name in self._names.values()}
        number = len(self._started)
        while f"{what}_{number}" in taken:
            number += len(taken)
        self._started[f"{what}_{number}"] = start
        return f"{what}_{number}"

    def _option(self, option: Option) -> Iterator[str]:
        name = option.key
        self._options.append((name, option))
        conditions = [] if option.condition == TRUE else [self._term(option.condition)]
        picked = ""
        if option.once:
            once = self._new("once", "false")
            conditions.insert(0, f"not ${once}")
            picked = f"<<set ${once} to true>>"
        label = json.dumps(self._inline(option.text).strip(), ensure_ascii=False)
        link = f"<<link {label} {json.dumps(name)}>>{picked}<</link>>"
        yield f"<<if {' and '.join(f'({one})' for one in conditions)}>>\\" if conditions else "\\"
        yield from (f"* {link}", "<</if>>\\" if conditions else "\\")

    def _inline(self, parts: Sequence[Item]) -> str:
        said = ""
        for part in parts:
            match part:
                case Words(text=text):
                    said += _escaped(text)
                case Shown(term=term):
                    said += f"<<print {self._term(term)}>>"
                case Either(condition=condition, yes=yes, no=no):
                    otherwise = f"<<else>>{self._inline(no)}" if no else ""
                    said += f"<<if {self._term(condition)}>>{self._inline(yes)}{otherwise}<</if>>"
                case Turns():
                    name, before, after = self._counter(part)
                    cases = "".join(f"<<case {n}>>{self._inline(one)}" for n, one in enumerate(part.options))
                    said += f"{before}<<switch ${name}>>{cases}<</switch>>{after}"
        return said

    def _term(self, term: AnyTerm) -> str:
        match term:
            case Value(value=value):
                return json.dumps(value if value is not None else "")
            case Variable(name=name):
                return f"${self._names[name]}"
            case Operation(op="not", terms=(one,)):
                return f"not ({self._term(one)})"
            case Operation(op="min" | "max" as op, terms=terms):
                return f"{_OPERATORS[op]}({', '.join(map(self._term, terms))})"
            case Operation(op=op, terms=terms):
                return f" {_OPERATORS.get(op, op)} ".join(self._inner(one) for one in terms)
            case Choice():
                raise TypeError("what is chosen between is carried out before it is written")

    def _inner(self, term: AnyTerm) -> str:
        said = self._term(term)
        return f"({said})" if isinstance(term, Operation) and term.op not in ("min", "max") else said


def _escaped(text: str) -> str:
    """The words with what SugarCube takes for more than words as character references."""
    return _MARKUP.sub(lambda found: re.sub(r"\S", lambda char: f"&#{ord(char[0])};", found[0]), text)


def _plain(text: str) -> str:
    return " ".join(text.replace("*/", "* /").split())
