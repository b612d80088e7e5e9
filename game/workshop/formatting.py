"""`ruby-sparks fmt`: a story's files laid out alike, with their comments, their order and their words.

ruamel.yaml lays out what stands in one line. What its author broke over several lines (a long list, a
quoted text) keeps its breaks. A file of which anything but layout would change is left as it is.
"""

from __future__ import annotations

import io
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from game.story.files import HEAD, story_files
from game.story.reading import read_source
from game.workshop.spans import block_lines, kept_spans, said, structure

SCHEMA: Final = "schema.json"
_MODELINE: Final = re.compile(r"^#\s*yaml-language-server:\s*\$schema=(?P<path>\S+)", re.MULTILINE)
_APART: Final = ("lexicon", "playtests")
"""Folders of files that the schema does not describe."""
_END: Final = re.compile(r"^---[ ]*$", re.MULTILINE)
_PASSES: Final = 3
"""So often a file is laid out, at most, until that changes nothing more."""


class CannotFormat(ValueError):
    """A file that is left as it is. The message says why, and where in it."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What came of one file: its content as it is, and as it would be; or why it is left alone."""

    path: Path
    before: bytes
    after: bytes
    trouble: str = ""

    @property
    def differs(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after


def files_of(folder: Path) -> list[Path]:
    """All files of the story in a folder, its playtests with them."""
    return [*(folder / path for path in story_files(folder)), *sorted((folder / "playtests").glob("*.yaml"))]


def format_file(path: Path) -> Formatted:
    """Lay out one file, without writing it. Raises OSError."""
    before = path.read_bytes()
    try:
        text = before.decode("utf-8-sig").replace("\r\n", "\n")
        after = format_text(with_modeline(text, schema_for(path)))
    except UnicodeDecodeError:
        return Formatted(path, before, before, "it is not UTF-8")
    except CannotFormat as error:
        return Formatted(path, before, before, str(error))
    if b"\r\n" in before:
        after = after.replace("\n", "\r\n")
    return Formatted(path, before, after.encode())


def schema_for(path: Path) -> str | None:
    """The schema's path from a file's folder; None where no schema lies beside the story, or none applies."""
    here = Path(os.path.abspath(path)).parent
    for depth, folder in enumerate((here, *here.parents)):
        if (folder / HEAD).is_file():
            inside = here.relative_to(folder).parts
            if not (folder / SCHEMA).is_file() or (inside and inside[0] in _APART):
                return None
            return "../" * depth + SCHEMA
    return None


def with_modeline(text: str, schema: str | None) -> str:
    """The text with the line first that tells editors its schema. A schema elsewhere on the net stays."""
    if schema is None or not text.strip():
        return text
    line = f"# yaml-language-server: $schema={schema}"
    found = _MODELINE.search(text)
    if found is None:
        return f"{line}\n{text}"
    if "://" in found["path"] or found["path"] == schema:
        return text
    return f"{text[: found.start('path')]}{schema}{text[found.end('path') :]}"


def format_text(text: str) -> str:
    """The text laid out. Raises CannotFormat for what is no YAML of a story, or would come to differ."""
    for _ in range(_PASSES):
        after = _pass(text)
        if after == text:
            return text
        text = after
    raise CannotFormat("its layout does not come to rest; please report it")


def _pass(text: str) -> str:
    """Each document laid out on its own: a playtest has many, and what stands between is kept."""
    parts, at = [], 0
    for end in _END.finditer(text):
        parts += [_document(text[at : end.start()]), "---\n"]
        at = min(end.end() + 1, len(text))
    parts.append(_document(text[at:]))
    return "".join(parts)


def _document(text: str) -> str:
    source = read_source("", text.encode())
    if source.diagnostics:
        fault = source.diagnostics[0]
        raise CannotFormat(f"line {fault.line}: {fault.message}")
    if not source.data:
        return _ended(text)
    if source.values[()].style == "{":
        return _ended(text)  # it is all in brackets, and these keep their breaks
    try:
        after = _ended(_aligned(_laid_out(text), text))
        same = said(after) == said(text) and structure(after) == structure(text)
    except yaml.YAMLError:
        same = False
    if not same:
        raise CannotFormat("laying it out would change more than its layout")
    return after


def _laid_out(text: str) -> str:
    from ruamel.yaml import YAML  # noqa: PLC0415 (only `fmt` needs it)
    from ruamel.yaml.emitter import Emitter  # noqa: PLC0415
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    class LongKeys(Emitter):
        MAX_SIMPLE_KEY_LENGTH = 1024  # what YAML allows

    kept = _Kept(text)
    writer = YAML()
    writer.Emitter = LongKeys
    writer.preserve_quotes = True
    writer.width = sys.maxsize
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.brace_single_entry_mapping_in_flow_sequence = True
    stream = io.StringIO()
    try:
        writer.dump(writer.load(kept.text), stream)
    except (YAMLError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise CannotFormat(f"it cannot be laid out: {' '.join(str(error).split())[:200]}") from None
    return kept.restored(stream.getvalue())


class _Kept:
    """A text in which a word stands for everything that goes over several lines and is no block."""

    def __init__(self, text: str) -> None:
        self._mark = "kept"
        while self._mark in text:
            self._mark += "x"
        self._pieces: list[tuple[str, int]] = []
        out, at = [], 0
        for start, end in kept_spans(text):
            begin = text.rfind("\n", 0, start) + 1
            line = text[begin:start]
            out += [text[at:start], f"{self._mark}{len(self._pieces)}-"]
            self._pieces.append((text[start:end], len(line) - len(line.lstrip())))
            at = end
        self.text = "".join((*out, text[at:]))

    def restored(self, text: str) -> str:
        """The text with what was kept in its place again, moved with the line in which it begins."""

        def put_back(found: re.Match[str]) -> str:
            piece, indent = self._pieces[int(found[1])]
            line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            shift = len(line) - len(line.lstrip()) - indent
            first, *more = piece.split("\n")
            return "\n".join((first, *(_moved(one, shift) for one in more)))

        return re.sub(rf"{self._mark}(\d+)-", put_back, text)


def _moved(line: str, shift: int) -> str:
    bare = line.lstrip(" ")
    return " " * max(len(line) - len(bare) + shift, 0) + bare if bare else ""


def _aligned(text: str, before: str) -> str:
    """The text with each comment in a line of its own above what it stood above, if it stood just there."""
    lines, old = text.split("\n"), before.split("\n")
    numbers, own = _comment_lines(text, lines), _comment_lines(before, old)
    if len(numbers) != len(own):
        return text
    for number, was in zip(reversed(numbers), reversed(own), strict=True):
        here = _indent(old[was])
        for step in (1, -1):
            if (there := _neighbour(old, was, step)) is not None and _indent(there) == here:
                target = _neighbour(lines, number, step)
                if target is not None:
                    lines[number] = " " * _indent(target) + lines[number].lstrip()
                break
    return "\n".join(lines)


def _comment_lines(text: str, lines: list[str]) -> list[int]:
    """Numbers of the lines that are a comment, but for those within what is kept as it is."""
    apart = block_lines(text)
    for start, end in kept_spans(text):
        apart |= set(range(text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1))
    return [n for n, line in enumerate(lines) if n not in apart and line.lstrip().startswith("#")]


def _neighbour(lines: list[str], number: int, step: int) -> str | None:
    """The next line that is neither empty nor a comment."""
    number += step
    while 0 <= number < len(lines):
        if (bare := lines[number].strip()) and not bare.startswith("#"):
            return lines[number]
        number += step
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _ended(text: str) -> str:
    """Without space at the ends of lines, but in blocks, where it is text; with one line end at the end."""
    lines = text.split("\n")
    for number in set(range(len(lines))) - block_lines(text):
        lines[number] = lines[number].rstrip()
    return "\n".join(lines).rstrip("\n") + "\n" if text.strip() else ""
