"""Setting turns as a book."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from game.engine.step import begin, step
from game.engine.turn import Choose, EndingReached, Passage, Turn, Type
from game.play.cleaning import clean
from game.reader.claims import Claim
from game.tui.typesetting import Kind, Paragraph, Row, book_of, paragraphs_of, rows_of, wrap
from tests.tui.playing import STORY

TEXT = st.text(alphabet="ab c\n世é́👩 ~-") | st.text().map(clean)
KINDS: tuple[Kind, ...] = ("prose", "typed", "interlude", "notice", "chosen", "chapter", "heading", "ending")


def plain(rows: list[Row]) -> list[str]:
    return ["".join(run.text for run in row).rstrip() for row in rows]


def turn(*passages: Passage, chapter: str = "blank-page", ending: EndingReached | None = None) -> Turn:
    opening = begin(STORY, 1)
    return Turn(1, "somewhere", chapter, passages, (), None, ending, opening.state)


@given(text=TEXT, width=st.integers(2, 40), first=st.integers(0, 5))
def test_no_line_is_wider_than_the_measure_and_every_word_is_there_once(
    text: str, width: int, first: int
) -> None:
    spans = wrap(text, width, first)
    for number, (start, end) in enumerate(spans):
        room = width - first if number == 0 else width
        line = text[start:end].replace("\n", " ")
        # The one thing that may stand out is a single character that is wider than the line.
        assert cell_len(line) <= max(room, 2)
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_paragraphs_after_the_first_are_indented_and_not_parted() -> None:
    first, second = Paragraph("prose", "One."), Paragraph("prose", "Two.")
    assert plain(rows_of(first, None, 66)) == ["One."]
    assert plain(rows_of(second, first, 66)) == ["   Two."]


def test_another_hand_has_a_rule_before_every_line_even_without_colour() -> None:
    first = Paragraph("interlude", "I am here and the light is good and I am drawing")
    second = Paragraph("interlude", "It is a dog.")
    assert plain(rows_of(first, None, 30)) == ["┃ I am here and the light is", "┃ good and I am drawing"]
    assert plain(rows_of(second, first, 30)) == ["┃", "┃ It is a dog."]


def test_typed_words_keep_their_lines_and_show_x_for_what_is_struck() -> None:
    rows = rows_of(Paragraph("typed", "She ~~is~~ was\n\n  here"), None, 66)
    assert plain(rows) == ["   ┊ She xx was", "   ┊", "   ┊   here"]
    assert any(run.style == "struck" and run.text == "xx" for run in rows[0])


def test_notices_stand_in_brackets() -> None:
    assert plain(rows_of(Paragraph("notice", "It rings."), None, 66)) == ["[It rings.]"]


def test_what_took_glows_in_the_page_that_was_pulled() -> None:
    text = "Oh. Ruby keeps bees."
    claim = Claim("ruby", "act", "keep bee", span=(4, 19), text="Ruby keeps bees")
    move = Type(text, (claim,))
    (typed,) = paragraphs_of(turn(Passage("p", "typed", text)), None, move)
    glowing = [run.text for row in rows_of(typed, None, 66) for run in row if run.style == "glow"]
    assert glowing == ["Ruby keeps bees"]


def test_other_typed_words_do_not_glow() -> None:
    claim = Claim("ruby", "act", "keep bee", span=(0, 3), text="Old")
    (typed,) = paragraphs_of(turn(Passage("p", "typed", "Something else")), None, Type("Old words", (claim,)))
    assert typed.glow == ()


def test_a_choice_a_chapter_and_an_ending_have_their_lines() -> None:
    opening = begin(STORY, 1)
    after = turn(
        Passage("p", "prose", "A.\n\n \n\nB."), chapter="ink", ending=EndingReached("block", "Block")
    )
    book = paragraphs_of(after, opening, Choose("give-up"), "Ink")
    assert [(one.kind, one.text) for one in book] == [
        ("chosen", "Give up"), ("chapter", "Ink"), ("prose", "A."), ("prose", "B."), ("ending", "Block"),
    ]  # fmt: skip


def test_a_passage_without_words_leaves_no_trace() -> None:
    assert paragraphs_of(turn(Passage("p", "typed", "\n"), Passage("q", "prose", " \n\n "))) == []


def test_a_book_holds_every_turn_in_order() -> None:
    opening = begin(STORY, 1)
    second = step(STORY, opening.state, Choose("look"))
    book = book_of(opening, [(Choose("look"), second)], {})
    assert [one.text for one in book][-2:] == [
        "Look at the sheet more closely",
        "The h stands a hair above the line.",
    ]


@given(
    text=TEXT, width=st.integers(1, 70), kind=st.sampled_from(KINDS), after=st.sampled_from((None, *KINDS))
)
def test_anything_can_be_set_in_any_width(text: str, width: int, kind: Kind, after: Kind | None) -> None:
    previous = Paragraph(after, "Before.") if after else None
    for row in rows_of(Paragraph(kind, text), previous, width):
        assert "\n" not in "".join(run.text for run in row)
        assert cell_len("".join(run.text for run in row)) <= max(width, 8) + 2


@pytest.mark.parametrize("text", ["[/]", "[red]x[/red]", "[@click=app.quit]x[/]", "$ink", "{x}", "%s"])
def test_markup_is_words(text: str) -> None:
    for kind in KINDS:
        assert any(
            text in "".join(run.text for run in row) for row in rows_of(Paragraph(kind, text), None, 66)
        )
