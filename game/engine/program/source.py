"""The source of generated functions, with the constants it speaks of and where each expression stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FunctionType

MARKS: Final = "__marks__"
"""Under this name a module of generated functions keeps the expression of each of its lines."""
_MARKED: Final = re.compile(r"#(\d+)$")


class Source:
    """Lines that are being written, and what they need."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._constants: dict[str, object] = {}
        self._named: dict[int, str] = {}
        self._expressions: list[str] = []
        self._locals = 0

    def line(self, depth: int, text: str) -> None:
        """Add a statement, which may go over several lines inside its brackets."""
        self._lines += f"{'  ' * depth}{text}".split("\n")

    def constant(self, value: object) -> str:
        """A name that stands for the value."""
        name = self._named.get(id(value))
        if name is None:
            name = self._named[id(value)] = f"k{len(self._constants)}"
            self._constants[name] = value
        return name

    def local(self, hint: str) -> str:
        """A name for a local variable that nothing else has."""
        self._locals += 1
        return f"{hint}{self._locals}"

    def marked(self, text: str, expression: str) -> str:
        """The text on a line of its own, of which is known that it is of this expression.

        It must come to stand inside brackets. A literal never ends in a comment, as it cannot span lines.
        """
        self._expressions.append(expression)
        return f"\n{text}#{len(self._expressions) - 1}\n"

    def compile(self, name: str, given: Mapping[str, object]) -> dict[str, FunctionType]:
        """The functions, by their names. `given` are names that they may use beside their constants."""
        names: dict[str, Any] = {**given, **self._constants, "__builtins__": {}}
        names[MARKS] = {
            number: self._expressions[int(found[1])]
            for number, line in enumerate(self._lines, 1)
            if (found := _MARKED.search(line))
        }
        before = set(names)
        exec(compile("\n".join(self._lines), f"<{name}>", "exec", dont_inherit=True), names)
        return {name: names[name] for name in names.keys() - before}


def expression_of(error: BaseException) -> str | None:
    """The expression in which an error came up, if it came up in a generated function."""
    found = None
    traceback = error.__traceback__
    while traceback is not None:
        marks = traceback.tb_frame.f_globals.get(MARKS)
        if marks is not None:
            found = marks.get(traceback.tb_lineno, found)
        traceback = traceback.tb_next
    return found
