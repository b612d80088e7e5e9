"""Every place in a story's files where something is called by its id, to the letter, and nothing of prose."""

from __future__ import annotations

import ast
import contextlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from game.story.expressions import parse_effects
from game.story.files import HEAD
from game.story.markup import Text
from game.story.reading import read_source
from game.story.syntax import ExpressionError, parse_expression
from game.story.types import SCOPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.story.source import Path, Source

KINDS: Final = ("scene", "choice", "page", "variable", "beat", "cost", "ending", "deck", "chapter", "place")
"""The kinds of what has an id."""
_OF_SECTIONS: Final = {
    "scenes": "scene", "storylets": "scene", "pages": "page", "beats": "beat", "costs": "cost",
    "endings": "ending", "variables": "variable",
}  # fmt: skip
_BODIES: Final = ("text", "before", "after", "blank", "unread", "say", "forbidden")
_WORDS: Final = ("prompt", "instead", "otherwise", "note", "recap", "about")
_CONDITIONS: Final = ("if", "needs", "forbid")
_ASKED: Final = {"visits": "scene", "typed": "page", "words": "page", "backwards": "page", "can_deal": "deck"}
_FILTERS: Final = {"page": "page", "before": "page", "chapter": "chapter"}
_SEPARATOR: Final = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)


class CannotTell(ValueError):
    """A place that cannot be told to the letter. The message says where, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An id where it stands: its kind, and from where to where in the text of its file.

    Of a choice the id is ``scene.choice``, and what stands here is the part after the dot.
    """

    kind: str
    id: str
    path: str
    start: int
    end: int
    defines: bool = False
    bound: frozenset[str] = frozenset()
    """Names that stand for something else than variables here."""


