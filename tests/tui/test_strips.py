"""Which cells of a row are to be painted again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from game.tui.widgets.strips import changed_cells

BOLD = Style(bold=True)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "é", "e\u0301", "字", "国", " ", "👩\u200d🚀", "❤\ufe0f", "\u0301"]),
        st.sampled_from([None, BOLD]),
    )
)


def _strip(row: list[tuple[str, Style | None]], width: int = 40) -> Strip:
    return Strip([Segment(text, style) for text, style in row]).adjust_cell_length(width)


def _text(strip: Strip) -> list[tuple[str, Style | None]]:
    return [(character, style) for text, style, _ in strip for character in text]


def test_a_letter_more_is_a_cell() -> None:
    assert changed_cells(_strip([("Ruby", None)]), _strip([("Rubys", None)])) == range(4, 5)


def test_of_a_wide_character_both_halves_change() -> None:
    assert changed_cells(_strip([("字", None)]), _strip([("国", None)])) == range(2)


def test_a_style_is_a_change() -> None:
    assert changed_cells(_strip([("Ruby", None)]), _strip([("Ru", None), ("by", BOLD)])) == range(2, 4)


def test_of_another_width_everything_changes() -> None:
    assert changed_cells(_strip([], 10), _strip([], 12)) == range(12)


@given(ROWS, ROWS, st.integers(1, 30))
def test_whatever_the_rows_are_the_cells_are_some_of_the_row(
    before: list[tuple[str, Style | None]], after: list[tuple[str, Style | None]], width: int
) -> None:
    cells = changed_cells(_strip(before, width), _strip(after, width))
    assert 0 <= cells.start <= cells.stop <= width


@given(ROWS, ROWS)
def test_the_old_row_with_the_changed_cells_of_the_new_one_is_the_new_one(
    before: list[tuple[str, Style | None]], after: list[tuple[str, Style | None]]
) -> None:
    old, new = _strip(before, 60), _strip(after, 60)
    cells = changed_cells(old, new)
    mended = Strip.join([
        old.crop(0, cells.start), new.crop(cells.start, cells.stop), old.crop(cells.stop, 60)
    ]) if cells else old  # fmt: skip
    assert _text(mended) == _text(new)
