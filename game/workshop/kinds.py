"""Kinds of claims: what a condition or a pattern of the story tells from all else that can be typed."""

from __future__ import annotations

import ast
from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.engine.draft import first_state
from game.engine.environment import Environment
from game.engine.state import CanonEntry
from game.engine.views import ClaimView
from game.story.assembly import build_story
from game.story.expressions import EvaluationError, Expression
from game.story.patterns import ClaimPattern
from game.story.syntax import parse_expression
from game.story.vocabulary import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.reader.claims import Claim

CALLS: Final = frozenset({"claims", "claim", "has", "count", "former", "resisted"})
"""The functions that ask for claims of a kind."""
_PLAIN: Final = frozenset({"lower", "cap"})
_TRUTHS: Final = frozenset({"when", "holds", "plural", "object", "met"})
"""What of a claim is there or not, or so or not."""
_UNSAID: Final = frozenset({"page", "resisted"})
"""What is asked of a claim and does not lie in its words."""


@dataclass(frozen=True, slots=True)
class Test:
    """Something that is asked of one claim, called `it`, and how it is to come out."""

    __test__ = False
    source: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """The claims of a pattern; those that stand under a condition (or not); those that pass the tests."""

    pattern: ClaimPattern
    when: bool | None = None
    tests: tuple[Test, ...] = ()
    pages: frozenset[str] | None = None
    """The pages on which it counts; None for any."""
    chapters: frozenset[str] | None = None

    def fits(self, claim: Claim) -> bool:
        """Whether the claim is one of them, as far as its words go."""
        if not self.pattern.fits(claim) or (self.when is not None and bool(claim.when) != self.when):
            return False
        return all(_passes(claim, test) for test in self.tests)

    @property
    def asks_for(self) -> frozenset[str]:
        """The words in quotation marks in its tests, and the names of what they ask."""
        return frozenset().union(*(_words(test.source) for test in self.tests))

    def __str__(self) -> str:
        pattern = self.pattern
        said = [
            "/".join(sorted(words))
            for words in (pattern.subject, pattern.aspect, pattern.value, pattern.degree, pattern.time)
            if words is not None and words != frozenset({"ruby"})
        ]
        said += [f"of {'/'.join(sorted(pattern.object))}"] if pattern.object else []
        said += ["denied"] if pattern.holds is False else []
        said += [] if self.when is None else ["under a condition" if self.when else "under no condition"]
        said += [f"`{test.source}` {'so' if test.wanted else 'not so'}" for test in self.tests]
        said += [f"on {'/'.join(sorted(self.pages))}"] if self.pages else []
        said += [f"in {'/'.join(sorted(self.chapters))}"] if self.chapters else []
        return " ".join(said) or "anything of her"


def _passes(claim: Claim, test: Test) -> bool:
    """Whether it comes out so, be the claim's condition met or not."""
    entry = CanonEntry(1, claim, claim.text, "", 1, "", 0)
    return any(_comes_out(entry, test, so) for so in ((True, False) if claim.when else (True,)))


def _comes_out(entry: CanonEntry, test: Test, is_met: bool) -> bool:
    environment = _nowhere()
    environment.bound = {"it": ClaimView(entry, {}, lambda _: None, lambda _: is_met)}
    try:
        return bool(environment.answer(_expression(test.source))) == test.wanted
    except EvaluationError:
        return False


@lru_cache(maxsize=1)
def _nowhere() -> Environment:
    """Where nothing can be asked but of a claim itself."""
    head: dict[str, object] = dict.fromkeys(("id", "title", "ifid", "version", "start"), "") | {
        "chapters": []
    }
    nothing = build_story(defaultdict(dict, head=head), "")
    return Environment(nothing, first_state(nothing, 0))


@lru_cache(maxsize=4096)
def _expression(source: str) -> Expression:
    return Expression(source)


