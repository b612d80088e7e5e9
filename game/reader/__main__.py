"""Run the reader alone: one JSON object a line in, one out."""

from __future__ import annotations

import sys
from pathlib import Path

from game.reader.commands import read_jsonl
from game.reader.reader import Reader

if __name__ == "__main__":
    sys.exit(
        read_jsonl(Reader.from_folder(Path(__file__).parents[2] / "story" / "lexicon"), sys.stdin, sys.stdout)
    )
