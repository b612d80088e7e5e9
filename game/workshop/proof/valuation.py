"""What is known of a state in the over-approximation, and what expressions may come to in it."""

from __future__ import annotations

import ast
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from game.engine.environment import Environment
from game.workshop.proof.known import Known, Layout
from game.workshop.proof.parts import ENDLESS, Part, Span
from game.workshop.proof.reads import Thing, said_for_good, tree_of, where_typed
from game.workshop.proof.values import EITHER, NO, YES, Values, may_be, truth, value_of, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.story.expressions import Effect, Expression
    from game.story.model import OwnValue, Scene, Variable
    from game.workshop.proof.live import Liveness
    from game.workshop.proof.said import Said
    from game.workshop.proof.sides import Side

_SPLITS: Final = 32
"""Into how many cases a condition on unknown things is parted, at most."""
_ASKING_TYPED: Final = frozenset({"has", "typed", "backwards"})
_UNTYPED: Final[dict[str, Values]] = {
    "has": NO,
    "typed": NO,
    "backwards": NO,
    "count": Span(0, 0),
    "claim": frozenset({None}),
    "former": frozenset({None}),
    "resisted": frozenset({None}),
    "claims": frozenset({()}),
    "words": frozenset({""}),
}
"""What each call answers where nothing was typed that it could find."""


