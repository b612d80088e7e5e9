from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine.turn import Passage, PassageKind
from game.line.plain import line_source, play_plain
from game.line.showing import passages_lines, wrapped
from tests.example import ExampleReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.play.session import Session

PAGE = "Type your page, in plain English. End it with a line holding only a full stop."


@pytest.fixture
def play(session: Callable[..., Session]) -> Callable[..., str]:
    def send(*lines: str, width: int | None = None, **options: object) -> str:
        options.setdefault("slot", None)
        options.setdefault("seed", 7)
        out = io.StringIO()
        source = io.BytesIO("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
        assert play_plain(session(**options), line_source(source), out, width) == 0
        return out.getvalue()

    return send


def test_a_scene_is_prose_and_a_numbered_column(play: Callable[..., str]) -> None:
    lines = play().splitlines()
    assert lines[0] == "Chapter 1: Paper"
    assert "The window is open." in lines
    at = lines.index("Choices:")
    assert lines[at + 1 : at + 5] == [
        "1. Look out of the window",
        "2. Jump (not to be picked: It is too high.)",
        "3. Sit down",
        "4. Leave",
    ]


def test_the_end_of_the_input_is_a_polite_leave(play: Callable[..., str]) -> None:
    assert play().splitlines()[-1].startswith("Goodbye. This was not kept")
    assert play(slot="mine").splitlines()[-1] == "Goodbye. This is kept as mine."


def test_a_page_is_prompted_typed_and_ended_with_a_full_stop(play: Callable[..., str]) -> None:
    told = play("3", "Ruby keeps bees.", "", "Ruby sings.", ".")
    lines = told.splitlines()
    assert "In the typewriter: Who is she?" in lines
    assert PAGE in lines
    assert "Typed: Ruby keeps bees." in lines
    assert "Typed: Ruby sings." in lines
    assert "In the typewriter: What else?" in lines


def test_what_took_of_a_page_is_told_as_it_is_pulled(play: Callable[..., str]) -> None:
    assert "What took: Ruby keeps bees.\n" in play("3", "Ruby keeps bees.", ".")
    assert "Nothing of it took.\n" in play("3", "So what.", ".")


def test_struck_out_words_are_said_to_be_so(play: Callable[..., str]) -> None:
    told = play("3", "Ruby keeps ~~wasps~~ and more.", ".", "manuscript")
    assert "Typed: Ruby keeps (struck out: wasps) and more." in told
    assert "~~" not in told


def test_at_first_it_is_said_where_to_ask(play: Callable[..., str]) -> None:
    assert "Write help at any time" in play()


def test_a_page_can_be_left_for_a_choice_beside_it(play: Callable[..., str]) -> None:
    told = play("3", "1")
    assert "Or write one of these numbers instead:\n1. Stand up again" in told
    assert told.count("Choices:") == 2


def test_a_number_that_is_no_choice_is_words_on_a_page(play: Callable[..., str]) -> None:
    assert "Typed: 42" in play("3", "42", ".")


def test_a_page_may_begin_with_a_command_after_a_space(play: Callable[..., str]) -> None:
    assert "Typed:  quit" in play("3", " quit", ".")


def test_a_torn_page_leaves_nothing(play: Callable[..., str]) -> None:
    told = play("3", "Ruby sings.", ".tear", "Ruby keeps bees.", ".")
    assert "You tear it up." in told
    assert "Typed: Ruby sings." not in told
    assert "Typed: Ruby keeps bees." in told


def test_a_sheet_can_be_turned_round(play: Callable[..., str]) -> None:
    told = play("3", "Ruby keeps bees.", ".backwards", ".", "manuscript")
    assert "The sheet is the wrong way round." in told
    assert "Page 1, put in backwards:" in told
    assert "She doesn't keep bees." in told


def test_a_page_without_its_end_is_not_pulled(play: Callable[..., str]) -> None:
    told = play("3", "Ruby sings.")
    assert "not ended with a full stop" in told
    assert "Typed:" not in told


def test_a_page_that_is_too_long_is_refused_and_the_game_goes_on(play: Callable[..., str]) -> None:
    told = play("3", "x" * 20_001, ".", "y" * 5_000_000, ".", "Ruby sings.", ".")
    assert told.count("A page holds 20,000 characters") == 2
    assert "Typed: Ruby sings." in told


def test_interludes_are_announced_once(play: Callable[..., str]) -> None:
    told = play("4")
    assert told.count("Ruby:") == 1
    assert told.index("Ruby:") < told.index("I am in the garden.")


def test_whose_words_they_are_is_said_when_it_changes_and_not_after_each_typed_line() -> None:
    kinds: list[PassageKind] = [
        "prose",
        "interlude",
        "typed",
        "interlude",
        "notice",
        "interlude",
        "prose",
        "prose",
    ]
    passages = [Passage(str(number), kind, f"{number}") for number, kind in enumerate(kinds)]
    assert [line for line in passages_lines(passages) if line] == [
        "0", "Ruby:", "1", "Typed: 2", "3", "Note: 4", "5", "You:", "6", "7",
    ]  # fmt: skip


def test_the_sky_is_told(play: Callable[..., str]) -> None:
    assert "In the sky, small: SMALL" in play("3")


def test_undo_look_and_manuscript(play: Callable[..., str]) -> None:
    told = play("3", "Ruby keeps bees.", ".", "manuscript", "look", "undo", "undo 2", "undo 0", "undo x")
    assert "Page 1:\nRuby keeps bees.\nTook: she keeps bees.\n" in told
    assert told.count("Another sheet.") == 2
    assert told.count("Taken back.") == 1
    assert "Only 1 move can be taken back." in told


def test_save_saves_load_and_restart(play: Callable[..., str]) -> None:
    told = play("3", "save mine", "1", "saves", "load mine", "load nothing", "save ../x", "restart", "save")
    assert "Saved as mine." in told
    assert "mine: chapter Paper, 1 move, begun 20" in told
    assert "Loaded mine." in told
    assert "There is no save called “nothing”; there is “mine”." in told
    assert "cannot be the name of a slot" in told
    assert "Write a name too, as in: save monday." in told


def test_help_names_every_command(play: Callable[..., str]) -> None:
    told = play("help")
    for command in (
        "look",
        "undo",
        "manuscript",
        "save NAME",
        "load NAME",
        "saves",
        "restart",
        "quit",
        ".tear",
    ):
        assert command in told


def test_an_ending_is_named_and_can_be_taken_back(play: Callable[..., str]) -> None:
    told = play("4", "2", "1", "undo", "1")
    assert "The end: Dark." in told
    assert "That is none of the choices." in told
    assert told.count("The window is open.") == 2


def test_a_choice_that_cannot_be_picked_says_why(play: Callable[..., str]) -> None:
    assert "\nIt is too high.\n" in play("2")


def test_nothing_typed_reaches_the_terminal_as_a_command(play: Callable[..., str]) -> None:
    told = play("\x1b]0;x\x07", "3", "\x1b[2J Ruby\u202e sings.\x9b", ".", "manuscript", "save \x1b[2J")
    assert not any(character in told for character in "\x1b\x07\x9b\u202e")


def test_no_box_is_drawn_and_no_line_is_broken_for_a_pipe(play: Callable[..., str]) -> None:
    long = "Ruby keeps bees " * 30
    told = play("3", long, ".")
    assert f"Typed: {long.rstrip()}" in told.replace(long, long.rstrip())
    assert all(ord(character) < 0x2500 or ord(character) > 0x259F for character in told)


def test_for_a_terminal_lines_are_broken_at_spaces(play: Callable[..., str]) -> None:
    told = play("3", "Ruby keeps bees " * 30 + "x" * 100, ".", width=40)
    assert all(len(line) <= 40 or line == "x" * 100 for line in told.splitlines())
    assert wrapped("a b", None) == "a b"


COMMANDS = (
    "1", "2", "3", "4", ".", ".tear", ".backwards", "undo", "look", "restart", "save a", "load a", "saves",
    "manuscript", "redo", "timeline", "go to 1", "go to 0", "go to 9",
)  # fmt: skip


@given(st.lists(st.one_of(st.text(max_size=30), st.sampled_from(COMMANDS)), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
def test_no_lines_at_all_can_end_it_but_quit(play: Callable[..., str], lines: list[str]) -> None:
    told = play(*[line for line in lines if line.strip() != "quit"])
    assert "Goodbye." in told.splitlines()[-1]


TWO = ("3", "Ruby keeps bees.", "Ruby sings.")


def test_a_page_is_read_back_numbered_while_it_is_typed(play: Callable[..., str]) -> None:
    told = play(*TWO, ".read", ".", "manuscript")
    lines = told.splitlines()
    at = lines.index("What is understood of it:")
    assert lines[at + 1 : at + 3] == [
        "1. she keeps bees. From: “Ruby keeps bees”",
        "2. she sings. From: “Ruby sings”",
    ]
    assert "Typed: Ruby keeps bees." in lines, "reading back is no move"


def test_a_number_that_was_read_back_is_struck_out_and_the_rest_is_read_back(
    play: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = ExampleReader.read
    unstruck = re.compile("~~.*?~~")
    monkeypatch.setattr(
        ExampleReader, "read", lambda self, page: read(self, unstruck.sub(lambda m: " " * len(m[0]), page))
    )
    told = play(*TWO, ".strike 1", ".")
    assert "Struck out: “Ruby keeps bees”" in told
    assert "1. she sings. From: “Ruby sings”" in told
    assert "Typed: (struck out: Ruby keeps bees)." in told
    assert "What took: Ruby sings." in told


def test_a_number_that_is_not_there_is_refused_with_what_is_wanted(play: Callable[..., str]) -> None:
    for wrong in (".strike 3", ".strike 0", ".strike", ".strike two", ".strike ²", ".strike 9999999999"):
        told = play(*TWO, wrong, ".")
        assert "Write .strike and the number of a line" in told
        assert "What took: Ruby keeps bees; Ruby sings." in told


def test_a_page_turned_round_is_read_back_as_it_will_come_true(play: Callable[..., str]) -> None:
    told = play(*TWO, ".backwards", ".read", ".tear")
    assert "What is understood of it, put in the other way round:" in told
    assert "1. she doesn't keep bees. From: “Ruby keeps bees”" in told


def test_nothing_understood_and_nothing_typed_are_said_in_a_sentence(play: Callable[..., str]) -> None:
    assert "Nothing on this sheet is understood" in play("3", "So what.", ".read", ".")
    assert "There is nothing on the sheet." in play("3", "x", ".tear", ".read", ".")


def test_a_page_that_is_too_long_to_read_back_says_so(play: Callable[..., str]) -> None:
    told = play("3", "w " * 15_000, ".read", ".strike 1", ".tear", ".")
    assert told.count("A page holds 20,000 characters") == 2


def test_the_orders_are_in_the_help(play: Callable[..., str]) -> None:
    told = play("help")
    assert ".read reads back" in told
    assert ".strike 2" in told


def test_the_manuscript_tells_what_came_of_each_page(play: Callable[..., str]) -> None:
    told = play("3", "Ruby keeps bees.", ".", "Ruby keeps bees.", ".backwards", ".", "manuscript")
    assert (
        "Page 1:\nRuby keeps bees.\nTook: she keeps bees.\nSince overwritten: she keeps bees (by page 2).\n"
        in told
    )
    assert (
        "Page 2, put in backwards:\nRuby keeps bees.\nTook: she doesn't keep bees.\n"
        "Changed: no longer: she keeps bees (page 1).\n"
    ) in told


def test_then_and_now_is_the_first_page_and_the_last_or_those_asked_for(play: Callable[..., str]) -> None:
    pages = ("3", "Ruby keeps bees.", ".", "Ruby sings.", ".")
    told = play(*pages, "then", "then 0 1")
    assert "Ruby after page 1, and after page 2.\nNew:\nshe sings (page 2)\nStill so:\n" in told
    assert "Ruby before page 1, and after page 1.\nNew:\nshe keeps bees (page 1)\n" in told


@pytest.mark.parametrize("order", ["then 1", "then 1 3", "then -1 1", "then a b", "then ² 1", "then 1 2 3"])
def test_pages_that_there_are_not_are_refused_with_those_that_there_are(
    play: Callable[..., str], order: str
) -> None:
    told = play("3", "Ruby keeps bees.", ".", "Ruby sings.", ".", order)
    assert "Write then and two pages (of the 2 that are typed; 0 is before the first): then 0 2." in told


def test_then_and_now_before_anything_is_typed(play: Callable[..., str]) -> None:
    told = play("then")
    assert "Ruby before page 1, and before page 1." in told
    assert "she is content (her own)" in told


def test_what_was_taken_back_is_made_again(play: Callable[..., str]) -> None:
    told = play("1", "2", "undo 2", "redo", "redo")
    assert told.count("Made again.") == 2
    assert told.splitlines().count("In the typewriter: Who is she?") == 2
    assert "nothing was taken back" in play("1", "redo")
    assert "Write redo, or redo with a number, as in: redo 3." in play("redo two")


def test_the_timeline_says_what_stands_and_what_was_taken_back(play: Callable[..., str]) -> None:
    told = play(
        "1", "undo", "3", "undo", "3", "timeline", "go to 1", "timeline", "go to 0", "timeline", "go to 7"
    )
    assert "Move 1. In desk: look (taken back; it came after the beginning)\n" in told
    assert "Move 3. In desk: sit (taken back; it came after the beginning)\n" in told
    assert "Move 5. In desk: sit\nYou are here.\n" in told
    assert "This is where move 1 led." in told
    assert "Move 1. In desk: look\nYou are here.\n" in told
    assert "This is the beginning." in told
    assert "You are at the beginning.\n" in told
    assert "There is no move 7 in this playthrough." in told
    assert "No move was made yet." in play("timeline")


def test_a_page_may_begin_with_the_words_go_to(play: Callable[..., str]) -> None:
    told = play("3", "go to sleep, Ruby", ".")
    assert "Typed: go to sleep, Ruby" in told


def test_a_transcript_is_turned_on_and_off(play: Callable[..., str], tmp_path: Path) -> None:
    told = play(
        "* too soon", "transcript on", "3", "Ruby keeps ~~wasps~~ bees.", ".", "* a comma is missing", "undo",
        "transcript", "transcript off", "* too late", slot="mine",
    )  # fmt: skip
    (file,) = tmp_path.rglob("mine.transcript.txt")
    assert f"The transcript is on. It goes to {file}." in told
    assert f"The transcript goes to {file}." in told
    assert f"The transcript is off. It is in {file}." in told
    assert told.count("Write transcript on, and this again.") == 2
    assert told.count("Noted.") == 1
    written = file.read_text(encoding="utf-8")
    assert "    Ruby keeps ~~wasps~~ bees.\n" in written
    assert "* a comma is missing\n" in written
    assert "a comma is missing" not in told.replace("* a comma", "")
    assert "[1 move taken back.]" in written
    assert "too soon" not in written


def test_a_transcript_goes_to_a_file_of_ones_own_and_ends_with_the_game(
    play: Callable[..., str], tmp_path: Path
) -> None:
    told = play(f"transcript on {tmp_path}/mine.txt", "quit")
    assert "The transcript is off." in told
    assert "The window is open." in (tmp_path / "mine.txt").read_text(encoding="utf-8")


def test_a_page_may_begin_with_the_word_transcript(play: Callable[..., str]) -> None:
    assert "Typed: transcript on the wall" in play("3", "transcript on the wall", ".")


def test_whose_this_is_can_be_asked(play: Callable[..., str]) -> None:
    told = play("about")
    assert "An unofficial work of fans" in told
    assert "MIT License" in told


def test_what_was_read_before_can_be_left_out_as_far_as_what_is_new(play: Callable[..., str]) -> None:
    told = play("skip on", "restart", "1", "restart", "1", "skip off", "restart", slot="mine")
    assert told.count("The window is open.") == 2, "at first, and when nothing is left out any more"
    assert "Left out: " in told
    again = play("skip on", "look", slot="mine")
    assert "Left out: " in again
