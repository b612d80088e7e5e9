"""Expressions as other engines have them: variables, numbers, words, and what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Constant = int | bool | str | None

_COMPARING: Final[dict[str, Callable[..., int | bool]]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "min": min,
    "max": max,
}

_NUMBERS: Final = frozenset({"+", "-", "*", "min", "max"})


@dataclass(frozen=True, slots=True)
class Value:
    """A number, a truth, words; or nothing, which no claim is."""

    value: Constant


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable by its name, and what it holds."""

    name: str
    holds: Literal["number", "truth", "words"] = "number"


@dataclass(frozen=True, slots=True)
class Operation:
    """``and``, ``or``, ``not``, a comparison, or an operation on numbers; `min` and `max` as well."""

    op: str
    terms: tuple[Value | Variable | Operation | Choice, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One term if a condition is so, else another. Only ever outermost, or in another choice."""

    condition: Value | Variable | Operation
    yes: Value | Variable | Operation | Choice
    no: Value | Variable | Operation | Choice


AnyTerm = Value | Variable | Operation | Choice
Plain = Value | Variable | Operation

TRUE: Final = Value(True)
FALSE: Final = Value(False)


def choose(condition: AnyTerm, yes: AnyTerm, no: AnyTerm) -> AnyTerm:
    """One term or the other, by what is known of the condition."""
    so = truth(condition)
    if isinstance(so, Value):
        return yes if so.value else no
    return yes if yes == no else Choice(so, yes, no)


def operate(op: str, *terms: AnyTerm) -> AnyTerm:
    """An operation; worked out, if all is known, and carried into what is chosen between."""
    if op in _NUMBERS:
        terms = tuple(map(_numeric, terms))
    for number, term in enumerate(terms):
        if isinstance(term, Choice):
            with_yes, with_no = ([*terms[:number], one, *terms[number + 1 :]] for one in (term.yes, term.no))
            return choose(term.condition, operate(op, *with_yes), operate(op, *with_no))
    if all(isinstance(term, Value) for term in terms):
        values = [term.value for term in terms if isinstance(term, Value)]
        try:
            return Value(_COMPARING[op](*values))
        except TypeError:
            return FALSE
    return Operation(op, terms)


def is_truth(term: AnyTerm) -> bool:
    """Whether a term is so or not so, rather than a number or words."""
    if isinstance(term, Variable):
        return term.holds == "truth"
    return isinstance(term, Operation) and term.op not in _NUMBERS


def _numeric(term: AnyTerm) -> AnyTerm:
    """A truth as 1 or 0."""
    if is_truth(term):
        return choose(term, Value(1), Value(0))
    return Value(int(term.value)) if isinstance(term, Value) and isinstance(term.value, bool) else term


def both(*terms: AnyTerm) -> Plain:
    """Whether all are so."""
    kept = [one for one in map(truth, terms) if one != TRUE]
    if FALSE in kept:
        return FALSE
    return TRUE if not kept else kept[0] if len(kept) == 1 else Operation("and", tuple(kept))


def either(*terms: AnyTerm) -> Plain:
    """Whether any is so."""
    kept = [one for one in map(truth, terms) if one != FALSE]
    if TRUE in kept:
        return TRUE
    return FALSE if not kept else kept[0] if len(kept) == 1 else Operation("or", tuple(kept))


def opposite(term: AnyTerm) -> Plain:
    """Whether it is not so."""
    so = truth(term)
    if isinstance(so, Value):
        return Value(not so.value)
    if isinstance(so, Operation) and so.op == "not":
        return truth(so.terms[0])
    return Operation("not", (so,))


def truth(term: AnyTerm) -> Plain:
    """Whether a term counts as so: words if there are any, numbers if they are not 0."""
    match term:
        case Value(value):
            return Value(bool(value))
        case Variable(holds="words"):
            return Operation("!=", (term, Value("")))
        case Variable(holds="number"):
            return Operation("!=", (term, Value(0)))
        case Choice(condition, yes, no):
            return either(both(condition, yes), both(opposite(condition), no))
        case Operation(op, _) if op in _NUMBERS:
            return Operation("!=", (term, Value(0)))
    return term
