"""Every text, condition and effect of a definition, read and held against what the story declares."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Final

from game.story.expressions import (
    Effect,
    Expression,
    ExpressionError,
    parse_effects,
    parse_expression,
    suggestion,
)
from game.story.markup import MarkupError, Text
from game.story.types import BEAT_SCOPE, CLAIM, Type, World, check_expression

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.draft import Definition
    from game.story.source import Path

Scope = "Mapping[str, Type]"
_BODIES: Final = ("text", "before", "after", "blank", "unread", "say", "forbidden")
_WORDS: Final = ("prompt", "otherwise")


class WordChecker:
    """Checks definitions one after another, and notes the places at which claims are dramatised."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.places_used: dict[str, list[tuple[Definition, Path]]] = {}

    def check(self, one: Definition) -> None:
        """Everything in the definition that is prose or expression."""
        scope = BEAT_SCOPE if one.section in ("beats", "consequences") else {}
        self._fields(one, (), one.data, scope)
        for number, choice in enumerate(one.data.get("choices") or ()):
            path: Path = ("choices", number)
            self._text(one, (*path, "text"), choice["text"], scope)
            self._fields(one, path, {k: v for k, v in choice.items() if k != "text"}, scope)
        if one.section == "pages" and (place := one.data.get("beats")):
            self._place(one, ("beats",), place)
        if one.section == "facets" and isinstance(one.data["own"], list):
            for number, own in enumerate(one.data["own"]):
                self._condition(one, ("own", number, "if"), own.get("if"), scope)

    def _fields(
        self, one: Definition, path: Path, data: Mapping[str, Any], scope: Mapping[str, Type]
    ) -> None:
        for name in _BODIES:
            self._body(one, (*path, name), data.get(name), scope)
        for name in _WORDS:
            if isinstance(data.get(name), str):
                self._text(one, (*path, name), data[name], scope)
        for name in ("if", "needs"):
            self._condition(one, (*path, name), data.get(name), scope)
        if (forbid := data.get("forbid")) is not None:
            self._claims(one, (*path, "forbid"), forbid, scope, ("claim", "claim?"), "a claim")
        self._effects(one, (*path, "do"), data.get("do"), scope)
        for name in ("goto", "blank_goto"):
            self._ways(one, (*path, name), data.get(name), scope)
        if isinstance(deal := data.get("deal"), dict):
            self._ways(one, (*path, "deal", "then"), deal.get("then"), scope)

    def _ways(self, one: Definition, path: Path, ways: Any, scope: Mapping[str, Type]) -> None:
        for number, way in enumerate(ways if isinstance(ways, list) else ()):
            self._condition(one, (*path, number, "if"), way.get("if"), scope)

    def _body(self, one: Definition, path: Path, body: Any, scope: Mapping[str, Type]) -> None:
        if isinstance(body, str):
            self._text(one, path, body, scope)
        for number, block in enumerate(body if isinstance(body, list) else ()):
            if isinstance(block, str):
                self._text(one, (*path, number), block, scope)
            else:
                self._block(one, (*path, number), block, scope)

    def _block(
        self, one: Definition, path: Path, block: Mapping[str, Any], scope: Mapping[str, Type]
    ) -> None:
        inner = dict(scope)
        if beats := block.get("beats"):
            self._place(one, (*path, "beats", "at"), beats["at"])
            if "claims" in beats:
                self._claims(one, (*path, "beats", "claims"), beats["claims"], scope, ("claims",), "claims")
            return
        for name, source in (block.get("with") or {}).items():
            self._claims(one, (*path, "with", name), source, inner, ("claim", "claim?"), "a claim")
            inner[name] = CLAIM
        self._condition(one, (*path, "if"), block.get("if"), scope)
        self._body(one, (*path, "text"), block.get("text"), inner)
        self._body(one, (*path, "else"), block.get("else"), scope)

    def _place(self, one: Definition, path: Path, place: str) -> None:
        self.places_used.setdefault(place, []).append((one, path))

    def _report(self, one: Definition, path: Path, offset: int, fault: tuple[str, str, str]) -> None:
        place = one.source.place_in_text((*one.path, *path), offset)
        one.source.report(fault[0], place, fault[1], fault[2])

    def _expression(
        self, one: Definition, path: Path, expression: Expression, scope: Mapping[str, Type]
    ) -> Type:
        start = expression.position
        return check_expression(
            expression,
            self.world,
            scope,
            lambda code, offset, message, mend: self._report(
                one, path, start + offset, (code, message, mend)
            ),
        )

    def _condition(self, one: Definition, path: Path, value: Any, scope: Mapping[str, Type]) -> None:
        if isinstance(value, str):
            self._expression(one, path, Expression(value), scope)

    def _claims(  # noqa: PLR0913
        self,
        one: Definition,
        path: Path,
        source: str,
        scope: Mapping[str, Type],
        kinds: tuple[str, ...],
        what: str,
    ) -> None:
        found = self._expression(one, path, Expression(source), scope)
        if found.kind not in (*kinds, "unknown", "none"):
            mend = "write `claims(...)` or `new()`" if "claims" in kinds else "write `claim(...)`"
            self._report(one, path, 0, ("RS024", f"this must give {what}", mend))

    def _text(self, one: Definition, path: Path, words: str, scope: Mapping[str, Type]) -> None:
        text = Text(words)
        try:
            expressions = list(text.expressions())
        except MarkupError as error:
            self._report(one, path, error.offset, ("RS020", error.message, error.mend))
            return
        for expression, shown in expressions:
            found = self._expression(one, path, expression, scope)
            if shown and found.kind in _UNSHOWN:
                self._report(one, path, expression.position, ("RS024", *_UNSHOWN[found.kind]))

    def _effects(self, one: Definition, path: Path, do: Any, scope: Mapping[str, Type]) -> None:
        for own, text in [(path, do)] if isinstance(do, str) else [
            ((*path, number), line) for number, line in enumerate(do or ())
        ]:  # fmt: skip
            try:
                effects = parse_effects(text)
            except ExpressionError as error:
                self._report(one, own, error.offset, ("RS026", error.message, error.mend))
                continue
            for effect in effects:
                self._effect(one, own, effect, scope)

    def _effect(self, one: Definition, path: Path, effect: Effect, scope: Mapping[str, Type]) -> None:
        found = self._expression(one, path, effect.expression, scope)
        variable = self.world.variables.get(effect.variable)
        if variable is None:
            if effect.variable not in self.world.elsewhere:
                mend = suggestion(effect.variable, set(self.world.variables), "declare it under `variables:`")
                message = f"there is no variable `{effect.variable}`"
                self._report(one, path, effect.position, ("RS022", message, mend))
            return
        if fault := _misfit(effect, variable, found):
            self._report(one, path, effect.position, ("RS026", *fault))


