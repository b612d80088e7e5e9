"""`ruby-sparks new`: a small complete story to begin from, with a lexicon, a playtest and the schema."""

from __future__ import annotations

import json
import re
import shutil
import uuid
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

from game.workshop.formatting import SCHEMA, schema_for, with_modeline
from game.workshop.schema import json_schema

if TYPE_CHECKING:
    from pathlib import Path

_OWN_WORDS: Final = "lexicon-own.yaml"


class CannotBegin(ValueError):
    """A folder in which no story can be begun. The message says why, and what to do."""


def begin_story(folder: Path, lexicon: Path) -> list[str]:
    """Write the template into a new or empty folder, with a copy of a lexicon; the story's files, in order.

    Raises CannotBegin, and OSError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotBegin(f"{folder} is there already, and not empty. Name a folder that is not there yet.")
    id_ = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-")[:60] or "story"
    words = {
        "STORY-ID": id_,
        "STORY-TITLE": f'"{id_.replace("-", " ").title()}"',
        "STORY-IFID": str(uuid.uuid4()).upper(),
    }
    with as_file(files("game.workshop") / "template") as template:
        shutil.copytree(template, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "lexicon").mkdir()
    for file in sorted(lexicon.glob("*.yaml")):
        shutil.copyfile(file, folder / "lexicon" / file.name)
    (folder / _OWN_WORDS).rename(folder / "lexicon" / "own.yaml")
    (folder / SCHEMA).write_text(
        json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        filled = re.sub("|".join(words), lambda match: words[match[0]], text)
        filled = with_modeline(filled, schema_for(path))
        if filled != text:
            path.write_text(filled, encoding="utf-8")
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))
