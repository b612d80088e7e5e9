"""`ruby-sparks check`: every fault of a story, each with its place and its mend."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Literal, TextIO, cast

from game.story.errors import Diagnostic, formatted
from game.story.loader import Examination, examine
from game.story.where import find_story
from game.workshop.explaining import page_of
from game.workshop.lexicon import lexicon_diagnostics

Form = Literal["text", "json", "github"]
"""For a person, for a program, or as annotations that GitHub's workflows show beside the lines."""


def check(folder: Path, form: Form = "text", stream: TextIO | None = None) -> int:
    """Print what is wrong with the story in a folder. 0 if it can be played, for all its warnings; else 1."""
    out = stream or sys.stdout
    found = examine(folder)
    found.diagnostics.extend(lexicon_diagnostics(folder, found.texts))
    shown = os.path.relpath(folder).replace(os.sep, "/")
    shown = "" if shown == "." else shown
    match form:
        case "json":
            print(_as_json(folder, found), file=out)
        case "github":
            for one in found.diagnostics:
                print(_annotation(one, shown), file=out)
        case "text":
            for one in found.diagnostics:
                print(formatted(one, found.texts, shown), file=out)
            print(_summary(found), file=out)
            if found.diagnostics:
                code = found.diagnostics[0].code
                print(f"What a number means: ruby-sparks check --explain {code}", file=out)
    return 1 if found.errors else 0


def _as_json(folder: Path, found: Examination) -> str:
    answer = {
        "story": str(folder),
        "errors": found.errors,
        "warnings": len(found.diagnostics) - found.errors,
        "diagnostics": [one.as_dict() | {"page": page_of(one.code)} for one in found.diagnostics],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _annotation(one: Diagnostic, folder: str) -> str:
    """A workflow command; see *Workflow commands for GitHub Actions* in GitHub's documentation."""
    path = f"{folder}/{one.path}" if folder else one.path
    place = f"file={_escaped(path, ',:')}"
    if one.line:
        place += f",line={one.line},col={one.column}"
    message = "\n".join(part for part in (one.message, one.mend, page_of(one.code)) if part)
    return f"::{one.severity} {place},title={one.code}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    """With what would end a command, or one of its properties, in percents."""
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + also else char for char in text)


def _summary(found: Examination) -> str:
    warnings = len(found.diagnostics) - found.errors
    counts = f"{_counted(found.errors, 'error')}, {_counted(warnings, 'warning')}"
    if found.story is None:
        return counts
    story = found.story
    parts = [
        _counted(len(story.scenes), "scene"),
        _counted(len(story.pages), "page"),
        _counted(len(story.beats), "beat"),
        _counted(len(story.endings), "ending"),
    ]
    return f"{story.title}: {', '.join(parts)}; {counts}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def main(arguments: list[str]) -> int:
    """`python -m game.workshop.check [--json | --github] [folder]`."""
    named = [one for one in arguments if not one.startswith("-")]
    form = next((one[2:] for one in arguments if one in ("--json", "--github")), "text")
    return check(find_story(Path(named[0]) if named else None), cast("Form", form))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
