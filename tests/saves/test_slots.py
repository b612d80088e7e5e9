from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.saves import files, slots
from game.saves.entries import Chosen, Header
from game.saves.errors import NewerFormatError, SaveError, SlotNameError
from game.saves.journal import Journal, recover
from game.saves.lock import SlotLock
from game.saves.names import slot_name
from game.saves.slots import Saves

HEADER = Header("small", "1.0.0", "abc123", "0.1.0", 7, "2026-06-02T10:00:00Z")
LOOK, LEAVE = Chosen("desk", "look"), Chosen("desk", "leave")


@pytest.fixture
def saves(tmp_path: Path) -> Saves:
    return Saves(tmp_path / "saves")


def moves(saves: Saves, name: str) -> list[str]:
    found = recover(saves.path(name).read_bytes())
    assert found.damage is None
    return [entry.choice for entry in found.journal.line if isinstance(entry, Chosen)]


@pytest.mark.parametrize("name", ["autosave", "Monday night", "a", "2", "x_y-z", "a" * 60])
def test_ordinary_names_are_allowed(name: str) -> None:
    assert slot_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "", " ", "..", ".", "../x", "a/b", "a\\b", "/etc/passwd", "a.yaml", "a.set-aside-1", "con",
        "NUL", "Com1", "lpt9", "a" * 61, " a", "a ", "-a", "é", "a\nb", "a\x00", "a\x1b[2J",
        "~", "$HOME", "%s", "C:x", "autosave\n",
    ],
)  # fmt: skip
def test_other_names_are_refused_and_told_what_is_allowed(name: str) -> None:
    with pytest.raises(SlotNameError, match="letters") as caught:
        slot_name(name)
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=80))
def test_whatever_the_name_the_path_stays_in_the_folder(name: str) -> None:
    try:
        path = Saves(Path("/saves")).path(name)
    except SlotNameError:
        return
    assert path.parent == Path("/saves")
    assert path.name == f"{name}.yaml"


def test_every_move_is_on_the_disk_when_append_returns(saves: Saves) -> None:
    journal, notes = saves.begin("autosave", HEADER)
    assert notes == []
    assert moves(saves, "autosave") == []
    journal.append(LOOK)
    assert moves(saves, "autosave") == ["look"]
    journal.append(LEAVE)
    assert moves(saves, "autosave") == ["look", "leave"]


def test_a_journal_is_only_ever_appended_to(saves: Saves) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    before = saves.path("autosave").read_bytes()
    for entry in (LOOK, LEAVE, LOOK):
        journal.append(entry)
        after = saves.path("autosave").read_bytes()
        assert after.startswith(before)
        before = after


def test_without_a_slot_nothing_is_written(saves: Saves) -> None:
    journal, _ = saves.begin(None, HEADER)
    journal.append(LOOK)
    assert not saves.folder.exists()
    assert journal.slot is None


def test_beginning_anew_keeps_what_was_in_the_slot(saves: Saves) -> None:
    first, _ = saves.begin("autosave", HEADER)
    first.append(LOOK)
    first.close()
    _, notes = saves.begin("autosave", HEADER)
    assert notes == ["What was in “autosave” before is kept as “autosave-1”."]
    assert moves(saves, "autosave-1") == ["look"]
    assert moves(saves, "autosave") == []


def test_beginning_anew_over_a_playthrough_without_moves_leaves_no_litter(saves: Saves) -> None:
    saves.begin("autosave", HEADER)[0].close()
    _, notes = saves.begin("autosave", HEADER)
    assert notes == []
    assert [info.name for info in saves.slots()] == ["autosave"]


def test_beginning_anew_after_saving_keeps_only_the_save(saves: Saves) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    journal.append(LOOK)
    saves.copy(journal, "mine")
    journal.close()
    _, notes = saves.begin("autosave", HEADER)
    assert notes == []
    assert {info.name for info in saves.slots()} == {"autosave", "mine"}


def test_saving_over_a_slot_keeps_what_is_not_in_the_new_one(saves: Saves) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    journal.append(LOOK)
    saves.copy(journal, "mine")
    journal.append(LEAVE)
    assert saves.copy(journal, "mine") == []
    other, _ = saves.begin(None, HEADER)
    other.append(LEAVE)
    assert saves.copy(other, "mine") == []  # for all of it is in the autosave too
    journal.append(LOOK)
    third, _ = saves.begin(None, HEADER)
    third.append(LOOK)
    assert saves.copy(third, "mine") == ["What was in “mine” before is kept as “mine-1”."]
    assert moves(saves, "mine-1") == ["leave"]
    assert moves(saves, "mine") == ["look"]


