"""`ruby-sparks book`, as somebody at a shell has it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from game.book.publishing import KINDS
from game.cli import main
from game.cli_book import KINDS as OFFERED
from game.play.playthrough import Playthrough
from game.saves.errors import SaveError
from game.saves.slots import Saves
from tests.book.books import to_the_end, type_pages
from tests.example import write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.play.session import Session
    from game.story.model import Story
    from tests.example import ExampleReader


@pytest.fixture
def command(
    tmp_path: Path, session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., int]:
    """Run it beside a playthrough called `mine`, in a folder of its own."""
    playthrough, _ = session(seed=7, slot="mine").open()
    type_pages(playthrough, "Ruby keeps bees.")
    to_the_end(playthrough)
    playthrough.close()
    folder = write_story(tmp_path / "story")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "mood.yaml").write_text("aspect: mood\n", encoding="utf-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def run(*arguments: str) -> int:
        return main(["--story", str(folder), "--saves", str(tmp_path / "saves"), "book", *arguments])

    return run


def test_every_format_is_offered() -> None:
    assert set(OFFERED) == set(KINDS)


@pytest.mark.parametrize("suffix", OFFERED)
def test_a_book_is_written_beside_one_and_never_over_another(
    suffix: str, command: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("mine", "--to", suffix, "--name", "A. Player") == 0
    name = "dark.transcript.txt" if suffix == "transcript" else f"dark.{suffix}"
    file = tmp_path / "here" / name
    written = file.read_bytes()
    assert capsys.readouterr().out == f"“Dark” is written to {name}.\n"
    file.write_bytes(b"another")
    assert command("mine", "--to", suffix) == 2
    assert "--force" in capsys.readouterr().err
    assert file.read_bytes() == b"another"
    assert command("mine", "--to", suffix, "--name", "A. Player", "--force") == 0
    assert file.read_bytes() == written


def test_it_goes_to_the_standard_output_or_to_a_file_that_is_named(
    command: Callable[..., int], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert command(str(tmp_path / "saves" / "mine.yaml"), "--to", "txt", "--out", "-") == 0
    printed = capfdbinary.readouterr().out
    assert printed.startswith(b"DARK\n")
    assert command("mine", "--to", "txt", "--out", "book.anything") == 0
    assert (tmp_path / "here" / "book.anything").read_bytes() == printed


def test_into_a_folder_it_goes_under_its_own_name(
    command: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("mine", "--to", "md", "--out", "..") == 0
    assert capsys.readouterr().out == "“Dark” is written to ../dark.md.\n"
    assert (tmp_path / "dark.md").read_text().startswith("# Dark\n")


def test_an_e_book_is_not_written_into_a_terminal(
    command: Callable[..., int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert command("mine", "--out", "-") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Add: > dark.epub" in told.err


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_on_a_full_disk_no_half_a_book_is_left(
    force: tuple[str, ...],
    command: Callable[..., int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert command("mine", *force) == 2
    assert "No space left on device (dark.epub). Make room there, or choose another place." in (
        capsys.readouterr().err
    )
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("no/where.epub", "Name a folder that there is."),
        ("a" * 300, "Choose a shorter name."),
        ("/dev/null", "/dev/null is no plain file, and is left as it is. Name another."),
    ],
)
def test_where_it_cannot_be_written_it_is_said_what_to_do(
    out: str, said: str, command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("mine", "--out", out) == 2
    assert said in capsys.readouterr().err


def test_a_save_that_there_is_not_is_said_to_be_missing(
    command: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("yours") == 2
    assert "There is no save called “yours”" in capsys.readouterr().err


def test_a_save_is_looked_at_without_being_touched(
    session: Callable[..., Session], story: Story, reader: ExampleReader
) -> None:
    playing, _ = session(seed=7, slot="mine").open()
    playing.choose("look")
    saves = Saves(playing.saves.folder)
    before = saves.path("mine").read_bytes()
    looked, notes = Playthrough.look(story, reader, saves, "mine")  # type: ignore[arg-type]
    assert (notes, looked.turn, looked.slot) == ([], playing.turn, None)
    looked.choose("sit")
    assert saves.path("mine").read_bytes() == before
    playing.choose("leave")
    assert playing.trouble is None


def test_a_save_of_another_story_is_none_to_look_at(
    session: Callable[..., Session], story: Story, reader: ExampleReader
) -> None:
    playing, _ = session(seed=7, slot="mine").open()
    path = playing.saves.path("mine")
    playing.choose("look")
    path.write_bytes(path.read_bytes().replace(b"small", b"large"))
    with pytest.raises(SaveError, match="another story"):
        Playthrough.look(story, reader, playing.saves, "mine")  # type: ignore[arg-type]
