"""How quick a move is saved, whatever the length, and how quick a long playthrough is loaded."""

from __future__ import annotations

import os
import random
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

from game.play.session import Session
from game.reader.reader import Reader
from game.saves.entries import Chosen, Typed
from game.saves.marks import mark_of
from game.saves.resume import revival
from game.saves.slots import Saves
from game.saves.snapshots import SnapshotCache
from game.story.loader import load_story
from game.story.model import Goto
from tests.bench.engine import STORY
from tests.bench.reading import long_pages, timings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.play.playthrough import Playthrough
    from game.saves.journal import Journal
    from game.story.model import Story

LENGTHS: Final = (1, 400, 10_000)
"""Moves that there are already when those that are timed are made."""
TIMED: Final = 400
LINE: Final = 400
"""Moves of a playthrough of two hours."""
LOADS: Final = 7


def moves() -> Iterator[tuple[str, str]]:
    """A move's save, but for the disk's own flush: the mark, the document, the check, the write."""
    with tempfile.TemporaryDirectory() as name:
        played = long_playthrough(Path(name) / "played", LINE)
        marked = [one.entry for one in played.journal.sealed if isinstance(one.entry, Chosen | Typed)]
        played.close()
        for length in LENGTHS:
            journal, _ = Saves(Path(name) / str(length)).begin("autosave", played.journal.header)
            _fill(journal, marked, length)
            taken: list[float] = []
            with patch.object(os, "fsync", lambda _handle: None):
                for number in range(TIMED):
                    begun = perf_counter()
                    journal.append(marked[number % len(marked)])
                    taken.append(perf_counter() - begun)
            assert journal.trouble is None
            assert (Path(name) / str(length) / "autosave.yaml").read_bytes() == journal.content
            journal.close()
            yield f"move saved, after {length:,}, but for the flush", timings(taken)


def marks() -> Iterator[tuple[str, str]]:
    """What is kept with a move of where it led, worked out where much has been typed already."""
    with tempfile.TemporaryDirectory() as name:
        played = long_playthrough(Path(name), LINE)
        played.close()
        turns = [played.opening, *(turn for _, turn in played.history)]
        taken: list[float] = []
        for before, turn in pairwise(turns):
            begun = perf_counter()
            mark_of(played.story, before.state, turn)
            taken.append(perf_counter() - begun)
        yield f"mark of a move, in a playthrough of {LINE}", timings(taken)


def whole_moves() -> Iterator[tuple[str, str]]:
    """A choice or a page from the key to the answer, saved and flushed to this machine's disk."""
    with tempfile.TemporaryDirectory() as name:
        taken: list[float] = []
        long_playthrough(Path(name), LINE, taken).close()
        yield f"move of {LINE}, from the order to the answer, on the disk", timings(taken)


def loading() -> Iterator[tuple[str, str]]:
    """A playthrough opened again: read, checked, and every move of it made again."""
    with tempfile.TemporaryDirectory() as name:
        played = long_playthrough(Path(name), LINE)
        played.close()
        pages = len(played.pages)
        saves = Saves(Path(name))
        read: list[float] = []
        made: list[float] = []
        for _ in range(LOADS):
            reader = Reader.from_folder(STORY / "lexicon")
            reader.read("Ruby sings.")
            begun = perf_counter()
            journal, _ = saves.read("autosave", played.story.id)
            read.append(perf_counter() - begun)
            begun = perf_counter()
            found, notes = revival(played.story, reader, journal)
            made.append(perf_counter() - begun)
            assert (len(found.line), notes) == (LINE, [])
        yield (
            f"load of {LINE} moves, {pages} pages among them",
            f"median {median(map(sum, zip(read, made, strict=True))) * 1000:.0f} ms: the file "
            f"{median(read) * 1000:.0f} ms, the moves {median(made) * 1000:.0f} ms (n = {LOADS})",
        )


def loading_from_a_snapshot() -> Iterator[tuple[str, str]]:
    """The same, where it is known how it stood when it was left."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        played = long_playthrough(folder, LINE)
        stands, pages, cache = played.turn, len(played.pages), SnapshotCache(folder / "cache")
        played.close()
        Session(played.story, played.reader, folder, snapshots=cache).open()[0].close()
        taken: list[float] = []
        for _ in range(LOADS):
            fresh = SnapshotCache(folder / "cache")
            begun = perf_counter()
            again, _ = Session(played.story, played.reader, folder, snapshots=fresh).open()
            taken.append(perf_counter() - begun)
            assert (len(again.history), again.turn) == (LINE, stands)
            again.close()
        yield f"load of {LINE} moves, {pages} pages among them, from a snapshot", timings(taken)


def long_playthrough(folder: Path, length: int, taken: list[float] | None = None) -> Playthrough:
    """The shipped story played at random for so many moves; where it ends it begins again, in one line."""
    story = endless_story()
    reader = Reader.from_folder(STORY / "lexicon")
    pages = long_pages()
    playthrough, _ = Session(story, reader, folder, seed=5, new=True).open()
    chance = random.Random(1)
    while len(playthrough.history) < length:
        turn = playthrough.turn
        choices = [choice.id for choice in turn.choices if choice.enabled]
        typed = turn.page is not None and (not choices or chance.random() < 0.9)
        move = chance.choice(pages) if typed else chance.choice(choices)
        begun = perf_counter()
        playthrough.type(move) if typed else playthrough.choose(move)
        if taken is not None:
            taken.append(perf_counter() - begun)
    return playthrough


def endless_story() -> Story:
    """The shipped story with a way on from each ending to its beginning."""
    story = load_story(STORY)
    scenes = {
        name: replace(scene, ending=None, goto=(Goto(None, story.start),)) if scene.ending else scene
        for name, scene in story.scenes.items()
    }
    return replace(story, scenes=scenes)


def _fill(journal: Journal, marked: list[Chosen | Typed], length: int) -> None:
    """So many moves in it already, and in its file."""
    with patch.object(os, "fsync", lambda _handle: None):
        for number in range(length):
            journal.append(marked[number % len(marked)])
