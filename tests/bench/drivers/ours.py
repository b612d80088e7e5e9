"""Our own engine on a story's folder; its cache is kept beside the folder."""

from __future__ import annotations

import contextlib
import json
from time import time_ns
from typing import TYPE_CHECKING

from game.engine.step import begin, step
from game.engine.turn import Choose
from game.story.cache import StoryCache
from game.story.loader import examine, load_story
from tests.bench.drivers.driver import MODULUS, MULTIPLIER, Driver, main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.engine.turn import Turn
    from game.story.model import Story

SEED = 1


class Ours(Driver):
    """Our own engine."""

    def compile(self) -> None:
        assert examine(self.story_path).story is not None

    @contextlib.contextmanager
    def changed(self) -> Iterator[None]:
        path = min(self.story_path.glob("chapters/*.yaml"))
        before = path.read_text(encoding="utf-8")
        path.write_text(
            before.replace("text: |\n", f"text: |\n      It is {time_ns()}.\n", 1), encoding="utf-8"
        )
        yield
        path.write_text(before, encoding="utf-8")

    def load(self) -> None:
        self.story = load_story(self.story_path, StoryCache(self.story_path.parent / "cache"))

    def begin(self) -> None:
        self.turn = begin(self.story, SEED)

    def play(self, turns: int, pick: int) -> int:
        self.turn, pick = play(self.story, self.turn, turns, pick)
        return pick

    def shown(self) -> tuple[str, list[str]]:
        text = "\n\n".join(passage.text for passage in self.turn.passages)
        return text, [choice.text for choice in self.turn.choices]

    def save(self) -> str:
        from game.saves.packing import Packer  # noqa: PLC0415 (a start needs no saves)

        packed = Packer().turn(self.turn)
        return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))

    def restore(self, saved: str | bytes) -> None:
        from game.saves.packing import Unpacker  # noqa: PLC0415

        self.turn = Unpacker({}).turn(json.loads(saved))


def play(story: Story, turn: Turn, turns: int, pick: int) -> tuple[Turn, int]:
    """Make so many moves from a turn; answers the last turn and the last pick. All choices can be picked."""
    for _ in range(turns):
        if choices := turn.choices:
            pick = pick * MULTIPLIER % MODULUS
            turn = step(story, turn.state, Choose(choices[pick % len(choices)].id))
        else:
            turn = begin(story, SEED)
    return turn, pick


if __name__ == "__main__":
    main(Ours)
