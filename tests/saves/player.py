"""Plays the example in a folder for ever, and prints the slot and the number of each move once answered."""

import sys
from pathlib import Path

from game.play.session import Session
from game.story.loader import load_story
from tests.example import ExampleReader


def main(story: str, saves: str) -> None:
    playthrough, _ = Session(load_story(Path(story)), ExampleReader(), Path(saves)).open()  # type: ignore[arg-type]
    moves = {
        "desk": lambda: playthrough.choose("sit"),
        "sheet-in": lambda: playthrough.type("Ruby keeps bees.\n" * 40),
        "second-sheet": lambda: playthrough.type("Ruby sings.", backwards=True),
        "garden": lambda: playthrough.undo(len(playthrough.history)),
    }
    while True:
        moves[playthrough.turn.scene]()
        if playthrough.trouble is None:
            print(playthrough.slot, len(playthrough.journal.sealed), flush=True)


main(*sys.argv[1:])
