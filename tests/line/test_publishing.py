"""The book from the plain text form: the words that write it, and what they leave alone."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from game.line.plain import line_source, play_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.play.session import Session


@pytest.fixture
def play(
    session: Callable[..., Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def send(*lines: str) -> str:
        out = io.StringIO()
        source = io.BytesIO("".join(f"{line}\n" for line in lines).encode())
        assert play_plain(session(seed=7, slot=None), line_source(source), out, None) == 0
        return out.getvalue()

    return send


def test_the_book_is_offered_at_the_end_and_written(play: Callable[..., str], tmp_path: Path) -> None:
    told = play("4", "2", "book name A. <Player>", "book html", "book txt mine.txt", "book", "book html")
    assert "Write book, to keep it as a novel" in told
    assert "“Dark” is written to dark.html." in told
    assert "as in: book epub" in told
    assert "There is a file dark.html already. Choose another name." in told
    assert b"A. &lt;Player&gt;" in (tmp_path / "here" / "dark.html").read_bytes()
    assert (tmp_path / "here" / "mine.txt").read_text().startswith("DARK\n\nA. <Player>\n")


def test_it_can_be_written_before_the_end_into_a_folder(play: Callable[..., str], tmp_path: Path) -> None:
    told = play("book transcript ..", "book epub nowhere/at/all.epub", "book md \0", "book md " + "a" * 300)
    assert "is written to ../small.transcript.txt" in told
    assert "Not written: " in told
    assert "That is no name for a file." in told
    assert "Choose a shorter name." in told
    assert "==== Transcript" in (tmp_path / "small.transcript.txt").read_text()


def test_a_page_that_begins_with_the_word_is_a_page(play: Callable[..., str], tmp_path: Path) -> None:
    told = play("3", "book a table, says Ruby", ".")
    assert "Typed: book a table, says Ruby" in told
    assert list((tmp_path / "here").iterdir()) == []
