"""Two seconds of `tests.saves.fuzz`, and that it would notice."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from game.saves import journal, outline
from tests.saves.fuzz import Fuzzer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_saves_spoilt_at_random_are_read_or_refused(tmp_path: Path) -> None:
    report = Fuzzer(tmp_path, seed=1, shipped=False).run(count(), 2)
    assert report.failures == []
    assert report.files > 50
    assert {"refused", "played: same"} <= report.outcomes.keys()


def test_it_would_notice_what_a_terminal_obeys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline, "clean_line", lambda text, limit=80: text)
    assert any(
        "unclean" in failure for failure in Fuzzer(tmp_path, 1, shipped=False).run(range(600), 20).failures
    )


def test_it_would_notice_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_integer", lambda fields, key: int(fields[key]))
    report = Fuzzer(tmp_path, 1, shipped=False).run(range(600), 20)
    assert any("ValueError" in failure or "KeyError" in failure for failure in report.failures)
