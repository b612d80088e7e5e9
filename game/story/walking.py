"""A walk through all that a story says and asks, with the conditions that stand round each of them."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from game.story.expressions import parse_effects
from game.story.logic import conjuncts
from game.story.markup import Alternatives, Conditional, MarkupError, Show, Text
from game.story.syntax import ExpressionError, parse_expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.story.draft import Definition, Draft
    from game.story.logic import Fact
    from game.story.markup import Node
    from game.story.source import Path

BODIES: Final = ("text", "before", "after", "blank", "unread", "say", "forbidden")
WORDS: Final = ("prompt", "instead", "otherwise", "note", "recap", "about")
_AMONG_CLAIMS: Final = frozenset({"index", "total"})
"""Names that have another value while a beat is looked for than when it is told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something in a definition, and what is known to be so there."""

    definition: Definition
    path: Path
    facts: tuple[Fact, ...] = ()
    asked: tuple[str, ...] = ()
    """All conditions round it, those too that something may have changed since."""

    def at(self, *steps: str | int) -> Place:
        """Further down."""
        return Place(self.definition, (*self.path, *steps), self.facts, self.asked)

    def given(self, *facts: Fact) -> Place:
        """The same place, where this is known as well."""
        asked = (*self.asked, *(source for source, _ in facts))
        return Place(self.definition, self.path, (*self.facts, *facts), asked)

    def without(self, names: Iterable[str]) -> Place:
        """The same place, where whatever asks for one of these names may have changed."""
        gone = frozenset(names)
        if not gone:
            return self
        kept = tuple(fact for fact in self.facts if not gone & names_in(fact[0]) and "when=" not in fact[0])
        return Place(self.definition, self.path, kept, self.asked)

    def warn(self, code: str, offset: int, message: str, mend: str) -> None:
        """Note a warning at an offset in the text that stands here."""
        source = self.definition.source
        where = source.place_in_text((*self.definition.path, *self.path), offset)
        source.report(code, where, message, mend, "warning")


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition. `kind` is the field that it stands in; in a text, `text`; in a list of ways, `way`.

    A way after one without a condition is `beyond`, and what is asked there is never so.
    """

    place: Place
    source: str
    offset: int
    kind: str
    text: str = ""
    """The whole text, of a condition in one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An expression whose value is shown."""

    place: Place
    source: str
    offset: int


@dataclass(frozen=True, slots=True)
class Said:
    """A whole text. `kind` is the field that it stands in."""

    place: Place
    text: Text
    kind: str


Met = Asked | Shown | Said


