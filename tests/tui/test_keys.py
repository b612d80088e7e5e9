"""Keys of the player's own: read from the settings, refused with a sentence, and named wherever keys are."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.cleaning import clean
from game.tui.keys import commands, keymap, keys_comment
from game.tui.settings import Settings, load_keys, save_settings
from tests.tui.playing import app_for, at_desk, read_all, screen_of, type_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("wanted", "given_"),
    [
        ({"desk.pull": "f9"}, {"desk.pull": "f9"}),
        ({"desk.pull": "f9, ctrl+e"}, {"desk.pull": "f9,ctrl+e"}),
        ({"scene.undo": "!"}, {"scene.undo": "exclamation_mark"}),
        ({"desk.pull": "f4", "desk.tear": "f2"}, {"desk.pull": "f4", "desk.tear": "f2"}),
        ({"menu.down": "down,j"}, {"menu.down": "down,j"}),
        ({"manuscript.next": "f"}, {"manuscript.next": "f"}),
    ],
)
def test_a_key_that_is_free_is_given(wanted: dict[str, object], given_: dict[str, str]) -> None:
    assert keymap(wanted) == (given_, [])


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({"desk.fly": "f9"}, "there is no command “desk.fly”"),
        ({"desk.pull": "blorf"}, "“blorf” is no key"),
        ({"desk.pull": ""}, "“” is no key"),
        ({"desk.pull": 5}, "“5” is no key"),
        ({"desk.pull": ["f9"]}, "is no key"),
        ({"desk.pull": "p"}, "“p” is needed for typing"),
        ({"app.quit": "shift+q"}, "is needed for typing"),
        ({"desk.pull": "enter"}, "“enter” is needed for typing"),
        ({"desk.pull": "f7"}, "“f7” is taken, by desk.read-back"),
        ({"scene.undo": "m"}, "“m” is taken, by scene.manuscript"),
        ({"scene.undo": "ctrl+p"}, "“ctrl+p” is taken, by the list of commands"),
        ({"desk.pull": "f9", "desk.tear": "f9"}, "“f9” is taken, by desk.pull, so desk.tear"),
    ],
)
def test_a_key_that_cannot_be_given_is_refused_in_a_sentence(wanted: dict[str, object], why: str) -> None:
    _, refused = keymap(wanted)
    assert len(refused) == 1
    assert why in refused[0]


@given(wanted=st.dictionaries(st.sampled_from([*commands(), "x"]), st.text(max_size=8) | st.integers()))
def test_whatever_is_wanted_no_two_commands_of_a_screen_get_one_key(wanted: dict[str, object]) -> None:
    given_, refused = keymap(wanted)
    assert len(given_) + len(refused) == len(wanted)
    assert all(clean(line) == line for line in refused)


def test_the_file_says_which_commands_there_are(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(Settings(), path, keys_comment())
    text = path.read_text(encoding="utf-8")
    assert '# "desk.pull" = "f2,ctrl+d"' in text
    opened = text.replace("# [keys]", "[keys]").replace('# "desk.pull" = "f2,ctrl+d"', '"desk.pull" = "f9"')
    assert tomllib.loads(opened)["keys"] == {"desk.pull": "f9"}
    path.write_text(opened, encoding="utf-8")
    save_settings(Settings(palette="night"), path, keys_comment())
    assert load_keys(path) == {"desk.pull": "f9"}, "and the table stays"
    assert path.read_text(encoding="utf-8").count("Keys of your own") == 1


def test_a_name_may_be_written_without_quotes(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\ndesk.pull = "f9"\n"scene.undo" = "b"\n', encoding="utf-8")
    assert load_keys(path) == {"desk.pull": "f9", "scene.undo": "b"}


async def test_the_player_s_keys_work_and_are_named_wherever_keys_are(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        '[keys]\n"desk.pull" = "f9"\n"scene.undo" = "b"\n"scene.redo" = "m"\n', encoding="utf-8"
    )
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        why = "Your keys: “m” is taken, by scene.manuscript, so scene.redo keeps its own."
        assert why in [paragraph.text for paragraph in app.scene.page.book.paragraphs]
        await at_desk(pilot)
        assert "F9 Pull the page" in screen_of(app)
        assert "F9 pulls the page" in " ".join(screen_of(app).split())
        await type_text(pilot, "Ruby sings")
        await pilot.press("f2")
        await pilot.pause()
        assert app.playthrough.pages == ()
        await pilot.press("f9")
        await read_all(pilot)
        assert len(app.playthrough.pages) == 1
        assert " b  Take back" in screen_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Take back the last move  (b)" in screen_of(app)
        await pilot.press("escape", "b")
        await pilot.pause()
        assert app.playthrough.pages == ()
        await pilot.press("f1")
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "Keys of your own" in screen_of(app)
        assert "desk.pull                f9" in screen_of(app)
