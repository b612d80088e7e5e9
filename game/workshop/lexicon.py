"""The lexicon's faults as diagnostics, so that a story is checked in one go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.reader.commands import clashes, verify
from game.reader.lexicon import LexiconError
from game.story.errors import MENDS, Diagnostic, Severity
from game.story.reading import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PLACED: Final = re.compile(r"(?:.*/)?(?P<file>[^/:]+\.yaml):(?P<line>\d+):?\s*(?P<message>.*)", re.DOTALL)


def lexicon_diagnostics(story: Path, texts: dict[str, str]) -> list[Diagnostic]:
    """What is wrong with the lexicon of the story in a folder; nothing, if it has none.

    Its files' texts are added to `texts`, for excerpts.
    """
    folder = story / "lexicon"
    files = sorted(folder.glob("*.yaml"))
    if not files:
        return []
    sources = [read_source(f"lexicon/{file.name}", file.read_bytes()) for file in files]
    texts.update((source.path, source.text) for source in sources)
    if twice := [one for source in sources for one in source.diagnostics if one.code == "RS004"]:
        return twice  # the lexicon's own loader stops at the first
    try:
        faults, doubts = verify(folder), clashes(folder)
    except LexiconError as error:
        return [_diagnostic("RS060", "error", str(error), texts)]
    return [
        *(_diagnostic("RS061", "error", one, texts) for one in faults),
        *(_diagnostic("RS062", "warning", one, texts) for one in doubts),
    ]


def _diagnostic(code: str, severity: Severity, told: str, texts: Mapping[str, str]) -> Diagnostic:
    placed = _PLACED.fullmatch(told)
    if placed is None:
        return Diagnostic(code, severity, "lexicon", 0, 0, told, MENDS[code])
    path, number = f"lexicon/{placed['file']}", int(placed["line"])
    lines = texts.get(path, "").split("\n")
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    column = len(line) - len(line.lstrip()) + 1
    message, _, mend = placed["message"].partition(" Take the words ")
    mend = f"take the words {mend.rstrip('.')}" if mend else MENDS[code]
    return Diagnostic(code, severity, path, number, column, message.rstrip("."), mend)
