"""What is typed goes through every order of the line front ends as words, and as nothing else."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from game.cli import main
from game.line.jsonl import play_json
from game.line.plain import line_source, play_plain
from game.saves.cleaning import clean
from tests.example import write_story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.play.session import Session

TEXTS = ["[red]", "\x1b[2J", "{x}", "%s", "w" * 10_000]
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ORDERS = [
    *("look", "manuscript", "then", "timeline", "so far", "people", "endings", "saves", "undo", "redo"),
    "transcript off",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [None, 40])
def test_in_plain_text(session: Callable[..., Session], tmp_path: Path, text: str, width: int | None) -> None:
    page = f"Ruby keeps {text}."
    lines = ["transcript on", f"* {text}", "3", page, ".read", ".strike 1", ".tear", page, ".", *ORDERS]
    for order in ORDERS:
        out = io.StringIO()
        source = io.BytesIO("".join(f"{line}\n" for line in [*lines, order, f"save {text}"]).encode())
        assert play_plain(session(slot="mine", seed=7, new=True), line_source(source), out, width) == 0
        told = out.getvalue()
        assert not CONTROLS.search(told)
        assert clean(text)[:30] in told.replace("\n", "")
    (transcript,) = tmp_path.rglob("mine.transcript.txt")
    written = transcript.read_text(encoding="utf-8")
    assert not CONTROLS.search(written)
    assert f"* {clean(text)}\n" in written
    assert f"    Ruby keeps {clean(text)}.\n" in written


@pytest.mark.parametrize("text", TEXTS)
def test_in_json(session: Callable[..., Session], text: str) -> None:
    page = f"Ruby keeps {text}."
    orders: list[dict[str, object]] = [
        {"choose": "sit"}, {"read": page}, {"type": page}, {"timeline": True}, {"state": True}, {"undo": 1},
        {"redo": 1}, {"choose": text}, {"load": text}, {"save": text},
    ]  # fmt: skip
    sink = io.BytesIO()
    source = io.BytesIO("".join(f"{json.dumps(order)}\n" for order in orders).encode())
    assert play_json(session(slot=None, seed=7), source, sink) == 0
    answers = sink.getvalue().decode("utf-8").splitlines()
    assert len(answers) == len(orders) + 1
    assert all(isinstance(json.loads(answer), dict) for answer in answers)
    assert not CONTROLS.search("".join(answers))
    typed = json.loads(answers[3])
    assert any(clean(text) in passage["text"] for passage in typed["passages"])


@pytest.mark.parametrize("text", TEXTS)
def test_in_what_is_told_of_saves(
    session: Callable[..., Session], tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    playthrough, _ = session(slot="mine", seed=7, new=True).open()
    playthrough.choose("sit")
    playthrough.type(f"Ruby keeps {text}.")
    folder = playthrough.saves.folder
    playthrough.close()
    story = write_story(tmp_path / "story")
    (story / "lexicon").mkdir()
    (story / "lexicon" / "mood.yaml").write_text("aspect: mood\n", encoding="utf-8")
    common = ["--story", str(story), "--saves", str(folder)]
    for order in (["list"], ["show", "mine"], ["show", "mine", "--pages"], ["show", "mine", "--json"]):
        assert main(["saves", *order, *common]) == 0
        told = capsys.readouterr()
        assert not CONTROLS.search(told.out + told.err)
        assert clean(text)[:8] in told.out