@lru_cache(maxsize=4096)
def _words(source: str) -> frozenset[str]:
    nodes = list(ast.walk(parse_expression(source)))
    constants = {
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return frozenset(constants | {f".{node.attr}" for node in nodes if isinstance(node, ast.Attribute)})


def names_in(source: str) -> list[str]:
    """The names that an expression asks for."""
    return [node.id for node in ast.walk(parse_expression(source)) if isinstance(node, ast.Name)]


def kinds_called(source: str) -> Iterator[Kind]:
    """The kinds that the calls of an expression ask for."""
    for node in ast.walk(parse_expression(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield kind_of(node)


def kind_answered(pattern: ClaimPattern, condition: str | None) -> Kind:
    """The claims of a pattern that pass all that a condition asks of `it` alone."""
    kind = Kind(pattern)
    for node in _conjuncts(condition) if condition else ():
        asked, others = _asked_of(node, {"it": ()})
        if asked == {"it"} and not others and _is_truth(node):
            source = ast.unparse(node)
            said = source in ("it.when", "not it.when")
            kind = _with(kind, when=source == "it.when") if said else _with(kind, test=Test(source, True))
    return kind


def _conjuncts(source: str) -> Iterator[ast.expr]:
    """What a condition joins by `and`."""
    waiting = [parse_expression(source).body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            waiting += node.values
        else:
            yield node


def kinds_in(source: str, names: Mapping[str, tuple[Kind, ...]]) -> Iterator[Kind]:
    """The kinds that a condition tells apart. `names` are those bound to claims, with what they can be."""
    yield from _kinds(parse_expression(source).body, names)


def _kinds(node: ast.expr, names: Mapping[str, tuple[Kind, ...]]) -> Iterator[Kind]:
    asked, others = _asked_of(node, names)
    if len(asked) == 1 and not others and _is_truth(node):
        yield from _tested(node, next(iter(asked)), names)
    elif isinstance(node, ast.Compare | ast.Attribute) and (facet := _facet(node)):
        yield from facet
    else:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _kinds(child, names)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield kind_of(node)


def _asked_of(node: ast.expr, names: Mapping[str, tuple[Kind, ...]]) -> tuple[set[str], bool]:
    """The claims (names, calls) of which the expression asks something, and whether of anything else."""
    asked: set[str] = set()
    others = False
    waiting: list[ast.AST] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.Attribute) and _is_claim(one.value, names):
            asked.add(ast.unparse(one.value))
            others |= one.attr in _UNSAID
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in _PLAIN:
            waiting += one.args
        elif isinstance(one, ast.Name | ast.Call):
            others = True
        else:
            waiting += ast.iter_child_nodes(one)
    return asked, others


def _is_truth(node: ast.expr) -> bool:
    """Whether it is so or not, rather than a word of the claim."""
    if isinstance(node, ast.Attribute):
        return node.attr in _TRUTHS
    return isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp)


def _is_claim(node: ast.expr, names: Mapping[str, tuple[Kind, ...]]) -> bool:
    if isinstance(node, ast.Name):
        return node.id in names
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS


def _tested(node: ast.expr, asked: str, names: Mapping[str, tuple[Kind, ...]]) -> Iterator[Kind]:
    """Claims of which the expression is so, and others of which it is not."""
    call = parse_expression(asked).body
    bases = names[asked] if asked in names else (kind_of(call),) if isinstance(call, ast.Call) else ()
    source = ast.unparse(_Renamed(asked).visit(deepcopy(node)))
    for base in bases:
        for wanted in (True, False):
            if source in ("it.when", "not it.when"):
                yield _with(base, when=wanted == (source == "it.when"))
            else:
                yield _with(base, test=Test(source, wanted))


def _with(base: Kind, *, when: bool | None = None, test: Test | None = None) -> Kind:
    tests = (*base.tests, test) if test is not None and test not in base.tests else base.tests
    return Kind(base.pattern, base.when if when is None else when, tests, base.pages, base.chapters)


class _Renamed(ast.NodeTransformer):
    """The expression with the claim that it asks of called `it`."""

    def __init__(self, asked: str) -> None:
        self._asked = asked

    def visit(self, node: ast.AST) -> ast.AST:
        """The node, or `it`."""
        if isinstance(node, ast.Name | ast.Call) and ast.unparse(node) == self._asked:
            return ast.Name("it", ast.Load())
        return super().generic_visit(node)


def _facet(node: ast.expr) -> list[Kind]:
    """What has to be written of her for ``ruby.mood == 'sad'``, and something else of the same aspect."""
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == "ruby":
            words = sorted(
                {
                    part.value
                    for part in ast.walk(node)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value
                }
            )
            aspect, now = frozenset({one.attr}), frozenset({"now"})
            other = Test(f"it.value not in {tuple(words)!r}", True)
            named = [Kind(ClaimPattern(aspect=aspect, value=frozenset({word}), time=now)) for word in words]
            return [*named, Kind(ClaimPattern(aspect=aspect, time=now), tests=(other,) if words else ())]
    return []


def kind_of(call: ast.Call) -> Kind:
    """The kind that a call such as ``has('mood', 'sad', degree='absolute')`` asks for."""
    given: dict[str, ast.expr] = dict(zip(("aspect", "value"), call.args, strict=False))
    given |= {word.arg: word.value for word in call.keywords if word.arg}
    holds, when = given.get("holds"), _strings(given.get("when"))
    subjects = _strings(given.get("subject")) or frozenset({"ruby"})
    aspects = _strings(given.get("aspect"))
    return Kind(
        ClaimPattern(
            subject=None if "any" in subjects else subjects,
            aspect=_wide(aspects) if aspects else None,
            value=_strings(given.get("value")),
            holds=holds.value if isinstance(holds, ast.Constant) else True,  # type: ignore[arg-type]
            degree=_strings(given.get("degree")),
            time=_strings(given.get("time")),
            object=_strings(given.get("object")),
        ),
        when=None if when is None else when != frozenset({"none"}),
        pages=_strings(given.get("page")),
        chapters=_strings(given.get("chapter")),
    )


def _strings(node: ast.expr | None) -> frozenset[str] | None:
    """The words of an argument; None if there are none, or it takes reckoning to know them."""
    nodes = node.elts if isinstance(node, ast.Tuple | ast.List) else [node]
    words = {one.value for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return frozenset(words) if words else None


def _wide(aspects: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(GROUPS.get(aspect, frozenset({aspect})) for aspect in aspects))