class Valuer:
    """Evaluates in one `Known` after another; `stand` says in which, and in which scene.

    With a `focus`, only those things are known; all others may be anything.
    """

    def __init__(self, live: Liveness, focus: frozenset[Thing] | None = None) -> None:
        self._live = live
        self._story = live.story
        lives = (live.entering, live.asking, live.dealing)
        things = {thing for by in lives for several in by.values() for thing in several}
        self.layout = Layout(
            thing for thing in (things if focus is None else focus) if thing.kind in ("variable", "visits")
        )
        self.known: Known = self.layout.nothing
        self.scene = ""
        self.said: Said | None = None
        """What the page that is being told says, where that is known."""
        self.bound: dict[str, Values] = {}
        """What bound names stand for."""
        self._nothing_typed = not live.story.pages
        self._asking: set[str] = set()

    def stand(self, known: Known, scene: str) -> Valuer:
        """Itself, in that state and scene."""
        self.known, self.scene = known, scene
        return self

    def name(self, name: str) -> Values:
        """What a variable may be; a bound name may be anything."""
        variable = self._story.variables.get(name)
        if variable is None:
            return self.bound.get(name)
        if variable.derived:
            return self._derived(variable)
        part = self._part(Thing("variable", name))
        return part if part is not None else _range(variable)

    def facet(self, aspect: str) -> Values:
        """What she may be: her own, if nothing can be typed; what the page says; else anything."""
        if not self._nothing_typed:
            return self.said.facet(aspect) if self.said is not None else None
        facet = self._story.facets.get(aspect)
        return self._first(facet.own if facet else (), "")

    def call(self, node: ast.Call, function: str) -> Values:
        """What a call may answer."""
        if self.said is not None and (answer := self.said.answer(node, function)) is not None:
            return answer
        named = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
        if function in ("visits", "chosen"):
            part = self._part(Thing("visits", str(named)))
            return part if part is not None else Span(0, ENDLESS)
        if function == "during":
            return self._during(str(named))
        if function == "can_deal":
            found = [self.eligible(self._story.scenes[id_]) for id_ in self._story.decks.get(str(named), ())]
            return YES if YES in found else EITHER if EITHER in found else NO
        if function == "lower" and node.args:
            return _lowered(value_of(node.args[0], self))
        return self._of_typed(node, function)

    def eligible(self, storylet: Scene) -> frozenset[object]:
        """Whether a storylet may be dealt."""
        found = may_be(storylet.condition, self)
        if storylet.once:
            never = truth(self._part(Thing("visits", storylet.id)) or Span(0, ENDLESS))
            found = frozenset(a and not b for a in found for b in never)
        return found

    def cases(self, known: Known, scene: str, expressions: Iterable[Expression | None]) -> list[Known]:
        """The state, parted by what these expressions read and is not known, if that can be done."""
        asked = [one for one in expressions if one is not None]
        self.stand(known, scene)
        unsettled = [one for one in asked if len(may_be(one, self)) > 1]
        things = sorted(self.unknown(known, unsettled))
        if not things or prod(len(self._live.parts.of(thing)) for thing in things) > _SPLITS:
            return [known]
        return self.parted(known, things)

    def unknown(self, known: Known, expressions: Iterable[Expression | None]) -> set[Thing]:
        """What these read and is not known."""
        return {
            thing
            for thing in self._live.reads.of(*expressions)
            if thing.kind in ("variable", "visits") and self.layout.part(known, thing) is None
        }

    def parted(self, known: Known, things: Sequence[Thing]) -> list[Known]:
        """The state, once for all that these things may be."""
        parts = [range(len(self._live.parts.of(thing))) for thing in things]
        return [self._with(known, things, numbers) for numbers in product(*parts)]

    def _with(self, known: Known, things: Iterable[Thing], numbers: Iterable[int]) -> Known:
        for thing, number in zip(things, numbers, strict=True):
            known = self.layout.with_part(known, thing, number)
        return known

    def after(self, known: Known, scene: str, effects: Sequence[Effect]) -> list[Known]:
        """All that the state may be after effects were carried out in order."""
        found = [known]
        for effect in effects:
            thing = Thing("variable", effect.variable)
            found = [one for before in found for one in self._assigned(before, scene, thing, effect)]
        return found

    def after_any(self, known: Known, scene: str, sides: Sequence[Side]) -> list[Known]:
        """All that the state may be after effects that may have happened, each any number of times."""
        layout = self.layout
        loose = known | layout.of(Thing("variable", one.variable) for side in sides for one in side.effects)
        options: dict[Thing, set[int]] = {}
        anything: set[Thing] = set()
        for side in sides:
            self.stand(loose, scene)
            if any(may_be(one, self) == NO for one in side.conditions):
                continue
            for effect in side.effects:
                thing = Thing("variable", effect.variable)
                part = layout.part(known, thing)
                if part is None or effect.op != "=":
                    anything.add(thing)
                    continue
                options.setdefault(thing, {part}).update(
                    self._numbers(thing, self._result(thing, effect, None))
                )
        several = {t: sorted(ns) for t, ns in options.items() if t not in anything and len(ns) > 1}
        if prod(map(len, several.values())) > _SPLITS // 2:
            anything |= set(several)
            several = {}
        kept = known | layout.of(anything)
        return [self._with(kept, several, numbers) for numbers in product(*several.values())]

    def _numbers(self, thing: Thing, values: Values) -> list[int]:
        """The parts in which the values may lie."""
        return [number for number, part in enumerate(self._live.parts.of(thing)) if within(values, part)]

    def counted(self, known: Known, key: str) -> list[Known]:
        """All that the state may be after one more visit or pick."""
        thing = Thing("visits", key)
        part = self.stand(known, self.scene)._part(thing)
        if part is not None and not isinstance(part, Span):
            return [known]
        more = Span(part.low + 1, part.high + 1) if part is not None else Span(1, ENDLESS)
        numbers = self._numbers(thing, more) if thing in self.layout else []
        if part is None and len(numbers) != 1:
            return [known]
        return [self.layout.with_part(known, thing, number) for number in numbers]

    def _assigned(self, known: Known, scene: str, thing: Thing, effect: Effect) -> Iterator[Known]:
        self.stand(known, scene)
        before = self._part(thing)
        numbers = self._numbers(thing, self._result(thing, effect, before))
        if before is None and len(numbers) == len(self._live.parts.of(thing)):
            yield known
            return
        for number in numbers:
            yield self.layout.with_part(known, thing, number)

    def _result(self, thing: Thing, effect: Effect, before: Part | None) -> Values:
        """What a variable may be after an assignment."""
        variable = self._story.variables[thing.name]
        values = value_of(tree_of(effect.expression.source), self)
        match variable.type:
            case "bool":
                return truth(values)
            case "enum":
                kept = before if before is not None else _range(variable)
                if not isinstance(values, frozenset):
                    return None
                taken = frozenset(value for value in values if value in variable.values)
                return taken if len(taken) == len(values) or not isinstance(kept, frozenset) else taken | kept
        return _clamped(variable, effect.op, values, before)

    def _part(self, thing: Thing) -> Part | None:
        number = self.layout.part(self.known, thing)
        return None if number is None else self._live.parts.of(thing)[number]

    def _derived(self, variable: Variable) -> Values:
        if variable.name in self._asking:
            return None
        self._asking.add(variable.name)
        try:
            return self._first(variable.derived, variable.default)
        finally:
            self._asking.discard(variable.name)

    def _first(self, ways: Sequence[OwnValue], otherwise: object) -> Values:
        """The values of those ways that may be the first to be so."""
        found: set[object] = set()
        for way in ways:
            is_so = may_be(way.condition, self)
            if True in is_so:
                found.add(way.value)
            if False not in is_so:
                return frozenset(found)
        return frozenset(found | {otherwise})

    def _during(self, id_: str) -> Values:
        if id_ in self._story.scenes[self.scene].during:
            return YES
        condition, key = self._story.circumstances[id_].condition, f"during:{id_}"
        if condition is None or key in self._asking:
            return NO
        self._asking.add(key)
        try:
            return may_be(condition, self)
        finally:
            self._asking.discard(key)

    def _of_typed(self, node: ast.Call, function: str) -> Values:
        counts = [truth(self._part(thing) or Span(0, ENDLESS)) for thing in where_typed(node, function)]
        lasting = said_for_good(node)
        ever = truth(self._part(lasting) or Span(0, ENDLESS)) if lasting is not None else EITHER
        if self._nothing_typed or NO in counts or ever == NO:
            return _UNTYPED.get(function)
        if ever == YES or (function == "typed" and YES in counts):
            return YES
        if function in _ASKING_TYPED:
            return EITHER
        return Span(0, ENDLESS) if function == "count" else None


def _lowered(values: Values) -> Values:
    """What `lower` makes of texts."""
    if not isinstance(values, frozenset) or not all(isinstance(value, str) for value in values):
        return None
    return frozenset(Environment.lower(value) for value in values)


def _range(variable: Variable) -> Values:
    match variable.type:
        case "int":
            return Span(variable.minimum, variable.maximum)
        case "bool":
            return EITHER
    return frozenset(variable.values)


def _clamped(variable: Variable, op: str, values: Values, before: Part | None) -> Values:
    whole = Span(variable.minimum, variable.maximum)
    if isinstance(values, frozenset) and all(isinstance(value, bool) for value in values):
        numbers = [int(bool(value)) for value in values]
        values = Span(min(numbers), max(numbers)) if numbers else None
    if not isinstance(values, Span):
        return None
    if op != "=":
        base = before if isinstance(before, Span) else whole
        low, high = (values.low, values.high) if op == "+=" else (-values.high, -values.low)
        values = Span(base.low + low, base.high + high)
    return Span(*(max(whole.low, min(whole.high, number)) for number in values))
