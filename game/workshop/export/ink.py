"""A script as ink source."""

from __future__ import annotations

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

    from game.story.model import Value as Start
    from game.workshop.export.script import Item, Option, Script
    from game.workshop.export.terms import AnyTerm, Plain

_KINDS: Final = {"sequence": "", "cycle": "&", "shuffle": "~"}
_BLOCKS: Final = {"sequence": "stopping", "cycle": "cycle", "shuffle": "shuffle"}
_OPERATORS: Final = {"and": "and", "or": "or"}
_SPECIAL: Final = re.compile(r"[\\{}|#/*\[\]~<>:]|->")
_LIKE_LOGIC: Final = re.compile(
    r"[^\w{\\]|\d|\w+\s*[^\w\s,;'’{|]|(?:not|\w+\s+(?:and|or|mod|has|hasnt))\b", re.IGNORECASE
)
"""How a text in braces begins that might be taken for an expression."""
_AT_START: Final = re.compile(r"\s*([-*+=&!$]|(?:VAR|CONST|LIST|INCLUDE|EXTERNAL|TODO)\b)")


def ink(script: Script) -> str:
    """The source. Plays in inky, inklecate and whatever else reads ink."""
    return "\n".join(_Writer(script).lines()) + "\n"


class _Writer:
    def __init__(self, script: Script) -> None:
        self._script = script
        self._names = names_of(script)

    def lines(self) -> Iterator[str]:
        """The whole file."""
        script = self._script
        yield f"# title: {_plain(script.title)}"
        yield f"# ifid: {_plain(script.ifid)}"
        for what, times in sorted(script.lacking.items()):
            yield f"// Not carried: {what}: {times}"
        yield ""
        for name, start in script.variables.items():
            yield f"VAR {self._names[name]} = {_constant(start)}"
        yield from ("", f"-> {self._names[f'-> {script.start}']}")
        for passage in script.passages:
            yield from ("", f"=== {self._names[f'-> {passage.id}']} ===")
            yield from self._items(passage.items, "")

    def _items(self, items: Sequence[Item], indent: str) -> Iterator[str]:
        for item in items:
            yield from (indent + line for line in self._item(item))

    def _item(self, item: Item) -> Iterator[str]:
        match item:
            case Line():
                yield from self._line(item)
            case Note(text=text):
                yield f"// {_plain(text)}"
            case Set(variable=variable, term=term):
                yield f"~ {self._names[variable.name]} = {self._term(term)}"
            case Go(to=to):
                yield f"-> {self._names[f'-> {to}']}"
            case Visit(to=to, then=then):
                yield f"-> {self._names[f'-> {to}']} ->"
                yield f"-> {self._names[f'-> {then}']}"
            case Back():
                yield "->->"
            case End():
                yield "-> END"
            case Either():
                yield from self._either(item)
            case Turns(kind=kind, options=texts):
                yield f"{{ {_BLOCKS[kind]}:"
                for told in texts:
                    yield "-"
                    yield from self._items(told, "    ")
                yield "}"
            case Menu(options=options):
                for option in options:
                    yield from self._option(option)

    def _either(self, item: Either) -> Iterator[str]:
        """A condition in lines; comments alone are no content, and stand before it."""
        yes, no = (list(self._items(way, "    ")) for way in (item.yes, item.no))
        told = [[line for line in way if not line.lstrip().startswith("//")] for way in (yes, no)]
        if not all(told):
            yield from (line.lstrip() for way in (yes, no) for line in way if line not in told[way is no])
        if told[0]:
            cases, otherwise = _cases(item)
            if len(cases) == 1:
                yield f"{{ {self._term(item.condition)}:"
                yield from yes if all(told) else told[0]
            else:
                yield "{"
                for condition, items in cases:
                    yield f"- {self._term(condition)}:"
                    yield from self._items(items, "    ")
            if _tells(otherwise):
                yield "- else:"
                yield from self._items(otherwise, "    ")
            yield "}"
        elif told[1]:
            yield from (f"{{ not {self._inner(item.condition)}:", *told[1], "}")

    def _option(self, option: Option) -> Iterator[str]:
        condition = "" if option.condition == TRUE else f"{{ {self._term(option.condition)} }} "
        text = self._inline(option.text, at_start=False).strip()
        yield f"{'*' if option.once else '+'} {condition}[{text}]"
        yield from self._items(option.body, "    ")

    def _line(self, line: Line) -> Iterator[str]:
        """A paragraph. Glue joins it to what it goes on with."""
        said = self._inline(line.parts, at_start=not line.joins)
        text = f"{'<>' if line.joins else ''}{said}{'<>' if line.leads else ''}".strip()
        if text:
            yield text

    def _inline(self, parts: Sequence[Item], *, at_start: bool) -> str:
        said = ""
        for part in parts:
            match part:
                case Words(text=text):
                    said += _escaped(text, at_start=at_start and not said.strip())
                case Shown(term=term):
                    said += f"{{{self._term(term)}}}"
                case Either():
                    said += self._choice(part)
                case Turns(kind=kind, options=options):
                    texts = "|".join(map(self._braced, options))
                    said += f"{{{_KINDS[kind]}{texts}}}"
        return said

    def _braced(self, parts: Sequence[Item]) -> str:
        """A text within braces, escaped where it begins with a space, or as an expression does."""
        said = self._inline(parts, at_start=True)
        return f"\\{said}" if _LIKE_LOGIC.match(said) else said

    def _choice(self, part: Either) -> str:
        yes, no = self._braced(part.yes), self._braced(part.no)
        if yes:
            condition = self._term(part.condition)
            return f"{{{condition}:{yes}|{no}}}" if no else f"{{{condition}:{yes}}}"
        return f"{{not {self._inner(part.condition)}:{no}}}" if no else ""

    def _term(self, term: AnyTerm) -> str:
        match term:
            case Value(value=value):
                return _constant(value)
            case Variable(name=name):
                return self._names[name]
            case Operation(op="not", terms=(one,)):
                return f"not {self._inner(one)}"
            case Operation(op="min" | "max" as op, terms=terms):
                return f"{op.upper()}({', '.join(map(self._term, terms))})"
            case Operation(op=op, terms=terms):
                return f" {op} ".join(self._inner(one) for one in terms)
            case Choice():
                raise TypeError("what is chosen between is carried out before it is written")

    def _inner(self, term: AnyTerm) -> str:
        said = self._term(term)
        return f"({said})" if isinstance(term, Operation) and term.op not in ("min", "max") else said


