"""The endings that do without the last page: each is reached from the dawn, and quotes the player."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.step import begin, enter, step
from game.engine.turn import Choose, Type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.engine.state import Value
    from game.engine.turn import Turn
    from game.reader.reader import Reader
    from game.story.model import Story

PAGES = {
    "wednesday-morning": "Ruby likes Scotty as he is.",
    "thursday-desk": "She keeps bees. She is always happy. She has red hair.",
    "you-and-her-desk": "Ruby trusts Calvin. Calvin loves Ruby.",
}
ALONE = PAGES | {"you-and-her-desk": "Ruby trusts Calvin."}
"""The same, without a word about him."""
GIVEN: dict[str, Value] = {"manuscript": "given", "study": "told", "wrote_after": 2}
ROADS: dict[str, tuple[dict[str, Value], dict[str, str], str]] = {
    "her-own-words": ({"study": "chair"}, PAGES, "sit"),
    "he-loves-me": ({"study": "stopped", "lines": 5, "wrote_after": 5}, PAGES, "stay"),
    "mondays": ({"study": "walked"}, PAGES, "none"),
    "the-drawer": (GIVEN, PAGES, "leave"),
    "genius": ({"study": "on", "lines": 9, "wrote_after": 9}, ALONE, "leave"),
}
DRAWERS: dict[str, dict[str, Value]] = {
    "in green": {"fray": 5},
    "the long wall": {"job": "framer"},
    "GET MIL": {"grip": 10, "wrote_after": 6},
    "on the 204": {"wrote_after": 1},
    "gives the dog back the key": {"wrote_after": 4},
}
"""What she does with the pages, by a few words of it, and the state that leads there."""


def at_dawn(story: Story, reader: Reader, values: Mapping[str, Value], pages: Mapping[str, str]) -> Turn:
    """The dawn of that Sunday, where nothing was done but to type `pages`, each in its scene."""
    turn = begin(story, 5, values)
    for scene, page in pages.items():
        turn = enter(story, turn, scene)
        turn = step(story, turn.state, Type(page, reader.read(page).claims))
    return enter(story, turn, "last-dawn")


def to_the_end(story: Story, turn: Turn, leaving: str) -> Turn:
    """The last turn, if `leaving` is chosen wherever it is offered, and else what stands first."""
    while turn.state.ending is None:
        offered = [choice.id for choice in turn.choices if choice.enabled]
        pick = leaving if leaving in offered else next(iter(offered), None)
        turn = step(story, turn.state, Choose(pick) if pick else Type("x"))
    return turn


def text_of(turn: Turn) -> str:
    """All that was shown."""
    return "\n".join(passage.text for passage in turn.passages)


@pytest.mark.parametrize("ending", ROADS)
def test_the_dawn_leads_there_and_the_ending_quotes_the_player(
    story: Story, reader: Reader, ending: str
) -> None:
    values, pages, leaving = ROADS[ending]
    turn = to_the_end(story, at_dawn(story, reader, values, pages), leaving)
    assert turn.state.ending == ending
    quoted = {passage.text.strip() for passage in turn.passages if passage.kind == "typed"}
    sentences = {entry.sentence for entry in turn.state.canon}
    assert quoted & sentences


@pytest.mark.parametrize("words", DRAWERS)
def test_what_she_does_with_the_manuscript_goes_by_what_it_did(
    story: Story, reader: Reader, words: str
) -> None:
    values = GIVEN | DRAWERS[words]
    turn = to_the_end(story, at_dawn(story, reader, values, PAGES), "leave")
    shown = text_of(turn)
    assert [other for other in DRAWERS if other in shown] == [words]


def test_happiness_without_end_is_quoted_and_quoted_again(story: Story, reader: Reader) -> None:
    turn = begin(story, 5, {"last": "keep", "study": "walked"})
    turn = enter(story, turn, "thursday-desk")
    turn = step(story, turn.state, Type("Ruby is always happy.", reader.read("Ruby is always happy.").claims))
    turn = to_the_end(story, enter(story, turn, "last-effervescent"), "eat")
    assert turn.state.ending == "effervescence"
    assert text_of(turn).count("Ruby is always happy.") == 2


def test_the_machine_that_types_him_pays_no_heed_to_the_keys(story: Story, reader: Reader) -> None:
    values, pages, _ = ROADS["he-loves-me"]
    turn = at_dawn(story, reader, values, pages)
    seen = text_of(turn)
    said = len(turn.state.canon)
    while turn.state.ending is None:
        offered = [choice.id for choice in turn.choices if choice.enabled]
        turn = step(story, turn.state, Choose(offered[0]) if offered else Type("Ruby is free."))
        seen += text_of(turn)
    assert "Ruby is free." not in seen
    assert "He loves me." in seen
    assert len(turn.state.canon) == said
