"""`ruby-sparks saves`: what it says, what it exits by, and what it leaves alone."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.cli import main
from game.play.session import Session
from game.reader.reader import Reader
from game.saves.entries import FORMAT, Chosen
from game.saves.journal import Journal, recover, rewritten
from game.story.loader import load_story
from tests.example import CHAPTERS, STORY, write_story

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.playthrough import Playthrough

BEES = "Ruby keeps bees.\n\nOn the roof."


class Shelf:
    """A story in a folder, a folder of saves, and the commands on them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.story = write_story(folder / "story")
        (self.story / "lexicon").mkdir()
        (self.story / "lexicon" / "mood.yaml").write_text("aspect: mood\n", encoding="utf-8")
        self.saves = folder / "saves"
        self._capsys = capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The exit code, what was put out, and what was complained of."""
        code = main(["saves", *arguments, "--story", str(self.story), "--saves", str(self.saves)])
        return code, *self._capsys.readouterr()

    def session(self, slot: str = "mine") -> Session:
        reader = Reader.from_folder(self.story / "lexicon")
        return Session(load_story(self.story), reader, self.saves, slot=slot, seed=7)

    def play(self, slot: str = "mine") -> Playthrough:
        """Look, sit, look away from it and stand up again, sit, and a page."""
        playthrough, _ = self.session(slot).open()
        playthrough.choose("look")
        playthrough.choose("sit")
        playthrough.type("Ruby sings.")
        playthrough.undo()
        playthrough.choose("stand")
        playthrough.undo(2)
        playthrough.choose("sit")
        playthrough.type(BEES)
        playthrough.close()
        return playthrough

    def path(self, name: str = "mine") -> Path:
        return self.saves / f"{name}.yaml"

    def change(self, old: str, new: str, head: str = STORY) -> None:
        """An author's edit, in a version of its own."""
        assert old in CHAPTERS
        write_story(self.story, CHAPTERS.replace(old, new), head.replace("1.0.0", "1.1.0"))

    def edit(self, old: str, new: str, name: str = "mine") -> None:
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new), encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.saves.iterdir() if path.suffix == ".yaml"}


@pytest.fixture
def shelf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shelf:
    return Shelf(tmp_path, capsys)


def test_show_says_what_was_played_and_draws_what_was_taken_back(shelf: Shelf) -> None:
    shelf.play()
    code, out, _ = shelf.run("show", "mine")
    assert code == 0
    assert "A playthrough of “small”, version 1.0.0, begun " in out
    assert "3 moves are on the line that stands, 1 page among them; 3 more are off that line." in out
    assert out.splitlines()[-7:] == [
        "  0 the beginning",
        "  1 desk: look",
        "  +- 2 desk: sit",
        "  |  +- 3 sheet-in: page who, “Ruby sings.”",
        "  |  5 sheet-in: stand",
        "  7 desk: sit",
        "* 8 sheet-in: page who, “Ruby keeps bees. On the roof.”",
    ]


def test_show_has_the_pages_in_full_and_all_of_it_as_json(shelf: Shelf) -> None:
    shelf.play()
    _, out, _ = shelf.run("show", "mine", "--pages")
    assert out.endswith("* 8 sheet-in: page who\n      > Ruby keeps bees.\n      >\n      > On the roof.\n")
    assert "  |  |      > Ruby sings.\n" in out
    _, out, _ = shelf.run("show", str(shelf.path()), "--json")
    shown = json.loads(out)
    assert (shown["slot"], shown["stands"], shown["header"]["seed"]) == ("mine", 8, 7)
    assert [(move["n"], move["after"], move["stands"]) for move in shown["moves"]] == [
        (1, 0, True), (2, 1, False), (3, 2, False), (5, 2, False), (7, 1, True), (8, 7, True),
    ]  # fmt: skip
    assert shown["moves"][-1]["type"] == BEES


def test_the_slot_that_is_played_is_meant_if_none_is_named(shelf: Shelf) -> None:
    shelf.play("autosave")
    shelf.play("mine")
    assert "autosave (" in shelf.run("show")[1]
    assert "mine (" in shelf.run("show", "--slot", "mine")[1]
    assert shelf.run("verify")[1].startswith("autosave: the same")


