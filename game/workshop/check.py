"""`ruby-sparks check`: every fault of a story, each with its place and its mend."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TextIO

from game.story.errors import formatted
from game.story.loader import Examination, examine, find_story
from game.workshop.lexicon import lexicon_diagnostics


def check(folder: Path, as_json: bool = False, stream: TextIO | None = None) -> int:
    """Print what is wrong with the story in a folder. 0 if it can be played, for all its warnings; else 1."""
    out = stream or sys.stdout
    found = examine(folder)
    found.diagnostics.extend(lexicon_diagnostics(folder))
    if as_json:
        answer = {
            "story": str(folder),
            "errors": found.errors,
            "warnings": len(found.diagnostics) - found.errors,
            "diagnostics": [one.as_dict() for one in found.diagnostics],
        }
        print(json.dumps(answer, ensure_ascii=False, indent=2), file=out)
    else:
        shown = os.path.relpath(folder).replace(os.sep, "/")
        for one in found.diagnostics:
            print(formatted(one, found.texts, "" if shown == "." else shown), file=out)
        print(_summary(found), file=out)
    return 1 if found.errors else 0


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
    """`python -m game.workshop.check [--json] [folder]`."""
    named = [one for one in arguments if not one.startswith("-")]
    return check(find_story(Path(named[0]) if named else None), "--json" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
