"""One document of a journal back from YAML: a flat mapping of scalars, and nothing else is looked at."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml import Event

DOCUMENT_LIMIT: Final = 512 * 1024
"""Bytes. A full page of characters that must all be written as escapes takes 200 kB."""
_KEYS_LIMIT: Final = 40

# A separator stands at the start of a line, where no line of an indented scalar can. The last may be torn.
_SEPARATOR = re.compile(rb"^---[ \t]*\r?(?:\n|\Z)|^--?\Z", re.MULTILINE)


class DocumentError(ValueError):
    """A document that is not what a journal holds. The message continues *document 3 ...*."""


def spans(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Where the documents of a stream are: start of separator, start of content, end of content."""
    start, content = 0, 0
    for match in _SEPARATOR.finditer(data):
        if match.start() > 0:
            yield start, content, match.start()
        start, content = match.start(), match.end()
    yield start, content, len(data)


def parse(data: bytes) -> dict[str, str]:
    """The keys of one document with their values as written. Raises DocumentError.

    Whatever the document holds, time and memory stay within a small multiple of its limit: it is
    read as a stream of events, and given up at the first that is not in place.
    """
    if len(data) > DOCUMENT_LIMIT:
        raise DocumentError(f"is longer than {DOCUMENT_LIMIT // 1024} kB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError("is not UTF-8 text") from error
    return _mapping(text)


def _mapping(text: str) -> dict[str, str]:
    import yaml  # noqa: PLC0415 (21 ms that a fresh playthrough does not need)

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        scalars = list(islice(_scalars(yaml.parse(text, Loader=loader)), 2 * _KEYS_LIMIT))
    except DocumentError:
        raise
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise DocumentError("is not YAML that can be read") from error
    fields = dict(zip(scalars[::2], scalars[1::2], strict=True))
    if len(scalars) >= 2 * _KEYS_LIMIT or len(fields) < len(scalars) // 2:
        raise DocumentError("has a key twice, or too many keys")
    if not fields:
        raise DocumentError("is empty")
    return fields


def _scalars(events: Iterator[Event]) -> Iterator[str]:
    """The keys and values of the one mapping there is, in turn. Raises DocumentError at anything else."""
    import yaml  # noqa: PLC0415

    mappings = 0
    for event in events:
        match event:
            case yaml.ScalarEvent(anchor=None, tag=None, value=value) if mappings == 1:
                yield value
            case yaml.MappingStartEvent(anchor=None, tag=None) if mappings == 0:
                mappings = 1
            case yaml.MappingEndEvent():
                mappings = 2
            case yaml.DocumentStartEvent(version=None, tags=None) | yaml.DocumentEndEvent():
                pass
            case yaml.StreamStartEvent() | yaml.StreamEndEvent():
                pass
            case _:
                raise DocumentError("holds something other than a plain list of keys with their values")
