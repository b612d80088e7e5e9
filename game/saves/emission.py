"""Documents of a journal as YAML that a person can read and any YAML reader gets back to the letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from game.saves.entries import Fields, Scalar

SEPARATOR: Final = "---\n"

# An id; but for these words of YAML 1.1, no reader takes one for anything but a string.
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_AMBIGUOUS: Final = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
# What may stand as itself in a YAML 1.1 and 1.2 scalar. NEL, LS and PS are line ends to some readers.
_UNSAFE = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_QUOTED = re.compile(r'["\\]|' + _UNSAFE.pattern + "|\n")


def document(fields: Fields) -> str:
    """The fields as a YAML mapping, one a line; typed text as a literal block where that is exact."""
    return "".join(f"{key}: {_scalar(value, block=key == 'type')}\n" for key, value in fields.items())


def _scalar(value: Scalar, block: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if block and value and not _UNSAFE.search(value):
        return _literal(value)
    if _PLAIN.fullmatch(value) and value not in _AMBIGUOUS:
        return value
    return _double_quoted(value)


def _literal(text: str) -> str:
    lines = text.split("\n")
    # The indentation is told only where a reader could not infer it: a first line that is blank or indented.
    indent = "2" if lines[0][:1] in (" ", "") else ""
    if not text.strip("\n"):
        return _double_quoted(text)  # nothing but line ends: what chomping makes of it varies
    chomping = "+" if text.endswith("\n") else "-"
    if chomping == "+":
        lines.pop()
    return "\n".join([f"|{indent}{chomping}", *(f"  {line}" if line else "" for line in lines)])


def _double_quoted(text: str) -> str:
    return '"' + _QUOTED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"  # half of a surrogate pair is no character: UTF-8 cannot hold it, nor can YAML
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
