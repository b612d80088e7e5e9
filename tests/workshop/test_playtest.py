from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from game.play.session import Session
from game.saves.entries import Expected
from game.saves.journal import recover
from game.saves.resume import replay
from game.story.loader import load_story
from game.workshop.playtest import recorded, run
from tests.example import ExampleReader, write_story

if TYPE_CHECKING:
    from game.reader.reader import Reader
    from game.story.model import Story

READER = cast("Reader", ExampleReader())
PLAYED = """\
story: small
seed: 7
---
scene: desk
choose: look
---
see: a   GARDEN, and rain
---
unseen: "{it."
---
holds: nerve == 1 and not has('act')
---
offered: sit
---
closed: jump
---
reload: now
---
scene: desk
choose: sit
---
scene: sheet-in
page: who
type: Ruby keeps bees.
---
holds: has('act', 'keep bees')
---
undo: 1
scene: second-sheet
---
see: The sheet is in.
---
scene: sheet-in
choose: stand
---
scene: desk
choose: leave
---
scene: garden
choose: stay
---
ending: dark
---
reload: now
"""
WRONG = {
    "words that are not there": ("see: a   GARDEN, and rain", "see: snow", 3, "cannot be seen"),
    "words that should not be": ('unseen: "{it."', "unseen: A garden", 4, "can be seen"),
    "a state": ("nerve == 1", "nerve == 2", 5, "not so"),
    "an expression that is none": ("holds: nerve == 1", "holds: __import__('os')", 5, "cannot be asked"),
    "a choice that is not offered": ("offered: sit", "offered: fly", 6, "not offered"),
    "a choice that is": ("closed: jump", "closed: sit", 7, "is offered"),
    "a move that cannot be made": ("choose: sit", "choose: recline", 9, "cannot be made"),
    "an ending": ("ending: dark", "ending: light", 17, "the ending is dark"),
    "a part that is nothing": ("offered: sit", "gives: sit", 6, "has no key"),
    "another story": ("story: small", "story: large", 1, "another story"),
}


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return load_story(write_story(tmp_path / "story"))


def test_what_is_expected_and_so_passes(story: Story, tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(PLAYED)
    outcome = run(story, READER, path)
    assert outcome.faults == ()
    assert outcome.expectations == 10


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_so_is_told_with_its_place(story: Story, tmp_path: Path, name: str) -> None:
    old, new, document, message = WRONG[name]
    assert PLAYED.count(old) == 1
    path = tmp_path / "test.yaml"
    path.write_text(PLAYED.replace(old, new))
    faults = run(story, READER, path).faults
    assert any(fault.document == document and message in fault.message for fault in faults), faults


def test_a_playtest_is_a_save(story: Story, tmp_path: Path) -> None:
    found = recover(PLAYED.encode(), by_hand=True)
    assert found.damage is None
    played = replay(story, READER, found.journal)
    assert played.stopped is None
    assert played.turn.ending is not None
    again = recover(bytes(found.journal.content), by_hand=True)
    assert [sealed.entry for sealed in again.journal.sealed] == [s.entry for s in found.journal.sealed]


def test_the_guide_s_playtest_is_one() -> None:
    guide = (Path(__file__).parents[2] / "story" / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(format:.*?)```", guide, re.DOTALL)
    found = recover(example.encode(), by_hand=True)
    assert found.damage is None
    kinds = [sealed.entry.kind for sealed in found.journal.sealed if isinstance(sealed.entry, Expected)]
    assert kinds == ["see", "unseen", "holds", "offered", "reload", "ending"]


def test_one_can_be_written_from_a_save_and_holds(story: Story, tmp_path: Path) -> None:
    playthrough, _ = Session(story, READER, tmp_path / "saves", seed=3).open()
    for choice in ("look", "leave", "stay"):
        playthrough.choose(choice)
    playthrough.undo()
    playthrough.choose("stay")
    path = tmp_path / "test.yaml"
    path.write_text(recorded(story, READER, playthrough.journal))
    outcome = run(story, READER, path)
    assert outcome.faults == ()
    assert outcome.expectations == 4
    assert recover(path.read_bytes()).journal.header.seed == 3


@pytest.mark.parametrize("text", ["", "seed: 1\n", "- a\n", "story: small\nseed: x\n", "\x00"])
def test_a_file_that_is_no_playtest_is_a_fault_and_no_crash(story: Story, tmp_path: Path, text: str) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(text)
    assert run(story, READER, path).faults