def test_a_second_process_gets_a_copy_and_is_told(saves: Saves) -> None:
    first, _ = saves.begin("autosave", HEADER)
    first.append(LOOK)
    second, notes = saves.open("autosave", HEADER)
    assert second.slot == "autosave-1"
    assert any("another window" in note for note in notes)
    second.append(LEAVE)
    first.append(LOOK)
    assert moves(saves, "autosave") == ["look", "look"]
    assert moves(saves, "autosave-1") == ["look", "leave"]


def test_a_second_process_that_begins_anew_leaves_the_first_alone(saves: Saves) -> None:
    first, _ = saves.begin("autosave", HEADER)
    first.append(LOOK)
    second, notes = saves.begin("autosave", HEADER)
    assert second.slot == "autosave-1"
    assert any("another window" in note for note in notes)
    assert moves(saves, "autosave") == ["look"]


def test_a_slot_that_is_being_played_is_not_saved_over(saves: Saves) -> None:
    first, _ = saves.begin("mine", HEADER)
    first.append(LOOK)
    other, _ = saves.begin("autosave", HEADER)
    with pytest.raises(SaveError, match="another name"):
        saves.copy(other, "mine")
    assert moves(saves, "mine") == ["look"]


def test_a_lock_is_free_again_when_the_playthrough_is_closed(tmp_path: Path) -> None:
    lock = SlotLock.take(tmp_path / "a.lock")
    assert lock is not None
    assert SlotLock.take(tmp_path / "a.lock") is None
    lock.release()
    assert SlotLock.take(tmp_path / "a.lock") is not None


def test_a_torn_file_loads_as_far_as_it_is_sound_and_is_set_aside_whole(saves: Saves) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    journal.append(LOOK)
    journal.append(LEAVE)
    journal.close()
    path = saves.path("autosave")
    torn = path.read_bytes()[:-14]
    path.write_bytes(torn)
    again, notes = saves.open("autosave", HEADER)
    assert any("damaged" in note for note in notes)
    assert any("autosave.set-aside-1.yaml" in note for note in notes)
    assert (saves.folder / "autosave.set-aside-1.yaml").read_bytes() == torn
    again.append(LOOK)
    assert moves(saves, "autosave") == ["look", "look"]
    assert [info.name for info in saves.slots()] == ["autosave"]


def test_nothing_is_overwritten_when_damage_is_set_aside_twice(saves: Saves) -> None:
    for junk in (b"one", b"two"):
        saves.folder.mkdir(exist_ok=True)
        saves.path("autosave").write_bytes(junk)
        saves.open("autosave", HEADER)[0].close()
    assert (saves.folder / "autosave.set-aside-1.yaml").read_bytes() == b"one"
    assert (saves.folder / "autosave.set-aside-2.yaml").read_bytes() == b"two"


