from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.cli import main
from game.preview.plain import PlainPreview
from tests.preview.conftest import edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.workshop.rehearsal import Rehearsal


def play(rehearsal: Rehearsal, *steps: str | Callable[[], object]) -> str:
    """Write lines and edit files in turn, and wait each time until that was taken up."""
    out = io.StringIO()
    left = list(steps)

    def read(_prompt: str) -> str | None:
        while left and not isinstance(left[0], str):
            time.sleep(0.05)
            before = out.getvalue()
            left.pop(0)()  # type: ignore[operator]
            while out.getvalue() == before:
                time.sleep(0.02)
        return left.pop(0) if left else None  # type: ignore[return-value]

    assert PlainPreview(rehearsal, read, out, None).play() == 0
    return out.getvalue()


def test_an_edit_is_told_between_two_lines(folder: Path, rehearse: Callable[..., Rehearsal]) -> None:
    shown = play(
        rehearse(),
        "3",
        lambda: edit(folder, "The sheet is in.", "It is in."),
        "inspect",
    )
    assert "The sheet is in." in shown
    after = shown.partition("Read again in ")[2]
    assert "It is in." in after
    assert "sheet-in, chapter one, 1 move in" in after


def test_an_error_is_shown_and_the_game_goes_on(folder: Path, rehearse: Callable[..., Rehearsal]) -> None:
    shown = play(rehearse(), lambda: edit(folder, "A desk,", "A {desk,"), "3", "quit")
    assert "The last good one goes on." in shown
    assert "one.yaml:6:9: RS020 this { is never closed" in shown
    assert "The sheet is in." in shown


def test_nothing_of_it_is_kept(tmp_path: Path, rehearse: Callable[..., Rehearsal]) -> None:
    shown = play(rehearse(scene="sheet-in"), "save x", "load x", "1", "restart", "quit")
    assert shown.count("Nothing of a preview is kept.") == 2
    assert shown.count("The sheet is in.") == 2
    assert not (tmp_path / "saves" / "x.yaml").exists()


def test_the_command_says_what_cannot_be(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "--plain", "--story", str(folder), "--scene", "desc"]) == 2
    assert "did you mean `desk`?" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["preview", "--story", str(folder), "--set", "nerve"])


def test_in_plain_text_it_needs_no_textual(folder: Path) -> None:
    code = (
        "import sys; from game.cli import main; "
        "code = main(['preview', '--plain', '--story', sys.argv[1]]); "
        "assert not {'textual', 'rich'} & set(sys.modules), 'Textual was loaded'; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        input="3\nquit\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert "The sheet is in." in done.stdout


def test_it_leaves_at_once_though_more_might_be_typed(folder: Path) -> None:
    command = [sys.executable, "-c", "import sys; from game.cli import main; sys.exit(main(sys.argv[1:]))"]
    with subprocess.Popen(
        [*command, "preview", "--plain", "--story", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as game:
        assert game.stdin is not None
        assert game.stderr is not None
        game.stdin.write(b"3\nquit\n")
        game.stdin.flush()
        assert game.wait(timeout=60) == 0
        assert game.stderr.read() == b""