@dataclass
class Walk:
    """Goes through the definitions of a draft that have their proper shape."""

    draft: Draft
    told: frozenset[str] = field(default_factory=frozenset)
    """Variables that a beat or a cost may change in the middle of a text."""

    _derived: frozenset[str] = field(default_factory=frozenset)
    """Variables that may be otherwise when any other has changed."""

    def __post_init__(self) -> None:
        self._derived = frozenset(
            one.id
            for one in self.draft.all("variables")
            if {name for way in one.data.get("is") or () for name in names_in(_source(way.get("if")))}
            - {one.id}
        )
        self.told = self._changed(self.draft.all("beats", "costs", "resistances"))

    def all(self) -> Iterator[Met]:
        """Everything that is met, definition after definition."""
        for section in self.draft.sections:
            for one in self.draft.all(section):
                yield from self.definition(one)

    def definition(self, one: Definition) -> Iterator[Met]:
        """Everything in one definition."""
        data, place = one.data, Place(one, ())
        yield from _condition(place, data, "if")
        inner = self._inside(one, place)
        yield from self._fields(inner, data)
        for number, choice in enumerate(data.get("choices") or ()):
            yield from self._choice(inner.at("choices", number), choice)
        for number, known in enumerate(data.get("knows") or ()):
            own = place.at("knows", number)
            yield from _condition(own, known, "if")
            yield from self._text(own.given(*_fact(known.get("if"))).at("text"), known["text"], "text")
        for name in ("own", "is"):
            yield from _ways(place.at(name), data.get(name))

    def _changed(self, ones: Iterable[Definition]) -> frozenset[str]:
        """The variables that these set, and what may be otherwise because of it."""
        changed = {name for one in ones for name in _set_by(one.data)}
        if not changed:
            return frozenset()
        changed |= self._derived
        return frozenset(changed | {"ruby", "during"})

    def _inside(self, one: Definition, place: Place) -> Place:
        """The definition where its own condition was so, and nothing of it has changed since."""
        facts = (
            [(part, True) for part in conjuncts(source)] if (source := _source(one.data.get("if"))) else []
        )
        inner = place.given(*facts)
        if one.section == "beats":
            return inner.without(self.told | _AMONG_CLAIMS)
        if one.section in ("scenes", "storylets"):
            # Counts go on, and a menu comes again after what its choices do.
            asked = {name for source, _ in facts for name in names_in(source)}
            calls = asked - set(self.draft.sections["variables"])
            return inner.without(calls | self._changed([one]) | self._told_in(one.data))
        return inner.without(self._changed([one]))

    def _told_in(self, data: Mapping[str, Any]) -> frozenset[str]:
        bodies = [data.get("text"), *(choice.get("say") for choice in data.get("choices") or ())]
        page = self.draft.sections["pages"].get(data.get("page") or "")
        if page is not None or any(map(_tells, bodies)):
            return self.told | self._changed([page] if page else [])
        return frozenset()

    def _choice(self, place: Place, choice: Mapping[str, Any]) -> Iterator[Met]:
        yield from _condition(place, choice, "if")
        shown = place.given(*_fact(choice.get("if")))
        yield from self._text(shown.at("text"), choice["text"], "choice")
        yield from _condition(shown, choice, "needs")
        if otherwise := choice.get("otherwise"):
            refused = shown.given(*((source, False) for source, _ in _fact(choice.get("needs"))))
            yield from self._text(refused.at("otherwise"), otherwise, "otherwise")
        # Picked, it counts, and what it does is done before it is told.
        changed = self._changed([place.definition]) if choice.get("do") else frozenset[str]()
        picked = shown.given(*_fact(choice.get("needs"))).without({"chosen", *changed})
        for name in ("say", "forbidden"):
            yield from self._body(picked.at(name), choice.get(name), name)
        later = picked.without(self.told) if _tells(choice.get("say")) else picked
        yield from _ways(later.at("goto"), choice.get("goto"))

    def _fields(self, place: Place, data: Mapping[str, Any]) -> Iterator[Met]:
        section = place.definition.section
        for name in BODIES:
            yield from self._body(place.at(name), data.get(name), name)
        for name in WORDS:
            if isinstance(words := data.get(name), str) and not (section == "variables" and name == "about"):
                yield from self._text(place.at(name), words, name)
        for name in ("goto", "blank_goto"):
            yield from _ways(place.at(name), data.get(name))
        if deal := data.get("deal"):
            yield from _ways(place.at("deal", "then"), deal.get("then"))

    def _body(self, place: Place, body: Any, kind: str) -> Iterator[Met]:
        if isinstance(body, str):
            yield from self._text(place, body, kind)
        for number, block in enumerate(body if isinstance(body, list) else ()):
            own = place.at(number)
            if isinstance(block, str):
                yield from self._text(own, block, kind)
            else:
                yield from self._block(own, block, kind)

    def _block(self, place: Place, block: Mapping[str, Any], kind: str) -> Iterator[Met]:
        yield from _condition(place, block, "if")
        changing = self.told if _tells(block.get("text")) or _tells(block.get("else")) else ()
        names = (block.get("with") or {}).keys()
        found = _fact(block.get("if"))
        inner = place.given(*found).without({*changing, *names})
        if bound := tuple((f"{name} is not None", True) for name in names):
            inner = inner.given(*bound)
        yield from self._body(inner.at("text"), block.get("text"), kind)
        other = place.given(*((source, False) for source, _ in found)).without(changing)
        yield from self._body(other.at("else"), block.get("else"), kind)

    def _text(self, place: Place, words: str, kind: str) -> Iterator[Met]:
        text = Text(words)
        try:
            parts = text.parts
        except MarkupError:
            return
        yield Said(place, text, kind)
        yield from _parts(place, parts, words)


def _parts(place: Place, parts: Iterable[Node], words: str) -> Iterator[Met]:
    for part in parts:
        match part:
            case Show(expression):
                yield Shown(place, expression.source, expression.position)
            case Conditional(expression, yes, no):
                yield Asked(place, expression.source, expression.position, "text", words)
                yield from _parts(place.given((expression.source, True)), yes.parts, words)
                yield from _parts(place.given((expression.source, False)), no.parts, words)
            case Alternatives(options=options):
                for option in options:
                    yield from _parts(place, option.parts, words)


def _condition(place: Place, data: Mapping[str, Any], name: str) -> Iterator[Asked]:
    if source := _source(data.get(name)):
        yield Asked(place.at(name), source, 0, name)


def _ways(place: Place, ways: Any) -> Iterator[Asked]:
    """The conditions of a list tried in order, each where those before it were not so."""
    for number, way in enumerate(ways if isinstance(ways, list) else ()):
        source = _source(way.get("if"))
        if source:
            yield Asked(place.at(number, "if"), source, 0, "way")
        elif number < len(ways) - 1:
            yield Asked(place.at(number + 1), "False", 0, "beyond")
            return
        place = place.given((source or "True", False))


def _source(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _fact(value: Any) -> tuple[Fact, ...]:
    return ((value, True),) if isinstance(value, str) else ()


def _tells(body: Any) -> bool:
    """Whether beats or costs are told somewhere in it."""
    if isinstance(body, list):
        return any(map(_tells, body))
    if isinstance(body, dict):
        return any(name in body for name in ("beats", "costs")) or any(map(_tells, body.values()))
    return False


def _set_by(data: Mapping[str, Any]) -> Iterator[str]:
    """The variables that a definition and its choices change."""
    for holder in (data, *(data.get("choices") or ())):
        do = holder.get("do")
        for text in [do] if isinstance(do, str) else do or ():
            yield from _set_in(text)


@lru_cache(maxsize=8192)
def _set_in(text: str) -> tuple[str, ...]:
    try:
        return tuple(effect.variable for effect in parse_effects(text))
    except ExpressionError:
        return ()


@lru_cache(maxsize=8192)
def names_in(source: str) -> frozenset[str]:
    """The names that an expression asks for; none of one that cannot be read."""
    try:
        tree = parse_expression(source)
    except ExpressionError:
        return frozenset()
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))