def test_verify_exits_by_whether_it_is_the_same(shelf: Shelf) -> None:
    shelf.play()
    code, out, _ = shelf.run("verify", "mine", str(shelf.path()))
    assert (code, out.count("the same. 3 of 3 moves made again")) == (0, 2)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nerve += 1", "nerve += 2", "1 desk: look: nerve 2 (it was 1)."),
        ("The sheet is in.", "The sheet is in, straight.", "7 desk: sit: told in other words."),
        ("goto: sheet-in", "goto: garden", "it leads to “garden” now, and led to “sheet-in”"),
        ("id: sit,", "id: recline,", "7 desk: sit: not made again: That is not one of the choices here."),
        (
            "{id: stay, text: Stay,",
            "{id: remain, text: Stay,",
            "the same. 3 of 3",
        ),
        (
            "{id: leave, text: Leave,",
            "{id: depart, text: Leave,",
            "1 desk: look: what can be done then, or what stands of what was typed, is not as it was.",
        ),
    ],
    ids=["variable", "words", "scene", "choice gone", "elsewhere in the story", "another choice"],
)
def test_verify_says_what_differs_and_from_where_on(shelf: Shelf, old: str, new: str, said: str) -> None:
    shelf.play()
    shelf.change(old, new)
    code, out, _ = shelf.run("verify", "mine")
    assert said in out
    same = said.startswith("the same")
    assert code == (0 if same else 1)
    assert ("differs, from move" in out) is not same
    report = json.loads(shelf.run("verify", "mine", "--json")[1])[0]
    assert report["status"] == ("same" if same else "differs")
    assert report["exit"] == code


def test_verify_tells_variables_by_name_with_then_and_now(shelf: Shelf) -> None:
    shelf.play()
    shelf.change("nerve += 1", "nerve += 2")
    (report,) = json.loads(shelf.run("verify", "mine", "--json")[1])
    assert report["variables"] == {"nerve": ["1", "2"]}
    assert report["differences"] == [
        {"n": 1, "move": "desk: look", "how": "otherwise", "variables": {"nerve": ["1", "2"]}}
    ]
    assert (report["made_again"], report["compared"], report["scene"]) == (3, 3, "second-sheet")


def test_verify_says_that_it_cannot_tell_where_nothing_is_kept_to_compare(shelf: Shelf) -> None:
    shelf.play()
    _as_format_one(shelf.path())
    code, out, _ = shelf.run("verify", "mine")
    assert code == 2
    assert "it cannot be told whether it is the same. 3 of 3 moves made again, but for 3 of them" in out
    shelf.play("other")
    shelf.edit("  Ruby sings.", "  Ruby keeps still.", "other")
    code, out, _ = shelf.run("verify", "other")
    assert (code, "Edited by hand" in out) == (0, True), "what was edited is not on the line that stands"


def test_verify_goes_by_what_was_played_since_a_change_of_the_story(shelf: Shelf) -> None:
    shelf.play()
    shelf.change("nerve += 1", "nerve += 2")
    assert shelf.run("verify", "mine")[0] == 1
    shelf.run("migrate", "mine")
    code, out, _ = shelf.run("verify", "mine")
    assert (code, "none of them had been made with the story as it is" in out) == (2, True)
    playthrough, _ = shelf.session().open()
    playthrough.type("Ruby sings.")
    playthrough.close()
    code, out, _ = shelf.run("verify", "mine")
    assert (code, "3 of them have nothing to be compared with" in out) == (0, True)


@pytest.mark.parametrize("kind", ["junk", "torn", "newer", "of another story", "missing", "bad name"])
def test_verify_exits_by_two_for_what_it_cannot_read_and_goes_on_to_the_next(shelf: Shelf, kind: str) -> None:
    shelf.play("good")
    shelf.play()
    match kind:
        case "junk":
            shelf.path().write_bytes(b"\x00\xff")
        case "torn":
            shelf.path().write_bytes(_torn(shelf.path().read_bytes()))
        case "newer":
            shelf.edit(f"format: {FORMAT}", "format: 99")
        case "of another story":
            shelf.edit("story: small", "story: large")
        case "missing":
            shelf.path().unlink()
    name = "../mine" if kind == "bad name" else "mine"
    code, out, err = shelf.run("verify", name, "good")
    assert (code, err) == (2, "")
    assert out.startswith(f"{name}: ")
    assert "good: the same" in out
    if kind == "torn":
        assert "damaged: its part 9 breaks off. Of what comes before that:\nmine: the same. 2 of 2" in out


def test_export_is_to_the_letter_and_never_over_another_file(shelf: Shelf, tmp_path: Path) -> None:
    shelf.play()
    target = tmp_path / "out.yaml"
    assert shelf.run("export", "mine", str(target))[0] == 0
    assert target.read_bytes() == shelf.path().read_bytes()
    target.write_bytes(b"precious")
    code, _, err = shelf.run("export", "mine", str(target))
    assert code == 2
    assert "--force" in err
    assert target.read_bytes() == b"precious"
    assert shelf.run("export", "mine", str(target), "--force")[0] == 0
    assert target.read_bytes() == shelf.path().read_bytes()


