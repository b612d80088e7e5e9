"""The sheet: lines, strikes, offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.cleaning import clean
from game.play.strikes import TILDE
from game.tui.glyphs import glyphs_of
from game.tui.sheet_model import CAPACITY, Sheet

WILD = st.text(alphabet="ab c\n世é́‍👩️🇫ש ~xᄒ힣") | st.text().map(clean)


def rows(sheet: Sheet) -> list[str]:
    return ["".join(g.text for g in sheet.glyphs[slice(*sheet.row(n))]) for n in range(sheet.row_count)]


def test_lines_break_at_words_and_at_returns() -> None:
    sheet = Sheet(10, "Ruby keeps bees\non the roof")
    assert rows(sheet) == ["Ruby keeps ", "bees", "on the ", "roof"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert rows(Sheet(4, "abcdefghij k")) == ["abcd", "efgh", "ij k"]


def test_spaces_hang_over_the_margin() -> None:
    sheet = Sheet(4, "abcd  e")
    assert rows(sheet) == ["abcd  ", "e"]
    assert sheet.place_of(6) == (1, 0)
    assert sheet.place_of(5) == (0, 4)


def test_wide_characters_count_two_cells_and_combining_marks_none() -> None:
    assert rows(Sheet(4, "世界世")) == ["世界", "世"]
    sheet = Sheet(4, "abcd")
    sheet.insert("́")
    assert sheet.row_count == 1
    assert sheet.place_of(4) == (0, 4)


def test_a_mark_typed_after_its_letter_is_composed_with_it() -> None:
    sheet = Sheet(10, "caf")
    sheet.insert("e")
    sheet.insert("́")
    assert sheet.text == "café"
    assert len(sheet.glyphs) == 4


def test_a_return_at_the_end_opens_an_empty_line() -> None:
    sheet = Sheet(10, "a\n")
    assert rows(sheet) == ["a", ""]
    assert sheet.place_of(sheet.caret) == (1, 0)


def test_an_empty_sheet_has_one_line() -> None:
    sheet = Sheet(10)
    assert (rows(sheet), sheet.text, sheet.is_blank) == ([""], "", True)


def test_struck_words_stand_between_marks_and_come_back() -> None:
    sheet = Sheet(20, "She is happy now")
    sheet.strike(4, 12)
    assert sheet.text == "She ~~is~~ ~~happy~~ now"
    assert Sheet(20, sheet.text).text == sheet.text


def test_spans_are_found_behind_struck_words_and_composed_letters() -> None:
    sheet = Sheet(40, "~~She~~ café́ Ruby sings")
    start = sheet.text.index("Ruby")
    ((first, last),) = sheet.ranges_of([(start, start + 4)])
    assert "".join(glyph.text for glyph in sheet.glyphs[first:last]) == "Ruby"


def test_spans_beyond_the_text_do_no_harm() -> None:
    sheet = Sheet(40, "abc")
    assert sheet.ranges_of([(1, 99), (50, 60), (2, 2), (-5, 1)]) == [(1, 3), (0, 1)]


def test_the_word_before_passes_over_what_is_struck() -> None:
    sheet = Sheet(40, "one two ~~three~~ ")
    assert sheet.word_before(len(sheet.glyphs)) == (4, 7)
    assert Sheet(40, " ~~a~~ ").word_before(3) is None


def test_room_counts_the_marks() -> None:
    sheet = Sheet(40, "~~abc~~")
    assert sheet.room == CAPACITY - 7


@pytest.mark.parametrize("columns", [1, 7, 60])
def test_every_cell_of_a_row_leads_back_to_its_position(columns: int) -> None:
    sheet = Sheet(columns, "Ruby keeps bees\n\non the roof 世界 and honey")
    for position in range(len(sheet.glyphs) + 1):
        row, column = sheet.place_of(position)
        if column < columns:
            assert sheet.position_at(row, column) == position


@given(text=WILD, columns=st.integers(1, 30))
def test_no_row_is_wider_than_the_paper_and_no_glyph_is_lost(text: str, columns: int) -> None:
    sheet = Sheet(columns, text)
    for number in range(sheet.row_count):
        glyphs = sheet.glyphs[slice(*sheet.row(number))]
        while glyphs and glyphs[-1].is_space:
            glyphs.pop()
        assert sum(glyph.width for glyph in glyphs) <= columns or len(glyphs) == 1
    assert "".join(glyph.text for glyph in sheet.glyphs) == text.replace("~", TILDE) or "~~" in text


@given(data=st.data(), columns=st.integers(1, 12), text=WILD)
def test_wrapping_where_it_changed_equals_wrapping_anew(data: st.DataObject, columns: int, text: str) -> None:
    sheet = Sheet(columns, text)
    for _ in range(data.draw(st.integers(1, 6))):
        before = rows(sheet)
        size = len(sheet.glyphs)
        start = data.draw(st.integers(0, size))
        if data.draw(st.booleans()):
            changed = sheet.delete(start, data.draw(st.integers(start, size)))
        else:
            sheet.caret = start
            changed = sheet.insert(data.draw(WILD))
        anew = Sheet(columns)
        anew.restore(sheet.glyphs, 0)
        after = rows(sheet)
        assert after == rows(anew)
        # Every row that looks otherwise than before is among those to be drawn again.
        differing = [n for n, row in enumerate(after) if n >= len(before) or row != before[n]]
        assert set(differing) <= set(changed)


@given(text=WILD, columns=st.integers(1, 30), other=st.integers(1, 30))
def test_paper_of_another_width_holds_the_same_words(text: str, columns: int, other: int) -> None:
    sheet = Sheet(columns, text)
    before = sheet.text
    sheet.set_columns(other)
    assert sheet.text == before
    assert rows(sheet) == rows(Sheet(other, text))


@given(text=WILD)
def test_glyphs_hold_every_character(text: str) -> None:
    assert "".join(glyph.text for glyph in glyphs_of(text)) == text


@given(parts=st.lists(st.tuples(st.sampled_from(["~", "~~", "a", "~b~", " "]), st.booleans()), max_size=8))
def test_tildes_that_are_typed_strike_nothing_out_and_only_struck_words_are_struck(
    parts: list[tuple[str, bool]],
) -> None:
    sheet = Sheet(40)
    for text, struck in parts:
        start = sheet.caret
        sheet.insert(text)
        if struck:
            sheet.strike(start, sheet.caret)
    again = Sheet(40, sheet.text)
    assert [(one.text, one.struck) for one in again.glyphs] == [
        (one.text, one.struck) for one in sheet.glyphs
    ]
