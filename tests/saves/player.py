"""Plays the example in a folder for ever, and prints the number of each move once it was answered."""

import sys
from pathlib import Path

from game.play.session import Session
from game.story.loader import load_story
from tests.play.example import ExampleReader


def main(story: str, saves: str) -> None:
    playthrough, _ = Session(load_story(Path(story)), ExampleReader(), Path(saves)).open()  # type: ignore[arg-type]
    while True:
        playthrough.choose("sit")
        print(len(playthrough.journal.sealed), flush=True)
        playthrough.type("Ruby keeps bees.\n" * 40)
        print(len(playthrough.journal.sealed), flush=True)
        playthrough.type("Ruby sings.", backwards=True)
        print(len(playthrough.journal.sealed), flush=True)
        playthrough.undo(3)
        print(len(playthrough.journal.sealed), flush=True)


main(*sys.argv[1:])