class Walker:
    """Walks a file of a story, or a part of one that begins at `base`, and collects what it mentions."""

    def __init__(self, source: Source, base: int = 0) -> None:
        self.source = source
        self.base = base
        self.found: list[Mention] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", source.text))]

    def walk(self) -> None:
        """All of a file whose definitions have their proper shape. Raises CannotTell."""
        data = self.source.data or {}
        if self.source.path == HEAD:
            self._head(data)
            return
        self.value("chapter", ("chapter",))
        for section, definitions in data.items():
            if section == "chapter" or not isinstance(definitions, dict):
                continue
            for id_, definition in definitions.items():
                if kind := _OF_SECTIONS.get(section):
                    self._key(kind, (section, id_), id_, defines=True)
                self._definition(section, id_, definition)

    # What a definition is made of.

    def _definition(self, section: str, id_: str, data: Mapping[str, Any]) -> None:
        path: Path = (section, id_)
        bound = frozenset(SCOPES.get(section, {}))
        self._fields(path, data, bound)
        for number, choice in enumerate(data.get("choices") or ()):
            own = (*path, "choices", number)
            self.value("choice", (*own, "id"), f"{id_}.", defines=True)
            self._fields(own, choice, bound)
        for field, kind in (("page", "page"), ("ending", "ending"), ("chapter", "chapter"), ("deck", "deck")):
            self.value(kind, (*path, field), defines=field == "deck")
        if section == "endings":
            self.value("scene", (*path, "open_until"))
        if section == "pages":
            self.value("place", (*path, "beats"))
        if "at" in data:
            self._places((*path, "at"), defines=section in ("beats", "costs"))
        if "deal" in data:
            self.value("deck", (*path, "deal", "deck"))
            self._ways((*path, "deal", "then"), bound)
        for field in ("knows", "own", "is"):
            for number, one in enumerate(data[field] if isinstance(data.get(field), list) else ()):
                self._fields((*path, field, number), one, bound)

    def _fields(self, path: Path, data: Mapping[str, Any], bound: frozenset[str]) -> None:
        for name in _BODIES + _WORDS:
            self._body((*path, name), data.get(name), bound)
        for name in _CONDITIONS:
            self.expression((*path, name), data.get(name), 0, bound)
        do = data.get("do")
        for own in [(*path, "do", n) for n in range(len(do))] if isinstance(do, list) else [(*path, "do")]:
            self._effects(own, bound)
        for name in ("goto", "blank_goto"):
            self._ways((*path, name), bound)

    def _ways(self, path: Path, bound: frozenset[str]) -> None:
        ways = self.source.at(path)
        if not isinstance(ways, list):
            self._way(path)
            return
        for number, way in enumerate(ways):
            self._way((*path, number, "to"))
            self.expression((*path, number, "if"), way.get("if"), 0, bound)

    def _way(self, path: Path) -> None:
        if self.source.at(path) != "return":
            self.value("scene", path)

    def _places(self, path: Path, *, defines: bool = False) -> None:
        places = self.source.at(path)
        for own in [(*path, n) for n in range(len(places))] if isinstance(places, list) else [path]:
            self.value("place", own, defines=defines)

    def _body(self, path: Path, body: Any, bound: frozenset[str]) -> None:
        if isinstance(body, str):
            for slot in Text(body).slots():
                self.expression(path, slot.expression.source, slot.expression.position, bound)
        for number, block in enumerate(body if isinstance(body, list) else ()):
            if isinstance(block, str):
                self._body((*path, number), block, bound)
            else:
                self._block((*path, number), block, bound)

    def _block(self, path: Path, block: Mapping[str, Any], bound: frozenset[str]) -> None:
        for field in ("beats", "costs"):
            if field in block:
                self.value("place", (*path, field, "at"))
                self.expression((*path, field, "claims"), block[field].get("claims"), 0, bound)
                return
        inner = bound
        for name, source in (block.get("with") or {}).items():
            self.expression((*path, "with", name), source, 0, inner)
            inner |= {name}
        self.expression((*path, "if"), block.get("if"), 0, bound)
        self._body((*path, "text"), block.get("text"), inner)
        self._body((*path, "else"), block.get("else"), bound)

    def _effects(self, path: Path, bound: frozenset[str]) -> None:
        text = self.source.at(path)
        if not isinstance(text, str):
            return
        for effect in parse_effects(text):
            self._mention("variable", effect.variable, path, effect.position)
            self.expression(path, effect.expression.source, effect.expression.position, bound)

    # Expressions.

    def expression(self, path: Path, value: Any, position: int, bound: frozenset[str]) -> None:
        """What an expression names: variables, and ids in quotation marks where a function takes one."""
        if not isinstance(value, str):
            return
        for node in ast.walk(parse_expression(value)):
            if isinstance(node, ast.Name) and node.id not in bound:
                at = self._in_file(path, position + node.col_offset, node.id)
                self._found("variable", node.id, at, node.id, bound=bound)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                for kind, quoted in _quoted(node, node.func.id):
                    self._quoted(kind, quoted, path, position, value)

    def _quoted(self, kind: str, node: ast.Constant, path: Path, position: int, value: str) -> None:
        word = str(node.value)
        at = position + value.find(word, node.col_offset, node.end_col_offset)
        if kind == "choice":
            scene, _, choice = word.partition(".")
            self._mention("scene", scene, path, at)
            self._mention("choice", word, path, at + len(scene) + 1, choice)
        else:
            self._mention(kind, word, path, at)

    # Where it stands.

    def value(self, kind: str, path: Path, owner: str = "", *, defines: bool = False) -> None:
        """The value at a path, if there is one, is an id."""
        value = self.source.at(path)
        if isinstance(value, str):
            self._mention(kind, owner + value, path, 0, value, defines=defines)

    def _mention(  # noqa: PLR0913 (what is mentioned, and where)
        self, kind: str, id_: str, path: Path, at: int, word: str = "", *, defines: bool = False
    ) -> None:
        self._found(kind, id_, self._in_file(path, at, word or id_), word or id_, defines=defines)

    def _in_file(self, path: Path, at: int, word: str) -> int:
        """Where in the file a word of the value at a path begins: quoting and folding never part a word."""
        place, value = self.source.values[path], str(self.source.at(path))
        raw = self.source.text[place.start : place.end]
        if place.style == '"':
            raw = re.sub(r"\\.", "  ", raw, flags=re.DOTALL)
        elif place.style in ("|", ">"):
            head = raw.find("\n")
            raw = " " * head + raw[head:]
        alone = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])" if "-" in word else rf"\b{word}\b")
        meant = [match.start() for match in alone.finditer(value)]
        written = [match.start() for match in alone.finditer(raw)]
        if at not in meant or len(meant) != len(written):
            line, column = self.source.place(path)
            raise CannotTell(
                f"{self.source.path}:{line}:{column}: where in this text `{word[:60]}` stands "
                "cannot be told. Write it without escapes."
            )
        return place.start + written[meant.index(at)]

    def _key(self, kind: str, path: Path, word: str, *, defines: bool = False) -> None:
        place = self.source.keys[path]
        start = self._lines[place.line] + place.column
        start += self.source.text[start] in "'\""
        if self.source.text[start : start + len(word)] != word:
            raise CannotTell(
                f"{self.source.path}:{place.line + 1}: write the key `{word[:60]}` without escapes."
            )
        self._found(kind, word, start, word, defines=defines)

    def _found(  # noqa: PLR0913
        self,
        kind: str,
        id_: str,
        start: int,
        word: str,
        *,
        defines: bool = False,
        bound: frozenset[str] = frozenset(),
    ) -> None:
        start += self.base
        self.found.append(Mention(kind, id_, self.source.path, start, start + len(word), defines, bound))

    # story.yaml.

    def _head(self, data: Mapping[str, Any]) -> None:
        self.value("scene", ("start",))
        for number in range(len(data.get("chapters") or ())):
            self.value("chapter", ("chapters", number, "id"), defines=True)
        for version, migration in (data.get("migrations") or {}).items():
            path: Path = ("migrations", version)
            for field, kind in (("scenes", "scene"), ("removed", "scene"), ("pages", "page")):
                for old in migration.get(field) or {}:
                    self.value(kind, (*path, field, old))
            for old in migration.get("choices") or {}:
                scene = old.partition(".")[0]
                self._key("scene", (*path, "choices", old), scene)
                self.value("choice", (*path, "choices", old), f"{scene}.")
            for name in migration.get("variables") or {}:
                self._key("variable", (*path, "variables", name), name)


