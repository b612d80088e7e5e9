"""What a YAML file says whatever its layout, and where in it layout is more than space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_ODD: Final = re.compile(r"~|null|true|false|[-+.]?[0-9].*|[-+]?\.(?:inf|nan).*", re.IGNORECASE)
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def kept_spans(text: str) -> list[tuple[int, int]]:
    """Where lists and mappings in brackets, and texts that are no blocks, go over several lines.

    And words that ruamel.yaml would write its own way: nothing, numbers, truths in capitals.
    """
    brackets: list[tuple[int, int]] = []
    words: list[tuple[int, int]] = []
    depth = start = line = 0
    for event in _events(text):
        begin, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.CollectionStartEvent) and (event.flow_style or depth):
            if not depth:
                start, line = begin.index, begin.line
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent) and depth:
            depth -= 1
            if not depth and end.line > line:
                brackets.append((start, end.index))
        elif isinstance(event, yaml.ScalarEvent) and event.style not in ("|", ">"):
            piece = text[begin.index : end.index].rstrip()
            if "\n" in piece or (not event.style and _ODD.fullmatch(piece)):
                words.append((begin.index, begin.index + len(piece)))
    outside = (one for one in words if not any(a <= one[0] < b for a, b in brackets))
    return sorted((*brackets, *outside))


def block_lines(text: str) -> set[int]:
    """The numbers, from 0, of the lines that are a block's text."""
    found: set[int] = set()
    for event in _events(text):
        begin, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            found |= set(range(begin.line + 1, end.line + (end.column > 0)))
    return found


def said(text: str) -> list[tuple[str, ...]]:
    """All that a file says, comments too, in order: what it is whatever its layout."""
    found: list[tuple[str, ...]] = []
    at = 0
    for token in yaml.scan(text, Loader=_LOADER):
        start, end = token.start_mark.index, token.end_mark.index
        found += _comments(text[at:start])
        at = max(at, end)
        if isinstance(token, yaml.ScalarToken):
            found.append(("scalar", token.value, "plain" if token.plain else "quoted"))
            if token.style in ("|", ">"):
                found += _comments(text[start:end].partition("\n")[0])
        elif not isinstance(token, yaml.BlockEndToken | yaml.BlockSequenceStartToken):
            found.append((type(token).__name__,))  # a list needs no indent, and then no start
    return found + _comments(text[at:])


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_LOADER)


def structure(text: str) -> list[tuple[str, object]]:
    """All values and how they nest."""
    return [(type(event).__name__, getattr(event, "value", None)) for event in _events(text)]


def _comments(gap: str) -> list[tuple[str, ...]]:
    return [("comment", one.strip()) for one in re.findall(r"(?:^|(?<=\s))#[^\n]*", gap)]
