from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.saves.journal import recover
from tests.example import write_story

KILLS = int(os.environ.get("RUBY_SPARKS_KILLS", "8"))
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_moment_no_answered_move_is_lost(tmp_path: Path) -> None:
    story = write_story(tmp_path / "story")
    saves = tmp_path / "saves"
    chance = random.Random(20)
    least = 0
    for _ in range(KILLS):
        command = [sys.executable, "-m", "tests.saves.player", str(story), str(saves)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(chance.uniform(0, 0.08))
            process.kill()
            answered = int([first, *process.stdout.read().split("\n")[:-1]][-1])
        found = recover((saves / "autosave.yaml").read_bytes())
        kept = len(found.journal.sealed)
        assert kept in (answered, answered + 1)
        assert found.journal.edited == []
        assert kept > least
        least = kept
    assert [path.name for path in saves.iterdir() if ".tmp" in path.name] == []
