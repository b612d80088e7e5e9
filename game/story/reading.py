"""YAML to plain data, within bounds.

Only what a story needs: mappings with words for keys, lists, text, whole numbers, true and false. No
anchors, aliases, tags or merge keys; `yes`, `no`, `on` and `off` are words.
"""

from __future__ import annotations

import contextlib
import re
from typing import Any, Final

import yaml

from game.story.source import MAX_FILE, Path, Place, Places, Source

MAX_SCALAR: Final = 200_000
MAX_DEPTH: Final = 60
MAX_NODES: Final = 200_000
MAX_FAULTS: Final = 50
"""After so many in one file the rest is not looked at."""

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_INTEGER: Final = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})")
_CONSTANTS: Final = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_UNQUOTED: Final = re.compile(
    r"\b(text|say|else|before|after|blank|unread|instead|prompt|otherwise|forbidden):\s+\{|^\s*-\s+\{[^}]*\}\s*[^\s,\]}]"
)
"""A text that begins with a brace and is not quoted."""
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Stop(Exception):
    """What follows in the file cannot be made sense of, or something in it wants a closer look."""


def read_source(path: str, content: bytes) -> Source:
    """The file's content as plain data. Never raises: what is wrong is in `diagnostics`."""
    source = Source(path)
    try:
        _read(source, content)
    except _Stop:
        source.broken = True
    return source


def _read(source: Source, content: bytes) -> None:
    if len(content) > MAX_FILE:
        source.report("RS005", (0, 0), f"the file is larger than {MAX_FILE:,} bytes", "part it into several")
        raise _Stop
    try:
        source.text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", errors="replace")
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        source.report("RS009", place, "this is not UTF-8", "save the file as UTF-8")
        raise _Stop from None
    if found := FORBIDDEN.search(source.text):
        before = source.text[: found.start()]
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        source.report(
            "RS008", place, f"the character U+{ord(found[0]):04X} cannot stand in a story", "delete it"
        )
        raise _Stop
    quick = Source(source.path, source.text)
    try:
        _Reader(quick, closely=False).read()
    except _Stop:
        _Reader(source).read()
        return
    source.data = quick.data
    source.places = Places(lambda: _places_in(source.text))


def _places_in(text: str) -> Places:
    """Where everything stands in a text with which nothing is wrong."""
    source = Source("", text)
    with contextlib.suppress(_Stop):
        _Reader(source).read()
    return source.places