def _cases(item: Either) -> tuple[list[tuple[Plain, Sequence[Item]]], Sequence[Item]]:
    """Conditions of which each is all there is where the one before is not so; and what is told else."""
    cases: list[tuple[Plain, Sequence[Item]]] = [(item.condition, item.yes)]
    otherwise: Sequence[Item] = item.no
    while len(otherwise) == 1 and isinstance(otherwise[0], Either) and _tells(otherwise[0].yes):
        cases.append((otherwise[0].condition, otherwise[0].yes))
        otherwise = otherwise[0].no
    return cases, otherwise


def _tells(items: Sequence[Item]) -> bool:
    """Whether there is more in it than comments."""
    return any(
        _tells((*item.yes, *item.no)) if isinstance(item, Either) else not isinstance(item, Note)
        for item in items
    )


def _constant(value: Start | None) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
    return '"' + str(value or "").replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escaped(text: str, *, at_start: bool) -> str:
    said = _SPECIAL.sub(lambda found: "".join(f"\\{char}" for char in found[0]), text)
    if at_start and (found := _AT_START.match(said)):
        said = f"{said[: found.start(1)]}\\{said[found.start(1) :]}"
    return said


def _plain(text: str) -> str:
    """Words of a comment or tag: in one line, and nothing that ends it."""
    return " ".join(text.replace("*/", "* /").split())