_UNSHOWN: Final = {
    "bool": ("this is true or false, and no words", "write `{condition: yes|no}`"),
    "claim": ("this is a claim, and not yet words", "say in which form: `{it.third}`"),
    "claim?": ("this is a claim, and not yet words", "bind it by `with:` and say in which form"),
    "claims": ("these are claims, and not yet words", "write `{listing(claims(...), 'noun')}`"),
    "none": ("this is nothing", "leave it out"),
    "ruby": ("ruby herself cannot be shown", "write `{ruby.mood}`, or her name"),
    "tuple": ("a list cannot be shown", "write `{a|b|c}` for words in turn"),
}


def _misfit(effect: Effect, variable: Mapping[str, Any], found: Type) -> tuple[str, str] | None:
    """Why a variable cannot take this, and the mend."""
    kind = variable.get("type")
    if effect.op != "=" and kind != "int":
        return f"`{effect.op}` is for numbers, and `{effect.variable}` is {kind}", "write `=`"
    wanted = {"int": ("int", "bool"), "bool": ("bool",), "enum": ("str",)}.get(str(kind), ())
    if found.kind not in (*wanted, "unknown"):
        return f"`{effect.variable}` is {kind}, and this is {found.kind}", ""
    words = _constants(parse_expression(effect.expression.source).body)
    if kind == "enum":
        values = set(variable.get("values") or ())
        if wrong := next((word for word in words if isinstance(word, str) and word not in values), None):
            return f"`{effect.variable}` is never `{wrong}`", suggestion(
                wrong, values, f"one of {sorted(values)}"
            )
    if kind == "int" and effect.op == "=" and len(words) == 1 and isinstance(words[0], int):
        low, high = variable.get("min", 0), variable.get("max", 10)
        if not low <= words[0] <= high:
            return f"`{effect.variable}` goes from {low} to {high}", ""
    return None


def _constants(node: ast.expr) -> list[object]:
    """What the expression comes to, where that is written out."""
    match node:
        case ast.Constant(value=value):
            return [value]
        case ast.IfExp(body=body, orelse=orelse):
            return _constants(body) + _constants(orelse)
    return []
