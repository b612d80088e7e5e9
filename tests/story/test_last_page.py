"""The last page is read in the player's own phrasing, and each road from it ends where it says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from game.engine.step import begin, enter, step
from game.engine.turn import Choose, Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.state import Value
    from game.engine.turn import Turn
    from game.reader.reader import Reader
    from game.story.model import Story

PHRASINGS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "last_pages.yaml").read_text(encoding="utf-8")
)
STOPPED: dict[str, Value] = {"study": "stopped", "lines": 1, "wrote_after": 2}
CONFESSION = "I could not leave her alone. She was brave. I am sorry."
ENDINGS: dict[str, tuple[str, Sequence[str], str]] = {
    "start over": ("Ruby is free.", ("doormat", "ask"), "start-over"),
    "free": ("Ruby is free.", ("keep", "no-book", "stand"), "free"),
    "unwritten": ("Ruby never existed.", ("take",), "unwritten"),
    "published": ("Ruby stays with Calvin.", ("cyrus",), "the-girlfriend"),
    "published late": ("I'm sorry.", ("drawer",), "the-girlfriend"),
    "left for her": ("I'm sorry.", ("doormat", "first"), "the-drawer"),
    "drowned": ("I'm sorry.", ("pool", "leave", "inside"), "unwritten"),
    "saved from drowning": ("I'm sorry.", ("pool", "in", "first"), "the-drawer"),
    "given": ("The pages are hers.", ("first",), "the-drawer"),
    "nothing put": ("", ("cyrus",), "the-girlfriend"),
}
"""What is put on the last page, what is chosen after it, and the ending."""


def at_dawn(story: Story, reader: Reader, values: dict[str, Value]) -> Turn:
    """The dawn of that Sunday, with one page typed."""
    turn = enter(story, begin(story, 5, values), "wednesday-morning")
    page = "Ruby likes Scotty. She keeps bees."
    return enter(story, step(story, turn.state, Type(page, reader.read(page).claims)), "last-dawn")


def typing(story: Story, reader: Reader, turn: Turn, page: str, *, backwards: bool = False) -> Turn:
    return step(story, turn.state, Type(page, reader.read(page).claims, backwards))


def variable(story: Story, turn: Turn, name: str) -> Value:
    return dict(zip(story.variables, turn.state.variables, strict=True))[name]


def to_the_end(story: Story, reader: Reader, turn: Turn, picks: Sequence[str]) -> list[Turn]:
    """All turns from there on, with these choices made where they are offered, and else what stands first."""
    turns = [turn]
    while turns[-1].state.ending is None:
        turn = turns[-1]
        offered = [choice.id for choice in turn.choices if choice.enabled]
        pick = next((pick for pick in picks if pick in offered), None)
        if pick is None and turn.page is not None:
            turns.append(typing(story, reader, turn, CONFESSION))
        else:
            turns.append(step(story, turn.state, Choose(pick or offered[0])))
    return turns


@pytest.mark.parametrize("self_", [2, 9])
@pytest.mark.parametrize("last", PHRASINGS)
def test_the_last_page_is_taken_as_whoever_typed_it_would_expect(
    story: Story, reader: Reader, last: str, self_: int
) -> None:
    dawn = at_dawn(story, reader, STOPPED | {"self": self_})
    taken = {page: variable(story, typing(story, reader, dawn, page), "last") for page in PHRASINGS[last]}
    assert len(taken) >= 40
    assert {page: road for page, road in taken.items() if road != last} == {}


@pytest.mark.parametrize(
    ("page", "last"), [("Ruby is free.", "keep"), ("Ruby is bound to Calvin.", "release")]
)
def test_put_in_backwards_it_is_denied(story: Story, reader: Reader, page: str, last: str) -> None:
    dawn = at_dawn(story, reader, STOPPED)
    assert variable(story, typing(story, reader, dawn, page, backwards=True), "last") == last


@pytest.mark.parametrize("road", ENDINGS)
def test_each_road_ends_where_it_says_and_quotes_the_player(story: Story, reader: Reader, road: str) -> None:
    page, picks, ending = ENDINGS[road]
    turns = to_the_end(story, reader, typing(story, reader, at_dawn(story, reader, STOPPED), page), picks)
    assert turns[-1].state.ending == ending
    typed = [passage.text for passage in turns[-1].passages if passage.kind == "typed"]
    assert typed


def test_start_over_is_made_round_the_confession(story: Story, reader: Reader) -> None:
    turn = typing(story, reader, at_dawn(story, reader, STOPPED), "Ruby is free.")
    last = to_the_end(story, reader, turn, ("doormat", "answer"))[-1]
    shown = "\n".join(passage.text for passage in last.passages)
    assert CONFESSION in shown
    assert "somebody was brave" in shown.lower() or "somebody is brave" in shown.lower()


def test_a_blank_confession_is_a_way_too(story: Story, reader: Reader) -> None:
    turn = typing(story, reader, at_dawn(story, reader, STOPPED), "Ruby is free.")
    turn = step(story, turn.state, Choose("keep"))
    turn = step(story, turn.state, Type(""))
    last = to_the_end(story, reader, turn, ("ask",))[-1]
    assert last.state.ending == "start-over"
    assert "eleven eyes" in "\n".join(passage.text for passage in last.passages)


def test_who_is_gone_since_the_study_and_not_brought_back_was_never_here(
    story: Story, reader: Reader
) -> None:
    turn = enter(story, begin(story, 5, STOPPED | {"study_written": True}), "study-sheet")
    turn = typing(story, reader, turn, "Ruby is gone.")
    dawn = enter(story, turn, "last-dawn")
    lasts = [variable(story, typing(story, reader, dawn, page), "last") for page in ("x", "She is alive.")]
    assert lasts == ["unwrite", "release"]
