"""Settings, and the desk's file: kept, and harmless whatever is in them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tui.desk import BIN_LIMIT, Desk, Torn, load_desk, save_desk
from game.tui.settings import CHOICES, Settings, changed, cycled, load_settings, save_settings
from game.tui.widgets import clock
from tests.tui.playing import STORY, app_for, at_desk, read_all, screen_of, type_text

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


def test_what_else_is_in_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        '# mine\npalette = "night"   # dark\nfuture = [1, 2]\n\n'
        '[keys]\n"desk.pull" = "f9"\n\n[other]\nmeasure = 3\n',
        encoding="utf-8",
    )
    save_settings(Settings(measure=72), path)
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    assert found["future"] == [1, 2]
    assert found["keys"] == {"desk.pull": "f9"}
    assert found["other"] == {"measure": 3}
    assert "# mine" in path.read_text(encoding="utf-8")
    assert load_settings(path) == Settings(measure=72)
    save_settings(Settings(), path)
    assert load_settings(path) == Settings()


@pytest.mark.parametrize(
    "content", [b"palette =", b"\xff\xfe", b'palette = """\nx"""\n', b'"palette" = "night"\n']
)
def test_a_file_that_cannot_be_written_in_is_kept_beside_the_new_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    save_settings(Settings(bell=True), path)
    assert load_settings(path) == Settings(bell=True)
    assert (tmp_path / "settings.toml.unreadable").read_bytes() == content


@given(content=st.text(max_size=200))
def test_whatever_is_in_the_file_settings_can_be_kept_in_it(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    save_settings(Settings(clock=True), path, "# end")
    assert load_settings(path) == Settings(clock=True)


@pytest.mark.parametrize("measure", [60, 66, 72])
async def test_the_measure_is_how_many_letters_a_line_holds(tmp_path: Path, measure: int) -> None:
    save_settings(changed(Settings(), "measure", measure), tmp_path / "settings.toml")
    app = app_for(tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        await read_all(pilot)
        assert app.scene.page.book.content_size.width == measure
        await at_desk(pilot)
        middles = {
            2 * app.scene.query_one(one).region.x + app.scene.query_one(one).region.width
            for one in ("#page", "#sheet", "#platen", "#foot")
        }
        assert middles == {120}, "one under the other, in the middle"
        assert app.scene.machine.view.sheet.columns == 60


async def test_the_terminals_bell_rings_once_before_the_margin_if_it_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_for(tmp_path)
    rung: list[int] = []
    monkeypatch.setattr(app, "bell", lambda: rung.append(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_desk(pilot)
        await type_text(pilot, "x" * 58)
        assert rung == []
        app.change_settings(changed(app.settings, "bell", True))
        await type_text(pilot, "\n" + "x" * 58)
        assert rung == [1]
        await type_text(pilot, "\n" + "x" * 55)
        assert rung == [1, 1]


async def test_the_clock_tells_the_time_if_it_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "time_of_day", lambda: "10:58")
    app = app_for(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await read_all(pilot)
        assert "10:58" not in screen_of(app)
        app.change_settings(changed(app.settings, "clock", True))
        await pilot.pause()
        assert screen_of(app).splitlines()[-1].endswith("10:58")
        monkeypatch.setattr(clock, "time_of_day", lambda: "10:59")
        app.scene.query_one(clock.Clock)._tell()
        await pilot.pause()
        assert screen_of(app).splitlines()[-1].endswith("10:59")


async def test_content_notes_come_before_a_chapter_if_they_are_wanted(tmp_path: Path) -> None:
    notes = {
        STORY.scenes["morning"].chapter: ("a dog in danger", "[red]"),
        STORY.scenes["kitchen"].chapter: ("a telephone", "a telephone"),
    }
    story = replace(STORY, notes=notes)
    for wanted in ("off", "ask"):
        folder = tmp_path / wanted
        save_settings(changed(Settings(), "content_notes", wanted), folder / "settings.toml")
        app = app_for(folder, story=story)
        async with app.run_test(size=(80, 40)) as pilot:
            await read_all(pilot)
            assert ("[In this chapter: a dog in danger; [red].]" in screen_of(app)) is (wanted == "ask")
            await at_desk(pilot)
            await type_text(pilot, "Ruby sings")
            await pilot.press("f2")
            await pilot.pause()
            assert ("[In this chapter: a telephone.]" in screen_of(app)) is (wanted == "ask")