def test_export_goes_to_the_standard_output_otherwise(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.play()
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["saves", "export", "mine", "--saves", str(shelf.saves)]) == 0
    assert out.buffer.getvalue() == shelf.path().read_bytes()  # type: ignore[attr-defined]


def test_to_a_terminal_a_save_is_exported_clean(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.play()
    with shelf.path().open("ab") as file:
        file.write("---\nscene: \x1b[2J\u202e\x9b".encode())
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, out, err = shelf.run("export", "mine")
    assert code == 0
    assert "Ruby keeps bees." in out
    assert "is damaged" in err
    assert not set("\x1b\u202e\x9b") & set(out + err)


def test_import_takes_the_files_name_or_the_next_that_is_free(shelf: Shelf, tmp_path: Path) -> None:
    shelf.play()
    file = tmp_path / "mine.yaml"
    file.write_bytes(shelf.path().read_bytes())
    code, out, _ = shelf.run("import", str(file))
    assert (code, "holds just this already" in out) == (0, True)
    playthrough, _ = shelf.session().open()
    playthrough.undo()
    playthrough.close()
    before = shelf.path().read_bytes()
    code, out, _ = shelf.run("import", str(file))
    assert code == 0
    assert "There is something in “mine” already" in out
    assert "It is in “mine-1”" in out
    assert shelf.path().read_bytes() == before
    assert shelf.path("mine-1").read_bytes() == file.read_bytes()
    assert shelf.run("import", str(file), "--slot", "other")[0] == 0
    assert shelf.path("other").read_bytes() == file.read_bytes()


def test_import_reads_a_stream_and_names_what_has_no_name(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.play()
    content = shelf.path().read_bytes()

    class Stream:
        buffer = io.BytesIO(content)

    monkeypatch.setattr(sys, "stdin", Stream)
    assert shelf.run("import", "-")[0] == 0
    assert shelf.path("imported").read_bytes() == content
    odd = tmp_path / "été (1).yaml"
    odd.write_bytes(content + b"\n")
    assert "“imported-1”" in shelf.run("import", str(odd))[1]


@pytest.mark.parametrize("kind", ["junk", "torn", "newer", "story", "link", "huge", "missing", "device"])
def test_import_refuses_what_is_no_sound_save_in_a_sentence(shelf: Shelf, tmp_path: Path, kind: str) -> None:
    shelf.play()
    content = shelf.path().read_bytes()
    file = tmp_path / "from elsewhere.yaml"
    file.write_bytes(content)
    match kind:
        case "junk":
            file.write_bytes(b"\x00\xff")
        case "torn":
            file.write_bytes(_torn(content))
        case "newer":
            file.write_bytes(content.replace(b"format: 2", b"format: 99"))
        case "story":
            file.write_bytes(content.replace(b"story: small", b"story: large"))
        case "link":
            file.unlink()
            file.symlink_to(shelf.path())
        case "huge":
            with file.open("wb") as opened:
                opened.truncate(2**40)
        case "missing":
            file.unlink()
    before = shelf.files()
    code, out, err = shelf.run("import", "/dev/zero" if kind == "device" else str(file))
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err
    assert shelf.files() == before


def test_repair_keeps_what_is_sound_and_sets_the_whole_aside(shelf: Shelf) -> None:
    shelf.play()
    shelf.edit("choose: look", "choose: jump")
    torn = _torn(shelf.path().read_bytes())
    shelf.path().write_bytes(torn)
    code, out, _ = shelf.run("repair", "mine")
    assert code == 0
    assert "Its part 9 breaks off. The 7 entries before that are kept" in out
    assert "Edited by hand, and now sealed as it stands: 1." in out
    assert "kept as mine.set-aside-1.yaml" in out
    assert (shelf.saves / "mine.set-aside-1.yaml").read_bytes() == torn
    found = recover(shelf.path().read_bytes())
    assert (found.damage, found.journal.edited, len(found.journal.sealed)) == (None, [], 7)
    before = shelf.files()
    assert shelf.run("repair", "mine") == (0, "There is nothing to repair.\n", "")
    assert shelf.files() == before


@pytest.mark.parametrize("command", ["repair", "migrate"])
@pytest.mark.parametrize("kind", ["junk", "newer", "missing", "played"])
def test_what_cannot_be_mended_is_left_as_it_is(shelf: Shelf, command: str, kind: str) -> None:
    shelf.play()
    playthrough = None
    match kind:
        case "junk":
            shelf.path().write_bytes(b"\x00\xff")
        case "newer":
            shelf.edit("format: 2", "format: 99")
        case "missing":
            shelf.path().unlink()
        case "played":
            playthrough, _ = shelf.session().open()
    before = shelf.files()
    for name in ("mine", str(shelf.path())):
        code, out, err = shelf.run(command, name)
        assert (code, out) == (2, "")
        assert "Traceback" not in err
        assert ("another window" in err) == (kind == "played")
    assert shelf.files() == before
    if playthrough is not None:
        playthrough.close()


def test_a_full_disk_leaves_what_was_to_be_mended(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.play()
    shelf.edit("choose: look", "choose: jump")
    before = shelf.path().read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = shelf.run("repair", "mine")
    assert code == 2
    assert "No space left on device" in err
    assert shelf.path().read_bytes() == before


def test_migrate_brings_an_old_save_up_to_the_format_and_story_of_now(shelf: Shelf) -> None:
    shelf.play()
    _as_format_one(shelf.path())
    old = shelf.path().read_bytes()
    code, out, _ = shelf.run("migrate", "mine")
    assert code == 0
    assert f"Its format is {FORMAT} now; it was 1." in out
    assert "What each move led to is kept with 3 of its moves" in out
    assert (shelf.saves / "mine.set-aside-1.yaml").read_bytes() == old
    assert shelf.run("verify", "mine")[0] == 0
    assert shelf.run("migrate", "mine")[1].startswith("It is of the newest format")
    shelf.change("nerve += 1", "nerve += 2")
    code, out, _ = shelf.run("migrate", "mine")
    assert (code, "from move 1 on" in out) == (0, True)
    journal = recover(shelf.path().read_bytes()).journal
    assert (journal.story_version, journal.edited) == ("1.1.0", [])
    assert len(journal.line) == 3


def test_migrate_goes_as_far_as_the_story_of_now_does(shelf: Shelf) -> None:
    shelf.play()
    shelf.change("id: sit,", "id: recline,")
    code, out, _ = shelf.run("migrate", "mine")
    assert code == 0
    assert "1 of 3 moves could be made again" in out
    journal = recover(shelf.path().read_bytes()).journal
    assert journal.line == [Chosen("desk", "look")]
    assert len(journal.timeline.nodes) == 6, "the rest is kept"


def test_migrate_refuses_what_it_can_make_nothing_of(shelf: Shelf) -> None:
    shelf.play()
    shelf.path("torn").write_bytes(_torn(shelf.path().read_bytes()))
    shelf.play("foreign")
    shelf.edit("story: small", "story: large", "foreign")
    shelf.change("id: look,", "id: peep,")
    before = shelf.files()
    for name, why in (("mine", "not even its first move"), ("torn", "repair"), ("foreign", "another story")):
        code, out, err = shelf.run("migrate", name)
        assert (code, out, why in err) == (2, "", True)
    assert shelf.files() == before


def test_nothing_of_a_save_reaches_the_terminal_unclean(shelf: Shelf) -> None:
    shelf.play()
    evil = "\\x1b[2J\\u202e\\x9b31m\\r\\0"
    for old, new in (
        ("scene: desk", f'scene: "desk{evil}"'), ("choose: stand", f'choose: "stand{evil}"'),
        ("page: who", f'page: "who{evil}"'), ("reached: sheet-in", f'reached: "{evil}"'),
        ('story_version: "1.0.0"', f'story_version: "{evil}"'), ('engine: "', f'engine: "{evil}'),
        ("  Ruby sings.", "  Ruby\u202e sings."), ('changed: "nerve 1"', f'changed: "nerve {evil}"'),
    ):  # fmt: skip
        shelf.edit(old, new)
    for command in ("show", "verify", "repair", "migrate", "list"):
        for options in ([], ["--json"], ["--pages"]):
            if options and (command != "show" and [command, *options] != ["verify", "--json"]):
                continue
            _, out, err = shelf.run(command, *([] if command == "list" else ["mine"]), *options)
            assert all(character == "\n" or character.isprintable() for character in out + err), command
    shelf.edit("story: small", f'story: "{evil}"')
    for command in ("show", "verify", "migrate", "list", "import"):
        name = {"list": [], "import": [str(shelf.path())]}.get(command, ["mine"])
        _, out, err = shelf.run(command, *name)
        assert all(character == "\n" or character.isprintable() for character in out + err), command


def _torn(content: bytes) -> bytes:
    """As though the machine had died while the last move was written."""
    return content[: content.rindex(b"told")]


def _as_format_one(path: Path) -> None:
    """Write a save as the first version of the game would have."""
    journal = recover(path.read_bytes()).journal
    entries = [
        replace(sealed.entry, mark=None) if hasattr(sealed.entry, "mark") else sealed.entry
        for sealed in journal.sealed
    ]
    old: Journal = rewritten(replace(journal.header, format=1), entries)
    path.write_bytes(bytes(old.content))
