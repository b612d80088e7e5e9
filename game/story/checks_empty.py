"""Slots that can come out empty, and lines of which nothing can be left."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from game.story.markup import Alternatives, Conditional, Literal, Show
from game.story.syntax import ExpressionError, parse_expression
from game.story.walking import Said, Shown, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from game.story.draft import Draft
    from game.story.markup import Node, Text
    from game.story.walking import Met

_LINES: Final = {
    "choice": "this choice can come out with nothing in it",
    "prompt": "this prompt can come out with nothing in it",
    "otherwise": "this reason can come out with nothing in it",
    "note": "this note can come out with nothing in it",
}
_SOMETIMES: Final = {"object": "an object", "when": "a condition of its own"}
_ASKS: Final = ("has(", "count(", "claims(", "claim(", "new(", "typed(", "words(")


@dataclass(frozen=True, slots=True)
class _Known:
    """What of a story says whether a slot can be empty."""

    own: frozenset[str]
    """Facets that say something even where nothing is written."""
    blank: frozenset[str]
    """Pages that can be left blank, and lead on the same way."""
    derived: Mapping[str, str]
    """What derived variables ask for."""
    claims: Mapping[str, list[str]]
    """By place, the expressions that give the claims which its beats answer."""


def check_empty(draft: Draft, met: Iterable[Met]) -> None:
    """Report what can come out with nothing in it."""
    known = _known(draft)
    for one in met:
        if isinstance(one, Said) and one.kind in _LINES and _may_vanish(one.text):
            mend = "say something in every case: `{condition: yes|no}`"
            one.place.warn("RS055", one.text.source.index("{"), _LINES[one.kind], mend)
        elif isinstance(one, Shown):
            for message, mend in _faults(one, known):
                one.place.warn("RS055", one.offset, message, mend)


def _known(draft: Draft) -> _Known:
    derived = {
        one.id: " ".join(str(way.get("if", "")) for way in one.data["is"])
        for one in draft.all("variables")
        if one.data.get("is")
    }
    facets = draft.sections["facets"].values()
    own = frozenset(one.id for one in facets if not one.sound or _always_said(one.data["own"]))
    blank = frozenset(
        one.id for one in draft.all("pages") if one.data.get("optional") and not one.data.get("blank_goto")
    )
    claims: dict[str, list[str]] = {}
    for section in draft.sections:
        for one in draft.all(section):
            for place, source in _dramatised(one.data):
                claims.setdefault(place, []).append(source)
    for one in draft.all("resistances"):
        claims.setdefault(one.data["at"], []).append("")
    return _Known(own, blank, derived, claims)


def _dramatised(data: Any) -> Iterator[tuple[str, str]]:
    """Places of beats that are named somewhere in a definition, and which claims are answered there."""
    if isinstance(data, list):
        for one in data:
            yield from _dramatised(one)
    elif isinstance(data, dict):
        beats = data.get("beats")
        if isinstance(beats, str):
            yield beats, ""
        elif isinstance(beats, dict):
            yield beats["at"], beats.get("claims", "")
        for value in data.values():
            yield from _dramatised(value)


def _always_said(own: Any) -> bool:
    if isinstance(own, str):
        return bool(own)
    return all(way["value"] for way in own) and own[-1].get("if", True) is True


def _may_vanish(text: Text) -> bool:
    """Whether a text that has braces can come out with nothing in it."""
    return "{" in text.source and _vanishing(text.parts)


def _vanishing(parts: Sequence[Node]) -> bool:
    return all(_nothing(part) for part in parts)


def _nothing(part: Node) -> bool:
    match part:
        case Literal(text):
            return not text.strip()
        case Show():
            return False
        case Conditional(_, yes, no):
            return _vanishing(yes.parts) or _vanishing(no.parts)
        case Alternatives(kind, _, options):
            return kind == "once" or any(_vanishing(option.parts) for option in options)


def _unfolded(asked: Iterable[str], derived: Mapping[str, str]) -> Iterator[str]:
    """Conditions, with what the derived variables in them ask for."""
    for source in asked:
        yield source
        yield from (derived[name] for name in names_in(source) if name in derived)


def _faults(one: Shown, known: _Known) -> Iterator[tuple[str, str]]:
    try:
        nodes = list(ast.walk(parse_expression(one.source)))
    except ExpressionError:
        return
    asked = [*_unfolded(one.place.asked, known.derived)]
    asked += [ast.unparse(node.test) for node in nodes if isinstance(node, ast.IfExp)]
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id="ruby"), attr=facet) if facet not in known.own:
                if not any(f"ruby.{facet}" in source for source in asked):
                    message = f"`ruby.{facet}` is empty as long as nothing is written of it"
                    yield message, f"give `facets: {facet}:` a value of her own, or ask for it before"
            case ast.Attribute(value=owner, attr=attribute) if attribute in _SOMETIMES:
                slot = ast.unparse(node)
                if not any(slot in source for source in asked) and not _sure(one, owner, attribute, known):
                    message = f"`{slot}` is empty where the claim has not {_SOMETIMES[attribute]}"
                    yield message, f"ask first: `{{{slot}: ...|...}}`"
            case ast.Call(func=ast.Name(id="words"), args=[ast.Constant(value=str(page))]):
                asks = any(page in source or "new(" in source for source in asked)
                if page in known.blank and not asks and not _is_about(one, page):
                    message = f"the page `{page}` can be left blank, and then this is empty"
                    yield message, f"ask first: `{{typed('{page}'): ...|...}}`"
            case ast.Call(func=ast.Name(id="listing")):
                if not any(ask in source for source in asked for ask in _ASKS):
                    message = "this is empty where there is no such claim"
                    yield message, "ask first: `{has(...): ...|...}`"


def _sure(one: Shown, owner: ast.expr, attribute: str, known: _Known) -> bool:
    """Whether whatever the claim is had to have it, to be here at all."""
    name = owner.id if isinstance(owner, ast.Name) else ast.unparse(owner)
    data = one.place.definition.data
    sources = [source for bound, source in _bound(data) if bound == name] or [name]
    if name == "it" and "at" in data:
        if attribute in (data.get("for") or {}):
            return True
        places = data["at"] if isinstance(data["at"], list) else [data["at"]]
        sources = [source for place in places for source in known.claims.get(place, [""])]
    return all(re.search(rf"\b{attribute}=(?!None|'none')", source) for source in sources)


def _bound(data: Any) -> Iterator[tuple[str, str]]:
    """The names that `with:` binds somewhere in a definition, and to what."""
    if isinstance(data, list):
        for one in data:
            yield from _bound(one)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name == "with" and isinstance(value, dict):
                yield from value.items()
            else:
                yield from _bound(value)


def _is_about(one: Shown, page: str) -> bool:
    """Whether it is told of that very page, after words were typed on it."""
    definition = one.place.definition
    return definition.section == "pages" and definition.id == page and one.place.path[:1] != ("blank",)
