"""Saves spoilt at random: bytes, lines, keys, documents, and whatever YAML knows that a save does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

_SEPARATOR = b"---\n"
_KEY = re.compile(rb"^([a-z_]+): (.*)$", re.MULTILINE)

VALUES: tuple[bytes, ...] = (
    b"", b"~", b"no", b"-1", b"0", b"99999999999999999999", b"1e400", b"0x7fffffff", b"1.5", b"true",
    b"../../etc/passwd", b"con", b'"\\x1b[2J"', b'"\\u202e\\u2066"', b'"\\0"', b'"\\uD800"', b"*a", b"&a b",
    b"!!int 3", b"!!python/object/apply:os.system [ls]", b"[1, 2]", b"{a: b}", b"'", b'"', b"|", b">+9",
    b"? a", b"<<: *a", b"undo", b"desk", b"sit", b"sheet-in", b"\xef\xbb\xbf", b"\xc2\x9b31m", b"2026-06-02",
    b"a" * 5000, b"9" * 5000,
)  # fmt: skip
LINES: tuple[bytes, ...] = (
    b"---", b"...", b"--- !!map", b"--- &a", b"%YAML 1.2", b"%TAG ! tag:x,2000:", b"# a remark", b"<<: *a",
    b"<<: {a: b}", b"? [a, b]", b"- a", b"\t", b"undo: 9999999999", b"jump: 1", b"jump: -1",
    b"jump: 99999999999", b"choose: sit", b"continued: 9.9", b"format: 1", b"format: 3", b"check: 0000000000",
    b"type: |", b"  x", b"\x00", b"a: &a [*a, *a]", b"a: " + b"[" * 3000, b"a: " + b"{b: " * 2000,
    b"? " * 3000, b"- " * 3000, b"x: " + b"y" * 70_000,
)  # fmt: skip
BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(12)
)


def spoilt(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the saves, spoilt in one to six ways."""
    data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = chance.choice(MUTATIONS)(data, seeds, chance)
    return data


def _bytes(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.choice(
                (chance.randrange(256), 0, 0x1B, 0x9B, 10, 45, 58)
            )
    return bytes(changed)


def _cut(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _without(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randrange(200) :]


def _with(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    other = chance.choice(seeds)
    start = chance.randrange(len(other))
    return data[:at] + other[start : start + chance.randrange(400)] + data[at:]


def _lines(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[one], lines[two] = lines[two], lines[one]
        case 1:
            lines.insert(one, lines[two])
        case 2:
            del lines[one]
        case _:
            lines.insert(one, chance.choice(LINES))
    return b"\n".join(lines)


def _documents(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    documents = data.split(_SEPARATOR)
    others = chance.choice(seeds).split(_SEPARATOR)
    one, two = chance.randrange(len(documents)), chance.randrange(len(documents))
    match chance.randrange(5):
        case 0:
            documents[one], documents[two] = documents[two], documents[one]
        case 1:
            documents.insert(one, documents[two])
        case 2:
            del documents[one]
        case 3:
            documents[one:two] = documents[one:two] * chance.choice((2, 3, 40))
        case _:
            documents.insert(one, chance.choice(others))
    return _SEPARATOR.join(documents)


def _values(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    matches = list(_KEY.finditer(data))
    if not matches:
        return data
    match = chance.choice(matches)
    key = chance.choice((match[1], match[1], match[1], chance.choice(matches)[1]))
    return data[: match.start()] + key + b": " + chance.choice(VALUES) + data[match.end() :]


def _encoding(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    match chance.randrange(3):
        case 0:
            return b"\xef\xbb\xbf" + data
        case 1:
            text = data.decode("utf-8", "replace")
            return text.encode(chance.choice(("utf-16", "utf-16-be", "utf-32", "utf-7")))
        case _:
            return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\xc2\x85")))


def _tricks(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    added = chance.choice(
        (
            BOMB,
            _SEPARATOR + BOMB + _SEPARATOR,
            chance.choice((b"x", b" ", b"'", b"\n", b"[", b"\xf0\x9f\x90\x9d")) * 100_000,
            b"\x00" * chance.choice((1, 5000)),
            _SEPARATOR * chance.choice((3, 3000)),
        )
    )
    return data[:at] + added + data[at:]


def _colons(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    return data.replace(b": ", chance.choice((b" : ", b":\t", b":", b": !!str ", b": &a ")), 40)


MUTATIONS: tuple[Callable[[bytes, Sequence[bytes], random.Random], bytes], ...] = (
    _bytes, _cut, _without, _with, _lines, _lines, _documents, _documents, _values, _values,
    _encoding, _tricks, _colons,
)  # fmt: skip
