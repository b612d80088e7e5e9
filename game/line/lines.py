"""Lines from a stream that anything may come out of, without ever holding more than a bearable one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import BinaryIO

LINE_LIMIT: Final = 1024 * 1024
"""Bytes. A full page in JSON, every character of it an escape, takes 240 kB."""


def read_line(stream: BinaryIO) -> tuple[bytes, bool] | None:
    """The next line without its end, and whether it is whole; None at the end of the stream.

    Of a longer line than LINE_LIMIT only the beginning is kept; the rest is read and let go.
    """
    line = stream.readline(LINE_LIMIT + 1)
    if not line:
        return None
    if line.endswith(b"\n"):
        return line[:-1].removesuffix(b"\r"), True
    if len(line) <= LINE_LIMIT:
        return line, True
    while (rest := stream.readline(LINE_LIMIT)) and not rest.endswith(b"\n"):
        pass
    return line[:LINE_LIMIT], False
