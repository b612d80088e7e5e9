"""Every text, condition and effect of a definition, read and held against what the story declares."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from game.story.checks_use import Use
from game.story.expressions import Effect, Expression, parse_effects
from game.story.kinds import CLAIM, Type, World
from game.story.markup import MarkupError, Text
from game.story.syntax import ExpressionError, parse_expression, suggestion
from game.story.types import SCOPES, check_expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.story.draft import Definition
    from game.story.source import Path

_BODIES: Final = ("text", "before", "after", "blank", "unread", "say", "forbidden")
_WORDS: Final = ("prompt", "instead", "otherwise", "note", "recap", "about")
_UNSHOWN: Final = {
    "bool": ("this is true or false, and no words", "write `{condition: yes|no}`"),
    "claim": ("this is a claim, and not yet words", "say in which form: `{it.third}`"),
    "claim?": ("this is a claim, and not yet words", "bind it by `with:` and say in which form"),
    "claims": ("these are claims, and not yet words", "write `{listing(claims(...), 'noun')}`"),
    "none": ("this is nothing", "leave it out"),
    "ruby": ("ruby herself cannot be shown", "write `{ruby.mood}`, or her name"),
    "tuple": ("a list cannot be shown", "write `{a|b|c}` for words in turn"),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a definition, and the names that stand for something there."""

    definition: Definition
    path: Path
    scope: Mapping[str, Type]

    def at(self, *steps: str | int) -> Spot:
        """A place further down."""
        return Spot(self.definition, (*self.path, *steps), self.scope)

    def knowing(self, names: Mapping[str, Type]) -> Spot:
        """The same place, with more names."""
        return Spot(self.definition, self.path, {**self.scope, **names})

    def report(self, code: str, offset: int, message: str, mend: str = "") -> None:
        """Note an error at an offset in the text that stands here."""
        source = self.definition.source
        place = source.place_in_text((*self.definition.path, *self.path), offset)
        source.report(code, place, message, mend)


class WordChecker:
    """Checks definitions one after another; notes where claims are dramatised, and where costs fall due."""

    def __init__(self, world: World, faulty: set[str]) -> None:
        self.world = world
        self.faulty = faulty
        """The expressions and effects in which an error was found; more are added."""
        self.places_used: dict[str, list[tuple[Definition, Path]]] = {}
        self.costs_used: dict[str, list[tuple[Definition, Path]]] = {}
        self.use = Use()

    def check(self, one: Definition) -> None:
        """Everything in the definition that is prose or expression."""
        spot = Spot(one, (), SCOPES.get(one.section, {}))
        self._fields(spot, one.data)
        for number, choice in enumerate(one.data.get("choices") or ()):
            self._fields(spot.at("choices", number), choice)
        if one.section == "pages" and (place := one.data.get("beats")):
            self._place(spot.at("beats"), place)
        if one.section == "resistances":
            self._place(spot.at("at"), one.data["at"])
        for number, known in enumerate(one.data.get("knows") or ()):
            self._fields(spot.at("knows", number), known)
        for number, circumstance in enumerate(one.data.get("during") or ()):
            self._during(spot.at("during", number), circumstance)
        if one.section == "facets":
            self._ways(spot.at("own"), one.data["own"])
        if one.section == "variables":
            self._ways(spot.at("is"), one.data.get("is"))

    def _fields(self, spot: Spot, data: Mapping[str, Any]) -> None:
        for name in _BODIES:
            if name in data:
                inner = spot.knowing({"it": CLAIM}) if name == "forbidden" else spot
                self._body(inner.at(name), data[name])
        for name in _WORDS:
            if name in data:
                self._body(spot.at(name), data[name])
        for name in ("if", "needs"):
            if name in data:
                self._condition(spot.at(name), data[name])
        if (forbid := data.get("forbid")) is not None:
            self._claim(spot.at("forbid"), forbid)
        if "do" in data:
            self._effects(spot.at("do"), data["do"])
        for name in ("goto", "blank_goto"):
            if name in data:
                self._ways(spot.at(name), data[name])
        if deal := data.get("deal"):
            self._ways(spot.at("deal", "then"), deal.get("then"))

    def _ways(self, spot: Spot, ways: Any) -> None:
        for number, way in enumerate(ways if isinstance(ways, list) else ()):
            self._condition(spot.at(number, "if"), way.get("if"))

    def _body(self, spot: Spot, body: Any, *, guarded: bool = False) -> None:
        if isinstance(body, str):
            self._text(spot, body, guarded)
        for number, block in enumerate(body if isinstance(body, list) else ()):
            if isinstance(block, str):
                self._text(spot.at(number), block, guarded)
            else:
                self._block(spot.at(number), block, guarded)

    def _block(self, spot: Spot, block: Mapping[str, Any], guarded: bool) -> None:
        if beats := block.get("beats"):
            self._place(spot.at("beats", "at"), beats["at"])
            if "claims" in beats:
                self._claims(spot.at("beats", "claims"), beats["claims"])
            return
        if costs := block.get("costs"):
            self.costs_used.setdefault(costs["at"], []).append((spot.definition, (*spot.path, "costs", "at")))
            return
        inner = spot
        for name, source in (block.get("with") or {}).items():
            self._claim(inner.at("with", name), source)
            inner = inner.knowing({name: CLAIM})
        self._condition(spot.at("if"), block.get("if"))
        guarded = guarded or "if" in block
        self._body(inner.at("text"), block.get("text"), guarded=guarded)
        self._body(spot.at("else"), block.get("else"), guarded=guarded)

    def _place(self, spot: Spot, place: str) -> None:
        self.places_used.setdefault(place, []).append((spot.definition, spot.path))

    def _during(self, spot: Spot, circumstance: str) -> None:
        known = self.world.circumstances
        if circumstance not in known and circumstance not in self.world.elsewhere:
            mend = suggestion(circumstance, known, "declare it under `circumstances:`")
            spot.report("RS049", 0, f"there is no circumstance `{circumstance}`", mend)

    def _expression(self, spot: Spot, expression: Expression, guarded: bool = False) -> Type:
        def report(code: str, offset: int, message: str, mend: str) -> None:
            self.faulty.add(expression.source)
            spot.report(code, expression.position + offset, message, mend)

        self.use.reads(expression.source)
        return check_expression(expression, self.world, spot.scope, report, guarded=guarded)

    def _condition(self, spot: Spot, value: Any) -> None:
        if isinstance(value, str):
            self._expression(spot, Expression(value))

    def _claim(self, spot: Spot, source: str) -> None:
        found = self._expression(spot, Expression(source))
        if found.kind not in ("claim", "claim?", "none", "unknown"):
            spot.report("RS024", 0, "this must give a claim", "write `claim(...)` or `former(...)`")

    def _claims(self, spot: Spot, source: str) -> None:
        found = self._expression(spot, Expression(source))
        if found.kind not in ("claims", "unknown"):
            spot.report("RS024", 0, "this must give claims", "write `claims(...)` or `new()`")

    def _text(self, spot: Spot, words: str, guarded: bool) -> None:
        try:
            slots = list(Text(words).slots())
        except MarkupError as error:
            spot.report(error.code, error.offset, error.message, error.mend)
            return
        self.use.says((spot.definition, spot.path, 0), words)
        for slot in slots:
            found = self._expression(spot, slot.expression, guarded or slot.guarded)
            if slot.shown and found.kind in _UNSHOWN:
                spot.report("RS024", slot.expression.position, *_UNSHOWN[found.kind])

    def _effects(self, spot: Spot, do: Any) -> None:
        for own, text in _lines(spot, do):
            try:
                effects = parse_effects(text)
            except ExpressionError as error:
                self.faulty.add(text)
                own.report("RS026", error.offset, error.message, error.mend)
                continue
            for effect in effects:
                self._effect(own, effect)

    def _effect(self, spot: Spot, effect: Effect) -> None:
        found = self._expression(spot, effect.expression)
        self.use.set_.add(effect.variable)
        variable = self.world.variables.get(effect.variable)
        if variable is None:
            if effect.variable not in self.world.elsewhere:
                mend = suggestion(effect.variable, set(self.world.variables), "declare it under `variables:`")
                spot.report("RS022", effect.position, f"there is no variable `{effect.variable[:60]}`", mend)
        elif variable.get("is"):
            message = f"`{effect.variable}` is what its `is:` says, and cannot be set"
            spot.report("RS026", effect.position, message, "leave the effect out")
        elif fault := _misfit(effect, variable, found):
            spot.report("RS026", effect.position, *fault)


