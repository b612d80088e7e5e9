"""Working at the sheet, as at a typewriter and as in an editor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.tui.manners import PlainEditing, Typewriter
from game.tui.sheet_model import CAPACITY, Sheet

KEYS = [
    "enter", "backspace", "delete", "ctrl+w", "left", "right", "ctrl+left", "ctrl+right",
    "home", "end", "ctrl+home", "ctrl+end", "up", "down", "ctrl+t", "ctrl+z",
]  # fmt: skip


def typewriter(text: str = "") -> Typewriter:
    return Typewriter(Sheet(20, text))


def test_backspace_mends_the_word_being_typed() -> None:
    machine = typewriter("She is hapy")
    machine.key("backspace")
    assert machine.sheet.text == "She is hap"


def test_backspace_beyond_the_word_types_over_the_one_before_and_the_carriage_stays() -> None:
    machine = typewriter("She is happy ")
    done = machine.key("backspace")
    assert done is not None
    assert done.changed
    assert machine.sheet.text == "She is ~~happy~~ "
    assert machine.sheet.caret == len(machine.sheet.glyphs)
    machine.key("backspace")
    assert machine.sheet.text == "She ~~is~~ ~~happy~~ "


def test_a_word_that_was_mended_away_uncovers_the_one_before() -> None:
    machine = typewriter("Ruby a")
    machine.key("backspace")
    assert machine.sheet.text == "Ruby "
    machine.key("backspace")
    assert machine.sheet.text == "~~Ruby~~ "


def test_what_is_struck_out_cannot_be_mended() -> None:
    machine = typewriter("~~Ruby~~")
    assert machine.key("backspace") is not None
    assert machine.sheet.text == "~~Ruby~~"


def test_with_nothing_left_to_strike_the_bell_rings() -> None:
    done = typewriter().key("backspace")
    assert done is not None
    assert done.bell
    assert not done.changed


def test_striking_at_once_takes_the_word_being_typed() -> None:
    machine = typewriter("She is happy")
    machine.key("ctrl+t")
    assert machine.sheet.text == "She is ~~happy~~"


def test_the_carriage_does_not_go_back() -> None:
    machine = typewriter("abc")
    for name in ("left", "home", "delete"):
        done = machine.key(name)
        assert done is not None
        assert done.bell
    machine.type("d")
    assert machine.sheet.text == "abcd"


def test_keys_that_are_not_the_sheets_are_left_to_others() -> None:
    assert typewriter().key("f2") is None
    assert PlainEditing(Sheet(20)).key("f2") is None


def test_more_than_fits_is_cut_off_and_said() -> None:
    machine = typewriter()
    done = machine.type("a" * (CAPACITY + 5))
    assert len(machine.sheet.text) == CAPACITY
    assert done.bell
    assert done.message is not None
    assert "5 characters did not fit" in done.message
    again = machine.type("b")
    assert again.bell
    assert not again.changed
    assert again.message is not None


def test_a_full_sheet_has_no_room_for_x() -> None:
    machine = typewriter("a " * (CAPACITY // 2))
    done = machine.key("backspace")
    assert done is not None
    assert done.bell
    assert "~" not in machine.sheet.text


def test_plain_editing_goes_anywhere() -> None:
    desk = PlainEditing(Sheet(20, "Ruby sings"))
    desk.key("home")
    desk.type("O ")
    desk.key("ctrl+right")
    desk.key("delete")
    assert desk.sheet.text == "O Ruby ings"
    desk.key("ctrl+end")
    desk.key("ctrl+w")
    assert desk.sheet.text == "O Ruby "


def test_plain_editing_moves_by_rows_and_keeps_its_column() -> None:
    desk = PlainEditing(Sheet(20, "abcdef\nab\nabcdef"))
    desk.key("left")
    desk.key("up")
    assert desk.sheet.place_of(desk.sheet.caret) == (1, 2)
    desk.key("up")
    assert desk.sheet.place_of(desk.sheet.caret) == (0, 5)


def test_plain_editing_takes_back_a_run_of_letters_at_a_time() -> None:
    desk = PlainEditing(Sheet(20))
    for letter in "one two":
        desk.type(letter)
    desk.key("ctrl+z")
    assert desk.sheet.text == "one "
    desk.key("ctrl+z")
    desk.key("ctrl+z")
    assert desk.sheet.text == ""


def test_plain_editing_can_strike_out_too() -> None:
    desk = PlainEditing(Sheet(20, "She is happy"))
    desk.key("ctrl+t")
    assert desk.sheet.text == "She is ~~happy~~"


@given(
    moves=st.lists(
        st.sampled_from(KEYS) | st.text(alphabet="ab 世é́👩", min_size=1, max_size=3).map("+".__add__)
    ),
    plain=st.booleans(),
    columns=st.integers(1, 9),
)
def test_no_row_of_keys_breaks_the_sheet(moves: list[str], plain: bool, columns: int) -> None:
    sheet = Sheet(columns)
    manner = PlainEditing(sheet) if plain else Typewriter(sheet)
    for move in moves:
        manner.type(move[1:]) if move[0] == "+" else manner.key(move)
        assert 0 <= sheet.caret <= len(sheet.glyphs)
        row, column = sheet.place_of(sheet.caret)
        assert 0 <= row < sheet.row_count
        assert 0 <= column <= columns


@given(words=st.lists(st.sampled_from(["Ruby", "bees", " ", "\n", "backspace"]), max_size=30))
def test_at_the_typewriter_no_letter_but_of_the_last_word_is_ever_lost(words: list[str]) -> None:
    machine = typewriter()
    kept = ""
    for word in words:
        if word == "backspace":
            machine.key("backspace")
        else:
            machine.type(word)
        letters = "".join(glyph.text for glyph in machine.sheet.glyphs)
        finished = letters[: max(letters.rfind(" "), letters.rfind("\n")) + 1]
        assert letters.startswith(kept)
        kept = finished
