from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.chance import draw
from game.engine.quoting import Sentences
from game.engine.step import begin, step
from game.engine.tidying import tidy
from game.engine.turn import Choose

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import Story


def four_times(story: Story) -> list[str]:
    """The text of one scene, entered four times."""
    turn = begin(story, 7)
    texts = []
    for _ in range(4):
        texts.append(" ".join(p.text for p in turn.passages))
        turn = step(story, turn.state, Choose("again"))
    return texts


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("x{a|b|c}", ["xa", "xb", "xc", "xc"]),
        ("x{&a|b}", ["xa", "xb", "xa", "xb"]),
        ("x{!a|b}", ["xa", "xb", "x", "x"]),
        ("{visits('desk') > 2: late|early}", ["early", "early", "late", "late"]),
        ("x{lamp: lit}", ["x", "x", "x", "x"]),
        ("{closeness} {a {&b|c}|d}", ["0 a b", "0 d", "0 d", "0 d"]),
    ],
)
def test_markup_varies_as_the_guide_says(
    story_of: Callable[[str], Story], markup: str, shown: list[str]
) -> None:
    story = story_of(
        f"scenes:\n  desk:\n    text: |\n      {markup}\n"
        "    choices: [{id: again, text: Again, goto: desk}, {id: end, text: End, goto: over}]\n"
        "  over: {ending: over}\nendings: {over: {title: Over}}\n"
    )
    assert four_times(story) == shown


def test_shuffle_is_the_same_for_the_same_seed(story_of: Callable[[str], Story]) -> None:
    story = story_of(
        'scenes:\n  desk: {text: "x{~a|b|c|d}", choices: [{id: again, text: Again, goto: desk},'
        " {id: end, text: End, goto: over}]}\n  over: {ending: over}\nendings: {over: {title: Over}}\n"
    )
    assert four_times(story) == four_times(story)
    assert set(four_times(story)) <= {"xa", "xb", "xc", "xd"}


def test_paragraphs_are_parted_by_one_blank_line_and_joined_inside() -> None:
    assert tidy("  one\n two \n\n \n\n three\n") == "one two\n\nthree"


@pytest.mark.parametrize(
    ("text", "span", "sentence"),
    [
        ("Oh. Ruby sings. Fin.", (4, 14), "Ruby sings."),
        ("Dr. No came. Ruby left", (13, 22), "Ruby left"),
        ("She ~~cries~~ laughs\nat Mr. Weir. Yes.", (0, 20), "She laughs at Mr. Weir."),
        ("", (0, 0), ""),
    ],
)
def test_a_sentence_is_cut_out_of_its_page(text: str, span: tuple[int, int], sentence: str) -> None:
    assert Sentences(text).at(*span) == sentence


def test_chance_is_the_same_on_every_machine() -> None:
    assert [draw(1, n, "a", 6) for n in range(8)] == [draw(1, n, "a", 6) for n in range(8)]
    assert {draw(1, n, "a", 6) for n in range(200)} == set(range(6))
