"""A transcript: what is told, what is picked and typed, and testers' comments, written to a text file.

It is only ever added to. Nothing of it is needed to play on: where it cannot be written, the game goes on.
"""

from __future__ import annotations

import os
import stat
from datetime import datetime
from typing import TYPE_CHECKING, Final

from game import __version__
from game.engine.turn import Choose, Type
from game.saves.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from game.engine.turn import Move, Passage, Turn
    from game.play.playthrough import Playthrough

HEAD: Final = "==== Transcript"
"""What every transcript begins with; to a file that begins otherwise none is added."""
COMMENT: Final = "*"
"""Begins a tester's line."""
_PICKED: Final = "> "
_TYPED: Final = "    "
_HANDS: Final = {"interlude": "| ", "typed": _TYPED}
"""What stands before every line of another hand than the story's."""


class TranscriptError(Exception):
    """A transcript that cannot be written. The message says why, and what to do."""


def transcript_path(playthrough: Playthrough) -> Path:
    """Where the transcript goes if nobody says otherwise: beside the save."""
    return playthrough.saves.folder / f"{playthrough.slot or 'unsaved'}.transcript.txt"


def whole_transcript(playthrough: Playthrough) -> str:
    """A playthrough as it stands, from its beginning: every move, and what it was answered with."""
    header, last = playthrough.journal.header, playthrough.opening
    lines = [
        f"{HEAD} of a playthrough: {header.story} {playthrough.story.version}, seed {header.seed}, "
        f"ruby-sparks {__version__} ====",
        "",
        *_chapter_lines(playthrough, None, last),
        *_turn_lines(last, None),
    ]
    for move, turn in playthrough.history:
        lines += [
            *_move_lines(move, last),
            *_chapter_lines(playthrough, last, turn),
            *_turn_lines(turn, move),
        ]
        last = turn
    return "".join(f"{clean(line)}\n" for line in [*lines, f"{HEAD} ended ===="])


class Scribe:
    """Whoever keeps the transcript, for as long as one sits at the game: off until it is asked for.

    Each method but `on` returns what the player should know, or None: that it could be written no more,
    after which it is off.
    """

    def __init__(self) -> None:
        self.path: Path | None = None
        """The file that is being written; None while it is off."""
        self._line: tuple[tuple[Move, Turn], ...] = ()
        self._opening: Turn | None = None

    def on(self, playthrough: Playthrough, path: Path | None = None) -> str:
        """Begin one, with where the playthrough stands; what to say of it. Raises TranscriptError."""
        if self.path is not None:
            return f"The transcript is on already. It goes to {self.path}."
        path = transcript_path(playthrough) if path is None else path
        _check(path)
        header = playthrough.journal.header
        head = (
            f"{HEAD} begun {_moment()}: {header.story} {playthrough.story.version}, seed {header.seed}, "
            f"{playthrough.slot or 'kept in no slot'}, ruby-sparks {__version__} ===="
        )
        _append(path, ["", head, ""] if path.exists() else [head, ""])
        self.path = path
        self._opening, self._line = playthrough.opening, playthrough.history
        self._write([*_chapter_lines(playthrough, None), *_turn_lines(playthrough.turn, None)])
        return f"The transcript is on. It goes to {path}."

    def off(self) -> str:
        """End it; what to say of that."""
        if self.path is None:
            return "There is no transcript on."
        path = self.path
        trouble = self._write([f"{HEAD} ended {_moment()} ====", ""])
        self.path = None
        return trouble or f"The transcript is off. It is in {path}."

    def follow(self, playthrough: Playthrough) -> str | None:
        """Write what has happened since the last time: moves made, and moves taken back."""
        if self.path is None:
            return None
        before, opening = self._line, self._opening
        self._line, self._opening = playthrough.history, playthrough.opening
        if opening is not playthrough.opening:
            lines = ["[Another playthrough from here on.]", ""]
            lines += [*_chapter_lines(playthrough, None), *_turn_lines(playthrough.turn, None)]
            return self._write(lines)
        same = 0
        for old, new in zip(before, self._line, strict=False):
            if old is not new:
                break
            same += 1
        lines = []
        if (back := len(before) - same) > 0:
            lines += [f"[{back} move{'' if back == 1 else 's'} taken back.]", ""]
        last = self._line[same - 1][1] if same else playthrough.opening
        for move, turn in self._line[same:]:
            lines += _move_lines(move, last)
            lines += _chapter_lines(playthrough, last, turn)
            lines += _turn_lines(turn, move)
            last = turn
        return self._write(lines) if lines else None

    def notes(self, notes: Iterable[str]) -> str | None:
        """Write what the game said beside the story."""
        return self._write([line for note in notes for line in (f"[{note}]", "")])

    def comment(self, text: str) -> str | None:
        """Write a tester's comment, each line of it marked."""
        return self._write([*(f"{COMMENT} {line}".rstrip() for line in clean(text).split("\n")), ""])

    def _write(self, lines: Iterable[str]) -> str | None:
        if self.path is None:
            return None
        try:
            _append(self.path, lines)
        except TranscriptError as error:
            self.path = None
            return str(error)
        return None


