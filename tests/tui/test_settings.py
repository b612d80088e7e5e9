"""Settings, and the desk's file: kept, and harmless whatever is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tui.desk import BIN_LIMIT, Desk, Torn, load_desk, save_desk
from game.tui.settings import CHOICES, Settings, changed, cycled, load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path


@given(picked=st.fixed_dictionaries({name: st.sampled_from(allowed) for name, allowed in CHOICES.items()}))
def test_settings_come_back_as_they_were_kept(
    tmp_path_factory: pytest.TempPathFactory, picked: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("config") / "deep" / "settings.toml"
    settings = Settings()
    for name, value in picked.items():
        settings = changed(settings, name, value)
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_what_makes_no_sense_has_its_default_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        'palette = "mauve"\nplain_editing = 1\narrival = "at-once"\nother = [1]\n', encoding="utf-8"
    )
    assert load_settings(path) == Settings(arrival="at-once")


@given(content=st.binary(max_size=300))
def test_no_settings_file_stops_the_game(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    path.write_bytes(content)
    assert isinstance(load_settings(path), Settings)


def test_a_folder_in_its_place_has_defaults_and_saving_says_so(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    with pytest.raises(IsADirectoryError):
        save_settings(Settings(), tmp_path)
    assert list(tmp_path.parent.glob(f"{tmp_path.name}?*")) == []


def test_settings_go_round(tmp_path: Path) -> None:
    settings = Settings()
    for _ in CHOICES["palette"]:
        settings = cycled(settings, "palette")
    assert settings == Settings()
    assert cycled(settings, "plain_editing", -1).plain_editing is True


def test_the_desk_is_found_as_it_was_left(tmp_path: Path) -> None:
    desk = Desk()
    desk.throw_away("Who?", "Ruby ~~is~~ [/]")
    desk.throw_away("Who?", "  \n")
    desk.leave("7:3:who", "Ruby keeps", backwards=True)
    save_desk(desk, tmp_path / "saves" / "autosave.desk.yaml")
    found = load_desk(tmp_path / "saves" / "autosave.desk.yaml")
    assert found.bin == [Torn("Who?", "Ruby ~~is~~ [/]")]
    assert found.left_for("7:3:who") == ("Ruby keeps", True)
    assert found.left_for("7:4:who") == ("", False)


def test_the_bin_is_emptied_from_the_bottom() -> None:
    desk = Desk()
    for number in range(BIN_LIMIT + 3):
        desk.throw_away("", str(number))
    assert len(desk.bin) == BIN_LIMIT
    assert desk.bin[0].text == "3"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{", b'{"format": 2, "text": "x"}', b"\xff", b"[" * 100_000,
        b'{"format": 1, "bin": [1, {}]}',
        b'{"format": 1, "text": 5, "sheet": null, "backwards": "yes"}',
    ],
)  # fmt: skip
def test_no_desk_file_stops_the_game(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk"
    path.write_bytes(content)
    desk = load_desk(path)
    assert (desk.bin, desk.text, desk.backwards) == ([], "", False)


def test_what_a_terminal_would_obey_is_cleaned_out_of_the_desk(tmp_path: Path) -> None:
    path = tmp_path / "desk"
    path.write_text('{"format": 1, "sheet": "s", "text": "a\\u001b]0;x\\u0007b\\u202e"}', encoding="utf-8")
    assert load_desk(path).text == "a]0;xb"
