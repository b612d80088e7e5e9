"""The writing in the sky."""

from __future__ import annotations

from game.tui.widgets.sky import LAST_AGE, braille, dots_of, drifted


def test_letters_are_dots_and_dots_are_braille() -> None:
    assert braille(dots_of("I"), 2) == ["⢲⠂", "⠚⠂"]


def test_letters_without_a_shape_leave_a_gap() -> None:
    assert dots_of("世") == []


def test_it_hangs_there_for_a_while_then_thins_out_and_is_gone() -> None:
    dots = dots_of("RUBY SPARKS")
    assert drifted(dots, 2) == dots
    counts = [len(drifted(dots, age)) for age in range(LAST_AGE + 1)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 0
    assert counts[7] not in (0, len(dots))


def test_dots_beyond_the_edge_are_gone() -> None:
    assert braille([(99, 0), (0, 99), (-1, 0)], 3) == ["   ", "   "]
