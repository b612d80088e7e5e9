"""Many pieces of JSON in one file, with an index before them, so that each can be read when it is needed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


class Slices(Mapping[str, Any]):
    """The pieces of one section by name. Each is parsed whenever it is asked for, and not kept here."""

    __slots__ = ("_content", "_spans")

    def __init__(self, content: bytes, spans: Mapping[str, tuple[int, int]]) -> None:
        self._content = content
        self._spans = spans

    def __getitem__(self, name: str) -> Any:
        """Raises KeyError for a name that is not there, ValueError for what is not JSON."""
        return json.loads(self.raw(name))

    def raw(self, name: str) -> bytes:
        """The piece as it stands in the file."""
        start, end = self._spans[name]
        return self._content[start:end]

    def __contains__(self, name: object) -> bool:
        return name in self._spans

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


def encoded(value: Any) -> bytes:
    """A value as compact JSON, in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def packed(head: Any, sections: Mapping[str, Mapping[str, Any]]) -> bytes:
    """A head that is always read, and sections of pieces that are read one by one. Bytes are JSON already."""
    index: dict[str, tuple[list[str], list[int]]] = {}
    pieces: list[bytes] = []
    for section, ones in sections.items():
        if isinstance(ones, Slices):
            found = [ones.raw(name) for name in ones]
        else:
            found = [one if isinstance(one, bytes) else encoded(one) for one in ones.values()]
        index[section] = (list(ones), list(map(len, found)))
        pieces += found
    return b"".join([encoded([head, index]), b"\n", *pieces])


def unpacked(content: bytes, start: int = 0) -> tuple[Any, dict[str, Slices]]:
    """The head and the sections of what was packed, from an offset on. Raises ValueError if it is not so."""
    at = content.index(b"\n", start)
    head, index = json.loads(content[start:at])
    at += 1
    sections: dict[str, Slices] = {}
    for section, (names, lengths) in index.items():
        spans: dict[str, tuple[int, int]] = {}
        for name, length in zip(names, lengths, strict=True):
            spans[name] = (at, at := at + length)
        sections[section] = Slices(content, spans)
    if at != len(content):
        raise ValueError("the index does not fit the pieces")
    return head, sections
