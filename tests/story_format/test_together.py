"""Files written together come to be all new or stay all old, wherever the program is killed."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.together import finish, write_together
from game.story.where import STAGE, find_story

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"a.yaml": b"old a", "chapters/b.yaml": b"old b", "c.yaml": b"old c"}
NEW = {"a.yaml": b"new a", "chapters/b.yaml": b"new b"}


class Killed(BaseException):
    """Stands for the signal after which nothing more of the program runs."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chapters").mkdir()
    for path, content in OLD.items():
        (tmp_path / path).write_bytes(content)
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in OLD}


def test_all_are_replaced_and_nothing_is_left_over(folder: Path) -> None:
    write_together(folder, NEW)
    assert held(folder) == OLD | NEW
    assert not (folder / STAGE).exists()


@pytest.mark.parametrize("step", range(12))
def test_killed_at_any_step_all_are_old_or_all_come_to_be_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    # Killed means that no clearing up is done either: neither here nor in what catches exceptions.
    steps = 0

    def dying(function):  # type: ignore[no-untyped-def]
        def called(*arguments, **named):  # type: ignore[no-untyped-def]
            nonlocal steps
            steps += 1
            if steps > step:
                raise Killed
            return function(*arguments, **named)

        return called

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.replace", dying(type(folder).replace))
        patch.setattr(
            "game.story.together._put", dying(__import__("game.story.together", fromlist=["_put"])._put)
        )
        patch.setattr("shutil.rmtree", dying(lambda *_, **__: None))
        try:
            write_together(folder, NEW)
            whole = True
        except Killed:
            whole = False
    decided = (folder / STAGE / "list.json").exists()
    find_story(folder)
    assert held(folder) == (OLD | NEW if decided or whole else OLD)


def test_a_folder_without_a_list_is_cleared_away_only_after_a_while(folder: Path) -> None:
    (folder / STAGE).mkdir()
    finish(folder)
    assert (folder / STAGE).exists()
    os.utime(folder / STAGE, (time.time() - 3600,) * 2)
    write_together(folder, NEW)
    assert held(folder) == OLD | NEW


def test_while_somebody_else_writes_nothing_is_written(folder: Path) -> None:
    (folder / STAGE).mkdir()
    with pytest.raises(FileExistsError):
        write_together(folder, NEW)
    assert held(folder) == OLD


@pytest.mark.parametrize(
    "names",
    [{"0.new": "../out.yaml"}, {"0.new": "/tmp/out.yaml"}, {"../x.new": "a.yaml"}, ["a"], {"0.new": 1}],
)
def test_a_list_that_nobody_here_wrote_moves_nothing(folder: Path, names: object) -> None:
    (folder / STAGE).mkdir()
    (folder / STAGE / "0.new").write_bytes(b"foreign")
    (folder / STAGE / "list.json").write_text(json.dumps(names))
    finish(folder)
    assert held(folder) == OLD
    assert not (folder.parent / "out.yaml").exists()


def test_a_link_that_leads_out_of_the_folder_is_not_followed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.yaml"
    outside.write_bytes(b"mine")
    (folder / "link.yaml").symlink_to(outside)
    (folder / STAGE).mkdir()
    (folder / STAGE / "0.new").write_bytes(b"foreign")
    (folder / STAGE / "list.json").write_text(json.dumps({"0.new": "link.yaml"}))
    finish(folder)
    assert outside.read_bytes() == b"mine"


@given(content=st.binary(max_size=200))
def test_whatever_a_list_holds_is_no_crash(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("story")
    (folder / STAGE).mkdir()
    (folder / STAGE / "list.json").write_bytes(content)
    finish(folder)
