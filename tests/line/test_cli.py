from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game import __version__
from game.cli import main
from tests.example import write_story

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
RUBY_SPARKS = (sys.executable, "-m", "game")


@pytest.fixture
def story_folder(tmp_path: Path) -> Path:
    folder = write_story(tmp_path / "story")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "mood.yaml").write_text("aspect: mood\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path, story_folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command as somebody at a shell would, on the example story and a folder of saves of its own."""

    def command(*arguments: str, sent: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*RUBY_SPARKS, "--story", str(story_folder), "--saves", str(tmp_path / "saves"), *arguments],
            input=sent, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT,
        )  # fmt: skip

    return command


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"ruby-sparks {__version__}\n"


def test_json_on_a_pipe_starts_afresh_and_keeps_nothing(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    done = run("play", "--json", "--seed", "7", sent='{"choose": "sit"}\n{"quit": true}\n')
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["scene"] for line in done.stdout.splitlines()] == ["desk", "sheet-in"]
    assert not (tmp_path / "saves").exists()
    assert run("play", "--json", "--seed", "7").stdout == done.stdout.splitlines(keepends=True)[0]


def test_plain_on_a_pipe_starts_afresh_and_keeps_nothing(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    done = run("play", "--plain", sent="3\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "In the typewriter: Who is she?" in done.stdout
    assert not (tmp_path / "saves").exists()


def test_a_named_slot_is_kept_whichever_the_front_end(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    run("play", "--json", "--slot", "mine", sent='{"choose": "sit"}\n')
    assert "In the typewriter: Who is she?" in run("--slot", "mine", "play", "--plain").stdout
    listed = run("saves", "list").stdout
    assert "mine: chapter Paper, 1 move" in listed
    assert "In the typewriter" not in run("play", "--plain", "--slot", "mine", "--new").stdout
    assert "mine-1: chapter Paper, 1 move" in run("saves", "list").stdout


def test_options_may_stand_before_or_after_the_command(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    before, after = run("--seed", "3", "play", "--json"), run("play", "--json", "--seed", "3")
    assert before.stdout == after.stdout != ""


def test_without_a_terminal_the_game_is_played_in_plain_text(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    done = run(sent="3\n")
    assert done.returncode == 0
    assert "plain text" in done.stderr
    assert "Choices:" in done.stdout


def test_read_prints_what_a_page_means(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Ruby keeps bees.", encoding="utf-8")
    for done in (
        run("read", "--text", "Ruby keeps bees."),
        run("read", sent="Ruby keeps bees."),
        run("read", "-", sent="Ruby keeps bees."),
        run("read", str(page)),
    ):
        assert done.stderr == ""
        assert json.loads(done.stdout).keys() == {"claims", "unread"}
    done = run("read", "--jsonl", sent='{"page": "x"}\nnot json\n{"page": "y"}\n')
    assert ["error" in json.loads(line) for line in done.stdout.splitlines()] == [False, True, False]


def test_why_and_verify_are_for_people(run: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = run("read", "--why", "--text", "Ruby is happy \x1b[2J and blue.")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert run("read", "--verify").stdout == "Every example in the lexicon reads as it says.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["play", "--json", "--slot", "../x"], "cannot be the name of a slot"),
        (["play", "--json", "--slot", "con"], "cannot be the name of a slot"),
        (["play", "--json", "--story", "/nowhere"], "no story"),
        (["play", "--json", "--seed", "x"], "whole number"),
        (["play", "--json", "--seed", "9" * 400], "18 digits"),
        (["play", "--json", "--plain"], "not allowed with"),
        (["read", "/nowhere/page.txt"], "/nowhere/page.txt"),
        (["read", "--text", "x" * 20_001], "20,000"),
        (["fly"], "invalid choice"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_one_can_put_right_is_said_in_a_sentence(
    run: Callable[..., subprocess.CompletedProcess[str]], arguments: list[str], said: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_story_with_faults_is_not_played_and_each_is_told(
    run: Callable[..., subprocess.CompletedProcess[str]], story_folder: Path
) -> None:
    (story_folder / "two.yaml").write_text(
        "chapter: one\nscenes:\n  a: {goto: nowhere}\n  b: {goto: none}\n", encoding="utf-8"
    )
    done = run("play", "--json")
    assert done.returncode == 2
    assert "two.yaml:3:" in done.stderr
    assert "two.yaml:4:" in done.stderr
    assert "ruby-sparks check" in done.stderr
    assert "Traceback" not in done.stderr
    assert run("saves", "list").returncode == 0


def test_a_save_of_a_newer_format_is_refused_in_a_sentence(
    run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    run("play", "--json", "--slot", "mine")
    path = tmp_path / "saves" / "mine.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("format: 2", "format: 3"), encoding="utf-8")
    done = run("play", "--json", "--slot", "mine")
    assert (done.returncode, done.stdout) == (2, "")
    assert "newer version" in done.stderr


def test_a_fault_of_our_own_is_one_line_and_exit_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> dict[str, object]:
        raise KeyError("lamp")

    monkeypatch.setattr("game.workshop.schema.json_schema", broken)
    assert main(["schema"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "KeyError" in told
    assert "test_cli.py, line" in told


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_leaves_quietly(tmp_path: Path, story_folder: Path) -> None:
    command = [*RUBY_SPARKS, "play", "--json", "--story", str(story_folder), "--saves", str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert (process.returncode, told) == (130, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes")
@pytest.mark.parametrize("form", ["--json", "--plain"])
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path, story_folder: Path, form: str) -> None:
    command = [*RUBY_SPARKS, "play", form, "--story", str(story_folder), "--saves", str(tmp_path)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE, check=False, cwd=ROOT
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments", [["play", "--json"], ["play", "--plain"], ["read", "--text", "x"], ["schema"]]
)
def test_nothing_but_the_terminal_front_end_loads_textual(
    tmp_path: Path, story_folder: Path, arguments: list[str]
) -> None:
    where = [] if arguments == ["schema"] else ["--story", str(story_folder), "--saves", str(tmp_path)]
    program = (
        "import sys\nfrom game.cli import main\n"
        f"assert main({arguments + where!r}) == 0\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_about_says_whose_this_is(run: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = run("about")
    assert (done.returncode, done.stderr) == (0, "")
    assert "An unofficial work of fans" in done.stdout
    assert "pydantic " in done.stdout
    assert "MIT License" in done.stdout


def test_without_what_serves_it_is_said_how_to_get_that(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], story_folder: Path
) -> None:
    for name in ("game.tui.browser.server", "textual_serve", "textual_serve.app_service", "aiohttp_jinja2"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "game.tui.browser.server")
    assert main(["serve", "--story", str(story_folder)]) == 2
    assert "pip install 'ruby-sparks[serve]'" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", f"--port={port}"])
    assert "a port is a whole number from 1 to 65535" in capsys.readouterr().err


def test_the_game_for_a_visitor_is_no_command_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert " serve " in told
    assert " visit " not in told