def _quoted(node: ast.Call, function: str) -> Iterator[tuple[str, ast.Constant]]:
    """The ids among the arguments of a call, each with its kind."""
    if function == "chosen" or function in _ASKED:
        kind = _ASKED.get(function, "choice")
        yield from ((kind, one) for one in node.args if isinstance(one, ast.Constant))
    for word in node.keywords:
        if kind := _FILTERS.get(word.arg or "", ""):
            inner = word.value.elts if isinstance(word.value, ast.Tuple | ast.List) else [word.value]
            yield from (
                (kind, one) for one in inner if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )


def in_playtest(path: str, text: str) -> list[Mention]:
    """What a playtest mentions. Raises CannotTell."""
    ends = [match.span() for match in _SEPARATOR.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    parts: list[tuple[int, Source]] = []
    for start, end in zip(starts, [*(begin for begin, _ in ends), len(text)], strict=True):
        source = read_source(path, text[start:end].encode())
        if source.broken:
            fault = source.diagnostics[0]
            line = text.count("\n", 0, start) + fault.line
            raise CannotTell(f"{path}:{line}: {fault.message}. Mend that first.")
        parts.append((start, source))
    found: list[Mention] = []
    scene = ""
    for start, source in reversed(parts):  # an expectation stands where the next move is made
        data = source.data or {}
        scene = data["scene"] if isinstance(data.get("scene"), str) else scene
        found += _of_part(Walker(source, start), data, scene)
    return sorted(found, key=lambda one: one.start)


def _of_part(walker: Walker, data: Mapping[str, Any], scene: str) -> list[Mention]:
    for field, kind in (("scene", "scene"), ("reached", "scene"), ("page", "page"), ("ending", "ending")):
        if data.get(field) != "none":
            walker.value(kind, (field,))
    for field in ("choose", "offered", "closed"):
        walker.value("choice", (field,), f"{scene}.")
    with contextlib.suppress(ExpressionError):  # then the playtest fails of itself
        walker.expression(("holds",), data.get("holds"), 0, frozenset())
    return walker.found