class _Reader:
    """Builds data out of YAML's events, so that nothing is built that is out of bounds.

    Read `closely`, it is noted where everything stands; if not, the first fault ends it, and is not told.
    """

    def __init__(self, source: Source, *, closely: bool = True) -> None:
        self.source = source
        self.closely = closely
        self.values = source.places.values
        self.keys = source.places.keys
        self.nodes = 0
        self.loader = _LOADER(source.text)

    def read(self) -> None:
        try:
            self._document()
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.YAMLError as error:
            self.source.report("RS001", (1, 1), f"this is not YAML: {' '.join(str(error).split())[:200]}")
            raise _Stop from None
        finally:
            self.loader.dispose()

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        if not self.closely:
            raise _Stop from None
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        lines = self.source.text.split("\n")
        # libyaml notices an unclosed flow or a stray word only on a line after it.
        numbers = {line, line - 1, error.context_mark.line if error.context_mark else line}
        code, mend = _slip(error.problem or "", [lines[n] for n in numbers if 0 <= n < len(lines)])
        problem = " ".join((error.problem or "it cannot be read").split())
        self.source.report(code, (line + 1, column + 1), f"this is not YAML: {problem}", mend)
        raise _Stop from None

    def _document(self) -> None:
        self.loader.get_event()
        if self.loader.check_event(yaml.StreamEndEvent):
            self.source.data = {}
            return
        self.loader.get_event()
        data = self._node((), 0)
        self.loader.get_event()
        if not self.loader.check_event(yaml.StreamEndEvent):
            self._fault(
                "RS011", self.loader.peek_event(), "a second document begins here", "one file, one document"
            )
        if data is None:
            data = {}
        if not isinstance(data, dict):
            self.source.report("RS011", (1, 1), "the file must be a mapping", "see the sections in the guide")
            raise _Stop
        self.source.data = data

    def _fault(self, code: str, event: Any, message: str, mend: str = "") -> None:
        if not self.closely:
            raise _Stop
        mark = event.start_mark
        self.source.report(code, (mark.line + 1, mark.column + 1), message, mend)
        if len(self.source.diagnostics) >= MAX_FAULTS:
            raise _Stop

    def _node(self, path: Path, depth: int) -> Any:
        event = self.loader.get_event()
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._fault(
                "RS005", event, f"the file holds more than {MAX_NODES:,} things", "part it into several"
            )
            raise _Stop
        if depth > MAX_DEPTH:
            self._fault("RS006", event, f"this nests deeper than {MAX_DEPTH} levels")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._fault(
                "RS002", event, f"the alias `*{str(event.anchor)[:40]}`", "write it out, or quote the text"
            )
            return ""
        self._bare(event)
        if self.closely:
            self.values[path] = _place_of(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _bare(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(
                "RS002", event, f"the anchor `&{str(event.anchor)[:40]}`", "leave it out, or quote the text"
            )
        if event.tag is not None:
            self._fault("RS003", event, f"the tag `{event.tag[:40]}`", "leave it out, or quote the text")

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        while not self.loader.check_event(yaml.SequenceEndEvent):
            items.append(self._node((*path, len(items)) if self.closely else path, depth + 1))
        self.loader.get_event()
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not self.loader.check_event(yaml.MappingEndEvent):
            event = self.loader.peek_event()
            key = self._key(event, path, depth)
            if key is None:
                self._node((*path, ""), depth + 1)
                self.source.broken = True
                continue
            if key in found:
                self._twice(event, path, key)
                self._node((*path, key, "again"), depth + 1)
                continue
            if self.closely:
                self.keys[(*path, key)] = Place(event.start_mark.line, event.start_mark.column)
            found[key] = self._node((*path, key) if self.closely else path, depth + 1)
        self.loader.get_event()
        return found

    def _twice(self, event: Any, path: Path, key: str) -> None:
        first = self.keys.get((*path, key))
        line = first.line + 1 if first else 0
        mend = f"the first one is in line {line}; they need different names, or to be one"
        self._fault("RS004", event, f"`{key[:60]}` stands here twice", mend)

    def _key(self, event: Any, path: Path, depth: int) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self._fault("RS007", event, "a key must be a word", "if this is a text with braces, quote it")
            self._node((*path, "?"), depth + 1)
            return None
        self.loader.get_event()
        self._bare(event)
        value = self._scalar(event)
        if event.value == "<<" and not event.style:
            self._fault("RS002", event, "the merge key `<<`", "write out what it would bring in")
            return None
        if not isinstance(value, str):
            self._fault("RS007", event, f"the key `{event.value[:60]}` is not a word", "quote it")
            return None
        return value

    def _scalar(self, event: Any) -> str | int | bool | None:
        value: str = event.value
        if len(value) > MAX_SCALAR:
            self._fault("RS005", event, f"a text longer than {MAX_SCALAR:,} characters", "part it")
            raise _Stop
        if found := FORBIDDEN.search(value):
            message = f"the character U+{ord(found[0]):04X} cannot stand in a story"
            self._fault("RS008", event, message, "delete the escape")
            return FORBIDDEN.sub("", value)
        if event.style:
            return value
        if value in _CONSTANTS:
            return _CONSTANTS[value]
        return int(value) if _INTEGER.fullmatch(value) else value


def _place_of(event: Any) -> Place:
    mark = event.start_mark
    if not isinstance(event, yaml.ScalarEvent):
        return Place(mark.line, mark.column, "{" if event.flow_style else "")
    end = event.end_mark.index if event.end_mark else mark.index
    return Place(mark.line, mark.column, event.style or "", mark.index, end)


def _slip(problem: str, suspects: list[str]) -> tuple[str, str]:
    """The code and the mend for what most likely went wrong in these lines."""
    if any(_UNQUOTED.search(line) for line in suspects):
        return "RS012", "a text that begins with a brace must be quoted, or written as a block: `text: |`"
    if "mapping values" in problem:
        mend = "quote a text that holds `: `, or write it as `text: |`; or the line above lacks its colon"
        return "RS001", mend
    if any("\t" in line for line in suspects):
        return "RS001", "indent with spaces, not with tabs"
    return "RS001", "look for a missing quotation mark, a wrong indent, or a text that needs `|`"
