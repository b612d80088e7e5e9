"""Conditions that cannot come out both ways where they stand, and choices that can never be offered."""

from __future__ import annotations

import ast
from contextlib import suppress
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from game.story.expressions import parse_effects
from game.story.logic import Logic, conjuncts
from game.story.syntax import ExpressionError, parse_expression
from game.story.walking import Asked, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.draft import Definition, Draft
    from game.story.expressions import Effect
    from game.story.walking import Met

_LONGEST: Final = 60
"""Characters of a condition that a message quotes."""


def check_conditions(draft: Draft, met: Iterable[Met]) -> None:
    """Report what is always or never so, where the conditions themselves are in order."""
    logic = logic_of(draft)
    for one in met:
        if isinstance(one, Asked) and draft.faulty.isdisjoint([one.source, *one.place.asked]):
            _condition(logic, one)


def _condition(logic: Logic, one: Asked) -> None:
    if one.kind == "beyond":
        message = "this way is never taken: the one before it has no `if`"
        one.place.warn("RS052", one.offset, message, "put the way without an `if` last")
        return
    if one.source.strip() == "True":
        return  # said outright, where something has to stand
    facts = one.place.facts
    never = not logic.possible([*facts, (one.source, True)])
    if not never and logic.possible([*facts, (one.source, False)]):
        return
    if not logic.possible(facts):
        return  # told already, of what stands round it
    because, mend = _reason(logic, one, never)
    unit = one.place.definition
    if never and one.place.path[:1] == ("choices",) and one.kind in ("if", "needs"):
        choice = unit.data["choices"][one.place.path[1]]["id"]
        done = "offered" if one.kind == "if" else "picked"
        one.place.warn("RS054", one.offset, f"the choice `{choice}` can never be {done}{because}", mend)
    elif never and one.kind == "if" and unit.section in ("scenes", "storylets") and len(one.place.path) == 1:
        one.place.warn("RS054", one.offset, f"the storylet `{unit.id}` can never be dealt{because}", mend)
    else:
        one.place.warn("RS052", one.offset, f"this is {'never' if never else 'always'} so{because}", mend)


def _reason(logic: Logic, one: Asked, never: bool) -> tuple[str, str]:
    """Why it comes out one way, as the end of a sentence; and the mend."""
    if not logic.possible([(one.source, never)]):
        return _alone(logic, one.source, never), "take it out, or look at what sets the variables in it"
    for number, (source, so) in enumerate(one.place.facts):
        if logic.possible([*one.place.facts[: number + 1], (one.source, never)]):
            continue
        quoted = " ".join(source.split())
        quoted = quoted if len(quoted) <= _LONGEST else f"{quoted[:_LONGEST]}…"
        before = "before it" if one.kind == "way" else "round it"
        return f", since `{quoted}`, {before}, is {'' if so else 'not '}so", "take out one of the two"
    return "", "look at what stands round it"


def _alone(logic: Logic, source: str, never: bool) -> str:
    """What of a condition by itself brings it about: two parts that exclude each other, or what there is."""
    parts = conjuncts(source)
    if never:
        for one, other in combinations(parts, 2):
            if not logic.possible([(one, True), (other, True)]) and all(
                logic.possible([(part, True)]) for part in (one, other)
            ):
                return f": `{one}` and `{other}` exclude each other"
    said = [told for name in sorted(names_in(source)) if (told := logic.told_of(name))]
    return f": {', '.join(said)}" if said else ""


def logic_of(draft: Draft) -> Logic:
    """What the variables of a story can be, by their declarations and by all that sets them."""
    effects: dict[str, list[Effect]] = {}
    for effect in () if draft.partial else _effects(draft):
        effects.setdefault(effect.variable, []).append(effect)
    given: dict[str, list[Any]] = {}
    head = draft.head.data if draft.head and draft.head.data else {}
    for migration in (head.get("migrations") or {}).values():
        for name, value in (migration.get("variables") or {}).items():
            given.setdefault(name, []).append(value)
    limits, words = {}, {}
    for one in draft.all("variables"):
        values = [*given.get(one.id, ()), *_default(one)]
        if one.data["type"] == "int":
            limits[one.id] = _limits(one, effects.get(one.id, []), values)
        else:
            words[one.id] = _words(one, effects.get(one.id, []), values)
    return Logic(limits, words)


def _default(one: Definition) -> list[Any]:
    kind, data = one.data["type"], one.data
    first = {"int": data.get("min", 0), "bool": False, "enum": (data.get("values") or [""])[0]}[kind]
    return [data["default"] if data.get("default") is not None else first]


def _limits(one: Definition, effects: list[Effect], values: list[int]) -> tuple[int, int]:
    low, high = one.data.get("min", 0), one.data.get("max", 10)
    if not effects:  # told as a variable that nothing sets; or not all effects are known
        return low, high
    least, most = min(values), max(values)
    for effect in effects:
        written = written_in(effect)
        if effect.op == "=" and written is not None:
            least, most = min(least, *written), max(most, *written)
        if effect.op != "=" or written is None:
            up, down = _ways_of(effect, written)
            least, most = low if down else least, high if up else most
    return max(least, low), min(most, high)


def _ways_of(effect: Effect, written: list[Any] | None) -> tuple[bool, bool]:
    """Whether it can raise a number, and whether it can lower it."""
    if effect.op == "=" or written is None:
        return True, True
    raised, lowered = any(value > 0 for value in written), any(value < 0 for value in written)
    return (raised, lowered) if effect.op == "+=" else (lowered, raised)


def _words(one: Definition, effects: list[Effect], values: list[Any]) -> frozenset[object]:
    every: frozenset[object] = frozenset(one.data.get("values") or (False, True))
    if not effects or one.data.get("is"):
        return every
    found = set(values)
    for effect in effects:
        written = written_in(effect)
        if written is None:
            return every
        found |= set(written)
    return frozenset(found)


def written_in(effect: Effect) -> list[Any] | None:
    """What it may set, raise or lower by, if that is written out; else None."""
    try:
        return _written(parse_expression(effect.expression.source).body)
    except ExpressionError:
        return None


def _written(node: ast.expr) -> list[Any] | None:
    match node:
        case ast.Constant(value=value):
            return [value]
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
            return [-value]
        case ast.IfExp(body=body, orelse=orelse):
            yes, no = _written(body), _written(orelse)
            return None if yes is None or no is None else [*yes, *no]
    return None


def _effects(draft: Draft) -> Iterator[Effect]:
    for section in draft.sections:
        for one in draft.all(section):
            for holder in (one.data, *(one.data.get("choices") or ())):
                do = holder.get("do")
                for text in [do] if isinstance(do, str) else do or ():
                    with suppress(ExpressionError):
                        yield from parse_effects(text)
