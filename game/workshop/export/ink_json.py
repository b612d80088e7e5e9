"""A script compiled: the JSON that runtimes of ink play, such as bink and inkjs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from game.workshop.export.naming import names_of
from game.workshop.export.script import (
    Back,
    Either,
    End,
    Go,
    Line,
    Menu,
    Set,
    Shown,
    Turns,
    Visit,
    Words,
)  # fmt: skip
from game.workshop.export.terms import TRUE, Choice, Operation, Value, Variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.workshop.export.script import Item, Option, Script
    from game.workshop.export.terms import AnyTerm

VERSION: Final = 21
"""Of the format, as compilers of ink 1.2 write it."""
_COUNTS: Final = 5
"""A container that counts visits, begun at its beginning."""
_OPERATORS: Final = {"and": "&&", "or": "||", "not": "!", "min": "MIN", "max": "MAX"}
_CONDITIONAL, _CHOICE_ONLY, _ONCE = 1, 4, 16
_KINDS: Final = {"sequence": ("MIN", 1), "cycle": ("%", 0), "shuffle": ("seq", 0)}
"""What makes of the number of visits whose turn it is, and how much less than the texts it is told."""

Container = list[Any]


def ink_json(script: Script) -> str:
    """The compiled story."""
    compiler = _Compiler(script)
    root: Container = [compiler.beginning(), "done", compiler.named()]
    return json.dumps({"inkVersion": VERSION, "root": root, "listDefs": {}}, ensure_ascii=False)


class _Compiler:
    def __init__(self, script: Script) -> None:
        self._script = script
        self._names = names_of(script)

    def beginning(self) -> Container:
        """What is played first: the way to the start."""
        return [{"->": self._passage(self._script.start)}, ["done", None], None]

    def named(self) -> dict[str, Container]:
        """The passages, and what the variables are at the start."""
        declared: Container = ["ev"]
        for name, start in self._script.variables.items():
            declared += [*self._term(Value(start)), {"VAR=": self._names[name]}]
        passages: dict[str, Container] = {}
        for passage in self._script.passages:
            content: Container = []
            inner: dict[str, Any] = {}
            self._items(passage.items, content, inner)
            passages[self._passage(passage.id)] = [*content, inner or None]
        return passages | {"global decl": [*declared, "/ev", "end", None]}

    def _passage(self, id_: str) -> str:
        return self._names[f"-> {id_}"]

    def _items(self, items: Sequence[Item], content: Container, inner: dict[str, Any]) -> None:  # noqa: PLR0912
        """Add items to a container. `inner` takes the bodies of a menu's options."""
        for item in items:
            match item:
                case Line(parts=parts, is_open=is_open):
                    self._items(parts, content, inner)
                    content += [] if is_open else ["\n"]
                case Words(text=text):
                    content.append(f"^{text}")
                case Shown(term=term):
                    content += ["ev", *self._term(term), "out", "/ev"]
                case Set(variable=variable, term=term):
                    name = self._names[variable.name]
                    content += ["ev", *self._term(term), "/ev", {"VAR=": name, "re": True}]
                case Go(to=to):
                    content.append({"->": self._passage(to)})
                case Visit(to=to, then=then):
                    content += [{"->t->": self._passage(to)}, {"->": self._passage(then)}]
                case Back():
                    content += ["ev", "void", "/ev", "->->"]
                case End():
                    content.append("end")
                case Either():
                    self._either(item, content)
                case Turns():
                    content.append(self._turns(item))
                case Menu(options=options):
                    for number, option in enumerate(options):
                        self._option(option, f"c-{number}", content, inner)
                    content.append("done")

    def _either(self, item: Either, content: Container) -> None:
        """A condition, its branches, and the `nop` at which both go on."""
        content += ["ev", *self._term(item.condition), "/ev"]
        end = len(content) + (2 if item.no else 1)
        content.append(self._branch(item.yes, end, {"->": ".^.b", "c": True}))
        if item.no:
            content.append(self._branch(item.no, end, {"->": ".^.b"}))
        content.append("nop")

    def _branch(self, items: Sequence[Item], end: int, way: dict[str, Any]) -> Container:
        body: Container = []
        self._items(items, body, {})
        return [way, {"b": [*body, {"->": f".^.^.^.{end}"}, None]}]

    def _turns(self, item: Turns) -> Container:
        operator, less = _KINDS[item.kind]
        count = len(item.options)
        content: Container = ["ev", "visit", count - less, operator, "/ev"]
        end = len(content) + 6 * count
        inner: dict[str, Any] = {}
        for number, option in enumerate(item.options):
            content += ["ev", "du", number, "==", "/ev", {"->": f".^.s{number}", "c": True}]
            body: Container = ["pop"]
            self._items(option, body, {})
            inner[f"s{number}"] = [*body, {"->": f".^.^.{end}"}, None]
        return [*content, "nop", inner | {"#f": _COUNTS}]

    def _option(self, option: Option, name: str, content: Container, inner: dict[str, Any]) -> None:
        flags = _CHOICE_ONLY | (_ONCE if option.once else 0)
        content += ["ev", "str"]
        self._items(option.text, content, {})
        content.append("/str")
        if option.condition != TRUE:
            flags |= _CONDITIONAL
            content += self._term(option.condition)
        content += ["/ev", {"*": f".^.{name}", "flg": flags}]
        body: Container = ["\n"]
        self._items(option.body, body, {})
        inner[name] = [*body, {"#f": _COUNTS}]

    def _term(self, term: AnyTerm) -> Container:
        match term:
            case Value(value=bool() | int() as value):
                return [value]
            case Value(value=value):
                return ["str", f"^{value or ''}", "/str"]
            case Variable(name=name):
                return [{"VAR?": self._names[name]}]
            case Operation(op=op, terms=terms):
                first, *others = (self._term(one) for one in terms)
                operator = _OPERATORS.get(op, op)
                if not others:
                    return [*first, operator]
                return [*first, *(part for one in others for part in (*one, operator))]
            case Choice():
                raise TypeError("what is chosen between is carried out before it is compiled")
