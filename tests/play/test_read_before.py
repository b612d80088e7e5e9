"""What was read before is known again, whatever has become of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.play.read_before import FILE_NAME, ReadBefore

if TYPE_CHECKING:
    from pathlib import Path


def test_a_paragraph_is_known_again_in_the_next_sitting_however_it_was_broken(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    ReadBefore(path).note(["She keeps bees.", "It rains."])
    again = ReadBefore(path)
    assert "She  keeps\nbees." in again
    assert "She keeps ants." not in again


def test_a_paragraph_read_twice_is_noted_once(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    for _ in range(3):
        ReadBefore(path).note(["It rains.", "It rains."])
    assert len(path.read_text().splitlines()) == 1


def test_without_a_file_it_holds_for_the_sitting(tmp_path: Path) -> None:
    for path in (None, tmp_path / "nowhere" / FILE_NAME):
        read = ReadBefore(path)
        read.note(["It rains."])
        assert "It rains." in read
        assert "It rains." not in ReadBefore(path)


@given(st.binary(max_size=400), st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_is_in_the_file_does_no_harm(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    read = ReadBefore(path)
    read.note([text])
    assert text in read
