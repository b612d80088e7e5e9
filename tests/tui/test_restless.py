"""A few seconds of somebody restless; `python -m tests.tui.restless` is restless for minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.restless import sit

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_is_done_while_the_window_changes_no_word_is_lost(tmp_path: Path, seed: int) -> None:
    done = await sit(3, seed, tmp_path, least=20)
    assert done["resize"] > 1
    assert done["type"] > 1