def test_a_save_that_cannot_be_set_aside_is_left_and_another_slot_taken(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves.folder.mkdir()
    saves.path("autosave").write_bytes(b"junk")

    def full(_path: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(slots, "set_aside", full)
    journal, notes = saves.open("autosave", HEADER)
    assert journal.slot == "autosave-1"
    assert saves.path("autosave").read_bytes() == b"junk"
    assert any("No space left" in note for note in notes)


def test_newer_and_foreign_saves_are_refused_and_left_untouched(saves: Saves) -> None:
    saves.folder.mkdir()
    content = Journal(HEADER).content.decode()
    for text, refusal in (
        (content.replace("format: 2", "format: 9"), NewerFormatError),
        (content.replace("story: small", "story: other"), SaveError),
    ):
        saves.path("autosave").write_text(text, encoding="utf-8")
        with pytest.raises(refusal):
            saves.open("autosave", HEADER)
        assert saves.path("autosave").read_text(encoding="utf-8") == text
        assert len(list(saves.folder.glob("*.yaml"))) == 1
        lock = SlotLock.take(saves.folder / "autosave.lock")
        assert lock is not None
        lock.release()


@pytest.mark.parametrize("kind", ["link", "folder", "device", "pipe"])
def test_what_is_no_plain_file_is_never_opened(saves: Saves, tmp_path: Path, kind: str) -> None:
    saves.folder.mkdir()
    path = saves.path("autosave")
    match kind:
        case "link":
            (tmp_path / "secret").write_bytes(bytes(Journal(HEADER).content))
            path.symlink_to(tmp_path / "secret")
        case "folder":
            path.mkdir()
        case "device":
            path.symlink_to("/dev/zero")
        case "pipe":
            os.mkfifo(path)
    with pytest.raises(SaveError, match="plain file"):
        saves.open("autosave", HEADER)
    assert saves.slots()[0].problem is not None


def test_a_huge_file_is_refused_unread(saves: Saves) -> None:
    saves.folder.mkdir()
    with saves.path("autosave").open("wb") as file:
        file.truncate(files.FILE_LIMIT * 40)
    with pytest.raises(SaveError, match="larger than"):
        saves.open("autosave", HEADER)


def test_a_full_disk_is_told_and_made_good_at_the_next_move(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    journal.append(LOOK)
    write = os.write

    def half_full(handle: int, data: bytes) -> int:
        if len(data) > 5:
            return write(handle, data[:5])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(files.os, "write", half_full)
        journal.append(LEAVE)
        assert journal.trouble is not None
        assert "No space left" in journal.trouble
        assert moves(saves, "autosave") == ["look"]
    journal.append(LOOK)
    assert journal.trouble is None
    assert moves(saves, "autosave") == ["look", "leave", "look"]


def test_a_playthrough_that_is_not_on_the_disk_yet_is_not_replaced(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    other = Journal(HEADER)

    def full(_handle: int, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(files.os, "write", full)
        journal.append(LOOK)
        with pytest.raises(SaveError, match="would be lost"):
            saves.replace(journal, other)
    saves.replace(journal, other)
    assert moves(saves, "autosave-1") == ["look"]


def test_a_move_that_was_never_begun_is_no_damage(saves: Saves) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    journal.append(LOOK)
    journal.close()
    with saves.path("autosave").open("ab") as file:
        file.write(b"--")
    again, notes = saves.open("autosave", HEADER)
    again.append(LEAVE)
    assert notes == []
    assert moves(saves, "autosave") == ["look", "leave"]
    assert [path.name for path in saves.folder.iterdir() if "aside" in path.name] == []


def test_a_folder_deleted_while_playing_is_made_again_with_all_of_it(saves: Saves) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    journal.append(LOOK)
    for file in saves.folder.iterdir():
        file.unlink()
    saves.folder.rmdir()
    journal.append(LEAVE)
    assert journal.trouble is None
    assert moves(saves, "autosave") == ["look", "leave"]


def test_a_file_that_something_else_changed_meanwhile_is_kept_aside(saves: Saves) -> None:
    journal, _ = saves.begin("autosave", HEADER)
    journal.append(LOOK)
    saves.path("autosave").write_text("mine now", encoding="utf-8")
    journal.append(LEAVE)
    assert journal.trouble is not None
    assert "set aside" in journal.trouble
    assert (saves.folder / "autosave.set-aside-1.yaml").read_text(encoding="utf-8") == "mine now"
    assert moves(saves, "autosave") == ["look", "leave"]
    journal.append(LEAVE)
    assert journal.trouble is None


def test_where_nothing_can_be_written_the_game_goes_on_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be", encoding="utf-8")
    journal, notes = Saves(tmp_path / "saves").begin("autosave", HEADER)
    assert any("not saved" in note for note in notes)
    journal.append(LOOK)
    assert journal.trouble is not None
    assert len(journal.line) == 1


def test_a_save_that_fails_is_told_and_leaves_no_half_file(
    saves: Saves, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, _ = saves.begin(None, HEADER)
    journal.append(LOOK)

    def fails(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(files.os, "fsync", fails)
    with pytest.raises(SaveError, match="Input/output error"):
        saves.copy(journal, "mine")
    assert not [path for path in saves.folder.iterdir() if path.suffix != ".lock"]


def test_a_list_of_slots_survives_anything_in_the_folder(saves: Saves) -> None:
    journal, _ = saves.begin("good", HEADER)
    journal.append(LOOK)
    (saves.folder / "junk.yaml").write_bytes(b"\xff\xfe junk")
    (saves.folder / "not a slot.txt").write_bytes(b"x")
    (saves.folder / "x.set-aside-1.yaml").write_bytes(b"x")
    (saves.folder / "evil\x1b[2J.yaml").write_bytes(b"x")
    listed = {info.name: info for info in saves.slots()}
    assert set(listed) == {"good", "junk"}
    assert listed["good"].moves == 1
    assert listed["junk"].problem is not None


def test_a_folder_that_is_not_there_has_no_slots(tmp_path: Path) -> None:
    assert Saves(tmp_path / "none").slots() == []
