from __future__ import annotations

import pytest
from textual import _wait, screen


@pytest.fixture(autouse=True)
def _quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot looks every 20 ms whether the program is idle, longer than a frame, three times a key.

    With shorter frames it may look more often.
    """
    monkeypatch.setattr(screen, "UPDATE_PERIOD", 0.002)
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.006)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.0006)