def _moment() -> str:
    return f"{datetime.now().astimezone():%Y-%m-%d %H:%M %z}"


def _check(path: Path) -> None:
    """Raises TranscriptError for what is no file to add a transcript to."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise TranscriptError(f"{path} is no plain file. Name another for the transcript.")
        if found.st_size:
            with path.open("rb") as file:
                if not file.read(len(HEAD)).startswith(HEAD.encode()):
                    raise TranscriptError(
                        f"{path} is no transcript, and is left as it is. Name another file."
                    )
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        raise TranscriptError(f"{path} cannot hold the transcript: {_why(error)}.") from error


def _append(path: Path, lines: Iterable[str]) -> None:
    """Add lines to the file, and have them there before the next move. Raises TranscriptError."""
    content = "".join(f"{clean(line)}\n" for line in lines)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
        with open(os.open(path, flags, 0o644), "ab") as file:
            file.write(content.encode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        raise TranscriptError(f"The transcript is off: {_why(error)} ({path}).") from error


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _chapter_lines(playthrough: Playthrough, before: Turn | None, turn: Turn | None = None) -> Iterator[str]:
    turn = playthrough.turn if turn is None else turn
    chapter = playthrough.story.chapters.get(turn.chapter)
    if chapter is not None and (before is None or before.chapter != turn.chapter):
        yield from (f"-- {chapter.number}. {chapter.title} --", "")


def _move_lines(move: Move, before: Turn) -> Iterator[str]:
    """What the player did, by the words that it was offered in."""
    if isinstance(move, Choose):
        words = next((choice.text for choice in before.choices if choice.id == move.choice), move.choice)
        yield from (_PICKED + " ".join(words.split()), "")
        return
    prompt = " ".join(before.page.prompt.split()) if before.page is not None else ""
    yield f"{_PICKED}In the typewriter{f': {prompt}' if prompt else ''}"
    if move.backwards:
        yield f"{_PICKED}The sheet is in the other way round."
    yield from _set(move.text or "(a blank page)", _TYPED)


def _turn_lines(turn: Turn, move: Move | None) -> Iterator[str]:
    if turn.sky:
        yield from (f"[In the sky: {turn.sky}]", "")
    passages: list[Passage] = list(turn.passages)
    if isinstance(move, Type) and passages and passages[0].text.strip() == move.text.strip():
        del passages[0]  # it has just been written
    for passage in passages:
        if passage.kind == "notice":
            yield from (f"[{' '.join(passage.text.split())}]", "")
        else:
            yield from _set(passage.text, _HANDS.get(passage.kind, ""))
    if turn.ending is not None:
        yield from (f"-- The end: {turn.ending.title} --", "")


def _set(text: str, margin: str) -> Iterator[str]:
    yield from (f"{margin}{line}".rstrip() for line in text.strip("\n").split("\n"))
    yield ""
