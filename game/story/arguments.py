"""What the functions of expressions take: ids that exist, aspects and values that there are."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from game.story.kinds import said
from game.story.syntax import FORMS, suggestion
from game.story.vocabulary import ASPECTS, CLOSED_VALUES, DEGREES, GROUPS, SUBJECTS, TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from game.story.kinds import Type, World

RETURNS: Final = {
    "claims": "claims", "claim": "claim?", "former": "claim?", "has": "bool", "count": "int", "new": "claims",
    "resisted": "claim?", "during": "bool", "can_deal": "bool",
    "typed": "bool", "words": "str", "backwards": "bool", "visits": "int", "chosen": "int",
    "cap": "str", "lower": "str", "listing": "str",
}  # fmt: skip
"""The kind of value that each function gives."""
_FILTERS: Final = (
    "aspect", "value", "subject", "holds", "degree", "time", "object", "page", "chapter", "when", "before",
)  # fmt: skip
_WHEN: Final = frozenset({"met", "unmet", "none"})
_SHOWN: Final = FORMS | {"words", "sentence", "object"}
_CODES: Final = {
    "scene": "RS031", "page": "RS032", "choice": "RS037", "chapter": "RS036", "value": "RS023",
    "aspect": "RS028", "subject": "RS028", "degree": "RS028", "time": "RS028", "when": "RS025",
    "before": "RS032", "circumstance": "RS049", "deck": "RS034",
}  # fmt: skip


class Arguments:
    """Checks the arguments of one call."""

    def __init__(self, world: World, report: Callable[..., Type], infer: Callable[[ast.expr], Type]) -> None:
        self.world = world
        self.report = report
        self.infer = infer

    def check(self, name: str, node: ast.Call) -> None:
        """Report what the function does not take."""
        if name in ("claims", "claim", "has", "count", "former", "resisted"):
            self._filters(node, name)
        elif name == "new":
            if node.args or node.keywords:
                self.report("RS025", node, "`new()` takes nothing", "write `new()`")
        elif name == "listing":
            self._listing(node)
        elif len(node.args) != 1 or node.keywords:
            given = len(node.args) + len(node.keywords)
            mend = f"write `{name}(...)` with one thing between the brackets"
            self.report("RS025", node, f"`{name}()` takes one thing, and here are {given}", mend)
        elif name in ("cap", "lower"):
            self._kind(node.args[0], name, "str")
        elif name == "visits":
            self._one_of(node.args[0], self.world.scenes, "scene")
        elif name == "during":
            self._one_of(node.args[0], self.world.circumstances, "circumstance")
        elif name == "can_deal":
            self._one_of(node.args[0], self.world.decks, "deck")
        elif name == "chosen":
            self._one_of(node.args[0], self.world.choices, "choice")
        else:
            self._one_of(node.args[0], self.world.pages, "page")

    def _kind(self, node: ast.expr, name: str, kind: str) -> None:
        found = self.infer(node)
        if found.kind not in (kind, "unknown"):
            wanted = "text" if kind == "str" else kind
            self.report("RS025", node, f"`{name}()` takes {wanted}, and this is {said(found)}")

    def _listing(self, node: ast.Call) -> None:
        if len(node.args) not in (1, 2) or node.keywords:
            mend = "write `listing(claims('have'), 'noun')`"
            self.report("RS025", node, "`listing()` takes claims and a form", mend)
            return
        self._kind(node.args[0], "listing", "claims")
        if len(node.args) == 2:
            self._one_of(node.args[1], _SHOWN, "form")

    def _one_of(self, node: ast.expr, known: Iterable[str], what: str) -> None:
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            mend = f"write the {what}'s id out, so that it can be checked"
            self.report("RS025", node, f"here must stand a {what} in quotation marks", mend)
            return
        value, elsewhere = node.value, self.world.elsewhere
        if value in known or value in elsewhere or value.split(".")[0] in elsewhere:
            return
        mend = suggestion(value, frozenset(known), "write `scene-id.choice-id`" if what == "choice" else "")
        self.report(_CODES.get(what, "RS025"), node, f"there is no {what} `{value[:80]}`", mend)

    def _filters(self, node: ast.Call, name: str) -> None:
        if len(node.args) > 2:
            mend = "name the others: `subject=`, `holds=`, `degree=`"
            message = f"`{name}()` takes an aspect and a value before its keywords"
            self.report("RS025", node.args[2], message, mend)
            return
        given: dict[str, ast.expr] = dict(zip(("aspect", "value"), node.args, strict=False))
        for word in node.keywords:
            key = word.arg or ""
            if key not in _FILTERS:
                mend = suggestion(key, frozenset(_FILTERS), f"there are: {', '.join(_FILTERS)}")
                self.report("RS025", word, f"`{name}()` has no `{key[:40]}=`", mend)
            elif key in given:
                self.report("RS025", word, f"`{key}` is given twice")
            else:
                given[key] = word.value
        for key, value in given.items():
            self._filter(key, value, given)

    def _filter(self, key: str, node: ast.expr, given: Mapping[str, ast.expr]) -> None:
        if isinstance(node, ast.Tuple | ast.List):
            for element in node.elts:
                self._filter(key, element, given)
        elif not isinstance(node, ast.Constant):
            self.infer(node)
        elif key == "holds":
            if node.value is not None and not isinstance(node.value, bool):
                self.report("RS025", node, "`holds` is True, False or None")
        elif isinstance(node.value, str):
            self._word(key, node, node.value, given)
        elif node.value is not None:
            self.report("RS025", node, f"`{key}` is a word in quotation marks")

    def _word(self, key: str, node: ast.expr, value: str, given: Mapping[str, ast.expr]) -> None:
        allowed = self._allowed(key, given)
        if allowed is None or value in allowed or value in self.world.elsewhere:
            return
        mend = suggestion(value, frozenset(allowed), f"there are: {', '.join(sorted(allowed))}")
        self.report(_CODES[key], node, f"there is no {key} `{value[:60]}`", mend)

    def _allowed(self, key: str, given: Mapping[str, ast.expr]) -> Iterable[str] | None:
        if key == "value":
            aspect = given.get("aspect")
            if isinstance(aspect, ast.Constant) and aspect.value != "speech":
                return CLOSED_VALUES.get(str(aspect.value))
            return None
        return {
            "aspect": ASPECTS | set(GROUPS), "subject": SUBJECTS | self.world.people | {"any"},
            "degree": DEGREES, "time": TIMES, "page": self.world.pages, "chapter": self.world.chapters,
            "when": _WHEN, "before": self.world.pages,
        }.get(key)  # fmt: skip