def _lines(spot: Spot, do: Any) -> Iterator[tuple[Spot, str]]:
    if isinstance(do, str):
        yield spot, do
    for number, line in enumerate(do if isinstance(do, list) else ()):
        yield spot.at(number), line


def _misfit(effect: Effect, variable: Mapping[str, Any], found: Type) -> tuple[str, str] | None:
    """Why a variable cannot take this, and the mend."""
    kind = str(variable.get("type"))
    if effect.op != "=" and kind != "int":
        return f"`{effect.op}` is for numbers, and `{effect.variable}` is {_article(kind)}", "write `=`"
    wanted = {"int": ("int", "bool"), "bool": ("bool",), "enum": ("str",)}.get(kind, ())
    if found.kind not in (*wanted, "unknown"):
        return (
            f"`{effect.variable}` is {_article(kind)}, and this is {_article(found.kind)}",
            f"write {_article(kind)}",
        )
    try:
        written = _written(parse_expression(effect.expression.source).body)
    except ExpressionError:
        return None
    if kind == "enum":
        values = set(variable.get("values") or ())
        wrong = next((word for word in written if isinstance(word, str) and word not in values), None)
        if wrong is not None:
            mend = suggestion(wrong, values, f"it can be: {', '.join(sorted(values))}")
            return f"`{effect.variable}` is never `{wrong[:60]}`", mend
    if kind == "int" and effect.op == "=" and written and isinstance(written[0], int):
        low, high = variable.get("min", 0), variable.get("max", 10)
        if not low <= written[0] <= high:
            return (
                f"`{effect.variable}` goes from {low} to {high}",
                "write a number between, or change its limits",
            )
    return None


def _article(kind: str) -> str:
    return {"int": "a number", "bool": "true or false", "enum": "one of its words", "str": "text"}.get(
        kind, kind
    )


def _written(node: ast.expr) -> list[object]:
    """What the expression may come to, where that is written out."""
    match node:
        case ast.Constant(value=value):
            return [value]
        case ast.IfExp(body=body, orelse=orelse):
            return _written(body) + _written(orelse)
    return []
