"""What an expression of a story reads: variables, visits, and what was typed."""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from game.story.syntax import parse_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.expressions import Expression
    from game.story.model import OwnValue, Story

Kind = Literal["variable", "visits", "typed", "order"]


class Thing(NamedTuple):
    """One thing that can be read of a state.

    A variable by its name; visits by a scene's id or `scene.choice`, and in the same way how often a page was
    typed (`page:` and its id), any page of a chapter (`chapter:`), and anything that answers a call once and
    for all (`said:`); what was typed by the expression that asks for it (`has('skill')`, `ruby.mood`, or a
    derived variable's name); the order in which the storylets of a deck that can come again were used.
    """

    kind: Kind
    name: str


_COUNTED: Final = frozenset({"visits", "chosen"})
_OF_A_PAGE: Final = frozenset({"typed", "words", "backwards"})
_LASTING: Final = frozenset({"subject", "holds"})
_OF_TYPED: Final = frozenset(
    {"claims", "claim", "has", "count", "former", "resisted", "new", "typed", "words", "backwards"}
)


@lru_cache(maxsize=16_384)
def tree_of(source: str) -> ast.expr:
    """The syntax tree of an expression's source."""
    return parse_expression(source).body


def typed_on(page: str) -> Thing:
    """How often a page was typed."""
    return Thing("visits", f"page:{page}")


def typed_in(chapter: str) -> Thing:
    """How often a page was typed in a chapter."""
    return Thing("visits", f"chapter:{chapter}")


def said_for_good(call: ast.Call) -> Thing | None:
    """Whether `has` was ever so, where that lasts: if it asks only whom a claim is about, so or not so.

    Such a claim is overwritten only by another of the same person.
    """
    if not (isinstance(call.func, ast.Name) and call.func.id == "has") or len(call.args) > 1:
        return None
    given = {word.arg: word.value for word in call.keywords}
    holds = given.get("holds")
    asks = set(given) <= _LASTING and isinstance(holds, ast.Constant) and holds.value is None
    return Thing("visits", f"said:{ast.unparse(call)}") if asks else None


def where_typed(call: ast.Call, function: str) -> list[Thing]:
    """The pages on which what a call asks for must have been typed; none if it may be any."""
    given = {word.arg: word.value for word in call.keywords}
    if "before" in given:
        return []
    page = (call.args[0] if call.args else None) if function in _OF_A_PAGE else given.get("page")
    several = ((typed_on, page), (typed_in, given.get("chapter")))
    return [thing(str(one.value)) for thing, one in several if isinstance(one, ast.Constant) and one.value]


class Reads:
    """What expressions of one story read, found once for each. `pages`: also how often pages were typed."""

    def __init__(self, story: Story, *, pages: bool = False) -> None:
        self._story = story
        self._pages = pages
        self._found: dict[str, frozenset[Thing]] = {}

    def of(self, *expressions: Expression | None) -> frozenset[Thing]:
        """All that these read."""
        found: frozenset[Thing] = frozenset()
        for one in expressions:
            if one is not None:
                found |= self._of_source(one.source)
        return found

    def _of_source(self, source: str) -> frozenset[Thing]:
        known = self._found.get(source)
        if known is None:
            self._found[source] = frozenset()  # what hangs on itself reads nothing more
            known = self._found[source] = frozenset(self._in(tree_of(source)))
        return known

    def _in(self, node: ast.AST) -> Iterator[Thing]:
        match node:
            case ast.Name(id=name) if name in self._story.variables:
                yield from self._variable(name)
            case ast.Attribute(value=ast.Name(id="ruby"), attr=aspect):
                yield Thing("typed", f"ruby.{aspect}")
                facet = self._story.facets.get(aspect)
                yield from self._ways(facet.own if facet else ())
            case ast.Call(func=ast.Name(id=name), args=args):
                yield from self._call(node, name, args)
            case _:
                for child in ast.iter_child_nodes(node):
                    yield from self._in(child)

    def _variable(self, name: str) -> Iterator[Thing]:
        variable = self._story.variables[name]
        if not variable.derived:
            yield Thing("variable", name)
            return
        yield Thing("typed", name)
        yield from self._ways(variable.derived)

    def _ways(self, ways: Iterable[OwnValue]) -> Iterator[Thing]:
        for way in ways:
            if way.condition is not None:
                yield from self._of_source(way.condition.source)

    def _call(self, node: ast.Call, name: str, args: list[ast.expr]) -> Iterator[Thing]:
        named = args[0].value if args and isinstance(args[0], ast.Constant) else None
        if name in _COUNTED:
            yield Thing("visits", str(named))
        elif name == "during":
            circumstance = self._story.circumstances[str(named)]
            if circumstance.condition is not None:
                yield from self._of_source(circumstance.condition.source)
        elif name == "can_deal":
            yield from self.of_deck(str(named))
        elif name in _OF_TYPED:
            if self._pages:
                yield from where_typed(node, name)
                if (lasting := said_for_good(node)) is not None:
                    yield lasting
            if not any(isinstance(one, ast.Name) and one is not node.func for one in ast.walk(node)):
                yield Thing("typed", ast.unparse(node))
            for child in (*args, *(keyword.value for keyword in node.keywords)):
                yield from self._in(child)
        else:
            for child in args:
                yield from self._in(child)

    def of_deck(self, deck: str) -> frozenset[Thing]:
        """All that decides which storylet of a deck is dealt."""
        found: set[Thing] = set()
        for id_ in self._story.decks.get(deck, ()):
            storylet = self._story.scenes[id_]
            if storylet.condition is not None:
                found |= self._of_source(storylet.condition.source)
            if storylet.once:
                found.add(Thing("visits", id_))
            else:
                found.add(Thing("order", deck))
        return frozenset(found)
